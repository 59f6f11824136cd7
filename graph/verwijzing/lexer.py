"""From running text to spans: one pass finds the places where a citation may start, one pattern cuts it into tokens.

Both are compiled once and linear: they have no nested unbounded repetition, and every look-ahead is bounded.
The text is folded first (``vouw``): every character stays in its place, so that positions stay those of the passage.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ontologie.identificatie import StapSoort

#: White space to a space; scan noise and typographic variants to the plain character. One character to one character.
_VOUWTABEL = {
    # Characters without width, and marks of writing direction.
    **dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF), " "),
    **dict.fromkeys(map(ord, "\n\r\t\f\v\u00a0\u2007\u2009\u202f\u3000"), " "),
    ord("¢"): "c",
    ord("º"): "°",
    ord("‑"): "-",
    ord("’"): "'",
    ord("‘"): "'",
}


def vouw(tekst: str) -> str:
    """The text with white space and look-alike characters made plain, of the same length."""
    return tekst.translate(_VOUWTABEL)


# --- ordinals -----------------------------------------------------------------------------------------------------

_EENHEDEN = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_KLEIN = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
_TIEN_PLUS = ("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TIENTALLEN = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _rangtelwoorden() -> dict[str, str]:
    uit = {woord: str(n) for n, woord in enumerate((*_KLEIN, *(w + "de" for w in _TIEN_PLUS)), 1)}
    for n, tiental in enumerate(_TIENTALLEN, 2):
        uit[tiental + "ste"] = str(10 * n)
        for e in range(1, 10):
            # "tweeëntwintigste", and "tweeentwintigste" where the diaeresis was lost.
            for en in ("en", "ën"):
                uit[_EENHEDEN[e] + en + tiental + "ste"] = str(10 * n + e)
    return uit


#: Written ordinals 1 to 99, lower case, to the number.
RANGTELWOORDEN = _rangtelwoorden()
_RANG = "(?:" + "|".join(sorted(RANGTELWOORDEN, key=len, reverse=True)) + ")"


# --- structure words ----------------------------------------------------------------------------------------------

#: Words for structure units, with what they name.
STRUCTUURWOORDEN: dict[str, StapSoort] = {
    "boek": StapSoort.BOEK,
    "boeken": StapSoort.BOEK,
    "deel": StapSoort.DEEL,
    "delen": StapSoort.DEEL,
    "hoofdstuk": StapSoort.HOOFDSTUK,
    "hoofdstukken": StapSoort.HOOFDSTUK,
    "titel": StapSoort.TITEL,
    "titels": StapSoort.TITEL,
    "titeldeel": StapSoort.TITEL,
    "afdeling": StapSoort.AFDELING,
    "afdelingen": StapSoort.AFDELING,
    "paragraaf": StapSoort.PARAGRAAF,
    "paragrafen": StapSoort.PARAGRAAF,
    "§": StapSoort.PARAGRAAF,
    "§§": StapSoort.PARAGRAAF,
    "subparagraaf": StapSoort.SUBPARAGRAAF,
    "subparagrafen": StapSoort.SUBPARAGRAAF,
    "bijlage": StapSoort.BIJLAGE,
    "bijlagen": StapSoort.BIJLAGE,
}
_STRUCTUUR = "(?:" + "|".join(sorted((re.escape(w) for w in STRUCTUURWOORDEN), key=len, reverse=True)) + ")"
_ARTIKEL = r"(?:art(?:i(?:- ?)?kel(?:en|s)?|t?\.|t?(?= ?\d)))"
_ONDER = r"(?:(?:sub-?)?onder(?:- ?)?de(?:el|len)|onder|sub|letters?|punt(?:en)?)"
_STREEP = r"(?:(?:gedachte|aandachts?)?streepjes?)"
_ZIN = r"(?:(?:(?:laatste|enige|slot) ?)?(?:vol)?zin(?:nen)?|zinsnede)"
_AANWIJZEND = r"(?:dit|deze|dat|die|datzelfde|hetzelfde|dezelfde|genoemde?|voornoemde?|laatstgenoemde?)"

# Suffixes: "10da", "3A", "6bis". A number never swallows the full stop of its sentence.
_ACHTER = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|[a-zA-Z]{1,3})"
NUMMER = rf"\d{{1,5}}(?:{_ACHTER}| (?:bis|quater|quinquies)(?!\w))?(?:[.:]\d{{1,5}}{_ACHTER}?){{0,5}}(?!\w)"
_ROMEINS = r"(?-i:[IVXLC]{1,8}[a-z]{0,2})(?!\w)"
_LETTERS = (
    r"(?!(?:de|en|er|al|in|is|je|te|op|om|of|me|we|ze|zo|na|nu|ja|uw|ik|ga|af|bv|nr|st|jo|ad|pp)(?!\w))"
    r"(?:[a-z]{1,2}|(?-i:i{2,3}|[ivx]{2,5}))(?!\w)(?!')"
)


# --- tokens -------------------------------------------------------------------------------------------------------


class T:
    """Kinds of token: the numbers of the groups of the pattern below, those that series are made of first."""

    EINDE = 0
    KOMMA = 1
    GRAAD = 2
    NUM = 3
    ART = 4
    LID = 5
    OND = 6
    STREEP = 7
    ZIN = 8
    AANHEF = 9
    STRUCT = 10
    RANG = 11
    TEN = 12
    TEM = 13
    EN = 14
    VAN = 15
    LW = 16
    HAAK = 17
    OMSCHRIJVING = 18
    AANW = 19
    ROM = 20
    LET = 21
    RONDHAAK = 22
    BEHALVE = 23


_TOKEN = re.compile(
    "(?i)(?:"
    r"(,|\.,)"
    r"|(\d{1,3}) ?°\.?"
    rf"|({NUMMER})"
    # A space may be missing before a figure: "art.5", "lid1".
    rf"|({_ARTIKEL})(?![^\W\d])"
    r"|(lid|leden)(?![^\W\d])"
    rf"|({_ONDER})(?!\w)"
    rf"|({_STREEP})(?!\w)"
    rf"|({_ZIN})(?!\w)"
    r"|(aanhef)(?!\w)"
    rf"|({_STRUCTUUR})(?!\w)"
    rf"|({_RANG})(?!\w)"
    rf"|ten ({_RANG})(?!\w)"
    r"|(tot en met(?: en met)?(?!\w)|t/m(?!\w)|tot(?!\w)|(?<=[0-9a-z])[-–](?=\d|[a-z](?!\w)))"
    r"|(en/of|en|of|alsmede|alsook|evenals|dan wel|danwel|onderscheidenlijk"
    r"|respectievelijk|resp\.?|c\.?q\.?|noch|ofwel|juncto|jo\.?"
    # A space may be missing before a figure: "66 en142a".
    r"|in samenhang met|in verbinding met|in combinatie met)(?![^\W\d])"
    r"|(van)(?!\w)"
    r"|(het|de)(?!\w)"
    r"|([\[\]])"
    # A description between brackets in an enumeration: "artikelen 4 (werkstage) en 5".
    r"|((?!\([^()]{0,40}(?:lid|leden|onder|artikel|aanhef)(?!\w))\([^()\[\]\d;:.]{3,60}\))"
    rf"|({_AANWIJZEND})(?!\w)"
    rf"|({_ROMEINS})"
    rf"|({_LETTERS})"
    r"|([()])"
    r"|(met uitzondering van|met inbegrip van|uitgezonderd|behoudens)(?!\w)"
    ") *"
)


class Token(NamedTuple):
    """One token: its kind, its words in lower case (a number keeps its case), and its range without trailing space."""

    soort: int
    woord: str
    begin: int
    eind: int


_EINDE = Token(T.EINDE, "", 0, 0)
_ZONDER_VOUW = frozenset({T.NUM, T.ROM, T.LET})


class Stroom:
    """The tokens from one position on, cut lazily; past the last one every index gives the token EINDE."""

    __slots__ = ("_klaar", "_pos", "_tokens", "tekst", "ver")

    def __init__(self, tekst: str, pos: int) -> None:
        self.tekst = tekst
        self._pos = pos
        self._tokens: list[Token] = []
        self._klaar = False
        #: The furthest position that was looked at: what comes after it cannot change the outcome.
        self.ver = pos

    def __getitem__(self, i: int) -> Token:
        try:
            return self._tokens[i]
        except IndexError:
            return self._snijd_tot(i)

    def _snijd_tot(self, i: int) -> Token:
        tokens = self._tokens
        while len(tokens) <= i:
            m = None if self._klaar else _TOKEN.match(self.tekst, self._pos)
            # The pattern looks a bounded way past its token.
            self.ver = (m.end() if m else self._pos) + 64
            if m is None:
                self._klaar = True
                return _EINDE
            n = m.lastindex or 0
            woord = m.group(n)
            self._pos = m.end()
            eind = m.end(n) if n != T.GRAAD else m.end() - (len(m.group()) - len(m.group().rstrip()))
            tokens.append(Token(n, woord if n in _ZONDER_VOUW else woord.lower(), m.start(), eind))
        return tokens[i]


# --- starts -------------------------------------------------------------------------------------------------------

#: Stems of the words that a citation starts with, on lower-case text. Only literals, so that the engine skips through
#: text at C speed; ``START`` then judges each hit.
SIGNAAL = re.compile(
    r"(?:a(?:rt(?:i(?:kel|- ?kel)|\.|t\.| ?\d)|anhef|fdeling|chtste|chtentwintig)|l(?:id|eden|etter)|onder|sub|"
    r"hoofdstuk|t(?:itel|weede|iende|waalfde|wintigste)|p(?:aragra|unt)|§|b(?:ijlage|oek)|d(?:e(?:el|len|rde)|ertiende)|"
    r"e(?:erste|lfde|enentwintigste)|v(?:ierde|ijfde|eertiende|ijftiende)|z(?:esde|evende|estiende|eventiende)|n(?:egende|egentiende)|"
    r"gedachtestreep|aandachtsstreep)"
)

_GENUMMERD = r"(?=[ \[]{0,3}(?:\d|(?-i:[IVXLC]+[a-z]{0,2}(?!\w))))"
_VERVOLG = rf"(?=,? (?:lid|leden|{_STREEP}|en|of|tot|t/m|dan|onderscheidenlijk|respectievelijk|het|{_RANG})(?!\w))"

#: What may start a citation at a signal word, by kind; ``los`` is a word without a number.
START = re.compile(
    r"(?i)(?<!\w)(?:"
    rf"(?P<art>{_ARTIKEL}(?:{_GENUMMERD}| (?=(?-i:[A-Z])(?!\w))))"
    rf"|(?P<rang>{_RANG}{_VERVOLG})"
    r"|(?P<lid>(?:lid|leden)(?= \d))"
    r"|(?P<ond>(?:(?:sub-?)?onder(?:- ?)?de(?:el|len)|letters?)"
    rf"(?= (?:{_LETTERS}|\d|(?-i:[A-Z](?!\w))))|(?:onder|sub)(?= (?:(?!u ){_LETTERS}|\d{{1,2}} ?°)))"
    rf"|(?P<aanhef>aanhef(?= (?:en (?:onder|sub)|van (?:het )?(?:{_RANG}|artikel))))"
    rf"|(?P<struct>(?:{_STRUCTUUR}(?!\w)|§){_GENUMMERD})"
    r"|(?P<los>(?:artikel(?:en)?|lid|leden|onderdelen|onderdeel|gedachtestreepjes?|hoofdstuk(?:ken)?|paragraaf|paragrafen|"
    r"afdeling|titel|bijlagen?)(?!\w))"
    ")"
)

#: What may stand before a word without a number: "dat artikel", "het vorige lid", "1e lid".
AANWIJZEND_LINKS = re.compile(rf"(?i)(?<!\w)({_AANWIJZEND}|vorige|voorgaande|volgende|laatste) $")
TELWOORD_LINKS = re.compile(r"(?<!\w)\d{1,2}(?:e|de|ste)(?:,? (?:en |of )?\d{1,2}(?:e|de|ste)){0,9} $")

#: A number that counts something is not the number of a provision.
_EENHEID = re.compile(
    r"(?i) ?(?:%|procent|percent|euro|eur|€|dagen|dag|weken|week|maanden|maand|jaren|jaar|uren|uur|minuten|keer"
    r"|maal|personen|"
    r"werkdagen|kwartalen|meter|km|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?!\w)"
)


def telt_iets(tekst: str, eind: int) -> bool:
    """Whether the number that ends at ``eind`` is followed by a unit or a month."""
    return _EENHEID.match(tekst, eind) is not None


# --- sentences ----------------------------------------------------------------------------------------------------

#: A footnote's figure may stand behind the full stop: "… (AVG).1 In de artikelen".
_NOOT = r"(?:[⁰¹²³⁴-⁹]{1,3}|(?:(?<=[^\W\d][.?!])|(?<=[)”\"][.?!]))\d{1,2})?"
_ZINSEINDE = re.compile(rf"([.?!;])[\"'”)\]]{{0,2}}{_NOOT}(?= +[\[(“\"'‘]{{0,2}}[A-Z0-9À-Þ]| *$)|[;|]")
_AFKORTING = re.compile(
    r"(?i)(?<!\w)(?:art|artt|nr|nrs|p|blz|stb|stcrt|trb|jo|mr|dr|drs|ir|prof|bijv|bv|resp|evt|c\.q|cq|o\.a|d\.w\.z|m\.b\.t|"
    r"vgl|zgn|ca|etc|\d{1,2}[°e])\.$"
)


def zinseinden(tekst: str) -> list[int]:
    """The positions just after each sentence (or semicolon), ascending."""
    uit = []
    for m in _ZINSEINDE.finditer(tekst):
        if m.group(1) == "." and _AFKORTING.search(tekst, max(0, m.start() - 8), m.start() + 1):
            continue
        uit.append(m.end())
    return uit
