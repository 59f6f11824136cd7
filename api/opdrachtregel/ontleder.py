"""The arguments of the command line, with everything that argparse says in Dutch."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NoReturn

from graph.impact.regels import STAPPEN, STAPPEN_MAX, Gevolg
from ontologie.wijziging import DatumAs

#: The parts of a comparison, as ``api.eigen.rijen.Toon`` has them.
_EIGEN_DELEN = (
    "afwijkingen", "alles", "afwijkend", "ontbreekt", "extra", "weggelaten", "keuzes", "dekking", "grondslag",
    "verwijzingen", "model",
)  # fmt: skip
_LIJSTFORMATEN = ("tabel", "json", "jsonl", "csv")
_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

#: What argparse says, and how we say it; named groups are taken over.
_VERTALINGEN = [
    (re.compile(patroon), vertaling)
    for patroon, vertaling in (
        (r"the following arguments are required: (.+)", r"er ontbreekt: \1"),
        (r"unrecognized arguments: (.+)", r"dit hoort hier niet: \1"),
        (r"argument (.+?): invalid choice: (.+?) \((?:choose from |maybe you meant: )(.+)\)",
         r"«\2» kan niet bij \1; kies uit \3"),
        (r"argument (.+?): expected one argument", r"\1 heeft een waarde nodig"),
        (r"argument (.+?): expected at least one argument", r"\1 heeft een of meer waarden nodig"),
        (r"argument (.+?): expected \d+ arguments?", r"\1 heeft een ander aantal waarden nodig"),
        (r"argument (.+?): not allowed with argument (.+)", r"\1 kan niet samen met \2"),
        (r"argument (.+?): ignored explicit argument (.+)", r"\1 neemt geen waarde (hier \2)"),
        (r"ambiguous option: (.+?) could match (.+)", r"\1 kan van alles zijn: \2"),
        (r"argument (.+?): (.+)", r"\1: \2"),
    )
]  # fmt: skip


def vertaal(bericht: str) -> str:
    """A message of argparse in Dutch; one that is not known stays as it is."""
    for patroon, vertaling in _VERTALINGEN:
        if gevonden := patroon.fullmatch(bericht):
            # Choices come in Python's quotes.
            return gevonden.expand(vertaling).replace("'", "")
    return bericht


class _Opmaak(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class Ontleder(argparse.ArgumentParser):
    """argparse in Dutch, without abbreviations of options: a new option must not change what a script means."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"formatter_class": _Opmaak, "add_help": False, "allow_abbrev": False, **kwargs})
        self._positionals.title = "Argumenten"
        self._optionals.title = "Opties"
        self.add_argument("-h", "--help", "--hulp", action="help", help="toon deze hulp en stop")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"regelgraaf: {vertaal(message)}.\nZie «{self.prog} --help».\n")


def geheel(kleinste: int, grootste: int) -> Callable[[str], int]:
    """A reader of whole numbers within bounds."""

    def lees(waarde: str) -> int:
        if not (waarde.isascii() and waarde.isdigit() and kleinste <= int(waarde[:12]) <= grootste):
            raise argparse.ArgumentTypeError(f"«{waarde}» is geen geheel getal van {kleinste} tot en met {grootste}")
        return int(waarde)

    return lees


_OPDRACHTEN = "api.opdrachtregel."


def maak_ontleder() -> Ontleder:
    """The whole command line."""
    ontleder = Ontleder(
        prog="regelgraaf",
        description="Kennisgraaf van regelgeving: elke verwijzing herkend tot op lid en onderdeel.",
        epilog="Status na afloop: 0 beantwoord, 1 niets gevonden, 2 invoer klopt niet, 3 niet gelukt.\n"
        "Instellingen staan in docs/instellingen.md.",
    )
    ontleder.add_argument(
        "--versie", dest="programmaversie", action="store_true", help="toon de versie van Regelgraaf en stop"
    )
    ontleder.set_defaults(opdracht="", functie="")
    deel = ontleder.add_subparsers(title="Opdrachten", metavar="OPDRACHT", dest="opdracht", parser_class=Ontleder)
    _documenten(deel)
    _vragen(deel)
    return ontleder


def _opdracht(deel: Any, naam: str, functie: str, help_: str, uitleg: str = "") -> Ontleder:
    ontleder: Ontleder = deel.add_parser(naam, help=help_, description=uitleg or f"{help_[0].upper()}{help_[1:]}.")
    ontleder.set_defaults(functie=_OPDRACHTEN + functie)
    ontleder.add_argument("--opslag", metavar="MAP", help="map van de gebouwde kennisgraaf")
    return ontleder


