"""An own ordinance beside a model, as a document to hand out and as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from api.antwoordstukken.opmaak import Opmaak, begrens, gemarkeerd
from api.antwoordstukken.teksten import teksten
from api.eigen.rijen import Toon, gekozen_paren, keuzenaam, kolommen, label, rijen
from api.uitvoer import (
    Alinea,
    Blok,
    Cel,
    Kolom,
    Kop,
    Levering,
    Loop,
    Loopstijl,
    Rijen,
    Tabel,
    Uitvoerdocument,
    alinea,
    cel,
    opmerking,
)  # fmt: skip
from api.woorden import datum
from graph.antwoorden.eigengegevens import Eigenbeoordeling
from ontologie.identificatie import Naamregister
from ontologie.vergelijking import Paar

#: The parts of the whole document after the provisions.
_DELEN = (Toon.DEKKING, Toon.GRONDSLAG, Toon.VERWIJZINGEN, Toon.MODEL)


def vergelijking(opmaak: Opmaak, uitkomst: Eigenbeoordeling, toon: Toon) -> Levering:
    """A part of a comparison; the whole document has every part."""
    namen = opmaak.antwoorden.register
    return Levering(
        f"vergelijking-{toon.value}",
        lambda: _document(opmaak, uitkomst, toon),
        lambda: Rijen(tuple(_velden(toon)), rijen(uitkomst, toon, namen)),
    )


def _velden(toon: Toon) -> Iterable[str]:
    yield from kolommen(toon)
    if toon not in (Toon.KEUZES, *_DELEN):
        yield from ("gelijkenis", "opschrift_model", "opschrift_eigen", "tekst_model", "tekst_eigen")


def _document(opmaak: Opmaak, u: Eigenbeoordeling, toon: Toon) -> Uitvoerdocument:
    t = teksten()["vergelijking"]
    v = u.vergelijking
    telling = ", ".join(f"{n} {s.value}" for s, n in v.telling().items() if n)
    blokken: list[Blok] = [alinea(t["telling"].format(telling=telling)), opmerking(t["voorbehoud"], let_op=True)]
    blokken += (opmerking(zin) for zin in (*v.meldingen, *u.voorbehouden))
    delen = (toon, *_DELEN) if toon in (Toon.ALLES, Toon.AFWIJKINGEN) else (toon,)
    for deel in delen:
        blokken += [Kop(t["kop"][deel.value]), *_deel(opmaak, u, deel)]
    onder = t["onder"].format(model=v.model_titel, datum=datum(u.op))
    return opmaak.document(t["titel"].format(naam=v.eigen_titel), blokken, onder=onder)


def _deel(opmaak: Opmaak, u: Eigenbeoordeling, toon: Toon) -> Iterator[Blok]:
    t = teksten()["vergelijking"]
    namen = opmaak.antwoorden.register
    koppen = kolommen(toon)
    if toon in (Toon.KEUZES, *_DELEN):
        tabel: list[tuple[Cel, ...]] = [tuple(_cel(r.get(k)) for k in koppen) for r in rijen(u, toon, namen)]
        kolommen_ = tuple(Kolom(k) for k in koppen.values())
    else:
        tabel = [_paar(opmaak, p) for p in gekozen_paren(u, toon)]
        a, b, c = t["kolommen"]
        kolommen_ = (Kolom(a, 2.4), Kolom(b, 5), Kolom(c, 5))
    if not tabel:
        yield opmaak.geen(t["geen"][toon.value])
        return
    begrensd, melding = begrens(tabel)
    yield Tabel(kolommen_, begrensd)
    yield from melding


def _cel(waarde: object) -> Cel:
    delen: Sequence[object] = waarde if isinstance(waarde, list | tuple) else [waarde or ""]
    return tuple(alinea(str(d)) for d in delen) or cel("")


def _paar(opmaak: Opmaak, p: Paar) -> tuple[Cel, ...]:
    namen = opmaak.antwoorden.register
    wat = ", ".join([p.soort.value, *sorted(b.value for b in p.bijzonder)])
    keuzes = [Loop(f"{keuzenaam(k.soort)}: {k.waarde or k.plaats}") for k in p.keuzes]
    over = (
        alinea(Loop(label(p.eigen or p.model, namen), Loopstijl.VET)),
        alinea(Loop(wat, Loopstijl.CURSIEF)),
        alinea(p.reden),
        *(alinea(k) for k in keuzes),
    )
    return over, _kant(p, namen, eigen=False), _kant(p, namen, eigen=True)


def _kant(p: Paar, namen: Naamregister, *, eigen: bool) -> Cel:
    ids, kop, tekst = (p.eigen, p.eigen_kop, p.eigen_tekst) if eigen else (p.model, p.model_kop, p.model_tekst)
    if not ids:
        return cel("–")
    lopend = gemarkeerd(tekst, p.verschillen, nieuw=eigen)
    koppen: tuple[Alinea, ...] = gemarkeerd(kop, p.kopverschillen, nieuw=eigen)
    naam = alinea(Loop(label(ids, namen), Loopstijl.CURSIEF))
    return (naam, *koppen, *lopend)
