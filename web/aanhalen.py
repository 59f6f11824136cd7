"""How to cite a provision: every spelling of its identity, ready to copy."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

from api.namen import officieel_adres
from graph.antwoorden import Identificaties
from ontologie.identificatie import BepalingId, Naamregister, Stijl, print_aanhaling
from web.contexten import Kenmerk
from web.teksten import teksten

#: What Markdown reads as mark-up.
_OPMAAK = re.compile(r"([\\`*_\[\]<>])")
_ONTSNAPT = r"\\\1"
#: What stays as it is in an address; brackets would end the link.
_ADRES = ":/?#[]@!$&'*+,;=%~"
#: The spellings that stand in sight; the others are one step away.
_EERST = ("leidraad", "kort", "jci")


def kenmerken(ids: Identificaties, id_: BepalingId, namen: Naamregister, versie: str = "") -> tuple[Kenmerk, ...]:
    """The spellings that exist, in the order in which a jurist needs them. ``versie`` is that of the text shown."""
    leidraad = print_aanhaling(id_, namen, Stijl.LEIDRAAD)
    adres = officieel_adres(ids.jci, versie) or ids.versie_iri or ids.iri
    waarden = (
        ("leidraad", leidraad),
        ("kort", ids.kort),
        ("jci", ids.jci),
        ("citaat", ids.citaat),
        ("markdown", als_markdown(leidraad, adres)),
        ("html", als_html(leidraad, adres)),
        ("iri", ids.iri),
        ("versie_iri", ids.versie_iri),
    )
    t = teksten()["kenmerk"]
    return tuple(Kenmerk(t[naam], waarde, naam not in _EERST) for naam, waarde in waarden if waarde)


def als_markdown(woorden: str, adres: str) -> str:
    """A link in Markdown (CommonMark)."""
    return f"[{_OPMAAK.sub(_ONTSNAPT, woorden)}]({quote(adres, safe=_ADRES)})"


def als_html(woorden: str, adres: str) -> str:
    """A link in HTML."""
    return f'<a href="{escape(adres)}">{escape(woorden)}</a>'
