"""DOCX: Word's own numbers, tables, footnotes and changes as text; bombs and damage are named."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from bronnen import docx
from bronnen.docx import DocxLezer
from bronnen.lezen import Bestand
from bronnen.register import Register
from ontologie.document import Document
from ontologie.fouten import BronFout, BronTeGroot

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Lees = Callable[[bytes], Document]


@pytest.fixture
def lees(tmp_path: Path) -> Lees:
    def doe(inhoud: bytes) -> Document:
        pad = tmp_path / "stuk.docx"
        pad.write_bytes(inhoud)
        assert DocxLezer().herkent(Bestand(pad))
        return DocxLezer().lees(Bestand(pad), Register(()))

    return doe


def maak_docx(body: str, **delen: str) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for naam, inhoud in delen.items():
            z.writestr(f"word/{naam}.xml", f"<w:{naam} {W}>{inhoud}</w:{naam}>")
    return uit.getvalue()


def p(tekst: str, num: str = "", niveau: int = 0, stijl: str = "") -> str:
    numpr = f'<w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
    stijlen = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    return f"<w:p><w:pPr>{stijlen}{numpr}</w:pPr><w:r><w:t>{tekst}</w:t></w:r></w:p>"


def niveau(diepte: int, vorm: str, tekst: str) -> str:
    return (
        f'<w:lvl w:ilvl="{diepte}"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/><w:lvlText w:val="{tekst}"/></w:lvl>'
    )


NUMMERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + niveau(0, "decimal", "%1.")
    + niveau(1, "lowerLetter", "%2.")
    + niveau(2, "decimal", "%3°.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + niveau(0, "bullet", "")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + niveau(0, "decimal", "Artikel %1.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
STIJLEN = (
    '<w:style w:styleId="Artikelkop"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Kop"><w:basedOn w:val="Artikelkop"/></w:style>'
)
VERORDENING = (
    p("Verordening oevers Zandveen")
    + p("De raad van de gemeente Zandveen;")
    + p("Begrippen", stijl="Kop")
    + p("Dit zijn:")
    + p("oever: rand;", "2")
    + p("sloot: water.", "2")
    + p("Verbod", stijl="Kop")
    + p("Verboden is:", "1")
    + p("dempen van:", "1", 1)
    + p("sloten;", "1", 2)
    + p("greppels; en", "1", 2)
    + p("graven.", "1", 1)
    + p("Het eerste lid geldt niet op zondag.", "1")
    + p("Slot", stijl="Kop")
    + p("Dit werkt.", "4")
    + p("Dat ook.", "4")
)


def test_automatische_nummers_worden_tekst(lees: Lees) -> None:
    document = lees(maak_docx(VERORDENING, numbering=NUMMERING, styles=STIJLEN))
    assert [str(b.id).removeprefix("stuk:") for b in document.bepalingen()][1:] == [
        *("aanhef", "1", "1::1", "1::2", "2", "2:1", "2:1:a", "2:1:a:1", "2:1:a:2", "2:1:b", "2:2", "3", "3:1", "3:2")
    ]
    assert "Artikel 2. Verbod\n\n1. Verboden is:\n\na. dempen van:" in document.origineel
    assert document.bron.formaat == "docx"


def test_tabel_voetnoot_wijziging_en_tekens(lees: Lees) -> None:
    cel = "<w:tc>{}</w:tc>"
    tabel = "<w:tbl>" + "".join(
        f"<w:tr>{''.join(cel.format(p(c)) for c in rij)}</w:tr>" for rij in (("Soort", "Maat"), ("Sloot", "twee meter"))
    )
    body = (
        p("Geachte lezer,") + '<w:p><w:r><w:t>Dit is nieuw.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:ins><w:r><w:t xml:space="preserve"> En erbij.</w:t></w:r></w:ins>'
        "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>" + tabel + "</w:tbl>" + p("Einde.")
    )
    noten = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">'
        + p("Zie artikel 4.")
        + "</w:footnote>"
    )
    document = lees(maak_docx(body, footnotes=noten))
    inhoud = "Geachte lezer,|Dit is nieuw. En erbij.|Zie artikel 4.|Soort|Maat|Sloot|twee meter|Einde."
    assert [t.tekst.inhoud for t in document.passages()] == inhoud.split("|")
    assert [m.nummer for m in document.voetnootmarkeringen] == ["1"]


@pytest.mark.parametrize(
    ("inhoud", "bericht"),
    [
        (b"PK\x03\x04kapot", "beschadigd"),
        (maak_docx(VERORDENING)[:-200], "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "wachtwoord"),
        (maak_docx("<w:p>"), "document.xml"),
        (maak_docx("<w:p/>"), "geen tekst"),
    ],
)
def test_onleesbaar(lees: Lees, inhoud: bytes, bericht: str) -> None:
    with pytest.raises(BronFout, match=bericht):
        lees(inhoud)


def test_zip_zonder_document(lees: Lees) -> None:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as z:
        z.writestr("iets.txt", "tekst")
    with pytest.raises(BronFout, match="geen Word-document"):
        lees(uit.getvalue())


def test_zipbom(lees: Lees) -> None:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(BronTeGroot, match=r"stuk\.docx, word/document\.xml: dit deel pakt uit tot 30 MB"):
        lees(uit.getvalue())


def test_te_veel_bij_elkaar(lees: Lees, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_UITGEPAKT", 100)
    with pytest.raises(BronTeGroot, match="de grens is 0 MB"):
        lees(maak_docx(VERORDENING))


def test_entiteiten_worden_geweigerd(lees: Lees) -> None:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as z:
        z.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>')
    with pytest.raises(BronFout, match=r"word/document\.xml"):
        lees(uit.getvalue())
