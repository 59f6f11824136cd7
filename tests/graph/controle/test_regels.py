"""Every rule of the check against invented texts: what it must find, and what it must leave alone."""

from __future__ import annotations

import pytest

from graph.controle import TOETSEN, regels
from tests.graph.controle.gevallen import MIS, RAAK, Geval
from tests.graph.controle.vijverrecht import controleer_tekst

_RAAK = [pytest.param(id_, g, id=f"{id_}-{n}") for id_, gevallen in RAAK.items() for n, g in enumerate(gevallen)]
_MIS = [pytest.param(id_, g, id=f"{id_}-{n}") for id_, gevallen in MIS.items() for n, g in enumerate(gevallen)]


def _woorden(id_: str, geval: Geval) -> list[str]:
    controle = controleer_tekst(geval.tekst, soort=geval.soort, versie=geval.versie)
    return [p.woorden for p in controle.punten if p.regel.id == id_]


@pytest.mark.parametrize(("id_", "geval"), _RAAK)
def test_regel_vindt(id_: str, geval: Geval) -> None:
    gevonden = _woorden(id_, geval)
    assert any(geval.woorden in woorden for woorden in gevonden), gevonden


@pytest.mark.parametrize(("id_", "geval"), _MIS)
def test_regel_zwijgt(id_: str, geval: Geval) -> None:
    assert _woorden(id_, geval) == []


def test_elke_regel_heeft_voorbeelden_voor_en_tegen() -> None:
    ids = [r.id for r in regels()]
    assert sorted(RAAK) == sorted(ids)
    assert sorted(MIS) == sorted(ids)
    assert {id_: len(g) for id_, g in RAAK.items() if len(g) < 2} == {}
    assert {id_: len(g) for id_, g in MIS.items() if len(g) < 2} == {}


def test_regels_en_programma_horen_een_op_een_bij_elkaar() -> None:
    ids = [t.regel for t in TOETSEN]
    assert len(ids) == len(set(ids))
    assert sorted(ids) == sorted(r.id for r in regels())


def test_geen_geval_verdwijnt() -> None:
    assert (len(_RAAK), len(_MIS)) == (120, 125)
