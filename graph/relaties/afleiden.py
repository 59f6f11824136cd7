"""From a document and its references to its relations: every rule in turn, then put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.relaties.afgeleid import lees_definities, lees_opschriften, lees_toepassingen
from graph.relaties.alinea import Alinea, lees_alineas
from graph.relaties.boek import Bibliotheek, Boek
from graph.relaties.expliciet import Uitspraken
from graph.relaties.grondslag import lees_grondslag
from graph.relaties.opsomming import lees_opsommingen
from graph.relaties.regelplicht import vind_regelplichten
from graph.relaties.samenhang import lees_bijlagen, lees_eenheden, lees_haken
from graph.relaties.samenvoegen import begrens_definities, toets_aan_bouw, voeg_samen, vul_uitsluitingen
from graph.relaties.vondst import Vondst
from graph.relaties.wettekst import Wettekst
from ontologie.document import Document, DocumentSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Afleiding, Bevinding, RelatieSoort
from ontologie.verwijzing import Verwijzing

#: Kinds of regulation that can impose a duty to regulate on others.
_LEGT_OP = frozenset(
    {DocumentSoort.WET, DocumentSoort.AMVB, DocumentSoort.KB, DocumentSoort.EU, DocumentSoort.MINISTERIELE_REGELING}
)


def leid_af(document: Document, verwijzingen: Iterable[Verwijzing], bibliotheek: Bibliotheek) -> Afleiding:
    """The relations that a document tells and the duties that it imposes, from its references and its words.

    ``bibliotheek`` holds the other loaded documents; without the empowering law the rules that compare its words with
    those of the document stay silent. Pure; time is linear in the text but for the pairs of leden and statutory items.
    """
    if not document.met_tekst:
        return Afleiding()
    boek = Boek(document)
    bekend = tuple(verwijzingen)
    alineas = tuple(lees_alineas(boek, bekend, bibliotheek))
    vondsten, bevindingen = _scheid(_gezegd(boek, bekend, bibliotheek, alineas))
    vondsten = list(begrens_definities(vondsten, boek))
    if vondsten or document.soort is not DocumentSoort.WET:
        vondsten += _afgeleid(boek, bekend, bibliotheek, alineas, vondsten)
        vondsten += _uit_samenhang(boek, bibliotheek, vondsten)
    vondsten = vul_uitsluitingen([v for v in vondsten if not boek.vervallen(v.van)])
    vondsten, strijdig = toets_aan_bouw(vondsten, boek)
    plichten = vind_regelplichten(boek, bekend) if document.soort in _LEGT_OP else ()
    return Afleiding(voeg_samen(vondsten, boek), plichten, (*bevindingen, *strijdig))


def _gezegd(
    boek: Boek, verwijzingen: Sequence[Verwijzing], bibliotheek: Bibliotheek, alineas: Sequence[Alinea]
) -> Iterator[Vondst | Bevinding]:
    yield from lees_grondslag(boek, verwijzingen, bibliotheek)
    yield from Uitspraken(boek.document.soort).lees(alineas)
    yield from lees_opsommingen(alineas, boek, verwijzingen, bibliotheek)


def _afgeleid(
    boek: Boek,
    verwijzingen: Sequence[Verwijzing],
    bibliotheek: Bibliotheek,
    alineas: Sequence[Alinea],
    gezegd: Sequence[Vondst],
) -> Iterator[Vondst]:
    grondslag, werken = _grondslag(gezegd)
    omschreven = list(lees_definities(boek, verwijzingen, bibliotheek))
    yield from omschreven
    yield from lees_toepassingen(boek, verwijzingen, bibliotheek, werken, alineas)
    yield from lees_opschriften(boek, [*gezegd, *omschreven], grondslag)
    yield from lees_haken(alineas, boek)
    yield from lees_bijlagen(alineas, gezegd, boek)


def _uit_samenhang(boek: Boek, bibliotheek: Bibliotheek, vondsten: Sequence[Vondst]) -> list[Vondst]:
    wettekst = Wettekst(boek, bibliotheek, vondsten)
    gevonden = [*wettekst.leden(), *wettekst.opschriften()]
    return [*gevonden, *lees_eenheden([*vondsten, *gevonden], boek)]


def _grondslag(gezegd: Sequence[Vondst]) -> tuple[frozenset[BepalingId], frozenset[str]]:
    """The articles that the regulation rests on, and their works: by its preamble, or else by what it fills in."""
    bronnen = [v for v in gezegd if v.soort is RelatieSoort.GRONDSLAG] or [
        v for v in gezegd if v.soort is RelatieSoort.INVULLING
    ]
    artikelen = frozenset(v.naar.artikel for v in bronnen if v.naar.artikel is not None)
    return artikelen, frozenset(v.naar.werk for v in bronnen)


def _scheid(gelezen: Iterable[Vondst | Bevinding]) -> tuple[list[Vondst], list[Bevinding]]:
    vondsten: list[Vondst] = []
    bevindingen: list[Bevinding] = []
    for iets in gelezen:
        if isinstance(iets, Vondst):
            vondsten.append(iets)
        else:
            bevindingen.append(iets)
    return vondsten, bevindingen
