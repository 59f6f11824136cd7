"""Invented regulations about bicycles: a register and the trees of a law and an ordinance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bronnen.register import Naam, Regeling, Register
from ontologie.document import Bepaling, BepalingSoort, Bronbestand, Document, DocumentSoort
from ontologie.identificatie import BepalingId, Stap, StapSoort
from ontologie.tekst import Span, Tekst

#: Numbers below a provision: {"1": {"a": {}, "b": {"1": {}}}}. Under an article a figure is a lid, a letter an
#: onderdeel.
Boom = Mapping[str, "Boom"]

REGISTER = Register(
    [
        Regeling(
            "fw",
            "Fietswet",
            DocumentSoort.WET,
            "BWBR9000001",
            (Naam("Fietswet", "citeertitel"), Naam("Fw", "afkorting")),
        ),
        Regeling(
            "fpo",
            "Wet fietspaden en oversteekplaatsen in steden",
            DocumentSoort.WET,
            "BWBR9000002",
            (
                Naam("Wet fietspaden en oversteekplaatsen in steden", "citeertitel"),
                Naam("WFO", "afkorting"),
                Naam("Wet op de rijwielpaden", "voormalig", geldig_tot=date(2020, 1, 1)),
            ),
        ),
        Regeling(
            "besluit-fw", "Besluit Fietswet", DocumentSoort.AMVB, namen=(Naam("Besluit Fietswet", "citeertitel"),)
        ),
        Regeling(
            "belwet",
            "Belwet 1999",
            DocumentSoort.WET,
            namen=(Naam("Belwet 1999", "citeertitel"), Naam("Bw99", "afkorting")),
        ),
        Regeling(
            "rem-a",
            "Remwet steden",
            DocumentSoort.WET,
            namen=(Naam("Remwet steden", "citeertitel"), Naam("Rmw", "afkorting")),
        ),
        Regeling(
            "rem-b",
            "Remwet dorpen",
            DocumentSoort.WET,
            namen=(Naam("Remwet dorpen", "citeertitel"), Naam("Rmw", "afkorting")),
        ),
        Regeling(
            "fv",
            "Fietsverordening Bellenstad",
            DocumentSoort.VERORDENING,
            namen=(Naam("Fietsverordening Bellenstad", "citeertitel"),),
        ),
        Regeling(
            "gids",
            "Fietsgids",
            DocumentSoort.HANDREIKING,
            namen=(Naam("Fietsgids", "citeertitel"),),
            hoofdeenheid=StapSoort.SECTIE,
        ),
        Regeling(
            "wetboek",
            "Rijwielwetboek",
            DocumentSoort.WET,
            namen=(Naam("Rijwielwetboek", "citeertitel"), Naam("RWB", "afkorting")),
            boeken=(("7", "wetboek7"),),
        ),
        Regeling(
            "wetboek7",
            "Rijwielwetboek Boek 7",
            DocumentSoort.WET,
            namen=(Naam("Rijwielwetboek Boek 7", "citeertitel"),),
        ),
    ]
)


def _onder(id_: BepalingId, boom: Boom, *, in_artikel: bool) -> tuple[Bepaling, ...]:
    uit = []
    for nummer, kinderen in boom.items():
        soort = StapSoort.LID if in_artikel and nummer[0].isdigit() else StapSoort.ONDERDEEL
        kind = id_.onder(soort, nummer)
        uit.append(
            Bepaling(kind, BepalingSoort(soort.value), Span(0, 0), inhoud=_onder(kind, kinderen, in_artikel=False))
        )
    return tuple(uit)


def document(
    werk: str,
    artikelen: Mapping[str, Boom],
    *,
    soort: DocumentSoort = DocumentSoort.WET,
    teksten: Sequence[tuple[tuple[Stap, ...], str]] = (),
    bouw: Sequence[BepalingId] = (),
    versie: str = "2026-01-01",
    volledig: bool = True,
) -> Document:
    """A document with that tree, and beside it loose passages, each with the steps of the provision it stands in."""
    wortel_id = BepalingId(werk)
    delen = [
        Bepaling(
            wortel_id.onder(StapSoort.ARTIKEL, nr),
            BepalingSoort.ARTIKEL,
            Span(0, 0),
            inhoud=_onder(wortel_id.onder(StapSoort.ARTIKEL, nr), boom, in_artikel=True),
        )
        for nr, boom in artikelen.items()
    ]
    delen += [Bepaling(id_, BepalingSoort((id_.soort or StapSoort.HOOFDSTUK).value), Span(0, 0)) for id_ in bouw]
    origineel = ""
    for stappen, tekst in teksten:
        begin = len(origineel)
        origineel += tekst + "\n"
        laatste = stappen[-1].soort.value if stappen else "alinea"
        plek = Tekst.letterlijk(origineel, begin, begin + len(tekst))
        delen.append(
            Bepaling(BepalingId(werk, stappen), BepalingSoort(laatste), Span(begin, begin + len(tekst)), inhoud=(plek,))
        )
    return Document(
        werk,
        versie,
        soort,
        werk,
        Bepaling(wortel_id, BepalingSoort.REGELING, Span(0, len(origineel)), inhoud=tuple(delen)),
        Bronbestand(f"{werk}.txt", "", len(origineel), "tekst", "toets/1"),
        volledig=volledig,
        origineel=origineel,
    )


def stappen(artikel: str, lid: str = "", *onderdelen: str) -> tuple[Stap, ...]:
    """The steps of a provision."""
    uit = [Stap(StapSoort.ARTIKEL, artikel)]
    if lid:
        uit.append(Stap(StapSoort.LID, lid))
    return (*uit, *(Stap(StapSoort.ONDERDEEL, o) for o in onderdelen))


LETTERS: Boom = {"a": {}, "b": {"1": {}, "2": {}}, "c": {}, "d": {}, "e": {}}
FIETSWET = document(
    "fw",
    {
        "1": {},
        "2": {"1": LETTERS, "2": LETTERS, "3": {}},
        "2a": {"1": {}, "2": {}},
        "2b": {},
        "3": LETTERS,
        "9.2.8": {},
        "40": {"1": {}},
    },
    bouw=(BepalingId("fw").onder(StapSoort.HOOFDSTUK, "3A"), BepalingId("fw").onder(StapSoort.PARAGRAAF, "3A.2")),
)
