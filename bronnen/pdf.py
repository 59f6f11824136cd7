"""PDF: the text of each page, read as plain text. A scan without text layer is named as such, never read as empty."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from bronnen.lezen import Bestand
from bronnen.register import Register
from bronnen.tekst.lezer import lees_tekst
from ontologie.document import Document, Melding
from ontologie.fouten import BronFout, BronTeGroot

#: Largest file, number of pages and amount of text (in characters) that are read.
MAX_GROOTTE = 100_000_000
MAX_PAGINAS = 5_000
MAX_TEKST = 20_000_000
#: Longest time that the pages of one file may take, in seconds.
MAX_TIJD = 120.0
#: Fewer characters than this on a page on average is a scan, perhaps with a stamp on it.
_MINSTE_TEKST = 20


class PdfLezer:
    """Reads PDF with a text layer. Positions are those in the extracted text; a form feed parts the pages."""

    naam = "pdf/1"

    def herkent(self, bestand: Bestand) -> bool:
        """By the mark of the format, which may stand behind some other bytes."""
        return b"%PDF-" in bestand.kop[:1024]

    def lees(self, bestand: Bestand, register: Register) -> Document:
        """The document.

        Raises:
            BronFout: damaged, encrypted, or without text; names the page where there is one.
            BronTeGroot: above one of the limits of this module.
        """
        naam = str(bestand.pad)
        if len(bestand.inhoud) > MAX_GROOTTE:
            raise BronTeGroot(
                naam, f"de PDF is {len(bestand.inhoud) / 1e6:.0f} MB, de grens is {MAX_GROOTTE / 1e6:.0f} MB"
            )
        with _stil():
            paginas = _lees_paginas(naam, _open(naam, bestand.inhoud))
        leeg = [n for n, tekst in enumerate(paginas, 1) if not tekst.strip()]
        if sum(len(t.strip()) for t in paginas) < _MINSTE_TEKST * len(paginas):
            raise BronFout(
                naam,
                "de PDF bevat geen tekst, alleen afbeeldingen",
                plaats="pagina 1" if len(paginas) == 1 else f"pagina 1 tot en met {len(paginas)}",
                advies="Maak er met tekstherkenning (OCR) een PDF met tekst van.",
            )
        meldingen = [Melding(f"pagina {n}", "op deze pagina staat geen tekst") for n in leeg]
        return lees_tekst("\f".join(paginas), bestand, register, "pdf", self.naam, meldingen)


def _open(naam: str, inhoud: bytes) -> PdfReader:
    try:
        lezer = PdfReader(BytesIO(inhoud))
        # Many official PDFs are encrypted with an empty password, only to forbid changes.
        toegang = not lezer.is_encrypted or bool(lezer.decrypt(""))
        aantal = len(lezer.pages) if toegang else 0
    except DependencyError as fout:
        raise _versleuteld(naam) from fout
    except Exception as fout:  # a damaged file makes the library raise almost anything
        raise BronFout(naam, f"de PDF is beschadigd ({_oorzaak(fout)})") from fout
    if not toegang:
        raise BronFout(
            naam, "de PDF is beveiligd met een wachtwoord", advies="Sla een kopie zonder wachtwoord op en lees die."
        )
    if not aantal:
        raise BronFout(naam, "de PDF heeft geen pagina's")
    if aantal > MAX_PAGINAS:
        raise BronTeGroot(naam, f"de PDF heeft {aantal} pagina's, de grens is {MAX_PAGINAS}")
    return lezer


def _lees_paginas(naam: str, lezer: PdfReader) -> list[str]:
    paginas: list[str] = []
    lengte = 0
    eind = time.monotonic() + MAX_TIJD
    for n in range(len(lezer.pages)):
        plaats = f"pagina {n + 1}"
        try:
            tekst = lezer.pages[n].extract_text()
        except LimitReachedError as fout:
            raise BronTeGroot(naam, "deze pagina pakt uit tot meer dan de grens", plaats=plaats) from fout
        except DependencyError as fout:
            raise _versleuteld(naam) from fout
        except Exception as fout:  # a damaged file makes the library raise almost anything
            raise BronFout(naam, f"deze pagina is niet te lezen ({_oorzaak(fout)})", plaats=plaats) from fout
        lengte += len(tekst)
        if lengte > MAX_TEKST:
            raise BronTeGroot(naam, f"de tekst is langer dan de grens van {MAX_TEKST} tekens", plaats=plaats)
        if time.monotonic() > eind:
            raise BronTeGroot(naam, f"het lezen duurt langer dan {MAX_TIJD:.0f} seconden", plaats=plaats)
        paginas.append(_schoon(tekst))
    return paginas


def _versleuteld(naam: str) -> BronFout:
    return BronFout(
        naam,
        "de PDF is beveiligd met een versleuteling (AES) die hier niet te openen is",
        advies="Sla een kopie zonder beveiliging op en lees die.",
    )


def _schoon(tekst: str) -> str:
    """The text without what no text file holds: control characters and half surrogates."""
    tekst = tekst.replace("\f", "\n")
    return "".join(t for t in tekst if t >= " " or t in "\n\t\r").encode("utf-8", "replace").decode("utf-8")


def _oorzaak(fout: Exception) -> str:
    return f"{type(fout).__name__}: {str(fout)[:120]}".rstrip(": ")


@contextmanager
def _stil() -> Iterator[None]:
    """Keep the remarks of the library about odd files from the user, who gets our own message."""
    # By its level, which its modules' own loggers go by too; to be disabled would hold for this one alone.
    logger = logging.getLogger("pypdf")
    vroeger = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(vroeger)
