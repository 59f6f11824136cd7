"""The text of a Word document from its XML parts, with automatic numbers, tables, and footnotes with their markers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bronnen.xmlboom import Element, Tekststuk

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: Not text of the document: deleted words, field codes, alternatives for old programs, drawings.
_OVERSLAAN = frozenset(
    "del moveFrom instrText delText Fallback rPr pPr sectPr tblPr tcPr drawing pict object".split()  # noqa: SIM905
)
_TEKENS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
#: Levels of a list in Word.
_NIVEAUS = 9
#: Footnotes with these types are lines between text and notes.
_GEEN_NOOT = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Niveau:
    """How one level of a list is numbered: format, text with ``%1`` for the number of level 1, first number."""

    vorm: str
    tekst: str
    begin: int


class Nummering:
    """Counts the paragraphs of Word's lists as Word does."""

    def __init__(self, numbering: Element | None) -> None:
        self._niveaus: dict[str, dict[int, Niveau]] = {}
        self._lijst: dict[str, str] = {}
        self._opnieuw: dict[str, dict[int, int]] = {}
        self._tellers: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if numbering is None:
            return
        for abstract in numbering.kinderen("abstractNum"):
            self._niveaus[abstract.attribuut("abstractNumId")] = dict(_lees_niveaus(abstract))
        for num in numbering.kinderen("num"):
            num_id = num.attribuut("numId")
            self._lijst[num_id] = _waarde(num.kind("abstractNumId"))
            self._opnieuw[num_id] = {
                _getal(o.attribuut("ilvl")): _getal(_waarde(o.kind("startOverride")), 1)
                for o in num.kinderen("lvlOverride")
                if o.kind("startOverride")
            }

    def label(self, num_id: str, diepte: int) -> str:
        """The label of the next paragraph of a list at a depth (from 0), "" where it has none."""
        lijst = self._lijst.get(num_id, "")
        niveaus = self._niveaus.get(lijst, {})
        niveau = niveaus.get(diepte)
        if niveau is None:
            return ""
        tellers = self._tellers[lijst]
        # A list that starts anew does so at its first paragraph only.
        opnieuw = self._opnieuw.get(num_id, {}).pop(diepte, None)
        tellers[diepte] = opnieuw if opnieuw is not None else tellers.get(diepte, niveau.begin - 1) + 1
        for dieper in range(diepte + 1, _NIVEAUS):
            tellers.pop(dieper, None)
        if niveau.vorm == "bullet":
            return "-"
        label = niveau.tekst
        for n in range(diepte, -1, -1):
            ander = niveaus.get(n, niveau)
            label = label.replace(f"%{n + 1}", _schrijf(tellers.get(n, ander.begin), ander.vorm))
        return label.strip()


def _lees_niveaus(abstract: Element) -> Iterator[tuple[int, Niveau]]:
    for lvl in abstract.kinderen("lvl"):
        yield (
            _getal(lvl.attribuut("ilvl")),
            Niveau(
                _waarde(lvl.kind("numFmt")) or "decimal",
                _waarde(lvl.kind("lvlText")),
                _getal(_waarde(lvl.kind("start")), 1),
            ),
        )


