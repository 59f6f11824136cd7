"""From lines to passages: join lines, leave markup out, mend scan noise, and keep the map to the original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bronnen.tekst.regels import Regel
from ontologie.document import Correctie, Voetnootmarkering
from ontologie.tekst import Segment, Span, Tekst, TekstBouwer

#: Superscript digits and the ordinary ones.
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BLOKTAG = re.compile(
    r"</?(?:p|ul|ol|li|br|div|table|thead|tbody|tr|td|th|h[1-6]|blockquote)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
#: Markup within a line that is no text: HTML tags, links and emphasis of markdown, footnote markers.
_OPMAAK = re.compile(
    r"(?P<tag></?(?:b|i|u|em|strong|sup|sub|a|span|font|small)(?:\s[^<>]{0,300})?/?>)"
    r"|<(?P<adres>(?:https?://|mailto:|www\.)[^<>\s]{1,2000})>"
    r"|\[(?P<link>[^\[\]]{1,300})\]\((?:#[^()\s]{0,300}|(?:https?://|mailto:|www\.|/)[^()\s]{0,1000})\)"
    r"|(?P<nadruk>\*\*|__)"
    r"|\u00ad"  # a soft hyphen: where a word may be divided
    r"|\[\^(?P<md>\d{1,3})\](?!:)"
    r"|(?P<noot>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
)
_TEKEN_AFSTAND = re.compile(r"[\w)\]”’\"'.,;:!?]$")


class Herstel(NamedTuple):
    """One place in a passage to mend: the range in its text, what to read there, and the rule that says so."""

    begin: int
    eind: int
    gelezen: str
    regel: str


def voeg_samen(origineel: str, regels: Sequence[Regel], begin: int | None = None) -> Tekst:
    """One passage of some lines, from position ``begin`` in the first; one space stands for each line end.

    A word divided by a hyphen at the end of a line keeps its hyphen ("re-" + "integratie"), without a space. A soft
    hyphen there is left out later, with the markup.
    """
    bouwer = TekstBouwer()
    vorige: Regel | None = None
    for regel in regels:
        van = regel.begin if begin is None or vorige is not None else max(begin, regel.begin)
        if vorige is not None and len(bouwer) and not _afgebroken(vorige, regel):
            # Page furniture or a footnote may stand between; only the white space before it belongs here.
            tussen = origineel[vorige.eind : regel.begin]
            bouwer.voeg_toe(" ", vorige.eind, len(tussen) - len(tussen.lstrip()))
        bouwer.voeg_toe(origineel[van : regel.eind], van)
        vorige = regel
    return bouwer.bouw()


def _afgebroken(vorige: Regel, regel: Regel) -> bool:
    """Whether the word at the end of ``vorige`` goes on in ``regel`` ("school-" before "en" does not)."""
    t = vorige.tekst
    if t.endswith("\u00ad"):
        return True
    if not t.endswith("-") or len(t) < 2 or not t[-2].isalpha() or not regel.tekst[0].islower():
        return False
    return regel.tekst.split(" ", 1)[0] not in ("en", "of", "en/of", "tot", "dan", "als")


def neem_over(bouwer: TekstBouwer, tekst: Tekst, begin: int, eind: int) -> None:
    """Append ``tekst.inhoud[begin:eind]`` with its map. Takes time in the number of segments within the range."""
    if begin >= eind:
        return
    for s in tekst.segmenten_in(begin, eind):
        van, tot = max(s.begin, begin), min(s.begin + s.lengte, eind)
        if s.lengte == s.bron_lengte:
            bouwer.voeg_toe(tekst.inhoud[van:tot], s.bron_begin + van - s.begin)
        else:
            bouwer.voeg_toe(tekst.inhoud[van:tot], s.bron_begin, s.bron_lengte)


def splits_blokken(tekst: Tekst) -> list[Tekst]:
    """The passage cut at its HTML block tags ("<p>", "<li>"), the tags left out; empty parts are left out."""
    grenzen = [0, *(g for m in _BLOKTAG.finditer(tekst.inhoud) for g in m.span()), len(tekst.inhoud)]
    delen: list[Tekst] = []
    for van, tot in zip(grenzen[::2], grenzen[1::2], strict=True):
        bouwer = TekstBouwer()
        neem_over(bouwer, tekst, van, tot)
        if deel := bouwer.bouw():
            delen.append(deel)
    return delen


def zonder_opmaak(tekst: Tekst) -> tuple[Tekst, list[Voetnootmarkering]]:
    """Leave the markup within a passage out; its footnote markers become records."""
    markeringen: list[Voetnootmarkering] = []
    bouwer = TekstBouwer()
    gelezen = 0
    for m in _OPMAAK.finditer(tekst.inhoud):
        if m.group("noot") and not _is_markering(tekst.inhoud, m):
            continue
        neem_over(bouwer, tekst, gelezen, m.start())
        gelezen = m.end()
        for soort in ("link", "adres"):
            neem_over(bouwer, tekst, *m.span(soort))
        if nummer := m.group("md") or (m.group("noot") or "").translate(_SUPERSCRIPT):
            markeringen.append(Voetnootmarkering(tekst.naar_bron(m.start(), m.end()), nummer))
    if not gelezen:
        return tekst, []
    neem_over(bouwer, tekst, gelezen, len(tekst.inhoud))
    return bouwer.bouw(), markeringen


def _is_markering(tekst: str, m: re.Match[str]) -> bool:
    """Whether superscript digits mark a footnote: behind a word or mark, and no exponent ("m²", "km³")."""
    voor = tekst[max(0, m.start() - 12) : m.start()]
    return bool(_TEKEN_AFSTAND.search(voor)) and not re.search(r"(?:^|[\s\d/])[kcdm]?m$", voor)


def laat_weg(tekst: Tekst, weg: Iterable[Span]) -> Tekst:
    """The passage without what comes from these ranges of the original, which are in order."""
    bouwer = TekstBouwer()
    gelezen = n = 0
    for span in weg:
        while n < len(tekst.segmenten) and _bron_eind(tekst.segmenten[n]) <= span.begin:
            n += 1
        if n == len(tekst.segmenten) or tekst.segmenten[n].bron_begin >= span.eind:
            continue
        s = tekst.segmenten[n]
        # What is left out was read as it stands, so it lies in one run that maps character by character.
        begin = s.begin + max(0, span.begin - s.bron_begin)
        neem_over(bouwer, tekst, gelezen, begin)
        gelezen = min(begin + span.eind - span.begin, s.begin + s.lengte)
    if not gelezen:
        return tekst
    neem_over(bouwer, tekst, gelezen, len(tekst.inhoud))
    return bouwer.bouw()


def _bron_eind(segment: Segment) -> int:
    return segment.bron_begin + segment.bron_lengte


def herstel(tekst: Tekst, plekken: Sequence[Herstel]) -> tuple[Tekst, list[Correctie]]:
    """The passage as it should be read, and a record of every place that differs. ``plekken`` do not overlap."""
    if not plekken:
        return tekst, []
    bouwer = TekstBouwer()
    correcties: list[Correctie] = []
    gelezen = 0
    for plek in sorted(plekken):
        span = tekst.naar_bron(plek.begin, plek.eind)
        neem_over(bouwer, tekst, gelezen, plek.begin)
        bouwer.voeg_toe(plek.gelezen, span.begin, span.eind - span.begin)
        correcties.append(Correctie(span, tekst.inhoud[plek.begin : plek.eind], plek.gelezen, plek.regel))
        gelezen = plek.eind
    neem_over(bouwer, tekst, gelezen, len(tekst.inhoud))
    return bouwer.bouw(), correcties
