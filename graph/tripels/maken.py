"""The quads of one source: its versions, references, changes and provenance, and the identities that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from pyoxigraph import Literal, NamedNode, Quad

from bronnen.register import Register
from graph.tijd.meldingen import vind_meldingen
from graph.tripels import termen as t
from graph.tripels.context import Broncontext
from graph.tripels.melding import meldingquads
from graph.tripels.relaties import afleidingquads
from graph.tripels.tekstmerk import tekstmerkquads
from graph.tripels.verwijzing import Plaatsing, redactiequads, verwijzingsquads
from graph.tripels.wijziging import wijzigingsquads
from ontologie.document import Bepaling, BepalingSoort, Document
from ontologie.identificatie import BepalingId
from ontologie.relatie import Afleiding
from ontologie.verwijzing import Verwijzing

_SOORTEN = {soort: t.rg(soort.value) for soort in BepalingSoort}
_IN_VERSIE = t.rg("inVersie")
_VOLGNUMMER = t.rg("volgnummer")
_AANDUIDING = t.rg("aanduiding")
_OPSCHRIFT = t.rg("opschrift")
_TEKST = t.rg("tekst")
_POSITIE = t.rg("positieInOuder")
_BEGIN = t.rg("begin")
_EIND = t.rg("eind")
_LICHT_TOE = t.rg("lichtToe")
_VERVALLEN = t.rg("vervallen")
_FACULTATIEF = t.rg("facultatief")
_NIET_IN_WERKING = t.rg("nietInWerking")
_VOLLEDIG = t.rg("volledig")
_MET_TEKST = t.rg("metTekst")
_GRAAF = t.rg("graaf")
_VERSIE = t.rg("versie")
_BESTANDSNAAM = t.rg("bestandsnaam")
_SHA256 = t.rg("sha256")
_FORMAAT = t.rg("formaat")
_LEZER = t.rg("lezer")
_BRON_IDS = {"stam-id": t.rg("stamId"), "versie-id": t.rg("versieId")}
_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")


def graaf_iri(document: Document, register: Register) -> NamedNode:
    """The named graph that holds everything that this source says.

    Raises:
        BronFout: the version of the document is no date.
    """
    return Broncontext(document, register).graaf


def maak_quads(
    document: Document,
    verwijzingen: Iterable[Verwijzing],
    register: Register,
    nu: datetime | None = None,
    afleiding: Afleiding | None = None,
) -> Iterator[Quad]:
    """All quads of one source: in its own named graph, and in ``IDENTITEIT`` what it names.

    ``nu`` is the time of the build, and makes the only quad that differs between two builds of the same file.
    ``afleiding`` is what ``graph.relaties`` derived from the document.

    Raises:
        BronFout: the version of the document is no date.
    """
    context = Broncontext(document, register)
    activiteit = NamedNode(f"{context.graaf.value}/bouw")
    plaatsing = Plaatsing(document)
    yield from _herkomst(context, activiteit, nu or datetime.now(UTC))
    yield from _werkversie(context)
    yield from _bepalingen(context)
    yield from context.munt.quads()
    verwijzingen = tuple(verwijzingen)
    yield from verwijzingsquads(context, plaatsing, verwijzingen, activiteit)
    yield from meldingquads(context, plaatsing, vind_meldingen(document, verwijzingen))
    yield from redactiequads(context, plaatsing)
    yield from tekstmerkquads(context, plaatsing)
    yield from afleidingquads(context, plaatsing, afleiding or Afleiding())
    yield from context.munt.quads()


def _herkomst(context: Broncontext, activiteit: NamedNode, nu: datetime) -> Iterator[Quad]:
    bron, graaf = context.document.bron, context.graaf
    bestand = NamedNode(f"{graaf.value}/bron")
    moment = nu.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    yield context.quad(graaf, t.TYPE, t.ENTITEIT)
    yield context.quad(graaf, t.AFGELEID_VAN, bestand)
    yield context.quad(graaf, t.GEMAAKT_OP, Literal(moment, datatype=t.TIJDSTIP))
    yield context.quad(graaf, t.GEMAAKT_DOOR, activiteit)
    yield context.quad(graaf, _VERSIE, context.werkversie)
    yield context.quad(activiteit, t.TYPE, t.ACTIVITEIT)
    yield context.quad(activiteit, t.GEBRUIKT, bestand)
    yield context.quad(activiteit, _LEZER, Literal(bron.lezer))
    yield context.quad(bestand, t.TYPE, t.ENTITEIT)
    # A name that is not UTF-8 on disk comes with characters that no literal can hold.
    yield context.quad(bestand, _BESTANDSNAAM, Literal(bron.naam.encode(errors="replace").decode()))
    yield context.quad(bestand, _SHA256, Literal(bron.sha256))
    yield context.quad(bestand, _FORMAAT, Literal(bron.formaat))
    yield context.quad(bestand, t.OMVANG, t.getal(bron.grootte))


def _werkversie(context: Broncontext) -> Iterator[Quad]:
    document, versie = context.document, context.werkversie
    werk = context.munt.iri(BepalingId(document.werk))
    titel = document.citeertitel or document.titel
    yield context.quad(werk, t.HEEFT_VERSIE, versie)
    yield context.quad(versie, t.VERSIE_VAN, werk)
    yield context.quad(versie, t.TYPE, t.WET if document.soort.rechtskracht else t.WERK)
    yield context.quad(versie, t.VERSIE, Literal(context.versie))
    if _DAG.fullmatch(context.versie) and (dag := _lees_dag(context.versie)):
        yield context.quad(versie, t.VERSIEDATUM, t.dag(dag))
    if document.geldig_van is not None:
        yield context.quad(versie, t.GELDIG_VAN, t.dag(document.geldig_van))
    if document.geldig_tot is not None:
        yield context.quad(versie, t.GELDIG_TOT, t.dag(document.geldig_tot))
    yield context.quad(versie, t.TITEL, t.nederlands(titel))
    label = f"{titel} ({document.versie})" if document.versie else titel
    yield context.quad(versie, t.LABEL, t.nederlands(label))
    yield context.quad(versie, _VOLLEDIG, t.booleaans(document.volledig))
    yield context.quad(versie, _MET_TEKST, t.booleaans(document.met_tekst))
    yield context.quad(versie, _GRAAF, context.graaf)


def _lees_dag(versie: str) -> date | None:
    try:
        return date.fromisoformat(versie)
    except ValueError:  # 2025-02-30
        return None


def _bepalingen(context: Broncontext) -> Iterator[Quad]:
    ouders: dict[int, tuple[Bepaling, int | None]] = {}
    for volgnummer, bepaling in enumerate(context.document.bepalingen()):
        ouders.update(_plaatsen(bepaling))
        versie = context.versie_iri(bepaling.id)
        if volgnummer:
            ouder, positie = ouders.pop(id(bepaling))
            yield from _deel(context, bepaling, versie, context.versie_iri(ouder.id))
            if positie is not None:
                yield context.quad(versie, _POSITIE, t.getal(positie))
        yield context.quad(versie, _VOLGNUMMER, t.getal(volgnummer))
        yield from _inhoud(context, bepaling, versie)
        yield from wijzigingsquads(context, bepaling)


def _plaatsen(ouder: Bepaling) -> Iterator[tuple[int, tuple[Bepaling, int | None]]]:
    """Of each child its parent, and how much of the parent's own text comes before it where more follows after it."""
    lengtes = [len(d.inhoud) for d in ouder.inhoud if not isinstance(d, Bepaling) and d.inhoud]
    gehad = lengte = 0
    for deel in ouder.inhoud:
        if isinstance(deel, Bepaling):
            yield id(deel), (ouder, lengte if gehad < len(lengtes) else None)
        elif deel.inhoud:
            lengte += len(deel.inhoud) + (1 if gehad else 0)
            gehad += 1


