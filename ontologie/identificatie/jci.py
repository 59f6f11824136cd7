"""JCI, the Juriconnect identifier of provisions in the BWB: ``jci1.3:c:BWBR0015703&artikel=8a&lid=2&o=f``."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, unquote

from ontologie.fouten import IdentificatieFout
from ontologie.identificatie.bepaling import (
    ZONDER_REGISTER,
    BepalingId,
    Naamgever,
    Stap,
    StapSoort,
    zonder_structuur,
)
from ontologie.identificatie.codering import controleer_invoer, lees_dag, toon

#: Parameter of each kind that JCI 1.3 knows ("o" is repeated for deeper onderdelen).
_PARAMETERS: dict[StapSoort, str] = {
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
#: Other spellings that occur are read as well.
_SOORTEN = {woord: soort for soort, woord in _PARAMETERS.items()} | {
    "titel": StapSoort.TITEL,
    "subparagraaf": StapSoort.SUBPARAGRAAF,
    "onderdeel": StapSoort.ONDERDEEL,
}
#: How a JCI begins, up to the work: versions 1.0 to 1.31, of one provision (c) or of all that answer to it (v).
BEGIN_JCI = r"(?:jci)?1\.\d{1,2}:[cv]:"
_KOP = re.compile(BEGIN_JCI + r"([^&\s]+)", re.IGNORECASE)


class Jci(NamedTuple):
    """A JCI taken apart: the provision, and the dates it names ("" where absent).

    ``geldig`` is the validity date (g), ``zicht`` the viewing date (z), both ISO 8601.
    """

    id: BepalingId
    geldig: str
    zicht: str

    @property
    def dag(self) -> date | None:
        """The day of which it means the text: that of validity, or else that of viewing; None where it names neither.

        Raises:
            IdentificatieFout: one of the two is no day.
        """
        dagen = [lees_dag(d) if d else None for d in (self.geldig, self.zicht)]
        return dagen[0] or dagen[1]


def heeft_jci(id_: BepalingId) -> bool:
    """Whether JCI 1.3 can name this provision (it cannot name a table, footnote or toelichting)."""
    return all(stap.soort in _PARAMETERS for stap in id_.stappen)


def print_jci(id_: BepalingId, geldig: str = "", zicht: str = "", namen: Naamgever = ZONDER_REGISTER) -> str:
    """The JCI 1.3: ``jci1.3:c:BWBR0015703&artikel=8a&lid=2&o=f[&z=…][&g=…]``.

    Raises:
        IdentificatieFout: a step has no JCI parameter.
    """
    delen = [f"jci1.3:c:{quote(namen.officieel(id_.werk), safe='')}"]
    for stap in id_.stappen:
        if stap.soort not in _PARAMETERS:
            raise IdentificatieFout(f"JCI kent geen {stap.soort.value}: {id_}.")
        delen.append(f"{_PARAMETERS[stap.soort]}={quote(stap.nummer, safe=':.')}")
    if zicht:
        delen.append(f"z={zicht}")
    if geldig:
        delen.append(f"g={geldig}")
    return "&".join(delen)


def parse_jci(jci: str, namen: Naamgever = ZONDER_REGISTER) -> Jci:
    """Read a JCI (1.0 to 1.31). Structure straight above an article is left out, as identity does.

    So a JCI of one of several articles with the same number, told apart by their chapter, loses that chapter.

    Raises:
        IdentificatieFout: it is no JCI, or has an unknown parameter.
    """
    schoon = controleer_invoer(jci, "een JCI")
    kop = _KOP.match(schoon)
    rest = schoon[kop.end() :] if kop else ""
    if not kop or rest[:1] not in ("", "&"):
        raise IdentificatieFout(f"«{toon(jci)}» is geen JCI.", advies="Een JCI begint met jci1.3:c: en een BWB-id.")
    stappen: list[Stap] = []
    dagen = {"g": "", "z": ""}
    for deel in rest.split("&")[1:]:
        naam, is_, waarde = deel.partition("=")
        if not is_:
            raise IdentificatieFout(f"«{toon(jci)}» is geen JCI: «{toon(deel)}» heeft geen waarde.")
        if naam in dagen:
            dagen[naam] = waarde
        elif naam in _SOORTEN:
            stappen.append(Stap(_SOORTEN[naam], unquote(waarde)))
        elif naam not in ("s", "e"):  # start and end of an interval: no part of identity
            raise IdentificatieFout(f"«{toon(jci)}» is geen JCI: onbekend onderdeel «{toon(naam)}».")
    id_ = BepalingId(namen.kort(unquote(kop.group(1))), zonder_structuur(tuple(stappen)))
    return Jci(id_, dagen["g"], dagen["z"])
