"""How far a regulation answers the duties of a law: one table per pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.antwoordstukken.opmaak import Opmaak, begrens
from api.antwoordstukken.teksten import teksten
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
    opmerking,
)  # fmt: skip
from graph.antwoorden.relatiegegevens import Dekking, Dekkingsregel

_VELDEN = (
    "verordening", "wet", "opdracht_in", "opdracht_naam", "moet_of_mag", "adressaat", "woorden_opdracht",
    "woorden_wet", "oordeel", "reden", "voorbehoud", "ingevuld_door", "woorden_verordening", "binnen_grondslag",
)  # fmt: skip


def dekking(opmaak: Opmaak, verordening: str = "", wet: str = "") -> Levering:
    """The matrices of a regulation against a law (short names, "" for all), also outside the legal basis.

    Raises:
        NietGevonden: a named regulation or law is not loaded.
    """
    matrices = opmaak.antwoorden.dekking(verordening, wet)
    return Levering(
        "-".join(["dekking", *(w for w in (verordening, wet) if w)]),
        lambda: _document(opmaak, matrices),
        lambda: Rijen(_VELDEN, (rij for m in matrices for rij in _rijen(m))),
    )


def _rijen(m: Dekking) -> Iterator[dict[str, object]]:
    for r in m.regels:
        p, bewijs = r.plicht, [b.woorden for g in r.door for b in g.bewijs]
        yield {
            "verordening": m.verordening.werk.kort, "wet": m.wet.werk.kort, "opdracht_in": p.plek.kort,
            "opdracht_naam": p.plek.label, "moet_of_mag": p.modaliteit, "adressaat": p.adressaat,
            "woorden_opdracht": p.opdracht, "woorden_wet": p.onderwerp, "oordeel": r.oordeel, "reden": r.reden,
            "voorbehoud": r.voorbehoud, "woorden_verordening": bewijs[0] if bewijs else "",
            "ingevuld_door": ", ".join(f"[{g.van.kort}]" if g.facultatief else g.van.kort for g in r.door),
            "binnen_grondslag": r.binnen_grondslag,
        }  # fmt: skip


def _document(opmaak: Opmaak, matrices: Sequence[Dekking]) -> Uitvoerdocument:
    t = teksten()["dekking"]
    blokken: list[Blok] = [] if matrices else [opmaak.geen(t["geen"])]
    for m in matrices:
        paar = t["tegenover"].format(verordening=opmaak.versie(m.verordening), wet=opmaak.versie(m.wet))
        blokken.append(Kop(paar))
        delen = ", ".join(f"{n} {oordeel}" for oordeel, n in m.telling().items() if n)
        if delen:
            blokken.append(alinea(t["telling"].format(delen=delen)))
        wet = m.wet.werk.kort
        blokken += [opmerking(t["bevinding"].format(zin=opmaak.zin(z, wet)), let_op=True) for z in m.bevindingen]
        if not m.regels:
            blokken.append(opmaak.geen(t["geen"]))
            continue
        a, b, c = t["kolommen"]
        for binnen in (True, False):
            regels = [r for r in m.regels if r.binnen_grondslag is binnen]
            if regels:
                rijen, melding = begrens([_rij(opmaak, m, r, _is_deel(r, regels)) for r in regels])
                blokken += [] if binnen else [Kop(t["buiten"], 2)]
                blokken += [Tabel((Kolom(a, 5), Kolom(b, 3), Kolom(c, 6)), rijen), *melding]
    return opmaak.document(t["titel"], blokken)


def _is_deel(regel: Dekkingsregel, regels: Sequence[Dekkingsregel]) -> bool:
    """Whether another row has the duty that this one divides, with the words that impose it."""
    eigen = regel.plicht.plek.bepaling
    boven = set(eigen.voorouders()) if eigen is not None else set()
    return any(r.plicht.plek.bepaling in boven for r in regels)


def _rij(opmaak: Opmaak, m: Dekking, r: Dekkingsregel, deel: bool) -> tuple[Cel, ...]:
    t, p = teksten()["dekking"], r.plicht
    wet, verordening = m.wet.werk.kort, m.verordening.werk.kort
    opdracht: list[Alinea] = [alinea(opmaak.plaats(p.plek, wet), f" ({p.modaliteit})")]
    if p.opdracht and not deel:
        opdracht.append(alinea(p.opdracht))
    if p.onderwerp:
        opdracht.append(alinea(Loop(p.onderwerp, Loopstijl.VET)))
    if p.adressaat and not deel:
        opdracht.append(alinea(Loop(t["adressaat"].format(wie=p.adressaat), Loopstijl.CURSIEF)))
    oordeel = [alinea(Loop(r.oordeel, Loopstijl.VET)), alinea(opmaak.zin(r.reden, wet))]
    if r.voorbehoud:
        oordeel.append(alinea(opmaak.zin(r.voorbehoud, wet)))
    door: list[Alinea] = []
    for g in r.door:
        teken = " (facultatief)" if g.facultatief else ""
        door.append(alinea(opmaak.plaats(g.van, verordening), f" {g.opschrift}{teken}".rstrip()))
        bron = g.bron.bepaling.werk if g.bron.bepaling else ""
        door += [Alinea(b.lopen, 1) for b in opmaak.bewijs(g.bewijs[:1], bron)]
    if not door:
        door.append(alinea(t["geen_invulling"] if p.blad else t["zie_onder"]))
    return tuple(opdracht), tuple(oordeel), tuple(door)
