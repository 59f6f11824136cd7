"""A brought ordinance beside the invented model: taken in, judged, shown, handed out, and gone when asked."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.instellingen import Instellingen
from tests.bronnen.test_docx import maak_docx, p
from tests.bronnen.test_pdf import maak_pdf, met_wachtwoord
from tests.web.documenten import MODEL
from web.app import maak_app

#: Made from the model: a place filled in, an example taken over, a facultative lid left out, a lid of its own, and a
#: legal basis that is not there.
EIGEN = (
    MODEL.partition("\nToelichting")[0]
    .replace("Model Lantaarnverordening (december 2025)", "Lantaarnverordening Nergenshuizen")
    .replace("[naam gemeente]", "Nergenshuizen")
    .replace("gelet op artikel 2, eerste lid, van", "gelet op de artikelen 2, eerste lid, 4 en 9 van")
    .replace("om [uur] uur", "om acht uur")
    .replace(
        "[3. Het college kan nadere regels stellen over [onderwerp].]", "3. Wie de lamp dooft, meldt dat artikel 8."
    )
    .replace("[(acht)]", "acht")
    + "\nAldus vastgesteld in de openbare raadsvergadering van 3 maart 2025.\n"
)


@pytest.fixture(scope="module")
def eigen_opslag(instellingen: Instellingen, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of its own: what other modules bring and leave would count towards the limit."""
    opslag = tmp_path_factory.mktemp("eigen") / "opslag"
    shutil.copytree(instellingen.opslag, opslag, ignore=shutil.ignore_patterns("eigen"))
    return opslag


@pytest.fixture(scope="module")
def eigen_app(instellingen: Instellingen, eigen_opslag: Path) -> Starlette:
    return maak_app(replace(instellingen, opslag=eigen_opslag, eigen_mb=0.2, eigen_aantal=5, eigen_seconden=60.0))


@pytest.fixture(scope="module")
def eigen(eigen_app: Starlette) -> Iterator[TestClient]:
    with TestClient(
        eigen_app, headers={"Accept": "text/html"}, follow_redirects=False, raise_server_exceptions=False
    ) as klant:
        yield klant


@pytest.fixture(scope="module")
def adres(eigen: TestClient) -> str:
    """Where the result of the brought ordinance stays."""
    antwoord = eigen.post("/vergelijk", files={"document": ("onze verordening.txt", EIGEN)}, data={"op": "2026-02-01"})
    assert antwoord.status_code == 303, antwoord.text
    adres = antwoord.headers["location"]
    assert re.fullmatch(r"/vergelijk/[A-Za-z0-9_-]{32}", adres)
    return str(adres)


