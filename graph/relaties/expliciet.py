"""Statements in an explanation: who works out what, in one sentence or over several of one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.relaties import formuleringen as f
from graph.relaties.alinea import EIGEN, HOGER, Alinea, Vermelding, Zin
from graph.relaties.vondst import Vondst
from ontologie.document import DocumentSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bevinding, Bewijs, Modaliteit, RelatieSoort, Sterkte
from ontologie.tekst import Span

_DEELS = re.compile(r"\b(?:onder\s+andere|onder\s+meer|mede|deels|gedeeltelijk|ten\s+dele)\b")

#: Words by which a duty is known to be that of the maker of the lower regulation.
_MAKER = {
    DocumentSoort.AMVB: re.compile(r"algemene\s+maatregel\s+van\s+bestuur|\bAMvB\b|\b[Dd]it\s+besluit\b"),
    DocumentSoort.KB: re.compile(r"koninklijk\s+besluit|\b[Dd]it\s+besluit\b"),
    DocumentSoort.MINISTERIELE_REGELING: re.compile(
        r"ministeri[eë]le\s+regeling|\b[Mm]inister\b|\b[Dd]eze\s+regeling\b"
    ),
    DocumentSoort.WET: re.compile(r"\blidstaten\b|\blidstaat\b|\bnationaal\s+recht\b"),
}
_MAKER_VERORDENING = re.compile(
    r"\bverordening(?:en)?\b|\bgemeenteraad\b|\braad\b|\bgemeente(?:n)?\b(?=[^.;:]{0,80}\bverordening)|"
    r"\bprovinciale\s+staten\b|\balgemeen\s+bestuur\b"
)


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A duty or power that a sentence ascribes to higher provisions."""

    doelen: tuple[Vermelding, ...]
    modaliteit: Modaliteit
    voorwaardelijk: bool
    zin: Zin
    nummer: int


@dataclass
class _Stand:
    """What has been said in a paragraph so far."""

    onderwerp: tuple[BepalingId, ...]
    opdracht: Opdracht | None = None
    vervuld: bool = True
    voor_opdracht: tuple[BepalingId, ...] = ()
    vorige: tuple[Vermelding, ...] = ()
    alleen: tuple[Vermelding, ...] = ()
    vondsten: list[Vondst] = field(default_factory=list)
    bevindingen: list[Bevinding] = field(default_factory=list)


