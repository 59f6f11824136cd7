"""What words without a name hang under: where they stand, the article that is explained, or what was named last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.boom import Dekking, Doelboom, gelijken, onderdelen_met_nummer
from graph.verwijzing.grammatica import Pad
from graph.verwijzing.reeksen import Deel
from ontologie.document import Passage
from ontologie.identificatie import BepalingId, StapSoort

_HOOFD = (StapSoort.ARTIKEL, StapSoort.SECTIE)
BOUW = frozenset(
    {
        StapSoort.BOEK,
        StapSoort.DEEL,
        StapSoort.HOOFDSTUK,
        StapSoort.TITEL,
        StapSoort.AFDELING,
        StapSoort.PARAGRAAF,
        StapSoort.SUBPARAGRAAF,
    }
)
_BINNEN = frozenset({StapSoort.ARTIKEL, StapSoort.SECTIE, StapSoort.LID, StapSoort.ONDERDEEL, StapSoort.BIJLAGE})


@dataclass(frozen=True, slots=True)
class Basis:
    """What relative words hang under, and the rule that says so; more than one: ambiguous; none: not found."""

    ids: tuple[BepalingId, ...]
    methode: str


@dataclass(slots=True)
class Geheugen:
    """What was named so far, for words that point back. One per document, filled in reading order."""

    #: The lid that was last named without an article, per article.
    lid: dict[BepalingId, BepalingId] = field(default_factory=dict)
    #: The targets of the citations of this sentence, and of the last citation before it.
    zin: list[tuple[BepalingId, ...]] = field(default_factory=list)
    vorige: tuple[BepalingId, ...] = ()
    zin_nummer: tuple[int, int] = (-1, -1)

    def nieuwe_zin(self, nummer: tuple[int, int]) -> None:
        if nummer != self.zin_nummer:
            self.zin_nummer = nummer
            self.zin = []

    def onthoud(self, doelen: tuple[BepalingId, ...]) -> None:
        if doelen:
            self.zin.append(doelen)
            self.vorige = doelen


def tot_en_met(id_: BepalingId, soort: StapSoort) -> BepalingId | None:
    """The provision of that kind that this is or lies in; of nested onderdelen the outermost."""
    soorten = _HOOFD if soort is StapSoort.ARTIKEL else (soort,)
    for n, stap in enumerate(id_.stappen):
        if stap.soort in soorten:
            return BepalingId(id_.werk, id_.stappen[: n + 1])
    return None


def eigen_bepaling(passage: Passage) -> BepalingId | None:
    """The provision that the passage is about: the one it stands in, in a toelichting the one it explains."""
    for bepaling in reversed(passage.keten):
        if bepaling.licht_toe:
            return _gemeenschappelijk(bepaling.licht_toe)
    for bepaling in reversed(passage.keten):
        stappen = bepaling.id.stappen
        if stappen and stappen[0].soort is StapSoort.TOELICHTING:
            return None
        if any(s.soort in _HOOFD for s in stappen):
            while stappen and stappen[-1].soort not in _BINNEN:
                stappen = stappen[:-1]
            return BepalingId(bepaling.id.werk, stappen)
    return None


def _gemeenschappelijk(ids: Sequence[BepalingId]) -> BepalingId | None:
    eerste = ids[0]
    for n in range(len(eerste.stappen), 0, -1):
        begin = eerste.stappen[:n]
        if all(i.werk == eerste.werk and i.stappen[:n] == begin for i in ids):
            return BepalingId(eerste.werk, begin)
    return None


def eigen_van_soort(passage: Passage, eigen: BepalingId | None, soort: StapSoort) -> BepalingId | None:
    """What "dit artikel", "dit lid", "deze paragraaf" is in this passage."""
    if eigen is not None and soort in (StapSoort.ARTIKEL, StapSoort.LID, StapSoort.ONDERDEEL):
        if soort is StapSoort.ONDERDEEL and eigen.soort is StapSoort.ONDERDEEL:
            return eigen
        zelf = tot_en_met(eigen, soort)
        # "Dit artikel" in a text of numbered sections is an article that was named, not the section.
        return zelf if zelf is None or soort is not StapSoort.ARTIKEL or zelf.soort is StapSoort.ARTIKEL else None
    secties = [b.id for b in passage.keten if b.id.soort is StapSoort.SECTIE]
    if secties:
        return secties[0] if soort is StapSoort.HOOFDSTUK else secties[-1]
    for bepaling in reversed(passage.keten):
        if bepaling.id.soort is soort:
            return bepaling.id
    return None


class Omvang:
    """Finds the base of relative citations."""

    def __init__(self, boom: Doelboom) -> None:
        self._boom = boom

    def van_lid(self, eigen: BepalingId | None, geheugen: Geheugen) -> Basis:
        """The article of "het eerste lid": the own one; in a text without articles the one that was last named."""
        artikel = tot_en_met(eigen, StapSoort.ARTIKEL) if eigen is not None else None
        # A section has no leden: there the words are about an article that was named.
        if (
            artikel is not None
            and self._kan(artikel, geheugen)
            and (
                artikel.soort is StapSoort.ARTIKEL
                or any(k.soort is StapSoort.LID for k in self._boom.kinderen(artikel))
            )
        ):
            return Basis((artikel,), "eigen-artikel")
        artikelen = artikelen_van(geheugen.vorige)
        return Basis(artikelen[-1:], "laatst-genoemd")

    def _kan(self, artikel: BepalingId, geheugen: Geheugen) -> bool:
        """Whether words can be about this article: not where its work lacks it and another article was named."""
        return (
            self._boom.dekking(artikel.werk) is not Dekking.VOLLEDIG
            or self._boom.vind(artikel) is not None
            or not artikelen_van(geheugen.vorige)
        )

    def van_onderdeel(self, eigen: BepalingId | None, pad: Pad, geheugen: Geheugen) -> Basis:
        """What "onderdeel a" hangs under.

        In this order: the own lid, the lid that was last named in the explanation of this article, the only lid of the
        article that has such an onderdeel, the provision beside it in the same sentence.
        """
        nummer = pad[0].nummer
        artikel = tot_en_met(eigen, StapSoort.ARTIKEL) if eigen is not None else None
        if eigen is not None and artikel is not None:
            lid = tot_en_met(eigen, StapSoort.LID)
            # A figure within an onderdeel is a sub-onderdeel of it ("onder 2°" in onderdeel a).
            for plek, methode in (
                *(((eigen, "eigen-onderdeel"),) if eigen.soort is StapSoort.ONDERDEEL else ()),
                *(((eigen.ouder, "eigen-onderdeel"),) if eigen.soort is StapSoort.ONDERDEEL and eigen.ouder else ()),
                (lid, "eigen-lid"),
                (geheugen.lid.get(artikel), "laatst-genoemd-lid"),
                (artikel, "eigen-artikel"),
            ):
                if plek is not None and self._boom.vind(plek.onder(StapSoort.ONDERDEEL, nummer)) is not None:
                    return Basis((plek,), methode)
            kandidaten = onderdelen_met_nummer(self._boom, artikel, nummer)
            if kandidaten:
                return Basis(tuple(k.ouder for k in kandidaten if k.ouder), "enige-lid")
        if (naast := self._naast(nummer, geheugen)) is not None:
            return Basis((naast,), "laatst-genoemd")
        if artikel is not None and eigen is not None and artikel.soort is StapSoort.ARTIKEL:
            return Basis((tot_en_met(eigen, StapSoort.LID) or geheugen.lid.get(artikel) or artikel,), "eigen-artikel")
        leden = [d for d in geheugen.vorige if d.artikel is not None][-1:]
        if leden and _broers(leden[0], nummer) and leden[0].ouder is not None:
            leden = [leden[0].ouder]
        return Basis(tuple(leden), "laatst-genoemd")

    def _naast(self, nummer: str, geheugen: Geheugen) -> BepalingId | None:
        """The parent in this sentence's citations where the onderdeel exists, or stands beside one of its kind."""
        for doelen in reversed(geheugen.zin):
            for doel in reversed(doelen):
                plek: BepalingId | None = doel
                while plek is not None and plek.stappen:
                    if self._boom.vind(plek.onder(StapSoort.ONDERDEEL, nummer)) is not None:
                        return plek
                    plek = plek.ouder
                if _broers(doel, nummer):
                    return doel.ouder
        return None

    def aangewezen(
        self, anker: str, soort: StapSoort, passage: Passage, eigen: BepalingId | None, geheugen: Geheugen
    ) -> Basis:
        """What "dit artikel", "dat lid", "deze paragrafen" and "het vorige lid" point at."""
        if anker == "dit":
            zelf = eigen_van_soort(passage, eigen, soort)
            if zelf is None and soort is StapSoort.LID and eigen is not None:
                artikel = tot_en_met(eigen, StapSoort.ARTIKEL)
                zelf = geheugen.lid.get(artikel) if artikel else None
            if zelf is not None:
                return Basis((zelf,), "eigen-bepaling")
        if anker in ("dit", "dat"):
            terug = dict.fromkeys(x for d in geheugen.vorige if (x := tot_en_met(d, soort)) is not None)
            if not terug:
                for doelen in reversed(geheugen.zin):
                    terug = dict.fromkeys(x for d in doelen if (x := tot_en_met(d, soort)) is not None)
                    if terug:
                        break
            return Basis(tuple(terug), "laatst-genoemd")
        return self._buur(anker, eigen_van_soort(passage, eigen, soort))

    def _buur(self, anker: str, zelf: BepalingId | None) -> Basis:
        if zelf is None:
            return Basis((), "buur")
        broers = gelijken(self._boom, zelf)
        if anker == "laatste":
            return Basis(tuple(broers[-1:]), "buur")
        if zelf not in broers:
            return Basis((), "buur")
        i = broers.index(zelf) + (1 if anker == "volgende" else -1)
        return Basis((broers[i],) if 0 <= i < len(broers) else (), "buur")


