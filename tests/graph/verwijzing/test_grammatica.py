"""The grammar by itself: which paths the words name, without any knowledge of laws. One table row per form."""

from __future__ import annotations

import pytest

from graph.verwijzing.grammatica import Ontleder
from graph.verwijzing.lexer import SIGNAAL, START, vouw

VORMEN = [
    # words; what belongs to the citation; the paths
    ("artikel 5 is", "artikel 5", "artikel5"),
    ("artikel 13.", "artikel 13", "artikel13"),
    ("art. 5 lid 2 sub b", "art. 5 lid 2 sub b", "artikel5/lid2/onderdeelb"),
    ("artikel 10da, eerste lid,", "artikel 10da, eerste lid", "artikel10da/lid1"),
    ("artikel 9.2.8 van", "artikel 9.2.8", "artikel9.2.8"),
    ("artikel 2:31b, tweede lid", "artikel 2:31b, tweede lid", "artikel2:31b/lid2"),
    ("artikel IX, onderdeel A,", "artikel IX, onderdeel A", "artikelIX/onderdeelA"),
    ("artikelen IX en X", "artikelen IX en X", "artikelIX artikelX"),
    ("artikel 6bis", "artikel 6bis", "artikel6bis"),
    ("artikelen 4, 5 en 8", "artikelen 4, 5 en 8", "artikel4 artikel5 artikel8"),
    (
        "artikelen 4 (bellen), 5 (remmen) en 8 (sloten)",
        "artikelen 4 (bellen), 5 (remmen) en 8",
        "artikel4 artikel5 artikel8",
    ),
    ("artikelen 14c tot en met 14h,", "artikelen 14c tot en met 14h", "artikel14c-14h"),
    ("artikelen 6 t/m 9", "artikelen 6 t/m 9", "artikel6-9"),
    ("artikel 6, 10c en 10d van", "artikel 6, 10c en 10d", "artikel6 artikel10c artikel10d"),
    ("artikelen 66 en142a van", "artikelen 66 en142a", "artikel66 artikel142a"),
    ("artikel 7.2., eerste lid", "artikel 7.2., eerste lid", "artikel7.2/lid1"),
    ("artikel 10d eerste of tweede lid van", "artikel 10d eerste of tweede lid", "artikel10d/lid1 artikel10d/lid2"),
    ("artikel 7, tweede tot en met vijfde lid", "artikel 7, tweede tot en met vijfde lid", "artikel7/lid2-5"),
    ("artikel 3, lid 2, 3 en 4, artikel 5", "artikel 3, lid 2, 3 en 4", "artikel3/lid2 artikel3/lid3 artikel3/lid4"),
    ("artikel 32c, 1e lid, onderdeel a", "artikel 32c, 1e lid, onderdeel a", "artikel32c/lid1/onderdeela"),
    ("artikel 3, eenentwintigste lid", "artikel 3, eenentwintigste lid", "artikel3/lid21"),
    ("artikel 3, tweeëntwintigste lid", "artikel 3, tweeëntwintigste lid", "artikel3/lid22"),
    ("artikel 15 (vierde lid)", "artikel 15 (vierde lid)", "artikel15/lid4"),
    ("artikel 7, aanhef en onder a", "artikel 7, aanhef en onder a", "artikel7/onderdeela"),
    ("artikel 7, eerste lid, aanhef", "artikel 7, eerste lid, aanhef", "artikel7/lid1"),
    ("artikel 7, onder a, onder 2°, van", "artikel 7, onder a, onder 2°", "artikel7/onderdeela/onderdeel2"),
    ("artikel 7, onderdeel a onder 2", "artikel 7, onderdeel a onder 2", "artikel7/onderdeela/onderdeel2"),
    ("artikel 7, onder e, onderdeel 2", "artikel 7, onder e, onderdeel 2", "artikel7/onderdeele/onderdeel2"),
    ("artikel 7, onder b, onder ii, van", "artikel 7, onder b, onder ii", "artikel7/onderdeelb/onderdeelii"),
    ("artikel 7, onderdelen h en i, van", "artikel 7, onderdelen h en i", "artikel7/onderdeelh artikel7/onderdeeli"),
    ("artikel 7, onder e, sub 1", "artikel 7, onder e, sub 1", "artikel7/onderdeele/onderdeel1"),
    ("artikel 7, onder a, ten tweede", "artikel 7, onder a, ten tweede", "artikel7/onderdeela/onderdeel2"),
    ("artikel 7, onder 1o, is", "artikel 7, onder 1o", "artikel7/onderdeel1"),
    ("artikel 7, onder a en c", "artikel 7, onder a en c", "artikel7/onderdeela artikel7/onderdeelc"),
    (
        "artikel 7, onderdelen a tot en met e en l",
        "artikel 7, onderdelen a tot en met e en l",
        "artikel7/onderdeela-e artikel7/onderdeell",
    ),
    ("artikel 1, achtste gedachtestreepje", "artikel 1, achtste gedachtestreepje", "artikel1/onderdeel8"),
    ("artikel 7, tweede lid, derde en vierde zin, dan", "artikel 7, tweede lid, derde en vierde zin", "artikel7/lid2"),
    ("artikel 4, vierde lid, laatste zin, van", "artikel 4, vierde lid, laatste zin", "artikel4/lid4"),
    ("artikel 7, eerste lid, en artikel 8", "artikel 7, eerste lid", "artikel7/lid1"),
    (
        "artikelen 8a, eerste lid, aanhef en onder a, c en e en tweede lid en 10b, [vijfde lid en] zevende lid, van",
        "artikelen 8a, eerste lid, aanhef en onder a, c en e en tweede lid en 10b, [vijfde lid en] zevende lid",
        "artikel8a/lid1/onderdeela "
        "artikel8a/lid1/onderdeelc artikel8a/lid1/onderdeele artikel8a/lid2 artikel10b/lid5 artikel10b/lid7",
    ),
    (
        "artikelen 7, eerste lid, onder a, onder 1, 2 of 6, 7a, eerste lid, onderdeel a, of derde lid,",
        "artikelen 7, eerste lid, onder a, onder 1, 2 of 6, 7a, eerste lid, onderdeel a, of derde lid",
        "artikel7/lid1/onderdeela/onderdeel1 artikel7/lid1/onderdeela/onderdeel2 artikel7/lid1/onderdeela/onderdeel6 "
        "artikel7a/lid1/onderdeela artikel7a/lid3",
    ),
    (
        "artikelen 9, met uitzondering van het eerste lid, onder b, 15, tweede lid, en 17",
        "artikelen 9, met uitzondering van het eerste lid, onder b, 15, tweede lid, en 17",
        "artikel9 artikel9/lid1/onderdeelb artikel15/lid2 artikel17",
    ),
    ("eerste lid van artikel 8", "eerste lid van artikel 8", "artikel8/lid1"),
    ("tweede, en zevende lid van artikel 7", "tweede, en zevende lid van artikel 7", "artikel7/lid2 artikel7/lid7"),
    ("derde lid, onderdeel b van artikel 7", "derde lid, onderdeel b van artikel 7", "artikel7/lid3/onderdeelb"),
    (
        "onderdeel a van het eerste lid van artikel 3",
        "onderdeel a van het eerste lid van artikel 3",
        "artikel3/lid1/onderdeela",
    ),
    ("aanhef van het eerste lid van artikel 7a", "aanhef van het eerste lid van artikel 7a", "artikel7a/lid1"),
    ("lid 2 en 3 van artikel 5", "lid 2 en 3 van artikel 5", "artikel5/lid2 artikel5/lid3"),
    (
        "eerste lid, onderdeel a, en tweede lid, onder b,",
        "eerste lid, onderdeel a, en tweede lid, onder b",
        "lid1/onderdeela lid2/onderdeelb",
    ),
    ("eerste lid en het tweede lid", "eerste lid", "lid1"),
    ("paragrafen 3A.2 en 3A.3.", "paragrafen 3A.2 en 3A.3", "paragraaf3A.2 paragraaf3A.3"),
    ("§ 4.2 is", "§ 4.2", "paragraaf4.2"),
    ("hoofdstuk 5 tot en met 7", "hoofdstuk 5 tot en met 7", "hoofdstuk5-7"),
    ("hoofdstuk 5, paragraaf 5.1,", "hoofdstuk 5, paragraaf 5.1", "hoofdstuk5/paragraaf5.1"),
    ("hoofdstuk 3, de paragrafen 5.1 en 5.2", "hoofdstuk 3", "hoofdstuk3"),
    ("titel 4.2 en", "titel 4.2", "titel4.2"),
    ("bijlage 3 bij", "bijlage 3", "bijlage3"),
    ("boek 7 is", "boek 7", "boek7"),
    # a number that counts something is no article
    ("artikel 6, eerste lid, 10 dagen na", "artikel 6, eerste lid", "artikel6/lid1"),
    ("artikel 5 en 1 januari 2030", "artikel 5", "artikel5"),
    ("artikelen 5 en 6 en 3 maanden", "artikelen 5 en 6", "artikel5 artikel6"),
    # case, hyphenation, line breaks, scan noise
    ("ARTIKEL 5, TWEEDE LID,", "ARTIKEL 5, TWEEDE LID", "artikel5/lid2"),
    ("arti- kel 5", "arti- kel 5", "artikel5"),
    ("artikel\n5, eerste\nlid", "artikel\n5, eerste\nlid", "artikel5/lid1"),
    ("artikel 8, onder ¢, van", "artikel 8, onder ¢", "artikel8/onderdeelc"),
]


