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
    ├── GrensBereikt               a time, row or memory limit stopped the work (HTTP 503 or 413)
    ├── OpslagFout                 the store is missing, damaged or unreachable
    └── HaalFout                   a download failed

Every message is Dutch, says what is wrong and where, and ``advies`` says what to do about it.
The edges translate: the command line to an exit status, the REST interface to problem+json, the viewer to a page.
"""

from __future__ import annotations


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
        waar = f"{bestand}, {plaats}" if plaats else bestand
        super().__init__(f"{waar}: {bericht}", advies=advies)
        self.bestand = bestand
        self.plaats = plaats
        self.oorzaak = bericht


class OnbekendFormaat(BronFout):
    """No reader knows this file."""


class BronTeGroot(BronFout):
    """A file, or what it unpacks to, is above the limit."""


class NietGevonden(RegelgraafFout):
    """Asked for something that is not loaded. ``suggesties`` are near matches in short notation."""

    def __init__(self, bericht: str, *, advies: str = "", suggesties: tuple[str, ...] = ()) -> None:
        super().__init__(bericht, advies=advies)
        self.suggesties = suggesties


class GrensBereikt(RegelgraafFout):
    """A time, row or memory limit stopped the work."""


class OpslagFout(RegelgraafFout):
    """The store is missing, damaged or unreachable."""


class HaalFout(RegelgraafFout):
    """A download failed."""
