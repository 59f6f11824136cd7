"""The edge of what is handed out: which format a request asks for, and the response in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from api.uitvoer.csv import Rijen, naar_csv
from api.uitvoer.html import csp, naar_html
from api.uitvoer.model import Tabel, Uitvoerdocument
from ontologie.fouten import InvoerFout

#: Most rows of one download; what is left out is said in it.
RIJEN_MAX = 10_000
#: What is left of a name of a file.
_ANDERS = re.compile(r"[^A-Za-z0-9._-]+")


class Formaat(StrEnum):
    """The formats, as ``?formaat=`` names them."""

    CSV = "csv"
    DOCX = "docx"
    HTML = "html"
    #: A picture; what draws it hands it out itself.
    SVG = "svg"


SOORTEN = {
    Formaat.CSV: "text/csv; charset=utf-8",
    Formaat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Formaat.HTML: "text/html; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Levering:
    """One answer in the formats that it has: the name of the file without its ending, and what makes each."""

    naam: str
    document: Callable[[], Uitvoerdocument] | None = None
    rijen: Callable[[], Rijen | Tabel] | None = None

    @property
    def formaten(self) -> tuple[Formaat, ...]:
        """The formats that there are."""
        heeft = {Formaat.CSV: self.rijen, Formaat.DOCX: self.document, Formaat.HTML: self.document}
        return tuple(f for f, maak in heeft.items() if maak is not None)


def gevraagd_formaat(verzoek: Request, aanbod: Sequence[Formaat] = (Formaat.CSV, Formaat.DOCX)) -> Formaat | None:
    """The format that ``?formaat=`` names, None for that of the page.

    Raises:
        InvoerFout: it is none of ``aanbod``.
    """
    naam = verzoek.query_params.get("formaat", "").strip()
    if not naam:
        return None
    if naam not in [str(f) for f in aanbod]:
        raise InvoerFout(
            f"«{naam[:40]}» is geen formaat van deze pagina.",
            advies="Gebruik " + " of ".join(f"formaat={f}" for f in aanbod) + ".",
        )
    return Formaat(naam)


def lever(levering: Levering, formaat: Formaat) -> Response:
    """The answer as a file to keep; HTML shows in the browser, under a policy that allows nothing but its own style.

    Raises:
        InvoerFout: the answer has no such format.
    """
    if formaat not in levering.formaten:
        raise InvoerFout(f"Dit is er niet als {formaat}.", advies=f"Wel als: {', '.join(levering.formaten)}.")
    naam = _ANDERS.sub("-", levering.naam).strip("-.")[:120] or "regelgraaf"
    koppen = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    if formaat is Formaat.HTML:
        koppen["Content-Security-Policy"] = csp()
    else:
        koppen["Content-Disposition"] = f'attachment; filename="{quote(naam)}.{formaat}"'
    return Response(_inhoud(levering, formaat), 200, koppen, SOORTEN[formaat])


def _inhoud(levering: Levering, formaat: Formaat) -> bytes:
    if formaat is Formaat.CSV:
        assert levering.rijen is not None
        return naar_csv(levering.rijen())
    assert levering.document is not None
    document = levering.document()
    if formaat is Formaat.HTML:
        return naar_html(document).encode("utf-8", errors="replace")
    from api.uitvoer.docx import naar_docx

    return naar_docx(document)
