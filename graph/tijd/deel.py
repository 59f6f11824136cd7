"""What a comparison of versions needs of a provision, whether it comes from a document or from the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.tijd.uitlijning import woorden
from ontologie.document import Bepaling, BepalingSoort, Document
from ontologie.identificatie import BepalingId
from ontologie.tekst import Span, Tekst

#: Words of a provision and what is below it that count for likeness.
_WOORDEN_MAX = 3000
#: Bags of words that are remembered, at most about 300 kB each.
_ZAKKEN_MAX = 2000
_PRIEM = (1 << 61) - 1
_BASIS = 1_000_003


@dataclass(frozen=True, slots=True)
class Deel:
    """One provision of one version. ``ouder`` is its place in the list of all, -1 for the root."""

    id: BepalingId
    soort: BepalingSoort
    ouder: int
    opschrift: str
    tekst: str
    vervallen: bool = False
    in_werking: bool = True
    stam_id: str = ""
    versie_id: str = ""

    @property
    def nummer(self) -> str:
        return self.id.stappen[-1].nummer if self.id.stappen else ""


def delen_van(document: Document) -> list[Deel]:
    """The provisions of a document, in reading order."""
    uit: list[Deel] = []
    ouders: dict[int, int] = {}
    for n, bepaling in enumerate(document.bepalingen()):
        ids = dict(bepaling.bron_ids)
        uit.append(
            Deel(
                bepaling.id,
                bepaling.soort,
                ouders.pop(id(bepaling), -1),
                bepaling.kop,
                bepaling.eigen_tekst,
                bepaling.vervallen,
                bepaling.in_werking,
                ids.get("stam-id", ""),
                ids.get("versie-id", ""),
            )
        )
        ouders.update((id(kind), n) for kind in bepaling.kinderen)
    return uit


def naar_bron(bepaling: Bepaling, begin: int, eind: int) -> tuple[Span, ...]:
    """The places in the source file of ``bepaling.eigen_tekst[begin:eind]``, one for each passage that it touches."""
    uit: list[Span] = []
    plek = 0
    for passage in bepaling.inhoud:
        if not isinstance(passage, Tekst) or not passage.inhoud:
            continue
        van, tot = max(begin - plek, 0), min(eind - plek, len(passage))
        if van < tot:
            uit.append(passage.naar_bron(van, tot))
        plek += len(passage) + 1
    return tuple(uit)


class Versie:
    """The provisions of one version with what comparing asks of them: children, equality and likeness of subtrees."""

    def __init__(self, delen: Sequence[Deel]) -> None:
        self.delen = delen
        self.kinderen: list[list[int]] = [[] for _ in delen]
        self._woorden: list[str] = []
        begin: list[int] = []
        for n, deel in enumerate(delen):
            if deel.ouder >= 0:
                self.kinderen[deel.ouder].append(n)
            begin.append(len(self._woorden))
            self._woorden += (m[0].lower() for m in woorden(f"{deel.opschrift}\n{deel.tekst}"))
        # In reading order everything below a provision follows right after it.
        laatste = list(range(len(delen)))
        for n in range(len(delen) - 1, 0, -1):
            ouder = delen[n].ouder
            if ouder >= 0:
                laatste[ouder] = max(laatste[ouder], laatste[n])
        grenzen = [*begin, len(self._woorden)]
        self.omvat = [laatste[n] - n for n in range(len(delen))]
        self._bereik = [(begin[n], grenzen[laatste[n] + 1]) for n in range(len(delen))]
        self._sommen = self._prefixsommen()
        self._machten = _machten(len(self._woorden))
        self._zakken: dict[int, Counter[str]] = {}

    def _prefixsommen(self) -> list[int]:
        sommen = [0]
        for woord in self._woorden:
            sommen.append((sommen[-1] * _BASIS + hash(woord)) % _PRIEM)
        return sommen

    def omvang(self, n: int) -> int:
        """The number of words in a provision and all below it."""
        begin, eind = self._bereik[n]
        return eind - begin

    def som(self, n: int) -> tuple[int, int]:
        """Equal for subtrees with the same words in the same order."""
        begin, eind = self._bereik[n]
        return eind - begin, (self._sommen[eind] - self._sommen[begin] * self._machten[eind - begin]) % _PRIEM

    def zak(self, n: int) -> Counter[str]:
        """How often each word occurs in a provision and below it; of a very long one the beginning."""
        if n not in self._zakken:
            if len(self._zakken) >= _ZAKKEN_MAX:
                self._zakken.clear()
            begin, eind = self._bereik[n]
            self._zakken[n] = Counter(self._woorden[begin : min(eind, begin + _WOORDEN_MAX)])
        return self._zakken[n]

    def onder(self, n: int) -> Iterator[int]:
        """Everything below a provision."""
        return iter(range(n + 1, n + 1 + self.omvat[n]))


def _machten(aantal: int) -> list[int]:
    uit = [1]
    for _ in range(aantal):
        uit.append(uit[-1] * _BASIS % _PRIEM)
    return uit


def gelijkenis(links: Counter[str], rechts: Counter[str]) -> float:
    """How much of the words two texts share, from 0 to 1 (Dice)."""
    totaal = links.total() + rechts.total()
    if not totaal:
        return 1.0
    kort, lang = (links, rechts) if len(links) < len(rechts) else (rechts, links)
    return 2 * sum(min(n, lang[w]) for w, n in kort.items() if w in lang) / totaal
