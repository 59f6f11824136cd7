"""The quads of a document are those of docs/graafmodel.md."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from pyshacl import validate
from rdflib import Graph

from graph.boom import Bomen
from graph.tripels import IDENTITEIT, graaf_iri, maak_quads, regelingen_van
from graph.verwijzing import Herkenner
from ontologie.document import Bepaling, BepalingSoort, Bronbestand, Document, DocumentSoort
from ontologie.fouten import BronFout
from ontologie.identificatie import BepalingId, Stap, StapSoort, artikel_id
from ontologie.tekst import Span
from ontologie.termen import DCTERMS, ELI, OA, PROV, RDF, RDFS, RG, SKOS, XSD, lees_bestand
from ontologie.verwijzing import ExternId, Status, Verwijzing, VerwijzingSoort
from tests.graph.wetten import REGISTER, fietswet, lees, steigerwet

ID = "https://w3id.org/regelgraaf/id/"
FW = ID + "BWBR9000001"
FW26 = f"{FW}/2026-01-01"
GRAAF = "https://w3id.org/regelgraaf/graaf/BWBR9000001/2026-01-01"
NU = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


@pytest.fixture(scope="module")
def wetten(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Document]:
    map_ = tmp_path_factory.mktemp("wetten")
    return lees(map_, "fietswet", fietswet()), lees(map_, "steigerwet", steigerwet())


@pytest.fixture(scope="module")
def quads(wetten: tuple[Document, Document]) -> list[Quad]:
    herkenner = Herkenner(REGISTER, Bomen(wetten))
    return list(maak_quads(wetten[0], herkenner.verwijzingen(wetten[0]).verwijzingen, REGISTER, NU))


class Inzage:
    """Looks up values in quads, and in which graph they stand."""

    def __init__(self, quads: list[Quad]) -> None:
        self._per: dict[tuple[str, str], list[Quad]] = {}
        for q in quads:
            self._per.setdefault((q.subject.value, q.predicate.value), []).append(q)

    def waarden(self, onderwerp: str, eigenschap: str) -> set[str]:
        return {q.object.value for q in self._per.get((onderwerp, str(eigenschap)), [])}

    def grafen(self, onderwerp: str, eigenschap: str) -> set[str]:
        return {q.graph_name.value for q in self._per.get((onderwerp, str(eigenschap)), [])}

    def met(self, eigenschap: str, waarde: str) -> set[str]:
        return {s for (s, p), qs in self._per.items() if p == str(eigenschap) for q in qs if q.object.value == waarde}


@pytest.fixture(scope="module")
def zie(quads: list[Quad]) -> Inzage:
    return Inzage(quads)


def test_geen_quad_komt_dubbel(quads: list[Quad]) -> None:
    assert len(quads) == len(set(quads))


def test_alles_staat_in_de_graaf_van_de_bron_of_bij_de_identiteiten(quads: list[Quad]) -> None:
    assert {q.graph_name.value for q in quads} == {GRAAF, IDENTITEIT.value}


def test_wat_bij_de_identiteiten_staat_hangt_niet_van_een_bron_af(
    quads: list[Quad], wetten: tuple[Document, Document]
) -> None:
    ander = maak_quads(wetten[1], (), REGISTER)
    onderwerpen = {q.subject for q in quads if q.graph_name == IDENTITEIT}
    zelf = {q for q in quads if q.graph_name == IDENTITEIT}
    gedeeld = {q for q in ander if q.graph_name == IDENTITEIT and q.subject in onderwerpen}
    assert gedeeld
    assert gedeeld <= zelf


def test_het_werk(zie: Inzage) -> None:
    assert zie.waarden(FW, RDF.type) == {str(ELI.LegalResource)}
    assert zie.waarden(FW, RG.kort) == {"fw"}
    assert zie.waarden(FW, ELI.id_local) == {"BWBR9000001"}
    assert zie.waarden(FW, RDFS.label) == {"Fietswet"}
    assert zie.waarden(FW, ELI.title_short) == {"Fw"}
    assert zie.waarden(FW, RG.documentSoort) == {"wet"}
    assert zie.grafen(FW, RG.kort) == {IDENTITEIT.value}
    assert zie.waarden(FW, ELI.has_member) == {FW26}
    assert zie.grafen(FW, ELI.has_member) == {GRAAF}


def test_de_versie_van_het_werk(zie: Inzage) -> None:
    assert zie.waarden(FW26, ELI.is_member_of) == {FW}
    assert zie.waarden(FW26, ELI.version) == zie.waarden(FW26, ELI.version_date) == {"2026-01-01"}
    assert zie.waarden(FW26, RDFS.label) == {"Fietswet (2026-01-01)"}
    assert zie.waarden(FW26, RG.volledig) == zie.waarden(FW26, RG.metTekst) == {"true"}
    assert zie.waarden(FW26, RG.graaf) == {GRAAF}


def test_een_bepaling_los_van_versies(zie: Inzage) -> None:
    lid = f"{FW}/artikel/1/lid/1"
    assert zie.waarden(lid, RDF.type) == {str(ELI.LegalResourceSubdivision)}
    assert zie.waarden(lid, ELI.is_part_of) == {f"{FW}/artikel/1"}
    assert zie.waarden(lid, RG.inWerk) == {FW}
    assert zie.waarden(lid, ELI.id_local) == {"jci1.3:c:BWBR9000001&artikel=1&lid=1"}
    assert zie.waarden(lid, SKOS.notation) == {"fw:1:1"}
    assert zie.waarden(lid, RDFS.label) == {"Fietswet, artikel 1, eerste lid"}
    assert zie.waarden(lid, ELI.number) == {"1"}
    assert zie.waarden(lid, ELI.type_subdivision) == {str(RG.lid)}
    assert zie.waarden(lid, ELI.has_member) == {f"{FW26}/artikel/1/lid/1"}
    assert zie.waarden(lid, RG.tekst) == set()


def test_een_versie_van_een_bepaling(zie: Inzage, wetten: tuple[Document, Document]) -> None:
    artikel, lid = f"{FW26}/artikel/1", f"{FW26}/artikel/1/lid/1"
    assert zie.waarden(lid, ELI.is_member_of) == {f"{FW}/artikel/1/lid/1"}
    assert zie.waarden(lid, RG.inVersie) == {FW26}
    assert zie.waarden(lid, ELI.is_part_of) == {artikel}
    assert zie.waarden(artikel, ELI.is_part_of) == {f"{FW26}/hoofdstuk/1"}
    assert zie.waarden(f"{FW26}/hoofdstuk/1", ELI.is_part_of) == {FW26}
    assert zie.waarden(lid, RG.tekst) == {"Een fiets heeft:\nZie ook artikel 2 van de Steigerwet."}
    assert zie.waarden(artikel, RG.opschrift) == {"Uitrusting"}
    assert zie.waarden(artikel, RG.aanduiding) == {"Artikel 1"}
    assert zie.waarden(artikel, ELI.title) == {"Artikel 1 Uitrusting"}
    assert zie.waarden(artikel, RG.stamId) == {"11"}
    assert zie.waarden(artikel, RG.versieId) == {"22"}
    bron = wetten[0].origineel[int(*zie.waarden(artikel, RG.begin)) : int(*zie.waarden(artikel, RG.eind))]
    assert bron.startswith("<artikel")
    assert bron.endswith("</artikel>")


def test_de_leesvolgorde_telt_vanaf_het_werk(zie: Inzage, wetten: tuple[Document, Document]) -> None:
    volgorde = [next(iter(zie.met(RG.volgnummer, str(n)))) for n in range(len(list(wetten[0].bepalingen())))]
    assert volgorde[0] == FW26
    assert (
        volgorde.index(f"{FW26}/artikel/1")
        < volgorde.index(f"{FW26}/artikel/1/lid/2")
        < volgorde.index(f"{FW26}/artikel/3")
    )


def test_waar_een_onderdeel_in_de_tekst_van_zijn_ouder_staat(zie: Inzage) -> None:
    """Only where the parent goes on after it: the items stand after the first passage of the lid."""
    tekst = "Een fiets heeft:"
    for letter in "ab":
        onderdeel = f"{FW26}/artikel/1/lid/1/onderdeel/{letter}"
        assert zie.waarden(onderdeel, RG.positieInOuder) == {str(len(tekst))}
    assert zie.waarden(f"{FW26}/artikel/1/lid/1", RG.positieInOuder) == set()


def verwijzing(zie: Inzage, woorden: str) -> str:
    """The one reference with these words."""
    (citaat,) = zie.met(OA.exact, woorden)
    return citaat.removesuffix("/plek/citaat")


def test_een_verwijzing_naar_een_andere_wet(zie: Inzage, wetten: tuple[Document, Document]) -> None:
    v = verwijzing(zie, "artikel 2 van de Steigerwet")
    van, naar = f"{FW26}/artikel/1/lid/1", f"{ID}BWBR9000002/artikel/2"
    assert zie.waarden(v, RDF.type) == {str(RG.Verwijzing)}
    assert zie.waarden(v, RG.van) == zie.waarden(f"{v}/plek", OA.hasSource) == {van}
    assert zie.waarden(v, RG.naar) == zie.waarden(v, OA.hasBody) == zie.waarden(van, RG.verwijstNaar) == {naar}
    assert zie.waarden(v, RG.status) == {str(RG.opgelost)}
    assert zie.waarden(v, RG.soort) == {"bepaling"}
    assert zie.waarden(v, RG.reden) == set()
    begin, eind = (int(*zie.waarden(f"{v}/plek/positie", p)) for p in (OA.start, OA.end))
    assert v == f"{FW26}/verwijzing/{begin}-{eind}"
    assert wetten[0].origineel[begin:eind] == "artikel 2 van de Steigerwet"
    (tekst,) = zie.waarden(van, RG.tekst)
    in_tekst = slice(int(*zie.waarden(v, RG.inTekstBegin)), int(*zie.waarden(v, RG.inTekstEind)))
    assert tekst[in_tekst] == "artikel 2 van de Steigerwet"


def test_een_verwijzing_in_een_opschrift(zie: Inzage) -> None:
    v = verwijzing(zie, "artikel 1")
    (kop,) = zie.waarden(f"{FW26}/artikel/2", RG.opschrift)
    plek = slice(int(*zie.waarden(v, RG.inOpschriftBegin)), int(*zie.waarden(v, RG.inOpschriftEind)))
    assert kop[plek] == "artikel 1"
    assert zie.waarden(v, RG.inTekstBegin) == set()


def test_doelen_die_er_niet_zijn_hebben_een_reden_en_toch_een_identiteit(zie: Inzage) -> None:
    ontbreekt = f"{ID}BWBR9000002/artikel/9"
    onbekend = f"{ID}BWBR9000003/artikel/3"
    (v,) = zie.met(RG.naar, ontbreekt)
    assert zie.waarden(v, RG.status) == {str(RG["doel-ontbreekt"])}
    assert zie.waarden(v, RG.reden)
    (w,) = zie.met(RG.naar, onbekend)
    assert zie.waarden(w, RG.status) == {str(RG["niet-gecontroleerd"])}
    for doel in (ontbreekt, onbekend):
        assert zie.waarden(doel, RDFS.label)
        assert zie.waarden(doel, ELI.has_member) == set()
        assert zie.waarden(f"{FW26}/artikel/2", RG.verwijstNaar) >= {doel}
    assert zie.waarden(f"{ID}BWBR9000003", RG.kort) == {"vw"}


def test_de_wijziging_met_elke_datum_apart(zie: Inzage) -> None:
    artikel = f"{FW26}/artikel/1"
    wijziging = f"{artikel}/wijziging"
    assert zie.waarden(artikel, RG.wijziging) == {wijziging}
    assert zie.waarden(artikel, RG.gewijzigdDoor) == zie.waarden(wijziging, RG.door) == {f"{ID}stb/2025%3A7"}
    assert zie.waarden(wijziging, RG["in"]) == {f"{FW}/artikel/1"}
    assert zie.waarden(wijziging, RG.effect) == {"wijziging"}
    dagen = {
        RG.ondertekend: "2025-06-01",
        RG.gepubliceerd: "2025-06-10",
        RG.inwerkingtredingBekendgemaakt: "2025-12-02",
        RG.inWerking: "2026-01-01",
    }
    assert {p: zie.waarden(wijziging, p) for p in dagen} == {p: {dag} for p, dag in dagen.items()}
    assert zie.waarden(f"{ID}stb/2025%3A7", RDFS.label) == {"Stb. 2025, 7"}
    assert zie.waarden(f"{ID}stb/2025%3A7", RDFS.seeAlso) == {"https://zoek.officielebekendmakingen.nl/stb-2025-7.html"}


def test_de_herkomst_staat_in_haar_eigen_graaf(zie: Inzage, wetten: tuple[Document, Document]) -> None:
    bron = f"{GRAAF}/bron"
    assert zie.waarden(GRAAF, PROV.wasDerivedFrom) == {bron}
    assert zie.waarden(GRAAF, PROV.generatedAtTime) == {"2026-02-03T04:05:06Z"}
    assert zie.waarden(GRAAF, RG.versie) == {FW26}
    assert zie.waarden(bron, RG.bestandsnaam) == {"fietswet.xml"}
    assert zie.waarden(bron, RG.sha256) == {wetten[0].bron.sha256}
    assert zie.waarden(bron, DCTERMS.extent) == {str(wetten[0].bron.grootte)}
    assert zie.grafen(bron, RG.sha256) == zie.grafen(GRAAF, PROV.generatedAtTime) == {GRAAF}


def test_alleen_het_tijdstip_verschilt_tussen_twee_bouwen(wetten: tuple[Document, Document]) -> None:
    herkenner = Herkenner(REGISTER, Bomen(wetten))
    eerste, tweede = (
        set(
            maak_quads(
                wetten[0], herkenner.verwijzingen(wetten[0]).verwijzingen, REGISTER, datetime(jaar, 1, 1, tzinfo=UTC)
            )
        )
        for jaar in (2026, 2027)
    )
    assert {q.predicate.value for q in eerste ^ tweede} == {str(PROV.generatedAtTime)}


def test_de_graaf_voldoet_aan_de_vormen(quads: list[Quad]) -> None:
    tripels = serialize(list({q.triple for q in quads}), format=RdfFormat.N_TRIPLES)
    vormen = Graph().parse(data=lees_bestand("vormen.ttl"), format="turtle")
    akkoord, _, rapport = validate(Graph().parse(data=tripels, format="nt"), shacl_graph=vormen, inference="none")
    assert akkoord, rapport


# --- Documents made by hand ---------------------------------------------------------------------------------------


def document(versie: str = "2026-01-01", werk: str = "brief", naam: str = "brief.txt") -> Document:
    wortel = Bepaling(BepalingId(werk), BepalingSoort.REGELING, Span(0, 10))
    bron = Bronbestand(naam, "0" * 64, 10, "tekst", "tekst/1")
    return Document(werk, versie, DocumentSoort.BRIEF, "Brief", wortel, bron, origineel="x" * 10)


def mention(status: Status, *doelen: BepalingId | ExternId, begin: int = 1) -> Verwijzing:
    return Verwijzing(
        Span(begin, 5), "xxxx", VerwijzingSoort.BEPALING, status, doelen, BepalingId("brief"), reden="Zomaar."
    )


def test_zonder_rechtskracht_is_het_een_werk_en_geen_regeling() -> None:
    zie = Inzage(list(maak_quads(document(), (), REGISTER.aangevuld(regelingen_van([document()])))))
    assert zie.waarden(f"{ID}brief", RDF.type) == zie.waarden(f"{ID}brief/2026-01-01", RDF.type) == {str(ELI.Work)}


@pytest.mark.parametrize(
    ("versie", "iri", "datum"), [("", "0000", None), ("2025-12", "2025-12", None), ("2025-02-30", "2025-02-30", None)]
)
def test_een_versie_zonder_hele_datum(versie: str, iri: str, datum: None) -> None:
    zie = Inzage(list(maak_quads(document(versie), (), REGISTER)))
    assert zie.waarden(f"{ID}brief/{iri}", ELI.version) == {iri}
    assert zie.waarden(f"{ID}brief/{iri}", ELI.version_date) == set()
    assert graaf_iri(document(versie), REGISTER).value.endswith(f"/brief/{iri}")


@pytest.mark.parametrize("versie", ["concept", "2026/01/01", "../2026", "2026-01-01 ", "artikel"])
def test_een_versie_die_geen_datum_is_wordt_geweigerd(versie: str) -> None:
    with pytest.raises(BronFout, match="geen versie"):
        list(maak_quads(document(versie), (), REGISTER))


def test_een_meerduidige_verwijzing_wijst_nergens_naar_maar_noemt_haar_kandidaten() -> None:
    kandidaten = (artikel_id("fw", "1"), artikel_id("sw", "1"))
    v = Verwijzing(
        Span(1, 5),
        "xxxx",
        VerwijzingSoort.BEPALING,
        Status.MEERDUIDIG,
        (),
        BepalingId("brief"),
        reden="Twee.",
        kandidaten=kandidaten,
    )
    zie = Inzage(list(maak_quads(document(), [v], REGISTER)))
    knoop = f"{ID}brief/2026-01-01/verwijzing/1-5"
    assert zie.waarden(knoop, RG.kandidaat) == {f"{FW}/artikel/1", f"{ID}BWBR9000002/artikel/1"}
    assert zie.waarden(knoop, RG.naar) == zie.waarden(f"{ID}brief/2026-01-01", RG.verwijstNaar) == set()
    assert zie.waarden(f"{FW}/artikel/1", RDFS.label) == {"Fietswet, artikel 1"}


def test_een_doel_brengt_zijn_ouders_mee() -> None:
    zie = Inzage(
        list(
            maak_quads(document(), [mention(Status.NIET_GECONTROLEERD, artikel_id("vw", "9", "2", "f", "1"))], REGISTER)
        )
    )
    pad = f"{ID}BWBR9000003/artikel/9/lid/2/onderdeel/f/onderdeel/1"
    while pad != f"{ID}BWBR9000003":
        assert len(zie.waarden(pad, RDFS.label)) == 1
        (pad,) = zie.waarden(pad, ELI.is_part_of)


def test_een_externe_bron() -> None:
    zie = Inzage(
        list(
            maak_quads(document(), [mention(Status.NIET_GECONTROLEERD, ExternId("ks", "II:2019/20:35394:3"))], REGISTER)
        )
    )
    knoop = f"{ID}ks/II%3A2019%2F20%3A35394%3A3"
    assert zie.waarden(knoop, RDFS.label) == {"Kamerstukken II 2019/20, 35394, nr. 3"}
    assert zie.waarden(knoop, DCTERMS.identifier) == {"ks:II:2019/20:35394:3"}
    assert zie.waarden(knoop, RDFS.seeAlso) == {"https://zoek.officielebekendmakingen.nl/kst-35394-3.html"}


def test_twee_verwijzingen_op_dezelfde_plaats_blijven_twee() -> None:
    twee = [mention(Status.OPGELOST, artikel_id("fw", n)) for n in "12"]
    zie = Inzage(list(maak_quads(document(), twee, REGISTER)))
    assert zie.waarden(f"{ID}brief/2026-01-01/verwijzing/1-5", RG.naar) == {f"{FW}/artikel/1"}
    assert zie.waarden(f"{ID}brief/2026-01-01/verwijzing/1-5-2", RG.naar) == {f"{FW}/artikel/2"}


def test_zonder_tekst_geen_plaats_in_de_tekst() -> None:
    kaal = Document("brief", "", DocumentSoort.BRIEF, "Brief", document().wortel, document().bron, met_tekst=False)
    zie = Inzage(list(maak_quads(kaal, [mention(Status.OPGELOST, artikel_id("fw", "1"))], REGISTER)))
    assert zie.waarden(f"{ID}brief/0000/verwijzing/1-5", RG.inTekstBegin) == set()
    assert zie.waarden(f"{ID}brief/0000", RG.metTekst) == {"false"}


def test_vreemde_namen_geven_geldige_iris_en_teksten() -> None:
    naam = "brief \udcff.txt"
    id_ = BepalingId("brief", (Stap(StapSoort.ARTIKEL, 'a/b "c" é <d> % ~2'), Stap(StapSoort.LID, "..")))
    quads = list(maak_quads(document(naam=naam), [mention(Status.OPGELOST, id_)], REGISTER))
    assert any(isinstance(q.object, NamedNode) and q.object.value.endswith("/lid/%2E%2E") for q in quads)
    assert Literal("brief ?.txt") in {q.object for q in quads}


def test_een_werk_buiten_het_register_heet_naar_zijn_nieuwste_document(wetten: tuple[Document, Document]) -> None:
    oud, nieuw = document("2020-01-01"), document("2021-01-01")
    register = REGISTER.aangevuld(regelingen_van([nieuw, oud, *wetten]))
    assert register.titel("brief") == "Brief"
    assert register.titel("fw") == "Fietswet"
    zie = Inzage(list(maak_quads(nieuw, (), register)))
    assert zie.waarden(f"{ID}brief", RDFS.label) == {"Brief"}
    assert zie.waarden(f"{ID}brief", RG.documentSoort) == {"brief"}


def test_getallen_en_datums_hebben_hun_type(quads: list[Quad]) -> None:
    typen = {
        q.predicate.value: q.object.datatype.value
        for q in quads
        if isinstance(q.object, Literal) and q.object.language is None
    }
    for eigenschap in (RG.volgnummer, RG.begin, OA.start, DCTERMS.extent):
        assert typen[str(eigenschap)] == str(XSD.integer)
    assert typen[str(RG.inWerking)] == typen[str(ELI.version_date)] == str(XSD.date)
    assert typen[str(ELI.number)] == str(XSD.string)


def test_de_graaf_heet_naar_de_versie_en_niet_naar_het_bestand(tmp_path: Path) -> None:
    assert graaf_iri(lees(tmp_path, "a", fietswet()), REGISTER) == graaf_iri(lees(tmp_path, "b", fietswet()), REGISTER)