def _bronnen(ontleder: Ontleder) -> None:
    ontleder.add_argument("--bronnen", metavar="MAP", help="map met documenten")


def _lijst(ontleder: Ontleder, formaten: tuple[str, ...] = _LIJSTFORMATEN, standaard: str = "tabel") -> None:
    ontleder.add_argument(
        "--formaat", choices=formaten, default=standaard, metavar="FORMAAT",
        help=f"{', '.join(formaten)} (standaard: {standaard})",
    )  # fmt: skip


def _lijst_of_word(ontleder: Ontleder, formaten: tuple[str, ...] = _LIJSTFORMATEN) -> None:
    _lijst(ontleder, (*formaten, "docx"))
    ontleder.add_argument("--naar", metavar="BESTAND", help="schrijf het Word-document (docx) hier")


def _deel(ontleder: Ontleder, limiet: int) -> None:
    ontleder.add_argument(
        "--limiet", type=geheel(1, 1000), default=limiet, metavar="N", help=f"ten hoogste zoveel (standaard: {limiet})"
    )
    ontleder.add_argument("--vanaf", type=geheel(0, 10**9), default=0, metavar="N", help="sla er zoveel over")


def _documenten(deel: Any) -> None:
    p = _opdracht(deel, "start", "start:start", "bouw zo nodig en toon de kennisgraaf in de browser")
    _bronnen(p)
    p.add_argument("--host", metavar="ADRES", help="IP-adres om op te luisteren (standaard: 127.0.0.1)")
    p.add_argument("--poort", metavar="POORT", help="poort (standaard: 8000)")
    p.add_argument("--werkers", metavar="N", help="aantal serverprocessen (standaard: 1)")
    p.add_argument("--opnieuw", action="store_true", help="bouw alles opnieuw, ook wat niet veranderde")
    p.add_argument(
        "--niet-halen", action="store_true", help="haal bij de eerste start zonder documenten geen officiële teksten op"
    )

    p = _opdracht(
        deel, "haal", "documenten:haal", "haal officiële teksten op, of neem documenten over uit een map",
        "Haal officiële teksten op per BWB-id of naam (zonder naam: de regelingen waarover Regelgraaf antwoordt),\n"
        "of neem met --van documenten over die er al zijn.",
    )  # fmt: skip
    p.add_argument("werk", nargs="*", metavar="WERK", help="BWB-id, korte naam of naam van een regeling")
    p.add_argument("--op", type=_dag, metavar="DATUM",
                   help="de versie die op deze dag geldt, als 2026-01-01 (standaard: vandaag)")  # fmt: skip
    p.add_argument("--van", metavar="MAP", help="neem de documenten in deze map over")
    p.add_argument("--wti", action="store_true", help="haal ook de geschiedenis van elke regeling")
    p.add_argument("--adres", metavar="URL", help="adres van de verzameling officiële teksten")
    _lijst(p)

    p = _opdracht(
        deel, "bouw", "documenten:bouw", "bouw de kennisgraaf uit de documenten; wat gelijk bleef wordt overgenomen"
    )
    _bronnen(p)
    p.add_argument("--opnieuw", action="store_true", help="bouw alles opnieuw, ook wat niet veranderde")
    _lijst(p)

    p = _opdracht(
        deel, "zet-over", "overzetten:zet_over", "zet de gebouwde kennisgraaf in de ingestelde andere SPARQL-dienst",
        "Zet de gebouwde kennisgraaf graaf voor graaf in de SPARQL-dienst die met REGELGRAAF_EXTERN_… is ingesteld.\n"
        "Wat er al staat blijft; na een onderbreking gaat dezelfde opdracht verder.",
    )  # fmt: skip
    p.add_argument("--opnieuw", action="store_true", help="schrijf alles opnieuw, ook wat er volgens het logboek staat")

    p = _opdracht(deel, "kern", "documenten:kern", "maak de meegeleverde feiten opnieuw uit de documenten")
    _bronnen(p)
    p.add_argument("--naar", metavar="MAP", help="schrijf ze in deze map (standaard: bronnen/kern)")

    p = _opdracht(deel, "bronnen", "documenten:bronnen", "wat er geladen is: versie, datum, volledig of deels, hash")
    _lijst(p)


