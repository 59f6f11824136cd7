"""What should change in an own ordinance: reasons, own choices that stay, own numbers, and the choice of the user."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bronnen.register import Register
from graph.herstel import pas_toe
from graph.herstel.maken import Keus, maak_herstel, wijziging_van
from graph.herstel.punten import Gegevens
from graph.herstel.werk import tekstboom
from graph.vergelijk import als_werk, vergelijk
from graph.verwijzing import Herkenner
from ontologie.fouten import InvoerFout
from ontologie.herstel import Herkomst, Herstel, Herstelgrond, Herstelreden
from ontologie.identificatie import BepalingId, StapSoort, artikel_id
from tests.graph.vergelijk.test_vergelijken import lees

MODEL = """Model Stallingsverordening

Artikel 1. Begripsbepalingen

In deze verordening wordt verstaan onder:
- houder: degene die een stalling of een bewaarkelder beheert;
- rijwiel: voertuig met ten minste twee wielen dat door trappen vooruitkomt;
- wrak: rijwiel waarvan de eigenaar zichtbaar afstand heeft gedaan.

Artikel 2. Plaatsen

1. Het college wijst jaarlijks plaatsen voor het stallen van rijwielen aan.
2. Het college maakt de aanwijzing bekend in het gemeenteblad en op borden ter plaatse.
[3. Het college kan een plaats tijdelijk sluiten wegens onderhoud of een evenement.]

Artikel 3. Vergoeding

1. De houder vraagt voor het bewaren van een rijwiel een vergoeding per dag.
2. De bewaartermijn van een achtergelaten rijwiel is [aantal] weken.
3. De houder weigert een rijwiel als:
a. het op een plaats staat als bedoeld in artikel 2, eerste lid;
b. het een wrak is; of
c. de eigenaar onbekend is.

Artikel 4. Verkoop

1. De houder verkoopt een rijwiel na de bewaartermijn, bedoeld in artikel 3, tweede lid.
2. De opbrengst komt na aftrek van de vergoeding, bedoeld in artikel 3, eerste lid, toe aan de eigenaar.

Artikel 5. Toezicht

De houder laat het college op verzoek zijn boeken zien over de verkoop, bedoeld in artikel 4, eerste lid.
"""

EIGEN = """Stallingsverordening Nergenshuizen

De raad van de gemeente Nergenshuizen;
besluit vast te stellen de Stallingsverordening Nergenshuizen.

Artikel 1. Begripsbepalingen

In deze verordening wordt verstaan onder:
- houder: degene die een stalling beheert;
- rijwiel: voertuig met ten minste twee wielen dat door trappen vooruitkomt;
- wrak: rijwiel waarvan de eigenaar zichtbaar afstand heeft gedaan.

Artikel 2. Buurtmoestuin

In de berm bij de stalling mogen bewoners groente verbouwen.

Artikel 3. Plaatsen

1. Het college wijst elke lente plaatsen voor het stallen van rijwielen aan.
2. Het college maakt de aanwijzing bekend in het gemeenteblad en op borden ter plaatse.

Artikel 4. Vergoeding

1. De houder vraagt voor het bewaren van een rijwiel een vergoeding per dag.
2. De bewaartermijn van een achtergelaten rijwiel is zeven weken.
3. De houder weigert een rijwiel als:
a. het op een plaats staat als bedoeld in artikel 2, eerste lid;
b. de eigenaar onbekend is.

Artikel 5. Toezicht

