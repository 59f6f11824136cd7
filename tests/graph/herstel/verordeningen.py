"""Invented ordinances as trees of words, written by hand or made at random with random amendments."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase

from hypothesis import strategies as st

from graph.herstel.boom import genummerd
from ontologie.document import BepalingSoort
from ontologie.wijzigingsbesluit import Bepalingstekst

Inhoud = str | Bepalingstekst

_ZIN = (
    "het college de raad een bewoner fiets stalling brug vergunning kan moet weigeren verlenen binnen vier weken "
    "aanvraag als bedoeld in artikel 2, eerste lid, van de wet tenzij en of met premie"
)
WOORDEN = _ZIN.split(" ")


def regeling(*inhoud: Inhoud) -> Bepalingstekst:
    return genummerd(Bepalingstekst(BepalingSoort.REGELING, "", "", "Fietsverordening", inhoud))


def hoofdstuk(nummer: str, kop: str, *inhoud: Inhoud) -> Bepalingstekst:
    return Bepalingstekst(BepalingSoort.HOOFDSTUK, nummer, f"Hoofdstuk {nummer}", kop, inhoud)


def artikel(nummer: str, kop: str, *inhoud: Inhoud) -> Bepalingstekst:
    return Bepalingstekst(BepalingSoort.ARTIKEL, nummer, f"Artikel {nummer}", kop, inhoud)


def lid(label: str, *inhoud: Inhoud) -> Bepalingstekst:
    return Bepalingstekst(BepalingSoort.LID, label, f"{label}.", "", inhoud)


def onderdeel(label: str, *inhoud: Inhoud) -> Bepalingstekst:
    return Bepalingstekst(BepalingSoort.ONDERDEEL, label, label, "", inhoud)


# --- at random ---

_zinnen = st.lists(st.sampled_from(WOORDEN), min_size=1, max_size=14).map(" ".join)


def _label(stijl: str, n: int) -> str:
    if stijl == "letter":
        return f"{ascii_lowercase[n]}."
    return {"cijfer": f"{n + 1}.", "graad": f"{n + 1}°.", "streepje": "-"}[stijl]


def _lijst(stijl: str, delen: list[tuple[Inhoud, ...]], soort: BepalingSoort) -> list[Bepalingstekst]:
    return [Bepalingstekst(soort, "", _label(stijl, n), "", inhoud) for n, inhoud in enumerate(delen)]


@st.composite
def _onderdelen(draw: st.DrawFn, diepte: int) -> list[Bepalingstekst]:
    stijl = "graad" if diepte else draw(st.sampled_from(["letter", "streepje", "cijfer"]))
    delen = []
    for _ in range(draw(st.integers(2, 5))):
        inhoud: tuple[Inhoud, ...] = (draw(_zinnen) + draw(st.sampled_from([";", "; en", "."])),)
        if not diepte and draw(st.integers(0, 5)) == 0:
            inhoud = (draw(_zinnen) + ":", *draw(_onderdelen(diepte + 1)))
        delen.append(inhoud)
    return _lijst(stijl, delen, BepalingSoort.ONDERDEEL)


@st.composite
def _tekst(draw: st.DrawFn) -> tuple[Inhoud, ...]:
    soort = draw(st.integers(0, 3))
    if soort == 0:
        return (draw(_zinnen) + ":", *draw(_onderdelen(0)), *([draw(_zinnen)] if draw(st.booleans()) else []))
    return tuple(draw(st.lists(_zinnen.map(lambda z: z + "."), min_size=1, max_size=2)))


@st.composite
def _artikel(draw: st.DrawFn, nummer: str) -> Bepalingstekst:
    kop = draw(_zinnen)
    if draw(st.booleans()):
        return artikel(nummer, kop, *draw(_tekst()))
    leden = [draw(_tekst()) for _ in range(draw(st.integers(2, 5)))]
    return artikel(nummer, kop, *_lijst("cijfer", leden, BepalingSoort.LID))


@st.composite
def verordeningen(draw: st.DrawFn) -> Bepalingstekst:
    """An ordinance of two to seven articles, with or without chapters."""
    artikelen = [draw(_artikel(str(n))) for n in range(1, draw(st.integers(3, 8)))]
    if draw(st.booleans()):
        return regeling(*artikelen)
    knip = draw(st.integers(1, len(artikelen) - 1))
    return regeling(hoofdstuk("1", draw(_zinnen), *artikelen[:knip]), hoofdstuk("2", draw(_zinnen), *artikelen[knip:]))


def hernummerd(knoop: Bepalingstekst) -> Bepalingstekst:
    """Leden and lettered items in sequence again."""
    inhoud: list[Inhoud] = []
    n = 0
    for deel in knoop.inhoud:
        if not isinstance(deel, str):
            deel = hernummerd(deel)
            if deel.soort in (BepalingSoort.LID, BepalingSoort.ONDERDEEL):
                stijl = "streepje" if deel.label == "-" else "graad" if "°" in deel.label else ""
                stijl = stijl or ("letter" if deel.label[0].isalpha() else "cijfer")
                deel = replace(deel, label=_label(stijl, n))
                n += 1
        inhoud.append(deel)
    return replace(knoop, inhoud=tuple(inhoud))


@st.composite
def _andere_woorden(draw: st.DrawFn, tekst: str) -> str:
    woorden = tekst.split(" ")
    plek = draw(st.integers(0, len(woorden) - 1))
    match draw(st.integers(0, 3)):
        case 0:
            woorden[plek] = draw(st.sampled_from(WOORDEN))
        case 1:
            woorden.insert(plek, draw(st.sampled_from(WOORDEN)))
        case 2 if len(woorden) > 1:
            del woorden[plek]
        case _:
            return tekst.rstrip(".;:") + draw(st.sampled_from([".", ";", "; of"]))
    return " ".join(woorden)


@st.composite
def _gewijzigd(draw: st.DrawFn, knoop: Bepalingstekst) -> Bepalingstekst:
    inhoud: list[Inhoud] = []
    for deel in knoop.inhoud:
        lot = draw(st.integers(0, 11))
        if isinstance(deel, str):
            inhoud.append(draw(_andere_woorden(deel)) if lot < 2 else deel)
            continue
        telt = deel.soort in (BepalingSoort.LID, BepalingSoort.ONDERDEEL)
        if lot == 0 and telt and len(knoop.kinderen) > 2:
            continue
        if lot == 1 and telt:
            nieuw = (draw(_zinnen) + ";",)
            inhoud.append(replace(deel, inhoud=nieuw))
        inhoud.append(draw(_gewijzigd(deel)))
    kop = knoop.opschrift
    if kop and draw(st.integers(0, 9)) == 0:
        kop = draw(_andere_woorden(kop))
    return replace(knoop, inhoud=tuple(inhoud), opschrift=kop)


@st.composite
def _artikelen_anders(draw: st.DrawFn, knoop: Bepalingstekst) -> Bepalingstekst:
    inhoud: list[Inhoud] = []
    for deel in knoop.inhoud:
        assert not isinstance(deel, str)
        if deel.soort is BepalingSoort.HOOFDSTUK:
            inhoud.append(draw(_artikelen_anders(deel)))
            continue
        lot = draw(st.integers(0, 9))
        if lot == 0 and len(knoop.inhoud) > 1:
            continue
        inhoud.append(deel)
        if lot == 1:
            inhoud.append(draw(_artikel(f"{deel.label.removeprefix('Artikel ')}a")))
    return replace(knoop, inhoud=tuple(inhoud)) if inhoud else knoop


@st.composite
def wijzigingen(draw: st.DrawFn) -> tuple[Bepalingstekst, Bepalingstekst]:
    """An ordinance and what it must become."""
    was = draw(verordeningen())
    wordt = hernummerd(draw(_artikelen_anders(draw(_gewijzigd(was)))))
    return was, genummerd(replace(wordt, opschrift=was.opschrift))