def _vragen(deel: Any) -> None:
    p = _opdracht(
        deel, "toon", "lezen:toon", "toon een bepaling: tekst, verwijzingen eruit en ernaar",
        "Toon een bepaling. Noem haar zoals u gewend bent: «art. 8a lid 2 sub f Pw», pw:8a:2:f, een JCI of een IRI.",
    )  # fmt: skip
    p.add_argument("bepaling", nargs="+", metavar="BEPALING")
    versie = p.add_mutually_exclusive_group()
    versie.add_argument("--versie", metavar="DATUM", help="een geladen versie (standaard: de nieuwste)")
    versie.add_argument("--op", type=_dag, metavar="DATUM", help="de versie die op deze dag geldt, als 2026-01-31")
    p.add_argument("--alle-versies", action="store_true", help="ook verwijzingen uit oudere versies van documenten")
    _deel(p, 100)
    _lijst_of_word(p, ("tabel", "json"))

    p = _opdracht(
        deel, "verwijzingen", "verwijzingen:verwijzingen", "alle verwijzingen in een geladen werk of in een bestand",
        "Alle verwijzingen in een geladen werk of bepaling (mrv, «artikel 8a Participatiewet») of in een bestand\n"
        "van een formaat dat gelezen wordt; - leest tekst van de standaardinvoer. Plaatsen tellen tekens in het\n"
        "bestand.",
    )  # fmt: skip
    p.add_argument("bron", metavar="BRON|BESTAND")
    p.add_argument("--versie", metavar="DATUM", help="een geladen versie (standaard: de nieuwste)")
    p.add_argument("--toelichting", action="store_true", help="ook de regel waarmee en de reden waarom")
    p.add_argument(
        "--plek", type=geheel(0, 10**9), metavar="TEKEN",
        help="leg de verwijzing uit die op dit teken van het bestand staat: woorden, ontleding, kandidaten, regel",
    )  # fmt: skip
    _bronnen(p)
    _lijst(p, standaard="jsonl")

    p = _opdracht(deel, "zoek", "lezen:zoek", "zoek woorden in de lopende tekst, ook in samenstellingen")
    p.add_argument("woorden", nargs="+", metavar="WOORD")
    p.add_argument("--werk", default="", metavar="WERK", help="alleen in dit werk")
    p.add_argument("--soort", default="", metavar="SOORT", help="alleen in documenten van deze soort (wet, model, …)")
    p.add_argument("--op", type=_dag, metavar="DATUM", help="in de versies die op deze dag gelden, als 2026-01-31")
    _deel(p, 20)
    _lijst(p)

    p = _opdracht(
        deel, "meest-aangehaald", "verwijzingen:meest_aangehaald", "waar het meest naar wordt verwezen",
        "Bepalingen, regelingen en bronnen van buiten, met hoe vaak de nieuwste versie van elk document er precies\n"
        "naar verwijst.",
    )  # fmt: skip
    _deel(p, 20)
    _lijst(p)

    _controle(deel)
    _relaties(deel)
    _eigen(deel)
    _herstel(deel)
    _impact(deel)
    _tijd(deel)

    p = _opdracht(
        deel, "sparql", "vragen:sparql", "stel een vraag in SPARQL 1.1",
        "Stel een vraag in SPARQL 1.1: de vraag zelf, een bestand, of - voor de standaardinvoer.",
    )  # fmt: skip
    p.add_argument("query", metavar="QUERY|BESTAND")
    p.add_argument("--seconden", metavar="N", help="tijd voor de vraag")
    p.add_argument("--rijen", metavar="N", help="ten hoogste zoveel rijen of tripels")
    p.add_argument(
        "--formaat", metavar="FORMAAT", default="",
        choices=("", *_LIJSTFORMATEN, "tsv", "xml", "ttl", "nt", "jsonld", "rdf", "trig", "nq"),
        help="tabel, json, jsonl, csv, tsv, xml; voor CONSTRUCT en DESCRIBE: ttl, nt, jsonld, rdf, trig, nq",
    )  # fmt: skip

    p = _opdracht(deel, "uitvoer", "vragen:uitvoer", "schrijf de hele kennisgraaf weg als RDF")
    _lijst(p, ("ttl", "trig", "nq", "jsonld"), "trig")
    p.add_argument("--naar", metavar="BESTAND", help="schrijf naar dit bestand (standaard: standaarduitvoer)")


