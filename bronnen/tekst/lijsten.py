"""Labels of leden and list items, and where each belongs: which list goes on, which begins, which line has no label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bronnen.tekst.regels import Regel, eindigt_zin, is_vol


class Stijl(StrEnum):
    """How the items of a list are labelled."""

    STREEP = "streep"
    CIJFER = "cijfer"
    CIJFER_HAAKJE = "cijfer-haakje"
    CIJFER_KAAL = "cijfer-kaal"
    GRAAD = "graad"
    LETTER = "letter"
    LETTER_HAAKJE = "letter-haakje"
    ROMEINS = "romeins"
    HOOFDLETTER = "hoofdletter"


#: Numbers printed without a mark behind them need more proof that they are labels.
_ZWAK = frozenset({Stijl.CIJFER_KAAL})
CIJFERS = frozenset({Stijl.CIJFER, Stijl.CIJFER_HAAKJE, Stijl.CIJFER_KAAL})

#: What may stand right behind a label; small letters only as the beginning of a word ("a.college", not "o.a.").
_ERNA = r"(?=[\s\[(…A-Z‘“\"]|[a-z]{3}|$)"
_LABEL = re.compile(
    r"(?P<haak>\[\s*)?(?P<label>"
    r"(?P<streep>[-–—•·▪■●○◦*\uf0b7\u2212](?=\s)|[•·▪■●○◦\uf0b7](?=\S))"
    r"|(?P<graad>\d{1,2})(?:[°º˚]\.?|o\.(?=\s|$))"
    r"|\((?P<cijfer_in>\d{1,3}[a-z]?)\)(?=\s|$)"
    rf"|(?P<cijfer>\d{{1,3}}[a-z]{{0,2}})(?P<cijfer_merk>[.)]){_ERNA}"
    r"|(?:Lid|LID)\s+(?P<lid>\d{1,3}[a-z]?)(?:[.:]|$|(?=\s+[A-Z]))"
    r"|\((?P<letter_in>[a-z]{1,4})\)(?=\s|$)"
    rf"|(?P<letter>[a-z]{{1,4}})(?P<letter_merk>[.)]){_ERNA}"
    r"|(?P<hoofd>[A-Z])(?P<hoofd_merk>[.)])(?=\s)"
    r"|(?P<kaal>\d{1,2}[a-z]?)(?=\s+[A-Z\[(])"
    r")\s*"
)
_ROMEINS = re.compile(r"(?=[ivx])(?:x{0,3})(?:ix|iv|v?i{0,3})$")
_GETAL = re.compile(r"(\d+)([a-z]*)")
#: A line that ends like this goes on with a number that is no label.
_VERWIJST = re.compile(
    r"\b(?:artikel|artikelen|art\.|lid|leden|onder|onderdeel|onderdelen|sub|paragraaf|hoofdstuk|bijlage|nr\.?|nummer|van|de|"
    r"het|een|ten|op|(?:artikelen|onderdelen|leden)\s\S{1,8}\s(?:en|of|tot en met))$",
    re.IGNORECASE,
)
#: How many numbers may be left out of a list ("1, 2, 3, 4, 6").
_GROOTSTE_GAT = 3
#: No regulation nests lists deeper; what would, is counted on in the deepest one.
_DIEPSTE = 10

Orde = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Lezing:
    """One way to read a label: "i." is the ninth letter or the first roman number."""

    stijl: Stijl
    orde: Orde


@dataclass(frozen=True, slots=True)
class Label:
    """The label at the beginning of a line. Positions are in the original; ``haak`` is -1 without a bracket before."""

    tekst: str
    begin: int
    rest: int
    haak: int
    lezingen: tuple[Lezing, ...]

    @property
    def is_streep(self) -> bool:
        """Whether it is a dash or bullet, which says nothing and is no text."""
        return all(r.stijl is Stijl.STREEP for r in self.lezingen)


def lees_label(regel: Regel) -> Label | None:
    """The label at the beginning of a line, with the ways to read it; None where there is none."""
    m = _LABEL.match(regel.tekst[:200])
    if not m:
        return None
    lezingen = tuple(_lezingen(m))
    if not lezingen:
        return None
    haak = regel.begin + m.start("haak") if m["haak"] else -1
    return Label(m["label"], regel.begin + m.start("label"), regel.begin + m.end(), haak, lezingen)


def _lezingen(m: re.Match[str]) -> Iterator[Lezing]:
    if m["streep"]:
        yield Lezing(Stijl.STREEP, (0, ""))
    elif m["graad"]:
        yield Lezing(Stijl.GRAAD, (int(m["graad"]), ""))
    elif cijfer := m["cijfer"] or m["cijfer_in"] or m["lid"] or m["kaal"]:
        getal = _GETAL.fullmatch(cijfer)
        orde = (int(getal[1]), getal[2]) if getal else (0, "")
        stijl = Stijl.CIJFER if m["cijfer_merk"] == "." or m["lid"] else Stijl.CIJFER_HAAKJE
        yield Lezing(Stijl.CIJFER_KAAL if m["kaal"] else stijl, orde)
    elif letter := m["letter"] or m["letter_in"]:
        if len(set(letter)) == 1 and len(letter) < 3:
            stijl = Stijl.LETTER if m["letter_merk"] == "." else Stijl.LETTER_HAAKJE
            yield Lezing(stijl, (ord(letter[0]) - 96 + 26 * (len(letter) - 1), ""))
        if _ROMEINS.match(letter):
            yield Lezing(Stijl.ROMEINS, (_waarde(letter), ""))
    elif m["hoofd"]:
        yield Lezing(Stijl.HOOFDLETTER, (ord(m["hoofd"]) - 64, ""))


def _waarde(letters: str) -> int:
    getallen = [{"i": 1, "v": 5, "x": 10}[t] for t in letters]
    return sum(-g if na > g else g for g, na in zip(getallen, [*getallen[1:], 0], strict=True))


@dataclass(slots=True)
class Lijst:
    """An open list: its style, the last item, and how far it is indented."""

    stijl: Stijl
    laatste: Orde
    inspring: int


class Lijsten:
    """The open lists of one article, outermost first."""

    def __init__(self) -> None:
        self.open: list[Lijst] = []

    def plaats(self, label: Label, regel: Regel, *, mag_beginnen: bool, volgend: Label | None) -> int | None:
        """The depth (from 0) of the list the label belongs to, which is opened or continued; None: it is no label.

        ``mag_beginnen``: a new list may begin here (the text before announces one, or nothing stands before it).
        ``volgend`` is the next label in the text; it tells whether "i." opens a roman list.
        """
        for diepte in range(len(self.open) - 1, -1, -1):
            if self._gaat_verder(self.open[diepte], label, regel, volgend):
                del self.open[diepte + 1 :]
                return diepte
        for lezing in label.lezingen:
            if lezing.orde in ((1, ""), (0, "")) and (mag_beginnen or lezing.stijl is Stijl.STREEP):
                if len(self.open) < _DIEPSTE:
                    self.open.append(Lijst(lezing.stijl, lezing.orde, regel.inspring))
                else:
                    self.open[-1] = Lijst(lezing.stijl, lezing.orde, regel.inspring)
                return len(self.open) - 1
        return self._na_gat(label)

    def _gaat_verder(self, lijst: Lijst, label: Label, regel: Regel, volgend: Label | None) -> bool:
        for lezing in label.lezingen:
            if lezing.stijl is not lijst.stijl:
                continue
            if lijst.stijl is Stijl.STREEP:
                # One column more is a scanner's doing; two or more is a list within the list.
                return regel.inspring <= lijst.inspring + 1
            if _volgt(lijst.laatste, lezing.orde) and not self._opent_romeins(lezing, label, volgend):
                lijst.laatste = lezing.orde
                return True
        return False

    @staticmethod
    def _opent_romeins(lezing: Lezing, label: Label, volgend: Label | None) -> bool:
        """Whether "i." after "h." begins a roman list, because "ii." comes next."""
        return (
            lezing.stijl is Stijl.LETTER
            and any(r.stijl is Stijl.ROMEINS and r.orde == (1, "") for r in label.lezingen)
            and volgend is not None
            and any(r.stijl is Stijl.ROMEINS and r.orde == (2, "") for r in volgend.lezingen)
        )

    def _na_gat(self, label: Label) -> int | None:
        for diepte in range(len(self.open) - 1, -1, -1):
            lijst = self.open[diepte]
            for lezing in label.lezingen:
                if lezing.stijl is not lijst.stijl or lezing.stijl in _ZWAK:
                    continue
                if lijst.laatste < lezing.orde and lezing.orde[0] - lijst.laatste[0] <= _GROOTSTE_GAT:
                    lijst.laatste = lezing.orde
                    del self.open[diepte + 1 :]
                    return diepte
        return None


def _volgt(laatste: Orde, orde: Orde) -> bool:
    """Whether ``orde`` comes right after: 2 → 3, 2 → 2a, 2a → 2b, 2b → 3."""
    if orde == (laatste[0] + 1, ""):
        return True
    if orde[0] != laatste[0] or not orde[1]:
        return False
    return orde[1] == ("a" if not laatste[1] else chr(ord(laatste[1][-1]) + 1))


def zoek_items(regels: Sequence[Regel], van: int, tot: int, breedte: int) -> set[int]:
    """The lines that begin a list item, where lists make no provisions: a first number or one that comes next."""
    laatste: dict[Stijl, Orde] = {}
    items: set[int] = set()
    for n in range(van, tot):
        label = lees_label(regels[n])
        if label is None or (n > van and not kan_label_zijn(regels, n, breedte)):
            continue
        for lezing in label.lezingen:
            vorige = laatste.get(lezing.stijl, (0, ""))
            past = lezing.orde in ((1, ""), (0, "")) or _volgt(vorige, lezing.orde)
            sterk = lezing.stijl not in _ZWAK or n == van or eindigt_zin(regels[n - 1].tekst) or regels[n].wit > 0
            if past and sterk:
                laatste[lezing.stijl] = lezing.orde
                items.add(n)
    return items


def kan_label_zijn(regels: Sequence[Regel], n: int, breedte: int) -> bool:
    """Whether an item can begin at line ``n``: the text before is finished, or stops before the line is full."""
    regel = regels[n]
    if n == 0 or regel.tekst.startswith("["):
        return True
    vorige = regels[n - 1]
    if _VERWIJST.search(vorige.tekst[-60:]) and not regel.wit:
        return False
    if eindigt_zin(vorige.tekst) or vorige.tekst.endswith((",", "]", ")")):
        return True
    return not is_vol(vorige, regel, breedte)
