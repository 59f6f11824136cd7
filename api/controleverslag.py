"""The findings of a check as a document to hand out: by seriousness and rule, each with its place and suggestion."""

from __future__ import annotations

from itertools import groupby

from api.controle import Gecontroleerd, telling
from api.uitvoer import Alinea, Blok, Kolom, Kop, Loop, Loopstijl, Opmerking, Tabel, Uitvoerdocument, alinea, cel
from ontologie.controle import Controlepunt, Ernst

_KOPPEN = {Ernst.FOUT: "Fouten", Ernst.WAARSCHUWING: "Waarschuwingen", Ernst.AANDACHTSPUNT: "Aandachtspunten"}
_KOLOMMEN = (Kolom("Plaats", 3), Kolom("Woorden", 4), Kolom("Waarom", 5), Kolom("Suggestie", 4))


def verslag(g: Gecontroleerd) -> Uitvoerdocument:
    """The report of one check."""
    blokken: list[Blok] = [_telling(g)]
    blokken += [Opmerking((alinea(zin),)) for zin in g.voorbehouden()]
    for ernst in Ernst:
        punten = [p for p in g.controle.punten if p.regel.ernst is ernst]
        if punten:
            blokken.append(Kop(f"{_KOPPEN[ernst]} ({len(punten)})", 1))
            blokken += _per_regel(g, punten)
    return Uitvoerdocument(
        titel=f"Controle: {g.titel}",
        blokken=tuple(blokken),
        ondertitel="Technische controle van de tekst",
        merk="Ter beoordeling door een jurist",
        bron=f"Gelezen uit {g.document.bron.naam}",
        liggend=True,
    )


def _telling(g: Gecontroleerd) -> Alinea:
    aantallen = telling(g.controle)
    if not any(aantallen.values()):
        return alinea("De regels vonden niets.")
    return alinea("Gevonden: ", ", ".join(f"{n} keer {e}" for e, n in aantallen.items() if n), ".")


def _per_regel(g: Gecontroleerd, punten: list[Controlepunt]) -> list[Blok]:
    blokken: list[Blok] = []
    op_regel = sorted(punten, key=lambda p: (p.regel.thema, p.regel.id))
    for regel, groep in groupby(op_regel, key=lambda p: p.regel):
        rijen = tuple(
            (
                cel(f"{g.plaats(p.plaats)} (regel {p.regelnummer})"),
                cel(Loop(p.woorden, Loopstijl.CURSIEF)),
                cel(p.reden),
                cel(p.suggestie),
            )
            for p in groep
        )
        blokken += [Kop(regel.naam, 2), alinea(regel.uitleg), Tabel(_KOLOMMEN, rijen)]
    return blokken
