"""Cut a text at its references and line breaks, so that exactly the words of a reference can be shown as a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from graph.antwoorden.gegevens import Alinea, Stuk, Tekstmerk, Tekstverwijzing


def alineas(
    tekst: str,
    verwijzingen: Iterable[Tekstverwijzing],
    begin: int = 0,
    eind: int | None = None,
    merken: Sequence[Tekstmerk] = (),
) -> tuple[Alinea, ...]:
    """The paragraphs of ``tekst[begin:eind]``, each as words and references in order; empty ones are left out.

    Places of references count from the begin of the whole text. A reference over a line break comes in parts; of two
    that overlap the first is shown whole and the other with what is left of it. Pieces are cut at ``merken`` too.
    """
    rij = sorted(verwijzingen, key=lambda v: (v.begin, -v.eind))
    uit: list[Alinea] = []
    plaats, eerste = begin, 0
    eind = len(tekst) if eind is None else eind
    while plaats < eind:
        regeleinde = tekst.find("\n", plaats, eind)
        tot = eind if regeleinde < 0 else regeleinde
        while eerste < len(rij) and rij[eerste].eind <= plaats:
            eerste += 1
        laatste = eerste
        while laatste < len(rij) and rij[laatste].begin < tot:
            laatste += 1
        stukken = _stukken(tekst, plaats, tot, rij[eerste:laatste])
        hier = [m for m in merken if m.begin < tot and m.eind > plaats]
        if alinea := tuple(_gemerkt(stukken, plaats, hier) if hier else stukken):
            uit.append(alinea)
        plaats = tot + 1
    return tuple(uit)


def regel(tekst: str, verwijzingen: Iterable[Tekstverwijzing]) -> Alinea:
    """A text without line breaks, such as a heading, as one paragraph."""
    return tuple(_stukken(tekst, 0, len(tekst), sorted(verwijzingen, key=lambda v: (v.begin, -v.eind))))


def _stukken(tekst: str, begin: int, eind: int, verwijzingen: Sequence[Tekstverwijzing]) -> Iterator[Stuk]:
    plaats = begin
    for v in verwijzingen:
        van, tot = max(v.begin, plaats), min(v.eind, eind)
        if van >= tot:
            continue
        if van > plaats:
            yield Stuk(tekst[plaats:van])
        yield Stuk(tekst[van:tot], v)
        plaats = tot
    if plaats < eind:
        yield Stuk(tekst[plaats:eind])


def _gemerkt(stukken: Iterable[Stuk], begin: int, merken: Sequence[Tekstmerk]) -> Iterator[Stuk]:
    """The pieces, which start at ``begin``, cut where a mark begins or ends."""
    op_volgorde = sorted(merken, key=lambda m: (m.begin, -m.eind))
    for stuk in stukken:
        eind = begin + len(stuk.tekst)
        grenzen = {g for m in op_volgorde for g in (m.begin, m.eind) if begin < g < eind}
        for van, tot in pairwise(sorted(grenzen | {begin, eind})):
            rond = tuple(m for m in op_volgorde if m.begin <= van and tot <= m.eind)
            yield Stuk(stuk.tekst[van - begin : tot - begin], stuk.verwijzing, rond)
        begin = eind
