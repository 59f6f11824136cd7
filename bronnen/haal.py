"""Get documents: official regulations by their manifest, or files at hand.

``{basis}/{BWB-id}/manifest.xml`` lists the versions with the size and hash of their files. What is fetched is kept as
``NAAM.xml`` with ``NAAM.xml.json`` beside it, which records where it came from and its hashes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bronnen.lezen import Bestand, Lezer, Lot, Uitkomst, lees_map
from bronnen.manifest import Expressie, Item, Manifest, ManifestLezer
from bronnen.overdracht import Haalinstellingen, Overdracht, Verwacht, Voortgang, Voortgangsmelder
from bronnen.register import Register
from ontologie.fouten import BronFout, HaalFout, systeemfout

__all__ = ["Haalinstellingen", "Opgehaald", "Overname", "Voortgang", "haal", "neem_over"]

_BWB = re.compile(r"BWB[RVW]\d{7}")
#: Names of files and folders that a manifest may give: nothing that leads elsewhere.
_NAAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")


@dataclass(frozen=True, slots=True)
class Opgehaald:
    """What became of one work: the file and the version in it, or the reason why there is none."""

    werk: str
    pad: Path | None = None
    versie: str = ""  # "2026-01-01_0", as the manifest calls it
    was_er_al: bool = False
    fout: HaalFout | None = None


def haal(
    werken: Iterable[str],
    doel: Path,
    register: Register,
    dag: date,
    *,
    instellingen: Haalinstellingen = Haalinstellingen(),  # noqa: B008
    meld: Voortgangsmelder | None = None,
    met_wti: bool = False,
) -> Iterator[Opgehaald]:
    """Fetch the version of each work (short name, BWB id or name) that is valid on ``dag`` into the folder ``doel``.

    A work that fails does not stop the others. A file that is there already and right is not fetched again.
    ``met_wti`` also fetches the history of each regulation.
    """
    with Overdracht(instellingen, meld) as overdracht:
        for werk in werken:
            try:
                yield _haal_werk(overdracht, werk, doel, register, dag, met_wti=met_wti)
            except HaalFout as fout:
                yield Opgehaald(werk, fout=fout)


def _haal_werk(
    overdracht: Overdracht, werk: str, doel: Path, register: Register, dag: date, *, met_wti: bool
) -> Opgehaald:
    bwb_id = _bwb_id(werk, register)
    manifest = _haal_manifest(overdracht, bwb_id, doel, register)
    expressie = manifest.kies(dag)
    item = expressie.item() if expressie else None
    if expressie is None or item is None:
        raise HaalFout(f"Van {bwb_id} is er geen versie die geldt op {dag:%d-%m-%Y}. {_geldigheid(manifest)}".rstrip())
    if not all(_NAAM.fullmatch(deel) for deel in (item.naam, *item.pad.split("/"))):
        raise HaalFout(f"Het manifest van {bwb_id} noemt een bestand met een onmogelijke naam.")
    if met_wti and manifest.wti:
        if not _NAAM.fullmatch(manifest.wti):
            raise HaalFout(f"Het manifest van {bwb_id} noemt een bestand met een onmogelijke naam.")
        overdracht.haal(f"{bwb_id}/{manifest.wti}", doel / manifest.wti)
    pad = doel / item.naam
    was_er_al = _is_goed(pad, item)
    if not was_er_al:
        try:
            overdracht.haal(f"{bwb_id}/{item.pad}", pad, Verwacht(item.grootte, item.hash))
        except HaalFout as fout:
            raise HaalFout(
                f"Het manifest van {bwb_id} noemt {item.naam}, maar: {fout.bericht}", advies=fout.advies
            ) from fout
        adres = f"{overdracht.instellingen.basis.rstrip('/')}/{bwb_id}/{item.pad}"
        _leg_vast(pad, {"adres": adres, "regeling": bwb_id, **_versie(expressie), "sha512": item.hash})
    return Opgehaald(register.kort(bwb_id), pad, expressie.label, was_er_al)


def _bwb_id(werk: str, register: Register) -> str:
    namen = register.werken_met_naam(werk)
    bwb_id = register.officieel(namen[0]) if len(namen) == 1 else werk
    if len(namen) > 1:
        raise HaalFout(f"«{werk}» kan meer dan één regeling zijn: {', '.join(namen)}.", advies="Noem het BWB-id.")
    if not _BWB.fullmatch(bwb_id):
        wat = "staat niet met een BWB-id in het register" if namen else "is geen bekende regeling"
        raise HaalFout(f"«{werk}» {wat}.", advies="Noem het BWB-id, of neem bestanden over met --van MAP.")
    return bwb_id


def _haal_manifest(overdracht: Overdracht, bwb_id: str, doel: Path, register: Register) -> Manifest:
    # Fetched each time, because it is small and tells of new versions.
    pad = doel / f"{bwb_id}_manifest.xml"
    overdracht.haal(f"{bwb_id}/manifest.xml", pad)
    try:
        manifest = ManifestLezer().lees(Bestand(pad), register)
    except BronFout as fout:
        pad.unlink(missing_ok=True)
        raise HaalFout(f"Het manifest van {bwb_id} is niet te lezen: {fout.oorzaak}.") from fout
    if manifest.officieel_id != bwb_id:
        pad.unlink(missing_ok=True)
        raise HaalFout(f"Het manifest van {bwb_id} gaat over {manifest.officieel_id}.")
    return manifest


def _geldigheid(manifest: Manifest) -> str:
    begin = [e.geldig_van for e in manifest.expressies if e.geldig_van and e.item()]
    return f"De oudste versie geldt vanaf {min(begin):%d-%m-%Y}." if begin else ""


def _versie(expressie: Expressie) -> dict[str, str]:
    return {
        "versie": expressie.label,
        "geldig_van": expressie.geldig_van.isoformat() if expressie.geldig_van else "",
        "geldig_tot": expressie.geldig_tot.isoformat() if expressie.geldig_tot else "",
    }


def _is_goed(pad: Path, item: Item) -> bool:
    """Whether the file is there and is what the manifest says; without a hash in the manifest it is fetched again."""
    if not item.hash or not pad.is_file() or (item.grootte and pad.stat().st_size != item.grootte):
        return False
    with pad.open("rb") as f:
        return hashlib.file_digest(f, "sha512").hexdigest() == item.hash.lower()


# --- files at hand ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Overname:
    """What became of one file at hand: ``naar`` is its copy, None where it was not taken; ``reden`` says why not."""

    van: Path
    naar: Path | None
    reden: str = ""


def neem_over(van: Path, doel: Path, register: Register, lezers: Iterable[Lezer]) -> Iterator[Overname]:
    """Copy every file below ``van`` that a reader can read into ``doel``, at the same place below it.

    A file that is there already with other contents stays as it is.

    Raises:
        BronFout: ``van`` does not exist or is empty.
        HaalFout: the one folder lies within the other, or ``doel`` cannot be written.
    """
    echt_van, echt_doel = van.resolve(), doel.resolve()
    if echt_van.is_relative_to(echt_doel) or echt_doel.is_relative_to(echt_van):
        raise HaalFout(f"{van} en {doel} liggen in elkaar.", advies="Noem een map buiten de map van de documenten.")
    for uitkomst in lees_map(van, register, lezers):
        if uitkomst.lot in (Lot.GELEZEN, Lot.BIJBESTAND):
            yield _kopieer(uitkomst, van, doel)
        else:
            yield Overname(uitkomst.pad, None, uitkomst.reden)


def _kopieer(uitkomst: Uitkomst, van: Path, doel: Path) -> Overname:
    naar = doel / uitkomst.pad.relative_to(van)
    inhoud = Bestand(uitkomst.pad).inhoud
    gelezen = uitkomst.document or uitkomst.bijbestand
    try:
        if naar.exists():
            zelfde = naar.is_file() and naar.read_bytes() == inhoud
            reden = "stond er al" if zelfde else f"{naar} bestaat al met een andere inhoud"
            return Overname(uitkomst.pad, naar if zelfde else None, reden)
        naar.parent.mkdir(parents=True, exist_ok=True)
        _schrijf_in_een_keer(naar, inhoud)
    except OSError as fout:
        raise HaalFout(f"{naar} is niet te schrijven ({systeemfout(fout)}).") from fout
    _leg_vast(naar, {"bestand": uitkomst.pad.name, "regeling": gelezen.werk if gelezen else ""})
    return Overname(uitkomst.pad, naar)


def _leg_vast(pad: Path, gegevens: dict[str, str]) -> None:
    """Write the record beside a file: where it came from, its size and SHA-256, and when."""
    try:
        inhoud = pad.read_bytes()
        alles = {
            **gegevens,
            "grootte": len(inhoud),
            "sha256": hashlib.sha256(inhoud).hexdigest(),
            "opgehaald": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        tekst = json.dumps(alles, ensure_ascii=False, indent=2) + "\n"
        _schrijf_in_een_keer(pad.with_name(f"{pad.name}.json"), tekst.encode(errors="backslashreplace"))
    except OSError as fout:
        raise HaalFout(f"{pad}.json is niet te schrijven ({systeemfout(fout)}).") from fout


def _schrijf_in_een_keer(pad: Path, inhoud: bytes) -> None:
    tijdelijk = pad.with_name(f".{pad.name}.nieuw")
    with tijdelijk.open("wb") as f:
        f.write(inhoud)
        f.flush()
        os.fsync(f.fileno())
    os.replace(tijdelijk, pad)
