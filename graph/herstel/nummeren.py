"""Where something new of the model comes in the own text, and which number it gets there (Ar 6.16, 6.18)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bronnen.nummering import splits_kop
from graph.herstel.werk import DELEN, STRUCTUREN, Knoop, Werk, hernummer, in_volgorde, letter, nummer_van
from ontologie.document import Bepaling, BepalingSoort, Document
from ontologie.identificatie import BepalingId

_STAM = re.compile(r"(?P<stam>.*\d)(?P<letters>[A-Za-z]*)")
#: The own provision that one of the model became, or that was made of it.
_Eigen = Callable[[BepalingId], Knoop | None]


@dataclass
class Plek:
    """A place in the own text: in ``ouder``, behind ``na`` or before ``voor`` (neither: at the end)."""

    werk: Werk
    ouder: Knoop
    na: Knoop | None
    voor: Knoop | None
    nieuw: Knoop | None = None

    def neem(self, nieuw: Knoop) -> None:
        """Number what comes here; leden and onderdelen get their number when they are put in."""
        self.nieuw = nieuw
        if nieuw.soort not in DELEN:
            _nummer_boven(self.werk, nieuw, self.na)

    def zet(self) -> None:
        """Put it there, behind what was put behind the same provision before."""
        assert self.nieuw is not None
        na = self.werk.laatst.get(self.na, self.na) if self.na is not None else None
        self.werk.voeg_in(self.ouder, self.nieuw, na, self.voor)
        if self.na is not None:
            self.werk.laatst[self.na] = self.nieuw


def plek_voor(
    bepaling: Bepaling,
    model: Document,
    werk: Werk,
    naar_eigen: Mapping[BepalingId, BepalingId],
    nieuw: Mapping[BepalingId, Knoop],
) -> Plek | None:
    """Where a provision of the model comes: behind what stands before it in the model. None where that is not clear."""
    keten = _keten(model.wortel, bepaling)
    if keten is None:
        return None

    def eigen(id_: BepalingId) -> Knoop | None:
        return nieuw.get(id_) or (werk.op_id.get(naar_eigen[id_]) if id_ in naar_eigen else None)

    boven = keten[-2]
    if bepaling.soort in DELEN:
        ouder = eigen(boven.id)
        if ouder is None or (ouder.soort not in DELEN and ouder.soort is not BepalingSoort.ARTIKEL):
            return None
        return _naast(bepaling, boven, werk, ouder, eigen)
    if bepaling.soort is BepalingSoort.ARTIKEL:
        return _bij_artikel(bepaling, model, werk, eigen)
    return _bij_eenheid(bepaling, model, werk, eigen)


def _keten(wortel: Bepaling, doel: Bepaling) -> list[Bepaling] | None:
    stapel = [[wortel]]
    while stapel:
        keten = stapel.pop()
        if keten[-1] is doel:
            return keten
        stapel.extend([*keten, k] for k in keten[-1].kinderen)
    return None


def _naast(bepaling: Bepaling, boven: Bepaling, werk: Werk, ouder: Knoop, eigen: _Eigen) -> Plek | None:
    """Beside what its neighbours in the model became, within the same provision."""
    broers = list(boven.kinderen)
    plek = next(n for n, b in enumerate(broers) if b is bepaling)
    for broer in reversed(broers[:plek]):
        if (na := eigen(broer.id)) is not None and _in(werk, na, ouder):
            return Plek(werk, ouder, na, None)
    for broer in broers[plek + 1 :]:
        if (voor := eigen(broer.id)) is not None and _in(werk, voor, ouder):
            return Plek(werk, ouder, None, voor)
    return Plek(werk, ouder, None, None) if ouder.kinderen else None


def _in(werk: Werk, knoop: Knoop, ouder: Knoop) -> bool:
    return knoop in ouder.kinderen or werk.ouder(knoop) is ouder


def _bij_artikel(bepaling: Bepaling, model: Document, werk: Werk, eigen: _Eigen) -> Plek | None:
    """Behind the own article of the last article before it that there is one of; else before that of the next."""
    artikelen = [b for b in model.bepalingen() if b.soort is BepalingSoort.ARTIKEL]
    plek = next(n for n, b in enumerate(artikelen) if b is bepaling)
    for vorige in reversed(artikelen[:plek]):
        knoop = eigen(vorige.id)
        na = werk.artikel(knoop) if knoop is not None else None
        if na is not None and (ouder := werk.ouder(na)) is not None:
            return Plek(werk, ouder, na, None)
    for volgende in artikelen[plek + 1 :]:
        knoop = eigen(volgende.id)
        voor = werk.artikel(knoop) if knoop is not None else None
        if voor is not None and (ouder := werk.ouder(voor)) is not None:
            return Plek(werk, ouder, None, voor)
    return None


def _bij_eenheid(bepaling: Bepaling, model: Document, werk: Werk, eigen: _Eigen) -> Plek | None:
    """A chapter or paragraph: behind the own unit of the same kind in which what stands before it is."""
    eerder: list[Bepaling] = []
    for b in model.bepalingen():
        if b is bepaling:
            break
        eerder.append(b)
    for vorige in reversed(eerder):
        nu = eigen(vorige.id)
        while nu is not None and nu.soort is not bepaling.soort:
            nu = werk.ouder(nu)
        if nu is not None and (ouder := werk.ouder(nu)) is not None:
            return Plek(werk, ouder, nu, None)
    return None


# --- numbers ---


def _nummer(knoop: Knoop) -> str:
    return splits_kop(knoop.label).nummer


def _nummer_boven(werk: Werk, nieuw: Knoop, na: Knoop | None) -> None:
    """The number of the model where the own text is numbered like it there, else that of before with a letter."""
    bezet = {_nummer(k) for k in werk.wortel.loop() if k.soort is nieuw.soort}
    bezet |= {_nummer(k) for k in werk.op_id.values() if k.soort is nieuw.soort and k is not nieuw}
    eigen = _nummer(nieuw)
    vorig = _nummer(na) if na is not None else ""
    if eigen in bezet or not _tussen(werk, na, eigen):
        stam = _STAM.fullmatch(vorig)
        if stam is None:
            return
        hoofd = nieuw.soort in STRUCTUREN
        for n in range(1, 200):
            kandidaat = stam["stam"] + _volgende(stam["letters"], n, hoofd=hoofd)
            if kandidaat not in bezet and _tussen(werk, na, kandidaat):
                nieuw.label = nieuw.label.replace(eigen, kandidaat) if eigen else f"{nieuw.label} {kandidaat}"
                break
    for kind in nieuw.kinderen:
        if kind.soort not in DELEN:
            _nummer_boven(werk, kind, _voor_kind(nieuw, kind) or _laatste_artikel(na, kind))


def _voor_kind(ouder: Knoop, kind: Knoop) -> Knoop | None:
    vorige = None
    for k in ouder.kinderen:
        if k is kind:
            return vorige
        vorige = k
    return None


def _laatste_artikel(na: Knoop | None, kind: Knoop) -> Knoop | None:
    """The last provision of the kind before a new chapter."""
    gevonden = [k for k in na.loop() if k.soort is kind.soort] if na is not None else []
    return gevonden[-1] if gevonden else None


def _volgende(letters: str, n: int, *, hoofd: bool) -> str:
    """Letters that come behind others: of "a" the first is b, the 26th aa."""
    basis = "A" if hoofd else "a"
    begin = ord(letters[-1].lower()) - ord("a") + 1 if letters else 0
    if begin + n <= 26:
        return letters[:-1] + chr(ord(basis) + begin + n - 1)
    return letters + letter(begin + n - 26).upper() if hoofd else letters + letter(begin + n - 26)


def sorteersleutel(nummer: str) -> tuple[tuple[int, str], ...]:
    """The order of numbers: 2, 2a, 3, 14, 14a, 14aa, 14b."""
    return tuple((int(d), "") if d.isdigit() else (0, d.lower()) for d in re.findall(r"\d+|[A-Za-z]+", nummer))


def _tussen(werk: Werk, na: Knoop | None, nummer: str) -> bool:
    """Whether a number stands between those of what comes before and behind it."""
    if na is None:
        return True
    zelfde = [k for k in werk.wortel.loop() if k.soort is na.soort]
    if na not in zelfde:
        return sorteersleutel(nummer) > sorteersleutel(_nummer(na))
    plek = zelfde.index(na)
    hoger = plek + 1 >= len(zelfde) or sorteersleutel(nummer) < sorteersleutel(_nummer(zelfde[plek + 1]))
    return sorteersleutel(nummer) > sorteersleutel(_nummer(na)) and hoger


def zet_in(plek: Plek) -> dict[BepalingId, str]:
    """Put it in; the old numbers of the parts that got another one."""
    nieuw, ouder = plek.nieuw, plek.ouder
    assert nieuw is not None
    if nieuw.soort not in DELEN:
        plek.zet()
        return {}
    oud = {k.id: nummer_van(k) for k in ouder.kinderen}
    opeenvolgend = in_volgorde(ouder)
    voorbeeld = next((k.label for k in ouder.kinderen if k.soort in DELEN), nieuw.label)
    plek.zet()
    if opeenvolgend or not nummer_van(ouder.kinderen[0]):
        hernummer(ouder, voorbeeld)
    elif plek.na is not None and nummer_van(plek.na):
        vorig = nummer_van(plek.na)
        nieuw.label = voorbeeld.replace(nummer_van(ouder.kinderen[0]), vorig + ("a" if vorig.isdigit() else "1"), 1)
    return {id_: nummer for id_, nummer in oud.items() if nummer_van(plek.werk.op_id[id_]) != nummer}
