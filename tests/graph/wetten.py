"""Two invented laws that refer to each other, as files for a build."""

from __future__ import annotations

from pathlib import Path

from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.regeling import Naam, Regeling
from bronnen.register import Register
from ontologie.document import Document, DocumentSoort

REGISTER = Register(
    [
        Regeling(
            "fw",
            "Fietswet",
            DocumentSoort.WET,
            "BWBR9000001",
            (Naam("Fietswet", "citeertitel"), Naam("Fw", "afkorting")),
        ),
        Regeling("sw", "Steigerwet", DocumentSoort.WET, "BWBR9000002", (Naam("Steigerwet", "citeertitel"),)),
        Regeling("vw", "Vlotwet", DocumentSoort.WET, "BWBR9000003", (Naam("Vlotwet", "citeertitel"),)),
    ]
)

_BRON = (
    'bron="Stb.2025-7" effect="wijziging" inwerking="2026-01-01" ondertekening_bron="2025-06-01"'
    ' publicatie_bron="2025-06-10" publicatie_iwt="2025-12-02" stam-id="11" versie-id="22"'
)


def _toestand(bwb: str, titel: str, datum: str, inhoud: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><toestand bwb-id="{bwb}" inwerkingtreding="{datum}">'
        f'<wetgeving soort="wet"><intitule>Wet over {titel.lower()} zaken</intitule><citeertitel>{titel}</citeertitel>'
        f"<wet-besluit><wettekst>{inhoud}</wettekst></wet-besluit></wetgeving></toestand>"
    )


def _artikel(nummer: str, titel: str, inhoud: str, attributen: str = "") -> str:
    kop = f"<kop><label>Artikel</label><nr>{nummer}</nr><titel>{titel}</titel></kop>"
    return f"<artikel {attributen}>{kop}{inhoud}</artikel>"


def fietswet(datum: str = "2026-01-01", slot: str = "Deze wet heet Fietswet.") -> str:
    """A law with a chapter, leden, a list with text after it, a change, and references of several statuses."""
    lijst = "<lijst><li><li.nr>a.</li.nr><al>een bel;</al></li><li><li.nr>b.</li.nr><al>een lamp.</al></li></lijst>"
    leden = (
        f"<lid><lidnr>1</lidnr><al>Een fiets heeft:</al>{lijst}<al>Zie ook artikel 2 van de Steigerwet.</al></lid>"
        "<lid><lidnr>2</lidnr><al>Het eerste lid, onderdeel b, geldt overdag niet.</al></lid>"
    )
    hoofdstuk = (
        "<hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Eisen</titel></kop>"
        + _artikel("1", "Uitrusting", leden, _BRON)
        + _artikel(
            "2",
            "Verhouding tot artikel 1",
            "<al>Artikel 9 van de Steigerwet en artikel 3 van de Vlotwet gaan voor.</al>",
        )
        + "</hoofdstuk>"
    )
    return _toestand("BWBR9000001", "Fietswet", datum, hoofdstuk + _artikel("3", "Slot", f"<al>{slot}</al>"))


def steigerwet() -> str:
    inhoud = _artikel("1", "Begrip", "<al>Een steiger is een vlonder.</al>") + _artikel(
        "2", "Fietsen", "<al>Op een steiger geldt artikel 1, eerste lid, onder a, van de Fietswet.</al>"
    )
    return _toestand("BWBR9000002", "Steigerwet", "2025-07-01", inhoud)


def schrijf(map_: Path, **bestanden: str) -> Path:
    """Write files ``naam.xml`` into a folder, and return the folder."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, inhoud in bestanden.items():
        (map_ / f"{naam}.xml").write_text(inhoud, encoding="utf-8")
    return map_


def lees(map_: Path, naam: str, inhoud: str) -> Document:
    """Write one file and read it."""
    schrijf(map_, **{naam: inhoud})
    return lees_document(map_ / f"{naam}.xml", REGISTER, LEZERS)
