"""The reader of official publications."""

from __future__ import annotations

from pathlib import Path

import pytest

from bronnen.lezen import Bestand
from bronnen.register import Register
from bronnen.staatsblad import StaatsbladLezer
from ontologie.document import DocumentSoort
from ontologie.fouten import BronFout
from tests.bronnen.xmlbronnen import artikel, bepaling, controleer_plaatsen, lees, namen


def publicatie(
    inhoud: str, *, blad: str = "staatsblad", adres: str = "https://x.invalid/stb-2031-12/metadata.xml"
) -> str:
    return (
        f'<officiele-publicatie><metadata><meta name="a" content="{adres}"/></metadata>'
        f"<kop><titel>Blad</titel></kop><{blad}><intitule>Proefbesluit</intitule><wet-besluit>"
        f"<wettekst>{inhoud}</wettekst><wetsluiting><gegeven><dagtekening>"
        '<plaats>Ergens,</plaats><datum isodatum="2031-02-03">3 februari 2031</datum>'
        '</dagtekening></gegeven><uitgifte><datum isodatum="2031-02-10">Uitgegeven</datum></uitgifte></wetsluiting>'
        f"</wet-besluit></{blad}></officiele-publicatie>"
    )


def test_publicatie(tmp_path: Path) -> None:
    document = lees(tmp_path, StaatsbladLezer(), publicatie(artikel("1", "<al>Zo is het.</al>")))
    assert (document.werk, document.versie, document.titel) == ("stb-2031-12", "2031-02-10", "Proefbesluit")
    assert document.soort is DocumentSoort.STAATSBLAD
    assert document.kenmerken == (("ondertekend", "2031-02-03"), ("uitgegeven", "2031-02-10"))
    assert namen(document) == ["1", "slot"]
    assert "Blad" not in " ".join(p.tekst.inhoud for p in document.passages())


@pytest.mark.parametrize(
    ("adres", "naam", "werk"),
    [("https://x.invalid/", "stcrt-2031-5.xml", "stcrt-2031-5"), ("gmb-2031-77", "x.xml", "gmb-2031-77")],
)
def test_naam_van_de_publicatie(tmp_path: Path, adres: str, naam: str, werk: str) -> None:
    document = lees(tmp_path, StaatsbladLezer(), publicatie("", blad="gemeenteblad", adres=adres), naam)
    assert document.werk == werk
    assert document.soort is DocumentSoort.OVERIG


def test_publicatie_zonder_inhoud(tmp_path: Path) -> None:
    with pytest.raises(BronFout, match="geen inhoud"):
        lees(tmp_path, StaatsbladLezer(), "<officiele-publicatie><metadata/></officiele-publicatie>")


def test_officieel_staatsblad(echte_bronnen: Path) -> None:
    document = StaatsbladLezer().lees(Bestand(echte_bronnen / "stb" / "stb-2018-84.xml"), Register(()))
    controleer_plaatsen(document)
    assert document.origineel.startswith("\ufeff")
    assert (document.werk, document.versie) == ("stb-2018-84", "2018-03-27")
    assert namen(document) == ["aanhef", "1", "1:1", "1:1:a", "1:1:b", "1:2", "1:3", "2", "3", "slot"]
    assert bepaling(document, "1:1").label == "1."
    assert len(document.meldingen) == 2
