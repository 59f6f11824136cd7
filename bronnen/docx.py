"""DOCX: a Word document as plain text, with the numbers that Word gives its paragraphs, read as plain text.

Only parts inside the file are read (text, numbering, styles, footnotes); macros, fields and links outside it are not.
Every paragraph is a line with a blank line behind it, every row of a table a line with tabs between its cells.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from bronnen.lezen import Bestand
from bronnen.register import Register
from bronnen.tekst.lezer import lees_tekst
from bronnen.woord import WoordTekst
from bronnen.xml import lees_xml
from bronnen.xmlboom import Element
from ontologie.document import Document
from ontologie.fouten import BronFout, BronTeGroot

#: Limits on what the file unpacks to: bytes in all, bytes of one part that is read, number of parts, compression.
MAX_UITGEPAKT = 500_000_000
MAX_DEEL = 60_000_000
MAX_DELEN = 10_000
MAX_VERHOUDING = 200
#: Below this size a high compression is ordinary (empty templates).
_KLEIN = 2_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT = "word/document.xml"


class DocxLezer:
    """Reads Word documents. Positions are those in the extracted text."""

    naam = "docx/1"

    def herkent(self, bestand: Bestand) -> bool:
        """A packed file that is called a Word document or holds one."""
        is_naam = bestand.naam.lower().endswith((".docx", ".docm", ".dotx"))
        if bestand.kop.startswith(_OLE):
            return is_naam
        return bestand.kop.startswith(b"PK\x03\x04") and (is_naam or b"word/" in bestand.kop)

    def lees(self, bestand: Bestand, register: Register) -> Document:
        """The document.

        Raises:
            BronFout: damaged, protected, or no Word document; names the part of it.
            BronTeGroot: what it unpacks to is above one of the limits of this module.
        """
        naam = str(bestand.pad)
        if bestand.kop.startswith(_OLE):
            raise BronFout(
                naam,
                "dit Word-document is beveiligd met een wachtwoord of is in een oude indeling",
                advies="Sla het in Word op als .docx zonder wachtwoord.",
            )
        try:
            with zipfile.ZipFile(BytesIO(bestand.inhoud)) as zip_:
                _controleer(naam, zip_)
                delen = {
                    deel: _lees_deel(naam, zip_, f"word/{deel}.xml")
                    for deel in ("document", "numbering", "styles", "footnotes", "endnotes")
                }
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as fout:
            raise BronFout(naam, f"het Word-document is beschadigd ({fout})") from fout
        document = delen["document"]
        if document is None:
            raise BronFout(naam, f"dit is geen Word-document: {_DOCUMENT} ontbreekt")
        tekst = WoordTekst(document, delen["numbering"], delen["styles"], delen["footnotes"], delen["endnotes"]).lees()
        return lees_tekst(tekst, bestand, register, "docx", self.naam)


def _controleer(naam: str, zip_: zipfile.ZipFile) -> None:
    """Refuse a zip bomb by what it declares; reading never gives more than is declared."""
    delen = zip_.infolist()
    if len(delen) > MAX_DELEN:
        raise BronTeGroot(naam, f"het bestand heeft {len(delen)} delen, de grens is {MAX_DELEN}")
    totaal = sum(d.file_size for d in delen)
    if totaal > MAX_UITGEPAKT:
        raise BronTeGroot(
            naam, f"het bestand pakt uit tot {totaal / 1e6:.0f} MB, de grens is {MAX_UITGEPAKT / 1e6:.0f} MB"
        )
    for deel in delen:
        if deel.file_size > max(_KLEIN, MAX_VERHOUDING * deel.compress_size):
            raise BronTeGroot(
                naam,
                f"dit deel pakt uit tot {deel.file_size / 1e6:.0f} MB, meer dan het kan zijn",
                plaats=deel.filename,
            )


def _lees_deel(naam: str, zip_: zipfile.ZipFile, pad: str) -> Element | None:
    try:
        info = zip_.getinfo(pad)
    except KeyError:
        return None
    with zip_.open(info) as stroom:
        inhoud = stroom.read(MAX_DEEL + 1)
    if len(inhoud) > MAX_DEEL:
        raise BronTeGroot(naam, f"dit deel is groter dan de grens van {MAX_DEEL / 1e6:.0f} MB", plaats=pad)
    try:
        return lees_xml(naam, inhoud).wortel
    except BronFout as fout:
        plaats = f"{pad}, {fout.plaats}" if fout.plaats else pad
        raise type(fout)(naam, fout.oorzaak, plaats=plaats, advies=fout.advies) from fout
