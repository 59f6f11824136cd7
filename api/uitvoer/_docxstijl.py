"""How a Word file looks: paper, language, styles, and what stands above and below every page."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_UNDERLINE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

TAAL = "nl-NL"
_LETTER = "Arial"
_INKT, _GRIJS = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x55, 0x55, 0x55)
_GROEN, _ROOD, _BLAUW = RGBColor(0x0B, 0x6B, 0x2E), RGBColor(0xA6, 0x1C, 0x1C), RGBColor(0x0B, 0x4F, 0x9E)
_RAND = Cm(2.2)
#: A twentieth of a point, in the units of a page.
_TWIP = 635
#: Of each style of a paragraph: its name in Word, size in points, colour, and the room above and below.
_ALINEASTIJLEN: tuple[tuple[str, float, RGBColor, float, float], ...] = (
    ("Normal", 10.5, _INKT, 0, 6),
    ("Title", 20, _INKT, 0, 4),
    ("Subtitle", 12, _GRIJS, 0, 6),
    ("Heading 1", 15, _INKT, 16, 4),
    ("Heading 2", 13, _INKT, 12, 4),
    ("Heading 3", 12, _INKT, 10, 4),
    ("Heading 4", 11, _INKT, 10, 4),
    ("Heading 5", 11, _INKT, 8, 4),
    ("Heading 6", 11, _INKT, 8, 4),
    ("Caption", 10, _INKT, 6, 4),
    ("Header", 8.5, _GRIJS, 0, 0),
    ("Footer", 8.5, _GRIJS, 0, 0),
    ("Merk", 11, _ROOD, 0, 4),
    ("Herkomst", 9.5, _GRIJS, 0, 8),
    ("Punt", 10.5, _INKT, 0, 3),
    ("Cel", 9.5, _INKT, 0, 2),
    ("Na tabel", 6, _INKT, 0, 4),
    ("Opmerking", 10, _INKT, 4, 6),
    ("Let op", 10, _INKT, 4, 6),
)
#: The colour of the line along a remark.
_STREEP = {"Opmerking": "8A8A8A", "Let op": "A61C1C"}


def maak_op(word: Document, titel: str, *, liggend: bool) -> None:
    """Set paper, language and styles of an empty document."""
    _papier(word, liggend=liggend)
    _taal(word)
    _alineastijlen(word)
    _letterstijlen(word)
    kenmerken = word.core_properties
    kenmerken.title, kenmerken.author, kenmerken.language = titel[:255], "Regelgraaf", TAAL
    kenmerken.comments = kenmerken.keywords = ""
    for element in list(kenmerken._element):
        if element.tag.rpartition("}")[2] in ("created", "modified", "revision", "lastModifiedBy"):
            kenmerken._element.remove(element)


def tekstbreedte(word: Document) -> int:
    """Width of the text, in twentieths of a point."""
    deel = word.sections[0]
    breedte = (deel.page_width or 0) - (deel.left_margin or 0) - (deel.right_margin or 0)
    return round(breedte / _TWIP)


def regel_onderaan(word: Document, bron: str, boven: str, breedte: int) -> None:
    """What the document is above every page but the first; what it rests on and the number of the page below each."""
    deel = word.sections[0]
    deel.different_first_page_header_footer = True
    kop = deel.header.paragraphs[0]
    kop.text = boven
    for voet in (deel.footer, deel.first_page_footer):
        regel = voet.paragraphs[0]
        regel.paragraph_format.tab_stops.add_tab_stop(Emu(breedte * _TWIP), WD_TAB_ALIGNMENT.RIGHT)
        regel.add_run(f"{bron}\tPagina ")
        _veld(regel, "PAGE")
        regel.add_run(" van ")
        _veld(regel, "NUMPAGES")


def _veld(regel: Paragraph, naam: str) -> None:
    regel._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {naam} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def _papier(word: Document, *, liggend: bool) -> None:
    deel = word.sections[0]
    kort, lang = Cm(21), Cm(29.7)
    deel.orientation = WD_ORIENT.LANDSCAPE if liggend else WD_ORIENT.PORTRAIT
    deel.page_width, deel.page_height = (lang, kort) if liggend else (kort, lang)
    deel.left_margin = deel.right_margin = deel.top_margin = deel.bottom_margin = _RAND
    deel.header_distance = deel.footer_distance = Cm(1.1)


def _taal(word: Document) -> None:
    for taal in word.styles.element.iter(qn("w:lang")):
        taal.set(qn("w:val"), TAAL)
    instelling = word.settings.element
    for taal in instelling.iter(qn("w:themeFontLang")):
        taal.set(qn("w:val"), TAAL)


def _alineastijlen(word: Document) -> None:
    for naam, maat, kleur, voor, na in _ALINEASTIJLEN:
        stijl = word.styles[naam] if naam in word.styles else _nieuw(word, naam)
        assert isinstance(stijl, ParagraphStyle)
        _zet(stijl, maat, kleur)
        stijl.paragraph_format.space_before, stijl.paragraph_format.space_after = Pt(voor), Pt(na)
        if naam.startswith("Heading"):
            stijl.font.bold, stijl.font.italic = True, False
        if naam in ("Header", "Footer"):
            stijl.paragraph_format.tab_stops.clear_all()
        if naam in _STREEP:
            _met_streep(stijl, _STREEP[naam])
    word.styles["Normal"].paragraph_format.line_spacing = 1.15
    word.styles["Merk"].font.bold = True
    _zonder_rand(word.styles["Title"])
    for naam in ("Title", "Subtitle"):
        _zonder_rek(word.styles[naam])


def _nieuw(word: Document, naam: str) -> ParagraphStyle:
    """A style of our own; its id is its name without spaces."""
    stijl = word.styles.add_style(naam, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(stijl, ParagraphStyle)
    stijl.base_style = word.styles["Normal"]
    return stijl


def _zet(stijl: CharacterStyle, maat: float, kleur: RGBColor) -> None:
    """Letter, size and colour; without the letters of the theme, which would win."""
    stijl.font.name, stijl.font.size, stijl.font.color.rgb = _LETTER, Pt(maat), kleur
    letters = stijl.element.get_or_add_rPr().find(qn("w:rFonts"))
    for naam in [n for n in letters.attrib if n.endswith("Theme")]:
        del letters.attrib[naam]
    for soort in ("w:hAnsi", "w:cs", "w:eastAsia"):
        letters.set(qn(soort), _LETTER)


def _zonder_rand(stijl: ParagraphStyle) -> None:
    eigen = stijl.element.get_or_add_pPr()
    for rand in eigen.findall(qn("w:pBdr")):
        eigen.remove(rand)


def _zonder_rek(stijl: ParagraphStyle) -> None:
    """Letters at their own distance, and upright."""
    opmaak = stijl.element.get_or_add_rPr()
    for element in [*opmaak.findall(qn("w:spacing")), *opmaak.findall(qn("w:kern"))]:
        opmaak.remove(element)
    stijl.font.italic = False


def _met_streep(stijl: ParagraphStyle, kleur: str) -> None:
    """A line along the left side."""
    stijl.paragraph_format.left_indent = Cm(0.5)
    rand = OxmlElement("w:pBdr")
    links = OxmlElement("w:left")
    for naam, waarde in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", kleur)):
        links.set(qn(f"w:{naam}"), waarde)
    rand.append(links)
    eigen = stijl.element.get_or_add_pPr()
    eigen.insert_element_before(rand, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _letterstijlen(word: Document) -> None:
    for naam, kleur in (("Ingevoegd", _GROEN), ("Verwijderd", _ROOD), ("Koppeling", _BLAUW)):
        stijl = word.styles.add_style(naam, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(stijl, CharacterStyle)
        stijl.font.color.rgb = kleur
        if naam == "Verwijderd":
            stijl.font.strike = True
        else:
            # Double, so that it is told from an address on paper without colours.
            stijl.font.underline = WD_UNDERLINE.DOUBLE if naam == "Ingevoegd" else WD_UNDERLINE.SINGLE
