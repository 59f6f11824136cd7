"""How far a regulation answers each duty to regulate: a judgement per duty with its grounds, and never a guess.

A duty counts as covered only by a relation with exactly that provision or with an item of it. A relation with a parent
fills in the whole and says nothing of the part. What the sources do not settle is "te beoordelen", with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from graph.relaties.boek import Bibliotheek, Boek, volle_tekst
from graph.relaties.woorden import inhoudswoorden, is_leeg, stam, stammen
from ontologie.document import Document
from ontologie.identificatie import BepalingId
from ontologie.relatie import (
    Dekkingsrij,
    Modaliteit,
    Oordeel,
    Regelplicht,
    Regelvorm,
    Relatie,
    RelatieSoort,
    Sterkte,
)

#: Nouns of at least this length say what a duty is about; shorter words are too common to miss.
_KENMERKEND = 9

_ZELFSTANDIG = (
    "Meer dan één bepaling die het geheel uitdrukkelijk invult, "
    "gebruikt de woorden van dit onderdeel of verwijst ernaar."
)
_ALLEEN_GEHEEL = (
    "Alleen een bovenliggende bepaling wordt als geheel ingevuld; of dit onderdeel daarbij hoort, staat er niet."
)


class Woordbron(Protocol):
    """Gives the words that a judgement compares; nothing where no running text is loaded."""

    def van_wet(self, id_: BepalingId) -> str:
        """All words of a statutory provision with those of its items."""

    def van_regeling(self) -> Iterable[str]:
        """The headings and texts of the enacting part of the regulation."""

    def van_bewijs(self, relatie: Relatie) -> Iterable[str]:
        """The passages that a relation rests on."""


def beoordeel(
    relaties: Iterable[Relatie], plichten: Iterable[Regelplicht], woorden: Woordbron
) -> tuple[Dekkingsrij, ...]:
    """One row per duty or power to make an ordinance, in the order of ``plichten``.

    ``relaties`` are those that one regulation tells (``leid_af``).
    """
    return _Beoordelaar(tuple(relaties), tuple(plichten), woorden).rijen()


class _Beoordelaar:
    def __init__(self, relaties: Sequence[Relatie], plichten: Sequence[Regelplicht], woorden: Woordbron) -> None:
        self._bron = woorden
        self._plichten = [p for p in plichten if p.vorm is Regelvorm.VERORDENING]
        self._invulling = [r for r in relaties if r.soort is RelatieSoort.INVULLING]
        self._grondslag = {r.naar for r in relaties if r.soort is RelatieSoort.GRONDSLAG}
        gezegd = [r.naar for r in self._invulling if r.sterkte is Sterkte.EXPLICIET]
        self._artikelen = {d.artikel for d in self._grondslag or gezegd}
        self._woorden: frozenset[str] | None = None

    def rijen(self) -> tuple[Dekkingsrij, ...]:
        """Given in the order of the law; a divided duty sums up its parts."""
        bladeren = {p.plicht_in: self._blad(p) for p in self._plichten if p.blad}
        return tuple(bladeren.get(p.plicht_in) or self._som(p, bladeren) for p in self._plichten)

    # --- one duty -------------------------------------------------------------------------------------------------

    def _blad(self, plicht: Regelplicht) -> Dekkingsrij:
        id_ = plicht.plicht_in
        precies = [r for r in self._invulling if r.naar == id_ or id_ in r.naar.voorouders()]
        gezegd = [r for r in precies if r.sterkte is Sterkte.EXPLICIET]
        if gezegd:
            return self._gezegd(plicht, gezegd, precies)
        if len(zelfstandig := self._zelfstandig(plicht, precies)) > 1:
            return self._rij(plicht, Oordeel.GEDEKT, _ZELFSTANDIG, zelfstandig)
        if precies:
            reden = "Alleen afgeleide relaties: of dit de opdracht invult, zeggen de bronnen niet met zoveel woorden."
            return self._rij(plicht, Oordeel.TE_BEOORDELEN, reden, precies)
        return self._niets(plicht)

    def _gezegd(self, plicht: Regelplicht, gezegd: Sequence[Relatie], precies: Sequence[Relatie]) -> Dekkingsrij:
        door = (*gezegd, *(r for r in precies if r not in gezegd))
        if all(r.deels for r in gezegd):
            return self._rij(
                plicht, Oordeel.DEELS, "De toelichting zegt dat dit de opdracht voor een deel invult.", door
            )
        if ontbreekt := self._ontbrekende_woorden(plicht, gezegd):
            woorden = ", ".join(f"«{w}»" for w in ontbreekt)
            reden = (
                f"De toelichting noemt een invulling, maar van de opdracht komt {woorden} in de verordening niet voor."
            )
            return self._rij(plicht, Oordeel.TE_BEOORDELEN, reden, door)
        reden = "De bronnen zeggen met zoveel woorden wat deze opdracht invult."
        if not self._van_regeling() or not self._bron.van_wet(plicht.plicht_in):
            reden += " De woorden zelf zijn niet vergeleken, want de lopende tekst is niet geladen."
        return self._rij(plicht, Oordeel.GEDEKT, reden, door)

    def _zelfstandig(self, plicht: Regelplicht, precies: Sequence[Relatie]) -> list[Relatie]:
        """Derived relations of provisions that explicitly fill in the parent of the duty's provision."""
        boven = [o for o in plicht.plicht_in.voorouders() if o.stappen]
        dragers = {r.van for r in self._invulling if r.sterkte is Sterkte.EXPLICIET and r.naar in boven[:1]}
        return [r for r in precies if r.van in dragers and r.naar == plicht.plicht_in]

    def _niets(self, plicht: Regelplicht) -> Dekkingsrij:
        id_ = plicht.plicht_in
        boven = set(id_.voorouders())
        broers = sorted(g for g in self._grondslag if g.ouder == id_.ouder and g != id_)
        if id_ not in self._grondslag and broers and not boven & self._grondslag:
            genoemd = ", ".join(str(b) for b in broers)
            return self._rij(
                plicht, Oordeel.ONTBREEKT, f"Niets vult dit in, en de aanhef noemt wel {genoemd} maar niet {id_}."
            )
        geheel = [r for r in self._invulling if r.naar in boven and r.naar.stappen and r.sterkte is Sterkte.EXPLICIET]
        if geheel:
            return self._rij(plicht, Oordeel.TE_BEOORDELEN, _ALLEEN_GEHEEL, geheel)
        if basis := sorted(self._grondslag & {id_, *boven}):
            # An ordinance without an explanation says of nothing what it fills in: that is no proof of absence.
            reden = f"De aanhef noemt {basis[-1]} als grondslag, maar geen bron zegt welke bepaling dit invult."
            return self._rij(plicht, Oordeel.TE_BEOORDELEN, reden)
        wat = "De bronnen noemen geen bepaling die dit invult."
        return self._rij(plicht, Oordeel.ONTBREEKT, wat)

    # --- a divided duty ---------------------------------------------------------------------------------------------

    def _som(self, plicht: Regelplicht, bladeren: dict[BepalingId, Dekkingsrij]) -> Dekkingsrij:
        delen = [rij for id_, rij in bladeren.items() if plicht.plicht_in in id_.voorouders()]
        oordelen = {rij.oordeel for rij in delen}
        oordeel = oordelen.pop() if len(oordelen) == 1 else Oordeel.DEELS
        telling = ", ".join(f"{n} {o.value}" for o in Oordeel if (n := sum(rij.oordeel is o for rij in delen)))
        door = [r for r in self._invulling if r.naar == plicht.plicht_in]
        return self._rij(plicht, oordeel, f"Opgeteld over de onderdelen: {telling}.", door)

    def _rij(self, plicht: Regelplicht, oordeel: Oordeel, reden: str, door: Sequence[Relatie] = ()) -> Dekkingsrij:
        volgorde = sorted(door, key=lambda r: (r.sterkte is not Sterkte.EXPLICIET, r.facultatief))
        voorbehoud = ""
        if door and oordeel in (Oordeel.GEDEKT, Oordeel.DEELS) and all(r.facultatief for r in door):
            voorbehoud = "Alleen als het facultatieve deel van het model wordt overgenomen."
        if oordeel is Oordeel.ONTBREEKT and plicht.modaliteit is Modaliteit.MAG:
            reden = f"{reden} Het is een bevoegdheid, dus er hoeft niets te zijn."
        binnen = plicht.plicht_in.artikel in self._artikelen
        return Dekkingsrij(plicht, oordeel, reden, tuple(volgorde), voorbehoud, binnen)

    # --- words --------------------------------------------------------------------------------------------------------

    def _ontbrekende_woorden(self, plicht: Regelplicht, gezegd: Sequence[Relatie]) -> tuple[str, ...]:
        """The characteristic words of the duty that neither the regulation nor what is said of it contains."""
        wet, hier = self._bron.van_wet(plicht.plicht_in), set(self._van_regeling())
        if not wet or not hier:
            return ()
        for relatie in gezegd:
            for passage in self._bron.van_bewijs(relatie):
                hier.update(stammen(passage))
        kenmerkend = (w for w in inhoudswoorden(_FUNCTIE.sub(" ", wet)) if _is_kenmerkend(w))
        return tuple(dict.fromkeys(w for w in kenmerkend if not _komt_voor(stam(w), hier)))

    def _van_regeling(self) -> frozenset[str]:
        if self._woorden is None:
            self._woorden = frozenset(s for tekst in self._bron.van_regeling() for s in stammen(tekst))
        return self._woorden


