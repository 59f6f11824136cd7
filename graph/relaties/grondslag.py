"""What a regulation rests on: the provisions behind "gelet op" in its preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.relaties.alinea import HOGER, vermeldingen_in
from graph.relaties.boek import Bibliotheek, Boek
from graph.relaties.vondst import Vondst
from ontologie.document import BepalingSoort
from ontologie.identificatie import BepalingId
from ontologie.relatie import Bevinding, Bewijs, RelatieSoort, Sterkte
from ontologie.verwijzing import Verwijzing

_GELET = re.compile(r"\b(?:gelet\s+op|handelende?\s+(?:krachtens|op\s+grond\s+van)|op\s+grond\s+van)\b", re.IGNORECASE)
_EINDE = re.compile(
    r"\b(?:gezien|gelezen|gehoord|overwegende|besluit|besluiten|mede\s+gelet|b\s*e\s*s\s*l\s*u\s*i\s*t)\b\s*:?",
    re.IGNORECASE,
)
_REDEN = "De aanhef noemt die bepaling als grondslag («gelet op»)."


def lees_grondslag(
    boek: Boek, verwijzingen: Sequence[Verwijzing], bibliotheek: Bibliotheek
) -> Iterator[Vondst | Bevinding]:
    """The legal bases that the preamble names: provisions, and whole laws where it names no provision."""
    werk = BepalingId(boek.werk)
    open_ = False
    for passage in boek.passages():
        if passage.bepaling.soort is not BepalingSoort.AANHEF:
            continue
        tekst = passage.tekst.inhoud
        begin = 0
        if m := _GELET.search(tekst):
            open_, begin = True, m.end()
        elif open_ and _EINDE.match(tekst):
            open_ = False
        if not open_:
            continue
        m = _EINDE.search(tekst, begin)
        eind = m.start() if m else len(tekst)
        hier = [v for v in verwijzingen if v.plaats == passage.bepaling.id]
        for v in vermeldingen_in(passage.tekst, hier, boek.werk, bibliotheek):
            if v.teken != HOGER or not begin <= v.begin < eind:
                continue
            bewijs = Bewijs(passage.bepaling.id, passage.tekst.naar_bron(v.begin, v.eind), "gelet-op")
            for doel in v.geldig:
                yield Vondst(werk, doel, Sterkte.EXPLICIET, bewijs, _REDEN, RelatieSoort.GRONDSLAG)
            if v.ontbreekt:
                bericht = f"De aanhef noemt {v.tekst}, maar {v.wat_ontbreekt} niet zo."
                yield Bevinding(bewijs, bericht, v.ontbreekt)
