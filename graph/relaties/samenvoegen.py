"""Puts statements together: one relation per pair with all its evidence; contradictions are reported, not loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.relaties.begrippen import definities
from graph.relaties.boek import EENHEDEN, Boek
from graph.relaties.vondst import Vondst
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bevinding, Relatie, RelatieSoort, Sterkte


def begrens_definities(vondsten: Iterable[Vondst], boek: Boek) -> Iterator[Vondst]:
    """A definition gives words a meaning and lays nothing down: what is said of it is derived at most."""
    begrippen = {onderdeel.id for _, onderdeel in definities(boek)}
    for vondst in vondsten:
        yield replace(vondst, sterkte=Sterkte.AFGELEID) if vondst.van in begrippen else vondst


def toets_aan_bouw(vondsten: Sequence[Vondst], boek: Boek) -> tuple[list[Vondst], list[Bevinding]]:
    """Hold statements about a whole structure unit against what stands in it.

    Where one statement names several provisions for a unit, and one of them is, by an explicit statement, filled in by
    an article outside the unit and by none inside, text and structure contradict each other: reported, not loaded.
    """
    per_doel: dict[BepalingId, set[BepalingId]] = {}
    per_uitspraak: dict[tuple[int, BepalingId], int] = {}
    for v in vondsten:
        knoop = boek.knoop(v.van)
        if v.soort is RelatieSoort.INVULLING and v.sterkte is Sterkte.EXPLICIET and knoop is not None:
            if knoop.soort in EENHEDEN:
                sleutel = (v.uitspraak, v.van)
                per_uitspraak[sleutel] = per_uitspraak.get(sleutel, 0) + 1
            elif v.van.stappen:
                for doel in (v.naar, *v.naar.voorouders()):
                    per_doel.setdefault(doel, set()).add(v.van)
    goed: list[Vondst] = []
    bevindingen: list[Bevinding] = []
    for v in vondsten:
        if per_uitspraak.get((v.uitspraak, v.van), 0) > 1 and v.soort is RelatieSoort.INVULLING:
            elders = per_doel.get(v.naar, set())
            if elders and not any(v.van in {o.id for o in boek.keten(van)} for van in elders):
                waar = ", ".join(str(e) for e in sorted(elders))
                bericht = (
                    f"De toelichting zegt dat {v.naar} is uitgewerkt in {v.van}, maar de uitwerking staat in {waar}."
                )
                bevindingen.append(Bevinding(v.bewijs, bericht, (v.van, v.naar, *sorted(elders))))
                continue
        goed.append(v)
    return goed, bevindingen


def vul_uitsluitingen(vondsten: Sequence[Vondst]) -> list[Vondst]:
    """Give a statement "goes beyond the law" without object the objects that its article explicitly fills in."""
    uit: list[Vondst] = []
    for v in vondsten:
        if v.soort is not RelatieSoort.UITGESLOTEN or v.van != v.naar:
            uit.append(v)
            continue
        artikel = v.van.artikel
        doelen = {
            w.naar
            for w in vondsten
            if w.soort is RelatieSoort.INVULLING
            and w.sterkte is Sterkte.EXPLICIET
            and w.van.artikel == artikel
            and w.van != v.van
        }
        uit += [replace(v, naar=doel) for doel in sorted(doelen)]
    return uit


def voeg_samen(vondsten: Iterable[Vondst], boek: Boek) -> tuple[Relatie, ...]:
    """One relation per kind and pair, in the order of the document; explicit evidence first. Exclusions win."""
    groepen: dict[tuple[RelatieSoort, BepalingId, BepalingId], list[Vondst]] = {}
    for v in vondsten:
        groepen.setdefault((v.soort, v.van, v.naar), []).append(v)
    relaties = []
    for (soort, van, naar), groep in groepen.items():
        if soort is RelatieSoort.INVULLING and (RelatieSoort.UITGESLOTEN, van, naar) in groepen:
            continue
        groep.sort(key=lambda v: v.sterkte is not Sterkte.EXPLICIET)
        eerste = groep[0]
        bewijs = tuple(dict.fromkeys(v.bewijs for v in groep))
        relaties.append(
            Relatie(
                van,
                naar,
                soort,
                eerste.sterkte,
                eerste.bewijs.regel,
                eerste.reden,
                bewijs,
                facultatief=boek.facultatief(van),
                deels=all(v.deels for v in groep),
            )
        )
    return tuple(relaties)
