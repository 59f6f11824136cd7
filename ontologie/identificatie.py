"""Identity of works and provisions: parse and print IRI, JCI, short notation and what a jurist types.

Grammar of the short notation (``pw:8a:2:f:1``; see docs/begrippen.md)::

    notatie   = werk *( ":" stap )
    stap      = soort [ ":" nummer ]            ; hfst, par, bijlage, …
              / artikel [ ":" lid ] *( ":" onderdeel )
    lid       = nummer / ""                     ; "" : an onderdeel straight under the artikel (pw:6::e)

The same identity has exactly one spelling in each notation, and reading what was printed gives it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol
from urllib.parse import quote, unquote

from ontologie.fouten import IdentificatieFout

BASIS = "https://w3id.org/regelgraaf/id/"


class StapSoort(StrEnum):
    """Kind of one step in the path to a provision; the value is the word in IRIs."""

    BOEK = "boek"
    DEEL = "deel"
    HOOFDSTUK = "hoofdstuk"
    TITEL = "titel"
    AFDELING = "afdeling"
    PARAGRAAF = "paragraaf"
    SUBPARAGRAAF = "subparagraaf"
    ARTIKEL = "artikel"
    LID = "lid"
    ONDERDEEL = "onderdeel"
    BIJLAGE = "bijlage"
    AANHEF = "aanhef"
    SLOT = "slot"
    LEESWIJZER = "leeswijzer"
    TOELICHTING = "toelichting"
    SECTIE = "sectie"
    TABEL = "tabel"
    RIJ = "rij"
    CEL = "cel"
    VOETNOOT = "voetnoot"
    ALINEA = "alinea"


class Stap(NamedTuple):
    """One step: kind and number as canonical text ("8a", "2", "f", "14b"; "" where there is none)."""

    soort: StapSoort
    nummer: str


#: Short-notation word of each kind that is written out; artikel, lid and onderdeel (and sectie) are positional.
_KORT: dict[StapSoort, str] = {
    StapSoort.BOEK: "boek",
    StapSoort.DEEL: "deel",
    StapSoort.HOOFDSTUK: "hfst",
    StapSoort.TITEL: "titel",
    StapSoort.AFDELING: "afd",
    StapSoort.PARAGRAAF: "par",
    StapSoort.SUBPARAGRAAF: "subpar",
    StapSoort.BIJLAGE: "bijlage",
    StapSoort.AANHEF: "aanhef",
    StapSoort.SLOT: "slot",
    StapSoort.LEESWIJZER: "leeswijzer",
    StapSoort.TOELICHTING: "toelichting",
    StapSoort.TABEL: "tabel",
    StapSoort.RIJ: "rij",
    StapSoort.CEL: "cel",
    StapSoort.VOETNOOT: "voetnoot",
    StapSoort.ALINEA: "alinea",
    # Written out only where the position does not tell: after another written-out step, or in the other main unit.
    StapSoort.ARTIKEL: "artikel",
    StapSoort.SECTIE: "sectie",
    StapSoort.LID: "lid",
    StapSoort.ONDERDEEL: "onderdeel",
}
_UIT_KORT = {woord: soort for soort, woord in _KORT.items()}

#: JCI parameter of each kind that JCI 1.3 knows ("o" is repeated for deeper onderdelen).
_JCI: dict[StapSoort, str] = {
    StapSoort.BOEK: "boek",
    StapSoort.DEEL: "deel",
    StapSoort.HOOFDSTUK: "hoofdstuk",
    StapSoort.TITEL: "titeldeel",
    StapSoort.AFDELING: "afdeling",
    StapSoort.PARAGRAAF: "paragraaf",
    StapSoort.SUBPARAGRAAF: "sub-paragraaf",
    StapSoort.ARTIKEL: "artikel",
    StapSoort.LID: "lid",
    StapSoort.ONDERDEEL: "o",
    StapSoort.BIJLAGE: "bijlage",
}
_UIT_JCI = {woord: soort for soort, woord in _JCI.items()}


class Naamgever(Protocol):
    """What identity needs to know of the works: the register fulfils this."""

    def officieel(self, werk: str) -> str:
        """The stable identifier used in IRIs and JCI (``BWBR0015703`` for ``pw``); ``werk`` itself if it has none."""

    def kort(self, officieel: str) -> str:
        """The short name of an official identifier, or the identifier itself."""

    def hoofdeenheid(self, werk: str) -> StapSoort:
        """``ARTIKEL``, or ``SECTIE`` for documents whose main unit is a numbered section."""


class _ZonderRegister:
    """Names as they are: every work is its own identifier and counts in articles."""

    def officieel(self, werk: str) -> str:
        return werk

    def kort(self, officieel: str) -> str:
        return officieel

    def hoofdeenheid(self, werk: str) -> StapSoort:
        return StapSoort.ARTIKEL


ZONDER_REGISTER: Naamgever = _ZonderRegister()


@dataclass(frozen=True, slots=True, order=True)
class BepalingId:
    """Identity of a work (no steps) or of one of its provisions, apart from any version.

    ``werk`` is the short name ("pw"). Steps above the article are left out where the article number is unique in the work.
    """

    werk: str
    stappen: tuple[Stap, ...] = ()

    def onder(self, soort: StapSoort, nummer: str) -> BepalingId:
        """The provision one step below."""
        return BepalingId(self.werk, (*self.stappen, Stap(soort, nummer)))

    @property
    def ouder(self) -> BepalingId | None:
        """One step up; None for a work."""
        return BepalingId(self.werk, self.stappen[:-1]) if self.stappen else None

    def voorouders(self) -> Iterator[BepalingId]:
        """This provision's parents by identity, nearest first, the work last."""
        for n in range(len(self.stappen) - 1, -1, -1):
            yield BepalingId(self.werk, self.stappen[:n])

    @property
    def soort(self) -> StapSoort | None:
        """Kind of the last step; None for a work."""
        return self.stappen[-1].soort if self.stappen else None

    @property
    def artikel(self) -> BepalingId | None:
        """The article (or section) that this is or lies in; None if there is none."""
        for n, stap in enumerate(self.stappen):
            if stap.soort in (StapSoort.ARTIKEL, StapSoort.SECTIE):
                return BepalingId(self.werk, self.stappen[: n + 1])
        return None

    def __str__(self) -> str:
        return print_kort(self)


