"""The embedded store: pyoxigraph, on disk or in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode, Quad, QuerySolutions, QueryTriples, Store, Triple

from graph.opslag import Antwoord, Rij, Tabel
from graph.vraag import noemt_grafen, weiger_buiten
from ontologie.fouten import OpslagFout, RegelgraafFout, VraagFout

#: Quads handed to the engine at once: enough for its fast path, few enough for about 100 MB of memory.
PORTIE = 50_000

#: How the storage engine begins its message when not the query but a file is wrong.
_SCHADE = ("Corruption", "IO error", "Invalid argument", "Not found")

#: What it says in the middle of such a message when the disk is full.
_VOL = "No space left on device"

#: A keyword or punctuation as the parser names it.
_WOORD = re.compile(r'[A-Z]{2,}|"[^"a-z0-9]{1,2}"')
_NAAM_AAN_EIND = re.compile(r"([^\W\d][\w.-]{0,100}:)[^\s:]{0,1000}$")
_PLAATS = re.compile(r"error at (\d+):(\d+): ")


class Oxigraph:
    """A pyoxigraph store. Fulfils ``graph.opslag.Opslag``."""

    def __init__(self, store: Store | None = None, *, schrijven: bool = True) -> None:
        self._store: Store | None = store if store is not None else Store()
        self._schrijven = schrijven

    @classmethod
    def open(cls, map_: Path, *, schrijven: bool = False) -> Oxigraph:
        """The store in a folder; with ``schrijven`` for writing (one process at a time), made if it is not there.

        Raises:
            OpslagFout: the folder is missing, damaged, or already open for writing elsewhere.
        """
        if not schrijven and not (map_ / "CURRENT").is_file():
            raise OpslagFout(f"{map_}: hier staat geen opslag.", advies="Bouw haar met «regelgraaf bouw».")
        try:
            return cls(Store(map_) if schrijven else Store.read_only(str(map_)), schrijven=schrijven)
        except (OSError, RuntimeError) as fout:
            if _VOL in str(fout):
                raise _opslagfout(fout) from fout
            raise OpslagFout(
                f"{map_}: de opslag is niet te openen ({fout}).", advies="Bouw haar opnieuw met «regelgraaf bouw»."
            ) from fout

    @property
    def store(self) -> Store:
        """The engine itself, for what SPARQL cannot do (dump, backup).

        Raises:
            OpslagFout: the store is closed.
        """
        if self._store is None:
            raise OpslagFout("De opslag is gesloten.")
        return self._store

    def bevraag(
        self, sparql: str, *, standaard: Sequence[NamedNode] = (), benoemd: Sequence[NamedNode] = ()
    ) -> Antwoord:
        weiger_buiten(sparql)
        try:
            if standaard or benoemd:
                antwoord = self.store.query(sparql, default_graph=list(standaard), named_graphs=list(benoemd))
            else:
                antwoord = self.store.query(sparql, use_default_graph_as_union=not noemt_grafen(sparql))
        except SyntaxError as fout:
            raise _vraagfout(str(fout), sparql) from fout
        except RuntimeError as fout:
            raise _onuitvoerbaar(fout) from fout
        except (OSError, ValueError) as fout:
            raise _opslagfout(fout) from fout
        if isinstance(antwoord, QuerySolutions):
            return Tabel(tuple(v.value for v in antwoord.variables), _rijen(antwoord))
        return _tripels(antwoord) if isinstance(antwoord, QueryTriples) else bool(antwoord)

    def laad(self, quads: Iterable[Quad]) -> int:
        bron, aantal = iter(quads), 0
        # Each portion is collected here first, so that an error of whoever makes the quads stays his own.
        while portie := list(islice(bron, PORTIE)):
            try:
                self.store.bulk_extend(portie)
            except (OSError, RuntimeError) as fout:
                raise _opslagfout(fout) from fout
            aantal += len(portie)
        return aantal

    def vervang(self, graaf: NamedNode, quads: Iterable[Quad]) -> None:
        # One update is one transaction: readers see the old graph or the new one.
        regels = [f"GRAPH {q.graph_name} {{ {q.triple} }}" for q in quads]
        try:
            self.store.update(f"DROP SILENT GRAPH {graaf} ; INSERT DATA {{ {' '.join(regels)} }}")
        except (OSError, RuntimeError) as fout:
            raise _opslagfout(fout) from fout

    def sluit(self) -> None:
        """Write everything to disk and let go of the folder."""
        if self._store is not None:
            try:
                if self._schrijven:
                    self._store.flush()
            except OSError as fout:
                raise _opslagfout(fout) from fout
            finally:
                self._store = None


def _rijen(antwoord: QuerySolutions) -> Iterator[Rij]:
    namen = [v.value for v in antwoord.variables]
    try:
        for oplossing in antwoord:
            yield {naam: term for naam, term in zip(namen, oplossing, strict=True) if term is not None}
    except RuntimeError as fout:
        raise _onuitvoerbaar(fout) from fout
    except (OSError, ValueError) as fout:
        raise _opslagfout(fout) from fout
    finally:
        del antwoord  # an error keeps what its functions held, and may end in a thread where this may not


def _tripels(antwoord: QueryTriples) -> Iterator[Triple]:
    try:
        yield from antwoord
    except RuntimeError as fout:
        raise _onuitvoerbaar(fout) from fout
    except (OSError, ValueError) as fout:
        raise _opslagfout(fout) from fout


def _vraagfout(melding: str, sparql: str) -> VraagFout:
    """pyoxigraph's message with its place ("error at 3:7: expected …") as an error of ours."""
    plaats = _PLAATS.search(melding)
    regel, kolom = (int(plaats[1]), int(plaats[2])) if plaats else (0, 0)
    waar = f" op regel {regel}, kolom {kolom}" if plaats else ""
    rest = melding[plaats.end() :] if plaats else melding
    if "Prefix not found" in rest and (naam := _onverklaard(sparql, regel, kolom)):
        return VraagFout(
            f"Het voorvoegsel «{naam}» op regel {regel}, vóór kolom {kolom}, is niet verklaard.",
            advies="Verklaar het bovenaan de vraag, zoals PREFIX rg: <https://w3id.org/regelgraaf/def#>.",
            regel=regel,
            kolom=kolom,
        )
    return VraagFout(f"De vraag is geen geldige SPARQL{waar}{_verwacht(rest)}.", regel=regel, kolom=kolom)


