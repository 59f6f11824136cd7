"""One filled and one bare record per template, about an invented regulation on lanterns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from markupsafe import Markup

from graph.antwoorden import Bron, Leesknoop, Plek, Stuk, Tekstverwijzing, Treffer, Versie
from ontologie.document import BepalingSoort, DocumentSoort, Publicatie, Wijzigingsgegevens
from ontologie.identificatie import BepalingId, StapSoort, artikel_id
from ontologie.verwijzing import ExternId, Status, VerwijzingSoort
from web.contexten import (
    Aangehaaldpagina,
    Aangehaaldregel,
    Achtergrond,
    Asblok,
    Bepalingpagina,
    Brongroep,
    Bronnenpagina,
    Bronregel,
    Buurtgroep,
    Buurtpagina,
    Buurtregel,
    Citaat,
    Controleblok,
    Controlegroep,
    Controlepagina,
    Controlepuntregel,
    Controleresultaat,
    Correctieregel,
    Dekkingskeuze,
    Dekkingsoverzicht,
    Dekkingspagina,
    Dekkingsrij,
    Dingpagina,
    Documentblok,
    Doelpagina,
    Eigenschap,
    Foutpagina,
    Gelijkend,
    Geschiedenisregel,
    Herstelbron,
    Herstelpagina,
    Herstelregel,
    HulpJuristen,
    HulpOntwikkelaars,
    Hulpregel,
    Impactblok,
    Impactpagina,
    Impactpunt,
    Impactregel,
    Impactstap,
    Implementeertpagina,
    Inhoudsregel,
    Inkomendgroep,
    Inkomendlijst,
    Inkomendniveau,
    Inkomendregel,
    Kader,
    Kenmerk,
    Keuze,
    Leesbanner,
    Leesblok,
    Onopgelostpagina,
    Overzichtcel,
    Overzichtrij,
    Paarregel,
    Pagering,
    Pagina,
    Plichtregel,
    Recent,
    Regelingpagina,
    Relatiegroep,
    Relatielijst,
    Relatieniveau,
    Relatieregel,
    Sparqlcel,
    Sparqlfout,
    Sparqlpagina,
    Sparqluitslag,
    Sparqlvoorbeeld,
    Startbron,
    Startpagina,
    Tabblad,
    Tabelregel,
    Telling,
    Term,
    Termgroep,
    Tijdlijnblok,
    Toelichting,
    Trefferregel,
    Uitgaand,
    Veranderingsregel,
    Vergelijkingpagina,
    Vergelijkpagina,
    Verschilgroep,
    Verschilpagina,
    Verschilregel,
    Versiekeuze,
    Verwijsplaats,
    Vocabulairepagina,
    Voorbeeld,
    Voorbeelden,
    Vraag,
    Vragengroep,
    Vragenpagina,
    Wijzigingenpagina,
    Wijzigingsregel,
    Zoekpagina,
)
from web.leesblok import Leesplek, leesblok
from web.paden import Paden

PADEN = Paden("/regels")
KADER = Kader(PADEN, "Lantaarnwet", "lantaarn", "bronnen", date(2026, 1, 1), "https://w3id.org/regelgraaf/id/lw")
KAAL = Kader(PADEN, "Lantaarnwet")
START = Kader(PADEN, "Regelgraaf", menu="start", bijgewerkt_tot=date(2026, 1, 1))


def plek(id_: BepalingId, label: str = "", **rest: str) -> Plek:
    """A loaded place."""
    iri = f"https://w3id.org/regelgraaf/id/{id_}"
    return Plek(id_, iri, str(id_), label or f"Lantaarnwet, {id_}", geladen=True, opschrift=rest.get("opschrift", ""))


WET = plek(BepalingId("lw"), "Lantaarnwet")
ARTIKEL = plek(artikel_id("lw", "3"), "Lantaarnwet, artikel 3", opschrift="Ontsteken")
EXTERN = Plek(
    ExternId("stb", "2025:1"),
    "https://w3id.org/regelgraaf/id/stb/2025%3A1",
    "stb:2025:1",
    "Stb. 2025, 1",
    adres="https://zoek.officielebekendmakingen.nl/stb-2025-1.html",
)
V2026 = Versie("2026-01-01", "https://w3id.org/regelgraaf/id/lw/2026-01-01", date(2026, 1, 1), date(2027, 1, 1))
V2020 = Versie("2020", "https://w3id.org/regelgraaf/id/lw/2020")


def maak_bron(**anders: object) -> Bron:
    """A loaded source."""
    vast: dict[str, object] = {
        "werk": WET,
        "versie": V2026,
        "soort": DocumentSoort.WET,
        "titel": "Lantaarnwet",
        "volledig": True,
        "met_tekst": True,
        "bestand": "lantaarnwet.xml",
        "sha256": "0a" * 32,
        "grootte": 1_234_567,
        "formaat": "bwb-toestand",
        "graaf": "https://w3id.org/regelgraaf/graaf/lw",
        "artikelen": 12,
        "bepalingen": 90,
        "verwijzingen": 1234,
        "per_status": ((Status.OPGELOST, 1200), (Status.DEELS, 34)),
    }
    return Bron(**{**vast, **anders})  # type: ignore[arg-type]


BRON = maak_bron()
KALE_BRON = maak_bron(
    versie=Versie("0000", "https://w3id.org/regelgraaf/id/lw/0000"),
    volledig=False,
    met_tekst=False,
    artikelen=0,
    nieuwste=False,
    per_status=(),
)


def verwijzing(tekst: str, status: Status, *doelen: Plek, nummer: int = 1) -> Stuk:
    """A piece of text that is a reference."""
    reden = "" if status is Status.OPGELOST else "De lamp is uit."
    iri = f"https://w3id.org/regelgraaf/id/lw/2026-01-01/verwijzing/{nummer}-{nummer + 9}"
    return Stuk(tekst, Tekstverwijzing(0, len(tekst), iri, VerwijzingSoort.INTERN, status, doelen, reden))


def knoop(
    id_: BepalingId, soort: BepalingSoort, diepte: int, aanduiding: str, *stukken: Stuk, **rest: object
) -> Leesknoop:
    """A step of reading text."""
    nummer = id_.stappen[-1].nummer if id_.stappen else ""
    return Leesknoop(plek(id_), "iri", soort, nummer, aanduiding, diepte, alineas=(stukken,) if stukken else (), **rest)  # type: ignore[arg-type]


_A = artikel_id("lw", "3")
_H = BepalingId("lw").onder(StapSoort.HOOFDSTUK, "1")
_WEG = (plek(artikel_id("lw", "9")), plek(artikel_id("lw", "10")))
_T = _A.onder(StapSoort.TABEL, "1")
_S = BepalingSoort

#: A regulation with every form that reading text has.
KNOPEN: tuple[Leesknoop, ...] = (
    knoop(BepalingId("lw"), _S.REGELING, 0, "", Stuk("Wij doen het licht aan.")),
    knoop(_H, _S.HOOFDSTUK, 1, "Hoofdstuk 1", opschrift=(Stuk("Licht & donker"),), verwijzingen_in=1200),
    knoop(
        _A,
        _S.ARTIKEL,
        2,
        "Artikel 3",
        Stuk("De wachter ontsteekt <elke> lantaarn:"),
        opschrift=(Stuk("Ontsteken"),),
        facultatief=True,
        verwijzingen_in=2,
    ),
    knoop(
        _A.onder(StapSoort.LID, "1"),
        _S.LID,
        3,
        "1.",
        Stuk("volgens "),
        verwijzing("artikel 3", Status.OPGELOST, ARTIKEL),
        Stuk(", en"),
        verwijzingen_in=1,
    ),
    knoop(
        _A.onder(StapSoort.LID, "1").onder(StapSoort.ONDERDEEL, "a"),
        _S.ONDERDEEL,
        4,
        "a.",
        verwijzing(
            "artikel 9 of 10",
            Status.DOEL_ONTBREEKT,
            plek(artikel_id("lw", "9")),
            plek(artikel_id("lw", "10")),
            nummer=2,
        ),
    ),
    knoop(
        _A.onder(StapSoort.LID, "1").onder(StapSoort.ONDERDEEL, "b"),
        _S.ONDERDEEL,
        4,
        "",
        verwijzing("de Kaarsenwet", Status.NIET_GECONTROLEERD, plek(BepalingId("kw"))),
        facultatief=True,
    ),
    knoop(_A.onder(StapSoort.LID, "1"), _S.LID, 3, "1.", Stuk("tenzij de maan schijnt."), vervolg=True),
    knoop(_A.onder(StapSoort.LID, "2"), _S.LID, 3, "2.", verwijzing("Stb. 2025, 1", Status.OPGELOST, EXTERN, nummer=3)),
    knoop(_A, _S.ARTIKEL, 2, "Artikel 3", Stuk("Zo blijft het licht."), vervolg=True),
    knoop(_T, _S.TABEL, 3, "Tabel 1"),
    knoop(_T.onder(StapSoort.RIJ, "1"), _S.RIJ, 4, ""),
    knoop(_T.onder(StapSoort.RIJ, "1").onder(StapSoort.CEL, "1"), _S.CEL, 5, "", Stuk("Avond")),
    knoop(_T.onder(StapSoort.RIJ, "1").onder(StapSoort.CEL, "2"), _S.CEL, 5, "", Stuk("aan")),
    knoop(_T.onder(StapSoort.RIJ, "2"), _S.RIJ, 4, ""),
    knoop(_T.onder(StapSoort.RIJ, "2").onder(StapSoort.CEL, "1"), _S.CEL, 5, "", Stuk("Ochtend")),
    knoop(_A.onder(StapSoort.ALINEA, "1"), _S.ALINEA, 3, "", Stuk("Een losse zin.")),
    knoop(_A.onder(StapSoort.VOETNOOT, "1"), _S.VOETNOOT, 3, "1", Stuk("Zie ook elders.")),
    knoop(artikel_id("lw", "4"), _S.ARTIKEL, 2, "Artikel 4", vervallen=True),
    knoop(artikel_id("lw", "5"), _S.ARTIKEL, 2, "Artikel 5", in_werking=False),
)

BLOK = leesblok(KNOPEN, Leesplek(PADEN, "lw", hier=frozenset({"lw:3"})))
LEEG = Leesblok((), Markup(""))
LINK = Verwijsplaats("Lantaarnwet, artikel 3", "/regels/bepaling/lw:3", opschrift="Ontsteken")
BUITEN = Verwijsplaats("Stb. 2025, 1", "https://zoek.officielebekendmakingen.nl/stb-2025-1.html", extern=True)
PAGERING = Pagering(51, 100, 260, "/regels/a", "/regels/b")
GEEN_PAGERING = Pagering(0, 0, 0)
UITGAAND = Uitgaand("v-1-10", LINK, "volgens ", "artikel 3", ", en", "opgelost", (LINK, BUITEN))
ONZEKER = Uitgaand("v-2-10", LINK, "", "artikel 9", "", "meerduidig", (), "De lamp is uit.", (LINK,), (LINK,))
REGEL = Inkomendregel(LINK, "volgens ", "artikel 3", ", en", "opgelost")
INKOMEND = Inkomendlijst(
    260,
    (("zelf", 200), ("onder", 60)),
    (
        Inkomendgroep(
            LINK,
            "2026-01-01",
            "wet",
            3,
            (
                Inkomendniveau("zelf", (REGEL,)),
                Inkomendniveau("onder", (Inkomendregel(LINK, "", "lid 1", "", "deels", LINK),)),
            ),
        ),
        Inkomendgroep(LINK, "0000", "model", 1, (Inkomendniveau("zelf", (REGEL,)),)),
    ),
    PAGERING,
)
GEEN_INKOMEND = Inkomendlijst(0, (), (), GEEN_PAGERING)
KENMERKEN = (Kenmerk("JCI", "jci1.3:c:BWBR0000001&artikel=3"), Kenmerk("Korte notatie", "lw:3"))
VERSIES = (
    Versiekeuze(V2026, "/regels/regeling/lw", True),
    Versiekeuze(V2020, "/regels/regeling/lw?versie=2020", False),
)
STB = Publicatie("Stb", 2025, "1")
WIJZIGING = Wijzigingsgegevens(
    "wijziging", STB, STB, date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1), date(2026, 1, 1), date(2025, 12, 1)
)
EERDER = Wijzigingsgegevens("nieuw", STB, juncto=(STB, STB), opmerking="De lamp < de maan.")
CITATEN = (Citaat(LINK, "ter uitvoering van artikel 3 & 4"), Citaat(LINK, ""))
RELATIE = Relatieregel(LINK, "implementeert", "expliciet", "De aanhef zegt dat.", CITATEN)
RELATIES = Relatielijst(
    (
        Relatiegroep(
            LINK,
            (
                Relatieniveau("zelf", (RELATIE, replace(RELATIE, omgekeerd=True))),
                Relatieniveau("onderdeel", (replace(RELATIE, eigen=LINK, relatie="berust op"),)),
                Relatieniveau("bovenliggend", (replace(RELATIE, eigen=LINK, omgekeerd=True, sterkte="afgeleid"),)),
            ),
        ),
    ),
    PAGERING,
    (replace(RELATIE, relatie="geen invulling van", citaten=(), facultatief=True, deels=True),),
)
GEEN_RELATIES = Relatielijst((), GEEN_PAGERING)
VERANDERING = Veranderingsregel(LINK, "nieuw", "vastgesteld", "Het licht ging aan.", CITATEN)
ACHTERGROND = Achtergrond(
    "/regels/x?formaat=csv", "/regels/x?formaat=docx", "SELECT * { ?s ?p '<' }", "/regels/sparql?query=x", "Zo dus."
)
TELLING = (("gedekt", 3), ("te beoordelen", 1))
DEKKINGSKEUZE = Dekkingskeuze("Model", "Lantaarnwet", "/regels/vraag/dekking", TELLING)
TIJDLIJN = Tijdlijnblok(
    Markup('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), "Niet op schaal.", "/regels/t?formaat=svg", 2, ("nieuw",)
)
OVERZICHT = Dekkingsoverzicht(
    LINK,
    (LINK, LINK),
    (
        Overzichtrij(
            LINK, "moet", False, 4, (Overzichtcel("te beoordelen", "/regels/d"), Overzichtcel("geen verband"))
        ),
        Overzichtrij(LINK, "mag", True, 0, (Overzichtcel("buiten", "/regels/d"), Overzichtcel("gedekt", "/"))),
    ),
    "/regels/vraag/dekking?formaat=svg",
)
DEKKINGSRIJ = Dekkingsrij(
    "3:1",
    LINK,
    "moet",
    "de raad",
    "De raad regelt",
    "het <licht>;",
    "deels",
    "Opgeteld.",
    "Alles is facultatief.",
    (RELATIE,),
    False,
)
VERSCHIL = Verschilregel(
    "hernummerd",
    "Artikel 3",
    LINK,
    Verwijsplaats("Artikel 4", "/regels/bepaling/lw:4"),
    Markup("<p>de <del>oude</del> lamp</p>"),
    Markup("<p>de <ins>nieuwe</ins> lamp</p>"),
    ook_gewijzigd=True,
    precies=False,
    omvat=2,
    in_werking=False,
)
ASBLOK = Asblok(
    "in-werking",
    "de wijziging trad in werking",
    "/regels/a",
    (Telling(LINK, 3, 1), Telling(LINK, 0, 2)),
    (LINK,),
    date(2026, 2, 1),
    4,
    "/regels/b",
)
TREFFER = Treffer(
    ARTIKEL,
    WET,
    "2026-01-01",
    BepalingSoort.ARTIKEL,
    WET,
    (("Ontsteken", False),),
    (("de ", False), ("lantaarn", True)),
)
KEUZES = (Keuze("lw", "Lantaarnwet", True), Keuze("kw", "Kaarsenwet", False))
CEL = Sparqlcel("Lantaarnwet", "/regels/regeling/lw", "nl")
QUERY = "SELECT * { ?s ?p ?o } LIMIT 1"


def _sparql(**rest: object) -> Sparqlpagina:
    voorbeeld = Sparqlvoorbeeld("Alles", "Eén tripel.", QUERY, "/regels/sparql?query=x")
    return Sparqlpagina(KADER, QUERY, (voorbeeld,), eindpunt="http://test/regels/sparql", **rest)  # type: ignore[arg-type]


_ONDER = (Inhoudsregel("Artikel 3", "Ontsteken", "#3", 2), Inhoudsregel("§ 2", "", "#par:2", 1, True))

STAP = Impactstap(
    LINK, LINK, "verwijst naar", "boven", "De een wijst de ander aan.", LINK, LINK, "Zie ", "artikel 3", "."
)
IMPACTREGELS = (
    Impactregel(LINK, "grondslag", True, 1, "grondslag bestaat niet meer", "Trek haar in.", ((STAP,),)),
    Impactregel(
        replace(LINK, opschrift=""), "toelichting", False, 2, "werk bij", "Lees na.",
        ((STAP, replace(STAP, naar=None, voor="", woorden="", na="", zeker=False)), (STAP,)), 3,
    ),
)  # fmt: skip
PUNTEN = (Impactpunt(LINK, "vervalt", date(2026, 1, 1)), Impactpunt(LINK, "nieuw", None))
IMPACT = Impactpagina(
    KADER,
    "art. 3 Lw",
    KEUZES,
    KEUZES,
    (),
    date(2026, 1, 1),
    LINK,
    "Stel dat vervalt:",
    direct=1,
    per_graad=(("grondslag", 1), ("toelichting", 1)),
    blokken=(
        Impactblok(LINK, "2025-12", "model", 2, (("grondslag", 1), ("toelichting", 1)), IMPACTREGELS),
        Impactblok(LINK, "", "", 1, (("toelichting", 1),), IMPACTREGELS[1:]),
    ),
    pagering=PAGERING,
    intern=2,
    noemen_besluit=1,
    zwak=((LINK, 4),),
    mee=(LINK,),
    vernummerd=((LINK, "5", 2), (LINK, "", 0)),
    voorbehouden=("Niet alles is geladen.",),
    afgekapt="Afgekapt na 10 seconden.",
    achtergrond=ACHTERGROND,
)

CONTROLEREGELS = (("nummer-overgeslagen", "Nummer overgeslagen", "fout", "Er ontbreekt een nummer."),)
CONTROLEPUNT = Controlepuntregel(
    LINK, 12, "Zie ", "artikel 9", " voor de boete.", "Artikel 9 is er niet.", "Noem een ander."
)
CONTROLE = Controleresultaat(
    "Lantaarnwet",
    "lantaarn.txt",
    LINK,
    "/regels/controle?werk=lw",
    "/regels/controle?werk=lw&formaat=csv",
    "/regels/controle?werk=lw&formaat=docx",
    (("fout", 1), ("waarschuwing", 2)),
    KEUZES,
    KEUZES,
    (
        Controleblok(
            "fout",
            1,
            (
                Controlegroep(
                    "regel-x", "Nummer overgeslagen", "Er ontbreekt een nummer.", "/regels/controle", (CONTROLEPUNT,)
                ),
            ),
        ),
    ),
    ("Niet nagelopen: één verwijzing.",),
)
EIGEN_CONTROLE = replace(
    CONTROLE,
    werk=None,
    blokken=(),
    voorbehouden=(),
    gewist_met="/regels/controle/x/wis",
    bewaard_tot=datetime(2026, 1, 8, 12, 0),
)
VOL_EN_KAAL: tuple[Pagina, ...] = (
    Vergelijkpagina(
        KADER,
        (Keuze("ml", "Model Lantaarnverordening <2026>", True), Keuze("mk", "Model Kaarsen", False)),
        (Keuze("CVDR1", "Lantaarnverordening Nergenshuizen", False),),
        "0,5",
        "7 dagen",
        "uw document: <leeg>.",
        True,
    ),
    Vergelijkpagina(KAAL, (), (), "20", "1 uur"),
    Vergelijkingpagina(
        KADER,
        "Lantaarnverordening <Nergenshuizen>",
        Verwijsplaats("Model Lantaarnverordening", "/regels/regeling/ml"),
        date(2026, 3, 1),
        "mijn <verordening>.docx",
        datetime(2026, 3, 8, 12, tzinfo=UTC),
        "/regels/vergelijk/x/wissen",
        "/regels/vergelijk/x/herstel",
        (Tabblad("Alles", "/regels/vergelijk/x?toon=alles", 1200, True),),
        (Tabblad("Grondslag", "/regels/vergelijk/x?toon=grondslag", 2, False),),
        "Alles",
        "Alle bepalingen.",
        (
            Paarregel(
                "Artikel 2",
                "Artikel 3 + Artikel 4",
                "/regels/bepaling/ml:3",
                "afwijkend",
                ("hernummerd", "samengevoegd"),
                "De woorden wijken af van het model.",
                Markup("<p>Een <ins>lamp</ins></p>"),
                Markup("<p>Een <del>lantaarn</del></p>"),
                (("ingevuld", "[aantal <n>]", "drie"), ("facultatief deel weggelaten", "[of meer]", "")),
                2,
                False,
            ),
            Paarregel(
                "", "Artikel 5", "/regels/bepaling/ml:5", "ontbreekt", (), "Weg.", Markup(), Markup("<p>x</p>"), ()
            ),
        ),
        (),
        "Geen bepalingen gevonden.",
        (("gelijk", 1000), ("afwijkend", 1)),
        ("De toelichting is niet vergeleken.",),
        "/regels/vergelijk/x?formaat=csv",
        "/regels/vergelijk/x?formaat=docx",
        Pagering(1, 100, 200, "", "/regels/vergelijk/x?vanaf=100"),
    ),
    Herstelpagina(
        KADER,
        "Lantaarnverordening <Nergenshuizen>",
        "Model Lantaarnverordening",
        date(2026, 3, 1),
        "/regels/vergelijk/x",
        "/regels/vergelijk/x/herstel",
        date(2026, 4, 1),
        (
            Herstelregel(
                "1:2",
                "Artikel 1, lid 2",
                ("model gewijzigd",),
                ("Het model <is> gewijzigd.",),
                (
                    Herstelbron(Verwijsplaats("Brief", "/regels/id/brief"), "woorden <uit> de brief"),
                    Herstelbron(Verwijsplaats("Model", ""), ""),
                ),
                ("Vul in: «[aantal]».",),
                True,
                True,
            ),
            Herstelregel("+bijlage:1", "Bijlage", ("ontbreekt",), (), (), (), False, False),
        ),
        Markup("<table><tbody><tr><td>x</td></tr></tbody></table>"),
        "Artikel I\nDe Lantaarnverordening <x> wordt als volgt gewijzigd:\n",
        ("Artikel 1: kies.",),
        "/regels/vergelijk/x/herstel/waswordt?formaat=docx",
        "/regels/vergelijk/x/herstel/waswordt?formaat=html",
        "/regels/vergelijk/x/herstel/besluit?formaat=docx",
        "/regels/vergelijk/x/herstel/besluit?formaat=html",
        (("eigen", 'lantaarn"<verordening>'), ("op", "2026-03-01")),
    ),
    Herstelpagina(KAAL, "L", "M", date(2026, 3, 1), "/x", "/y", None, (), Markup(), "", (), "/a", "/b", "/c", "/d"),
    Vergelijkingpagina(
        KADER,
        "Lantaarnverordening",
        Verwijsplaats("Model", "/regels/regeling/ml"),
        date(2026, 3, 1),
        "",
        None,
        "",
        "",
        (),
        (),
        "Opdrachten",
        "",
        (),
        (
            Tabelregel(
                Verwijsplaats("Lantaarnwet, artikel 3", "/regels/bepaling/lw:3"),
                "gedekt",
                ("Een <zin>.",),
                (Verwijsplaats("Artikel 2", ""),),
                "regels over lampen",
                (("Artikel 2", "De <lamp> brandt."),),
            ),
            Tabelregel(Verwijsplaats("Artikel 9", ""), "bestaat niet", ()),
        ),
        "Niets.",
        (),
        (),
        "/c",
        "/d",
        Pagering(0, 0, 0),
    ),
    Vergelijkingpagina(
        KAAL,
        "Leeg",
        Verwijsplaats("Model", ""),
        date(2026, 3, 1),
        "",
        None,
        "",
        "",
        (),
        (),
        "Extra",
        "",
        (),
        (),
        "Geen.",
        (),
        (),
        "/c",
        "/d",
        Pagering(0, 0, 0),
    ),
    Startpagina(
        START,
        (
            Brongroep(
                "wetten", (Startbron(Bronregel(BRON, "/regels/regeling/lw", "/regels/onopgelost", 34), (LINK,)),)
            ),
            Brongroep("overig", (Startbron(Bronregel(KALE_BRON, "/x", "/y", 0)),)),
        ),
        (Vraag("Wie verwijst?", "Per document.", "/regels/bepaling/lw:3"),),
        2,
        1234,
        ("Kaarsenwet",),
        (Recent(date(2026, 1, 1), "Lantaarnwet", 3, "/regels/vraag/wijzigingen"),),
        (Vraag("Controleer een tekst", "De technische controle.", "/regels/controle"),),
        (Aangehaaldregel(LINK, 3),),
    ),
    Startpagina(START, (), (), 0, 0),
    Aangehaaldpagina(KADER, (Aangehaaldregel(LINK, 3), Aangehaaldregel(LINK, 1)), PAGERING),
    Aangehaaldpagina(KAAL, (), GEEN_PAGERING),
    Bronnenpagina(KADER, (Bronregel(BRON, "/regels/regeling/lw", "/z", 34), Bronregel(KALE_BRON, "/x", "/y", 0))),
    Bronnenpagina(KAAL, ()),
    Bepalingpagina(
        KADER,
        "Artikel 3",
        "Ontsteken",
        BRON,
        (LINK, LINK),
        "/regels/regeling/lw#3",
        BLOK,
        True,
        (UITGAAND, ONZEKER),
        PAGERING,
        INKOMEND,
        KENMERKEN,
        LINK,
        LINK,
        (WIJZIGING, EERDER),
        True,
        True,
        False,
        (LINK,),
        (Toelichting(LINK, BLOK, True), Toelichting(LINK, LEEG)),
        "https://wetten.overheid.nl/jci1.3:c:BWBR1",
        RELATIES,
        replace(RELATIES, uitgesloten=(), meer="/regels/vraag/implementeert?bepaling=lw:3"),
        (
            Plichtregel(LINK, "moet", "De raad regelt", "het licht;", ((LINK, "te beoordelen"), (LINK, "gedekt"))),
            Plichtregel(LINK, "mag", "", "", ()),
        ),
        (
            Geschiedenisregel(VERSIES[0], "gewijzigd", "/regels/vraag/verschil?werk=lw:3"),
            Geschiedenisregel(VERSIES[1], "aanwezig"),
            Geschiedenisregel(Versiekeuze(V2020, "", False), "afwezig"),
        ),
        (VERANDERING,),
        INKOMEND.groepen[1:],
        Leesbanner("U leest een oude tekst.", True, LINK),
        date(2024, 5, 1),
    ),
    Bepalingpagina(KAAL, "Artikel 4", "", KALE_BRON, (), "/r", LEEG, False, (), GEEN_PAGERING, GEEN_INKOMEND, ()),
    Doelpagina(KADER, ARTIKEL, INKOMEND, KENMERKEN, "https://wetten.overheid.nl/jci1.3:c:BWBR1"),
    Doelpagina(KAAL, ARTIKEL, GEEN_INKOMEND, ()),
    Regelingpagina(
        KADER,
        BRON,
        (
            Inhoudsregel(
                "Hoofdstuk 1",
                "Licht",
                "#hfst:1",
                onder=_ONDER,
            ),
            Inhoudsregel("Bijlage", "", "#bijlage"),
        ),
        BLOK,
        PAGERING,
        VERSIES,
        34,
        "/regels/onopgelost",
        Leesbanner("U leest de tekst van vandaag.", False),
        date(2026, 1, 1),
        (Correctieregel(LINK, "1amp", "lamp", "een l, geen 1"),),
        True,
        "/regels/regeling/lw",
        "https://wetten.overheid.nl/jci1.3:c:BWBR1",
    ),
    Regelingpagina(KAAL, KALE_BRON, (), LEEG, GEEN_PAGERING, (), 0, "/regels/onopgelost"),
    Zoekpagina(
        KADER,
        (Trefferregel(TREFFER, "/regels/bepaling/lw:3", LINK),),
        PAGERING,
        KEUZES,
        KEUZES,
        True,
        LINK,
        (LINK,),
        False,
    ),
    Zoekpagina(KADER, (), GEEN_PAGERING, (), (), False),
    Zoekpagina(KAAL, (), GEEN_PAGERING, (), (), False),
    Onopgelostpagina(KADER, (ONZEKER,), PAGERING, KEUZES, KEUZES),
    Onopgelostpagina(KAAL, (), GEEN_PAGERING, (), ()),
    _sparql(
        uitslag=Sparqluitslag(
            ("s", "p"), ((CEL, None), (Sparqlcel("licht", taal="en"), CEL)), afgekapt=True, seconden=0.01
        ),
        downloads=(LINK,),
    ),
    _sparql(uitslag=Sparqluitslag(antwoord=False)),
    _sparql(uitslag=Sparqluitslag(tripels="<a> <b> <c> .")),
    _sparql(uitslag=Sparqluitslag(("s",))),
    _sparql(fout=Sparqlfout("Er ontbreekt een accolade.", "Sluit haar.", 1, 3, "SELECT * {")),
    _sparql(fout=Sparqlfout("Te traag.")),
    _sparql(fout=Sparqlfout("Ergens.", regel=2)),
    Buurtpagina(
        KADER,
        LINK,
        Markup('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
        (Buurtgroep("wet", (Buurtregel(LINK, ("verwijst hiernaar",)),), 3, "/regels/bepaling/lw:2"),),
        "/regels/beeld/bepaling/lw:2?formaat=svg",
    ),
    Buurtpagina(KAAL, LINK, Markup("<svg></svg>"), (), "/regels/beeld/bepaling/lw:1?formaat=svg"),
    Vragenpagina(
        KADER, (Vragengroep("eigen", (Vraag("Wie?", "Die.", "/regels/v"),)),), (Vraag("Wat?", "Dat.", "/regels/w"),)
    ),
    Vragenpagina(KAAL, (), ()),
    IMPACT,
    replace(IMPACT, punten=PUNTEN, voorbehouden=(), zwak=(), mee=(), vernummerd=(), afgekapt=""),
    replace(IMPACT, kader=KAAL, blokken=(), per_graad=(), direct=0, pagering=Pagering(0, 0, 0), achtergrond=None),
    Impactpagina(KAAL, "", KEUZES, KEUZES, (LINK,)),
    Controlepagina(KADER, KEUZES, 20.0, CONTROLEREGELS, CONTROLE),
    Controlepagina(KADER, KEUZES, 20.0, CONTROLEREGELS, EIGEN_CONTROLE),
    Controlepagina(KAAL, (), 20.0, CONTROLEREGELS),
    Implementeertpagina(KADER, "art. 3 Lw", (LINK,), LINK, RELATIES, GEEN_RELATIES, ACHTERGROND),
    Implementeertpagina(KAAL, "", (LINK,)),
    Dekkingspagina(
        KADER,
        (DEKKINGSKEUZE,),
        BRON,
        BRON,
        "/regels/regeling/mlv",
        "/regels/regeling/lw",
        TELLING,
        (DEKKINGSRIJ, replace(DEKKINGSRIJ, anker="3:2", door=(), ongedeeld=True, oordeel="ontbreekt", diepte=4)),
        7,
        True,
        "/regels/vraag/dekking",
        ("De toelichting zegt iets anders.",),
        ACHTERGROND,
    ),
    Dekkingspagina(KADER, (), BRON, KALE_BRON),
    Dekkingspagina(KAAL, (), overzichten=(OVERZICHT,)),
    Dekkingspagina(KAAL, ()),
    Wijzigingenpagina(
        KADER,
        date(2026, 1, 1),
        date(2026, 1, 31),
        "in-werking",
        KEUZES,
        LINK,
        (ASBLOK,),
        (
            Wijzigingsregel(LINK, WIJZIGING, date(2026, 1, 1), LINK, BUITEN),
            Wijzigingsregel(LINK, EERDER, None, None, None),
        ),
        PAGERING,
        ((BUITEN, 3),),
        (
            Documentblok(LINK, "2025-12", False, (VERANDERING,), (VERANDERING,), ("Niet alles is bekend.",)),
            Documentblok(LINK, "0000", True, (), (), ()),
        ),
        (LINK,),
        ACHTERGROND,
        TIJDLIJN,
    ),
    Wijzigingenpagina(
        KAAL, date(2026, 1, 1), date(2026, 1, 1), "", (), LINK, (Asblok("terugwerkend", "niets", "/regels/c", (), ()),)
    ),
    Wijzigingenpagina(KAAL, None, None, "", (), LINK),
    Verschilpagina(
        KADER,
        (LINK,),
        "lw",
        LINK,
        KEUZES,
        KEUZES,
        LINK,
        LINK,
        False,
        TELLING,
        3,
        (Verschilgroep("w-0-3", LINK, (VERSCHIL, replace(VERSCHIL, oud=None, was=Markup()))),),
        PAGERING,
        ACHTERGROND,
    ),
    Verschilpagina(KADER, (LINK,), "lw", LINK, KEUZES, KEUZES, LINK, LINK, pagering=GEEN_PAGERING),
    Verschilpagina(KADER, (LINK,), "kw", LINK, KEUZES[:1], KEUZES[:1]),
    Verschilpagina(KAAL, ()),
    Dingpagina(
        KADER,
        "«artikel 2» in <Lamp>",
        "https://w3id.org/regelgraaf/id/lamp/2026-01-01/verwijzing/1-9",
        "verwijzing",
        (Eigenschap("naar", (LINK, BUITEN, Verwijsplaats("ja & nee", "")), 1200), Eigenschap("van", (LINK,))),
        LINK,
    ),
    Dingpagina(KAAL, "Lamp", "https://w3id.org/regelgraaf/graaf/lamp/2026-01-01", "", ()),
    Vocabulairepagina(
        KADER,
        (
            Termgroep(
                "Klassen",
                (
                    Term("Lamp", "iri", "Lamp", "lamp", "Geeft licht.", (("verwant", (LINK, BUITEN)),)),
                    Term("Kaars", "iri", "Kaars", "kaars", ""),
                ),
            ),
        ),
        "https://w3id.org/regelgraaf/def#",
    ),
    HulpJuristen(
        KADER,
        (Hulpregel("art. 3 Lw", "/regels/zoek?q=art.+3+Lw", "een aanhaling"),),
        (Vraag("Wie?", "Die.", "/regels/v"),),
    ),
    HulpOntwikkelaars(KADER, "http://test/regels"),
    Foutpagina(KADER, 404, "Niet gevonden", "Er is geen artikel 99.", "Zoek verder.", (Gelijkend(LINK, "lw:9"),)),
    Foutpagina(KADER, 404, "Niet gevonden", "Deze regeling is niet geladen.", geladen="/regels/bronnen"),
    Foutpagina(KAAL, 500, "Er ging iets mis", "Het is vastgelegd."),
    Voorbeelden(
        (
            Voorbeeld("Artikel 3", "Ontsteken", BLOK, True),
            Voorbeeld("Kaarsenwet", "", LEEG, zonder_tekst="Niet geladen."),
        ),
        3,
    ),
)
