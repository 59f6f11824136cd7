"""Read an identity in whatever form someone has it: IRI, JCI, address, short notation or citation."""

from __future__ import annotations

import re
from datetime import date

from ontologie.fouten import IdentificatieFout
from ontologie.identificatie.aanhaling import parse_aanhaling
from ontologie.identificatie.bepaling import BepalingId, Naamregister
from ontologie.identificatie.codering import controleer_invoer, toon
from ontologie.identificatie.deeplink import dag_van_deeplink, is_deeplink, parse_deeplink
from ontologie.identificatie.iri import parse_iri
from ontologie.identificatie.iribasis import basis
from ontologie.identificatie.jci import BEGIN_JCI, parse_jci
from ontologie.identificatie.kort import parse_kort

_JCI = re.compile(BEGIN_JCI, re.IGNORECASE)
_AANHALINGSTEKENS = "«»\"'“”„‘’"


def lees_identiteit(tekst: str, namen: Naamregister, op: date | None = None) -> BepalingId:
    """The provision or work that the text names, in any notation. Versions in it are left aside, and days are for
    ``genoemde_dag``.

    ``op`` tells of what day the names of regulations are (today's without it).

    Raises:
        IdentificatieFout: no notation fits; the message says why the likeliest does not.
    """
    schoon = _zonder_aanhalingstekens(tekst)
    if schoon.startswith(basis()):
        return parse_iri(schoon, namen).id
    if is_deeplink(schoon):
        return parse_deeplink(schoon, namen)
    if _JCI.match(schoon):
        return parse_jci(schoon.replace("&amp;", "&"), namen).id
    if re.match(r"https?://", schoon, re.IGNORECASE):
        raise IdentificatieFout(
            f"«{toon(schoon)}» is geen adres van een bepaling.",
            advies=f"Bekend zijn adressen van wetten.overheid.nl en die beginnen met {basis()}.",
        )
    werk, dubbele_punt, rest = schoon.partition(":")
    if namen.kent(werk) and (dubbele_punt or not rest) and not re.search(r"\s", schoon):
        id_ = parse_kort(schoon, namen)
        return BepalingId(namen.kort(id_.werk), id_.stappen)
    if (
        dubbele_punt
        and not re.search(r"\s", schoon)
        and (werken := namen.werken_met_naam(werk, op))
        and len(werken) == 1
    ):
        return parse_kort(f"{werken[0]}:{rest}", namen)  # PW:8a, Participatiewet:8a
    return parse_aanhaling(schoon, namen, op)


def genoemde_dag(tekst: str, namen: Naamregister) -> date | None:
    """The day of which a JCI or an address of the official sites means the text; None for all that names no day.

    Raises:
        IdentificatieFout: it is a JCI or such an address that cannot be read, or names a day that does not exist.
    """
    schoon = _zonder_aanhalingstekens(tekst)
    if is_deeplink(schoon):
        return dag_van_deeplink(schoon, namen)
    return parse_jci(schoon.replace("&amp;", "&"), namen).dag if _JCI.match(schoon) else None


def _zonder_aanhalingstekens(tekst: str) -> str:
    schoon = controleer_invoer(tekst, "een bepaling")
    if len(schoon) > 2 and schoon[0] in _AANHALINGSTEKENS and schoon[-1] in _AANHALINGSTEKENS:
        return controleer_invoer(schoon[1:-1], "een bepaling")
    return schoon
