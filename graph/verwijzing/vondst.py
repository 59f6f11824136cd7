"""What was found in a passage before its regulation is chosen: citations, and the enumerations that they form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.verwijzing.grammatica import Ontleding
from graph.verwijzing.koppeling import Keuze
from ontologie.identificatie import StapSoort


@dataclass(slots=True)
class Vondst:
    """A citation in a passage: its words taken apart, its range with the name, and the regulation they name."""

    ontleding: Ontleding
    begin: int
    eind: int
    zin: int
    keuze: Keuze | None = None
    #: The name that stands before it, with the sign between them.
    voor: Keuze | None = None
    voor_teken: str = ""
    #: Whether it begins with "artikelen".
    meervoud: bool = False

    @property
    def top(self) -> StapSoort:
        return self.ontleding.top


#: Words between two citations that make them one enumeration.
VERBONDEN = re.compile(
    r"(?i)[\s,()\[\]]*(?:(?:en/of|en|of|alsmede|alsook|evenals|dan wel|danwel|onderscheidenlijk|respectievelijk"
    r"|juncto|jo\.?|tot en met|"
    r"in samenhang met|in verbinding met|in combinatie met|noch)[\s,\[\]]*)?(?:(?:in|op grond van|van|krachtens"
    r"|met|aan)\s+)?(?:(?:de|het)\s+)?"
)


def verbonden(tekst: str, vorige: Vondst, volgende: Vondst) -> bool:
    """Whether nothing but connecting words stands between two citations."""
    if volgende.begin - vorige.eind > 60:
        return False
    return VERBONDEN.fullmatch(tekst, vorige.eind, volgende.begin) is not None


_STRAK = re.compile(
    r"(?i) ?,? ?(?:(?:en/of|en|of|alsmede|dan wel|danwel|onderscheidenlijk|respectievelijk|juncto|jo\.?) )?"
)


def strak(tekst: str, vorige: Vondst, volgende: Vondst) -> bool:
    """Whether two citations form one enumeration without a new start: "artikel 7, of artikel 7a van de wet".

    A repeated preposition or article starts anew ("artikel 37 en in artikel 8.9 van …"), and so does another number
    of the cue word ("de artikelen 17 of 36b, en artikel 30c van …"): those name two things.
    """
    return vorige.meervoud == volgende.meervoud and _STRAK.fullmatch(tekst, vorige.eind, volgende.begin) is not None


@dataclass(frozen=True, slots=True)
class Omgeving:
    """The citations of one passage, and per citation the name that closes or opens the enumeration it is part of."""

    vondsten: Sequence[Vondst]
    tekst: str
    volgt: Sequence[Keuze | None]
    voor: Sequence[Keuze | None]
    #: Whether any of them has a name at all.
    met_naam: bool


def omgeving(vondsten: Sequence[Vondst], tekst: str) -> Omgeving:
    """Look along the enumerations of a passage, once in either direction."""
    n = len(vondsten)
    aaneen = [
        vondsten[i].zin == vondsten[i + 1].zin and verbonden(tekst, vondsten[i], vondsten[i + 1]) for i in range(n - 1)
    ]
    volgt: list[Keuze | None] = [None] * n
    for i in range(n - 2, -1, -1):
        if aaneen[i]:
            keuze = vondsten[i + 1].keuze
            volgt[i] = Keuze(keuze.werken, "naam-verdeeld", keuze.onbekend) if keuze is not None else volgt[i + 1]
    voor: list[Keuze | None] = [None] * n
    for i, v in enumerate(vondsten):
        if v.voor is not None:
            voor[i] = v.voor
        elif i and aaneen[i - 1] and vondsten[i - 1].keuze is None:
            # "Advocatenwet: de artikelen 8 en 8a, en artikel 9": until a citation brings a name of its own.
            voor[i] = voor[i - 1]
    return Omgeving(vondsten, tekst, volgt, voor, any(v.keuze is not None for v in vondsten))


@dataclass(slots=True)
class Bekend:
    """What the whole document says of articles by name: per number the works it was cited with, and how often each."""

    per_nummer: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    regelingen: Counter[str] = field(default_factory=Counter)
    #: The regulation that the title says is changed, where the document is about a change of one.
    onderwerp: tuple[str, ...] = ()

    def noteer(self, werk: str, ontleding: Ontleding) -> None:
        for pad in ontleding.paden:
            if pad[0].soort is StapSoort.ARTIKEL:
                self.per_nummer[pad[0].nummer][werk] += 1
