"""The repair as chosen: carry out the points that are taken over, and write what that changes as instructions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.herstel.boom import NietUitTeDrukken
from graph.herstel.formules import als_tekst, druk
from graph.herstel.instrueren import instrueer
from graph.herstel.lezen import lees
from graph.herstel.nummeren import zet_in
from graph.herstel.punten import Gegevens, Voorstel
from graph.herstel.toepassen import pas_toe
from graph.herstel.verwijzen import volg_vernummering
from graph.herstel.voorstel import stel_voor
from graph.herstel.werk import DELEN, Knoop, zet_leestekens
from ontologie.document import BepalingSoort
from ontologie.fouten import InvoerFout
from ontologie.herstel import Grondslag, Herstel, Herstelgrond, Herstelpunt, Herstelreden, Waswordtregel
from ontologie.identificatie import BepalingId
from ontologie.wijzigingsbesluit import Bepalingstekst, Wijzigingsartikel


@dataclass(frozen=True, slots=True)
class Keus:
    """What the user takes over: ``alleen`` these, or all that is proposed; never ``zonder``; ``niets`` is nothing.

    Each is a point ("3:1:f", "+14p") or an article ("3"), which stands for all points in it.
    """

    alleen: tuple[str, ...] = ()
    zonder: tuple[str, ...] = ()
    niets: bool = False

    def neemt(self, punt: Herstelpunt) -> bool:
        """Whether a point is taken over."""
        if self.niets or not punt.uitvoerbaar or any(_noemt(s, punt) for s in self.zonder):
            return False
        return any(_noemt(s, punt) for s in self.alleen) if self.alleen else punt.voorgesteld


def _noemt(sleutel: str, punt: Herstelpunt) -> bool:
    """Whether what a user wrote means a point."""
    kaal = sleutel.strip().removeprefix("artikel ").removeprefix("Artikel ")
    return kaal in (punt.sleutel, punt.artikel) or punt.sleutel.startswith(f"{kaal}:")


def maak_herstel(
    gegevens: Gegevens, op: date, keus: Keus | None = None, grondslagen: Sequence[Grondslag] = ()
) -> Herstel:
    """The repair of an own ordinance.

    Raises:
        InvoerFout: the choice names a point or article that there is none of.
    """
    keus = keus or Keus()
    voorstel = stel_voor(gegevens)
    _controleer(keus, voorstel.punten)
    was = voorstel.werk.tekst()
    gekozen = [p for p in voorstel.punten if keus.neemt(p)]
    uitvoering = _Uitvoering(voorstel, {p.sleutel for p in gekozen})
    uitvoering.voer_uit(gegevens)
    wordt = voorstel.werk.tekst()
    titel = gegevens.vergelijking.eigen_titel
    regels = tuple(_regels(was, wordt, uitvoering.per_label(gekozen), uitvoering.volgt))
    opdrachten, bezwaar = _opdrachten(was, wordt, titel) if regels else ("", "")
    return Herstel(
        titel=titel,
        model=f"{gegevens.vergelijking.model_titel} ({gegevens.vergelijking.model_versie})",
        op=op,
        was=was,
        wordt=wordt,
        punten=tuple(voorstel.punten),
        gekozen=tuple(p.sleutel for p in gekozen),
        regels=regels,
        opdrachten=opdrachten,
        grondslagen=tuple(grondslagen),
        open_punten=tuple(
            dict.fromkeys(
                (
                    *voorstel.meldingen,
                    *([bezwaar] if bezwaar else []),
                    *(f"{p.waar}: {v}" for p in gekozen for v in p.vragen),
                    *(f"{p.waar}: {v}" for p in voorstel.punten if not p.uitvoerbaar for v in p.vragen),
                    *uitvoering.vragen,
                    *(g.uitleg for g in grondslagen if g.bestaat is not True),
                )
            )
        ),
    )


def _controleer(keus: Keus, punten: Sequence[Herstelpunt]) -> None:
    for sleutel in (*keus.alleen, *keus.zonder):
        if not any(_noemt(sleutel, p) for p in punten):
            bekend = ", ".join(p.sleutel for p in punten[:12])
            raise InvoerFout(
                f"«{sleutel[:60]}» is geen wijziging van dit voorstel.",
                advies=f"Kies uit: {bekend}." if bekend else "Er is niets om te kiezen.",
            )


@dataclass
class _Uitvoering:
    """Carries out what was chosen on the working copy."""

    voorstel: Voorstel
    gekozen: Collection[str]
    vragen: list[str] = field(default_factory=list)
    volgt: dict[str, Herstelreden] = field(default_factory=dict)

    def voer_uit(self, gegevens: Gegevens) -> None:
        for overname in self.voorstel.overnames:
            if overname.punt.sleutel in self.gekozen:
                _zet_tekst(overname.knoop, overname.tekst)
                if overname.opschrift is not None:
                    overname.knoop.opschrift = overname.opschrift
        for wijziging in self.voorstel.verwijzingen:
            if wijziging.punt.sleutel in self.gekozen:
                inhoud = wijziging.knoop.inhoud
                inhoud[:] = [d.replace(wijziging.oud, wijziging.nieuw) if isinstance(d, str) else d for d in inhoud]
        self._volg(gegevens, self._voeg_toe())

    def per_label(self, gekozen: Sequence[Herstelpunt]) -> dict[str, list[Herstelpunt]]:
        """The points by the label of the article or heading that they change."""
        uit: dict[str, list[Herstelpunt]] = {}
        werk = self.voorstel.werk
        knopen = {t.punt.sleutel: t.nieuw for t in self.voorstel.toevoegingen}
        knopen |= {o.punt.sleutel: o.knoop for o in self.voorstel.overnames}
        knopen |= {v.punt.sleutel: v.knoop for v in self.voorstel.verwijzingen}
        for punt in gekozen:
            knoop = knopen[punt.sleutel]
            geraakt = [knoop] if knoop.soort in DELEN else [k for k in knoop.loop() if k.soort not in DELEN]
            for label in dict.fromkeys((werk.artikel(k) or k).label for k in geraakt):
                uit.setdefault(label, []).append(punt)
        return uit

    def _voeg_toe(self) -> dict[BepalingId, str]:
        """Put in what is new; the old numbers of what was renumbered."""
        lijsten: dict[Knoop, tuple[str, str]] = {}
        vernummerd: dict[BepalingId, str] = {}
        for toevoeging in self.voorstel.toevoegingen:
            if toevoeging.punt.sleutel not in self.gekozen:
                continue
            if toevoeging.nieuw.soort is BepalingSoort.ONDERDEEL and toevoeging.ouder not in lijsten:
                lijsten[toevoeging.ouder] = _einden(toevoeging.ouder)
            for id_, nummer in zet_in(toevoeging.plek).items():
                vernummerd.setdefault(id_, nummer)
        for ouder, (voorlaatste, laatste) in lijsten.items():
            zet_leestekens(ouder, laatste, voorlaatste)
        return vernummerd

    def _volg(self, gegevens: Gegevens, vernummerd: dict[BepalingId, str]) -> None:
        werk = self.voorstel.werk

        def meld(knoop: Knoop, woorden: str) -> None:
            artikel = werk.artikel(knoop) or knoop
            self.vragen.append(
                f"{artikel.label}: «{woorden}» wijst naar iets dat een ander nummer krijgt; pas dit zo nodig aan."
            )

        eigen = [v for v in gegevens.van_eigen if v.plaats in werk.op_id]
        for artikel in volg_vernummering(werk, eigen, vernummerd, meld) if vernummerd else ():
            uitleg = "Een verwijzing volgt de vernummering die dit besluit aanbrengt."
            self.volgt[artikel.label] = Herstelreden(Herstelgrond.VERNUMMERING, uitleg)


def _zet_tekst(knoop: Knoop, regels: Sequence[str]) -> None:
    plekken = [n for n, d in enumerate(knoop.inhoud) if isinstance(d, str)]
    if len(plekken) == len(regels):
        for n, regel in zip(plekken, regels, strict=True):
            knoop.inhoud[n] = regel
    else:
        knoop.inhoud = list(regels)


def _einden(ouder: Knoop) -> tuple[str, str]:
    """The words of the last but one and the last item of a list."""
    items = [k for k in ouder.kinderen if k.soort in DELEN]
    teksten = [d for k in items[-2:] for d in k.inhoud[-1:] if isinstance(d, str)]
    return (teksten[0] if len(teksten) > 1 else "", teksten[-1] if teksten else "")


def _opdrachten(was: Bepalingstekst, wordt: Bepalingstekst, titel: str) -> tuple[str, str]:
    """The amending article, proved: printed, read back and applied it gives the new text. Else why there is none."""
    try:
        artikel = instrueer(was, wordt, titel)
        gedrukt = als_tekst(druk(artikel))
        if lees(gedrukt) == artikel and pas_toe(was, artikel) == wordt:
            return gedrukt, ""
        reden = "de instructies geven niet precies de bedoelde tekst"
    except NietUitTeDrukken as fout:
        reden = fout.bericht
    return "", f"Wijzigingsinstructies zijn niet te geven ({reden}). Stel de verordening in haar geheel opnieuw vast."


def wijziging_van(herstel: Herstel) -> Wijzigingsartikel | None:
    """The amending article of a repair; None where there is none."""
    return lees(herstel.opdrachten) if herstel.opdrachten else None


# --- the table ---


def _regels(
    was: Bepalingstekst,
    wordt: Bepalingstekst,
    punten: dict[str, list[Herstelpunt]],
    volgt: dict[str, Herstelreden],
) -> Iterable[Waswordtregel]:
    """One row for each article or heading that differs, in the order of the new text."""
    oud, nieuw = _rijen(was, _labels(wordt)), _rijen(wordt, _labels(was))
    plek = {label: n for n, label in enumerate(nieuw)}
    weg = [label for label in oud if label not in nieuw]
    for label in [*sorted(nieuw, key=plek.__getitem__), *weg]:
        links, rechts = oud.get(label), nieuw.get(label)
        if links == rechts:
            continue
        hier = punten.get(label, [])
        redenen = [r for p in hier for r in p.redenen] + ([volgt[label]] if label in volgt else [])
        yield Waswordtregel(
            label,
            links,
            rechts,
            tuple(dict.fromkeys(redenen)),
            tuple(dict.fromkeys(v for p in hier for v in p.vragen)),
        )


def _labels(tekst: Bepalingstekst) -> frozenset[str]:
    return frozenset(k.label for k in tekst.loop())


def _rijen(tekst: Bepalingstekst, andere: Collection[str]) -> dict[str, Bepalingstekst]:
    """Articles whole, and what holds articles by its heading alone, or whole where the other side has none such."""
    uit: dict[str, Bepalingstekst] = {}
    stapel = list(reversed(tekst.kinderen))
    while stapel:
        knoop = stapel.pop()
        if knoop.soort is BepalingSoort.ARTIKEL or knoop.label not in andere:
            uit.setdefault(knoop.label, knoop)
        else:
            uit.setdefault(knoop.label, Bepalingstekst(knoop.soort, knoop.nummer, knoop.label, knoop.opschrift))
            stapel.extend(reversed(knoop.kinderen))
    return uit
