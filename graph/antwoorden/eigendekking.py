"""The relations of an own ordinance, its own and those it inherits from the model, and how far they answer the law."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.antwoorden.eigengegevens import Bepalingnaam, Eigendekking, Eigenplicht, Eigenrelatie
from graph.antwoorden.naslag import Werkversie, tekst
from graph.antwoorden.relatiegegevens import Plichtgegevens, Relatiegegevens
from graph.relaties import Bibliotheek, Documentwoorden, beoordeel
from ontologie.document import Document
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs, Dekkingsrij, Regelvorm, Relatie, RelatieSoort, Sterkte
from ontologie.tekst import Span
from ontologie.vergelijking import Paar, Vergelijking

if TYPE_CHECKING:
    from graph.antwoorden.eigen import Eigenvragen

#: How the rule is named by which a relation of the model holds of the own text.
GEERFD = "overgenomen-uit-model"
#: Longest passage that is shown as evidence, in characters.
_WOORDEN_MAX = 600


class Dekkingsoordeel:
    """Puts the relations of one ordinance together and judges them."""

    def __init__(
        self,
        vragen: Eigenvragen,
        bibliotheek: Bibliotheek,
        eigen: Document,
        model: Werkversie,
        vergelijking: Vergelijking,
        naam: Callable[[BepalingId], Bepalingnaam],
    ) -> None:
        self._vragen, self._bibliotheek, self._eigen, self._model = vragen, bibliotheek, eigen, model
        self._naam = naam
        self._paren = {m: p for p in vergelijking.paren if p.overgenomen for m in p.model}
        self._alle: dict[Relatie, Eigenrelatie] = {}

    def relaties(self, eigen: Sequence[Relatie]) -> tuple[Eigenrelatie, ...]:
        """All relations: what the own text tells itself, and what it inherits beside that."""
        for relatie in eigen:
            self._alle[relatie] = self._zelf(relatie)
        gezegd = {(r.van, r.naar, r.soort) for r in eigen}
        for relatie, gegevens in self._vragen.relaties.van_werk(self._model):
            for geerfd, toonbaar in self._erf(relatie, gegevens):
                sleutel = geerfd.van, geerfd.naar, geerfd.soort
                if sleutel not in gezegd:
                    gezegd.add(sleutel)
                    self._alle[geerfd] = toonbaar
        return tuple(self._alle.values())

    def _zelf(self, relatie: Relatie) -> Eigenrelatie:
        woorden = self._eigen.origineel[relatie.bewijs[0].span.begin : relatie.bewijs[0].span.eind]
        return Eigenrelatie(
            self._naam(relatie.van),
            self._naam(relatie.naar),
            relatie.soort,
            relatie.sterkte,
            relatie.reden,
            eigen_woorden=woorden[:_WOORDEN_MAX],
        )

    def _erf(self, relatie: Relatie, gegevens: Relatiegegevens) -> Iterator[tuple[Relatie, Eigenrelatie]]:
        """The relation of the model as it holds of the own text, where that was taken over."""
        paar = self._paren.get(relatie.van)
        if paar is None or relatie.soort is RelatieSoort.GRONDSLAG or not relatie.van.stappen:
            return
        van = paar.eigen[0]
        plaats = van if paar.eigen_tekst or paar.eigen_kop else paar.eigen[0]
        bewijs = Bewijs(plaats, Span(0, 0), GEERFD)
        model = self._naam(relatie.van)
        hoe = "ongewijzigd" if not paar.verschillen else "met andere woorden"
        reden = f"Deze bepaling is {hoe} overgenomen van {model.label}, en daarvan geldt: {relatie.reden}"
        geerfd = replace(relatie, van=van, regel=GEERFD, reden=reden, bewijs=(bewijs,), facultatief=False)
        yield (
            geerfd,
            Eigenrelatie(
                self._naam(van),
                self._naam(relatie.naar),
                relatie.soort,
                relatie.sterkte,
                reden,
                model,
                _passage(paar),
                " … ".join(b.woorden for b in gegevens.bewijs[:3] if b.woorden)[:_WOORDEN_MAX],
            ),
        )

    # --- coverage ---

    def dekking(self) -> tuple[Eigendekking, ...]:
        """The duties of each law that the own text touches in so many words."""
        gezegd = (r for r in self._alle if r.sterkte is Sterkte.EXPLICIET)
        geraakt = {r.naar.werk for r in gezegd if r.soort is not RelatieSoort.UITGESLOTEN}
        naslag = self._vragen.naslag
        met_plichten = {tekst(r, "werkversie") for r in naslag.vraag("regelplicht-werken")}
        wetten = [v for v in naslag.nieuwste.values() if v.iri in met_plichten and v.werk in geraakt]
        return tuple(self._matrix(wet) for wet in wetten)

    def _matrix(self, wet: Werkversie) -> Eigendekking:
        plichten = self._vragen.relaties.plichten(wet, Regelvorm.VERORDENING)
        per_plicht = {p.plicht_in: g for g, p in plichten}
        woorden = _Woorden(self._eigen, self._bibliotheek, self._alle)
        rijen = beoordeel(self._alle, (p for _, p in plichten), woorden)
        return Eigendekking(
            self._naam(BepalingId(wet.werk)),
            wet.naam,
            tuple(self._plicht(rij, per_plicht[rij.plicht.plicht_in]) for rij in rijen),
        )

    def _plicht(self, rij: Dekkingsrij, gegevens: Plichtgegevens) -> Eigenplicht:
        return Eigenplicht(
            self._naam(rij.plicht.plicht_in),
            rij.plicht.modaliteit,
            gegevens.onderwerp or gegevens.opdracht,
            rij.oordeel,
            rij.reden,
            rij.voorbehoud,
            rij.plicht.blad,
            rij.binnen_grondslag,
            tuple(self._alle[r] for r in rij.door),
        )


class _Woorden(Documentwoorden):
    """The words of the own text and the law, and of inherited relations those of the model."""

    def __init__(self, eigen: Document, bibliotheek: Bibliotheek, alle: Mapping[Relatie, Eigenrelatie]) -> None:
        super().__init__(eigen, bibliotheek)
        self._alle = alle

    def van_bewijs(self, relatie: Relatie) -> Iterator[str]:
        if relatie.regel != GEERFD:
            yield from super().van_bewijs(relatie)
            return
        yield self._alle[relatie].model_woorden
        yield self._alle[relatie].eigen_woorden


def _passage(paar: Paar) -> str:
    """The words of the own side of a pair."""
    return " ".join(d for d in (paar.eigen_kop, paar.eigen_tekst) if d)[:_WOORDEN_MAX]
