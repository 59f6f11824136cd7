"""What a build writes down of what it did, for the next one (``graph.sporen`` has the form)."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode, Quad

from bronnen.register import Regeling, Register
from bronnen.vaststellingen import VASTSTELLINGENMAP
from graph.bouwbron import Bron, leescode
from graph.codeversie import codesom
from graph.leesbestand import som
from graph.sporen import Bronspoor, Sporen, Telling, boominhoud, boomsom, schrijf_inhoud
from graph.staat import LEESBESTANDEN
from graph.tripels import IDENTITEIT, graaf_iri, nieuwste_regelingen, regeling_van
from graph.verwerker import Verwerker, Verwerkt, verwerkcode
from ontologie.identificatie import basis

_R = TypeVar("_R")


def maak_bronspoor(staat: Path, bron: Bron, verwerkt: Verwerkt, verwerker: Verwerker) -> Bronspoor:
    """Of a source whose quads were just made: what was asked for it is what ``verwerker`` has not told yet."""
    document, vragen = verwerkt.document, verwerker.vragen()
    return Bronspoor(
        pad=os.fsencode(bron.pad),
        sha256=document.bron.sha256,
        lezer=document.bron.lezer,
        leescode=leescode(document.bron.lezer),
        werk=document.werk,
        versie=document.versie,
        volledig=document.volledig,
        regeling=regeling_van(document),
        graaf=graaf_iri(document, verwerker.register).value,
        bepalingen=sum(1 for _ in document.bepalingen()),
        statussen=dict(Counter(v.status.value for v in verwerkt.verwijzingen)),
        meldingen=tuple(f"{m.plaats}: {m.bericht}" for m in document.meldingen),
        leesvragen=bron.leesvragen,
        registervragen=vragen.register,
        boomvragen=vragen.bomen,
        boekvragen=vragen.boeken,
        boomsom=boomsom(document),
        inhoud=schrijf_inhoud(staat, boominhoud(document)),
    )


def maak_sporen(
    bronnen: Sequence[Bronspoor],
    register: Iterable[Regeling],
    tellingen: dict[str, Telling],
    grafen: tuple[str, ...],
    opmerkingen: tuple[str, ...],
    pad: Path,
) -> Sporen:
    """``register`` is the one that the build was given, without the loaded documents; ``pad`` its finished state."""
    return Sporen(
        basis=basis(),
        code=verwerkcode(),
        register=tuple(register),
        bronnen=tuple(bronnen),
        tellingen=tellingen,
        tijdcode=tijdcode(),
        tijdgrafen=grafen,
        opmerkingen=opmerkingen,
        sommen={naam: som(pad / naam) for naam in LEESBESTANDEN},
    )


def register_van(sporen: Sporen) -> Register:
    """The register that the remembered build was given."""
    return Register(sporen.register)


@cache
def _tijdprogramma() -> str:
    return codesom("graph.tijd.bouwdeel")


def tijdcode() -> str:
    """Version of the established facts and of the program that checks them."""
    som = hashlib.sha256(_tijdprogramma().encode())
    for pad in sorted(VASTSTELLINGENMAP.glob("*.toml")):
        som.update(pad.name.encode() + pad.read_bytes())
    return som.hexdigest()


def tijdgrafen(quads: Iterable[Quad]) -> tuple[str, ...]:
    """The graphs of what a build adds besides the documents."""
    grafen = {q.graph_name for q in quads} - {IDENTITEIT}
    return tuple(sorted(g.value for g in grafen if isinstance(g, NamedNode)))


def regelingen_uit(sporen: Iterable[Bronspoor]) -> tuple[Regeling, ...]:
    """The remembered sources as entries for ``Register.aangevuld``."""
    return nieuwste_regelingen((s.versie, s.regeling) for s in sporen)


def kies(versies: Iterable[tuple[str, bool, str, _R]]) -> dict[str, _R]:
    """Of each work (work, whole or extract, version, what it is) the one that others are resolved against."""
    gekozen: dict[str, tuple[tuple[bool, str], _R]] = {}
    for werk, volledig, versie, wat in versies:
        vorige = gekozen.get(werk)
        if vorige is None or (volledig, versie) > vorige[0]:
            gekozen[werk] = ((volledig, versie), wat)
    return {werk: wat for werk, (_, wat) in gekozen.items()}
