"""From the text as it is and the text as it must become to the instructions of an amending decision.

Each instruction is tried on the text before it is taken: what is given back does what it says. Of what cannot be said
in small, a larger part is replaced whole; what cannot be named at all is refused with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from graph.herstel.boom import NietUitTeDrukken, dubbele_paden, is_noembaar, vind
from graph.herstel.delen import wijzig_bepaling
from graph.herstel.letters import letters
from graph.herstel.toepassen import pas_een_toe
from ontologie.document import BepalingSoort
from ontologie.wijzigingsbesluit import (
    Bepalingstekst,
    Instructie,
    Invoeging,
    KomtTeLuiden,
    Pad,
    Plaats,
    Plaatsdeel,
    Vervallen,
    Wijzigingsartikel,
    Wijzigingsonderdeel,
)

#: More instructions than this in one article, and it is replaced whole.
PER_ARTIKEL_MAX = 6


def instrueer(was: Bepalingstekst, wordt: Bepalingstekst, regeling: str, nummer: str = "I") -> Wijzigingsartikel:
    """The instructions that turn ``was`` into ``wordt``, in the order of the regulation.

    Raises:
        NietUitTeDrukken: a changed article shares its number with another, or stands below words of a chapter.
    """
    maker = _Maker(was)
    maker.groep(was, wordt)
    if maker.nu != wordt:
        raise NietUitTeDrukken("de wijzigingen zijn niet als instructies te schrijven")
    onderdelen = (Wijzigingsonderdeel(letter, pad, i) for letter, (pad, i) in zip(letters(), maker.uit, strict=False))
    return Wijzigingsartikel(nummer, regeling, tuple(onderdelen))


class _Maker:
    """Collects what changes, and applies it as it goes."""

    def __init__(self, was: Bepalingstekst) -> None:
        self.nu = was
        self.uit: list[tuple[Pad, tuple[Instructie, ...]]] = []
        self._dubbel = dubbele_paden(was)

    def _neem(self, pad: Pad, *instructies: Instructie) -> None:
        for i in instructies:
            self.nu = pas_een_toe(self.nu, i)
        self.uit.append((pad, instructies))

    def _noem(self, knoop: Bepalingstekst) -> Pad:
        pad = (knoop.stap,)
        if pad in self._dubbel or not is_noembaar(knoop.stap):
            raise NietUitTeDrukken(f"{knoop.label or knoop.soort.value} komt vaker voor, of heeft geen nummer")
        return pad

    def groep(self, was: Bepalingstekst, wordt: Bepalingstekst) -> None:
        """What changes below the regulation or a chapter: its articles, chapters and their headings."""
        if _woorden(was) != _woorden(wordt):
            raise NietUitTeDrukken(f"de tekst boven de artikelen van «{was.label or was.opschrift}» verandert")
        vorige: Bepalingstekst | None = None
        bij: list[Bepalingstekst] = []
        paren = list(_koppel(was.kinderen, wordt.kinderen))
        for oud, nieuw in paren:
            if oud is None:
                assert nieuw is not None
                bij.append(nieuw)
                continue
            if nieuw is not None and bij:
                self._voeg_in(vorige, oud, bij)
                bij = []
            self._een(oud, nieuw)
            vorige = nieuw or vorige
        if bij:
            self._voeg_in(vorige, None, bij)

    def _een(self, oud: Bepalingstekst, nieuw: Bepalingstekst | None) -> None:
        if oud == nieuw:
            return
        pad = self._noem(oud)
        if nieuw is None:
            self._neem(pad, Vervallen((), pad))
        elif oud.soort is BepalingSoort.ARTIKEL:
            self._neem(pad, *wijzig_artikel(oud, nieuw))
        elif not nieuw.kinderen or not oud.kinderen or oud.label != nieuw.label:
            self._neem(pad, KomtTeLuiden(Plaats(pad), nieuw))
        else:
            if oud.opschrift != nieuw.opschrift:
                self._neem(pad, KomtTeLuiden(Plaats(pad, Plaatsdeel.OPSCHRIFT), (nieuw.opschrift,)))
            self.groep(oud, nieuw)

    def _voeg_in(
        self, vorige: Bepalingstekst | None, volgende: Bepalingstekst | None, bij: Sequence[Bepalingstekst]
    ) -> None:
        """New articles or chapters, of one kind at a time, behind what stands before them or else before the next."""
        for soort_rij in _per_soort(bij):
            if vorige is not None:
                pad = self._noem(vorige)
                self._neem((soort_rij[0].stap,), Invoeging((), tuple(soort_rij), na=pad))
            elif volgende is not None:
                pad = self._noem(volgende)
                self._neem((soort_rij[0].stap,), Invoeging((), tuple(soort_rij), voor=pad))
            else:
                raise NietUitTeDrukken("er is geen artikel waar het nieuwe bij kan staan")
            vorige = soort_rij[-1]


def wijzig_artikel(oud: Bepalingstekst, nieuw: Bepalingstekst) -> tuple[Instructie, ...]:
    """The instructions for one article, tried on it; where they are many, that it is replaced."""
    pad = (oud.stap,)
    geheel = (KomtTeLuiden(Plaats(pad), nieuw),)
    if oud.stap != nieuw.stap or oud.label != nieuw.label:
        return geheel
    proef = Bepalingstekst(BepalingSoort.REGELING, "", inhoud=(oud,))
    instructies: list[Instructie] = []
    try:
        for instructie in wijzig_bepaling(pad, oud, nieuw):
            instructies.append(instructie)
            proef = pas_een_toe(proef, instructie)
            if len(instructies) > PER_ARTIKEL_MAX:
                return geheel
        if vind(proef, pad) != nieuw:
            return geheel
    except NietUitTeDrukken:
        return geheel
    return geheel if _langer(instructies, nieuw) else tuple(instructies)


def _langer(instructies: Sequence[Instructie], nieuw: Bepalingstekst) -> bool:
    """Whether the instructions print more than four fifths of the whole article again."""
    alles = _omvang(nieuw)
    nieuw_gedrukt = sum(
        _omvang(i.nieuw) if isinstance(i.nieuw, Bepalingstekst) else sum(map(len, i.nieuw))
        for i in instructies
        if isinstance(i, KomtTeLuiden)
    )
    return len(instructies) > 1 and nieuw_gedrukt > 0.8 * alles


def _omvang(knoop: Bepalingstekst) -> int:
    return sum(len(k.opschrift) + sum(len(d) for d in k.inhoud if isinstance(d, str)) for k in knoop.loop())


def _woorden(knoop: Bepalingstekst) -> list[str]:
    return [d for d in knoop.inhoud if isinstance(d, str)]


def _koppel(
    was: Sequence[Bepalingstekst], wordt: Sequence[Bepalingstekst]
) -> Iterator[tuple[Bepalingstekst | None, Bepalingstekst | None]]:
    """Old and new with the same number, in order; what only one side has stands alone."""
    for op in LCSseq.opcodes([k.stap for k in was], [k.stap for k in wordt]):
        if op.tag == "equal":
            yield from zip(was[op.src_start : op.src_end], wordt[op.dest_start : op.dest_end], strict=True)
        else:
            yield from ((k, None) for k in was[op.src_start : op.src_end])
            yield from ((None, k) for k in wordt[op.dest_start : op.dest_end])


def _per_soort(bij: Sequence[Bepalingstekst]) -> Iterator[list[Bepalingstekst]]:
    rij: list[Bepalingstekst] = []
    for knoop in bij:
        if rij and rij[-1].soort is not knoop.soort:
            yield rij
            rij = []
        rij.append(knoop)
    if rij:
        yield rij
