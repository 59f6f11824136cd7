"""Relations in the words of other houses: explanations of ordinances that the rules were not made with.

Each sentence is the explanation of article 2 of an invented ordinance; the classes were met in explanations of other
municipalities, the words are ours.
"""

from __future__ import annotations

import pytest

from bronnen.regeling import Naam, Regeling
from graph.boom import Bomen
from graph.verwijzing import Herkenner
from ontologie.document import DocumentSoort
from ontologie.identificatie import BepalingId, print_kort
from ontologie.relatie import RelatieSoort
from tests.graph.fietsrecht import ARTIKELEN, REGISTER, afleiding, uit_toelichting, verordening, wet

KOP = "Artikel 2. Plaatsen\n\n"
A = "artikel 5, eerste lid, onder a, van de Rijwielwet"
AA = f"A{A[1:]}"
_A = "rijwiel:5:1:a"
DIT, EEN, TWEE = ("stalling:2", _A), ("stalling:2:1", _A), ("stalling:2:2", _A)
PLICHT = f"{AA} draagt de gemeenteraad op bij verordening plaatsen aan te wijzen."
RUIMTE = f"{AA} biedt de raad de mogelijkheid om plaatsen bij verordening aan te wijzen."

GEZEGD = [
    # The law first, the verb at the end.
    (f"{AA} is in dit artikel nader uitgewerkt.", DIT),
    (f"{AA} wordt in het tweede lid uitgewerkt.", TWEE),
    (f"De opdracht van {A} is in dit artikel uitgewerkt.", DIT),
    (f"De in {A} neergelegde opdracht is uitgewerkt in het eerste lid.", EEN),
    (f"De in {A} opgenomen verplichting is in het tweede lid geregeld.", TWEE),
    (f"De plaatsen, bedoeld in {A}, worden in dit artikel aangewezen.", DIT),
    # Said to be obligatory.
    (f"Het tweede lid betreft een verplichte regeling ({A}).", TWEE),
    (f"Het tweede lid is verplicht op grond van {A}.", TWEE),
    (f"Dit artikel is verplicht ({A}).", DIT),
    (f"Dit artikel regelt de plaatsen, zoals {A} voorschrijft.", DIT),
    (f"Dit artikel bepaalt waar de plaatsen zijn, zoals vereist in {A}.", DIT),
    (f"Dit artikel bevat de in {A} bedoelde regels.", DIT),
    (f"Dit artikel bevat de door {A} voorgeschreven regels.", DIT),
    (f"Het eerste lid bevat regels als bedoeld in {A}.", EEN),
    # Aim and basis.
    (f"Dit artikel beoogt uitvoering te geven aan {A}.", DIT),
    (f"Dit artikel strekt ertoe invulling te geven aan {A}.", DIT),
    (f"De raad heeft met dit artikel uitvoering gegeven aan {A}.", DIT),
    (f"In dit artikel worden, ter uitvoering van {A}, de plaatsen aangewezen.", DIT),
    (f"Dit artikel concretiseert de opdracht uit {A}.", DIT),
    (f"Dit artikel is vastgesteld op grond van {A}.", DIT),
    (f"Dit artikel kent als grondslag {A}.", DIT),
    (f"Grondslag: {A}.", DIT),
    (f"Wettelijke basis: {A}.", DIT),
    (f"Nadere uitwerking van {A}.", DIT),
    (f"Zie {A}. Dit is de wettelijke basis voor deze bepaling.", DIT),
    (f"{PLICHT} Het tweede lid is daar de uitwerking van.", TWEE),
    (f"{PLICHT} Het eerste lid vormt daarvan de nadere invulling.", EEN),
    (f"Het bepaalde in {A} is uitgewerkt in het tweede lid.", TWEE),
    (f"Dit artikel geeft nadere regels ter uitvoering van {A}.", DIT),
    (f"Met dit artikel wordt voldaan aan de in {A} opgenomen eis.", DIT),
    (f"Voor dit artikel biedt {A} de grondslag.", DIT),
    (
        f"De raad heeft op grond van {A} de plicht bij verordening plaatsen aan te wijzen. Het tweede lid bevat "
        "deze regels.",
        TWEE,
    ),
    # What is said exactly is not said again for the whole.
    (
        f"Dit artikel geeft uitvoering aan {A}. Daarin is bepaald dat de raad bij verordening regels stelt.",
        DIT,
    ),
    # A power that is used.
    (f"{RUIMTE} De raad heeft in dit artikel van die mogelijkheid gebruikgemaakt.", DIT),
    (f"{RUIMTE} Daarvan is gebruikgemaakt in het eerste lid.", EEN),
    (f"{RUIMTE} Het tweede lid maakt daarvan gebruik.", TWEE),
    (f"{RUIMTE} Hiervoor is in dit artikel gekozen.", DIT),
    (
        f"{AA} laat de raad de ruimte dit bij verordening te regelen. In dit artikel is van die ruimte gebruikgemaakt.",
        DIT,
    ),
    # The law is named before its provision.
    (
        "De Rijwielwet verplicht in artikel 5, eerste lid, onder a, van die wet de raad bij verordening plaatsen aan "
        "te wijzen. Dit artikel geeft daaraan uitvoering.",
        DIT,
    ),
]