class Uitspraken:
    """Reads the statements of paragraphs of one explanation. ``soort`` is the kind of regulation that is explained."""

    def __init__(self, soort: DocumentSoort) -> None:
        self._maker = _MAKER.get(soort, _MAKER_VERORDENING)
        self._teller = 0

    def lees(self, alineas: Iterable[Alinea]) -> Iterator[Vondst | Bevinding]:
        """What they say, in reading order."""
        for alinea in alineas:
            if any(v.teken == HOGER for v in alinea.vermeldingen):
                yield from self._alinea(alinea)
            else:
                yield from self._zonder_hoger(alinea)

    def _alinea(self, alinea: Alinea) -> Iterator[Vondst | Bevinding]:
        stand = _Stand(alinea.onderwerp)
        for nummer, zin in enumerate(alinea.zinnen):
            self._zin(zin, nummer, stand)
        self._alleen_opdracht(stand, alinea)
        yield from stand.vondsten
        yield from stand.bevindingen

    def _zonder_hoger(self, alinea: Alinea) -> Iterator[Vondst]:
        """A paragraph that says to go beyond the law without naming a provision: kept for the article as a whole."""
        onderwerp = alinea.onderwerp
        for zin in alinea.zinnen:
            if m := f.BEGIN.search(zin.kaal):
                onderwerp = zin.op(m.start("s")).doelen
            if f.VERDER.search(zin.kaal) and re.search(r"wettelijk|\bwet\b", zin.kaal) and not alinea.algemeen:
                bewijs = Bewijs(alinea.plaats, zin.span, "gaat-verder")
                for van in onderwerp:
                    # The object is what the rest of the article fills in: ``samenvoegen`` puts it in.
                    yield Vondst(van, van, Sterkte.EXPLICIET, bewijs, _VERDER_REDEN, RelatieSoort.UITGESLOTEN)

    # --- one sentence ---------------------------------------------------------------------------------------------

    def _zin(self, zin: Zin, nummer: int, stand: _Stand) -> None:
        if self._uitgesloten(zin, stand):
            return
        if m := f.BEGIN.search(zin.kaal):
            stand.onderwerp = zin.op(m.start("s")).doelen or stand.onderwerp
        if self._formulering(zin, stand):
            stand.vervuld = True
        elif (opdracht := self._opdracht(zin, nummer)) is not None:
            stand.voor_opdracht = stand.onderwerp
            stand.opdracht, stand.vervuld = opdracht, False
        elif stand.opdracht is not None and f.ELDERS.search(zin.kaal):
            stand.opdracht, stand.vervuld = None, True
        elif stand.opdracht is not None:
            self._vervulling(zin, nummer, stand)
        if hoger := zin.reeks(0, len(zin.kaal), HOGER):
            # A law as a whole, named besides its provision, leaves no doubt which of the two is meant.
            stand.vorige = tuple(v for v in hoger if any(d.stappen for d in v.doelen)) or hoger

    def _formulering(self, zin: Zin, stand: _Stand) -> bool:
        gevonden = False
        for wijze in f.FORMULERINGEN:
            m = wijze.patroon.search(zin.kaal)
            if m is None or f.ONTKENNING.search(m[0]) or f.OPHEFFING.search(zin.kaal):
                continue
            if m[0].startswith(EIGEN) and f.BIJSTELLING.search(zin.kaal[: m.start()]):
                continue
            groepen = m.groupdict()
            s, h = (next((g for g in namen if groepen.get(g)), "") for namen in (("s", "s2"), ("h", "h2")))
            onderwerp = (s and zin.op(m.start(s)).doelen) or stand.onderwerp
            if h:
                doelen = _reeks(zin, m.start(h))
            else:
                doelen = stand.opdracht.doelen if stand.opdracht else stand.vorige if len(stand.vorige) == 1 else ()
            deels = _DEELS.search(m[0]) is not None
            gevonden = self._leg_vast(zin, onderwerp, doelen, wijze, stand, deels) or gevonden
            if gevonden:
                break
        return gevonden

    def _leg_vast(
        self,
        zin: Zin,
        onderwerp: tuple[BepalingId, ...],
        doelen: Iterable[Vermelding],
        wijze: f.Formulering,
        stand: _Stand,
        deels: bool = False,
        span: Span | None = None,
    ) -> bool:
        """Keep a statement; report objects that do not exist. Whether there was anything to keep."""
        bewijs = Bewijs(zin.alinea.plaats, span or zin.span, wijze.regel)
        self._teller += 1
        iets = False
        for vermelding in doelen:
            bepalingen = tuple(d for d in vermelding.geldig if d.stappen)
            if not any(d.stappen for d in vermelding.doelen):
                continue
            iets = True
            if vermelding.ontbreekt:
                tekst = f"De toelichting noemt {vermelding.tekst}, maar {vermelding.wat_ontbreekt} niet zo."
                stand.bevindingen.append(Bevinding(bewijs, tekst, (*onderwerp, *vermelding.ontbreekt)))
            for van in onderwerp:
                # What a whole regulation follows from or rests on is its legal basis.
                berust = wijze.regel == f.BERUST_OP and not van.stappen
                soort = RelatieSoort.GRONDSLAG if berust else RelatieSoort.INVULLING
                stand.vondsten += [
                    Vondst(van, naar, wijze.sterkte, bewijs, wijze.reden, soort, deels, self._teller)
                    for naar in bepalingen
                    if naar.werk != van.werk
                ]
        return iets

    # --- duty and fulfilment --------------------------------------------------------------------------------------

    def _opdracht(self, zin: Zin, nummer: int) -> Opdracht | None:
        kaal = zin.kaal
        if f.OPHEFFING.search(kaal) or not (self._noemt_maker(zin) or f.REGELSTELLEND.search(kaal)):
            return None
        m = f.BEPAALT.search(kaal) or f.GROND.search(kaal)
        if m is not None and not any(d.stappen for v in _reeks(zin, m.start("h")) for d in v.doelen):
            m = f.WET_BEPAALT.search(kaal) or m
        if m is None and self._noemt_maker(zin):
            m = f.SLOTHAAK.search(kaal)
        modaliteit = _modaliteit(kaal)
        if m is None or modaliteit is None:
            return None
        voorwaardelijk = f.VOORWAARDELIJK.search(kaal) is not None
        return Opdracht(_reeks(zin, m.start("h")), modaliteit, voorwaardelijk, zin, nummer)

    def _noemt_maker(self, zin: Zin) -> bool:
        kaal = zin.kaal
        if self._maker.search(kaal):
            return True
        return any(not d.stappen for v in zin.reeks(0, len(kaal), EIGEN) for d in v.doelen)

    def _vervulling(self, zin: Zin, nummer: int, stand: _Stand) -> None:
        assert stand.opdracht is not None
        dichtbij = nummer - stand.opdracht.nummer <= 2 and not stand.vervuld
        m = f.DAARTOE.search(zin.kaal)
        if m is None and dichtbij:
            m = f.REGELT.search(zin.kaal) or f.IN_DIT.search(zin.kaal)
        if m is None or f.OPHEFFING.search(zin.kaal):
            return
        plek = m.start("s") if m["s"] else m.start("s2")
        begin, eind = stand.opdracht.zin.begin, zin.eind
        span = zin.alinea.span(begin, eind)
        if self._leg_vast(zin, zin.op(plek).doelen, stand.opdracht.doelen, _OPDRACHT_VERVULD, stand, span=span):
            stand.vervuld = True

    def _alleen_opdracht(self, stand: _Stand, alinea: Alinea) -> None:
        """A duty with no sentence that closes it, in the explanation of the very provision: that one meets it."""
        opdracht = stand.opdracht
        if opdracht is None or stand.vervuld or opdracht.voorwaardelijk or opdracht.modaliteit is Modaliteit.MAG:
            return
        if alinea.algemeen or any(not d.stappen for d in stand.voor_opdracht):
            return
        gezegd = {o for v in stand.vondsten if v.van in stand.voor_opdracht for o in (v.naar, *v.naar.voorouders())}
        if all(d in gezegd for v in opdracht.doelen for d in v.doelen):
            return  # said before, and more exactly
        self._leg_vast(opdracht.zin, stand.voor_opdracht, opdracht.doelen, _ALLEEN_OPDRACHT, stand)

    # --- what is not filled in ------------------------------------------------------------------------------------

    def _uitgesloten(self, zin: Zin, stand: _Stand) -> bool:
        """Statements that something is not a working out of the law, or goes beyond it."""
        alinea, kaal = zin.alinea, zin.kaal
        if alinea.algemeen:
            return False
        doelen: tuple[Vermelding, ...] = ()
        if m := f.ALLEEN_WET.search(kaal):
            stand.alleen = _reeks(zin, m.start("h"))
        elif stand.alleen and f.OOK_ANDERS.search(kaal) and f.REGELT.search(kaal):
            doelen, stand.alleen = stand.alleen, ()
        elif m := f.NIET_DEZE.search(kaal):
            doelen = _reeks(zin, m.start("h"))
        elif (m := f.VERDER.search(kaal)) and (hoger := zin.reeks(m.end(), len(kaal), HOGER)):
            doelen = hoger[:1]
        bewijs = Bewijs(alinea.plaats, zin.span, "gaat-verder")
        begin = f.BEGIN.search(kaal)
        genoemd = (begin and zin.op(begin.start("s")).doelen) or stand.onderwerp
        onderwerp = tuple(d for d in genoemd if d.stappen)
        stand.vondsten += [
            Vondst(van, naar, Sterkte.EXPLICIET, bewijs, _VERDER_REDEN, RelatieSoort.UITGESLOTEN)
            for v in doelen
            for naar in v.geldig
            for van in onderwerp
            if naar.stappen
        ]
        return bool(doelen)