def _onverklaard(sparql: str, regel: int, kolom: int) -> str:
    """The prefix, with its colon, of the name that ends at a place; "" where the query does declare it."""
    regels = sparql.split("\n")
    naam = _NAAM_AAN_EIND.search(regels[regel - 1][: kolom - 1]) if 0 < regel <= len(regels) else None
    if naam is None or re.search(rf"(?i:PREFIX)\s+{re.escape(naam[1])}", sparql):
        return ""
    return naam[1]


def _verwacht(melding: str) -> str:
    """What the parser says that could stand there, without its classes of characters; "" where nothing is left."""
    if not melding.startswith("expected "):
        return f": {melding[:300]}"
    delen = melding.removeprefix("expected ").removeprefix("one of ").split(", ")
    woorden = [d.strip('"') for d in delen if _WOORD.fullmatch(d)][:8]
    return f" (hier kan staan: {' '.join(woorden)})" if woorden else ""


def _onuitvoerbaar(fout: Exception) -> RegelgraafFout:
    """What the engine cannot evaluate, such as an unknown function; a damaged file comes as the same class."""
    if str(fout).startswith(_SCHADE):
        return _opslagfout(fout)
    return VraagFout(f"De vraag is niet uit te voeren: {fout}.", advies="Gebruik alleen functies van SPARQL 1.1.")


def _opslagfout(fout: Exception) -> OpslagFout:
    if _VOL in str(fout):
        return OpslagFout("De opslag is niet te schrijven: de schijf is vol.", advies="Maak ruimte en probeer opnieuw.")
    return OpslagFout(
        f"De opslag is niet te lezen of te schrijven ({fout}).", advies="Bouw haar opnieuw met «regelgraaf bouw»."
    )
