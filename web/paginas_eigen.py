"""The pages that put an own ordinance beside a model: the form, and what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from markupsafe import Markup, escape

from api.eigen import Vergeleken
from api.eigen.rijen import Toon, gekozen_paren, keuzenaam, label
from api.eigen.vergelijken import geladen_modellen
from api.namen import in_namen
from api.woorden import met_datums
from graph.antwoorden import Lijst
from graph.antwoorden.eigengegevens import Bepalingnaam, Eigenbeoordeling, Eigenplicht
from ontologie.document import DocumentSoort
from ontologie.fouten import RegelgraafFout
from ontologie.identificatie import BepalingId, print_kort
from ontologie.vergelijking import Paar, Paarsoort
from web.contexten import (
    Keuze,
    Paarregel,
    Tabblad,
    Tabelregel,
    Vergelijkingpagina,
    Vergelijkpagina,
    Verwijsplaats,
)
from web.gids import Gids
from web.paden import als_formaat
from web.teksten import getal, teksten
from web.weergave import pagering

#: Pairs on a page.
PAREN = 100
_PAARDELEN = (
    Toon.AFWIJKINGEN, Toon.AFWIJKEND, Toon.ONTBREEKT, Toon.EXTRA, Toon.KEUZES, Toon.WEGGELATEN, Toon.ALLES,
)  # fmt: skip
_ANDERE = (Toon.DEKKING, Toon.GRONDSLAG, Toon.VERWIJZINGEN, Toon.MODEL)


def vergelijkpagina(
    gids: Gids, *, grens_mb: float, uren: float, fout: RegelgraafFout | None = None, gewist: bool = False
) -> Vergelijkpagina:
    """The form."""
    t = teksten()["vergelijk"]
    geladen = [
        b for b in gids.antwoorden.bronnen().items
        if b.nieuwste and b.met_tekst and b.soort in (DocumentSoort.VERORDENING, DocumentSoort.BELEIDSREGEL)
    ]  # fmt: skip
    modellen = geladen_modellen(gids.antwoorden)
    dagen = t["dag"].format(n=getal(round(uren / 24))) if uren >= 24 else t["uur"].format(n=getal(round(uren) or 1))
    return Vergelijkpagina(
        kader=gids.kader(t["kop"], menu="vraag"),
        modellen=tuple(Keuze(kort, titel, n == 0) for n, (kort, titel) in enumerate(modellen)),
        geladen=tuple(Keuze(b.werk.kort, b.titel, False) for b in geladen),
        grens_mb=f"{grens_mb:g}".replace(".", ","),
        dagen=dagen,
        fout=str(fout) if fout is not None else "",
        gewist=gewist,
    )


def vergelijkingpagina(
    gids: Gids, v: Vergeleken, toon: Toon, adres: str, herstel: str, *, vanaf: int = 0
) -> Vergelijkingpagina:
    """What was found, or the part of it that is asked for.

    ``adres`` is that of this comparison, without a part; ``herstel`` that of the repair.
    """
    t = teksten()["vergelijk"]
    u = v.uitkomst
    paren = gekozen_paren(u, toon)
    deel = Lijst(paren[vanaf : vanaf + PAREN], len(paren), vanaf, PAREN)
    kop = t["deel"][toon.value]
    hier = _met(adres, toon)
    model = gids.antwoorden.plek(BepalingId(u.vergelijking.model))
    telling = u.vergelijking.telling()
    return Vergelijkingpagina(
        kader=gids.kader(t["titel"].format(naam=u.vergelijking.eigen_titel), menu="vraag"),
        titel=u.vergelijking.eigen_titel,
        model=Verwijsplaats(u.vergelijking.model_titel, gids.paden.plek(model)),
        op=u.op,
        bestand=v.stuk.naam if v.stuk else "",
        bewaard_tot=datetime.fromtimestamp(v.stuk.verloopt, UTC) if v.stuk else None,
        wis_href=f"{adres}/wissen" if v.stuk else "",
        herstel_href=herstel,
        tabbladen=tuple(_tabbladen(u, adres, toon, _PAARDELEN)),
        delen=tuple(_tabbladen(u, adres, toon, _ANDERE)),
        deelkop=kop,
        uitleg=t["uitleg"].get(toon.value, ""),
        paren=tuple(_paarregel(gids, p) for p in deel.items),
        regels=tuple(_regels(gids, u, toon)),
        geen=t["geen"][toon.value],
        telling=tuple((s.value, telling[s]) for s in Paarsoort if telling[s]),
        voorbehouden=(*u.vergelijking.meldingen, *u.voorbehouden),
        csv=als_formaat(hier, "csv"),
        docx=als_formaat(hier, "docx"),
        pagering=pagering(deel, lambda n: f"{hier}{'&' if '?' in hier else '?'}vanaf={n}"),
    )


def _met(adres: str, toon: Toon) -> str:
    return f"{adres}{'&' if '?' in adres else '?'}toon={toon.value}"


def _tabbladen(u: Eigenbeoordeling, adres: str, toon: Toon, delen: Sequence[Toon]) -> Iterator[Tabblad]:
    t = teksten()["vergelijk"]["deel"]
    for deel in delen:
        yield Tabblad(t[deel.value], _met(adres, deel), _aantal(u, deel), deel is toon)


def _aantal(u: Eigenbeoordeling, toon: Toon) -> int:
    if toon in _PAARDELEN:
        return len(gekozen_paren(u, toon))
    if toon is Toon.DEKKING:
        return sum(1 for d in u.dekking for r in d.regels if r.blad and r.binnen_grondslag)
    return len({Toon.GRONDSLAG: u.grondslag, Toon.VERWIJZINGEN: u.losse, Toon.MODEL: u.modelwijzigingen}[toon])


# --- pairs ---


def _paarregel(gids: Gids, p: Paar) -> Paarregel:
    namen = gids.antwoorden.register
    keuzes = [(k.eigen_begin, k.eigen_eind) for k in p.keuzes]
    return Paarregel(
        eigen=label(p.eigen, namen),
        model=label(p.model, namen),
        model_href=gids.paden.bepaling(print_kort(p.model[0], namen)) if p.model else "",
        soort=p.soort.value,
        bijzonder=tuple(sorted(b.value for b in p.bijzonder)),
        reden=p.reden,
        eigen_tekst=_kant(p, keuzes, eigen=True),
        model_tekst=_kant(p, [(k.model_begin, k.model_eind) for k in p.keuzes], eigen=False),
        keuzes=tuple((keuzenaam(k.soort), k.plaats, k.waarde) for k in p.keuzes),
        omvat=p.omvat,
        precies=p.precies,
    )


def _kant(p: Paar, keuzes: Sequence[tuple[int, int]], *, eigen: bool) -> Markup:
    """Heading and text of one side, each paragraph apart, with what differs and what was chosen marked."""
    kop, tekst = (p.eigen_kop, p.eigen_tekst) if eigen else (p.model_kop, p.model_tekst)
    kant = slice(2, 4) if eigen else slice(0, 2)
    tag = "ins" if eigen else "del"
    uit = Markup()
    if kop:
        gemerkt = _gemerkt(kop, 0, len(kop), [tuple(v)[kant] for v in p.kopverschillen], (), tag)
        uit += Markup('<p class="onderkop">{}</p>').format(gemerkt)
    begin = 0
    for alinea in tekst.split("\n"):
        if alinea.strip():
            verschillen = [tuple(v)[kant] for v in p.verschillen]
            uit += Markup("<p>{}</p>").format(_gemerkt(tekst, begin, begin + len(alinea), verschillen, keuzes, tag))
        begin += len(alinea) + 1
    return uit


def _gemerkt(
    tekst: str,
    begin: int,
    eind: int,
    verschillen: Sequence[tuple[int, ...]],
    keuzes: Sequence[tuple[int, int]],
    tag: str,
) -> Markup:
    """A stretch of a text cut where a mark begins or ends; a difference goes before a choice."""
    grenzen = sorted({begin, eind} | {g for bereik in (*verschillen, *keuzes) for g in bereik if begin < g < eind})
    uit = Markup()
    for van, tot in pairwise(grenzen):
        stuk = escape(tekst[van:tot])
        if any(b <= van and tot <= e for b, e in verschillen):
            uit += Markup(f"<{tag}>{{}}</{tag}>").format(stuk)  # noqa: S704 - the tag is ours
        elif any(b <= van and tot <= e for b, e in keuzes):
            uit += Markup('<span class="keus">{}</span>').format(stuk)
        else:
            uit += stuk
    return uit


# --- the other parts ---


def _regels(gids: Gids, u: Eigenbeoordeling, toon: Toon) -> Iterator[Tabelregel]:
    if toon is Toon.DEKKING:
        for dekking in u.dekking:
            yield from (_plicht(gids, u, r) for r in dekking.regels if r.binnen_grondslag)
    elif toon is Toon.GRONDSLAG:
        for g in u.grondslag:
            nu = (_plaats(gids, u, g.nu),) if g.nu is not None else ()
            yield Tabelregel(_plaats(gids, u, g.doel), g.stand.value, _zinnen(gids, g.zin), nu, g.woorden)
    elif toon is Toon.VERWIJZINGEN:
        for los in u.losse:
            status = teksten()["status"][los.status.value]["kort"] if los.status else teksten()["lezen"]["vervallen"]
            yield Tabelregel(_plaats(gids, u, los.plaats), status, _zinnen(gids, los.reden), (), los.woorden)
    elif toon is Toon.MODEL:
        for m in u.modelwijzigingen:
            zinnen = _zinnen(gids, m.zin, f"{m.reden} ({m.grond})")
            eigen = tuple(_plaats(gids, u, e) for e in m.eigen)
            yield Tabelregel(_plaats(gids, u, m.bepaling), m.stand.value, zinnen, eigen, m.effect)


def _plicht(gids: Gids, u: Eigenbeoordeling, r: Eigenplicht) -> Tabelregel:
    door = tuple(_plaats(gids, u, d.van) for d in r.door)
    zinnen = _zinnen(gids, r.reden, r.voorbehoud, *(d.reden for d in r.door[:3] if d.van_model))
    bewijs = [
        (naam.label, woorden)
        for d in r.door[:3]
        for naam, woorden in ((d.van, d.eigen_woorden), (d.van_model, d.model_woorden))
        if naam is not None and woorden
    ]
    return Tabelregel(_plaats(gids, u, r.plicht), r.oordeel.value, zinnen, door, r.opdracht, tuple(bewijs))


def _zinnen(gids: Gids, *zinnen: str) -> tuple[str, ...]:
    """Sentences with names in place of short notations; empty ones are left out."""
    return tuple(met_datums(in_namen(z, gids.antwoorden.register)) for z in zinnen if z)


def _plaats(gids: Gids, u: Eigenbeoordeling, naam: Bepalingnaam) -> Verwijsplaats:
    """A provision with a link; what was brought has no page."""
    geladen = naam.id.werk in {b.werk.kort for b in gids.antwoorden.bronnen().items}
    if naam.id.werk == u.vergelijking.eigen and not geladen:
        return Verwijsplaats(naam.label, "")
    return Verwijsplaats(
        naam.label, gids.paden.bepaling(naam.kort) if naam.id.stappen else gids.paden.regeling(naam.kort)
    )


def standaarddeel(u: Eigenbeoordeling) -> Toon:
    """What to show first: what deviates, or where nothing does everything."""
    soorten = Counter(p.soort for p in u.vergelijking.paren)
    return Toon.AFWIJKINGEN if any(soorten[s] for s in Paarsoort if s is not Paarsoort.GELIJK) else Toon.ALLES
