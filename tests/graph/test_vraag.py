"""Stored questions: parameters are bound as terms, whatever is in them, and nothing reaches out."""

from __future__ import annotations

import time
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

import graph
from graph.opslag import Tabel
from graph.oxigraph import Oxigraph
from graph.vraag import Vraag, gevraagde_variabelen, laad_vraag, noemt_grafen, vraagvorm, weiger_buiten
from ontologie.fouten import VraagFout

VRAGEN = Path(graph.__file__).parent / "vragen"
P = NamedNode("https://example.org/p")
EIGENAAR = NamedNode("https://example.org/w/1")
ZOEK = Vraag("zoek", "SELECT ?s WHERE { ?s <https://example.org/p> $waarde } LIMIT $grens")


@pytest.fixture(scope="module")
def opslag() -> Oxigraph:
    opslag = Oxigraph()
    opslag.laad([Quad(EIGENAAR, P, Literal(f"geheim {n}"), EIGENAAR) for n in range(3)])
    return opslag


def test_parameters_zijn_wat_met_een_dollar_begint() -> None:
    assert ZOEK.parameters == {"waarde", "grens"}


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("SELECT * { ?a ?b $x }", "SELECT * { ?a ?b <urn:x> }"),
        ("SELECT * { $x ?b $x }", "SELECT * { <urn:x> ?b <urn:x> }"),
        ('SELECT * { ?a ?b "$x" , $x }', 'SELECT * { ?a ?b "$x" , <urn:x> }'),
        ("SELECT * { ?a ?b '''een ' $x''' , $x }", "SELECT * { ?a ?b '''een ' $x''' , <urn:x> }"),
        ("SELECT * { <urn:$x> ?b $x } # $x", "SELECT * { <urn:$x> ?b <urn:x> } # $x"),
        ("SELECT * { ?x ?b $x }", "SELECT * { ?x ?b <urn:x> }"),
    ],
)
def test_alleen_de_parameter_zelf_wordt_vervangen(tekst: str, verwacht: str) -> None:
    assert Vraag("v", tekst).bind(x=NamedNode("urn:x")) == verwacht


def test_getallen_en_reeksen_passen_waar_sparql_ze_wil() -> None:
    vraag = Vraag("v", "SELECT ?s { VALUES ?s { $wie } } LIMIT $grens OFFSET $vanaf")
    gebonden = vraag.bind(wie=[NamedNode("urn:a"), Literal("b", language="nl")], grens=10, vanaf=0)
    assert gebonden == 'SELECT ?s { VALUES ?s { <urn:a> "b"@nl } } LIMIT 10 OFFSET 0'
    rijen = Vraag("v", "SELECT ?n { VALUES (?n ?s) { $rijen } ?s ?p ?o }")
    gebonden = rijen.bind(rijen=[(0, NamedNode("urn:a")), (1, NamedNode("urn:b"))])
    assert gebonden == "SELECT ?n { VALUES (?n ?s) { (0 <urn:a>) (1 <urn:b>) } ?s ?p ?o }"


@pytest.mark.parametrize("waarden", [{}, {"waarde": Literal("a")}, {"waarde": Literal("a"), "grens": 1, "meer": 2}])
def test_te_weinig_of_te_veel_waarden_is_een_fout(waarden: dict[str, Literal | int]) -> None:
    with pytest.raises(ValueError, match="zoek"):
        ZOEK.bind(**waarden)


@pytest.mark.parametrize("waarde", ["losse tekst", b"bytes", 1.5, True, None, ["tekst"], {"a": 1}])
def test_wat_geen_term_is_wordt_geweigerd(waarde: object) -> None:
    with pytest.raises(TypeError):
        ZOEK.bind(waarde=waarde, grens=1)  # type: ignore[arg-type]


AANVALLEN = [
    '" } UNION { ?s ?p ?o } #',
    "' } UNION { ?s ?p ?o } #",
    '"""} UNION { ?s ?p ?o } #',
    'x\\" } UNION { ?s ?p ?o } #',
    "x\\",
    'x" . ?s ?p ?o . #',
    'x"\n} UNION { ?s ?p ?o }\n#',
    "$grens",
    "?s",
    "\\u0022 } UNION { ?s ?p ?o } #",
    "> } UNION { ?s ?p ?o } #",
    '"@nl } UNION { ?s ?p ?o } #',
    "\x00\x1f\x7f\u2028\ufeff",
]


@pytest.mark.parametrize("aanval", AANVALLEN)
def test_een_waarde_kan_de_vraag_niet_veranderen(opslag: Oxigraph, aanval: str) -> None:
    assert list(ZOEK.selecteer(opslag, waarde=Literal(aanval), grens=10)) == []
    assert len(list(ZOEK.selecteer(opslag, waarde=Literal("geheim 1"), grens=10))) == 1


@pytest.mark.parametrize("aanval", ["urn:x> } UNION { ?s ?p ?o } #", "urn:x y", "urn:\nx", 'urn:"x', "geen iri", ""])
def test_een_iri_met_zulke_tekens_bestaat_niet(aanval: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        NamedNode(aanval)


TEKST = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEKST, st.sampled_from([None, "nl", "en-GB"]))
def test_elke_tekst_komt_terug_zoals_hij_erin_ging(opslag: Oxigraph, tekst: str, taal: str | None) -> None:
    waarde = Literal(tekst, language=taal) if taal else Literal(tekst)
    echo = Vraag("echo", "SELECT ?x { BIND($waarde AS ?x) }")
    assert list(echo.selecteer(opslag, waarde=waarde)) == [{"x": waarde}]


@given(TEKST)
def test_binden_raakt_een_tekst_zonder_parameters_niet_aan(tekst: str) -> None:
    vraag = Vraag("v", tekst.replace("$", ""))
    assert vraag.bind() == vraag.tekst


