"""The wording of each kind of change, from a text before and after: the shortest clear instruction."""

from __future__ import annotations

import pytest

from graph.herstel import NietUitTeDrukken, als_tekst, druk, instrueer, lees, pas_toe
from ontologie.wijzigingsbesluit import Bepalingstekst
from tests.graph.herstel.verordeningen import Inhoud, artikel, hoofdstuk, lid, onderdeel, regeling

_STALLEN = "Een bewoner stalt zijn fiets in de stalling bij de brug, tenzij het college een ontheffing geeft."
_WACHT = "Het college beslist binnen vier weken na de dag van ontvangst."
_MET_AANVRAAG = _WACHT.replace(" na ", " op de aanvraag na ")
_PREMIE = "De premie bedraagt ten hoogste vijftig euro per bewoner per jaar."


def _drie_leden(*extra: Inhoud) -> Bepalingstekst:
    return artikel("5", "Stallen", lid("1", _STALLEN), lid("2", _WACHT), lid("3", _PREMIE), *extra)


def _lijst(*delen: tuple[str, str]) -> Bepalingstekst:
    return artikel("5", "Weigeren", "Het college weigert als:", *(onderdeel(a, b) for a, b in delen))


_A = ("a.", "de aanvraag te laat is ingediend;")
_B = ("b.", "de fiets niet deugt; of")
_C = ("c.", "de stalling vol is.")

GEVALLEN: list[tuple[str, Bepalingstekst, Bepalingstekst, list[str]]] = [
    (
        "woorden vervangen",
        _drie_leden(),
        artikel("5", "Stallen", lid("1", _STALLEN), lid("2", _WACHT.replace("vier", "zes")), lid("3", _PREMIE)),
        ["In artikel 5, tweede lid, wordt «binnen vier» vervangen door «binnen zes»."],
    ),
    (
        "woorden invoegen",
        _drie_leden(),
        artikel(
            "5",
            "Stallen",
            lid("1", _STALLEN),
            lid("2", _WACHT.replace(" na ", " op de aanvraag na ")),
            lid("3", _PREMIE),
        ),
        ["In artikel 5, tweede lid, wordt na «vier weken» ingevoegd «op de aanvraag»."],
    ),
    (
        "woorden vervallen",
        _drie_leden(),
        artikel("5", "Stallen", lid("1", _STALLEN), lid("2", _WACHT), lid("3", _PREMIE.replace("ten hoogste ", ""))),
        ["In artikel 5, derde lid, vervalt «ten hoogste»."],
    ),
    (
        "een lid vervalt en wat volgt schuift op",
        _drie_leden(),
        artikel("5", "Stallen", lid("1", _STALLEN), lid("2", _PREMIE)),
        ["Artikel 5, tweede lid, vervalt, onder vernummering van het derde lid tot tweede lid."],
    ),
    (
        "een lid in het midden",
        _drie_leden(),
        artikel("5", "Stallen", lid("1", _STALLEN), lid("2", "De raad telt."), lid("3", _WACHT), lid("4", _PREMIE)),
        [
            "In artikel 5 wordt, onder vernummering van het tweede en derde lid tot derde en vierde lid, "
            "een lid ingevoegd, luidende:",
            "    2.\tDe raad telt.",
        ],
    ),
    (
        "een lid achteraan",
        _drie_leden(),
        _drie_leden(lid("4", "De raad telt.")),
        ["Aan artikel 5 wordt een lid toegevoegd, luidende:", "    4.\tDe raad telt."],
    ),
    (
        "een artikel zonder leden krijgt er een",
        artikel("5", "Stallen", _STALLEN),
        artikel("5", "Stallen", lid("1", _STALLEN), lid("2", _WACHT)),
        [
            "Artikel 5 wordt als volgt gewijzigd:",
            "1. Voor de tekst wordt de aanduiding «1.» geplaatst.",
            "2. Er wordt een lid toegevoegd, luidende:",
            f"    2.\t{_WACHT}",
        ],
    ),
    (
        "een onderdeel achteraan, met andere tekens ervoor",
        _lijst(_A, _B, _C),
        _lijst(_A, ("b.", "de fiets niet deugt;"), ("c.", "de stalling vol is; of"), ("d.", "de brug dicht is.")),
        [
            "Aan artikel 5 wordt, onder vervanging van «; of» aan het slot van onderdeel b door een puntkomma en onder "
            "vervanging van de punt aan het slot van onderdeel c door «; of», een onderdeel toegevoegd, luidende:",
            "    d.\tde brug dicht is.",
        ],
    ),
    (
        "een onderdeel in het midden",
        _lijst(_A, _B, _C),
        _lijst(_A, ("b.", "de brug dicht is;"), ("c.", _B[1]), ("d.", _C[1])),
        [
            "In artikel 5 wordt, onder verlettering van de onderdelen b en c tot c en d, een onderdeel ingevoegd, "
            "luidende:",
            "    b.\tde brug dicht is;",
        ],
    ),
    (
        "een begrip zonder letter",
        artikel("1", "Begrippen", "Onder:", onderdeel("-", "brug: de brug;"), onderdeel("-", "wet: de wet.")),
        artikel(
            "1",
            "Begrippen",
            "Onder:",
            onderdeel("-", "brug: de brug;"),
            onderdeel("-", "fiets: een rijwiel;"),
            onderdeel("-", "wet: de wet."),
        ),
        [
            "In artikel 1 wordt na het eerste gedachtestreepje een gedachtestreepje ingevoegd, luidende:",
            "    -\tfiets: een rijwiel;",
        ],
    ),
    (
        "het opschrift",
        _drie_leden(),
        Bepalingstekst(_drie_leden().soort, "5", "Artikel 5", "Wachten", _drie_leden().inhoud),
        ["Het opschrift van artikel 5 komt te luiden:", "    Wachten"],
    ),
    (
        "een herschreven lid",
        _drie_leden(),
        artikel("5", "Stallen", lid("1", _STALLEN), lid("2", "Wie te laat is, wacht op de raad."), lid("3", _PREMIE)),
        ["Artikel 5, tweede lid, komt te luiden:", "    2.\tWie te laat is, wacht op de raad."],
    ),
]


