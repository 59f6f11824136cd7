"""Cut a text at its references and line breaks, so that exactly the words of a reference can be shown as a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.antwoorden.gegevens import Alinea, Stuk, Tekstverwijzing


def alineas(
    tekst: str, verwijzingen: Iterable[Tekstverwijzing], begin: int = 0, eind: int | None = None
) -> tuple[Alinea, ...]:
    """The paragraphs of ``tekst[begin:eind]``, each as words and references in order; empty ones are left out.

    Places of references count from the begin of the whole text. A reference over a line break comes in parts; of two
    that overlap the first is shown whole and the other with what is left of it.
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
        if alinea := tuple(_stukken(tekst, plaats, tot, rij[eerste:laatste])):
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
