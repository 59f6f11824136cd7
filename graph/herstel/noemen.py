"""Places and lists of provisions in the words of an amending decision, and back again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase

from graph.herstel.boom import NietUitTeDrukken
from ontologie.identificatie import Stap, StapSoort
from ontologie.identificatie.rangtelwoord import lees_rangtelwoord, rangtelwoord
from ontologie.wijzigingsbesluit import Pad, Plaats, Plaatsdeel

TELWOORDEN = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
STREEPJE = "gedachtestreepje"
_MEERVOUD = {
    StapSoort.ARTIKEL: "artikelen",
    StapSoort.LID: "leden",
    StapSoort.ONDERDEEL: "onderdelen",
    StapSoort.HOOFDSTUK: "hoofdstukken",
    StapSoort.PARAGRAAF: "paragrafen",
    StapSoort.SUBPARAGRAAF: "subparagrafen",
    StapSoort.AFDELING: "afdelingen",
    StapSoort.TITEL: "titels",
    StapSoort.DEEL: "delen",
    StapSoort.BOEK: "boeken",
}
_BOVEN = "|".join(s.value for s in _MEERVOUD if s not in (StapSoort.LID, StapSoort.ONDERDEEL))
_STAP = re.compile(
    rf"(?P<soort>{_BOVEN}) (?P<nummer>\S+)"
    rf"|(?:het )?(?P<rang>\S+) (?P<wat>lid|{STREEPJE})|lid (?P<lid>\S+)|{STREEPJE} (?P<streep>\d+)"
    r"|(?:sub)?onderdeel (?P<onderdeel>\S+?)°?|onder (?P<onder>\S+?)°?",
    re.IGNORECASE,
)
_DEEL = {
    Plaatsdeel.AANHEF: "aanhef",
    Plaatsdeel.SLOT: "slot",
}
_DEELNAAM = {woord: deel for deel, woord in _DEEL.items()}


# --- one place ---


def stap_in_woorden(stap: Stap, onder_onderdeel: bool) -> str:
    """ "artikel 5", "tweede lid", "onderdeel c", "onder 2°", "derde gedachtestreepje"."""
    soort, nummer = stap
    if nummer.startswith("-"):
        rang = rangtelwoord(nummer[1:])
        return f"{rang} {STREEPJE}" if rang else f"{STREEPJE} {nummer[1:]}"
    if soort is StapSoort.LID:
        rang = rangtelwoord(nummer)
        return f"{rang} lid" if rang else f"lid {nummer}"
    if soort is StapSoort.ONDERDEEL and onder_onderdeel:
        return f"onder {nummer}°" if nummer.isdigit() else f"onder {nummer}"
    return f"{soort.value} {nummer}"


def plaats_in_woorden(plaats: Plaats, vanaf: Pad = ()) -> list[str]:
    """The steps of a place below ``vanaf`` in words; an article of speech before what needs one at the start."""
    delen = []
    for n, stap in enumerate(plaats.pad):
        if n >= len(vanaf):
            delen.append(stap_in_woorden(stap, n > 0 and plaats.pad[n - 1].soort is StapSoort.ONDERDEEL))
    if plaats.deel in _DEEL:
        delen.append(_DEEL[plaats.deel])
    if delen and (delen[0].endswith((" lid", f" {STREEPJE}")) or delen[0] == "slot"):
        delen[0] = f"het {delen[0]}"
    elif delen and delen[0] == "aanhef":
        delen[0] = "de aanhef"
    return delen


def lees_plaats(tekst: str, onder: Pad = ()) -> Plaats:
    """The place that words name below ``onder``.

    Raises:
        NietUitTeDrukken: they name none.
    """
    pad, deel = list(onder), Plaatsdeel.GEHEEL
    for woorden in tekst.split(", "):
        kaal = woorden.removeprefix("de ").removeprefix("De ").removeprefix("het ").removeprefix("Het ").strip(",")
        if kaal in _DEELNAAM:
            deel = _DEELNAAM[kaal]
            continue
        pad.append(_lees_stap(woorden))
    return Plaats(tuple(pad), deel)


def _lees_stap(woorden: str) -> Stap:
    m = _STAP.fullmatch(woorden.strip(","))
    if m is None:
        raise NietUitTeDrukken(f"«{woorden}» noemt geen bepaling")
    if m["soort"]:
        return Stap(StapSoort(m["soort"].lower()), m["nummer"])
    if m["rang"]:
        nummer = lees_rangtelwoord(m["rang"])
        if not nummer:
            raise NietUitTeDrukken(f"«{m['rang']}» is geen rangtelwoord")
        return Stap(StapSoort.LID, nummer) if m["wat"] == "lid" else Stap(StapSoort.ONDERDEEL, f"-{nummer}")
    if m["lid"]:
        return Stap(StapSoort.LID, m["lid"])
    if m["streep"]:
        return Stap(StapSoort.ONDERDEEL, f"-{m['streep']}")
    return Stap(StapSoort.ONDERDEEL, m["onderdeel"] or m["onder"])


# --- several parts of one provision ---


def soort_in_woorden(stap: Stap, aantal: int, sub: bool) -> str:
    """ "een lid", "twee onderdelen", "een subonderdeel", "drie gedachtestreepjes"."""
    telwoord = TELWOORDEN[aantal] if aantal < len(TELWOORDEN) else str(aantal)
    if stap.nummer.startswith("-"):
        return f"{telwoord} {STREEPJE}{'s' if aantal > 1 else ''}"
    naam = _MEERVOUD[stap.soort] if aantal > 1 else stap.soort.value
    return f"{telwoord} {'sub' if sub and stap.soort is StapSoort.ONDERDEEL else ''}{naam}"


def reeks_in_woorden(soort: StapSoort, nummers: Sequence[str], sub: bool) -> str:
    """ "het tweede en derde lid", "onderdeel c", "de onderdelen c tot en met f", "de subonderdelen 2° en 3°"."""
    if nummers[0].startswith("-") or (soort is StapSoort.LID and all(map(rangtelwoord, nummers))):
        wat = STREEPJE if nummers[0].startswith("-") else "lid"
        return f"het {_opgesomd(nummers, [rangtelwoord(n.removeprefix('-')) or n for n in nummers])} {wat}"
    graad = "°" if sub and soort is StapSoort.ONDERDEEL else ""
    gedrukt = [f"{n}{graad}" if n.isdigit() else n for n in nummers]
    naam = f"{'sub' if graad else ''}{soort.value if len(nummers) == 1 else _MEERVOUD[soort]}"
    return f"{'' if len(nummers) == 1 else 'de '}{naam} {_opgesomd(nummers, gedrukt)}"


def _opgesomd(nummers: Sequence[str], gedrukt: Sequence[str]) -> str:
    if len(nummers) > 2 and _is_reeks(nummers):
        return f"{gedrukt[0]} tot en met {gedrukt[-1]}"
    return opsomming(gedrukt)


def opsomming(delen: Sequence[str]) -> str:
    """ "a", "a en b", "a, b en c"."""
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"


def _is_reeks(nummers: Sequence[str]) -> bool:
    return list(nummers) == _reeks(nummers[0], nummers[-1])


def _reeks(eerste: str, laatste: str) -> list[str]:
    """All numbers from one to another; empty where that is not clear."""
    streep = "-" if eerste.startswith("-") else ""
    a, b = eerste.removeprefix("-"), laatste.removeprefix("-")
    if a.isdigit() and b.isdigit() and int(b) - int(a) < 1000:
        return [f"{streep}{n}" for n in range(int(a), int(b) + 1)]
    if len(a) == len(b) == 1 and a in ascii_lowercase and b in ascii_lowercase:
        return list(ascii_lowercase[ascii_lowercase.index(a) : ascii_lowercase.index(b) + 1])
    return []


_REEKS = re.compile(
    rf"(?:(?:het|de) )?(?:(?P<rangen>.+) (?P<wat>lid|{STREEPJE})"
    r"|(?P<soort>lid|leden|(?:sub)?onderdeel|(?:sub)?onderdelen) (?P<nummers>.+))",
    re.IGNORECASE,
)


def lees_reeks(tekst: str) -> list[Stap]:
    """The parts that a list names.

    Raises:
        NietUitTeDrukken: it names none.
    """
    m = _REEKS.fullmatch(tekst)
    if m is None:
        raise NietUitTeDrukken(f"«{tekst}» is geen opsomming van delen")
    if m["wat"]:
        streep = "-" if m["wat"] == STREEPJE else ""
        nummers = [f"{streep}{n}" for n in lees_nummers(m["rangen"], rang=True)]
        soort = StapSoort.ONDERDEEL if streep else StapSoort.LID
    else:
        nummers = lees_nummers(m["nummers"])
        soort = StapSoort.LID if m["soort"].lower() in ("lid", "leden") else StapSoort.ONDERDEEL
    return [Stap(soort, n) for n in nummers]


def lees_nummers(tekst: str, *, rang: bool = False) -> list[str]:
    """The numbers in "c, d en f", "c tot en met f" or, with ``rang``, "tweede en derde"."""
    delen = re.split(r" tot en met ", tekst)

    def lees(woord: str) -> str:
        return (lees_rangtelwoord(woord) or woord) if rang else woord.removesuffix("°")

    if len(delen) == 2:
        return _reeks(lees(delen[0]), lees(delen[1]))
    return [lees(d) for d in re.split(r", | en ", tekst)]
