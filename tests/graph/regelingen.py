"""Invented regulations as documents, for tests of what is built on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bronnen.register import Register, laad_register
from graph.boom import Bomen
from graph.feiten import Leesmodelmaker
from graph.opslag import Opslag
from graph.oxigraph import Oxigraph
from graph.staat import LEESMODEL, nieuwe_staat
from graph.tripels import maak_quads, regelingen_van
from graph.verwijzing import Herkenner
from graph.zoeken import bouw_index
from ontologie.document import Bepaling, BepalingSoort, Bronbestand, Document, DocumentSoort
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.tekst import Span, Tekst


class Schrijver:
    """Writes a document as it goes: each call adds text to the original, so that every place is real."""

    def __init__(self, werk: str, versie: str = "2026-01-01", soort: DocumentSoort = DocumentSoort.VERORDENING) -> None:
        self.werk, self.versie, self.soort = werk, versie, soort
        self._origineel = ""

    def tekst(self, inhoud: str) -> Tekst:
        """A passage that stands next in the original."""
        begin = len(self._origineel)
        self._origineel += inhoud + "\n"
        return Tekst.letterlijk(self._origineel, begin, begin + len(inhoud))

    def bepaling(
        self, pad: str, label: str, kop: str = "", *inhoud: Tekst | Bepaling, vervallen: bool = False
    ) -> Bepaling:
        """A provision; ``pad`` is "artikel/3/lid/1"."""
        delen = pad.split("/") if pad else []
        id_ = BepalingId(self.werk)
        for soort, nummer in zip(delen[::2], delen[1::2], strict=True):
            id_ = id_.onder(StapSoort(soort), nummer)
        return Bepaling(
            id=id_,
            soort=BepalingSoort(delen[-2]) if delen else BepalingSoort.REGELING,
            span=Span(0, len(self._origineel)),
            label=label,
            opschrift=self.tekst(kop) if kop else None,
            inhoud=inhoud,
            vervallen=vervallen,
        )

    def document(self, titel: str, inhoud: Sequence[Bepaling], met_tekst: bool = True) -> Document:
        """The whole, with what has been written so far as its original."""
        return Document(
            werk=self.werk,
            versie=self.versie,
            soort=self.soort,
            titel=titel,
            wortel=self.bepaling("", "", "", *inhoud),
            bron=Bronbestand(f"{self.werk}.txt", "0" * 64, len(self._origineel), "tekst", "tekst/1"),
            met_tekst=met_tekst,
            origineel=self._origineel,
        )


def fietsverordening(versie: str = "2026-01-01") -> Document:
    """An ordinance about bicycles, with leden, onderdelen, a chapter, inflections and compounds."""
    s = Schrijver("fvo", versie)
    eerste = s.bepaling(
        "artikel/1",
        "Artikel 1",
        "Begrippen",
        s.tekst("In deze verordening wordt verstaan onder:"),
        s.bepaling(
            "artikel/1/onderdeel/a", "a.", "", s.tekst("stalling: plaats waar huizenbewoners hun rijwiel zetten;")
        ),
        s.bepaling("artikel/1/onderdeel/b", "b.", "", s.tekst("fietssubsidie: geld voor een nieuwe fiets.")),
    )
    tweede = s.bepaling(
        "artikel/2",
        "Artikel 2",
        "Her-ijking van de stallingen",
        s.bepaling("artikel/2/lid/1", "1.", "", s.tekst("De beheerder voert de reïnspectie van iedere stalling uit.")),
        s.bepaling("artikel/2/lid/2", "2.", "", s.tekst("Daarbij let zij op de breedte van het huis ernaast.")),
    )
    derde = s.bepaling("artikel/3", "Artikel 3", "Geld", s.tekst("Een subsidie wordt jaarlijks vastgesteld."))
    vierde = s.bepaling(
        "artikel/4", "Artikel 4", "Slot", s.tekst("Deze verordening heet Fietsverordening Nergenshuizen.")
    )
    hoofdstuk = s.bepaling("hoofdstuk/2", "Hoofdstuk 2", "Onderhoud", tweede, derde)
    return s.document("Fietsverordening Nergenshuizen", [eerste, hoofdstuk, vierde])


def wegenregeling() -> Document:
    """A regulation with text after its onderdelen, a repealed article, references in text and heading, and a table."""
    s = Schrijver("wegnh", "2025-07-01", DocumentSoort.MINISTERIELE_REGELING)
    kop = "Uitzondering op artikel 2"
    eerste = s.bepaling(
        "artikel/1",
        "Artikel 1",
        "Soorten",
        s.tekst("Er zijn wegen van:"),
        s.bepaling("artikel/1/onderdeel/a", "a.", "", s.tekst("steen;")),
        s.bepaling("artikel/1/onderdeel/b", "b.", "", s.tekst("zand, bedoeld in artikel 2, tweede lid;")),
        s.tekst("tenzij de beheerder anders besluit."),
    )
    tweede = s.bepaling(
        "artikel/2",
        "Artikel 2",
        "Beheer",
        s.bepaling("artikel/2/lid/1", "1.", "", s.tekst("Het beheer berust bij de dorpsraad.")),
        s.bepaling("artikel/2/lid/2", "2.", "", s.tekst("Het eerste lid geldt niet voor paden.")),
    )
    derde = s.bepaling("artikel/3", "Artikel 3", kop, s.tekst("Artikel 9 en artikel 1, onder b, gelden niet."))
    vierde = s.bepaling("artikel/4", "Artikel 4", "", vervallen=True)
    return s.document("Wegenregeling Nergenshuizen", [eerste, tweede, derde, vierde])


def wegenbrief(versie: str = "2025-09-01") -> Document:
    """A letter about the Wegenregeling, which it cites at three levels."""
    s = Schrijver("wegbrief", versie, DocumentSoort.BRIEF)
    inhoud = [
        s.bepaling("sectie/1", "1", "Aanleiding", s.tekst("Deze brief gaat over de Wegenregeling Nergenshuizen.")),
        s.bepaling(
            "sectie/2",
            "2",
            "Wat verandert",
            s.tekst("Op grond van artikel 2, eerste lid, van de Wegenregeling Nergenshuizen beheert de raad de wegen."),
            s.tekst("Zie ook artikel 2 van de Wegenregeling Nergenshuizen."),
        ),
        s.bepaling("sectie/3", "3", "Slot", s.tekst("Artikel 3 van de Onbekendmakingenwet 1901 geldt niet.")),
    ]
    return s.document("Brief over de wegen", inhoud)


def vul(opslag: Opslag, documenten: Sequence[Document], leesmodel: Path | None = None) -> Register:
    """Recognise the references of documents and store them as a build does; the register knows them then.

    With ``leesmodel`` the reading model is written there.
    """
    register = laad_register().aangevuld(regelingen_van(documenten))
    herkenner = Herkenner(register, Bomen(documenten))
    per_document = [list(maak_quads(d, herkenner.verwijzingen(d).verwijzingen, register)) for d in documenten]
    for quads in per_document:
        opslag.laad(quads)
    if leesmodel is not None:
        with Leesmodelmaker(leesmodel) as maker:
            for quads in per_document:
                maker.voeg_toe(quads)
            maker.voltooi()
    return register


def bouw_staat(doelmap: Path, documenten: Sequence[Document]) -> None:
    """A state on disk that serves these documents."""
    doelmap.mkdir(parents=True, exist_ok=True)
    with nieuwe_staat(doelmap) as pad:
        opslag = Oxigraph.open(pad / "tripels", schrijven=True)
        register = vul(opslag, documenten, pad / LEESMODEL)
        opslag.sluit()
        bouw_index(documenten, pad / "zoeken.db", register)
