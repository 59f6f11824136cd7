"""The rules as data: ``regels.toml`` says what each looks for and how serious it is."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from ontologie.controle import Controleregel, Controlethema, Ernst

_BESTAND = Path(__file__).with_name("regels.toml")


@cache
def lees_regels() -> dict[str, Controleregel]:
    """Every rule by its id, in the order of the file."""
    ruw = tomllib.loads(_BESTAND.read_text(encoding="utf-8"))["regel"]
    alle = [
        Controleregel(r["id"], r["naam"], Controlethema(r["thema"]), Ernst(r["ernst"]), r["uitleg"].strip())
        for r in ruw
    ]
    return {r.id: r for r in alle}
