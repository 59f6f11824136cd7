"""What the question of impact answers: frozen records that the command line, the REST interface and the pages share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.antwoorden.gegevens import LIMIET, Plek
from graph.impact.kant import Aard, Bereik, Graad
from graph.impact.regels import Gevolg
from ontologie.document import DocumentSoort


@dataclass(frozen=True, slots=True)
class Uitgangspunt:
    """A provision that changes, what happens to it, and when where that is known."""

    plek: Plek
    gevolg: Gevolg
    in_werking: date | None = None
    gepubliceerd: date | None = None


@dataclass(frozen=True, slots=True)
class Impactsprong:
    """One step of a path: ``van`` depends on ``naar``, which stands as ``bereik`` towards ``uit``, which is touched.

    ``bewijs`` is the IRI of the reference, the relation or the provision that says so, ``bewijsplek`` where it stands.
    The words are ``voor`` + ``woorden`` + ``na``, "" where no running text is loaded. ``reden`` is a Dutch sentence.
    """

    uit: Plek
    naar: Plek
    van: Plek
    aard: Aard
    bereik: Bereik
    zeker: bool
    reden: str
    bewijs: str
    bewijsplek: Plek
    woorden: str = ""
    voor: str = ""
    na: str = ""


@dataclass(frozen=True, slots=True)
class Geraakt:
    """A provision that depends on what changes. ``stappen`` is 1 where it does so directly.

    Not ``zeker``: it may be touched. ``kort`` says what is the matter, ``advies`` what to do. ``paden`` are the best
    paths, each from what changes to here; ``aantal_paden`` counts all its last steps. ``gewicht`` only ranks.
    """

    plek: Plek
    graad: Graad
    gevolg: Gevolg
    bereik: Bereik
    stappen: int
    zeker: bool
    gewicht: float
    kort: str
    advies: str
    paden: tuple[tuple[Impactsprong, ...], ...]
    aantal_paden: int
    #: The document is newer than the change, and may have taken it in.
    misschien_verwerkt: bool = False


@dataclass(frozen=True, slots=True)
class Impactgroep:
    """What is touched in one document. ``totaal`` and ``per_graad`` count all of it, also what ``items`` leaves out.

    ``versie`` and ``soort`` are None where only other documents tell of it.
    """

    werk: Plek
    versie: str | None
    soort: DocumentSoort | None
    totaal: int
    per_graad: tuple[tuple[Graad, int], ...]
    items: tuple[Geraakt, ...]


@dataclass(frozen=True, slots=True)
class Vernummerd:
    """A neighbour that probably gets another number, and how many references name it or a part of it."""

    plek: Plek
    wordt: str
    verwijzingen: int


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything found that depends on what changes, the worst first, grouped by document.

    ``besluit`` is the amending act that was asked for. ``mee`` are the parts that lapse with what lapses.
    ``intern`` counts dependencies among what changes itself. ``zwak`` counts references to the whole regulation, by
    citing document. ``voorbehouden`` are Dutch sentences on what was not looked at. ``afgekapt`` is one too, or "".
    """

    gevraagd: Plek
    besluit: bool
    uitgangspunten: tuple[Uitgangspunt, ...]
    op: date | None
    stappen: int
    groepen: tuple[Impactgroep, ...]
    totaal: int
    direct: int
    per_graad: tuple[tuple[Graad, int], ...]
    intern: int
    zwak: tuple[tuple[Plek, int], ...]
    mee: tuple[Plek, ...]
    vernummerd: tuple[Vernummerd, ...]
    bijgewerkt_tot: date | None
    voorbehouden: tuple[str, ...]
    noemen_besluit: int = 0
    afgekapt: str = ""
    vanaf: int = 0
    limiet: int = LIMIET

    @property
    def getoond(self) -> int:
        """How many are in ``groepen``."""
        return sum(len(g.items) for g in self.groepen)

    @property
    def volgende(self) -> int | None:
        """``vanaf`` of the next part; None at the end."""
        verder = self.vanaf + self.getoond
        return verder if self.getoond and verder < self.totaal else None

    @property
    def vorige(self) -> int | None:
        """``vanaf`` of the part before; None at the beginning."""
        return max(0, self.vanaf - self.limiet) if self.vanaf else None
