"""Write the full-text index: one SQLite file (FTS5), put in place when it is complete.

One row is what a jurist looks for: an article with its leden and onderdelen, a section, an annex, a heading.
The words are prepared in Python (``graph.zoeken.woorden``), so FTS5 sees compared forms and marked stems only.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from graph.zoeken.woorden import alle_stammen, is_stam, stammen, woorden
from ontologie.document import Bepaling, BepalingSoort, Document
from ontologie.fouten import OpslagFout
from ontologie.identificatie import ZONDER_REGISTER, Naamgever, print_iri
from ontologie.tekst import Tekst

#: Changes when the tables do, so that an index of an older release is not misread.
VERSIE = 2

#: Kinds that are found as part of the article, section or annex that they stand in.
_DELEN = frozenset(
    {BepalingSoort.LID, BepalingSoort.ONDERDEEL, BepalingSoort.RIJ, BepalingSoort.CEL, BepalingSoort.ALINEA}
)

#: Headings above a row that are indexed with it; a tree of ordinary documents is not deeper.
_KETEN_MAX = 12

_TABELLEN = """
CREATE TABLE eenheid (
    id INTEGER PRIMARY KEY, iri TEXT NOT NULL, werk TEXT NOT NULL, versie TEXT NOT NULL, documentsoort TEXT NOT NULL,
    soort TEXT NOT NULL, kop TEXT NOT NULL, tekst TEXT NOT NULL, delen TEXT NOT NULL, keten TEXT NOT NULL,
    nieuwste INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE zonder_tekst (werk TEXT NOT NULL, versie TEXT NOT NULL);
CREATE VIRTUAL TABLE woorden USING fts5(
    kop, tekst, keten, kop_stam, tekst_stam, keten_stam, content='', tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE woordenlijst USING fts5vocab(woorden, row);
CREATE TABLE vorm (vorm TEXT PRIMARY KEY, aantal INTEGER NOT NULL, rij INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE stam (stam TEXT NOT NULL, vorm TEXT NOT NULL, PRIMARY KEY (stam, vorm)) WITHOUT ROWID;
CREATE INDEX stam_vorm ON stam (vorm);
CREATE VIRTUAL TABLE samenstelling USING fts5(vorm, tokenize='trigram');
"""

_AFRONDING = """
CREATE INDEX eenheid_werk ON eenheid (werk, versie);
UPDATE eenheid SET nieuwste = 0
WHERE versie <> (SELECT max(ander.versie) FROM eenheid AS ander WHERE ander.werk = eenheid.werk);
"""


@dataclass(slots=True)
class _Eenheid:
    """One row while it is collected: pieces of text and where each sub-provision begins in them."""

    bepaling: Bepaling
    keten: tuple[str, ...]
    stukken: list[str] = field(default_factory=list)
    delen: list[tuple[int, str]] = field(default_factory=list)
    lengte: int = 0

    @property
    def kop(self) -> str:
        return f"{self.bepaling.label} {self.bepaling.kop}".strip()

    def voeg_toe(self, tekst: str) -> None:
        self.stukken.append(tekst)
        self.lengte += len(tekst) + 1


def bouw_index(documenten: Iterable[Document], pad: Path, namen: Naamgever = ZONDER_REGISTER) -> int:
    """Index documents as they come, replace the file at ``pad`` by the result, and return the number of rows.

    Raises:
        OpslagFout: the file cannot be written; what stood at ``pad`` is still there.
    """
    tijdelijk = pad.with_name(f"{pad.name}.{os.getpid()}.nieuw")
    try:
        tijdelijk.unlink(missing_ok=True)
        with closing(sqlite3.connect(tijdelijk)) as db:
            # The file is thrown away when the build does not complete, so it needs no journal.
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + _TABELLEN)
            aantal = 0
            for document in documenten:
                aantal += _voeg_toe(db, document, namen, aantal)
            db.executescript(_AFRONDING)
            _vul_woorden(db)
            db.execute("INSERT INTO woorden (woorden) VALUES ('optimize')")
            db.execute(f"PRAGMA user_version = {VERSIE}")
            db.commit()
        tijdelijk.replace(pad)
    except (OSError, sqlite3.Error) as fout:
        raise OpslagFout(
            f"{pad}: de zoekindex is niet te schrijven ({fout}).", advies="Controleer de schijfruimte en de rechten."
        ) from fout
    finally:
        tijdelijk.unlink(missing_ok=True)
    return aantal


def _voeg_toe(db: sqlite3.Connection, document: Document, namen: Naamgever, vanaf: int) -> int:
    if not document.met_tekst:
        db.execute("INSERT INTO zonder_tekst VALUES (?, ?)", (document.werk, document.versie))
    aantal = 0
    for eenheid in _eenheden(document, namen):
        aantal += 1
        tekst = "\n".join(eenheid.stukken)
        velden = (eenheid.kop, tekst, "\n".join(eenheid.keten))
        db.execute(
            "INSERT INTO eenheid (id, iri, werk, versie, documentsoort, soort, kop, tekst, delen, keten)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                vanaf + aantal,
                print_iri(eenheid.bepaling.id, namen=namen),
                document.werk,
                document.versie,
                document.soort.value,
                eenheid.bepaling.soort.value,
                eenheid.kop,
                tekst,
                json.dumps(eenheid.delen),
                velden[2],
            ),
        )
        db.execute(
            "INSERT INTO woorden (rowid, kop, tekst, keten, kop_stam, tekst_stam, keten_stam)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (vanaf + aantal, *_woordvelden(velden)),
        )
    return aantal


def _woordvelden(velden: Iterable[str]) -> list[str]:
    """What FTS5 sees of heading, text and chain: their forms, then their stems."""
    gelezen = [list(woorden(veld)) for veld in velden]
    vormen = [" ".join(w.vorm for w in veld) for veld in gelezen]
    return [*vormen, *(" ".join(s for w in veld for s in alle_stammen(w)) for veld in gelezen)]


def _eenheden(document: Document, namen: Naamgever) -> Iterator[_Eenheid]:
    """The rows of a document in reading order; a node without heading and text of its own makes none."""
    titels = (document.citeertitel, document.titel, *document.afkortingen)
    # Each entry is something to do: open a node, add a piece of text to its row, or close a row.
    stapel: list[tuple[Bepaling | Tekst | None, _Eenheid | None]] = [(document.wortel, None)]
    while stapel:
        deel, eenheid = stapel.pop()
        if deel is None:
            if eenheid is not None and (eenheid.kop or eenheid.stukken):
                yield eenheid
            continue
        if isinstance(deel, Tekst):
            if eenheid is not None and deel.inhoud:
                eenheid.voeg_toe(deel.inhoud)
            continue
        if eenheid is not None and deel.soort in _DELEN:
            eenheid.delen.append((eenheid.lengte, print_iri(deel.id, namen=namen)))
            # Without running text the number of a part is no text to find or show.
            kop = f"{deel.label} {deel.kop}".strip()
            if kop and (document.met_tekst or deel.kop):
                eenheid.voeg_toe(kop)
        else:
            keten = (*eenheid.keten, eenheid.kop) if eenheid is not None else titels
            eenheid = _Eenheid(deel, tuple(dict.fromkeys(k for k in keten if k))[:_KETEN_MAX])
            stapel.append((None, eenheid))
        stapel.extend((d, eenheid) for d in reversed(deel.inhoud))


def _vul_woorden(db: sqlite3.Connection) -> None:
    """Which forms share a stem, and all forms by their trigrams, so that a part finds the compounds."""
    for vorm, aantal in db.execute("SELECT term, doc FROM woordenlijst"):
        if not is_stam(vorm):
            _nieuwe_vorm(db, vorm, aantal)


def _nieuwe_vorm(db: sqlite3.Connection, vorm: str, aantal: int) -> None:
    nummer = db.execute("INSERT INTO samenstelling (vorm) VALUES (?)", (vorm,)).lastrowid
    db.execute("INSERT INTO vorm VALUES (?, ?, ?)", (vorm, aantal, nummer))
    db.executemany("INSERT INTO stam VALUES (?, ?)", [(s, vorm) for s in stammen(vorm)])


# --- Replacing some of the documents ---------------------------------------------------------------------------------


def werk_index_bij(
    pad: Path, weg: Iterable[tuple[str, str]], erbij: Iterable[Document], namen: Naamgever = ZONDER_REGISTER
) -> None:
    """Take versions (work, version) out of the index at ``pad`` and add documents: answers are those of a new index.

    Not atomic: do it to a copy.

    Raises:
        OpslagFout: the file is damaged or cannot be written.
    """
    try:
        with closing(sqlite3.connect(pad)) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
            werken, vormen = set[str](), set[str]()
            for werk, versie in weg:
                werken.add(werk)
                vormen |= _neem_weg(db, werk, versie)
            for document in erbij:
                werken.add(document.werk)
                (laatste,) = db.execute("SELECT coalesce(max(id), 0) FROM eenheid").fetchone()
                _voeg_toe(db, document, namen, laatste)
                for rij in db.execute("SELECT kop, tekst, keten FROM eenheid WHERE id > ?", (laatste,)):
                    vormen.update(" ".join(_woordvelden(rij)[:3]).split())
            for werk in werken:
                db.execute(_NIEUWSTE, {"werk": werk})
            for vorm in sorted(vormen):
                _tel_opnieuw(db, vorm)
            db.commit()
    except sqlite3.Error as fout:
        raise OpslagFout(
            f"{pad}: de zoekindex is niet bij te werken ({fout}).",
            advies="Bouw hem opnieuw met «regelgraaf bouw --opnieuw».",
        ) from fout


_NIEUWSTE = """
UPDATE eenheid SET nieuwste = versie = (SELECT max(ander.versie) FROM eenheid AS ander WHERE ander.werk = :werk)
WHERE werk = :werk
"""


def _neem_weg(db: sqlite3.Connection, werk: str, versie: str) -> set[str]:
    """Remove the rows of one version, and return the forms that stood in them."""
    vormen: set[str] = set()
    waarden = (werk, versie)
    rijen = db.execute("SELECT id, kop, tekst, keten FROM eenheid WHERE werk = ? AND versie = ?", waarden).fetchall()
    for id_, *velden in rijen:
        # A table without content is told what it held.
        inhoud = _woordvelden(velden)
        vormen.update(" ".join(inhoud[:3]).split())
        db.execute(
            "INSERT INTO woorden (woorden, rowid, kop, tekst, keten, kop_stam, tekst_stam, keten_stam)"
            " VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)",
            (id_, *inhoud),
        )
    db.execute("DELETE FROM eenheid WHERE werk = ? AND versie = ?", waarden)
    db.execute("DELETE FROM zonder_tekst WHERE werk = ? AND versie = ?", waarden)
    return vormen


def _tel_opnieuw(db: sqlite3.Connection, vorm: str) -> None:
    rij = db.execute("SELECT doc FROM woordenlijst WHERE term = ?", (vorm,)).fetchone()
    bekend = db.execute("SELECT rij FROM vorm WHERE vorm = ?", (vorm,)).fetchone()
    if rij is not None and bekend is not None:
        db.execute("UPDATE vorm SET aantal = ? WHERE vorm = ?", (rij[0], vorm))
    elif rij is not None:
        _nieuwe_vorm(db, vorm, rij[0])
    elif bekend is not None:
        db.execute("DELETE FROM samenstelling WHERE rowid = ?", bekend)
        db.execute("DELETE FROM vorm WHERE vorm = ?", (vorm,))
        db.execute("DELETE FROM stam WHERE vorm = ?", (vorm,))
