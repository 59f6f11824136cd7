"""What a question of impact begins with: the provisions that change, the versions that count, and what lapses along."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import Bron, Plek
from graph.antwoorden.geldigheid import Geldigheid, begin_van
from graph.antwoorden.impactgegevens import Uitgangspunt, Vernummerd
from graph.antwoorden.naslag import Naslag, dag, getal, tekst
from graph.antwoorden.structuur import Structuur
from graph.antwoorden.tijdgegevens import Zekerheid
from graph.antwoorden.verschil import Verschilvragen
from graph.antwoorden.verwijzingen import Verwijzingen, natuurlijk
from graph.impact.regels import Gevolg, gewichten
from graph.impact.uitslag import Begin
from graph.tripels import extern_iri
from ontologie.fouten import NietGevonden
from ontologie.identificatie import STRUCTUUR, BepalingId, StapSoort, print_kort, print_label
from ontologie.verwijzing import ExternId

#: Works named in a sentence before "en n andere".
_GENOEMD = 8
_REEKS = re.compile(r"\btot\s+en\s+met\b|\bt/m\b|\bt\.?e?\.?m\.?\s|[–—]", re.IGNORECASE)


def gevolg_van(effect: str) -> Gevolg:
    """What the words of the official metadata come to."""
    if effect.startswith("vervallen"):
        return Gevolg.VERVALT
    if effect.startswith("nieuw"):
        return Gevolg.NIEUW
    return Gevolg.VERNUMMERT if effect.startswith("vernummer") else Gevolg.WIJZIGT


class Impactbegin:
    """Prepares a search."""

    def __init__(
        self,
        naslag: Naslag,
        structuur: Structuur,
        verwijzingen: Verwijzingen,
        geldigheid: Geldigheid,
        verschil: Verschilvragen,
    ) -> None:
        self._naslag = naslag
        self._structuur = structuur
        self._verwijzingen = verwijzingen
        self._geldigheid = geldigheid
        self._verschil = verschil

    # --- what changes ---

    def uitgangspunten(self, doel: BepalingId | ExternId, gevolg: Gevolg) -> tuple[Plek, list[Uitgangspunt]]:
        """What was asked for, and the provisions that change.

        Raises:
            NietGevonden: a provision that nothing loaded has or names, or an act of which no change is known.
        """
        if isinstance(doel, BepalingId):
            plek = self._plek(doel, gevolg)
            return plek, [Uitgangspunt(plek, gevolg)]
        iri = extern_iri(doel)
        plek = self._naslag.plekken([iri]).get(iri) or Plek(doel, iri, str(doel), str(doel))
        punten = list(self._door_besluit(iri))
        if not punten:
            raise NietGevonden(
                f"Van {plek.label} is in wat geladen is geen wijziging van een bepaling bekend.",
                advies="Laad de regeling die het wijzigt (met haar geschiedenis), of noem de bepaling zelf.",
            )
        return plek, sorted(punten, key=lambda u: natuurlijk(u.plek.iri))

    def _plek(self, id_: BepalingId, gevolg: Gevolg) -> Plek:
        iri = self._naslag.iri(id_)
        plek = self._naslag.plekken([iri]).get(iri)
        if plek is not None:
            return plek
        ouder = id_.ouder
        if gevolg is Gevolg.NIEUW and ouder is not None and self._naslag.plekken([self._naslag.iri(ouder)]):
            # A provision that would be added need not be known; what it is added to must be.
            register = self._naslag.register
            return Plek(id_, iri, print_kort(id_, register), print_label(id_, register))
        self._structuur.zoek(id_, "")
        raise NietGevonden(f"«{id_}» is niet bekend.")

    def _door_besluit(self, iri: str) -> Iterator[Uitgangspunt]:
        """Each provision that an act changed, once, with the worst that it did to it."""
        beste: dict[str, Uitgangspunt] = {}
        rijen = list(self._naslag.vraag("impact-wijzigingen-door", besluit=NamedNode(iri)))
        eigen = [r for r in rijen if tekst(r, "hoe").endswith("#door")]
        plekken = self._naslag.plekken({tekst(r, "bepaling") for r in rijen})
        # A decree that only makes another act commence changes what that act changes.
        for rij in eigen or rijen:
            plek = plekken.get(tekst(rij, "bepaling"))
            if plek is None:
                continue
            punt = Uitgangspunt(
                plek, gevolg_van(tekst(rij, "effect")), dag(tekst(rij, "inWerking")), dag(tekst(rij, "gepubliceerd"))
            )
            vorige = beste.get(plek.iri)
            if vorige is None or _rang(punt) > _rang(vorige):
                beste[plek.iri] = punt
        yield from beste.values()

    def begin(self, punt: Uitgangspunt, *, besluit: bool) -> Begin:
        """Where the search starts. Of a unit above articles an act says apart which of its articles change."""
        id_ = punt.plek.bepaling
        geheel = id_ is not None and (not id_.stappen or id_.stappen[-1].soort in STRUCTUUR)
        reeksen = frozenset[str]()
        if id_ is not None and punt.gevolg is Gevolg.NIEUW and not punt.plek.geladen:
            reeksen = self._reeksen_om(id_)
        return Begin(punt.plek.iri, punt.gevolg, met_delen=not (besluit and geheel), reeksen=reeksen)

    def gelijk_gebleven(self, punt: Uitgangspunt, deel: BepalingId) -> bool:
        """Whether a part of a changed article is the same in the loaded versions just before and after the change.

        Official metadata name the article only. False where that cannot be told.
        """
        if punt.gevolg is not Gevolg.WIJZIGT or punt.in_werking is None or punt.plek.bepaling == deel:
            return False
        versies = [(d, b) for b in self._naslag.bronnen.values() if b.werk.kort == deel.werk and (d := begin_van(b))]
        voor = max((v for v in versies if v[0] < punt.in_werking), key=lambda v: v[0], default=None)
        na = min((v for v in versies if v[0] >= punt.in_werking), key=lambda v: v[0], default=None)
        if voor is None or na is None:
            return False
        oud, nieuw = (self._naslag.werkversies[b.versie.iri] for _, b in (voor, na))
        return self._verschil.gelijk(deel, oud, nieuw) is True

    def _reeksen_om(self, id_: BepalingId) -> frozenset[str]:
        """References that name a range between neighbours of a new provision ("8 tot en met 10" for 9a)."""
        zelf = natuurlijk(self._naslag.iri(id_))
        kanten: dict[str, set[bool]] = {}
        for buur in self._buren(id_):
            for gevonden in self._naslag.feiten.verwijzingen_naar([buur.iri]):
                kanten.setdefault(gevonden.verwijzing, set()).add(natuurlijk(buur.iri) < zelf)
        rond = [v for v, zijden in kanten.items() if len(zijden) == 2]
        return frozenset(g.iri for g in self._verwijzingen.gevonden(rond) if _REEKS.search(g.woorden))

    # --- neighbours ---

    def _buren(self, id_: BepalingId) -> list[Plek]:
        """The loaded provisions of the same kind in the same parent, in reading order; itself too if loaded."""
        ouder = id_.ouder
        if ouder is None:
            return []
        try:
            werkversie, versie = self._structuur.zoek(ouder, "")
        except NietGevonden:
            return []
        if not ouder.stappen:
            iris = [r.iri for r in self._structuur.opbouw(werkversie.iri) if r.soort.value == id_.stappen[-1].soort]
        else:
            iris = [iri for _, iri, soort in self._structuur.kinderen(versie) if soort == id_.stappen[-1].soort]
        return list(self._naslag.plekken_op_rij(iris))

    def mee(self, id_: BepalingId) -> tuple[Plek, ...]:
        """The loaded parts of a provision, which lapse with it, in reading order."""
        plekken = self._naslag.plekken(self._structuur.onder(id_)).values()
        return tuple(sorted((p for p in plekken if p.geladen), key=lambda p: natuurlijk(p.iri)))

    def vernummerd(self, id_: BepalingId, gevolg: Gevolg) -> tuple[Vernummerd, ...]:
        """The leden or onderdelen that probably shift when one lapses, or when one comes at a number that is in use.

        Articles keep their number.
        """
        if not id_.stappen or id_.stappen[-1].soort not in (StapSoort.LID, StapSoort.ONDERDEEL):
            return ()
        buren = self._buren(id_)
        plaats = next((n for n, b in enumerate(buren) if b.bepaling == id_), None)
        if plaats is None or gevolg not in (Gevolg.VERVALT, Gevolg.NIEUW):
            return ()
        nummers = [b.bepaling.stappen[-1].nummer if b.bepaling else "" for b in buren]
        if gevolg is Gevolg.VERVALT:
            paren = list(zip(buren[plaats + 1 :], nummers[plaats:], strict=False))
        else:
            paren = list(zip(buren[plaats:], [*nummers[plaats + 1 :], _volgend(nummers[-1])], strict=False))
        tellingen = self._tel([p for p, _ in paren])
        return tuple(Vernummerd(p, nummer, tellingen[p.iri]) for p, nummer in paren)

    def _tel(self, plekken: Iterable[Plek]) -> Counter[str]:
        """How many references name each of some provisions or a part of it."""
        per_deel: dict[str, str] = {}
        for plek in plekken:
            delen = self._structuur.onder(plek.bepaling) if plek.bepaling else ()
            per_deel |= dict.fromkeys((plek.iri, *delen), plek.iri)
        telling: Counter[str] = Counter()
        for iri, aantal in self._verwijzingen.aantal_naar(per_deel).items():
            telling[per_deel[iri]] += aantal
        return telling

    # --- versions ---

    def gekozen(self, op: date | None) -> dict[str, Bron]:
        """The version of each work that counts, by its short name: the newest, or the one that held on a day."""
        uit: dict[str, Bron] = {}
        for bron in self._naslag.bronnen.values():
            begin = begin_van(bron)
            if op is None or begin is None or begin <= op:
                uit.setdefault(bron.werk.kort, bron)
        return uit

    def voorbehouden(
        self, op: date | None, gekozen: Mapping[str, Bron], punten: Iterable[Uitgangspunt], *, besluit: bool
    ) -> Iterator[str]:
        """What was not looked at, as Dutch sentences."""
        yield from self._over_punten(list(punten), gekozen, besluit=besluit)
        deels = [b.werk.label for b in gekozen.values() if not b.volledig]
        if deels:
            yield f"Alleen een deel is geladen van {_opsomming(deels)}; wat daar verder in staat is niet bekeken."
        if niet := self._niet_geladen:
            yield (
                f"Niet geladen zijn {len(niet)} regelingen die de geladen documenten noemen; of daarin iets wordt "
                f"geraakt is niet bekend: {_opsomming(niet)}."
            )
        if besluit:
            yield "Alleen wijzigingen in geladen regelingen zijn bekend; het besluit kan er meer wijzigen."
        if op is None:
            return
        alle = {b.werk.kort: b.werk.label for b in self._naslag.bronnen.values()}
        later = sorted(label for kort, label in alle.items() if kort not in gekozen)
        if later:
            yield f"Van {_opsomming(later)} is geen versie van {op} of eerder geladen; die tellen niet mee."
        for bron in gekozen.values():
            werk = bron.werk.bepaling
            if werk is None or not bron.soort.rechtskracht:
                continue
            keuze = self._geldigheid.versie_op(werk, bron.werk, op)
            if keuze.zekerheid in (Zekerheid.ONZEKER, Zekerheid.ACHTERHAALD):
                yield f"{bron.werk.label}: de versie van {bron.versie.naam} is gebruikt. {_kort(keuze.reden)}"

    def _over_punten(
        self, punten: Sequence[Uitgangspunt], gekozen: Mapping[str, Bron], *, besluit: bool
    ) -> Iterator[str]:
        """What is not loaded of the provisions that change."""
        bedacht = [u.plek.label for u in punten if not u.plek.geladen and u.gevolg is Gevolg.NIEUW and not besluit]
        if bedacht:
            yield f"Bestaat in de geladen bronnen nog niet; verondersteld is dat dit erbij komt: {_opsomming(bedacht)}."
        ongeladen = [u.plek.label for u in punten if not u.plek.geladen and u.plek.label not in bedacht]
        if ongeladen:
            yield f"Zelf niet geladen, dus alleen bekend van wie ernaar verwijst: {_opsomming(ongeladen)}."
        if not besluit:
            yield from self._buiten_versie(punten, gekozen)

    def _buiten_versie(self, punten: Iterable[Uitgangspunt], gekozen: Mapping[str, Bron]) -> Iterator[str]:
        """What is loaded, but does not stand in the version of its work that counts."""
        for u in punten:
            id_, bron = u.plek.bepaling, None
            if id_ is not None and id_.stappen and u.plek.geladen:
                bron = gekozen.get(id_.werk)
            if id_ is None or bron is None:
                continue
            try:
                self._structuur.zoek(id_, bron.versie.naam)
            except NietGevonden:
                yield (
                    f"{u.plek.label} staat niet in de versie van {bron.versie.naam}, die hier telt; geteld is alleen "
                    "wat er toch naar verwijst."
                )

    @cached_property
    def _niet_geladen(self) -> tuple[str, ...]:
        """Works that are cited and of which nothing is loaded, the most cited first."""
        aantallen = {tekst(r, "werk"): getal(r, "aantal") for r in self._naslag.vraag("impact-niet-geladen")}
        plekken = self._naslag.plekken(aantallen)
        rij = sorted(plekken, key=lambda iri: (-aantallen[iri], plekken[iri].label))
        return tuple(plekken[iri].label for iri in rij)


def _rang(punt: Uitgangspunt) -> tuple[float, str]:
    return gewichten().gevolg[punt.gevolg], str(punt.in_werking or "")


def _opsomming(namen: Iterable[str]) -> str:
    alle = list(namen)
    if len(alle) <= _GENOEMD:
        return ", ".join(alle)
    return f"{', '.join(alle[:_GENOEMD])} en {len(alle) - _GENOEMD} andere"


def _kort(zin: str) -> str:
    """A reason that names very many days, shortened."""
    return zin if len(zin) <= 200 else zin[:200].rpartition(",")[0] + " en later."


def _volgend(nummer: str) -> str:
    """The number after one: 6 after 5, g after f; "" where it does not follow."""
    if nummer.isascii() and nummer.isdigit():
        return str(int(nummer) + 1)
    return chr(ord(nummer) + 1) if len(nummer) == 1 and "a" <= nummer.lower() < "z" else ""
