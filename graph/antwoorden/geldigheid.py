"""Which loaded version holds on a day, how sure that is, and how a provision and a work came to be what they are.

The official metadata of a version say of each article when it last changed. So an older version of an article is known
to hold up to a day where a later version names no later change, known not to hold where a change came between, and
uncertain where only the last of perhaps several changes is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache

from pyoxigraph import NamedNode

from graph.antwoorden.documentwijzigingen import Documentvragen, dagterm
from graph.antwoorden.gegevens import Bron, Plek, Versie
from graph.antwoorden.naslag import Naslag, Werkversie, dag, getal, tekst
from graph.antwoorden.structuur import Structuur
from graph.antwoorden.tijdgegevens import (
    Documentverandering,
    Geschiedenis,
    Leesstand,
    Stand,
    Versiekeuze,
    Versiestand,
    Zekerheid,
)
from graph.antwoorden.verschil import Verschilvragen
from graph.antwoorden.wijzigingen import Wijzigingsvragen
from ontologie.identificatie import BepalingId


class Geldigheid:
    """Questions about versions."""

    def __init__(
        self,
        naslag: Naslag,
        structuur: Structuur,
        wijzigingen: Wijzigingsvragen,
        documenten: Documentvragen,
        verschil: Verschilvragen,
    ) -> None:
        self._naslag = naslag
        self._structuur = structuur
        self._wijzigingen = wijzigingen
        self._documenten = documenten
        self._verschil = verschil
        # Of a large law it takes some tens of milliseconds, and each of its pages asks it.
        self._dagen_van_werk = lru_cache(maxsize=256)(self._lees_dagen)

    # --- which version ---

    def versie_op(self, id_: BepalingId, plek: Plek, op: date) -> Versiekeuze:
        """The loaded version of a provision that comes nearest to a day, past or future."""
        dragend = [v for v in self._naslag.van_werk(id_.werk) if self._bevat(id_, v)]
        gekozen = next((v for v in dragend if (van := self._vanaf(v)) is not None and van <= op), None)
        if gekozen is None:
            return self._geen(id_, plek, op, dragend)
        bron = self._naslag.bronnen[gekozen.iri]
        if not bron.soort.rechtskracht:
            reden = f"Dit document heeft geen rechtskracht; {bron.versie.naam} is de laatste geladen versie van dan."
            return Versiekeuze(plek, op, bron.versie, Zekerheid.VOOR_ZOVER_BEKEND, reden)
        zekerheid, reden = self._oordeel(id_, bron, op)
        return Versiekeuze(plek, op, bron.versie, zekerheid, reden)

    def versies_op(self, plekken: Iterable[Plek], op: date) -> tuple[Versiekeuze, ...]:
        """The same for the targets of a reference; external sources are left out."""
        return tuple(self.versie_op(p.bepaling, p, op) for p in plekken if p.bepaling is not None)

    def werkversies_op(self, op: date) -> dict[str, str]:
        """Of each work the loaded version that began last before or on a day; works without one are left out."""
        begonnen: dict[str, tuple[date, str]] = {}
        for bron in self._naslag.bronnen.values():
            vanaf, id_ = begin_van(bron), bron.werk.bepaling
            if vanaf is not None and vanaf <= op and id_ is not None:
                begonnen[id_.werk] = max((vanaf, bron.versie.naam), begonnen.get(id_.werk, (date.min, "")))
        return {werk: naam for werk, (_, naam) in begonnen.items()}

    def _vanaf(self, versie: Werkversie) -> date | None:
        return begin_van(self._naslag.bronnen[versie.iri])

    def _bevat(self, id_: BepalingId, versie: Werkversie) -> bool:
        return not id_.stappen or self._naslag.versie_iri(id_, versie) in self._structuur.versies(id_)

    def _geen(self, id_: BepalingId, plek: Plek, op: date, dragend: Sequence[Werkversie]) -> Versiekeuze:
        artikel = self._naslag.iri(id_.artikel or id_)
        nieuw = [d for d, effect in self._wijzigingen.dagen_van([artikel]) if effect.startswith("nieuw")]
        if nieuw and min(nieuw) > op:
            reden = f"{plek.label} bestond toen nog niet: toegevoegd per {min(nieuw)}."
            return Versiekeuze(plek, op, None, Zekerheid.ZEKER, reden)
        if dragend:
            reden = f"De oudste geladen versie met {plek.label} is van {dragend[-1].naam or 'onbekende datum'}."
        else:
            reden = f"{plek.label} staat in geen geladen versie."
        return Versiekeuze(plek, op, None, Zekerheid.ONZEKER, reden)

    def _oordeel(self, id_: BepalingId, bron: Bron, op: date) -> tuple[Zekerheid, str]:
        """How sure it is that a provision on a day was as in one version of a regulation."""
        vanaf = begin_van(bron)
        assert vanaf is not None
        if op == vanaf:
            return Zekerheid.ZEKER, f"Dit is de versie die vanaf {vanaf} geldt."
        if bron.versie.tot is not None and op < bron.versie.tot:
            return Zekerheid.ZEKER, f"Deze versie geldt van {vanaf} tot {bron.versie.tot}."
        sinds = self._gewijzigd(id_, vanaf)
        eerder = [d for d in sinds if d <= op]
        if eerder:
            return Zekerheid.ACHTERHAALD, f"Gewijzigd op {', '.join(map(str, eerder))}, na deze versie van {vanaf}."
        latere = [v for w in self._naslag.van_werk(id_.werk) if (v := self._vanaf(w)) is not None and v > op]
        if sinds and latere:
            return Zekerheid.ONZEKER, (
                f"Een latere versie noemt alleen de wijziging van {sinds[0]}; of er tussen {vanaf} en {op} een andere "
                "was, is uit de geladen bronnen niet op te maken."
            )
        if latere and self._anders(id_, bron.versie, min(latere)):
            return Zekerheid.ONZEKER, (
                f"De versie van {min(latere)} is anders, en geen bron zegt wanneer dat tussen {vanaf} en "
                f"{min(latere)} veranderde."
            )
        if latere:
            return Zekerheid.ZEKER, f"De versie van {min(latere)} noemt geen wijziging na {vanaf}."
        return Zekerheid.VOOR_ZOVER_BEKEND, (
            f"Dit is de nieuwste geladen versie, van {vanaf}; geen geladen bron noemt een wijziging tot en met {op}."
        )

    def _anders(self, id_: BepalingId, versie: Versie, latere: date) -> bool:
        """Whether the texts show that a provision differs in the loaded version of a later day."""
        if not id_.stappen:
            return False
        oud = self._naslag.werkversies[versie.iri]
        nieuw = next(w for w in self._naslag.van_werk(id_.werk) if self._vanaf(w) == latere)
        return self._verschil.gelijk(id_, oud, nieuw) is False

    def _gewijzigd(self, id_: BepalingId, na: date) -> Sequence[date]:
        """The known days after one on which a provision, the article around it or one in it changed; of a work any."""
        if not id_.stappen:
            return self._dagen_van_werk(id_, na)
        # The metadata are those of articles and of what is above them; what is above says nothing of the text below.
        iris = [self._naslag.iri(i) for i in (id_, *(v for v in id_.voorouders() if v.artikel is not None))]
        if id_.artikel is None:
            iris += self._structuur.onder(id_)
        return sorted({d for d, _ in self._wijzigingen.dagen_van(iris) if d > na})

    def _lees_dagen(self, werk: BepalingId, na: date) -> tuple[date, ...]:
        rijen = self._naslag.vraag(
            "wijziging-dagen-van-werk", werk=NamedNode(self._naslag.iri(werk)), na=dagterm(na), tot=dagterm(date.max)
        )
        return tuple(sorted(d for r in rijen if (d := dag(tekst(r, "dag"))) is not None and getal(r, "aantal")))

    # --- the banner ---

    def leesstand(self, id_: BepalingId, plek: Plek, werkversie: Werkversie, op: date) -> Leesstand:
        """Whether what one reads is the law of a day."""
        bron = self._naslag.bronnen[werkversie.iri]
        vanaf = self._vanaf(werkversie)
        keuze = self.versie_op(id_, plek, op)
        beter = keuze.versie if keuze.versie is not None and keuze.versie.iri != werkversie.iri else None
        if not bron.soort.rechtskracht or vanaf is None:
            nieuwer = f" Er is een versie van {beter.naam}." if beter and beter.naam > bron.versie.naam else ""
            wat = "heeft geen rechtskracht" if vanaf is not None else "noemt geen datum"
            return Leesstand(bron.versie, op, Stand.ZONDER, f"Dit document {wat}.{nieuwer}", beter if nieuwer else None)
        if vanaf > op:
            return Leesstand(
                bron.versie, op, Stand.TOEKOMSTIG, f"U leest de tekst zoals die vanaf {vanaf} geldt.", beter
            )
        if beter is not None:
            return self._ouder(id_, bron, beter, op)
        if keuze.zekerheid is Zekerheid.ACHTERHAALD:
            bericht = f"U leest de tekst van {vanaf}. {keuze.reden} De tekst van {op} is niet geladen."
            return Leesstand(bron.versie, op, Stand.OUDER, bericht)
        if keuze.zekerheid is Zekerheid.ONZEKER:
            return Leesstand(bron.versie, op, Stand.ONZEKER, f"U leest de tekst van {vanaf}. {keuze.reden}")
        return Leesstand(bron.versie, op, Stand.GELDEND, f"U leest de tekst die vanaf {vanaf} geldt. {keuze.reden}")

    def _ouder(self, id_: BepalingId, bron: Bron, beter: Versie, op: date) -> Leesstand:
        vanaf = bron.versie.vanaf or dag(bron.versie.naam)
        assert vanaf is not None
        dagen = [d for d in self._gewijzigd(id_, vanaf) if d <= op]
        nieuw = self._vanaf(self._naslag.werkversies[beter.iri])
        if not dagen and id_.stappen and not (nieuw is not None and self._anders(id_, bron.versie, nieuw)):
            bericht = (
                f"U leest de versie van {vanaf}; er is een versie van {beter.naam}. De wijzigingen die bronnen noemen, "
                "raken deze bepaling niet."
            )
            return Leesstand(bron.versie, op, Stand.GELDEND, bericht, beter)
        wanneer = f" Gewijzigd op {dagen[-1]}." if dagen and id_.stappen else ""
        bericht = f"U leest de tekst van {vanaf}, niet die van {op}.{wanneer} Er is een versie van {beter.naam}."
        return Leesstand(bron.versie, op, Stand.OUDER, bericht, beter)

    # --- history ---

    def geschiedenis(self, id_: BepalingId, plek: Plek) -> Geschiedenis:
        """A provision in every loaded version of its work, and the changes that sources name."""
        werkversies = self._naslag.van_werk(id_.werk)[::-1]
        gemeld = self._meldingen.get(plek.iri, ())
        iris = [plek.iri]
        if (artikel := id_.artikel) is not None and artikel != id_:
            iris.append(self._naslag.iri(artikel))
        return Geschiedenis(
            plek, self._standen(id_, werkversies), tuple(self._wijzigingen.van_bepalingen(iris)), tuple(gemeld)
        )

    @cached_property
    def _meldingen(self) -> dict[str, list[Documentverandering]]:
        """What all documents say of changes, by the provision: some dozens, asked for by the page of every one."""
        per_versie = self._documenten.meldingen(list(self._naslag.werkversies))
        uit: dict[str, list[Documentverandering]] = {}
        for melding in (m for van_document in per_versie.values() for m in van_document):
            uit.setdefault(melding.bepaling.iri, []).append(melding)
        return uit

    def _standen(self, id_: BepalingId, werkversies: Sequence[Werkversie]) -> tuple[Versiestand, ...]:
        geladen = self._structuur.versies(id_)
        uit: list[Versiestand] = []
        vorige: Werkversie | None = None
        for werkversie in werkversies:
            versie = self._naslag.bronnen[werkversie.iri].versie
            if id_.stappen and self._naslag.versie_iri(id_, werkversie) not in geladen:
                uit.append(Versiestand(versie, False))
                vorige = None
                continue
            gelijk = self._verschil.gelijk(id_, vorige, werkversie) if vorige is not None else None
            uit.append(Versiestand(versie, True, self._verschil.is_vervallen(id_, werkversie), gelijk))
            vorige = werkversie
        return tuple(uit)


def begin_van(bron: Bron) -> date | None:
    """The day from which a version counts: of a month or year its first; None where it has no date at all."""
    naam = bron.versie.naam
    return bron.versie.vanaf or dag(naam) or dag(f"{naam}-01") or dag(f"{naam}-01-01")
