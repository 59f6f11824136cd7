"""PDF: text by page into the text reader; what cannot be read is named with its page."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from bronnen import pdf
from bronnen.lezen import Bestand
from bronnen.pdf import PdfLezer
from bronnen.register import Register
from ontologie.document import Document
from ontologie.fouten import BronFout, BronTeGroot


def maak_pdf(paginas: list[list[str]], stroom: bytes | None = None) -> bytes:
    """A small PDF of lines of text; ``stroom`` replaces the contents of the pages."""
    delen = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    delen.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kinderen = []
    for regels in paginas:
        tekst = b"BT /F1 11 Tf 14 TL 50 800 Td " + b"".join(
            b"(" + r.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T* " for r in regels
        )
        inhoud = zlib.compress(tekst + b"ET") if stroom is None else stroom
        kinderen.append(len(delen) + 1)
        delen.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (len(delen) + 2)
        )
        delen.append(b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(inhoud), inhoud))
    delen[1] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(kinderen), b" ".join(b"%d 0 R" % k for k in kinderen))
    uit, plekken = b"%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, 1):
        plekken.append(len(uit))
        uit += b"%d 0 obj\n%b\nendobj\n" % (nummer, deel)
    tabel = b"".join(b"%010d 00000 n \n" % p for p in plekken)
    start = len(uit)
    uit += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(delen) + 1, tabel)
    return uit + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(delen) + 1, start)


@pytest.fixture
def lees(tmp_path: Path, register: Register):  # type: ignore[no-untyped-def]
    def doe(inhoud: bytes) -> Document:
        pad = tmp_path / "stuk.pdf"
        pad.write_bytes(inhoud)
        bestand = Bestand(pad)
        assert PdfLezer().herkent(bestand)
        return PdfLezer().lees(bestand, register)

    return doe


@pytest.fixture(scope="session")
def register() -> Register:
    return Register(())


VERORDENING = [
    [
        "Verordening oevers Zandveen",
        "De raad van de gemeente Zandveen;",
        "Artikel 1 Begrippen",
        "In deze verordening wordt onder oever verstaan de rand van een sloot die in het gebied ligt en die",
        "Oevers in het kort - pagina 1",
    ],
    [
        "water voert.",
        "Artikel 2 Verbod",
        "1. Dempen (ook half) is verboden.",
        "2. Graven is verboden, behalve in de gevallen die het college van tevoren heeft aangewezen en die",
        "Oevers in het kort - pagina 2",
    ],
    ["bekend zijn gemaakt.", "Oevers in het kort - pagina 3"],
]


def test_pdf_eindigt_in_de_tekstlezer(lees) -> None:  # type: ignore[no-untyped-def]
    document = lees(maak_pdf(VERORDENING))
    assert [str(b.id) for b in document.bepalingen()] == [
        "stuk",
        "stuk:aanhef",
        "stuk:1",
        "stuk:2",
        "stuk:2:1",
        "stuk:2:2",
    ]
    artikel = next(b for b in document.bepalingen() if str(b.id) == "stuk:1")
    assert artikel.eigen_tekst.endswith("in het gebied ligt en die water voert.")
    assert len(document.weggelaten) == 3
    assert document.bron.formaat == "pdf"
    assert all(document.origineel[b.span.begin :].startswith(b.label) for b in document.bepalingen())


def test_pdf_zonder_tekst(lees) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BronFout, match=r"stuk\.pdf, pagina 1 tot en met 2: de PDF bevat geen tekst"):
        lees(maak_pdf([[], []]))


def test_een_lege_pagina_wordt_gemeld(lees) -> None:  # type: ignore[no-untyped-def]
    document = lees(maak_pdf([*VERORDENING, []]))
    assert [(m.plaats, m.bericht) for m in document.meldingen] == [("pagina 4", "op deze pagina staat geen tekst")]


def met_wachtwoord(pdf: bytes) -> bytes:
    """The same PDF, which opens with a password only."""
    schrijver = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    schrijver.encrypt("geheim", algorithm="RC4-128")
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def test_beveiligde_pdf(lees) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BronFout, match="beveiligd met een wachtwoord"):
        lees(met_wachtwoord(maak_pdf(VERORDENING)))


def test_met_aes_beveiligde_pdf(lees) -> None:  # type: ignore[no-untyped-def]
    slot = b"/Encrypt<</Filter/Standard/V 5/R 6/Length 256/P -4/O<%b>/U<%b>/OE<%b>/UE<%b>/Perms<%b>" % (
        b"11" * 48, b"22" * 48, b"33" * 32, b"44" * 32, b"55" * 16
    )  # fmt: skip
    slot += b"/CF<</StdCF<</CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>/StmF/StdCF/StrF/StdCF>>/ID[<66><66>]"
    with pytest.raises(BronFout, match="de PDF is beveiligd met"):
        lees(maak_pdf(VERORDENING).replace(b"/Root 1 0 R", b"/Root 1 0 R" + slot))


def test_de_bibliotheek_zegt_niets(lees, caplog: pytest.LogCaptureFixture) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BronFout):
        lees(maak_pdf(VERORDENING)[:300])
    assert caplog.records == []


@pytest.mark.parametrize("inhoud", [b"%PDF-1.4\n", b"%PDF-1.7\n" + b"\x00\xff" * 500, maak_pdf(VERORDENING)[:300]])
def test_beschadigde_pdf(lees, inhoud: bytes) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BronFout, match=r"stuk\.pdf"):
        lees(inhoud)


def test_pdf_die_uitpakt_tot_te_veel(lees) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BronFout, match="pagina 1"):
        lees(maak_pdf([[]], stroom=zlib.compress(b" " * 120_000_000, 9)))


def test_te_veel_paginas(lees, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(pdf, "MAX_PAGINAS", 2)
    with pytest.raises(BronTeGroot, match="3 pagina's"):
        lees(maak_pdf(VERORDENING))
