"""Names that no register knows: where they begin and, which is harder, where they end.

Nothing here knows a regulation. Capitals, words for a kind of regulation, years and the verbs and connecting words of
the sentence around the name are all there is to go by. A name cut short is still an unknown name; a name that is
overlooked would leave the citation to whatever regulation was named before.
"""

from __future__ import annotations

import re

#: The end of a word for a kind of regulation: "wet", "Uitvoeringsbesluit", "Legesverordening".
_KIND = (
    r"(?:wet|wetboek|besluit|regeling|verordening|verdrag|beleidsregels?|reglement|statuut|statuten|richtlijn|leidraad|"
    r"protocol|handvest|overeenkomst|convenant|circulaire|handreiking|nota)"
)
_KINDWOORD = re.compile(rf"(?i){_KIND}(?!\w)")
_KINDBEGIN = re.compile(rf"(?=[A-ZÀ-Þ])(?:[A-ZÀ-Þ][\w-]+ ){{0,2}}(?i:[\w-]*{_KIND})(?![\w-])")
_BEGIN = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*|(?i:wet|besluit|regeling|verordening|verdrag)(?!\w))")
_VERVOLG = re.compile(
    r" (?:(?:van|de|het|den|der|en|op|voor|tot|inzake|tegen|ter|te|over|bij|aan|betreffende|in|met|tussen|houdende"
    r"|des|uit)(?= )"
    r"|[A-ZÀ-Þ][\w'’/-]*|\d{4}(?:-\d{4})?(?!\w)|\d{1,2}(?= [a-z]+ \d{4})|\([\w ]{1,12}\)|[a-zà-ÿ][\w-]*)"
)
_JAAR = re.compile(r" \d{4}(?:-\d{4})?")
_MAAND = re.compile(
    r" (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}$"
)
#: Words of the sentence, not of a title.
_ZINSWOORD = (
    r"is|zijn|was|waren|wordt|worden|werd|werden|kan|kunnen|kon|konden|moet|moeten|mag|"
    r"mogen|zal|zullen|zou|zouden|heeft|hebben|had|hadden|bepaalt|bepalen|regelt|regelen|"
    r"stelt|stellen|geldt|gelden|blijft|blijven|vindt|vinden|volgt|volgen|staat|staan|biedt|"
    r"bieden|geeft|geven|komt|komen|treedt|treden|wijzigt|wijzigen|verwijst|verwijzen|vervalt|"
    r"vervallen|bevat|bevatten|eist|vereist|vereisen|verplicht|verplichten|voorziet|voorzien|"
    r"betreft|betreffen|vormt|vormen|maakt|maken|schrijft|schrijven|kent|kennen|luidt|luiden|"
    r"noemt|noemen|gaat|gaan|ziet|zien|strekt|strekken|verstaat|omschrijft|omvat|omvatten|"
    r"bedoeld|bedoelde|genoemd|genoemde|opgenomen|neergelegd|neergelegde|vastgesteld|vastgestelde|"
    r"gesteld|gestelde|die|dat|als|indien|wanneer|tenzij|maar|want|hierna|thans|reeds|niet|"
    r"wel|ook|dan|om|door|ten|of|alsmede|alsook|evenals|waarin|waarbij|waarop|waarvan|zoals|"
    r"voorzover|gelezen|juncto|jo|artikel|artikelen|art|lid|onderdeel|overeenkomstig|"
    r"onverminderd|behoudens"
)
_EINDE = re.compile(
    rf"(?i) (?:{_ZINSWOORD}|voor zover|met (?:ingang|toepassing|inachtneming|uitzondering|dien|betrekking)|"
    r"in (?:verbinding|samenhang|combinatie|werking)|"
    r"en (?:de|het|een|in|op|van|artikel|artikelen|is|zijn|wordt|worden)(?= ))(?!\w)"
)
_KLEIN_EIND = re.compile(
    r"(?: (?:van|de|het|den|der|en|op|voor|tot|inzake|tegen|ter|te|over|bij|aan|in|met|tussen|uit|houdende))+$"
)
#: Capitals, or a capital and consonants: "IVBPR", "UBvp", "Bgs". A Roman number is none.
_AFKORTING = re.compile(
    r"(?!(?:[IVXLC]+)(?!\w))(?:[A-Z]\w{0,8}[A-Z]\w{0,4}|[A-Z][bcdfghj-np-tv-xz]{1,5})(?: \d{4})?(?![\w-])"
)
_KAPITALEN = re.compile(r" [A-Z]{2,}(?!\w)")

#: Longest name, in words, and longest run of plain words that a capital after it may still draw into the name.
_MEESTE_WOORDEN = 24
_MEESTE_KLEIN = 4


def onbekende_naam(tekst: str, plek: int) -> int:
    """The end of words at ``plek`` that look like the name of an unknown regulation; ``plek`` itself where none do."""
    m = _BEGIN.match(tekst, plek)
    if m is None:
        return plek
    # "Besluit slecht zittende zadels": behind a word for the kind a title runs on in plain words.
    loopt_door = _KINDWOORD.fullmatch(m.group()) is not None
    zeker = eind = m.end()
    klein = 0
    for _ in range(_MEESTE_WOORDEN):
        v = None if _EINDE.match(tekst, eind) else _VERVOLG.match(tekst, eind)
        if v is None:
            break
        eind = v.end()
        if _JAAR.fullmatch(v.group()) and _MAAND.search(tekst, max(plek, eind - 20), eind) is None:
            zeker = eind
            break
        loopt_door = loopt_door or _KINDWOORD.fullmatch(v.group().strip()) is not None
        if loopt_door or not v.group()[1].islower():
            zeker, klein = eind, 0
        elif (klein := klein + 1) > _MEESTE_KLEIN:
            break
    staart = _KLEIN_EIND.search(tekst, plek, zeker)
    return staart.start() if staart else zeker


def kindnaam(tekst: str, plek: int) -> int:
    """The end of an unknown name that begins with a word for its kind ("Besluit bootjes"), else ``plek``."""
    return onbekende_naam(tekst, plek) if _KINDBEGIN.match(tekst, plek) else plek


def directe_naam(tekst: str, plek: int) -> int:
    """The end of an unknown name straight behind a citation: "artikel 4 Bgs", "artikel 2 Besluit bootjes"."""
    m = _AFKORTING.match(tekst, plek)
    if m is None:
        return kindnaam(tekst, plek)
    # A heading in capitals is no row of abbreviations.
    return plek if _KAPITALEN.match(tekst, m.end()) else m.end()