def _modaliteit(kaal: str) -> Modaliteit | None:
    """Whether a sentence speaks of a duty or of a power; None where of neither."""
    moet, mag = f.MOET.search(kaal), f.MAG.search(kaal)
    if moet is not None and (mag is None or moet.start() < mag.start()):
        return Modaliteit.MOET
    if mag is not None:
        return Modaliteit.MAG
    return Modaliteit.MOET if f.STELT.search(kaal) else None


def _reeks(zin: Zin, begin: int) -> tuple[Vermelding, ...]:
    """The reference at a place in the abstract form, and those that are joined to it."""
    eind = begin + 1
    while (m := f.KOPPELING.match(zin.kaal, eind)) and m.end() > eind:
        eind = m.end() + 1
    return zin.reeks(begin, eind, HOGER)


_VERDER_REDEN = "De toelichting zegt dat dit niet die bepaling uitwerkt of verder gaat dan zij."
_OPDRACHT_VERVULD = f.Formulering(
    "opdracht-en-vervulling",
    re.compile(""),
    "De toelichting noemt de opdracht in die bepaling en zegt daarna wat hier wordt geregeld.",
)
_ALLEEN_OPDRACHT = f.Formulering(
    "opdracht-in-toelichting",
    re.compile(""),
    "De toelichting bij deze bepaling noemt de opdracht in die bepaling.",
)