@pytest.mark.parametrize(("was", "wordt", "regels"), [g[1:] for g in GEVALLEN], ids=[g[0] for g in GEVALLEN])
def test_een_wijziging_in_een_artikel(was: Bepalingstekst, wordt: Bepalingstekst, regels: list[str]) -> None:
    oud, nieuw = regeling(artikel("4", "Vooraf", "Niets."), was), regeling(artikel("4", "Vooraf", "Niets."), wordt)
    wijziging = instrueer(oud, nieuw, "Fietsverordening")
    gedrukt = als_tekst(druk(wijziging)).split("\n")
    assert gedrukt[:3] == ["Artikel I", "De Fietsverordening wordt als volgt gewijzigd:", "A"]
    assert gedrukt[3:-1] == regels
    assert pas_toe(oud, lees("\n".join(gedrukt))) == nieuw


def test_artikelen_komen_en_gaan_in_de_volgorde_van_de_verordening() -> None:
    een, twee, drie = artikel("1", "Een", "Eén."), artikel("2", "Twee", "Twee."), artikel("3", "Drie", "Drie.")
    was = regeling(hoofdstuk("1", "Vooraf", een, twee), hoofdstuk("2", "Daarna", drie))
    wordt = regeling(
        hoofdstuk("1", "Vooraf", een, artikel("1a", "Nieuw", "Nieuw.")),
        hoofdstuk("1A", "Tussen", artikel("2a", "Ook nieuw", "Ook.")),
        hoofdstuk("2", "Later", drie),
    )
    assert als_tekst(druk(instrueer(was, wordt, "Fietsbesluit"))).split("\n")[1:-1] == [
        "Het Fietsbesluit wordt als volgt gewijzigd:",
        "A",
        "Artikel 2 vervalt.",
        "B",
        "Na artikel 1 wordt een artikel ingevoegd, luidende:",
        "    Artikel 1a\tNieuw",
        "      Nieuw.",
        "C",
        "Na hoofdstuk 1 wordt een hoofdstuk ingevoegd, luidende:",
        "    Hoofdstuk 1A\tTussen",
        "      Artikel 2a\tOok nieuw",
        "        Ook.",
        "D",
        "Het opschrift van hoofdstuk 2 komt te luiden:",
        "    Later",
    ]


def test_woorden_die_vaker_staan_krijgen_woorden_eromheen() -> None:
    was = regeling(artikel("1", "Een", "De brug is open en de brug is van de stad, zolang de brug staat."))
    wordt = regeling(artikel("1", "Een", "De brug is open en de steiger is van de stad, zolang de brug staat."))
    (onderdeel_,) = instrueer(was, wordt, "Brugverordening").onderdelen
    gedrukt = als_tekst(druk(instrueer(was, wordt, "Brugverordening")))
    assert "In artikel 1 wordt «de brug is» vervangen door «de steiger is»." in gedrukt
    assert onderdeel_.letter == "A"


def test_een_artikelnummer_dat_twee_keer_voorkomt_wordt_geweigerd() -> None:
    was = regeling(artikel("1", "Een", "Eén."), artikel("1", "Nog een", "Twee."))
    wordt = regeling(artikel("1", "Een", "Eén."), artikel("1", "Nog een", "Drie."))
    with pytest.raises(NietUitTeDrukken, match="komt vaker voor"):
        instrueer(was, wordt, "Brugverordening")


@pytest.mark.parametrize(
    "zin",
    [
        "In artikel 5 verandert iets.",
        "Artikel 5, elfendertigste lid, vervalt.",
        "In artikel 5 wordt «stalling» vervangen.",
    ],
)
def test_wat_geen_vaste_formule_is_wordt_niet_geraden(zin: str) -> None:
    with pytest.raises(NietUitTeDrukken):
        lees(f"Artikel I\nDe Fietsverordening wordt als volgt gewijzigd:\nA\n{zin}\n")


@pytest.mark.parametrize(
    "zin",
    [
        "In artikel 5, vierde lid, wordt «brug» vervangen door «steiger».",
        "In artikel 5, eerste lid, wordt «de» vervangen door «een».",
        "Artikel 6 vervalt.",
        "In artikel 5 vervalt «tram».",
    ],
)
def test_een_instructie_die_niet_past_wordt_niet_uitgevoerd(zin: str) -> None:
    wijziging = lees(f"Artikel I\nDe Fietsverordening wordt als volgt gewijzigd:\nA\n{zin}\n")
    with pytest.raises(NietUitTeDrukken):
        pas_toe(regeling(_drie_leden()), wijziging)
