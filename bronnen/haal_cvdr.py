"""Fetch one local regulation (CVDR) from the official repository, by its id with or without a version.

``{basis}/{CVDR-id}/manifest.xml`` lists the versions; ``{basis}/{CVDR-id}/{n}/xml/{CVDR-id}_{n}.xml`` is one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from bronnen.overdracht import Haalinstellingen, Overdracht
from bronnen.xml import lees_xml
from bronnen.xmlboom import Element
from ontologie.fouten import BronFout, HaalFout

_ID = re.compile(r"(CVDR\d{1,9})(?:_(\d{1,4}))?", re.IGNORECASE)


def is_cvdr_id(invoer: str) -> bool:
    """Whether this is the id of a local regulation: "CVDR100394" or "CVDR100394_2"."""
    return _ID.fullmatch(invoer.strip()) is not None


def haal_cvdr(invoer: str, doel: Path, instellingen: Haalinstellingen) -> Path:
    """Fetch a version, without a number the newest, into the folder ``doel``; gives the file.

    Raises:
        HaalFout: the id is none, or the regulation cannot be fetched.
    """
    gevonden = _ID.fullmatch(invoer.strip())
    if gevonden is None:
        raise HaalFout(f"«{invoer}» is geen CVDR-id.", advies="Schrijf het als CVDR100394 of CVDR100394_2.")
    id_, nummer = gevonden[1].upper(), gevonden[2] or ""
    basis = re.sub(r"/bwb/?$", "", instellingen.basis) + "/cvdr"
    with Overdracht(replace(instellingen, basis=basis)) as overdracht:
        if not nummer:
            manifest = doel / f"{id_}_manifest.xml"
            overdracht.haal(f"{id_}/manifest.xml", manifest)
            nummer = _nieuwste(id_, manifest)
        pad = doel / f"{id_}_{nummer}.xml"
        overdracht.haal(f"{id_}/{nummer}/xml/{pad.name}", pad)
    return pad


def _nieuwste(id_: str, manifest: Path) -> str:
    """The number of the newest version: the one that the manifest names so, or else the highest."""
    try:
        wortel = lees_xml(id_, manifest.read_bytes()).wortel
    except (BronFout, OSError) as fout:
        raise HaalFout(f"Het manifest van {id_} is niet te lezen.") from fout
    werken = [wortel, *wortel.kinderen("work")]
    for werk in werken:
        if gevonden := re.search(rf"{id_}_(\d+)\.xml$", werk.attribuut("_latestItem")):
            return gevonden[1]
    nummers = [n for werk in werken for n in _nummers(werk)]
    if not nummers:
        raise HaalFout(f"Het manifest van {id_} noemt geen versie.")
    return str(max(nummers))


def _nummers(werk: Element) -> list[int]:
    return [int(n) for e in werk.kinderen("expression") if (n := e.attribuut("label")).isascii() and n.isdigit()]
