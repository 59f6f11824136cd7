"""An ordinance beside the model that it was made from: what was taken over, chosen, changed, left out and added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ontologie.document import BepalingSoort
from ontologie.identificatie import BepalingId
from ontologie.wijziging import Woordverschil


class Paarsoort(StrEnum):
    """How a provision of the own ordinance relates to the model."""

    #: Taken over, apart from choices that the model leaves to the municipality.
    GELIJK = "gelijk"
    AFWIJKEND = "afwijkend"
    #: In the model, not in the own text, and the model does not call it facultative.
    ONTBREEKT = "ontbreekt"
    #: Facultative in the model, lapsed there, or one of several places to fill in; not taken over, and no deviation.
    WEGGELATEN = "weggelaten"
    #: Only in the own text.
    EXTRA = "extra"


class Bijzonder(StrEnum):
    """What is particular about a pair besides its words."""

    #: It has another number at the same place.
    HERNUMMERD = "hernummerd"
    #: Several provisions of the model became one.
    SAMENGEVOEGD = "samengevoegd"
    #: One provision of the model became several.
    GESPLITST = "gesplitst"
    #: It stands elsewhere: in another article, or in another order.
    VERPLAATST = "verplaatst"
    #: The same subject in other words; paired by heading, place or content that is only partly alike.
    HERSCHREVEN = "herschreven"


class KeuzeSoort(StrEnum):
    """What the municipality did with a place that the model leaves to it."""

    INGEVULD = "ingevuld"
    #: The example of the model was taken over as it is.
    VOORBEELD = "voorbeeld"
    VARIANT = "variant"
    WEGGELATEN = "weggelaten"
    #: A facultative part that was taken over.
    OVERGENOMEN = "overgenomen"
    #: The place still stands there, not filled in.
    OPEN = "open"
    #: A reference that follows the own numbering.
    VERNUMMERD = "vernummerd"
    #: The same word, spelled otherwise; most often a slip of the model.
    SCHRIJFWIJZE = "schrijfwijze"


@dataclass(frozen=True, slots=True)
class Keuze:
    """One choice. Positions are characters of ``Paar.model_tekst`` and ``Paar.eigen_tekst``.

    ``plaats`` are the words of the model, ``waarde`` those of the own text ("" where nothing stands there).
    """

    soort: KeuzeSoort
    plaats: str
    waarde: str
    model_begin: int
    model_eind: int
    eigen_begin: int
    eigen_eind: int


@dataclass(frozen=True, slots=True)
class Paar:
    """Provisions of the model and of the own text that belong together; one side is empty where there is none.

    ``verschillen`` run from ``model_tekst`` (``oud_…``) to ``eigen_tekst`` (``nieuw_…``) and leave choices out;
    ``kopverschillen`` likewise for the headings. The texts are the own passages of the provisions, one below the other.
    Of a part that is missing, left out or extra they hold all that is below it too, which ``omvat`` counts and which
    has no pair of its own. ``gelijkenis`` (0 to 1) is the part of the words that is shared, choices left out; of what
    has no words of its own (an article with leden) that of what it holds.
    """

    soort: Paarsoort
    onderdeel: BepalingSoort
    model: tuple[BepalingId, ...]
    eigen: tuple[BepalingId, ...]
    reden: str
    model_kop: str = ""
    eigen_kop: str = ""
    model_tekst: str = ""
    eigen_tekst: str = ""
    bijzonder: frozenset[Bijzonder] = frozenset()
    gelijkenis: float = 0.0
    verschillen: tuple[Woordverschil, ...] = ()
    kopverschillen: tuple[Woordverschil, ...] = ()
    keuzes: tuple[Keuze, ...] = ()
    omvat: int = 0
    #: False where the texts were too long to compare word by word, and a range stands for more than what differs.
    precies: bool = True
    #: Whether the model has nothing here that could be taken over: it lapsed, or is one of several bare places.
    niets_weg: bool = False

    @property
    def overgenomen(self) -> bool:
        """Whether the own provision was taken over from the model, so that what holds of the model's holds of it."""
        return bool(self.model and self.eigen) and self.gelijkenis >= OVERGENOMEN

    @property
    def afwijking(self) -> bool:
        """Whether a jurist has something to judge here: not for what was taken over or chosen."""
        return self.soort in (Paarsoort.AFWIJKEND, Paarsoort.ONTBREEKT, Paarsoort.EXTRA)


#: Likeness from which a provision counts as taken over.
OVERGENOMEN = 0.6


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """An own ordinance beside a version of a model, in reading order of the own text.

    What is missing or left out stands where it stands in the model. Toelichting and leeswijzer are not compared.
    """

    eigen: str
    eigen_titel: str
    model: str
    model_versie: str
    model_titel: str
    paren: tuple[Paar, ...]
    #: What the reader of the result must know, as Dutch sentences.
    meldingen: tuple[str, ...] = ()

    def telling(self) -> dict[Paarsoort, int]:
        """How many pairs of each kind."""
        return {soort: sum(p.soort is soort for p in self.paren) for soort in Paarsoort}

    def van_model(self) -> dict[BepalingId, BepalingId]:
        """Of each provision of the model that was taken over, the (first) own one."""
        return {m: p.eigen[0] for p in self.paren if p.overgenomen for m in p.model}

    def keuzes(self) -> Iterator[tuple[Paar, Keuze]]:
        """All choices within provisions, in order."""
        for paar in self.paren:
            for keuze in paar.keuzes:
                yield paar, keuze
