"""An answer as a Word file, for the commands that print lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from api.opdrachtregel.scherm import meld
from ontologie.fouten import BronFout, InvoerFout

if TYPE_CHECKING:
    from api.antwoordstukken import Opmaak
    from api.uitvoer import Levering, Uitvoerdocument
    from graph.antwoorden import Antwoorden


def schrijf_antwoord(naar: str | None, antwoorden: Antwoorden, maak: Callable[[Opmaak], Levering]) -> None:
    """Write the whole answer as Word; without a site it leads only to official addresses.

    Raises:
        InvoerFout: no file is named.
        BronFout: it cannot be written.
    """
    from api.antwoordstukken import Opmaak, adres_op

    levering = maak(Opmaak(antwoorden, adres_op("")))
    assert levering.document is not None  # only answers that are documents come here
    schrijf_word(naar, levering.document)


def schrijf_word(naar: str | None, document: Callable[[], Uitvoerdocument]) -> None:
    """Write a document as Word: whole, or not at all.

    Raises:
        InvoerFout: no file is named.
        BronFout: it cannot be written.
    """
    from api.uitvoer.docx import naar_docx

    if not naar:
        raise InvoerFout("Een Word-document heeft een bestand nodig.", advies="Noem het met --naar BESTAND.")
    doel = Path(naar)
    tijdelijk = doel.with_name(f".{doel.name}.deel")
    inhoud = naar_docx(document())
    try:
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(doel)
    except OSError as fout:
        raise BronFout(naar, "hier kan niet worden geschreven") from fout
    finally:
        tijdelijk.unlink(missing_ok=True)
    meld(f"Geschreven: {doel}.")
