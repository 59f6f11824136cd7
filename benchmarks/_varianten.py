"""Municipal variants of a model ordinance with the truth known: what became of each provision, and what was chosen.

Nothing of the model's text is kept here: the words come from the document that is read, and go into the variant.
``Woordkeus`` holds the words that fill places and reword; a hold-out measure uses another than the one that was
looked at while building.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.vergelijk.patroon import Patroon, maak_patroon, zonder_einde
from graph.vergelijk.stuk import Stuk, omvang, stukken_van
from ontologie.document import BepalingSoort, Document, InvulSoort
from ontologie.identificatie import BepalingId, Stap, StapSoort

S = BepalingSoort
_GROEPEN = (S.HOOFDSTUK, S.PARAGRAAF, S.AFDELING)


#: A place of the model's text (begin, end), its kind, and what was put there: "" for a part that was kept, None for
#: one that was dropped.
Gekozen = tuple[int, int, InvulSoort, str | None]


@dataclass(frozen=True, slots=True)
class Woordkeus:
    """Words for filling in, other words for the same, and sentences that no model has."""

    getallen: Sequence[str]
    namen: Sequence[str]
    anders: Sequence[tuple[str, str]]
    tussenvoegsels: Sequence[str]
    zinnen: Sequence[str]


BOUW = Woordkeus(
    ("drie", "vijf", "tien", "26", "52", "€ 250", "€ 1.500", "25 procent", "een half jaar", "18 maanden", "65 jaar"),
    ("Nergenshuizen", "de commissie Samenleving", "Verordening Nergenshuizen 2026", "het werkbedrijf De Brug"),
    (
        (r"\bindien\b", "als"), (r"\bpersoon\b", "inwoner"), (r"\bpersonen\b", "inwoners"), (r"\bverstrekt\b", "geeft"),
        (r"\bverstrekken\b", "toekennen"), (r"\bten behoeve van\b", "voor"), (r"\bwerkgever\b", "ondernemer"),
        (r"\bhet college\b", "burgemeester en wethouders"), (r"\bbedoeld in\b", "genoemd in"),
        (r"\bvoorziening\b", "aanpak"), (r"\bvoorzieningen\b", "maatregelen"), (r"\bperiode\b", "termijn"),
        (r"\bhoogte\b", "omvang"),
        (r"\bten hoogste\b", "maximaal"), (r"\bten minste\b", "minimaal"), (r"\bondersteuning\b", "begeleiding"),
    ),
    ("zo nodig", "naar zijn oordeel", "in beginsel", "zo spoedig mogelijk", "in overleg met betrokkene"),
    (
        "Het college stelt voor het houden van een buurtmoestuin elk voorjaar een plattegrond vast.",
        "Aan de rand van elke speelweide komt een bankje dat ook bij regen droog blijft.",
        "De raad ontvangt voor de zomer een overzicht van alle klachten over kapotte straatverlichting.",
        "Wie een volière plaatst, laat de buren weten hoeveel vogels er komen.",
        "Bij gladheid strooit de gemeente eerst de fietspaden naar de scholen.",
        "Een aanvraag voor een buurtfeest bevat een kaartje van de straat en de namen van twee aanspreekpunten.",
    ),
)  # fmt: skip

UITGEHOUDEN = Woordkeus(
    ("zeven", "13", "104", "€ 75", "€ 2.250", "40 procent", "negen weken", "twee kalenderjaren", "21 jaar"),
    ("Waterdam", "de raadscommissie Sociaal", "Verzamelverordening Waterdam", "de Stichting Samen Verder"),
    (
        (r"\bvan de wet\b", "van de Participatiewet"), (r"\barbeid\b", "werk"), (r"\bwerknemer\b", "medewerker"),
        (r"\bkan\b", "is bevoegd om te"), (r"\bstelt\b", "bepaalt"), (r"\been aanvraag\b", "een verzoek"),
        (r"\baangeboden\b", "beschikbaar gesteld"), (r"\bgedurende\b", "tijdens"), (r"\bdoor middel van\b", "via"),
        (r"\bop basis van\b", "aan de hand van"), (r"\bde gemeente\b", "de overheid ter plaatse"),
        (r"\bnoodzakelijk\b", "vereist"), (r"\bmits\b", "op voorwaarde dat"), (r"\bgelet op\b", "rekening houdend met"),
    ),
    ("voor zover mogelijk", "met inachtneming van de omstandigheden", "na weging van belangen", "schriftelijk"),
    (
        "Langs de dijk mogen van april tot oktober schapen grazen, behalve op zondag.",
        "De havenmeester wijst elke schipper een ligplaats toe en noteert de diepgang.",
        "Oude kranten worden op de eerste zaterdag van de maand aan huis opgehaald.",
        "Het college legt een register aan van monumentale bomen en hun verzorgers.",
        "Op het marktplein is muziek toegestaan tot een uur na zonsondergang.",
        "Een standplaats voor een kraam met haring kost in de wintermaanden de helft.",
    ),
)  # fmt: skip


@dataclass(slots=True)
class Eigen:
    """One provision of a variant. ``bron`` are the provisions of the model that it was made from."""

    soort: BepalingSoort
    kop: str
    tekst: str
    bron: list[BepalingId]
    kinderen: list[Eigen] = field(default_factory=list)
    herschreven: bool = False
    streepje: bool = False
    keuzes: list[Gekozen] = field(default_factory=list)


@dataclass(slots=True)
class Variant:
    """A text with the truth: pairs of model provision and own one, what is gone and by choice, what is new."""

    tekst: str = ""
    paren: set[tuple[BepalingId, str]] = field(default_factory=set)
    gelijk: set[str] = field(default_factory=set)
    herschreven: set[str] = field(default_factory=set)
    extra: set[str] = field(default_factory=set)
    ontbreekt: set[BepalingId] = field(default_factory=set)
    weggelaten: set[BepalingId] = field(default_factory=set)
    keuzes: dict[str, list[Gekozen]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mate:
    """How often each thing happens, 0 to 1 per provision."""

    weglaten: float = 0.4
    schrappen: float = 0.04
    herschrijven: float = 0.15
    splitsen: float = 0.12
    samenvoegen: float = 0.1
    verplaatsen: float = 0.06
    toevoegen: float = 0.08


class Maker:
    """Makes one variant of a model."""

    def __init__(self, model: Document, zaad: int, keus: Woordkeus = BOUW, mate: Mate | None = None) -> None:
        self._stukken = stukken_van(model)
        self._omvang = omvang(self._stukken)
        self._kans = random.Random(zaad)
        self._keus, self._mate = keus, mate or Mate()
        self._variant = Variant()

    def maak(self) -> Variant:
        boom = [e for n in self._kinderen(0) if (e := self._eigen(n)) is not None]
        boom = [e for e in boom if e.soort not in (S.BIJLAGE, S.SLOT, S.AANHEF)]
        for ouder in self._ouders(boom):
            self._leden(ouder)
        self._artikelen(boom)
        self._verplaats_lid(boom)
        self._schrijf(boom)
        return self._variant

    def _raak(self, kans: float) -> bool:
        return self._kans.random() < kans

    def _kinderen(self, n: int) -> list[int]:
        return [m for m in range(n + 1, n + 1 + self._omvang[n]) if self._stukken[m].ouder == n]

    # --- what is taken over ---

    def _eigen(self, n: int) -> Eigen | None:
        stuk = self._stukken[n]
        blad = stuk.soort not in _GROEPEN
        if blad and n and stuk.facultatief and self._raak(self._mate.weglaten):
            self._weg(n, self._variant.weggelaten)
            return None
        if blad and stuk.soort is not S.ARTIKEL and not stuk.facultatief and self._raak(self._mate.schrappen):
            self._weg(n, self._variant.ontbreekt)
            return None
        tekst, keuzes = self._ingevuld(stuk)
        eigen = Eigen(stuk.soort, stuk.kop, tekst, [stuk.id], keuzes=keuzes, streepje=not stuk.genummerd)
        eigen.kinderen = [e for k in self._kinderen(n) if (e := self._eigen(k)) is not None]
        if len(tekst.split()) > 8 and self._raak(self._mate.herschrijven):
            eigen.tekst = self._herschrijf(tekst)
            eigen.herschreven = eigen.tekst != tekst
        return eigen

    def _weg(self, n: int, waarheen: set[BepalingId]) -> None:
        waarheen.update(self._stukken[m].id for m in range(n, n + 1 + self._omvang[n]))

    def _ingevuld(self, stuk: Stuk) -> tuple[str, list[Gekozen]]:
        """A random way through the pattern of a text."""
        if not stuk.merken:
            return stuk.tekst, []
        patroon = maak_patroon(stuk.tekst, stuk.merken)
        gekozen, keuzes = self._kies_delen(patroon)
        stukjes: list[str] = []
        plek = 0
        for knoop in patroon.knopen[1:]:
            if knoop.getal or not set(knoop.binnen) <= gekozen:
                continue
            tussen = stuk.tekst[plek : knoop.begin]
            stukjes.append(" " if not tussen or re.search(r"[\[\]()]", tussen) else tussen)
            plek = knoop.eind
            if knoop.merk is None:
                stukjes.append(stuk.tekst[knoop.begin : knoop.eind])
            else:
                waarde = self._waarde(stuk.tekst[knoop.begin : knoop.eind], kort=knoop.kort)
                stukjes.append(waarde)
                keuzes.append((knoop.begin, knoop.eind, knoop.merk.soort, waarde))
        return re.sub(r"\s+([.,;:])", r"\1", re.sub(r"[ ]+", " ", "".join(stukjes))).strip(), keuzes

    def _kies_delen(self, patroon: Patroon) -> tuple[set[int], list[Gekozen]]:
        """Of each facultative part whether it stays, of each group of variants one."""
        gekozen: set[int] = set()
        keuzes: list[Gekozen] = []
        gehad: set[int] = set()
        for n, deel in enumerate(patroon.delen):
            if n in gehad or (deel.ouder >= 0 and deel.ouder not in gekozen):
                continue
            m = deel.merk
            if m.soort is InvulSoort.VARIANT:
                groep = self._groep(patroon, n)
                gehad.update(groep)
                n = self._kans.choice(groep)
                m = patroon.delen[n].merk
            if m.soort is InvulSoort.VARIANT or self._raak(0.5):
                gekozen.add(n)
            keuzes.append((m.begin, m.eind, m.soort, "" if n in gekozen else None))
        return gekozen, keuzes

    @staticmethod
    def _groep(patroon: Patroon, n: int) -> list[int]:
        groep = [n]
        for v in range(n + 1, len(patroon.delen)):
            deel, eind = patroon.delen[v], patroon.delen[groep[-1]].merk.eind
            if deel.merk.soort is not InvulSoort.VARIANT or deel.ouder != patroon.delen[n].ouder:
                continue
            if patroon.tekst[eind : deel.merk.begin].strip() != "OF":
                break
            groep.append(v)
        return groep

    def _waarde(self, plaats: str, *, kort: bool) -> str:
        voorbeeld = re.search(r"\(([^()]+)\)", plaats)
        if voorbeeld and self._raak(0.4):
            return " ".join(voorbeeld[1].split())
        return self._kans.choice(self._keus.getallen if kort else self._keus.namen)

    def _herschrijf(self, tekst: str) -> str:
        """Other words for the same, and perhaps a few more."""
        nieuw = tekst
        for patroon, anders in self._keus.anders:
            if self._raak(0.7):
                nieuw = re.sub(patroon, anders, nieuw)
        woorden = nieuw.split(" ")
        if len(woorden) > 10 and self._raak(0.6):
            woorden.insert(self._kans.randrange(3, len(woorden) - 3), self._kans.choice(self._keus.tussenvoegsels))
        return " ".join(woorden)

    # --- what is done to leden and articles ---

    def _ouders(self, boom: Sequence[Eigen]) -> list[Eigen]:
        uit: list[Eigen] = []
        stapel = list(boom)
        while stapel:
            eigen = stapel.pop(0)
            uit.append(eigen)
            stapel = eigen.kinderen + stapel
        return [e for e in uit if e.soort is S.ARTIKEL]

    def _leden(self, artikel: Eigen) -> None:
        """Split a lid at a sentence, join two, or add one."""
        uit: list[Eigen] = []
        for lid in artikel.kinderen:
            vorige = uit[-1] if uit else None
            zinnen = re.split(r"(?<=[a-z]\.) (?=[A-Z])", lid.tekst)
            kaal = lid.soort is S.LID and not lid.kinderen
            if kaal and len(zinnen) > 1 and self._raak(self._mate.splitsen * 3):
                knip = self._kans.randrange(1, len(zinnen))
                delen = " ".join(zinnen[:knip]), " ".join(zinnen[knip:])
                uit += [Eigen(S.LID, "", d, list(lid.bron), herschreven=lid.herschreven) for d in delen]
            elif (
                kaal and vorige and vorige.soort is S.LID and not vorige.kinderen and self._raak(self._mate.samenvoegen)
            ):
                vorige.tekst = f"{vorige.tekst} {lid.tekst}"
                vorige.bron += [b for b in lid.bron if b not in vorige.bron]
                vorige.herschreven |= lid.herschreven
                vorige.keuzes = []
            else:
                uit.append(lid)
        if any(k.soort is S.LID for k in uit) and self._raak(self._mate.toevoegen):
            uit.insert(self._kans.randrange(len(uit) + 1), Eigen(S.LID, "", self._kans.choice(self._keus.zinnen), []))
        artikel.kinderen = uit

    def _artikelen(self, boom: list[Eigen]) -> None:
        """Split, join, move and add articles within what groups them."""
        for groep in [e for e in boom if e.soort in _GROEPEN] or [Eigen(S.REGELING, "", "", [], boom)]:
            uit: list[Eigen] = []
            for artikel in groep.kinderen:
                vorige = uit[-1] if uit else None
                leden = [k for k in artikel.kinderen if k.soort is S.LID]
                if artikel.soort is S.ARTIKEL and len(leden) > 3 and self._raak(self._mate.splitsen):
                    knip = self._kans.randrange(2, len(leden) - 1)
                    rest = Eigen(S.ARTIKEL, f"{artikel.kop}, vervolg", "", list(artikel.bron), leden[knip:])
                    artikel.kinderen = leden[:knip]
                    uit += [artikel, rest]
                elif self._samen_te_voegen(vorige, artikel) and vorige and self._raak(self._mate.samenvoegen):
                    vorige.kop = f"{vorige.kop} en {artikel.kop[:1].lower()}{artikel.kop[1:]}"
                    vorige.bron += artikel.bron
                    vorige.kinderen += artikel.kinderen
                else:
                    uit.append(artikel)
                if self._raak(self._mate.toevoegen):
                    zin = self._kans.choice(self._keus.zinnen)
                    uit.append(Eigen(S.ARTIKEL, f"Over {zin.split()[1]} en {zin.split()[3]}", zin, []))
            artikelen = [n for n, e in enumerate(uit) if e.soort is S.ARTIKEL]
            if len(artikelen) > 3 and self._raak(self._mate.verplaatsen * 5):
                uit.insert(self._kans.choice(artikelen), uit.pop(self._kans.choice(artikelen)))
            groep.kinderen = uit
            if not any(e.soort in _GROEPEN for e in boom):
                boom[:] = uit

    @staticmethod
    def _samen_te_voegen(vorige: Eigen | None, artikel: Eigen) -> bool:
        return (
            vorige is not None
            and all(e.soort is S.ARTIKEL and e.kinderen and not e.tekst and e.bron for e in (vorige, artikel))
            and all(k.soort is S.LID for e in (vorige, artikel) for k in e.kinderen)
        )

    def _verplaats_lid(self, boom: list[Eigen]) -> None:
        artikelen = [a for a in self._ouders(boom) if sum(k.soort is S.LID for k in a.kinderen) > 2]
        if len(artikelen) > 2 and self._raak(self._mate.verplaatsen * 8):
            van, naar = self._kans.sample(artikelen, 2)
            naar.kinderen.append(van.kinderen.pop(self._kans.randrange(1, len(van.kinderen))))

    # --- writing it down ---

    def _schrijf(self, boom: Sequence[Eigen]) -> None:
        regels = ["Verordening van de gemeente Nergenshuizen", ""]
        self._artikelnummer = 0
        self._hoofdstuk = 0
        for eigen in boom:
            self._schrijf_deel(eigen, (), 0, regels)
        self._variant.tekst = "\n".join(regels) + "\n"

    def _schrijf_deel(self, eigen: Eigen, boven: tuple[Stap, ...], n: int, regels: list[str]) -> None:
        if eigen.soort in _GROEPEN:
            if not eigen.kinderen:
                self._variant.ontbreekt.update(eigen.bron)
                return
            self._hoofdstuk += eigen.soort is S.HOOFDSTUK
            nummer = str(self._hoofdstuk if eigen.soort is S.HOOFDSTUK else n + 1)
            regels += ["", f"{eigen.soort.value.capitalize()} {nummer}. {eigen.kop}", ""]
            for k, kind in enumerate(eigen.kinderen):
                self._schrijf_deel(kind, (), k, regels)
            return
        label, stap = self._label(eigen, n, len(boven))
        stappen = (*boven, stap)
        self._onthoud(eigen, BepalingId("", stappen))
        if eigen.soort is S.ARTIKEL:
            regels += ["", f"Artikel {stap.nummer}. {eigen.kop}".rstrip(". "), ""]
            regels += [" ".join(eigen.tekst.split("\n"))] if eigen.tekst else []
        else:
            regels.append(f"{label} {' '.join(eigen.tekst.split())}")
        tellers = dict.fromkeys(S, 0)
        for kind in eigen.kinderen:
            self._schrijf_deel(kind, stappen, tellers[kind.soort], regels)
            tellers[kind.soort] += 1

    def _label(self, eigen: Eigen, n: int, diepte: int) -> tuple[str, Stap]:
        if eigen.soort is S.ARTIKEL:
            self._artikelnummer += 1
            return "", Stap(StapSoort.ARTIKEL, str(self._artikelnummer))
        if eigen.soort is S.LID:
            return f"{n + 1}.", Stap(StapSoort.LID, str(n + 1))
        if eigen.streepje:
            return "-", Stap(StapSoort.ONDERDEEL, str(n + 1))
        if diepte > 2:
            return f"{n + 1}°.", Stap(StapSoort.ONDERDEEL, str(n + 1))
        return f"{chr(97 + n)}.", Stap(StapSoort.ONDERDEEL, chr(97 + n))

    def _onthoud(self, eigen: Eigen, id_: BepalingId) -> None:
        v = self._variant
        naam = plek(id_)
        v.paren.update((b, naam) for b in eigen.bron)
        if not eigen.bron:
            v.extra.add(naam)
        elif eigen.herschreven:
            v.herschreven.add(naam)
        elif len(eigen.bron) == 1 and eigen.tekst:
            v.gelijk.add(naam)
        if eigen.keuzes and not eigen.herschreven:
            v.keuzes[naam] = eigen.keuzes


def plek(id_: BepalingId) -> str:
    """A provision without the name of its work."""
    return "/".join(f"{s.soort.value} {s.nummer}" for s in id_.stappen)


def kaal(tekst: str) -> str:
    """What of a text must come back: without white space and the end of a list."""
    return " ".join(zonder_einde(tekst).split())
