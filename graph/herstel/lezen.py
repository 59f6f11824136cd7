"""Read an amending decision in the fixed forms back to its instructions: the other half of ``graph.herstel.formules``.

It is the check that a draft says what was meant: what it prints, read back and applied, gives the intended text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bronnen.nummering import splits_kop
from graph.herstel.boom import NietUitTeDrukken, genummerd, is_streepje
from graph.herstel.formules import INSPRINGING, STAP, TEKENS
from graph.herstel.noemen import STREEPJE, lees_nummers, lees_plaats, lees_reeks
from ontologie.document import BepalingSoort
from ontologie.identificatie import Stap
from ontologie.wijzigingsbesluit import (
    Bepalingstekst,
    Instructie,
    Invoeging,
    KomtTeLuiden,
    Lidaanduiding,
    Pad,
    Plaats,
    Plaatsdeel,
    Slotvervanging,
    Vernummering,
    Vervallen,
    Wijzigingsartikel,
    Wijzigingsonderdeel,
    Woordvervanging,
    Woordwijze,
)

_LETTER = re.compile(r"([A-Z])\1*")
_KOP = re.compile(r"Artikel (\S+)")
_AANLOOP = re.compile(r"(?:De|Het) (.+) wordt als volgt gewijzigd:")
_GROEP = re.compile(r"(.+) wordt als volgt gewijzigd:")
_GENUMMERD = re.compile(r"\d+\. (.+)")
_TEKEN = r"(?:(?:de|een) (?:punt|puntkomma|komma|dubbele punt)|«[^»]+»)"
_TEKENS = {naam: teken for teken, naam in TEKENS.items()}
_AANTAL = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+)"
_WAT = (
    rf"{_AANTAL} (?:sub)?(?P<wat>artikel(?:en)?|lid|leden|onderde(?:el|len)|{STREEPJE}s?|hoofdstuk(?:ken)?"
    r"|(?:sub)?paragra(?:af|fen)|afdeling(?:en)?|titels?|delen|deel|boek(?:en)?)"
)
_ANKER = r"(?P<waarbij>[Nn]a|[Vv]oor) (?P<anker>.+?)"
_MEE = r"(?P<mee>[Oo]nder (?:vervanging|vernummering|verlettering) .+?)"
_MEE_DEEL = re.compile(r" en (?=onder (?:vervanging|vernummering|verlettering) )")
_VERVANGING = re.compile(rf"[Oo]nder vervanging van ({_TEKEN}) aan het slot van (.+) door ({_TEKEN})")
_VERNUMMERING = re.compile(r"[Oo]nder ver(?:nummering|lettering) van (.+?) tot (?!en met )(.+)")
_SUB = re.compile(r"\b(?:subonderdeel|subonderdelen) ")


def lees(tekst: str) -> Wijzigingsartikel:
    """The amending article in its printed form.

    Raises:
        NietUitTeDrukken: a line is none of the fixed forms.
    """
    regels = tekst.rstrip("\n").split("\n")
    kop, aanloop = _moet(_KOP, regels[0]), _moet(_AANLOOP, regels[1])
    onderdelen: list[Wijzigingsonderdeel] = []
    begin = 2
    while begin < len(regels):
        letter = _moet(_LETTER, regels[begin])[0]
        eind = begin + 1
        while eind < len(regels) and not _LETTER.fullmatch(regels[eind]):
            eind += 1
        onderdelen.append(_lees_onderdeel(letter, regels[begin + 1 : eind]))
        begin = eind
    return Wijzigingsartikel(kop[1], aanloop[1], tuple(onderdelen))


def _moet(patroon: re.Pattern[str], regel: str) -> re.Match[str]:
    m = patroon.fullmatch(regel)
    if m is None:
        raise NietUitTeDrukken(f"«{regel[:80]}» is geen vaste formule")
    return m


def _lees_onderdeel(letter: str, regels: Sequence[str]) -> Wijzigingsonderdeel:
    groep = _GROEP.fullmatch(regels[0])
    binnen: Pad = ()
    if groep:
        binnen = lees_plaats(groep[1]).pad
        regels = regels[1:]
    instructies: list[Instructie] = []
    begin = 0
    while begin < len(regels):
        eind = begin + 1
        while eind < len(regels) and regels[eind].startswith(INSPRINGING):
            eind += 1
        zin = _moet(_GENUMMERD, regels[begin])[1] if groep else regels[begin]
        instructies.append(lees_zin(zin, [r.removeprefix(INSPRINGING) for r in regels[begin + 1 : eind]], binnen))
        begin = eind
    return Wijzigingsonderdeel(letter, binnen or _pad_van(instructies[0]), tuple(instructies))


def _pad_van(instructie: Instructie) -> Pad:
    match instructie:
        case Woordvervanging(plaats=plaats) | KomtTeLuiden(plaats=plaats):
            pad = plaats.pad
        case Slotvervanging(pad=p) | Lidaanduiding(pad=p):
            pad = p
        case Vervallen():
            pad = instructie.ouder or instructie.delen
        case Invoeging():
            pad = instructie.ouder or (instructie.nieuw[0].stap,)
    return pad[:1]


# --- sentences ---


def lees_zin(zin: str, nieuw: Sequence[str], binnen: Pad = ()) -> Instructie:
    """One instruction with the lines of its new text.

    Raises:
        NietUitTeDrukken: it is none of the fixed forms.
    """
    for patroon, maak in _VORMEN:
        if m := patroon.fullmatch(zin):
            return maak(m, nieuw, binnen)
    raise NietUitTeDrukken(f"«{zin[:80]}» is geen vaste formule")


def _plaats(m: re.Match[str], binnen: Pad) -> Plaats:
    groepen = m.groupdict()
    plaats = lees_plaats(groepen["waar"], binnen) if groepen.get("waar") else Plaats(binnen)
    return Plaats(plaats.pad, Plaatsdeel.OPSCHRIFT) if groepen.get("kop") else plaats


def _woorden(wijze: Woordwijze) -> Callable[[re.Match[str], Sequence[str], Pad], Instructie]:
    def maak(m: re.Match[str], _: Sequence[str], binnen: Pad) -> Instructie:
        return Woordvervanging(_plaats(m, binnen), wijze, m["oud"], m.groupdict().get("nieuw") or "")

    return maak


def _slot(m: re.Match[str], _: Sequence[str], binnen: Pad) -> Instructie:
    return Slotvervanging(_plaats(m, binnen).pad, _teken(m["oud"]), _teken(m["nieuw"]))


def _teken(woorden: str) -> str:
    return woorden[1:-1] if woorden.startswith("«") else _TEKENS[woorden.split(" ", 1)[1]]


def _komt_te_luiden(m: re.Match[str], nieuw: Sequence[str], binnen: Pad) -> Instructie:
    plaats = _plaats(m, binnen)
    if plaats.deel is not Plaatsdeel.GEHEEL:
        return KomtTeLuiden(plaats, tuple(nieuw))
    (knoop,) = lees_nieuw(nieuw, plaats.pad[-1])
    return KomtTeLuiden(plaats, knoop)


def _aanduiding(m: re.Match[str], _: Sequence[str], binnen: Pad) -> Instructie:
    return Lidaanduiding(_plaats(m, binnen).pad)


def _vervallen(m: re.Match[str], _: Sequence[str], binnen: Pad) -> Instructie:
    pad = _plaats(m, binnen).pad
    if "delen" in m.groupdict():
        ouder, delen = pad, tuple(lees_reeks(m["delen"]))
    else:
        ouder, delen = pad[:-1], pad[-1:]
    slot, vernummering = _lees_mee(m["mee"], ouder)
    return Vervallen(ouder, delen, vernummering, slot)


def _invoeging(m: re.Match[str], nieuw: Sequence[str], binnen: Pad) -> Instructie:
    groepen = m.groupdict()
    boven = groepen["wat"] not in ("lid", "leden", "onderdeel", "onderdelen", STREEPJE, f"{STREEPJE}s")
    ouder: Pad = () if boven else _plaats(m, binnen).pad
    anker: Pad = ()
    if groepen.get("anker"):
        anker = lees_plaats(m["anker"]).pad if boven else (*ouder, lees_reeks(m["anker"])[0])
    slot, vernummering = _lees_mee(groepen.get("mee"), ouder)
    knopen = lees_nieuw(nieuw, None, lid=groepen["wat"] in ("lid", "leden"))
    voor = (groepen.get("waarbij") or "").lower() == "voor"
    return Invoeging(ouder, knopen, () if voor else anker, anker if voor else (), vernummering, slot)


def _lees_mee(tekst: str | None, ouder: Pad) -> tuple[tuple[Slotvervanging, ...], tuple[Vernummering, ...]]:
    slot: list[Slotvervanging] = []
    vernummering: list[Vernummering] = []
    for deel in _MEE_DEEL.split(tekst) if tekst else ():
        if m := _VERVANGING.fullmatch(deel):
            waar = lees_plaats(_SUB.sub("onder ", m[2]), ouder).pad
            slot.append(Slotvervanging(waar, _teken(m[1]), _teken(m[3])))
            continue
        m = _moet(_VERNUMMERING, deel)
        oud = [s.nummer for s in lees_reeks(m[1])]
        try:
            naar = [s.nummer for s in lees_reeks(m[2])]
        except NietUitTeDrukken:
            naar = lees_nummers(m[2])
        if len(oud) != len(naar):
            raise NietUitTeDrukken(f"«{deel}» noemt niet evenveel oude als nieuwe nummers")
        vernummering += (Vernummering(a, b) for a, b in zip(oud, naar, strict=True))
    return tuple(slot), tuple(vernummering)


_Maker = Callable[[re.Match[str], Sequence[str], Pad], Instructie]


def _vorm(patroon: str, maak: _Maker) -> tuple[re.Pattern[str], _Maker]:
    return re.compile(patroon), maak


_WAAR = (r"In (?P<kop>het opschrift)(?: van (?P<waar>[^«]+?))? ", r"In (?P<waar>[^«]+?),? ")
_VORMEN: tuple[tuple[re.Pattern[str], _Maker], ...] = (
    _vorm(r"Voor de tekst(?: van (?P<waar>.+?))? wordt de aanduiding «1\.» geplaatst\.", _aanduiding),
    *(
        _vorm(waar + vorm, _woorden(wijze))
        for waar in _WAAR
        for vorm, wijze in (
            (r"wordt «(?P<oud>[^»]+)» vervangen door «(?P<nieuw>[^»]+)»\.", Woordwijze.VERVANG),
            (r"wordt na «(?P<oud>[^»]+)» ingevoegd «(?P<nieuw>[^»]+)»\.", Woordwijze.VOEG_IN),
            (r"vervalt «(?P<oud>[^»]+)»\.", Woordwijze.VERVALT),
        )
    ),
    _vorm(r"«(?P<oud>[^»]+)» wordt vervangen door «(?P<nieuw>[^»]+)»\.", _woorden(Woordwijze.VERVANG)),
    _vorm(r"Na «(?P<oud>[^»]+)» wordt ingevoegd «(?P<nieuw>[^»]+)»\.", _woorden(Woordwijze.VOEG_IN)),
    _vorm(r"«(?P<oud>[^»]+)» vervalt\.", _woorden(Woordwijze.VERVALT)),
    _vorm(
        rf"In (?P<waar>[^«]+?),? wordt (?P<oud>{_TEKEN}) aan het slot vervangen door (?P<nieuw>{_TEKEN})\.",
        _slot,
    ),
    _vorm(r"(?P<kop>Het opschrift)(?: van (?P<waar>.+?))? komt te luiden:", _komt_te_luiden),
    _vorm(r"(?P<waar>.+?),? komt te luiden:", _komt_te_luiden),
    _vorm(rf"In (?P<waar>.+?),? vervallen (?P<delen>.+?)(?:, {_MEE})?\.", _vervallen),
    _vorm(rf"(?P<delen>.+?) vervallen(?:, {_MEE})?\.", _vervallen),
    _vorm(rf"(?P<waar>.+?),? vervalt(?:, {_MEE})?\.", _vervallen),
    _vorm(
        rf"(?:Aan|In) (?P<waar>.+?),? (?:wordt|worden)(?:, {_MEE},)? (?:{_ANKER} )?{_WAT} (?:in|toe)gevoegd, luidende:",
        _invoeging,
    ),
    _vorm(rf"{_MEE} (?:wordt|worden) (?:{_ANKER} )?{_WAT} (?:in|toe)gevoegd, luidende:", _invoeging),
    _vorm(rf"{_ANKER} (?:wordt|worden) {_WAT} ingevoegd, luidende:", _invoeging),
    _vorm(rf"Er (?:wordt|worden) {_WAT} toegevoegd, luidende:", _invoeging),
)


# --- new text ---


def lees_nieuw(regels: Sequence[str], als: Stap | None, *, lid: bool = False) -> tuple[Bepalingstekst, ...]:
    """The provisions in lines of new text; ``als`` is what the one provision replaces, ``lid`` tells leden."""
    wortel = _Knoop(-1, "", "", BepalingSoort.REGELING)
    open_ = [wortel]
    for regel in regels:
        kaal = regel.lstrip(" ")
        diepte = (len(regel) - len(kaal)) // len(STAP)
        label, tab, tekst = kaal.partition("\t")
        while open_[-1].diepte >= diepte:
            open_.pop()
        if not tab:
            open_[-1].inhoud.append(kaal)
            continue
        knoop = _Knoop(diepte, label, tekst, _soort(label, diepte, als, lid=lid))
        open_[-1].inhoud.append(knoop)
        open_.append(knoop)
    knopen = [d.maak() for d in wortel.inhoud if isinstance(d, _Knoop)]
    return tuple(_met_plek(k, n, als) for n, k in enumerate(knopen, 1))


def _met_plek(knoop: Bepalingstekst, plek: int, als: Stap | None) -> Bepalingstekst:
    """The provision with its number: of a dash that of the place it takes."""
    soort = knoop.soort
    if soort in (BepalingSoort.LID, BepalingSoort.ONDERDEEL) and is_streepje(knoop.label):
        nummer = als.nummer if als else f"-{plek}"
        return genummerd(Bepalingstekst(soort, nummer, knoop.label, knoop.opschrift, knoop.inhoud))
    ouder = Bepalingstekst(BepalingSoort.REGELING, "", inhoud=(knoop,))
    (uit,) = genummerd(ouder).kinderen
    return Bepalingstekst(soort, uit.nummer, uit.label, uit.opschrift, uit.inhoud)


def _soort(label: str, diepte: int, als: Stap | None, *, lid: bool) -> BepalingSoort:
    if not diepte and als is not None:
        return BepalingSoort(als.soort.value)
    woord = splits_kop(label).soort
    if woord is not None and label[:1].isupper():
        return BepalingSoort(woord.value)
    return BepalingSoort.LID if lid and not diepte else BepalingSoort.ONDERDEEL


class _Knoop:
    """A provision while its lines are read."""

    def __init__(self, diepte: int, label: str, tekst: str, soort: BepalingSoort) -> None:
        self.diepte, self.label, self.soort = diepte, label, soort
        deel = soort in (BepalingSoort.LID, BepalingSoort.ONDERDEEL)
        self.opschrift = "" if deel else tekst
        self.inhoud: list[str | _Knoop] = [tekst] if deel and tekst else []

    def maak(self) -> Bepalingstekst:
        inhoud = tuple(d if isinstance(d, str) else d.maak() for d in self.inhoud)
        return Bepalingstekst(self.soort, "", self.label, self.opschrift, inhoud)
