"""Numbers as printed become canonical, and every provision of a work gets a name of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronnen.nummering import Eenheid, Nummeraar, canoniek, noem_eenheden, splits_kop
from ontologie.document import Melding
from ontologie.identificatie import BepalingId, StapSoort

WERK = BepalingId("w")
BOEK, HFST, PAR, ART, BIJLAGE = (
    StapSoort.BOEK,
    StapSoort.HOOFDSTUK,
    StapSoort.PARAGRAAF,
    StapSoort.ARTIKEL,
    StapSoort.BIJLAGE,
)
ONDERDEEL = StapSoort.ONDERDEEL


@pytest.mark.parametrize(
    ("gedrukt", "nummer"),
    [
        ("Artikel 8a", "8a"),
        ("Artikel 8a.", "8a"),
        ("Art. 3", "3"),
        ("§ 3A.2", "3A.2"),
        ("Hoofdstuk IX", "IX"),
        ("2", "2"),
        ("1.", "1"),
        ("1°.", "1"),
        ("12º", "12"),
        ("1o.", "1"),
        ("a.", "a"),
        ("(ii)", "ii"),
        ("a)", "a"),
        ("2:31b", "2:31b"),
        ("9.2.8.", "9.2.8"),
        ("78ee*", "78ee*"),
        ("Eerste", "Eerste"),
        ("5-8", "5-8"),
        ("–", ""),
        ("-", ""),
        ("•", ""),
        ("*", ""),
        ("", ""),
        ("  ", ""),
    ],
)
def test_canoniek_nummer(gedrukt: str, nummer: str) -> None:
    assert canoniek(gedrukt, ONDERDEEL) == nummer


def test_letter_o_blijft_in_een_artikelnummer() -> None:
    assert canoniek("Artikel 14o", ART) == "14o"


@given(st.text(max_size=30))
def test_canoniek_verandert_niet_meer(gedrukt: str) -> None:
    nummer = canoniek(gedrukt)
    assert nummer == nummer.strip()
    assert canoniek(f" {gedrukt}\t") == nummer


@pytest.mark.parametrize(
    ("kop", "soort", "nummer", "rest"),
    [
        ("Artikel 3. Begrippen", ART, "3", "Begrippen"),
        ("Artikel 3", ART, "3", ""),
        ("Artikel IX Slot", ART, "IX", "Slot"),
        ("Artikel 2:31b Iets", ART, "2:31b", "Iets"),
        ("§ 3A.2 Scholing", PAR, "3A.2", "Scholing"),
        ("§3A.2 Scholing", PAR, "3A.2", "Scholing"),
        ("Paragraaf 2.3.1Kop", PAR, "2.3.1", "Kop"),
        ("Hoofdstuk 3A", HFST, "3A", ""),
        ("1.Parkeren", None, "1", "Parkeren"),
        ("A. Algemeen", None, "A", "Algemeen"),
        ("Bijlage A Tarieven", BIJLAGE, "A", "Tarieven"),
        ("Bijlage", BIJLAGE, "", ""),
        ("Bijlage bij artikel 5", BIJLAGE, "", "bij artikel 5"),
        ("Titel De gemeente", StapSoort.TITEL, "", "De gemeente"),
        ("Een artikel", None, "", "Een artikel"),
        ("Algemeen", None, "", "Algemeen"),
    ],
)
def test_kop_uit_elkaar(kop: str, soort: StapSoort | None, nummer: str, rest: str) -> None:
    gesplitst = splits_kop(kop)
    assert (gesplitst.soort, gesplitst.nummer, kop[gesplitst.rest :]) == (soort, nummer, rest)


@given(st.text(max_size=40))
def test_kop_valt_nooit_om(kop: str) -> None:
    assert 0 <= splits_kop(kop).rest <= len(kop)


@pytest.mark.parametrize(
    ("eenheden", "verwacht"),
    [
        pytest.param(
            [Eenheid(HFST, "1"), Eenheid(PAR, "1.1", 0), Eenheid(ART, "1", 1)],
            ["w:hfst:1", "w:par:1.1", "w:1"],
            id="uniek: alleen het eigen nummer",
        ),
        pytest.param(
            [Eenheid(HFST, "1"), Eenheid(PAR, "1", 0), Eenheid(HFST, "2"), Eenheid(PAR, "1", 2), Eenheid(PAR, "2", 2)],
            ["w:hfst:1", "w:hfst:1:par:1", "w:hfst:2", "w:hfst:2:par:1", "w:par:2"],
            id="paragrafen per hoofdstuk: de keten",
        ),
        pytest.param(
            [Eenheid(BOEK, "1"), Eenheid(ART, "1", 0), Eenheid(BOEK, "2"), Eenheid(ART, "1", 2)],
            ["w:boek:1", "w:boek:1:artikel:1", "w:boek:2", "w:boek:2:artikel:1"],
            id="artikelen per boek: de keten",
        ),
        pytest.param(
            [Eenheid(HFST, "1"), Eenheid(ART, "2", 0), Eenheid(ART, "2", 0), Eenheid(ART, "2", 0)],
            ["w:hfst:1", "w:2", "w:2~2", "w:2~3"],
            id="dubbel binnen een hoofdstuk",
        ),
        pytest.param(
            [Eenheid(ART, "1"), Eenheid(BIJLAGE, "1"), Eenheid(ART, "1", 1)],
            ["w:1", "w:bijlage:1", "w:bijlage:1:artikel:1"],
            id="een bijlage telt zelf",
        ),
        pytest.param(
            [Eenheid(ART, "2"), Eenheid(ART, "2~2"), Eenheid(ART, "2")],
            ["w:2", "w:2~2", "w:2~3"],
            id="een gedrukt nummer dat op een gemaakt nummer lijkt",
        ),
    ],
)
def test_namen_van_eenheden(eenheden: list[Eenheid], verwacht: list[str]) -> None:
    ids, _ = noem_eenheden(WERK, eenheden)
    assert [str(i) for i in ids] == verwacht


def test_een_dubbel_nummer_wordt_gemeld() -> None:
    _, meldingen = noem_eenheden(WERK, [Eenheid(ART, "2"), Eenheid(ART, "2")])
    assert meldingen == [Melding("w:2", "dit nummer komt vaker voor; hier heet het w:2~2")]


@st.composite
def _eenheden(draw: st.DrawFn) -> list[Eenheid]:
    soorten = st.sampled_from([BOEK, HFST, PAR, ART, BIJLAGE])
    nummers = st.sampled_from(["", "1", "2", "1~2"])
    aantal = draw(st.integers(0, 12))
    return [Eenheid(draw(soorten), draw(nummers), draw(st.integers(-1, n - 1))) for n in range(aantal)]


@given(_eenheden())
def test_elke_eenheid_heeft_een_eigen_naam(eenheden: list[Eenheid]) -> None:
    ids, _ = noem_eenheden(WERK, eenheden)
    assert len(ids) == len(eenheden) == len(set(ids))


def test_ongenummerde_onderdelen_tellen_op_plaats() -> None:
    meldingen: list[Melding] = []
    nummeraar = Nummeraar(WERK.onder(ART, "1"), meldingen)
    assert [str(nummeraar.geef(ONDERDEEL)) for _ in range(3)] == ["w:1::1", "w:1::2", "w:1::3"]
    assert str(nummeraar.geef(ONDERDEEL, "a")) == "w:1::a"
    assert not meldingen


def test_plaats_wijkt_voor_een_gedrukt_nummer() -> None:
    nummeraar = Nummeraar(WERK, [])
    nummers = [nummeraar.geef(ONDERDEEL, n).stappen[-1].nummer for n in ("1", "", "a", "")]
    assert nummers == ["1", "2", "a", "3"]


@given(st.lists(st.sampled_from(["", "1", "2", "a", "a~2"]), max_size=20))
def test_kinderen_hebben_eigen_nummers(nummers: list[str]) -> None:
    nummeraar = Nummeraar(WERK, [])
    ids = [nummeraar.geef(ONDERDEEL, n) for n in nummers]
    assert len(ids) == len(set(ids))
