"""From the reading text of the answers to HTML rows: each reference a link at exactly its words, lists well nested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup, escape

from graph.antwoorden import Alinea, Leesknoop, Plek, Stuk, Tekstverwijzing
from ontologie.document import BepalingSoort
from ontologie.verwijzing import Status
from web.contexten import Leesblok, Leesregel
from web.paden import Paden, anker
from web.teksten import teksten

#: Kinds that stand in a container: what opens and closes the container and the item within it. A kind that is not
#: here and is no heading stands alone.
_VORM: dict[BepalingSoort, tuple[str, str, str]] = {
    BepalingSoort.LID: ('<ol class="leden">', "</ol>", "</div></li>"),
    BepalingSoort.ONDERDEEL: ('<ol class="leden">', "</ol>", "</div></li>"),
    BepalingSoort.VOETNOOT: ('<ol class="leden voetnoten">', "</ol>", "</div></li>"),
    BepalingSoort.TABEL: ("", "", "</tbody></table></div>"),
    BepalingSoort.RIJ: ("", "", "</tr>"),
    BepalingSoort.CEL: ("", "", "</td>"),
    BepalingSoort.ALINEA: ("", "", "</div>"),
}


@dataclass(frozen=True, slots=True)
class Leesplek:
    """Where a text is shown: links to ``hier`` (anchors on this page) stay on it, links to ``werk`` keep ``versie``."""

    paden: Paden
    werk: str
    versie: str = ""
    hier: frozenset[str] = frozenset()
    #: Anchors of the outgoing references that are listed, with their reasons, on the same page.
    rijen: frozenset[str] = frozenset()
    #: Anchors and counts are left out of a passage shown on another provision's page.
    los: bool = False
    #: Whether mended scan noise is shown in the text.
    correcties: bool = False

    def href(self, plek: Plek) -> str:
        """The address of a target, the nearest one first."""
        id_ = plek.bepaling
        if id_ is not None and id_.werk == self.werk:
            if plek.kort in self.hier:
                return "#" + anker(plek.kort)
            return self.paden.plek(plek, versie=self.versie)
        return self.paden.plek(plek)


_NIETS = Markup()


def verwijzing_anker(iri: str) -> str:
    """The anchor of a reference's row: ``v-891-1019`` for an IRI that ends in ``/verwijzing/891-1019``."""
    return "v-" + iri.rpartition("/")[2]


def alinea_html(alinea: Alinea, plek: Leesplek, bron_kort: str) -> Markup:
    """One paragraph. ``bron_kort`` is the provision it stands in, for links to its list of references.

    Pieces of one reference that follow each other become one link. A law has thousands of these, so they are joined as
    plain strings, each escaped once.
    """
    if not alinea:
        return _NIETS
    if len(alinea) == 1 and alinea[0].verwijzing is None and not alinea[0].merken:
        return escape(alinea[0].tekst)
    html = ""
    for verwijzing, stukken in groupby(alinea, key=lambda stuk: stuk.verwijzing):
        tekst = "".join(_gemerkt(stuk, plek) if stuk.merken else escape(stuk.tekst) for stuk in stukken)
        html += tekst if verwijzing is None else _link(tekst, verwijzing, plek, bron_kort)
    return Markup(html)  # noqa: S704 - every text in it went through escape


def _gemerkt(stuk: Stuk, plek: Leesplek) -> str:
    """The words with their marks around them, escaped; corrections only where they are asked for."""
    tekst = str(escape(stuk.tekst))
    for merk in reversed(stuk.merken):
        if merk.soort != "correctie":
            tekst = f'<span class="m {escape(merk.soort)}">{tekst}</span>'
        elif plek.correcties:
            staat_er = teksten()["lezen"]["staat_er"].format(tekst=merk.staat_er)
            tekst = f'<span class="m correctie">{tekst}<span class="staat-er"> {escape(staat_er)}</span></span>'
    return tekst


