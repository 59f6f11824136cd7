"""What a build remembers of each source, so that a later one knows what need not be done again.

What becomes of a document follows from its file, the program, and what was asked meanwhile of the register, of the
trees of other works and of their texts. These questions are followed while it is processed and kept beside the state:
as long as none of their answers changed, the result is the same and is taken over.

::

    staten/<naam>/sporen/kop      one line on every source, and on the build (MessagePack)
    staten/<naam>/sporen/<som>    tree and words of one source; shared with the states before it (hard link)
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from bronnen.regeling import Regeling
from bronnen.register import Register
from graph.boom import Dekking, Doelboom
from graph.verwijzing.herleiden import herleid
from graph.verwijzing.lexer import vouw
from graph.verwijzing.namen import MINIMUM_VERSCHREVEN
from ontologie.document import Document
from ontologie.fouten import OpslagFout
from ontologie.identificatie import STANDAARDBASIS, BepalingId, Stap, StapSoort, basis

#: Raised when the form of these files changes.
_VERSIE = 2
_MAP = "sporen"
_KOP = "kop"
#: Asked of the register: something that any of its entries can change.
ALLES = "*"


class Volgregister(Register):
    """A register that remembers about which works it was asked since ``neem``."""

    def __init__(self, register: Iterable[Regeling]) -> None:
        self._gevraagd: set[str] = set()
        super().__init__(register)

    def neem(self) -> frozenset[str]:
        """Short names and ids that were asked for since the last time; ``ALLES`` where any entry counts."""
        gevraagd, self._gevraagd = frozenset(self._gevraagd), set()
        return gevraagd

    def regeling(self, werk: str) -> Regeling | None:
        self._gevraagd.add(werk)
        return super().regeling(werk)

    def officieel(self, werk: str) -> str:
        self._gevraagd.add(werk)
        return super().officieel(werk)

    def kort(self, officieel: str) -> str:
        self._gevraagd.add(officieel)
        return super().kort(officieel)

    def hoofdeenheid(self, werk: str) -> StapSoort:
        self._gevraagd.add(werk)
        return super().hoofdeenheid(werk)

    def wetboek(self, werk: str) -> str:
        self._gevraagd.add(werk)
        return super().wetboek(werk)

    def met_naam(self, tekst: str, op: date | None = None) -> tuple[Regeling, ...]:
        self._gevraagd.add(ALLES)
        return super().met_naam(tekst, op)

    def lijkt_op(self, tekst: str, aantal: int = 3) -> tuple[str, ...]:
        self._gevraagd.add(ALLES)
        return super().lijkt_op(tekst, aantal)

    def met_bestandsnaam(self, naam: str) -> Regeling | None:
        self._gevraagd.add(ALLES)
        return super().met_bestandsnaam(naam)


class Volgboom:
    """A tree that remembers about which works it was asked since ``neem``."""

    def __init__(self, boom: Doelboom) -> None:
        self._boom = boom
        self._gevraagd: set[str] = set()

    def neem(self) -> frozenset[str]:
        gevraagd, self._gevraagd = frozenset(self._gevraagd), set()
        return gevraagd

    def dekking(self, werk: str) -> Dekking:
        self._gevraagd.add(werk)
        return self._boom.dekking(werk)

    def vind(self, id_: BepalingId) -> BepalingId | None:
        self._gevraagd.add(id_.werk)
        return self._boom.vind(id_)

    def kinderen(self, id_: BepalingId) -> tuple[BepalingId, ...]:
        self._gevraagd.add(id_.werk)
        return self._boom.kinderen(id_)


@dataclass(frozen=True, slots=True)
class Vragen:
    """What was asked while a document was recognised, compared and written: works, by whom they were asked of."""

    register: frozenset[str] = frozenset()
    bomen: frozenset[str] = frozenset()
    boeken: frozenset[str] = frozenset()


class Boominhoud(msgspec.Struct, frozen=True):
    """The tree of a source (steps of each provision, in reading order) and its different words, one on a line."""

    stappen: tuple[tuple[tuple[str, str], ...], ...]
    woorden: str

    def ids(self, werk: str) -> tuple[BepalingId, ...]:
        return tuple(BepalingId(werk, tuple(Stap(StapSoort(s), n) for s, n in stappen)) for stappen in self.stappen)


class Bronspoor(msgspec.Struct, frozen=True, kw_only=True):
    """One source: what it was made of, what was asked, and what the report says of it."""

    pad: bytes  # as the file system has it
    sha256: str
    lezer: str
    leescode: str
    werk: str
    versie: str
    volledig: bool
    regeling: Regeling
    graaf: str
    bepalingen: int = 0
    statussen: dict[str, int] = {}
    meldingen: tuple[str, ...] = ()
    leesvragen: frozenset[str]
    registervragen: frozenset[str]
    boomvragen: frozenset[str]
    boekvragen: frozenset[str]
    boomsom: str
    inhoud: str  # name of the file with its tree and words


class Telling(msgspec.Struct):
    """How many triples a graph has, by property, how many subjects of each class, and of each kind and status."""

    eigenschappen: dict[str, int] = {}
    klassen: dict[str, int] = {}
    waarden: dict[str, int] = {}

    @property
    def tripels(self) -> int:
        return sum(self.eigenschappen.values())


class Sporen(msgspec.Struct, kw_only=True):
    """All that a build remembers."""

    versie: int = _VERSIE
    basis: str = STANDAARDBASIS
    code: str
    register: tuple[Regeling, ...]
    bronnen: tuple[Bronspoor, ...]
    tellingen: dict[str, Telling]
    tijdcode: str
    tijdgrafen: tuple[str, ...]
    opmerkingen: tuple[str, ...]
    #: Checksums of the files beside the store, by name.
    sommen: dict[str, int]


def boominhoud(document: Document) -> Boominhoud:
    """Of a document with its running text."""
    stappen = tuple(tuple((s.soort.value, s.nummer) for s in b.id.stappen) for b in document.bepalingen())
    woorden = {w for p in document.passages() for w in _WOORD.findall(herleid(vouw(p.tekst.inhoud)))}
    return Boominhoud(stappen, "\n" + "\n".join(sorted(woorden)) + "\n")


def boomsom(document: Document) -> str:
    """Tells whether the tree of one document is that of another."""
    som = hashlib.sha256(str(document.volledig).encode())
    for bepaling in document.bepalingen():
        som.update(repr(bepaling.id.stappen).encode())
    return som.hexdigest()


# --- names that a text may hold -------------------------------------------------------------------------------------

_WOORD = re.compile(r"\w+")
_JAAR = re.compile(r" \d{4}(?:-\d{4})?$")


def kan_noemen(woorden: str, regeling: Regeling) -> bool:
    """Whether a text with these words (``Boominhoud.woorden``) may name a regulation, also with a slip of the pen.

    False is certain, true is not. A name is also known without its year, and a long one by each of its halves.
    """
    for naam in regeling.namen:
        sleutel = herleid(naam.tekst)
        kort = _JAAR.sub("", sleutel)
        if _alle_woorden(woorden, _WOORD.findall(kort)):
            return True
        half = len(sleutel) // 2
        if len(sleutel) >= MINIMUM_VERSCHREVEN and any(_helft(woorden, h) for h in (sleutel[:half], sleutel[half:])):
            return True
    return False


def _alle_woorden(woorden: str, gezocht: Iterable[str]) -> bool:
    return all(f"\n{w}\n" in woorden for w in gezocht)


def _helft(woorden: str, helft: str) -> bool:
    """At either end of a half a word may have been cut."""
    gezocht = _WOORD.findall(helft)
    return _alle_woorden(woorden, gezocht[1:-1]) and all(w in woorden for w in gezocht)


# --- on disk --------------------------------------------------------------------------------------------------------


def schrijf_inhoud(staat: Path, inhoud: Boominhoud) -> str:
    """Write tree and words of one source, and return the name of the file."""
    bytes_ = msgspec.msgpack.encode(inhoud)
    naam = hashlib.sha256(bytes_).hexdigest()
    (staat / _MAP).mkdir(exist_ok=True)
    pad = staat / _MAP / naam
    if not pad.exists():
        pad.write_bytes(bytes_)
    return naam


def neem_inhoud_over(van: Path, naar: Path, naam: str) -> None:
    """Share the file of one source with the state before."""
    (naar / _MAP).mkdir(exist_ok=True)
    if not (naar / _MAP / naam).exists():
        try:
            os.link(van / _MAP / naam, naar / _MAP / naam)
        except OSError:  # a file system without hard links
            shutil.copyfile(van / _MAP / naam, naar / _MAP / naam)


def lees_inhoud(staat: Path, naam: str) -> Boominhoud:
    """Raises OpslagFout where the file is gone or damaged."""
    try:
        return msgspec.msgpack.decode((staat / _MAP / naam).read_bytes(), type=Boominhoud)
    except (OSError, msgspec.MsgspecError) as fout:
        raise OpslagFout(
            f"{staat}: wat de vorige bouw onthield is beschadigd ({fout}).",
            advies="Bouw opnieuw met «regelgraaf bouw --opnieuw».",
        ) from fout


def schrijf_sporen(staat: Path, sporen: Sporen) -> None:
    (staat / _MAP).mkdir(exist_ok=True)
    (staat / _MAP / _KOP).write_bytes(msgspec.msgpack.encode(sporen))


def lees_sporen(staat: Path) -> Sporen | None:
    """What the build of a state remembers; None where it does not, in another form or with other IRIs."""
    try:
        sporen = msgspec.msgpack.decode((staat / _MAP / _KOP).read_bytes(), type=Sporen)
    except (OSError, msgspec.MsgspecError):
        return None
    return sporen if sporen.versie == _VERSIE and sporen.basis == basis() else None


def verschil(oud: Register, nieuw: Register) -> tuple[Regeling, ...]:
    """The entries that one register has and the other has not, or has otherwise: of both sides."""
    eerst: Mapping[str, Regeling] = {r.kort: r for r in oud}
    nu: Mapping[str, Regeling] = {r.kort: r for r in nieuw}
    anders = [k for k in {**eerst, **nu} if eerst.get(k) != nu.get(k)]
    return tuple(r for k in anders for r in (eerst.get(k), nu.get(k)) if r is not None)


def sleutels(regelingen: Iterable[Regeling]) -> frozenset[str]:
    """Under which names the register is asked about these."""
    return frozenset(k for r in regelingen for k in (r.kort, r.officieel_id, *(w for _, w in r.boeken)) if k)
