"""Ready questions that have an answer in what is loaded, for the start page, the list of questions and the help."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from graph.antwoorden import Plek
from ontologie.fouten import IdentificatieFout, NietGevonden
from web.contexten import Vraag
from web.gids import Gids
from web.teksten import datum, teksten, versie_in_woorden


def voorbeeldvragen(gids: Gids) -> list[Vraag]:
    """One of each main question, in the order in which a jurist asks them."""
    return [*_invulling(gids), *_dekking(gids), *_impact(gids), *_wijzigingen(gids), *_verschil(gids)]


def eigen_vragen(gids: Gids) -> tuple[Vraag, ...]:
    """What can be asked of a text that one brings."""
    vergelijk, controle = teksten()["vergelijk"], teksten()["controle"]
    return (
        Vraag(vergelijk["kop"], vergelijk["kort"], gids.paden.vergelijk()),
        Vraag(controle["kop"], controle["inleiding"], gids.paden.controle()),
    )


def geladen(gids: Gids, kort: str) -> Plek | None:
    """The place that a short notation names, None where it is not loaded."""
    try:
        plek = gids.antwoorden.plek(gids.antwoorden.lees_id(kort)[0])
    except (NietGevonden, IdentificatieFout):
        return None
    return plek if plek.geladen else None


def _invulling(gids: Gids) -> Iterator[Vraag]:
    t = teksten()["start"]["vraag"]
    for kort in teksten()["start"]["voorbeelden"]["implementeert"]:
        if plek := geladen(gids, kort):
            assert plek.bepaling is not None  # a short notation names a provision
            van_regel = _met_rechtskracht(gids, plek.bepaling.werk)
            vraag, hoek = ("implementeert", "door") if van_regel else ("vult_in", "vult-in")
            href = gids.paden.implementeert(plek.kort, anker=hoek)
            yield Vraag(t[vraag].format(label=plek.label), t["implementeert_uitleg"], href)


def _met_rechtskracht(gids: Gids, werk: str) -> bool:
    return any(b.soort.rechtskracht for b in gids.antwoorden.bronnen().items if b.werk.kort == werk)


def _dekking(gids: Gids) -> Iterator[Vraag]:
    t = teksten()["start"]["vraag"]
    for m in gids.antwoorden.dekking()[:2]:
        kop = t["dekking"].format(verordening=m.verordening.titel, wet=m.wet.titel)
        yield Vraag(kop, t["dekking_uitleg"], gids.paden.dekking(m.verordening.werk.kort, m.wet.werk.kort))


def _impact(gids: Gids) -> Iterator[Vraag]:
    t = teksten()["start"]["vraag"]
    for kort in teksten()["start"]["voorbeelden"]["besluit"]:
        if plek := gids.antwoorden.wijzigend_besluit(gids.antwoorden.lees_besluit(kort)):
            yield Vraag(t["impact_besluit"].format(label=plek.label), t["impact_uitleg"], gids.paden.impact(plek.kort))
    for kort in teksten()["start"]["voorbeelden"]["impact"][:1]:
        if plek := geladen(gids, kort):
            yield Vraag(t["impact"].format(label=plek.label), t["impact_uitleg"], gids.paden.impact(plek.kort))


def _wijzigingen(gids: Gids) -> Iterator[Vraag]:
    t = teksten()["start"]["vraag"]
    van, tot = voorbeeldperiode()
    if gids.antwoorden.bronnen().items:
        kop = t["wijzigingen"].format(van=datum(van), tot=datum(tot))
        yield Vraag(kop, t["wijzigingen_uitleg"], gids.paden.wijzigingen(van, tot))


def voorbeeldperiode() -> tuple[date, date]:
    """The period of the worked example: first and last day."""
    van, tot = teksten()["start"]["voorbeelden"]["periode"]
    return date.fromisoformat(van), date.fromisoformat(tot)


def _verschil(gids: Gids) -> Iterator[Vraag]:
    t = teksten()["start"]["vraag"]
    for kort, oud, nieuw in versieparen(gids)[:1]:
        titel = gids.antwoorden.register.titel(kort)
        kop = t["verschil"].format(titel=titel, van=versie_in_woorden(oud), tot=versie_in_woorden(nieuw))
        yield Vraag(kop, t["verschil_uitleg"], gids.paden.verschil(kort, oud, nieuw))


def versieparen(gids: Gids) -> list[tuple[str, str, str]]:
    """Works of which several versions are loaded: short name, and each two versions that follow each other."""
    per_werk: dict[str, list[str]] = {}
    for bron in gids.antwoorden.bronnen().items:
        per_werk.setdefault(bron.werk.kort, []).append(bron.versie.naam)
    return [(kort, oud, nieuw) for kort, namen in per_werk.items() for nieuw, oud in pairwise(namen)]
