"""How Dutch explanations say that one provision works out another: patterns over sentences in abstract form.

In the patterns (and in ``Zin.kaal``) a reference is one character: ``HOGER`` a provision of a higher regulation,
``EIGEN`` one of the regulation that is explained. Group ``s`` is the subject (without it: what was last spoken of),
group ``h`` the first object, group ``terug`` a word that points back at what was said before. A new wording is one more
line here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.relaties.alinea import EIGEN, HOGER
from ontologie.relatie import Sterkte

_S, _H = rf"(?P<s>{EIGEN})", rf"(?P<h>{HOGER})"


def _tot(n: int) -> str:
    """At most ``n`` characters within a clause that name no provision."""
    return rf"[^{HOGER}{EIGEN};:]{{0,{n}}}?"


_NAAMWOORD = (
    r"\b(?:uitwerking|invulling|concretisering|implementatie|omzetting|uitvoering|vertaling|precisering|"
    r"nadere\s+regeling)\b"
)
_NAAMWOORD_AAN_BEGIN = r"(?:[Uu]itwerking|[Ii]nvulling|[Cc]oncretisering|[Ii]mplementatie|[Oo]mzetting|[Uu]itvoering)"
_AAN = r"\b(?:invulling|uitvoering|toepassing|uitwerking|gestalte|vorm|inhoud|gevolg)\b"
_ZIJN = r"\b(?:is|zijn|wordt|worden|werd|werden)\b"
_VASTGELEGD = (
    r"\b(?:uitgewerkt|neergelegd|geregeld|opgenomen|vastgelegd|vervat|ge[iï]mplementeerd|omgezet|ingevuld|"
    r"vormgegeven)\b"
)
_REGELS = (
    r"\b(?:uitwerking|invulling|uitvoering|regels?|regeling|opdracht|verplichting(?:en)?|verordeningsplicht|plicht|"
    r"bepaling(?:en)?|voorschriften|voorwaarden|eisen|onderwerpen)\b"
)
_OPDRACHT = (
    r"(?:opdracht|verplichting|verordeningsplicht|plicht|bevoegdheid|mogelijkheid|eis|verordeningsopdracht|delegatie)"
)
_REGELEN = (
    r"\b(?:regelt|regelen|bepaalt|bepalen|bevat|bevatten|stelt|stellen|geeft|geven|beschrijft|beschrijven|voorziet\s+in|"
    r"wijst|wijzen|legt|leggen|noemt|noemen)\b"
)
_GEVRAAGD = r"(?:vereist|voorgeschreven|verlangd|gevraagd|opgedragen|verplicht|ge[eë]ist)"
_HIERAAN = (
    rf"(?P<terug>hier|daar|hieraan|daaraan|aan\s+het\s+(?:voorgaande|bovenstaande)|aan\s+(?:deze|die)\s+{_OPDRACHT})"
)
_HIERIN = rf"(?P<terug>hierin|daarin|in\s+(?:deze|die)\s+{_OPDRACHT}|in\s+het\s+(?:voorgaande|bovenstaande))"


@dataclass(frozen=True)
class Formulering:
    """One wording: the name of the rule, its pattern, and what it says as the reason of a relation."""

    regel: str
    patroon: re.Pattern[str]
    reden: str
    sterkte: Sterkte = Sterkte.EXPLICIET


def _f(regel: str, reden: str, *patronen: str, sterkte: Sterkte = Sterkte.EXPLICIET) -> list[Formulering]:
    return [Formulering(regel, re.compile(p), reden, sterkte) for p in patronen]


#: The rule whose objects are the source of the subject.
BERUST_OP = "vloeit-voort-uit"

FORMULERINGEN: tuple[Formulering, ...] = (
    *_f(
        "is-uitwerking-van",
        "De toelichting noemt dit een uitwerking van die bepaling.",
        rf"{_S}{_tot(80)}\b(?:is|zijn|vormt|vormen|betreft|betreffen|bevat|bevatten|behelst)\b{_tot(60)}{_NAAMWOORD}\s+van\b"
        rf"[^{HOGER}{EIGEN}]{{0,300}}?{_H}",
        rf"^(?:Het|Dit|Hier)\s+(?:betreft|is|vormt|gaat\s+(?:hier\s+)?om)\b{_tot(40)}{_NAAMWOORD}\s+van\b{_tot(120)}{_H}",
        rf"^(?:(?:Nadere|Verdere)\s+)?{_NAAMWOORD_AAN_BEGIN}\s+van\s+(?:de\s+|het\s+)?{_H}",
        rf"{_S}\s+(?:is|zijn|vormt|vormen|betreft)\s+(?P<terug>daarvan|hiervan)\s+(?:de|een)\s+(?:\w+\s+)?{_NAAMWOORD}",
        rf"{_S}\s+(?:is|zijn|vormt|vormen|betreft)\s+(?P<terug>daar|hier)\s+(?:de|een)\s+(?:\w+\s+)?{_NAAMWOORD}\s+van\b",
    ),
    *_f(
        "is-verplicht-door",
        "De toelichting zegt dat dit verplicht is door die bepaling.",
        rf"^(?:Dit|Het|Hier)\s+(?:is|betreft|gaat\s+(?:hier\s+)?om)\s+een\s+(?:wettelijke\s+)?"
        rf"(?:verplichte?\s+\w+|verplichting|opdracht|verordeningsplicht|verordeningsopdracht|uitvloeisel){_tot(60)}"
        rf"\b(?:grond\s+van|ingevolge|krachtens|uit|van|in)\s+{_H}",
        rf"^{_S}{_tot(20)}\b(?:is|zijn|betreft|betreffen|bevat|bevatten)\s+(?:een\s+)?(?:wettelijk\s+)?verplichte?\b{_tot(60)}"
        rf"(?:(?:\bop\s+grond\s+van|\bingevolge|\bkrachtens|\bvolgens)\s+|\(){_H}",
    ),
    *_f(
        "zoals-voorgeschreven",
        "De toelichting zegt dat dit iets regelt zoals die bepaling voorschrijft.",
        rf"^{_S}{_tot(20)}{_REGELEN}[^{HOGER};:]{{0,200}}?\bzoals\s+"
        rf"(?:{_GEVRAAGD}\s+(?:in|door|bij|op\s+grond\s+van)\s+{_H}|"
        rf"(?P<h2>{HOGER}){_tot(20)}\b(?:voorschrijft|vereist|verlangt|eist|opdraagt|vraagt|verplicht))",
        rf"^{_S}\s+{_REGELEN}\s+de\s+(?:in|door|bij|op\s+grond\s+van)\s+{_H}\s+(?:bedoelde|genoemde|{_GEVRAAGD}e?)\s+"
        rf"(?:\w+\s+)?(?:{_OPDRACHT}|{_REGELS})",
        rf"^{_S}\s+{_REGELEN}\s+(?:de\s+|nadere\s+)?(?:regels|voorschriften|criteria|eisen|voorwaarden),?\s+(?:als\s+)?"
        rf"bedoeld\s+in\s+{_H}",
    ),
    *_f(
        "geeft-invulling-aan",
        "De toelichting zegt dat dit invulling of uitvoering geeft aan die bepaling.",
        rf"{_S}{_tot(80)}\b(?:geeft|geven)\b{_tot(40)}{_AAN}\s+aan\b{_tot(160)}{_H}",
        rf"{_S}{_tot(80)}\b(?:geeft|geven)\s+{_HIERAAN}\b{_tot(60)}{_AAN}",
        rf"{_S}{_tot(80)}\b(?:geeft|geven)\b{_tot(40)}{_AAN}\s+{_HIERAAN}",
        rf"{_S}\s+(?:beoogt|beogen|(?:strekt|strekken|dient|dienen)\s+ertoe)\s+(?:\w+\s+)?{_AAN}\s+te\s+geven\s+aan\b"
        rf"{_tot(160)}{_H}",
    ),
    *_f(
        "voorziet-in",
        "De toelichting zegt dat dit voorziet in wat die bepaling vraagt.",
        rf"{_S}{_tot(80)}\b(?:voorziet|voorzien)\b{_tot(30)}{_HIERIN}\b",
        rf"{_S}\s+(?:voorziet|voorzien)\s+in\s+(?:de\s+{_OPDRACHT}{_tot(80)})?{_H}",
    ),
    *_f(
        "werkt-uit",
        "De toelichting zegt dat dit die bepaling uitwerkt.",
        rf"{_S}\s+(?:werkt|werken|vult|vullen|zet|zetten)\b{_tot(60)}{_H}{_tot(60)}\b(?:uit|in|om)\b",
        rf"{_S}{_tot(60)}\b(?:strekt|strekken|dient|dienen)\b{_tot(30)}\b(?:ter|tot)\s+(?:nadere\s+)?{_NAAMWOORD}\s+van\b"
        rf"{_tot(120)}{_H}",
        rf"{_S}\s+(?:implementeert|implementeren|concretiseert|concretiseren)\s+(?:de\s+|het\s+)?"
        rf"(?:{_OPDRACHT}\s+(?:van|uit|in)\s+)?{_H}",
    ),
    *_f(
        "met-dit-uitvoering-gegeven",
        "De toelichting zegt dat hiermee uitvoering of invulling is gegeven aan die bepaling.",
        rf"\b(?:[Ii]n|[Mm]et|[Dd]oor)\s+{_S}\s+{_ZIJN}{_tot(40)}\baan\b{_tot(120)}{_H}{_tot(60)}{_AAN}\s+gegeven",
        rf"\b(?:[Ii]n|[Mm]et|[Dd]oor)\s+{_S}\s+{_ZIJN}{_tot(60)}{_AAN}\s+gegeven\s+aan\b{_tot(160)}{_H}",
        rf"\b(?:[Ii]n|[Mm]et|[Dd]oor)\s+{_S}\s+{_ZIJN}{_tot(30)}{_HIERAAN}\b{_tot(40)}{_AAN}\s+gegeven",
        rf"\b(?:[Hh]iermee|[Dd]aarmee|[Hh]ierdoor|[Dd]aardoor|[Aa]ldus|[Zz]odoende)\s+{_ZIJN}{_tot(40)}{_AAN}\s+gegeven\s+aan\b"
        rf"{_tot(160)}{_H}",
        rf"\b(?:heeft|hebben)\s+(?:in|met|door)\s+{_S}{_tot(40)}{_AAN}\s+gegeven\s+aan\b{_tot(160)}{_H}",
        rf"\b(?:[Hh]iermee|[Dd]aarmee|[Hh]ierdoor|[Dd]aardoor)\s+{_ZIJN}{_tot(30)}\baan\b{_tot(120)}{_H}{_tot(60)}{_AAN}\s+gegeven",
    ),
    *_f(
        "hieraan-voldoet",
        "De toelichting noemt de opdracht in die bepaling en zegt daarna waar daaraan is voldaan.",
        rf"^(?P<terug>[Hh]ieraan|[Dd]aaraan|Aan\s+(?:deze|die)\s+{_OPDRACHT})\s+{_ZIJN}{_tot(30)}\b(?:in|met|door|bij)\s+{_S}"
        rf"{_tot(60)}\b(?:voldaan|gegeven|tegemoetgekomen)\b",
        rf"^(?P<terug>Hierin|Daarin|In\s+(?:deze|die)\s+{_OPDRACHT})\s+(?:voorziet|voorzien|wordt)\s+(?:voorzien\s+in\s+)?{_S}",
        rf"^(?P<terug>Daartoe|Hiertoe)\s+(?:strekt|strekken|dient|dienen)\s+{_S}",
        rf"^(?P<terug>Dit|Dat)\s+(?:is|wordt|gebeurt)\s+{_tot(40)}\bin\s+{_S}{_tot(40)}$",
    ),
    *_f(
        "voldoet-aan",
        "De toelichting zegt dat hiermee is voldaan aan wat die bepaling vraagt.",
        rf"{_S}\s+(?:voldoet|voldoen)\s+(?:hiermee\s+|daarmee\s+)?aan\s+(?:de\s+{_OPDRACHT}{_tot(60)})?{_H}",
        rf"\b(?:[Ii]n|[Mm]et|[Dd]oor)\s+{_S}\s+{_ZIJN}{_tot(30)}\bvoldaan\s+aan\s+(?:de\s+in\s+|de\s+{_OPDRACHT}{_tot(60)})?{_H}",
        rf"\b(?:[Ii]n|[Mm]et|[Dd]oor)\s+{_S}\s+{_ZIJN}\s+(?:hieraan|daaraan|aan\s+(?:deze|die)\s+(?P<terug>{_OPDRACHT}))"
        rf"{_tot(40)}\bvoldaan\b",
        rf"{_S}\s+(?:voldoet|voldoen)\s+(?:(?P<terug>hieraan|daaraan)|aan\s+(?:deze|die)\s+{_OPDRACHT})\b",
    ),
    *_f(
        "gebruikt-bevoegdheid",
        "De toelichting zegt dat hier van de bevoegdheid in die bepaling gebruik is gemaakt.",
        rf"\b[Vv]an\s+(?:(?:deze|die)\s+(?P<terug>bevoegdheid|mogelijkheid|ruimte|optie)|de\s+\w+\s+(?:van|in|uit)\s+{_H})\s+"
        rf"(?:is|wordt)\s+{_tot(40)}\b(?:in|met|door|bij)\s+{_S}{_tot(30)}\bgebruik\s*gemaakt",
        rf"{_S}\s+(?:maakt|maken)\s+(?:gebruik\s+van\s+(?:deze|die)\s+(?P<terug>bevoegdheid|mogelijkheid)|(?:hiervan|daarvan)\s+gebruik)",
        rf"\b(?:heeft|hebben|is|wordt)\s+(?:in|met|door|bij)\s+{_S}\s+(?:hiervan|daarvan|van\s+(?:deze|die)\s+"
        rf"(?P<terug>bevoegdheid|mogelijkheid|ruimte|optie))\s+gebruik\s*gemaakt",
        rf"^(?P<terug>Hiervan|Daarvan|Van\s+(?:deze|die)\s+\w+)\s+(?:is|wordt|heeft\s+de\s+\w+){_tot(20)}"
        rf"(?:\b(?:in|met|door)\s+{_S}{_tot(30)}\bgebruik\s*gemaakt|\bgebruik\s*gemaakt\s+(?:in|met|door)\s+(?P<s2>{EIGEN}))",
        rf"^(?:In|Met|Door|Bij)\s+{_S}\s+(?:is|wordt)\s+(?:hiervan|daarvan|van\s+(?:deze|die)\s+"
        rf"(?P<terug>bevoegdheid|mogelijkheid|ruimte|optie))\s+gebruik\s*gemaakt",
        rf"^(?P<terug>Hiervoor|Daarvoor)\s+is\s+in\s+{_S}\s+gekozen\b",
    ),
    *_f(
        "ter-uitvoering-van",
        "De toelichting zegt dat dit is geregeld ter uitvoering van die bepaling.",
        rf"\b[Tt]er\s+(?:uitvoering|uitwerking|invulling|implementatie)\s+van\s+(?:de\s+|het\s+)?{_H}{_tot(20)}"
        rf"\b(?:bepaalt|bepalen|regelt|regelen|bevat|bevatten|stelt|stellen|voorziet|voorzien)\s+{_S}",
        rf"^(?:In|Met|Door)\s+{_S}\s+{_ZIJN}{_tot(20)}\bter\s+(?:uitvoering|uitwerking|invulling|implementatie)\s+van\s+"
        rf"(?:de\s+|het\s+)?{_H}",
    ),
    *_f(
        "is-uitgewerkt-in",
        "De toelichting zegt dat die bepaling hierin is uitgewerkt.",
        rf"{_REGELS}[^{EIGEN};:]{{0,240}}?{_H}{_tot(80)}{_ZIJN}{_tot(40)}{_VASTGELEGD}\s+in\s+(?:de\s+|het\s+)?{_S}",
        rf"^(?:De\s+|Het\s+)?(?:bepaalde\s+in\s+(?:de\s+|het\s+)?)?{_H}{_tot(60)}{_ZIJN}{_tot(40)}\b(?:uitgewerkt|ingevuld|ge[iï]mplementeerd|omgezet)\s+in\s+"
        rf"(?:de\s+|het\s+)?{_S}",
        rf"^(?:De\s+|Het\s+)?{_H}{_tot(30)}{_ZIJN}\s+in\s+{_S}{_tot(30)}\b(?:uitgewerkt|ingevuld|ge[iï]mplementeerd|omgezet)\b",
        rf"{_REGELS}[^{EIGEN};:]{{0,240}}?{_H}{_tot(80)}{_ZIJN}\s+in\s+{_S}{_tot(30)}{_VASTGELEGD}",
        rf"^De\s+in\s+{_H}\s+\w+\s+{_REGELS}{_tot(60)}{_ZIJN}{_tot(40)}{_VASTGELEGD}\s+in\s+{_S}",
        rf"^De\s+in\s+{_H}\s+\w+\s+{_REGELS}{_tot(60)}{_ZIJN}\s+in\s+{_S}{_tot(30)}{_VASTGELEGD}",
        rf"\bbedoeld\s+in\s+{_H},?\s*{_ZIJN}\s+(?:in|bij|met)\s+{_S}{_tot(30)}"
        r"\b(?:aangewezen|vastgesteld|bepaald|geregeld|gesteld|uitgewerkt|vastgelegd)\b",
        rf"^In\s+{_S}\s+{_ZIJN}{_tot(40)}{_H}{_tot(40)}\b(?:uitgewerkt|ingevuld|ge[iï]mplementeerd|omgezet)\b",
    ),
    *_f(
        BERUST_OP,
        "De toelichting zegt dat dit uit die bepaling voortvloeit of erop berust.",
        rf"{_S}{_tot(80)}\b(?:vloeit|vloeien|komt|komen)\b{_tot(40)}\bvoort\s+uit\b{_tot(80)}{_H}",
        rf"{_S}\s+(?:volgt|volgen)\s+(?:rechtstreeks\s+)?uit\s+(?:de\s+|het\s+)?{_H}",
        rf"{_S}{_tot(60)}\b(?:is|zijn)\s+(?:mede\s+)?gebaseerd\s+op\b{_tot(60)}{_H}",
        rf"{_S}{_tot(60)}\b(?:berust|berusten|steunt|steunen|rust|rusten)\s+(?:mede\s+)?op\b{_tot(60)}{_H}",
        rf"{_S}{_tot(40)}\b(?:vindt|vinden|heeft|hebben)\b{_tot(40)}\b(?:grondslag|basis)\s+in\b{_tot(60)}{_H}",
        rf"{_S}\s+(?:kent|kennen|heeft|hebben)\s+als\s+(?:\w+\s+)?(?:grondslag|basis)\s+{_H}",
        rf"{_S}\s+(?:is|zijn)\s+(?:vastgesteld|opgenomen|gesteld)\s+(?:op\s+(?:grond|basis)\s+van|krachtens|ingevolge)\s+{_H}",
        rf"^(?P<terug>Dit|Dat|Deze\s+bepaling|Die\s+bepaling)\s+(?:is|vormt|biedt)\s+(?:de|een)\s+(?:\w+\s+)?"
        rf"(?:grondslag|basis)\s+(?:voor|van)\s+{_S}",
        rf"^Voor\s+{_S}\s+(?:biedt|vormt|bevat|geeft)\s+(?:de\s+|het\s+)?{_H}{_tot(30)}\b(?:grondslag|basis)\b",
        rf"^(?:(?:Wettelijke|Juridische)\s+)?(?:[Gg]rondslag|[Bb]asis)\s*:\s*{_H}",
        rf"{_S}{_tot(40)}\b(?:ontleent|ontlenen)\b{_tot(60)}\baan\b{_tot(40)}{_H}",
        rf"(?<!op )\b(?:grondslag|basis)\s+(?:voor|van)\s+{_S}\s+(?:is|wordt|ligt|vormt){_tot(60)}{_H}",
        rf"{_H}{_tot(30)}\b(?:vormt|vormen|is|biedt|bieden)\b{_tot(40)}\b(?:grondslag|basis)\s+(?:voor|van)\s+(?:de\s+|het\s+)?{_S}",
    ),
    *_f(
        "regelt-met-bron",
        "De toelichting zegt wat dit regelt en zet de wettelijke bepaling er tussen haakjes achter.",
        rf"^{_S}{_tot(40)}\b(?:geeft|geven|bepaalt|bepalen|regelt|regelen|bevat|bevatten|stelt|stellen|beschrijft|beschrijven)\b"
        rf"[^{HOGER}]*?\({_H}[^()]*\)",
    ),
    *_f(
        "regelt-in-het-kader-van",
        "De toelichting zegt dat dit iets regelt in het kader van die bepaling.",
        rf"^{_S}\s+(?:regelt|regelen|bevat|bevatten|beschrijft|beschrijven|bepaalt|bepalen|stelt|stellen|geeft|geven)\b[^{HOGER};:]{{0,260}}?"
        rf"\b(?:in\s+het\s+kader\s+van|ter\s+(?:uitvoering|uitwerking|invulling|implementatie)\s+van)\s+{_H}",
    ),
    *_f(
        "draagt-bij-aan",
        "De toelichting zegt dat dit bijdraagt aan wat die bepaling vraagt.",
        rf"^(?:{_S}|Deze\s+(?:voorwaarden|regels|bepalingen|eisen|voorschriften))\s+(?:draagt|dragen)\s+bij\s+aan\b{_tot(200)}"
        rf"\bbedoeld\s+in\s+{_H}",
    ),
    *_f(
        "in-samenhang-met",
        "De toelichting zegt dat dit begrip in samenhang met die bepaling moet worden begrepen.",
        rf"\bin\s+samenhang\s+met\s+{_H}[^;:]{{0,60}}?\b(?:begrepen|gelezen|uitgelegd|bezien)\b",
        sterkte=Sterkte.AFGELEID,
    ),
)

#: Joins a second object to the first.
KOPPELING = re.compile(
    rf"(?:\s*\([^(){HOGER}{EIGEN}]*\))?\s*(?:,\s*)?"
    r"(?:en|of|alsmede|juncto|jo\.?|in\s+combinatie\s+met|in\s+samenhang\s+met|gelezen\s+in\s+(?:samenhang|combinatie)\s+met)?"
    rf"\s*(?:de\s+|het\s+)?(?={HOGER})"
)

#: A negation within the words of a pattern undoes it.
ONTKENNING = re.compile(r"\b(?:niet|geen|nooit|noch|nergens|evenmin)\b", re.IGNORECASE)
#: Before a subject: what follows is not what the sentence speaks of ("een besluit op grond van dit artikel is …").
BIJSTELLING = re.compile(
    r"\b(?:grond\s+van|krachtens|ingevolge|volgens|(?:bedoeld|genoemd|omschreven)\s+in|tegen|naast|uit)\s+(?:de\s+|het\s+)?$",
    re.IGNORECASE,
)
#: Words that undo a whole sentence: it says what is not, what was, or what is left alone.
OPHEFFING = re.compile(
    r"\bonderscheiden\s+van\b|\bniet\s+om\b|\blos\s+van\b|\bin\s+plaats\s+van\b|\bbehoeft\s+geen\b|\bvoorheen\b|"
    r"\bten\s+onrechte\b|\bonjuist\b|"
    r"\bkomen\s+te\s+vervallen\b|\bwas\s+geregeld\b|\bwaren\s+geregeld\b|\buitsluitend\s+(?:gesproken|genoemd)\b|"
    r"\b(?:uitbreiding|aanvulling)\s+op\s+" + HOGER + r"|\b(?:verder|ruimer|breder)\s+dan\b|\bbovenwettelijk",
    re.IGNORECASE,
)

# --- duty and fulfilment --------------------------------------------------------------------------------------------

#: References that govern a sentence: "op grond van H", "H bepaalt dat", "(H)" at the end.
GROND = re.compile(
    rf"\b(?:[Oo]p\s+(?:grond|basis)\s+van|[Ii]ngevolge|[Kk]rachtens|[Vv]olgens|[Gg]elet\s+op|[Cc]onform|[Oo]mdat|[Nn]u)\s+"
    rf"(?:het\s+bepaalde\s+in\s+)?(?:de\s+|het\s+)?{_H}"
)
BEPAALT = re.compile(
    rf"^(?P<in>[Ii]n\s+)?(?:[Dd]e\s+)?{_H}(?:[^{EIGEN};:]{{0,120}}?)\b(?:bepaalt|bepalen|schrijft|schrijven|verplicht|verplichten|draagt|"
    r"dragen|vereist|vereisen|eist|eisen|vraagt|vragen|regelt|regelen|bevat|bevatten|legt|geeft|biedt|bieden|laat|laten|(?:is|wordt|staat)\s+"
    r"(?:\w+\s+)?(?:bepaald|geregeld|voorgeschreven|vastgelegd|neergelegd|opgenomen))\b"
)
#: The same where the law is named first and its provision later: "De wet bepaalt in H dat".
WET_BEPAALT = re.compile(rf"^(?:De\s+|Het\s+)?{HOGER}\s+\w+{_tot(80)}\bin\s+(?:de\s+|het\s+)?{_H}")
SLOTHAAK = re.compile(rf"\({_H}[^()]*\)\s*\.?\]?$")

MOET = re.compile(
    r"\b(?:moet|moeten|dient|dienen|verplicht|verplichten|verplichting|plicht|gehouden|draagt\s+op|draagt|opdracht|opgedragen|"
    r"verordeningsplicht|voorgeschreven|schrijft|vereist|eist)\b"
)
#: Verbs that say a duty where nothing makes it a power.
STELT = re.compile(r"\b(?:stelt|stellen|geeft\s+aan|legt\s+vast|regelt|bepaalt)\b")
MAG = re.compile(r"\b(?:kan|kunnen|mag|mogen|bevoegd|bevoegdheid|mogelijkheid|ruimte)\b")
VOORWAARDELIJK = re.compile(r"^(?:Als|Indien|Wanneer|Mits|Voor\s+zover|Wordt|Kiest)\b")
REGELSTELLEND = re.compile(
    r"\bregels\b[^.;:]{0,60}\b(?:opgenomen|gesteld|vastgesteld|opnemen|stellen|vaststellen)\b|"
    r"\b(?:deze|de|die)\s+regels\b[^.;:]{0,80}\b(?:betrekking|bepalen|bevatten|inhouden|ingaan)\b"
)

#: A sentence in which a provision says what it lays down, after a duty.
REGELT = re.compile(
    rf"^{_S}{_tot(80)}\b(?:regelt|regelen|bepaalt|bepalen|voorziet|voorzien|bevat|bevatten|stelt|stellen|geeft|geven|beschrijft|"
    r"beschrijven|wijst|werkt|legt)\b"
)
DAARTOE = re.compile(
    rf"^In\s+{_S}\s+{_ZIJN}\s+(?:daartoe|hiertoe|daarom|om\s+die\s+reden|met\s+het\s+oog\s+daarop)\b|"
    rf"^(?:Daartoe|Hiertoe|Daarom|Om\s+die\s+reden|Met\s+het\s+oog\s+daarop)\s+\w+\s+(?P<s2>{EIGEN})"
)
IN_DIT = re.compile(
    rf"^In\s+{_S}\s+{_ZIJN}{_tot(80)}{_VASTGELEGD}|^In\s+(?P<s2>{EIGEN})\s+{_ZIJN}{_tot(40)}\bbepaald\b"
)
#: A duty that is met elsewhere, or a power that is not used.
ELDERS = re.compile(
    r"\b(?:aparte|afzonderlijke|andere)\s+(?:verordening|regeling)\b|\bgeen\s+gebruik\s*gemaakt\b|\bgeen\s+gebruik\s+van\b|"
    r"\bniet\s+(?:in\s+deze\s+verordening\s+)?(?:opgenomen|geregeld|uitgewerkt|gekozen|gebruikt)\b|\bafgezien\b"
)
#: What a sentence speaks of, where it begins with it.
BEGIN = re.compile(rf"^(?:In\s+)?{_S}")

# --- what is not filled in ------------------------------------------------------------------------------------------

NIET_DEZE = re.compile(
    rf"(?:\bonderscheiden\s+van\b|\bniet\s+om\b|\blos\s+van\b|\bgeen\s+{_NAAMWOORD[2:]}\s+van\b)[^;:]{{0,200}}?{_H}"
)
ALLEEN_WET = re.compile(
    rf"{_H}[^;:]{{0,80}}?\b(?:uitsluitend|alleen|slechts)\b[^;:]{{0,40}}?\b(?:gesproken|genoemd|sprake|geregeld)\b"
)
OOK_ANDERS = re.compile(r"\b(?:ook|andere|verder|ruimer|breder|meer)\b")
VERDER = re.compile(
    r"\buitbreiding\s+(?:op|van)\b|\b(?:verder|ruimer|breder)\s+dan\b|\bbovenwettelijk|\buitgebreid\s+ten\s+opzichte\s+van\b"
)
