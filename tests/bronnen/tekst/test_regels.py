"""Lines as publications and web pages lay them out: marks of headings, bullets before labels, labels on a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bronnen.lezen import lees_document
from bronnen.lezers import LEZERS
from bronnen.register import Register
from bronnen.tekst.regels import splits_regels, zonder_strepen

_AANHEF = "Verordening bellen Nergens\n\nDe raad van de gemeente Nergens;\ngelet op de Fietswet;\nbesluit:\n\n"


@pytest.mark.parametrize(
    ("regel", "tekst"),
    [
        ("## Toelichting", "Toelichting"),
        ("• a. een bel;", "a. een bel;"),
        ("  • 1.", "1."),
        ("- 2) een lamp", "2) een lamp"),
        ("- 3° een slot", "3° een slot"),
        ("- een slot", "- een slot"),
        ("• de fiets.", "• de fiets."),
        ("- 2026 was een goed jaar", "- 2026 was een goed jaar"),
        ("#bellen", "#bellen"),
    ],
)
def test_opmaak_voor_een_kop_of_label_is_geen_tekst(regel: str, tekst: str) -> None:
    origineel = f"Kop\n{regel}\nslot"
    gelezen = zonder_strepen(splits_regels(origineel))[1]
    assert gelezen.tekst == tekst
    assert origineel[gelezen.begin : gelezen.eind] == tekst


@pytest.mark.parametrize(
    "leden",
    [
        "1. Wie fietst, belt.\n2. Het eerste lid geldt niet:\na. in bed;\nb. in bad.",
        " • 1.\n\n  Wie fietst, belt.\n\n • 2.\n\n  Het eerste lid geldt niet:"
        "\n\n   • a.\n\n    in bed;\n\n   • b.\n\n    in bad.",
        "-\n1. Wie fietst, belt.\n-\n2. Het eerste lid geldt niet:\n- a.\nin bed;\n- b.\nin bad.",
        "* 1. Wie fietst, belt.\n* 2. Het eerste lid geldt niet:\n  * a. in bed;\n  * b. in bad.",
    ],
)
def test_leden_en_onderdelen_in_elke_opmaak(tmp_path: Path, leden: str) -> None:
    pad = tmp_path / "verordening.txt"
    pad.write_text(f"{_AANHEF}Artikel 1 Bellen\n\n{leden}\n\nArtikel 2 Slot\n\nDit heet zo.\n", encoding="utf-8")
    document = lees_document(pad, Register([]), LEZERS)
    delen = [b for b in document.bepalingen() if b.id.stappen and b.id.stappen[0].nummer == "1"]
    assert [("/".join(s.nummer for s in b.id.stappen), b.eigen_tekst) for b in delen] == [
        ("1", ""),
        ("1/1", "Wie fietst, belt."),
        ("1/2", "Het eerste lid geldt niet:"),
        ("1/2/a", "in bed;"),
        ("1/2/b", "in bad."),
    ]


def test_een_toelichting_onder_een_kop_met_hekjes(tmp_path: Path) -> None:
    pad = tmp_path / "verordening.md"
    pad.write_text(
        f"# {_AANHEF}## Artikel 1 Bellen\n\nBel.\n\n## Artikel 2 Slot\n\nDit heet zo.\n\n# Toelichting\n\n"
        "## Artikel 2\n\nZo heet het.\n",
        encoding="utf-8",
    )
    document = lees_document(pad, Register([]), LEZERS)
    assert [(b.soort.value, b.kop, b.eigen_tekst) for b in document.bepalingen() if b.id.stappen][1:] == [
        ("artikel", "Bellen", "Bel."),
        ("artikel", "Slot", "Dit heet zo."),
        ("toelichting", "Toelichting", ""),
        ("sectie", "", "Zo heet het."),
    ]
