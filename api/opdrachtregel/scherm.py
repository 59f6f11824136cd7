"""What goes to the screen: lists in four formats, progress, and when colours are wanted."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from api.instellingen import gebruikt_kleur
from ontologie.fouten import toonbaar

if TYPE_CHECKING:
    from rich.console import Console

    from graph.bouwverslag import Fase

#: Columns without a terminal, where nothing has to fit.
_BREED = 10_000
#: Characters below which a column cuts most words.
_WOORD = 9

Rij = Mapping[str, Any]


def console(*, fouten: bool = False) -> Console:
    """The screen, or what it is redirected to; nothing is wrapped or cut where there is no terminal."""
    from rich.console import Console

    class Scherm(Console):
        """Leaves a closed pipe to the caller, and lets no text steer the terminal."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

        def print(self, *objects: Any, **opties: Any) -> None:
            super().print(*(_veilig(o) if isinstance(o, str) else o for o in objects), **opties)

    stroom = sys.stderr if fouten else sys.stdout
    scherm = stroom.isatty()
    return Scherm(
        file=stroom,
        color_system="auto" if gebruikt_kleur() else None,
        force_terminal=None if scherm else False,
        width=None if scherm else _BREED,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=not scherm,
    )


def meld(tekst: str) -> None:
    """A sentence beside the answer, on standard error."""
    print(_veilig(tekst), file=sys.stderr)


def _veilig(tekst: str) -> str:
    """The text with its own line ends, and nothing else that steers a terminal."""
    return "\n".join(toonbaar(regel) for regel in tekst.split("\n"))


def druk_lijst(rijen: Iterable[Rij], kolommen: Mapping[str, str], formaat: str) -> int:
    """Print rows in one of the formats and return how many; ``kolommen`` are the fields of a table with their headings.

    ``json`` and ``jsonl`` have all fields of a row, ``tabel`` and ``csv`` the columns named.
    """
    if formaat == "json":
        alle = list(rijen)
        print(json.dumps(alle, ensure_ascii=False, indent=2, default=str))
        return len(alle)
    if formaat == "jsonl":
        return sum(1 for rij in rijen if not print(json.dumps(rij, ensure_ascii=False, default=str)))
    if formaat == "csv":
        from api.uitvoer.csv import schrijf_csv

        return schrijf_csv(list(kolommen), ([rij.get(k) for k in kolommen] for rij in rijen), sys.stdout, einde="\n")
    return _tabel(rijen, kolommen)


def _tabel(rijen: Iterable[Rij], kolommen: Mapping[str, str]) -> int:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    tabel = Table(box=box.SIMPLE_HEAD if sys.stdout.isatty() else None, pad_edge=False, header_style="bold")
    alle = list(rijen)
    scherm = console()
    if _past_niet(alle, kolommen, scherm.width):
        for n, rij in enumerate(alle):
            eerste, *rest = (f"{kop}: {toonbaar(_cel(rij.get(veld)))}" for veld, kop in kolommen.items())
            scherm.print("\n" * (n > 0) + eerste, style="bold")
            scherm.print("\n".join(rest))
        return len(alle)
    for veld, kop in kolommen.items():
        rechts = any(isinstance(r.get(veld), int) and not isinstance(r.get(veld), bool) for r in alle)
        tabel.add_column(kop, justify="right" if rechts else "left", overflow="fold")
    for rij in alle:
        tabel.add_row(*(Text(toonbaar(_cel(rij.get(k)).replace("\n", " "))) for k in kolommen))
    if alle:
        scherm.print(tabel)
    return len(alle)


def _past_niet(rijen: Sequence[Rij], kolommen: Mapping[str, str], breedte: int) -> bool:
    """Whether a table would be no more than slivers of words: some columns get less than they or a word need."""
    nodig = (max(len(kop), *(len(_cel(r.get(k))) for r in rijen)) for k, kop in kolommen.items())
    return bool(rijen) and sum(min(n, _WOORD) + 3 for n in nodig) > breedte


def _cel(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list | tuple):
        return " ".join(str(w) for w in waarde)
    return str(waarde)


@contextmanager
def bouwbalk() -> Iterator[Any]:
    """A progress bar for a build, as the function that ``graph.bouw`` calls; silent without a terminal."""
    from graph.bouwverslag import stil

    if not sys.stderr.isatty():
        yield stil
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[wat]}", markup=False),
        TimeElapsedColumn(),
        console=console(fouten=True), transient=True,
    ) as balk:  # fmt: skip
        taak = balk.add_task("Bouwen", total=None, wat="")

        def voortgang(fase: Fase, klaar: int, totaal: int, wat: str) -> None:
            balk.update(taak, description=fase.value, completed=klaar, total=totaal or None, wat=toonbaar(wat))

        yield voortgang


@contextmanager
def haalbalk() -> Iterator[Any]:
    """A progress bar for downloads, as the function that ``bronnen.haal`` calls; None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    with Progress(
        TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(),
        console=console(fouten=True), transient=True,
    ) as balk:  # fmt: skip
        taken: dict[str, Any] = {}

        def meld_voortgang(stap: Any) -> None:
            if stap.bestand not in taken:
                taken[stap.bestand] = balk.add_task(stap.bestand, total=stap.totaal or None)
            balk.update(taken[stap.bestand], completed=stap.gehaald, total=stap.totaal or None)

        yield meld_voortgang


@contextmanager
def overzetbalk() -> Iterator[Any]:
    """A progress bar for putting graphs over, as the function that ``graph.overzetten`` calls; silent elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[wat]}", markup=False), TimeElapsedColumn(),
        console=console(fouten=True), transient=True,
    ) as balk:  # fmt: skip
        taak = balk.add_task("Overzetten", total=None, wat="")
        yield lambda klaar, totaal, naam: balk.update(taak, completed=klaar, total=totaal, wat=toonbaar(naam))
