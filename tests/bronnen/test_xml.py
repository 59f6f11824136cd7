"""XML with places: every element and run of text knows where it stands, and hostile files are refused."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bronnen.xml
from bronnen.xml import lees_xml, wortelnaam
from bronnen.xmlboom import Element, Tekststuk, lees_tekst
from ontologie.fouten import BronFout, BronTeGroot
from ontologie.tekst import Tekst


def _wortel(tekst: str | bytes) -> Element:
    return lees_xml("proef.xml", tekst.encode() if isinstance(tekst, str) else tekst).wortel


def _controleer(origineel: str, wortel: Element) -> None:
    for element in wortel.loop():
        bron = origineel[element.begin : element.eind]
        assert bron.startswith(f"<{element.naam}")
        assert bron.endswith(f"</{element.naam}>") or bron.endswith("/>")
        vorige = element.begin
        for deel in element.inhoud:
            assert vorige <= deel.begin < deel.eind <= element.eind
            vorige = deel.eind


# A text is generated as pairs: how it is written in the file, and how it reads.
_GEWOON = st.text(st.characters(exclude_characters="<>&\r]", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
_STUKKEN = st.one_of(
    _GEWOON.map(lambda t: (t, t)),
    st.sampled_from(
        [
            ("&amp;", "&"),
            ("&lt;", "<"),
            ("&#233;", "é"),
            ("&#x1F600;", "😀"),
            ("\n", "\n"),
            ("\r\n", "\n"),
            ("\rx", "\nx"),
        ]
    ),
    _GEWOON.map(lambda t: (f"<![CDATA[{t}&]]>", f"{t}&")),
    _GEWOON.filter(lambda t: "--" not in t and not t.endswith("-")).map(lambda t: (f"<!--{t}-->", "")),
    st.just(("<?pi gegevens?>", "")),
)
_NAMEN = st.sampled_from(["a", "al", "li.nr", "x-y"])


@st.composite
def _elementen(draw: st.DrawFn, diepte: int = 3) -> tuple[str, str]:
    naam = draw(_NAMEN)
    attribuut = draw(st.one_of(st.just(""), _GEWOON.map(lambda t: f" b={quoteattr(t)}")))
    if draw(st.booleans()) and diepte < 3:
        return f"<{naam}{attribuut}/>", ""
    delen = draw(st.lists(_STUKKEN if diepte == 0 else st.one_of(_STUKKEN, _elementen(diepte=diepte - 1)), max_size=5))
    return f"<{naam}{attribuut}>{''.join(d[0] for d in delen)}</{naam}>", "".join(d[1] for d in delen)


@settings(max_examples=150)
@given(_elementen(), st.sampled_from(["", "\ufeff", '<?xml version="1.0" encoding="UTF-8"?>\n']))
def test_elk_teken_heeft_zijn_plaats(element: tuple[str, str], kop: str) -> None:
    bron, gelezen = kop + element[0], element[1]
    xml = lees_xml("proef.xml", bron.encode())
    assert xml.origineel == bron
    _controleer(bron, xml.wortel)
    stukken = [d for e in xml.wortel.loop() for d in e.inhoud if isinstance(d, Tekststuk)]
    stukken.sort(key=lambda s: s.begin)
    assert "".join(s.tekst for s in stukken) == gelezen
    for stuk in stukken:
        letterlijk = bron[stuk.begin : stuk.eind]
        assert letterlijk == stuk.tekst or letterlijk in ("\r", "\r\n") or letterlijk.startswith("&")


@settings(max_examples=100)
@given(_elementen())
def test_samengevoegde_tekst_wijst_terug(element: tuple[str, str]) -> None:
    xml = lees_xml("proef.xml", element[0].encode())
    tekst = lees_tekst(xml.wortel)
    wit = " \t\r\n"
    assert tekst.inhoud.strip() == tekst.inhoud
    assert not any(a in wit and b in wit for a, b in zip(tekst.inhoud, tekst.inhoud[1:], strict=False))
    for n, teken in enumerate(tekst.inhoud):
        bron = xml.origineel[slice(*tekst.naar_bron(n, n + 1))]
        assert bron == teken or (teken == " " and bron.strip(wit) == "") or bron.startswith("&")


def test_tekst_over_inline_elementen() -> None:
    tekst = lees_tekst(_wortel("<al>\n  Het <b>college </b> stelt&#160;A&amp;B\r\n  vast.<noot>weg</noot></al>"))
    assert tekst.inhoud == "Het college stelt\u00a0A&B vast.weg"


def test_weggelaten_elementen() -> None:
    assert lees_tekst(_wortel("<al>een<noot>weg</noot> twee</al>"), laat_weg=frozenset({"noot"})).inhoud == "een twee"


def test_geen_tekst_is_onwaar() -> None:
    assert not lees_tekst(None, _wortel("<al> <b/> </al>"))
    assert lees_tekst(None) == Tekst("", ())


def test_naamruimten_doen_er_niet_toe() -> None:
    wortel = _wortel('<c:a xmlns:c="urn:x" xml:lang="nl" c:b=" v "><c:d>t</c:d></c:a>')
    assert wortel.naam == "a"
    assert wortel.attribuut("lang") == "nl"
    assert wortel.attribuut("b") == "v"
    assert wortel.waarde("d") == "t"
    assert wortel.kind("d", "e") is None


def test_byte_order_mark_telt_als_een_teken(tmp_path: Path) -> None:
    pad = tmp_path / "bom.xml"
    pad.write_bytes(b"\xef\xbb\xbf<a>\xc3\xa9\r\n</a>")
    xml = lees_xml("bom.xml", pad.read_bytes())
    with pad.open(encoding="utf-8", newline="") as f:
        assert xml.origineel == f.read()
    _controleer(xml.origineel, xml.wortel)
    assert xml.wortel.begin == 1


@pytest.mark.parametrize("codering", ["iso-8859-1", "windows-1252", "utf-8", "us-ascii", "ISO-8859-15"])
def test_verklaarde_coderingen(codering: str) -> None:
    inhoud = "cafe" if codering == "us-ascii" else "café"
    bron = f'<?xml version="1.0" encoding="{codering}"?><a>{inhoud}</a>'
    xml = lees_xml("proef.xml", bron.encode(codering))
    assert xml.origineel == bron
    assert xml.wortel.waarde() == inhoud


@pytest.mark.parametrize("codering", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16(codering: str) -> None:
    bron = '<?xml version="1.0" encoding="utf-16"?><a>café</a>'
    assert lees_xml("proef.xml", bron.encode(codering)).wortel.waarde() == "café"


BOM = '<!DOCTYPE a [<!ENTITY x "lach"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'


@pytest.mark.parametrize(
    ("inhoud", "plaats", "oorzaak"),
    [
        (b"<a>\n<al>half", "regel 2, kolom 9", "breekt af; «al» staat nog open"),
        (b"<a>\n<al", "regel 2", "breekt af binnen een tag"),
        (b"<a>\n <b></c></a>", "regel 2, kolom 7", "eindtag hoort niet bij de begintag; «b»"),
        (b"<a>\x00</a>", "regel 1, kolom 4", "een teken dat in XML niet mag"),
        (b"<a>\n\xe9</a>", "regel 2, kolom 1", "geen geldige UTF-8"),
        (b'<?xml version="1.0" encoding="koi8-r"?><a/>', "regel 1", "de codering «koi8-r» wordt niet gelezen"),
        (b'<?xml version="1.0" encoding="flauwekul"?><a/>', "regel 1", "«flauwekul»"),
        (BOM.encode(), "regel 1", "documenttype"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "regel 1", "documenttype"),
        (b'<!DOCTYPE a PUBLIC "-//X" "http://x.invalid/a.dtd"><a/>', "regel 1", "documenttype"),
        (b"<a>&onbekend;</a>", "regel 1, kolom 4", "onbekende entiteit"),
        (b"<a/><b/>", "regel 1, kolom 5", "na het einde"),
        (b"<a>" * 101 + b"</a>" * 101, "regel 1, kolom 301", "dieper genest dan 100"),
        ("<é>\n<al>ë".encode(), "regel 2, kolom 6", "breekt af"),
        (b"", "", "breekt af"),
        (b"geen xml", "regel 1, kolom 1", "geen geldige XML"),
    ],
)
def test_kapotte_xml_noemt_de_plaats(inhoud: bytes, plaats: str, oorzaak: str) -> None:
    with pytest.raises(BronFout) as fout:
        lees_xml("map/proef.xml", inhoud)
    assert fout.value.bestand == "map/proef.xml"
    assert fout.value.plaats.startswith(plaats)
    assert oorzaak in fout.value.oorzaak


@given(st.binary(max_size=60).filter(lambda b: b"</a" not in b))
def test_willekeurige_bytes_geven_een_nette_fout(inhoud: bytes) -> None:
    with pytest.raises(BronFout) as fout:
        lees_xml("proef.xml", b"<a>" + inhoud)
    assert fout.value.plaats.startswith("regel")


def test_te_veel_knopen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bronnen.xml, "MAX_KNOPEN", 10)
    assert len(_wortel("<a>" + "<b/>" * 10 + "</a>").inhoud) == 10
    with pytest.raises(BronTeGroot, match="meer dan 10"):
        _wortel("<a>" + "<b/>" * 11 + "</a>")


def test_te_groot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bronnen.xml, "MAX_GROOTTE", 10)
    with pytest.raises(BronTeGroot):
        _wortel("<a>12345</a>")


@pytest.mark.parametrize(
    ("kop", "naam"),
    [
        (b"<a b='c'/>", "a"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <x> --><c:cvdr>", "cvdr"),
        (b"<!DOCTYPE a><a>", "a"),
        ("<a>".encode("utf-16"), "a"),
        (b"tekst <a>", ""),
        (b"%PDF-1.7", ""),
        (b"<!-- eindeloos", ""),
        (b"", ""),
    ],
)
def test_naam_van_de_wortel(kop: bytes, naam: str) -> None:
    assert wortelnaam(kop) == naam


@given(st.binary(max_size=80))
def test_naam_van_de_wortel_valt_nooit_om(kop: bytes) -> None:
    assert isinstance(wortelnaam(kop), str)
