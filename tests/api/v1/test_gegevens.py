"""What the resources say, on invented regulations."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import httpx
import pytest

from api.v1.vinden import WACHTENDEN_MAX
from api.v1.wijzigingen import als_atom
from ontologie.wijziging import DatumAs

ATOM = "{http://www.w3.org/2005/Atom}"
IRI = "https://w3id.org/regelgraaf/id/"


def haal(v1: httpx.Client, pad: str) -> Any:
    antwoord = v1.get(pad)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord.json()


def kort(plekken: list[dict[str, Any]]) -> list[str]:
    return [p["kort"] for p in plekken]


def test_regulations_with_their_versions(v1: httpx.Client) -> None:
    alle = {r["kort"]: r for r in haal(v1, "/v1/regelingen")["items"]}
    assert set(alle) == {"fvo", "ven", "wegbrief", "wegnh"}
    assert [v["naam"] for v in alle["ven"]["versies"]] == ["2025-06-01", "2024-01-01"]
    assert kort(haal(v1, "/v1/regelingen?soort=brief")["items"]) == ["wegbrief"]
    regeling = haal(v1, "/v1/regelingen/ven")
    assert regeling["gekozen"]["versie"]["naam"] == "2025-06-01"
    assert [v["artikelen"] for v in regeling["versies"]] == [4, 2]
    assert regeling["geldigheid"] is None


@pytest.mark.parametrize(
    "id_",
    ["wegnh:2:1", "artikel 2, eerste lid, Wegenregeling Nergenshuizen", IRI + "wegnh/artikel/2/lid/1",
     IRI + "wegnh/2025-07-01/artikel/2/lid/1"],
)  # fmt: skip
def test_a_provision_by_every_name(v1: httpx.Client, id_: str) -> None:
    bepaling = haal(v1, f"/v1/bepalingen/{quote(id_, safe='')}")
    assert bepaling["ids"]["kort"] == "wegnh:2:1"
    assert (bepaling["soort"], bepaling["nummer"], bepaling["aanduiding"]) == ("lid", "1", "1.")
    assert bepaling["tekst"] == "Het beheer berust bij de dorpsraad."
    assert kort(bepaling["bovenliggend"]) == ["wegnh", "wegnh:2"]
    assert bepaling["volgende"]["href"] == "/v1/bepalingen/wegnh:2:2"


def test_the_version_of_a_day_says_how_sure_it_is(v1: httpx.Client) -> None:
    def op(dag: str) -> tuple[str, str]:
        bepaling = haal(v1, f"/v1/bepalingen/ven:2?op={dag}")
        assert bepaling["geldigheid"]["op"] == dag
        return bepaling["versie"]["naam"], bepaling["tekst"].split()[5]

    assert op("2024-03-01") == ("2024-01-01", "mei")
    assert op("2026-03-01") == ("2025-06-01", "juni")
    assert haal(v1, "/v1/bepalingen/ven:2?versie=2024-01-01")["geldigheid"] is None
    assert haal(v1, "/v1/regelingen/ven?op=2024-03-01")["gekozen"]["versie"]["naam"] == "2024-01-01"


def test_references_out_and_in(v1: httpx.Client) -> None:
    uit = haal(v1, "/v1/bepalingen/wegbrief:2/verwijzingen/uit")["items"]
    assert [kort(v["doelen"]) for v in uit] == [["wegnh:2:1"], ["wegnh:2"]]
    for v in uit:
        assert v["status"] == "opgelost"
        assert v["voor"] + v["woorden"] + v["na"]
    inkomend = haal(v1, "/v1/bepalingen/wegnh:2:1/verwijzingen/in")
    assert inkomend["perNiveau"] == {"zelf": 2, "onder": 0, "boven": 2}
    assert {i["regeling"]["kort"] for i in inkomend["items"]} == {"wegnh", "wegbrief"}
    zelf = haal(v1, "/v1/bepalingen/wegnh:2:1/verwijzingen/in?niveau=zelf")
    assert [i["niveau"] for i in zelf["items"]] == ["zelf", "zelf"]


def test_unresolved_references(v1: httpx.Client) -> None:
    alle = haal(v1, "/v1/verwijzingen/onopgelost")["items"]
    assert {v["status"] for v in alle} == {"doel-ontbreekt", "onbekende-regeling"}
    assert all(v["reden"] for v in alle)
    een = haal(v1, "/v1/verwijzingen/onopgelost?regeling=wegbrief&status=onbekende-regeling")["items"]
    assert [v["bron"]["kort"] for v in een] == ["wegbrief:3"]


def test_changes_on_an_axis_and_the_feed(v1: httpx.Client) -> None:
    periode = "van=2025-06-01&tot=2025-06-30"
    zonder_as = haal(v1, f"/v1/wijzigingen?{periode}")
    assert (zonder_as["items"], zonder_as["as"]) == ([], None)
    assert {a["as"]: a["artikelen"] for a in zonder_as["assen"]}["in-werking"] == 2
    met_as = haal(v1, f"/v1/wijzigingen?{periode}&as=in-werking")
    assert {(i["bepaling"]["kort"], i["wijziging"]["effect"]) for i in met_as["items"]} == {
        ("ven:2", "wijziging"),
        ("ven:3", "nieuw"),
    }
    assert all(i["wijziging"]["gepubliceerd"] == "2025-03-10" for i in met_as["items"])

    feed = haal(v1, "/v1/wijzigingen/feed?sinds=2025-06-01&as=in-werking")
    dagen = [i["dag"] for i in feed["items"]]
    assert dagen == sorted(dagen, reverse=True)
    assert feed["totaal"] == len(dagen) == 3  # what is known of later days counts
    kortste = haal(v1, "/v1/wijzigingen/feed?sinds=2025-06-01&as=in-werking&limiet=1")
    assert (kortste["items"], kortste["afgekapt"]) == (feed["items"][:1], True)


def test_the_feed_as_atom(v1: httpx.Client) -> None:
    pad = "/v1/wijzigingen/feed?sinds=2025-06-01&as=in-werking"
    gevraagd = v1.get(pad, headers={"Accept": "application/atom+xml"})
    assert gevraagd.headers["content-type"].startswith("application/atom+xml")
    assert gevraagd.headers["etag"] != v1.get(pad).headers["etag"]
    atom = v1.get(v1.get(pad).json()["_links"]["atom"]["href"])
    feed = ElementTree.fromstring(atom.content)
    ids = [i.text for i in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 1 + len(feed.findall(f"{ATOM}entry"))
    for entry in feed.iter(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}updated", "").endswith("T00:00:00Z")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert v1.get(link.attrib["href"]).status_code == 200
    assert "ven:2" in v1.get(pad).text


@pytest.mark.parametrize("limiet", [1, 2, 3, 100])
def test_the_feed_in_parts_gives_every_entry_once(v1: httpx.Client, limiet: int) -> None:
    geheel = haal(v1, "/v1/wijzigingen/feed?sinds=2025-01-01&as=in-werking")
    assert geheel["documenten"]
    delen = [haal(v1, f"/v1/wijzigingen/feed?sinds=2025-01-01&as=in-werking&limiet={limiet}")]
    while verder := delen[-1]["_links"].get("next"):
        delen.append(haal(v1, verder["href"]))
        assert haal(v1, delen[-1]["_links"]["prev"]["href"])["items"] == delen[-2]["items"]
    assert [d["afgekapt"] for d in delen] == [True] * (len(delen) - 1) + [False]
    assert [i for d in delen for i in d["items"]] == geheel["items"]
    assert [x for d in delen for x in d["documenten"]] == geheel["documenten"]
    assert haal(v1, "/v1/wijzigingen/feed?sinds=2025-01-01&vanaf=1000")["items"] == []


def test_the_feed_as_atom_in_parts(v1: httpx.Client) -> None:
    vraag = "/v1/wijzigingen/feed?sinds=2025-01-01&as=in-werking"
    ids: list[str | None] = []
    adres, vorig = f"{vraag}&limiet=1", ""
    while adres:
        # Asked for by the header at first; from then on the links say it.
        feed = ElementTree.fromstring(v1.get(adres, headers={} if ids else {"Accept": "application/atom+xml"}).content)
        links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
        hrefs = [*links.values(), *(link.attrib["href"] for link in feed.iter(f"{ATOM}link"))]
        assert all(href.startswith(str(v1.base_url)) for href in hrefs)
        assert ("previous" in links) == bool(ids)
        ids += [i.text for i in feed.iterfind(f"{ATOM}entry/{ATOM}id")]
        adres, vorig = links.get("next", ""), adres
        assert adres != vorig
    geheel = ElementTree.fromstring(v1.get(f"{vraag}&formaat=atom").content)
    assert ids == [i.text for i in geheel.iterfind(f"{ATOM}entry/{ATOM}id")]


def test_one_act_that_changes_a_provision_each_year_gives_an_entry_each() -> None:
    plek = SimpleNamespace(iri=f"{IRI}ven/artikel/2", label="Vennenwet, artikel 2", href="/v1/bepalingen/ven:2")
    items = [
        SimpleNamespace(
            bepaling=plek,
            dag=date(2025, 3, 10),
            door=SimpleNamespace(kort="stb:2025:70"),
            wijziging=SimpleNamespace(
                effect="wijziging", in_werking=date(jaar, 1, 1), inwerkingtreding_door="stb:2025:70"
            ),
        )
        for jaar in range(2026, 2030)
    ]
    feed: Any = SimpleNamespace(
        sinds=date(2025, 1, 1), as_=DatumAs.GEPUBLICEERD, items=items, vanaf=0, totaal=4, documenten=[],
        links={"self": SimpleNamespace(href="/v1/wijzigingen/feed")},
    )  # fmt: skip
    ids = [
        e.findtext(f"{ATOM}id")
        for e in ElementTree.fromstring("".join(als_atom(feed, "http://x/"))).iter(f"{ATOM}entry")
    ]
    assert len(ids) == len(set(ids)) == 4


def test_history_and_differences(v1: httpx.Client) -> None:
    geschiedenis = haal(v1, "/v1/bepalingen/ven:2/geschiedenis")
    assert [(v["versie"]["naam"], v["gelijk"]) for v in geschiedenis["versies"]] == [
        ("2024-01-01", None),
        ("2025-06-01", False),
    ]
    verschil = haal(v1, "/v1/regelingen/ven/verschil?oud=2024-01-01&nieuw=2025-06-01")
    per = {(v["nieuw"] or v["oud"])["kort"]: v for v in verschil["items"]}
    assert per["ven:2"]["tekst"] == [{"weg": "mei", "erbij": "juni"}]
    assert per["ven:3"]["soort"] == "toegevoegd"


def test_search(v1: httpx.Client) -> None:
    gevonden = haal(v1, "/v1/zoeken?q=fietssubsidie")
    assert gevonden["items"][0]["regeling"]["kort"] == "fvo"
    assert any(deel["raak"] for t in gevonden["items"] for deel in t["fragment"])
    assert haal(v1, "/v1/zoeken?q=artikel 2 Wegenregeling Nergenshuizen")["direct"]["kort"] == "wegnh:2"
    assert haal(v1, "/v1/zoeken?q=beheer&regeling=fvo")["totaal"] < haal(v1, "/v1/zoeken?q=beheer")["totaal"]


@pytest.mark.parametrize(
    ("tekst", "plaats", "verwacht"),
    [
        ("Zie artikel 2, eerste lid, van de Wegenregeling Nergenshuizen.", "", [("opgelost", ["wegnh:2:1"])]),
        ("🙂 Zie artikel 9 van de Wegenregeling Nergenshuizen.", "", [("doel-ontbreekt", ["wegnh:9"])]),
        ("Het eerste lid geldt.", "wegnh:2:2", [("opgelost", ["wegnh:2:1"])]),
        ("Geen enkele verwijzing.", "", []),
        ("", "", []),
    ],
)
def test_citations_in_a_text(v1: httpx.Client, tekst: str, plaats: str, verwacht: list[Any]) -> None:
    antwoord = v1.post("/v1/citaat", json={"tekst": tekst, "plaats": plaats})
    verwijzingen = antwoord.json()["verwijzingen"]
    assert [(v["status"], v["doelen"]) for v in verwijzingen] == verwacht
    for v in verwijzingen:
        assert tekst[v["begin"] : v["eind"]] == v["tekst"]
        assert v["uitleg"]


@pytest.mark.parametrize(
    ("inhoud", "soort", "status"),
    [
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"tekst": 1}', "application/json", 400),
        (b'{"tekst": "\\ud800"}', "application/json", 400),
        (b'{"tekst": "\xff"}', "application/json", 400),
        (b'{"tekst": "x", "taal": "nl"}', "application/json", 400),
        (b'{"tekst": "' + b"x" * 100_001 + b'"}', "application/json", 400),
        (b'{"tekst": ' + b"[" * 50_000, "application/json", 400),
        (b"x" * 1_100_000, "application/json", 413),
        (b"tekst=x", "application/x-www-form-urlencoded", 400),
    ],
)
def test_a_text_that_cannot_be_read(v1: httpx.Client, inhoud: bytes, soort: str, status: int) -> None:
    antwoord = v1.post("/v1/citaat", content=inhoud, headers={"Content-Type": soort})
    assert antwoord.status_code == status, antwoord.text
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert len(antwoord.content) < 2000


def test_many_texts_at_once_wait_in_a_short_queue_while_others_are_answered(v1: httpx.Client, v1_adres: str) -> None:
    tekst = "Zie artikel 2, eerste lid, van de Wegenregeling Nergenshuizen. " * 1500

    def stuur(_: int) -> int:
        return httpx.post(f"{v1_adres}/v1/citaat", json={"tekst": tekst}, timeout=60).status_code

    with ThreadPoolExecutor(3 * WACHTENDEN_MAX) as draden:
        uitkomsten = draden.map(stuur, range(3 * WACHTENDEN_MAX))
        begin = time.monotonic()
        assert v1.get("/v1/bepalingen/wegnh:2").status_code == 200
        assert time.monotonic() - begin < 5
        statussen = set(uitkomsten)
    assert statussen == {200, 503}
    assert stuur(0) == 200


#: What depends on wegnh:2:1: grade, where it stands, steps, whether that is sure.
GERAAKT = {
    "wegnh:2:2": ("verwijzing", "zelf", 1, True),
    "wegnh:3": ("verwijzing", "boven", 1, True),  # its heading names the article
    "wegnh:1::b": ("verwijzing", "zelf", 2, True),
    "wegbrief:2": ("toelichting", "zelf", 1, True),
}


def test_what_a_change_of_a_provision_touches(v1: httpx.Client) -> None:
    i = haal(v1, "/v1/bepalingen/wegnh:2:1/impact?als=vervalt")
    per = {g["bepaling"]["kort"]: g for g in i["items"]}
    assert {k: (g["graad"], g["bereik"], g["stappen"], g["zeker"]) for k, g in per.items()} == GERAAKT
    lid = per["wegnh:2:2"]
    assert lid["kort"] == "verwijst naar vervallen lid"
    (sprong,) = lid["paden"][0]
    assert (sprong["uit"]["kort"], sprong["aard"], sprong["van"]["kort"]) == (
        "wegnh:2:1",
        "verwijst naar",
        "wegnh:2:2",
    )
    assert (sprong["woorden"], sprong["bewijsIn"]["kort"]) == ("eerste lid", "wegnh:2:2")
    assert (i["perGraad"], i["direct"]) == ({"verwijzing": 3, "toelichting": 1}, 3)
    assert [(v["bepaling"]["kort"], v["wordt"]) for v in i["vernummerd"]] == [("wegnh:2:2", "1")]
    assert [(t["regeling"]["kort"], t["verwijzingen"]) for t in i["noemtHeleRegeling"]] == [("wegbrief", 1)]
    assert (i["onvolledig"], i["bijgewerktTot"]) == ("", "2026-01-01")


def test_what_an_amending_act_touches(v1: httpx.Client) -> None:
    i = haal(v1, "/v1/besluiten/stb:2025:11/impact")
    assert {(u["bepaling"]["kort"], u["gevolg"], u["inWerking"]) for u in i["uitgangspunten"]} == {
        ("ven:2", "wijzigt", "2025-06-01"),
        ("ven:3", "nieuw", "2025-06-01"),
        ("ven:4", "nieuw", "2027-01-01"),
    }
    assert (i["items"], i["totaal"]) == ([], 0)
    assert v1.get("/v1/besluiten/stb:1999:1/impact").status_code == 404
    assert v1.get("/v1/besluiten/geen%20besluit/impact").status_code == 400


def test_what_is_cited_most(v1: httpx.Client) -> None:
    pagina = haal(v1, "/v1/meest-aangehaald?limiet=2")
    aantallen = [i["aantal"] for i in pagina["items"]]
    assert aantallen == sorted(aantallen, reverse=True)
    assert pagina["afgekapt"]
    doel = pagina["items"][0]["doel"]
    zelf = haal(v1, f"/v1/bepalingen/{quote(doel['kort'])}/verwijzingen/in?niveau=zelf")
    assert zelf["totaal"] == aantallen[0]


def test_search_in_the_versions_of_a_day(v1: httpx.Client) -> None:
    def gezocht(op: str) -> dict[str, Any]:
        antwoord = v1.get("/v1/zoeken", params={"q": "open van juni", "regeling": "ven", "op": op})
        assert antwoord.status_code == 200
        return antwoord.json()

    nieuw, oud, nooit = gezocht("2025-06-01"), gezocht("2025-05-31"), gezocht("2020-01-01")
    assert {t["versie"] for t in nieuw["items"]} == {"2025-06-01"}
    assert [(d["regeling"]["kort"], d["versie"]) for d in nieuw["versies"]] == [("ven", "2025-06-01")]
    assert {t["versie"] for t in oud["items"]} == {"2024-01-01"}
    assert oud["op"] == "2025-05-31"
    assert oud["versies"][0]["zekerheid"]
    assert (nooit["items"], [p["kort"] for p in nooit["nietOp"]]) == ([], ["ven"])
    zonder = v1.get("/v1/zoeken", params={"q": "open van juni", "regeling": "ven"}).json()
    assert (zonder["op"], zonder["versies"], zonder["nietOp"]) == (None, [], [])
    assert v1.get("/v1/zoeken", params={"q": "ven", "op": "morgen"}).status_code == 400
