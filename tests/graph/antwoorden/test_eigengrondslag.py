"""What an own ordinance rests on, where the law put a provision under another number since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bronnen.register import laad_register
from graph.antwoorden import Antwoorden
from graph.antwoorden.eigengegevens import Grondslagregel, Grondslagstand
from graph.bouw import bouw
from graph.staat import open_opslag, open_staat
from tests.graph.vergelijk.test_vergelijken import lees
from tests.web import documenten

GELET_OP = "gelet op artikel 2, eerste lid, van de Lantaarnwet;"


@pytest.fixture(scope="module")
def antwoorden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Antwoorden]:
    """The law in two versions: article 3 of the older is article 5 of the newer, and 4 was there and lapsed."""
    map_ = tmp_path_factory.mktemp("verplaatst")
    bronnen = documenten.schrijf(map_ / "documenten")
    nieuw = bronnen / "BWBR9000001_2026-01-01_0.xml"
    nieuw.write_text(nieuw.read_text(encoding="utf-8").replace("<nr>3</nr>", "<nr>5</nr>"), encoding="utf-8")
    (map_ / "register.toml").write_text(documenten.REGISTER, encoding="utf-8")
    register = laad_register(map_ / "register.toml")
    bouw([bronnen], map_ / "opslag", register)
    with open_staat(map_ / "opslag") as staat:
        yield Antwoorden(open_opslag(staat), register)


@pytest.mark.parametrize(
    ("artikel", "stand", "zin"),
    [
        ("artikel 3", Grondslagstand.VERPLAATST, "artikel 3 staat nu in Lantaarnwet, artikel 5."),
        (
            "artikel 3, tweede lid,",
            Grondslagstand.VERPLAATST,
            "artikel 3, tweede lid staat nu in Lantaarnwet, artikel 5, tweede lid.",
        ),
        ("artikel 4", Grondslagstand.VERVALLEN, "artikel 4 is vervallen."),
        ("artikel 9", Grondslagstand.ONTBREEKT, "artikel 9 bestaat niet in de geladen versie"),
    ],
)
def test_a_basis_that_is_not_where_it_was(
    antwoorden: Antwoorden, artikel: str, stand: Grondslagstand, zin: str
) -> None:
    tekst = documenten.MODEL.replace(GELET_OP, f"gelet op {artikel} van de Lantaarnwet;")
    uitkomst = antwoorden.beoordeel_eigen(lees("eigen.txt", tekst), "mlv", op=date(2026, 2, 1))
    (regel,) = uitkomst.grondslag
    assert isinstance(regel, Grondslagregel)
    assert (regel.stand, zin in regel.zin) == (stand, True), regel.zin
