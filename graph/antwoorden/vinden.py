"""From what someone typed to a provision, or to hits in the running text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from graph.antwoorden.gegevens import Lijst, Plek, Treffer, Zoekantwoord
from graph.antwoorden.geldigheid import Geldigheid
from graph.antwoorden.naslag import Naslag, controleer_deel
from graph.tripels import lees_publicatie
from graph.zoeken import Zoeker
from ontologie.document import DocumentSoort
from ontologie.fouten import IdentificatieFout, NietGevonden
from ontologie.identificatie import BepalingId, basis, genoemde_dag, lees_identiteit, parse_iri
from ontologie.verwijzing import Doel

#: Sources outside the graph that change no provision in it, by their short notation.
_WIJZIGT_NIETS = {"ks": "een Kamerstuk", "ecli": "een uitspraak", "celex": "een handeling van de EU"}


class Vinden:
    """Questions that begin with words."""

    def __init__(self, naslag: Naslag, geldigheid: Geldigheid, zoeker: Zoeker | None) -> None:
        self._naslag = naslag
        self._geldigheid = geldigheid
        self._zoeker = zoeker

    def lees_id(self, invoer: str) -> tuple[BepalingId, str]:
        """The provision that someone typed, and the version that it means ("" without).

        An IRI names its version; a JCI or address that names a day means the loaded version that comes nearest to it.
        """
        id_, versie = self._lees(invoer)
        if (dag := genoemde_dag(invoer, self._naslag.register)) is None:
            return id_, versie
        iri = self._naslag.iri(id_)
        plek = self._naslag.plekken([iri]).get(iri)
        keuze = self._geldigheid.versie_op(id_, plek, dag) if plek is not None else None
        return id_, keuze.versie.naam if keuze is not None and keuze.versie is not None else ""

    def _lees(self, invoer: str) -> tuple[BepalingId, str]:
        """The same without a version for a day."""
        register = self._naslag.register
        schoon = invoer.strip()
        if schoon.startswith(basis()):
            iri = parse_iri(schoon, register)
            return iri.id, iri.versie
        return lees_identiteit(schoon, register), ""

    def lees_doel(self, invoer: str) -> Doel:
        """What someone typed as something that changes: a provision, or an amending act."""
        if (besluit := lees_publicatie(invoer)) is not None:
            return besluit
        if (soort := _WIJZIGT_NIETS.get(invoer.partition(":")[0].strip().lower())) is not None:
            raise IdentificatieFout(
                f"«{invoer[:100]}» is {soort}; daarvan zijn geen bepalingen of wijzigingen bekend.",
                advies="Noem een bepaling (pw:8a:2:f) of een wijzigend besluit (stb:2025:210).",
            )
        return self._lees(invoer)[0]

    def niet_gelezen(self, invoer: str, fout: IdentificatieFout) -> NietGevonden:
        """That there is nothing where someone typed what cannot be read, with the loaded works like it."""
        gelijkend = self._naslag.gelijkende_werken(invoer.strip().partition(":")[0])
        return NietGevonden(fout.bericht, advies=fout.advies, suggesties=gelijkend, zie_geladen=True)

    def zoek(
        self, woorden: str, soort: DocumentSoort | None, werk: str, op: date | None, limiet: int, vanaf: int
    ) -> Zoekantwoord:
        """Hits in the newest versions or those of a day, and the provision itself when the words are its citation."""
        controleer_deel(limiet, vanaf)
        direct = self._direct(woorden)
        if self._zoeker is None:
            return Zoekantwoord(woorden, direct, Lijst((), 0, vanaf, limiet), True, self._zonder_tekst(), op)
        versies = self._geldigheid.werkversies_op(op) if op is not None else None
        uitslag = self._zoeker.zoek(woorden, soort=soort, werk=werk, versies=versies, limiet=limiet, vanaf=vanaf)
        werken = {v.werk: self._naslag.iri(BepalingId(v.werk)) for v in uitslag.vondsten}
        plekken = self._naslag.plekken(
            [*werken.values(), *(iri for v in uitslag.vondsten for iri in (v.iri, v.precies))]
        )
        treffers = tuple(
            Treffer(plekken[v.iri], plekken[v.precies], v.versie, v.soort, plekken[werken[v.werk]], v.kop, v.fragment)
            for v in uitslag.vondsten
            if v.iri in plekken and v.precies in plekken
        )
        lijst = Lijst(treffers, uitslag.totaal, vanaf, limiet)
        antwoord = Zoekantwoord(woorden, direct, lijst, uitslag.alle_woorden, self._zonder_tekst())
        if op is None or versies is None:
            return antwoord
        gevonden = {t.werk: None for t in treffers}
        return replace(
            antwoord,
            op=op,
            versies=self._geldigheid.versies_op(gevonden, op),
            niet_op=self._niet_op(versies, soort, werk),
        )

    def _niet_op(self, versies: Mapping[str, str], soort: DocumentSoort | None, werk: str) -> tuple[Plek, ...]:
        """The works that would have been searched, had they a version that is so old."""
        nieuwste = (b for b in self._naslag.bronnen.values() if b.nieuwste and soort in (None, b.soort))
        return tuple(
            b.werk
            for b in nieuwste
            if b.werk.bepaling is not None
            and b.werk.bepaling.werk not in versies
            and werk in ("", b.werk.bepaling.werk)
        )

    def _direct(self, woorden: str) -> Plek | None:
        try:
            iri = self._naslag.iri(self._lees(woorden)[0])
        except IdentificatieFout:
            return None
        plek = self._naslag.plekken([iri]).get(iri)
        return plek if plek is not None and plek.geladen else None

    def _zonder_tekst(self) -> tuple[Plek, ...]:
        bronnen = self._naslag.bronnen.values()
        return tuple(b.werk for b in bronnen if b.nieuwste and not b.met_tekst)
