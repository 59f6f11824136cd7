"""One frozen record per template: everything the template may use, and nothing else.

A template sees its record as ``p``, the texts as ``t`` and the few functions that ``web.sjablonen`` documents.
"""

from __future__ import annotations

from web.contexten.beeld import Buurtgroep, Buurtpagina, Buurtregel, Tijdlijnblok
from web.contexten.controle import (
    Controleblok,
    Controlegroep,
    Controlepagina,
    Controlepuntregel,
    Controleresultaat,
)
from web.contexten.eigen import Paarregel, Tabblad, Tabelregel, Vergelijkingpagina, Vergelijkpagina
from web.contexten.graaf import (
    Dingpagina,
    Eigenschap,
    Sparqlcel,
    Sparqlfout,
    Sparqlpagina,
    Sparqluitslag,
    Sparqlvoorbeeld,
    Term,
    Termgroep,
    Vocabulairepagina,
)
from web.contexten.herstel import Herstelbron, Herstelpagina, Herstelregel
from web.contexten.impact import Impactblok, Impactpagina, Impactpunt, Impactregel, Impactstap
from web.contexten.lezen import (
    Bepalingpagina,
    Correctieregel,
    Doelpagina,
    Geschiedenisregel,
    Inhoudsregel,
    Leesbanner,
    Plichtregel,
    Regelingpagina,
    Toelichting,
    Voorbeeld,
    Voorbeelden,
)
from web.contexten.onderdelen import (
    Achtergrond,
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
from web.contexten.verschil import Verschilgroep, Verschilpagina, Verschilregel
from web.contexten.vinden import (
    Aangehaaldpagina,
    Aangehaaldregel,
    Brongroep,
    Bronnenpagina,
    Doorzocht,
    Foutpagina,
    Gelijkend,
    HulpJuristen,
    HulpOntwikkelaars,
    Hulpregel,
    Onopgelostpagina,
    Recent,
    Startbron,
    Startpagina,
    Trefferregel,
    Vraag,
    Zoekpagina,
)
from web.contexten.vragen import (
    Asblok,
    Citaat,
    Dekkingskeuze,
    Dekkingsoverzicht,
    Dekkingspagina,
    Dekkingsrij,
    Documentblok,
    Implementeertpagina,
    Overzichtcel,
    Overzichtrij,
    Relatiegroep,
    Relatielijst,
    Relatieniveau,
    Relatieregel,
    Telling,
    Veranderingsregel,
    Vragengroep,
    Vragenpagina,
    Wijzigingenpagina,
    Wijzigingsregel,
)

__all__ = [
    "Aangehaaldpagina",
    "Aangehaaldregel",
    "Achtergrond",
    "Asblok",
    "Bepalingpagina",
    "Brongroep",
    "Bronnenpagina",
    "Bronregel",
    "Buurtgroep",
    "Buurtpagina",
    "Buurtregel",
    "Citaat",
    "Controleblok",
    "Controlegroep",
    "Controlepagina",
    "Controlepuntregel",
    "Controleresultaat",
    "Correctieregel",
    "Dekkingskeuze",
    "Dekkingsoverzicht",
    "Dekkingspagina",
    "Dekkingsrij",
    "Dingpagina",
    "Documentblok",
    "Doelpagina",
    "Doorzocht",
    "Eigenschap",
    "Foutpagina",
    "Gelijkend",
    "Geschiedenisregel",
    "Herstelbron",
    "Herstelpagina",
    "Herstelregel",
    "HulpJuristen",
    "HulpOntwikkelaars",
    "Hulpregel",
    "Impactblok",
    "Impactpagina",
    "Impactpunt",
    "Impactregel",
    "Impactstap",
    "Implementeertpagina",
    "Inhoudsregel",
    "Inkomendgroep",
    "Inkomendlijst",
    "Inkomendniveau",
    "Inkomendregel",
    "Kader",
    "Kenmerk",
    "Keuze",
    "Leesbanner",
    "Leesblok",
    "Leesregel",
    "Onopgelostpagina",
    "Overzichtcel",
    "Overzichtrij",
    "Paarregel",
    "Pagering",
    "Pagina",
    "Plichtregel",
    "Recent",
    "Regelingpagina",
    "Relatiegroep",
    "Relatielijst",
    "Relatieniveau",
    "Relatieregel",
    "Sparqlcel",
    "Sparqlfout",
    "Sparqlpagina",
    "Sparqluitslag",
    "Sparqlvoorbeeld",
    "Startbron",
    "Startpagina",
    "Tabblad",
    "Tabelregel",
    "Telling",
    "Term",
    "Termgroep",
    "Tijdlijnblok",
    "Toelichting",
    "Trefferregel",
    "Uitgaand",
    "Veranderingsregel",
    "Vergelijkingpagina",
    "Vergelijkpagina",
    "Verschilgroep",
    "Verschilpagina",
    "Verschilregel",
    "Versiekeuze",
    "Verwijsplaats",
    "Vocabulairepagina",
    "Voorbeeld",
    "Voorbeelden",
    "Vraag",
    "Vragengroep",
    "Vragenpagina",
    "Wijzigingenpagina",
    "Wijzigingsregel",
    "Zoekpagina",
]

#: Any of the records that have a template.
Pagina = (
    Startpagina
    | Bronnenpagina
    | Bepalingpagina
    | Buurtpagina
    | Dingpagina
    | Doelpagina
    | Regelingpagina
    | Zoekpagina
    | Onopgelostpagina
    | Sparqlpagina
    | Vocabulairepagina
    | Vragenpagina
    | Vergelijkpagina
    | Vergelijkingpagina
    | Herstelpagina
    | Implementeertpagina
    | Impactpagina
    | Dekkingspagina
    | Controlepagina
    | Wijzigingenpagina
    | Verschilpagina
    | Aangehaaldpagina
    | HulpJuristen
    | HulpOntwikkelaars
    | Foutpagina
    | Voorbeelden
)
