"""Stored questions: one SPARQL query per file in ``graph/vragen``, with parameters bound as RDF terms.

A parameter is written ``$naam`` in the file (result variables are written ``?naam``). ``Vraag.bind`` puts the
N-Triples token of a term in its place, on tokens and never inside a string, an IRI or a comment, so that no value can
change the shape of the query. The bound text is complete SPARQL and can be shown to a user as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Triple

from graph.opslag import Opslag, Rij, Tabel
from ontologie.fouten import VraagFout

#: What a parameter can be given: one term, a number, several terms (for ``VALUES ?x { $namen }``), or several rows of
#: them (for ``VALUES (?n ?x) { $namen }``).
Waarde = (
    NamedNode | Literal | int | Sequence[NamedNode | Literal | int] | Sequence[tuple[NamedNode | Literal | int, ...]]
)

# The tokens in which a ``$`` or a keyword means nothing, then parameters, names with a prefix, and bare words.
_TOKEN = re.compile(
    r"""
      (?P<tekst> \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*+\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*+'''
               | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+' )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*+> )
    | (?P<toelichting> \#[^\n\r]*+ )
    | \$(?P<parameter> \w++ )
    | (?P<variabele> \?\w++ )
    | (?P<taal> @[A-Za-z]++(?:-[A-Za-z0-9]++)*+ )
    | (?P<woord> [^\W\d][\w.\-]*+ )?+ (?P<naam> :(?:(?![.\-])(?:[\w:.\-]|%[0-9A-Fa-f]{2}|\\.)++)?+ )
    | (?P<kaal> [^\W\d][\w.\-]*+ )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Vraag:
    """A query with parameters. ``naam`` is that of its file."""

    naam: str
    tekst: str

    @cached_property
    def parameters(self) -> frozenset[str]:
        """The names that must be given a value."""
        return frozenset(t["parameter"] for t in _TOKEN.finditer(self.tekst) if t["parameter"])

    @cached_property
    def _delen(self) -> tuple[str, ...]:
        """The text cut at its parameters: text, name, text, …, name, text. A page binds dozens of queries."""
        delen: list[str] = []
        tot = 0
        for token in _TOKEN.finditer(self.tekst):
            if token["parameter"]:
                delen += (self.tekst[tot : token.start()], token["parameter"])
                tot = token.end()
        return (*delen, self.tekst[tot:])

    def bind(self, **waarden: Waarde) -> str:
        """The complete query text.

        Raises:
            ValueError: a parameter has no value, or a value has no parameter.
            TypeError: a value is no RDF term or number (a plain string is neither: say whether it is an IRI or text).
        """
        if waarden.keys() != self.parameters:
            verschil = ", ".join(sorted(waarden.keys() ^ self.parameters))
            raise ValueError(f"vraag {self.naam}: parameters en waarden verschillen: {verschil}")
        tokens = {naam: _tokens(waarde) for naam, waarde in waarden.items()}
        return "".join(tokens[deel] if n % 2 else deel for n, deel in enumerate(self._delen))

    def selecteer(self, opslag: Opslag, **waarden: Waarde) -> Iterator[Rij]:
        """The solutions of a SELECT. Raises what ``bind`` and ``Opslag.bevraag`` raise."""
        antwoord = opslag.bevraag(self.bind(**waarden))
        if not isinstance(antwoord, Tabel):
            raise TypeError(f"vraag {self.naam} is geen SELECT")
        return antwoord.rijen

    def klopt(self, opslag: Opslag, **waarden: Waarde) -> bool:
        """The answer to an ASK. Raises what ``bind`` and ``Opslag.bevraag`` raise."""
        antwoord = opslag.bevraag(self.bind(**waarden))
        if not isinstance(antwoord, bool):
            raise TypeError(f"vraag {self.naam} is geen ASK")
        return antwoord

    def construeer(self, opslag: Opslag, **waarden: Waarde) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE. Raises what ``bind`` and ``Opslag.bevraag`` raise."""
        antwoord = opslag.bevraag(self.bind(**waarden))
        if isinstance(antwoord, bool | Tabel):
            raise TypeError(f"vraag {self.naam} is geen CONSTRUCT")
        return antwoord


@cache
def laad_vraag(naam: str) -> Vraag:
    """The question in ``graph/vragen/{naam}.rq``."""
    return Vraag(naam, files("graph").joinpath("vragen", f"{naam}.rq").read_text(encoding="utf-8"))


def weiger_buiten(sparql: str) -> None:
    """Refuse a query that makes the engine connect to another host.

    Raises:
        VraagFout: it has a SERVICE clause.
    """
    # Stored questions come here too, many for one page: most queries need no second look.
    if "\\" not in sparql and "service" not in sparql.casefold():
        return
    # Engines undo \u0053 before they read. Some also take "trueSERVICE" for two words, and "<p>?trueSERVICE" for an
    # optional step, a value and a keyword. No other bare word has SERVICE in it.
    for tekst in (sparql, _CODEPUNT.sub(_teken, sparql)):
        for token in _TOKEN.finditer(tekst):
            if _SERVICE.search(token["kaal"] or "") or _NA_STAP.fullmatch(token["variabele"] or ""):
                voor = tekst[: token.start()]
                raise VraagFout(
                    "SERVICE is niet toegestaan: een vraag mag geen andere dienst aanroepen.",
                    advies="Stel de vraag alleen over de geladen documenten.",
                    regel=voor.count("\n") + 1,
                    kolom=token.start() - voor.rfind("\n"),
                )


def noemt_grafen(sparql: str) -> bool:
    """Whether a query chooses its own graphs (FROM, FROM NAMED) and so does not ask for the union of all."""
    if "from" not in sparql.lower():
        return False
    return any(t["kaal"] and t["kaal"].upper() == "FROM" for t in _TOKEN.finditer(sparql))


#: The words that begin a query, and those that begin an update.
_VRAAGVORMEN = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_BIJWERKVORMEN = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})


def vraagvorm(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; "" where there is no such word.

    Raises:
        VraagFout: it is an update.
    """
    for token in _TOKEN.finditer(sparql):
        woord = (token["kaal"] or "").upper()
        if woord in _VRAAGVORMEN:
            return woord
        if woord in _BIJWERKVORMEN:
            raise VraagFout(
                f"Dit is geen vraag maar een wijziging ({woord}); de gegevens zijn alleen te lezen.",
                advies="Nieuwe documenten laadt u met «regelgraaf bouw».",
            )
    return ""


def gevraagde_variabelen(sparql: str) -> tuple[str, ...]:
    """The variables that a SELECT names for its answer, without ``?``, in order; none for ``SELECT *``."""
    namen: list[str] = []
    diepte, eind, vorige = -1, 0, ""  # -1: before SELECT
    for token in _TOKEN.finditer(sparql):
        woord = (token["kaal"] or "").upper()
        if diepte < 0:
            diepte = 0 if woord == "SELECT" else -1
        else:
            tussen = sparql[eind : token.start()]
            diepte += tussen.count("(") - tussen.count(")")
            if "{" in tussen or (diepte == 0 and woord in ("WHERE", "FROM")):
                break
            naam = (token["variabele"] or "")[1:] or token["parameter"]
            if naam and (diepte == 0 or (diepte == 1 and vorige == "AS")):
                namen.append(naam)
        eind, vorige = token.end(), woord
    return tuple(namen)


_SERVICE = re.compile("SERVICE", re.IGNORECASE)
_NA_STAP = re.compile(r"\?(?:true|false|\d+(?:e\d+)?)SERVICE", re.IGNORECASE)
_CODEPUNT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def _teken(m: re.Match[str]) -> str:
    nummer = int(m[1] or m[2], 16)
    return chr(nummer) if nummer < 0x110000 else m[0]


def _tokens(waarde: Waarde) -> str:
    if isinstance(waarde, NamedNode | Literal | int):
        return _token(waarde)
    if isinstance(waarde, str | bytes) or not isinstance(waarde, Sequence):
        raise TypeError(f"{waarde!r} is geen RDF-term")
    if all(type(w) is NamedNode for w in waarde):  # hundreds of IRIs for one page
        return " ".join(map(str, waarde))
    return " ".join(f"({' '.join(map(_token, w))})" if isinstance(w, tuple) else _token(w) for w in waarde)


def _token(waarde: NamedNode | Literal | int) -> str:
    # A whole number is written bare, which is the same literal and also fits LIMIT and OFFSET.
    if isinstance(waarde, bool) or not isinstance(waarde, NamedNode | Literal | int):
        raise TypeError(f"{waarde!r} is geen RDF-term")
    # pyoxigraph checks every code point of an IRI and escapes strings, so a token cannot end early.
    return str(waarde)
