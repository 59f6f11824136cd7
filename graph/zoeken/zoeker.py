"""Answer what someone typed from the full-text index."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.leesbestand import Leesbestand
from graph.zoeken.index import VERSIE
from graph.zoeken.woorden import Woord, kern, stammen, woorden
from ontologie.document import BepalingSoort, DocumentSoort
from ontologie.fouten import GrensBereikt, InvoerFout

Gemarkeerd = tuple[tuple[str, bool], ...]

#: Words one question may have; each costs a look-up.
_WOORDEN_MAX = 32
#: Compounds added to one word, the most frequent first, and the shortest part that is looked for in them.
_SAMENSTELLINGEN_MAX, _DEEL_MIN = 60, 4
#: Length of a fragment, and how much of it comes before the first matching word, in characters.
_FRAGMENT, _AANLOOP = 240, 60
_SECONDEN = 5.0

# Left out of a question that has other words: they stand everywhere and only push out what should be found.
_STOPWOORDEN = frozenset(
    """
    aan als bij dan dat de den der des deze die dit door een en er het hoe ik in is je maar mag met moet na naar niet nu
    of om onder ook op over te ten ter tot uit van voor wanneer wat welk welke wie wij worden wordt zijn
    """.split()  # noqa: SIM905
)

# A hit in the heading weighs more than one in the text, and that more than one in the headings above.
_GEWICHTEN = "8.0, 1.0, 1.0, 6.0, 0.8, 0.5"


@dataclass(frozen=True, slots=True)
class Vondst:
    """One row found: IRIs of the article (or section, …) and of the deepest provision that holds the fragment."""

    iri: str
    precies: str
    werk: str
    versie: str
    soort: BepalingSoort
    kop: Gemarkeerd
    fragment: Gemarkeerd


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The hits from ``vanaf``, how many there are in all, and whether each holds all words that were asked for."""

    vondsten: tuple[Vondst, ...]
    totaal: int
    alle_woorden: bool


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing to find: FTS5 expressions without and with compounds, and the forms or the phrase to mark."""

    streng: str
    ruim: str
    vormen: frozenset[str] = frozenset()
    zin: tuple[str, ...] = ()


class Zoeker:
    """Searches one index file; may be used from several threads."""

    def __init__(self, pad: Path, seconden: float = _SECONDEN) -> None:
        self._bestand = Leesbestand(pad, VERSIE, "de zoekindex")
        self._seconden = seconden

    def zoek(
        self,
        vraag: str,
        *,
        soort: DocumentSoort | None = None,
        werk: str = "",
        alle_versies: bool = False,
        versies: Mapping[str, str] | None = None,
        limiet: int = 20,
        vanaf: int = 0,
    ) -> Uitslag:
        """Rows with all words in any inflection, then those where some are part of a compound; if none, rows with some.

        Of each work its newest version, all versions, or the one that ``versies`` names (a work not in it not at all).

        Words between quotes must stand together; a word that ends in ``*`` finds every word that begins so.

        Raises:
            InvoerFout: there is no word in the question, or more than 32.
            GrensBereikt: it takes too long.
            OpslagFout: the index is missing, damaged or of another release.
        """
        with self._verbinding() as db:
            termen = _ontleed(vraag, db)
            filters, waarden = _filters(soort, werk, alle_versies, versies)
            for alle in (True, False):
                voeg = " AND " if alle else " OR "
                streng, ruim = voeg.join(t.streng for t in termen), voeg.join(t.ruim for t in termen)
                rijen = _selecteer(db, streng, ruim, filters, waarden, limiet, vanaf)
                totaal = _tel(db, ruim, filters, waarden) if vanaf or len(rijen) == limiet else len(rijen)
                if totaal or len(termen) == 1:
                    break
            vondsten = tuple(_vondst(rij, termen) for rij in rijen)
        return Uitslag(vondsten, totaal, alle or not totaal)

    def zonder_tekst(self) -> tuple[str, ...]:
        """Works of which only headings are indexed."""
        with self._verbinding() as db:
            return tuple(werk for (werk,) in db.execute("SELECT DISTINCT werk FROM zonder_tekst ORDER BY werk"))

    def sluit(self) -> None:
        """Let go of the file, of every thread."""
        self._bestand.sluit()

    @contextmanager
    def _verbinding(self) -> Iterator[sqlite3.Connection]:
        with self._bestand.verbinding() as db:
            einde = time.monotonic() + self._seconden
            db.set_progress_handler(lambda: time.monotonic() > einde, 10_000)
            try:
                yield db
            except sqlite3.OperationalError as fout:
                if "interrupted" not in str(fout):
                    raise
                raise GrensBereikt(
                    f"Zoeken duurde langer dan {self._seconden:g} seconden en is gestopt.",
                    advies="Zoek met minder of langere woorden.",
                ) from fout


# --- from what was typed to FTS5 ----------------------------------------------------------------------------------

_ZIN = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


def _ontleed(vraag: str, db: sqlite3.Connection) -> tuple[_Term, ...]:
    zinnen = [[w.vorm for w in woorden(m[1])] for m in _ZIN.finditer(vraag)]
    rest = _ZIN.sub(" ", vraag)
    los = [(w, rest[w.eind : w.eind + 1] == "*") for w in woorden(rest)]
    if len(los) + sum(map(len, zinnen)) > _WOORDEN_MAX:
        raise InvoerFout(f"De vraag heeft meer dan {_WOORDEN_MAX} woorden.", advies="Noem alleen de belangrijkste.")
    if len(los) > 1 or zinnen:
        los = [(w, begin) for w, begin in los if w.vorm not in _STOPWOORDEN] or ([] if zinnen else los)
    termen = [_zin(z) for z in zinnen if z] + [_woord(w, begin, db) for w, begin in los]
    if not termen:
        raise InvoerFout("Er staat geen woord in de vraag.", advies="Typ een of meer woorden, of een vindplaats.")
    return tuple(termen)


def _zin(vormen: list[str]) -> _Term:
    uitdrukking = _aanhaling(" ".join(vormen))
    return _Term(uitdrukking, uitdrukking, zin=tuple(vormen))


def _woord(woord: Woord, begin: bool, db: sqlite3.Connection) -> _Term:
    if begin:
        uitdrukking = f"{{kop tekst keten}} : {_aanhaling(woord.vorm)} *"
        rijen = db.execute(
            "SELECT vorm FROM vorm WHERE vorm >= ? AND vorm < ? LIMIT 1000",
            (woord.vorm, woord.vorm + "\U0010ffff"),
        )
        return _Term(uitdrukking, uitdrukking, frozenset(v for (v,) in rijen))
    stam = stammen(woord.vorm)
    streng = [_aanhaling(woord.vorm), *map(_aanhaling, stam)]
    plaatsen = ", ".join("?" * len(stam))
    vormen = {v for (v,) in db.execute(f"SELECT vorm FROM stam WHERE stam IN ({plaatsen})", stam)}  # noqa: S608
    samen = _samenstellingen(woord.vorm, db)
    streng_fts = f"({' OR '.join(streng)})"
    ruim_fts = f"({' OR '.join([*streng, *map(_aanhaling, samen)])})"
    return _Term(streng_fts, ruim_fts, frozenset({woord.vorm, *vormen, *samen}))


def _samenstellingen(vorm: str, db: sqlite3.Connection) -> list[str]:
    deel = kern(vorm)
    if len(deel) < _DEEL_MIN or not vorm.isalpha():
        return []
    rijen = db.execute(
        "SELECT vorm FROM samenstelling JOIN vorm USING (vorm) WHERE samenstelling MATCH ? ORDER BY aantal DESC, vorm"
        " LIMIT ?",
        (_aanhaling(deel), _SAMENSTELLINGEN_MAX),
    )
    return [v for (v,) in rijen]


def _aanhaling(tekst: str) -> str:
    """An FTS5 string: whatever it holds is taken as words, never as an operator."""
    return '"' + tekst.replace('"', '""') + '"'


# --- rows ---------------------------------------------------------------------------------------------------------


def _filters(
    soort: DocumentSoort | None, werk: str, alle_versies: bool, versies: Mapping[str, str] | None
) -> tuple[str, dict[str, str]]:
    delen, waarden = [], {}
    if versies is not None:
        delen.append("json_array(e.werk, e.versie) IN (SELECT value FROM json_each(:versies))")
        # As the text that json_array writes, so that no name of a work can be taken for two.
        waarden["versies"] = json.dumps([_als_json(w, v) for w, v in versies.items()])
    elif not alle_versies:
        delen.append("e.nieuwste = 1")
    if soort is not None:
        delen.append("e.documentsoort = :soort")
        waarden["soort"] = soort.value
    if werk:
        delen.append("e.werk = :werk")
        waarden["werk"] = werk
    return "".join(f" AND {d}" for d in delen), waarden


def _als_json(*delen: str) -> str:
    return json.dumps(delen, ensure_ascii=False, separators=(",", ":"))


def _selecteer(
    db: sqlite3.Connection, streng: str, ruim: str, filters: str, waarden: dict[str, str], limiet: int, vanaf: int
) -> list[sqlite3.Row]:
    vraag = f"""
        WITH streng AS MATERIALIZED (SELECT rowid FROM woorden WHERE woorden MATCH :streng)
        SELECT e.iri, e.werk, e.versie, e.soort, e.kop, e.tekst, e.delen
        FROM woorden JOIN eenheid e ON e.id = woorden.rowid
        WHERE woorden MATCH :ruim {filters}
        ORDER BY woorden.rowid NOT IN (SELECT rowid FROM streng), bm25(woorden, {_GEWICHTEN}), e.werk, e.versie, e.id
        LIMIT :limiet OFFSET :vanaf"""  # noqa: S608 (filters and weights are ours, values are bound)
    parameters = {"streng": streng, "ruim": ruim, "limiet": limiet, "vanaf": vanaf, **waarden}
    with closing(db.cursor()) as cursor:
        cursor.row_factory = sqlite3.Row
        return cursor.execute(vraag, parameters).fetchall()


def _tel(db: sqlite3.Connection, ruim: str, filters: str, waarden: dict[str, str]) -> int:
    vraag = f"SELECT count(*) FROM woorden JOIN eenheid e ON e.id = woorden.rowid WHERE woorden MATCH :ruim {filters}"  # noqa: S608
    (aantal,) = db.execute(vraag, {"ruim": ruim, **waarden}).fetchone()
    return int(aantal)


def _vondst(rij: sqlite3.Row, termen: tuple[_Term, ...]) -> Vondst:
    kop, tekst = rij["kop"], rij["tekst"]
    raak = _raak(tekst, termen)
    anker = _dichtste(raak)
    precies = rij["iri"]
    if raak:
        for vanaf, iri in json.loads(rij["delen"]):
            if vanaf > anker:
                break
            precies = iri
    return Vondst(
        iri=rij["iri"],
        precies=precies,
        werk=rij["werk"],
        versie=rij["versie"],
        soort=BepalingSoort(rij["soort"]),
        kop=_markeer(kop, (0, len(kop)), _raak(kop, termen)),
        fragment=_markeer(tekst, _venster(tekst, anker), raak),
    )


def _raak(tekst: str, termen: tuple[_Term, ...]) -> list[Woord]:
    """The words of a text that the question means, in order."""
    alle = list(woorden(tekst))
    vormen = frozenset(v for t in termen for v in t.vormen)
    raak = {n for n, w in enumerate(alle) if w.vorm in vormen or (w.delen and any(d in vormen for d in w.delen))}
    zinnen = [list(t.zin) for t in termen if t.zin]
    rij = [w.vorm for w in alle] if zinnen else []
    for zin in zinnen:
        for n in range(len(rij) - len(zin) + 1):
            if rij[n] == zin[0] and rij[n : n + len(zin)] == zin:
                raak.update(range(n, n + len(zin)))
    return [alle[n] for n in sorted(raak)]


def _dichtste(raak: list[Woord]) -> int:
    """Where the stretch of about one fragment begins that has the most different matching words."""
    beste, plaats, links = 0, 0, 0
    teller: Counter[str] = Counter()
    for woord in raak:
        teller[woord.vorm] += 1
        while raak[links] is not woord and woord.eind - raak[links].begin > _FRAGMENT - _AANLOOP:
            weg = raak[links].vorm
            teller[weg] -= 1
            if not teller[weg]:
                del teller[weg]
            links += 1
        if len(teller) > beste:
            beste, plaats = len(teller), raak[links].begin
    return plaats


def _venster(tekst: str, anker: int) -> tuple[int, int]:
    """A fragment around a place, cut at spaces."""
    begin = max(0, anker - _AANLOOP) if len(tekst) > _FRAGMENT else 0
    if begin:
        begin = tekst.find(" ", begin, anker) + 1 or begin
    eind = min(len(tekst), begin + _FRAGMENT)
    if eind < len(tekst):
        eind = max(tekst.rfind(" ", begin, eind), begin + 1)
    return begin, eind


def _markeer(tekst: str, venster: tuple[int, int], raak: list[Woord]) -> Gemarkeerd:
    begin, eind = venster
    delen: list[tuple[str, bool]] = []
    plaats = begin
    for woord in raak:
        if woord.begin < begin or woord.eind > eind:
            continue
        if woord.begin > plaats:
            delen.append((tekst[plaats : woord.begin], False))
        delen.append((tekst[woord.begin : woord.eind], True))
        plaats = woord.eind
    if plaats < eind:
        delen.append((tekst[plaats:eind], False))
    return tuple(delen)
