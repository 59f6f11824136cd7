"""The shipped facts: what the pipeline makes of documents, minus their running text.

Structure, numbers, headings, citations with their targets and statuses, changes with their dates, offsets and file
hashes. With these a fresh machine answers on cross-references and changes at once; the running text comes with
the documents. ``bronnen.kernregels`` has the form of the lines, ``bronnen.kernvertaling`` what becomes of records.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

from bronnen import kernregels as kr
from bronnen import kernvertaling as kv
from ontologie.document import Bepaling, Document
from ontologie.fouten import BronFout, IdentificatieFout, systeemfout
from ontologie.relatie import Afleiding
from ontologie.verwijzing import Verwijzing

#: Where the facts are that are shipped with the project.
KERNMAP = Path(__file__).with_name("kern")

#: Largest file that is read, in bytes.
MAXIMUM = 50_000_000


@dataclass(frozen=True, slots=True)
class Kerndocument:
    """One document version without running text, its references, and what was derived from it."""

    pad: Path
    document: Document
    verwijzingen: tuple[Verwijzing, ...]
    afleiding: Afleiding = field(default_factory=Afleiding)


def zonder_tekst(document: Document) -> Document:
    """The same document without running text: structure, numbers, headings and metadata."""
    return replace(
        document,
        wortel=_herbouw(document.wortel),
        met_tekst=False,
        origineel="",
        correcties=(),
        weggelaten=(),
        voetnootmarkeringen=(),
    )


def _herbouw(wortel: Bepaling) -> Bepaling:
    """The tree without its passages (without recursion: trees may be deep)."""
    klaar: dict[int, Bepaling] = {}
    for bepaling in reversed(list(wortel.loop())):
        kinderen = tuple(klaar.pop(id(kind)) for kind in bepaling.kinderen)
        kop = kv.opschrift(bepaling.kop) if bepaling.kop else None
        klaar[id(bepaling)] = replace(bepaling, opschrift=kop, inhoud=kinderen)
    return klaar[id(wortel)]


# --- Writing ------------------------------------------------------------------------------------------------------


def schrijf_kern(
    map_: Path, documenten: Iterable[tuple[Document, Sequence[Verwijzing], Afleiding]]
) -> tuple[Path, ...]:
    """Write one file per document version, remove the files of others, and return what stands there now.

    The same documents, references and derived relations give the same bytes. An error leaves what stood there.

    Raises:
        BronFout: a file cannot be written.
    """
    try:
        map_.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=map_, prefix=".nieuw-") as tijdelijk:
            for document, verwijzingen, afleiding in documenten:
                regels = _regels(document, verwijzingen, afleiding)
                (Path(tijdelijk) / bestandsnaam(document)).write_bytes(b"".join(regel + b"\n" for regel in regels))
            geschreven = tuple(sorted(pad.replace(map_ / pad.name) for pad in Path(tijdelijk).iterdir()))
        for pad in map_.glob("*.jsonl"):
            if pad not in geschreven:
                pad.unlink()
    except OSError as fout:
        raise BronFout(str(map_), f"de feiten zijn niet te schrijven ({systeemfout(fout)})") from fout
    return geschreven


def bestandsnaam(document: Document) -> str:
    """``pw@2026-01-01.jsonl``."""
    return f"{quote(document.werk, safe='')}@{quote(document.versie or '0000', safe='')}.jsonl"


def _regels(document: Document, verwijzingen: Sequence[Verwijzing], afleiding: Afleiding) -> Iterator[bytes]:
    yield kr.codeer(kv.hoofdregel(document, len(verwijzingen), afleiding))
    stapel = [(0, document.wortel)]
    while stapel:
        diepte, bepaling = stapel.pop()
        if diepte == 0 and document.citeertitel:
            # Above a law stands its intitule, which is a sentence; the citeertitel names it.
            bepaling = replace(bepaling, opschrift=None)
        yield kr.codeer(kv.bepalingregel(bepaling, diepte))
        stapel.extend((diepte + 1, kind) for kind in reversed(bepaling.kinderen))
    for verwijzing in sorted(verwijzingen, key=lambda v: v.span):
        yield kr.codeer(kv.verwijzingsregel(verwijzing))
    yield from (kr.codeer(kv.relatieregel(r)) for r in afleiding.relaties)
    yield from (kr.codeer(kv.plichtregel(p)) for p in afleiding.regelplichten)
    yield from (kr.codeer(kv.bevindingregel(b)) for b in afleiding.bevindingen)


# --- Reading ------------------------------------------------------------------------------------------------------


def lees_kern(map_: Path | None = None) -> Iterator[Kerndocument]:
    """The documents of a folder with facts (by default those shipped with the project), in order of name.

    Raises:
        BronFout: the folder holds none, or a file is damaged; the message names its line.
    """
    map_ = map_ or KERNMAP
    paden = sorted(map_.glob("*.jsonl"))
    if not paden:
        raise BronFout(str(map_), "hier staan geen feiten", advies="Ze horen bij het project, in bronnen/kern/.")
    for pad in paden:
        yield lees_kernbestand(pad)


def lees_kernbestand(pad: Path) -> Kerndocument:
    """One document version.

    Raises:
        BronFout: the file is damaged, of another version, or too large; the message names its line.
    """
    try:
        if pad.stat().st_size > MAXIMUM:
            raise BronFout(str(pad), f"het bestand is groter dan {MAXIMUM / 1e6:.0f} MB")
        regels = pad.read_bytes().split(b"\n")
    except OSError as fout:
        raise BronFout(str(pad), f"het bestand is niet te openen ({systeemfout(fout)})") from fout
    return _Lezing(pad, regels).document()


class _Lezing:
    """Reads the lines of one file, and knows which line it is at for the sake of messages."""

    def __init__(self, pad: Path, regels: list[bytes]) -> None:
        self._pad = pad
        self._regels = regels
        self._nummer = 0

    def document(self) -> Kerndocument:
        try:
            hoofd = self._volgende(kr.Hoofdregel)
            if hoofd.regelgraaf_kern != kr.VERSIE:
                raise ValueError(f"versie {hoofd.regelgraaf_kern} van het formaat wordt niet gelezen")
            wortel = self._boom(hoofd.bepalingen)
            verwijzingen = tuple(
                kv.naar_verwijzing(self._volgende(kr.Verwijzingsregel)) for _ in range(hoofd.verwijzingen)
            )
            afleiding = self._afleiding(hoofd)
            if self._regels[self._nummer :] != [b""]:
                raise ValueError("er staan meer of minder regels dan de eerste regel zegt")
            return Kerndocument(self._pad, kv.naar_document(hoofd, wortel), verwijzingen, afleiding)
        except (ValueError, IdentificatieFout) as fout:
            raise BronFout(
                str(self._pad),
                f"beschadigd: {fout}",
                plaats=f"regel {self._nummer}",
                advies="Maak de feiten opnieuw met «make kern».",
            ) from fout

    def _afleiding(self, hoofd: kr.Hoofdregel) -> Afleiding:
        return Afleiding(
            tuple(kv.naar_relatie(self._volgende(kr.Relatieregel)) for _ in range(hoofd.relaties)),
            tuple(kv.naar_plicht(self._volgende(kr.Plichtregel)) for _ in range(hoofd.plichten)),
            tuple(kv.naar_bevinding(self._volgende(kr.Bevindingregel)) for _ in range(hoofd.bevindingen)),
        )

    def _volgende(self, soort: type[kr.R]) -> kr.R:
        self._nummer += 1
        if self._nummer > len(self._regels):
            raise ValueError("het bestand houdt te vroeg op")
        return kr.decodeer(self._regels[self._nummer - 1], soort)

    def _boom(self, aantal: int) -> Bepaling:
        """The tree, from its nodes in reading order with their depth."""
        regels = [self._volgende(kr.Bepalingregel) for _ in range(aantal)]
        if not regels or regels[0].d != 0:
            raise ValueError("de eerste bepaling hoort op diepte 0 te staan")
        for vorige, regel in pairwise(regels):
            if not 1 <= regel.d <= vorige.d + 1:
                raise ValueError(f"«{regel.id}» staat op een onmogelijke diepte")
        kinderen: list[list[Bepaling]] = [[]]
        for regel in reversed(regels):
            # Read backwards, a node comes right after everything below it.
            while len(kinderen) <= regel.d + 1:
                kinderen.append([])
            bepaling = kv.naar_bepaling(regel, tuple(reversed(kinderen[regel.d + 1])))
            kinderen[regel.d + 1] = []
            kinderen[regel.d].append(bepaling)
        return kinderen[0][0]