class Documentwoorden:
    """The words of loaded documents. Fulfils ``Woordbron``."""

    def __init__(self, document: Document, bibliotheek: Bibliotheek) -> None:
        self._document = document
        self._boek = Boek(document)
        self._bibliotheek = bibliotheek

    def van_wet(self, id_: BepalingId) -> str:
        knoop = self._bibliotheek.knoop(id_)
        return volle_tekst(knoop) if knoop is not None else ""

    def van_regeling(self) -> Iterator[str]:
        if self._document.met_tekst:
            for knoop in self._boek.bepalingen():
                yield from (knoop.kop, knoop.eigen_tekst)

    def van_bewijs(self, relatie: Relatie) -> Iterator[str]:
        for bewijs in relatie.bewijs:
            yield self._document.origineel[bewijs.span.begin : bewijs.span.eind]


#: Nouns that only join other words.
_FUNCTIE = re.compile(
    r"\bmet\s+(?:uitzondering|inachtneming|toepassing|betrekking|uitsluiting)\s+(?:van|tot)\b|\bin\s+(?:verband|aanmerking)\b|"
    r"\bdoor\s+middel\s+van\b|\bten\s+(?:behoeve|aanzien)\s+van\b"
)
#: Endings of verbs and adjectives: what a duty is about is named by nouns.
_GEEN_NAAMWOORD = re.compile(r"(?:e|d|t|en|baar|lijk|ig|isch|end)$")


def _is_kenmerkend(woord: str) -> bool:
    return len(woord) >= _KENMERKEND and not _GEEN_NAAMWOORD.search(woord) and not is_leeg(stam(woord))


def _komt_voor(zoek: str, woorden: set[str]) -> bool:
    """Whether a stem is among the words, also as part of a compound or with a compound split."""
    return zoek in woorden or any(zoek in w or (len(w) > 5 and w in zoek) for w in woorden)
