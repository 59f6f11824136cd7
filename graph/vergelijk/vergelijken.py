"""Pair the provisions of an own ordinance with those of a model and say of each pair what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.tijd.deel import Deel, Versie, delen_van, gelijkenis
from graph.tijd.koppeling import Koppeling
from graph.tijd.uitlijning import lijn_uit
from ontologie.document import Bepaling, BepalingSoort, Document
from ontologie.identificatie import BepalingId
from ontologie.vergelijking import Bijzonder, Paar, Paarsoort, Vergelijking

#: Parts that explain the rules or how to read them, and are no rules.
_BUITEN = frozenset({BepalingSoort.TOELICHTING, BepalingSoort.LEESWIJZER})


def vergelijk(eigen: Document, model: Document) -> Vergelijking:
    """How an own ordinance differs from a model, provision by provision."""
    return Vergelijking(
        eigen.werk,
        eigen.citeertitel or eigen.titel,
        model.werk,
        model.versie,
        model.titel,
        tuple(_Paren(eigen, model).paren()),
    )


class _Paren:
    def __init__(self, eigen: Document, model: Document) -> None:
        self._eigen, self._model = _versie(eigen), _versie(model)
        self._namen = eigen.werk, model.werk
        self._facultatief = {b.id for b in model.bepalingen() if b.facultatief}
        self._koppeling = Koppeling(self._model, self._eigen)

    def paren(self) -> Iterator[Paar]:
        weg = self._weg()
        yield from weg.pop(0, ())
        for j, deel in enumerate(self._eigen.delen):
            i = self._koppeling.naar_oud.get(j)
            if j and i is not None:
                yield self._paar(i, j)
            elif j and deel.ouder in self._koppeling.naar_oud:
                yield self._extra(j)
            if i:
                yield from weg.pop(i, ())

    def _paar(self, i: int, j: int) -> Paar:
        links, rechts = self._model.delen[i], self._eigen.delen[j]
        kop, precies_kop = lijn_uit(links.opschrift, rechts.opschrift)
        tekst, precies = lijn_uit(links.tekst, rechts.tekst)
        bijzonder: set[Bijzonder] = set()
        if links.ouder >= 0 and self._koppeling.naar_nieuw.get(links.ouder) != rechts.ouder:
            bijzonder.add(Bijzonder.VERPLAATST)
        if links.nummer != rechts.nummer:
            bijzonder.add(Bijzonder.HERNUMMERD)
        anders = bool(kop or tekst)
        return Paar(
            Paarsoort.AFWIJKEND if anders else Paarsoort.GELIJK,
            rechts.soort,
            (self._id(links, 1),),
            (self._id(rechts, 0),),
            "De woorden wijken af van het model." if anders else "De woorden zijn die van het model.",
            links.opschrift,
            rechts.opschrift,
            links.tekst,
            rechts.tekst,
            frozenset(bijzonder),
            round(gelijkenis(self._model.zak(i), self._eigen.zak(j)), 3),
            tekst,
            kop,
            precies=precies and precies_kop,
        )

    def _weg(self) -> dict[int, list[Paar]]:
        uit: dict[int, list[Paar]] = {}
        anker = 0
        for i, deel in enumerate(self._model.delen):
            if i in self._koppeling.naar_nieuw:
                anker = i
            elif deel.ouder in self._koppeling.naar_nieuw:
                id_ = self._id(deel, 1)
                facultatief = id_ in self._facultatief
                paar = Paar(
                    Paarsoort.WEGGELATEN if facultatief else Paarsoort.ONTBREEKT,
                    deel.soort,
                    (id_,),
                    (),
                    "Het model noemt dit facultatief; het is niet overgenomen."
                    if facultatief
                    else "Dit staat in het model en niet in de eigen tekst.",
                    model_kop=deel.opschrift,
                    model_tekst=_alles(self._model, i),
                    omvat=self._model.omvat[i],
                )
                uit.setdefault(anker, []).append(paar)
        return uit

    def _extra(self, j: int) -> Paar:
        deel = self._eigen.delen[j]
        return Paar(
            Paarsoort.EXTRA,
            deel.soort,
            (),
            (self._id(deel, 0),),
            "Dit staat niet in het model.",
            eigen_kop=deel.opschrift,
            eigen_tekst=_alles(self._eigen, j),
            omvat=self._eigen.omvat[j],
        )

    def _id(self, deel: Deel, welke: int) -> BepalingId:
        return BepalingId(self._namen[welke], deel.id.stappen)


def _alles(versie: Versie, n: int) -> str:
    return "\n".join(d.tekst for d in (versie.delen[m] for m in (n, *versie.onder(n))) if d.tekst)


def _versie(document: Document) -> Versie:
    """The rules of a document as parts of a work without a name, so that both sides have the same identities."""
    kaal = replace(document, wortel=_zonder(document.wortel))
    return Versie([replace(d, id=BepalingId("", d.id.stappen)) for d in delen_van(kaal)])


def _zonder(wortel: Bepaling) -> Bepaling:
    inhoud = tuple(d for d in wortel.inhoud if not (isinstance(d, Bepaling) and d.soort in _BUITEN))
    return replace(wortel, inhoud=inhoud)
