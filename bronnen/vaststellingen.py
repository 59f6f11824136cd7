"""Facts that a person established from documents: data in ``bronnen/vaststellingen``, each with its passages.

A file names its documents by hash, and a passage by its characters and the SHA-256 of these; no words are kept. Whoever
loads the facts checks both (``graph.tijd.vaststelling``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from ontologie.fouten import BronFout, IdentificatieFout, systeemfout
from ontologie.identificatie import parse_kort
from ontologie.tekst import Span
from ontologie.wijziging import Effect, Vaststelling, Vindplaats, Voorbehoud

#: Where the facts are that are shipped with the project.
VASTSTELLINGENMAP = Path(__file__).with_name("vaststellingen")

#: Largest file that is read, in bytes.
MAXIMUM = 5_000_000


@dataclass(frozen=True, slots=True)
class Vaststellingen:
    """One file of facts. ``naam`` is that of the file without its extension."""

    naam: str
    pad: Path
    onderwerp: str
    vastgesteld_op: date
    vaststellingen: tuple[Vaststelling, ...]
    voorbehouden: tuple[Voorbehoud, ...]


class _Tabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Common to all tables of a file."""


class _Bron(_Tabel, frozen=True):
    naam: str
    werk: str
    versie: str
    sha256: str


class _Bewijs(_Tabel, frozen=True):
    bron: str
    begin: int
    eind: int
    som: str


class _Vaststelling(_Tabel, frozen=True):
    naam: str
    bepaling: str
    versie: str
    effect: Effect
    toelichting: str
    bewijs: tuple[_Bewijs, ...]
    zeker: bool = True
    gepubliceerd: date | None = None


class _Voorbehoud(_Tabel, frozen=True):
    naam: str
    werk: str
    versie: str
    toelichting: str
    bewijs: tuple[_Bewijs, ...]


class _Bestand(_Tabel, frozen=True):
    onderwerp: str
    vastgesteld_op: date
    bron: tuple[_Bron, ...]
    vaststelling: tuple[_Vaststelling, ...] = ()
    voorbehoud: tuple[_Voorbehoud, ...] = ()


def lees_vaststellingen(map_: Path | None = None) -> Iterator[Vaststellingen]:
    """The files of a folder (by default those shipped with the project), in order of name.

    Raises:
        BronFout: a file cannot be read or says something impossible; names the file and the entry.
    """
    for pad in sorted((map_ or VASTSTELLINGENMAP).glob("*.toml")):
        yield lees_vaststellingenbestand(pad)


def lees_vaststellingenbestand(pad: Path) -> Vaststellingen:
    """One file.

    Raises:
        BronFout: it cannot be read or says something impossible; names the entry.
    """
    try:
        if pad.stat().st_size > MAXIMUM:
            raise BronFout(str(pad), f"het bestand is groter dan {MAXIMUM / 1e6:.0f} MB")
        ruw = tomllib.loads(pad.read_text(encoding="utf-8"))
        bestand = msgspec.convert(ruw, _Bestand, strict=True)
    except OSError as fout:
        raise BronFout(str(pad), f"het bestand is niet te openen ({systeemfout(fout)})") from fout
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as fout:
        raise BronFout(str(pad), f"geen geldige TOML in UTF-8 ({fout})") from fout
    except msgspec.ValidationError as fout:
        raise BronFout(str(pad), f"een veld ontbreekt of klopt niet ({fout})") from fout
    return _Omzetting(pad, bestand).vaststellingen()


class _Omzetting:
    """From the tables of a file to records, with the checks that types cannot make."""

    def __init__(self, pad: Path, bestand: _Bestand) -> None:
        self._pad = pad
        self._bestand = bestand
        self._bronnen: Mapping[str, _Bron] = {b.naam: b for b in bestand.bron}

    def vaststellingen(self) -> Vaststellingen:
        namen = [v.naam for v in self._bestand.vaststelling] + [v.naam for v in self._bestand.voorbehoud]
        if dubbel := next((n for n in namen if namen.count(n) > 1), ""):
            raise self._fout(dubbel, "deze naam staat er twee keer")
        if len(self._bronnen) < len(self._bestand.bron):
            raise BronFout(str(self._pad), "twee bronnen hebben dezelfde naam")
        return Vaststellingen(
            self._pad.stem,
            self._pad,
            self._bestand.onderwerp,
            self._bestand.vastgesteld_op,
            tuple(self._vaststelling(v) for v in self._bestand.vaststelling),
            tuple(
                Voorbehoud(v.naam, v.werk, v.versie, self._zin(v.naam, v.toelichting), self._bewijs(v.naam, v.bewijs))
                for v in self._bestand.voorbehoud
            ),
        )

    def _vaststelling(self, v: _Vaststelling) -> Vaststelling:
        try:
            bepaling = parse_kort(v.bepaling)
        except IdentificatieFout as fout:
            raise self._fout(v.naam, str(fout)) from fout
        toelichting = self._zin(v.naam, v.toelichting)
        bewijs = self._bewijs(v.naam, v.bewijs)
        return Vaststelling(v.naam, bepaling, v.versie, v.effect, toelichting, bewijs, v.zeker, v.gepubliceerd)

    def _zin(self, naam: str, toelichting: str) -> str:
        if not toelichting.strip():
            raise self._fout(naam, "zonder toelichting")
        return toelichting.strip()

    def _bewijs(self, naam: str, bewijs: tuple[_Bewijs, ...]) -> tuple[Vindplaats, ...]:
        if not bewijs:
            raise self._fout(naam, "zonder bewijs")
        uit = []
        for b in bewijs:
            bron = self._bronnen.get(b.bron)
            if bron is None:
                raise self._fout(naam, f"het bewijs noemt een onbekende bron «{b.bron}»")
            if not 0 <= b.begin < b.eind:
                raise self._fout(naam, f"{b.begin}-{b.eind} is geen bereik")
            uit.append(Vindplaats(bron.werk, bron.versie, bron.sha256, Span(b.begin, b.eind), b.som))
        return tuple(uit)

    def _fout(self, naam: str, bericht: str) -> BronFout:
        return BronFout(str(self._pad), bericht, plaats=f"«{naam}»")
