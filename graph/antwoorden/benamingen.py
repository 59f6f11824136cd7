"""What to call anything in the graph, in Dutch: also what no label is stored of, since its name follows from others.

Which kind of thing an IRI names shows in how it ends (``docs/graafmodel.md``). So many things are named with three
look-ups: of the things themselves, of the words of references, and of the provisions that they hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from graph.antwoorden.naslag import Naslag
from graph.feiten import RG, Ding
from graph.tripels import IDENTITEIT, parse_extern_iri
from graph.tripels.namen import ZONDER_VERSIE
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import basis, parse_iri
from ontologie.termen import GRAAFBASIS
from ontologie.vocabulaire import labels as vocabulairelabels

#: Characters of a reference that are quoted.
_WOORDEN_MAX = 160
_VERSIE = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:_\d+)?")

#: What hangs on another thing, and what it is of it: the IRI of that thing is what stands before it.
_ONDERDELEN = tuple(
    (re.compile(f"({geheel})/{einde}"), wat)
    for geheel, einde, wat in (
        (r".+/verwijzing/[\d-]+", r"plek/citaat", "woorden"),
        (r".+/verwijzing/[\d-]+", r"plek/positie", "positie"),
        (r".+/verwijzing/[\d-]+", r"plek", "plek"),
        (
            r".+/(?:relatie/[^/]+/[^/]+/[^/]+|bevinding/\d+|wijzigingsmelding/[^/]+/[^/]+)",
            r"bewijs(?:/(\d+))?",
            "bewijs",
        ),
        (re.escape(GRAAFBASIS) + r"vaststelling/[^/]+/[^/]+", r"bewijs(?:/(\d+))?", "bewijs"),
        (r".+/regelplicht", r"opdracht", "opdracht"),
        (r".+/regelplicht", r"onderwerp", "onderwerp"),
        (re.escape(GRAAFBASIS) + r".+", r"bouw", "bouw"),
        (re.escape(GRAAFBASIS) + r".+", r"bron", "bron"),
        (re.escape(GRAAFBASIS) + r"dataset/graaf/.+", r"telling/([^/]+)", "telling"),
    )
)
#: What hangs on the provision or work whose IRI stands before it.
_BIJ_BEPALING = re.compile(r"(.+)/(regelplicht|wijziging|geschiedenis)(?:/(\d+))?")
#: What is named by its properties.
_FEIT = re.compile(
    r".+/(verwijzing/[\d-]+|merk/[^/]+/[\d-]+|relatie/[^/]+/[^/]+/[^/]+|bevinding/\d+|wijzigingsmelding/[^/]+/[^/]+)"
)
_VASTSTELLING = re.compile(re.escape(GRAAFBASIS) + r"vaststelling/([^/]+)(?:/([^/]+))?")
_DATASET = re.compile(re.escape(GRAAFBASIS) + r"dataset(?:/([^/]+)/(.+))?")
_DATASETDELEN = {
    "graaf": "Telling van graaf {}",
    "klasse": "Telling van de klasse {}",
    "eigenschap": "Telling van de eigenschap {}",
    "verspreiding": "Verspreiding als {}",
    "dienst": "Dienst {}",
}
#: The properties by which a fact hangs on a provision or work.
_AAN = ("van", "staatIn", "relatieVan", "relatieNaar", "in", "betreft", "inVersie")


def geheel_van(iri: str) -> str:
    """The IRI of the thing that something is a part of, or of the provision that it hangs on; "" where it is neither.

    Only what shows in the IRI: the evidence of a relation, the duty in a provision.
    """
    for patroon, _ in _ONDERDELEN:
        if m := patroon.fullmatch(iri):
            return m[1]
    if m := _BIJ_BEPALING.fullmatch(iri):
        return m[1]
    return ""


def is_van_ons(iri: str) -> bool:
    """Whether it names something in the graph, a graph, or a word of the vocabulary."""
    return iri.startswith((basis(), GRAAFBASIS, RG))


class Benamingen:
    """Labels of things, from the facts of one store."""

    def __init__(self, naslag: Naslag) -> None:
        self._naslag = naslag

    def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """A Dutch label of each, in the given order; "" for what has none, and what the graph does not know."""
        gevraagd = list(dict.fromkeys(iris))
        ronde = _Ronde(self._naslag, gevraagd)
        return {iri: ronde.label(iri) for iri in gevraagd}


class _Ronde:
    """The labels of some things, after everything that these take has been looked up."""

    def __init__(self, naslag: Naslag, iris: Iterable[str]) -> None:
        self._naslag = naslag
        self._identiteiten: dict[str, tuple[str, str]] = {}
        alle = dict.fromkeys(deel for iri in iris for deel in _keten(iri) if not deel.startswith(RG))
        self._dingen = naslag.dingen(iri for iri in alle if self._identiteit(iri)[0] == "")
        citaten = (f"{iri}/plek/citaat" for iri in self._dingen if _is_verwijzing(iri))
        self._citaten: Mapping[str, Ding] = naslag.dingen(citaten)
        aan = (waarde for ding in self._dingen.values() for naam in _AAN for waarde in ding.alle(naam)[:1])
        plekken = {self._identiteit(iri)[0] for iri in (*alle, *aan)} - {""}
        self._plekken = naslag.plekken(sorted(plekken))

    def label(self, iri: str) -> str:
        """The label of one of the things, or of what one of them hangs on."""
        if iri.startswith(RG):
            return vocabulairelabels().get(iri, "")
        for patroon, wat in _ONDERDELEN:
            if m := patroon.fullmatch(iri):
                nummer = m[2] if m.re.groups > 1 and m[2] else ""
                return _achter(self.label(m[1]), f"{wat} {nummer}".strip())
        if m := _BIJ_BEPALING.fullmatch(iri):
            return _bij(
                f"{m[2].capitalize()} {m[3] or ''}".strip(), "in" if m[2] == "regelplicht" else "van", self.label(m[1])
            )
        if iri.startswith(GRAAFBASIS):
            return self._graaf(iri)
        return self._feit(iri) or self._bepaling(iri) or self._gezegd(iri)

    def _gezegd(self, iri: str) -> str:
        """The label that is stored of it."""
        ding = self._dingen.get(iri)
        return ding.tekst("label") if ding is not None else ""

    # --- provisions, works and external sources ---

    def _identiteit(self, iri: str) -> tuple[str, str]:
        """The IRI apart from versions and the version of a provision, work or external source; ("", "") of others."""
        gevonden = self._identiteiten.get(iri)
        if gevonden is None:
            gevonden = self._identiteiten[iri] = self._lees_identiteit(iri)
        return gevonden

    def _lees_identiteit(self, iri: str) -> tuple[str, str]:
        if not iri.startswith(basis()):
            return "", ""
        try:
            parse_extern_iri(iri)
        except IdentificatieFout:
            pass
        else:
            return iri, ""
        try:
            gelezen = parse_iri(iri, self._naslag.register)
        except IdentificatieFout:
            return "", ""
        return self._naslag.iri(gelezen.id), gelezen.versie

    def _bepaling(self, iri: str) -> str:
        identiteit, versie = self._identiteit(iri)
        plek = self._plekken.get(identiteit)
        if plek is None:
            return ""
        return plek.label + (f" ({'zonder datum' if versie == ZONDER_VERSIE else versie})" if versie else "")

    # --- what is said in or of a document ---

    def _feit(self, iri: str) -> str:
        ding, soort = self._dingen.get(iri), _FEIT.fullmatch(iri)
        if ding is None or soort is None:
            return ""
        wat, _, rest = soort[1].partition("/")
        if wat == "verwijzing":
            woorden = self._woorden(iri)
            return _bij(f"«{woorden}»" if woorden else "Verwijzing", "in", self._aan(ding, "van"))
        if wat == "merk":
            return _bij(f"Merk ({ding.tekst('merksoort')})", "in", self._aan(ding, "staatIn"))
        if wat == "relatie":
            van, naar = self._aan(ding, "relatieVan"), self._aan(ding, "relatieNaar")
            return _bij(_bij(f"Relatie ({ding.tekst('relatieSoort')})", "van", van), "naar", naar)
        if wat == "bevinding":
            over = _bij(f"Bevinding {rest}", "over", self._aan(ding, "betreft"))
            return _bij(over, "in", self._aan(ding, "inVersie"))
        return _bij(_bij("Melding van wijziging", "van", self._aan(ding, "in")), "in", self._aan(ding, "inVersie"))

    def _aan(self, ding: Ding, naam: str) -> str:
        return self._bepaling(min(ding.alle(naam), default=""))

    def _woorden(self, verwijzing: str) -> str:
        citaat = self._citaten.get(f"{verwijzing}/plek/citaat")
        woorden = " ".join(citaat.tekst("exact").split()) if citaat is not None else ""
        return woorden if len(woorden) <= _WOORDEN_MAX else f"{woorden[:_WOORDEN_MAX].rstrip()}…"

    # --- graphs and what is said of them ---

    def _graaf(self, iri: str) -> str:
        if iri == IDENTITEIT.value:
            return "Graaf van identiteiten"
        if m := _DATASET.fullmatch(iri):
            naam = unquote(m[2] or "").replace(".", ":", 1)
            return _DATASETDELEN.get(m[1] or "", "Gegevensverzameling").format(naam)
        if m := _VASTSTELLING.fullmatch(iri):
            return self._vaststelling(iri, unquote(m[1]), unquote(m[2] or ""))
        van = _van_graaf(iri)
        return _bij("Geschiedenis" if iri.endswith("/wti") else "Graaf", "van", self._bepaling(van)) if van else ""

    def _vaststelling(self, iri: str, bestand: str, naam: str) -> str:
        if not naam:
            return self._gezegd(iri) or f"Vaststellingen {bestand}"
        ding = self._dingen.get(iri)
        if ding is None:
            return ""
        if "in" in ding:
            return _bij(f"Vaststelling «{naam}»", "over", self._aan(ding, "in"))
        return _bij(f"Voorbehoud «{naam}»", "bij", self._aan(ding, "inVersie"))


def _keten(iri: str) -> Iterator[str]:
    """A thing, what it hangs on by its IRI, and so on."""
    while iri:
        yield iri
        if not (geheel := geheel_van(iri)):
            geheel = _van_graaf(iri)
        iri = geheel


def _van_graaf(graaf: str) -> str:
    """The IRI of the version or work whose graph it is; "" of other graphs and things."""
    if not graaf.startswith(GRAAFBASIS) or graaf == IDENTITEIT.value:
        return ""
    if _DATASET.fullmatch(graaf) or _VASTSTELLING.fullmatch(graaf):
        return ""
    naam, _, einde = graaf.removeprefix(GRAAFBASIS).rpartition("/")
    if einde == "wti":
        return basis() + naam
    return f"{basis()}{naam}/{einde}" if naam and _VERSIE.fullmatch(einde) else ""


def _is_verwijzing(iri: str) -> bool:
    soort = _FEIT.fullmatch(iri)
    return soort is not None and soort[1].startswith("verwijzing/")


def _bij(wat: str, hoe: str, waar: str) -> str:
    return f"{wat} {hoe} {waar}" if waar else wat


def _achter(geheel: str, deel: str) -> str:
    return f"{geheel}: {deel}" if geheel else deel.capitalize()