def _schrijf(getal: int, vorm: str) -> str:
    """A number in one of Word's formats."""
    if vorm == "none":
        return ""
    if vorm in ("lowerLetter", "upperLetter") and getal > 0:
        letters = chr(97 + (getal - 1) % 26) * ((getal - 1) // 26 % 10 + 1)
        return letters if vorm == "lowerLetter" else letters.upper()
    if vorm in ("lowerRoman", "upperRoman") and 0 < getal < 4000:
        romeins = _romeins(getal)
        return romeins if vorm == "upperRoman" else romeins.lower()
    if vorm == "decimalZero":
        return f"{getal:02}"
    return f"{getal}"


def _romeins(getal: int) -> str:
    tekst = ""
    for waarde, teken in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        tekst += teken * (getal // waarde)
        getal %= waarde
    return tekst


class WoordTekst:
    """Makes the text. The parts are root elements, None where the file does not hold them."""

    def __init__(
        self,
        document: Element,
        numbering: Element | None,
        styles: Element | None,
        footnotes: Element | None,
        endnotes: Element | None,
    ) -> None:
        self._document = document
        self._nummering = Nummering(numbering)
        self._stijlen = _lees_stijlen(styles)
        self._noten = {
            (soort, n.attribuut("id")): n
            for soort, deel in (("footnote", footnotes), ("endnote", endnotes))
            if deel is not None
            for n in deel.kinderen(soort)
            if n.attribuut("type") not in _GEEN_NOOT
        }
        self._genoemd: list[Element] = []
        self._regels: list[str] = []

    def lees(self) -> str:
        """The whole text."""
        body = self._document.kind("body")
        for blok in _blokken(body) if body is not None else ():
            if blok.naam == "p":
                self._alinea(blok)
            else:
                self._tabel(blok)
        return "\n".join(self._regels).strip("\n") + "\n"

    def _alinea(self, p: Element) -> None:
        eerst = len(self._genoemd)
        tekst = self._tekst(p).strip()
        if tekst:
            label = self._label(p)
            self._regels += [f"{label} {tekst}" if label else tekst, ""]
        self._schrijf_noten(eerst)
        for kader in _kaders(p):
            for alinea in kader.kinderen("p"):
                self._alinea(alinea)

    def _tabel(self, tabel: Element) -> None:
        eerst = len(self._genoemd)
        rijen = [[self._cel(cel) for cel in rij.kinderen("tc")] for rij in _rijen(tabel)]
        # A table of one column is a frame around paragraphs.
        if all(len(rij) < 2 for rij in rijen):
            for tc in (c for rij in _rijen(tabel) for c in rij.kinderen("tc")):
                for p in (b for b in _blokken(tc) if b.naam == "p"):
                    self._alinea(p)
            return
        self._regels += ["\t".join(rij) for rij in rijen if any(rij)]
        self._regels.append("")
        self._schrijf_noten(eerst)

    def _cel(self, cel: Element) -> str:
        alineas = []
        for p in (e for e in cel.loop() if e.naam == "p"):
            if tekst := " ".join(self._tekst(p).split()):
                label = self._label(p)
                alineas.append(f"{label} {tekst}" if label else tekst)
        return " ".join(alineas)

    def _label(self, p: Element) -> str:
        """The automatic number of a paragraph, from itself or from its style."""
        stijl = self._stijlen.get(_waarde(p.kind("pPr", "pStyle")), {})
        eigen = _lees_numpr(p.kind("pPr", "numPr"))
        num_id = eigen.get("numId", stijl.get("numId", ""))
        diepte = eigen.get("ilvl", stijl.get("ilvl", "0"))
        return self._nummering.label(num_id, min(_getal(diepte), _NIVEAUS - 1)) if num_id not in ("", "0") else ""

    def _tekst(self, p: Element) -> str:
        delen: list[str] = []
        stapel: list[Element] = [p]
        while stapel:
            element = stapel.pop()
            if element.naam in _OVERSLAAN:
                continue
            if element.naam == "t":
                delen += [d.tekst for d in element.inhoud if isinstance(d, Tekststuk)]
            elif element.naam in _TEKENS:
                delen.append(_TEKENS[element.naam])
            elif element.naam in ("footnoteReference", "endnoteReference"):
                delen.append(self._markeer(element))
            else:
                stapel.extend(reversed(list(element.kinderen())))
        return "".join(delen)

    def _markeer(self, verwijzing: Element) -> str:
        noot = self._noten.get((verwijzing.naam.removesuffix("Reference"), verwijzing.attribuut("id")))
        if noot is None:
            return ""
        self._genoemd.append(noot)
        return str(len(self._genoemd)).translate(_SUPERSCRIPT)

    def _schrijf_noten(self, vanaf: int) -> None:
        """Write the footnotes that the paragraph named, as lines behind it."""
        for nummer, noot in enumerate(self._genoemd[vanaf:], vanaf + 1):
            tekst = " ".join(" ".join(self._tekst(p).split()) for p in noot.kinderen("p")).strip()
            if tekst:
                self._regels += [f"{str(nummer).translate(_SUPERSCRIPT)} {tekst}", ""]


def _blokken(element: Element) -> Iterator[Element]:
    """Paragraphs and tables of a body or cell, in order; those in content controls too."""
    stapel = [element]
    while stapel:
        e = stapel.pop()
        if e.naam in ("p", "tbl") and e is not element:
            yield e
        elif e.naam not in _OVERSLAAN:
            stapel.extend(reversed(list(e.kinderen())))


def _kaders(p: Element) -> Iterator[Element]:
    """The text boxes that are anchored in a paragraph, outermost first; their paragraphs may hold others."""
    stapel = list(p.kinderen())
    while stapel:
        e = stapel.pop()
        if e.naam == "txbxContent":
            yield e
        elif e.naam != "Fallback":
            stapel.extend(reversed(list(e.kinderen())))


def _rijen(tabel: Element) -> Iterator[Element]:
    for kind in tabel.kinderen("tr", "sdt", "ins"):
        if kind.naam == "tr":
            yield kind
        else:
            yield from (e for e in kind.loop() if e.naam == "tr")


def _lees_stijlen(styles: Element | None) -> dict[str, dict[str, str]]:
    """Per style the list and level that it numbers with, its own or that of the style it is based on."""
    if styles is None:
        return {}
    eigen: dict[str, dict[str, str]] = {}
    basis: dict[str, str] = {}
    for stijl in styles.kinderen("style"):
        naam = stijl.attribuut("styleId")
        eigen[naam] = _lees_numpr(stijl.kind("pPr", "numPr"))
        basis[naam] = _waarde(stijl.kind("basedOn"))
    samen: dict[str, dict[str, str]] = {}
    for naam in eigen:
        waarden: dict[str, str] = {}
        gezien: set[str] = set()
        boven = naam
        while boven in eigen and boven not in gezien:
            gezien.add(boven)
            waarden = {**eigen[boven], **waarden}
            boven = basis[boven]
        samen[naam] = waarden
    return samen


def _lees_numpr(numpr: Element | None) -> dict[str, str]:
    if numpr is None:
        return {}
    return {naam: _waarde(e) for naam in ("numId", "ilvl") if (e := numpr.kind(naam)) is not None}


def _waarde(element: Element | None) -> str:
    return element.attribuut("val") if element is not None else ""


def _getal(tekst: str, anders: int = 0) -> int:
    return int(tekst) if tekst.isdigit() and len(tekst) < 7 else anders
