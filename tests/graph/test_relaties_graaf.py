"""Relations in the graph: what is stored, what questions make of it, and the same again from the shipped facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Triple, serialize
from pyshacl import validate
from rdflib import Graph

from bronnen.kern import lees_kern, schrijf_kern
from graph.antwoorden import Antwoorden
from graph.antwoorden.relatiegegevens import Via
from graph.oxigraph import Oxigraph
from graph.relaties import Bibliotheek, leid_af
from graph.tripels import maak_quads
from ontologie.document import Document, DocumentSoort
from ontologie.fouten import NietGevonden
from ontologie.identificatie import BepalingId, parse_kort
from ontologie.relatie import Afleiding, Oordeel, Regelvorm
from ontologie.termen import ELI, RG, lees_bestand
from ontologie.verwijzing import Verwijzing
from tests.graph.fietsrecht import REGISTER, verordening, verwijzingen, wet

A = "artikel 5, eerste lid, onder a, van de Rijwielwet"
B = "artikel 5, tweede lid, van de Rijwielwet"
TOELICHTING = f"""Artikel 2. Plaatsen

Dit artikel is een uitwerking van {A}. In artikel 5, tweede lid, onder a, van de Rijwielwet wordt uitsluitend gesproken
van bekendmaking. Het derde lid regelt ook iets anders.

Artikel 4. Eisen aan de houder