def _deel(context: Broncontext, bepaling: Bepaling, versie: NamedNode, ouder: NamedNode) -> Iterator[Quad]:
    """What a provision has and a whole work has not."""
    identiteit = context.munt.iri(bepaling.id)
    yield context.quad(versie, t.TYPE, t.WETSDEEL if context.document.soort.rechtskracht else t.WERKDEEL)
    yield context.quad(versie, t.VERSIE_VAN, identiteit)
    yield context.quad(identiteit, t.HEEFT_VERSIE, versie)
    yield context.quad(versie, _IN_VERSIE, context.werkversie)
    yield context.quad(versie, t.DEEL_VAN, ouder)
    if bepaling.nummer:
        yield context.quad(versie, t.NUMMER, Literal(bepaling.nummer))
    if titel := f"{bepaling.label} {bepaling.kop}".strip():
        yield context.quad(versie, t.TITEL, t.nederlands(titel))


def _inhoud(context: Broncontext, bepaling: Bepaling, versie: NamedNode) -> Iterator[Quad]:
    yield context.quad(versie, t.SOORT_DEEL, _SOORTEN[bepaling.soort])
    yield context.quad(versie, _BEGIN, t.getal(bepaling.span.begin))
    yield context.quad(versie, _EIND, t.getal(bepaling.span.eind))
    if bepaling.label:
        yield context.quad(versie, _AANDUIDING, Literal(bepaling.label))
    if bepaling.kop:
        yield context.quad(versie, _OPSCHRIFT, t.nederlands(bepaling.kop))
    if tekst := bepaling.eigen_tekst:
        yield context.quad(versie, _TEKST, t.nederlands(tekst))
    if bepaling.vervallen:
        yield context.quad(versie, _VERVALLEN, t.WAAR)
    if bepaling.facultatief:
        yield context.quad(versie, _FACULTATIEF, t.WAAR)
    if not bepaling.in_werking:
        yield context.quad(versie, _NIET_IN_WERKING, t.WAAR)
    for stelsel, waarde in bepaling.bron_ids:
        if stelsel in _BRON_IDS:
            yield context.quad(versie, _BRON_IDS[stelsel], Literal(waarde))
    for doel in bepaling.licht_toe:
        yield context.quad(versie, _LICHT_TOE, context.munt.iri(doel))
