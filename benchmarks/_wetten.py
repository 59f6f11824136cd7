"""Invented legal documents of any number, the same in every run: laws, decrees, ordinances, guidance.

What is invented are records of ``ontologie``, so that the product's own code makes triples of them. What is cited
follows a power law, by work and by article: a few provisions are cited thousands of times and most hardly ever.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks._werken import (
    PLICHT_PER,
    STAARTEN,
    Werk,
    bepaling_in,
    is_plicht,
    leden_van,
    onderdelen_van,
    rang,
    stam,
    werk,
    zin,
)
from bronnen.register import Register
from ontologie.document import (
    Bepaling,
    BepalingSoort,
    Bronbestand,
    Document,
    DocumentSoort,
    Publicatie,
    Wijzigingsgegevens,
)
from ontologie.identificatie import BepalingId, Stap, StapSoort, artikel_id, print_aanhaling
from ontologie.relatie import Afleiding, Bewijs, Modaliteit, Regelplicht, Regelvorm, Relatie, RelatieSoort, Sterkte
from ontologie.tekst import Segment, Span, Tekst
from ontologie.verwijzing import Doel, ExternId, Status, Verwijzing, VerwijzingSoort

ARTIKELEN_PER_HOOFDSTUK = 10


def documenten(nummer: int, namen: Register) -> Iterator[tuple[Document, tuple[Verwijzing, ...], Afleiding]]:
    """Every version of a work, with its references (to works of a lower number) and what follows from its text."""
    w = werk(nummer)
    for n, versie in enumerate(w.versies):
        schrijver = _Schrijver(w, n, namen)
        wortel = schrijver.wortel()
        bron = Bronbestand(f"{w.kort}-{versie}.xml", "0" * 64, schrijver.teken, "verzonnen", "verzonnen/1")
        tot = date.fromisoformat(w.versies[n + 1]) - timedelta(1) if n + 1 < len(w.versies) else None
        document = Document(
            w.kort, versie, w.soort, namen.titel(w.kort), wortel, bron,
            officieel_id=namen.officieel(w.kort), geldig_van=date.fromisoformat(versie), geldig_tot=tot,
        )  # fmt: skip
        afleiding = Afleiding(tuple(schrijver.relaties.values()), tuple(schrijver.plichten))
        yield document, tuple(schrijver.verwijzingen), afleiding


@dataclass(slots=True)
class _Schrijver:
    """Writes one version of one work from beginning to end; ``teken`` counts the characters of the invented file."""

    werk: Werk
    versie: int
    namen: Register
    teken: int = 0
    verwijzingen: list[Verwijzing] = field(default_factory=list)
    relaties: dict[tuple[BepalingId, BepalingId], Relatie] = field(default_factory=dict)
    plichten: list[Regelplicht] = field(default_factory=list)

    def wortel(self) -> Bepaling:
        w = self.werk
        nummers = range(1, w.artikelen + 1)
        delen: list[Bepaling]
        if w.soort is DocumentSoort.HANDREIKING:
            delen = [self._sectie(n) for n in nummers]
        else:
            delen = [
                self._hoofdstuk(n, nummers[van : van + ARTIKELEN_PER_HOOFDSTUK])
                for n, van in enumerate(range(0, w.artikelen, ARTIKELEN_PER_HOOFDSTUK), 1)
            ]
        if w.soort is DocumentSoort.VERORDENING:
            delen = [self._aanhef(), *delen, self._toelichting(nummers)]
        return Bepaling(BepalingId(w.kort), BepalingSoort.REGELING, Span(0, self.teken + 1), inhoud=tuple(delen))

    def _keuze(self, artikel: int) -> random.Random:
        """Luck that is the same for an article in every version since it changed last."""
        laatste = max((v for v in range(self.versie + 1) if self._wijzigt(artikel, v)), default=-1)
        return random.Random(f"{self.werk.nummer} {artikel} {laatste}")

    def _wijzigt(self, artikel: int, versie: int) -> bool:
        return (self.werk.nummer + artikel * 7) % 6 == versie

    # --- text ---

    def _passage(self, tekst: str) -> Tekst:
        begin = self.teken
        self.teken += len(tekst) + 40
        return Tekst(tekst, (Segment(0, len(tekst), begin, len(tekst)),))

    def _alinea(self, keuze: random.Random, plaats: BepalingId, aantal: int) -> Tekst:
        """Some words, and in more than half of the cases a reference among them."""
        voor, na = zin(keuze, aantal), zin(keuze, aantal // 2)
        if keuze.random() > 0.55:
            return self._passage(f"{voor.capitalize()} {na}.")
        doel, status, woorden = self._mikpunt(keuze)
        begin = self.teken + len(voor) + 1
        self._verwijs(plaats, Span(begin, begin + len(woorden)), woorden, doel, status)
        return self._passage(f"{voor.capitalize()} {woorden} {na}.")

    def _verwijs(self, plaats: BepalingId, span: Span, woorden: str, doel: Doel, status: Status) -> None:
        soort = VerwijzingSoort.STB if isinstance(doel, ExternId) else VerwijzingSoort.BEPALING
        if isinstance(doel, BepalingId) and not doel.stappen:
            soort = VerwijzingSoort.REGELING
        meer = status is Status.MEERDUIDIG
        reden = "" if status is Status.OPGELOST else f"Verzonnen geval van «{status.value}»."
        doelen, kandidaten = ((), (doel, artikel_id(self.werk.kort, "1"))) if meer else ((doel,), ())
        self.verwijzingen.append(
            Verwijzing(span, woorden, soort, status, doelen, plaats, "verzonnen", reden, kandidaten=kandidaten)
        )

    def _mikpunt(self, keuze: random.Random) -> tuple[Doel, Status, str]:
        """What a reference points at: most often something near, or else something that many point at."""
        kans, eigen = keuze.random(), self.werk
        if kans < 0.02:
            jaar, nummer = keuze.randint(1995, 2025), keuze.randint(1, 600)
            return ExternId("stb", f"{jaar}:{nummer}"), Status.OPGELOST, f"Stb. {jaar}, {nummer}"
        w = eigen if kans < 0.55 or not eigen.nummer else werk(rang(keuze, eigen.nummer))
        if w is not eigen and kans > 0.94:
            return BepalingId(w.kort), Status.OPGELOST, self.namen.titel(w.kort)
        artikel = keuze.randint(1, w.artikelen) if w is eigen else rang(keuze, w.artikelen) + 1
        id_, status = bepaling_in(keuze, w, artikel), Status.OPGELOST
        if keuze.random() < 0.05:
            id_, status = artikel_id(w.kort, f"{w.artikelen + artikel}"), Status.DOEL_ONTBREEKT
        elif keuze.random() < 0.03:
            status = Status.MEERDUIDIG
        return id_, status, print_aanhaling(id_, self.namen)

    # --- structure ---

    def _hoofdstuk(self, nummer: int, artikelen: Sequence[int]) -> Bepaling:
        begin = self.teken
        kop = self._passage(f"Over de {stam(nummer)}")
        delen = tuple(self._artikel(a) for a in artikelen)
        id_ = BepalingId(self.werk.kort, (Stap(StapSoort.HOOFDSTUK, str(nummer)),))
        return Bepaling(id_, BepalingSoort.HOOFDSTUK, Span(begin, self.teken), f"Hoofdstuk {nummer}", kop, delen)

    def _artikel(self, nummer: int) -> Bepaling:
        keuze, begin, w = self._keuze(nummer), self.teken, self.werk
        id_ = artikel_id(w.kort, str(nummer))
        kop = self._passage(f"{stam(keuze.randrange(99)).capitalize()}{keuze.choice(STAARTEN)}")
        delen: list[Tekst | Bepaling] = []
        if is_plicht(w, nummer):
            delen.append(self._opdracht(id_))
        if w.soort is DocumentSoort.VERORDENING and keuze.random() < 0.6:
            delen.append(self._uitvoering(keuze, id_))
        leden = leden_van(w.nummer, nummer)
        if not leden:
            delen.append(self._alinea(keuze, id_, 24))
        delen += [self._lid(keuze, id_, nummer, lid) for lid in range(1, leden + 1)]
        return Bepaling(
            id_, BepalingSoort.ARTIKEL, Span(begin, self.teken), f"Artikel {nummer}", kop, tuple(delen),
            wijziging=self._wijziging(keuze, nummer),
            bron_ids=(("stam-id", f"{w.nummer}-{nummer}"), ("versie-id", f"{w.nummer}-{nummer}-{self.versie}")),
        )  # fmt: skip

    def _lid(self, keuze: random.Random, artikel: BepalingId, nummer: int, lid: int) -> Bepaling:
        id_, begin = artikel.onder(StapSoort.LID, str(lid)), self.teken
        inhoud: list[Tekst | Bepaling] = [self._alinea(keuze, id_, 22)]
        for n in range(1, onderdelen_van(self.werk.nummer, nummer, lid) + 1):
            letter = chr(96 + n)
            deel, vanaf = id_.onder(StapSoort.ONDERDEEL, letter), self.teken
            woorden = self._alinea(keuze, deel, 10)
            inhoud.append(
                Bepaling(deel, BepalingSoort.ONDERDEEL, Span(vanaf, self.teken), f"{letter}.", inhoud=(woorden,))
            )
        return Bepaling(id_, BepalingSoort.LID, Span(begin, self.teken), f"{lid}.", inhoud=tuple(inhoud))

    def _sectie(self, nummer: int) -> Bepaling:
        keuze, begin = self._keuze(nummer), self.teken
        id_ = BepalingId(self.werk.kort, (Stap(StapSoort.SECTIE, str(nummer)),))
        kop = self._passage(f"Wat te doen met de {stam(nummer)}")
        delen = tuple(self._alinea(keuze, id_, 40) for _ in range(4))
        return Bepaling(id_, BepalingSoort.SECTIE, Span(begin, self.teken), str(nummer), kop, delen)

    def _aanhef(self) -> Bepaling:
        """The preamble names the article that the ordinance rests on."""
        keuze, begin = self._keuze(0), self.teken
        id_ = BepalingId(self.werk.kort, (Stap(StapSoort.AANHEF, ""),))
        doel = self._plicht(keuze)
        tekst, span = self._noem(id_, "Gelet op", doel, "besluit de raad.")
        self._relatie(
            BepalingId(self.werk.kort), doel, RelatieSoort.GRONDSLAG, "gelet-op", Bewijs(id_, span, "gelet-op")
        )
        return Bepaling(id_, BepalingSoort.AANHEF, Span(begin, self.teken), inhoud=(tekst,))

    def _toelichting(self, nummers: Sequence[int]) -> Bepaling:
        begin = self.teken
        boven = BepalingId(self.werk.kort, (Stap(StapSoort.TOELICHTING, ""),))
        delen = []
        for n in nummers:
            id_, vanaf = boven.onder(StapSoort.ARTIKEL, str(n)), self.teken
            woorden = self._alinea(self._keuze(10_000 + n), id_, 50)
            delen.append(
                Bepaling(
                    id_, BepalingSoort.SECTIE, Span(vanaf, self.teken), f"Artikel {n}", inhoud=(woorden,),
                    licht_toe=(artikel_id(self.werk.kort, str(n)),),
                )
            )  # fmt: skip
        return Bepaling(boven, BepalingSoort.TOELICHTING, Span(begin, self.teken), "Toelichting", inhoud=tuple(delen))

    # --- duties, relations, changes ---

    def _opdracht(self, id_: BepalingId) -> Tekst:
        opdracht, onderwerp = "De gemeenteraad stelt bij verordening regels over", f"de {stam(len(self.plichten))}"
        op = Span(self.teken, self.teken + len(opdracht))
        over = Span(op.eind + 1, op.eind + 1 + len(onderwerp))
        self.plichten.append(Regelplicht(id_, Modaliteit.MOET, Regelvorm.VERORDENING, "de gemeenteraad", id_, op, over))
        return self._passage(f"{opdracht} {onderwerp}.")

    def _plicht(self, keuze: random.Random) -> BepalingId:
        """An article of an earlier law that asks a regulation; laws that are cited much ask much."""
        gekozen = rang(keuze, self.werk.nummer)
        wet = werk(gekozen - gekozen % 10 + gekozen % 5)
        eerste = -wet.nummer % PLICHT_PER or PLICHT_PER
        return artikel_id(wet.kort, str(keuze.randrange(eerste, max(eerste, wet.artikelen) + 1, PLICHT_PER)))

    def _uitvoering(self, keuze: random.Random, id_: BepalingId) -> Tekst:
        """A sentence that names the article that this one fills in."""
        doel = self._plicht(keuze)
        tekst, span = self._noem(id_, "Ter uitvoering van", doel, "geldt het volgende.")
        self._relatie(id_, doel, RelatieSoort.INVULLING, "ter-uitvoering", Bewijs(id_, span, "ter-uitvoering"))
        return tekst

    def _noem(self, plaats: BepalingId, voor: str, doel: BepalingId, na: str) -> tuple[Tekst, Span]:
        woorden = print_aanhaling(doel, self.namen)
        begin = self.teken + len(voor) + 1
        span = Span(begin, begin + len(woorden))
        self._verwijs(plaats, span, woorden, doel, Status.OPGELOST)
        return self._passage(f"{voor} {woorden} {na}"), span

    def _relatie(self, van: BepalingId, naar: BepalingId, soort: RelatieSoort, regel: str, bewijs: Bewijs) -> None:
        self.relaties[van, naar] = Relatie(
            van, naar, soort, Sterkte.EXPLICIET, regel, "De tekst noemt haar met zoveel woorden.", (bewijs,)
        )

    def _wijziging(self, keuze: random.Random, artikel: int) -> Wijzigingsgegevens | None:
        if self.werk.soort not in (DocumentSoort.WET, DocumentSoort.AMVB):
            return None
        dag = date(2000, 1, 1) + timedelta(keuze.randint(0, 9000))
        if self._wijzigt(artikel, self.versie):
            dag = date.fromisoformat(self.werk.versies[self.versie])
        blad = Publicatie("Stb", dag.year, str(keuze.randint(1, 600)))
        return Wijzigingsgegevens(
            "wijziging" if dag.year > 2005 else "nieuwe-regeling", blad, blad, dag - timedelta(120),
            dag - timedelta(100), dag - timedelta(60), dag,
        )  # fmt: skip
