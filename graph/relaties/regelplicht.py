"""Duties and powers to lay something down in a regulation of one's own, found by their wording in any law.

Three wordings make a duty or power: a body that rules ("De gemeenteraad stelt bij verordening regels"), the regulation
itself as subject ("In de verordening, bedoeld in …, stelt de raad vast"), and rules that go back to an earlier duty
("De regels, bedoeld in het eerste lid, bepalen in ieder geval"). The items below such a sentence are nodes too.
General measures and ministerial rules are found likewise and kept apart by ``Regelplicht.vorm``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.relaties.boek import Boek
from graph.relaties.zinnen import splits_zinnen
from ontologie.document import Bepaling, BepalingSoort
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.relatie import Modaliteit, Regelplicht, Regelvorm
from ontologie.tekst import Span, Tekst
from ontologie.verwijzing import Verwijzing

#: Bodies that make ordinances. "De raad" in Dutch law is the gemeenteraad, unless it is the raad of something.
_ORGAAN = (
    r"(?:de\s+)?(?:gemeenteraad|gemeenteraden|eilandsraad|raad(?!\s+van))|provinciale\s+staten|"
    r"(?:het\s+)?algemeen\s+bestuur(?:\s+van\s+het\s+(?:waterschap|openbaar\s+lichaam))?"
)
_KAN = r"kan|kunnen|mag|mogen|is\s+bevoegd|zijn\s+bevoegd"
_DOET = (
    r"stelt|stellen|regelt|regelen|bepaalt|bepalen|wijst|wijzen|geeft|geven|draagt|treft|bevat|bevatten|legt|leggen|"
    r"neemt"
)
_SOORT = r"(?:gemeentelijke\s+|provinciale\s+|plaatselijke\s+)?"
_BIJ_VERORDENING = rf"\b[Bb]ij\s+(?:of\s+krachtens\s+)?(?:een\s+|de\s+)?{_SOORT}verordening\b(?!\s+\((?:EU|EG|EEG)\))"
_IN_VERORDENING = rf"(?:{_BIJ_VERORDENING}|\bin\s+(?:een|de|zijn|haar|hun)\s+{_SOORT}verordening\b)"
_BIJ_HOGER = (
    r"\b[Bb]ij\s+(?:of\s+krachtens\s+)?(?P<vorm>algemene\s+maatregel\s+van\s+bestuur|"
    r"(?:ministeri[eë]le\s+)regeling|regeling\s+van\s+Onze\s+Minister)"
)

#: "De gemeenteraad stelt|kan … bij verordening …", "… stelt de gemeenteraad bij verordening …"
_RAAD = re.compile(rf"\b(?P<wie>{_ORGAAN})\s+(?P<hoe>{_KAN}|{_DOET})\b[^.;:]{{0,200}}?{_IN_VERORDENING}", re.IGNORECASE)
_RAAD_NA = re.compile(
    rf"\b(?P<hoe>{_KAN}|{_DOET})\s+(?P<wie>{_ORGAAN})\b[^.;:]{{0,200}}?{_IN_VERORDENING}", re.IGNORECASE
)
#: "Bij verordening stelt de gemeenteraad", "Bij verordening kunnen regels worden gesteld"
_BIJ = re.compile(
    rf"{_BIJ_VERORDENING}(?P<tussen>[^.;:]{{0,80}}?)\b(?P<hoe>{_KAN}|{_DOET}|wordt|worden)\b(?:\s+(?P<wie>{_ORGAAN})\b)?",
    re.IGNORECASE,
)
#: "kunnen bij verordening regels worden gesteld", "worden bij verordening vastgesteld"
_WORDT_BIJ = re.compile(rf"\b(?P<hoe>{_KAN}|wordt|worden)\b[^.;:]{{0,60}}?{_BIJ_VERORDENING}", re.IGNORECASE)
#: "een bij verordening vast te stellen bedrag", "bij verordening aan te wijzen gebieden"
_TE_STELLEN = re.compile(
    rf"{_BIJ_VERORDENING}\s+(?:\w+\s+){{0,3}}?(?P<hoe>(?:vast\s*te|te)\s+(?:stellen|bepalen|geven|regelen))\b"
)
_AAN_TE_WIJZEN = re.compile(rf"{_BIJ_VERORDENING}\s+(?:\w+\s+){{0,3}}?(?P<hoe>aan\s*te\s+wijzen)\b")
#: "In de verordening, bedoeld in …, stelt de gemeenteraad …"; "De verordening, bedoeld in …, kan tevens bepalen"
_VERORDENING = re.compile(
    rf"^(?:In\s+)?[Dd]e\s+verordening,?\s+(?:als\s+|zoals\s+)?bedoeld\s+in\b(?P<bron>[^;:]{{1,160}}?),\s+(?P<hoe>{_KAN}|{_DOET}|wordt|worden)\b"
    rf"(?:\s+(?P<wie>{_ORGAAN})\b)?"
)
#: "De regels, bedoeld in het eerste lid, bepalen in ieder geval"
_REGELS = re.compile(
    rf"^(?:In\s+)?[Dd]e\s+(?:regels|voorschriften),?\s+(?:als\s+|zoals\s+)?bedoeld\s+in\b(?P<bron>[^;:]{{1,160}}?),\s+"
    rf"(?P<hoe>{_KAN}|{_DOET}|hebben|houden|voorzien|worden|wordt)\b"
)
_AMVB = re.compile(rf"{_BIJ_HOGER}\b(?P<tussen>[^.;:]{{0,120}}?)\b(?P<hoe>kan|kunnen|wordt|worden|stelt|stellen)\b")
_AMVB_MIDDEN = re.compile(rf"\b(?P<hoe>kan|kunnen|wordt|worden)\b[^.;:]{{0,60}}?{_BIJ_HOGER}\b")
_MINISTER = re.compile(
    r"\b(?P<wie>Onze\s+Minister(?:\s+van\s+[\w\s]{2,60}?)?)\s+(?P<hoe>kan|kunnen|stelt|stellen)\b[^.;:]{0,80}?\b(?:nadere\s+)?regels\b"
)
#: What follows shows that only something laid down elsewhere is spoken of.
_TE = re.compile(r"\s+(?:\w+\s+){0,4}?(?:te\s+\w+en\b|(?:vast)?gestelde\b|aangewezen\b|bepaalde\b)")
#: Rules that another provision asks for: the duty is there.
_ELDERS = re.compile(r"\bregels\s+(?:vast\s+)?als\s+bedoeld\s+in\b|\bzijn\s+vastgesteld\b|\bis\s+vastgesteld\b")
#: Every wording has one of these; looking for them first is what makes reading a law fast.
_KANS = re.compile(
    r"verordening|maatregel\s+van\s+bestuur|ministeri|Onze\s+Minister|^(?:In\s+)?[Dd]e\s+(?:regels|voorsch)", re.I
)
_OPSOMT = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """One sentence that imposes a duty or gives a power."""

    modaliteit: Modaliteit
    vorm: Regelvorm | None  # None: that of the duty it goes back to
    adressaat: str
    opdracht: Span
    onderwerp: Span | None
    bron: Span | None  # the words "bedoeld in …" that name that duty


def vind_regelplichten(boek: Boek, verwijzingen: Iterable[Verwijzing] = ()) -> tuple[Regelplicht, ...]:
    """The duties and powers in a law, in reading order; items after the sentence that imposes them.

    ``verwijzingen`` are the references of the law. With them a duty about the content of another finds that other also
    in a different article; without them only in its own.
    """
    per_plaats: dict[BepalingId, list[Verwijzing]] = {}
    for v in verwijzingen:
        per_plaats.setdefault(v.plaats, []).append(v)
    gevonden: dict[BepalingId, Regelplicht] = {}
    for bepaling in boek.bepalingen():
        if bepaling.id in gevonden or boek.vervallen(bepaling.id):
            continue
        for plicht in _in_bepaling(bepaling, per_plaats.get(bepaling.id, ()), gevonden):
            gevonden.setdefault(plicht.plicht_in, plicht)
    return tuple(gevonden.values())


def _in_bepaling(
    bepaling: Bepaling, verwijzingen: Sequence[Verwijzing], gevonden: dict[BepalingId, Regelplicht]
) -> Iterator[Regelplicht]:
    for n, tekst in enumerate(bepaling.inhoud):
        if not isinstance(tekst, Tekst):
            continue
        for begin, eind in splits_zinnen(tekst.inhoud):
            gelezen = _lees(tekst, begin, eind)
            if gelezen is None:
                continue
            hoort_bij = _bron(gelezen, bepaling, verwijzingen, gevonden) if gelezen.bron else None
            vorm, adressaat = gelezen.vorm, gelezen.adressaat
            if hoort_bij is not None:
                moeder = gevonden[hoort_bij]
                vorm, adressaat = moeder.vorm, adressaat or moeder.adressaat
            if vorm is None:
                continue
            plicht = Regelplicht(
                bepaling.id,
                gelezen.modaliteit,
                vorm,
                adressaat,
                bepaling.id,
                gelezen.opdracht,
                gelezen.onderwerp,
                hoort_bij,
            )
            somt_op = eind == len(tekst.inhoud) and _OPSOMT.search(tekst.inhoud) is not None
            items = _items(bepaling, n) if somt_op else ()
            yield replace(plicht, blad=not items)
            yield from _per_item(plicht, items)
            return


def _items(bepaling: Bepaling, na: int) -> tuple[Bepaling, ...]:
    """The items that follow a passage, down to the next passage."""
    items: list[Bepaling] = []
    for deel in bepaling.inhoud[na + 1 :]:
        if not isinstance(deel, Bepaling):
            break
        if deel.soort is BepalingSoort.ONDERDEEL and not deel.vervallen:
            items.append(deel)
    return tuple(items)


def _per_item(plicht: Regelplicht, items: Sequence[Bepaling]) -> Iterator[Regelplicht]:
    stapel = list(reversed(items))
    while stapel:
        item = stapel.pop()
        passages = [d for d in item.inhoud if isinstance(d, Tekst) and d.inhoud]
        dieper = [k for k in item.kinderen if k.soort is BepalingSoort.ONDERDEEL and not k.vervallen]
        onderwerp = passages[0].span if passages else None
        yield replace(plicht, plicht_in=item.id, onderwerp=onderwerp, blad=not dieper)
        stapel.extend(reversed(dieper))


def _lees(tekst: Tekst, begin: int, eind: int) -> _Gelezen | None:
    zin = tekst.inhoud[begin:eind]
    if not _KANS.search(zin) or _ELDERS.search(zin):
        return None
    for patroon, vorm in _WIJZEN:
        m = patroon.search(zin)
        if m is None or (
            patroon in _MET_BIJ and (_TE.match(zin, m.end()) or _TE.match(m.groupdict().get("tussen") or ""))
        ):
            continue
        groepen = m.groupdict()
        mag = patroon is _AAN_TE_WIJZEN or re.fullmatch(_KAN, m["hoe"], re.IGNORECASE)
        modaliteit = Modaliteit.MAG if mag else Modaliteit.MOET
        if groepen.get("vorm"):
            vorm = Regelvorm.AMVB if "bestuur" in m["vorm"] else Regelvorm.MINISTERIELE_REGELING
        wie = re.sub(r"\s+", " ", groepen.get("wie") or "").strip()
        rest = m.end() + len(zin[m.end() :]) - len(zin[m.end() :].lstrip(" ,"))
        onderwerp = tekst.naar_bron(begin + rest, eind) if rest < len(zin) else None
        bron = None
        if groepen.get("bron"):
            bron = tekst.naar_bron(begin + m.start("bron"), begin + m.end("bron"))
        return _Gelezen(
            modaliteit, vorm, _met_lidwoord(wie), tekst.naar_bron(begin + m.start(), begin + m.end()), onderwerp, bron
        )
    return None


_MET_BIJ = (_BIJ, _WORDT_BIJ, _AMVB, _AMVB_MIDDEN)
_WIJZEN: tuple[tuple[re.Pattern[str], Regelvorm | None], ...] = (
    (_VERORDENING, Regelvorm.VERORDENING),
    (_REGELS, None),
    (_RAAD, Regelvorm.VERORDENING),
    (_RAAD_NA, Regelvorm.VERORDENING),
    # Before the next two: "aan te wijzen" has a verb in it that they know.
    (_TE_STELLEN, Regelvorm.VERORDENING),
    (_AAN_TE_WIJZEN, Regelvorm.VERORDENING),
    (_WORDT_BIJ, Regelvorm.VERORDENING),
    (_BIJ, Regelvorm.VERORDENING),
    (_AMVB_MIDDEN, Regelvorm.AMVB),
    (_AMVB, Regelvorm.AMVB),
    (_MINISTER, Regelvorm.MINISTERIELE_REGELING),
)


def _met_lidwoord(wie: str) -> str:
    """The body as people name it: "de gemeenteraad" for "De gemeenteraad" and "gemeenteraad"."""
    if not wie:
        return ""
    laag = wie[0].lower() + wie[1:]
    if re.match(r"(?:gemeenteraad|raad|eilandsraad)\b", laag):
        return f"de {laag}"
    return wie if wie.startswith("Onze") else laag


def _bron(
    gelezen: _Gelezen, bepaling: Bepaling, verwijzingen: Sequence[Verwijzing], gevonden: dict[BepalingId, Regelplicht]
) -> BepalingId | None:
    """The duty that "bedoeld in …" names: by its reference, or else the only one before it in the article."""
    assert gelezen.bron is not None
    for v in verwijzingen:
        if v.span.begin < gelezen.bron.eind and gelezen.bron.begin < v.span.eind:
            for doel in v.doelen:
                if isinstance(doel, BepalingId) and (plicht := _dichtstbij(doel, gevonden)) is not None:
                    return plicht
    leden = [
        p
        for p in gevonden
        if p.artikel == bepaling.id.artikel and (not p.stappen or p.soort is not StapSoort.ONDERDEEL)
    ]
    return leden[0] if len(leden) == 1 else None


def _dichtstbij(doel: BepalingId, gevonden: dict[BepalingId, Regelplicht]) -> BepalingId | None:
    return next((d for d in (doel, *doel.voorouders()) if d in gevonden), None)
