"""What a page shows around a text: whether it is the law of a day, who fills it in, its duties and its history."""

from __future__ import annotations

from datetime import date

from graph.antwoorden import Bepalinggegevens
from graph.antwoorden.gegevens import Plek, Versie
from graph.antwoorden.relatiegegevens import Plichtgegevens
from graph.antwoorden.tijdgegevens import Documentverandering, Geschiedenis, Stand, Versiestand
from ontologie.fouten import NietGevonden, Suggestie
from ontologie.identificatie import BepalingId
from web.contexten import (
    Geschiedenisregel,
    Leesbanner,
    Plichtregel,
    Relatielijst,
    Veranderingsregel,
    Versiekeuze,
    Verwijsplaats,
)
from web.gids import Gids
from web.paden import anker
from web.teksten import met_datums, versie_in_woorden
from web.weergave import Weergave
from web.weergave_relaties import citaten, relatielijst

#: Most relations in one direction on the page of a provision; the question page has them all.
RELATIES = 20
#: Most regulations that the page of a provision judges; each takes a fifth of a second. The question page has them all.
OORDELEN = 5


def banner(gids: Gids, id_: BepalingId, versie: str, op: date | None) -> Leesbanner | None:
    """Whether what is read is the law of ``op`` or today; None where it is, and nobody asked for a day."""
    stand = gids.antwoorden.leesstand(id_, versie, op=op or gids.vandaag)
    dringend = stand.stand in (Stand.OUDER, Stand.TOEKOMSTIG, Stand.ONZEKER)
    if not dringend and stand.andere is None and op is None:
        return None
    andere = _andere(gids, id_, stand.andere) if stand.andere is not None else None
    return Leesbanner(met_datums(stand.bericht), dringend, andere)


def _andere(gids: Gids, id_: BepalingId, versie: Versie) -> Verwijsplaats:
    plek = gids.antwoorden.plek(id_)
    href = gids.paden.plek(plek, versie=versie.naam)
    return Verwijsplaats(versie_in_woorden(versie.naam), href)


def relaties(gids: Gids, weergave: Weergave, plek: Plek) -> tuple[Relatielijst | None, Relatielijst | None]:
    """What fills in the provision, and what it fills in; None where nothing does."""
    assert plek.bepaling is not None  # only provisions have pages
    uit: list[Relatielijst | None] = []
    for omgekeerd, hoek in ((False, "door"), (True, "vult-in")):
        gevonden = gids.antwoorden.implementeert(plek.bepaling, omgekeerd=omgekeerd)
        meer = gids.paden.implementeert(plek.kort, anker=hoek)
        lijst = relatielijst(weergave, gevonden, lambda _: "", limiet=RELATIES, meer=meer)
        uit.append(lijst if gevonden.items or gevonden.uitgesloten else None)
    return uit[0], uit[1]


def plichten(gids: Gids, weergave: Weergave, g: Bepalinggegevens, versie: str) -> tuple[Plichtregel, ...]:
    """The duties to regulate in the provision and its parts, each with the judgement on every loaded regulation."""
    id_ = g.plek.bepaling
    assert id_ is not None  # only provisions have pages
    if not g.bron.soort.rechtskracht:
        return ()
    eigen = gids.antwoorden.regelplichten_in(id_, versie)
    if not eigen:
        return ()
    # A judgement is on the newest law, which need not have this duty.
    regelingen = gids.antwoorden.regelingen_bij(id_.werk)
    matrices = [m for r in regelingen[:OORDELEN] for m in gids.antwoorden.dekking(r, id_.werk)]
    meer = gids.paden.dekking(wet=g.bron.werk.kort) if len(regelingen) > OORDELEN else ""
    regels = []
    for p in eigen:
        oordelen = [
            (
                Verwijsplaats(
                    m.verordening.titel, _dekking_href(gids, m.verordening.werk, m.wet.werk, p, r.binnen_grondslag)
                ),
                r.oordeel,
            )
            for m in matrices
            for r in m.regels
            if r.plicht.plek == p.plek
        ]
        plaats = weergave.link(p.plek, binnen=id_.werk)
        regels.append(Plichtregel(plaats, p.modaliteit, p.opdracht, p.onderwerp, tuple(oordelen), meer))
    return tuple(regels)


def _dekking_href(gids: Gids, verordening: Plek, wet: Plek, plicht: Plichtgegevens, binnen: bool) -> str:
    return gids.paden.dekking(verordening.kort, wet.kort, alles=not binnen, anker=anker(plicht.plek.kort))


def geschiedenis(gids: Gids, g: Bepalinggegevens, verloop: Geschiedenis) -> tuple[Geschiedenisregel, ...]:
    """The provision in every loaded version, the newest first; empty where only one version is loaded."""
    if len(verloop.versies) < 2:
        return ()
    kort, regels = g.plek.kort, []
    vorige = ""
    for n, stand in enumerate(verloop.versies):
        nieuwste = n == len(verloop.versies) - 1
        href = gids.paden.bepaling(kort, versie="" if nieuwste else stand.versie.naam) if stand.aanwezig else ""
        keuze = Versiekeuze(stand.versie, href, stand.versie.naam == g.versie.naam)
        verschil = gids.paden.verschil(kort, vorige, stand.versie.naam) if vorige and stand.gelijk is not True else ""
        regels.append(Geschiedenisregel(keuze, _toestand(stand), verschil if stand.aanwezig else ""))
        vorige = stand.versie.naam if stand.aanwezig else ""
    return tuple(reversed(regels))


def _toestand(stand: Versiestand) -> str:
    if not stand.aanwezig:
        return "afwezig"
    if stand.vervallen:
        return "vervallen"
    return "aanwezig" if stand.gelijk is None else "gelijk" if stand.gelijk else "gewijzigd"


def meldingen(weergave: Weergave, veranderingen: tuple[Documentverandering, ...]) -> tuple[Veranderingsregel, ...]:
    """What documents say of changes of a provision."""
    return tuple(veranderingsregel(weergave, v) for v in veranderingen)


def veranderingsregel(weergave: Weergave, v: Documentverandering, *, binnen: str = "") -> Veranderingsregel:
    """A change that is not from official metadata as a row."""
    return Veranderingsregel(
        weergave.link(v.bepaling, binnen=binnen), v.effect, v.grond, met_datums(v.reden), citaten(weergave, v.bewijs)
    )


def versie_op(gids: Gids, id_: BepalingId, op: date) -> str:
    """The name of the loaded version that comes nearest to a day.

    Raises:
        NietGevonden: no loaded version is so old.
    """
    keuze = gids.antwoorden.versie_op(id_, op)
    if keuze.versie is None:
        raise NietGevonden(
            f"Op {versie_in_woorden(op.isoformat())} is van {keuze.bepaling.label} geen tekst geladen.",
            advies=met_datums(keuze.reden),
            suggesties=(Suggestie(keuze.bepaling.kort, keuze.bepaling.label),),
        )
    return keuze.versie.naam
