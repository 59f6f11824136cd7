"""The error tree of Regelgraaf.

::

    RegelgraafFout                 something went wrong that a user can be told about
    ├── InvoerFout                 the user's input is wrong (exit status 2, HTTP 400)
    │   ├── IdentificatieFout      an identifier (IRI, JCI, notation, citation) cannot be read
    │   ├── VraagFout              a query is malformed or not allowed
    │   └── InstellingFout         a setting has an impossible value
    ├── BronFout                   a source document cannot be read (names file and place)
    │   ├── OnbekendFormaat        no reader knows this file
    │   └── BronTeGroot            a file, or what it unpacks to, is above the limit
    ├── NietGevonden               asked for something that is not loaded (exit status 1, HTTP 404)
    ├── GrensBereikt               a time, row or memory limit stopped the work (HTTP 503)
    │   └── Bezet                  it was not begun, as too much is under way; later it may be (HTTP 503, Retry-After)
    ├── OpslagFout                 the store is missing, damaged or unreachable
    ├── BewaarFout                 what a user brought cannot be kept or wiped (HTTP 503)
    └── HaalFout                   a download failed

Every message is Dutch, says what is wrong and where, and ``advies`` says what to do about it.
The edges translate: the command line to an exit status, the REST interface to problem+json, the viewer to a page.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from typing import NamedTuple


class RegelgraafFout(Exception):
    """Base of all errors that are told to a user. ``bericht`` and ``advies`` are Dutch sentences."""

    def __init__(self, bericht: str, *, advies: str = "") -> None:
        super().__init__(bericht)
        self.bericht = bericht
        self.advies = advies

    def __str__(self) -> str:
        if not self.advies:
            return self.bericht
        punt = "" if self.bericht.endswith((".", "!", "?")) else "."
        return f"{self.bericht}{punt} {self.advies}"


class InvoerFout(RegelgraafFout):
    """The user's input is wrong."""


class IdentificatieFout(InvoerFout):
    """An identifier (IRI, JCI, short notation or citation) cannot be read."""


class VraagFout(InvoerFout):
    """A query is malformed or not allowed. ``regel`` and ``kolom`` (from 1) point into it where known."""

    def __init__(self, bericht: str, *, advies: str = "", regel: int = 0, kolom: int = 0) -> None:
        super().__init__(bericht, advies=advies)
        self.regel = regel
        self.kolom = kolom


class InstellingFout(InvoerFout):
    """A setting has an impossible value."""


class BronFout(RegelgraafFout):
    """A source document cannot be read.

    ``bestand`` is the file as the user named it, ``plaats`` a place in it ("regel 12, kolom 3", "pagina 4") or "".
    """

    def __init__(self, bestand: str, bericht: str, *, plaats: str = "", advies: str = "") -> None:
        # Names of files come from anyone, and land on terminals.
        naam = toonbaar(bestand)
        waar = f"{naam}, {plaats}" if plaats else naam
        super().__init__(f"{waar}: {bericht}", advies=advies)
        self.bestand = bestand
        self.plaats = plaats
        self.oorzaak = bericht

    @property
    def reden(self) -> str:
        """What is wrong and where in the file, for a list in which the file itself is named already."""
        return f"{self.plaats}: {self.oorzaak}" if self.plaats else self.oorzaak


class OnbekendFormaat(BronFout):
    """No reader knows this file."""


class BronTeGroot(BronFout):
    """A file, or what it unpacks to, is above the limit."""


class Suggestie(NamedTuple):
    """A near match: its short notation, and what a jurist calls it."""

    kort: str
    label: str


class NietGevonden(RegelgraafFout):
    """Asked for something that is not loaded. ``suggesties`` are near matches, which ``advies`` does not repeat.

    ``zie_geladen`` tells that a list of what is loaded helps on; the edges say where theirs is.
    """

    def __init__(
        self, bericht: str, *, advies: str = "", suggesties: Iterable[Suggestie] = (), zie_geladen: bool = False
    ) -> None:
        super().__init__(bericht, advies=advies)
        self.suggesties = tuple(suggesties)
        self.zie_geladen = zie_geladen


class GrensBereikt(RegelgraafFout):
    """A time, row or memory limit stopped the work."""


class Bezet(GrensBereikt):
    """Work was not begun, as too much is under way; the same may succeed later, unlike what passed a limit itself."""


class OpslagFout(RegelgraafFout):
    """The store is missing, damaged or unreachable."""


class BewaarFout(RegelgraafFout):
    """What a user brought, or was made of it, cannot be kept, read or wiped; the store has no part in it."""


class HaalFout(RegelgraafFout):
    """A download failed."""


#: Control characters, marks that turn the direction of text, other line ends, and halves of surrogate pairs.
_STUREND = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def toonbaar(tekst: str) -> str:
    """The text on one line, with what would steer a terminal or hide part of it written out (``\\x1b``)."""
    return _STUREND.sub(lambda m: m[0].encode("unicode_escape").decode(), tekst)


_SYSTEEMFOUTEN = {
    errno.ENOENT: "bestaat niet",
    errno.EACCES: "geen toegang",
    errno.EPERM: "geen toegang",
    errno.EEXIST: "er staat al een bestand met deze naam",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "dit is een map",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.ELOOP: "koppelingen verwijzen naar elkaar",
    errno.EIO: "de schijf geeft een fout",
    errno.EADDRNOTAVAIL: "deze computer heeft dit adres niet",
}


def systeemfout(fout: OSError) -> str:
    """What the operating system says, in Dutch where it is one of the usual things."""
    return _SYSTEEMFOUTEN.get(fout.errno or 0) or fout.strerror or str(fout)
