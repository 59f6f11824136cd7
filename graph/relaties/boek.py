"""A document as relations look at it: its provisions by identity, their place in the tree, their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from bronnen.register import Register
from ontologie.document import Bepaling, BepalingSoort, Document, DocumentSoort, Passage
from ontologie.identificatie import BepalingId
from ontologie.tekst import Tekst

#: Parts of a document whose words lay nothing down.
_BUITEN = frozenset({BepalingSoort.TOELICHTING, BepalingSoort.LEESWIJZER, BepalingSoort.AANHEF, BepalingSoort.SLOT})
#: Units above the article.
EENHEDEN = frozenset(
    {
        BepalingSoort.BOEK,
        BepalingSoort.DEEL,
        BepalingSoort.HOOFDSTUK,
        BepalingSoort.TITEL,
        BepalingSoort.AFDELING,
        BepalingSoort.PARAGRAAF,
        BepalingSoort.SUBPARAGRAAF,
    }
)


class Boek:
    """One version of one work with its provisions by identity."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.werk = document.werk
        self._knopen: dict[BepalingId, Bepaling] = {}
        self._ouder: dict[BepalingId, Bepaling] = {}
        self._buiten: set[BepalingId] = set()
        for knoop in document.bepalingen():
            self._knopen.setdefault(knoop.id, knoop)
            weg = knoop.id in self._buiten or knoop.soort in _BUITEN
            if weg:
                self._buiten.add(knoop.id)
            for kind in knoop.kinderen:
                self._ouder.setdefault(kind.id, knoop)
                if weg:
                    self._buiten.add(kind.id)

    def knoop(self, id_: BepalingId) -> Bepaling | None:
        """The provision of that identity."""
        return self._knopen.get(id_)

    def keten(self, id_: BepalingId) -> Iterator[Bepaling]:
        """The provisions around it in the tree (lid, artikel, paragraaf, hoofdstuk), nearest first, root left out."""
        ouder = self._ouder.get(id_)
        while ouder is not None and ouder.id.stappen:
            yield ouder
            ouder = self._ouder.get(ouder.id)

    def bepalingen(self) -> Iterator[Bepaling]:
        """The enacting text in reading order, the root left out."""
        return (b for b in self._knopen.values() if b.id.stappen and b.id not in self._buiten)

    @cached_property
    def artikelen(self) -> tuple[Bepaling, ...]:
        return tuple(b for b in self.bepalingen() if b.soort is BepalingSoort.ARTIKEL)

    @cached_property
    def eenheden(self) -> tuple[Bepaling, ...]:
        """The structure units above the article."""
        return tuple(b for b in self.bepalingen() if b.soort in EENHEDEN)

    @cached_property
    def bijlagen(self) -> tuple[Bepaling, ...]:
        return tuple(b for b in self.bepalingen() if b.soort is BepalingSoort.BIJLAGE)

    def facultatief(self, id_: BepalingId) -> bool:
        """Whether the provision, or something that it is part of, is left to choice."""
        knoop = self._knopen.get(id_)
        return bool(knoop and (knoop.facultatief or any(o.facultatief for o in self.keten(id_))))

    def vervallen(self, id_: BepalingId) -> bool:
        """Whether the provision, or something that it is part of, is repealed."""
        knoop = self._knopen.get(id_)
        return bool(knoop and (knoop.vervallen or any(o.vervallen for o in self.keten(id_))))

    def passages(self) -> Iterator[Passage]:
        return self.document.passages()


def volle_tekst(bepaling: Bepaling) -> str:
    """The words of a provision with those of its parts, in reading order, the headings left out."""
    delen: list[str] = []
    stapel: list[Tekst | Bepaling] = [bepaling]
    while stapel:
        deel = stapel.pop()
        if isinstance(deel, Tekst):
            delen.append(deel.inhoud)
        else:
            stapel.extend(reversed(deel.inhoud))
    return " ".join(d for d in delen if d)


_RANG = {
    DocumentSoort.VERDRAG: 0,
    DocumentSoort.EU: 0,
    DocumentSoort.WET: 1,
    DocumentSoort.AMVB: 2,
    DocumentSoort.KB: 2,
    DocumentSoort.MINISTERIELE_REGELING: 3,
    DocumentSoort.VERORDENING: 4,
    DocumentSoort.MODEL: 4,
    DocumentSoort.OVERIGE_REGELING: 5,
    DocumentSoort.BELEIDSREGEL: 5,
}


#: Works that are kept at hand: laws take some megabytes each.
_BEWAARD = 16


def _boek(document: Document | None) -> Boek | None:
    return Boek(document) if document is not None else None


class Bibliotheek:
    """The documents that a regulation is compared with, one version of each work, and the rank of every known work.

    ``vind`` gives the document of a work, or None; it is asked only for works that matter, and some are kept.
    """

    def __init__(self, register: Register, vind: Callable[[str], Document | None]) -> None:
        self._register = register
        self._boek = lru_cache(maxsize=_BEWAARD)(lambda werk: _boek(vind(werk)))
        #: Works that were asked for; whoever wants to know for which document clears it in between.
        self.gevraagd: set[str] = set()

    def boek(self, werk: str) -> Boek | None:
        """The document of a work with its provisions by identity, where it is loaded."""
        self.gevraagd.add(werk)
        return self._boek(werk)

    @classmethod
    def van(cls, documenten: Iterable[Document], register: Register) -> Bibliotheek:
        """Of documents in memory: of each work the newest version, complete ones first."""
        gekozen: dict[str, Document] = {}
        for document in documenten:
            ander = gekozen.get(document.werk)
            if ander is None or (document.volledig, document.versie) > (ander.volledig, ander.versie):
                gekozen[document.werk] = document
        return cls(register, gekozen.get)

    def knoop(self, id_: BepalingId) -> Bepaling | None:
        """The provision, where its work is loaded and holds it."""
        boek = self.boek(id_.werk)
        return boek.knoop(id_) if boek else None

    def soort(self, werk: str) -> DocumentSoort | None:
        """Kind of the work; None where neither register nor documents tell."""
        regeling = self._register.regeling(werk)
        if regeling is not None:
            return regeling.soort
        boek = self.boek(werk)
        return boek.document.soort if boek else None

    def is_hoger(self, hoger: str, lager: str) -> bool:
        """Whether the first work ranks above the second in the hierarchy of regulations, and binds."""
        soorten = self.soort(hoger), self.soort(lager)
        rangen = [_RANG.get(s) if s else None for s in soorten]
        return rangen[0] is not None and rangen[1] is not None and rangen[0] < rangen[1] and hoger != lager