def artikel_id(werk: str, artikel: str, lid: str = "", *onderdelen: str) -> BepalingId:
    """Shorthand: ``artikel_id("pw", "8a", "2", "f", "1")`` is ``pw:8a:2:f:1``."""
    stappen = [Stap(StapSoort.ARTIKEL, artikel)]
    if lid:
        stappen.append(Stap(StapSoort.LID, lid))
    stappen += [Stap(StapSoort.ONDERDEEL, o) for o in onderdelen]
    return BepalingId(werk, tuple(stappen))


# --- short notation -----------------------------------------------------------------------------------------------


def _ontsnap(nummer: str) -> str:
    return nummer.replace("%", "%25").replace(":", "%3A")


def _terug(nummer: str) -> str:
    return nummer.replace("%3A", ":").replace("%25", "%")


def print_kort(id_: BepalingId, namen: Naamgever = ZONDER_REGISTER) -> str:
    """The short notation: ``pw:8a:2:f:1``, ``pw:6::e``, ``mrv:hfst:3A``, ``hr:4.3``.

    A colon inside a number is written ``%3A`` (``w:2%3A31``), so that the parts stay apart. A number that equals a
    notation word (an artikel numbered "lid") is written out with its kind.
    """
    delen = [_ontsnap(id_.werk)]
    vorige: StapSoort | None = None
    hoofd = namen.hoofdeenheid(id_.werk)
    positioneel = True
    for stap in id_.stappen:
        nummer = _ontsnap(stap.nummer)
        if positioneel and nummer and nummer not in _UIT_KORT:
            if stap.soort is hoofd and vorige in (None, StapSoort.TOELICHTING):
                delen.append(nummer)
                vorige = stap.soort
                continue
            if stap.soort is StapSoort.LID and vorige is hoofd:
                delen.append(nummer)
                vorige = stap.soort
                continue
            if stap.soort is StapSoort.ONDERDEEL and vorige in (hoofd, StapSoort.LID, StapSoort.ONDERDEEL):
                if vorige is hoofd:
                    delen.append("")
                delen.append(nummer)
                vorige = stap.soort
                continue
        delen.append(_KORT[stap.soort])
        if nummer:
            # A number that reads as a word would be taken for a step without number followed by another step.
            delen.append(f"%{nummer}" if nummer in _UIT_KORT else nummer)
        positioneel = stap.soort is StapSoort.TOELICHTING and not stap.nummer
        vorige = stap.soort
    return ":".join(delen)


