"""Relations: which wordings of an explanation make one, and which do not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bronnen.cvdr import CvdrLezer
from bronnen.lezen import Bestand
from graph.boom import Bomen
from graph.relaties import Bibliotheek, leid_af
from graph.tripels import regelingen_van
from graph.verwijzing import Herkenner
from ontologie.identificatie import parse_kort
from ontologie.relatie import RelatieSoort, Sterkte
from tests.graph.fietsrecht import ARTIKELEN, REGISTER, afleiding, paar, uit_toelichting, verordening, wet

KOP = "Artikel 2. Plaatsen\n\n"
A = "artikel 5, eerste lid, onder a, van de Rijwielwet"
B = "artikel 5, tweede lid, onder a, van de Rijwielwet"
AA = f"A{A[1:]}"
_A, _B, _6 = "rijwiel:5:1:a", "rijwiel:5:2:a", "rijwiel:6:1"
ART = "stalling:2"

#: What the explanation of article 2 says, and what it makes of that: subject and object.
GEZEGD = [
    (f"Dit artikel is een uitwerking van {A}.", {(ART, _A)}),
    (f"Dit artikel vormt een nadere invulling van {A}.", {(ART, _A)}),
    (f"Deze bepaling bevat mede een uitwerking van {A} en {B}.", {(ART, _A), (ART, _B)}),
    (f"Dit artikel betreft de implementatie van {A}.", {(ART, _A)}),
    (f"Deze regels zijn een uitwerking van {A}.", {(ART, _A)}),
    (f"Met dit artikel wordt uitvoering gegeven aan {A}.", {(ART, _A)}),
    (f"Met deze bepaling is invulling gegeven aan de opdracht in {A}.", {(ART, _A)}),
    (f"Hiermee wordt invulling gegeven aan {A}.", {(ART, _A)}),
    (f"Het eerste lid geeft uitvoering aan {A}.", {(f"{ART}:1", _A)}),
    (f"Het eerste en derde lid geven nadere invulling aan {A}.", {(f"{ART}:1", _A), (f"{ART}:3", _A)}),
    (f"Artikel 2, tweede lid, strekt ter uitvoering van {A}.", {(f"{ART}:2", _A)}),
    (f"Dit artikel is gebaseerd op {A}.", {(ART, _A)}),
    (f"Dit artikel berust op {A}.", {(ART, _A)}),
    (f"Dit artikel vindt zijn grondslag in {A}.", {(ART, _A)}),
    (f"De grondslag voor dit artikel is te vinden in {A}.", {(ART, _A)}),
    (f"De wettelijke grondslag van deze bepaling is {A}.", {(ART, _A)}),
    (f"{AA} vormt de grondslag voor dit artikel.", {(ART, _A)}),
    (f"{AA} biedt de wettelijke basis voor het tweede lid.", {(f"{ART}:2", _A)}),
    (f"De bepaling vloeit rechtstreeks voort uit {A}.", {(ART, _A)}),
    (f"Dit artikel volgt uit {A}.", {(ART, _A)}),
    (f"Dit artikel komt voort uit de verplichting van {A}.", {(ART, _A)}),
    (f"Dit artikel ontleent zijn grondslag aan {A}.", {(ART, _A)}),
    (f"Dit artikel regelt de aanwijzing van plaatsen ({A}).", {(ART, _A)}),
    (f"In dit artikel is uitwerking gegeven aan {A} (Kamerstukken II 2019/20, 35 394, nr. 3, p. 9).", {(ART, _A)}),
    (f"De regels over de plaatsen, bedoeld in {A}, zijn opgenomen in dit artikel.", {(ART, _A)}),
    (f"De uitwerking van {A} is neergelegd in het tweede lid.", {(f"{ART}:2", _A)}),
    (f"{AA} is uitgewerkt in dit artikel.", {(ART, _A)}),
    (f"Dit artikel implementeert {A}.", {(ART, _A)}),
    (f"Dit artikel voorziet in de verplichting van {A}.", {(ART, _A)}),
    (f"Dit artikel voldoet aan de opdracht van {A}.", {(ART, _A)}),
    (f"Met het tweede lid wordt voldaan aan {A}.", {(f"{ART}:2", _A)}),
    (f"Dit artikel is opgenomen ter uitvoering van {A}.", {(ART, _A)}),
    (f"Ter uitvoering van {A} bepaalt dit artikel welke plaatsen er zijn.", {(ART, _A)}),
    (f"In dit artikel wordt invulling gegeven aan de in {A} opgenomen verordeningsplicht.", {(ART, _A)}),
    (
        "Dit artikel geeft uitvoering aan de artikelen 5, eerste lid, onder a, en 6, eerste lid, van de Rijwielwet.",
        {(ART, _A), (ART, _6)},
    ),
    (f"Artikel 3, eerste lid, is een uitwerking van {B}. Dit artikel regelt iets anders.", {("stalling:3:1", _B)}),
    (f"Het tweede lid regelt de bekendmaking. Dit is een verplichting op grond van {A}.", {(f"{ART}:2", _A)}),
    (f"Dit betreft een verplichte bepaling ingevolge {A}.", {(ART, _A)}),
    (f"Dit artikel geeft invulling aan het bepaalde in {A}.", {(ART, _A)}),
]

#: A duty or power, and what the next sentences do with it.
OPDRACHT = [
    (
        f"Ingevolge {A} dient de gemeenteraad bij verordening regels te stellen. Dit artikel strekt daartoe.",
        {(ART, _A)},
    ),
    (
        f"{AA} verplicht de raad om bij verordening plaatsen aan te wijzen. Het eerste lid voorziet hierin.",
        {(f"{ART}:1", _A)},
    ),
    (f"{AA} draagt de raad op bij verordening regels te stellen. Artikel 2 bevat deze regels.", {(ART, _A)}),
    (f"In {A} is bepaald dat deze regels betrekking moeten hebben op plaatsen. Dit artikel regelt dat.", {(ART, _A)}),
    (f"Krachtens {A} stelt de raad bij verordening regels over plaatsen.", {(ART, _A)}),
    (f"De gemeenteraad is op grond van {A} verplicht om in een verordening plaatsen aan te wijzen.", {(ART, _A)}),
    (f"De raad moet bij verordening regels stellen over de plaatsen ({A}).", {(ART, _A)}),
    (
        f"In {A} staat dat de gemeenteraad in een verordening moet regelen wat mag. Dat gebeurt in dit artikel.",
        {(ART, _A)},
    ),
    (f"Gelet op {A} moet de verordening plaatsen noemen. Daarom bepaalt het eerste lid dat.", {(f"{ART}:1", _A)}),
    (
        f"Het derde lid regelt de sluiting. Op grond van {A} dienen daarover regels te worden gesteld.",
        {(f"{ART}:3", _A)},
    ),
    (
        f"{AA} bepaalt dat de raad bij verordening plaatsen aanwijst. Dat is nieuw (Kamerstukken II 2019/20, 35 394, "
        "nr. 3). Het tweede lid geeft daaraan uitvoering.",
        {(f"{ART}:2", _A)},
    ),
    (
        f"Op grond van {A} moet de verordening plaatsen noemen. Het eerste lid voorziet hierin. Op grond van {B} moet "
        "de verordening de bekendmaking regelen. Het tweede lid voorziet daarin.",
        {(f"{ART}:1", _A), (f"{ART}:2", _B)},
    ),
    (
        f"Op grond van {A} kan de raad bij verordening plaatsen aanwijzen. Van deze bevoegdheid is in dit artikel "
        "gebruik gemaakt.",
        {(ART, _A)},
    ),
    (
        f"{AA} biedt de mogelijkheid om bij verordening plaatsen aan te wijzen. Van deze mogelijkheid wordt in het "
        "derde lid gebruikgemaakt.",
        {(f"{ART}:3", _A)},
    ),
    (
        f"De gemeenteraad heeft op grond van {A} de verplichting om bij verordening plaatsen aan te wijzen. Aan deze "
        "verplichting is in het eerste lid voldaan.",
        {(f"{ART}:1", _A)},
    ),
    (
        f"{AA} bepaalt dat in de verordening moet worden geregeld “waar een stalling als bedoeld in artikel 4, eerste "
        "lid, van de Rijwielwet mag staan”. Dit artikel voorziet hierin.",
        {(ART, _A)},
    ),
    (
        f"{AA} verplicht de raad om bij verordening plaatsen aan te wijzen. Hierin voorziet het derde lid.",
        {(f"{ART}:3", _A)},
    ),
]

#: Sentences that name the law without working it out.
NIETS = [
    f"Dit artikel is geen uitwerking van {A}.",
    f"Dit artikel staat los van {A}.",
    f"Het college verleent ontheffing op grond van {A}.",
    f"De houder is verplicht de vergoeding te betalen op grond van {A}.",
    f"Zie ook {A}.",
    f"Dit volgt ook uit {A}.",
    f"Voorheen was dit geregeld in {A}.",
    f"Dit artikel gaat verder dan {A}.",
    f"Onverminderd {A} kan het college plaatsen sluiten.",
    f"In afwijking van {A} geldt dit niet.",
    f"Het college is op grond van {A} verplicht toezicht te houden.",
    f"Bij ministeriële regeling kunnen op grond van {A} regels worden gesteld.",
    f"Dit artikel is in overeenstemming met {A}.",
    f"Dit artikel sluit aan bij {A}.",
    f"De gemeenteraad kan op grond van {A} bij verordening regels stellen. Daarvan is geen gebruik gemaakt.",
    f"{AA} verplicht de raad om bij verordening regels te stellen. Dat gebeurt in een afzonderlijke verordening.",
    f"Een besluit op grond van {A} is een beschikking. Dit artikel regelt de termijn.",
    f"Anders dan {A} regelt dit artikel de termijn.",
    f"Het college stelt op grond van {A} beleidsregels vast.",
    f"Als de raad ervoor kiest, moet de verordening op grond van {A} ook het aantal noemen.",
    f"In dit artikel gaat het niet om plaatsen als bedoeld in {A}.",
    f"Vergelijk {A}, waarin hetzelfde is bepaald.",
    f"Een persoon als bedoeld in {A} kan een aanvraag doen. Dit artikel regelt hoe.",
    f"De minister heeft op grond van {A} regels gesteld. Dit artikel bevat daarop een aanvulling.",
    f"Naast de plaatsen op basis van deze verordening wordt op grond van {A} door anderen iets ontwikkeld.",
    "Dit artikel is een uitwerking van de Rijwielwet.",
    "Dit artikel is een uitwerking van artikel 5, eerste lid, onder z, van de Rijwielwet.",
]


@pytest.mark.parametrize(("tekst", "verwacht"), [*GEZEGD, *OPDRACHT])
def test_de_toelichting_zegt_wat_invult(tekst: str, verwacht: set[tuple[str, str]]) -> None:
    assert uit_toelichting(f"{KOP}{tekst}") == {(van, naar, "expliciet") for van, naar in verwacht}


@pytest.mark.parametrize("tekst", NIETS)
def test_de_toelichting_noemt_de_wet_zonder_dat_iets_invult(tekst: str) -> None:
    assert uit_toelichting(f"{KOP}{tekst}") == set()


def test_er_gaat_geen_geval_verloren() -> None:
    assert (len(GEZEGD), len(OPDRACHT), len(NIETS)) == (39, 17, 27)


@pytest.mark.parametrize(
    ("toelichting", "verwacht"),
    [
        (f"Artikel 2, tweede lid\n\nDit artikel geeft uitvoering aan {A}.", {(f"{ART}:2", _A)}),
        (
            f"{KOP}Eerste lid\n\nDit lid is een uitwerking van {A}.\n\n"
            f"Tweede lid\n\nHiermee wordt uitvoering gegeven aan {B}.",
            {(f"{ART}:1", _A), (f"{ART}:2", _B)},
        ),
        (
            "Artikel 3. Vergoeding\n\nBewaartermijn\n\n"
            f"Ingevolge {B} moet in de verordening een regeling worden opgenomen.",
            {("stalling:3:2", _B)},
        ),
    ],
)
def test_een_kop_bepaalt_over_welk_lid_het_gaat(toelichting: str, verwacht: set[tuple[str, str]]) -> None:
    assert {r[:2] for r in uit_toelichting(toelichting)} == verwacht


def test_een_lijst_van_opdrachten_vindt_het_artikel_aan_zijn_opschrift() -> None:
    lijst = (
        "Over de volgende onderwerpen moet de raad bij verordening regels stellen:\n"
        "- plaatsen voor een stalling (artikel 5, eerste lid, onderdeel a, van de Rijwielwet);\n"
        "- de vergoeding voor het bewaren (artikel 5, eerste lid, onderdeel b, van de Rijwielwet);\n"
        "- het verwijderen van wrakken (artikel 5, eerste lid, onderdeel c, van de Rijwielwet)."
    )
    verwacht = {(ART, _A, "expliciet"), ("stalling:3", "rijwiel:5:1:b", "expliciet")}
    assert uit_toelichting(f"Artikel 6. Slot\n\n{lijst}") == verwacht


def test_een_bewijs_wijst_de_zinnen_aan() -> None:
    zin = f"Dit artikel is een uitwerking van {A}."
    document = verordening(f"{KOP}Vooraf iets anders. {zin} En achteraf nog iets.")
    relatie = next(
        r for r in afleiding(f"{KOP}Vooraf iets anders. {zin} En achteraf nog iets.").relaties if str(r.van) == ART
    )
    (bewijs,) = relatie.bewijs
    assert document.origineel[bewijs.span.begin : bewijs.span.eind] == zin
    assert str(bewijs.plaats) == "stalling:toelichting:2"
    assert relatie.reden


def test_dezelfde_relatie_houdt_alle_bewijs_en_de_sterkste_sterkte() -> None:
    toelichting = (
        "Artikel 5. Extra plaatsen\n\nDit artikel is een uitwerking van artikel 6, eerste lid, van de Rijwielwet."
    )
    (relatie,) = (r for r in afleiding(toelichting).relaties if str(r.van) == "stalling:5")
    assert relatie.sterkte is Sterkte.EXPLICIET
    assert [b.regel for b in relatie.bewijs] == ["is-uitwerking-van", "toepassing"]
    assert relatie.facultatief


def test_de_aanhef_noemt_de_grondslag() -> None:
    grondslag = {paar(r) for r in afleiding().relaties if r.soort is RelatieSoort.GRONDSLAG}
    assert grondslag == {("stalling", n, "expliciet") for n in (_A, "rijwiel:5:1:b", "rijwiel:5:2")}


def test_definities_en_opschriften_geven_afgeleide_relaties() -> None:
    invulling = {paar(r) for r in afleiding().relaties if r.soort is RelatieSoort.INVULLING}
    assert invulling == {
        ("stalling:1::1", "rijwiel:5:2:b", "afgeleid"),  # "houder: beheerder als bedoeld in"
        ("stalling:4", "rijwiel:5:2:b", "afgeleid"),  # "Eisen aan de houder"
        ("stalling:5", _6, "afgeleid"),  # "met toepassing van"
    }


@pytest.mark.parametrize(
    ("zin", "telt"),
    [
        ("Het college kan, met toepassing van artikel 6, eerste lid, van de wet, plaatsen openen.", True),
        ("De extra plaats, bedoeld in artikel 6, eerste lid, van de wet, is klein.", True),
        ("Het college opent overeenkomstig artikel 6, eerste lid, van de wet plaatsen.", True),
        (
            "In aanvulling op het aantal, bedoeld in artikel 6, eerste lid, van de wet, opent het college er meer.",
            False,
        ),
        ("Het college opent plaatsen, onverminderd artikel 6, eerste lid, van de wet.", False),
        ("Het college opent andere plaatsen, anders dan die, bedoeld in artikel 6, eerste lid, van de wet.", False),
        ("Het college kan een plaats weigeren die, bedoeld in artikel 6, eerste lid, van de wet, vol is.", False),
        ("De houder komt zijn verplichtingen, bedoeld in artikel 6, eerste lid, van de wet, na.", False),
    ],
)
def test_een_bepaling_die_de_wet_toepast(zin: str, telt: bool) -> None:
    artikelen = ARTIKELEN.replace("3. Het college kan een plaats tijdelijk sluiten.", f"3. {zin}")
    gevonden = {paar(r)[:2] for r in afleiding(artikelen=artikelen).relaties}
    assert ((f"{ART}:3", _6) in gevonden) is telt


def test_wat_verder_gaat_dan_de_wet_wordt_uitgesloten() -> None:
    toelichting = (
        f"{KOP}In {A} wordt uitsluitend gesproken van vaste plaatsen. Dit artikel regelt de mogelijkheid om ook andere "
        "plaatsen aan te wijzen."
    )
    assert uit_toelichting(toelichting) == set()
    assert uit_toelichting(toelichting, RelatieSoort.UITGESLOTEN) == {(ART, _A, "expliciet")}


def test_een_lid_dat_de_wettelijke_plicht_uitbreidt() -> None:
    meer = "Het derde lid vormt een uitbreiding op de wettelijke plicht."
    toelichting = f"{KOP}Het eerste lid is een uitwerking van {A}.\n\n{meer}"
    assert uit_toelichting(toelichting, RelatieSoort.UITGESLOTEN) == {(f"{ART}:3", _A, "expliciet")}


def test_een_fout_van_de_bron_wordt_gemeld_en_niet_geladen() -> None:
    toelichting = (
        f"{KOP}Dit artikel is een uitwerking van {A}.\n\n"
        "Artikel 3. Vergoeding\n\nDe regels van artikel 5, eerste lid, onder a tot en met b, van de Rijwielwet zijn "
        "opgenomen in hoofdstuk 1."
    )
    uit = afleiding(toelichting)
    (bevinding,) = uit.bevindingen
    assert "rijwiel:5:1:a is uitgewerkt in stalling:hfst:1" in bevinding.bericht
    assert parse_kort(ART) in bevinding.betreft
    assert ("stalling:hfst:1", _A) not in {paar(r)[:2] for r in uit.relaties}


def test_een_doel_dat_niet_bestaat_wordt_gemeld() -> None:
    uit = afleiding(f"{KOP}Dit artikel is een uitwerking van artikel 5, eerste lid, onder z, van de Rijwielwet.")
    (bevinding,) = uit.bevindingen
    assert "bestaat niet" in bevinding.bericht


def test_zonder_lopende_tekst_valt_er_niets_af_te_leiden() -> None:
    document = replace(verordening(f"{KOP}Dit artikel is een uitwerking van {A}."), met_tekst=False)
    assert leid_af(document, (), Bibliotheek.van([document], REGISTER)).relaties == ()


CVDR = """<?xml version="1.0" encoding="UTF-8"?>
<cvdr><meta><owmskern><identifier>CVDR999999_1</identifier><title>Stallingsverordening Elders</title></owmskern></meta>
<body><intitule>Stallingsverordening Elders</intitule><regeling><aanhef><preambule>
<al>De raad van Elders; gelet op artikel 5 van de Rijwielwet; besluit:</al></preambule></aanhef><regeling-tekst>
<artikel><kop><label>Artikel</label><nr>1</nr><titel>Plaatsen</titel></kop>
<lid><lidnr>1.</lidnr><al>Het college wijst aan.</al></lid><lid><lidnr>2.</lidnr><al>En dan.</al></lid></artikel>
<artikel><kop><label>Artikel</label><nr>2</nr><titel>Vergoeding</titel></kop><al>De vergoeding.</al></artikel>
</regeling-tekst><nota-toelichting><kop><titel>Toelichting</titel></kop><al>Algemeen</al>
<al>De raad moet op grond van artikel 5, eerste lid, onder c, van de Rijwielwet bij verordening regels stellen.</al>
<al><vet>Artikel 1 Plaatsen</vet></al>
<al>Dit artikel is een uitwerking van artikel 5, eerste lid, onder a, van de Rijwielwet.</al>
<al>Tweede lid</al>
<al>Hiermee wordt uitvoering gegeven aan artikel 5, tweede lid, onder a, van de Rijwielwet.</al>
<al><vet>Artikel 2. Vergoeding</vet></al>
<al>Ingevolge artikel 5, eerste lid, onder b, van de Rijwielwet moet de raad in een verordening regels stellen.</al>
</nota-toelichting></regeling></body></cvdr>"""


def test_koppen_als_losse_alineas_bepalen_waarover_het_gaat(tmp_path: Path) -> None:
    pad = tmp_path / "elders.xml"
    pad.write_text(CVDR, encoding="utf-8")
    document = CvdrLezer().lees(Bestand(pad), REGISTER)
    register = REGISTER.aangevuld(regelingen_van([document]))
    gevonden = Herkenner(register, Bomen([wet(), document])).verwijzingen(document).verwijzingen
    uit = leid_af(document, gevonden, Bibliotheek.van([wet(), document], register))
    assert {paar(r) for r in uit.relaties} == {
        ("CVDR999999", "rijwiel:5", "expliciet"),  # gelet op
        ("CVDR999999:1", "rijwiel:5:1:a", "expliciet"),
        ("CVDR999999:1:2", "rijwiel:5:2:a", "expliciet"),
        ("CVDR999999:2", "rijwiel:5:1:b", "expliciet"),
    }