def _controle(deel: Any) -> None:
    p = _opdracht(
        deel, "controle", "controle:controle", "loop een tekst na zoals een wetgevingsjurist doet",
        "Loop een geladen werk, een bestand of (met -) de standaardinvoer na op nummering, verwijzingen, begrippen,\n"
        "toelichting, opmaak en data. Elk punt noemt plaats, woorden, regel, ernst, reden en suggestie.\n"
        "Status: 0 er zijn punten, 1 de regels vonden niets, 2 de invoer klopt niet.",
    )  # fmt: skip
    p.add_argument("bron", nargs="?", metavar="BRON|BESTAND")
    p.add_argument("--regels", action="store_true", help="toon de regels en stop")
    p.add_argument("--zonder", action="append", default=[], metavar="REGEL", help="laat deze regel weg (mag vaker)")
    p.add_argument(
        "--ernst", default="aandachtspunt", metavar="ERNST",
        help="alleen wat minstens zo ernstig is: fout, waarschuwing, aandachtspunt",
    )  # fmt: skip
    p.add_argument(
        "--per-regel", type=geheel(1, 10_000), default=50, metavar="N", help="ten hoogste zoveel van elke regel"
    )
    p.add_argument("--versie", metavar="DATUM", help="een geladen versie (standaard: de nieuwste)")
    _bronnen(p)
    _lijst_of_word(p)


def _relaties(deel: Any) -> None:
    p = _opdracht(
        deel, "implementeert", "relaties:implementeert", "wat een bepaling invult, met het bewijs",
        "Welke bepalingen een wettelijke bepaling invullen, met haar onderdelen en wat erboven staat (kolom Via);\n"
        "met --omgekeerd wat een bepaling zelf invult. Elke relatie noemt haar sterkte en de passage waarop zij rust.",
    )  # fmt: skip
    p.add_argument("bepaling", nargs="+", metavar="BEPALING")
    p.add_argument("--omgekeerd", action="store_true", help="wat deze bepaling invult")
    _lijst_of_word(p)

    p = _opdracht(
        deel, "dekking", "relaties:dekking", "in hoeverre een verordening doet wat de wet opdraagt te regelen",
        "Per wettelijke plicht of bevoegdheid om bij verordening regels te stellen: gedekt, deels, ontbreekt of te\n"
        "beoordelen, met de woorden van beide kanten. Zonder --verordening: elke geladen verordening en elk model.",
    )  # fmt: skip
    p.add_argument("--verordening", default="", metavar="WERK", help="alleen deze verordening of dit model")
    p.add_argument("--wet", default="", metavar="WERK", help="alleen deze wet")
    p.add_argument("--alles", action="store_true", help="ook plichten buiten de grondslag van de verordening")
    _lijst_of_word(p)

    p = _opdracht(deel, "regelplichten", "relaties:regelplichten", "wat een wet opdraagt of toestaat te regelen")
    p.add_argument("werk", metavar="WERK")
    p.add_argument("--alle-vormen", action="store_true", help="ook bij algemene maatregel van bestuur of regeling")
    _lijst(p)


def _eigen(deel: Any) -> None:
    p = _opdracht(
        deel, "vergelijk", "vergelijken:vergelijk", "leg een eigen verordening naast het model",
        "Legt een eigen verordening (bestand, of wat geladen is) naast een model: wat gelijk is, afwijkt, ontbreekt\n"
        "of extra is, welke keuzes zijn gemaakt, in hoeverre de wet is ingevuld, of de grondslag nog bestaat, welke\n"
        "verwijzingen los hangen, en wat in het model veranderde. Het bestand blijft waar het is.",
    )  # fmt: skip
    p.add_argument("eigen", metavar="EIGEN", help="bestand (docx, pdf, tekst, CVDR-XML), geladen werk, of CVDR-id")
    p.add_argument("--model", default="", metavar="WERK", help="het model (standaard: het enige dat geladen is)")
    p.add_argument("--op", type=_dag, metavar="DATUM", help="naar het recht van deze dag (standaard: vandaag)")
    p.add_argument("--haal", action="store_true", help="haal de verordening met dit CVDR-id op")
    p.add_argument("--toon", choices=_EIGEN_DELEN, default="afwijkingen", metavar="DEEL",
                   help=", ".join(_EIGEN_DELEN) + " (standaard: afwijkingen)")  # fmt: skip
    _lijst(p)


