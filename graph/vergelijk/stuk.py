"""What a comparison with a model needs of a provision: its words, its place, and what the model leaves open in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontologie.document import Bepaling, BepalingSoort, Document, InvulSoort
from ontologie.identificatie import BepalingId
from ontologie.tekst import Span, Tekst

#: Parts that explain the rules or how to read them, and are no rules.
_BUITEN = frozenset({BepalingSoort.TOELICHTING, BepalingSoort.LEESWIJZER, BepalingSoort.VOETNOOT})
#: Units that are compared as a whole with what is in them; what groups them is compared by what it holds.
EENHEDEN = frozenset({BepalingSoort.ARTIKEL, BepalingSoort.AANHEF, BepalingSoort.SLOT, BepalingSoort.BIJLAGE})


@dataclass(frozen=True, slots=True)
class Merk:
    """A place that the model leaves open, in characters of ``Stuk.tekst``."""

    soort: InvulSoort
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Stuk:
    """One provision. ``ouder`` and ``eenheid`` are places in the list of all, -1 for none.

    ``eenheid`` is the outermost article, annex, preamble or closing words that it is or lies in.
    """

    id: BepalingId
    soort: BepalingSoort
    ouder: int
    eenheid: int
    label: str
    kop: str
    tekst: str
    facultatief: bool
    merken: tuple[Merk, ...]
    vervallen: bool = False

    @property
    def nummer(self) -> str:
        return self.id.stappen[-1].nummer if self.id.stappen else ""

    @property
    def genummerd(self) -> bool:
        """Whether its number is printed: that of a dash only counts."""
        return any(t.isalnum() for t in self.label)


def stukken_van(document: Document) -> list[Stuk]:
    """The rules of a document in reading order, the root first; toelichting and leeswijzer are left out."""
    uit: list[Stuk] = []
    stapel: list[tuple[Bepaling, int, int]] = [(document.wortel, -1, -1)]
    while stapel:
        bepaling, ouder, eenheid = stapel.pop()
        n = len(uit)
        if eenheid < 0 and bepaling.soort in EENHEDEN:
            eenheid = n
        uit.append(
            Stuk(
                bepaling.id,
                bepaling.soort,
                ouder,
                eenheid,
                bepaling.label,
                bepaling.kop,
                bepaling.eigen_tekst,
                bepaling.facultatief,
                tuple(_merken(bepaling)),
                bepaling.vervallen,
            )
        )
        stapel.extend((k, n, eenheid) for k in reversed(bepaling.kinderen) if k.soort not in _BUITEN)
    return uit


def _merken(bepaling: Bepaling) -> Iterator[Merk]:
    for plek in bepaling.invulplaatsen:
        bereik = _in_tekst(bepaling, plek.span)
        if bereik is not None:
            yield Merk(plek.soort, *bereik)


def _in_tekst(bepaling: Bepaling, span: Span) -> tuple[int, int] | None:
    """The range of ``eigen_tekst`` that comes from a range of the source, over all passages that it touches."""
    begin = eind = -1
    plek = 0
    for passage in bepaling.inhoud:
        if not isinstance(passage, Tekst) or not passage.inhoud:
            continue
        bereik = passage.van_bron(span)
        if bereik is not None:
            begin = plek + bereik[0] if begin < 0 else begin
            eind = plek + bereik[1]
        plek += len(passage) + 1
    return (begin, eind) if begin >= 0 else None


def volle_tekst(stukken: list[Stuk], n: int, omvat: int) -> str:
    """The words of a provision and all below it, each on a line of its own with its label and heading."""
    regels: list[str] = []
    for m in range(n, n + omvat + 1):
        stuk = stukken[m]
        kop = " ".join(d for d in (stuk.label, stuk.kop) if d) if m > n else ""
        regel = " ".join(d for d in (kop, stuk.tekst) if d)
        if regel:
            regels.append(regel)
    return "\n".join(regels)


def omvang(stukken: list[Stuk]) -> list[int]:
    """Of each provision how many there are below it: in reading order they follow right after it."""
    laatste = list(range(len(stukken)))
    for n in range(len(stukken) - 1, 0, -1):
        ouder = stukken[n].ouder
        laatste[ouder] = max(laatste[ouder], laatste[n])
    return [laatste[n] - n for n in range(len(stukken))]