De uitwerking van {B}, is neergelegd in hoofdstuk 2. Het eerste lid geeft uitvoering aan artikel 5, tweede lid,
onder b, onder 1°, van de Rijwielwet.
"""

_Gelezen = tuple[Document, tuple[Verwijzing, ...], Afleiding]


@pytest.fixture(scope="module")
def gelezen() -> tuple[_Gelezen, ...]:
    lager = replace(verordening(TOELICHTING), versie="2026-02-01")
    bibliotheek = Bibliotheek.van([wet(), lager], REGISTER)
    return tuple((d, v := verwijzingen(d), leid_af(d, v, bibliotheek)) for d in (wet(), lager))


@pytest.fixture(scope="module")
def quads(gelezen: tuple[_Gelezen, ...]) -> list[Quad]:
    return [q for d, v, a in gelezen for q in maak_quads(d, v, REGISTER, afleiding=a)]


@pytest.fixture(scope="module")
def antwoorden(quads: list[Quad]) -> Antwoorden:
    opslag = Oxigraph()
    opslag.laad(quads)
    return Antwoorden(opslag, REGISTER)


def test_de_graaf_voldoet_aan_de_vormen(quads: list[Quad]) -> None:
    tripels = serialize({Triple(q.subject, q.predicate, q.object) for q in quads}, format=RdfFormat.N_TRIPLES)
    assert tripels is not None
    vormen = Graph().parse(data=lees_bestand("vormen.ttl"), format="turtle")
    akkoord, _, rapport = validate(Graph().parse(data=tripels, format="nt"), shacl_graph=vormen, inference="none")
    assert akkoord, rapport


def test_een_verordening_implementeert_en_een_model_niet(gelezen: tuple[_Gelezen, ...]) -> None:
    document, gevonden, afleiding = gelezen[1]
    for soort, wel, niet in (
        (DocumentSoort.VERORDENING, RG.implementeert, RG.modelInvullingVan),
        (DocumentSoort.MODEL, RG.modelInvullingVan, RG.implementeert),
    ):
        van_soort = maak_quads(replace(document, soort=soort), gevonden, REGISTER, afleiding=afleiding)
        eigenschappen = {q.predicate.value for q in van_soort}
        assert {str(wel), str(RG.invullingVan), str(ELI.based_on), str(RG.geenInvullingVan)} <= eigenschappen
        assert str(niet) not in eigenschappen


def test_gevraagd_naar_een_bepaling_komt_ook_wat_eronder_en_erboven_wordt_ingevuld(antwoorden: Antwoorden) -> None:
    items = antwoorden.implementeert(parse_kort("rijwiel:5:2:b")).items
    gevonden = {(g.van.kort, g.naar.kort): (g.sterkte.value, g.via) for g in items}
    assert gevonden["stalling:4:1", "rijwiel:5:2:b:1"] == ("expliciet", Via.ONDERDEEL)
    assert gevonden["stalling:hfst:2", "rijwiel:5:2"] == ("expliciet", Via.BOVENLIGGEND)
    assert gevonden["stalling:1::1", "rijwiel:5:2:b"] == ("afgeleid", Via.ZELF)
    assert [g.via for g in items] == sorted((g.via for g in items), key=list(Via).index)


def test_een_relatie_toont_haar_bewijs_in_woorden(antwoorden: Antwoorden) -> None:
    (relatie,) = (g for g in antwoorden.implementeert(parse_kort("rijwiel:5:1:a")).items if g.van.kort == "stalling:2")
    assert relatie.relatie == "implementeert"
    assert [b.woorden for b in relatie.bewijs] == [f"Dit artikel is een uitwerking van {A}."]
    assert relatie.bewijs[0].plek.kort == "stalling:toelichting:2"
    assert relatie.opschrift == "Plaatsen"


def test_een_lid_zonder_opschrift_toont_dat_van_zijn_artikel(antwoorden: Antwoorden) -> None:
    items = antwoorden.implementeert(parse_kort("rijwiel:5:2:b:1")).items
    assert [g.opschrift for g in items if g.van.kort == "stalling:4:1"] == ["Eisen aan de houder"]


def test_omgekeerd_weert_de_uitsluiting_wat_uit_het_hoofdstuk_zou_volgen(antwoorden: Antwoorden) -> None:
    derde = antwoorden.implementeert(parse_kort("stalling:2:3"), omgekeerd=True)
    assert {u.naar.kort for u in derde.uitgesloten} == {"rijwiel:5:2:a"}
    assert "rijwiel:5:2" not in {g.naar.kort for g in derde.items if g.relatie == "implementeert"}
    tweede = antwoorden.implementeert(parse_kort("stalling:2:2"), omgekeerd=True)
    assert "rijwiel:5:2" in {g.naar.kort for g in tweede.items if g.via is Via.BOVENLIGGEND}


def test_een_bepaling_die_niemand_kent(antwoorden: Antwoorden) -> None:
    with pytest.raises(NietGevonden):
        antwoorden.implementeert(parse_kort("rijwiel:99"))
    assert antwoorden.implementeert(parse_kort("rijwiel:4:1")).uitgesloten == ()


def test_de_plichten_van_een_wet(antwoorden: Antwoorden) -> None:
    plichten = antwoorden.regelplichten("rijwiel")
    assert [p.plek.kort for p in plichten][:2] == ["rijwiel:5:1", "rijwiel:5:1:a"]
    assert plichten[0].opdracht == "De gemeenteraad stelt bij verordening"
    assert plichten[1].onderwerp == "het aanwijzen van plaatsen voor een stalling;"
    assert {p.vorm for p in plichten} == {Regelvorm.VERORDENING}
    assert Regelvorm.AMVB in {p.vorm for p in antwoorden.regelplichten("rijwiel", vorm=None)}


def test_de_dekking_uit_de_opslag(antwoorden: Antwoorden) -> None:
    (matrix,) = antwoorden.dekking()
    oordelen = {r.plicht.plek.kort: r.oordeel for r in matrix.regels}
    assert (matrix.verordening.werk.kort, matrix.wet.werk.kort) == ("stalling", "rijwiel")
    assert oordelen["rijwiel:5:1:a"] is Oordeel.GEDEKT
    assert oordelen["rijwiel:5:1:c"] is Oordeel.ONTBREEKT
    assert oordelen["rijwiel:5:2:b:1"] is Oordeel.GEDEKT
    assert oordelen["rijwiel:5:2:b:2"] is Oordeel.TE_BEOORDELEN
    assert sum(matrix.telling().values()) == 6
    assert antwoorden.dekking("stalling", "rijwiel") == (matrix,)
    with pytest.raises(NietGevonden):
        antwoorden.dekking("nergens")


def test_de_feiten_houden_relaties_zonder_woorden(tmp_path: Path, gelezen: tuple[_Gelezen, ...]) -> None:
    schrijf_kern(tmp_path, gelezen)
    terug = {k.document.werk: k for k in lees_kern(tmp_path)}
    for document, _, afleiding in gelezen:
        assert terug[document.werk].afleiding == afleiding
        inhoud = terug[document.werk].pad.read_text(encoding="utf-8")
        assert "is een uitwerking van" not in inhoud
        assert "het aanwijzen van plaatsen" not in inhoud
    kern = terug["stalling"]
    uit_feiten = list(maak_quads(kern.document, kern.verwijzingen, REGISTER, afleiding=kern.afleiding))
    opslag = Oxigraph()
    opslag.laad(uit_feiten)
    gevonden = Antwoorden(opslag, REGISTER).implementeert(parse_kort("rijwiel:5:1:a"))
    assert [(g.van.kort, [b.woorden for b in g.bewijs]) for g in gevonden.items[:1]] == [("stalling:2", [""])]


def test_zonder_lopende_tekst_zegt_de_dekking_dat_er_niet_is_vergeleken(
    tmp_path: Path, gelezen: tuple[_Gelezen, ...]
) -> None:
    schrijf_kern(tmp_path, gelezen)
    opslag = Oxigraph()
    for kern in lees_kern(tmp_path):
        opslag.laad(maak_quads(kern.document, kern.verwijzingen, REGISTER, afleiding=kern.afleiding))
    (matrix,) = Antwoorden(opslag, REGISTER).dekking()
    gedekt = next(r for r in matrix.regels if r.plicht.plek.kort == "rijwiel:5:1:a")
    assert gedekt.oordeel is Oordeel.GEDEKT
    assert "niet vergeleken" in gedekt.reden


def test_een_bevinding_staat_bij_de_verordening(antwoorden: Antwoorden) -> None:
    assert antwoorden.bevindingen("stalling") == ()
    assert antwoorden.plek(BepalingId("rijwiel")).kort == "rijwiel"


def test_wie_een_deel_met_zoveel_woorden_invult_vult_via_het_geheel_geen_ander_deel_in() -> None:
    def gevraagd(toelichting: str) -> set[tuple[str, str]]:
        lager = verordening(f"Artikel 4. Eisen aan de houder\n\n{toelichting}")
        bibliotheek = Bibliotheek.van([wet(), lager], REGISTER)
        opslag = Oxigraph()
        for document in (wet(), lager):
            gevonden = verwijzingen(document)
            opslag.laad(maak_quads(document, gevonden, REGISTER, afleiding=leid_af(document, gevonden, bibliotheek)))
        items = Antwoorden(opslag, REGISTER).implementeert(parse_kort("rijwiel:5:2:b:2")).items
        return {
            (g.van.kort, g.naar.kort) for g in items if g.via is Via.BOVENLIGGEND and g.sterkte.value == "expliciet"
        }

    geheel = "Het eerste lid is een uitwerking van artikel 5, tweede lid, onder b, van de Rijwielwet."
    deel = "Het eerste lid geeft uitvoering aan artikel 5, tweede lid, onder b, onder 1°, van de Rijwielwet."
    assert ("stalling:4:1", "rijwiel:5:2:b") in gevraagd(geheel)
    assert ("stalling:4:1", "rijwiel:5:2:b") not in gevraagd(f"{geheel} {deel}")
