"""One pair as it is told: its kind, what is particular, its differences and choices, and the reason in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from graph.tijd.uitlijning import lijn_uit
from graph.vergelijk.patroon import maak_patroon, vlak, zonder_einde
from graph.vergelijk.stuk import Merk, Stuk, volle_tekst
from graph.vergelijk.woorden import vergelijk_woorden
from ontologie.document import BepalingSoort
from ontologie.vergelijking import OVERGENOMEN, Bijzonder, KeuzeSoort, Paar, Paarsoort

_IN_LIJST = frozenset({BepalingSoort.ONDERDEEL})
_FACULTATIEF = "Het model noemt dit facultatief; de gemeente heeft het weggelaten."


class Paarmaker:
    """Makes the records of pairs of places in two lists of provisions."""

    def __init__(self, model: list[Stuk], eigen: list[Stuk]) -> None:
        self._model, self._eigen = model, eigen

    def paar(self, links: tuple[int, ...], rechts: tuple[int, ...], *, op_plek: bool) -> Paar:
        """Provisions that belong together; ``op_plek``: they stand where their neighbours are."""
        van, naar = [self._model[i] for i in links], [self._eigen[j] for j in rechts]
        model_tekst, merken = _aaneen(van)
        eigen_tekst = "\n".join(s.tekst for s in naar if s.tekst)
        in_lijst = any(s.soort in _IN_LIJST for s in (*van, *naar))
        uitkomst = vergelijk_woorden(
            maak_patroon(model_tekst, merken, in_lijst=in_lijst), eigen_tekst, in_lijst=in_lijst
        )
        model_kop, eigen_kop = _koppen(van), _koppen(naar)
        kop, precies_kop = lijn_uit(vlak(model_kop), vlak(eigen_kop))
        anders = bool(uitkomst.verschillen or kop)
        gelijkenis = uitkomst.gelijkenis if model_tekst or eigen_tekst else (0.0 if kop else 1.0)
        bijzonder = _bijzonder(van, naar, op_plek)
        if uitkomst.verschillen and gelijkenis < OVERGENOMEN:
            bijzonder.add(Bijzonder.HERSCHREVEN)
        soort = Paarsoort.AFWIJKEND if anders else Paarsoort.GELIJK
        return Paar(
            soort,
            naar[0].soort,
            tuple(s.id for s in van),
            tuple(s.id for s in naar),
            _reden(soort, bijzonder, bool(uitkomst.verschillen), bool(kop), {k.soort for k in uitkomst.keuzes}),
            model_kop,
            eigen_kop,
            model_tekst,
            eigen_tekst,
            frozenset(bijzonder),
            gelijkenis,
            uitkomst.verschillen,
            kop,
            uitkomst.keuzes,
            precies=uitkomst.precies and precies_kop,
        )

    def weg(self, i: int, omvat: int) -> Paar:
        """What the own text has not."""
        stuk = self._model[i]
        niets = self._waarom_niets_weg(i, omvat)
        keuze = niets or (_FACULTATIEF if self._is_facultatief(i, omvat) else "")
        return Paar(
            Paarsoort.WEGGELATEN if keuze else Paarsoort.ONTBREEKT,
            stuk.soort,
            (stuk.id,),
            (),
            keuze or "Het model heeft deze bepaling, de eigen tekst niet; het model noemt haar niet facultatief.",
            model_kop=stuk.kop,
            model_tekst=volle_tekst(self._model, i, omvat),
            omvat=omvat,
            niets_weg=bool(niets),
        )

    def _waarom_niets_weg(self, i: int, omvat: int) -> str:
        """Why the model has nothing here to take over, as a sentence; "" where it has."""
        stuk = self._model[i]
        if stuk.vervallen:
            return "Deze bepaling is in het model vervallen; er valt niets van over te nemen."
        if stuk.soort in _IN_LIJST and not omvat and _alleen_plaats(stuk):
            return "Het model heeft hier alleen een plaats om in te vullen; hoeveel het er zijn, is aan de gemeente."
        return ""

    def _is_facultatief(self, i: int, omvat: int) -> bool:
        """Whether all that is gone with it may be left out."""
        if self._model[i].facultatief:
            return True
        met_tekst = [s for s in self._model[i : i + omvat + 1] if s.tekst]
        return bool(met_tekst) and all(s.facultatief for s in met_tekst)

    def erbij(self, j: int, omvat: int) -> Paar:
        """What the model has not."""
        stuk = self._eigen[j]
        return Paar(
            Paarsoort.EXTRA,
            stuk.soort,
            (),
            (stuk.id,),
            "Deze bepaling staat niet in het model.",
            eigen_kop=stuk.kop,
            eigen_tekst=volle_tekst(self._eigen, j, omvat),
            omvat=omvat,
        )


def _alleen_plaats(stuk: Stuk) -> bool:
    """Whether a provision has no words of its own beside its places to fill in."""
    rest = zonder_einde(stuk.tekst)
    for m in sorted(stuk.merken, key=lambda m: m.begin, reverse=True):
        rest = rest[: m.begin] + " " * (min(m.eind, len(rest)) - m.begin) + rest[m.eind :]
    return bool(stuk.merken) and not rest.strip()


def _aaneen(stukken: Sequence[Stuk]) -> tuple[str, list[Merk]]:
    """The texts one below the other, and their places in that."""
    delen: list[str] = []
    merken: list[Merk] = []
    plek = 0
    for stuk in stukken:
        if stuk.tekst:
            merken += (Merk(m.soort, m.begin + plek, m.eind + plek) for m in stuk.merken)
            delen.append(stuk.tekst)
            plek += len(stuk.tekst) + 1
    return "\n".join(delen), merken


def _koppen(stukken: Sequence[Stuk]) -> str:
    return "\n".join(dict.fromkeys(s.kop for s in stukken if s.kop))


def _bijzonder(van: Sequence[Stuk], naar: Sequence[Stuk], op_plek: bool) -> set[Bijzonder]:
    uit: set[Bijzonder] = set()
    if len(van) > 1:
        uit.add(Bijzonder.SAMENGEVOEGD)
    if len(naar) > 1:
        uit.add(Bijzonder.GESPLITST)
    if not op_plek:
        uit.add(Bijzonder.VERPLAATST)
    elif not uit and van[0].genummerd and naar[0].genummerd and van[0].nummer != naar[0].nummer:
        uit.add(Bijzonder.HERNUMMERD)
    return uit


_ZINNEN = {
    Bijzonder.HERNUMMERD: "Zij heeft een ander nummer.",
    Bijzonder.SAMENGEVOEGD: "Meer bepalingen van het model zijn hierin samengevoegd.",
    Bijzonder.GESPLITST: "Een bepaling van het model is hier in delen gesplitst.",
    Bijzonder.VERPLAATST: "Zij staat op een andere plaats dan in het model.",
    Bijzonder.HERSCHREVEN: "Zij is grotendeels herschreven.",
}


def _reden(soort: Paarsoort, bijzonder: set[Bijzonder], tekst: bool, kop: bool, keuzes: set[KeuzeSoort]) -> str:
    if soort is Paarsoort.GELIJK and keuzes - {KeuzeSoort.OPEN}:
        zin = "Gelijk aan het model, met de keuzes die het model aan de gemeente laat."
    elif soort is Paarsoort.GELIJK:
        zin = "Gelijk aan het model."
    elif tekst and kop:
        zin = "De woorden en het opschrift wijken af van het model."
    else:
        zin = "De woorden wijken af van het model." if tekst else "Alleen het opschrift wijkt af van het model."
    rest = [_ZINNEN[b] for b in Bijzonder if b in bijzonder]
    if KeuzeSoort.OPEN in keuzes:
        rest.append("Een plaats van het model is nog niet ingevuld.")
    return " ".join([zin, *rest])
