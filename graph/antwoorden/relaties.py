"""Which provision fills in which, and what must be regulated, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import Plek
from graph.antwoorden.naslag import Naslag, Werkversie, tekst
from graph.antwoorden.relatiegegevens import Bewijsplek, Invullingen, Plichtgegevens, Relatiegegevens, Via
from graph.antwoorden.structuur import Structuur
from graph.feiten.ding import Ding
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
        vias = {relatie: via for relatie, via in per_via.items() if self._geldt(relatie)}
        weg = frozenset[str]() if omgekeerd else self._van_een_ander_deel(id_, vias)
        gegevens = self._gegevens({relatie: via for relatie, via in vias.items() if relatie not in weg})
        uit = tuple(g for g in gegevens if g.relatie == _UITGESLOTEN and g.via is Via.ZELF)
        goed = [g for g in gegevens if g.relatie != _UITGESLOTEN and not _geweerd(g, uit, omgekeerd)]
        goed.sort(key=_rang)  # keeps the order of reading among equals
        return Invullingen(gevraagd, omgekeerd, tuple(goed), uit)

    def _geldt(self, relatie: str) -> bool:
        """Whether a relation is told by the newest version of a work."""
        return self._naslag.is_nieuwste(self._naslag.dingen([relatie])[relatie].tekst("inVersie"))

    def _naar(self, id_: BepalingId, iri: str) -> dict[str, Via]:
        """The relations that point at a provision, at what is in it and at what it is in."""
        niveaus = {iri: Via.ZELF}
        for via, iris in ((Via.ONDERDEEL, self._structuur.onder(id_)), (Via.BOVENLIGGEND, self._structuur.boven(id_))):
            niveaus |= {i: via for i in iris if i not in niveaus}
        return self._per_via("relatieNaar", niveaus)

    def _van(self, id_: BepalingId) -> dict[str, Via]:
        """The relations that start from a provision, from what is in it and from what it is in."""
        werkversie, versie = self._structuur.zoek(id_, "")
        niveaus = {self._naslag.iri(id_): Via.ZELF, versie: Via.ZELF}
        onder = self._structuur.onderliggend(versie, werkversie.iri)
        boven = [v for v, _ in self._structuur.voorouders(versie)]
        for via, iris in ((Via.ONDERDEEL, onder), (Via.BOVENLIGGEND, boven)):
            niveaus |= {i: via for i in iris if i not in niveaus}
        return self._per_via("relatieVan", niveaus)

    def _per_via(self, eigenschap: str, niveaus: Mapping[str, Via]) -> dict[str, Via]:
        gevonden = {relatie: niveaus[plaats] for relatie, plaats in self._naslag.naar(eigenschap, niveaus)}
        self._naslag.dingen(gevonden)  # all at once, before they are looked at one by one
        return gevonden

    def _van_een_ander_deel(self, id_: BepalingId, vias: Mapping[str, Via]) -> frozenset[str]:
        """Relations with what is above a provision, of which the same text says that another part of it is meant.

        Who fills in f, and explicitly f onder 1, says nothing of f onder 3.
        """
        boven = self._naslag.dingen(relatie for relatie, via in vias.items() if via is Via.BOVENLIGGEND)
        gezegd: dict[str, list[BepalingId]] = {}
        vanuit = self._naslag.naar("relatieVan", dict.fromkeys(d.tekst("relatieVan") for d in boven.values()))
        for relatie in self._naslag.dingen(r for r, _ in vanuit).values():
            doel = self._naslag.doel(relatie.tekst("relatieNaar"))
            invulling = relatie.tekst("relatieSoort") == RelatieSoort.INVULLING
            if invulling and relatie.woord("sterkte") == Sterkte.EXPLICIET and isinstance(doel, BepalingId):
                gezegd.setdefault(relatie.tekst("relatieVan"), []).append(doel)
        weg = set()
        for relatie in boven.values():
            geheel = self._naslag.doel(relatie.tekst("relatieNaar"))
            delen = [d for d in gezegd.get(relatie.tekst("relatieVan"), ()) if any(geheel == v for v in d.voorouders())]
            if delen and not any(d == id_ or d in id_.voorouders() or id_ in d.voorouders() for d in delen):
                weg.add(relatie.iri)
        return frozenset(weg)

    def _gegevens(self, vias: Mapping[str, Via]) -> list[Relatiegegevens]:
        """What to show of some relations, in the order of reading."""
        relaties = list(self._naslag.dingen(vias).values())
        vanuit = self._naslag.dingen(r.tekst("relatieVan") for r in relaties)
        relaties.sort(key=lambda r: _leesplaats(r, vanuit))
        bewijs = self.bewijs([r.iri for r in relaties], "bewijs")
        iris = {i for r in relaties for i in (_van_iri(r, vanuit), r.tekst("relatieNaar"))}
        plekken = self._naslag.plekken(iris)
        artikelen = self._naslag.plekken(a for iri in iris if (a := self._artikel(iri)))
        gegevens = []
        for r in relaties:
            bron = self._naslag.bronnen[r.tekst("inVersie")]
            van = plekken[_van_iri(r, vanuit)]
            artikel = artikelen.get(self._artikel(van.iri))
            gegevens.append(
                Relatiegegevens(
                    iri=r.iri,
                    van=van,
                    opschrift=van.opschrift or (artikel.opschrift if artikel else ""),
                    naar=plekken[r.tekst("relatieNaar")],
                    relatie=_naam(RelatieSoort(r.tekst("relatieSoort")), bron.soort),
                    sterkte=Sterkte(r.woord("sterkte")),
                    via=vias[r.iri],
                    regel=r.tekst("methode"),
                    reden=r.tekst("reden"),
                    bron=bron.werk,
                    bron_versie=bron.versie.naam,
                    bewijs=tuple(bewijs.get(r.iri, ())),
                    facultatief=r.waar("facultatief"),
                    deels=r.waar("gedeeltelijk"),
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
        per_ding = {d.iri: sorted(d.alle(eigenschap), key=_rangorde) for d in self._naslag.dingen(dingen).values()}
        bewijzen = self._naslag.dingen(b for lijst in per_ding.values() for b in lijst)
        plaatsen = self._naslag.dingen(b.tekst("hasSource") for b in bewijzen.values())
        plekken = self._naslag.plekken({p.tekst("is_member_of") for p in plaatsen.values()})
        uit: dict[str, list[Bewijsplek]] = {}
        for ding, lijst in per_ding.items():
            for b in (bewijzen[iri] for iri in lijst if iri in bewijzen):
                plaats = plaatsen[b.tekst("hasSource")]
                plek = Bewijsplek(
                    plekken[plaats.tekst("is_member_of")],
                    b.getal("begin"),
                    b.getal("eind"),
                    b.tekst("methode"),
                    _woorden(b, plaats),
                )
                uit.setdefault(ding, []).append(plek)
        return uit

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
        rijen = self._naslag.vraag("regelplichten", werkversie=NamedNode(werkversie.iri))
        return self._plichten((tekst(r, "plicht") for r in rijen), vorm)

    def plichten_in(self, id_: BepalingId, werkversie: Werkversie, vorm: Regelvorm) -> tuple[Plichtgegevens, ...]:
        """The duties in a provision and in its parts, in reading order; the rest of the law is not looked at."""
        iris = [self._naslag.iri(id_), *self._structuur.onder(id_)]
        gevonden = self._naslag.dingen(plicht for plicht, _ in self._naslag.naar("plichtIn", iris))
        hier = [p.iri for p in gevonden.values() if p.tekst("inVersie") == werkversie.iri]
        plichten = [g for g, p in self._plichten(hier, vorm) if id_ in (p.plicht_in, *p.plicht_in.voorouders())]
        plaatsen = {g.plek.iri: self._volgnummer(g.plek, werkversie) for g in plichten}
        return tuple(sorted(plichten, key=lambda g: plaatsen[g.plek.iri]))

    def _volgnummer(self, plek: Plek, werkversie: Werkversie) -> int:
        assert plek.bepaling is not None
        versie = self._naslag.versie_iri(plek.bepaling, werkversie)
        return max((d.getal("volgnummer") for d in self._naslag.dingen([versie]).values()), default=-1)

    def _plichten(self, plichten: Iterable[str], vorm: Regelvorm | None) -> list[tuple[Plichtgegevens, Regelplicht]]:
        dingen = self._naslag.dingen(plichten).values()
        rijen = [d for d in dingen if "plichtIn" in d and vorm in (None, d.tekst("regelvorm"))]
        opdracht = self.bewijs([d.iri for d in rijen], "opdracht")
        onderwerp = self.bewijs([d.iri for d in rijen], "onderwerp")
        plekken = self._naslag.plekken({i for d in rijen for i in (d.tekst("plichtIn"), d.tekst("hoortBij")) if i})
        uit = []
        for d in rijen:
            op, over = opdracht[d.iri][0], onderwerp.get(d.iri, [None])[0]
            gegevens = Plichtgegevens(
                plek=plekken[d.tekst("plichtIn")],
                modaliteit=Modaliteit(d.tekst("modaliteit")),
                vorm=Regelvorm(d.tekst("regelvorm")),
                adressaat=d.tekst("adressaat"),
                opdracht=op.woorden,
                onderwerp=over.woorden if over else "",
                blad=d.waar("ongedeeld"),
                hoort_bij=plekken.get(d.tekst("hoortBij")),
            )
            uit.append((gegevens, _plicht(gegevens, op, over)))
        return uit

    # --- for coverage ---

    def van_werk(self, werkversie: Werkversie) -> list[tuple[Relatie, Relatiegegevens]]:
        """The relations that one version of a work tells, in the order of reading, each with what to show of it."""
        rijen = self._naslag.vraag("relaties-in-werk", werkversie=NamedNode(werkversie.iri))
        gegevens = self._gegevens({tekst(r, "relatie"): Via.ZELF for r in rijen})
        dingen = self._naslag.dingen(g.iri for g in gegevens)
        return [(_relatie(g, dingen[g.iri]), g) for g in gegevens]

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


def _leesplaats(relatie: Ding, vanuit: Mapping[str, Ding]) -> tuple[str, int, str]:
    """The order of reading: by telling work, then by the provision that a relation starts from, then by its target."""
    van = vanuit.get(relatie.tekst("relatieVan"))
    return relatie.tekst("inVersie"), van.getal("volgnummer") if van else -1, relatie.tekst("relatieNaar")


def _rangorde(iri: str) -> tuple[int, str]:
    """Puts …/bewijs/10 after …/bewijs/9."""
    return len(iri), iri


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


def _van_iri(relatie: Ding, vanuit: Mapping[str, Ding]) -> str:
    """The identity of where a relation starts: of a version that of its provision."""
    van = relatie.tekst("relatieVan")
    return (vanuit[van].tekst("is_member_of") if van in vanuit else "") or van


def _woorden(bewijs: Ding, plaats: Ding) -> str:
    for stuk, veld in (("inTekst", "tekst"), ("inOpschrift", "opschrift")):
        if f"{stuk}Begin" in bewijs:
            return plaats.tekst(veld)[bewijs.getal(f"{stuk}Begin") : bewijs.getal(f"{stuk}Eind")]
    return ""


def _relatie(g: Relatiegegevens, relatie: Ding) -> Relatie:
    """The relation as the judgement of coverage takes it."""
    van, naar = g.van.bepaling, g.naar.bepaling
    assert van is not None
    assert naar is not None
    bewijs = tuple(
        Bewijs(b.plek.bepaling, Span(b.begin, b.eind), b.regel) for b in g.bewijs if b.plek.bepaling is not None
    )
    soort = RelatieSoort(relatie.tekst("relatieSoort"))
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
