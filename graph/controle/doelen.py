"""Rules about what references point at: provisions that are not there, and laws that nobody can tell which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bronnen.regeling import naamsleutel
from graph.controle.indeling import verschuiving
from graph.controle.lezing import Gezien, Lezing, Toets
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.verwijzing import Status, Verwijzing

#: A sentence about what the law was cites provisions that are no longer there.
TOEN = re.compile(
    r"(?i)\b(?:luid(?:de|den|t)|vervallen|verviel(?:en)?|ingetrokken|voormalige?|vroegere?|toenmalige?|destijds|eerdere|"
    r"oude?|gold(?:en)?|hernummerd|vernummerd|was opgenomen|tot en met 31 december|"
    r"zoals (?:dat|die|deze) (?:op|v[oó][oó]r))\b"
)
#: Rules of resolution that guess from the surroundings: good for reading, no ground to call something wrong.
_ZWAK_TEKST = """
    laatst-genoemd laatst-genoemd-lid laatst-genoemde-regeling eerder-zo-genoemd hoofdonderwerp naam-in-zin
    elders-genoemd genoemd-in-zin buur enige-lid naam-verdeeld-ook-eigen
"""
ZWAK = frozenset(_ZWAK_TEKST.split())
#: The name behind a citation.
ACHTERNAAM = re.compile(r"(?i)\b(?:van|uit|bij) (?:de|het) (?P<naam>[^,;()]{6,160})$")


def _eigen_toelichting(lezing: Lezing, v: Verwijzing) -> bool:
    """Whether this is the explanation citing its own regulation: rules of their own look at that."""
    eigen = all(isinstance(d, BepalingId) and d.werk == lezing.document.werk for d in v.doelen)
    return eigen and bool(v.plaats.stappen) and v.plaats.stappen[0].soort is StapSoort.TOELICHTING


def te_beoordelen(lezing: Lezing, v: Verwijzing) -> bool:
    """Whether the sentence is about law as it is, and the words themselves tell what is cited."""
    return v.methode not in ZWAK and not TOEN.search(lezing.zin_rond(v)) and not _onder_oude_naam(lezing, v)


def _onder_oude_naam(lezing: Lezing, v: Verwijzing) -> bool:
    """Under its former name a law is cited as it was then."""
    m = ACHTERNAAM.search(v.tekst)
    sleutel = naamsleutel(m["naam"]) if m else ""
    regelingen = [r for d in v.doelen[:1] if isinstance(d, BepalingId) and (r := lezing.register.regeling(d.werk))]
    return any(n.geldig_tot is not None and naamsleutel(n.tekst) == sleutel for r in regelingen for n in r.namen)


def _ontbrekend(lezing: Lezing, v: Verwijzing) -> list[BepalingId]:
    return [d for d in v.doelen if isinstance(d, BepalingId) and lezing.bomen.vind(d) is None]


def _naam(lezing: Lezing, doel: BepalingId) -> str:
    """The regulation of a target in words."""
    return "dit document" if doel.werk == lezing.document.werk else f"«{lezing.register.titel(doel.werk)}»"


def wat(doel: BepalingId) -> str:
    """The last step of a target in words: "het tweede lid" is "lid 2"."""
    stap = doel.stappen[-1]
    soort = "paragraaf" if stap.soort is StapSoort.SECTIE else stap.soort.value
    return f"{soort} {stap.nummer}".strip()


def _deel_dat_er_is(lezing: Lezing, doel: BepalingId) -> BepalingId | None:
    return next((o for o in doel.voorouders() if o.stappen and lezing.bomen.vind(o) is not None), None)


def ontbreekt(lezing: Lezing) -> Iterator[Gezien]:
    for v in lezing.verwijzingen:
        if v.status is not Status.DOEL_ONTBREEKT or _eigen_toelichting(lezing, v) or not te_beoordelen(lezing, v):
            continue
        mist = _ontbrekend(lezing, v)
        if mist:
            namen = " en ".join(dict.fromkeys(map(wat, mist)))
            yield lezing.bij_verwijzing(
                v, f"{namen.capitalize()} bestaat niet in {_naam(lezing, mist[0])}.", _buur(lezing, mist[0])
            )


def _buur(lezing: Lezing, doel: BepalingId) -> str:
    """A section with the chapter number moved as the document moves others."""
    stap = doel.stappen[-1]
    hoofd, punt, rest = stap.nummer.partition(".")
    if doel.werk != lezing.document.werk or not punt or not hoofd.isdecimal():
        return ""
    schuif = verschuiving(lezing)
    ander = doel.ouder.onder(stap.soort, f"{int(hoofd) + schuif}.{rest}") if doel.ouder is not None else None
    if schuif and ander is not None and lezing.bomen.vind(ander) is not None:
        bedoeld = f"{int(hoofd) + schuif}.{rest}"
        return f"Andere hoofdstuknummers zijn ook {abs(schuif)} verschoven: bedoeld is vermoedelijk {bedoeld}."
    return ""


def deels(lezing: Lezing) -> Iterator[Gezien]:
    for v in _deels(lezing):
        for doel in _ontbrekend(lezing, v):
            ouder = _deel_dat_er_is(lezing, doel)
            if ouder is not None and not _zonder_leden(lezing, doel, ouder):
                eerste = doel.stappen[len(ouder.stappen)]
                mist = f"{eerste.soort.value} {eerste.nummer}"
                reden = f"{wat(ouder).capitalize()} van {_naam(lezing, doel)} heeft geen {mist}."
                yield lezing.bij_verwijzing(v, reden, _wat_er_is(lezing, ouder, eerste.soort))
                break


def zonder_leden(lezing: Lezing) -> Iterator[Gezien]:
    for v in _deels(lezing):
        for doel in _ontbrekend(lezing, v):
            ouder = _deel_dat_er_is(lezing, doel)
            if ouder is not None and _zonder_leden(lezing, doel, ouder):
                yield lezing.bij_verwijzing(
                    v,
                    f"{wat(ouder).capitalize()} van {_naam(lezing, doel)} heeft geen leden.",
                    _zonder_lid(lezing, doel, ouder),
                )
                break


def _deels(lezing: Lezing) -> Iterator[Verwijzing]:
    for v in lezing.verwijzingen:
        if v.status is Status.DEELS and not _eigen_toelichting(lezing, v) and te_beoordelen(lezing, v):
            yield v


def _zonder_leden(lezing: Lezing, doel: BepalingId, ouder: BepalingId) -> bool:
    return (
        ouder.soort is StapSoort.ARTIKEL
        and doel.stappen[len(ouder.stappen)].soort is StapSoort.LID
        and not any(k.soort is StapSoort.LID for k in lezing.bomen.kinderen(ouder))
    )


def _zonder_lid(lezing: Lezing, doel: BepalingId, ouder: BepalingId) -> str:
    rest = doel.stappen[len(ouder.stappen) + 1 :]
    zonder = BepalingId(doel.werk, (*ouder.stappen, *rest))
    if rest and lezing.bomen.vind(zonder) is not None:
        return f"Schrijf artikel {ouder.stappen[-1].nummer}, {wat(zonder)}."
    return "Laat het lid weg, of noem het artikel dat bedoeld is."


def _wat_er_is(lezing: Lezing, ouder: BepalingId, soort: StapSoort) -> str:
    aanwezig = [k.stappen[-1].nummer for k in lezing.bomen.kinderen(ouder) if k.soort is soort and k.stappen[-1].nummer]
    if not aanwezig:
        return ""
    tot = aanwezig[0] if len(aanwezig) == 1 else f"{aanwezig[0]} tot en met {aanwezig[-1]}"
    return f"Er is {soort.value} {tot}."


def wet_onbekend(lezing: Lezing) -> Iterator[Gezien]:
    """ "Artikel 5 van de wet" in a text that nowhere says which law that is."""
    for v in lezing.verwijzingen:
        if v.status is not Status.ONBEKENDE_REGELING or v.methode != "soortnaam":
            continue
        m = re.search(r"(?i)van (?:de|het) (?P<woord>wet|besluit|regeling|verordening)$", v.tekst)
        if m and te_beoordelen(lezing, v):
            yield lezing.bij_verwijzing(
                v,
                f"De tekst zegt nergens welke {m['woord']} dit is.",
                f"Noem de regeling bij haar naam, of omschrijf «{m['woord']}» bij de begrippen.",
            )


TOETSEN: tuple[Toets, ...] = (
    Toets("doel-ontbreekt", ontbreekt),
    Toets("deel-ontbreekt", deels),
    Toets("lid-zonder-leden", zonder_leden),
    Toets("wet-onbekend", wet_onbekend),
)
