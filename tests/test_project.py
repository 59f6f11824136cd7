"""The project as a whole: layout, names, licence, lock files, links in the documentation."""

from __future__ import annotations

import re
import subprocess
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import unquote

import pytest
from packaging.requirements import Requirement

WORTEL = Path(__file__).resolve().parent.parent
PAKKETTEN = ("ontologie", "bronnen", "graph", "api", "web")


def _bestanden() -> list[Path]:
    lijst = subprocess.run(
        ["git", "-C", str(WORTEL), "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=False
    )
    if lijst.returncode:
        pytest.skip("geen git-checkout")
    return [WORTEL / naam for naam in lijst.stdout.split("\n") if naam and (WORTEL / naam).is_file()]


def _tekst(pad: Path) -> str:
    return pad.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize(
    "naam",
    [
        *PAKKETTEN,
        *("tests", "docs/adr", "benchmarks", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"),
        *("CONTRIBUTING.md", "docs/begrippen.md", "docs/instellingen.md", "requirements.lock", ".ci/run", "Makefile"),
    ],
)
def test_layout_has_what_the_documentation_names(naam: str) -> None:
    assert (WORTEL / naam).exists()


def test_no_other_distribution_owns_our_package_names() -> None:
    eigenaars = {
        (bestand.parts[0], dist.metadata["Name"])
        for dist in distributions()
        for bestand in dist.files or ()
        if bestand.parts and bestand.parts[0] in PAKKETTEN and len(bestand.parts) > 1
    }
    assert {naam for _, naam in eigenaars} <= {"regelgraaf"}


def test_licence_is_eupl() -> None:
    assert _tekst(WORTEL / "LICENSE").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")


@pytest.mark.parametrize("naam", ["requirements.lock", "requirements-dev.lock"])
def test_lock_file_pins_everything_with_hashes_and_names_no_host(naam: str) -> None:
    tekst = _tekst(WORTEL / naam)
    pakketten = re.findall(r"^[A-Za-z0-9._-]+(?:\[[^\]]*\])?==", tekst, re.M)
    assert len(pakketten) > 20
    assert len(re.findall(r"^\S", tekst, re.M)) == len(pakketten), "elke regel op kolom 1 is een vastgezet pakket"
    assert tekst.count("--hash=sha256:") >= len(pakketten)
    assert "://" not in tekst


def test_lock_file_pins_extras_as_they_are_asked_for() -> None:
    """An older pip looks for a newer release of ``name[extra]`` where only ``name`` is pinned, and then refuses it."""
    vast = set(re.findall(r"^([a-z0-9._-]+\[[a-z0-9,._-]+\])==", _tekst(WORTEL / "requirements-dev.lock"), re.M))
    alle = set(re.findall(r"^([a-z0-9._-]+)(?:\[.*\])?==", _tekst(WORTEL / "requirements-dev.lock"), re.M))
    gevraagd = set()
    for dist in distributions():
        if (dist.metadata["Name"] or "").lower().replace("_", "-") not in {*alle, "regelgraaf"}:
            continue
        for eis in map(Requirement, dist.requires or ()):
            if eis.extras and eis.name.lower() in alle and (eis.marker is None or eis.marker.evaluate({"extra": ""})):
                gevraagd |= {f"{eis.name.lower()}[{extra}]" for extra in eis.extras}
    assert {"pypdf[crypto]", "coverage[toml]"} <= gevraagd
    assert gevraagd <= vast


def test_documentation_links_point_at_existing_files() -> None:
    kapot = []
    for pad in _bestanden():
        if pad.suffix != ".md":
            continue
        for doel in re.findall(r"\]\(([^)\s]+)\)", _tekst(pad)):
            if "://" in doel or doel.startswith(("#", "mailto:")):
                continue
            if not (pad.parent / unquote(doel.split("#")[0])).exists():
                kapot.append(f"{pad.relative_to(WORTEL)}: {doel}")
    assert not kapot


def test_adrs_are_numbered_without_gaps_and_have_their_parts() -> None:
    adrs = sorted((WORTEL / "docs" / "adr").glob("*.md"))
    assert [a.name[:4] for a in adrs] == [f"{n:04d}" for n in range(1, len(adrs) + 1)]
    for adr in adrs:
        tekst = _tekst(adr)
        for deel in ("Status", "Context", "Decision", "Why"):
            assert re.search(rf"^#+ {deel}|^\*\*{deel}", tekst, re.M), f"{adr.name} mist {deel}"


def test_makefile_targets_that_the_readme_names_exist() -> None:
    makefile = _tekst(WORTEL / "Makefile")
    genoemd = set(re.findall(r"\bmake ([a-z]+)\b", _tekst(WORTEL / "README.md")))
    assert {"start", "test"} <= genoemd
    for doel in genoemd:
        assert re.search(rf"^{doel}:", makefile, re.M), f"make {doel} bestaat niet"


def test_every_module_stays_readable() -> None:
    lang = [
        f"{pad.relative_to(WORTEL)}: {n} regels"
        for pad in _bestanden()
        if pad.suffix == ".py"
        and pad.relative_to(WORTEL).parts[0] in PAKKETTEN
        and (n := _tekst(pad).count("\n")) > 400
    ]
    assert not lang
