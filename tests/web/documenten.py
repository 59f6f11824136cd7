"""Invented documents about lanterns, in the formats that are read: a law in two versions, a model, a letter."""

from __future__ import annotations

from pathlib import Path

#: Adds the invented documents to the register, so that they are known by name.
REGISTER = """
[[regeling]]
kort = "lw"
titel = "Lantaarnwet"
soort = "wet"
id = "BWBR9000001"
afkortingen = ["Lw"]

[[regeling]]
kort = "kw"
titel = "Kaarsenwet"
soort = "wet"
id = "BWBR9000002"

[[regeling]]
kort = "mlv"
titel = "Model Lantaarnverordening"
soort = "model"
bestandsnamen = ["*model-lantaarnverordening*"]

[[regeling]]
kort = "lbrief"
titel = "Brief over lantaarns"
soort = "brief"
bestandsnamen = ["*brief-lantaarns*"]
"""


def _lid(nummer: str, tekst: str, onderdelen: tuple[str, ...] = ()) -> str:
    lijst = "".join(f"<li><li.nr>{chr(97 + n)}.</li.nr><al>{o}</al></li>" for n, o in enumerate(onderdelen))
    return f"<lid><lidnr>{nummer}</lidnr><al>{tekst}</al>{f'<lijst>{lijst}</lijst>' if lijst else ''}</lid>"


def _artikel(nummer: str, titel: str, inhoud: str, attributen: str = "") -> str:
    kop = f"<kop><label>Artikel</label><nr>{nummer}</nr><titel>{titel}</titel></kop>"
    return f"<artikel {attributen}>{kop}{inhoud}</artikel>"


def _publicatie(nummer: int, dag: str) -> str:
    return (
        f'<publicatie effect="wijziging" soort="Stb"><publicatiejaar>2025</publicatiejaar>'
        f'<publicatienr>{nummer}</publicatienr><uitgiftedatum isodatum="{dag}"/>'
        f'<ondertekeningsdatum isodatum="2025-11-20"/></publicatie>'
    )


#: What the source says of the change of article 2: published in November, commenced in December, in force in January.
WIJZIGING = (
    f"<meta-data><brondata><oorspronkelijk>{_publicatie(500, '2025-11-28')}<juncto>{_publicatie(510, '2025-12-01')}"
    "</juncto></oorspronkelijk><inwerkingtreding>"
    f'{_publicatie(555, "2025-12-10")}<inwerkingtreding.datum isodatum="2026-01-01"/></inwerkingtreding>'
    "<opmerkingen-inhoud><al>Eerder stond hier een kaars.</al></opmerkingen-inhoud></brondata></meta-data>"
)
ATTRIBUTEN = (
    'bron="Stb.2025-500" effect="wijziging" inwerking="2026-01-01" ondertekening_bron="2025-11-20"'
    ' publicatie_bron="2025-11-28" publicatie_iwt="2025-12-10"'
)


def wet(versie: str, *, brandduur: str, gewijzigd: bool = False) -> str:
    """The Lantaarnwet as it read at a date; ``gewijzigd`` with what the source says of the change of article 2."""
    hoofdstuk_1 = _artikel(
        "1", "Begrippen", "<al>In deze wet wordt verstaan onder lantaarn: een lamp met een glazen huis.</al>"
    ) + _artikel(
        "2",
        "Ontsteken",
        _lid(
            "1",
            "De gemeenteraad stelt bij verordening regels over lantaarns, waaronder regels over:",
            ("het uur van ontsteken;", "de brandduur; en", "de wachter, bedoeld in artikel 3, eerste lid."),
        )
        + _lid("2", f"De brandduur, bedoeld in het eerste lid, onder b, is ten hoogste {brandduur} uren.")
        + _lid("3", "Artikel 7 van de Kaarsenwet is van overeenkomstige toepassing.")
        + _lid("4", "In afwijking van artikel 44 brandt een lantaarn bij nieuwe maan de hele nacht.")
        + (WIJZIGING if gewijzigd else ""),
        ATTRIBUTEN if gewijzigd else "",
    )
    hoofdstuk_2 = _artikel(
        "3",
        "De wachter",
        _lid("1", "De wachter ontsteekt de lantaarns.") + _lid("2", "De wachter meldt defecten aan het college."),
    ) + _artikel("4", "Slot", "<al>Vervallen</al>", 'status="vervallen"')
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<toestand bwb-id="BWBR9000001" inwerkingtreding="{versie}"><wetgeving soort="wet">'
        "<intitule>Wet over lantaarns</intitule><citeertitel>Lantaarnwet</citeertitel><wet-besluit><wettekst>"
        f"<hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Licht</titel></kop>{hoofdstuk_1}</hoofdstuk>"
        f"<hoofdstuk><kop><label>Hoofdstuk</label><nr>2</nr><titel>Toezicht</titel></kop>{hoofdstuk_2}</hoofdstuk>"
        "</wettekst></wet-besluit></wetgeving></toestand>"
    )


MODEL = """Model Lantaarnverordening (december 2025)

De raad van de gemeente [naam gemeente];

gelet op artikel 2, eerste lid, van de Lantaarnwet;

besluit

vast te stellen de Lantaarnverordening [naam gemeente].

Hoofdstuk 1. Algemeen

Artikel 1. Begrippen

In deze verordening wordt verstaan onder:

- wachter: de wachter, bedoeld in artikel 3 van de wet;

- wet: Lantaarnwet.

Artikel 2. Uur van ontsteken

1. De wachter ontsteekt de lantaarns om [uur] uur.

2. Bij mist geldt artikel 2, eerste lid, aanhef en onder a en b, van de wet.

[3. Het college kan nadere regels stellen over [onderwerp].]

Artikel 3. Brandduur

1. Lantaarns branden ten hoogste [(acht)] uren.

2. Het eerste lid geldt niet op feestdagen.

Toelichting

Algemeen

Gemeenten regelen het ontsteken van lantaarns op grond van artikel 2, eerste lid, van de Lantaarnwet.

Artikelsgewijs

Artikel 2. Uur van ontsteken

Het uur van ontsteken volgt de zon. De grondslag is artikel 2, eerste lid, onder a, van de wet.
Dit artikel is een uitwerking van artikel 2, eerste lid, onder a, van de Lantaarnwet.

Artikel 3. Brandduur

De brandduur blijft binnen artikel 2, tweede lid, van de wet.
"""

BRIEF = """Brief over lantaarns

Geachte leden,

Wij sturen u het model voor een verordening op grond van artikel 2, eerste lid, onder b, van de Lantaarnwet.
Anders dan artikel 9 van de Fakkelwet kent de Lantaarnwet geen vrijstelling.

Met vriendelijke groet,

De lantaarnmeester
"""


def schrijf(map_: Path) -> Path:
    """Write the documents into a folder and return it."""
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "BWBR9000001_2024-05-01_0.xml").write_text(wet("2024-05-01", brandduur="zes"), encoding="utf-8")
    (map_ / "BWBR9000001_2026-01-01_0.xml").write_text(
        wet("2026-01-01", brandduur="acht", gewijzigd=True), encoding="utf-8"
    )
    (map_ / "model-lantaarnverordening-2025-12.txt").write_text(MODEL, encoding="utf-8")
    (map_ / "brief-lantaarns-2025-12.txt").write_text(BRIEF, encoding="utf-8")
    return map_
