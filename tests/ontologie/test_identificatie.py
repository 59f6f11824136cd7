"""Identity: every notation gives back what it printed, reads what people write, and fails in one way only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import (
    STRUCTUUR,
    BepalingId,
    Stap,
    StapSoort,
    Stijl,
    artikel_id,
    genoemde_dag,
    heeft_jci,
    lees_identiteit,
    parse_aanhaling,
    parse_deeplink,
    parse_iri,
    parse_jci,
    parse_kort,
    print_aanhaling,
    print_iri,
    print_jci,
    print_kort,
    print_label,
)
from tests.ontologie.namen import NAMEN

LASTIGE_NUMMERS = [
    "P 15", "V 4a", "P 15 b",
    "9.2.8", "2.31b", "14o", "IX", "2:31", "8a", "8a~2", "3A", "3A.2", "1", "100", "101", "0", "02", "1o", "1°",
    "f", "aa", "lid", "artikel", "hfst", "par", "toelichting", "van", "de", "onder", "tweede", "2e", "-", ".", "..",
    "~2", "=", "=lid", "==", "%", "%3A", "%lid", ":", "a:b", "a b", " a", "«", "»", "«»", "a,b", ";", "§", "é", "ﬁ",
    "א", "²", "Pw", "wm", "I", "/", "a/b", "?", "#", "&o=1", "a&b=c", "\xa0", "\u200b", "\n", "1.", "a)", "(a)",
    "viii", "Aa", "MM", "2026-01-01",
]  # fmt: skip
#: Kinds that a work in articles has; a work in sections has no chapters, paragraphs or articles.
_IN_SECTIEWERK = [s for s in StapSoort if s not in STRUCTUUR and s is not StapSoort.ARTIKEL]

nummers = st.one_of(
    st.sampled_from(LASTIGE_NUMMERS),
    st.from_regex(r"\A[1-9][0-9]{0,2}[a-z]{0,2}\Z"),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)


@st.composite
def bepalingen(draw: st.DrawFn) -> BepalingId:
    """Identities of every shape, likely and unlikely; no structure unit straight above an article."""
    werk = draw(st.sampled_from(["wm", "wd", "hw"]))
    soorten = _IN_SECTIEWERK if werk == "hw" else list(StapSoort)
    stappen: list[Stap] = []
    for _ in range(draw(st.integers(0, 5))):
        soort = draw(st.sampled_from(soorten))
        if soort is StapSoort.ARTIKEL and stappen and stappen[-1].soort in STRUCTUUR:
            soort = StapSoort.LID
        stappen.append(Stap(soort, draw(st.one_of(st.just(""), nummers))))
    return BepalingId(werk, tuple(stappen))


werken = st.one_of(
    st.sampled_from(["wm", "BWBR0015703", "mijn verordening", "a:b", "100%", "deel", "é"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
)


@given(bepalingen(), werken)
@example(BepalingId("wm", (Stap(StapSoort.TOELICHTING, "3"), Stap(StapSoort.ARTIKEL, "14l"))), "wm")
@example(BepalingId("wm", (Stap(StapSoort.TOELICHTING, ""), Stap(StapSoort.ARTIKEL, "lid"))), "wm")
@example(BepalingId("wm", (Stap(StapSoort.ARTIKEL, ""), Stap(StapSoort.LID, "2"))), "wm")
@example(BepalingId("wm", (Stap(StapSoort.ARTIKEL, "1"), Stap(StapSoort.ONDERDEEL, "lid"))), "wm")
@example(BepalingId("wm", (Stap(StapSoort.ARTIKEL, "=lid"),)), "wm")
def test_korte_notatie_geeft_terug_wat_zij_schreef(id_: BepalingId, werk: str) -> None:
    assert parse_kort(print_kort(id_, NAMEN), NAMEN) == id_
    elders = BepalingId(werk, id_.stappen)
    assert parse_kort(print_kort(elders)) == elders


@given(bepalingen(), werken, st.sampled_from(["", "2025", "2025-12", "2026-01-01", "2026-01-01_1", "0000"]))
def test_iri_geeft_terug_wat_zij_schreef(id_: BepalingId, werk: str, versie: str) -> None:
    assert parse_iri(print_iri(id_, versie, NAMEN), NAMEN) == (id_, versie)
    elders = BepalingId(werk, id_.stappen)
    iri = print_iri(elders, versie)
    assert parse_iri(iri) == (elders, versie)
    assert iri.isascii()
    assert not any(deel in ("", ".", "..") for deel in iri.removeprefix("https://").split("/"))


@given(bepalingen(), st.sampled_from(["", "2026-01-01"]), st.sampled_from(["", "2025-12-31"]))
def test_jci_geeft_terug_wat_zij_schreef(id_: BepalingId, geldig: str, zicht: str) -> None:
    assume(heeft_jci(id_))
    assert parse_jci(print_jci(id_, geldig, zicht, NAMEN), NAMEN) == (id_, geldig, zicht)


@given(bepalingen(), st.sampled_from(Stijl))
@example(BepalingId("wm", (Stap(StapSoort.BIJLAGE, ""),)), Stijl.LEIDRAAD)
@example(BepalingId("wm", (Stap(StapSoort.TOELICHTING, ""), Stap(StapSoort.ARTIKEL, "14l"))), Stijl.WETGEVING)
def test_aanhaling_geeft_terug_wat_zij_schreef(id_: BepalingId, stijl: Stijl) -> None:
    gedrukt = print_aanhaling(id_, NAMEN, stijl)
    assert parse_aanhaling(gedrukt, NAMEN) == id_


@given(bepalingen())
def test_elke_notatie_wordt_herkend(id_: BepalingId) -> None:
    gedrukt = [print_kort(id_, NAMEN), print_iri(id_, "", NAMEN), print_aanhaling(id_, NAMEN)]
    if heeft_jci(id_):
        gedrukt.append(print_jci(id_, namen=NAMEN))
    assert [lees_identiteit(tekst, NAMEN) for tekst in gedrukt] == [id_] * len(gedrukt)


_BROKKEN = st.sampled_from([
    "artikel", "art.", "lid", "tweede lid", "onder", "f", "8a", "8a:2", ":", "::", "Wm", "Wet maanlicht", "Dw",
    "van", "de", "«", "»", "aanhef en", "hoofdstuk", "IX", "jci1.3:c:", "BWBR0000001", "&artikel=", "%", "https://",
    "wetten.overheid.nl/", "https://w3id.org/regelgraaf/id/", "/artikel/", "#Artikel8a", "[", "toelichting", "=",
    "\ud800", "en", "t/m", "wm:",
])  # fmt: skip


@given(st.one_of(st.text(), st.lists(_BROKKEN, max_size=8).map(" ".join), st.lists(_BROKKEN, max_size=8).map("".join)))
def test_lezen_faalt_alleen_met_identificatiefout(tekst: str) -> None:
    for lees in (
        lambda t: lees_identiteit(t, NAMEN),
        lambda t: parse_aanhaling(t, NAMEN),
        parse_kort,
        parse_iri,
        parse_jci,
        parse_deeplink,
    ):
        try:
            gelezen = lees(tekst)
        except IdentificatieFout:
            continue
        assert gelezen is not None


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("https://wetten.overheid.nl/BWBR0000001/2023-10-07#Artikel8a", date(2023, 10, 7)),
        ("wetten.overheid.nl/BWBR0000001/2023-10-07/0/afdrukken", date(2023, 10, 7)),
        ("https://wetten.overheid.nl/jci1.3:c:BWBR0000001&amp;artikel=8a&amp;g=2023-10-07", date(2023, 10, 7)),
        ("https://lokaleregelgeving.overheid.nl/CVDR123456/1", None),
        ("artikel 8a Wm", None),
        ("https://wetten.overheid.nl/BWBR0000001/2023-13-45", "«2023-13-45» is geen dag"),
    ],
)
def test_de_dag_die_een_adres_noemt(tekst: str, verwacht: date | str | None) -> None:
    if isinstance(verwacht, str):
        with pytest.raises(IdentificatieFout, match=verwacht):
            genoemde_dag(tekst, NAMEN)
    else:
        assert genoemde_dag(tekst, NAMEN) == verwacht


def test_lange_invoer_wordt_snel_geweigerd() -> None:
    for tekst in ("artikel 8a " * 5000, "wm:" + "1:" * 5000, "van " * 900, "«" * 3000):
        with pytest.raises(IdentificatieFout):
            lees_identiteit(tekst, NAMEN)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("artikel 8a, tweede lid, onder f, Wet maanlicht", "wm:8a:2:f"),
        ("artikel 8a, tweede lid, onder f, van de Wet maanlicht", "wm:8a:2:f"),
        ("art. 8a lid 2 sub f Wm", "wm:8a:2:f"),
        ("art.8a lid 2 sub f Wm", "wm:8a:2:f"),
        ("artikel 8a lid 2 onder f onder 1° WM", "wm:8a:2:f:1"),
        ("artikel 8a, tweede lid, onderdeel f, subonderdeel 1o, Wm", "wm:8a:2:f:1"),
        ("artikel 8a, 2e lid, aanhef en onder f, van de Wm.", "wm:8a:2:f"),
        ("8a:2:f wm", "wm:8a:2:f"),
        ("8a::f wm", "wm:8a::f"),
        ("wm 8a lid 2", "wm:8a:2"),
        ("Wm art 8a", "wm:8a"),
        ("de Wet maanlicht, artikel 8a", "wm:8a"),
        ("art. 8a Wm, tweede lid", "wm:8a:2"),
        ("het tweede lid van artikel 8a van de Wm", "wm:8a:2"),
        ("onderdeel f van artikel 8a, tweede lid, van de Wm", "wm:8a:2:f"),
        ("artikel 8a, tweeëntwintigste lid, Wm", "wm:8a:22"),
        ("artikel 8a, honderdste lid, Wm", "wm:8a:100"),
        ("artikel 2:31 Wm", "wm:2%3A31"),
        ("artikel 9.2.8 Wm", "wm:9.2.8"),
        ("artikel 14o Wm", "wm:14o"),
        ("artikel IX Wm", "wm:IX"),
        ("artikel P 15 Wm", "wm:P%2015"),
        ("artikel P 15, eerste lid, Wm", "wm:P%2015:1"),
        ("artikel A Wm", "wm:A"),
        ("artikel 8a, tweede lid, eerste volzin, Wm", "wm:8a:2"),
        ("art. 8a lid 2 zin 1 Wm", "wm:8a:2"),
        ("artikel 6, onderdeel e, Wm", "wm:6::e"),
        ("hoofdstuk 3A wm", "wm:hfst:3A"),
        ("hoofdstuk 2, paragraaf 2.1, artikel 8a Wm", "wm:8a"),
        ("hoofdstuk 2, afdeling 1, Wm", "wm:hfst:2:afd:1"),
        ("bijlage I wm", "wm:bijlage:I"),
        ("bijlage Wm", "wm:bijlage"),
        ("toelichting op artikel 14l Wm", "wm:toelichting:14l"),
        ("toelichting 14l wm", "wm:toelichting:14l"),
        ("paragraaf 4.3 hw", "hw:sectie:4.3"),
        ("§ 4.3 hw", "hw:sectie:4.3"),
        ("§4.3 hw", "hw:sectie:4.3"),
        ("hoofdstuk 4, paragraaf 4.3, hw", "hw:sectie:4.3"),
        ("hw:4.3", "hw:sectie:4.3"),
        ("voetnoot 12 hw", "hw:voetnoot:12"),
        ("Wet maanlicht", "wm"),
        ("wet  Maan-licht", "wm"),
        ("WM:8a:2", "wm:8a:2"),
        ("BWBR0000001", "wm"),
        ("artikel 3 van de Wet schemering", "wm:3"),  # former title
        ("artikel 3:40 Wtv", "wtv3:40"),
        ("Boek 3 Wtv", "wtv3"),
        ("artikel 40 van Boek 3 van het Wetboek van tijdverdrijf", "wtv3:40"),
        ("jci1.3:c:BWBR0000001&hoofdstuk=2&artikel=8a&lid=2&o=f&z=2026-01-01&g=2026-01-01", "wm:8a:2:f"),
        ("1.0:c:BWBR0000001&amp;artikel=8a", "wm:8a"),
        ("https://w3id.org/regelgraaf/id/BWBR0000001/2026-01-01/artikel/8a/lid/2", "wm:8a:2"),
        ("https://wetten.overheid.nl/BWBR0000001", "wm"),
        ("https://wetten.overheid.nl/BWBR0000001/2026-01-01/0#Hoofdstuk2_Paragraaf2.1_Artikel8a", "wm:8a"),
        ("wetten.overheid.nl/BWBR0000001#Artikel8a", "wm:8a"),
        ("jci1.31:c:BWBR0000001&hoofdstuk=2&artikel=8a&lid=2&o=f&z=2026-01-01&g=2026-01-01", "wm:8a:2:f"),
        ("1.31:v:BWBR0000001&artikel=8a", "wm:8a"),
        ("https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=8a&z=2026-01-01", "wm:8a"),
        ("https://wetten.overheid.nl/jci1.31:c:BWBR0000001&artikel=8a&g=2026-01-01", "wm:8a"),
        (
            "http://wetten.overheid.nl/id/BWBR0000001/2026-01-01/0/Hoofdstuk2/Artikel8a/Lid2/Onderdeelf/Onderdeel1°",
            "wm:8a:2:f:1",
        ),
        ("https://lokaleregelgeving.overheid.nl/CVDR1234/1#artikel_5", "CVDR1234:5"),
        ("«artikel 8a Wm»", "wm:8a"),
    ],
)
def test_wat_een_jurist_schrijft(tekst: str, verwacht: str) -> None:
    assert str(lees_identiteit(tekst, NAMEN)) == verwacht


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("artikel 8a lid 2", "noemt geen regeling"),
        ("8a", "noemt geen regeling"),
        ("artikel 8a Wet maanlich", "Bedoelt u «Wet maanlicht»"),
        ("artikel 3 Dw", "Wet duinen (wd) of Wet dijken (wdijk)"),
        ("artikel 8a en 8b Wm", "meer dan één bepaling"),
        ("artikel 8a t/m 8c Wm", "meer dan één bepaling"),
        ("3:2 wm", "artikelnummer zijn, of een artikel en een lid"),
        ("https://example.org/artikel/8a", "geen adres van een bepaling"),
        ("https://wetten.overheid.nl/BWBR0000001#Wonderland", "«Wonderland»"),
        ("https://wetten.overheid.nl/zoeken", "noemt geen regeling"),
        ("jci1.3:c:BWBR0000001&maan=1", "onbekend onderdeel «maan»"),
        ("https://w3id.org/regelgraaf/id/BWBR0000001/artikel", "na «artikel» ontbreekt een nummer"),
        ("wm:8a:", "niet te lezen"),
        ("   ", "Er staat niets"),
    ],
)
def test_wat_niet_te_lezen_is_wordt_uitgelegd(tekst: str, zegt: str) -> None:
    with pytest.raises(IdentificatieFout) as fout:
        lees_identiteit(tekst, NAMEN)
    assert zegt in str(fout.value)


@pytest.mark.parametrize(
    ("notatie", "wetgeving", "leidraad", "label"),
    [
        ("wm", "Wet maanlicht", "Wet maanlicht", "Wet maanlicht"),
        ("wm:8a", "artikel 8a van de Wet maanlicht", "art. 8a Wet maanlicht", "Wet maanlicht, artikel 8a"),
        (
            "wm:8a:2:f:1",
            "artikel 8a, tweede lid, onder f, onder 1°, van de Wet maanlicht",
            "art. 8a lid 2 onder f onder 1° Wet maanlicht",
            "Wet maanlicht, artikel 8a, tweede lid, onder f, onder 1°",
        ),
        (
            "wm:8a:2a",
            "artikel 8a, lid 2a, van de Wet maanlicht",
            "art. 8a lid 2a Wet maanlicht",
            "Wet maanlicht, artikel 8a, lid 2a",
        ),
        (
            "wtv:1",
            "artikel 1 van het Wetboek van tijdverdrijf",
            "art. 1 Wetboek van tijdverdrijf",
            "Wetboek van tijdverdrijf, artikel 1",
        ),
        (
            "hw:sectie:4.3",
            "paragraaf 4.3 van de Handreiking wandelen",
            "paragraaf 4.3 Handreiking wandelen",
            "Handreiking wandelen, paragraaf 4.3",
        ),
        (
            "wm:toelichting:14l",
            "toelichting, artikel 14l, van de Wet maanlicht",
            "toelichting art. 14l Wet maanlicht",
            "Wet maanlicht, toelichting bij artikel 14l",
        ),
        (
            "hw:voetnoot:12",
            "voetnoot 12 van de Handreiking wandelen",
            "voetnoot 12 Handreiking wandelen",
            "Handreiking wandelen, voetnoot 12",
        ),
        (
            "wm:5~2:1",
            "artikel 5~2, eerste lid, van de Wet maanlicht",
            "art. 5~2 lid 1 Wet maanlicht",
            "Wet maanlicht, artikel 5 (tweede met dit nummer), eerste lid",
        ),
        (
            "wm:artikel:=lid",
            "artikel «lid» van de Wet maanlicht",
            "art. «lid» Wet maanlicht",
            "Wet maanlicht, artikel lid",
        ),
    ],
)
def test_hoe_een_bepaling_heet(notatie: str, wetgeving: str, leidraad: str, label: str) -> None:
    id_ = parse_kort(notatie)
    assert print_aanhaling(id_, NAMEN) == wetgeving
    assert print_aanhaling(id_, NAMEN, Stijl.LEIDRAAD) == leidraad
    assert print_label(id_, NAMEN) == label


def test_een_label_zonder_titel_begint_met_een_hoofdletter() -> None:
    assert print_label(artikel_id("wm", "8a", "2"), NAMEN, met_titel=False) == "Artikel 8a, tweede lid"
    assert print_label(parse_kort("wm:toelichting:14l"), NAMEN, met_titel=False) == "Toelichting bij artikel 14l"
    assert print_label(BepalingId("wm"), NAMEN, met_titel=False) == "Wet maanlicht"


def test_een_naam_die_twee_werken_delen_wordt_niet_gebruikt_om_te_citeren() -> None:
    assert print_aanhaling(artikel_id("dubbel", "1"), NAMEN) == "artikel 1 van de dubbel"
    assert lees_identiteit("artikel 1 van de dubbel", NAMEN) == artikel_id("dubbel", "1")


def test_jci_kent_geen_tabel() -> None:
    tabel = BepalingId("hw", (Stap(StapSoort.TABEL, "1"),))
    assert not heeft_jci(tabel)
    with pytest.raises(IdentificatieFout):
        print_jci(tabel)


def test_voorouders_lopen_tot_het_werk() -> None:
    id_ = artikel_id("pw", "8a", "2", "f")
    assert [str(v) for v in id_.voorouders()] == ["pw:8a:2", "pw:8a", "pw"]
    assert id_.ouder == artikel_id("pw", "8a", "2")
    assert id_.artikel == artikel_id("pw", "8a")
    assert BepalingId("pw").ouder is None
    assert BepalingId("pw").artikel is None
