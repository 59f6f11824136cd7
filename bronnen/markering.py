"""What each element of the shared XML words (BWB, CVDR, Staatsblad) is.

Sources: the toestand schema 2016-1 of the Basiswettenbestand, the schema of CVDR, and that of officiële publicaties.
"""

from __future__ import annotations

from enum import Enum, auto

from ontologie.document import BepalingSoort as S


class Rol(Enum):
    """What an element means for the running text."""

    EENHEID = auto()  # a provision that is named over the whole work
    DEEL = auto()  # a provision that is numbered within its parent
    NOOT = auto()  # a footnote: a provision that does not interrupt the passage it stands in
    ALINEA = auto()  # a passage; unknown elements in it belong to its line of text
    BLOK = auto()  # ends the passage before it and its own
    INLINE = auto()  # part of the passage around it
    STIL = auto()  # a label or heading: read separately, no running text
    LATEN = auto()  # no text of the regulation


EENHEDEN: dict[str, S] = {
    "boek": S.BOEK,
    "deel": S.DEEL,
    "hoofdstuk": S.HOOFDSTUK,
    "titeldeel": S.TITEL,
    "afdeling": S.AFDELING,
    "paragraaf": S.PARAGRAAF,
    "sub-paragraaf": S.SUBPARAGRAAF,
    "subparagraaf": S.SUBPARAGRAAF,
    "sub-sub-paragraaf": S.SUBPARAGRAAF,
    "artikel": S.ARTIKEL,
    "enig-artikel": S.ARTIKEL,
    "wijzig-artikel": S.ARTIKEL,
    "citaat-artikel": S.ARTIKEL,
    "bijlage": S.BIJLAGE,
    "divisie": S.SECTIE,
    "circulaire.divisie": S.SECTIE,
    "wijzig-divisie": S.SECTIE,
    "model": S.SECTIE,
    "aanhef": S.AANHEF,
    "circulaire.aanhef": S.AANHEF,
    "wetsluiting": S.SLOT,
    "regeling-sluiting": S.SLOT,
    "circulaire-sluiting": S.SLOT,
    "bijlage-sluiting": S.SLOT,
    "nota-toelichting": S.TOELICHTING,
    "toelichting": S.TOELICHTING,
    "artikel.toelichting": S.TOELICHTING,
}

DELEN: dict[str, S] = {
    "lid": S.LID,
    "wijzig-lid": S.LID,
    "li": S.ONDERDEEL,
    "noot.li": S.ONDERDEEL,
    "wijziging": S.ONDERDEEL,
    "definitie-item": S.ONDERDEEL,
    "specificatie-item": S.ONDERDEEL,
    "table": S.TABEL,
    "row": S.RIJ,
    "entry": S.CEL,
}


def _namen(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


VERWIJZINGEN = _namen("extref intref")
#: Parts of a name: separate words, even where no space stands between the tags.
WOORDEN = _namen("voornaam achternaam")
WITREGELS = _namen("br lb regeleinde")

_ALINEAS = _namen(
    "al considerans.al noot.al context.al parlementair.al wij wie wat term bijschrift koning functie plaats datum naam"
    " tussenkop adresregel deze organisatie"
)
_INLINE = VERWIJZINGEN | WOORDEN | WITREGELS
_INLINE |= _namen(
    "nadruk sup inf ovl unl vet cursief onderstreept halfvet klein-kapitaal dfn cit afk aanhaling redactie"
    " tekstcorrectie omissie extref-groep intref-groep ref-item dossierref nootref b i u em strong"
)
#: Blocks that end a passage even where they stand inside it.
_BLOKKEN = _namen(
    "al-groep lijst noot.lijst considerans.lijst tgroup plaatje illustratie formule citaat wetcitaat definitielijst"
    " definitie specificatielijst adreslijst naamlijst"
)
_STIL = _namen("kop lidnr li.nr noot.nr nr title")
#: Metadata, and what repeats the headings.
_LATEN = _namen(
    "meta-data jcis brondata indexterm redactionele-correcties bwb-inputbestand bwb-wijzigingen publicatie"
    " commentaar-wetgeving geschiedenis parlementair eerst-verantwoordelijk materiele-uitwerkingtreding.datum origine"
    " grondslagen vertaling-van vertaald-door totstandkoming alias-titels intitule citeertitel officiele-inhoudsopgave"
    " colspec spanspec metadata meta redactioneel historische-brondata"
)
#: What holds words of the regulation and is left out all the same, with the reason.
HERHALINGEN = {"officiele-inhoudsopgave": "inhoudsopgave", "indexterm": "trefwoord van een register"}
#: Left out where the words of an inline element are read by themselves.
GEEN_TEKST = frozenset({"noot", "nootref", "indexterm", "meta-data"})

#: Attributes that identify an element in the source system.
BRON_IDS = ("stam-id", "versie-id", "label-id", "bwb-ng-variabel-deel")


def rol(naam: str, *, in_tekst: bool) -> Rol:
    """The role of an element; ``in_tekst`` says that it stands within a passage."""
    bekend = _ROLLEN.get(naam)
    if bekend is not None:
        return bekend
    return Rol.INLINE if in_tekst else Rol.BLOK


_ROLLEN: dict[str, Rol] = {
    **dict.fromkeys(_BLOKKEN, Rol.BLOK),
    **dict.fromkeys(_ALINEAS, Rol.ALINEA),
    **dict.fromkeys(_INLINE, Rol.INLINE),
    **dict.fromkeys(_STIL, Rol.STIL),
    **dict.fromkeys(_LATEN, Rol.LATEN),
    **dict.fromkeys(DELEN, Rol.DEEL),
    **dict.fromkeys(EENHEDEN, Rol.EENHEID),
    "noot": Rol.NOOT,
}