def parse_kort(notatie: str, namen: Naamgever = ZONDER_REGISTER) -> BepalingId:
    """Read the short notation.

    Raises:
        IdentificatieFout: the notation is empty, has no work, or an empty part where none can be.
    """
    delen = notatie.strip().split(":")
    werk = _terug(delen[0])
    if not werk or any(t.isspace() for t in werk):
        raise IdentificatieFout(
            f"«{notatie}» is geen korte notatie: de naam van het werk ontbreekt.", advies=_VOORBEELD
        )
    hoofd = namen.hoofdeenheid(werk)
    stappen: list[Stap] = []
    positioneel = True
    i = 1
    while i < len(delen):
        deel = delen[i]
        vorige = stappen[-1].soort if stappen else None
        if deel in _UIT_KORT:
            soort = _UIT_KORT[deel]
            nummer = ""
            if i + 1 < len(delen) and delen[i + 1] and delen[i + 1] not in _UIT_KORT:
                # After a bare "toelichting" the next part is the article that is explained.
                if soort is not StapSoort.TOELICHTING:
                    i += 1
                    nummer = delen[i]
                    if nummer[:1] == "%" and nummer[1:] in _UIT_KORT:
                        nummer = nummer[1:]
                    nummer = _terug(nummer)
            stappen.append(Stap(soort, nummer))
            positioneel = soort is StapSoort.TOELICHTING
        elif positioneel and vorige in (None, StapSoort.TOELICHTING) and deel:
            stappen.append(Stap(hoofd, _terug(deel)))
        elif positioneel and vorige is hoofd and not deel and i + 1 < len(delen) and delen[i + 1]:
            i += 1
            stappen.append(Stap(StapSoort.ONDERDEEL, _terug(delen[i])))
        elif positioneel and vorige is hoofd and deel:
            stappen.append(Stap(StapSoort.LID, _terug(deel)))
        elif positioneel and vorige in (StapSoort.LID, StapSoort.ONDERDEEL) and deel:
            stappen.append(Stap(StapSoort.ONDERDEEL, _terug(deel)))
        else:
            raise IdentificatieFout(
                f"«{notatie}» is geen korte notatie: deel {i + 1} is niet te lezen.", advies=_VOORBEELD
            )
        i += 1
    return BepalingId(werk, tuple(stappen))


_VOORBEELD = "Schrijf bijvoorbeeld pw:8a:2:f of «artikel 8a, tweede lid, onder f, Participatiewet»."


# --- IRI ----------------------------------------------------------------------------------------------------------


class Iri(NamedTuple):
    """An IRI taken apart: the provision and the version it names ("" for the work apart from versions)."""

    id: BepalingId
    versie: str


_VERSIE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(_\d+)?")
_STAPWOORDEN = {s.value: s for s in StapSoort}


def print_iri(id_: BepalingId, versie: str = "", namen: Naamgever = ZONDER_REGISTER, basis: str = BASIS) -> str:
    """The IRI: ``{basis}BWBR0015703[/2026-01-01]/artikel/8a/lid/2/onderdeel/f``; a step without number ends in ``-``."""
    delen = [quote(namen.officieel(id_.werk), safe="")]
    if versie:
        delen.append(versie)
    for stap in id_.stappen:
        delen.append(stap.soort.value)
        delen.append(_quote_nummer(stap.nummer))
    return basis + "/".join(delen)


def _quote_nummer(nummer: str) -> str:
    if not nummer:
        return "-"
    # "-", "." and ".." mean something in a path, so a number that is just that is written in percent form.
    if nummer in ("-", ".", ".."):
        return "".join(f"%{ord(t):02X}" for t in nummer)
    return quote(nummer, safe="")


