"""Build the tree of provisions from the XML words that BWB, CVDR and Staatsblad share.

The three formats come from one family of schemas: structure units with a ``kop``, ``artikel``, ``lid``, ``lijst`` and
``li``, ``al`` with inline mark-up, CALS tables, ``noot``. ``bronnen.markering`` says what each element is. An element
that is not known there is taken for a block of text, so that no text is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from bronnen import markering
from bronnen.kop import lees_kop
from bronnen.markering import Rol
from bronnen.nummering import Eenheid, Nummeraar, canoniek, noem_eenheden
from bronnen.xmlboom import Element, Tekststuk, lees_tekst, voeg_stuk_toe
from ontologie.document import (
    Bepaling,
    BepalingSoort,
    Melding,
    Redactielink,
    Voetnootmarkering,
    Weggelaten,
    Wijzigingsgegevens,
)
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.tekst import Span, Tekst, TekstBouwer

#: Reads the change metadata of an element, the principal change first.
WijzigingLezer = Callable[[Element], tuple[Wijzigingsgegevens, ...]]

_VERVALLEN = re.compile(
    r"\W*(?:(?:dit|deze|het|de)\b[^.;]{0,60}\b(?:is|zijn) )?vervallen(?: (?:per|met ingang van) [\w .-]{1,40})?\W*",
    re.IGNORECASE,
)
_NOG_NIET = re.compile(r"\W*(?:dit|deze|het|de)\b[^.;]{0,80}\bnog niet in werking\b(?: getreden)?\W*", re.IGNORECASE)


class Opgebouwd(NamedTuple):
    """The tree and what was met on the way."""

    wortel: Bepaling
    redactielinks: tuple[Redactielink, ...]
    voetnootmarkeringen: tuple[Voetnootmarkering, ...]
    weggelaten: tuple[Weggelaten, ...]
    meldingen: tuple[Melding, ...]


def bouw_op(
    werk: str, element: Element, span: Span, titel: Tekst | None, lees_wijziging: WijzigingLezer | None = None
) -> Opgebouwd:
    """The tree of everything below ``element``; ``span`` and ``titel`` are those of the whole regulation."""
    opbouw = _Opbouw(BepalingId(werk), lees_wijziging or (lambda _: ()))
    wortel = opbouw.loop(element, span, titel)
    return Opgebouwd(
        wortel, tuple(opbouw.links), tuple(opbouw.markeringen), tuple(opbouw.weggelaten), tuple(opbouw.meldingen)
    )


@dataclass(slots=True)
class _Raam:
    """A provision under construction."""

    id: BepalingId
    soort: BepalingSoort
    element: Element
    nummeraar: Nummeraar
    label: str = ""
    opschrift: Tekst | None = None
    in_werking: bool = True
    inhoud: list[Tekst | Bepaling] = field(default_factory=list)
    bouwer: TekstBouwer = field(default_factory=TekstBouwer)
    #: Footnotes met in the current passage; they follow it.
    noten: list[Bepaling] = field(default_factory=list)
    #: Above zero inside a label or heading, which is no running text.
    stil: int = 0
    #: Length of the passage up to the end of a defined term, which its definition continues; -1 for none.
    vervolg: int = -1

    def spoel(self) -> None:
        """End the current passage."""
        if self.vervolg == len(self.bouwer):
            return
        self.vervolg = -1
        if len(self.bouwer):
            tekst = self.bouwer.bouw()
            if tekst.inhoud:
                self.inhoud.append(tekst)
            self.bouwer = TekstBouwer()
        self.inhoud.extend(self.noten)
        self.noten = []


class _Opbouw:
    def __init__(self, werk: BepalingId, lees_wijziging: WijzigingLezer) -> None:
        self._werk = werk
        self._lees_wijziging = lees_wijziging
        self._ids: dict[int, BepalingId] = {}
        self._ramen: list[_Raam] = []
        self.links: list[Redactielink] = []
        self.markeringen: list[Voetnootmarkering] = []
        self.weggelaten: list[Weggelaten] = []
        self.meldingen: list[Melding] = []

    def loop(self, wortel: Element, span: Span, titel: Tekst | None) -> Bepaling:
        """Walk the tree once, with a stack of open elements of our own."""
        self._noem(wortel)
        basis = _Raam(
            self._werk, BepalingSoort.REGELING, wortel, Nummeraar(self._werk, self.meldingen), opschrift=titel
        )
        self._ramen.append(basis)
        stapel: list[tuple[Element, Rol, Iterator[Element | Tekststuk]]] = [(wortel, Rol.BLOK, iter(wortel.inhoud))]
        while stapel:
            element, rol, rest = stapel[-1]
            deel = next(rest, None)
            if deel is None:
                stapel.pop()
                if stapel:
                    self._sluit(element, rol)
            elif isinstance(deel, Tekststuk):
                raam = self._ramen[-1]
                if not raam.stil:
                    voeg_stuk_toe(raam.bouwer, deel)
            else:
                nieuwe_rol = markering.rol(deel.naam, in_tekst=rol in (Rol.ALINEA, Rol.INLINE))
                if nieuwe_rol is Rol.LATEN:
                    if deel.naam in markering.HERHALINGEN:
                        self.weggelaten.append(Weggelaten(deel.span, markering.HERHALINGEN[deel.naam]))
                    continue
                self._open(deel, nieuwe_rol)
                stapel.append((deel, nieuwe_rol, iter(deel.inhoud)))
        basis.spoel()
        return self._bepaling(basis, span)

    def _noem(self, wortel: Element) -> None:
        """Name the units of the whole work; what lies within an artikel is numbered on the way."""
        elementen: list[Element] = []
        eenheden: list[Eenheid] = []
        stapel = [(wortel, -1)]
        while stapel:
            element, ouder = stapel.pop()
            soort = markering.EENHEDEN.get(element.naam)
            if soort is not None and element is not wortel:
                elementen.append(element)
                eenheden.append(Eenheid(StapSoort(soort.value), lees_kop(element, soort).nummer, ouder))
                ouder = len(eenheden) - 1
                if soort is BepalingSoort.ARTIKEL:
                    continue
            elif markering.rol(element.naam, in_tekst=False) is not Rol.BLOK:
                continue
            stapel.extend((kind, ouder) for kind in reversed(list(element.kinderen())))
        ids, meldingen = noem_eenheden(self._werk, eenheden)
        self._ids = {id(element): id_ for element, id_ in zip(elementen, ids, strict=True)}
        self.meldingen.extend(meldingen)

    # --- opening ---

    def _open(self, element: Element, rol: Rol) -> None:
        raam = self._ramen[-1]
        if rol is Rol.STIL:
            raam.stil += 1
        elif rol in (Rol.BLOK, Rol.ALINEA):
            raam.spoel()
            self._merk_op(element)
        elif rol is Rol.INLINE:
            self._open_inline(element)
        elif rol is Rol.NOOT:
            self._open_raam(element, BepalingSoort.VOETNOOT)
        else:
            raam.spoel()
            soort = markering.EENHEDEN.get(element.naam) or markering.DELEN[element.naam]
            self._open_raam(element, soort)

    def _open_raam(self, element: Element, soort: BepalingSoort) -> None:
        ouder = self._ramen[-1]
        label, nummer, opschrift = lees_kop(element, soort)
        id_ = self._ids.get(id(element)) or ouder.nummeraar.geef(StapSoort(soort.value), nummer)
        raam = _Raam(id_, soort, element, Nummeraar(id_, self.meldingen), label, opschrift)
        raam.in_werking = ouder.in_werking and element.attribuut("status") != "nogniet"
        if soort is BepalingSoort.VOETNOOT:
            nr = element.kind("noot.nr")
            plek = lees_tekst(nr).span if nr is not None else Span(element.begin, element.begin)
            self.markeringen.append(Voetnootmarkering(plek, id_.stappen[-1].nummer))
        self._ramen.append(raam)

    def _open_inline(self, element: Element) -> None:
        if element.naam in markering.VERWIJZINGEN:
            tekst = lees_tekst(element, laat_weg=markering.GEEN_TEKST)
            if tekst.inhoud:
                doel = element.attribuut("doc") or element.attribuut("href")
                self.links.append(
                    Redactielink(tekst.span, tekst.inhoud, element.naam, doel, element.attribuut("bwb-id"))
                )
        elif element.naam == "nootref":
            nummer = canoniek(lees_tekst(element).inhoud or element.attribuut("refid"))
            self.markeringen.append(Voetnootmarkering(element.span, nummer))
        elif element.naam in markering.WITREGELS and not self._ramen[-1].bouwer.eindigt_op_wit():
            self._ramen[-1].bouwer.voeg_toe(" ", element.begin, 0)

    def _merk_op(self, element: Element) -> None:
        if element.naam == "illustratie":
            naam = element.attribuut("naam") or "zonder naam"
            self.meldingen.append(Melding(str(self._ramen[-1].id), f"afbeelding {naam} staat niet in de tekst"))

    # --- closing ---

    def _sluit(self, element: Element, rol: Rol) -> None:
        raam = self._ramen[-1]
        if rol is Rol.STIL:
            raam.stil -= 1
        elif rol in (Rol.BLOK, Rol.ALINEA):
            if element.naam == "term":
                self._verbind(raam, element.eind)
            else:
                raam.spoel()
        elif rol is Rol.INLINE:
            if element.naam in markering.WOORDEN and not raam.bouwer.eindigt_op_wit():
                raam.bouwer.voeg_toe(" ", element.eind, 0)
        else:
            self._sluit_raam()

    @staticmethod
    def _verbind(raam: _Raam, positie: int) -> None:
        """A defined term and its definition are one sentence, with the colon that is printed between them."""
        tekst = raam.bouwer.bouw().inhoud
        if tekst:
            raam.bouwer.voeg_toe(" " if tekst.endswith(":") else ": ", positie, 0)
            raam.vervolg = len(raam.bouwer)

    def _sluit_raam(self) -> None:
        raam = self._ramen.pop()
        raam.vervolg = -1
        raam.spoel()
        bepaling = self._bepaling(raam, raam.element.span)
        ouder = self._ramen[-1]
        (ouder.noten if raam.soort is BepalingSoort.VOETNOOT else ouder.inhoud).append(bepaling)

    def _bepaling(self, raam: _Raam, span: Span) -> Bepaling:
        element = raam.element
        wijzigingen = self._lees_wijziging(element)
        kort = _korte_tekst(raam.inhoud)
        return Bepaling(
            raam.id,
            raam.soort,
            span,
            raam.label,
            raam.opschrift,
            tuple(raam.inhoud),
            vervallen=element.attribuut("status") == "vervallen" or _VERVALLEN.fullmatch(kort) is not None,
            in_werking=raam.in_werking and _NOG_NIET.fullmatch(kort) is None,
            wijziging=wijzigingen[0] if wijzigingen else None,
            verdere_wijzigingen=wijzigingen[1:],
            bron_ids=tuple((n, element.attribuut(n)) for n in markering.BRON_IDS if element.attribuut(n)),
        )


def _korte_tekst(inhoud: list[Tekst | Bepaling]) -> str:
    """The whole text of a provision where that is short and undivided, such as "[Vervallen]"; otherwise ""."""
    if len(inhoud) != 1 or not isinstance(inhoud[0], Tekst) or len(inhoud[0]) > 200:
        return ""
    return inhoud[0].inhoud