def woorden(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<main")[2]).split())


def test_the_form_says_what_it_takes_and_how_long_it_is_kept(eigen: TestClient) -> None:
    pagina = eigen.get("/vergelijk")
    assert pagina.status_code == 200
    assert "Model Lantaarnverordening" in pagina.text
    assert "0,2 MB" in pagina.text
    assert "7 dagen" in pagina.text


@pytest.mark.parametrize(
    ("toon", "staat_er", "niet"),
    [
        ("afwijkingen", ["Artikel 2, derde lid", "extra", "meldt dat artikel 8"], ["nadere regels stellen"]),
        ("keuzes", ["ingevuld: [uur] → acht", "voorbeeld overgenomen: [(acht)]"], []),
        ("weggelaten", ["Artikel 2, derde lid", "nadere regels stellen over"], ["meldt dat artikel 8"]),
        ("ontbreekt", ["Er ontbreekt niets."], []),
        ("dekking", ["Lantaarnwet, artikel 2, eerste lid, onder a", "gedekt", "overgenomen van Model"], []),
        (
            "grondslag",
            [
                "Lantaarnwet, artikel 4 is vervallen.",
                "Lantaarnwet, artikel 9 bestaat niet in",
                "gewijzigd",
                "met ingang van 1 januari 2026, na deze verordening",
            ],
            [],
        ),
        ("verwijzingen", ["In uw tekst bestaat niet: artikel 8."], []),
        ("model", ["Van deze versie van het model zijn geen wijzigingen bekend."], []),
    ],
)
def test_each_part_shows_what_was_found(
    eigen: TestClient, adres: str, toon: str, staat_er: list[str], niet: list[str]
) -> None:
    pagina = eigen.get(f"{adres}?toon={toon}")
    assert pagina.status_code == 200
    tekst = woorden(pagina.text)
    for stuk in staat_er:
        assert stuk in tekst
    for stuk in niet:
        assert stuk not in tekst


def test_what_is_private_is_kept_by_nobody_on_the_way(eigen: TestClient, adres: str) -> None:
    koppen = eigen.get(adres).headers
    assert koppen["cache-control"] == "no-store"
    assert koppen["x-robots-tag"] == "noindex, nofollow"
    assert koppen["referrer-policy"] == "same-origin"
    assert "default-src 'none'" in koppen["content-security-policy"]
    via_rest = eigen.get(f"/v1/vergelijkingen/{adres.rpartition('/')[2]}", headers={"Origin": "https://ergens.example"})
    assert via_rest.status_code == 200
    assert "access-control-allow-origin" not in via_rest.headers


def test_downloads(eigen: TestClient, adres: str) -> None:
    csv = eigen.get(f"{adres}?toon=afwijkingen&formaat=csv")
    assert csv.headers["content-type"].startswith("text/csv")
    assert "meldt dat artikel 8" in csv.text
    docx = eigen.get(f"{adres}?toon=afwijkingen&formaat=docx")
    inhoud = zipfile.ZipFile(BytesIO(docx.content)).read("word/document.xml").decode()
    assert "Lantaarnverordening Nergenshuizen naast het model" in inhoud
    assert "Grondslag" in inhoud


@pytest.mark.parametrize("vraag", ["toon=nergens", "formaat=exe", "vanaf=-1", "vanaf=x"])
def test_a_part_that_is_not_there_is_refused(eigen: TestClient, adres: str, vraag: str) -> None:
    assert eigen.get(f"{adres}?{vraag}").status_code == 400


def test_rest_gives_the_same_and_documents_it(eigen: TestClient) -> None:
    json = {"Accept": "application/json"}
    gemaakt = eigen.post("/v1/vergelijkingen", files={"document": ("v.txt", EIGEN)}, headers=json)
    assert gemaakt.status_code == 201, gemaakt.text
    adres = gemaakt.headers["location"]
    alles = eigen.get(adres, headers=json).json()
    assert alles == {**gemaakt.json(), "_links": alles["_links"]}
    assert alles["telling"] == {"gelijk": 10, "afwijkend": 1, "ontbreekt": 0, "weggelaten": 1, "extra": 2}
    assert alles["model"] == "mlv"
    ingevuld = [k for paar in alles["paren"] for k in paar["keuzes"] if k["plaats"] == "[uur]"]
    assert [(k["soort"], k["waarde"]) for k in ingevuld] == [("ingevuld", "acht")]
    geerfd = [r for d in alles["dekking"] for p in d["regels"] for r in p["door"] if r["vanModel"]]
    assert {(r["van"]["kort"], r["vanModel"]["kort"]) for r in geerfd} >= {("eigen:2", "mlv:2")}
    assert all(r["eigenWoorden"] and r["modelWoorden"] for r in geerfd)
    extra = eigen.get(f"{adres}?toon=extra", headers=json).json()["paren"]
    assert [p["eigen"][0]["kort"] for p in extra] == ["eigen:2:3", "eigen:slot"]
    assert eigen.delete(adres).status_code == 204
    for vraag in (eigen.get(adres, headers=json), eigen.delete(adres)):
        assert (vraag.status_code, vraag.headers["content-type"]) == (404, "application/problem+json")
    assert "/vergelijkingen/{id}" in eigen.get("/v1/openapi.json").json()["paths"]


def test_wiping_leaves_nothing_on_disk(eigen: TestClient, eigen_opslag: Path) -> None:
    map_ = eigen_opslag / "eigen"
    voor = set(map_.iterdir())
    adres = eigen.post("/vergelijk", files={"document": ("v.txt", EIGEN)}).headers["location"]
    assert len(set(map_.iterdir()) - voor) == 1
    gewist = eigen.post(f"{adres}/wissen")
    assert (gewist.status_code, gewist.headers["location"]) == (303, "/vergelijk?gewist=ja")
    assert "is gewist" in eigen.get(gewist.headers["location"]).text
    assert set(map_.iterdir()) == voor
    assert eigen.get(adres).status_code == 404


def test_a_word_document_of_two_municipalities_is_read_by_its_content(eigen: TestClient) -> None:
    regels = "".join(p(r) for r in EIGEN.split("\n") if r.strip())
    antwoord = eigen.post("/vergelijk", files={"document": ("naam zonder einde", maak_docx(regels))})
    assert antwoord.status_code == 303, antwoord.text
    tekst = woorden(eigen.get(f"{antwoord.headers['location']}?toon=keuzes").text)
    assert "ingevuld: [uur] → acht" in tekst
    eigen.post(f"{antwoord.headers['location']}/wissen")


VIJANDIG = {
    "empty": (b"", 422, "leeg"),
    "binary": (bytes(range(256)) * 20, 422, "geen tekst"),
    "too large": (b"a" * 210_000, 413, "groter dan de grens"),
    "no rules": (b"Beste lezer,\n\nDit is een brief.\n", 400, "geen artikelen"),
    "another xml": (b"<?xml version='1.0'?><recept><ei/></recept>", 422, "recept"),
    "entities": (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><cvdr>&a;</cvdr>", 422, ""),
    "a broken docx": (b"PK\x03\x04word/" + b"\x00" * 200, 422, "beschadigd"),
    "a broken pdf": (b"%PDF-1.7\n" + b"\x00garbage" * 20, 422, "beschadigd"),
    "a pdf of pictures": (maak_pdf([[], []]), 422, "geen tekst, alleen afbeeldingen"),
    "a locked pdf": (met_wachtwoord(maak_pdf([["Artikel 1"]])), 422, "beveiligd met een wachtwoord"),
    "a bomb": (maak_docx("<w:p/>", numbering="0" * 30_000_000), 413, "meer dan het kan zijn"),
}


@pytest.mark.parametrize(("inhoud", "status", "zin"), VIJANDIG.values(), ids=VIJANDIG)
def test_what_cannot_be_read_gives_the_form_with_the_reason_and_is_not_kept(
    eigen: TestClient, eigen_opslag: Path, inhoud: bytes, status: int, zin: str
) -> None:
    voor = {p.name for p in (eigen_opslag / "eigen").glob("*")}
    antwoord = eigen.post("/vergelijk", files={"document": ("geheime naam.bin", inhoud)})
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (status, "text/html; charset=utf-8")
    fout = woorden(antwoord.text)
    assert zin in fout
    assert "<form" in antwoord.text
    assert str(eigen_opslag) not in antwoord.text
    assert {p.name for p in (eigen_opslag / "eigen").glob("*")} == voor


@pytest.mark.parametrize("aangekondigd", [True, False])
def test_far_too_much_is_refused_on_the_way_in_with_a_page(eigen: TestClient, aangekondigd: bool) -> None:
    """Above the limit of the body itself, by its announced length or while it comes in; a program gets a problem."""
    soort = "multipart/form-data; boundary=x"
    inhoud = b'--x\r\nContent-Disposition: form-data; name="document"; filename="v.txt"\r\n\r\n' + b"a" * 1_200_000

    def doe(pad: str) -> tuple[int, str]:
        lichaam = inhoud if aangekondigd else (inhoud[n : n + 200_000] for n in range(0, len(inhoud), 200_000))
        antwoord = eigen.post(pad, content=lichaam, headers={"Content-Type": soort})
        assert antwoord.headers["connection"] == "close"
        return antwoord.status_code, antwoord.headers["content-type"].partition(";")[0]

    assert doe("/vergelijk") == (413, "text/html")
    assert doe("/v1/vergelijkingen") == (413, "application/problem+json")


@pytest.mark.parametrize(
    "koppen",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://ergens.example"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize("pad", ["/vergelijk", "/v1/vergelijkingen"])
def test_another_site_makes_nobody_bring_a_document(eigen: TestClient, koppen: dict[str, str], pad: str) -> None:
    assert eigen.post(pad, files={"document": ("v.txt", EIGEN)}, headers=koppen).status_code == 403


@pytest.mark.parametrize("koppen", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}, {}])
def test_our_own_page_and_programs_may(eigen: TestClient, koppen: dict[str, str]) -> None:
    antwoord = eigen.post("/vergelijk", data={"model": "mlv"}, headers=koppen)
    assert antwoord.status_code == 400  # not refused: the form is read, and asks for its document
    assert "geen document" in antwoord.text


def test_a_form_without_a_document_asks_for_one(eigen: TestClient) -> None:
    assert "geen document" in eigen.post("/vergelijk", data={"model": "mlv"}).text
    assert eigen.post("/v1/vergelijkingen", data={"model": "mlv"}).status_code == 400


def test_a_model_that_is_not_loaded_is_named_and_the_document_not_kept(eigen: TestClient, eigen_opslag: Path) -> None:
    voor = {p.name for p in (eigen_opslag / "eigen").glob("*")}
    antwoord = eigen.post("/v1/vergelijkingen", files={"document": ("v.txt", EIGEN)}, data={"model": "kw"})
    assert antwoord.status_code == 404
    assert "Kaarsenwet" in antwoord.json()["detail"]
    assert {p.name for p in (eigen_opslag / "eigen").glob("*")} == voor


def test_a_loaded_ordinance_needs_no_upload(eigen: TestClient) -> None:
    """Here the model beside itself: all is equal."""
    uitkomst = eigen.get("/v1/vergelijkingen?eigen=mlv&model=mlv", headers={"Accept": "application/json"}).json()
    assert uitkomst["id"] is None
    assert {soort for soort, n in uitkomst["telling"].items() if n} == {"gelijk"}
    pagina = eigen.get("/vergelijk?eigen=mlv&model=mlv")
    assert pagina.status_code == 200
    assert "wissen" not in pagina.text


def test_a_task_that_takes_too_long_is_ended(instellingen: Instellingen, tmp_path: Path) -> None:
    app = maak_app(replace(instellingen, eigen_seconden=0.1))
    with TestClient(app, headers={"Accept": "text/html"}) as klant:
        antwoord = klant.post("/vergelijk", files={"document": ("v.txt", EIGEN)})
    assert antwoord.status_code == 503
    assert "duurde langer dan 0.1 seconden" in antwoord.text


def test_a_task_gets_no_more_memory_than_is_allowed(instellingen: Instellingen) -> None:
    app = maak_app(replace(instellingen, eigen_geheugen_mb=64, eigen_mb=20.0))
    artikelen = (" ".join(f"Woord{n}x{m}" for m in range(300)) for n in range(10, 1500))
    groot = EIGEN + "".join(f"\nArtikel {n}. Iets\n\n{tekst}\n" for n, tekst in enumerate(artikelen, 10))
    with TestClient(app, headers={"Accept": "text/html"}, follow_redirects=False) as klant:
        antwoord = klant.post("/vergelijk", files={"document": ("v.txt", groot)})
    assert antwoord.status_code == 503
    assert "geheugen" in antwoord.text
