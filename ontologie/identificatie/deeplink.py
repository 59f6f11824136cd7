"""Addresses of wetten.overheid.nl and lokaleregelgeving.overheid.nl, such as people paste them.

``https://wetten.overheid.nl/BWBR0015703/2026-01-01#Hoofdstuk2_Paragraaf2.1_Artikel8a``, with ``/0`` behind the date or
not, a JCI as the path, and the ``/id/`` form of the BWB files with the provision in the path.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import SplitResult, unquote, urlsplit

from ontologie.fouten import IdentificatieFout
from ontologie.identificatie.bepaling import (
    ZONDER_REGISTER,
    BepalingId,
    Naamgever,
    Stap,
    StapSoort,
    zonder_structuur,
)
from ontologie.identificatie.codering import controleer_invoer, lees_dag, toon
from ontologie.identificatie.jci import Jci, parse_jci

_HOSTS = ("wetten.overheid.nl", "lokaleregelgeving.overheid.nl")
_WERK = re.compile(r"BWB[RVW]\d{7}|CVDR\d+")
_SOORTEN: dict[str, StapSoort] = {
    "boek": StapSoort.BOEK,
    "deel": StapSoort.DEEL,
    "hoofdstuk": StapSoort.HOOFDSTUK,
    "titeldeel": StapSoort.TITEL,
    "titel": StapSoort.TITEL,
    "afdeling": StapSoort.AFDELING,
    "paragraaf": StapSoort.PARAGRAAF,
    "sub-paragraaf": StapSoort.SUBPARAGRAAF,
    "subparagraaf": StapSoort.SUBPARAGRAAF,
    "artikel": StapSoort.ARTIKEL,
    "lid": StapSoort.LID,
    "onderdeel": StapSoort.ONDERDEEL,
    "bijlage": StapSoort.BIJLAGE,
    "aanhef": StapSoort.AANHEF,
    "slot": StapSoort.SLOT,
}
_STAP = re.compile(rf"({'|'.join(sorted(_SOORTEN, key=len, reverse=True))})(.*)", re.IGNORECASE | re.DOTALL)


def is_deeplink(tekst: str) -> bool:
    """Whether the text is an address of one of the two sites."""
    return bool(re.match(rf"(https?://)?(www\.)?({'|'.join(map(re.escape, _HOSTS))})/", tekst.strip(), re.IGNORECASE))


def parse_deeplink(adres: str, namen: Naamgever = ZONDER_REGISTER) -> BepalingId:
    """The work or provision that an address of the official sites shows.

    Raises:
        IdentificatieFout: it is no such address, or names a place that is not understood.
    """
    delen, pad, jci = _uiteen(adres, namen)
    if jci is not None:
        return jci.id
    werk = _WERK.fullmatch(pad[0]) if pad else None
    if werk is None:
        raise IdentificatieFout(f"«{toon(adres)}» noemt geen regeling (BWBR… of CVDR…).")
    stappen = [stap for deel in pad[1:] if (stap := _lees_stap(deel))]
    fragment = unquote(delen.fragment)
    if fragment and not fragment.startswith(":~:"):
        stappen = _lees_fragment(fragment, adres)
    return BepalingId(namen.kort(werk.group()), zonder_structuur(tuple(stappen)))


def dag_van_deeplink(adres: str, namen: Naamgever = ZONDER_REGISTER) -> date | None:
    """The day of which an address of the official sites shows the text; None where it names none.

    Raises:
        IdentificatieFout: it is no such address, or names a day that does not exist.
    """
    _, pad, jci = _uiteen(adres, namen)
    if jci is not None:
        return jci.dag
    dag = next((deel for deel in pad[1:] if re.fullmatch(r"\d{4}-\d{2}-\d{2}", deel, re.ASCII)), "")
    return lees_dag(dag) if dag else None


def _uiteen(adres: str, namen: Naamgever) -> tuple[SplitResult, list[str], Jci | None]:
    """An address in its parts, the segments of its path, and the JCI that is its path, if one is."""
    schoon = controleer_invoer(adres, "een adres")
    if not is_deeplink(schoon):
        raise IdentificatieFout(f"«{toon(adres)}» is geen adres van {' of '.join(_HOSTS)}.")
    try:
        delen = urlsplit(schoon if "://" in schoon else f"https://{schoon}")
    except ValueError as fout:
        raise IdentificatieFout(f"«{toon(adres)}» is geen geldig adres.") from fout
    pad = [unquote(deel) for deel in delen.path.split("/") if deel and deel != "id"]
    if pad and re.match(r"jci\d", pad[0], re.IGNORECASE):
        # A pasted address may carry the ampersands of its HTML.
        return delen, pad, parse_jci("/".join(delen.path.split("/")[1:]).replace("&amp;", "&"), namen)
    return delen, pad, None


def _lees_stap(deel: str) -> Stap | None:
    gevonden = _STAP.fullmatch(deel)
    if gevonden is None:
        return None
    return Stap(_SOORTEN[gevonden.group(1).lower()], gevonden.group(2).rstrip("°º."))


def _lees_fragment(fragment: str, adres: str) -> list[Stap]:
    stappen: list[Stap] = []
    for deel in fragment.split("_"):
        stap = _lees_stap(deel)
        if stap:
            stappen.append(stap)
        elif stappen and not stappen[-1].nummer and deel:  # "artikel_5"
            stappen[-1] = Stap(stappen[-1].soort, deel)
        else:
            raise IdentificatieFout(
                f"De plaats «{toon(fragment)}» in «{toon(adres)}» is niet te lezen.",
                advies="Laat het deel vanaf # weg, of schrijf de bepaling uit.",
            )
    return stappen
