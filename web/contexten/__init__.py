"""One frozen record per template: everything the template may use, and nothing else.

A template sees its record as ``p``, the texts as ``t`` and the few functions that ``web.sjablonen`` documents.
"""

from __future__ import annotations

from web.contexten.graaf import (
    Sparqlcel,
    Sparqlfout,
    Sparqlpagina,
    Sparqluitslag,
    Sparqlvoorbeeld,
    Term,
    Termgroep,
    Vocabulairepagina,
)
from web.contexten.lezen import (
    Bepalingpagina,
    Correctieregel,
    Doelpagina,
    Inhoudsregel,
    Regelingpagina,
    Toelichting,
    Voorbeeld,
    Voorbeelden,
)
from web.contexten.onderdelen import (
    Bronregel,
    Inkomendgroep,
    Inkomendlijst,
    Inkomendniveau,
    Inkomendregel,
    Kader,
    Kenmerk,
    Keuze,
    Leesblok,
    Leesregel,
    Pagering,
    Uitgaand,
    Versiekeuze,
    Verwijsplaats,
)
from web.contexten.vinden import (
    Bronnenpagina,
    Foutpagina,
    HulpJuristen,
    HulpOntwikkelaars,
    Hulpregel,
    Onopgelostpagina,
    Startpagina,
    Trefferregel,
    Vraag,
    Zoekpagina,
)

__all__ = [
    "Bepalingpagina",
    "Bronnenpagina",
    "Bronregel",
    "Correctieregel",
    "Doelpagina",
    "Foutpagina",
    "HulpJuristen",
    "HulpOntwikkelaars",
    "Hulpregel",
    "Inhoudsregel",
    "Inkomendgroep",
    "Inkomendlijst",
    "Inkomendniveau",
    "Inkomendregel",
    "Kader",
    "Kenmerk",
    "Keuze",
    "Leesblok",
    "Leesregel",
    "Onopgelostpagina",
    "Pagering",
    "Pagina",
    "Regelingpagina",
    "Sparqlcel",
    "Sparqlfout",
    "Sparqlpagina",
    "Sparqluitslag",
    "Sparqlvoorbeeld",
    "Startpagina",
    "Term",
    "Termgroep",
    "Toelichting",
    "Trefferregel",
    "Uitgaand",
    "Versiekeuze",
    "Verwijsplaats",
    "Vocabulairepagina",
    "Voorbeeld",
    "Voorbeelden",
    "Vraag",
    "Zoekpagina",
]

#: Any of the records that have a template.
Pagina = (
    Startpagina
    | Bronnenpagina
    | Bepalingpagina
    | Doelpagina
    | Regelingpagina
    | Zoekpagina
    | Onopgelostpagina
    | Sparqlpagina
    | Vocabulairepagina
    | HulpJuristen
    | HulpOntwikkelaars
    | Foutpagina
    | Voorbeelden
)
