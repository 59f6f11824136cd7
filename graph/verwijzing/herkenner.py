"""The recogniser: a register and a tree of what is loaded, and then any number of documents or texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bronnen.register import Register
from graph.boom import Bomen, Doelboom, MetEigen
from graph.verwijzing.lezing import lees_passages
from graph.verwijzing.namen import Namenlijst
from graph.verwijzing.uitleg import Uitleg, maak_uitleg
from graph.verwijzing.vermelding import Signaalwoord, Vermeldingen
from ontologie.document import Bepaling, BepalingSoort, Document, DocumentSoort, Passage
from ontologie.identificatie import BepalingId
from ontologie.tekst import Span, Tekst
from ontologie.verwijzing import Verwijzing

_ALINEA = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Resultaat:
    """The references of one document in reading order, and the cue words that were not understood as one."""

    verwijzingen: tuple[Verwijzing, ...]
    niet_begrepen: tuple[Signaalwoord, ...]


class Herkenner:
    """Finds every reference in a document or a text, and what it points at.

    ``register`` knows the names, ``boom`` what provisions the loaded works have (default: nothing is loaded, targets
    stay unchecked), ``op`` is the date on which names count. Building takes some milliseconds per thousand names;
    after that a recogniser has no state and may be used by several threads.
    """

    def __init__(self, register: Register, boom: Doelboom | None = None, *, op: date | None = None) -> None:
        self._register = register
        self._boom: Doelboom = boom if boom is not None else Bomen()
        self._namen = Namenlijst(register, op)

    def verwijzingen(self, document: Document) -> Resultaat:
        """The references in a document. Its own tree goes before a loaded version of the same work."""
        return _resultaat(self._lezing(document))

    def in_tekst(self, tekst: str, *, plaats: BepalingId | None = None) -> Resultaat:
        """The references in loose text, positions counted in that text.

        ``plaats`` is the provision the text stands in, for "het eerste lid" and "artikel 5" without a name; its work
        must be loaded to check them. Paragraphs end at an empty line.
        """
        return _resultaat(self._lezing_van_tekst(tekst, plaats))

    def leg_uit(self, bron: Document | str, positie: int, *, plaats: BepalingId | None = None) -> Uitleg | None:
        """Why the mention at a position refers to what it refers to; None where there is no reference.

        ``positie`` counts in the original of a document, or in the text itself; ``plaats`` is as for ``in_tekst``.
        """
        if isinstance(bron, str):
            return maak_uitleg(self._lezing_van_tekst(bron, plaats, met_sporen=True), positie)
        return maak_uitleg(self._lezing(bron, met_sporen=True), positie)

    def _lezing(self, document: Document, *, met_sporen: bool = False) -> Vermeldingen:
        return lees_passages(
            document.werk,
            document.soort,
            tuple(document.passages()),
            self._register,
            self._namen,
            MetEigen(document, self._boom),
            met_sporen=met_sporen,
        )

    def _lezing_van_tekst(self, tekst: str, plaats: BepalingId | None, *, met_sporen: bool = False) -> Vermeldingen:
        id_ = plaats or BepalingId("")
        wortel = Bepaling(id_, BepalingSoort.REGELING, Span(0, len(tekst)))
        regeling = self._register.regeling(id_.werk) if plaats else None
        soort = regeling.soort if regeling else DocumentSoort.OVERIG
        passages = []
        begin = 0
        for m in [*_ALINEA.finditer(tekst), None]:
            eind = m.start() if m else len(tekst)
            if tekst[begin:eind].strip():
                passages.append(Passage(Tekst.letterlijk(tekst, begin, eind), (wortel,)))
            begin = m.end() if m else eind
        return lees_passages(id_.werk, soort, passages, self._register, self._namen, self._boom, met_sporen=met_sporen)


def _resultaat(vermeldingen: Vermeldingen) -> Resultaat:
    return Resultaat(tuple(vermeldingen.verwijzingen), tuple(sorted(vermeldingen.onbegrepen)))
