"""Read XML files into a tree of elements with places, whatever the file holds.

Built on expat. Positions are character positions in the decoded file as ``open(newline="")`` reads it (a byte order
mark in UTF-8 is one character). Hostile input is refused in bounded time and memory: no document type declarations, no
more than ``MAX_DIEPTE`` levels or ``MAX_KNOPEN`` elements and runs of text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from xml.parsers import expat

from bronnen.xmlboom import Element, Tekststuk
from ontologie.fouten import BronFout, BronTeGroot
from ontologie.tekst import plaats

#: Largest XML file, in bytes; the tree takes about ten times as much memory. The largest Dutch laws stay below 20 MB.
MAX_GROOTTE = 100_000_000
#: Real regulations stay below 30 levels.
MAX_DIEPTE = 100
#: Elements and runs of text together. The Participatiewet (1.1 MB) has 25,000.
MAX_KNOPEN = 1_000_000

_DECLARATIE = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")

#: Encodings that are read, by the name Python gives them.
_CODERINGEN = frozenset({"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252", "utf-16", "utf-16-le", "utf-16-be"})


@dataclass(frozen=True)
class Xml:
    """A whole file: the decoded original, the root element, and the comments (at most a thousand)."""

    origineel: str
    wortel: Element
    commentaar: tuple[str, ...]


def lees_xml(naam: str, inhoud: bytes) -> Xml:
    """Parse a file. ``naam`` is for the messages.

    Raises:
        BronFout: damaged, not well-formed, in an unknown encoding, or with entities of its own; names line and column.
        BronTeGroot: above one of the limits of this module.
    """
    if len(inhoud) > MAX_GROOTTE:
        raise BronTeGroot(naam, f"de XML is {len(inhoud) / 1e6:.0f} MB, de grens is {MAX_GROOTTE / 1e6:.0f} MB")
    origineel = _decodeer(naam, inhoud)
    return _Ontleder(naam, origineel).ontleed()


def wortelnaam(kop: bytes) -> str:
    """The local name of the root element, from the first bytes of a file; "" where this is no XML."""
    if kop.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        tekst = kop.decode("utf-16", "ignore")
    else:
        tekst = kop.decode("utf-8", "ignore").lstrip("\ufeff")
    tekst = tekst.lstrip(" \t\r\n")
    if not tekst.startswith("<"):
        return ""
    begin = 0
    while 0 <= begin < len(tekst):
        if tekst.startswith("<?", begin):
            eind = tekst.find("?>", begin)
        elif tekst.startswith("<!--", begin):
            eind = tekst.find("-->", begin + 4)
        elif tekst.startswith("<!", begin):
            eind = tekst.find(">", begin)
        else:
            naam = re.compile(r"<([^\s/>]+)").match(tekst, begin)
            return naam.group(1).rpartition(":")[2] if naam else ""
        begin = tekst.find("<", eind) if eind >= 0 else -1
    return ""


# --- decoding -----------------------------------------------------------------------------------------------------


def _decodeer(naam: str, inhoud: bytes) -> str:
    codering = _codering(naam, inhoud)
    try:
        return inhoud.decode(codering)
    except UnicodeDecodeError as fout:
        voor = inhoud[: fout.start].decode(codering, "replace")
        raise BronFout(
            naam,
            f"de tekst is geen geldige {codering.upper()}",
            plaats=plaats(voor, len(voor)),
            advies="Sla het bestand op als UTF-8 of zet de juiste codering in de eerste regel.",
        ) from fout


def _codering(naam: str, inhoud: bytes) -> str:
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if inhoud.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if inhoud.startswith(b"<\x00?\x00"):
        return "utf-16-le"
    if inhoud.startswith(b"\x00<\x00?"):
        return "utf-16-be"
    verklaard = _DECLARATIE.match(inhoud)
    if not verklaard:
        return "utf-8"
    try:
        codering = codecs.lookup(verklaard.group(1).decode("ascii")).name
    except LookupError:
        codering = ""
    if codering not in _CODERINGEN:
        raise BronFout(
            naam,
            f"de codering «{verklaard.group(1).decode('ascii')}» wordt niet gelezen",
            plaats="regel 1",
            advies="Sla het bestand op als UTF-8.",
        )
    # A declaration that could be read byte by byte cannot be in UTF-16.
    return "utf-8" if codering.startswith("utf-16") else codering


# --- parsing ------------------------------------------------------------------------------------------------------


class _Ontleder:
    """One parse: feeds expat with UTF-8 and counts characters along."""

    def __init__(self, naam: str, origineel: str) -> None:
        self._naam = naam
        self._origineel = origineel
        # expat gets no byte order mark, so every position is one further where there is one.
        self._verschuiving = 1 if origineel.startswith("\ufeff") else 0
        self._bytes = origineel[self._verschuiving :].encode("utf-8")
        self._ascii = len(self._bytes) == len(origineel) - self._verschuiving
        self._byte = 0
        self._teken = self._verschuiving
        self._open: list[Element] = []
        self._wortel: Element | None = None
        self._aantal = 0
        self._commentaar: list[str] = []
        # Adjoining runs of text are collected as a range, so that the original is sliced once.
        self._stuk_begin = self._stuk_eind = -1

    def ontleed(self) -> Xml:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.StartElementHandler = self._begin_element
        parser.EndElementHandler = self._eind_element
        parser.CharacterDataHandler = self._tekst
        parser.CommentHandler = self._comment
        parser.StartDoctypeDeclHandler = self._doctype
        self._parser = parser
        try:
            parser.Parse(self._bytes, True)
        except expat.ExpatError as fout:
            # expat's own handlers have seen everything before the error, so counting may go on from there.
            waar = self._positie(max(parser.ErrorByteIndex, self._byte))
            raise self._fout(_bericht(fout, self._open), waar) from fout
        finally:
            del self._parser  # breaks the cycle between the parser and this object's methods
        if self._wortel is None:
            raise BronFout(self._naam, "het bestand heeft geen inhoud")
        return Xml(self._origineel, self._wortel, tuple(self._commentaar))

    def _positie(self, byte: int) -> int:
        """Character position of a byte position; these come in ascending order."""
        if self._ascii:
            return byte + self._verschuiving
        if byte > self._byte:
            self._teken += len(self._bytes[self._byte : byte].decode("utf-8", "replace"))
            self._byte = byte
        return self._teken

    def _fout(self, bericht: str, positie: int, advies: str = "") -> BronFout:
        return BronFout(self._naam, bericht, plaats=plaats(self._origineel, positie), advies=advies)

    def _begin_element(self, naam: str, attributen: dict[str, str]) -> None:
        positie = self._positie(self._parser.CurrentByteIndex)
        self._sluit_stuk()
        if len(self._open) >= MAX_DIEPTE:
            raise self._fout(f"de elementen zijn dieper genest dan {MAX_DIEPTE} niveaus", positie)
        if ":" in naam:
            naam = naam.rpartition(":")[2]
        if attributen:
            attributen = {a.rpartition(":")[2] if ":" in a else a: w for a, w in attributen.items()}
        element = Element(naam, attributen or _GEEN_ATTRIBUTEN, positie)
        if self._open:
            self._voeg_toe(element)
        else:
            self._wortel = element
        self._open.append(element)

    def _eind_element(self, _naam: str) -> None:
        byte = self._parser.CurrentByteIndex
        self._positie(byte)
        self._sluit_stuk()
        element = self._open.pop()
        # An empty tag is reported after itself, an end tag before itself.
        leeg = not element.inhoud and self._bytes[byte - 2 : byte] == b"/>"
        element.eind = self._positie(byte if leeg else self._bytes.index(b">", byte) + 1)

    def _tekst(self, tekst: str) -> None:
        begin = self._positie(self._parser.CurrentByteIndex)
        origineel = self._origineel
        eind = begin + len(tekst)
        if origineel.startswith(tekst, begin):
            if begin != self._stuk_eind:
                self._sluit_stuk()
                self._stuk_begin = begin
            self._stuk_eind = eind
            return
        self._sluit_stuk()
        if origineel.startswith("&", begin):
            eind = origineel.index(";", begin) + 1
        elif origineel.startswith("\r\n", begin):
            eind = begin + 2
        self._voeg_toe(Tekststuk(tekst, begin, eind))

    def _sluit_stuk(self) -> None:
        if self._stuk_begin >= 0:
            self._voeg_toe(
                Tekststuk(self._origineel[self._stuk_begin : self._stuk_eind], self._stuk_begin, self._stuk_eind)
            )
            self._stuk_begin = self._stuk_eind = -1

    def _voeg_toe(self, deel: Element | Tekststuk) -> None:
        self._aantal += 1
        if self._aantal > MAX_KNOPEN:
            raise BronTeGroot(self._naam, f"de XML heeft meer dan {MAX_KNOPEN} elementen en stukken tekst")
        ouder = self._open[-1]
        if ouder.inhoud:
            ouder.inhoud.append(deel)
        else:
            ouder.inhoud = [deel]

    def _comment(self, tekst: str) -> None:
        if len(self._commentaar) < 1000:
            self._commentaar.append(tekst.strip())

    def _doctype(self, _naam: str, systeem: str | None, publiek: str | None, intern: bool) -> None:
        if systeem or publiek or intern:
            raise self._fout(
                "een documenttype met eigen of externe declaraties wordt om veiligheidsredenen niet gelezen",
                self._positie(self._parser.CurrentByteIndex),
                "Verwijder de DOCTYPE-regel en vervang eigen entiteiten door hun tekst.",
            )


_GEEN_ATTRIBUTEN: dict[str, str] = {}

_FOUTEN = expat.errors
_BERICHTEN = {
    _FOUTEN.XML_ERROR_NO_ELEMENTS: "het bestand breekt af",
    _FOUTEN.XML_ERROR_UNCLOSED_TOKEN: "het bestand breekt af binnen een tag",
    _FOUTEN.XML_ERROR_PARTIAL_CHAR: "het bestand breekt af binnen een teken",
    _FOUTEN.XML_ERROR_UNCLOSED_CDATA_SECTION: "het bestand breekt af binnen een CDATA-gedeelte",
    _FOUTEN.XML_ERROR_TAG_MISMATCH: "de eindtag hoort niet bij de begintag",
    _FOUTEN.XML_ERROR_INVALID_TOKEN: "hier staat een teken dat in XML niet mag",
    _FOUTEN.XML_ERROR_SYNTAX: "dit is geen geldige XML",
    _FOUTEN.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "na het einde van het document staat nog iets",
    _FOUTEN.XML_ERROR_UNDEFINED_ENTITY: "hier staat een onbekende entiteit",
    _FOUTEN.XML_ERROR_DUPLICATE_ATTRIBUTE: "hetzelfde attribuut staat er twee keer",
    _FOUTEN.XML_ERROR_BAD_CHAR_REF: "hier staat een verwijzing naar een teken dat niet bestaat",
}


def _bericht(fout: expat.ExpatError, open_elementen: list[Element]) -> str:
    engels = expat.ErrorString(fout.code) or ""
    bericht = _BERICHTEN.get(engels, f"dit is geen geldige XML ({engels})")
    if open_elementen and ("breekt af" in bericht or "eindtag" in bericht):
        bericht += f"; «{open_elementen[-1].naam}» staat nog open"
    return bericht
