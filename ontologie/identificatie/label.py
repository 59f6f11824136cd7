"""Names of provisions for people: "Participatiewet, artikel 8a, tweede lid, onder f"."""

from __future__ import annotations

import re

from ontologie.identificatie.aanhaling import bepalingdelen
from ontologie.identificatie.bepaling import BepalingId, Naamregister, Stap, StapSoort
from ontologie.identificatie.rangtelwoord import rangtelwoord

_HERHAALD = re.compile(r"(.*)~(\d+)", re.DOTALL)


def print_label(id_: BepalingId, namen: Naamregister, *, met_titel: bool = True) -> str:
    """The name of a provision or work for a heading, list or ``rdfs:label``.

    "Participatiewet, artikel 8a, tweede lid, onder f"; "Model Re-integratieverordening Participatiewet, toelichting bij
    artikel 14l"; without title "Toelichting bij artikel 14l". The second of two provisions with the same number
    (``5~2`` in the notations) is "artikel 5 (tweede met dit nummer)".
    """
    delen = [_met_herhaling(deel) for deel in _kale_delen(id_, namen)]
    if len(delen) > 1 and id_.stappen[0] == Stap(StapSoort.TOELICHTING, ""):
        delen[:2] = [f"toelichting bij {delen[1]}"]
    bepaling = ", ".join(delen)
    if met_titel or not delen:
        return ", ".join([namen.titel(id_.werk), *delen])
    return bepaling[:1].upper() + bepaling[1:]


def _kale_delen(id_: BepalingId, namen: Naamregister) -> list[str]:
    """The steps in words, with the numbers as they are: a label is not meant to be read back."""
    kaal = []
    for stap, deel in zip(id_.stappen, bepalingdelen(id_, namen), strict=True):
        woord, guillemet, _ = deel.partition("«")
        kaal.append(f"{woord}{stap.nummer}".rstrip() if guillemet else deel)
    return kaal


def _met_herhaling(deel: str) -> str:
    herhaald = _HERHAALD.fullmatch(deel)
    if herhaald is None:
        return deel
    woord = rangtelwoord(herhaald.group(2)) or f"nummer {herhaald.group(2)}"
    return f"{herhaald.group(1)} ({woord} met dit nummer)"
