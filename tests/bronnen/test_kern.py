"""The shipped facts: everything of a document but its running text comes back, and damage is named with its line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronnen.kern import KERNMAP, bestandsnaam, lees_kern, lees_kernbestand, schrijf_kern, zonder_tekst
from bronnen.kernvertaling import MAXIMUM_WOORDEN
from ontologie.document import (
    Bepaling,
    BepalingSoort,
    Bronbestand,
    Document,
    DocumentSoort,
    Invulplaats,
    InvulSoort,
    Publicatie,
    Redactielink,
    Wijzigingsgegevens,
)
from ontologie.fouten import BronFout
from ontologie.identificatie import BepalingId, Stap, StapSoort, artikel_id
from ontologie.relatie import (
    Afleiding,
    Bevinding,
    Bewijs,
    Modaliteit,
    Regelplicht,
    Regelvorm,
    Relatie,
    RelatieSoort,
    Sterkte,
)
from ontologie.tekst import Segment, Span, Tekst
from ontologie.verwijzing import ExternId, Status, Verwijzing, VerwijzingSoort

WORTEL = Path(__file__).resolve().parents[2]


def tekst(inhoud: str, begin: int = 0) -> Tekst:
    return Tekst(inhoud, (Segment(0, len(inhoud), begin, len(inhoud)),))


WIJZIGING = Wijzigingsgegevens(
    "wijziging",
    Publicatie("Stb", 2025, "7", date(2025, 6, 10), date(2025, 6, 1), "36001"),
    Publicatie("Stcrt", 2025, "43", date(2025, 12, 2)),
    date(2025, 6, 1),
    date(2025, 6, 10),
    date(2025, 12, 2),
    date(2026, 1, 1),
    date(2025, 1, 1),
    (Publicatie("Stb", 2025, "8"),),
)


def document() -> Document:
    """An invented model with everything that a document can have."""
    artikel = artikel_id("vm", "1a")
    lid = Bepaling(
        artikel.onder(StapSoort.LID, "1"),
        BepalingSoort.LID,
        Span(40, 80),
        "1.",
        inhoud=(tekst("Geheime tekst van een lid.", 45),),
        facultatief=True,
        invulplaatsen=(Invulplaats(InvulSoort.VARIANT, Span(50, 60)),),
    )
    eerste = Bepaling(
        artikel,
        BepalingSoort.ARTIKEL,
        Span(10, 90),
        "Artikel 1a",
        tekst("Vlotten", 21),
        (tekst("Geheime aanhef.", 30), lid, tekst("Geheim slot.", 82)),
        wijziging=WIJZIGING,
        verdere_wijzigingen=(Wijzigingsgegevens("nieuw"),),
        bron_ids=(("stam-id", "11"), ("label-id", "33")),
    )
    weg = Bepaling(
        artikel_id("vm", "2"), BepalingSoort.ARTIKEL, Span(91, 99), "Artikel 2", vervallen=True, in_werking=False
    )
    uitleg = Bepaling(
        BepalingId("vm", (Stap(StapSoort.TOELICHTING, ""), Stap(StapSoort.ARTIKEL, "1a"))),
        BepalingSoort.TOELICHTING,
        Span(100, 140),
        licht_toe=(artikel,),
        inhoud=(tekst("Geheime uitleg.", 101),),
    )
    wortel = Bepaling(
        BepalingId("vm"),
        BepalingSoort.REGELING,
        Span(0, 150),
        opschrift=tekst("Vlotmodel"),
        inhoud=(eerste, weg, uitleg),
    )
    return Document(
        werk="vm",
        versie="2025-12",
        soort=DocumentSoort.MODEL,
        titel="Vlotmodel",
        wortel=wortel,
        bron=Bronbestand("vm.txt", "a" * 64, 150, "tekst", "tekst/1"),
        officieel_id="VM1",
        afkortingen=("VM",),
        geldig_van=date(2025, 12, 1),
        geldig_tot=date(2030, 1, 1),
        volledig=False,
        origineel="x" * 150,
        redactielinks=(
            Redactielink(Span(50, 55), "geheim", "extref", "jci1.3:c:BWBR9000001&artikel=1", "BWBR9000001"),
        ),
    )


VERWIJZINGEN = (
    Verwijzing(
        Span(45, 60),
        "artikel 2, onder a of b",
        VerwijzingSoort.INTERN,
        Status.DEELS,
        (artikel_id("vm", "2", "", "a"), artikel_id("vm", "2", "", "b")),
        artikel_id("vm", "1a", "1"),
        "intern",
        "Onderdeel b bestaat niet.",
        bestaand=(artikel_id("vm", "2"),),
    ),
    Verwijzing(
        Span(61, 70),
        "Stb. 2025, 7",
        VerwijzingSoort.STB,
        Status.MEERDUIDIG,
        (ExternId("stb", "2025:7"),),
        BepalingId("vm"),
        kandidaten=(ExternId("ks", "II:2019/20:35394:3"), artikel_id("vw", "2:31b")),
    ),
)


BEWIJS = Bewijs(artikel_id("vm", "1a", "1"), Span(45, 60), "toelichting")
AFLEIDING = Afleiding(
    (
        Relatie(
            artikel_id("vm", "1a"),
            artikel_id("vw", "2:31b"),
            RelatieSoort.INVULLING,
            Sterkte.AFGELEID,
            "definitie",
            "De toelichting zegt het.",
            (BEWIJS,),
            facultatief=True,
            deels=True,
        ),
    ),
    (
        Regelplicht(
            artikel_id("vm", "1a", "1"),
            Modaliteit.MOET,
            Regelvorm.VERORDENING,
            "de vlotraad",
            artikel_id("vm", "1a"),
            Span(30, 44),
            Span(45, 60),
            artikel_id("vm", "2"),
            blad=False,
        ),
    ),
    (Bevinding(BEWIJS, "Artikel 9 bestaat niet.", (artikel_id("vw", "9"),)),),
)


def geschreven(map_: Path, document: Document, verwijzingen: Sequence[Verwijzing] = VERWIJZINGEN) -> Path:
    """The one file with the facts of a document."""
    (pad,) = schrijf_kern(map_, [(document, verwijzingen, AFLEIDING)])
    return pad


def heen_en_terug(map_: Path, document: Document) -> Document:
    return lees_kernbestand(geschreven(map_, document)).document


def test_alles_behalve_de_lopende_tekst_komt_terug(tmp_path: Path) -> None:
    kern = lees_kernbestand(geschreven(tmp_path, document()))
    verwacht = zonder_tekst(document())
    eerste = verwacht.wortel.kinderen[0]
    # Only the ids that the graph holds, and links without their words.
    eerste = replace(eerste, bron_ids=(("stam-id", "11"),))
    wortel = replace(verwacht.wortel, inhoud=(eerste, *verwacht.wortel.kinderen[1:]))
    links = tuple(replace(link, tekst="") for link in verwacht.redactielinks)
    assert kern.document == replace(verwacht, wortel=wortel, redactielinks=links)
    assert kern.verwijzingen == VERWIJZINGEN
    assert kern.afleiding == AFLEIDING


def test_zonder_tekst_houdt_de_boom_en_de_opschriften() -> None:
    kaal = zonder_tekst(document())
    assert [b.id for b in kaal.bepalingen()] == [b.id for b in document().bepalingen()]
    assert [b.kop for b in kaal.bepalingen()] == [b.kop for b in document().bepalingen()]
    assert not kaal.met_tekst
    assert not any(b.eigen_tekst for b in kaal.bepalingen())


def test_in_het_bestand_staat_geen_lopende_tekst(tmp_path: Path) -> None:
    pad = geschreven(tmp_path, document())
    inhoud = pad.read_text(encoding="utf-8")
    assert "eheim" not in inhoud
    assert "artikel 2, onder a of b" in inhoud
    assert pad.name == "vm@2025-12.jsonl"


def test_een_intitule_wordt_niet_meegeleverd(tmp_path: Path) -> None:
    intitule = "Wet houdende regels over " + " ".join(f"zaak{n}" for n in range(30))
    wet = replace(document(), titel=intitule, citeertitel="Vlotwet")
    wet = replace(wet, wortel=replace(wet.wortel, opschrift=tekst(intitule)))
    terug = heen_en_terug(tmp_path, wet)
    assert (terug.titel, terug.citeertitel, terug.wortel.kop) == ("Vlotwet", "Vlotwet", "")
    naamloos = heen_en_terug(tmp_path, replace(wet, citeertitel=""))
    assert len(naamloos.titel.split()) == MAXIMUM_WOORDEN + 1
    assert naamloos.titel.endswith(" …")


def test_ook_niet_als_zij_wordt_aangehaald(tmp_path: Path) -> None:
    intitule = "Wet houdende regels over " + " ".join(f"zaak{n}" for n in range(30))
    opsomming = "artikelen " + ", ".join(str(n) for n in range(1, 40))
    aangehaald = [
        replace(VERWIJZINGEN[0], tekst=intitule, soort=VerwijzingSoort.REGELING),
        replace(VERWIJZINGEN[1], tekst=opsomming),
    ]
    terug = lees_kernbestand(geschreven(tmp_path, document(), aangehaald)).verwijzingen
    assert terug[0].tekst.endswith(" …")
    assert len(terug[0].tekst) < len(intitule)
    assert terug[1].tekst == opsomming


def test_hetzelfde_geeft_dezelfde_bytes_en_oude_bestanden_gaan_weg(tmp_path: Path) -> None:
    ander = replace(document(), versie="2024-01")
    schrijf_kern(tmp_path, [(document(), VERWIJZINGEN, AFLEIDING), (ander, (), Afleiding())])
    eerste = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    geschreven(tmp_path, document(), tuple(reversed(VERWIJZINGEN)))
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"vm@2025-12.jsonl": eerste["vm@2025-12.jsonl"]}
    assert sorted(eerste) == ["vm@2024-01.jsonl", "vm@2025-12.jsonl"]


def test_een_fout_onderweg_laat_staan_wat_er_stond(tmp_path: Path) -> None:
    pad = geschreven(tmp_path, document())
    ervoor = pad.read_bytes()

    def stuk() -> Iterator[tuple[Document, Sequence[Verwijzing], Afleiding]]:
        yield replace(document(), titel="Anders"), (), Afleiding()
        raise LookupError("bron")

    with pytest.raises(LookupError):
        schrijf_kern(tmp_path, stuk())
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [(pad.name, ervoor)]


@pytest.mark.parametrize(
    ("werk", "versie", "naam"),
    [("pw", "", "pw@0000.jsonl"), ("../erg", "2026", "..%2Ferg@2026.jsonl"), ("a@b", "1/2", "a%40b@1%2F2.jsonl")],
)
def test_een_bestandsnaam_blijft_in_de_map(werk: str, versie: str, naam: str) -> None:
    assert bestandsnaam(replace(document(), werk=werk, versie=versie)) == naam


NUMMERS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=5)


@st.composite
def bomen(draw: st.DrawFn) -> Bepaling:
    """A tree of any shape, with unique numbers."""

    def knoop(id_: BepalingId, diepte: int) -> Bepaling:
        nummers = draw(st.lists(NUMMERS, max_size=3 if diepte < 3 else 0, unique=True))
        kinderen = tuple(knoop(id_.onder(StapSoort.ONDERDEEL, n), diepte + 1) for n in nummers)
        begin = draw(st.integers(0, 10**7))
        return Bepaling(
            id_, BepalingSoort.ONDERDEEL, Span(begin, begin + 1), draw(st.text(max_size=5)), inhoud=kinderen
        )

    return knoop(BepalingId("vm"), 0)


@given(bomen())
def test_elke_boom_komt_terug(tmp_path_factory: pytest.TempPathFactory, boom: Bepaling) -> None:
    map_ = tmp_path_factory.getbasetemp() / "boom"
    terug = heen_en_terug(map_, replace(document(), wortel=boom, redactielinks=()))
    assert terug.wortel == boom


def test_een_diepe_boom_kost_geen_recursie(tmp_path: Path) -> None:
    knoop = Bepaling(artikel_id("vm", "0"), BepalingSoort.ONDERDEEL, Span(0, 1))
    for n in range(1, 5000):
        knoop = Bepaling(artikel_id("vm", str(n)), BepalingSoort.ONDERDEEL, Span(0, 1), inhoud=(knoop,))
    terug = heen_en_terug(tmp_path, replace(document(), wortel=knoop, redactielinks=()))
    assert sum(1 for _ in terug.bepalingen()) == 5000


# --- Damage -------------------------------------------------------------------------------------------------------


def _wijzig(nummer: int, **velden: object) -> Callable[[list[bytes]], list[bytes]]:
    def doe(regels: list[bytes]) -> list[bytes]:
        regel = {**json.loads(regels[nummer]), **velden}
        return [*regels[:nummer], json.dumps(regel).encode(), *regels[nummer + 1 :]]

    return doe


SCHADE: list[tuple[str, Callable[[list[bytes]], list[bytes]], int]] = [
    ("leeg", lambda _: [b""], 1),
    ("andere versie van het formaat", _wijzig(0, regelgraaf_kern=99), 1),
    ("geen JSON", lambda r: [b"<xml/>", *r[1:]], 1),
    ("onbekend veld", _wijzig(0, meer=1), 1),
    ("onbekende soort", _wijzig(0, soort="wetboek"), 1),
    ("een getal als tekst", _wijzig(0, bepalingen="6"), 1),
    ("een regel te weinig", lambda r: r[:-1], 11),
    ("een regel te veel", lambda r: [*r, r[-1]], 11),
    ("een bepaling meer beloofd", _wijzig(0, bepalingen=6), 7),
    ("niets beloofd", _wijzig(0, bepalingen=0), 1),
    ("heel veel beloofd", _wijzig(0, bepalingen=10**12), 7),
    ("een onmogelijke diepte", _wijzig(3, d=4), 6),
    ("een enorme diepte", _wijzig(3, d=10**9), 6),
    ("twee wortels", _wijzig(3, d=0), 6),
    ("een negatieve diepte", _wijzig(1, d=-1), 6),
    ("een omgekeerd bereik", _wijzig(2, p=[9, 3]), 6),
    ("een bereik van drie", _wijzig(2, p=[1, 2, 3]), 3),
    ("een bereik voor het begin", _wijzig(6, p=[-4, 3]), 7),
    ("geen korte notatie", _wijzig(2, id="vm::"), 6),
    ("een doel dat er geen is", _wijzig(6, naar=["vm::"]), 7),
    ("een onbekende status", _wijzig(6, st="misschien"), 7),
    ("een onbekende sterkte", _wijzig(8, st="misschien"), 9),
    ("een relatie zonder bewijs", _wijzig(8, bewijs=None), 9),
    ("een plicht op een onmogelijke plaats", _wijzig(9, op=["vm:1a", 9, 3]), 10),
    ("een bevinding minder beloofd", _wijzig(0, bevindingen=0), 10),
    ("geen UTF-8", lambda r: [r[0], b'{"d":0,"id":"\xff"}', *r[2:]], 2),
    ("een diepe stapel haken", lambda r: [b"[" * 100_000, *r[1:]], 1),
]


@pytest.mark.parametrize(("schade", "regel"), [(s, r) for _, s, r in SCHADE], ids=[naam for naam, _, _ in SCHADE])
def test_schade_wordt_met_haar_regel_genoemd(
    tmp_path: Path, schade: Callable[[list[bytes]], list[bytes]], regel: int
) -> None:
    pad = geschreven(tmp_path, document())
    pad.write_bytes(b"".join(r + b"\n" for r in schade(pad.read_bytes().splitlines())))
    with pytest.raises(BronFout, match="beschadigd") as fout:
        lees_kernbestand(pad)
    assert fout.value.plaats == f"regel {regel}"
    assert str(pad) in fout.value.bericht


def test_een_afgebroken_bestand_is_beschadigd(tmp_path: Path) -> None:
    pad = geschreven(tmp_path, document())
    heel = pad.read_bytes()
    for lengte in range(0, len(heel), 97):
        pad.write_bytes(heel[:lengte])
        with pytest.raises(BronFout, match="beschadigd"):
            lees_kernbestand(pad)


def test_een_map_zonder_feiten(tmp_path: Path) -> None:
    with pytest.raises(BronFout, match="geen feiten"):
        list(lees_kern(tmp_path))


def test_een_bestand_dat_er_niet_is_of_te_groot_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BronFout, match="niet te openen"):
        lees_kernbestand(tmp_path / "weg.jsonl")
    pad = geschreven(tmp_path, document())
    monkeypatch.setattr("bronnen.kern.MAXIMUM", 100)
    with pytest.raises(BronFout, match="groter dan"):
        lees_kernbestand(pad)


# --- As shipped ---------------------------------------------------------------------------------------------------


def test_de_meegeleverde_feiten_zijn_te_lezen_en_klein() -> None:
    documenten = {k.document.werk: k for k in lees_kern()}
    assert documenten.keys() >= {"pw", "mrv", "hr", "lb", "web", "suwi"}
    assert sum(p.stat().st_size for p in KERNMAP.glob("*.jsonl")) < 6_000_000
    for kern in documenten.values():
        assert not kern.document.met_tekst
        assert len(kern.document.bron.sha256) == 64
    assert len(documenten["pw"].verwijzingen) > 900
    assert any(b.wijziging for b in documenten["pw"].document.bepalingen())


def test_de_meegeleverde_feiten_bevatten_geen_tekst_van_de_documenten(echte_bronnen: Path) -> None:
    """The project's own check of provenance, where it is at hand beside the documents."""
    controle = echte_bronnen.parent / "meet" / "controleer_herkomst.py"
    if not controle.is_file():
        pytest.skip("de herkomstcontrole ontbreekt naast de documenten")
    uitvoer = subprocess.run([sys.executable, controle, WORTEL], capture_output=True, text=True, check=False).stdout
    assert not [regel for regel in uitvoer.splitlines() if regel.startswith("bronnen/kern/")]
