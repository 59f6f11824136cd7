"""Rules about references to what is optional, to oneself, to one of several annexes, and to a neighbour by mistake."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from graph.controle.doelen import ZWAK, wat
from graph.controle.lezing import Gezien, Lezing, Toets
from graph.relaties.woorden import is_leeg, stam
from ontologie.identificatie import BepalingId, StapSoort
from ontologie.verwijzing import Status, Verwijzing, VerwijzingSoort


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
        if v.status is not Status.OPGELOST or len(v.doelen) != 1 or not v.plaats.stappen or v.methode in ZWAK:
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


#: Who is told to look elsewhere must not end where he is.
_ZIE = re.compile(r"(?i)\b(?:zie|verwezen naar)\b[^.()]{0,40}$")


def _eigen_hoofdstuk(lezing: Lezing, v: Verwijzing, doel: BepalingId) -> bool:
    """ "Zie hoofdstuk 6" in section 6.2."""
    if doel.werk != lezing.document.werk or len(doel.stappen) != 1 or doel.soort is not StapSoort.SECTIE:
        return False
    if v.soort is VerwijzingSoort.ANAFOOR:
        return False
    plek = lezing.passage_van(v)
    if plek is None or not _ZIE.search(plek[0].tekst.inhoud, max(0, plek[1] - 60), plek[1]):
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
    Toets("doel-facultatief", facultatief),
    Toets("naar-zichzelf", zichzelf),
    Toets("bijlage-welke", bijlage),
    Toets("artikel-bijna", bijna),
)
