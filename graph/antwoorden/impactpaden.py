"""From steps of a search to what is shown of them: places, words, a reason for each step, and advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.antwoorden.gegevens import Gevonden, Plek
from graph.antwoorden.impactgegevens import Impactsprong, Uitgangspunt
from graph.antwoorden.naslag import Naslag, tekst
from graph.antwoorden.relatiegegevens import Bewijsplek
from graph.antwoorden.relaties import Relatievragen
from graph.antwoorden.verwijzingen import Verwijzingen
from graph.impact.kant import Aard, Bereik, Graad
from graph.impact.regels import advies_voor, haalt_eerdere_tekst_aan, ontleent
from graph.impact.uitslag import Sprong, Uitslag

#: Most paths shown of one provision.
PADEN = 4
_RELATIES = frozenset({Aard.BERUST_OP, Aard.VULT_IN})
_STAND = {
    Bereik.ZELF: "",
    Bereik.ONDER: ", een deel van {uit}",
    Bereik.REEKS: ", een reeks waarin {uit} valt",
    Bereik.BOVEN: ", waarvan {uit} een deel is",
    Bereik.WERK: ", waarvan {uit} een deel is",
}


def pad_naar(uitslag: Uitslag, laatste: Sprong) -> tuple[Sprong, ...]:
    """The path that ends with a step: before it always the heaviest of the shortest ways."""
    pad = [laatste]
    while uitslag.diepte[pad[-1].uit]:
        pad.append(uitslag.eerste(pad[-1].uit)[0])
    return tuple(reversed(pad))


@dataclass(slots=True)
class Bewijzen:
    """The words and reasons behind some steps."""

    verwijzingen: dict[str, Gevonden] = field(default_factory=dict)
    redenen: dict[str, str] = field(default_factory=dict)
    passages: dict[str, list[Bewijsplek]] = field(default_factory=dict)
    plekken: dict[str, Plek] = field(default_factory=dict)


class Impactpaden:
    """Makes paths for people."""

    def __init__(self, naslag: Naslag, verwijzingen: Verwijzingen, relaties: Relatievragen) -> None:
        self._naslag = naslag
        self._verwijzingen = verwijzingen
        self._relaties = relaties

    def bewijzen(self, sprongen: Iterable[Sprong]) -> Bewijzen:
        """All that is shown of some steps, asked at once."""
        alle = list(sprongen)
        dingen = {s.kant.ding: s.kant.aard for s in alle}
        relaties = sorted(d for d, aard in dingen.items() if aard in _RELATIES)
        b = Bewijzen()
        verwijzingen = sorted(d for d, aard in dingen.items() if aard is Aard.VERWIJST)
        b.verwijzingen = {g.iri: g for g in self._verwijzingen.gevonden(verwijzingen)}
        rijen = self._naslag.vraag_porties("impact-redenen", "dingen", relaties)
        b.redenen = {tekst(r, "ding"): tekst(r, "reden") for r in rijen}
        b.passages = self._relaties.bewijs(relaties, "bewijs")
        b.plekken = self._naslag.plekken({i for s in alle for i in (s.uit.iri, s.kant.naar, s.kant.van)})
        return b

    def pad(self, sprongen: Sequence[Sprong], b: Bewijzen, extra: Mapping[str, Plek]) -> tuple[Impactsprong, ...]:
        """One path; ``extra`` are places that the graph does not know (a provision that would be added)."""
        return tuple(self._sprong(s, b, extra) for s in sprongen)

    def _sprong(self, s: Sprong, b: Bewijzen, extra: Mapping[str, Plek]) -> Impactsprong:
        uit, naar, van = (extra.get(i) or b.plekken[i] for i in (s.uit.iri, s.kant.naar, s.kant.van))
        reden = f"{van.label} {s.kant.aard} {naar.label}{_STAND[s.bereik].format(uit=uit.label)}."
        plek, woorden, voor, na = van, "", "", ""
        if (g := b.verwijzingen.get(s.kant.ding)) is not None:
            plek, woorden, voor, na = g.bron, g.woorden, g.voor, g.na
            if not s.kant.zeker:
                reden = f"{reden} {g.reden}".strip()
        elif s.kant.ding in b.redenen:
            reden = f"{reden} {b.redenen[s.kant.ding]}"
            if passages := b.passages.get(s.kant.ding):
                plek, woorden = passages[0].plek, passages[0].woorden
        zeker = s.uit.zeker and s.kant.zeker
        return Impactsprong(uit, naar, van, s.kant.aard, s.bereik, zeker, reden, s.kant.ding, plek, woorden, voor, na)

    def advies(self, punt: Uitgangspunt, graad: Graad, pad: Sequence[Impactsprong]) -> tuple[str, str]:
        """What is the matter with the end of a path, and what to do."""
        laatste = pad[-1]
        leent = ontleent(laatste.voor) if laatste.aard is Aard.VERWIJST and len(pad) == 1 else ""
        regel = advies_voor(graad, punt.gevolg, laatste.bereik, direct=len(pad) == 1, leent=leent)
        geval = {
            "doel": punt.plek.label,
            "eenheid": _eenheid(punt.plek),
            "genoemd": laatste.naar.label,
            "via": laatste.uit.label,
            "wanneer": _wanneer(punt.in_werking),
        }
        kort, doen = regel.kort.format_map(geval), regel.doen.format_map(geval)
        if laatste.aard is Aard.VERWIJST and len(pad) == 1 and haalt_eerdere_tekst_aan(laatste.na):
            kort = "haalt een eerdere tekst aan"
            doen = f"Bedoeld is {laatste.naar.label} zoals dat eerder luidde; ga na of dat voor deze wijziging was."
        if not all(s.zeker for s in pad):
            kort = f"mogelijk: {kort}"
            doen = f"{doen} De verwijzing is niet eenduidig; ga eerst na of deze bepaling is bedoeld."
        return kort, doen[:1].upper() + doen[1:]


def _eenheid(plek: Plek) -> str:
    id_ = plek.bepaling
    return id_.soort.value if id_ is not None and id_.soort is not None else "regeling"


def _wanneer(dag: date | None) -> str:
    return f" per {dag}" if dag else ""
