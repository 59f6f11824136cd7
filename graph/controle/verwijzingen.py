"""Rules about references: to what does not exist, under a former name, to what is optional, or worded wrongly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from bronnen.regeling import Naam, naamsleutel
from graph.controle.indeling import verschuiving
from graph.controle.lezing import Gezien, Lezing, Toets
from graph.relaties.woorden import is_leeg, stam
from ontologie.controle import Controleregel, Controlethema, Ernst
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.verwijzing import Status, Verwijzing, VerwijzingSoort

#: A sentence about what the law was cites provisions that are no longer there.
_TOEN = re.compile(
    r"(?i)\b(?:luid(?:de|den|t)|vervallen|verviel(?:en)?|ingetrokken|voormalige?|vroegere?|toenmalige?|destijds|eerdere|"
    r"oude?|gold(?:en)?|hernummerd|vernummerd|was opgenomen|tot en met 31 december|zoals (?:dat|die|deze) (?:op|v[oó][oó]r))\b"
)
#: Rules of resolution that guess from the surroundings: good for reading, no ground to call something wrong.
_ZWAK = frozenset({"laatst-genoemd", "laatst-genoemd-lid", "laatst-genoemde-regeling", "eerder-zo-genoemd", "hoofdonderwerp",
                   "naam-in-zin", "elders-genoemd", "genoemd-in-zin", "buur", "enige-lid", "naam-verdeeld-ook-eigen"})  # fmt: skip
_ACHTERNAAM = re.compile(r"(?i)\b(?:van|uit|bij) (?:de|het) (?P<naam>[^,;()]{6,160})$")
_JAAR = re.compile(r" \d{4}(?:-\d{4})?$")
#: Law about what was before cites it under the name of then.
_OVERGANG = re.compile(r"(?i)overgang|intrek|invoering|wijziging")
_DUBBELE_SPATIE = re.compile(r"\s+")


def _regel(id_: str, naam: str, ernst: Ernst, uitleg: str) -> Controleregel:
    return Controleregel(id_, naam, Controlethema.VERWIJZINGEN, ernst, uitleg)


def _eigen_toelichting(lezing: Lezing, v: Verwijzing) -> bool:
    """Whether this is the explanation citing its own regulation: rules of their own look at that."""
    eigen = all(isinstance(d, BepalingId) and d.werk == lezing.document.werk for d in v.doelen)
    return eigen and bool(v.plaats.stappen) and v.plaats.stappen[0].soort is StapSoort.TOELICHTING


def _te_beoordelen(lezing: Lezing, v: Verwijzing) -> bool:
    return v.methode not in _ZWAK and not _TOEN.search(lezing.zin_rond(v))


def _ontbrekend(lezing: Lezing, v: Verwijzing) -> list[BepalingId]:
    return [d for d in v.doelen if isinstance(d, BepalingId) and lezing.bomen.vind(d) is None]


def _naam(lezing: Lezing, doel: BepalingId) -> str:
    """The regulation of a target in words."""
    return "dit document" if doel.werk == lezing.document.werk else f"«{lezing.register.titel(doel.werk)}»"


def wat(doel: BepalingId) -> str:
    """The last step of a target in words: "het tweede lid" is "lid 2"."""
    stap = doel.stappen[-1]
    soort = "paragraaf" if stap.soort is StapSoort.SECTIE else stap.soort.value
    return f"{soort} {stap.nummer}".strip()


def _deel_dat_er_is(lezing: Lezing, doel: BepalingId) -> BepalingId | None:
    return next((o for o in doel.voorouders() if o.stappen and lezing.bomen.vind(o) is not None), None)


def ontbreekt(lezing: Lezing) -> Iterator[Gezien]:
    for v in lezing.verwijzingen:
        if v.status is not Status.DOEL_ONTBREEKT or _eigen_toelichting(lezing, v) or not _te_beoordelen(lezing, v):
            continue
        mist = _ontbrekend(lezing, v)
        if mist:
            namen = " en ".join(dict.fromkeys(map(wat, mist)))
            yield lezing.bij_verwijzing(
                v, f"{namen.capitalize()} bestaat niet in {_naam(lezing, mist[0])}.", _buur(lezing, mist[0])
            )


def _buur(lezing: Lezing, doel: BepalingId) -> str:
    """A section with the chapter number moved as the document moves others."""
    stap = doel.stappen[-1]
    hoofd, punt, rest = stap.nummer.partition(".")
    if doel.werk != lezing.document.werk or not punt or not hoofd.isdecimal():
        return ""
    schuif = verschuiving(lezing)
    ander = doel.ouder.onder(stap.soort, f"{int(hoofd) + schuif}.{rest}") if doel.ouder is not None else None
    if schuif and ander is not None and lezing.bomen.vind(ander) is not None:
        return f"Andere hoofdstuknummers zijn ook {abs(schuif)} verschoven: bedoeld is vermoedelijk {int(hoofd) + schuif}.{rest}."
    return ""


def deels(lezing: Lezing) -> Iterator[Gezien]:
    for v in _deels(lezing):
        for doel in _ontbrekend(lezing, v):
            ouder = _deel_dat_er_is(lezing, doel)
            if ouder is not None and not _zonder_leden(lezing, doel, ouder):
                eerste = doel.stappen[len(ouder.stappen)]
                yield lezing.bij_verwijzing(
                    v,
                    f"{wat(ouder).capitalize()} van {_naam(lezing, doel)} heeft geen {eerste.soort.value} {eerste.nummer}.",
                    _wat_er_is(lezing, ouder, eerste.soort),
                )
                break


def zonder_leden(lezing: Lezing) -> Iterator[Gezien]:
    for v in _deels(lezing):
        for doel in _ontbrekend(lezing, v):
            ouder = _deel_dat_er_is(lezing, doel)
            if ouder is not None and _zonder_leden(lezing, doel, ouder):
                yield lezing.bij_verwijzing(
                    v,
                    f"{wat(ouder).capitalize()} van {_naam(lezing, doel)} heeft geen leden.",
                    _zonder_lid(lezing, doel, ouder),
                )
                break


def _deels(lezing: Lezing) -> Iterator[Verwijzing]:
    for v in lezing.verwijzingen:
        if v.status is Status.DEELS and not _eigen_toelichting(lezing, v) and _te_beoordelen(lezing, v):
            yield v


def _zonder_leden(lezing: Lezing, doel: BepalingId, ouder: BepalingId) -> bool:
    return (
        ouder.soort is StapSoort.ARTIKEL
        and doel.stappen[len(ouder.stappen)].soort is StapSoort.LID
        and not any(k.soort is StapSoort.LID for k in lezing.bomen.kinderen(ouder))
    )


def _zonder_lid(lezing: Lezing, doel: BepalingId, ouder: BepalingId) -> str:
    rest = doel.stappen[len(ouder.stappen) + 1 :]
    zonder = BepalingId(doel.werk, (*ouder.stappen, *rest))
    if rest and lezing.bomen.vind(zonder) is not None:
        return f"Schrijf artikel {ouder.stappen[-1].nummer}, {wat(zonder)}."
    return "Laat het lid weg, of noem het artikel dat bedoeld is."


def _wat_er_is(lezing: Lezing, ouder: BepalingId, soort: StapSoort) -> str:
    aanwezig = [k.stappen[-1].nummer for k in lezing.bomen.kinderen(ouder) if k.soort is soort and k.stappen[-1].nummer]
    if not aanwezig:
        return ""
    tot = aanwezig[0] if len(aanwezig) == 1 else f"{aanwezig[0]} tot en met {aanwezig[-1]}"
    return f"Er is {soort.value} {tot}."


def wet_onbekend(lezing: Lezing) -> Iterator[Gezien]:
    """ "Artikel 5 van de wet" in a text that nowhere says which law that is."""
    for v in lezing.verwijzingen:
        if v.status is not Status.ONBEKENDE_REGELING or v.methode != "soortnaam":
            continue
        m = re.search(r"(?i)van (?:de|het) (?P<woord>wet|besluit|regeling|verordening)$", v.tekst)
        if m and _te_beoordelen(lezing, v):
            yield lezing.bij_verwijzing(
                v,
                f"De tekst zegt nergens welke {m['woord']} dit is.",
                f"Noem de regeling bij haar naam, of omschrijf «{m['woord']}» bij de begrippen.",
            )


# --- names of regulations -----------------------------------------------------------------------------------------


def _genoemd(lezing: Lezing) -> Iterator[tuple[Verwijzing, str, str, Naam]]:
    """Each reference that names a regulation in full: the words of the name, the work and the name in the register."""
    for v in lezing.verwijzingen:
        if v.soort is VerwijzingSoort.REGELING:
            letterlijk = v.tekst
        elif m := _ACHTERNAAM.search(v.tekst):
            letterlijk = m["naam"]
        else:
            continue
        werken = {d.werk for d in v.doelen if isinstance(d, BepalingId)}
        regeling = lezing.register.regeling(next(iter(werken))) if len(werken) == 1 else None
        sleutel = naamsleutel(letterlijk)
        namen = regeling.namen if regeling else ()
        naam = next((n for n in namen if naamsleutel(n.tekst) == sleutel), None) or next(
            (n for n in namen if naamsleutel(_JAAR.sub("", n.tekst)) == sleutel), None
        )
        if regeling is not None and naam is not None:
            yield v, _DUBBELE_SPATIE.sub(" ", letterlijk), regeling.kort, naam


def _peildatum(lezing: Lezing) -> date:
    if lezing.document.geldig_van is not None:
        return lezing.document.geldig_van
    m = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", lezing.document.versie)
    return date(int(m[1]), int(m[2]), int(m[3] or 1)) if m else lezing.vandaag


def voormalig(lezing: Lezing) -> Iterator[Gezien]:
    peil = _peildatum(lezing)
    for v, letterlijk, werk, naam in _genoemd(lezing):
        oud = (
            naam.geldig_tot is not None
            and naam.geldig_tot <= peil
            or (naam.soort == "voormalig" and naam.geldig_tot is None)
        )
        if not oud or naam.soort not in ("voormalig", "citeertitel") or werk == lezing.document.werk:
            continue
        if not _TOEN.search(lezing.zin_rond(v)) and not _over_toen(lezing, v):
            titel = lezing.register.titel(werk)
            yield lezing.bij_verwijzing(v, f"«{letterlijk}» is een vroegere naam van: {titel}.", f"Schrijf: {titel}.")


def _over_toen(lezing: Lezing, v: Verwijzing) -> bool:
    return any(_OVERGANG.search(k.kop) for k in (lezing.boek.knoop(v.plaats), *lezing.boek.keten(v.plaats)) if k)


def wisselend(lezing: Lezing) -> Iterator[Gezien]:
    """One regulation with its title written in several ways; the way that is used most counts as meant."""
    vormen: dict[str, Counter[str]] = defaultdict(Counter)
    genoemd = [
        (v, t, f"{w} {naamsleutel(_JAAR.sub('', n.tekst))}") for v, t, w, n in _genoemd(lezing) if n.soort in _VOLUIT
    ]
    for _, letterlijk, titel in genoemd:
        vormen[titel][_vorm(letterlijk)] += 1
    gemeld: Counter[tuple[str, str]] = Counter()
    for v, letterlijk, titel in genoemd:
        meest, hoe_vaak = vormen[titel].most_common(1)[0]
        vorm = _vorm(letterlijk)
        if vorm == meest or vormen[titel][vorm] == hoe_vaak:
            continue
        gemeld[titel, vorm] += 1
        if gemeld[titel, vorm] <= _PER_VORM:
            yield lezing.bij_verwijzing(
                v,
                f"Elders ({hoe_vaak} keer) is deze titel anders geschreven: «{meest}».",
                "Schrijf de titel steeds gelijk.",
            )


_VOLUIT = frozenset({"citeertitel", "verkort"})
#: A spelling that comes back is shown so many times.
_PER_VORM = 3


def _vorm(naam: str) -> str:
    # A hyphen at the end of a line leaves a space behind it.
    return re.sub(r"-\s+(?=[a-z])", "-", naam.strip(" .,;"))


# --- optional parts and oneself -----------------------------------------------------------------------------------


def facultatief(lezing: Lezing) -> Iterator[Gezien]:
    boek = lezing.boek
    if not any(b.facultatief for b in boek.bepalingen()):
        return
    for v in lezing.verwijzingen:
        if v.status is not Status.OPGELOST or _in_leeswijzer(v) or _in_haken(lezing, v) or _legt_uit(lezing, v):
            continue
        van = _facultatieve_kern(lezing, v.plaats)
        for doel in v.doelen:
            if not isinstance(doel, BepalingId) or doel.werk != lezing.document.werk or not boek.facultatief(doel):
                continue
            naar = _facultatieve_kern(lezing, doel)
            if van is not None and naar is not None and naar in (van, *van.voorouders()):
                continue
            yield lezing.bij_verwijzing(
                v,
                f"{wat(doel).capitalize()} is facultatief; valt dat weg, dan wijst deze verwijzing nergens naar.",
                "Maak ook de verwijzing facultatief.",
            )
            break


def _in_leeswijzer(v: Verwijzing) -> bool:
    return any(s.soort is StapSoort.LEESWIJZER for s in v.plaats.stappen)


def _facultatieve_kern(lezing: Lezing, id_: BepalingId) -> BepalingId | None:
    """The outermost optional provision that a provision is part of."""
    keten = [k for k in (lezing.boek.knoop(id_), *lezing.boek.keten(id_)) if k is not None and k.facultatief]
    return keten[-1].id if keten else None


def _in_haken(lezing: Lezing, v: Verwijzing) -> bool:
    plek = lezing.passage_van(v)
    if plek is None:
        return False
    keten = plek[0].keten
    return any(i.span.begin <= v.span.begin and v.span.eind <= i.span.eind for b in keten for i in b.invulplaatsen)


def _legt_uit(lezing: Lezing, v: Verwijzing) -> bool:
    """Whether a part of the explanation cites the article that it explains: both go when one goes."""
    knopen = [k for k in (lezing.boek.knoop(v.plaats), *lezing.boek.keten(v.plaats)) if k is not None]
    uitgelegd = {d.artikel for k in knopen for d in k.licht_toe}
    return any(isinstance(d, BepalingId) and d.artikel in uitgelegd for d in v.doelen)


def zichzelf(lezing: Lezing) -> Iterator[Gezien]:
    """A lid that cites itself as if it were another, and an article that cites itself by its number."""
    for v in lezing.verwijzingen:
        if v.status is not Status.OPGELOST or len(v.doelen) != 1 or not v.plaats.stappen or v.methode in _ZWAK:
            continue
        doel = v.doelen[0]
        if isinstance(doel, BepalingId) and _eigen_hoofdstuk(lezing, v, doel):
            yield lezing.bij_verwijzing(
                v, "Dit verwijst naar het hoofdstuk waarin het zelf staat.", "Noem het hoofdstuk dat bedoeld is."
            )
        if not isinstance(doel, BepalingId) or v.plaats.stappen[0].soort is not StapSoort.ARTIKEL:
            continue
        if (
            v.soort is VerwijzingSoort.ANAFOOR
            and doel.soort is StapSoort.LID
            and re.match(r"(?i)(?:het )?\w+ lid$", v.tekst)
        ):
            if doel == v.plaats or doel in v.plaats.voorouders():
                if re.match(r"(?i)(?:dit|dat|vorige|volgende|voorgaande|laatste)\b", v.tekst):
                    continue
                yield lezing.bij_verwijzing(
                    v, "Dit lid verwijst naar zichzelf.", "Noem het lid dat bedoeld is, of schrijf «dit lid»."
                )
        elif v.soort is VerwijzingSoort.INTERN and doel.soort is StapSoort.ARTIKEL and doel == v.plaats.artikel:
            yield lezing.bij_verwijzing(v, "Dit artikel noemt zichzelf bij zijn nummer.", "Schrijf «dit artikel».")


def _eigen_hoofdstuk(lezing: Lezing, v: Verwijzing, doel: BepalingId) -> bool:
    """ "Zie hoofdstuk 6" in section 6.2."""
    if doel.werk != lezing.document.werk or len(doel.stappen) != 1 or doel.soort is not StapSoort.SECTIE:
        return False
    eigen = v.plaats.stappen[0]
    nummer = doel.stappen[0].nummer
    return eigen.soort is StapSoort.SECTIE and nummer.isdecimal() and eigen.nummer.split(".")[0] == nummer


def bijlage(lezing: Lezing) -> Iterator[Gezien]:
    bijlagen = lezing.boek.bijlagen
    if len(bijlagen) < 2:
        return
    for v in lezing.verwijzingen:
        doel = v.doelen[0] if len(v.doelen) == 1 else None
        if (
            isinstance(doel, BepalingId)
            and doel.werk == lezing.document.werk
            and len(doel.stappen) == 1
            and doel.soort is StapSoort.BIJLAGE
            and not doel.stappen[0].nummer
            and not any(s.soort is StapSoort.BIJLAGE for s in v.plaats.stappen)
            and not re.match(r"(?i)deze bijlage", v.tekst)
        ):
            yield lezing.bij_verwijzing(
                v,
                f"Er zijn {len(bijlagen)} bijlagen; welke bedoeld is staat er niet bij.",
                "Geef de bijlagen een nummer en noem dat.",
            )


# --- an article that is almost the one cited elsewhere ------------------------------------------------------------

_VOOR = re.compile(r"(?P<woord>[^\W\d_]{4,}) (?:van |op grond van |het |de |in |onder ){1,3}$")
_NUMMER = re.compile(r"(?P<getal>\d+(?:[.:]\d+)*)(?P<letter>[a-z]{0,2})")
#: So often a combination must occur before one that differs counts as odd.
_VAST = 5


def bijna(lezing: Lezing) -> Iterator[Gezien]:
    """ "uitvoering van artikel 7" where the same words stand with artikel 7a everywhere else."""
    plekken: dict[tuple[str, str, str], list[tuple[str, Verwijzing]]] = defaultdict(list)
    for v in lezing.verwijzingen:
        doel = v.doelen[0] if len(v.doelen) == 1 else None
        if not isinstance(doel, BepalingId) or doel.soort is not StapSoort.ARTIKEL or len(doel.stappen) != 1:
            continue
        plek = lezing.passage_van(v)
        m = _NUMMER.fullmatch(doel.stappen[0].nummer)
        voor = _VOOR.search(plek[0].tekst.inhoud[max(0, plek[1] - 60) : plek[1]]) if plek is not None else None
        if m is not None and voor is not None and not is_leeg(stam(voor["woord"])):
            plekken[doel.werk, m["getal"], voor.group().lower()].append((m["letter"], v))
    for (_, getal, voor_), rij in plekken.items():
        tel = Counter(letter for letter, _ in rij)
        meest, hoe_vaak = tel.most_common(1)[0]
        if hoe_vaak < _VAST or len(tel) != 2 or len(rij) - hoe_vaak > max(1, hoe_vaak // 5):
            continue
        for letter, v in rij:
            if letter != meest:
                yield lezing.bij_verwijzing(
                    v,
                    f"Na «{voor_.strip()}» staat elders {hoe_vaak} keer artikel {getal}{meest}.",
                    f"Ga na of artikel {getal}{meest} bedoeld is.",
                )


TOETSEN: tuple[Toets, ...] = (
    Toets(
        _regel("doel-ontbreekt", "Verwijzing naar een bepaling die er niet is", Ernst.FOUT,
               "Het artikel, hoofdstuk of de paragraaf bestaat niet in deze tekst of in de genoemde regeling (als die geladen is)."),
        ontbreekt,
    ),
    Toets(
        _regel("deel-ontbreekt", "Verwijzing naar een lid of onderdeel dat er niet is", Ernst.FOUT,
               "Het artikel bestaat, het genoemde lid of onderdeel niet."),
        deels,
    ),
    Toets(
        _regel("lid-zonder-leden", "Lid genoemd van een artikel zonder leden", Ernst.FOUT,
               "De verwijzing noemt een lid, maar het artikel is niet in leden verdeeld."),
        zonder_leden,
    ),
    Toets(
        _regel("wet-onbekend", "Niet gezegd welke wet", Ernst.WAARSCHUWING,
               "De tekst verwijst naar «de wet» of «het besluit» en zegt nergens welke dat is."),
        wet_onbekend,
    ),
    Toets(
        _regel("naam-voormalig", "Vroegere naam van een regeling", Ernst.WAARSCHUWING,
               "De regeling heet volgens het register niet meer zo. Zinnen over vroeger recht tellen niet mee."),
        voormalig,
    ),
    Toets(
        _regel("naam-wisselt", "Titel wisselend geschreven", Ernst.AANDACHTSPUNT,
               "De titel van één regeling staat er in twee schrijfwijzen (streepje, spatie, hoofdletter, jaartal)."),
        wisselend,
    ),
    Toets(
        _regel("doel-facultatief", "Verwijzing hangt af van een facultatief deel", Ernst.AANDACHTSPUNT,
               "In een model: de verwijzing blijft staan als het facultatieve doel niet wordt overgenomen."),
        facultatief,
    ),
    Toets(
        _regel("naar-zichzelf", "Bepaling verwijst naar zichzelf", Ernst.WAARSCHUWING,
               "Een lid verwijst met een rangtelwoord naar zichzelf, of een artikel met zijn nummer."),
        zichzelf,
    ),
    Toets(
        _regel("bijlage-welke", "Niet gezegd welke bijlage", Ernst.AANDACHTSPUNT,
               "De tekst noemt «de bijlage», maar heeft er meer dan één."),
        bijlage,
    ),
    Toets(
        _regel("artikel-bijna", "Artikelnummer wijkt af van dezelfde woorden elders", Ernst.AANDACHTSPUNT,
               "Dezelfde woorden staan vijf keer of vaker bij artikel 7a en een enkele keer bij artikel 7."),
        bijna,
    ),
)  # fmt: skip
