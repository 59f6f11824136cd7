"""The words of the pages: ``teksten.toml`` as nested mappings; numbers and dates are written as everywhere."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from api.woorden import ZONDER_DATUM, datum, getal, grootte, meervoud, met_datums, versie_in_woorden

__all__ = [
    "ZONDER_DATUM",
    "datum",
    "getal",
    "grootte",
    "meervoud",
    "met_datums",
    "teksten",
    "versie_in_woorden",
]


@cache
def teksten() -> dict[str, Any]:
    """All texts, by page. Read once; templates see it as ``t``."""
    with (Path(__file__).parent / "teksten.toml").open("rb") as f:
        return tomllib.load(f)
