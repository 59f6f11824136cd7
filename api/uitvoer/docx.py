"""A document as a Word file (Office Open XML), equal bytes for equal input.

The styles are those that Word knows (title, headings, lists), so that its navigation, its table of contents and a
screen reader find their way. What was put in or struck out also differs by its line, not by colour alone.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from api.uitvoer._docxstijl import maak_op, regel_onderaan, tekstbreedte
from api.uitvoer.model import (
    Alinea,
    Blok,
    Cel,
    Kop,
    Loop,
    Loopstijl,
    Opmerking,
    Opmerkingsoort,
    Opsomming,
    Paginaeinde,
    Punt,
    Tabel,
    Uitvoerdocument,
)

#: What XML 1.0 cannot hold.
_VERBODEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Addresses that a document may lead to.
_ADRES = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
#: Longest address that Word takes.
_ADRES_MAX = 2000
_STIJL = {
    Loopstijl.GEWOON: "",
    Loopstijl.VET: "<w:b/>",
    Loopstijl.CURSIEF: "<w:i/>",
    Loopstijl.INGEVOEGD: '<w:rStyle w:val="Ingevoegd"/>',
    Loopstijl.VERWIJDERD: '<w:rStyle w:val="Verwijderd"/>',
}
#: Thin grey lines around the cells of a table, and some room within.
_CELLEN = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{kant} w:val="single" w:sz="4" w:space="0" w:color="8A8A8A"/>'
        for kant in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    + "".join(
        f'<w:{kant} w:w="{ruimte}" w:type="dxa"/>'
        for kant, ruimte in (("top", 50), ("left", 85), ("bottom", 40), ("right", 85))
    )
    + "</w:tblCellMar>"
)
#: One step to the right, in twentieths of a point.
_STAP = 425
#: Deepest list that has a style of its own.
_DIEPST = 3
#: The moment that every part of the file has: the first that a zip file can name.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def naar_docx(document: Uitvoerdocument) -> bytes:
    """The document as the bytes of a ``.docx``."""
    word = docx.Document()
    maak_op(word, zuiver(document.titel), liggend=document.liggend)
    breedte = tekstbreedte(word)
    drukker = _Drukker(word, breedte)
    xml = "".join(drukker.alles(document))
    lijf = word.element.body
    for element in list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{xml}</w:body>")):
        lijf.insert(len(lijf) - 1, element)
    regel_onderaan(word, zuiver(document.bron), zuiver(_boven(document)), breedte)
    return _zelfde_bytes(word)


def zuiver(tekst: str) -> str:
    """The text without what XML cannot hold, its lines ending alike."""
    return _VERBODEN.sub("", tekst).replace("\r\n", "\n").replace("\r", "\n")


def _boven(document: Uitvoerdocument) -> str:
    return f"{document.titel} – {document.merk}" if document.merk else document.titel


@dataclass
class _Drukker:
    """Writes the paragraphs and tables of one document; remembers the addresses it has met."""

    word: Document
    breedte: int
    adressen: dict[str, str] = field(default_factory=dict)

    def alles(self, document: Uitvoerdocument) -> Iterator[str]:
        yield _alinea(_loop(document.titel), "Title")
        if document.ondertitel:
            yield _alinea(_loop(document.ondertitel), "Subtitle")
        if document.merk:
            yield _alinea(_loop(document.merk), "Merk")
        if document.bron:
            yield _alinea(_loop(document.bron), "Herkomst")
        for blok in document.blokken:
            yield from self.blok(blok)

    def blok(self, blok: Blok) -> Iterator[str]:
        if isinstance(blok, Kop):
            yield _alinea(_loop(blok.tekst), f"Heading{blok.niveau}")
        elif isinstance(blok, Alinea):
            yield self.alinea(blok)
        elif isinstance(blok, Opsomming):
            yield from self.punten(blok.punten, blok.inspringen)
        elif isinstance(blok, Tabel):
            yield from self.tabel(blok)
        elif isinstance(blok, Opmerking):
            stijl = "Letop" if blok.soort is Opmerkingsoort.LET_OP else "Opmerking"
            yield from (self.alinea(a, stijl) for a in blok.alineas)
        elif isinstance(blok, Paginaeinde):
            yield _alinea('<w:r><w:br w:type="page"/></w:r>', "Natabel")

    def alinea(self, alinea: Alinea, stijl: str = "", inspringen: int = 0) -> str:
        links = (alinea.inspringen + inspringen) * _STAP
        eigen = f'<w:ind w:left="{links}"/>' if links else ""
        return _alinea("".join(map(self.loop, alinea.lopen)), stijl, eigen)

    def loop(self, loop: Loop) -> str:
        adres = zuiver(loop.href).strip()
        if not _ADRES.fullmatch(adres) or len(adres) > _ADRES_MAX:
            return _loop(loop.tekst, _STIJL[loop.stijl])
        if adres not in self.adressen:
            soort = RELATIONSHIP_TYPE.HYPERLINK
            self.adressen[adres] = self.word.part.relate_to(adres, soort, is_external=True)
        opmaak = _STIJL[loop.stijl]
        if "rStyle" not in opmaak:
            opmaak = f'<w:rStyle w:val="Koppeling"/>{opmaak}'
        return f"<w:hyperlink r:id={quoteattr(self.adressen[adres])}>{_loop(loop.tekst, opmaak)}</w:hyperlink>"

    def punten(self, punten: Iterable[Punt], diepte: int) -> Iterator[str]:
        for punt in punten:
            eerste, *rest = punt.alineas or (Alinea(()),)
            woorden = "".join(map(self.loop, eerste.lopen))
            if punt.teken:
                links = (diepte + 1) * _STAP
                eigen = f'<w:ind w:left="{links}" w:hanging="{_STAP}"/>'
                tabs = f'<w:tabs><w:tab w:val="left" w:pos="{links}"/></w:tabs>'
                yield _alinea(f"{_loop(punt.teken)}<w:r><w:tab/></w:r>{woorden}", "Punt", tabs + eigen)
            else:
                stijl = f"ListBullet{min(diepte + 1, _DIEPST)}".removesuffix("1")
                yield _alinea(woorden, stijl)
            yield from (self.alinea(a, "Punt", diepte + 1) for a in rest)
            yield from self.punten(punt.onder, diepte + 1)

    def tabel(self, tabel: Tabel) -> Iterator[str]:
        if tabel.bijschrift:
            yield _alinea(_loop(tabel.bijschrift), "Caption", "<w:keepNext/>")
        geheel = sum(k.breedte for k in tabel.kolommen)
        breedtes = [round(self.breedte * k.breedte / geheel) for k in tabel.kolommen]
        raster = "".join(f'<w:gridCol w:w="{b}"/>' for b in breedtes)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(breedtes)}" w:type="dxa"/>'
            f'{_CELLEN}<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{raster}</w:tblGrid>"
        )
        koppen = (_alinea(_loop(k.kop, "<w:b/>"), "Cel") for k in tabel.kolommen)
        yield _rij(koppen, breedtes, kop=True)
        for rij in tabel.rijen:
            yield _rij(map(self.cel, rij), breedtes)
        # Without a paragraph between them, two tables grow together.
        yield "</w:tbl>" + _alinea("", "Natabel")

    def cel(self, cel: Cel) -> str:
        return "".join(self.alinea(a, "Cel") for a in cel) or _alinea("", "Cel")


def _rij(cellen: Iterable[str], breedtes: Iterable[int], *, kop: bool = False) -> str:
    eigen = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if kop else ""
    grijs = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if kop else ""
    delen = (
        f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/>{grijs}</w:tcPr>{cel}</w:tc>'
        for cel, breedte in zip(cellen, breedtes, strict=True)
    )
    return f"<w:tr>{eigen}{''.join(delen)}</w:tr>"


def _alinea(woorden: str, stijl: str = "", eigen: str = "") -> str:
    stijl = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    return f"<w:p><w:pPr>{stijl}{eigen}</w:pPr>{woorden}</w:p>" if stijl or eigen else f"<w:p>{woorden}</w:p>"


def _loop(tekst: str, opmaak: str = "") -> str:
    """A run; line ends and tabs within it are what Word calls these."""
    opmaak = f"<w:rPr>{opmaak}</w:rPr>" if opmaak else ""
    regels = []
    for regel in zuiver(tekst).split("\n"):
        stukken = (f'<w:t xml:space="preserve">{escape(s)}</w:t>' if s else "" for s in regel.split("\t"))
        regels.append("<w:tab/>".join(stukken))
    return f"<w:r>{opmaak}{'<w:br/>'.join(regels)}</w:r>"


def _zelfde_bytes(word: Document) -> bytes:
    """The file without the moment at which it was made."""
    los, vast = io.BytesIO(), io.BytesIO()
    word.save(los)
    with zipfile.ZipFile(los) as bron, zipfile.ZipFile(vast, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in bron.namelist():
            deel = zipfile.ZipInfo(naam, _MOMENT)
            deel.compress_type = zipfile.ZIP_DEFLATED
            doel.writestr(deel, bron.read(naam))
    return vast.getvalue()
