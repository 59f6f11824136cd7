"""The questions, over three invented documents of which one is loaded in two versions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bronnen.register import laad_register
from graph.antwoorden import Antwoorden, Leesknoop, Niveau
from graph.dataset import datasetquads
from graph.feiten import open_feiten
from graph.oxigraph import Oxigraph
from graph.vraag import laad_vraag
from graph.wissel import tel_alles
from graph.zoeken import Zoeker, bouw_index
from ontologie.document import BepalingSoort, DocumentSoort
from ontologie.fouten import IdentificatieFout, InvoerFout, NietGevonden
from ontologie.identificatie import BepalingId, StapSoort, artikel_id
from ontologie.verwijzing import Status
from tests.graph.regelingen import vul, wegenbrief, wegenregeling

DOCUMENTEN = (wegenregeling(), wegenbrief("2024-01-01"), wegenbrief())
WGR, WBR = BepalingId("wegnh"), BepalingId("wegbrief")
LID = artikel_id("wegnh", "2", "1")


@pytest.fixture(scope="module", params=["SPARQL", "leesmodel"])
def a(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Antwoorden:
    opslag, map_ = Oxigraph(), tmp_path_factory.mktemp("antwoorden")
    leesmodel = map_ / "lezen.db" if request.param == "leesmodel" else None
    register = vul(opslag, DOCUMENTEN, leesmodel)
    index = map_ / "zoeken.db"
    bouw_index(DOCUMENTEN, index, register)
    # The register that ships does not know these works: the store must tell.
    return Antwoorden(opslag, laad_register(), Zoeker(index), open_feiten(opslag, leesmodel))


def test_counts_of_the_build_are_those_of_the_store() -> None:
    opslag = Oxigraph()
    register = vul(opslag, DOCUMENTEN)
    geteld = Antwoorden(opslag, register).bronnen()
    opslag.laad(datasetquads(tel_alles(opslag.store), date(2026, 1, 1)))
    onthouden = {rij["graaf"].value for rij in laad_vraag("aantallen").selecteer(opslag)}
    assert {b.graaf for b in geteld.items} <= onthouden
    assert Antwoorden(opslag, register).bronnen() == geteld
    assert all(b.bepalingen > 0 for b in geteld.items)


def test_sources_are_what_was_loaded_newest_first(a: Antwoorden) -> None:
    bronnen = a.bronnen()
    assert [(b.werk.kort, b.versie.naam, b.nieuwste) for b in bronnen.items] == [
        ("wegbrief", "2025-09-01", True),
        ("wegbrief", "2024-01-01", False),
        ("wegnh", "2025-07-01", True),
    ]
    assert bronnen.bijgewerkt_tot == date(2025, 9, 1)
    wegnh = bronnen.items[2]
    assert (wegnh.titel, wegnh.soort) == ("Wegenregeling Nergenshuizen", DocumentSoort.MINISTERIELE_REGELING)
    assert (wegnh.artikelen, wegnh.bepalingen, wegnh.volledig, wegnh.met_tekst) == (4, 8, True, True)
    assert wegnh.verwijzingen == sum(n for _, n in wegnh.per_status) == 5
    assert dict(wegnh.per_status)[Status.DOEL_ONTBREEKT] == 1


@pytest.mark.parametrize(
    ("invoer", "id_", "versie"),
    [
        ("wegnh:2:1", LID, ""),
        ("art. 2 lid 1 Wegenregeling Nergenshuizen", LID, ""),
        ("https://w3id.org/regelgraaf/id/wegnh/2025-07-01/artikel/2/lid/1", LID, "2025-07-01"),
        ("wegbrief:2", WBR.onder(StapSoort.SECTIE, "2"), ""),
    ],
)
def test_what_was_typed_is_read_with_the_loaded_works(a: Antwoorden, invoer: str, id_: BepalingId, versie: str) -> None:
    assert a.lees_id(invoer) == (id_, versie)


def test_a_provision_with_what_is_around_it(a: Antwoorden) -> None:
    b = a.bepaling(LID)
    assert (b.soort, b.nummer, b.aanduiding) == (BepalingSoort.LID, "1", "1.")
    assert b.tekst == "Het beheer berust bij de dorpsraad."
    assert [p.kort for p in b.kruimels] == ["wegnh", "wegnh:2"]
    assert b.vorige is None
    assert b.volgende is not None
    assert b.volgende.kort == "wegnh:2:2"
    assert (b.ids.kort, b.ids.jci) == ("wegnh:2:1", "")
    assert b.ids.versie_iri.endswith("/wegnh/2025-07-01/artikel/2/lid/1")
    artikel = a.bepaling(artikel_id("wegnh", "2"))
    assert [p.kort for p in artikel.kinderen.items] == ["wegnh:2:1", "wegnh:2:2"]
    assert (artikel.vorige and artikel.vorige.kort, artikel.volgende and artikel.volgende.kort) == (
        "wegnh:1",
        "wegnh:3",
    )
    assert a.bepaling(artikel_id("wegnh", "4")).vervallen


def test_a_work_is_a_provision_too(a: Antwoorden) -> None:
    b = a.bepaling(WBR)
    assert b.kruimels == ()
    assert [v.naam for v in b.versies] == ["2025-09-01", "2024-01-01"]
    assert a.bepaling(WBR, "2024-01-01").versie.naam == "2024-01-01"


@pytest.mark.parametrize(
    ("id_", "versie", "suggesties"),
    [
        (artikel_id("wegnh", "2", "9"), "", ("wegnh:2", "wegnh:2:2")),
        (artikel_id("wegnh", "2", "1").onder(StapSoort.ONDERDEEL, "z"), "", ("wegnh:2:1",)),
        (artikel_id("wegnh", "1").onder(StapSoort.ONDERDEEL, "z"), "", ("wegnh:1", "wegnh:1::b")),
        (artikel_id("wegnh", "1", "4"), "", ("wegnh:1",)),  # it has onderdelen, and no leden
        (artikel_id("wegnh", "2x"), "", ("wegnh:2",)),
        (artikel_id("wegnh", "1").onder(StapSoort.ONDERDEEL, "B"), "", ("wegnh:1::b",)),
        (artikel_id("wegnh", "88"), "", ("wegnh:4",)),
        (artikel_id("wegnh", "88", "2"), "", ("wegnh:4",)),
        (artikel_id("wegnh", "0"), "", ("wegnh:1",)),
        (BepalingId("wegnh").onder(StapSoort.HOOFDSTUK, "2"), "", ()),
        (BepalingId("wegbrief").onder(StapSoort.SECTIE, "7.1"), "", ("wegbrief:3",)),
        (WBR, "1999-01-01", ()),
        (artikel_id("olifant", "1"), "", ()),
        (artikel_id("wegenregeling-nergenhuis", "1"), "", ("wegnh",)),
        (artikel_id("wegbrif", "1"), "", ("wegbrief",)),
        (artikel_id("ioaw", "1"), "", ()),
    ],
)
def test_what_is_not_there_is_told_with_near_matches(
    a: Antwoorden, id_: BepalingId, versie: str, suggesties: tuple[str, ...]
) -> None:
    with pytest.raises(NietGevonden) as info:
        a.bepaling(id_, versie)
    assert tuple(s.kort for s in info.value.suggesties) == suggesties
    assert all(s.label == a.plek(a.lees_id(s.kort)[0]).label for s in info.value.suggesties)
    assert info.value.zie_geladen is (id_.werk not in ("wegnh", "wegbrief"))
    with pytest.raises(IdentificatieFout):
        a.lees_id("geen enkele regeling")


def test_a_target_that_does_not_exist_still_has_a_place(a: Antwoorden) -> None:
    plek = a.plek(artikel_id("wegnh", "9"))
    assert (plek.kort, plek.geladen) == ("wegnh:9", False)
    with pytest.raises(NietGevonden):
        a.plek(artikel_id("wegnh", "10"))


# --- reading text -------------------------------------------------------------------------------------------------


def tekst(knoop: Leesknoop) -> list[str]:
    return ["".join(s.tekst for s in alinea) for alinea in knoop.alineas]


def test_reading_order_with_text_after_sub_provisions(a: Antwoorden) -> None:
    knopen = a.leestekst(WGR).knopen
    assert [(k.plek.kort, k.diepte, k.vervolg, tekst(k)) for k in knopen.items[:5]] == [
        ("wegnh", 0, False, []),
        ("wegnh:1", 1, False, ["Er zijn wegen van:"]),
        ("wegnh:1::a", 2, False, ["steen;"]),
        ("wegnh:1::b", 2, False, ["zand, bedoeld in artikel 2, tweede lid;"]),
        ("wegnh:1", 1, True, ["tenzij de beheerder anders besluit."]),
    ]
    assert (knopen.totaal, knopen.afgekapt) == (9, False)


@pytest.mark.parametrize("limiet", range(1, 10))
def test_reading_in_parts_gives_the_same_steps(a: Antwoorden, limiet: int) -> None:
    heel = a.leestekst(WGR).knopen.items
    delen: list[Leesknoop] = []
    vanaf: int | None = 0
    while vanaf is not None:
        deel = a.leestekst(WGR, limiet=limiet, vanaf=vanaf).knopen
        delen += deel.items
        vanaf = deel.volgende
    assert delen == list(heel)


def test_reading_a_part_stays_within_it(a: Antwoorden) -> None:
    knopen = a.leestekst(artikel_id("wegnh", "1")).knopen
    assert [(k.plek.kort, k.diepte, k.vervolg) for k in knopen.items] == [
        ("wegnh:1", 1, False),
        ("wegnh:1::a", 2, False),
        ("wegnh:1::b", 2, False),
        ("wegnh:1", 1, True),
    ]
    assert [
        k.plek.kort for k in a.leestekst(artikel_id("wegnh", "1").onder(StapSoort.ONDERDEEL, "a")).knopen.items
    ] == ["wegnh:1::a"]


def test_exactly_the_words_of_a_reference_are_marked(a: Antwoorden) -> None:
    knopen = {k.plek.kort: k for k in a.leestekst(WGR).knopen.items if not k.vervolg}
    gemarkeerd = [
        (s.tekst, [d.kort for d in s.verwijzing.doelen], s.verwijzing.status)
        for alinea in (*knopen["wegnh:3"].alineas, knopen["wegnh:3"].opschrift)
        for s in alinea
        if s.verwijzing
    ]
    assert gemarkeerd == [
        ("Artikel 9", ["wegnh:9"], Status.DOEL_ONTBREEKT),
        ("artikel 1, onder b", ["wegnh:1::b"], Status.OPGELOST),
        ("artikel 2", ["wegnh:2"], Status.OPGELOST),
    ]
    assert knopen["wegnh:2"].verwijzingen_in == 2
    assert knopen["wegnh:4"].vervallen


def test_contents(a: Antwoorden) -> None:
    assert [(d, p.kort) for d, p in a.inhoudsopgave(WGR)] == [(1, f"wegnh:{n}") for n in (1, 2, 3, 4)]


# --- references ---------------------------------------------------------------------------------------------------


def test_outgoing_in_reading_order_with_the_words_around_them(a: Antwoorden) -> None:
    uit = a.verwijzingen_uit(WGR)
    assert [(v.bron.kort, v.woorden) for v in uit.items] == [
        ("wegnh:1::b", "artikel 2, tweede lid"),
        ("wegnh:2:2", "eerste lid"),
        ("wegnh:3", "Artikel 9"),
        ("wegnh:3", "artikel 1, onder b"),
        ("wegnh:3", "artikel 2"),  # the heading, which the writer puts last
    ]
    v = uit.items[0]
    assert (v.voor, v.na) == ("zand, bedoeld in ", ";")
    assert wegenregeling().origineel[v.begin : v.eind] == v.woorden
    assert [v.woorden for v in a.verwijzingen_uit(artikel_id("wegnh", "2")).items] == ["eerste lid"]
    deel = a.verwijzingen_uit(WGR, limiet=2, vanaf=3)
    assert (deel.items, deel.totaal, deel.volgende) == (uit.items[3:], 5, None)


def test_incoming_by_level_from_the_newest_versions_only(a: Antwoorden) -> None:
    in_ = a.verwijzingen_in(LID)
    gevonden = [(g.werk.kort, g.versie, i.niveau, i.verwijzing.woorden) for g in in_.groepen for i in g.items]
    assert gevonden == [
        ("wegbrief", "2025-09-01", Niveau.ZELF, "artikel 2, eerste lid, van de Wegenregeling Nergenshuizen"),
        ("wegbrief", "2025-09-01", Niveau.BOVEN, "artikel 2 van de Wegenregeling Nergenshuizen"),
        ("wegnh", "2025-07-01", Niveau.ZELF, "eerste lid"),
        ("wegnh", "2025-07-01", Niveau.BOVEN, "artikel 2"),
    ]
    assert dict(in_.per_niveau) == {Niveau.ZELF: 2, Niveau.ONDER: 0, Niveau.BOVEN: 2}
    ook_oude = a.verwijzingen_in(LID, alle_versies=True)
    assert {(g.werk.kort, g.versie) for g in ook_oude.groepen} >= {
        ("wegbrief", "2024-01-01"),
        ("wegbrief", "2025-09-01"),
    }


def test_incoming_to_what_is_in_it_and_to_the_work(a: Antwoorden) -> None:
    artikel = a.verwijzingen_in(artikel_id("wegnh", "2"))
    assert dict(artikel.per_niveau) == {Niveau.ZELF: 2, Niveau.ONDER: 3, Niveau.BOVEN: 0}
    assert {i.doel.kort for g in artikel.groepen for i in g.items if i.niveau is Niveau.ONDER} == {
        "wegnh:2:1",
        "wegnh:2:2",
    }
    werk = a.verwijzingen_in(WGR)
    assert dict(werk.per_niveau) == {Niveau.ZELF: 1, Niveau.ONDER: 7, Niveau.BOVEN: 0}
    assert a.verwijzingen_in(LID, niveaus=(Niveau.WERK,)).totaal == 1


def test_incoming_in_parts_is_one_list(a: Antwoorden) -> None:
    heel = [i for g in a.verwijzingen_in(WGR).groepen for i in g.items]
    los = []
    for vanaf in range(len(heel)):
        deel = a.verwijzingen_in(WGR, limiet=1, vanaf=vanaf)
        assert (deel.totaal, deel.getoond, deel.afgekapt) == (len(heel), 1, vanaf < len(heel) - 1)
        los += [i for g in deel.groepen for i in g.items]
    assert los == heel


def test_a_target_that_is_not_loaded_is_referred_to_as_well(a: Antwoorden) -> None:
    in_ = a.verwijzingen_in(artikel_id("wegnh", "9"))
    assert [i.verwijzing.woorden for g in in_.groepen for i in g.items] == ["Artikel 9"]


def test_unresolved(a: Antwoorden) -> None:
    alle = a.onopgelost()
    assert {v.status for v in alle.items} == {Status.DOEL_ONTBREEKT, Status.ONBEKENDE_REGELING}
    assert all(v.reden for v in alle.items)
    assert [v.woorden for v in a.onopgelost("wegnh").items] == ["Artikel 9"]
    assert a.onopgelost("wegnh", status=Status.MEERDUIDIG).totaal == 0
    assert {v.bron_versie for v in a.onopgelost("wegbrief").items} == {"2025-09-01"}
    with pytest.raises(NietGevonden):
        a.onopgelost("olifant")


@pytest.mark.parametrize(("limiet", "vanaf"), [(0, 0), (1001, 0), (10, -1)])
def test_impossible_parts_of_a_list_are_refused(a: Antwoorden, limiet: int, vanaf: int) -> None:
    for vraag in (a.verwijzingen_uit, a.verwijzingen_in, a.leestekst):
        with pytest.raises(InvoerFout):
            vraag(WGR, limiet=limiet, vanaf=vanaf)
    with pytest.raises(InvoerFout):
        a.onopgelost(limiet=limiet, vanaf=vanaf)
    with pytest.raises(InvoerFout):
        a.zoek("weg", limiet=limiet, vanaf=vanaf)


# --- search and resolution ----------------------------------------------------------------------------------------


def test_search_names_places_and_a_citation_jumps_there(a: Antwoorden) -> None:
    antwoord = a.zoek("dorpsraad")
    assert [(t.plek.kort, t.precies.kort, t.werk.kort) for t in antwoord.treffers.items] == [
        ("wegnh:2", "wegnh:2:1", "wegnh")
    ]
    assert antwoord.direct is None
    direct = a.zoek("artikel 2, eerste lid, Wegenregeling Nergenshuizen").direct
    assert direct is not None
    assert direct.kort == "wegnh:2:1"
    assert a.zoek("artikel 9 Wegenregeling Nergenshuizen").direct is None
    assert a.zoek("wegen", soort=DocumentSoort.BRIEF).treffers.items[0].werk.kort == "wegbrief"


def test_the_store_as_a_tree(a: Antwoorden) -> None:
    boom = a.boom()
    assert boom.vind(artikel_id("wegnh", "2", "2")) == artikel_id("wegnh", "2", "2")
    assert boom.vind(artikel_id("wegnh", "1").onder(StapSoort.ONDERDEEL, "B")) == artikel_id("wegnh", "1").onder(
        StapSoort.ONDERDEEL, "b"
    )
    assert boom.vind(artikel_id("wegnh", "9")) is None
    assert [k.stappen[-1].nummer for k in boom.kinderen(WGR)] == ["1", "2", "3", "4"]
    assert boom.dekking("wegnh").value == "volledig"
    assert boom.dekking("olifant").value == "geen"


def test_without_an_index_words_are_not_searched(tmp_path: Path) -> None:
    opslag = Oxigraph()
    vul(opslag, [wegenregeling()])
    antwoord = Antwoorden(opslag, laad_register()).zoek("artikel 2 Wegenregeling Nergenshuizen")
    assert antwoord.direct is not None
    assert antwoord.treffers.totaal == 0


def test_most_cited_counts_exact_targets_in_the_newest_versions(a: Antwoorden) -> None:
    geteld: dict[str, int] = {}
    for werk in (WGR, WBR):
        for verwijzing in a.verwijzingen_uit(werk, limiet=100).items:
            for doel in verwijzing.doelen:
                geteld[doel.iri] = geteld.get(doel.iri, 0) + 1
    alles = a.meest_aangehaald(limiet=100)
    assert {i.plek.iri: i.aantal for i in alles.items} == geteld
    assert [i.aantal for i in alles.items] == sorted(geteld.values(), reverse=True)
    assert not alles.afgekapt
    deel = a.meest_aangehaald(limiet=1, vanaf=1)
    assert (deel.items, deel.totaal, deel.afgekapt) == (alles.items[1:2], len(alles.items), True)
