"""Which words beside a citation name its regulation: "van de wet", "Awb", "van die wet", "Awb: de artikelen …"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.verwijzing.definities import SOORTWOORD, Definities
from graph.verwijzing.namen import Naamtreffer
from graph.verwijzing.onbekend import directe_naam, kindnaam, onbekende_naam


@dataclass(frozen=True, slots=True)
class Keuze:
    """The regulation of a citation: the works it can be (more than one: ambiguous) and the rule that says so.

    ``onbekend`` holds the words where they name a regulation that is not known. ``verwijst`` tells how words without
    a name point: "eigen" to the document itself, "vorige" to the regulation that was named last.
    """

    werken: tuple[str, ...]
    methode: str
    onbekend: str = ""
    verwijst: str = ""


_NA = re.compile(
    r"(?i)[\]\[]?(?:\.(?= van (?:de|het) ))?(?: e\.?v\.?(?!\w)| en volgende(?:n)?(?!\w))?"
    r"(?P<komma> ?,)?[ \]\[]*(?:\((?:nieuw|oud)\) ?)?"
    r"(?:(?P<vz>van|uit|bij|in|op grond van) {1,3})?"
    r"(?P<lw>(?:de|het|een|deze|dit|die|dat|genoemde?|voornoemde?|eerstgenoemde?|laatstgenoemde?|bovengenoemde?|dezelfde|hetzelfde|"
    r"datzelfde|diezelfde|onze|de genoemde|de laatstgenoemde) {1,3})?"
    r"(?P<bijv>(?:(?:nieuwe|gewijzigde|huidige|oude|voormalige|toenmalige|geldende|bestaande|eerdergenoemde"
    r"|eerder genoemde) ){0,2})"
    r"[\"“'‘„(]?"
)
_TERUG = re.compile(
    r"(?i)(?:die|dat|genoemde?|voornoemde?|eerstgenoemde?|laatstgenoemde?|bovengenoemde?|dezelfde|hetzelfde"
    r"|datzelfde|diezelfde|de genoemde|de laatstgenoemde) +$"
)
_DAT_BOEK = re.compile(r"boek(?!\w)")
_ZELF = re.compile(r"(?i)(?:deze|dit|onze) +$")


def naam_na(
    tekst: str, eind: int, namen: Mapping[int, Naamtreffer], definities: Definities, *, bijlage: bool = False
) -> tuple[Keuze, int] | None:
    """The regulation that the words straight after a citation name, and where they end; None where there is none."""
    m = _NA.match(tekst, eind)
    if m is None:
        return None
    plek = m.end()
    vz, lw = (m["vz"] or "").lower(), m["lw"] or ""
    if vz == "bij" and not bijlage:
        return None
    treffer = namen.get(plek)
    haakje = tekst[plek - 1 : plek] == "("
    if treffer is not None:
        # "artikel 5, de Wet X" names a second thing; "artikel 5 van de Wet X" and "artikel 5 Wet X" name one.
        if (vz or not lw) and not (haakje and tekst[treffer.eind : treffer.eind + 1] != ")"):
            tot = treffer.eind + (1 if haakje else 0)
            return Keuze(
                treffer.werken, treffer.methode, "" if treffer.werken else tekst[treffer.begin : treffer.eind]
            ), tot
        return None
    if haakje or plek == eind:
        return None
    if not vz or not lw:
        return None if lw else _zonder_lidwoord(tekst, plek, vz)
    if boek := _DAT_BOEK.match(tekst, plek):
        return (Keuze((), "die", verwijst="vorige"), boek.end()) if _TERUG.search(lw) else None
    soort = SOORTWOORD.match(tekst, plek)
    volledig = onbekende_naam(tekst, plek)
    # "van de Wet onbekend" has a name of its own; "van de wet kan …" has not.
    if soort is not None and (
        volledig <= soort.end() or not tekst[plek].isupper() or _definitie_is_kaal(definities, soort.group())
    ):
        return _soortnaam(tekst, plek, soort.end(), lw, definities)
    if volledig > plek and tekst[plek].isupper() and vz in ("van", "uit", "bij"):
        return Keuze((), "onbekend", tekst[plek:volledig]), volledig
    return None


def _zonder_lidwoord(tekst: str, plek: int, voorzetsel: str) -> tuple[Keuze, int] | None:
    """An unknown name without "de" or "het": "artikel 4 Bgs", "artikel 2 (van) Besluit bootjes"."""
    if not voorzetsel:
        tot = directe_naam(tekst, plek)
    else:
        tot = kindnaam(tekst, plek) if voorzetsel in ("van", "uit", "bij") else plek
    return (Keuze((), "onbekend", tekst[plek:tot]), tot) if tot > plek else None


def _definitie_is_kaal(definities: Definities, woord: str) -> bool:
    return definities.soortnaam(woord) is not None


def _soortnaam(tekst: str, plek: int, eind: int, lw: str, definities: Definities) -> tuple[Keuze, int] | None:
    woorden = tekst[plek:eind]
    if _ZELF.search(lw):
        return Keuze((), "deze", verwijst="eigen"), eind
    if _TERUG.search(lw):
        return Keuze((), "die", verwijst="vorige"), eind
    definitie = definities.soortnaam(woorden)
    if definitie is not None:
        return Keuze(definitie.werken, "definitie", definitie.onbekend), eind
    return Keuze((), "soortnaam", woorden, verwijst="soort"), eind


_VOOR = re.compile(
    r"(?i)(?P<teken> ?[:(]| ?,|) ?(?:met name |namelijk |te weten |in het bijzonder )?(?:in |op )?(?:de |het )?$"
)


def naam_voor(tekst: str, begin: int, vorige: Naamtreffer | None) -> tuple[Keuze, str] | None:
    """The regulation named straight before a citation, with the sign between them (":", "(", "," or "")."""
    if vorige is None or begin - vorige.eind > 40:
        return _onbekend_voor(tekst, begin)
    m = _VOOR.fullmatch(tekst, vorige.eind, begin)
    if m is None:
        return _onbekend_voor(tekst, begin)
    teken = m["teken"].strip()
    if not teken and (vorige.methode != "afkorting" or tekst[vorige.eind : begin].strip()):
        return None
    return Keuze(vorige.werken, "naam-voor", "" if vorige.werken else tekst[vorige.begin : vorige.eind]), teken


#: "Handreiking overgangsdocument, hoofdstuk 3": a title that no register knows, straight before the citation.
_ONBEKEND_VOOR = re.compile(
    r"(?<![\w-])((?:Handreiking|Wet|Besluit|Regeling|Verordening|Verdrag|Leidraad|Circulaire)"
    r"(?: (?!en |of |de |het )[\w-]+){1,6}"
    r"|[A-Z][\w-]{2,}(?:wet|besluit|regeling|verordening|wetboek|statuut|reglement))"
    r"(?: \([A-Z]\w{1,12}\))?(?:,|:| \() ?(?:de |het )?$"
)


def _onbekend_voor(tekst: str, begin: int) -> tuple[Keuze, str] | None:
    # The pattern ends in a bracket, a comma or colon, "de" or "het": most citations have none of these before them.
    if begin < 2 or not (tekst[begin - 1] == "(" or (tekst[begin - 1] == " " and tekst[begin - 2] in ",:et(")):
        return None
    m = _ONBEKEND_VOOR.search(tekst, max(0, begin - 100), begin)
    return (Keuze((), "naam-voor", m.group(1)), ":") if m else None
