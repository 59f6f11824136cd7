"""The words of the documents: ``teksten.toml`` as nested mappings."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def teksten() -> dict[str, Any]:
    """All texts, by answer. Read once."""
    with (Path(__file__).parent / "teksten.toml").open("rb") as f:
        return tomllib.load(f)
