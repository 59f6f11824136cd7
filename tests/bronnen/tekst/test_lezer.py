"""What holds for every text: encodings, identity, bounds, and that nothing moves or vanishes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bronnen.lezen import Bestand
from bronnen.register import Register
from bronnen.tekst import lezer
from bronnen.tekst.lezer import TekstLezer
from ontologie.document import Document
from ontologie.fouten import BronFout, BronTeGroot
from tests.bronnen.tekst.conftest import Lees, teksten, verschoven


def _lees(pad: Path, inhoud: bytes, register: Register) -> Document:
    pad.write_bytes(inhoud)
    return TekstLezer().lees(Bestand(pad), register)


ZIN = "Hier staat een zin over de oever één en de reünie."


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_coderingen(tmp_path: Path, register: Register, codering: str) -> None:
    document = _lees(tmp_path / "brief.txt", ZIN.encode(codering), register)
    assert teksten(document) == [ZIN]
    assert [m.bericht for m in document.meldingen] == (
        ["de tekst is geen UTF-8 en is als Windows-1252 gelezen"] if codering == "cp1252" else []
    )


def test_zachte_afbreekstreepjes_horen_niet_bij_het_woord(lees: Lees) -> None:
    document = lees("De rei\u00adger staat bij de wa\u00ad\nterkant te wachten op een vis die maar niet komt.\n")
    assert teksten(document) == ["De reiger staat bij de waterkant te wachten op een vis die maar niet komt."]
    passage = next(iter(document.passages())).tekst
    begin = passage.inhoud.index("waterkant")
    span = passage.naar_bron(begin, begin + len("waterkant"))
    assert document.origineel[span.begin : span.eind] == "wa\u00ad\nterkant"


@pytest.mark.parametrize(
    ("inhoud", "bericht"),
    [
        (bytes(range(128, 256)) * 20, "brief.txt, byte 0: dit is geen tekst in UTF-8"),
        (b"tekst\x00\x01", "brief.txt, regel 1, byte 5: dit is geen tekst (besturingsteken 0x00)"),
        (b" \r\n\t\f", "brief.txt: er staat geen tekst in"),
        (b"\xff\xfea", "brief.txt, byte 2: de tekst is geen geldige utf-16"),
    ],
)
def test_geen_tekst(tmp_path: Path, register: Register, inhoud: bytes, bericht: str) -> None:
    with pytest.raises(BronFout) as fout:
        _lees(tmp_path / "brief.txt", inhoud, register)
    assert str(fout.value).startswith(str(tmp_path / bericht))


@pytest.mark.parametrize(
    ("tekst", "naam", "werk", "versie"),
    [
        ("Model Re-integratieverordening Participatiewet (mei 2031)\n\nDit is tekst.\n", "x.txt", "mrv", "2031-05"),
        (
            "Besluit oevers\n\nDit is tekst van het besluit.\n",
            "Besluit Oevers 2024-03-05.txt",
            "besluit-oevers-2024-03-05",
            "2024-03-05",
        ),
        ("Notitie oevers\n\nZandveen, 4 mei 2023\n\nDit is tekst.\n", "notitie.txt", "notitie", "2023-05-04"),
        ("Oevers 2022\n\nDit is tekst.\n", "Ü.txt", "document", "2022"),
        ("Zomaar.\n", "iets-12345678.txt", "iets-12345678", ""),
    ],
)
def test_werk_en_versie(lees: Lees, tekst: str, naam: str, werk: str, versie: str) -> None:
    document = lees(tekst, naam)
    assert (document.werk, document.versie) == (werk, versie)


STUKKEN = st.sampled_from(
    [
        *("Artikel 1. Naam\n", "Artikel 2\n", "Artikel 140 ", "1. ", "a. ", "- ", "[", "]", "Eerste lid\n", "Lid 1\n"),
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\f",
            "\t",
            " ",
            "Toelichting\n",
            "De raad van X;\n",
            "Bijlage 1\n",
            "Hoofdstuk II Y\n",
        ),
        *(
            "¹",
            "¹ Noot.\n",
            "woord1\n\n",
            "1 Noot\n",
            "de oever ",
            "Zin. ",
            "é",
            "¢",
            "**",
            "<p>",
            "beéin",
            "[x](#)",
            "-\n",
        ),
        *("1 Kop\n\n", "1.1 Kop\n\n", "Inhoud\n1 Kop\t3\n", "Aldus vastgesteld ", "Tabel 1. X\n", "a\tb\n"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STUKKEN | st.text(max_size=8), max_size=60).map("".join))
def test_elke_tekst_wordt_gelezen_of_geweigerd(tmp_path: Path, register: Register, tekst: str) -> None:
    try:
        document = _lees(tmp_path / "x.txt", tekst.encode("utf-8", "replace"), register)
    except BronFout:
        return
    alle = list(document.bepalingen())
    assert len({b.id for b in alle}) == len(alle)
    lengte = len(document.origineel)
    assert all(0 <= b.span.begin <= b.span.eind <= lengte for b in alle)
    assert verschoven(document) == []
    assert all(document.origineel[c.span.begin : c.span.eind] == c.staat_er for c in document.correcties)
    gezien: set[int] = set()
    for passage in document.passages():
        plekken = [p for s in passage.tekst.segmenten for p in range(s.bron_begin, s.bron_begin + s.bron_lengte)]
        assert gezien.isdisjoint(plekken)
        gezien.update(plekken)


@pytest.mark.parametrize(
    "tekst",
    [
        "artikel 1 van de wet " * 100_000,
        "[" * 300_000,
        "[]" * 150_000,
        "a. x;\n" * 30_000,
        "Artikel 1. Naam\n" * 20_000,
        "a\tb\n" * 10_000,
        "".join(f"woord{n}¹ zin.\n\n¹ noot\n\n" for n in range(4_000)),
        "Toelichting\nArtikel 3. Z\n" * 10_000,
        "¢é" * 50_000,
        "\n" * 500_000 + "x",
        "x" + ")" * 500_000,
    ],
    ids=lambda t: t[:12],
)
def test_tijd_groeit_niet_sneller_dan_de_tekst(tmp_path: Path, register: Register, tekst: str) -> None:
    begin = time.process_time()
    _lees(tmp_path / "x.txt", tekst.encode(), register)
    # Linear reading takes about a second at most; anything quadratic takes minutes.
    assert time.process_time() - begin < 15


@pytest.mark.parametrize(("grens", "bericht"), [("MAX_TEKST", "de grens is 20"), ("MAX_LEESFOUTEN", "meer dan 20")])
def test_te_lange_of_onleesbare_tekst_wordt_geweigerd(
    tmp_path: Path, register: Register, monkeypatch: pytest.MonkeyPatch, grens: str, bericht: str
) -> None:
    monkeypatch.setattr(lezer, grens, 20)
    with pytest.raises(BronTeGroot, match=bericht):
        _lees(tmp_path / "x.txt", b"het colllege\n" * 21, register)
