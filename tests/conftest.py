"""Shared fixtures: where the real documents and the gold annotations are, if they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine is says nothing about the code: speed is measured in benchmarks, never in a test.
settings.register_profile("regelgraaf", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("regelgraaf")

WORTEL = Path(__file__).resolve().parent.parent


def _bronnen() -> Path | None:
    for kandidaat in (os.environ.get("REGELGRAAF_BRONNEN"), WORTEL.parent / "shared" / "bronnen"):
        if kandidaat and Path(kandidaat).is_dir():
            return Path(kandidaat).resolve()
    return None


@pytest.fixture(scope="session")
def echte_bronnen() -> Path:
    """Folder with the real documents; skips where it is absent."""
    map_ = _bronnen()
    if map_ is None:
        pytest.skip("de echte documenten ontbreken (REGELGRAAF_BRONNEN of shared/bronnen naast de checkout)")
    return map_


@pytest.fixture(scope="session")
def goud(echte_bronnen: Path) -> Path:
    """Folder with the gold annotations; skips where it is absent."""
    map_ = echte_bronnen.parent / "goud"
    if not map_.is_dir():
        pytest.skip("de gouden annotaties ontbreken (map goud naast de documenten)")
    return map_