def _ontleed(tekst: str) -> tuple[str, str]:
    gevouwen = vouw(tekst)
    begin = next(h.start() for h in SIGNAAL.finditer(gevouwen.lower()) if START.match(gevouwen, h.start()))
    uitkomst = Ontleder().ontleed(gevouwen, begin)
    assert not isinstance(uitkomst, int)
    paden = " ".join(
        "/".join(d.soort.value + d.nummer + (f"-{d.tot}" if d.tot else "") for d in pad) for pad in uitkomst.paden
    )
    return tekst[begin : begin + uitkomst.lengte], paden


@pytest.mark.parametrize(("tekst", "woorden", "paden"), VORMEN, ids=[v[0][:40] for v in VORMEN])
def test_vorm(tekst: str, woorden: str, paden: str) -> None:
    assert _ontleed(tekst) == (woorden, paden)


def test_geen_vorm_is_verdwenen() -> None:
    assert len(VORMEN) >= 63


GEEN_BEGIN = [
    "het artikel over bellen",
    "leden van de fietsclub",
    "een onderdeel van het stuur",
    "jongeren onder de 27 jaar",
    "onder u valt dit",
    "de eerste fiets",
    "het derde kwartaal",
    "een eerste en tweede fiets",
    "artikelen in de winkel",
]


@pytest.mark.parametrize("tekst", GEEN_BEGIN)
def test_gewoon_woord_begint_geen_verwijzing(tekst: str) -> None:
    ontleder = Ontleder()
    for h in SIGNAAL.finditer(tekst.lower()):
        m = START.match(tekst, h.start())
        if m is not None and m.lastgroup != "los":
            assert isinstance(ontleder.ontleed(tekst, h.start()), int)


def test_bekende_woorden_worden_eender_ontleed() -> None:
    """The memory of the parser gives what parsing gives, wherever the words stand."""
    tekst = "artikel 5, eerste lid, onder a, en dan niets meer. " * 3 + "x" * 200
    een = Ontleder()
    for begin in (0, 51, 102):
        assert een.ontleed(tekst, begin) == Ontleder().ontleed(tekst, begin)
