"""The readers of plain text, and ``lees_tekst`` in which PDF and DOCX end too."""

from __future__ import annotations

from collections.abc import Sequence

from bronnen.lezen import Bestand
from bronnen.register import Register
from bronnen.tekst.blad import Blad
from bronnen.tekst.brief import lees_brief
from bronnen.tekst.decoderen import decodeer
from bronnen.tekst.identiteit import bepaal_identiteit
from bronnen.tekst.knopen import Knoop, maak_boom, sluit
from bronnen.tekst.lopend import hang_voetnoten
from bronnen.tekst.ruis import is_onleesbaar
from bronnen.tekst.secties import lees_secties, zoek_secties
from bronnen.tekst.verordening import is_verordening, lees_verordening
from ontologie.document import BepalingSoort, Document, DocumentSoort, Melding
from ontologie.fouten import BronFout, BronTeGroot
from ontologie.tekst import Tekst

#: Longest text, in characters; a thousand pages are about three million.
MAX_TEKST = 20_000_000
#: Most places with scan noise in one text; each takes about a kilobyte.
MAX_LEESFOUTEN = 100_000

_EINDEN = (".txt", ".text", ".md", ".markdown", ".asc")


class TekstLezer:
    """Reads plain text. Which kind of document it is, its content tells."""

    naam = "tekst/1"

    def herkent(self, bestand: Bestand) -> bool:
        """Text by name, and no XML, PDF or packed file."""
        kop = bestand.kop.lstrip(b"\xef\xbb\xbf \t\r\n")
        return bestand.naam.lower().endswith(_EINDEN) and not kop.startswith((b"<?xml", b"%PDF-", b"PK\x03\x04"))

    def lees(self, bestand: Bestand, register: Register) -> Document:
        """The document.

        Raises:
            BronFout: the file is no text (names the byte), or holds nothing to read.
        """
        origineel, meldingen = decodeer(bestand.inhoud, str(bestand.pad))
        return lees_tekst(origineel, bestand, register, "tekst", self.naam, meldingen)


def lees_tekst(
    origineel: str,
    bestand: Bestand,
    register: Register,
    formaat: str,
    lezer: str,
    meldingen: Sequence[Melding] = (),
) -> Document:
    """A text as a document; positions are those in ``origineel``.

    Raises:
        BronFout: there is no text in it.
        BronTeGroot: it is longer than ``MAX_TEKST``, or has more scan noise than ``MAX_LEESFOUTEN``.
    """
    naam = str(bestand.pad)
    if len(origineel) > MAX_TEKST:
        raise BronTeGroot(naam, f"de tekst heeft {len(origineel)} tekens, de grens is {MAX_TEKST}")
    if is_onleesbaar(origineel, MAX_LEESFOUTEN):
        raise BronTeGroot(naam, f"de tekst heeft meer dan {MAX_LEESFOUTEN} leesfouten")
    blad = Blad.van(origineel)
    if not blad.regels:
        raise BronFout(naam, "er staat geen tekst in")
    wortel, soort = _lees(blad)
    identiteit = bepaal_identiteit(
        wortel.opschrift.inhoud if wortel.opschrift else "",
        blad.regels,
        _slottekst(wortel),
        bestand.naam,
        soort,
        register,
    )
    alle_meldingen = [*meldingen, *blad.meldingen]
    regeling = register.regeling(identiteit.werk)
    boom = maak_boom(wortel, identiteit.werk, alle_meldingen)
    return Document(
        werk=identiteit.werk,
        versie=identiteit.versie,
        soort=identiteit.soort,
        titel=boom.kop or (regeling.titel if regeling else bestand.naam),
        wortel=boom,
        bron=bestand.bron(formaat, lezer),
        officieel_id=identiteit.officieel_id,
        origineel=origineel,
        correcties=tuple(sorted(blad.correcties, key=lambda c: c.span)),
        weggelaten=tuple(sorted(blad.weggelaten, key=lambda w: w.span)),
        voetnootmarkeringen=tuple(sorted(blad.markeringen, key=lambda m: m.span)),
        meldingen=tuple(alle_meldingen),
    )


def _lees(blad: Blad) -> tuple[Knoop, DocumentSoort]:
    """The tree and its kind: an ordinance has articles in sequence, another document numbered sections or none."""
    if is_verordening(blad):
        wortel = lees_verordening(blad)
        soort = _soort_regeling(wortel)
    elif koppen := zoek_secties(blad):
        wortel = lees_secties(blad, koppen)
        soort = _soort_stuk(wortel, blad)
    else:
        wortel = lees_brief(blad)
        soort = _soort_stuk(wortel, blad)
    hang_voetnoten(blad, wortel)
    sluit(wortel)
    return wortel, soort


def _soort_stuk(wortel: Knoop, blad: Blad) -> DocumentSoort:
    titel = wortel.opschrift.inhoud.lower() if wortel.opschrift else ""
    begin = [r.tekst.lower() for r in blad.regels[:12]]
    if "raadsvoorstel" in titel or any(r.startswith("raadsvoorstel") for r in begin):
        return DocumentSoort.RAADSVOORSTEL
    if "handreiking" in titel:
        return DocumentSoort.HANDREIKING
    if any(r.startswith(("geachte", "beste ", "aan de leden")) for r in begin):
        return DocumentSoort.BRIEF
    if titel.startswith("toelichting"):
        return DocumentSoort.TOELICHTING
    return DocumentSoort.OVERIG


def _soort_regeling(wortel: Knoop) -> DocumentSoort:
    if [k.soort for k in wortel.kinderen] == [BepalingSoort.TOELICHTING]:
        return DocumentSoort.TOELICHTING
    titel = wortel.opschrift.inhoud.lower() if wortel.opschrift else ""
    for woord, soort in (
        ("model", DocumentSoort.MODEL),
        ("beleidsregel", DocumentSoort.BELEIDSREGEL),
        ("verordening", DocumentSoort.VERORDENING),
    ):
        if woord in titel:
            return soort
    return DocumentSoort.OVERIGE_REGELING


def _slottekst(wortel: Knoop) -> str:
    slot = next((k for k in wortel.kinderen if k.soort is BepalingSoort.SLOT), None)
    return " ".join(t.inhoud for t in slot.inhoud if isinstance(t, Tekst)) if slot else ""
