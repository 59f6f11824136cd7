"""The facts from the reading model that the build made: a few look-ups by key where SPARQL joins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from graph.feiten.ding import Ding
from graph.feiten.model import Deel, Kind, Naamgegevens, Verwijzingnaar
from graph.feiten.porties import porties
from graph.feiten.rijen import KOLOMMEN, VERSIE
from graph.leesbestand import Leesbestand

#: One answer for many IRIs: every step of SQLite lets other threads go first, and then waits for its turn again.
_VRAAG = {
    kolom: (
        f"SELECT group_concat('[' || json_quote(d.iri) || ',' || d.{kolom} || ']')"  # noqa: S608 (names of our own)
        " FROM json_each(?) AS j CROSS JOIN ding AS d ON d.iri = j.value"
    )
    for kolom in KOLOMMEN
}

#: Of each target the references in all versions but some.
_AANGEHAALD = """
WITH geteld AS (
    SELECT d.iri, sum(json_array_length(v.value)) AS aantal FROM ding AS d, json_each(d.verwezen) AS v
    WHERE d.verwezen IS NOT NULL AND v.key NOT IN (SELECT value FROM json_each(?)) GROUP BY d.iri
)
SELECT iri, aantal FROM geteld ORDER BY aantal DESC, iri
"""

#: What is said of a provision in a version; a version of a work is in no other.
_VAN_BEPALING = ("volgnummer", "is_member_of", "inVersie")


class Leesmodel:
    """One file as facts. Fulfils ``graph.feiten.model.Feiten``; may be used from several threads."""

    def __init__(self, pad: Path) -> None:
        """Raises OpslagFout where there is no reading model of this release that can be opened."""
        self._bestand = Leesbestand(pad, VERSIE, "het leesmodel")
        self._bestand.open()

    def sluit(self) -> None:
        """Let go of the file."""
        self._bestand.sluit()

    def _lees(self, kolom: str, iris: Iterable[str]) -> Iterator[Any]:
        """A column of some rows as [IRI, content], as far as they are there and have it, in the given order."""
        for portie in porties(iris):
            yield from self._lees_portie(kolom, portie)

    def _lees_portie(self, kolom: str, iris: Sequence[str]) -> list[Any]:
        with self._bestand.verbinding() as db:
            (gevonden,) = db.execute(_VRAAG[kolom], (orjson.dumps(iris).decode(),)).fetchone()
            try:
                return orjson.loads(f"[{gevonden or ''}]")  # type: ignore[no-any-return]
            except orjson.JSONDecodeError as fout:
                raise sqlite3.DatabaseError(str(fout)) from fout

    def dingen(self, iris: Sequence[str]) -> dict[str, Ding]:
        return {iri: Ding(iri, waarden) for iri, waarden in self._lees("waarden", iris)}

    def naar(self, eigenschap: str, iris: Sequence[str]) -> dict[tuple[str, str], list[str]]:  # noqa: ARG002
        uit: dict[tuple[str, str], list[str]] = {(iri, ""): [] for iri in iris}
        for iri, per_eigenschap in self._lees("naar", iris):
            for naam, van in per_eigenschap.items():
                uit[iri, naam] = van
        return uit

    def namen(self, iris: Sequence[str]) -> list[Naamgegevens]:
        return [
            Naamgegevens._make((iri, *namen, tuple(versies))) for iri, (*namen, versies) in self._lees("naam", iris)
        ]

    def kinderen(self, versie: str) -> tuple[Kind, ...]:
        return tuple(Kind(van, bepaling, soort) for _, van, bepaling, soort in self._delen([versie]) if bepaling)

    def _delen(self, iris: Iterable[str]) -> Iterator[tuple[int, str, str, str]]:
        for _, delen in self._lees("delen", iris):
            yield from delen

    def onderliggend(self, versie: str) -> tuple[Deel, ...]:
        alle = [
            (zelf.getal("volgnummer"), versie, zelf.tekst("is_member_of"))
            for zelf in self.dingen([versie]).values()
            if all(naam in zelf for naam in _VAN_BEPALING)
        ]
        gezien, nog = {versie}, [versie]
        while nog:
            delen = [(n, van, deel) for n, van, deel, _ in self._delen(nog) if deel and van not in gezien]
            alle += delen
            nog = [van for _, van, _ in delen]
            gezien.update(nog)
        return tuple(Deel(van, bepaling) for _, van, bepaling in sorted(alle))

    def onder(self, bepaling: str) -> tuple[str, ...]:
        uit: dict[str, None] = {}
        nog = [bepaling]
        while nog:
            nog = [van for _, van, _, _ in self._delen(nog) if van not in uit]
            uit.update(dict.fromkeys(nog))
        return tuple(uit)

    def verwijzingen_naar(self, doelen: Iterable[str]) -> list[Verwijzingnaar]:
        return [
            Verwijzingnaar(verwijzing, doel, werkversie)
            for doel, per_versie in self._lees("verwezen", doelen)
            for werkversie, verwijzingen in per_versie.items()
            for verwijzing in verwijzingen
        ]

    def aangehaald(self, zonder: Sequence[str]) -> list[tuple[str, int]]:
        with self._bestand.verbinding() as db:
            return db.execute(_AANGEHAALD, (orjson.dumps(list(zonder)).decode(),)).fetchall()

    def aantal_naar(self, doelen: Iterable[str]) -> list[tuple[str, str, int]]:
        return [
            (doel, werkversie, len(verwijzingen))
            for doel, per_versie in self._lees("verwezen", doelen)
            for werkversie, verwijzingen in per_versie.items()
        ]
