"""Print an amending decision in the fixed forms of the Aanwijzingen voor de regelgeving (6.7 to 6.18).

``graph.herstel.lezen`` reads what stands here back: ``lees(druk(artikel)) == artikel`` is a property test.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.herstel.noemen import (
    plaats_in_woorden,
    reeks_in_woorden,
    soort_in_woorden,
)
from ontologie.identificatie import Stap, StapSoort
from ontologie.identificatie.aanhaling import lidwoord
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
    Wijzigingsartikel,
    Wijzigingsonderdeel,
    Woordvervanging,
    Woordwijze,
)

TEKENS = {".": "punt", ";": "puntkomma", ",": "komma", ":": "dubbele punt"}
#: What a line of new text is indented by, and each level below it.
INSPRINGING, STAP = "    ", "  "


class Regelsoort(StrEnum):
    """What a printed line is."""

    ARTIKEL = "artikel"
    LETTER = "letter"
    OPDRACHT = "opdracht"
    NIEUW = "nieuw"


@dataclass(frozen=True, slots=True)
class Drukregel:
    """One line. ``label`` is what stands before it ("1.", "Artikel 14a"); ``diepte`` counts in new text only."""

    soort: Regelsoort
    tekst: str
    label: str | None = None
    diepte: int = 0
    #: A heading, or text with a label that is a heading.
    kop: bool = False


def druk(artikel: Wijzigingsartikel) -> Iterator[Drukregel]:
    """The lines of an amending article."""
    yield Drukregel(Regelsoort.ARTIKEL, f"Artikel {artikel.nummer}")
    yield Drukregel(Regelsoort.OPDRACHT, f"{aanloop(artikel.regeling)} wordt als volgt gewijzigd:")
    for onderdeel in artikel.onderdelen:
        yield Drukregel(Regelsoort.LETTER, onderdeel.letter)
        yield from druk_onderdeel(onderdeel)


def aanloop(titel: str) -> str:
    """The title as the subject of a sentence: "De Verordening …", "Het Besluit …"."""
    return f"{lidwoord(titel).capitalize()} {titel}"


def druk_onderdeel(onderdeel: Wijzigingsonderdeel) -> Iterator[Drukregel]:
    """The lines of what changes in one article, without its letter."""
    if len(onderdeel.instructies) == 1:
        (instructie,) = onderdeel.instructies
        yield Drukregel(Regelsoort.OPDRACHT, zin(instructie))
        yield from _nieuwe_tekst(instructie)
        return
    naam = _hoofdletter(", ".join(plaats_in_woorden(Plaats(onderdeel.pad))))
    yield Drukregel(Regelsoort.OPDRACHT, f"{naam} wordt als volgt gewijzigd:")
    for n, instructie in enumerate(onderdeel.instructies, 1):
        yield Drukregel(Regelsoort.OPDRACHT, zin(instructie, onderdeel.pad), f"{n}.")
        yield from _nieuwe_tekst(instructie)


def als_tekst(regels: Iterator[Drukregel]) -> str:
    """The lines as plain text."""
    return "\n".join(map(_als_regel, regels)) + "\n"


def _als_regel(regel: Drukregel) -> str:
    if regel.soort is Regelsoort.NIEUW:
        label = "" if regel.label is None else f"{regel.label}\t"
        return f"{INSPRINGING}{STAP * regel.diepte}{label}{regel.tekst}"
    return regel.tekst if regel.label is None else f"{regel.label} {regel.tekst}"


# --- new text ---


def _nieuwe_tekst(instructie: Instructie) -> Iterator[Drukregel]:
    match instructie:
        case KomtTeLuiden(nieuw=Bepalingstekst() as knoop):
            yield from regels_van(knoop)
        case KomtTeLuiden(nieuw=passages):
            assert not isinstance(passages, Bepalingstekst)
            yield from (Drukregel(Regelsoort.NIEUW, p) for p in passages)
        case Invoeging(nieuw=knopen):
            for knoop in knopen:
                yield from regels_van(knoop)
        case _:
            return


def regels_van(knoop: Bepalingstekst, diepte: int = 0) -> Iterator[Drukregel]:
    """A provision line by line: its label with heading or first words, then its passages and parts."""
    deel = StapSoort(knoop.soort.value) in (StapSoort.LID, StapSoort.ONDERDEEL)
    inhoud = list(knoop.inhoud)
    eerste = knoop.opschrift
    if deel:
        eerste = inhoud.pop(0) if inhoud and isinstance(inhoud[0], str) else ""  # type: ignore[assignment]
    yield Drukregel(Regelsoort.NIEUW, eerste, knoop.label, diepte, kop=not deel)
    for rest in inhoud:
        if isinstance(rest, str):
            yield Drukregel(Regelsoort.NIEUW, rest, None, diepte + 1)
        else:
            yield from regels_van(rest, diepte + 1)


# --- sentences ---


def zin(instructie: Instructie, binnen: Pad = ()) -> str:
    """The instruction as a sentence; ``binnen`` is the article that a line above names already."""
    match instructie:
        case Woordvervanging():
            tekst = _woorden(instructie, binnen)
        case Slotvervanging():
            waar = _met_komma(plaats_in_woorden(Plaats(instructie.pad), binnen))
            oud, nieuw = teken(instructie.oud, "de"), teken(instructie.nieuw, "een")
            tekst = f"in {waar} wordt {oud} aan het slot vervangen door {nieuw}."
        case KomtTeLuiden():
            tekst = f"{_onderwerp(instructie.plaats, binnen)} komt te luiden:"
        case Lidaanduiding():
            waar = _van(plaats_in_woorden(Plaats(instructie.pad), binnen))
            tekst = f"voor de tekst{waar} wordt de aanduiding «1.» geplaatst."
        case Vervallen():
            tekst = _vervallen(instructie, binnen)
        case Invoeging():
            tekst = _invoeging(instructie, binnen)
    return _hoofdletter(tekst)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _met_komma(delen: Sequence[str]) -> str:
    """ "artikel 5"; "artikel 5, eerste lid,"."""
    return ", ".join(delen) + ("," if len(delen) > 1 else "")


def _van(delen: Sequence[str]) -> str:
    return f" van {', '.join(delen)}" if delen else ""


def _onderwerp(plaats: Plaats, binnen: Pad) -> str:
    if plaats.deel is Plaatsdeel.OPSCHRIFT:
        return f"het opschrift{_van(plaats_in_woorden(Plaats(plaats.pad), binnen))}"
    return _met_komma(plaats_in_woorden(plaats, binnen))


def _woorden(i: Woordvervanging, binnen: Pad) -> str:
    if i.plaats.deel is Plaatsdeel.OPSCHRIFT:
        waar = _onderwerp(i.plaats, binnen)
    else:
        waar = _met_komma(plaats_in_woorden(i.plaats, binnen))
    if i.wijze is Woordwijze.VERVALT:
        return f"in {waar} vervalt «{i.oud}»." if waar else f"«{i.oud}» vervalt."
    if i.wijze is Woordwijze.VOEG_IN:
        if not waar:
            return f"na «{i.oud}» wordt ingevoegd «{i.nieuw}»."
        return f"in {waar} wordt na «{i.oud}» ingevoegd «{i.nieuw}»."
    if not waar:
        return f"«{i.oud}» wordt vervangen door «{i.nieuw}»."
    return f"in {waar} wordt «{i.oud}» vervangen door «{i.nieuw}»."


def teken(tekens: str, woord: str) -> str:
    """ "de punt", "een puntkomma", "«; of»"."""
    return f"{woord} {TEKENS[tekens]}" if tekens in TEKENS else f"«{tekens}»"


def _is_sub(ouder: Pad) -> bool:
    return bool(ouder) and ouder[-1].soort is StapSoort.ONDERDEEL


def _bijzinnen(
    ouder: Pad, slot: Sequence[Slotvervanging], vernummering: Sequence[Vernummering], soort: StapSoort
) -> str:
    """What goes along: "onder vervanging van … door … en onder vernummering van … tot …"."""
    delen = []
    for s in slot:
        waar = ", ".join(plaats_in_woorden(Plaats(s.pad), ouder))
        if _is_sub(ouder):
            waar = reeks_in_woorden(s.pad[-1].soort, [s.pad[-1].nummer], sub=True)
        delen.append(f"onder vervanging van {teken(s.oud, 'de')} aan het slot van {waar} door {teken(s.nieuw, 'een')}")
    if vernummering:
        oud, nieuw = [v.oud for v in vernummering], [v.nieuw for v in vernummering]
        sub = _is_sub(ouder)
        naar = reeks_in_woorden(soort, nieuw, sub).removeprefix("het ").removeprefix("de ")
        if soort is StapSoort.ONDERDEEL and len(nieuw) > 1:
            naar = naar.partition(" ")[2]
        wat = "vernummering" if oud[0][0].isdigit() else "verlettering"
        delen.append(f"onder {wat} van {reeks_in_woorden(soort, oud, sub)} tot {naar}")
    return " en ".join(delen)


def _vervallen(i: Vervallen, binnen: Pad) -> str:
    soort = i.delen[0].soort
    mee = _bijzinnen(i.ouder, i.slot, i.vernummering, soort)
    mee = f", {mee}" if mee else ""
    if len(i.delen) == 1:
        return f"{_met_komma(plaats_in_woorden(Plaats((*i.ouder, i.delen[0])), binnen))} vervalt{mee}."
    waar = _met_komma(plaats_in_woorden(Plaats(i.ouder), binnen))
    lijst = reeks_in_woorden(soort, [d.nummer for d in i.delen], _is_sub(i.ouder))
    return f"in {waar} vervallen {lijst}{mee}." if waar else f"{lijst} vervallen{mee}."


def _invoeging(i: Invoeging, binnen: Pad) -> str:
    eerste = i.nieuw[0].stap
    wat = soort_in_woorden(eerste, len(i.nieuw), _is_sub(i.ouder))
    werkwoord = "wordt" if len(i.nieuw) == 1 else "worden"
    if not i.ouder:
        anker = ", ".join(plaats_in_woorden(Plaats(i.na or i.voor)))
        return f"{'na' if i.na else 'voor'} {anker} {werkwoord} {wat} ingevoegd, luidende:"
    anker = _ankerzin(i)
    mee = _bijzinnen(i.ouder, i.slot, i.vernummering, eerste.soort)
    waar = _met_komma(plaats_in_woorden(Plaats(i.ouder), binnen))
    midden = bool(anker or i.vernummering)
    slot = f"{wat} {'ingevoegd' if midden else 'toegevoegd'}, luidende:"
    if waar:
        mee = f", {mee}," if mee else ""
        return f"{'in' if midden else 'aan'} {waar} {werkwoord}{mee} {anker}{slot}"
    if mee:
        return f"{mee} {werkwoord} {anker}{slot}"
    return f"{anker}{werkwoord} {slot}" if anker else f"er {werkwoord} {slot}"


def _ankerzin(i: Invoeging) -> str:
    anker: Stap | None = (i.na or i.voor or (None,))[-1]
    if anker is None:
        return ""
    return f"{'na' if i.na else 'voor'} {reeks_in_woorden(anker.soort, [anker.nummer], _is_sub(i.ouder))} "
