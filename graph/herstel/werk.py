"""The own ordinance while it is being changed: the tree of words that knows which provision each part is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.herstel.boom import DIEPSTE, genummerd, is_streepje, schoon
from ontologie.document import Bepaling, BepalingSoort, Document
from ontologie.fouten import InvoerFout
from ontologie.identificatie import BepalingId
from ontologie.identificatie.bepaling import STRUCTUUR
from ontologie.wijzigingsbesluit import Bepalingstekst

STRUCTUREN = frozenset(BepalingSoort(s.value) for s in STRUCTUUR)
DELEN = frozenset({BepalingSoort.LID, BepalingSoort.ONDERDEEL})
_KERN = re.compile(r"\d+[a-z]*|[A-Za-z]+")
_EINDE = re.compile(r"(?:;|\.|,)?(?: (?:en|of))?$")


@dataclass(eq=False)
class Knoop:
    """One provision. ``id`` is that of the document it comes from: the own text, or the model."""

    id: BepalingId
    soort: BepalingSoort
    label: str
    opschrift: str
    inhoud: list[str | Knoop] = field(default_factory=list)
    facultatief: bool = False

    @property
    def kinderen(self) -> list[Knoop]:
        return [d for d in self.inhoud if isinstance(d, Knoop)]

    def loop(self) -> Iterator[Knoop]:
        yield self
        for kind in self.kinderen:
            yield from kind.loop()

    def bevries(self) -> Bepalingstekst:
        """The words as they stand now, not numbered yet."""
        inhoud = tuple(d if isinstance(d, str) else d.bevries() for d in self.inhoud if not isinstance(d, str) or d)
        return Bepalingstekst(self.soort, "", self.label, self.opschrift, inhoud)


def maak_knoop(bepaling: Bepaling, diepte: int = 0) -> Knoop:
    """A provision with all below it that an amending instruction can name.

    Raises:
        InvoerFout: it is nested deeper than ``DIEPSTE``.
    """
    if diepte > DIEPSTE:
        raise InvoerFout(f"{bepaling.id}: deze bepaling ligt dieper dan {DIEPSTE} niveaus.")
    knoop = Knoop(bepaling.id, bepaling.soort, schoon(bepaling.label), "", facultatief=bepaling.facultatief)
    groep = bepaling.soort in STRUCTUREN or bepaling.soort is BepalingSoort.REGELING
    mee = {*STRUCTUREN, BepalingSoort.ARTIKEL} if groep else DELEN
    if bepaling.kop and bepaling.soort in DELEN:
        knoop.inhoud.append(schoon(bepaling.kop))
    else:
        knoop.opschrift = schoon(bepaling.kop)
    for deel in bepaling.inhoud:
        if not isinstance(deel, Bepaling):
            knoop.inhoud += [tekst] if (tekst := schoon(deel.inhoud)) else []
        elif deel.soort in mee:
            knoop.inhoud.append(maak_knoop(deel, diepte + 1))
        elif not groep:
            # A table or loose paragraph inside an article counts as its words.
            knoop.inhoud += (t for b in deel.loop() if (t := schoon(b.eigen_tekst)))
    return knoop


def tekstboom(document: Document) -> Bepalingstekst:
    """The articles of a document with the chapters and paragraphs around them; preamble, annexes and explanation not.

    Raises:
        InvoerFout: it is nested deeper than ``DIEPSTE``.
    """
    return genummerd(maak_knoop(document.wortel).bevries())


class Werk:
    """The own text with its provisions by identity."""

    def __init__(self, document: Document) -> None:
        self.wortel = maak_knoop(document.wortel)
        self.op_id = {k.id: k for k in self.wortel.loop()}
        #: What was last put behind a provision.
        self.laatst: dict[Knoop, Knoop] = {}
        self._ouder = {k: ouder for ouder in self.wortel.loop() for k in ouder.kinderen}

    def ouder(self, knoop: Knoop) -> Knoop | None:
        return self._ouder.get(knoop)

    def artikel(self, knoop: Knoop) -> Knoop | None:
        """The article that a provision is or lies in."""
        nu: Knoop | None = knoop
        while nu is not None and nu.soort is not BepalingSoort.ARTIKEL:
            nu = self.ouder(nu)
        return nu

    def voeg_in(self, ouder: Knoop, nieuw: Knoop, na: Knoop | None, voor: Knoop | None = None) -> None:
        """Put a provision behind another, before another, or at the end of its kind."""
        if na is not None:
            plek = ouder.inhoud.index(na) + 1
        elif voor is not None:
            plek = ouder.inhoud.index(voor)
        else:
            kinderen = [n for n, d in enumerate(ouder.inhoud) if isinstance(d, Knoop)]
            plek = kinderen[-1] + 1 if kinderen else len(ouder.inhoud)
        ouder.inhoud.insert(plek, nieuw)
        self._ouder[nieuw] = ouder
        for knoop in nieuw.loop():
            self.op_id.setdefault(knoop.id, knoop)
            self._ouder.update((k, knoop) for k in knoop.kinderen)

    def artikelen(self) -> list[Knoop]:
        return [k for k in self.wortel.loop() if k.soort is BepalingSoort.ARTIKEL]

    def tekst(self) -> Bepalingstekst:
        """The words as they stand now."""
        return genummerd(self.wortel.bevries())


# --- lists ---


def nummer_van(knoop: Knoop) -> str:
    """The number in the label of a lid or onderdeel, "" of a dash."""
    m = _KERN.search(knoop.label)
    return m[0] if m else ""


def met_label(knoop: Knoop, nummer: str) -> None:
    """Give a lid or onderdeel another number, printed in the same way."""
    knoop.label = _KERN.sub(nummer, knoop.label, count=1)


def hernummer(ouder: Knoop, voorbeeld: str) -> None:
    """Number the parts of a provision in sequence again, in the manner of ``voorbeeld`` (the label of one of them)."""
    n = 0
    for kind in ouder.kinderen:
        if kind.soort not in DELEN:
            continue
        n += 1
        if is_streepje(voorbeeld):
            kind.label = voorbeeld
            continue
        m = _KERN.search(voorbeeld)
        assert m is not None
        nummer = str(n) if m[0].isdigit() else letter(n)
        kind.label = voorbeeld[: m.start()] + nummer + voorbeeld[m.end() :]


def in_volgorde(ouder: Knoop) -> bool:
    """Whether the parts are numbered 1, 2, 3 or a, b, c without gaps."""
    nummers = [nummer_van(k) for k in ouder.kinderen if k.soort in DELEN]
    return nummers in ([str(n) for n in range(1, len(nummers) + 1)], [letter(n) for n in range(1, len(nummers) + 1)])


def letter(n: int) -> str:
    """a, b, …, z, aa, bb, …"""
    rond, plek = divmod(n - 1, 26)
    return chr(ord("a") + plek) * (rond + 1)


def zet_leestekens(ouder: Knoop, laatste_was: str, voorlaatste_was: str) -> None:
    """Give the items of a list the signs that the list had: all a semicolon, the last but one its "en" or "of"."""
    items = [k for k in ouder.kinderen if k.soort is BepalingSoort.ONDERDEEL]
    if len(items) < 2 or any(not k.inhoud or not isinstance(k.inhoud[-1], str) for k in items):
        return
    slot = _EINDE.search(laatste_was)
    # A list that lost its "of" with the item before last gets it back from what is put in.
    kandidaten = [voorlaatste_was, *(str(k.inhoud[-1]) for k in items if k.id.werk != ouder.id.werk)]
    voegwoord = next((m for t in kandidaten if (m := re.search(r" (?:en|of)$", t))), None)
    for n, item in enumerate(items):
        tekst = item.inhoud[-1]
        assert isinstance(tekst, str)
        kern = _EINDE.sub("", tekst)
        if n == len(items) - 1:
            item.inhoud[-1] = kern + (slot[0] if slot and slot[0].strip(" enof") else ".")
        elif n == len(items) - 2:
            item.inhoud[-1] = f"{kern};{voegwoord[0] if voegwoord else ''}"
        elif not tekst.endswith((";", "; en", "; of")) or (voegwoord and tekst.endswith(("; en", "; of"))):
            item.inhoud[-1] = f"{kern};"
