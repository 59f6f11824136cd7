"""What stands around a provision: from the answers to the record that is drawn and listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from api.namen import naam_van
from graph.antwoorden import LIMIET_MAX, Niveau, Plek
from graph.antwoorden.relatiegegevens import Relatiegegevens, Via
from graph.antwoorden.relaties import GRONDSLAG
from graph.antwoorden.verwijzingen import natuurlijk
from ontologie.document import DocumentSoort
from ontologie.fouten import NietGevonden
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.verwijzing import Doel
from web.gids import Gids
from web.paginas_doel import alleen_bij_naam_bekend, plek_bij_naam
from web.teksten import teksten


class Streek(StrEnum):
    """The layers of a picture, from the top down."""

    WIJZIGING = "wijziging"
    WET = "wet"
    REGELING = "regeling"
    UITLEG = "uitleg"


class Lijn(StrEnum):
    """What a line says, the most telling first: of several neighbours those with such lines stay."""

    IMPLEMENTEERT = "implementeert"
    GRONDSLAG = "grondslag"
    LICHT_TOE = "licht-toe"
    WIJZIGT = "wijzigt"
    #: The same as the first, said of a whole that the provision is part of.
    MISSCHIEN = "misschien"
    VERWIJST = "verwijst-naar"


#: Most neighbours that are drawn in a layer.
PER_STREEK = 8
#: Steps inside an article: neighbours are articles, sections and annexes, and the count says how often.
_BINNEN = frozenset(
    {
        StapSoort.LID,
        StapSoort.ONDERDEEL,
        StapSoort.TABEL,
        StapSoort.RIJ,
        StapSoort.CEL,
        StapSoort.VOETNOOT,
        StapSoort.ALINEA,
    }
)
_STREEK = {
    **dict.fromkeys((DocumentSoort.VERORDENING, DocumentSoort.BELEIDSREGEL, DocumentSoort.MODEL), Streek.REGELING),
    **dict.fromkeys(
        (
            DocumentSoort.HANDREIKING,
            DocumentSoort.BRIEF,
            DocumentSoort.RAADSVOORSTEL,
            DocumentSoort.TOELICHTING,
            DocumentSoort.OVERIG,
        ),
        Streek.UITLEG,
    ),
    DocumentSoort.STAATSBLAD: Streek.WIJZIGING,
}


@dataclass(frozen=True, slots=True)
class Verband:
    """Lines of one kind between the provision in the middle and a neighbour: ``uit`` the middle, or towards it."""

    lijn: Lijn
    uit: bool
    aantal: int = 1


@dataclass(frozen=True, slots=True)
class Buur:
    """A provision, work or publication: its name, its heading and work below it, its name in full, its page."""

    sleutel: str
    naam: str
    onder: tuple[str, ...]
    titel: str
    href: str
    streek: Streek
    verbanden: tuple[Verband, ...] = ()
    extern: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """How many neighbours of a layer are left out, and where they are all told."""

    streek: Streek
    aantal: int
    href: str


@dataclass(frozen=True, slots=True)
class Buurt:
    """A provision with its neighbours, by layer and importance, and what was left out of the picture."""

    midden: Buur
    buren: tuple[Buur, ...]
    rest: tuple[Rest, ...] = ()


def buurt_van(gids: Gids, id_: BepalingId, versie: str = "") -> Buurt:
    """The neighbourhood of a provision, loaded or only referred to.

    Raises:
        NietGevonden: nothing loaded knows it.
    """
    try:
        plek = gids.antwoorden.plek(id_)
    except NietGevonden:
        if not alleen_bij_naam_bekend(gids, id_):
            raise
        plek = plek_bij_naam(gids, id_)
    soorten = {b.werk.kort: b.soort for b in gids.antwoorden.bronnen().items}
    gevonden = _verzamel(id_, _verbanden(gids, id_, versie) if plek.geladen else _alleen_inkomend(gids, id_))
    buren: list[Buur] = []
    rest: list[Rest] = []
    for streek in Streek:
        hier = [(d, v) for d, v in gevonden if _streek(gids, d, soorten) is streek]
        hier.sort(key=lambda dv: _rang(*dv))  # keeps the order of the answers, the surest first, among equals
        # One more is drawn rather than a box that says that there is one more.
        grens = PER_STREEK if len(hier) > PER_STREEK + 1 else len(hier)
        buren += (_buur(gids, d, streek, id_.werk, v) for d, v in hier[:grens])
        if len(hier) > grens:
            rest.append(Rest(streek, len(hier) - grens, gids.paden.plek(plek, versie=versie) + "#verwezen-door"))
    midden = _van_plek(gids, plek, _streek(gids, id_, soorten), "", (), versie)
    return Buurt(midden, tuple(buren), tuple(rest))


def _alleen_inkomend(gids: Gids, id_: BepalingId) -> Iterator[tuple[Plek, Lijn, bool]]:
    """What is said of a provision by others."""
    inkomend = gids.antwoorden.verwijzingen_in(id_, niveaus=(Niveau.ZELF, Niveau.ONDER), limiet=LIMIET_MAX)
    yield from ((i.verwijzing.bron, Lijn.VERWIJST, False) for groep in inkomend.groepen for i in groep.items)


def _verbanden(gids: Gids, id_: BepalingId, versie: str) -> Iterator[tuple[Plek, Lijn, bool]]:
    """Everything that ties a loaded provision to another place: that place, how, and whether from here to there."""
    a = gids.antwoorden
    g = a.bepaling(id_, versie)
    for uit in (False, True):
        for r in a.implementeert(id_, omgekeerd=uit).items:
            yield r.naar if uit else r.van, _lijn(r), uit
    yield from ((p, Lijn.LICHT_TOE, False) for p in g.toelichting)
    yield from ((p, Lijn.LICHT_TOE, True) for p in g.licht_toe)
    for w in a.geschiedenis(id_).wijzigingen:
        if w.door is not None:
            yield w.door, Lijn.WIJZIGT, False
    yield from _alleen_inkomend(gids, id_)
    for v in a.verwijzingen_uit(id_, versie, limiet=LIMIET_MAX).items:
        yield from ((d, Lijn.VERWIJST, True) for d in v.doelen)


def _lijn(relatie: Relatiegegevens) -> Lijn:
    if relatie.via is Via.BOVENLIGGEND:
        return Lijn.MISSCHIEN
    return Lijn.GRONDSLAG if relatie.relatie == GRONDSLAG else Lijn.IMPLEMENTEERT


def _verzamel(
    id_: BepalingId, verbanden: Iterable[tuple[Plek, Lijn, bool]]
) -> list[tuple[BepalingId | Plek, tuple[Verband, ...]]]:
    """Per neighbour what ties it: places inside one article come together, and what lies inside the middle goes."""
    per_buur: dict[Doel, tuple[BepalingId | Plek, Counter[tuple[Lijn, bool]]]] = {}
    for plek, lijn, uit in verbanden:
        doel = _knoop(plek.bepaling, id_) if plek.bepaling is not None else plek
        if isinstance(doel, BepalingId) and (doel == id_ or id_ in doel.voorouders() or doel in id_.voorouders()):
            continue
        sleutel = doel if isinstance(doel, BepalingId) else doel.id
        per_buur.setdefault(sleutel, (doel, Counter()))[1][lijn, uit] += 1
    volgorde = list(Lijn)
    return [
        (doel, tuple(Verband(*lu, n) for lu, n in sorted(c.items(), key=lambda i: (volgorde.index(i[0][0]), i[0][1]))))
        for doel, c in per_buur.values()
    ]


def _knoop(bepaling: BepalingId, midden: BepalingId) -> BepalingId:
    """What stands in the picture for a provision: its article, or itself within the article of the middle."""
    romp = next((n for n, s in enumerate(bepaling.stappen) if s.soort in _BINNEN), len(bepaling.stappen))
    geheel = BepalingId(bepaling.werk, bepaling.stappen[:romp])
    return bepaling if geheel == midden or geheel in midden.voorouders() else geheel


def _rang(doel: BepalingId | Plek, verbanden: tuple[Verband, ...]) -> tuple[int, int, tuple[tuple[int, int, str], ...]]:
    """The most telling line first; of those that only refer, the one that does so most often."""
    lijn = verbanden[0].lijn
    if lijn is not Lijn.VERWIJST:
        return list(Lijn).index(lijn), 0, ()
    naam = str(doel) if isinstance(doel, BepalingId) else doel.kort
    return list(Lijn).index(lijn), -sum(v.aantal for v in verbanden), natuurlijk(naam)


def _streek(gids: Gids, doel: BepalingId | Plek, soorten: dict[str, DocumentSoort]) -> Streek:
    if not isinstance(doel, BepalingId):
        return Streek.WIJZIGING if doel.kort.partition(":")[0] in ("stb", "stcrt", "trb") else Streek.UITLEG
    if doel.stappen and doel.stappen[0].soort in (StapSoort.TOELICHTING, StapSoort.LEESWIJZER):
        return Streek.UITLEG
    bekend = gids.antwoorden.register.regeling(doel.werk)
    soort = soorten.get(doel.werk) or (bekend.soort if bekend else None)
    return _STREEK.get(soort, Streek.WET) if soort else Streek.WET


def _buur(gids: Gids, doel: BepalingId | Plek, streek: Streek, binnen: str, verbanden: tuple[Verband, ...]) -> Buur:
    if not isinstance(doel, BepalingId):
        return Buur(doel.kort, doel.label, (), doel.label, doel.adres, streek, verbanden, extern=True)
    try:
        plek = gids.antwoorden.plek(doel)
    except NietGevonden:
        plek = plek_bij_naam(gids, doel)
    return _van_plek(gids, plek, streek, binnen, verbanden)


def _van_plek(
    gids: Gids, plek: Plek, streek: Streek, binnen: str, verbanden: tuple[Verband, ...], versie: str = ""
) -> Buur:
    id_ = plek.bepaling
    assert id_ is not None  # external sources were dealt with
    register = gids.antwoorden.register
    naam = naam_van(plek, register, binnen=id_.werk)
    werk = register.titel(id_.werk)
    onder: tuple[str, ...]
    if not id_.stappen:
        naam, onder = werk, (teksten()["beeld"]["hele_regeling"],)
    else:
        kop = "" if plek.opschrift in naam else plek.opschrift
        onder = tuple(regel for regel in (kop, "" if id_.werk == binnen else werk) if regel)
    voluit = naam_van(plek, register)
    titel = f"{voluit}: {plek.opschrift}" if id_.stappen and plek.opschrift not in voluit else voluit
    return Buur(plek.kort, naam, onder, titel, gids.paden.plek(plek, versie=versie), streek, verbanden)
