"""The draft decision of a council as a document: preamble, amending article, commencement, explanation, open points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from api.eigen.bronregels import Iriadres, bronnen_van, concept
from api.eigen.waswordt import model_in_woorden
from api.uitvoer import (
    Alinea,
    Blok,
    Kop,
    Loop,
    Loopstijl,
    Opsomming,
    Paginaeinde,
    Punt,
    Uitvoerdocument,
    alinea,
    opmerking,
    punten,
)
from api.woorden import datum, met_datums
from graph.herstel.formules import Drukregel, Regelsoort, aanloop, druk_onderdeel
from graph.herstel.maken import wijziging_van
from ontologie.herstel import Herkomst, Herstelreden, Ontwerpbesluit, Waswordtregel
from ontologie.identificatie.aanhaling import lidwoord
from ontologie.wijzigingsbesluit import Wijzigingsonderdeel

_GEEN_INSTRUCTIES = (
    "Voor deze wijzigingen zijn geen instructies te geven; zie de open punten. De was-wordt-tabel toont wat verandert."
)


def besluit_document(besluit: Ontwerpbesluit, adres: Iriadres, herkomst: str = "") -> Uitvoerdocument:
    """The draft decision."""
    herstel = besluit.herstel
    wijziging = wijziging_van(herstel)
    blokken: list[Blok] = [concept(), *_aanhef(besluit)]
    if wijziging is not None:
        blokken.append(Kop(f"Artikel {wijziging.nummer}"))
        blokken.append(alinea(f"{aanloop(herstel.titel)} wordt als volgt gewijzigd:"))
        for onderdeel in wijziging.onderdelen:
            blokken.append(Kop(onderdeel.letter, 3))
            blokken += map(_regel, druk_onderdeel(onderdeel))
            blokken += _bron(onderdeel, herstel.regels)
    else:
        zin = _GEEN_INSTRUCTIES if herstel.regels else "Er is niets overgenomen: er is geen wijziging vast te stellen."
        blokken.append(opmerking(zin, let_op=True))
    blokken += _slot(besluit)
    blokken += _toelichting(besluit, adres)
    return Uitvoerdocument(
        titel_van(besluit),
        tuple(blokken),
        ondertitel=f"Ontwerp-raadsbesluit van de gemeente {besluit.gemeente}",
        merk="CONCEPT – ter beoordeling door een jurist",
        bron=herkomst,
    )


def titel_van(besluit: Ontwerpbesluit) -> str:
    """The heading of the amending ordinance."""
    return f"Verordening tot wijziging van {lidwoord(besluit.herstel.titel)} {besluit.herstel.titel}"


def _aanhef(besluit: Ontwerpbesluit) -> Iterator[Alinea]:
    yield alinea(f"De raad van de gemeente {besluit.gemeente};")
    yield alinea("gelezen het voorstel van burgemeester en wethouders van [datum en nummer];")
    grond = " en ".join(besluit.gelet_op) if besluit.gelet_op else "[grondslag]"
    yield alinea(f"gelet op {grond};")
    yield alinea("besluit vast te stellen de volgende verordening:")


def _regel(regel: Drukregel) -> Alinea:
    if regel.soort is not Regelsoort.NIEUW:
        return alinea(f"{regel.label} {regel.tekst}" if regel.label else regel.tekst)
    label = [Loop(f"{regel.label} ", Loopstijl.VET if regel.kop else Loopstijl.GEWOON)] if regel.label else []
    tekst = Loop(regel.tekst, Loopstijl.VET if regel.kop else Loopstijl.GEWOON)
    return Alinea((*label, tekst), min(1 + regel.diepte, 5))


def regels_bij(onderdeel: Wijzigingsonderdeel, regels: tuple[Waswordtregel, ...]) -> list[Waswordtregel]:
    """The rows of the table that a part of the decision makes: its article, or all of a new chapter."""
    nieuw = {k.label for i in onderdeel.instructies for n in _nieuwe(i) for k in n.loop() if k.stap.soort != "lid"}
    uit = []
    for regel in regels:
        kant = regel.wordt or regel.was
        if kant is not None and ((kant.stap,) == onderdeel.pad[:1] or regel.artikel in nieuw):
            uit.append(regel)
    return uit


def _nieuwe(instructie: object) -> tuple:  # type: ignore[type-arg]
    nieuw = getattr(instructie, "nieuw", ())
    return nieuw if isinstance(nieuw, tuple) and nieuw and not isinstance(nieuw[0], str) else ()


def _redenen(onderdeel: Wijzigingsonderdeel, regels: tuple[Waswordtregel, ...]) -> list[Herstelreden]:
    return list(dict.fromkeys(r for regel in regels_bij(onderdeel, regels) for r in regel.redenen))


def _bron(onderdeel: Wijzigingsonderdeel, regels: tuple[Waswordtregel, ...]) -> Iterator[Alinea]:
    """Under each part one line that says where it comes from; the explanation has the words."""
    redenen = _redenen(onderdeel, regels)
    namen = list(dict.fromkeys(h.naam for r in redenen for h in r.herkomst))[:4]
    gronden = ", ".join(dict.fromkeys(r.grond.value for r in redenen)) or "geen bron bekend"
    bron = f"; bron: {'; '.join(namen)}" if namen else ""
    yield alinea(
        Loop(f"[Grond: {gronden}{bron}. Zie de toelichting bij onderdeel {onderdeel.letter}.]", Loopstijl.CURSIEF)
    )


def _slot(besluit: Ontwerpbesluit) -> Iterator[Blok]:
    volgende = "II"
    if besluit.overgangsrecht:
        yield Kop("Artikel II")
        yield alinea("[Overgangsrecht: bepaal of voor lopende aanvragen en toekenningen het oude recht blijft gelden.]")
        volgende = "III"
    yield Kop(f"Artikel {volgende}")
    yield alinea(f"Deze verordening treedt in werking met ingang van {_ingang(besluit.inwerkingtreding)}.")
    yield alinea(
        f"Aldus vastgesteld in de openbare vergadering van de raad van de gemeente {besluit.gemeente} van [datum]."
    )
    yield alinea("De voorzitter, [naam]\nDe griffier, [naam]")


def _ingang(dag: date | None) -> str:
    return datum(dag) if dag else "de dag na de datum van bekendmaking"


# --- explanation ---


def _klein(label: str) -> str:
    return label[:1].lower() + label[1:]


def _toelichting(besluit: Ontwerpbesluit, adres: Iriadres) -> Iterator[Blok]:
    herstel = besluit.herstel
    yield Paginaeinde()
    yield Kop("Toelichting")
    yield alinea(
        f"Deze verordening brengt de {herstel.titel} in overeenstemming met {model_in_woorden(herstel.model)} en het "
        f"recht op {datum(herstel.op)}. Per onderdeel staat hieronder waarom het verandert en waarop dat berust."
    )
    wijziging = wijziging_van(herstel)
    for onderdeel in wijziging.onderdelen if wijziging is not None else ():
        namen = list(dict.fromkeys(r.artikel for r in regels_bij(onderdeel, herstel.regels)))
        yield Kop(f"Onderdeel {onderdeel.letter} ({', '.join(map(_klein, namen))})", 2)
        getoond: set[Herkomst] = set()
        for reden in _redenen(onderdeel, herstel.regels):
            yield Opsomming((Punt((alinea(reden.uitleg), *bronnen_van(reden.herkomst, adres, getoond))),))
    yield Kop("Grondslag", 2)
    if herstel.grondslagen:
        yield alinea(f"De aanhef noemt de bepalingen waarop {model_in_woorden(herstel.model)} berust:")
        yield punten(met_datums(g.uitleg) for g in herstel.grondslagen)
    else:
        yield alinea("Het model noemt geen grondslag die is geladen: stel vast waarop de verordening berust.")
    yield Kop("Open punten")
    if herstel.open_punten:
        yield punten(map(met_datums, herstel.open_punten))
    else:
        yield alinea("Er zijn geen open punten gevonden. Dat neemt niet weg dat een jurist het geheel beoordeelt.")
