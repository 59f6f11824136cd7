"""The lines of a file with shipped facts, and how they become domain records and back.

One file per document version, JSON lines in reading order: a head, then every provision, then every reference. Keys are
short and defaults are left out. Decoding is strict: an unknown key, a wrong type or a missing line is an error.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeVar

import msgspec

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
from ontologie.identificatie import BepalingId, parse_kort, print_kort
from ontologie.tekst import Segment, Span, Tekst
from ontologie.verwijzing import Doel, ExternId, Status, Verwijzing, VerwijzingSoort

#: Changes when the lines do; a file of another version is refused.
VERSIE = 1

#: A title or heading with more words than this is cut: it is an intitule or a sentence, and no name.
MAXIMUM_WOORDEN = 24

_BRON_IDS = ("stam-id", "versie-id")
_Plek = tuple[int, int]


class Regel(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Common to all lines."""


class Bestandsregel(Regel, frozen=True):
    """The file that the facts were taken from."""

    naam: str
    sha256: str
    grootte: int
    formaat: str
    lezer: str


class Linkregel(Regel, frozen=True):
    """One link of the editors, without its words."""

    p: _Plek
    soort: str
    doel: str
    bwb: str = ""


class Hoofdregel(Regel, frozen=True):
    """The first line: the document, and how many lines of each kind follow."""

    regelgraaf_kern: int
    werk: str
    versie: str
    soort: DocumentSoort
    titel: str
    bron: Bestandsregel
    bepalingen: int
    verwijzingen: int
    citeertitel: str = ""
    officieel_id: str = ""
    afkortingen: tuple[str, ...] = ()
    van: date | None = None
    tot: date | None = None
    volledig: bool = True
    links: tuple[Linkregel, ...] = ()


class Publicatieregel(Regel, frozen=True):
    blad: str
    jaar: int
    nr: str
    uitgifte: date | None = None
    ondertekening: date | None = None
    dossier: str = ""


class Wijzigingsregel(Regel, frozen=True):
    effect: str
    door: Publicatieregel | None = None
    iwt_door: Publicatieregel | None = None
    ondertekend: date | None = None
    gepubliceerd: date | None = None
    iwt_bekend: date | None = None
    in_werking: date | None = None
    terug: date | None = None
    juncto: tuple[Publicatieregel, ...] = ()


class Bepalingregel(Regel, frozen=True):
    """One provision; ``d`` is its depth in the tree, from 0 for the root."""

    d: int
    id: str
    s: BepalingSoort
    p: _Plek
    label: str = ""
    kop: str = ""
    facultatief: bool = False
    vervallen: bool = False
    in_werking: bool = True
    invul: tuple[tuple[InvulSoort, int, int], ...] = ()
    wijziging: tuple[Wijzigingsregel, ...] = ()
    licht_toe: tuple[str, ...] = ()
    ids: tuple[tuple[Literal["stam-id", "versie-id"], str], ...] = ()


class Verwijzingsregel(Regel, frozen=True):
    """One reference; targets are in short notation, external sources as ``("stb", "2025:210")``."""

    p: _Plek
    t: str
    s: VerwijzingSoort
    st: Status
    in_: str = msgspec.field(name="in")
    naar: tuple[str | tuple[str, str], ...] = ()
    m: str = ""
    reden: str = ""
    bestaand: tuple[str, ...] = ()
    kandidaten: tuple[str | tuple[str, str], ...] = ()


_codeer = msgspec.json.Encoder().encode
R = TypeVar("R", bound=Regel)


def codeer(regel: Regel) -> bytes:
    """One line, without its end."""
    return _codeer(regel)


def decodeer(regel: bytes, soort: type[R]) -> R:
    """Read one line.

    Raises:
        ValueError: it is no JSON, or has another shape; the message is msgspec's.
    """
    return msgspec.json.decode(regel, type=soort, strict=True)


# --- From records to lines ----------------------------------------------------------------------------------------


def hoofdregel(document: Document, verwijzingen: int) -> Hoofdregel:
    bron = document.bron
    return Hoofdregel(
        VERSIE,
        document.werk,
        document.versie,
        document.soort,
        document.citeertitel or _ingekort(document.titel),
        Bestandsregel(bron.naam, bron.sha256, bron.grootte, bron.formaat, bron.lezer),
        sum(1 for _ in document.bepalingen()),
        verwijzingen,
        document.citeertitel,
        document.officieel_id,
        document.afkortingen,
        document.geldig_van,
        document.geldig_tot,
        document.volledig,
        tuple(Linkregel(_plek(r.span), r.soort, r.doel, r.bwb_id) for r in document.redactielinks),
    )


def bepalingregel(bepaling: Bepaling, diepte: int) -> Bepalingregel:
    wijzigingen = () if bepaling.wijziging is None else (bepaling.wijziging, *bepaling.verdere_wijzigingen)
    return Bepalingregel(
        diepte,
        print_kort(bepaling.id),
        bepaling.soort,
        _plek(bepaling.span),
        bepaling.label,
        _ingekort(bepaling.kop),
        bepaling.facultatief,
        bepaling.vervallen,
        bepaling.in_werking,
        tuple((i.soort, i.span.begin, i.span.eind) for i in bepaling.invulplaatsen),
        tuple(_wijzigingsregel(w) for w in wijzigingen),
        tuple(print_kort(d) for d in bepaling.licht_toe),
        tuple((s, w) for s, w in bepaling.bron_ids if s in _BRON_IDS),  # type: ignore[misc]
    )


