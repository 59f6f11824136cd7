"""What a change of a provision, or an amending act, does to everything loaded that depends on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graph.antwoorden.gegevens import Bron, Plek
from graph.antwoorden.geldigheid import Geldigheid, begin_van
from graph.antwoorden.impactbegin import Impactbegin
from graph.antwoorden.impactbronnen import Kantenbronnen, lees_bepaling
from graph.antwoorden.impactgegevens import Geraakt, Impact, Impactgroep, Uitgangspunt
from graph.antwoorden.impactpaden import PADEN, Bewijzen, Impactpaden, pad_naar
from graph.antwoorden.naslag import Naslag, controleer_deel
from graph.antwoorden.relaties import Relatievragen
from graph.antwoorden.structuur import Structuur
from graph.antwoorden.verschil import Verschilvragen
from graph.antwoorden.verwijzingen import Verwijzingen, natuurlijk
from graph.impact.kant import Bereik, Graad
from graph.impact.regels import STAPPEN, STAPPEN_MAX, Gevolg, gewichten
from graph.impact.uitslag import Grenzen, Sprong, Staat, Uitslag, volgorde
from graph.impact.zoektocht import Zoektocht
from ontologie.document import DocumentSoort
from ontologie.fouten import InvoerFout, NietGevonden
from ontologie.identificatie import BepalingId
from ontologie.verwijzing import Doel, ExternId


@dataclass(frozen=True, slots=True)
class _Vondst:
    """A touched provision with all its last steps, the heaviest first, and how it ranks."""

    iri: str
    graad: Graad
    gewicht: float
    sprongen: tuple[Sprong, ...]
    verwerkt: bool
    gelijk: bool


@dataclass(frozen=True, slots=True)
class _Zoekresultaat:
    """One search with everything that any part of its list needs."""

    gevraagd: Plek
    punten: tuple[Uitgangspunt, ...]
    gekozen: dict[str, Bron]
    uitslag: Uitslag
    vondsten: tuple[_Vondst, ...]
    per_werk: dict[str, tuple[_Vondst, ...]]


class Impactvragen:
    """Questions about impact."""

    def __init__(
        self,
        naslag: Naslag,
        structuur: Structuur,
        verwijzingen: Verwijzingen,
        relaties: Relatievragen,
        geldigheid: Geldigheid,
        verschil: Verschilvragen,
    ) -> None:
        self._naslag = naslag
        self._verwijzingen = verwijzingen
        self._begin = Impactbegin(naslag, structuur, verwijzingen, geldigheid, verschil)
        self._paden = Impactpaden(naslag, verwijzingen, relaties)
        self._zoek = lru_cache(maxsize=16)(self._zoek_alles)
        self._bronnen = Kantenbronnen(naslag)

    def impact(
        self,
        doel: Doel,
        *,
        gevolg: Gevolg = Gevolg.WIJZIGT,
        op: date | None = None,
        stappen: int = STAPPEN,
        limiet: int,
        vanaf: int = 0,
    ) -> Impact:
        """Everything that depends on a provision, or on what an act changes, over at most ``stappen`` steps."""
        controleer_deel(limiet, vanaf)
        if not 1 <= stappen <= STAPPEN_MAX:
            raise InvoerFout(f"{stappen} stappen kan niet.", advies=f"Vraag 1 tot en met {STAPPEN_MAX} stappen.")
        r = self._zoek(doel, gevolg, op, stappen)
        besluit = isinstance(doel, ExternId)
        deel = r.vondsten[vanaf : vanaf + limiet]
        id_ = doel if isinstance(doel, BepalingId) else None
        vervalt = id_ is not None and gevolg is Gevolg.VERVALT
        return Impact(
            gevraagd=r.gevraagd,
            besluit=besluit,
            uitgangspunten=r.punten,
            op=op,
            stappen=stappen,
            groepen=self._groepen(r, deel),
            totaal=len(r.vondsten),
            direct=sum(_direct(v, r.uitslag) for v in r.vondsten),
            per_graad=_per_graad(r.vondsten),
            intern=r.uitslag.intern,
            zwak=self._zwak(r.punten, r.gekozen),
            mee=self._begin.mee(id_) if vervalt and id_ is not None else (),
            vernummerd=self._begin.vernummerd(id_, gevolg) if id_ is not None else (),
            bijgewerkt_tot=max((d for b in r.gekozen.values() if (d := begin_van(b))), default=None),
            voorbehouden=tuple(self._begin.voorbehouden(op, r.gekozen, r.punten, besluit=besluit)),
            noemen_besluit=self._noemen(r.gevraagd.iri, r.gekozen) if besluit else 0,
            afgekapt=r.uitslag.afgekapt,
            vanaf=vanaf,
            limiet=limiet,
        )

    def besluit(self, besluit: ExternId) -> Plek | None:
        """How to show an act; None where no change by it is known."""
        try:
            return self._begin.uitgangspunten(besluit, Gevolg.WIJZIGT)[0]
        except NietGevonden:
            return None

    # --- searching ---

    def _zoek_alles(self, doel: Doel, gevolg: Gevolg, op: date | None, stappen: int) -> _Zoekresultaat:
        plek, punten = self._begin.uitgangspunten(doel, gevolg)
        gekozen = self._begin.gekozen(op)
        versies = {b.versie.iri: b for b in gekozen.values()}
        lees = lru_cache(maxsize=None)(self._lees)
        zoektocht = Zoektocht(
            self._bronnen.bron(frozenset(versies)),
            lees,
            self._naslag.iri,
            lambda versie: bindend(versies[versie].soort),
            Grenzen(stappen=stappen),
        )
        besluit = isinstance(doel, ExternId)
        uitslag = zoektocht.zoek(self._begin.begin(p, besluit=besluit) for p in punten)
        per_werk: dict[str, list[_Vondst]] = {}
        for vondst in self._vondsten(uitslag, {p.plek.iri: p for p in punten}, gekozen):
            id_ = lees(vondst.iri)
            assert id_ is not None  # only provisions depend on something
            per_werk.setdefault(id_.werk, []).append(vondst)
        for rij in per_werk.values():
            rij.sort(key=lambda v: (-v.gewicht, natuurlijk(v.iri)))
        volgorde_ = sorted(per_werk.items(), key=lambda paar: (-paar[1][0].gewicht, -len(paar[1]), paar[0]))
        vondsten = tuple(v for _, rij in volgorde_ for v in rij)
        return _Zoekresultaat(plek, tuple(punten), gekozen, uitslag, vondsten, {w: tuple(r) for w, r in volgorde_})

    def _lees(self, iri: str) -> BepalingId | None:
        return lees_bepaling(self._naslag, iri)

    def _vondsten(
        self, uitslag: Uitslag, punten: Mapping[str, Uitgangspunt], gekozen: Mapping[str, Bron]
    ) -> Iterable[_Vondst]:
        """Each touched provision once, by its heaviest step and the grade of that."""
        g = gewichten()
        per_iri: dict[str, list[tuple[float, Graad, Sprong]]] = {}
        for staat, per_graad in uitslag.sprongen.items():
            for graad, (_, sprongen) in per_graad.items():
                rij = per_iri.setdefault(staat.iri, [])
                rij += ((s.gewicht * g.graad[graad], graad, s) for s in sprongen)
        for iri, rij in per_iri.items():
            rij.sort(key=lambda drie: (-drie[0], volgorde(drie[2])))
            # A part that reads the same is only what a provision goes by where nothing else is.
            anders = [drie for drie in rij if not self._is_gelijk(uitslag, punten, drie[2])]
            gewicht, graad, beste = (anders or rij)[0]
            punt = punten[pad_naar(uitslag, beste)[0].uit.iri]
            verwerkt = _verwerkt(punt, gekozen.get(self._werk(iri)))
            factor = (g.verwerkt if verwerkt else 1.0) * (1.0 if anders else g.gelijk)
            rest = [drie for drie in rij if drie not in anders]
            alle = tuple(s for _, _, s in (*anders, *rest))
            yield _Vondst(iri, graad, gewicht * factor, alle, verwerkt, not anders)

    def _is_gelijk(self, uitslag: Uitslag, punten: Mapping[str, Uitgangspunt], s: Sprong) -> bool:
        """Whether a step leads from a changed article by a part of it that stayed the same."""
        if uitslag.diepte[s.uit] or s.bereik is not Bereik.ONDER:
            return False
        deel = self._lees(s.kant.naar)
        return deel is not None and self._begin.gelijk_gebleven(punten[s.uit.iri], deel)

    def _werk(self, iri: str) -> str:
        id_ = self._lees(iri)
        return id_.werk if id_ is not None else ""

    # --- showing ---

    def _groepen(self, r: _Zoekresultaat, deel: Sequence[_Vondst]) -> tuple[Impactgroep, ...]:
        getoond = {v.iri for v in deel}
        paden = {v.iri: [pad_naar(r.uitslag, s) for s in _verschillend(v.sprongen)[:PADEN]] for v in deel}
        bewijzen = self._paden.bewijzen(s for rij in paden.values() for pad in rij for s in pad)
        extra = {p.plek.iri: p.plek for p in r.punten}
        groepen = []
        for werk, vondsten in r.per_werk.items():
            items = tuple(self._geraakt(r, v, paden[v.iri], bewijzen, extra) for v in vondsten if v.iri in getoond)
            if not items:
                continue
            bron = r.gekozen.get(werk)
            iri = self._naslag.iri(BepalingId(werk))
            groepen.append(
                Impactgroep(
                    werk=self._naslag.plekken([iri])[iri],
                    versie=bron.versie.naam if bron else None,
                    soort=bron.soort if bron else None,
                    totaal=len(vondsten),
                    per_graad=_per_graad(vondsten),
                    items=items,
                )
            )
        return tuple(groepen)

    def _geraakt(
        self,
        r: _Zoekresultaat,
        v: _Vondst,
        paden: Sequence[Sequence[Sprong]],
        bewijzen: Bewijzen,
        extra: Mapping[str, Plek],
    ) -> Geraakt:
        getoond = tuple(self._paden.pad(pad, bewijzen, extra) for pad in paden)
        punt = next(p for p in r.punten if p.plek.iri == paden[0][0].uit.iri)
        kort, doen = self._paden.advies(punt, v.graad, getoond[0])
        if v.gelijk:
            kort = "het genoemde deel bleef gelijk"
            doen = (
                f"{getoond[0][-1].naar.label} is in de geladen versies voor en na de wijziging gelijk; iets anders in "
                f"{punt.plek.label} veranderde. Waarschijnlijk hoeft hier niets te gebeuren."
            )
        if v.verwerkt:
            doen += " Dit document is van na de bekendmaking of inwerkingtreding; de wijziging kan al zijn verwerkt."
        return Geraakt(
            plek=getoond[0][-1].van,
            graad=v.graad,
            gevolg=punt.gevolg,
            bereik=v.sprongen[0].bereik,
            stappen=len(paden[0]),
            zeker=v.sprongen[0].naar.zeker,
            gewicht=round(v.gewicht, 2),
            kort=kort,
            advies=doen,
            paden=getoond,
            aantal_paden=len(_verschillend(v.sprongen)),
            misschien_verwerkt=v.verwerkt,
        )

    # --- counts beside ---

    def _zwak(self, punten: Iterable[Uitgangspunt], gekozen: Mapping[str, Bron]) -> tuple[tuple[Plek, int], ...]:
        """References to the whole regulation that a changed provision is part of, by another document that has them."""
        werken = {p.plek.bepaling.werk for p in punten if p.plek.bepaling and p.plek.bepaling.stappen}
        versies = {b.versie.iri: b for b in gekozen.values()}
        telling: Counter[str] = Counter()
        for rij in self._aantallen(self._naslag.iri(BepalingId(w)) for w in werken):
            bron = versies.get(rij[0])
            if bron is not None and bron.werk.kort not in werken:
                telling[bron.werk.kort] += rij[1]
        return tuple((gekozen[w].werk, n) for w, n in sorted(telling.items(), key=lambda p: (-p[1], p[0])))

    def _noemen(self, iri: str, gekozen: Mapping[str, Bron]) -> int:
        versies = {b.versie.iri for b in gekozen.values()}
        return sum(n for versie, n in self._aantallen([iri]) if versie in versies)

    def _aantallen(self, iris: Iterable[str]) -> Iterable[tuple[str, int]]:
        for _, werkversie, aantal in self._naslag.feiten.aantal_naar(iris):
            yield werkversie, aantal


def bindend(soort: DocumentSoort) -> bool:
    """Whether a document is a regulation or a model of one, and not guidance, a letter or a proposal."""
    return soort.rechtskracht or soort is DocumentSoort.MODEL


def _verwerkt(punt: Uitgangspunt, bron: Bron | None) -> bool:
    """Whether a document is newer than the publication or commencement of a change."""
    begin = begin_van(bron) if bron is not None else None
    dagen = [d for d in (punt.gepubliceerd, punt.in_werking) if d is not None]
    return begin is not None and bool(dagen) and begin >= min(dagen)


def _direct(v: _Vondst, uitslag: Uitslag) -> bool:
    return uitslag.diepte[v.sprongen[0].uit] == 0


def _per_graad(vondsten: Iterable[_Vondst]) -> tuple[tuple[Graad, int], ...]:
    telling = Counter(v.graad for v in vondsten)
    return tuple((g, telling[g]) for g in Graad if telling[g])


def _verschillend(sprongen: Iterable[Sprong]) -> list[Sprong]:
    """One step for each touched provision and piece of evidence: a reference may name several that matter here."""
    per_sleutel: dict[tuple[Staat, str], Sprong] = {}
    for s in sprongen:
        per_sleutel.setdefault((s.uit, s.kant.ding), s)
    return list(per_sleutel.values())
