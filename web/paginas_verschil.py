"""The page with two versions side by side, the words that differ marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup, escape
from pyoxigraph import NamedNode

from api.namen import naam_van
from graph.antwoorden.gegevens import Plek
from graph.antwoorden.tijdgegevens import Verschilregel as Gegevensregel
from graph.antwoorden.tijdgegevens import Versiesverschil
from ontologie.identificatie import BepalingId
from ontologie.wijziging import VerschilSoort, Woordverschil
from web.achtergrond import achtergrond
from web.contexten import Keuze, Verschilgroep, Verschilpagina, Verschilregel, Verwijsplaats
from web.gids import Gids
from web.paden import anker
from web.paginas_vragen import lees_bepaling
from web.teksten import teksten, versie_in_woorden
from web.vraagvoorbeelden import versieparen
from web.weergave import Weergave, pagering

#: Most differences on a page.
REGELS = 60


def verschilpagina(gids: Gids, werk: str, van: str, tot: str, *, vanaf: int) -> Verschilpagina:
    """How two loaded versions of a work or provision differ; the choices alone where one is not named.

    Raises:
        NietGevonden: the work or a version is not loaded.
        InvoerFout: it is twice the same version.
    """
    t = teksten()["vraag"]["verschil"]
    keuzes = tuple(
        Verwijsplaats(_paar(gids.antwoorden.register.titel(k), oud, nieuw), gids.paden.verschil(k, oud, nieuw))
        for k, oud, nieuw in versieparen(gids)
    )
    if not werk:
        return Verschilpagina(gids.kader(t["kop"], menu="vraag"), keuzes)
    id_ = lees_bepaling(gids, werk)
    versies = [b.versie.naam for b in gids.antwoorden.bronnen().items if b.werk.kort == id_.werk]
    if not van or len(versies) < 2:
        return _alleen_keuze(gids, id_, keuzes, versies, van, tot)
    v = gids.antwoorden.verschil(id_, van, tot, limiet=REGELS, vanaf=vanaf)
    oud, nieuw = v.oud.versie.naam, v.nieuw.versie.naam
    weergave, plek = gids.weergave(id_.werk), gids.antwoorden.plek(id_)
    naam = naam_van(plek, gids.antwoorden.register)
    return Verschilpagina(
        kader=gids.kader(_paar(naam, oud, nieuw), menu="vraag"),
        keuzes=keuzes,
        werk=plek.kort,
        plaats=Verwijsplaats(naam, gids.paden.plek(plek)),
        van_keuze=_versiekeuze(versies, oud),
        tot_keuze=_versiekeuze(versies, nieuw),
        oud=Verwijsplaats(versie_in_woorden(oud), gids.paden.plek(plek, versie=oud)),
        nieuw=Verwijsplaats(versie_in_woorden(nieuw), gids.paden.plek(plek, versie=nieuw)),
        met_tekst=v.met_tekst,
        telling=_telling(v, id_),
        weergave=len(v.geheel.weergave) if not id_.stappen else 0,
        groepen=_groepen(gids, weergave, v),
        pagering=pagering(v.regels, lambda n: gids.paden.verschil(plek.kort, oud, nieuw, vanaf=n)),
        achtergrond=achtergrond(
            gids.paden,
            gids.paden.verschil(plek.kort, oud, nieuw),
            "verschil",
            van=NamedNode(v.oud.versie.iri),
            tot=NamedNode(v.nieuw.versie.iri),
        ),
    )


def _paar(naam: str, oud: str, nieuw: str) -> str:
    return f"{naam}: {versie_in_woorden(oud)} → {versie_in_woorden(nieuw)}"


def _versiekeuze(versies: Sequence[str], gekozen: str) -> tuple[Keuze, ...]:
    return tuple(Keuze(v, versie_in_woorden(v), v == gekozen) for v in versies)


def _alleen_keuze(
    gids: Gids, id_: BepalingId, keuzes: tuple[Verwijsplaats, ...], versies: Sequence[str], van: str, tot: str
) -> Verschilpagina:
    t = teksten()["vraag"]["verschil"]
    plek = gids.antwoorden.plek(id_)
    return Verschilpagina(
        kader=gids.kader(t["kop"], menu="vraag"),
        keuzes=keuzes,
        werk=plek.kort,
        plaats=Verwijsplaats(naam_van(plek, gids.antwoorden.register), gids.paden.plek(plek)),
        van_keuze=_versiekeuze(versies, van or (versies[-1] if versies else "")),
        tot_keuze=_versiekeuze(versies, tot or (versies[0] if versies else "")),
    )


def _telling(v: Versiesverschil, id_: BepalingId) -> tuple[tuple[str, int], ...]:
    geheel = v.geheel.verschillen
    if id_.stappen:
        geheel = tuple(
            g for g in geheel if any(i == id_ or id_ in i.voorouders() for i in (g.oud, g.nieuw) if i is not None)
        )
    per_soort = Counter(g.soort for g in geheel)
    return tuple((str(soort), per_soort[soort]) for soort in VerschilSoort if per_soort[soort])


def _groepen(gids: Gids, weergave: Weergave, v: Versiesverschil) -> tuple[Verschilgroep, ...]:
    """The differences by the article that they are in, in the order of reading."""
    uit: list[Verschilgroep] = []
    for artikel, regels in groupby(v.regels.items, key=lambda r: r.verschil.bepaling.artikel or r.verschil.bepaling):
        eerste = list(regels)
        plek = _artikelplek(gids, artikel)
        kort = f"{len(uit)}-{anker(plek.kort)}" if plek else str(len(uit))
        plaats = weergave.link(plek, binnen=weergave.werk) if plek else Verwijsplaats(str(artikel), "")
        uit.append(Verschilgroep(f"w-{kort}", plaats, tuple(_regel(weergave, v, r) for r in eerste)))
    return tuple(uit)


def _artikelplek(gids: Gids, id_: BepalingId) -> Plek | None:
    plek = gids.antwoorden.plek(id_)
    return plek if plek.kort else None


def _regel(weergave: Weergave, v: Versiesverschil, r: Gegevensregel) -> Verschilregel:
    plek = r.nieuw or r.oud
    oud_versie = v.oud.versie.naam
    return Verschilregel(
        soort=r.verschil.soort,
        naam=naam_van(plek, weergave.namen, binnen=weergave.werk) if plek else "",
        oud=Verwijsplaats(
            naam_van(r.oud, weergave.namen, binnen=weergave.werk), weergave.paden.plek(r.oud, versie=oud_versie)
        )
        if r.oud
        else None,
        nieuw=weergave.link(r.nieuw, binnen=weergave.werk) if r.nieuw else None,
        was=_kant(r, 0),
        wordt=_kant(r, 2),
        ook_gewijzigd=r.verschil.ook_gewijzigd,
        precies=r.verschil.precies,
        omvat=r.verschil.omvat,
        in_werking=r.verschil.in_werking,
    )


def _kant(r: Gegevensregel, kant: int) -> Markup:
    """Heading and text of one side (0: old, 2: new) with its words marked, each paragraph apart."""
    tag = "ins" if kant else "del"
    kop = r.nieuw_opschrift if kant else r.oud_opschrift
    lopend = r.nieuwe_tekst if kant else r.oude_tekst
    uit = Markup()
    if kop:
        uit += Markup('<p class="onderkop">{}</p>').format(_gemerkt(kop, r.verschil.opschrift, kant, tag))
    for begin, alinea in _alineas(lopend):
        uit += Markup("<p>{}</p>").format(
            _gemerkt(alinea, _verschoven(r.verschil.tekst, begin, len(alinea), kant), kant, tag)
        )
    return uit


def _alineas(tekst: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text, each with where it begins."""
    begin = 0
    for alinea in tekst.split("\n"):
        if alinea.strip():
            yield begin, alinea
        begin += len(alinea) + 1


def _verschoven(verschillen: Sequence[Woordverschil], begin: int, lengte: int, kant: int) -> list[Woordverschil]:
    """The ranges on one side that fall in a stretch of the text, counted from its beginning."""
    uit = []
    for w in verschillen:
        van, tot = max(w[kant] - begin, 0), min(w[kant + 1] - begin, lengte)
        if van < tot:
            uit.append(Woordverschil(van, tot, van, tot))
    return uit


def _gemerkt(tekst: str, verschillen: Sequence[Woordverschil], kant: int, tag: str) -> Markup:
    html, plaats = "", 0
    for w in verschillen:
        begin, eind = w[kant], w[kant + 1]
        if begin < eind:
            html += f"{escape(tekst[plaats:begin])}<{tag}>{escape(tekst[begin:eind])}</{tag}>"
            plaats = eind
    return Markup(html + str(escape(tekst[plaats:])))  # noqa: S704 - every text in it went through escape