def _plek(span: Span) -> _Plek:
    return span.begin, span.eind


def _ingekort(kop: str) -> str:
    woorden = kop.split()
    return kop if len(woorden) <= MAXIMUM_WOORDEN else " ".join(woorden[:MAXIMUM_WOORDEN]) + " …"


def _wijzigingsregel(w: Wijzigingsgegevens) -> Wijzigingsregel:
    return Wijzigingsregel(
        w.effect,
        _publicatieregel(w.door) if w.door else None,
        _publicatieregel(w.inwerkingtreding_door) if w.inwerkingtreding_door else None,
        w.ondertekend,
        w.gepubliceerd,
        w.inwerkingtreding_bekendgemaakt,
        w.in_werking,
        w.terugwerkend_tot,
        tuple(_publicatieregel(p) for p in w.juncto),
    )


def _publicatieregel(p: Publicatie) -> Publicatieregel:
    return Publicatieregel(p.blad, p.jaar, p.nummer, p.uitgifte, p.ondertekening, p.dossier)


def verwijzingsregel(v: Verwijzing) -> Verwijzingsregel:
    return Verwijzingsregel(
        _plek(v.span),
        v.tekst,
        v.soort,
        v.status,
        print_kort(v.plaats),
        tuple(_doel(d) for d in v.doelen),
        v.methode,
        v.reden,
        tuple(print_kort(b) for b in v.bestaand),
        tuple(_doel(k) for k in v.kandidaten),
    )


def _doel(doel: Doel) -> str | tuple[str, str]:
    return print_kort(doel) if isinstance(doel, BepalingId) else (doel.stelsel, doel.waarde)


# --- From lines to records ----------------------------------------------------------------------------------------


def naar_document(regel: Hoofdregel, wortel: Bepaling) -> Document:
    b = regel.bron
    return Document(
        werk=regel.werk,
        versie=regel.versie,
        soort=regel.soort,
        titel=regel.titel,
        wortel=wortel,
        bron=Bronbestand(b.naam, b.sha256, b.grootte, b.formaat, b.lezer),
        citeertitel=regel.citeertitel,
        officieel_id=regel.officieel_id,
        afkortingen=regel.afkortingen,
        geldig_van=regel.van,
        geldig_tot=regel.tot,
        volledig=regel.volledig,
        met_tekst=False,
        redactielinks=tuple(Redactielink(_span(r.p), "", r.soort, r.doel, r.bwb) for r in regel.links),
    )


def naar_bepaling(regel: Bepalingregel, kinderen: tuple[Bepaling, ...]) -> Bepaling:
    """Raises IdentificatieFout where an id is no short notation."""
    wijzigingen = tuple(_naar_wijziging(w) for w in regel.wijziging)
    return Bepaling(
        id=parse_kort(regel.id),
        soort=regel.s,
        span=_span(regel.p),
        label=regel.label,
        opschrift=opschrift(regel.kop) if regel.kop else None,
        inhoud=kinderen,
        facultatief=regel.facultatief,
        vervallen=regel.vervallen,
        in_werking=regel.in_werking,
        invulplaatsen=tuple(Invulplaats(soort, _span((begin, eind))) for soort, begin, eind in regel.invul),
        wijziging=wijzigingen[0] if wijzigingen else None,
        verdere_wijzigingen=wijzigingen[1:],
        licht_toe=tuple(parse_kort(d) for d in regel.licht_toe),
        bron_ids=regel.ids,
    )


def _span(plek: _Plek) -> Span:
    if not 0 <= plek[0] <= plek[1]:
        raise ValueError(f"{plek[0]}-{plek[1]} is geen bereik")
    return Span(*plek)


def opschrift(kop: str) -> Tekst:
    """A heading whose place in the source is not known."""
    return Tekst(kop, (Segment(0, len(kop), 0, 0),))


def _naar_wijziging(w: Wijzigingsregel) -> Wijzigingsgegevens:
    return Wijzigingsgegevens(
        w.effect,
        _naar_publicatie(w.door) if w.door else None,
        _naar_publicatie(w.iwt_door) if w.iwt_door else None,
        w.ondertekend,
        w.gepubliceerd,
        w.iwt_bekend,
        w.in_werking,
        w.terug,
        tuple(_naar_publicatie(p) for p in w.juncto),
    )


def _naar_publicatie(p: Publicatieregel) -> Publicatie:
    return Publicatie(p.blad, p.jaar, p.nr, p.uitgifte, p.ondertekening, p.dossier)


def naar_verwijzing(v: Verwijzingsregel) -> Verwijzing:
    """Raises IdentificatieFout where a target is no short notation."""
    return Verwijzing(
        _span(v.p),
        v.t,
        v.s,
        v.st,
        tuple(_naar_doel(d) for d in v.naar),
        parse_kort(v.in_),
        v.m,
        v.reden,
        tuple(parse_kort(b) for b in v.bestaand),
        tuple(_naar_doel(k) for k in v.kandidaten),
    )


def _naar_doel(doel: str | tuple[str, str]) -> Doel:
    return parse_kort(doel) if isinstance(doel, str) else ExternId(*doel)
