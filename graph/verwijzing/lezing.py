"""One document: first every name and definition, then every citation, then what each refers to, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from bronnen.register import Register
from graph.boom import Doelboom
from graph.verwijzing.benoemen import Benoemer
from graph.verwijzing.definities import Definities, zoek_definities
from graph.verwijzing.grammatica import Ontleder
from graph.verwijzing.namen import Namenlijst
from graph.verwijzing.oplossen import Oplosser
from graph.verwijzing.toewijzing import Toewijzer
from graph.verwijzing.vermelding import Vermeldingen
from graph.verwijzing.vondst import Bekend
from graph.verwijzing.wijzigend import onderwerp_van_titel, zoek_onderwerpen
from graph.verwijzing.zoeken import Zoeker, lees_namen
from ontologie.document import DocumentSoort, Passage
from ontologie.identificatie import StapSoort


def lees_passages(
    werk: str,
    soort: DocumentSoort,
    passages: Sequence[Passage],
    register: Register,
    namenlijst: Namenlijst,
    boom: Doelboom,
    *,
    met_sporen: bool = False,
) -> Vermeldingen:
    """The references of one document. With ``met_sporen`` the steps towards each are kept, for an explanation."""
    alle = [lees_namen(p, namenlijst, register.kort) for p in passages]
    definities = Definities(
        d for i, g in enumerate(alle) if g.namen or ":" in g.tekst[:80] for d in zoek_definities(i, g.tekst, g.namen)
    )
    secties = register.hoofdeenheid(werk) is StapSoort.SECTIE
    ontleder = Ontleder()
    bekend = Bekend()
    benoemer = Benoemer(werk, soort, register, bekend)
    for g in alle:
        Zoeker(g, definities, ontleder).zoek(secties=secties)
        benoemer.benoem(g)
    zoek_onderwerpen(alle)
    bekend.onderwerp = onderwerp_van_titel(alle)
    oplosser = Oplosser(register, boom)
    toewijzer = Toewijzer(werk, boom, oplosser, bekend)
    vermeldingen = Vermeldingen(werk, register, boom, oplosser, toewijzer, met_sporen=met_sporen)
    for i, g in enumerate(alle):
        vermeldingen.los_op(i, g)
    return vermeldingen