def _link(tekst: str, v: Tekstverwijzing, plek: Leesplek, bron_kort: str) -> str:
    """A link to the one target; with several targets, or none, to the reference's row in the list, which tells all.

    ``tekst`` is escaped already.
    """
    href = plek.href(v.doelen[0]) if len(v.doelen) == 1 and v.status is not Status.MEERDUIDIG else ""
    extra = ""
    if not href:
        anker_ = verwijzing_anker(v.iri)
        href = (
            f"#{anker_}" if anker_ in plek.rijen else plek.paden.bepaling(bron_kort, versie=plek.versie, anker=anker_)
        )
        doelen = " ".join(d.kort for d in v.doelen or v.kandidaten if d.bepaling is not None)
        extra = f' data-d="{escape(doelen)}"'
    elif href.startswith("http"):
        extra = ' rel="external noreferrer"'
    if v.status is Status.OPGELOST:
        return f'<a class="v" href="{escape(href)}"{extra}>{tekst}</a>'
    uitleg = escape(teksten()["status"][v.status]["kort"])
    reden = escape(v.reden) if v.reden else uitleg
    return (
        f'<a class="v {v.status}" href="{escape(href)}"{extra} data-r="{reden}">{tekst}'
        f'<span class="vh"> ({uitleg})</span></a>'
    )


@dataclass
class _Open:
    diepte: int
    bak: str
    sluit_bak: str
    sluit: str


@dataclass
class _Nesting:
    """The containers and items that are open at a point of the text, the innermost last."""

    stapel: list[_Open] = field(default_factory=list)

    def sluit_tot(self, diepte: int) -> str:
        """Close everything deeper than ``diepte``."""
        uit = ""
        while self.stapel and self.stapel[-1].diepte > diepte:
            o = self.stapel.pop()
            uit += o.sluit + o.sluit_bak
        return uit

    def item(self, soort: BepalingSoort, diepte: int) -> str:
        """Close what ended, and open the container of an item of this kind unless it is open already."""
        bak, sluit_bak, sluit = _VORM[soort]
        uit = self.sluit_tot(diepte)
        vorige = self.stapel[-1] if self.stapel else None
        if vorige is not None and vorige.diepte == diepte:
            self.stapel.pop()
            uit += vorige.sluit
            if vorige.bak != bak:
                uit += vorige.sluit_bak + bak
        else:
            uit += bak
        self.stapel.append(_Open(diepte, bak, sluit_bak, sluit))
        return uit


def leesblok(knopen: Iterable[Leesknoop], plek: Leesplek, *, niveau: int = 2, zonder_kop: str = "") -> Leesblok:
    """The rows of a reading text.

    ``niveau`` is the level of its highest headings. ``zonder_kop`` is the notation of the provision whose heading the
    page has already; its own text comes without one.
    """
    nesting = _Nesting()
    rond: list[Leesknoop] = []
    koppen: list[int] = []
    regels: list[Leesregel] = []
    for knoop in knopen:
        kort = knoop.plek.kort
        while rond and rond[-1].diepte >= knoop.diepte:
            rond.pop()
        al_gezegd = any(o.facultatief for o in rond)
        rond.append(knoop)
        is_kop = knoop.soort not in _VORM
        kopniveau = 0
        if knoop.vervolg:
            voor = nesting.sluit_tot(knoop.diepte)
        elif kort == zonder_kop:
            voor = nesting.sluit_tot(-1)
        elif is_kop:
            voor = nesting.sluit_tot(-1)
            while koppen and koppen[-1] >= knoop.diepte:
                koppen.pop()
            kopniveau = min(niveau + len(koppen), 6)
            koppen.append(knoop.diepte)
        else:
            voor = nesting.item(knoop.soort, knoop.diepte)
        regels.append(
            Leesregel(
                voor=Markup(voor),  # noqa: S704 - made of the fixed tags in _VORM alone
                anker="" if plek.los or knoop.vervolg else anker(kort),
                href=plek.paden.plek(knoop.plek, versie=plek.versie),
                soort=knoop.soort,
                aanduiding=knoop.aanduiding,
                kopniveau=kopniveau,
                opschrift=alinea_html(knoop.opschrift, plek, kort),
                alineas=tuple(alinea_html(a, plek, kort) for a in knoop.alineas),
                vervolg=knoop.vervolg or kort == zonder_kop,
                facultatief=knoop.facultatief,
                in_facultatief=al_gezegd,
                vervallen=knoop.vervallen,
                in_werking=knoop.in_werking,
                verwijzingen_in=0 if plek.los else knoop.verwijzingen_in,
            )
        )
    return Leesblok(tuple(regels), Markup(nesting.sluit_tot(-1)))  # noqa: S704 - fixed tags alone