def in_eigen_bouw(boom: Doelboom, passage: Passage, pad: Pad) -> Pad | None:
    """The path of "paragraaf 4" within the chapter it stands in; None where the chapter has none either.

    The numbering of units starts again in every chapter: the unit is known as "6.4", or by the chain from the chapter.
    """
    eerste = pad[0]
    for bepaling in reversed(passage.keten):
        stap = bepaling.id.stappen[-1] if bepaling.id.stappen else None
        if stap is None or stap.soort not in BOUW:
            continue
        werk = BepalingId(bepaling.id.werk)
        if boom.vind(werk.onder(eerste.soort, f"{stap.nummer}.{eerste.nummer}")) is not None:
            tot = f"{stap.nummer}.{eerste.tot}" if eerste.tot else ""
            return (Deel(eerste.soort, f"{stap.nummer}.{eerste.nummer}", tot), *pad[1:])
        if boom.vind(bepaling.id.onder(eerste.soort, eerste.nummer)) is not None:
            return (*(Deel(s.soort, s.nummer) for s in bepaling.id.stappen), *pad)
    return None


def _broers(doel: BepalingId, nummer: str) -> bool:
    """Whether an onderdeel of this number stands beside one that was named: both have a figure or both a letter."""
    return doel.soort is StapSoort.ONDERDEEL and doel.stappen[-1].nummer[:1].isdigit() == nummer[:1].isdigit()


def artikelen_van(ids: Sequence[BepalingId]) -> tuple[BepalingId, ...]:
    """The articles of the provisions, without doubles."""
    return tuple(dict.fromkeys(a for i in ids if (a := i.artikel) is not None))
