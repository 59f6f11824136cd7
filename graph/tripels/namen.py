"""What things are called in the graph: works and their titles, named graphs, external sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from bronnen.register import Register
from ontologie.document import Document, DocumentSoort, Publicatie
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import BASIS, StapSoort
from ontologie.termen import GRAAFBASIS
from ontologie.verwijzing import ExternId

#: The graph of what is true whatever is loaded: works, provisions apart from versions, external sources.
IDENTITEIT = NamedNode(GRAAFBASIS + "identiteit")

#: How the version of a source without date is written in IRIs.
ZONDER_VERSIE = "0000"


@dataclass(frozen=True, slots=True)
class Werk:
    """What the identity of a work says: names and kind, apart from any version."""

    kort: str
    officieel_id: str  # "" where it has none
    titel: str
    afkorting: str
    soort: DocumentSoort | None  # None: named, but neither in the register nor loaded


class Werken:
    """The works of the register, and those that are loaded without being in it. Fulfils ``Naamgever``."""

    def __init__(self, register: Register, geladen: Iterable[Document] = ()) -> None:
        self.register = register
        self._overig: dict[str, tuple[str, Werk]] = {}
        for document in geladen:
            self.voeg_toe(document)

    def voeg_toe(self, document: Document) -> None:
        """Take note of a loaded document; of several versions the newest gives the names."""
        if self.register.regeling(document.werk) is not None:
            return
        vorige = self._overig.get(document.werk)
        if vorige is None or document.versie >= vorige[0]:
            self._overig[document.werk] = (document.versie, _van_document(document))

    def werk(self, naam: str) -> Werk:
        """By short name or official id; a work that nothing is known of carries its name as title."""
        regeling = self.register.regeling(naam)
        if regeling is not None:
            return Werk(regeling.kort, regeling.officieel_id, regeling.titel, regeling.afkorting, regeling.soort)
        if naam in self._overig:
            return self._overig[naam][1]
        return Werk(naam, "", naam, "", None)

    def officieel(self, werk: str) -> str:
        return self.register.officieel(werk)

    def kort(self, officieel: str) -> str:
        return self.register.kort(officieel)

    def hoofdeenheid(self, werk: str) -> StapSoort:
        return self.register.hoofdeenheid(werk)


def _van_document(document: Document) -> Werk:
    titel = document.citeertitel or document.titel or document.werk
    afkorting = document.afkortingen[0] if document.afkortingen else ""
    return Werk(document.werk, document.officieel_id, titel, afkorting, document.soort)


# --- External sources ---------------------------------------------------------------------------------------------


def extern_iri(bron: ExternId) -> str:
    """``id:ks/II%3A2019%2F20%3A35394%3A3``."""
    return f"{BASIS}{quote(bron.stelsel, safe='')}/{quote(bron.waarde, safe='')}"


def parse_extern_iri(iri: str) -> ExternId:
    """Read an IRI that ``extern_iri`` wrote.

    Raises:
        IdentificatieFout: it does not name an external source.
    """
    delen = iri.removeprefix(BASIS).split("/")
    if not iri.startswith(BASIS) or len(delen) != 2 or delen[0] not in _STELSELS:
        raise IdentificatieFout(f"«{iri}» is geen IRI van een publicatie, kamerstuk of uitspraak.")
    return ExternId(delen[0], unquote(delen[1]))


def van_publicatie(publicatie: Publicatie) -> ExternId:
    """``stb:2025:210`` as an external source."""
    return ExternId(publicatie.blad.lower(), f"{publicatie.jaar}:{publicatie.nummer}")


_BLADEN = {"stb": "Stb.", "stcrt": "Stcrt.", "trb": "Trb.", "gmb": "Gmb.", "wsb": "Wsb.", "prb": "Prb."}
_STELSELS = frozenset({"ks", "ecli", "celex", *_BLADEN})
_OP = "https://zoek.officielebekendmakingen.nl/"
_JAAR_NUMMER = re.compile(r"(\d{4}):([\w.-]+)")
_KAMERSTUK = re.compile(r"(?:(I{1,2}|TK|EK):)?([\d/-]*):?(\d{4,6})(?:-([IVXLC]+))?(?::(\w+))?")


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
