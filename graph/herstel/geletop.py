"""The legal bases of a decision in the words of a preamble, grouped by law and article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bronnen.register import Register
from graph.herstel.noemen import opsomming, reeks_in_woorden
from graph.vergelijk.stuk import stukken_van
from graph.verwijzing import Herkenner
from ontologie.document import BepalingSoort, Document, InvulSoort
from ontologie.herstel import Grondslag
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.identificatie.aanhaling import bepalingdelen, lidwoord


def gelet_op(grondslagen: Iterable[Grondslag], register: Register) -> tuple[str, ...]:
    """One citation for each law, such as "de artikelen 8a, tweede lid, en 10b, zevende lid, van de Participatiewet".

    Bases of which it is certain that they do not exist are left out, and those that are facultative and not chosen.
    """
    per_werk: dict[str, list[BepalingId]] = {}
    for grondslag in grondslagen:
        if grondslag.bestaat is not False and grondslag.genoemd:
            per_werk.setdefault(grondslag.bepaling.werk, []).append(grondslag.bepaling)
    return tuple(_van_wet(werk, ids, register) for werk, ids in per_werk.items())


def facultatieve_grondslagen(model: Document, herkenner: Herkenner) -> frozenset[BepalingId]:
    """What the preamble of a model cites only within a part that may be left out."""
    uit: set[BepalingId] = set()
    for stuk in stukken_van(model):
        if stuk.soort is BepalingSoort.AANHEF:
            kaal = stuk.tekst
            for m in sorted(stuk.merken, key=lambda m: m.begin, reverse=True):
                if m.soort is InvulSoort.FACULTATIEF:
                    kaal = kaal[: m.begin] + kaal[m.eind :]
            uit |= _doelen(herkenner, stuk.tekst) - _doelen(herkenner, kaal)
    return frozenset(uit)


def _doelen(herkenner: Herkenner, tekst: str) -> set[BepalingId]:
    return {d for v in herkenner.in_tekst(tekst).verwijzingen for d in v.doelen if isinstance(d, BepalingId)}


def kies_grondslagen(
    grondslagen: Iterable[Grondslag], facultatief: Collection[BepalingId], eigen: Iterable[BepalingId]
) -> tuple[Grondslag, ...]:
    """The bases in order; of the facultative ones only those are named that the own preamble (``eigen``) names."""
    genoemd = {v for e in eigen for v in (e, *e.voorouders())}
    return tuple(
        _gekozen(g, g.bepaling in genoemd) if g.bepaling in facultatief else g
        for g in sorted(grondslagen, key=lambda g: (g.bepaling.werk, _volgorde(g.bepaling)))
    )


def _gekozen(grondslag: Grondslag, genoemd: bool) -> Grondslag:
    wat = "noemt haar ook" if genoemd else "noemt haar niet, en dit ontwerp dus ook niet"
    uitleg = f"{grondslag.uitleg} Het model noemt deze grondslag facultatief; de eigen aanhef {wat}."
    return replace(grondslag, uitleg=uitleg, genoemd=genoemd)


def _van_wet(werk: str, ids: Sequence[BepalingId], register: Register) -> str:
    titel = register.titel(werk)
    wet = f"{lidwoord(titel)} {titel}"
    per_artikel: dict[BepalingId, list[BepalingId]] = {}
    for id_ in sorted(ids, key=_volgorde):
        if id_.artikel is not None:
            per_artikel.setdefault(id_.artikel, []).append(id_)
    if not per_artikel:
        return wet
    delen = [_artikel(artikel, lijst, register) for artikel, lijst in per_artikel.items()]
    kommas = any("," in d for d in delen)
    rij = f"{', '.join(delen[:-1])},{' en ' if len(delen) > 1 else ''}{delen[-1]}" if kommas else opsomming(delen)
    if len(delen) == 1:
        rij = delen[0]
    woord = "artikel" if len(delen) == 1 else "de artikelen"
    return f"{woord} {rij}{',' if kommas else ''} van {wet}"


def _volgorde(id_: BepalingId) -> tuple[tuple[int, int, str], ...]:
    uit = []
    for _, nummer in id_.stappen:
        cijfers = "".join(t for t in nummer if t.isdigit())
        uit.append((int(cijfers or 0), len(nummer), nummer))
    return tuple(uit)


def _artikel(artikel: BepalingId, ids: Sequence[BepalingId], register: Register) -> str:
    """ "8a, eerste lid, onder a, c en d, en tweede lid"."""
    nummer = artikel.stappen[-1].nummer
    if artikel in ids:
        return nummer
    kale = [i for i in ids if i.soort is StapSoort.LID]
    stukken: list[str] = []
    for lid, lijst in _per_lid(artikel, [i for i in ids if i.soort is not StapSoort.LID]).items():
        boven = bepalingdelen(lid, register)[1:] if lid != artikel else []
        dieper = [d for d in lijst if d.ouder != lid]
        vlak = [d.stappen[-1].nummer for d in lijst if d.ouder == lid]
        onder = [f"onder {opsomming(vlak)}"] if vlak else []
        onder += [", ".join(bepalingdelen(d, register)[len(lid.stappen) :]) for d in dieper]
        stukken.append(", ".join([*boven, *onder]))
    if kale:
        stukken.append(
            reeks_in_woorden(StapSoort.LID, [k.stappen[-1].nummer for k in kale], sub=False).removeprefix("het ")
        )
    return f"{nummer}, {', en '.join([', '.join(stukken[:-1]), stukken[-1]] if len(stukken) > 1 else stukken)}"


def _per_lid(artikel: BepalingId, ids: Sequence[BepalingId]) -> dict[BepalingId, list[BepalingId]]:
    uit: dict[BepalingId, list[BepalingId]] = {}
    for id_ in ids:
        lid = next((v for v in id_.voorouders() if v.soort is StapSoort.LID), artikel)
        uit.setdefault(lid, []).append(id_)
    return uit
