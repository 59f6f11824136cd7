"""Rules about lists of provisions: how items end, where "en" or "of" stands, and what their lead-in says already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from graph.controle.lezing import Gezien, Lezing, Toets
from ontologie.document import Bepaling, BepalingSoort

_VOEGWOORD = re.compile(r"[;,]? ?(?<!\w)(?P<woord>en/of|en|of|dan wel|alsmede)$")
_INVUL = re.compile(r"^[\[\](). …]*$")
#: What stands behind a mark, or needs none.
_ZONDER_PUNT = re.compile(r"[;.,:?!\])…|]$|[.;][\"”’']+$")
_EIND = re.compile(r"(?P<teken>[;.,:?!])[\])\"”’' ]*$")


def _lijsten(lezing: Lezing) -> Iterator[tuple[Bepaling, list[Bepaling]]]:
    for ouder in lezing.boek.bepalingen():
        if any(k.soort is not BepalingSoort.ONDERDEEL or k.vervallen for k in ouder.kinderen):
            continue
        # Text between items ends one list and leads another in.
        for is_lijst, deel in groupby(ouder.inhoud, key=lambda d: isinstance(d, Bepaling)):
            kinderen = [d for d in deel if isinstance(d, Bepaling)]
            if is_lijst and len(kinderen) >= 2:
                yield ouder, kinderen


def _slot(onderdeel: Bepaling) -> tuple[str, Bepaling]:
    """The last words of an item, those of its deepest last item, and whose they are."""
    while onderdeel.inhoud and isinstance(onderdeel.inhoud[-1], Bepaling):
        onderdeel = onderdeel.inhoud[-1]
    laatste = onderdeel.inhoud[-1] if onderdeel.inhoud else None
    tekst = laatste.inhoud.rstrip() if laatste is not None and not isinstance(laatste, Bepaling) else ""
    return tekst, onderdeel


def _loopt_door(ouder: Bepaling, laatste: Bepaling) -> bool:
    """Whether the sentence goes on behind the list."""
    plek = next(i for i, d in enumerate(ouder.inhoud) if d is laatste)
    erna = next((d for d in ouder.inhoud[plek + 1 :] if not isinstance(d, Bepaling) and d.inhoud.strip()), None)
    return erna is not None


def _bij_slot(lezing: Lezing, onderdeel: Bepaling, reden: str, suggestie: str) -> Gezien:
    tekst, eigenaar = _slot(onderdeel)
    laatste = eigenaar.inhoud[-1] if eigenaar.inhoud else None
    if laatste is None or isinstance(laatste, Bepaling) or not tekst:
        return lezing.bij_bepaling(onderdeel, reden, suggestie)
    begin = max(0, len(tekst) - 40)
    begin = tekst.find(" ", begin) + 1 if begin else 0
    g = Gezien(eigenaar.id, laatste.naar_bron(begin, len(tekst)), tekst[begin:], reden, suggestie)
    return g


def lijsteinde(lezing: Lezing) -> Iterator[Gezien]:
    """Items end in a semicolon and the last in a full stop; a list without any marks is let be."""
    for ouder, kinderen in _lijsten(lezing):
        sloten = [_slot(k)[0] for k in kinderen]
        tekens = [_teken(s) for s in sloten]
        midden = [t for t in tekens[:-1] if t]
        if not midden or any(len(s) > 600 for s in sloten) or _zinnen(midden):
            continue
        for n, (k, slot, teken) in enumerate(zip(kinderen[:-1], sloten, tekens, strict=False)):
            if _INVUL.match(slot) or teken in (";", ":"):
                continue
            if _VOEGWOORD.search(slot) and (teken == "" or n == len(kinderen) - 2):
                continue  # ", of" behind the last item but one is a way of writing of its own
            if midden.count(";") * 2 < len(midden):
                continue
            wat = f"eindigt met «{teken}»" if teken else "eindigt zonder leesteken"
            yield _bij_slot(
                lezing, k, f"Dit onderdeel {wat}, de andere met een puntkomma.", "Eindig met een puntkomma."
            )
        laatste = tekens[-1]
        # The last of a list within an item ends as that item does.
        if (
            not _voegwoord(sloten[-1])
            and laatste in (";", ",")
            and ouder.soort is not BepalingSoort.ONDERDEEL
            and not _loopt_door(ouder, kinderen[-1])
            and not _INVUL.match(sloten[-1])
        ):
            yield _bij_slot(
                lezing, kinderen[-1], f"Het laatste onderdeel eindigt met «{laatste}».", "Eindig met een punt."
            )
        elif _breekt_af(lezing, ouder, kinderen, sloten, midden):
            yield _bij_slot(
                lezing, kinderen[-1], "Het laatste onderdeel eindigt zonder leesteken.", "Eindig met een punt."
            )


def _breekt_af(lezing: Lezing, ouder: Bepaling, kinderen: list[Bepaling], sloten: list[str], midden: list[str]) -> bool:
    """Whether only the last item of a list ends without any mark. In a scanned text a stop may just not be read."""
    return (
        sloten[-1] != ""
        and not _ZONDER_PUNT.search(sloten[-1])
        and midden.count(";") == len(midden) == len(kinderen) - 1
        and ouder.soort is not BepalingSoort.ONDERDEEL
        and not _loopt_door(ouder, kinderen[-1])
        and not _VOEGWOORD.search(sloten[-1])
        and not lezing.is_scan
    )


def _teken(slot: str) -> str:
    if _INVUL.match(slot):
        return ""
    m = _EIND.search(slot)
    if m:
        return m["teken"]
    v = _VOEGWOORD.search(slot)
    return ";" if v and ";" in v.group() else ("," if v and "," in v.group() else "")


def _zinnen(midden: list[str]) -> bool:
    """Whether the items are sentences of their own: most end in a full stop, the last apart."""
    return midden.count(".") > len(midden) / 2


def voegwoord(lezing: Lezing) -> Iterator[Gezien]:
    """ "En" or "of" stands behind the last item but one, and only there."""
    for ouder, kinderen in _lijsten(lezing):
        woorden = [_voegwoord(_eigen_slot(k)) for k in kinderen]
        if ouder.soort is BepalingSoort.ONDERDEEL:
            # What stands behind the last of a list within an item joins that item to the next.
            woorden[-1] = ""
        aanwezig = [i for i, w in enumerate(woorden) if w]
        if not aanwezig:
            continue
        gemengd = len({woorden[i] for i in aanwezig}) > 1
        for i in aanwezig:
            if i == len(kinderen) - 1:
                yield _bij_slot(
                    lezing,
                    kinderen[i],
                    f"Het laatste onderdeel eindigt met «{woorden[i]}».",
                    "Er ontbreekt een onderdeel, of het woord kan weg.",
                )
            elif i < len(kinderen) - 2 and len(aanwezig) <= 2 and not gemengd:
                yield _bij_slot(
                    lezing,
                    kinderen[i],
                    f"«{woorden[i]}» staat niet achter het voorlaatste onderdeel, maar eerder.",
                    "Zet het achter het voorlaatste onderdeel.",
                )
        if gemengd:
            yield _bij_slot(
                lezing,
                kinderen[aanwezig[-1]],
                "In deze opsomming staat zowel «en» als «of».",
                "Maak duidelijk of alle onderdelen gelden of een ervan.",
            )


def _eigen_slot(onderdeel: Bepaling) -> str:
    """The last own words of an item, where no list of its own follows: what joins that says nothing of this one."""
    if any(isinstance(d, Bepaling) for d in onderdeel.inhoud):
        return ""
    return _slot(onderdeel)[0]


def _voegwoord(slot: str) -> str:
    m = re.search(r"[;,] ?(en/of|en|of|dan wel)$", slot)
    return m[1] if m else ""


_AANLOOP = re.compile(r"(?P<woord>[^\W\d_]+) ?:$")
_HERHAALBAAR_TEKST = """
    als dat indien wanneer om die de het een of van door met voor op
"""
_HERHAALBAAR = frozenset(_HERHAALBAAR_TEKST.split())


def aanloop(lezing: Lezing) -> Iterator[Gezien]:
    """An item that says again the last word of what leads it in: "als: … c. als hierdoor"."""
    for ouder, kinderen in _lijsten(lezing):
        m = _AANLOOP.search(ouder.eigen_tekst.rstrip())
        if m is None or m["woord"].lower() not in _HERHAALBAAR:
            continue
        dubbel = [k for k in kinderen if re.match(rf"{m['woord']}\b", k.eigen_tekst, re.IGNORECASE)]
        for k in dubbel if len(dubbel) < len(kinderen) else []:
            yield lezing.bij_bepaling(
                k,
                f"De aanloop eindigt al op «{m['woord']}».",
                f"Haal «{m['woord']}» aan het begin van het onderdeel weg.",
            )


TOETSEN: tuple[Toets, ...] = (
    Toets("lijst-einde", lijsteinde),
    Toets("lijst-voegwoord", voegwoord),
    Toets("aanloop-herhaald", aanloop),
)
