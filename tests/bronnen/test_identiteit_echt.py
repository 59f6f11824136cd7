"""Every provision of the real documents keeps its identity through every notation, with the shipped register."""

from __future__ import annotations

from pathlib import Path

from bronnen.lezen import lees_map
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from ontologie.identificatie import (
    STRUCTUUR,
    BepalingId,
    StapSoort,
    Stijl,
    heeft_jci,
    lees_identiteit,
    parse_iri,
    parse_jci,
    parse_kort,
    print_aanhaling,
    print_iri,
    print_jci,
    print_kort,
    print_label,
)


def _onder_structuur(id_: BepalingId) -> bool:
    """An article told apart by its chapter: JCI and citations leave that chapter out."""
    return any(
        a.soort in STRUCTUUR and b.soort is StapSoort.ARTIKEL
        for a, b in zip(id_.stappen, id_.stappen[1:], strict=False)
    )


def test_elke_bepaling_is_in_elke_notatie_te_noemen(echte_bronnen: Path) -> None:
    register = laad_register()
    ids = {b.id for u in lees_map(echte_bronnen, register, LEZERS) if u.document for b in u.document.bepalingen()}
    assert len(ids) > 2000
    labels = set()
    for id_ in ids:
        assert parse_kort(print_kort(id_, register), register) == id_
        assert parse_iri(print_iri(id_, "", register), register).id == id_
        labels.add(print_label(id_, register))
        if _onder_structuur(id_):
            continue
        if heeft_jci(id_):
            assert parse_jci(print_jci(id_, namen=register), register).id == id_
        if register.kent(id_.werk):
            for stijl in Stijl:
                assert lees_identiteit(print_aanhaling(id_, register, stijl), register) == id_
    assert len(labels) == len(ids)  # no two provisions have the same name