NIET_GEZEGD = [
    f"Dit artikel laat {A} onverlet.",
    f"Dit artikel wijkt af van {A}.",
    f"Dit artikel verwijst naar {A}.",
    f"Dit artikel herhaalt {A}.",
    f"Dit artikel is niet verplicht op grond van {A}.",
    f"Dit artikel regelt de plaatsen anders dan {A} voorschrijft.",
    f"Het besluit van het college is gebaseerd op {A}.",
    f"Een aanvraag die berust op {A} wordt afgewezen.",
    f"In afwijking van {A} bepaalt dit artikel waar de plaatsen zijn.",
    f"Voor dit artikel is geen grondslag te vinden in {A}.",
    f"De personen, bedoeld in {A}, worden in dit artikel genoemd.",
    f"Het besluit op grond van dit artikel is een uitvoering van {A}.",
    f"Dit artikel is ten onrechte gezien als een uitwerking van {A}.",
    f"Eerder gaf dit artikel uitvoering aan {A}.",
    f"Het college geeft uitvoering aan {A}. Dit artikel helpt het college daarbij.",
    f"{RUIMTE} De raad heeft daarvan afgezien.",
    f"{RUIMTE} Daarvoor is niet gekozen. Dit artikel regelt de vergoeding.",
    f"{PLICHT} Dat is in een andere verordening gebeurd. Dit artikel regelt de vergoeding.",
    f"De minister moet op grond van {A} bij ministeriële regeling plaatsen aanwijzen. Dit artikel regelt de rest.",
]


@pytest.mark.parametrize(("zin", "verwacht"), GEZEGD)
def test_andere_woorden_zeggen_hetzelfde(zin: str, verwacht: tuple[str, str]) -> None:
    assert uit_toelichting(KOP + zin) == {(*verwacht, "expliciet")}


@pytest.mark.parametrize("zin", NIET_GEZEGD)
def test_wat_er_op_lijkt_is_geen_invulling(zin: str) -> None:
    assert uit_toelichting(KOP + zin) == set()


def test_van_een_opsomming_geldt_wat_bestaat_en_wordt_gemeld_wat_niet_bestaat() -> None:
    artikelen = ARTIKELEN.replace("onder a en b, en tweede lid", "onder a en z")
    uit = afleiding("", artikelen)
    grondslag = {print_kort(r.naar) for r in uit.relaties if r.soort is RelatieSoort.GRONDSLAG}
    assert grondslag == {_A}
    assert [b.bericht for b in uit.bevindingen if "rijwiel:5:1:z bestaat niet zo" in b.bericht]


def test_een_uitspraak_over_meer_bepalingen_verliest_alleen_de_verkeerde() -> None:
    zin = "Dit artikel geeft uitvoering aan artikel 5, eerste lid, onder a, b en z, van de Rijwielwet."
    gevonden = {naar for _, naar, _ in uit_toelichting(KOP + zin)}
    assert gevonden == {_A, "rijwiel:5:1:b"}


@pytest.mark.parametrize(
    ("lid", "verwacht"),
    [
        ("Het eerste lid geldt niet voor houders als bedoeld in artikel 5, tweede lid, onder b, van de wet.", False),
        ("Dit artikel is niet van toepassing op plaatsen als bedoeld in artikel 5, tweede lid, van de wet.", False),
        ("Op plaatsen als bedoeld in artikel 5, tweede lid, van de wet hangt een bord.", True),
    ],
)
def test_wat_een_bepaling_buiten_zich_houdt_past_zij_niet_toe(lid: str, verwacht: bool) -> None:
    artikelen = ARTIKELEN.replace("Het college kan een plaats tijdelijk sluiten.", lid)
    van_lid = [r for r in afleiding("", artikelen).relaties if print_kort(r.van) == "stalling:2:3"]
    assert bool(van_lid) is verwacht


def test_de_wet_zonder_definitie_blijft_in_een_verordening_dezelfde() -> None:
    steigers = Regeling("steiger", "Steigerwet", DocumentSoort.WET, "", (Naam("Steigerwet", "citeertitel"),))
    toelichting = (
        "Artikel 2. Plaatsen\n\nDit berust op artikel 5 van de wet. Artikel 8 van de Steigerwet is anders; die wet "
        "geldt hier niet, en artikel 9 van die wet ook niet.\n\n"
        "Artikel 3. Vergoeding\n\nDit berust op artikel 6 van de wet."
    )
    document = verordening(toelichting, ARTIKELEN.replace("- wet: Rijwielwet.\n", ""))
    herkenner = Herkenner(REGISTER.aangevuld([steigers]), Bomen([wet(), document]))
    gevonden = [
        print_kort(d)
        for v in herkenner.verwijzingen(document).verwijzingen
        if v.span.begin > document.origineel.index("Artikelsgewijze")
        for d in v.doelen
        if isinstance(d, BepalingId) and d.stappen
    ]
    assert gevonden == ["rijwiel:5", "steiger:8", "steiger:9", "rijwiel:6"]
