"""Answers about time: axes, periods, validity, history and differences, on invented works and on December 2025."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bronnen.kern import zonder_tekst
from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.vaststellingen import lees_vaststellingen
from bronnen.wti import Wti
from graph.antwoorden import Antwoorden
from graph.antwoorden.tijdgegevens import Grond, Stand, Zekerheid
from graph.oxigraph import Oxigraph
from graph.tijd.bouwdeel import Tijdbouw
from ontologie.document import Bepaling, Document, DocumentSoort, Publicatie, Wijzigingsgegevens
from ontologie.fouten import IdentificatieFout, InvoerFout
from ontologie.identificatie import parse_kort
from ontologie.wijziging import DatumAs, VerschilSoort
from tests.graph.regelingen import Schrijver, vul

STB1 = Publicatie("Stb", 2025, "11", date(2025, 3, 10), date(2025, 3, 1))
STB2 = Publicatie("Stb", 2025, "12", date(2025, 4, 20), date(2025, 4, 11))
VEN = "ven"


def gegevens(effect: str, in_werking: date, terug: date | None = None) -> Wijzigingsgegevens:
    """A change published by ``STB1`` and commenced by ``STB2``."""
    return Wijzigingsgegevens(
        effect, STB1, STB2, STB1.ondertekening, STB1.uitgifte, STB2.uitgifte, in_werking, terug
    )  # fmt: skip


def venregeling(versie: str, tweede: str, *, nieuw: bool) -> Document:
    """A regulation about fens; the newer version has another second article, and a third."""
    s = Schrijver(VEN, versie, DocumentSoort.MINISTERIELE_REGELING)
    oud = Wijzigingsgegevens("nieuwe-regeling", in_werking=date(2020, 1, 1))
    artikelen = [
        replace(s.bepaling("artikel/1", "Artikel 1", "", s.tekst("In het ven wordt niet gezwommen.")), wijziging=oud),
        replace(
            s.bepaling("artikel/2", "Artikel 2", "", s.tekst(tweede)),
            wijziging=gegevens("wijziging", date(2025, 6, 1), date(2025, 1, 1)) if nieuw else oud,
        ),
    ]
    if nieuw:
        derde = s.bepaling("artikel/3", "Artikel 3", "", s.tekst("Honden mogen mee aan de lijn."))
        artikelen.append(replace(derde, wijziging=gegevens("nieuw", date(2025, 6, 1))))
        later = s.bepaling("artikel/4", "Artikel 4", "", s.tekst("Schaatsen mag."))
        artikelen.append(replace(later, in_werking=False, wijziging=gegevens("nieuw", date(2027, 1, 1))))
    document = s.document("Venregeling Nergenshuizen", artikelen)
    return replace(document, geldig_van=date.fromisoformat(versie))


def venmodel() -> Document:
    """A model that appeared before the third article was in force, and cites it."""
    s = Schrijver("venmodel", "2025-05", DocumentSoort.MODEL)
    delen: list[Bepaling] = [
        s.bepaling("artikel/1", "Artikel 1", "", s.tekst("De raad wijst vennen aan.")),
        s.bepaling("artikel/2", "Artikel 2", "", s.tekst("Zie artikel 3 van de Venregeling Nergenshuizen.")),
    ]
    return s.document("Model vennen", delen)


def antwoorden(documenten: Sequence[Document], bijbestanden: Sequence[Wti] = ()) -> Antwoorden:
    """The answers over a store in memory, as a build makes it."""
    opslag = Oxigraph()
    register = vul(opslag, documenten)
    tijd = Tijdbouw(lees_vaststellingen(), bijbestanden, register)
    for document in documenten:
        tijd.bekijk(document)
    opslag.laad(tijd.quads(datetime(2026, 2, 3, tzinfo=UTC)))
    return Antwoorden(opslag, register)


OUD = venregeling("2024-01-01", "Het ven is open van mei tot september.", nieuw=False)
NIEUW = venregeling("2025-06-01", "Het ven is open van mei tot oktober.", nieuw=True)


@pytest.fixture(scope="module")
def ven() -> Antwoorden:
    return antwoorden([OUD, NIEUW, venmodel()])


@pytest.mark.parametrize(
    ("as_", "van", "tot", "artikelen"),
    [
        (DatumAs.GEPUBLICEERD, "2025-03-10", "2025-03-10", ["ven:2", "ven:3", "ven:4"]),
        (DatumAs.GEPUBLICEERD, "2025-03-11", "2025-04-30", []),
        (DatumAs.INWERKING_BEKENDGEMAAKT, "2025-04-01", "2025-04-30", ["ven:2", "ven:3", "ven:4"]),
        (DatumAs.IN_WERKING, "2025-06-01", "2025-06-01", ["ven:2", "ven:3"]),
        (DatumAs.IN_WERKING, "2025-06-02", "2026-12-31", []),
        (DatumAs.TERUGWERKEND, "2025-01-01", "2025-01-31", ["ven:2"]),
    ],
)
def test_wat_er_op_een_as_in_een_periode_valt(
    ven: Antwoorden, as_: DatumAs, van: str, tot: str, artikelen: list[str]
) -> None:
    antwoord = ven.wijzigingen(date.fromisoformat(van), date.fromisoformat(tot), as_)
    assert [r.bepaling.kort for r in antwoord.rijen.items] == artikelen
    assert antwoord.assen[0].artikelen == len(artikelen)


def test_per_publicatie_telt_die_van_de_as(ven: Antwoorden) -> None:
    maart = ven.wijzigingen(date(2025, 3, 1), date(2025, 3, 31), DatumAs.GEPUBLICEERD)
    april = ven.wijzigingen(date(2025, 4, 1), date(2025, 4, 30), DatumAs.INWERKING_BEKENDGEMAAKT)
    assert [(p.kort, n) for p, n in maart.per_publicatie] == [("stb:2025:11", 3)]
    assert [(p.kort, n) for p, n in april.per_publicatie] == [("stb:2025:12", 3)]


def test_zonder_as_staat_er_hoeveel_op_elke_as_en_wat_er_daarna_komt(ven: Antwoorden) -> None:
    antwoord = ven.wijzigingen(date(2025, 4, 1), date(2025, 4, 30))
    assert [a.as_ for a in antwoord.assen] == list(DatumAs)
    assert [a.artikelen for a in antwoord.assen] == [0, 3, 0, 0, 0]
    in_werking = antwoord.assen[2].volgende
    assert in_werking is not None
    assert (in_werking.dag, in_werking.artikelen) == (date(2025, 6, 1), 2)
    assert antwoord.rijen.totaal == 0


def test_een_model_dat_nieuw_recht_aanhaalt_is_daarop_geschreven(ven: Antwoorden) -> None:
    document = ven.wijzigingen(date(2025, 5, 1), date(2025, 5, 31)).documenten[0]
    assert (document.bron.werk.kort, document.zeker) == ("venmodel", True)
    assert [(v.bepaling.kort, v.grond) for v in document.veranderingen] == [("venmodel:2", Grond.VERMOED)]
    assert "artikel 3" in document.veranderingen[0].reden
    begin, eind = document.veranderingen[0].bewijs[0].begin, document.veranderingen[0].bewijs[0].eind
    assert venmodel().origineel[begin:eind].startswith("artikel 3")


def test_van_een_maand_valt_soms_maar_een_deel_in_de_periode(ven: Antwoorden) -> None:
    half = ven.wijzigingen(date(2025, 5, 20), date(2025, 6, 20), DatumAs.GEPUBLICEERD)
    assert [d.zeker for d in half.documenten] == [False]


def test_opgenomen_is_wanneer_de_bron_hier_kwam(ven: Antwoorden) -> None:
    vandaag = datetime.now(UTC).date()
    antwoord = ven.wijzigingen(date(2025, 1, 1), vandaag, DatumAs.OPGENOMEN)
    assert sorted(b.werk.kort for b in antwoord.assen[0].documenten) == ["ven", "ven", "venmodel"]


def test_een_periode_die_niet_kan(ven: Antwoorden) -> None:
    with pytest.raises(InvoerFout, match="geen periode"):
        ven.wijzigingen(date(2025, 2, 1), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("bepaling", "op", "versie", "zekerheid"),
    [
        ("ven:1", "2024-01-01", "2024-01-01", Zekerheid.ZEKER),
        ("ven:1", "2024-09-01", "2024-01-01", Zekerheid.ZEKER),  # the newer version names no later change
        ("ven:2", "2024-09-01", "2024-01-01", Zekerheid.ONZEKER),  # there may have been one before the last
        ("ven:2", "2025-06-01", "2025-06-01", Zekerheid.ZEKER),
        ("ven:2", "2026-06-01", "2025-06-01", Zekerheid.VOOR_ZOVER_BEKEND),
        ("ven:3", "2024-09-01", None, Zekerheid.ZEKER),  # it did not exist
        ("ven:4", "2027-06-01", "2025-06-01", Zekerheid.ACHTERHAALD),  # it will be in force by then
        ("ven:1", "2023-01-01", None, Zekerheid.ONZEKER),
        ("venmodel:1", "2025-12-01", "2025-05", Zekerheid.VOOR_ZOVER_BEKEND),
    ],
)
def test_welke_versie_op_een_dag_geldt(
    ven: Antwoorden, bepaling: str, op: str, versie: str | None, zekerheid: Zekerheid
) -> None:
    keuze = ven.versie_op(parse_kort(bepaling), date.fromisoformat(op))
    assert (keuze.versie.naam if keuze.versie else None, keuze.zekerheid) == (versie, zekerheid)
    assert keuze.reden.endswith(".")


@pytest.mark.parametrize(
    ("invoer", "versie"),
    [
        ("jci1.3:c:ven&artikel=2", ""),
        ("jci1.3:c:ven&artikel=2&g=2025-05-31", "2024-01-01"),
        ("jci1.3:c:ven&artikel=2&z=2026-01-01&g=2025-05-31", "2024-01-01"),  # valid then, as seen later
        ("jci1.3:c:ven&artikel=2&z=2025-06-01", "2025-06-01"),
        ("jci1.3:c:ven&artikel=2&g=", ""),
        ("«1.0:v:ven&amp;artikel=2&amp;g=2025-06-01»", "2025-06-01"),
        ("jci1.3:c:ven&artikel=2&g=2019-01-01", ""),
        ("jci1.3:c:ven&artikel=99&g=2025-06-01", ""),
        ("jci1.3:c:ven&g=2025-05-31", "2024-01-01"),
        ("https://wetten.overheid.nl/BWBR0015703/2025-06-01#Artikel8a", ""),  # known by name alone
    ],
)
def test_een_dag_in_een_jci_geeft_de_versie_van_dan(ven: Antwoorden, invoer: str, versie: str) -> None:
    assert ven.lees_id(invoer)[1] == versie


@pytest.mark.parametrize("dag", ["g=2023-13-45", "z=2023-02-30", "g=20230101", "g=gisteren", "g=2023-01-01&z=2023"])
def test_een_onmogelijke_dag_in_een_jci_wordt_genoemd(ven: Antwoorden, dag: str) -> None:
    with pytest.raises(IdentificatieFout, match=f"«{dag.rpartition('=')[2]}» is geen dag"):
        ven.lees_id(f"jci1.3:c:ven&artikel=2&{dag}")
    direct = ven.zoek(f"jci1.3:c:ven&artikel=2&{dag}").direct
    assert direct is not None
    assert direct.kort == "ven:2"


@pytest.mark.parametrize(
    ("bepaling", "gelezen", "op", "stand"),
    [
        ("ven:2", "2024-01-01", "2025-07-01", Stand.OUDER),
        ("ven:1", "2024-01-01", "2025-07-01", Stand.GELDEND),
        ("ven:2", "2024-01-01", "2025-02-01", Stand.ONZEKER),
        ("ven:2", "2025-06-01", "2025-07-01", Stand.GELDEND),
        ("ven:2", "2025-06-01", "2025-02-01", Stand.TOEKOMSTIG),
        ("ven:4", "2025-06-01", "2027-02-01", Stand.OUDER),
        ("venmodel:1", "", "2025-07-01", Stand.ZONDER),
    ],
)
def test_is_wat_ik_lees_het_recht_van_die_dag(
    ven: Antwoorden, bepaling: str, gelezen: str, op: str, stand: Stand
) -> None:
    assert ven.leesstand(parse_kort(bepaling), gelezen, op=date.fromisoformat(op)).stand is stand


def test_verwijzingen_worden_opgelost_naar_de_versie_van_de_dag(ven: Antwoorden) -> None:
    doelen = ven.verwijzingen_uit(parse_kort("venmodel:2")).items[0].doelen
    assert [k.versie.naam for k in ven.versies_op(doelen, date(2025, 7, 1)) if k.versie] == ["2025-06-01"]
    assert [k.versie for k in ven.versies_op(doelen, date(2024, 7, 1))] == [None]


def test_geschiedenis_van_een_bepaling(ven: Antwoorden) -> None:
    tweede = ven.geschiedenis(parse_kort("ven:2"))
    assert [(v.versie.naam, v.aanwezig, v.gelijk) for v in tweede.versies] == [
        ("2024-01-01", True, None),
        ("2025-06-01", True, False),
    ]
    assert [r.gegevens.in_werking for r in tweede.wijzigingen] == [date(2020, 1, 1), date(2025, 6, 1)]
    assert [v.gelijk for v in ven.geschiedenis(parse_kort("ven:1")).versies] == [None, True]
    assert [v.aanwezig for v in ven.geschiedenis(parse_kort("ven:3")).versies] == [False, True]


def test_verschil_van_twee_versies(ven: Antwoorden) -> None:
    antwoord = ven.verschil(parse_kort("ven"), "2024-01-01")
    assert [(r.verschil.soort, (r.nieuw or r.oud).kort) for r in antwoord.regels.items if r.nieuw or r.oud] == [  # type: ignore[union-attr]
        (VerschilSoort.GEWIJZIGD, "ven:2"),
        (VerschilSoort.TOEGEVOEGD, "ven:3"),
        (VerschilSoort.TOEGEVOEGD, "ven:4"),
    ]
    regel = antwoord.regels.items[0]
    woord = regel.verschil.tekst[0]
    assert regel.oude_tekst[woord.oud_begin : woord.oud_eind] == "september"
    assert regel.nieuwe_tekst[woord.nieuw_begin : woord.nieuw_eind] == "oktober"
    assert ven.verschil(parse_kort("ven:3"), "2024-01-01").regels.totaal == 1
    with pytest.raises(InvoerFout, match="twee verschillende versies"):
        ven.verschil(parse_kort("ven"), "2025-06-01")


def test_zonder_lopende_tekst_zijn_de_metadata_er_en_de_woorden_niet() -> None:
    kaal = antwoorden([zonder_tekst(OUD), zonder_tekst(NIEUW)])
    assert kaal.wijzigingen(date(2025, 6, 1), date(2025, 6, 1), DatumAs.IN_WERKING).rijen.totaal == 2
    antwoord = kaal.verschil(parse_kort("ven"), "2024-01-01")
    assert not antwoord.met_tekst
    assert {r.verschil.soort for r in antwoord.regels.items} == {VerschilSoort.TOEGEVOEGD}
    assert kaal.geschiedenis(parse_kort("ven:2")).versies[1].gelijk is None
    assert [p.kort for p in kaal.wijzigingen(date(2025, 1, 1), date(2025, 1, 2)).zonder_tekst] == ["ven"]


# --- December 2025 ---


@pytest.fixture(scope="module")
def december(echte_bronnen: Path) -> Antwoorden:
    from bronnen.register import laad_register

    namen = (
        "bwb/BWBR0015703_2023-10-07_0.xml",
        "bwb/BWBR0015703_2026-01-01_0.xml",
        "vng-ledenbrief-2025-12.txt",
        "vng-model-reintegratieverordening-2025-12.txt",
    )
    register = laad_register()
    return antwoorden([lees_document(echte_bronnen / naam, register, LEZERS) for naam in namen])


def test_wat_er_in_december_2025_veranderde(december: Antwoorden) -> None:
    van, tot = date(2025, 12, 1), date(2025, 12, 31)
    assen = {a.as_: a for a in december.wijzigingen(van, tot).assen}
    assert assen[DatumAs.INWERKING_BEKENDGEMAAKT].artikelen == 27
    assert assen[DatumAs.IN_WERKING].artikelen == 0
    volgende = assen[DatumAs.IN_WERKING].volgende
    assert volgende is not None
    assert (volgende.dag, [(w.werk.kort, w.artikelen) for w in volgende.per_werk]) == (date(2026, 1, 1), [("pw", 48)])
    assert "mrv" in {b.werk.kort for b in assen[DatumAs.GEPUBLICEERD].documenten}
    bekend = december.wijzigingen(van, tot, DatumAs.INWERKING_BEKENDGEMAAKT)
    assert [(p.label, n) for p, n in bekend.per_publicatie] == [("Stb. 2025, 407", 17), ("Stcrt. 2025, 43553", 10)]


def test_wat_er_in_het_model_veranderde_met_zijn_grond(december: Antwoorden) -> None:
    documenten = december.wijzigingen(date(2025, 12, 1), date(2025, 12, 31)).documenten
    model = next(d for d in documenten if d.bron.werk.kort == "mrv")
    per_grond: dict[Grond, set[str]] = {}
    for v in model.veranderingen:
        per_grond.setdefault(v.grond, set()).add(v.bepaling.kort)
    assert per_grond[Grond.VASTGESTELD] == {"mrv:1::1", "mrv:3:1:f", "mrv:3:1:g", "mrv:14p", "mrv:14q"}
    assert per_grond[Grond.GEVOLGD] == {"mrv:hfst:3B"}
    assert "mrv:10" in per_grond[Grond.VERMOED]
    assert len(model.voorbehouden) == 1
    assert all(v.bewijs for v in model.veranderingen)


def test_de_geschiedenis_van_een_regeling_telt_mee_en_niet_dubbel(echte_bronnen: Path) -> None:
    from bronnen.lezen import lees
    from bronnen.register import laad_register

    register = laad_register()
    document = lees_document(echte_bronnen / "bwb" / "BWBR0018451_2025-01-01_0.xml", register, LEZERS)
    wti = lees(echte_bronnen / "bwb" / "BWBR0018451.WTI", register, LEZERS)
    assert isinstance(wti, Wti)
    werk = antwoorden([document], [wti])
    # The toestand tells of the last change of an article, the history of all; the last one is the same.
    artikel = next(e.bepaling for e in wti.elementen if e.bepaling is not None and len(e.gebeurtenissen) > 2)
    verwacht = {(g.gegevens.door, g.gegevens.in_werking) for g in wti.geschiedenis(artikel)}
    gevonden = [(r.gegevens.door, r.gegevens.in_werking) for r in werk.geschiedenis(artikel).wijzigingen]
    notaties = [(d.notatie if d else "", dag) for d, dag in gevonden]
    assert len(notaties) == len(set(notaties))
    assert {(d.notatie if d else "", dag) for d, dag in verwacht} <= set(notaties)
