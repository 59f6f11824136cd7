"""What things are called in the graph: loaded works, the identity graph, external sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from bronnen.register import Naam, Regeling
from ontologie.document import BepalingSoort, Document, Publicatie
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import StapSoort, basis
from ontologie.termen import GRAAFBASIS
from ontologie.verwijzing import ExternId

#: The graph of what is true whatever is loaded: works, provisions apart from versions, external sources.
IDENTITEIT = NamedNode(GRAAFBASIS + "identiteit")

#: How the version of a source without date is written in IRIs.
ZONDER_VERSIE = "0000"


def regelingen_van(documenten: Iterable[Document]) -> tuple[Regeling, ...]:
    """Loaded documents as entries for ``Register.aangevuld``; of several versions of a work the newest counts."""
    return nieuwste_regelingen((d.versie, regeling_van(d)) for d in documenten)


def nieuwste_regelingen(versies: Iterable[tuple[str, Regeling]]) -> tuple[Regeling, ...]:
    """Of each work the entry with the newest version, the last of equals."""
    per_werk: dict[str, tuple[str, Regeling]] = {}
    for versie, regeling in versies:
        vorige = per_werk.get(regeling.kort)
        if vorige is None or versie >= vorige[0]:
            per_werk[regeling.kort] = (versie, regeling)
    return tuple(regeling for _, regeling in per_werk.values())


def regeling_van(document: Document) -> Regeling:
    """A loaded document as an entry of a register."""
    titel = document.citeertitel or document.titel or document.werk
    namen = (Naam(titel, "citeertitel"), *(Naam(a, "afkorting") for a in document.afkortingen if a))
    soorten = {b.soort for b in document.bepalingen() if b.nummer}
    in_secties = BepalingSoort.SECTIE in soorten and BepalingSoort.ARTIKEL not in soorten
    hoofdeenheid = StapSoort.SECTIE if in_secties else StapSoort.ARTIKEL
    return Regeling(document.werk, titel, document.soort, document.officieel_id, namen, hoofdeenheid)


# --- External sources ---------------------------------------------------------------------------------------------


def extern_iri(bron: ExternId) -> str:
    """``id:ks/II%3A2019%2F20%3A35394%3A3``."""
    return f"{basis()}{quote(bron.stelsel, safe='')}/{quote(bron.waarde, safe='')}"


def parse_extern_iri(iri: str) -> ExternId:
    """Read an IRI that ``extern_iri`` wrote.

    Raises:
        IdentificatieFout: it does not name an external source.
    """
    delen = iri.removeprefix(basis()).split("/")
    if not iri.startswith(basis()) or len(delen) != 2 or delen[0] not in _STELSELS:
        raise IdentificatieFout(f"«{iri}» is geen IRI van een publicatie, kamerstuk of uitspraak.")
    return ExternId(delen[0], unquote(delen[1]))


def van_publicatie(publicatie: Publicatie) -> ExternId:
    """``stb:2025:210`` as an external source."""
    return ExternId(publicatie.blad.lower(), f"{publicatie.jaar}:{publicatie.nummer}")


_BLADEN = {"stb": "Stb.", "stcrt": "Stcrt.", "trb": "Trb.", "gmb": "Gmb.", "wsb": "Wsb.", "prb": "Prb."}
_STELSELS = frozenset({"ks", "ecli", "celex", *_BLADEN})
_OP = "https://zoek.officielebekendmakingen.nl/"
_JAAR_NUMMER = re.compile(r"(\d{4}):([\w.-]+)")
_PUBLICATIE = re.compile(
    r"(stb|stcrt|trb|gmb|wsb|prb)\.?[\s:]*(\d{4})\s*[,:]?\s*(?:nr\.?\s*)?(\d[\w.-]*)", re.IGNORECASE
)
_KAMERSTUK = re.compile(r"(?:(I{1,2}|TK|EK):)?([\d/-]*):?(\d{4,6})(?:-([IVXLC]+))?(?::(\w+))?")


def lees_publicatie(invoer: str) -> ExternId | None:
    """What someone typed as an issue of a gazette: "stb:2025:210", "Stb. 2025, 210" or its IRI; None if it is none."""
    schoon = " ".join(invoer[:200].split())
    if schoon.startswith(basis()):
        try:
            bron = parse_extern_iri(schoon)
        except IdentificatieFout:
            return None
        return bron if bron.stelsel in _BLADEN else None
    m = _PUBLICATIE.fullmatch(schoon)
    return ExternId(m[1].lower(), f"{m[2]}:{m[3]}") if m else None


def extern_label(bron: ExternId) -> str:
    """As a jurist writes it: "Stb. 2025, 210", "Kamerstukken II 2019/20, 35394, nr. 3", "ECLI:NL:…"."""
    if bron.stelsel == "ecli":
        return bron.waarde if bron.waarde.startswith("ECLI:") else f"ECLI:{bron.waarde}"
    if bron.stelsel == "celex":
        return f"CELEX {bron.waarde}"
    if bron.stelsel == "ks" and (m := _KAMERSTUK.fullmatch(bron.waarde)):
        kamer, jaar, dossier, toevoeging, nummer = m.groups("")
        kop = " ".join(deel for deel in ("Kamerstukken", kamer, jaar) if deel)
        stuk = f"{dossier}-{toevoeging}" if toevoeging else dossier
        return ", ".join(deel for deel in (kop, stuk, f"nr. {nummer}" if nummer else "") if deel)
    blad = _BLADEN.get(bron.stelsel, f"{bron.stelsel.capitalize()}.")
    return f"{blad} {bron.waarde.replace(':', ', ', 1)}"


def extern_adres(bron: ExternId) -> str:
    """The official address, "" where none follows from the identifier."""
    if bron.stelsel == "ecli":
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={quote(extern_label(bron), safe=':.')}"
    if bron.stelsel == "celex":
        return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{quote(bron.waarde, safe='')}"
    if bron.stelsel == "ks" and (m := _KAMERSTUK.fullmatch(bron.waarde)):
        _, _, dossier, toevoeging, nummer = m.groups("")
        stuk = f"{dossier}-{toevoeging}" if toevoeging else dossier
        return f"{_OP}kst-{stuk}-{nummer}.html" if nummer else f"{_OP}dossier/{stuk}"
    if bron.stelsel in _BLADEN and (m := _JAAR_NUMMER.fullmatch(bron.waarde)):
        return f"{_OP}{bron.stelsel}-{m[1]}-{m[2]}.html"
    return ""
