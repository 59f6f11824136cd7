"""All readers, in the order in which they are asked whether a file is theirs."""

from __future__ import annotations

from bronnen.bwb import BwbLezer
from bronnen.cvdr import CvdrLezer
from bronnen.docx import DocxLezer
from bronnen.lezen import Lezer
from bronnen.manifest import ManifestLezer
from bronnen.pdf import PdfLezer
from bronnen.staatsblad import StaatsbladLezer
from bronnen.tekst.lezer import TekstLezer
from bronnen.wti import WtiLezer

LEZERS: tuple[Lezer, ...] = (
    # XML, by its root element.
    BwbLezer(),
    CvdrLezer(),
    StaatsbladLezer(),
    WtiLezer(),
    ManifestLezer(),
    # The rest by file name and first bytes.
    TekstLezer(),
    PdfLezer(),
    DocxLezer(),
)
