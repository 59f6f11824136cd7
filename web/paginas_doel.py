"""The page of something that loaded documents refer to, but that is not loaded itself."""

from __future__ import annotations

from api.namen import officieel_adres
from graph.antwoorden import Identificaties, Plek
from ontologie.identificatie import BepalingId, heeft_jci, parse_iri, print_iri, print_jci, print_kort, print_label
from web.aanhalen import kenmerken
from web.contexten import Doelpagina
from web.gids import Gids
from web.paginas_lezen import inkomend


def doelpagina(gids: Gids, plek: Plek, *, in_vanaf: int) -> Doelpagina:
    """A provision or work that loaded documents refer to, but that is not loaded itself."""
    id_ = plek.bepaling
    assert id_ is not None  # its address names a provision
    weergave = gids.weergave(id_.werk)
    ids = _identificaties(plek)
    return Doelpagina(
        kader=gids.kader(plek.label, iri=plek.iri),
        plek=plek,
        inkomend=inkomend(gids, weergave, plek, in_vanaf),
        kenmerken=kenmerken(ids, id_, gids.antwoorden.register),
        officieel_adres=officieel_adres(ids.jci),
    )


def alleen_bij_naam_bekend(gids: Gids, id_: BepalingId) -> bool:
    """Whether the register knows the work, and no version of it is loaded: the provision may well exist."""
    werken = {b.werk.bepaling.werk for b in gids.antwoorden.bronnen().items if b.werk.bepaling is not None}
    return id_.werk not in werken and gids.antwoorden.register.regeling(id_.werk) is not None


def plek_bij_naam(gids: Gids, id_: BepalingId) -> Plek:
    """How to show a provision that the graph does not hold at all."""
    register = gids.antwoorden.register
    return Plek(id_, print_iri(id_, namen=register), print_kort(id_, register), print_label(id_, register))


def _identificaties(plek: Plek) -> Identificaties:
    """The spellings of something that is not loaded; its IRI already has the official name of the work."""
    officieel = parse_iri(plek.iri).id
    jci = print_jci(officieel) if heeft_jci(officieel) else ""
    return Identificaties(plek.iri, "", jci, plek.kort, plek.label)
