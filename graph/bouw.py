"""Build the graph: read documents, recognise references, write triples and the full-text index, put them in place.

Documents go through one by one: at no moment does the build need all of their text or all triples in memory. It keeps
the structure of every document (for resolving references), and reads a document again when its text no longer fits.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from bronnen.kern import Kerndocument, lees_kern, zonder_tekst
from bronnen.lezen import Lot, lees_document, lees_map
from bronnen.lezers import LEZERS
from bronnen.register import Register
from graph.boom import Bomen
from graph.opslag import Opslag
from graph.oxigraph import Oxigraph
from graph.staat import bouwslot, nieuwe_staat
from graph.tripels import graaf_iri, maak_quads, regelingen_van
from graph.verwijzing import Herkenner
from graph.zoeken import bouw_index
from ontologie.document import Document
from ontologie.fouten import BronFout
from ontologie.verwijzing import Verwijzing

#: Characters of source text that are kept between the two passes; a document beyond it is read twice.
BEWAARD = 60_000_000


class Fase(StrEnum):
    """What the build is doing, as a user reads it."""

    LEZEN = "documenten lezen"
    VERWERKEN = "verwijzingen herkennen en opslaan"
    ZOEKINDEX = "zoekindex schrijven"
    PLAATSEN = "in gebruik nemen"


#: Told at every step: the phase, how many are done, how many there are (0: unknown), and what is at hand.
Voortgang = Callable[[Fase, int, int, str], None]


@dataclass(frozen=True, slots=True)
class Bestandsverslag:
    """What became of one file. ``reden`` is a Dutch sentence for everything but a document that was loaded."""

    pad: Path
    lot: Lot
    werk: str = ""
    versie: str = ""
    bepalingen: int = 0
    verwijzingen: int = 0
    reden: str = ""
    #: What the reader wants to tell about a document that it could read.
    meldingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bouwverslag:
    """What a build did. ``seconden`` is wall clock per phase; the index is partly filled while processing."""

    staat: str
    bestanden: tuple[Bestandsverslag, ...]
    quads: int
    per_status: tuple[tuple[str, int], ...]
    seconden: tuple[tuple[Fase, float], ...]
    uit_kern: bool = False

    @property
    def geladen(self) -> tuple[Bestandsverslag, ...]:
        """The files that became a source of the graph."""
        return tuple(b for b in self.bestanden if b.lot is Lot.GELEZEN)

    @property
    def fouten(self) -> tuple[Bestandsverslag, ...]:
        """The files that should have been a source and could not be read."""
        return tuple(b for b in self.bestanden if b.lot is Lot.FOUT)


@dataclass(slots=True)
class _Bron:
    """A document of which at least the structure is at hand. ``volledig`` is None where its text did not fit."""

    pad: Path
    structuur: Document
    volledig: Document | None
    #: References that came with it (from the shipped facts); None: still to be recognised.
    verwijzingen: tuple[Verwijzing, ...] | None = None


@dataclass(slots=True)
class _Klok:
    """Seconds per phase."""

    seconden: dict[Fase, float] = field(default_factory=dict)
    _sinds: float = field(default_factory=time.perf_counter)

    def klaar(self, fase: Fase) -> None:
        nu = time.perf_counter()
        self.seconden[fase] = self.seconden.get(fase, 0.0) + nu - self._sinds
        self._sinds = nu


def _stil(_fase: Fase, _klaar: int, _totaal: int, _wat: str) -> None:
    return


def bouw(bronmappen: Sequence[Path], doelmap: Path, register: Register, voortgang: Voortgang = _stil) -> Bouwverslag:
    """Build from the documents below some folders and put the result in place at once.

    A file that cannot be read is in the report and the rest goes on. Of two files with the same version of the same
    work the first counts. Until the build is complete, and if it fails, what was built before keeps serving.

    Raises:
        BronFout: no document could be read at all, or a folder is missing or empty.
        OpslagFout: another process builds here, or the result cannot be written.
    """
    with bouwslot(doelmap):
        klok, verslagen = _Klok(), _Verslagen()
        bronnen = list(_lees(bronmappen, register, verslagen, voortgang))
        klok.klaar(Fase.LEZEN)
        if not bronnen:
            raise _niets_gelezen(verslagen)
        return _Bouw(bronnen, register, verslagen, klok, voortgang).voer_uit(doelmap)


def bouw_uit_kern(
    doelmap: Path, register: Register, voortgang: Voortgang = _stil, kernmap: Path | None = None
) -> Bouwverslag:
    """Build from the shipped facts (or those in ``kernmap``): structure, headings and references without running text.

    Raises:
        BronFout: the facts are missing or damaged.
        OpslagFout: another process builds here, or the result cannot be written.
    """
    with bouwslot(doelmap):
        klok, verslagen = _Klok(), _Verslagen()
        bronnen: list[_Bron] = []
        for kern in lees_kern(kernmap):
            voortgang(Fase.LEZEN, len(bronnen), 0, kern.pad.name)
            verslagen.geladen(kern.pad, kern.document)
            bronnen.append(_van_kern(kern))
        klok.klaar(Fase.LEZEN)
        return _Bouw(bronnen, register, verslagen, klok, voortgang, uit_kern=True).voer_uit(doelmap)


def vervang_bron(opslag: Opslag, document: Document, verwijzingen: Iterable[Verwijzing], register: Register) -> None:
    """Put one document in the place of what the store holds of the same version of the same work.

    Raises:
        BronFout: the version of the document is no date.
        OpslagFout: the store cannot take it.
    """
    opslag.vervang(graaf_iri(document, register), maak_quads(document, verwijzingen, register))


class _Verslagen:
    """The reports of files, in the order in which they were met, filled in as more becomes known."""

    def __init__(self) -> None:
        self._per_pad: dict[Path, Bestandsverslag] = {}

    def zet(self, verslag: Bestandsverslag) -> None:
        self._per_pad[verslag.pad] = verslag

    def geladen(self, pad: Path, document: Document, verwijzingen: int = 0) -> None:
        meldingen = tuple(f"{m.plaats}: {m.bericht}" for m in document.meldingen)
        bepalingen = sum(1 for _ in document.bepalingen())
        self.zet(
            Bestandsverslag(
                pad, Lot.GELEZEN, document.werk, document.versie, bepalingen, verwijzingen, meldingen=meldingen
            )
        )

    def fout(self, pad: Path, reden: str) -> None:
        self.zet(Bestandsverslag(pad, Lot.FOUT, reden=reden))

    def alle(self) -> tuple[Bestandsverslag, ...]:
        return tuple(self._per_pad.values())


def _lees(
    bronmappen: Sequence[Path], register: Register, verslagen: _Verslagen, voortgang: Voortgang
) -> Iterator[_Bron]:
    """The first pass: read every file, keep the structure of each document, and its text while that fits."""
    gezien: dict[tuple[str, str], Path] = {}
    bewaard = gedaan = 0
    for map_ in bronmappen:
        for uitkomst in lees_map(map_, register, LEZERS):
            gedaan += 1
            voortgang(Fase.LEZEN, gedaan, 0, uitkomst.pad.name)
            document = uitkomst.document
            if document is None:
                verslagen.zet(Bestandsverslag(uitkomst.pad, uitkomst.lot, reden=uitkomst.reden))
                continue
            # Each folder tells its own doubles; this is for the same version in two folders.
            eerste = gezien.setdefault((document.werk, document.versie), uitkomst.pad)
            if eerste != uitkomst.pad:
                reden = f"dubbel: {document.werk}, versie {document.versie or 'onbekend'}, staat ook in {eerste}"
                verslagen.zet(Bestandsverslag(uitkomst.pad, Lot.DUBBEL, document.werk, document.versie, reden=reden))
                continue
            verslagen.geladen(uitkomst.pad, document)
            bewaard += len(document.origineel)
            yield _Bron(uitkomst.pad, zonder_tekst(document), document if bewaard <= BEWAARD else None)


def _van_kern(kern: Kerndocument) -> _Bron:
    return _Bron(kern.pad, kern.document, kern.document, kern.verwijzingen)


def _niets_gelezen(verslagen: _Verslagen) -> BronFout:
    alle = verslagen.alle()
    reden = next((f"{b.pad.name}: {b.reden}" for b in alle if b.lot is Lot.FOUT), "")
    return BronFout(
        ", ".join(sorted({str(b.pad.parent) for b in alle})),
        f"geen van de {len(alle)} bestanden is een document dat gelezen kan worden" + (f" ({reden})" if reden else ""),
        advies="De opslag is niet veranderd. Noem een map met documenten.",
    )


class _Bouw:
    """The second pass: from documents to a state that serves."""

    def __init__(
        self,
        bronnen: Sequence[_Bron],
        register: Register,
        verslagen: _Verslagen,
        klok: _Klok,
        voortgang: Voortgang,
        *,
        uit_kern: bool = False,
    ) -> None:
        structuren = [b.structuur for b in bronnen]
        self._bronnen = bronnen
        self._register = register.aangevuld(regelingen_van(structuren))
        self._herkenner = Herkenner(self._register, Bomen(structuren))
        self._verslagen = verslagen
        self._klok = klok
        self._voortgang = voortgang
        self._uit_kern = uit_kern
        self._nu = datetime.now(UTC)
        self._quads = 0
        self._statussen: Counter[str] = Counter()

    def voer_uit(self, doelmap: Path) -> Bouwverslag:
        with nieuwe_staat(doelmap) as pad:
            opslag = Oxigraph.open(pad / "tripels", schrijven=True)
            try:
                bouw_index(self._verwerkt(opslag), pad / "zoeken.db", self._register)
            finally:
                opslag.sluit()
            if not self._quads:
                raise _niets_gelezen(self._verslagen)
            self._klok.klaar(Fase.ZOEKINDEX)
            self._voortgang(Fase.PLAATSEN, 0, 0, pad.name)
        self._klok.klaar(Fase.PLAATSEN)
        return Bouwverslag(
            pad.name,
            self._verslagen.alle(),
            self._quads,
            tuple(sorted(self._statussen.items())),
            tuple(self._klok.seconden.items()),
            self._uit_kern,
        )

    def _verwerkt(self, opslag: Oxigraph) -> Iterator[Document]:
        """Store each document, then pass it on to the full-text index."""
        for n, bron in enumerate(self._bronnen):
            self._voortgang(Fase.VERWERKEN, n, len(self._bronnen), bron.pad.name)
            try:
                document, verwijzingen = self._lees_geheel(bron)
                self._quads += opslag.laad(maak_quads(document, verwijzingen, self._register, self._nu))
            except BronFout as fout:
                self._verslagen.fout(bron.pad, fout.oorzaak)
                continue
            self._statussen.update(v.status.value for v in verwijzingen)
            self._verslagen.geladen(bron.pad, document, len(verwijzingen))
            bron.volledig = None
            yield document
        self._voortgang(Fase.ZOEKINDEX, len(self._bronnen), len(self._bronnen), "")
        self._klok.klaar(Fase.VERWERKEN)

    def _lees_geheel(self, bron: _Bron) -> tuple[Document, Sequence[Verwijzing]]:
        document = bron.volledig
        if document is None:
            document = lees_document(bron.pad, self._register, LEZERS)
            if document.bron.sha256 != bron.structuur.bron.sha256:
                raise BronFout(str(bron.pad), "het bestand veranderde tijdens de bouw")
        if bron.verwijzingen is not None:
            return document, bron.verwijzingen
        return document, self._herkenner.verwijzingen(document).verwijzingen
