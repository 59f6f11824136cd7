"""The real documents: slips that were found by reading before there were rules, and how little else is called wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bronnen.lezen import lees_map
from bronnen.lezers import LEZERS
from bronnen.register import laad_register
from graph.boom import Bomen
from graph.controle import controleer
from graph.tripels import regelingen_van
from ontologie.controle import Controle, Ernst

#: By work: the rule and the place of slips found by reading, and how often.
MET_DE_HAND: dict[str, dict[tuple[str, str], int]] = {
    "mrv": {
        ("nummer-overgeslagen", "mrv:14h:6"): 1,
        ("nummer-overgeslagen", "mrv:14j:6"): 1,
        ("lid-zonder-leden", "mrv:toelichting:5:sectie:1"): 1,
        ("lid-zonder-leden", "mrv:toelichting:13"): 1,
        ("toelichting-lid", "mrv:toelichting:14j"): 1,
        ("toelichting-ander-lid", "mrv:toelichting:15"): 1,
        ("toelichting-opschrift", "mrv:toelichting:14p"): 1,
        ("naam-voormalig", "mrv:3:1:g"): 1,
        ("begrip-schrijfwijze", "mrv:3:1:f"): 1,
        ("begrip-schrijfwijze", "mrv:14b:3"): 1,
        ("lijst-voegwoord", "mrv:3:1:d"): 1,
        ("aanloop-herhaald", "mrv:14a:3:c"): 1,
        ("doel-facultatief", "mrv:9:2:b"): 1,
        ("inwerkingtreding-verleden", "mrv:16:1"): 1,
        ("bijlage-welke", "mrv:14b:5"): 1,
        ("afkorting-ongebruikt", "mrv:toelichting:1:sectie:1"): 3,
        ("woord-aaneen", "mrv:14:3"): 1,
    },
    "hr": {
        ("aantal-delen", "hr:sectie:2.4"): 1,
        ("hoofdstuk-verschoven", "hr:sectie:2.4"): 10,
        ("doel-ontbreekt", "hr:sectie:3:sectie:9"): 1,
        ("artikel-bijna", "hr:tabel:3:rij:2:cel:3"): 1,
        ("artikel-bijna", "hr:tabel:3:rij:4:cel:3"): 1,
        ("naar-zichzelf", "hr:sectie:6.2:sectie:2"): 1,
        ("opsomming-nummers", "hr:sectie:4.5:sectie:2"): 1,
        ("enkelvoud-meervoud", "hr:voetnoot:16"): 1,
        ("alinea-komma", "hr:sectie:1:sectie:6"): 1,
        ("naam-wisselt", "hr:sectie:3:sectie:4"): 1,
    },
    "rvst": {("naam-wisselt", "rvst:sectie:3"): 1},
}
#: By work: most findings of each seriousness; more means that a rule began to cry wolf.
HOOGSTENS = {
    "mrv": (6, 6, 50), "hr": (2, 20, 30), "rvst": (0, 0, 7), "lb": (0, 0, 3), "si": (0, 0, 1), "zorgtoeslag": (0, 0, 4),
    "CVDR100394": (0, 0, 1), "CVDR112779": (0, 0, 2), "CVDR680781": (0, 0, 8), "web": (0, 0, 1), "wvo": (0, 0, 1),
}  # fmt: skip


@pytest.fixture(scope="module")
def controles(echte_bronnen: Path) -> dict[str, Controle]:
    register = laad_register()
    documenten = [u.document for u in lees_map(echte_bronnen, register, LEZERS) if u.document is not None]
    register = register.aangevuld(regelingen_van(documenten))
    bomen = Bomen(documenten)
    gekozen = {*MET_DE_HAND, *HOOGSTENS}
    return {d.werk: controleer(d, register, bomen) for d in documenten if d.werk in gekozen}


@pytest.mark.parametrize("werk", MET_DE_HAND)
def test_wat_met_de_hand_is_gevonden_vinden_de_regels(werk: str, controles: dict[str, Controle]) -> None:
    gevonden = Counter((p.regel.id, str(p.plaats)) for p in controles[werk].punten)
    assert {k: n for k, n in MET_DE_HAND[werk].items() if gevonden[k] < n} == {}


@pytest.mark.parametrize("werk", HOOGSTENS)
def test_de_regels_roepen_niet_om_niets(werk: str, controles: dict[str, Controle]) -> None:
    tel = Counter(p.regel.ernst for p in controles[werk].punten)
    assert all(tel[e] <= grens for e, grens in zip(Ernst, HOOGSTENS[werk], strict=True)), tel
