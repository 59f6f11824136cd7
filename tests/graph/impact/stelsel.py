"""Invented regulations of which every dependency is stated, as quads: input for impact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pyoxigraph import NamedNode, Quad

from bronnen.register import Register, laad_register
from graph.oxigraph import Oxigraph
from graph.tripels import graaf_iri, maak_quads, regelingen_van
from ontologie.document import Bepaling, BepalingSoort, Document, DocumentSoort, Wijzigingsgegevens
from ontologie.identificatie import BepalingId, parse_kort
from ontologie.relatie import Afleiding, Bewijs, Relatie, RelatieSoort, Sterkte
from ontologie.tekst import Span, Tekst
from ontologie.verwijzing import Status, Verwijzing, VerwijzingSoort
from tests.graph.regelingen import Schrijver

#: What a reference points at: one or more short notations, with its status and the words before it.
Verwijst = tuple[str, str, Status, str]


def bepaling_id(kort: str) -> BepalingId:
    return parse_kort(kort)


@dataclass
class Werk:
    """One document: its provisions in short notation without the work, nested by their identity.

    ``eenheden`` are units with the articles that they hold. ``verwijst`` and ``relaties`` start in this document;
    ``licht_toe`` and ``gemaakt_uit`` are by provision.
    """

    naam: str
    soort: DocumentSoort
    bepalingen: Sequence[str]
    versie: str = "2026-01-01"
    eenheden: Mapping[str, Sequence[str]] = field(default_factory=dict)
    verwijst: Sequence[Verwijst] = ()
    relaties: Sequence[tuple[str, str, RelatieSoort, Sterkte]] = ()
    licht_toe: Mapping[str, str] = field(default_factory=dict)
    gemaakt_uit: Mapping[str, str] = field(default_factory=dict)
    wijzigingen: Mapping[str, Wijzigingsgegevens] = field(default_factory=dict)

    def id(self, kort: str) -> BepalingId:
        return bepaling_id(f"{self.naam}:{kort}" if kort else self.naam)

    def document(self) -> tuple[Document, tuple[Verwijzing, ...], Afleiding]:
        """The document with its references and relations as they would have been found."""
        schrijver = Schrijver(self.naam, self.versie, self.soort)
        verwijzingen: list[Verwijzing] = []
        teksten: dict[str, list[Tekst]] = {}
        for van, naar, status, voor in self.verwijst:
            teksten.setdefault(van, []).append(self._mention(schrijver, verwijzingen, van, naar, status, voor))
        in_eenheid = {artikel for artikelen in self.eenheden.values() for artikel in artikelen}

        def maak(kort: str) -> Bepaling:
            id_ = self.id(kort)
            eigen = [k for k in self.bepalingen if self.id(k).ouder == id_]
            delen = [maak(k) for k in (*eigen, *self.eenheden.get(kort, ()))]
            inhoud = (*(teksten.get(kort) or [schrijver.tekst(f"Tekst van {kort}.")]), *delen)
            return Bepaling(
                id_,
                BepalingSoort(id_.stappen[-1].soort.value),
                Span(0, 10_000),
                f"{kort}.",
                inhoud=inhoud,
                wijziging=self.wijzigingen.get(kort),
                licht_toe=(bepaling_id(self.licht_toe[kort]),) if kort in self.licht_toe else (),
            )

        boven = [k for k in self.bepalingen if len(self.id(k).stappen) == 1 and k not in in_eenheid]
        document = schrijver.document(self.naam, [maak(k) for k in (*self.eenheden, *boven)])
        if len(self.versie) == 10:
            document = replace(document, geldig_van=date.fromisoformat(self.versie))
        relaties = tuple(self._relatie(*r) for r in self.relaties)
        return document, tuple(verwijzingen), Afleiding(relaties)

    def _mention(
        self, schrijver: Schrijver, uit: list[Verwijzing], van: str, naar: str, status: Status, voor: str
    ) -> Tekst:
        doelen = tuple(bepaling_id(n) for n in naar.split())
        # Notations of a range are joined by words, as a text has them.
        woorden = " tot en met ".join(naar.split()) if voor == "reeks" else " en ".join(naar.split())
        zin = f"Zie {voor} {woorden}."
        tekst = schrijver.tekst(zin)
        begin = tekst.naar_bron(zin.index(woorden), zin.index(woorden) + len(woorden))
        meerduidig = status is Status.MEERDUIDIG
        uit.append(
            Verwijzing(
                begin,
                woorden,
                VerwijzingSoort.BEPALING,
                status,
                () if meerduidig else doelen,
                self.id(van),
                "test",
                "" if status is Status.OPGELOST else "Reden.",
                kandidaten=doelen if meerduidig else (),
            )
        )
        return tekst

    def _relatie(self, van: str, naar: str, soort: RelatieSoort, sterkte: Sterkte) -> Relatie:
        bewijs = Bewijs(self.id(van), Span(0, 5), "test")
        return Relatie(self.id(van), bepaling_id(naar), soort, sterkte, "test", "Omdat.", (bewijs,))


def quads(werken: Sequence[Werk]) -> tuple[list[Quad], Register]:
    """Everything that a build would store of some documents."""
    gemaakt = [(w, *w.document()) for w in werken]
    register = laad_register().aangevuld(regelingen_van(d for _, d, _, _ in gemaakt))
    uit: dict[Quad, None] = {}
    for werk, document, verwijzingen, afleiding in gemaakt:
        uit |= dict.fromkeys(maak_quads(document, verwijzingen, register, afleiding=afleiding))
        graaf = graaf_iri(document, register)
        basis = f"https://w3id.org/regelgraaf/id/{werk.naam}/{werk.versie}"
        for kort, naar in werk.gemaakt_uit.items():
            pad = "/".join(f"{s.soort.value}/{s.nummer}" for s in werk.id(kort).stappen)
            doel = bepaling_id(naar)
            op = "/".join([doel.werk, *(f"{s.soort.value}/{s.nummer}" for s in doel.stappen)])
            eigenschap = NamedNode("http://data.europa.eu/eli/ontology#is_derivative_of")
            naar_iri = NamedNode(f"https://w3id.org/regelgraaf/id/{op}")
            uit[Quad(NamedNode(f"{basis}/{pad}"), eigenschap, naar_iri, graaf)] = None
    return list(uit), register


def opslag_met(werken: Sequence[Werk]) -> tuple[Oxigraph, Register]:
    opslag = Oxigraph()
    alle, register = quads(werken)
    opslag.laad(alle)
    return opslag, register


OP, M, D, DO = Status.OPGELOST, Status.MEERDUIDIG, Status.DEELS, Status.DOEL_ONTBREEKT
INV, GRD, UIT = RelatieSoort.INVULLING, RelatieSoort.GRONDSLAG, RelatieSoort.UITGESLOTEN
EXP, AFG = Sterkte.EXPLICIET, Sterkte.AFGELEID

BOSWET = Werk(
    "bosw",
    DocumentSoort.WET,
    ["1", "2", "2:1", "2:2", "2:2:a", "2:2:b", "2:2:b:1", "2:2:c", "2:3", "3", "4", "5"],
    eenheden={"hfst:1": ["1", "2"], "hfst:2": ["3", "4", "5"]},
    verwijst=[
        ("2:2:a", "bosw:2:2:b", OP, ""),
        ("2:2:b:1", "bosw:2:2:b", OP, ""),
        ("2:3", "bosw:2", OP, "in"),
        ("5", "bosw:3 bosw:4", OP, "reeks"),
        ("1", "bosw", OP, ""),
    ],
)
BOSVERORDENING = Werk(
    "bosvo",
    DocumentSoort.VERORDENING,
    [str(n) for n in range(1, 20)] + ["1:1", "aanhef", "toelichting", "toelichting:1"],
    verwijst=[
        ("1", "bosw:2:2:b", OP, "wandelaars, personen als bedoeld in"),
        ("2", "bosw:2:2:b:1", OP, ""),
        ("3", "bosw:2:2", OP, "een pad als bedoeld in"),
        ("4", "bosw:2", OP, ""),
        ("5", "bosw:hfst:1", OP, ""),
        ("6", "bosw", OP, ""),
        ("7", "bosvo:1", OP, ""),
        ("1:1", "bosvo", OP, ""),
        ("8", "bosw:2:2:b bosw:3", M, ""),
        ("9", "bosw:2:2:d", DO, ""),
        ("10", "bosw:4", OP, ""),
        ("14", "bosvo:15 bosw:2:2:b", OP, ""),
        ("15", "bosvo:14", OP, ""),
        ("16", "bosvo:4", OP, ""),
        ("17", "bosvo:1:1", OP, ""),
        ("18", "bosvo:3:9", D, ""),
        ("aanhef", "bosw:2:2", OP, "gelet op"),
    ],
    relaties=[
        ("", "bosw:2:2", GRD, EXP),
        ("11", "bosw:2:2:b", INV, EXP),
        ("12", "bosw:2:2", INV, AFG),
        ("12", "bosw:2:2:a", INV, EXP),
        ("13", "bosw:2:2", INV, AFG),
        ("13", "bosw:2:2:b", UIT, EXP),
        ("19", "bosw:2", INV, AFG),
    ],
    licht_toe={"toelichting:1": "bosvo:1"},
)
BOSBRIEF = Werk(
    "bosbrief",
    DocumentSoort.BRIEF,
    ["1", "2"],
    "2025-06",
    verwijst=[("1", "bosw:2:2:b", OP, ""), ("2", "bosvo:11", OP, "")],
)
EIGEN = Werk("eigenvo", DocumentSoort.VERORDENING, ["1", "2"], gemaakt_uit={"1": "bosvo:11"})
STELSEL = (BOSWET, BOSVERORDENING, BOSBRIEF, EIGEN)
