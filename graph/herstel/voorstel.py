"""What should change in an own ordinance, from its comparison with the model and what is known of changes.

Each change is a point with its reasons, which can be taken over or left. Deliberate choices stay as they are: places
filled in, variants, facultative parts left out, provisions of one's own, and ways of speaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.herstel.nummeren import plek_voor
from graph.herstel.overnemen import neem_over, open_plaatsen, spreek, vaste_namen
from graph.herstel.punten import Gegevens, Overname, Toevoeging, Verwijzingswijziging, Voorstel
from graph.herstel.verwijzen import MERK, Verwijzer
from graph.herstel.werk import DELEN, STRUCTUREN, Knoop, Werk, maak_knoop, nummer_van
from ontologie.document import Bepaling, BepalingSoort
from ontologie.herstel import Herstelgrond, Herstelpunt, Herstelreden
from ontologie.identificatie import BepalingId
from ontologie.identificatie.rangtelwoord import rangtelwoord
from ontologie.vergelijking import Bijzonder, KeuzeSoort, Paar, Paarsoort
from ontologie.verwijzing import Status, Verwijzing

_ZELFSTANDIG = frozenset({BepalingSoort.ARTIKEL, *STRUCTUREN, *DELEN})
_ZONDER_AANLEIDING = (
    "De eigen tekst wijkt af van het model. Geen geladen bron noemt een aanleiding: waarschijnlijk een keuze."
)
_VREEMD = (
    "De eigen tekst heeft weinig gemeen met dit model. Er is daarom niets voorgesteld; controleer of dit het goede "
    "model is."
)
#: Part of the model that an own text must have for changes to be proposed.
_VERWANT = 0.2
#: Headings of articles that work once, when an ordinance is made.
_EENMALIG = re.compile(r"overgang|intrek|inwerking|citeertitel|slotbepaling", re.IGNORECASE)
#: Grounds on which a deviation is put right unless the user says otherwise.
_AANLEIDING = frozenset({Herstelgrond.MODEL, Herstelgrond.WET})


def stel_voor(gegevens: Gegevens) -> Voorstel:
    """The points, in reading order of the own text."""
    return _Maker(gegevens).maak()


class _Maker:
    def __init__(self, gegevens: Gegevens) -> None:
        self._g = gegevens
        self._werk = Werk(gegevens.eigen)
        self._uit = Voorstel(self._werk)
        self._model = {b.id: b for b in gegevens.model.bepalingen()}
        self._naar_eigen = {m: p.eigen[0] for p in gegevens.vergelijking.paren if p.eigen for m in p.model}
        self._namen = vaste_namen(gegevens.vergelijking)
        self._nieuw: dict[BepalingId, Knoop] = {}
        self._verwijzingen: dict[BepalingId, list[Verwijzing]] = {}
        for verwijzing in gegevens.van_model:
            self._verwijzingen.setdefault(verwijzing.plaats, []).append(verwijzing)
        self._verwijzer = Verwijzer(self._werk, gegevens.model.werk, self._naar_eigen)
        self._dood: dict[BepalingId, list[Verwijzing]] = {}
        for verwijzing in gegevens.van_eigen:
            if verwijzing.status in (Status.DOEL_ONTBREEKT, Status.DEELS):
                self._dood.setdefault(verwijzing.plaats, []).append(verwijzing)

    def maak(self) -> Voorstel:
        # New articles get their numbers first, so that references in what is new can follow them.
        for paar in self._g.vergelijking.paren:
            if paar.soort is Paarsoort.ONTBREEKT or paar.soort is Paarsoort.WEGGELATEN:
                self._weg(paar)
        for paar in self._g.vergelijking.paren:
            if paar.eigen:
                self._aanwezig(paar)
        self._uit.toevoegingen = [self._met_verwijzingen(t) for t in self._uit.toevoegingen]
        nieuw = {t.punt.sleutel: t.punt for t in self._uit.toevoegingen}
        self._uit.punten = [nieuw.get(p.sleutel, p) for p in self._uit.punten]
        volgorde = {k: n for n, k in enumerate(self._werk.wortel.loop())}
        plaats = {t.punt.sleutel: volgorde.get(t.plek.na or t.ouder, 0) + 0.5 for t in self._uit.toevoegingen}
        plaats |= {v.punt.sleutel: volgorde.get(v.knoop, 0) + 0.1 for v in self._uit.verwijzingen}
        plaats |= {o.punt.sleutel: float(volgorde.get(o.knoop, 0)) for o in self._uit.overnames}
        self._uit.punten.sort(key=lambda p: plaats.get(p.sleutel, float(len(volgorde))))
        if not self._verwant():
            self._uit.punten = [replace(p, voorgesteld=False) for p in self._uit.punten]
            self._uit.meldingen.append(_VREEMD)
        return self._uit

    def _verwant(self) -> bool:
        """Whether the own text was made from this model at all."""
        van_model = [p for p in self._g.vergelijking.paren if p.model]
        return sum(p.overgenomen for p in van_model) >= _VERWANT * len(van_model)

    # --- reasons ---

    def _redenen(self, ids: Sequence[BepalingId]) -> list[Herstelreden]:
        """What is known of provisions of the model, of what they lie in, and of what lies in them."""
        uit: list[Herstelreden] = []
        for id_ in ids:
            for bekend, redenen in self._g.aanleidingen.items():
                if bekend == id_ or bekend in id_.voorouders() or (id_ in bekend.voorouders() and self._geheel(id_)):
                    uit += redenen
        return list(dict.fromkeys(uit))

    def _geheel(self, id_: BepalingId) -> bool:
        """Whether what is below a provision is told together with it: it has no partner of its own."""
        return id_ not in self._naar_eigen

    # --- what the own text has ---

    def _aanwezig(self, paar: Paar) -> None:
        knoop = self._werk.op_id.get(paar.eigen[0])
        if knoop is None or knoop.soort not in _ZELFSTANDIG:
            return
        for dood in self._dood.get(knoop.id, ()):
            self._verwijzing_zonder_doel(paar, knoop, dood)
        if paar.soort is Paarsoort.AFWIJKEND:
            self._afwijkend(paar, knoop)
        elif any(k.soort is KeuzeSoort.OPEN for k in paar.keuzes):
            vraag = "Een plaats die het model aan de gemeente laat, is in de eigen tekst nog niet ingevuld."
            self._alleen_vraag(knoop, "open", Herstelreden(Herstelgrond.INVULLING, vraag), vraag)

    def _afwijkend(self, paar: Paar, knoop: Knoop) -> None:
        # That a provision fills in a duty is no reason to say it in the words of the model.
        redenen = [r for r in self._redenen(paar.model) if r.grond is not Herstelgrond.PLICHT]
        veel = Bijzonder.HERSCHREVEN in paar.bijzonder
        samen = len(paar.model) > 1 or len(paar.eigen) > 1
        if samen or not paar.precies:
            if redenen:
                vraag = "Hier zijn bepalingen van het model samengevoegd of gesplitst: doe dit met de hand."
                self._alleen_vraag(knoop, "samen", redenen[0], vraag)
            return
        tekst = neem_over(paar, self._namen)
        model_id = paar.model[0]
        tekst, vragen = self._verwijzer.herschrijf(tekst, self._in_verschil(paar, model_id))
        opschrift = spreek(paar.model_kop, self._namen) if paar.kopverschillen else None
        regels = tuple(r for r in tekst.split("\n") if r)
        if tekst == paar.eigen_tekst and opschrift is None:
            return
        if not redenen:
            redenen = [Herstelreden(Herstelgrond.AFWIJKING, _ZONDER_AANLEIDING)]
        aanleiding = any(r.grond in _AANLEIDING for r in redenen)
        if veel and aanleiding:
            vragen.append("De eigen tekst is grotendeels herschreven; overnemen vervangt die eigen woorden.")
        uitvoerbaar = len(regels) == sum(isinstance(d, str) for d in knoop.inhoud) or not knoop.kinderen
        vragen += _invulvragen(regels, paar.eigen_tekst)
        punt = Herstelpunt(
            _sleutel(knoop.id),
            self._artikelnummer(knoop),
            self._waar(knoop),
            tuple(redenen),
            voorgesteld=aanleiding and not veel and uitvoerbaar,
            uitvoerbaar=uitvoerbaar,
            vragen=tuple(vragen),
        )
        self._uit.punten.append(punt)
        if uitvoerbaar:
            self._uit.overnames.append(Overname(punt, knoop, regels, opschrift))

    def _in_verschil(self, paar: Paar, model_id: BepalingId) -> list[Verwijzing]:
        """References of the model in the words that are taken over."""
        over = [paar.model_tekst[v.oud_begin : v.oud_eind] for v in paar.verschillen]
        return [v for v in self._verwijzingen.get(model_id, ()) if any(v.tekst in o or o in v.tekst for o in over if o)]

    def _verwijzing_zonder_doel(self, paar: Paar, knoop: Knoop, dood: Verwijzing) -> None:
        """A reference that leads nowhere: put right where it still has the number of the model, else asked."""
        eigen = all(isinstance(d, BepalingId) and d.werk == self._g.eigen.werk for d in dood.doelen)
        waar = self._waar(knoop)
        plekken = [n for n, d in enumerate(knoop.inhoud) if isinstance(d, str) and d.count(dood.tekst) == 1]
        nieuw = self._in_eigen_nummers(paar, dood.tekst) if eigen and len(plekken) == 1 else None
        if nieuw is None or nieuw == dood.tekst:
            uitleg = f"«{dood.tekst}» wijst naar iets dat deze verordening niet heeft."
            if not eigen:
                uitleg = f"«{dood.tekst}»: {dood.reden}"
            vraag = f"{uitleg} Stel vast waarnaar moet worden verwezen."
            self._alleen_vraag(knoop, "verwijzing", Herstelreden(Herstelgrond.VERWIJZING, uitleg), vraag)
            return
        uitleg = f"«{dood.tekst}» heeft het nummer van het model; in deze verordening is dat {nieuw}."
        reden = Herstelreden(Herstelgrond.VERWIJZING, uitleg, (self._g.noem(paar.model[0]),))
        sleutel = f"{_sleutel(knoop.id)}!verwijzing"
        punt = Herstelpunt(sleutel, self._artikelnummer(knoop), waar, (reden,), voorgesteld=True)
        self._uit.punten.append(punt)
        self._uit.verwijzingen.append(Verwijzingswijziging(punt, knoop, dood.tekst, nieuw))

    def _in_eigen_nummers(self, paar: Paar, woorden: str) -> str | None:
        """The same reference of the model, to where the own text has what it points at."""
        for id_ in paar.model:
            zelfde = [v for v in self._verwijzingen.get(id_, ()) if v.tekst == woorden]
            if zelfde:
                tekst, vragen = self._verwijzer.herschrijf(woorden, zelfde)
                return None if vragen else tekst
        return None

    def _alleen_vraag(self, knoop: Knoop, wat: str, reden: Herstelreden, vraag: str) -> None:
        sleutel = f"{_sleutel(knoop.id)}?{wat}"
        self._uit.punten.append(
            Herstelpunt(sleutel, self._artikelnummer(knoop), self._waar(knoop), (reden,), False, False, (vraag,))
        )

    # --- what the own text has not ---

    def _weg(self, paar: Paar) -> None:
        (id_,) = paar.model[:1]
        bepaling = self._model.get(id_)
        if bepaling is None or paar.niets_weg:
            return
        redenen = self._redenen([b.id for b in bepaling.loop()])
        keuze = paar.soort is Paarsoort.WEGGELATEN
        if keuze and not any(r.grond in (Herstelgrond.MODEL, Herstelgrond.WET) for r in redenen):
            return
        if paar.onderdeel not in _ZELFSTANDIG:
            if paar.onderdeel is BepalingSoort.BIJLAGE and not keuze:
                reden = Herstelreden(Herstelgrond.ONTBREEKT, paar.reden)
                vraag = "Deze bijlage van het model ontbreekt; een bijlage staat niet in dit ontwerp."
                punt = Herstelpunt(f"+{_sleutel(id_)}", "", _modelnaam(bepaling), (reden,), False, False, (vraag,))
                self._uit.punten.append(punt)
            return
        eigen_reden = Herstelreden(Herstelgrond.ONTBREEKT, paar.reden, (self._g.noem(id_),))
        plek = plek_voor(bepaling, self._g.model, self._werk, self._naar_eigen, self._nieuw)
        nieuw = maak_knoop(bepaling)
        punt = Herstelpunt(
            f"+{_sleutel(id_)}",
            "",
            _modelnaam(bepaling),
            (*redenen, eigen_reden) if not keuze else tuple(redenen),
            voorgesteld=not keuze and plek is not None and not self._eenmalig(bepaling),
            uitvoerbaar=plek is not None,
            vragen=()
            if plek is not None
            else ("Dit deel van het model ontbreekt, en de plaats ervan in de eigen tekst is niet te bepalen.",),
        )
        self._uit.punten.append(punt)
        if plek is None:
            return
        self._nieuw.update((k.id, k) for k in nieuw.loop())
        plek.neem(nieuw)
        self._uit.toevoegingen.append(Toevoeging(punt, plek.ouder, nieuw, plek))
        self._werk.op_id.update({k.id: k for k in nieuw.loop() if k.id not in self._werk.op_id})

    def _eenmalig(self, bepaling: Bepaling) -> bool:
        """Whether it lies in an article on transition or commencement: the own ordinance had its own then."""
        artikel = self._model.get(bepaling.id.artikel or bepaling.id)
        return artikel is not None and _EENMALIG.search(artikel.kop) is not None

    def _met_verwijzingen(self, toevoeging: Toevoeging) -> Toevoeging:
        """The addition with its references followed, its facultative parts marked, and its questions."""
        vragen: list[str] = []
        teksten: list[str] = []
        for knoop in toevoeging.nieuw.loop():
            knoop.opschrift = spreek(knoop.opschrift, self._namen)
            for n, deel in enumerate(knoop.inhoud):
                if isinstance(deel, str):
                    nieuw, erbij = self._verwijzer.herschrijf(deel, self._verwijzingen.get(knoop.id, ()))
                    knoop.inhoud[n] = spreek(nieuw, self._namen)
                    vragen += erbij
                    teksten.append(nieuw)
        vragen += _merk_facultatief(toevoeging.nieuw)
        vragen += _invulvragen(teksten, "")
        punt = toevoeging.punt
        knoop = toevoeging.nieuw
        waar = f"{knoop.label} (nieuw)"
        if knoop.soort in DELEN:
            waar = f"{self._waar(toevoeging.ouder)}, nieuw {knoop.soort}"
        punt = Herstelpunt(
            punt.sleutel,
            self._artikelnummer(knoop if knoop.soort in (BepalingSoort.ARTIKEL, *STRUCTUREN) else toevoeging.ouder),
            waar,
            punt.redenen,
            punt.voorgesteld,
            vragen=tuple(dict.fromkeys((*punt.vragen, *vragen))),
        )
        return Toevoeging(punt, toevoeging.ouder, knoop, toevoeging.plek)

    # --- names ---

    def _artikelnummer(self, knoop: Knoop) -> str:
        artikel = self._werk.artikel(knoop) or knoop
        return artikel.label.removeprefix("Artikel ").removesuffix(".")

    def _waar(self, knoop: Knoop) -> str:
        artikel = self._werk.artikel(knoop)
        if artikel is None or artikel is knoop:
            return knoop.label or str(knoop.id)
        delen = []
        nu: Knoop | None = knoop
        while nu is not None and nu is not artikel:
            nummer = nummer_van(nu) or nu.id.stappen[-1].nummer
            lid = f"{rangtelwoord(nummer)} lid" if rangtelwoord(nummer) else f"lid {nummer}"
            delen.append(lid if nu.soort is BepalingSoort.LID else f"onder {nummer}")
            nu = self._werk.ouder(nu)
        return ", ".join([artikel.label, *reversed(delen)])


def _sleutel(id_: BepalingId) -> str:
    """How a user names a provision of the own text or the model: "3:1:f"."""
    return str(id_).partition(":")[2]


def _modelnaam(bepaling: Bepaling) -> str:
    return f"{bepaling.label} {bepaling.kop}".strip() if bepaling.soort not in DELEN else str(bepaling.id)


def _invulvragen(teksten: Sequence[str], al: str) -> list[str]:
    """A question for each place that the model leaves to the municipality and that is not filled in."""
    open_ = [p for p in open_plaatsen(teksten) if p not in al and p != MERK and not p.startswith("[facultatief")]
    return [f"Vul in of kies: «{p}»." for p in dict.fromkeys(open_)]


def _merk_facultatief(knoop: Knoop) -> Iterator[str]:
    """Facultative parts of something new are kept between brackets, for the council to choose."""
    if knoop.facultatief:
        return
    for deel in knoop.loop():
        ouder_ook = deel is not knoop and deel.facultatief
        if ouder_ook and deel.inhoud and isinstance(deel.inhoud[0], str):
            deel.inhoud[0] = f"[facultatief:] {deel.inhoud[0]}"
            yield f"«{deel.label}» in «{knoop.label}» is facultatief in het model: neem het op of laat het weg."
