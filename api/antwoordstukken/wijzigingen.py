"""What changed in a period: the counts on each date axis, and on one axis every change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from api.antwoordstukken.opmaak import Opmaak, begrens
from api.antwoordstukken.teksten import teksten
from api.uitvoer import Blok, Cel, Kolom, Kop, Levering, Rijen, Tabel, Uitvoerdocument, cel, opmerking
from api.woorden import datum, getal, met_datums
from graph.antwoorden import LIMIET_MAX, Lijst
from graph.antwoorden.tijdgegevens import Asregel, Documentwijziging, Wijzigingen, Wijzigingsrij
from ontologie.wijziging import DatumAs

_VELDEN = (
    "dag", "bepaling", "naam", "opschrift", "soort", "effect", "door", "inwerkingtreding_door", "ondertekend",
    "gepubliceerd", "inwerkingtreding_bekendgemaakt", "in_werking", "terugwerkend_tot", "grond", "reden",
)  # fmt: skip
_TELVELDEN = ("as", "omschrijving", "werk", "artikelen", "overige")


def wijzigingen(opmaak: Opmaak, van: date, tot: date, as_: DatumAs | None) -> Levering:
    """All changes on one axis, or without one the counts on each.

    Raises:
        InvoerFout: the period ends before it begins.
    """
    antwoord = opmaak.antwoorden.wijzigingen(van, tot, as_, limiet=LIMIET_MAX)

    def rijen() -> Rijen:
        if as_ is None:
            return Rijen(_TELVELDEN, (rij for a in antwoord.assen for rij in _telrijen(a)))
        return Rijen(_VELDEN, _rijen(opmaak, antwoord))

    naam = f"wijzigingen-{van}-{tot}" + (f"-{as_}" if as_ else "")
    return Levering(naam, lambda: _document(opmaak, antwoord), rijen)


def _telrijen(a: Asregel) -> Iterator[dict[str, object]]:
    for w in a.per_werk:
        yield {
            "as": a.as_, "omschrijving": a.omschrijving, "werk": w.werk.kort, "artikelen": w.artikelen,
            "overige": w.overige,
        }  # fmt: skip
    for b in a.documenten:
        yield {"as": a.as_, "omschrijving": a.omschrijving, "werk": f"{b.werk.kort}@{b.versie.naam}"}


def _alle(opmaak: Opmaak, eerste: Wijzigingen) -> Iterator[Wijzigingsrij]:
    deel: Lijst[Wijzigingsrij] = eerste.rijen
    while True:
        yield from deel.items
        if deel.volgende is None:
            return
        vraag = opmaak.antwoorden.wijzigingen
        deel = vraag(eerste.van, eerste.tot, eerste.as_, limiet=LIMIET_MAX, vanaf=deel.volgende).rijen


def _rijen(opmaak: Opmaak, eerste: Wijzigingen) -> Iterator[dict[str, object]]:
    yield from map(_rij, _alle(opmaak, eerste))
    for d in eerste.documenten:
        for v in (*d.veranderingen, *d.meldingen):
            yield {
                "dag": d.bron.versie.naam, "bepaling": v.bepaling.kort, "naam": v.bepaling.label,
                "opschrift": v.bepaling.opschrift, "effect": v.effect, "door": d.bron.titel, "grond": v.grond,
                "reden": v.reden,
            }  # fmt: skip


def _rij(r: Wijzigingsrij) -> dict[str, object]:
    g = r.gegevens
    return {
        "dag": r.dag, "bepaling": r.bepaling.kort, "naam": r.bepaling.label, "opschrift": r.bepaling.opschrift,
        "soort": r.soort.value if r.soort else "", "effect": g.effect, "door": r.door.label if r.door else "",
        "inwerkingtreding_door": r.inwerkingtreding_door.label if r.inwerkingtreding_door else "",
        "ondertekend": g.ondertekend, "gepubliceerd": g.gepubliceerd,
        "inwerkingtreding_bekendgemaakt": g.inwerkingtreding_bekendgemaakt, "in_werking": g.in_werking,
        "terugwerkend_tot": g.terugwerkend_tot, "grond": "officieel",
    }  # fmt: skip


def _document(opmaak: Opmaak, w: Wijzigingen) -> Uitvoerdocument:
    t = teksten()["wijzigingen"]
    blokken: list[Blok] = [Kop(t["per_as"]), _assentabel(opmaak, w)]
    if w.as_ is not None:
        blokken.append(Kop(t["bepalingen"].format(as_=teksten()["as"][w.as_].lower())))
        blokken += _bepalingen(opmaak, w)
    if w.documenten:
        blokken += [Kop(t["documenten"]), *_documenten(opmaak, w.documenten)]
    return opmaak.document(t["titel"].format(van=datum(w.van), tot=datum(w.tot)), blokken)


def _assentabel(opmaak: Opmaak, w: Wijzigingen) -> Tabel:
    a, b, c, d = teksten()["wijzigingen"]["kolommen_as"]
    rijen: list[tuple[Cel, ...]] = []
    for regel in w.assen:
        as_ = cel(teksten()["as"][regel.as_])
        eigen = [
            (as_, cel(opmaak.plaats(t.werk)), cel(getal(t.artikelen)), cel(getal(t.overige))) for t in regel.per_werk
        ]
        eigen += [(as_, cel(opmaak.versie(bron)), cel(""), cel("")) for bron in regel.documenten]
        rijen += eigen or [(as_, cel("–"), cel(getal(0)), cel(getal(0)))]
    return Tabel((Kolom(a, 3), Kolom(b, 6), Kolom(c, 1.4), Kolom(d, 1.6)), tuple(rijen))


def _bepalingen(opmaak: Opmaak, w: Wijzigingen) -> Iterator[Blok]:
    t = teksten()["wijzigingen"]
    regels = [
        (
            cel(datum(r.dag)),
            opmaak.plaats_met_opschrift(r.bepaling),
            cel(r.gegevens.effect),
            cel(opmaak.plaats(r.door)) if r.door else (),
            cel(datum(r.gegevens.in_werking)),
        )
        for r in _alle(opmaak, w)
    ]
    if not regels:
        yield opmaak.geen(t["geen"])
        return
    rijen, melding = begrens(regels)
    breedtes = (1.6, 5, 1.6, 1.8, 1.6)
    yield Tabel(tuple(Kolom(k, b) for k, b in zip(t["kolommen"], breedtes, strict=True)), rijen)
    yield from melding


def _documenten(opmaak: Opmaak, documenten: tuple[Documentwijziging, ...]) -> Iterator[Blok]:
    t = teksten()["wijzigingen"]
    regels = [
        (
            cel(opmaak.versie(d.bron)),
            opmaak.plaats_met_opschrift(v.bepaling),
            cel(v.effect),
            (*cel(met_datums(v.reden)), *opmaak.bewijs(v.bewijs)),
        )
        for d in documenten
        for v in (*d.veranderingen, *d.meldingen)
    ]
    if regels:
        rijen, melding = begrens(regels)
        yield Tabel(tuple(Kolom(k, b) for k, b in zip(t["kolommen_document"], (3, 3, 1.5, 6), strict=True)), rijen)
        yield from melding
    for d in documenten:
        for zin in d.voorbehouden:
            yield opmerking(t["voorbehoud"].format(document=d.bron.titel, zin=zin))
