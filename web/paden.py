"""Addresses of the pages: the one place that knows where a provision, a regulation or a question is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlencode

from graph.antwoorden import Plek
from graph.feiten import RG
from ontologie.identificatie import basis
from ontologie.termen import GRAAFBASIS
from web.statisch import STATISCH


@dataclass(frozen=True, slots=True)
class Paden:
    """Every address below the configured prefix (``root_path``, "" or "/regelgraaf").

    Methods give a path that can stand in an ``href``; a provision is named by its short notation.
    """

    prefix: str = ""

    def start(self) -> str:
        return f"{self.prefix}/"

    def bronnen(self) -> str:
        return f"{self.prefix}/bronnen"

    def vocabulaire(self) -> str:
        return f"{self.prefix}/vocabulaire"

    def hulp(self, deel: str = "") -> str:
        return f"{self.prefix}/hulp/{deel}" if deel else f"{self.prefix}/hulp"

    def statisch(self, naam: str) -> str:
        """A file of ``web/static`` with its content hash, so that it may be kept for ever."""
        return f"{self.prefix}/static/{STATISCH.met_hash(naam)}"

    def zoek(
        self, woorden: str = "", *, soort: str = "", werk: str = "", op: date | None = None, vanaf: int = 0
    ) -> str:
        return f"{self.prefix}/zoek" + _vraag(
            q=woorden, soort=soort, werk=werk, op=op.isoformat() if op else "", vanaf=vanaf
        )

    def bepaling(self, kort: str, *, versie: str = "", vanaf: int = 0, anker: str = "") -> str:
        return f"{self.prefix}/bepaling/{_kort(kort)}" + _vraag(versie=versie, vanaf=vanaf) + _anker(anker)

    def inkomend(self, kort: str, *, versie: str = "", vanaf: int = 0, geheel: bool = False) -> str:
        """The provision's page with a further part of the references to it, or those to the whole around it."""
        vraag = _vraag(versie=versie, in_vanaf=vanaf, geheel="ja" if geheel else "")
        return f"{self.prefix}/bepaling/{_kort(kort)}{vraag}#verwezen-door"

    def regeling(
        self, kort: str, *, versie: str = "", vanaf: int = 0, anker: str = "", correcties: bool = False
    ) -> str:
        vraag = _vraag(versie=versie, vanaf=vanaf, correcties="ja" if correcties else "")
        return f"{self.prefix}/regeling/{_kort(kort)}" + vraag + _anker(anker)

    def voorbeeld(self) -> str:
        """Start of the address of previews; the script puts the notation behind it."""
        return f"{self.prefix}/voorbeeld/"

    def buurt(self, kort: str, *, versie: str = "") -> str:
        """The picture of what stands around a provision."""
        return f"{self.prefix}/beeld/bepaling/{_kort(kort)}" + _vraag(versie=versie)

    def tijdlijn(self, kort: str, *, versie: str = "") -> str:
        """The time line of a provision, which its own page shows."""
        return f"{self.prefix}/beeld/tijdlijn/{_kort(kort)}" + _vraag(versie=versie)

    def onopgelost(self, *, werk: str = "", status: str = "", vanaf: int = 0) -> str:
        return f"{self.prefix}/onopgelost" + _vraag(werk=werk, status=status, vanaf=vanaf)

    def vragen(self) -> str:
        return f"{self.prefix}/vraag"

    def aangehaald(self, *, vanaf: int = 0) -> str:
        return f"{self.prefix}/vraag/meest-aangehaald" + _vraag(vanaf=vanaf)

    def implementeert(self, kort: str = "", *, vanaf: int = 0, uit_vanaf: int = 0, anker: str = "") -> str:
        return (
            f"{self.prefix}/vraag/implementeert"
            + _vraag(bepaling=kort, vanaf=vanaf, uit_vanaf=uit_vanaf)
            + _anker(anker)
        )

    def dekking(self, verordening: str = "", wet: str = "", *, alles: bool = False, anker: str = "") -> str:
        vraag = _vraag(verordening=verordening, wet=wet, alles="ja" if alles else "")
        return f"{self.prefix}/vraag/dekking{vraag}" + _anker(anker)

    def impact(self, doel: str = "", *, als: str = "", op: date | None = None, stappen: int = 0, vanaf: int = 0) -> str:
        """What a change of a provision, or an amending act, touches."""
        dag = op.isoformat() if op else ""
        return f"{self.prefix}/vraag/impact" + _vraag(doel=doel, als=als, stappen=stappen, op=dag, vanaf=vanaf)

    def controle(self, id_: str = "", *, werk: str = "", ernst: str = "", regel: str = "", wis: bool = False) -> str:
        """The technical check: of a brought text by its id, of a loaded work, or the form for either."""
        pad = f"{self.prefix}/controle" + (f"/{quote(id_, safe='')}" if id_ else "")
        return f"{pad}/wis" if wis else pad + _vraag(werk="" if id_ else werk, ernst=ernst, regel=regel)

    def wijzigingen(self, van: date | None = None, tot: date | None = None, as_: str = "", *, vanaf: int = 0) -> str:
        vraag = {"van": van.isoformat() if van else "", "tot": tot.isoformat() if tot else "", "as": as_}
        return f"{self.prefix}/vraag/wijzigingen" + _vraag(**vraag, vanaf=vanaf)

    def verschil(self, werk: str = "", van: str = "", tot: str = "", *, vanaf: int = 0, anker: str = "") -> str:
        return f"{self.prefix}/vraag/verschil" + _vraag(werk=werk, van=van, tot=tot, vanaf=vanaf) + _anker(anker)

    def vergelijk(self, *, eigen: str = "", model: str = "", op: str = "") -> str:
        """The form to put an own ordinance beside a model, or the comparison of a loaded one."""
        return f"{self.prefix}/vergelijk" + _vraag(eigen=eigen, model=model, op=op)

    def vergelijking(self, id_: str) -> str:
        """What was found in a document that a user brought."""
        return f"{self.prefix}/vergelijk/{id_}"

    def herstel(self, id_: str) -> str:
        """The repair of a document that a user brought."""
        return f"{self.prefix}/vergelijk/{id_}/herstel"

    def herstel_geladen(self, *, eigen: str = "", model: str = "", op: str = "") -> str:
        """The repair of a loaded ordinance."""
        return f"{self.prefix}/vergelijk/herstel" + _vraag(eigen=eigen, model=model, op=op)

    def sparql(self, query: str = "", *, formaat: str = "") -> str:
        return f"{self.prefix}/sparql" + _vraag(query=query, format=formaat)

    def gegevens(self, iri: str, formaat: str) -> str:
        """What the graph says of anything in it, or of a graph, as "ttl" or "jsonld"."""
        waar = (
            f"grafen/{iri.removeprefix(GRAAFBASIS)}"
            if iri.startswith(GRAAFBASIS)
            else f"data/{iri.removeprefix(basis())}"
        )
        return f"{self.prefix}/{waar}" + _vraag(format=formaat)

    def ding(self, iri: str) -> str:
        """Where an IRI of the graph leads on this site, or a word of the vocabulary; "" for another's IRI."""
        for begin, waar in ((GRAAFBASIS, "graaf/"), (RG, "vocabulaire#"), (basis(), "id/")):
            if iri.startswith(begin):
                return f"{self.prefix}/{waar}{iri.removeprefix(begin)}"
        return ""

    def plek(self, plek: Plek, *, versie: str = "") -> str:
        """The page of whatever is pointed at; an external source has its official address, or none ("")."""
        id_ = plek.bepaling
        if id_ is None:
            return plek.adres
        if not id_.stappen:
            return self.regeling(plek.kort, versie=versie)
        return self.bepaling(plek.kort, versie=versie)


def als_formaat(adres: str, formaat: str) -> str:
    """The address of a page as a download."""
    return f"{adres}{'&' if '?' in adres else '?'}formaat={formaat}"


def als_svg(adres: str) -> str:
    """The address of a picture as a file."""
    return f"{adres}{'&' if '?' in adres else '?'}formaat=svg"


def anker(kort: str) -> str:
    """The anchor of a provision on the page of its regulation: its notation without the work ("8a:2:f")."""
    return kort.partition(":")[2]


# A law names each of its provisions once or more.
@lru_cache(maxsize=8192)
def _kort(kort: str) -> str:
    return quote(kort, safe=":~")


def _anker(anker_: str) -> str:
    return f"#{quote(anker_, safe=':~-')}" if anker_ else ""


def _vraag(**waarden: str | int) -> str:
    gevuld = {naam: waarde for naam, waarde in waarden.items() if waarde}
    return f"?{urlencode(gevuld, safe=':')}" if gevuld else ""
