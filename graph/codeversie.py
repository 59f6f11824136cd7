"""Which version of the program makes something: a hash over its modules and every module of ours that these import.

A version number that someone must remember to raise would one day be forgotten, and what was built before would be
taken for what would be built now. Comments count too: work that was not needed does no harm.
"""

from __future__ import annotations

import ast
import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_EIGEN = ("ontologie", "bronnen", "graph")


@cache
def codesom(*modules: str) -> str:
    """SHA-256 over the source of these modules and of all modules of ours that they import, directly or not."""
    gezien: dict[str, bytes] = {}
    te_doen = list(modules)
    while te_doen:
        naam = te_doen.pop()
        if naam in gezien or (pad := _bestand(naam)) is None:
            continue
        gezien[naam], ingevoerd = _lees(pad)
        te_doen.extend(ingevoerd)
    return hashlib.sha256(b"".join(naam.encode() + som for naam, som in sorted(gezien.items()))).hexdigest()


@cache
def _lees(pad: Path) -> tuple[bytes, tuple[str, ...]]:
    """The hash of a module, and the names of ours that it imports (modules, or what stands in them)."""
    inhoud = pad.read_bytes()
    namen: list[str] = []
    for knoop in ast.walk(ast.parse(inhoud)):
        if isinstance(knoop, ast.Import):
            namen += (a.name for a in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            namen.append(knoop.module)
            namen += (f"{knoop.module}.{a.name}" for a in knoop.names)
    eigen = tuple(n for n in namen if n.partition(".")[0] in _EIGEN)
    return hashlib.sha256(inhoud).digest(), eigen


@cache
def _bestand(naam: str) -> Path | None:
    try:
        gevonden = find_spec(naam)
    except (ImportError, AttributeError):
        return None  # a class or function, not a module
    return Path(gevonden.origin) if gevonden is not None and gevonden.origin else None
