"""Identity of works and provisions: parse and print IRI, JCI, short notation and what a jurist types.

One module per notation; the same identity has exactly one spelling in each, and reading what was printed gives it back.
"""

from ontologie.identificatie.aanhaling import Stijl, parse_aanhaling, print_aanhaling
from ontologie.identificatie.bepaling import (
    STRUCTUUR,
    ZONDER_REGISTER,
    BepalingId,
    Naamgever,
    Naamregister,
    Stap,
    StapSoort,
    artikel_id,
)
from ontologie.identificatie.deeplink import parse_deeplink
from ontologie.identificatie.iri import Iri, parse_iri, print_iri
from ontologie.identificatie.iribasis import STANDAARDBASIS, basis, stel_basis
from ontologie.identificatie.jci import Jci, heeft_jci, parse_jci, print_jci
from ontologie.identificatie.kort import parse_kort, print_kort
from ontologie.identificatie.label import print_label
from ontologie.identificatie.lezen import genoemde_dag, lees_identiteit
from ontologie.identificatie.rangtelwoord import RANGTELWOORDEN, lees_rangtelwoord, rangtelwoord

__all__ = [
    "RANGTELWOORDEN",
    "STANDAARDBASIS",
    "STRUCTUUR",
    "ZONDER_REGISTER",
    "BepalingId",
    "Iri",
    "Jci",
    "Naamgever",
    "Naamregister",
    "Stap",
    "StapSoort",
    "Stijl",
    "artikel_id",
    "basis",
    "genoemde_dag",
    "heeft_jci",
    "lees_identiteit",
    "lees_rangtelwoord",
    "parse_aanhaling",
    "parse_deeplink",
    "parse_iri",
    "parse_jci",
    "parse_kort",
    "print_aanhaling",
    "print_iri",
    "print_jci",
    "print_kort",
    "print_label",
    "rangtelwoord",
    "stel_basis",
]
