"""What a comparison says as rows: the same for the command line, CSV and Word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from api.namen import in_namen
from graph.antwoorden.eigengegevens import Eigenbeoordeling, Eigendekking, Losse
from ontologie.identificatie import BepalingId, Naamregister, print_label
from ontologie.vergelijking import Keuze, KeuzeSoort, Paar, Paarsoort
from ontologie.wijziging import Woordverschil

Rij = dict[str, Any]


class Toon(StrEnum):
    """Which part of a comparison is asked for."""

    #: What a jurist has to judge: deviating, missing and extra.
    AFWIJKINGEN = "afwijkingen"
    ALLES = "alles"
    AFWIJKEND = "afwijkend"
    ONTBREEKT = "ontbreekt"
    EXTRA = "extra"
    WEGGELATEN = "weggelaten"
    KEUZES = "keuzes"
    DEKKING = "dekking"
    GRONDSLAG = "grondslag"
    VERWIJZINGEN = "verwijzingen"
    MODEL = "model"


KOLOMMEN: dict[Toon, dict[str, str]] = {
    Toon.KEUZES: {"eigen": "Bepaling", "model": "Model", "keuze": "Keuze", "plaats": "Plaats in het model",
                  "waarde": "In de eigen tekst"},
    Toon.DEKKING: {"plicht": "Plicht", "modaliteit": "Moet/mag", "oordeel": "Oordeel", "door": "Door",
                   "reden": "Reden", "opdracht": "Woorden van de wet"},
    Toon.GRONDSLAG: {"grondslag": "Grondslag", "stand": "Stand", "toelichting": "Toelichting"},
    Toon.VERWIJZINGEN: {"plaats": "Plaats", "woorden": "Verwijzing", "status": "Status", "reden": "Reden"},
    Toon.MODEL: {"bepaling": "Model", "wijziging": "Wijziging", "eigen": "Eigen tekst", "stand": "Eigen tekst heeft",
                 "toelichting": "Toelichting"},
}  # fmt: skip
_PAREN = {
    "eigen": "Eigen tekst", "model": "Model", "soort": "Uitkomst", "bijzonder": "Bijzonder", "verschil": "Verschil",
    "keuzes": "Keuzes", "reden": "Reden",
}  # fmt: skip
_SOORTEN = {
    Toon.AFWIJKINGEN: frozenset({Paarsoort.AFWIJKEND, Paarsoort.ONTBREEKT, Paarsoort.EXTRA}),
    Toon.ALLES: frozenset(Paarsoort),
    Toon.AFWIJKEND: frozenset({Paarsoort.AFWIJKEND}),
    Toon.ONTBREEKT: frozenset({Paarsoort.ONTBREEKT}),
    Toon.EXTRA: frozenset({Paarsoort.EXTRA}),
    Toon.WEGGELATEN: frozenset({Paarsoort.WEGGELATEN}),
}
_KEUZES = {
    KeuzeSoort.INGEVULD: "ingevuld",
    KeuzeSoort.VOORBEELD: "voorbeeld overgenomen",
    KeuzeSoort.VARIANT: "variant gekozen",
    KeuzeSoort.WEGGELATEN: "facultatief deel weggelaten",
    KeuzeSoort.OVERGENOMEN: "facultatief deel overgenomen",
    KeuzeSoort.OPEN: "nog niet ingevuld",
    KeuzeSoort.VERNUMMERD: "verwijzing volgt eigen nummering",
    KeuzeSoort.SCHRIJFWIJZE: "zelfde woord, anders geschreven",
}


def kolommen(toon: Toon) -> dict[str, str]:
    """The columns of a part, with their headings."""
    return KOLOMMEN.get(toon, _PAREN)


def rijen(uitkomst: Eigenbeoordeling, toon: Toon, namen: Naamregister) -> Iterator[Rij]:
    """The rows of a part."""
    maken: dict[Toon, Callable[[], Iterator[Rij]]] = {
        Toon.KEUZES: lambda: _keuzes(uitkomst, namen),
        Toon.DEKKING: lambda: (rij for d in uitkomst.dekking for rij in _dekking(d, namen)),
        Toon.GRONDSLAG: lambda: (
            {"grondslag": g.doel.label, "stand": g.stand.value, "toelichting": g.zin} for g in uitkomst.grondslag
        ),
        Toon.VERWIJZINGEN: lambda: map(_losse, uitkomst.losse),
        Toon.MODEL: lambda: _model(uitkomst),
    }
    yield from maken.get(toon, lambda: _paren(uitkomst, toon, namen))()


def gekozen_paren(uitkomst: Eigenbeoordeling, toon: Toon) -> tuple[Paar, ...]:
    """The pairs of a part; with choices those that have any, and what was left out by choice."""
    if toon is Toon.KEUZES:
        return tuple(p for p in uitkomst.vergelijking.paren if p.keuzes or p.soort is Paarsoort.WEGGELATEN)
    soorten = _SOORTEN.get(toon, frozenset())
    return tuple(p for p in uitkomst.vergelijking.paren if p.soort in soorten)


def label(ids: Iterable[BepalingId], namen: Naamregister) -> str:
    """Provisions as people call them, without the name of their work."""
    return " + ".join(print_label(i, namen, met_titel=False) for i in ids)


def keuzenaam(soort: KeuzeSoort) -> str:
    """A choice in words."""
    return _KEUZES[soort]


def _paren(uitkomst: Eigenbeoordeling, toon: Toon, namen: Naamregister) -> Iterator[Rij]:
    for p in gekozen_paren(uitkomst, toon):
        yield {
            "eigen": label(p.eigen, namen),
            "model": label(p.model, namen),
            "soort": p.soort.value,
            "bijzonder": sorted(b.value for b in p.bijzonder),
            "verschil": verschil_in_woorden(p),
            "keuzes": "; ".join(_keuze(k) for k in p.keuzes),
            "gelijkenis": p.gelijkenis,
            "omvat": p.omvat,
            "reden": p.reden,
            "opschrift_eigen": p.eigen_kop,
            "opschrift_model": p.model_kop,
            "tekst_eigen": p.eigen_tekst,
            "tekst_model": p.model_tekst,
        }


def verschil_in_woorden(paar: Paar) -> str:
    """The differences as "«was» → «is»"; of a text on one side only its first words."""
    if not (paar.model and paar.eigen):
        tekst = " ".join(d for d in (paar.eigen_kop or paar.model_kop, paar.eigen_tekst or paar.model_tekst) if d)
        return tekst if len(tekst) <= 300 else tekst[:300].rsplit(" ", 1)[0] + " …"
    kop = [_woorden(v, paar.model_kop, paar.eigen_kop) for v in paar.kopverschillen]
    return "; ".join([*(f"opschrift {k}" for k in kop), *_alle(paar)])


def _alle(paar: Paar) -> list[str]:
    return [_woorden(v, paar.model_tekst, paar.eigen_tekst) for v in paar.verschillen]


def _woorden(v: Woordverschil, model: str, eigen: str) -> str:
    was, is_ = model[v.oud_begin : v.oud_eind], eigen[v.nieuw_begin : v.nieuw_eind]
    return f"«{was}» → «{is_}»" if was and is_ else (f"zonder «{was}»" if was else f"met «{is_}»")


def _keuze(k: Keuze) -> str:
    return f"{keuzenaam(k.soort)}: {k.waarde or k.plaats}"


def _keuzes(uitkomst: Eigenbeoordeling, namen: Naamregister) -> Iterator[Rij]:
    for p in gekozen_paren(uitkomst, Toon.KEUZES):
        van = {"eigen": label(p.eigen, namen), "model": label(p.model, namen)}
        if p.soort is Paarsoort.WEGGELATEN:
            yield {**van, "keuze": "facultatief, weggelaten", "plaats": verschil_in_woorden(p), "waarde": ""}
        for k in p.keuzes:
            yield {**van, "keuze": keuzenaam(k.soort), "plaats": k.plaats, "waarde": k.waarde}


def _dekking(dekking: Eigendekking, namen: Naamregister) -> Iterator[Rij]:
    for r in dekking.regels:
        if r.binnen_grondslag:
            yield {
                "plicht": r.plicht.label, "modaliteit": r.modaliteit.value, "oordeel": r.oordeel.value,
                "door": [d.van.label for d in r.door], "reden": in_namen(f"{r.reden} {r.voorbehoud}".strip(), namen),
                "opdracht": r.opdracht,
            }  # fmt: skip


def _losse(los: Losse) -> Rij:
    status = los.status.value if los.status is not None else "vervallen"
    return {"plaats": los.plaats.label, "woorden": los.woorden, "doelen": list(los.doelen), "status": status,
            "reden": los.reden, "begin": los.begin, "eind": los.eind}  # fmt: skip


def _model(uitkomst: Eigenbeoordeling) -> Iterator[Rij]:
    for m in uitkomst.modelwijzigingen:
        yield {
            "bepaling": m.bepaling.label, "wijziging": m.effect or "gewijzigd", "eigen": [e.label for e in m.eigen],
            "stand": m.stand.value, "toelichting": m.zin, "grond": m.grond, "reden": m.reden,
        }  # fmt: skip