def _herstel(deel: Any) -> None:
    p = _opdracht(
        deel, "herstel", "herstellen:herstel", "wat in een eigen verordening moet veranderen, met ontwerp-raadsbesluit",
        "Toont wat in een eigen verordening zou moeten veranderen omdat het model of de wet veranderde, of omdat een\n"
        "verplicht deel ontbreekt, met de reden en de bron. Schrijft desgevraagd een was-wordt-tabel en een ontwerp\n"
        "voor een raadsbesluit, als Word (.docx) of HTML (.html). Eigen keuzes van de gemeente blijven zoals zij zijn.",
    )  # fmt: skip
    p.add_argument("eigen", metavar="EIGEN", help="bestand (docx, pdf, tekst, CVDR-XML), geladen werk, of CVDR-id")
    p.add_argument("--model", default="", metavar="WERK", help="het model (standaard: het enige dat geladen is)")
    p.add_argument("--op", type=_dag, metavar="DATUM", help="naar het recht van deze dag (standaard: vandaag)")
    p.add_argument("--haal", action="store_true", help="haal de verordening met dit CVDR-id op")
    p.add_argument("--alleen", action="append", default=[], metavar="PUNT",
                   help="neem alleen dit over: een artikel (3) of een punt (3:1:f, +14p); mag vaker")  # fmt: skip
    p.add_argument("--zonder", action="append", default=[], metavar="PUNT", help="neem dit niet over; mag vaker")
    p.add_argument("--inwerking", type=_dag, metavar="DATUM",
                   help="datum van inwerkingtreding (standaard: de dag na bekendmaking)")  # fmt: skip
    p.add_argument("--was-wordt", dest="waswordt", default="", metavar="BESTAND", help="schrijf de was-wordt-tabel")
    p.add_argument("--besluit", default="", metavar="BESTAND", help="schrijf het ontwerp-raadsbesluit")
    p.add_argument("--vervang", action="store_true", help="overschrijf een bestand dat er al is")
    _lijst(p)


def _impact(deel: Any) -> None:
    p = _opdracht(
        deel, "impact", "impact:impact", "wat een wijziging raakt: alles wat ervan afhangt, met reden en advies",
        "Alles wat afhangt van een bepaling, of van wat een besluit wijzigt («Stb. 2025, 210»), het ergste eerst:\n"
        "grondslag, invulling, verwijzing of toelichting geraakt, direct of via iets anders, elk met het pad.",
    )  # fmt: skip
    p.add_argument("doel", nargs="+", metavar="BEPALING|BESLUIT")
    p.add_argument("--als", choices=[g.value for g in Gevolg], metavar="GEVOLG",
                   help="stel dat de bepaling: vervalt, vernummert, wijzigt, nieuw (standaard: wijzigt)")  # fmt: skip
    p.add_argument("--op", type=_dag, metavar="DATUM", help="naar de versies van deze dag (standaard: de nieuwste)")
    p.add_argument("--stappen", type=geheel(1, STAPPEN_MAX), default=STAPPEN, metavar="N",
                   help=f"over ten hoogste zoveel stappen (standaard: {STAPPEN})")  # fmt: skip
    _deel(p, 100)
    _lijst_of_word(p)


def _tijd(deel: Any) -> None:
    p = _opdracht(
        deel, "wijzigingen", "tijd:wijzigingen", "wat er in een periode is gewijzigd, op welke datum-as",
        "Wat er van de ene tot en met de andere dag is gewijzigd. Zonder --as: hoeveel op elke datum-as, want\n"
        "«gewijzigd» kan zijn: uitgegeven, bekendgemaakt, in werking getreden, terugwerkend of hier opgenomen.",
    )  # fmt: skip
    p.add_argument("--van", type=_dag, required=True, metavar="DATUM", help="eerste dag, als 2025-12-01")
    p.add_argument("--tot", type=_dag, required=True, metavar="DATUM", help="laatste dag")
    p.add_argument("--as", dest="as_", choices=[a.value for a in DatumAs], default="", metavar="AS",
                   help=", ".join(a.value for a in DatumAs))  # fmt: skip
    _deel(p, 1000)
    _lijst_of_word(p)

    p = _opdracht(
        deel, "verschil", "tijd:verschil", "waarin twee geladen versies verschillen, woord voor woord",
        "Waarin twee geladen versies van een werk of bepaling verschillen: toegevoegd, vervallen, gewijzigd,\n"
        "hernummerd, verplaatst of in werking getreden.",
    )  # fmt: skip
    p.add_argument("bepaling", nargs="+", metavar="BEPALING")
    p.add_argument("--van", required=True, metavar="VERSIE", help="de oude versie, als 2023-10-07")
    p.add_argument("--tot", default="", metavar="VERSIE", help="de nieuwe versie (standaard: de nieuwste)")
    _deel(p, 1000)
    _lijst_of_word(p)

    p = _opdracht(deel, "geschiedenis", "tijd:geschiedenis", "de versies en wijzigingen van een bepaling")
    p.add_argument("bepaling", nargs="+", metavar="BEPALING")
    p.add_argument("--op", type=_dag, metavar="DATUM", help="ook: welke versie op deze dag geldt")
    _lijst(p)


def _dag(waarde: str) -> date:
    """A day as a user writes it: only in full, where Python also reads weeks and days without dashes."""
    try:
        if not _DAG.fullmatch(waarde):
            raise ValueError(waarde)
        return date.fromisoformat(waarde)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(f"«{waarde}» is geen dag; schrijf 2026-01-31") from fout