def test_de_vorm_van_het_antwoord_wordt_bewaakt(opslag: Oxigraph) -> None:
    ja = Vraag("ja", "ASK { ?s ?p ?o }")
    maak = Vraag("maak", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert ja.klopt(opslag) is True
    assert len(list(maak.construeer(opslag))) == 3
    for mislukt in (lambda: ja.selecteer(opslag), lambda: maak.klopt(opslag), lambda: ja.construeer(opslag)):
        with pytest.raises(TypeError):
            mislukt()


BUITEN = [
    "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c . service silent <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c .SERVICE<http://127.0.0.1/>{ ?s ?p ?o } }",
    "SELECT * { ?a ?b trueSERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { ?a ?b 1e5SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { ?a <urn:p>?trueSERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "PREFIX a: <urn:a> SELECT * { ?a ?b a:.SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    'SELECT * { ?a ?b "x"@nl.SERVICE <http://127.0.0.1/> { ?s ?p ?o } }',
    "SELECT * { ?a ?b ?c . \\u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * { # niets\nSERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
]
BINNEN = [
    "SELECT ?service { ?service ?p 'SERVICE <http://x> {}' } # SERVICE",
    "PREFIX service: <urn:service> SELECT * { ?s a service:service , <urn:SERVICE> }",
    'SELECT * { ?s ?p """\nSERVICE "x" <http://x> """ }',
    "PREFIX a: <urn:a> SELECT * { ?s a:x.SERVICE ?o }",
]


@pytest.mark.parametrize("vraag", BUITEN)
def test_een_vraag_naar_een_andere_dienst_wordt_geweigerd(opslag: Oxigraph, vraag: str) -> None:
    with pytest.raises(VraagFout, match="SERVICE"):
        opslag.bevraag(vraag)


@pytest.mark.parametrize("vraag", BINNEN)
def test_het_woord_service_op_zichzelf_mag(opslag: Oxigraph, vraag: str) -> None:
    antwoord = opslag.bevraag(vraag)
    assert isinstance(antwoord, Tabel)
    assert list(antwoord.rijen) == []


def test_de_weigering_noemt_regel_en_kolom() -> None:
    with pytest.raises(VraagFout) as fout:
        weiger_buiten("SELECT * {\n  ?a ?b ?c .\n  SERVICE <http://x> {} }")
    assert (fout.value.regel, fout.value.kolom) == (3, 3)


@pytest.mark.parametrize(
    ("vraag", "kiest"),
    [
        ("SELECT * { ?s ?p ?o }", False),
        ("SELECT * FROM <urn:g> { ?s ?p ?o }", True),
        ("SELECT *FROM NAMED<urn:g> { GRAPH ?g { ?s ?p ?o } }", True),
        ("SELECT ?from { ?from ?p 'FROM' } # FROM <urn:g>", False),
    ],
)
def test_of_een_vraag_zelf_haar_grafen_kiest(vraag: str, kiest: bool) -> None:
    assert noemt_grafen(vraag) is kiest


@pytest.mark.parametrize("vorm", ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
def test_de_vorm_van_een_vraag(vorm: str) -> None:
    assert vraagvorm(f"# INSERT\nPREFIX insert: <urn:DELETE> {vorm.lower()} ?x {{}}") == vorm


@pytest.mark.parametrize("kwaad", ['"', "'", "'''\\", "<", "a.", "a:.", ":-", '" ', "%2", "<a", "?", "\\u", "@a-", "#"])
def test_lastige_tekst_kost_niet_meer_dan_zijn_lengte(kwaad: str) -> None:
    begin = time.perf_counter()
    weiger_buiten(kwaad * 200_000)
    assert time.perf_counter() - begin < 5


def test_elke_bewaarde_vraag_is_geldige_sparql(opslag: Oxigraph) -> None:
    paden = sorted(VRAGEN.glob("*.rq"))
    assert paden
    for pad in paden:
        vraag = laad_vraag(pad.stem)
        # A number is a valid token wherever a value can stand, save that of a subject or graph, and of rows.
        iri = NamedNode("https://example.org/w/1")
        for waarden in product((1, iri, [(1, iri)]), repeat=len(vraag.parameters)):
            try:
                gebonden = vraag.bind(**dict(zip(vraag.parameters, waarden, strict=True)))
                antwoord = opslag.bevraag(gebonden)
                if isinstance(antwoord, Tabel):
                    assert gevraagde_variabelen(gebonden) == antwoord.variabelen
                break
            except VraagFout as fout:
                laatste = fout
        else:
            raise AssertionError(f"{pad.name}: {laatste}")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?a ?b {}",
        "select distinct ?a(count(*) as ?n)where{?a ?b ?c} group by ?a",
        "SELECT $a # ?geen {\n FROM <urn:g> { ?a ?b ?c }",
        "PREFIX s: <urn:SELECT> SELECT (CONCAT('(?x) {', STR(?a)) AS ?t) ?b { ?a s:SELECT ?b }",
        "SELECT ?a{SELECT ?a ?b {?a ?b ?c}}",
        "SELECT (SUM(IF(?a = ?b, 1, 0)) AS ?n) { ?a ?b ?c }",
    ],
)
def test_de_variabelen_van_het_antwoord_staan_in_de_vraag(opslag: Oxigraph, sparql: str) -> None:
    antwoord = opslag.bevraag(sparql)
    assert isinstance(antwoord, Tabel)
    assert gevraagde_variabelen(sparql) == antwoord.variabelen


def test_select_alles_noemt_niets() -> None:
    assert gevraagde_variabelen("SELECT * { ?a ?b ?c }") == ()
