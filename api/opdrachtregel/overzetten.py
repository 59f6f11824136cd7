"""The command ``zet-over``, and the same after ``bouw``: what was built goes to the engine that the settings name."""

from __future__ import annotations

import argparse

from api.instellingen import Instellingen
from api.opdrachtregel.hoofd import BEANTWOORD
from api.opdrachtregel.scherm import meld, overzetbalk
from api.opdrachtregel.werkplaats import instellingen_van
from ontologie.fouten import InvoerFout, RegelgraafFout

#: The file in the store's folder in which is written down what was put over.
_LOG = "OVERGEZET"
#: Seconds that an engine may be silent while it takes in a graph; the setting is for questions.
_SECONDEN = 600.0


def zet_over(keuze: argparse.Namespace) -> int:
    """Put the built graph into the engine; what is there already stays."""
    instellingen = instellingen_van(keuze)
    if not schrijft_elders(instellingen):
        raise InvoerFout(
            "Er is geen andere SPARQL-dienst ingesteld om naar te schrijven.",
            advies="Zet REGELGRAAF_EXTERN_VRAAG, en REGELGRAAF_EXTERN_GRAFEN of REGELGRAAF_EXTERN_BIJWERKEN; "
            "zie docs/engines.md.",
        )
    zet_gebouwde_over(instellingen, opnieuw=keuze.opnieuw)
    return BEANTWOORD


def schrijft_elders(instellingen: Instellingen) -> bool:
    """Whether the settings name an engine to write to."""
    return bool(instellingen.extern_grafen or instellingen.extern_bijwerken)


def zet_gebouwde_over(instellingen: Instellingen, *, opnieuw: bool = False) -> None:
    """Put the state that serves into the engine of the settings, and tell how it went.

    Raises:
        OpslagFout, GrensBereikt: the engine is not there, refuses or is silent; a next time goes on where this ended.
    """
    from graph.extern import ExterneOpslag, zonder_naam
    from graph.overzetten import Overzetlog, zet_over
    from graph.staat import open_opslag, open_staat

    i = instellingen
    adres = zonder_naam(i.extern_vraag)
    naar = ExterneOpslag(
        i.extern_vraag, i.extern_bijwerken, i.extern_grafen, seconden=max(i.extern_seconden, _SECONDEN)
    )
    pad = i.opslag / _LOG
    with open_staat(i.opslag) as staat:
        gebouwd = open_opslag(staat)
        if opnieuw:
            pad.unlink(missing_ok=True)
        klaar = totaal = 0
        try:
            with overzetbalk() as balk:

                def voortgang(n: int, van: int, naam: str) -> None:
                    nonlocal klaar, totaal
                    klaar, totaal = n, van
                    balk(n, van, naam)

                uitkomst = zet_over(gebouwd, naar, voortgang, Overzetlog(pad, adres))
            naar.controleer()
        except RegelgraafFout:
            if totaal and klaar < totaal:
                meld(
                    f"{klaar} van {totaal} grafen staan in {adres}; wat er staat is heel. "
                    "Ga verder met «regelgraaf zet-over»."
                )
            raise
        finally:
            naar.sluit()
            gebouwd.sluit()
    meld(
        f"Overgezet naar {adres}: {len(uitkomst.geschreven)} grafen geschreven, {len(uitkomst.gelijk)} stonden er al, "
        f"{len(uitkomst.weg)} verwijderd."
    )