def parse_iri(iri: str, namen: Naamgever = ZONDER_REGISTER, basis: str = BASIS) -> Iri:
    """Read an IRI that ``print_iri`` wrote.

    Raises:
        IdentificatieFout: it does not start with ``basis`` or its path is not a path of steps.
    """
    if not iri.startswith(basis) or len(iri) == len(basis):
        raise IdentificatieFout(f"«{iri}» is geen IRI van Regelgraaf.", advies=f"Die beginnen met {basis}.")
    delen = iri[len(basis) :].split("/")
    werk = namen.kort(unquote(delen[0]))
    rest = delen[1:]
    versie = ""
    if rest and rest[0] not in _STAPWOORDEN and _VERSIE.fullmatch(rest[0]):
        versie = rest[0]
        rest = rest[1:]
    if len(rest) % 2:
        raise IdentificatieFout(f"«{iri}» is geen volledige IRI: na «{rest[-1]}» ontbreekt een nummer.")
    stappen = []
    for woord, nummer in zip(rest[::2], rest[1::2], strict=True):
        if woord not in _STAPWOORDEN or not nummer:
            raise IdentificatieFout(f"«{iri}» is geen IRI van een bepaling: «{woord}» is geen soort bepaling.")
        stappen.append(Stap(_STAPWOORDEN[woord], "" if nummer == "-" else unquote(nummer)))
    return Iri(BepalingId(werk, tuple(stappen)), versie)


# --- JCI ----------------------------------------------------------------------------------------------------------


class Jci(NamedTuple):
    """A JCI taken apart: the provision, and the dates it names ("" where absent).

    ``geldig`` is the validity date (g), ``zicht`` the viewing date (z), both ISO 8601.
    """

    id: BepalingId
    geldig: str
    zicht: str


def heeft_jci(id_: BepalingId) -> bool:
    """Whether JCI 1.3 can name this provision (it cannot name a table, footnote or toelichting)."""
    return all(stap.soort in _JCI for stap in id_.stappen)


def print_jci(id_: BepalingId, geldig: str = "", zicht: str = "", namen: Naamgever = ZONDER_REGISTER) -> str:
    """The JCI 1.3: ``jci1.3:c:BWBR0015703&artikel=8a&lid=2&o=f[&z=…][&g=…]``.

    Raises:
        IdentificatieFout: a step has no JCI parameter.
    """
    delen = [f"jci1.3:c:{quote(namen.officieel(id_.werk), safe='')}"]
    for stap in id_.stappen:
        if stap.soort not in _JCI:
            raise IdentificatieFout(f"JCI kent geen {stap.soort.value}: {id_}.")
        delen.append(f"{_JCI[stap.soort]}={quote(stap.nummer, safe=':.°')}")
    if zicht:
        delen.append(f"z={zicht}")
    if geldig:
        delen.append(f"g={geldig}")
    return "&".join(delen)


_JCI_KOP = re.compile(r"(?:jci)?1\.\d:[cv]:([^&\s]+)")


def parse_jci(jci: str, namen: Naamgever = ZONDER_REGISTER) -> Jci:
    """Read a JCI (1.0 to 1.3). Structure above an article is left out, as identity does.

    Raises:
        IdentificatieFout: it is no JCI, or has an unknown parameter.
    """
    kop = _JCI_KOP.match(jci.strip())
    if not kop:
        raise IdentificatieFout(f"«{jci}» is geen JCI.", advies="Een JCI begint met jci1.3:c: en een BWB-id.")
    werk = namen.kort(unquote(kop.group(1)))
    stappen: list[Stap] = []
    geldig = zicht = ""
    for deel in jci.strip()[kop.end() :].split("&")[1:]:
        naam, is_, waarde = deel.partition("=")
        if not is_:
            raise IdentificatieFout(f"«{jci}» is geen JCI: «{deel}» heeft geen waarde.")
        if naam == "g":
            geldig = waarde
        elif naam == "z":
            zicht = waarde
        elif naam in ("s", "e"):  # start and end of an interval: no part of identity
            continue
        elif naam in _UIT_JCI:
            stappen.append(Stap(_UIT_JCI[naam], unquote(waarde)))
        else:
            raise IdentificatieFout(f"«{jci}» is geen JCI: onbekend onderdeel «{naam}».")
    for n, stap in enumerate(stappen):
        if stap.soort is StapSoort.ARTIKEL:
            stappen = stappen[n:]
            break
    return Jci(BepalingId(werk, tuple(stappen)), geldig, zicht)
