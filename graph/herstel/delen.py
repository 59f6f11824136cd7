"""What changes within one article: its heading, words, leden and onderdelen, as instructions one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from graph.herstel.boom import NietUitTeDrukken, is_noembaar, met_nummer
from graph.herstel.paren import paar
from graph.herstel.woorden import slotvervanging, woordvervangingen
from graph.tijd.uitlijning import woorden
from ontologie.document import BepalingSoort
from ontologie.wijzigingsbesluit import (
    Bepalingstekst,
    Instructie,
    Invoeging,
    KomtTeLuiden,
    Lidaanduiding,
    Pad,
    Plaats,
    Plaatsdeel,
    Slotvervanging,
    Vernummering,
    Vervallen,
)

#: Likeness of words (0 to 1) from which two parts are the same part changed.
_GELIJK = 0.4


def wijzig_bepaling(pad: Pad, oud: Bepalingstekst, nieuw: Bepalingstekst) -> Iterator[Instructie]:
    """The changes of a provision that keeps its number. The caller tries them: some mixtures are not told in small.

    Raises:
        NietUitTeDrukken: it is to be replaced whole.
    """
    if oud == nieuw:
        return
    if oud.opschrift != nieuw.opschrift:
        yield from _woordwijziging(Plaats(pad, Plaatsdeel.OPSCHRIFT), oud.opschrift, nieuw.opschrift)
    if _wordt_lid(oud, nieuw):
        yield Lidaanduiding(pad)
        oud = oud.met(Bepalingstekst(BepalingSoort.LID, "1", nieuw.kinderen[0].label, "", oud.inhoud))
    if not oud.kinderen and not nieuw.kinderen:
        yield from _eigen_woorden(pad, oud, nieuw)
        return
    if not oud.kinderen or not nieuw.kinderen or not (_eenvoudig(oud) and _eenvoudig(nieuw)):
        raise NietUitTeDrukken("de opbouw verandert")
    if oud.aanhef != nieuw.aanhef:
        yield from _woordwijziging(Plaats(pad, Plaatsdeel.AANHEF), oud.aanhef, nieuw.aanhef)
    yield from _delen(pad, oud, nieuw)
    if oud.slot != nieuw.slot:
        yield from _woordwijziging(Plaats(pad, Plaatsdeel.SLOT), oud.slot, nieuw.slot)


def _wordt_lid(oud: Bepalingstekst, nieuw: Bepalingstekst) -> bool:
    """Whether an article without leden gets them, its text being the first."""
    if oud.soort is not BepalingSoort.ARTIKEL or any(k.soort is BepalingSoort.LID for k in oud.kinderen):
        return False
    eerste = nieuw.kinderen[:1]
    lid = bool(eerste) and eerste[0].soort is BepalingSoort.LID and eerste[0].label == "1." and not nieuw.aanhef
    return lid and len(nieuw.kinderen) > 1 and _lijkt(oud, eerste[0]) >= _GELIJK


def _eenvoudig(knoop: Bepalingstekst) -> bool:
    """Words stand only before and behind its parts, and each part has a number of its own."""
    tussen = [isinstance(d, str) for d in knoop.inhoud]
    eerste, laatste = tussen.index(False), len(tussen) - tussen[::-1].index(False)
    stappen = [k.stap for k in knoop.kinderen]
    eigen = len(set(stappen)) == len(stappen) and all(map(is_noembaar, stappen))
    return eigen and not any(tussen[eerste:laatste])


def _eigen_woorden(pad: Pad, oud: Bepalingstekst, nieuw: Bepalingstekst) -> Iterator[Instructie]:
    """Of a provision without parts: the sign at its end, words in it, or all of it."""
    if (slot := slotvervanging(pad, oud.aanhef, nieuw.aanhef)) is not None and oud.soort is not BepalingSoort.ARTIKEL:
        yield slot
        return
    gevonden = woordvervangingen(Plaats(pad), oud.aanhef, nieuw.aanhef)
    if gevonden is None:
        yield KomtTeLuiden(Plaats(pad), nieuw)
        return
    yield from gevonden


def _woordwijziging(plaats: Plaats, oud: str, nieuw: str) -> Iterator[Instructie]:
    """Of a heading, or of the words before or behind the parts."""
    gevonden = woordvervangingen(plaats, oud, nieuw)
    if gevonden is not None:
        yield from gevonden
    elif nieuw and (oud or plaats.deel is Plaatsdeel.OPSCHRIFT):
        yield KomtTeLuiden(plaats, tuple(nieuw.split("\n")))
    else:
        raise NietUitTeDrukken("er komen woorden bij of weg waar geen delen staan")


# --- leden and onderdelen ---


def _delen(pad: Pad, oud: Bepalingstekst, nieuw: Bepalingstekst) -> Iterator[Instructie]:
    """Changes of parts, then what lapses, then what is new: the later instructions name the numbers of that moment."""
    van, naar = list(oud.kinderen), list(nieuw.kinderen)
    paren = koppel_delen(van, naar)
    oude = {i for i, _ in paren}
    nieuwe = {j for _, j in paren}
    weg = [k for n, k in enumerate(van) if n not in oude]
    sloten: list[Slotvervanging] = []
    for i, j in paren:
        for instructie in _gekoppeld(pad, van[i], naar[j]):
            alleen_slot = isinstance(instructie, Slotvervanging) and instructie.pad == (*pad, van[i].stap)
            if alleen_slot and isinstance(instructie, Slotvervanging):
                sloten.append(instructie)
            else:
                yield instructie
    erbij = [(j, naar[j]) for j in range(len(naar)) if j not in nieuwe]
    nummers = [(van[i].nummer, naar[j].nummer) for i, j in paren if not van[i].nummer.startswith("-")]
    orde = {k.nummer: n for n, k in enumerate(van)}
    zakt = [Vernummering(a, b) for a, b in nummers if a != b and orde.get(b, len(van)) < orde[a]]
    stijgt = [Vernummering(a, b) for a, b in nummers if a != b and orde.get(b, len(van)) >= orde[a]]
    if not erbij and not weg:
        yield from sloten
        if zakt or stijgt:
            raise NietUitTeDrukken("delen krijgen een ander nummer zonder dat er een bij komt of weg gaat")
        return
    # What ends differently does so because a part comes or goes: it is said in one breath.
    if weg:
        yield Vervallen(pad, tuple(k.stap for k in weg), tuple(zakt), () if erbij else tuple(sloten))
    elif zakt:
        raise NietUitTeDrukken("delen krijgen een lager nummer zonder dat er een weg gaat")
    if not erbij:
        if stijgt:
            raise NietUitTeDrukken("delen krijgen een hoger nummer zonder dat er een bij komt")
        return
    lager = {v.oud: v.nieuw for v in zakt} if weg else {}
    hoger = {v.oud: v.nieuw for v in stijgt}
    na_verval = tuple(
        Slotvervanging((*pad, s.pad[-1]._replace(nummer=lager.get(s.pad[-1].nummer, s.pad[-1].nummer))), s.oud, s.nieuw)
        for s in sloten
    )
    yield from _invoegingen(pad, naar, erbij, tuple(Vernummering(a, b) for a, b in hoger.items()), na_verval)


def _gekoppeld(pad: Pad, oud: Bepalingstekst, nieuw: Bepalingstekst) -> Iterator[Instructie]:
    """Changes of one part under its old number; the renumbering comes later."""
    eigen = (*pad, oud.stap)
    doel = met_nummer(nieuw, oud.nummer) if not oud.nummer.startswith("-") else _als(nieuw, oud)
    if doel.label != oud.label or doel.soort is not oud.soort:
        raise NietUitTeDrukken("de opsomming wordt anders genummerd")
    try:
        yield from list(wijzig_bepaling(eigen, oud, doel))
    except NietUitTeDrukken:
        yield KomtTeLuiden(Plaats(eigen), doel)


def _als(nieuw: Bepalingstekst, oud: Bepalingstekst) -> Bepalingstekst:
    return Bepalingstekst(nieuw.soort, oud.nummer, nieuw.label, nieuw.opschrift, nieuw.inhoud)


def _invoegingen(
    pad: Pad,
    naar: Sequence[Bepalingstekst],
    erbij: Sequence[tuple[int, Bepalingstekst]],
    vernummering: tuple[Vernummering, ...],
    sloten: tuple[Slotvervanging, ...],
) -> Iterator[Instructie]:
    """Runs of new parts, the first with all renumbering."""
    rijen: list[list[int]] = []
    for j, _ in erbij:
        if rijen and rijen[-1][-1] == j - 1:
            rijen[-1].append(j)
        else:
            rijen.append([j])
    for n, rij in enumerate(rijen):
        eerste = not n
        na: Pad = ()
        voor: Pad = ()
        achteraan = rij[-1] == len(naar) - 1
        # With renumbering its own number tells where it stands.
        vanzelf = bool(eerste and vernummering) and (
            _volgt_op(naar[rij[0] - 1].nummer, naar[rij[0]].nummer) if rij[0] else naar[0].nummer in ("1", "a")
        )
        if not (achteraan or vanzelf):
            if rij[0]:
                na = (*pad, naar[rij[0] - 1].stap)
            else:
                voor = _anker_voor(pad, naar, rij)
        yield Invoeging(
            pad,
            tuple(_los(naar[j], k) for k, j in enumerate(rij, 1)),
            na,
            voor,
            vernummering if eerste else (),
            sloten if eerste else (),
        )


def _los(knoop: Bepalingstekst, plek: int) -> Bepalingstekst:
    """A new dash is numbered within what is put in; it gets its place there."""
    return replace(knoop, nummer=f"-{plek}") if knoop.nummer.startswith("-") else knoop


def _anker_voor(pad: Pad, naar: Sequence[Bepalingstekst], rij: Sequence[int]) -> Pad:
    """The first part that stays, under the number that it has by then; of a dash its place before the new ones."""
    stap = naar[rij[-1] + 1].stap
    if stap.nummer.startswith("-"):
        stap = stap._replace(nummer=f"-{int(stap.nummer[1:]) - len(rij)}")
    return (*pad, stap)


def _volgt_op(vorig: str, volgend: str) -> bool:
    """Whether a number follows another, so that it tells by itself where it stands."""
    if vorig.isdigit() and volgend.isdigit():
        return int(volgend) == int(vorig) + 1
    return len(vorig) == len(volgend) == 1 and vorig.isalpha() and ord(volgend) == ord(vorig) + 1


def koppel_delen(van: Sequence[Bepalingstekst], naar: Sequence[Bepalingstekst]) -> list[tuple[int, int]]:
    """Which parts are the same part, in order."""
    return paar(van, naar, _sleutel, _lijkt, _GELIJK)


def _sleutel(knoop: Bepalingstekst) -> tuple[object, ...]:
    return knoop.soort, tuple(d if isinstance(d, str) else _sleutel(d) for d in knoop.inhoud)


def _lijkt(links: Bepalingstekst, rechts: Bepalingstekst) -> float:
    a, b = _alle_woorden(links), _alle_woorden(rechts)
    return float(LCSseq.normalized_similarity(a, b)) if a and b else 0.0


def _alle_woorden(knoop: Bepalingstekst) -> list[str]:
    tekst = " ".join(d for k in knoop.loop() for d in k.inhoud if isinstance(d, str))
    return [m[0] for m in woorden(tekst)][:400]
