"""Citations as jurists write them: "artikel 8a, tweede lid, onder f, Participatiewet", "art. 8a lid 2 sub f Pw".

Reading takes the parts in any order of law and provision: the law first ("Pw art. 8a"), last, or in the middle
("art. 7:610 BW, eerste lid"). Structure straight above an article is left out, as identity does. Printing follows the
Leidraad voor juridische auteurs or the Aanwijzingen voor de regelgeving. A number that would not
be read back as it is stands between guillemets: ``artikel «lid»``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ontologie.fouten import IdentificatieFout
from ontologie.identificatie.bepaling import BepalingId, Naamregister, Stap, StapSoort, zonder_structuur
from ontologie.identificatie.codering import controleer_invoer, herstel, ontsnap, toon
from ontologie.identificatie.kort import VOORBEELD
from ontologie.identificatie.rangtelwoord import lees_rangtelwoord, rangtelwoord

#: Words that announce a provision, lower case and without a closing full stop.
_WOORDEN: dict[str, StapSoort] = {soort.value: soort for soort in StapSoort} | {
    "art": StapSoort.ARTIKEL,
    "hfst": StapSoort.HOOFDSTUK,
    "titeldeel": StapSoort.TITEL,
    "afd": StapSoort.AFDELING,
    "par": StapSoort.PARAGRAAF,
    "§": StapSoort.PARAGRAAF,
    "sub-paragraaf": StapSoort.SUBPARAGRAAF,
    "onder": StapSoort.ONDERDEEL,
    "sub": StapSoort.ONDERDEEL,
    "subonderdeel": StapSoort.ONDERDEEL,
    "bijl": StapSoort.BIJLAGE,
    "noot": StapSoort.VOETNOOT,
}
#: Kinds that occur without a number.
_ZONDER_NUMMER = frozenset(
    {StapSoort.BIJLAGE, StapSoort.AANHEF, StapSoort.SLOT, StapSoort.LEESWIJZER, StapSoort.TOELICHTING}
)
#: In a work of numbered sections these words name a section.
_SECTIEWOORDEN = frozenset({StapSoort.PARAGRAAF, StapSoort.HOOFDSTUK, StapSoort.ARTIKEL})

_TOKEN = re.compile(r"«[^»]*»|§|art\.(?=\d)|[,;]|[^\s,;«§]+|«", re.IGNORECASE)
_ROMEINS = r"(?=[IVXLCDM])M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})[a-z]?"
_NUMMER = re.compile(rf"(?:\d[\w.:~-]*[\w]|\d|{_ROMEINS}(?:\.\w+)*|[A-Z])(?:~\d+)?")
#: Such as the articles of the Kieswet: "P 15".
_LETTER_EN_CIJFERS = re.compile(r"[A-Z] \d+[a-z]?")
_ONDERDEEL = re.compile(r"(?:\d+(?:\.\d+)*[a-z]?|[A-Za-z]{1,4})(?:~\d+)?")
_GRAAD = re.compile(r"(\d+)[°º˚oO]")
_ARTIKEL_AAN_BEGIN = re.compile(r"\d[\w.~-]*")
#: Words between the provision and the law that mean nothing by themselves.
_VULWOORDEN = frozenset({"van", "de", "het", "der", "in", "uit", "bij", "op", ",", ";"})
_MEER = frozenset({"en", "of", "t/m", "tot", "tm", "juncto", "jo", "jo.", "j°"})
_ZINNEN = frozenset({"zin", "volzin"})
_MAXIMUM = 120  # tokens


class Stijl(StrEnum):
    """How a citation is printed."""

    LEIDRAAD = "leidraad"  # art. 8a lid 2 onder f Participatiewet
    WETGEVING = "wetgeving"  # artikel 8a, tweede lid, onder f, van de Participatiewet


@dataclass(frozen=True, slots=True)
class _Token:
    tekst: str
    begin: int
    eind: int

    @property
    def woord(self) -> str:
        return self.tekst.casefold().removesuffix(".") if len(self.tekst) > 1 else self.tekst.casefold()


# --- reading ------------------------------------------------------------------------------------------------------


def parse_aanhaling(tekst: str, namen: Naamregister, op: date | None = None) -> BepalingId:
    """Read a citation of one provision or one work. ``op`` tells of what day the names are (today's without it).

    Raises:
        IdentificatieFout: it names no known regulation, or one of several, or something that cannot be read.
    """
    schoon = controleer_invoer(tekst, "een aanhaling")
    tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(schoon)]
    if len(tokens) > _MAXIMUM:
        raise IdentificatieFout(f"«{toon(tekst)}» is te lang voor een aanhaling van één bepaling.", advies=VOORBEELD)
    beste: tuple[int, tuple[str, ...], list[Stap], str] | None = None
    grenzen = _lees_stappen(tokens, 0)
    for voor, grens in grenzen:
        begin = _sla_over(tokens, grens)
        for eind in range(len(tokens), begin, -1):
            naam = schoon[tokens[begin].begin : tokens[eind - 1].eind]
            if beste and len(naam) <= beste[0]:
                break
            werken = namen.werken_met_naam(naam, op)
            na = _lees_rest(tokens, eind, heeft_stappen=bool(voor)) if werken else None
            if na is not None:
                beste = (len(naam), werken, [*voor, *na], naam)
                break
    if beste is None:
        raise _geen_regeling(schoon, tokens, grenzen[-1][1], namen)
    _, werken, stappen, naam = beste
    if len(werken) > 1:
        raise _meer_regelingen(naam, werken, namen)
    return _maak_id(werken[0], stappen, namen)


def _lees_stappen(tokens: Sequence[_Token], i: int) -> list[tuple[list[Stap], int]]:
    """Every run of provisions that starts at token ``i``: none, the first, the first two, …, each with its end.

    "van" turns the order: "onder f van artikel 8a, tweede lid" is artikel 8a, tweede lid, onder f.
    """
    uit: list[tuple[list[Stap], int]] = [([], i)]
    groepen: list[list[Stap]] = [[]]
    while True:
        laatste = groepen[0][-1].soort if groepen[0] else None
        j = _sla_over(tokens, i)
        gelezen = _lees_stap(tokens, j)
        if laatste and (zin := _na_volzin(tokens, j)):  # a sentence has no address of its own
            gelezen = [], zin
        if gelezen is None and laatste in (None, StapSoort.TOELICHTING):
            gelezen = _lees_kale_stappen(tokens, j)
        if gelezen is None:
            return uit
        if laatste and laatste is not StapSoort.TOELICHTING and any(t.woord == "van" for t in tokens[i:j]):
            groepen.insert(0, [])
        stappen, i = gelezen
        groepen[0] += stappen
        uit.append(([stap for groep in groepen for stap in groep], i))


def _lees_rest(tokens: Sequence[_Token], i: int, *, heeft_stappen: bool) -> list[Stap] | None:
    """The provisions from token ``i`` to the end, None where something else stands there."""
    j = _sla_over(tokens, i)
    if j == len(tokens):
        return []
    stappen, eind = _lees_stappen(tokens, j)[-1]
    if not stappen or _sla_over(tokens, eind) != len(tokens):
        return None
    return None if heeft_stappen and stappen[0].soort is StapSoort.ARTIKEL else stappen


def _sla_over(tokens: Sequence[_Token], i: int) -> int:
    while i < len(tokens) and tokens[i].woord in _VULWOORDEN:
        i += 1
    return i


def _lees_stap(tokens: Sequence[_Token], i: int) -> tuple[list[Stap], int] | None:
    """One provision that a word announces, with the token after it."""
    if i >= len(tokens):
        return None
    if i + 1 < len(tokens) and tokens[i + 1].woord == "lid" and (nummer := lees_rangtelwoord(tokens[i].woord)):
        return [Stap(StapSoort.LID, nummer)], i + 2
    soort = _WOORDEN.get(tokens[i].woord)
    if soort is None:
        return None
    if soort is StapSoort.AANHEF and (verder := _na_aanhef_en(tokens, i)):
        return _lees_stap(tokens, verder)
    for lengte in (2, 1):  # "P 15" is one number
        tekst = " ".join(t.tekst for t in tokens[i + 1 : i + 1 + lengte])
        nummer_of_niet = _lees_nummer(tekst, soort)
        if nummer_of_niet is not None:
            return [Stap(soort, nummer_of_niet)], min(i + 1 + lengte, len(tokens))
    return ([Stap(soort, "")], i + 1) if soort in _ZONDER_NUMMER else None


def _na_volzin(tokens: Sequence[_Token], i: int) -> int:
    """The token after "tweede volzin" or "zin 2"; 0 where it does not stand there."""
    eerste, tweede = (*(t.woord for t in tokens[i : i + 2]), "", "")[:2]
    noemt = (eerste in _ZINNEN and tweede.isdecimal()) or (tweede in _ZINNEN and bool(lees_rangtelwoord(eerste)))
    return i + 2 if noemt else 0


def _na_aanhef_en(tokens: Sequence[_Token], i: int) -> int:
    """Where "onder f" begins in "aanhef en onder f", which names the onderdeel; 0 where it does not stand there."""
    volgt = [t.woord for t in tokens[i + 1 : i + 3]]
    return i + 2 if volgt[:1] == ["en"] and _WOORDEN.get(volgt[-1]) is StapSoort.ONDERDEEL else 0


def _lees_nummer(tekst: str, soort: StapSoort) -> str | None:
    """The number in canonical form, None where the text is no number of such a provision."""
    if tekst.startswith("«") and tekst.endswith("»"):
        return herstel(tekst[1:-1])
    if soort is StapSoort.TOELICHTING:  # a number behind it is that of the article that is explained
        return None
    kaal = tekst.strip(".:()")
    if soort is StapSoort.LID and (nummer := lees_rangtelwoord(kaal)):
        return nummer
    if soort is StapSoort.ONDERDEEL:
        if graad := _GRAAD.fullmatch(kaal):
            return graad.group(1)
        return kaal if _ONDERDEEL.fullmatch(kaal) and kaal.casefold() not in _WOORDEN else None
    if soort is StapSoort.ARTIKEL and _LETTER_EN_CIJFERS.fullmatch(kaal):
        return kaal
    return kaal if _NUMMER.fullmatch(kaal) and kaal.casefold() not in _WOORDEN else None


def _lees_kale_stappen(tokens: Sequence[_Token], i: int) -> tuple[list[Stap], int] | None:
    """An article without the word before it ("8a"), with what follows after colons ("8a:2:f")."""
    if i >= len(tokens):
        return None
    artikel, *rest = tokens[i].tekst.removesuffix(".").split(":")
    if not _ARTIKEL_AAN_BEGIN.fullmatch(artikel):
        return None
    if len(rest) == 1 and rest[0]:
        # 2:31 is an article of some laws, and article 2, lid 31 of others.
        raise IdentificatieFout(
            f"«{toon(tokens[i].tekst)}» kan een artikelnummer zijn, of een artikel en een lid.",
            advies=f"Schrijf «artikel {toon(tokens[i].tekst)}» of «artikel {toon(artikel)} lid {toon(rest[0])}».",
        )
    stappen = [Stap(StapSoort.ARTIKEL, artikel)]
    for n, deel in enumerate(rest):
        soort = StapSoort.ONDERDEEL if n else StapSoort.LID
        nummer = _lees_nummer(deel, soort)
        if nummer is None and (n or deel):
            return None
        if nummer:
            stappen.append(Stap(soort, nummer))
    return stappen, i + 1


def _maak_id(werk: str, stappen: Sequence[Stap], namen: Naamregister) -> BepalingId:
    if namen.hoofdeenheid(werk) is StapSoort.SECTIE:
        return BepalingId(werk, _als_secties(stappen))
    if stappen and stappen[0].soort is StapSoort.BOEK and (boek := namen.boek(werk, stappen[0].nummer)):
        return BepalingId(boek, zonder_structuur(tuple(stappen[1:])))
    kern = zonder_structuur(tuple(stappen))
    if kern and kern[0].soort is StapSoort.ARTIKEL:
        nummer, dubbele_punt, rest = kern[0].nummer.partition(":")
        if dubbele_punt and rest and (boek := namen.boek(werk, nummer)):  # artikel 7:610 BW
            return BepalingId(boek, (Stap(StapSoort.ARTIKEL, rest), *kern[1:]))
    return BepalingId(werk, kern)


def _als_secties(stappen: Sequence[Stap]) -> tuple[Stap, ...]:
    """Steps in a work of numbered sections: "hoofdstuk 4, paragraaf 4.3" is section 4.3."""
    uit: list[Stap] = []
    for stap in stappen:
        if stap.soort in _SECTIEWOORDEN:
            stap = Stap(StapSoort.SECTIE, stap.nummer)
        boven = uit[-1] if uit else None
        if boven and boven.soort is stap.soort is StapSoort.SECTIE and stap.nummer.startswith(f"{boven.nummer}."):
            uit.pop()
        uit.append(stap)
    return tuple(uit)


def _geen_regeling(tekst: str, tokens: Sequence[_Token], grens: int, namen: Naamregister) -> IdentificatieFout:
    begin = _sla_over(tokens, grens)
    if grens and begin == len(tokens):
        return IdentificatieFout(
            f"«{toon(tekst)}» noemt geen regeling.",
            advies="Noem ook de wet, bijvoorbeeld «artikel 8a Participatiewet».",
        )
    rest = tekst[tokens[begin].begin :] if begin < len(tokens) else tekst
    if grens and tokens[begin].woord in _MEER:
        return IdentificatieFout(f"«{toon(tekst)}» wijst meer dan één bepaling aan.", advies="Noem er één tegelijk.")
    voorstellen = " of ".join(f"«{naam}»" for naam in namen.lijkt_op(rest))
    advies = f"Bedoelt u {voorstellen}?" if voorstellen else VOORBEELD
    return IdentificatieFout(f"«{toon(rest)}» is geen bekende regeling.", advies=advies)


def _meer_regelingen(naam: str, werken: Sequence[str], namen: Naamregister) -> IdentificatieFout:
    lijst = " of ".join(f"{namen.titel(werk)} ({werk})" for werk in werken)
    return IdentificatieFout(
        f"«{toon(naam)}» kan meer dan één regeling zijn: {lijst}.",
        advies=f"Schrijf de titel uit, of gebruik de korte notatie, zoals {werken[0]}:1.",
    )


# --- printing -----------------------------------------------------------------------------------------------------

#: Words of titles that take "het"; every other title takes "de".
_HET = re.compile(r"\w*(?:besluit|wetboek|reglement|verdrag|statuut|protocol|voorstel|handvest|boek)", re.IGNORECASE)
_VOORZETSEL = re.compile(r"\s(?:van|voor|op|inzake|in|tot|met|tegen|over|bij|aan)\s")


def print_aanhaling(id_: BepalingId, namen: Naamregister, stijl: Stijl = Stijl.WETGEVING) -> str:
    """The citation of a provision or work in one of the two styles, which ``parse_aanhaling`` reads back.

    A work that shares its title with another is named by its short name.
    """
    titel = namen.titel(id_.werk)
    if namen.werken_met_naam(titel) != (id_.werk,):
        titel = id_.werk
    delen = bepalingdelen(id_, namen, kort=stijl is Stijl.LEIDRAAD)
    if not delen:
        return titel
    if stijl is Stijl.LEIDRAAD:
        return f"{' '.join(delen)} {titel}"
    komma = "," if len(delen) > 1 else ""
    return f"{', '.join(delen)}{komma} van {lidwoord(titel)} {titel}"


def bepalingdelen(id_: BepalingId, namen: Naamregister, *, kort: bool = False) -> list[str]:
    """The provision in words, step by step: "artikel 8a", "tweede lid", "onder f"; ``kort``: "art. 8a", "lid 2"."""
    hoofd = namen.hoofdeenheid(id_.werk)
    delen = []
    vorige: StapSoort | None = None
    for stap in id_.stappen:
        delen.append(_druk_stap(stap, vorige, hoofd, kort))
        vorige = stap.soort
    return delen


def _druk_stap(stap: Stap, vorige: StapSoort | None, hoofd: StapSoort, kort: bool) -> str:
    soort, nummer = stap
    if soort is StapSoort.LID and not kort and (woord := rangtelwoord(nummer)):
        return f"{woord} lid"
    woord = soort.value
    if soort is StapSoort.ARTIKEL and kort:
        woord = "art."
    elif soort is StapSoort.SECTIE and hoofd is StapSoort.SECTIE:
        woord = "paragraaf"
    elif soort is StapSoort.ONDERDEEL:
        woord = "onder"
        if vorige is StapSoort.ONDERDEEL and nummer.isascii() and nummer.isdigit():
            return f"onder {nummer}°"
    if not nummer and soort in _ZONDER_NUMMER:
        return woord
    heel = _TOKEN.fullmatch(nummer) or _LETTER_EN_CIJFERS.fullmatch(nummer)
    leesbaar = heel and _lees_nummer(nummer, soort) == nummer
    return f"{woord} {nummer}" if leesbaar else f"{woord} «{ontsnap(nummer, '«»')}»"


def lidwoord(titel: str) -> str:
    kop = _VOORZETSEL.split(titel, maxsplit=1)[0]
    return "het" if any(_HET.fullmatch(woord) for woord in kop.split()) else "de"
