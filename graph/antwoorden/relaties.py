"""Which provision fills in which, and what must be regulated, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import Plek
from graph.antwoorden.naslag import RG, Naslag, Werkversie, getal, tekst, woord
from graph.antwoorden.relatiegegevens import Bewijsplek, Invullingen, Plichtgegevens, Relatiegegevens, Via
from graph.antwoorden.structuur import Structuur
from graph.opslag import Rij
from ontologie.document import DocumentSoort
from ontologie.fouten import NietGevonden
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bewijs, Modaliteit, Regelplicht, Regelvorm, Relatie, RelatieSoort, Sterkte
from ontologie.tekst import Span


class Relatievragen:
    """Questions about relations and duties."""

    def __init__(self, naslag: Naslag, structuur: Structuur) -> None:
        self._naslag = naslag
        self._structuur = structuur

    # --- what fills in what ---

    def implementeert(self, id_: BepalingId, *, omgekeerd: bool = False) -> Invullingen:
        """What fills in a provision, its items and what it is part of; ``omgekeerd`` what the provision fills in.

        Of each telling work the newest loaded version counts.

        Raises:
            NietGevonden: the provision is neither loaded nor named by anything loaded.
        """
        iri = self._naslag.iri(id_)
        gevraagd = self._naslag.plekken([iri]).get(iri)
        if gevraagd is None:
            self._structuur.zoek(id_, "")
            raise NietGevonden(f"«{id_}» is niet bekend.")
        per_via = self._van(id_) if omgekeerd else self._naar(id_, iri)
        rijen: dict[str, tuple[Via, Rij]] = {}
        for via, rij in per_via:
            if self._naslag.is_nieuwste(tekst(rij, "werkversie")):
                rijen.setdefault(tekst(rij, "relatie"), (via, rij))
        weg = frozenset[str]() if omgekeerd else self._van_een_ander_deel(id_, rijen.values())
        rijen = {relatie: vr for relatie, vr in rijen.items() if relatie not in weg}
        gegevens = self._gegevens(sorted(rijen.values(), key=lambda vr: _leesplaats(vr[1])))
        uit = tuple(g for g in gegevens if g.relatie == _UITGESLOTEN and g.via is Via.ZELF)
        goed = [g for g in gegevens if g.relatie != _UITGESLOTEN and not _geweerd(g, uit, omgekeerd)]
        goed.sort(key=_rang)  # keeps the order of reading among equals
        return Invullingen(gevraagd, omgekeerd, tuple(goed), uit)

    def _naar(self, id_: BepalingId, iri: str) -> Iterator[tuple[Via, Rij]]:
        for via, doelen in (
            (Via.ZELF, (iri,)),
            (Via.ONDERDEEL, self._structuur.onder(id_)),
            (Via.BOVENLIGGEND, self._structuur.boven(id_)),
        ):
            yield from ((via, r) for r in self._naslag.vraag_porties("implementeert-naar", "doelen", doelen))

    def _van_een_ander_deel(self, id_: BepalingId, rijen: Iterable[tuple[Via, Rij]]) -> frozenset[str]:
        """Relations with what is above a provision, of which the same text says that another part of it is meant.

        Who fills in f, and explicitly f onder 1, says nothing of f onder 3.
        """
        boven = [rij for via, rij in rijen if via is Via.BOVENLIGGEND]
        gezegd: dict[str, list[BepalingId]] = {}
        for rij in self._vanuit(dict.fromkeys(tekst(r, "van") for r in boven)):
            doel = self._naslag.doel(tekst(rij, "naar"))
            uitdrukkelijk = woord(rij, "sterkte") == Sterkte.EXPLICIET and tekst(rij, "soort") == RelatieSoort.INVULLING
            if uitdrukkelijk and isinstance(doel, BepalingId):
                gezegd.setdefault(tekst(rij, "van"), []).append(doel)
        weg = set()
        for rij in boven:
            geheel = self._naslag.doel(tekst(rij, "naar"))
            delen = [d for d in gezegd.get(tekst(rij, "van"), ()) if any(geheel == v for v in d.voorouders())]
            if delen and not any(d == id_ or d in id_.voorouders() or id_ in d.voorouders() for d in delen):
                weg.add(tekst(rij, "relatie"))
        return frozenset(weg)

    def _van(self, id_: BepalingId) -> Iterator[tuple[Via, Rij]]:
        iri = self._naslag.iri(id_)
        yield from ((Via.ZELF, r) for r in self._vanuit([iri]))
        werkversie, versie = self._structuur.zoek(id_, "")
        yield from ((Via.ZELF, r) for r in self._vanuit([versie]))
        onder = self._structuur.onderliggend(versie, werkversie.iri)
        yield from ((Via.ONDERDEEL, r) for r in self._vanuit(v for v in onder if v != versie))
        boven = [v for v, _ in self._structuur.voorouders(versie)]
        yield from ((Via.BOVENLIGGEND, r) for r in self._vanuit(boven))

    def _vanuit(self, bepalingen: Iterable[str]) -> Iterator[Rij]:
        return self._naslag.vraag_porties("implementeert-van", "bepalingen", bepalingen)

    def _gegevens(self, rijen: Sequence[tuple[Via, Rij]]) -> list[Relatiegegevens]:
        bewijs = self.bewijs([tekst(r, "relatie") for _, r in rijen], "bewijs")
        iris = {i for _, r in rijen for i in (_van_iri(r), tekst(r, "naar"))}
        plekken = self._naslag.plekken(iris)
        artikelen = self._naslag.plekken(a for iri in iris if (a := self._artikel(iri)))
        gegevens = []
        for via, r in rijen:
            bron = self._naslag.bronnen[tekst(r, "werkversie")]
            van = plekken[_van_iri(r)]
            artikel = artikelen.get(self._artikel(van.iri))
            gegevens.append(
                Relatiegegevens(
                    iri=tekst(r, "relatie"),
                    van=van,
                    opschrift=van.opschrift or (artikel.opschrift if artikel else ""),
                    naar=plekken[tekst(r, "naar")],
                    relatie=_naam(RelatieSoort(tekst(r, "soort")), bron.soort),
                    sterkte=Sterkte(woord(r, "sterkte")),
                    via=via,
                    regel=tekst(r, "regel"),
                    reden=tekst(r, "reden"),
                    bron=bron.werk,
                    bron_versie=bron.versie.naam,
                    bewijs=tuple(bewijs.get(tekst(r, "relatie"), ())),
                    facultatief=tekst(r, "facultatief") == "true",
                    deels=tekst(r, "gedeeltelijk") == "true",
                )
            )
        return gegevens

    def _artikel(self, iri: str) -> str:
        """The IRI of the article that a provision lies in, "" where there is none."""
        id_ = self._naslag.doel(iri)
        artikel = id_.artikel if isinstance(id_, BepalingId) else None
        return self._naslag.iri(artikel) if artikel is not None else ""

    def bewijs(self, dingen: Sequence[str], eigenschap: str) -> dict[str, list[Bewijsplek]]:
        """The passages of relations, duties or findings, in the order in which they were kept."""
        rijen: list[Rij] = []
        for begin in range(0, len(dingen), 500):
            deel = [NamedNode(d) for d in dingen[begin : begin + 500]]
            rijen += self._naslag.vraag("implementeert-bewijs", dingen=deel, eigenschap=NamedNode(RG + eigenschap))
        rijen.sort(key=lambda r: (tekst(r, "ding"), len(tekst(r, "bewijs")), tekst(r, "bewijs")))
        plekken = self._naslag.plekken({tekst(r, "bepaling") for r in rijen})
        gevonden = self._naslag.vraag_porties("teksten", "versies", dict.fromkeys(tekst(r, "versie") for r in rijen))
        teksten = {tekst(r, "versie"): (tekst(r, "tekst"), tekst(r, "opschrift")) for r in gevonden}
        per_ding: dict[str, list[Bewijsplek]] = {}
        for r in rijen:
            woorden = _woorden(r, *teksten.get(tekst(r, "versie"), ("", "")))
            plek = Bewijsplek(
                plekken[tekst(r, "bepaling")], getal(r, "begin"), getal(r, "eind"), tekst(r, "regel"), woorden
            )
            per_ding.setdefault(tekst(r, "ding"), []).append(plek)
        return per_ding

    # --- duties ---

    def regelplichten(
        self, werk: str, versie: str = "", *, vorm: Regelvorm | None = Regelvorm.VERORDENING
    ) -> tuple[Plichtgegevens, ...]:
        """The duties and powers to regulate in a law, in reading order; ``vorm`` None for every kind of regulation.

        Raises:
            NietGevonden: the law is not loaded.
        """
        return tuple(g for g, _ in self.plichten(self._naslag.werkversie(werk, versie), vorm))

    def plichten(self, werkversie: Werkversie, vorm: Regelvorm | None) -> list[tuple[Plichtgegevens, Regelplicht]]:
        """The duties in one version of a law, each with what to show of it."""
        rijen = [
            r
            for r in self._naslag.vraag("regelplichten", werkversie=NamedNode(werkversie.iri))
            if vorm is None or tekst(r, "vorm") == vorm.value
        ]
        opdracht = self.bewijs([tekst(r, "plicht") for r in rijen], "opdracht")
        onderwerp = self.bewijs([tekst(r, "plicht") for r in rijen], "onderwerp")
        plekken = self._naslag.plekken({i for r in rijen for i in (tekst(r, "bepaling"), tekst(r, "hoortBij")) if i})
        uit = []
        for r in rijen:
            op, over = opdracht[tekst(r, "plicht")][0], onderwerp.get(tekst(r, "plicht"), [None])[0]
            gegevens = Plichtgegevens(
                plek=plekken[tekst(r, "bepaling")],
                modaliteit=Modaliteit(tekst(r, "modaliteit")),
                vorm=Regelvorm(tekst(r, "vorm")),
                adressaat=tekst(r, "adressaat"),
                opdracht=op.woorden,
                onderwerp=over.woorden if over else "",
                blad=tekst(r, "ongedeeld") == "true",
                hoort_bij=plekken.get(tekst(r, "hoortBij")),
            )
            uit.append((gegevens, _plicht(gegevens, op, over)))
        return uit

    # --- for coverage ---

    def van_werk(self, werkversie: Werkversie) -> list[tuple[Relatie, Relatiegegevens]]:
        """The relations that one version of a work tells, in the order of reading, each with what to show of it."""
        rijen = [
            {**r, "werkversie": NamedNode(werkversie.iri)}
            for r in self._naslag.vraag("implementeert-in-werk", werkversie=NamedNode(werkversie.iri))
        ]
        rijen.sort(key=_leesplaats)
        gegevens = self._gegevens([(Via.ZELF, r) for r in rijen])
        return [(_relatie(g, r), g) for g, r in zip(gegevens, rijen, strict=True)]

    def bevindingen(self, werk: str) -> tuple[str, ...]:
        """What a work says that its own structure or the target contradicts, as Dutch sentences."""
        werkversie = NamedNode(self._naslag.werkversie(werk).iri)
        rijen = self._naslag.vraag("implementeert-bevindingen", werkversie=werkversie)
        return tuple(dict.fromkeys(tekst(r, "bericht") for r in sorted(rijen, key=lambda r: tekst(r, "bevinding"))))


GRONDSLAG = "berust op"
_UITGESLOTEN = "geen invulling van"


def _naam(soort: RelatieSoort, document: DocumentSoort) -> str:
    """What a relation is called: a model implements nothing, it shows how that can be done."""
    if soort is RelatieSoort.GRONDSLAG:
        return GRONDSLAG
    if soort is RelatieSoort.UITGESLOTEN:
        return _UITGESLOTEN
    return "implementeert" if document.rechtskracht else "modelinvulling van"


def _rang(g: Relatiegegevens) -> tuple[int, bool, bool, bool]:
    """Nearest first, then what is stated, what fills in before what only rests on it, and optional ones last."""
    return list(Via).index(g.via), g.sterkte is not Sterkte.EXPLICIET, g.relatie == GRONDSLAG, g.facultatief


def _leesplaats(rij: Rij) -> tuple[str, int, str]:
    """The order of reading: by telling work, then by the provision that a relation starts from, then by its target."""
    return tekst(rij, "werkversie"), getal(rij, "volgnummer"), tekst(rij, "naar")


def _geweerd(g: Relatiegegevens, uit: Sequence[Relatiegegevens], omgekeerd: bool) -> bool:
    """Whether a relation that comes through the tree is denied for the very provision that was asked for."""
    if g.via is not Via.BOVENLIGGEND:
        return False
    if omgekeerd:
        return any(_omvat(g.naar, u.naar) for u in uit)
    return any(u.van == g.van for u in uit)


def _omvat(boven: Plek, onder: Plek) -> bool:
    if boven.bepaling is None or onder.bepaling is None:
        return False
    return boven == onder or boven.bepaling in onder.bepaling.voorouders()


def _van_iri(rij: Rij) -> str:
    """The identity of where a relation starts: of a version that of its provision."""
    return tekst(rij, "bepaling") or tekst(rij, "van")


def _woorden(rij: Rij, lopend: str, kop: str) -> str:
    if "tekstBegin" in rij:
        return lopend[getal(rij, "tekstBegin") : getal(rij, "tekstEind")]
    return kop[getal(rij, "kopBegin") : getal(rij, "kopEind")] if "kopBegin" in rij else ""


def _relatie(g: Relatiegegevens, rij: Rij) -> Relatie:
    """The relation as the judgement of coverage takes it."""
    van, naar = g.van.bepaling, g.naar.bepaling
    assert van is not None
    assert naar is not None
    bewijs = tuple(
        Bewijs(b.plek.bepaling, Span(b.begin, b.eind), b.regel) for b in g.bewijs if b.plek.bepaling is not None
    )
    soort = RelatieSoort(tekst(rij, "soort"))
    return Relatie(van, naar, soort, g.sterkte, g.regel, g.reden, bewijs, g.facultatief, g.deels)


def _plicht(g: Plichtgegevens, opdracht: Bewijsplek, onderwerp: Bewijsplek | None) -> Regelplicht:
    in_, op = g.plek.bepaling, opdracht.plek.bepaling
    assert in_ is not None
    assert op is not None
    return Regelplicht(
        in_,
        g.modaliteit,
        g.vorm,
        g.adressaat,
        op,
        Span(opdracht.begin, opdracht.eind),
        Span(onderwerp.begin, onderwerp.eind) if onderwerp else None,
        g.hoort_bij.bepaling if g.hoort_bij else None,
        g.blad,
    )
