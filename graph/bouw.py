"""Build the graph: read documents, recognise references, write triples and the full-text index, put them in place.

Documents go through one by one: at no moment does the build need all of their text or all triples in memory. It keeps
the structure of every document (for resolving references), and reads a document again when its text no longer fits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import Quad

from bronnen.kern import KERNMAP, Kerndocument, lees_kern, schrijf_kern
from bronnen.lezen import Lot, lees_document
from bronnen.lezers import LEZERS
from bronnen.register import Register
from bronnen.vaststellingen import lees_vaststellingen
from graph.bijwerken import NietBijTeWerken, begin_bijwerking
from graph.boom import Bomen
from graph.bouwbron import Bron, lees_bronnen
from graph.bouwverslag import Bouwverslag, Fase, Klok, Verslagen, Voortgang, stil
from graph.dataset import DATASET, datasetquads
from graph.feiten import Leesmodelmaker
from graph.onthouden import maak_bronspoor, maak_sporen, tijdgrafen
from graph.oxigraph import PORTIE, Oxigraph
from graph.sporen import Bronspoor, schrijf_sporen
from graph.staat import LEESMODEL, ZOEKINDEX, bouwslot, huidige_naam, nieuwe_staat, open_staat, ruim_op
from graph.tijd.bouwdeel import Tijdbouw
from graph.tripels import graaf_iri, maak_quads, regelingen_van
from graph.verwerker import Verwerker, Verwerkt
from graph.wissel import tel_alles, telling
from graph.zoeken import bouw_index
from ontologie.document import Document
from ontologie.fouten import BronFout, OpslagFout
from ontologie.relatie import Afleiding
from ontologie.verwijzing import Verwijzing

#: Characters of source text that are kept between the two passes; a document beyond it is read twice.
BEWAARD = 60_000_000


def bouw(
    bronmappen: Sequence[Path],
    doelmap: Path,
    register: Register,
    voortgang: Voortgang = stil,
    *,
    aanvullen: bool = False,
) -> Bouwverslag:
    """Build from the documents below some folders and put the result in place at once.

    A file that cannot be read is in the report and the rest goes on. Of two files with the same version of the same
    work the first counts. ``aanvullen`` adds the shipped facts of works that no file holds. Until the build is
    complete, and if it fails, what was built before keeps serving.

    Raises:
        BronFout: no document could be read at all, or a folder is missing or empty.
        OpslagFout: another process builds here, or the result cannot be written.
    """
    with bouwslot(doelmap):
        klok, verslagen = Klok(), Verslagen()
        bronnen = list(_lees(bronmappen, register, verslagen, voortgang))
        klok.klaar(Fase.LEZEN)
        if not bronnen:
            raise _niets_gelezen(verslagen)
        if aanvullen:
            werken = {b.structuur.werk for b in bronnen}
            bronnen += _uit_feiten((k for k in lees_kern() if k.document.werk not in werken), verslagen, voortgang)
        return _Bouw(bronnen, register, verslagen, klok, voortgang).voer_uit(doelmap)


def bouw_bij(bronmappen: Sequence[Path], doelmap: Path, register: Register, voortgang: Voortgang = stil) -> Bouwverslag:
    """The same as ``bouw``, from what was built before: only what changed is read and resolved again.

    Cost follows from what changed (and a look at every file for its hash). Without a state to go on, or where the
    program or a file under way changed, everything is built anew.

    Raises:
        BronFout: no document could be read at all, or a folder is missing or empty.
        OpslagFout: another process builds here, or the result cannot be written.
    """
    with bouwslot(doelmap):
        verslag = _bouw_voort(bronmappen, doelmap, register, voortgang) if huidige_naam(doelmap) else None
        if verslag is not None:
            ruim_op(doelmap)
            return verslag
    return bouw(bronmappen, doelmap, register, voortgang)


def _bouw_voort(
    bronmappen: Sequence[Path], doelmap: Path, register: Register, voortgang: Voortgang
) -> Bouwverslag | None:
    """From the state that serves; None where it is no ground to build on."""
    # A damaged state is no reason not to build.
    with suppress(NietBijTeWerken, OpslagFout), open_staat(doelmap) as staat:
        return begin_bijwerking(staat, register).voer_uit(bronmappen, doelmap, voortgang, BEWAARD)
    return None


def bouw_uit_kern(
    doelmap: Path, register: Register, voortgang: Voortgang = stil, kernmap: Path | None = None
) -> Bouwverslag:
    """Build from the shipped facts (or those in ``kernmap``): structure, headings and references without running text.

    Raises:
        BronFout: the facts are missing or damaged.
        OpslagFout: another process builds here, or the result cannot be written.
    """
    with bouwslot(doelmap):
        klok, verslagen = Klok(), Verslagen()
        bronnen = list(_uit_feiten(lees_kern(kernmap), verslagen, voortgang))
        klok.klaar(Fase.LEZEN)
        return _Bouw(bronnen, register, verslagen, klok, voortgang, uit_kern=True).voer_uit(doelmap)


def maak_kern(
    bronmappen: Sequence[Path], register: Register, voortgang: Voortgang = stil, kernmap: Path = KERNMAP
) -> tuple[Path, ...]:
    """Write the facts of the documents below some folders (by default into the project), and return the files.

    Raises:
        BronFout: no document could be read at all, or a file cannot be written.
    """
    verslagen = Verslagen()
    bronnen = list(_lees(bronmappen, register, verslagen, voortgang))
    if not bronnen:
        raise _niets_gelezen(verslagen)
    return schrijf_kern(kernmap, _Bouw(bronnen, register, verslagen, Klok(), voortgang).gelezen())


def _lees(bronmappen: Sequence[Path], register: Register, verslagen: Verslagen, voortgang: Voortgang) -> Iterator[Bron]:
    return lees_bronnen(bronmappen, register, verslagen, voortgang, BEWAARD)


def _uit_feiten(feiten: Iterable[Kerndocument], verslagen: Verslagen, voortgang: Voortgang) -> Iterator[Bron]:
    for n, kern in enumerate(feiten):
        voortgang(Fase.LEZEN, n, 0, kern.pad.name)
        verslagen.geladen(kern.pad, kern.document)
        yield Bron(kern.pad, kern.document, kern.document, kern.verwijzingen, kern.afleiding)


def _niets_gelezen(verslagen: Verslagen) -> BronFout:
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
        bronnen: Sequence[Bron],
        register: Register,
        verslagen: Verslagen,
        klok: Klok,
        voortgang: Voortgang,
        *,
        uit_kern: bool = False,
    ) -> None:
        structuren = [b.structuur for b in bronnen]
        self._bronnen = bronnen
        self._basis = register
        aangevuld = register.aangevuld(regelingen_van(structuren))
        self._verwerker = Verwerker(aangevuld, Bomen(structuren), self._tekst_van)
        self._register = self._verwerker.register
        self._tijd = Tijdbouw(lees_vaststellingen(), verslagen.bijbestanden, self._register)
        self._verslagen = verslagen
        self._klok = klok
        self._voortgang = voortgang
        self._uit_kern = uit_kern
        self._nu = datetime.now(UTC)
        self._quads = 0
        self._tijdgrafen: tuple[str, ...] = ()
        self._statussen: Counter[str] = Counter()
        #: None once something happened that a later build could not know of.
        met_feiten = any(b.verwijzingen is not None for b in bronnen)
        self._sporen: list[Bronspoor] | None = None if met_feiten else []

    def voer_uit(self, doelmap: Path) -> Bouwverslag:
        with nieuwe_staat(doelmap) as pad:
            opslag = Oxigraph.open(pad / "tripels", schrijven=True)
            try:
                with Leesmodelmaker(pad / LEESMODEL) as leesmodel:
                    bouw_index(self._opgeslagen(opslag, leesmodel, pad), pad / ZOEKINDEX, self._register)
                    leesmodel.voltooi()
                self._sluit_af(opslag, pad)
                opslag.store.optimize()
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
            self._tijd.opmerkingen(),
        )

    def gelezen(self) -> Iterator[tuple[Document, Sequence[Verwijzing], Afleiding]]:
        """Each document with its references and relations; one that cannot be read again is reported and left out."""
        for n, bron in enumerate(self._bronnen):
            self._voortgang(Fase.VERWERKEN, n, len(self._bronnen), bron.pad.name)
            self._verwerker.vragen()
            try:
                graaf_iri(bron.structuur, self._register)
                document, verwijzingen = self._lees_geheel(bron)
                afleiding = bron.afleiding or self._verwerker.leid_af(document, verwijzingen)
            except BronFout as fout:
                self._verslagen.fout(bron.pad, fout.reden)
                # Its tree was there for others to be resolved against, and the next time it may not be.
                self._sporen = None
                continue
            self._verslagen.geladen(bron.pad, document, len(verwijzingen))
            bron.volledig = None
            yield document, verwijzingen, afleiding

    def _opgeslagen(self, opslag: Oxigraph, leesmodel: Leesmodelmaker, pad: Path) -> Iterator[Document]:
        """Store each document, then pass it on to the full-text index."""
        wachtend: list[Quad] = []

        def bewaard(quads: Iterable[Quad]) -> Iterator[Quad]:
            # The engine writes new files for every load, so small documents wait for each other.
            for quad in quads:
                wachtend.append(quad)
                if len(wachtend) == PORTIE:
                    self._quads += opslag.laad(wachtend)
                    wachtend.clear()
                yield quad

        per_bestand = {(b.structuur.werk, b.structuur.versie): b for b in self._bronnen}
        for document, verwijzingen, afleiding in self.gelezen():
            leesmodel.voeg_toe(bewaard(maak_quads(document, verwijzingen, self._register, self._nu, afleiding)))
            self._statussen.update(v.status.value for v in verwijzingen)
            if self._sporen is not None:
                bron = per_bestand[document.werk, document.versie]
                verwerkt = Verwerkt(document, verwijzingen, afleiding)
                self._sporen.append(maak_bronspoor(pad, bron, verwerkt, self._verwerker))
            self._tijd.bekijk(document)
            yield document
        self._quads += opslag.laad(wachtend)
        if self._quads:
            tijd = list(self._tijd.quads(self._nu))
            leesmodel.voeg_toe(tijd)
            self._quads += opslag.laad(tijd)
            self._tijdgrafen = tijdgrafen(tijd)
        self._voortgang(Fase.ZOEKINDEX, len(self._bronnen), len(self._bronnen), "")
        self._klok.klaar(Fase.VERWERKEN)

    def _sluit_af(self, opslag: Oxigraph, pad: Path) -> None:
        """Describe the data set, and remember what a later build can take over."""
        tellingen = tel_alles(opslag.store)
        beschrijving = list(datasetquads(tellingen, self._nu.date()))
        opslag.laad(beschrijving)
        tellingen[DATASET.value] = telling(beschrijving)
        if self._quads:
            # What was handed over held identities more than once.
            self._quads = sum(t.tripels for t in tellingen.values())
        if self._sporen is not None:
            sporen = maak_sporen(self._sporen, self._basis, tellingen, self._tijdgrafen, self._tijd.opmerkingen(), pad)
            schrijf_sporen(pad, sporen)

    def _tekst_van(self, werk: str) -> Document | None:
        """The document that relations compare with: the newest version of a work, complete ones first."""
        versies = [b for b in self._bronnen if b.structuur.werk == werk]
        if not versies:
            return None
        try:
            return self._document(max(versies, key=lambda b: (b.structuur.volledig, b.structuur.versie)))
        except BronFout:
            return None  # reported when its own turn comes

    def _document(self, bron: Bron) -> Document:
        document = bron.volledig
        if document is None:
            document = lees_document(bron.pad, self._basis, LEZERS)
            if document.bron.sha256 != bron.structuur.bron.sha256:
                raise BronFout(str(bron.pad), "het bestand veranderde tijdens de bouw")
        return document

    def _lees_geheel(self, bron: Bron) -> tuple[Document, Sequence[Verwijzing]]:
        document = self._document(bron)
        if bron.verwijzingen is not None:
            return document, bron.verwijzingen
        return document, self._verwerker.verwijzingen(document)
