"""The tree of a version: what is around, beside and below a provision, and the contents of a work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import Plek
from graph.antwoorden.naslag import Naslag, Werkversie, tekst, woord
from graph.antwoorden.nummers import naaste_nummers
from graph.feiten import RG, Deel, Kind
from ontologie.document import BepalingSoort
from ontologie.fouten import NietGevonden, Suggestie
from ontologie.identificatie import BepalingId, Stap, print_label

#: What the contents of a work name: everything with a heading or number of its own, down to the article.
INHOUDSOORTEN = (
    BepalingSoort.BOEK, BepalingSoort.DEEL, BepalingSoort.HOOFDSTUK, BepalingSoort.TITEL, BepalingSoort.AFDELING,
    BepalingSoort.PARAGRAAF, BepalingSoort.SUBPARAGRAAF, BepalingSoort.ARTIKEL, BepalingSoort.BIJLAGE,
    BepalingSoort.LEESWIJZER, BepalingSoort.TOELICHTING, BepalingSoort.SECTIE,
)  # fmt: skip


_MET_INHOUD = frozenset(s.value for s in INHOUDSOORTEN)


@dataclass(frozen=True, slots=True)
class Opbouwregel:
    """One node of the contents: its IRIs and depth, its kind, and what it is called."""

    versie: str
    iri: str
    diepte: int
    soort: BepalingSoort
    aanduiding: str
    opschrift: str


class Structuur:
    """Questions about the tree. Contents and subtrees of the last works asked for are kept."""

    def __init__(self, naslag: Naslag) -> None:
        self._naslag = naslag
        # Bound methods, so that the memory goes with this object.
        self.opbouw = lru_cache(maxsize=64)(self._opbouw)
        self.boom = lru_cache(maxsize=256)(self._boom)
        # The parts of one page ask these again and again.
        self.voorouders = lru_cache(maxsize=512)(self._voorouders)
        self.onder = lru_cache(maxsize=256)(self._onder)
        self.kinderen = lru_cache(maxsize=1024)(naslag.feiten.kinderen)

    def zoek(self, id_: BepalingId, versie: str) -> tuple[Werkversie, str]:
        """The version of the work that holds a provision, and the IRI of the provision in it.

        Without ``versie`` that is the newest that holds it.

        Raises:
            NietGevonden: it is not loaded; ``suggesties`` are near matches.
        """
        werkversie = self._naslag.werkversie(id_.werk, versie)
        if not id_.stappen:
            return werkversie, werkversie.iri
        geladen = self.versies(id_)
        for kandidaat in self._naslag.van_werk(id_.werk):
            if versie not in ("", kandidaat.naam):
                continue
            iri = self._naslag.versie_iri(id_, kandidaat)
            if iri in geladen:
                return kandidaat, iri
        raise self._niet_gevonden(id_, werkversie, bool(geladen))

    def versies(self, id_: BepalingId) -> frozenset[str]:
        """The IRIs of the loaded versions of a provision or work."""
        return self._naslag.versies(self._naslag.iri(id_))

    def _niet_gevonden(self, id_: BepalingId, werkversie: Werkversie, elders: bool) -> NietGevonden:
        label = print_label(id_, self._naslag.register)
        naam = f" in versie {werkversie.naam}" if werkversie.naam else ""
        bericht = f"«{label}» bestaat niet{naam}." if elders else f"«{label}» staat niet in het geladen document{naam}."
        advies = "" if tekst(werkversie.rij, "volledig") == "true" else "Van dit document is een deel geladen."
        gelijkend = self._naslag.plekken_op_rij(self._lijkt_op(id_, werkversie))
        return NietGevonden(bericht, advies=advies, suggesties=(Suggestie(p.kort, p.label) for p in gelijkend))

    def _lijkt_op(self, id_: BepalingId, werkversie: Werkversie) -> tuple[str, ...]:
        """The nearest parent that exists, with what in it has a number near; or else articles with one; as IRIs."""
        if anders := self._in_andere_letters(id_):
            return (anders,)
        for ouder in id_.voorouders():
            if ouder.stappen and (versie := self._naslag.versie_iri(ouder, werkversie)) in self.versies(ouder):
                gezocht = id_.stappen[len(ouder.stappen)]
                return (self._naslag.iri(ouder), *self._naast(gezocht, (k.bepaling for k in self.kinderen(versie))))
        regels = ((r.iri, self._naslag.doel(r.iri)) for r in self.opbouw(werkversie.iri))
        hoogste = (iri for iri, doel in regels if isinstance(doel, BepalingId) and len(doel.stappen) == 1)
        return self._naast(id_.stappen[0], hoogste)

    def _naast(self, gezocht: Stap, iris: Iterable[str]) -> tuple[str, ...]:
        """Those of some provisions that are of the same kind as a step, with the numbers nearest to its own."""
        nummers: dict[str, str] = {}
        for iri in iris:
            doel = self._naslag.doel(iri)
            if isinstance(doel, BepalingId) and doel.soort is gezocht.soort:
                nummers.setdefault(doel.stappen[-1].nummer, iri)
        return tuple(nummers[n] for n in naaste_nummers(gezocht.nummer, nummers))

    def _in_andere_letters(self, id_: BepalingId) -> str:
        """The IRI of the same provision where only capitals differ ("8A" for "8a"); "" where there is none."""
        for vorm in (str.lower, str.upper):
            ander = BepalingId(id_.werk, tuple(Stap(s.soort, vorm(s.nummer)) for s in id_.stappen))
            if self.versies(ander):
                return self._naslag.iri(ander)
        return ""

    def _opbouw(self, werkversie: str) -> tuple[Opbouwregel, ...]:
        soorten = [NamedNode(RG + s.value) for s in INHOUDSOORTEN]
        dieptes: dict[str, int] = {werkversie: 0}
        regels = []
        for rij in self._naslag.vraag("opbouw", werkversie=NamedNode(werkversie), soorten=soorten):
            versie = tekst(rij, "versie")
            dieptes[versie] = diepte = dieptes.get(tekst(rij, "ouder"), 0) + 1
            soort = BepalingSoort(woord(rij, "soort"))
            namen = tekst(rij, "aanduiding"), tekst(rij, "opschrift")
            regels.append(Opbouwregel(versie, tekst(rij, "bepaling"), diepte, soort, *namen))
        return tuple(regels)

    def inhoud(self, werkversie: Werkversie) -> tuple[tuple[int, Plek], ...]:
        """The contents of a work as depth (from 1) and place."""
        regels = self.opbouw(werkversie.iri)
        plekken = self._naslag.plekken(r.iri for r in regels)
        return tuple((r.diepte, plekken[r.iri]) for r in regels if r.iri in plekken)

    def onderliggend(self, versie: str, werkversie: str) -> tuple[str, ...]:
        """A provision and everything in it, as IRIs of versions in reading order."""
        return tuple(v for v, _ in self.boom(versie, werkversie))

    def _boom(self, versie: str, werkversie: str) -> tuple[Deel, ...]:
        """The same with the IRIs apart from versions."""
        delen = self._naslag.feiten.onderliggend(versie)
        if versie != werkversie:
            return delen
        return (Deel(werkversie, tekst(self._naslag.werkversies[werkversie].rij, "werk")), *delen)

    def _voorouders(self, versie: str) -> tuple[tuple[str, str], ...]:
        """The provisions around one as (IRI of the version, IRI apart from versions), the work first."""
        rond: dict[str, str] = {}
        nog = self._ouder(versie)
        while nog and nog not in rond:
            rond[nog] = self._naslag.dingen([nog])[nog].tekst("is_member_of")
            nog = self._ouder(nog)
        return tuple(reversed(rond.items()))

    def _ouder(self, versie: str) -> str:
        ding = self._naslag.dingen([versie]).get(versie)
        ouder = ding.tekst("is_part_of") if ding is not None else ""
        return ouder if ouder and self._naslag.dingen([ouder]) else ""

    def _onder(self, id_: BepalingId) -> tuple[str, ...]:
        """What is below it by identity, and in the newest version that holds it (articles in a chapter)."""
        iris = dict.fromkeys(self._naslag.feiten.onder(self._naslag.iri(id_)))
        try:
            werkversie, versie = self.zoek(id_, "")
        except NietGevonden:
            return tuple(iris)
        iris.update((iri, None) for _, iri in self.boom(versie, werkversie.iri)[1:])
        return tuple(iris)

    def boven(self, id_: BepalingId) -> tuple[str, ...]:
        """What it is in by identity, and in the newest version that holds it; the work itself left out."""
        iris = {self._naslag.iri(o): None for o in id_.voorouders() if o.stappen}
        if versie := self._in_versie(id_):
            # The first is the work itself.
            iris.update((iri, None) for _, iri in self.voorouders(versie)[1:])
        return tuple(iris)

    def _in_versie(self, id_: BepalingId) -> str:
        try:
            return self.zoek(id_, "")[1]
        except NietGevonden:
            return ""

    def buren(self, versie: str, soort: str, ouders: Sequence[str]) -> tuple[str, str]:
        """IRIs (apart from versions) of the one before and the one after of the same kind, "" where there is none.

        Articles and sections are followed through the whole work, everything else within its parent. ``ouders`` are
        the versions of what it is in, the outermost first.
        """
        overal = soort in (BepalingSoort.ARTIKEL, BepalingSoort.SECTIE)
        keten = [*ouders, versie]
        return self._voor(keten, soort, overal), self._na(keten, soort, overal)

    def _voor(self, keten: Sequence[str], soort: str, overal: bool) -> str:
        for n in range(len(keten) - 1, 0, -1):
            rij = self.kinderen(keten[n - 1])
            plaats = next((i for i, k in enumerate(rij) if k.versie == keten[n]), 0)
            for kind in reversed(rij[:plaats]):
                if gevonden := self._laatste(kind, soort) if overal else kind.bepaling if kind.soort == soort else "":
                    return gevonden
            if not overal:
                return ""
            if ouder := self._zelf(keten[:n], soort):
                return ouder
        return ""

    def _na(self, keten: Sequence[str], soort: str, overal: bool) -> str:
        if overal and (gevonden := self._eerste_onder(keten[-1], soort)):
            return gevonden
        for n in range(len(keten) - 1, 0, -1):
            rij = self.kinderen(keten[n - 1])
            plaats = next((i for i, k in enumerate(rij) if k.versie == keten[n]), len(rij))
            for kind in rij[plaats + 1 :]:
                if gevonden := self._eerste(kind, soort) if overal else kind.bepaling if kind.soort == soort else "":
                    return gevonden
            if not overal:
                return ""
        return ""

    def _zelf(self, keten: Sequence[str], soort: str) -> str:
        """The last of a chain of provisions where it is of a kind; a work is of none."""
        rij = self.kinderen(keten[-2]) if len(keten) > 1 else ()
        return next((k.bepaling for k in rij if k.versie == keten[-1] and k.soort == soort), "")

    def _eerste(self, kind: Kind, soort: str) -> str:
        if kind.soort == soort:
            return kind.bepaling
        return self._eerste_onder(kind.versie, soort) if kind.soort in _MET_INHOUD else ""

    def _eerste_onder(self, versie: str, soort: str) -> str:
        return next((i for kind in self.kinderen(versie) if (i := self._eerste(kind, soort))), "")

    def _laatste(self, kind: Kind, soort: str) -> str:
        """The last of a kind in a provision: in what it holds, or else itself."""
        if kind.soort not in _MET_INHOUD:
            return ""
        onder = (i for k in reversed(self.kinderen(kind.versie)) if (i := self._laatste(k, soort)))
        return next(onder, kind.bepaling if kind.soort == soort else "")
