"""What depends on what, worked out once more without index or frontier: every dependency against everything touched.

Written apart from ``graph.impact``: it reads all triples with queries of its own, takes IRIs apart itself, and goes on
until nothing changes. Slow, and simple enough to be judged by reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.opslag import Opslag, Tabel

RG, ELI = "https://w3id.org/regelgraaf/def#", "http://data.europa.eu/eli/ontology#"
BASIS = "https://w3id.org/regelgraaf/id/"
_EENHEDEN = ("boek", "deel", "hoofdstuk", "titel", "afdeling", "paragraaf", "subparagraaf")


@dataclass(frozen=True)
class Rand:
    """``van`` depends on ``naar``."""

    aard: str
    van: str
    naar: str
    bron: str
    zeker: bool
    nadruk: bool


@dataclass
class Gegevens:
    """All dependencies of the chosen versions, and which units stand around each article or unit."""

    randen: list[Rand] = field(default_factory=list)
    eenheden: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    bindend: set[str] = field(default_factory=set)


def _rijen(opslag: Opslag, query: str) -> Iterable[dict[str, str]]:
    antwoord = opslag.bevraag(query)
    assert isinstance(antwoord, Tabel)
    for rij in antwoord.rijen:
        yield {naam: term.value for naam, term in rij.items()}


def lees(opslag: Opslag, gekozen: Collection[str], bindend: Collection[str]) -> Gegevens:
    """Everything, with plain queries."""
    g = Gegevens(bindend=set(bindend))
    lid = {r["v"]: r["b"] for r in _rijen(opslag, f"SELECT DISTINCT ?v ?b {{ ?v <{ELI}is_member_of> ?b }}")}
    for naam in ("naar", "kandidaat"):
        delen = f"?d <{RG}{naam}> ?n ; <{RG}van> ?v ; <{RG}status> ?s ; <{RG}inVersie> ?w"
        query = f"SELECT DISTINCT ?d ?v ?n ?s ?w {{ {delen} }}"
        for r in _rijen(opslag, query):
            zeker = r["s"] in (f"{RG}opgelost", f"{RG}niet-gecontroleerd")
            g.randen.append(Rand("verwijst", lid[r["v"]], r["n"], r["w"], zeker, False))
    query = (
        f"SELECT DISTINCT ?d ?v ?n ?s ?t ?w {{ ?d <{RG}relatieNaar> ?n ; <{RG}relatieVan> ?v ; "
        f"<{RG}relatieSoort> ?s ; <{RG}sterkte> ?t ; <{RG}inVersie> ?w }}"
    )
    for r in _rijen(opslag, query):
        nadruk = r["t"] == f"{RG}expliciet"
        g.randen.append(Rand(r["s"], lid.get(r["v"], r["v"]), r["n"], r["w"], True, nadruk))
    for aard, eigenschap in (("licht toe", f"{RG}lichtToe"), ("gemaakt uit", f"{ELI}is_derivative_of")):
        for r in _rijen(opslag, f"SELECT DISTINCT ?v ?n ?w {{ ?v <{eigenschap}> ?n ; <{RG}inVersie> ?w }}"):
            g.randen.append(Rand(aard, lid[r["v"]], r["n"], r["w"], True, False))
    g.randen = [r for r in g.randen if r.bron in gekozen]
    ouder = {
        r["v"]: r["o"]
        for r in _rijen(opslag, f"SELECT DISTINCT ?v ?o ?w {{ ?v <{ELI}is_part_of> ?o ; <{RG}inVersie> ?w }}")
        if r["w"] in gekozen
    }
    for versie in ouder:
        hoger = ouder.get(versie)
        while hoger is not None and hoger in lid:
            if lid[hoger].rsplit("/", 2)[-2] in _EENHEDEN and lid[hoger].count("/") > 5:
                g.eenheden[lid[versie]].add(lid[hoger])
            hoger = ouder.get(hoger)
    return g


def stappen_van(iri: str) -> list[tuple[str, str]]:
    """The steps of a provision: kind and number."""
    delen = iri.removeprefix(BASIS).split("/")[1:]
    return list(zip(delen[::2], delen[1::2], strict=False))


def boven(iri: str) -> list[str]:
    """What a provision is part of by identity, nearest first, the work last."""
    aantal = len(stappen_van(iri))
    return [iri.rsplit("/", 2 * n)[0] for n in range(1, aantal + 1)]


def artikel_van(iri: str) -> str:
    """The article or section around or at a provision, "" where there is none."""
    for n, (soort, _) in enumerate(stappen_van(iri), 1):
        if soort in ("artikel", "sectie"):
            return iri.rsplit("/", 2 * (len(stappen_van(iri)) - n))[0] if n < len(stappen_van(iri)) else iri
    return ""


def stand(g: Gegevens, x: str, y: str, *, begin: bool, met_delen: bool = True) -> str:
    """How ``y`` stands towards the touched ``x``: "zelf", "onder", "boven", "werk", or "" where it is elsewhere."""
    if begin and not met_delen and x != y and y not in boven(x) and y not in g.eenheden.get(x, ()):
        return ""
    if x == y:
        return "zelf" if begin or stappen_van(y) else "werk"
    in_artikel = artikel_van(x) != ""
    if x in boven(y):
        return "onder" if begin or in_artikel else ""
    if begin and any(x in g.eenheden[deel] for deel in (y, *boven(y)) if deel in g.eenheden):
        return "onder"
    if y in boven(x):
        if not stappen_van(y):
            return "werk" if begin else ""
        return "boven" if begin or artikel_van(y) else ""
    if begin and y in g.eenheden.get(artikel_van(x) or x, ()):
        return "boven"
    return ""


def graad(g: Gegevens, r: Rand) -> str:
    """What is touched."""
    if r.aard == "grondslag":
        return "grondslag"
    if r.aard in ("invulling", "gemaakt uit"):
        return "invulling"
    uitleg = any(s in ("toelichting", "leeswijzer", "voetnoot") for s, _ in stappen_van(r.van))
    return "toelichting" if r.aard == "licht toe" or r.bron not in g.bindend or uitleg else "verwijzing"


def telt_niet(g: Gegevens, r: Rand, x: str, hoe: str, gevonden: Collection[Rand]) -> bool:
    """Relations with a whole that do not reach ``x``; references in a preamble that the basis says already."""
    if r.aard == "uitgesloten" or r.van == x:
        return True
    if r.aard == "verwijst" and any(s == "aanhef" for s, _ in stappen_van(r.van)):
        return any(q.aard == "grondslag" and q.bron == r.bron and q.naar == r.naar for q in gevonden)
    if r.aard != "invulling" or hoe not in ("boven", "werk"):
        return False
    if any(q.aard == "uitgesloten" and q.van == r.van and q.naar == x for q in g.randen):
        return True
    eigen = [q.naar for q in g.randen if q.aard == "invulling" and q.nadruk and q.van == r.van]
    gezegd = [naar for naar in eigen if r.naar in boven(naar)]
    return bool(gezegd) and not any(d == x or d in boven(x) or x in boven(d) for d in gezegd)


def reken(
    g: Gegevens, beginnen: Iterable[str], stappen: int, zonder_delen: Collection[str] = ()
) -> dict[tuple[str, str, bool, bool], int]:
    """In how many steps each provision is reached, by grade, sure or perhaps, narrow or broad.

    Of ``zonder_delen`` only the provision itself changes.
    """
    begin = set(beginnen)
    heel = begin - set(zonder_delen)
    binnen = {v for v in g.eenheden if heel & g.eenheden[v]} | heel
    bereikt: dict[tuple[str, bool, bool], int] = {(b, True, True): 0 for b in begin}
    uit: dict[tuple[str, str, bool, bool], int] = {}
    for stap in range(1, stappen + 1):
        vorige = [s for s, diepte in bereikt.items() if diepte == stap - 1]
        kandidaten = []
        for x, zeker, smal in vorige:
            for r in g.randen:
                hoe = stand(g, x, r.naar, begin=stap == 1, met_delen=x in heel)
                if not hoe or (hoe == "boven" and not smal):
                    continue
                if r.van in begin or r.van in binnen or binnen & set(boven(r.van)):
                    continue
                if hoe == "werk" and r.aard not in ("grondslag", "invulling", "gemaakt uit"):
                    continue
                kandidaten.append((x, zeker, smal, r, hoe))
        gevonden = {r for *_, r, _ in kandidaten}
        for x, zeker, smal, r, hoe in kandidaten:
            if telt_niet(g, r, x, hoe, gevonden):
                continue
            naar = r.van, zeker and r.zeker, smal and hoe not in ("boven", "werk")
            bereikt.setdefault(naar, stap)
            uit.setdefault((r.van, graad(g, r), *naar[1:]), stap)
    return uit


def zuinig(gevonden: dict[tuple[str, str, bool, bool], int]) -> dict[tuple[str, str], tuple[int, bool]]:
    """For each provision and grade the fewest steps, and whether it is surely reached in any number of steps."""
    uit: dict[tuple[str, str], tuple[int, bool]] = {}
    for (iri, graad_, zeker, _), stap in gevonden.items():
        vorige = uit.get((iri, graad_), (stap, False))
        uit[iri, graad_] = min(vorige[0], stap), vorige[1] or zeker
    return uit