De houder laat het college op verzoek zijn boeken zien.
"""

DEFINITIE = artikel_id("model", "1").onder(StapSoort.ONDERDEEL, "1")


def _gegevens(aanleidingen: dict[BepalingId, Herstelgrond] | None = None, eigen: str = EIGEN) -> Gegevens:
    eigen_doc, model = als_werk(lees("eigen.txt", eigen), "eigen"), als_werk(lees("model.txt", MODEL), "model")
    herkenner = Herkenner(Register(()))
    redenen = {id_: (Herstelreden(grond, "De brief noemt dit."),) for id_, grond in (aanleidingen or {}).items()}
    return Gegevens(
        eigen_doc,
        model,
        vergelijk(eigen_doc, model),
        redenen,
        lambda id_: Herkomst(f"Model, {id_}"),
        herkenner.verwijzingen(model).verwijzingen,
        herkenner.verwijzingen(eigen_doc).verwijzingen,
    )


def _herstel(
    aanleidingen: dict[BepalingId, Herstelgrond] | None = None, keus: Keus | None = None, eigen: str = EIGEN
) -> Herstel:
    return maak_herstel(_gegevens(aanleidingen, eigen), date(2026, 1, 1), keus)


def _opdrachten(herstel: Herstel) -> str:
    return herstel.opdrachten


def test_wat_ontbreekt_komt_erbij_onder_eigen_nummers() -> None:
    gedrukt = _opdrachten(_herstel())
    assert (
        "2. In het derde lid wordt, onder verlettering van onderdeel b tot onderdeel c, een onderdeel ingevoegd, "
        "luidende:\n    b.\thet een wrak is; of\n"
    ) in gedrukt
    # In the model it is article 4 and cites article 3; here what it cites is article 4, and it comes behind that.
    assert "Na artikel 4 wordt een artikel ingevoegd, luidende:\n    Artikel 4a\tVerkoop\n" in gedrukt
    assert "na de bewaartermijn, bedoeld in artikel 4, tweede lid." in gedrukt


def test_keuzes_van_de_gemeente_blijven() -> None:
    herstel = _herstel()
    wordt = [d for k in herstel.wordt.loop() for d in k.inhoud if isinstance(d, str)]
    assert "De bewaartermijn van een achtergelaten rijwiel is zeven weken." in wordt
    assert "In de berm bij de stalling mogen bewoners groente verbouwen." in wordt
    assert not any("tijdelijk sluiten" in d for d in wordt), "een facultatief lid dat is weggelaten, blijft weg"
    assert "Het college wijst elke lente plaatsen voor het stallen van rijwielen aan." in wordt


def test_een_afwijking_verandert_alleen_met_een_aanleiding() -> None:
    zonder = _herstel()
    assert "bewaarkelder" not in _opdrachten(zonder)
    punt = next(p for p in zonder.punten if p.sleutel == "1::1")
    assert [r.grond for r in punt.redenen] == [Herstelgrond.AFWIJKING]
    assert not punt.voorgesteld
    met = _herstel({DEFINITIE: Herstelgrond.MODEL})
    assert (
        "In artikel 1, eerste gedachtestreepje, wordt na «een stalling» ingevoegd «of een bewaarkelder»."
        in _opdrachten(met)
    )


def test_een_plicht_is_geen_reden_om_andere_woorden_te_vervangen() -> None:
    herstel = _herstel({artikel_id("model", "1"): Herstelgrond.PLICHT})
    assert "1::1" not in herstel.gekozen


def test_een_verwijzing_met_het_nummer_van_het_model_krijgt_het_eigen_nummer() -> None:
    """Article 2 of the model became article 3, and article 2 has no leden here."""
    herstel = _herstel()
    punt = next(p for p in herstel.punten if p.sleutel == "4:3:a!verwijzing")
    assert punt.redenen[0].grond is Herstelgrond.VERWIJZING
    assert "In artikel 4, derde lid, onderdeel a, wordt «artikel 2» vervangen door «artikel 3»." in _opdrachten(
        _herstel(keus=Keus(alleen=("4:3:a!verwijzing",)))
    )


def test_de_gebruiker_kiest() -> None:
    alleen = _herstel(keus=Keus(alleen=("1",)))
    assert [r.artikel for r in alleen.regels] == ["Artikel 1"]
    zonder = _herstel(keus=Keus(zonder=("4",)))
    assert not any(r.artikel == "Artikel 4" for r in zonder.regels)
    niets = _herstel(keus=Keus(zonder=_herstel().gekozen))
    assert (niets.regels, niets.opdrachten) == ((), "")
    with pytest.raises(InvoerFout, match="geen wijziging van dit voorstel"):
        _herstel(keus=Keus(alleen=("99",)))


def test_de_instructies_geven_precies_de_nieuwe_tekst() -> None:
    herstel = _herstel({artikel_id("model", "1"): Herstelgrond.MODEL})
    wijziging = wijziging_van(herstel)
    assert wijziging is not None
    assert pas_toe(herstel.was, wijziging) == herstel.wordt
    assert herstel.was == tekstboom(lees("eigen.txt", EIGEN))


def test_wie_aan_het_model_gelijk_is_hoeft_niets() -> None:
    gelijk = MODEL.replace("[aantal]", "vier").replace("[3. ", "3. ").replace("evenement.]", "evenement.")
    herstel = _herstel(eigen=gelijk)
    assert (herstel.gekozen, herstel.regels, wijziging_van(herstel)) == ((), (), None)


def test_een_verwijzing_volgt_een_lid_dat_een_ander_nummer_krijgt() -> None:
    eigen = MODEL.replace("[aantal]", "vier").replace("[3. ", "3. ").replace("evenement.]", "evenement.")
    eigen = eigen.replace(
        "1. De houder verkoopt een rijwiel na de bewaartermijn, bedoeld in artikel 3, tweede lid.\n", ""
    )
    eigen = eigen.replace("2. De opbrengst komt", "1. De opbrengst komt")
    eigen = eigen.replace(
        "de verkoop, bedoeld in artikel 4, eerste lid", "de opbrengst, bedoeld in artikel 4, eerste lid"
    )
    herstel = _herstel(eigen=eigen)
    gedrukt = _opdrachten(herstel)
    assert "onder vernummering van het eerste lid tot tweede lid" in gedrukt
    assert "In artikel 5 wordt «het eerste lid»" not in gedrukt
    assert "bedoeld in artikel 4, tweede lid" in str(herstel.wordt)


def test_een_open_plaats_en_een_facultatief_deel_worden_gevraagd() -> None:
    model_zonder = EIGEN.split("Artikel 4. Vergoeding")[0] + "Artikel 5. Toezicht\n\nDe houder toont zijn boeken.\n"
    herstel = _herstel(eigen=model_zonder)
    assert any("Vul in of kies: «[aantal]»" in p for p in herstel.open_punten)


def test_wat_na_elkaar_ontbreekt_komt_in_de_volgorde_van_het_model() -> None:
    zonder = EIGEN.split("Artikel 5. Toezicht")[0]
    nieuw = [r.artikel for r in _herstel(eigen=zonder).regels if r.was is None]
    assert nieuw == ["Artikel 4a", "Artikel 5"]


def test_overgangsrecht_van_het_model_wordt_niet_voorgesteld() -> None:
    model = MODEL.replace("Artikel 5. Toezicht", "Artikel 5. Overgangsrecht")
    eigen = EIGEN.split("Artikel 5. Toezicht")[0]
    gegevens = _gegevens(eigen=eigen)
    doc = als_werk(lees("model.txt", model), "model")
    gegevens = replace(gegevens, model=doc, vergelijking=vergelijk(gegevens.eigen, doc))
    punt = next(p for p in maak_herstel(gegevens, date(2026, 1, 1)).punten if p.sleutel == "+5")
    assert (punt.voorgesteld, punt.uitvoerbaar) == (False, True)


def test_een_tekst_die_niet_van_dit_model_komt_krijgt_geen_voorstel() -> None:
    vreemd = "Brandverordening\n\nArtikel 1. Rook\n\nDe brandweer blust.\n\nArtikel 2. Water\n\nDe put is vol.\n"
    herstel = _herstel(eigen=vreemd)
    assert (herstel.gekozen, herstel.opdrachten) == ((), "")
    assert herstel.open_punten[0].startswith("De eigen tekst heeft weinig gemeen met dit model.")


def test_een_plaats_die_niet_is_ingevuld_heeft_een_eigen_grond() -> None:
    eigen = EIGEN.replace("is zeven weken", "is [aantal] weken")
    (punt,) = [p for p in _herstel(eigen=eigen).punten if p.sleutel == "4:2?open"]
    assert (punt.waar, [r.grond for r in punt.redenen]) == ("Artikel 4, tweede lid", [Herstelgrond.INVULLING])
    assert not punt.uitvoerbaar
