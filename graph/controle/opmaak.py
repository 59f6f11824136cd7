"""Rules about marks: brackets, quotation marks, the ends of list items, doubled words and stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.controle.lezing import Gezien, Lezing, Toets
from graph.relaties.woorden import is_leeg, stam
from ontologie.controle import Controleregel, Controlethema, Ernst
from ontologie.document import Bepaling, BepalingSoort, Passage

#: "a)" and "1)" number; they close nothing.
_NUMMERHAAK = re.compile(r"(?:(?<=^)|(?<=[\s(,;]))(?:[a-zA-Z]{1,3}|\d{1,3}[a-z]?)\)")


def _regel(id_: str, naam: str, ernst: Ernst, uitleg: str) -> Controleregel:
    return Controleregel(id_, naam, Controlethema.OPMAAK, ernst, uitleg)


def haakjes(lezing: Lezing) -> Iterator[Gezien]:
    for passage in lezing.passages:
        tekst = passage.tekst.inhoud
        if "(" not in tekst and ")" not in tekst:
            continue
        nummers = {m.end() - 1 for m in _NUMMERHAAK.finditer(tekst)}
        open_: list[int] = []
        los: list[int] = []
        for m in re.finditer(r"[()]", tekst):
            i = m.start()
            if tekst[i] == "(":
                open_.append(i)
            elif open_:
                open_.pop()
            elif i not in nummers:
                los.append(i)
        for i in sorted([*open_, *los]):
            begin, eind = (i, min(len(tekst), i + 30)) if tekst[i] == "(" else (max(0, i - 30), i + 1)
            wat = "gaat open en niet meer dicht" if tekst[i] == "(" else "gaat dicht zonder dat er een openging"
            yield lezing.in_passage(
                passage, begin, eind, f"Dit haakje {wat}.", "Zet het andere haakje erbij, of haal dit weg."
            )


_PAREN = {"“": "”", "„": "”", "«": "»"}


def aanhaling(lezing: Lezing) -> Iterator[Gezien]:
    """Double quotation marks that are opened and closed by another sign, or not at all."""
    for passage in lezing.passages:
        tekst = passage.tekst.inhoud
        for m in re.finditer(r"[“„«]", tekst):
            sluit = _PAREN[m.group()]
            eind = tekst.find(sluit, m.end())
            volgend = re.compile(r"[“„«]").search(tekst, m.end())
            if eind >= 0 and (volgend is None or eind < volgend.start()):
                continue
            tot = min(len(tekst), m.start() + 40)
            yield lezing.in_passage(
                passage, m.start(), tot, f"Dit aanhalingsteken wordt niet gesloten met {sluit}.", f"Sluit met {sluit}."
            )
        if (n := tekst.count('"')) % 2 and not re.search(r'\d"', tekst):
            i = tekst.index('"')
            yield lezing.in_passage(
                passage,
                i,
                min(len(tekst), i + 30),
                f"Er staan {n} rechte aanhalingstekens: er ontbreekt er een.",
                "Zet het andere erbij.",
            )


# --- lists --------------------------------------------------------------------------------------------------------

_VOEGWOORD = re.compile(r"[;,]? ?(?P<woord>en/of|en|of|dan wel|alsmede)$")
_INVUL = re.compile(r"^[\[\](). …]*$")
_EIND = re.compile(r"(?P<teken>[;.,:?!])[\])\"”’' ]*$")


def _lijsten(lezing: Lezing) -> Iterator[tuple[Bepaling, list[Bepaling]]]:
    for ouder in lezing.boek.bepalingen():
        kinderen = [k for k in ouder.kinderen if k.soort is BepalingSoort.ONDERDEEL]
        if len(kinderen) >= 2 and len(kinderen) == len(ouder.kinderen) and not any(k.vervallen for k in kinderen):
            yield ouder, kinderen


def _slot(onderdeel: Bepaling) -> tuple[str, Bepaling]:
    """The last words of an item, those of its deepest last item, and whose they are."""
    while onderdeel.inhoud and isinstance(onderdeel.inhoud[-1], Bepaling):
        onderdeel = onderdeel.inhoud[-1]
    laatste = onderdeel.inhoud[-1] if onderdeel.inhoud else None
    tekst = laatste.inhoud.rstrip() if laatste is not None and not isinstance(laatste, Bepaling) else ""
    return tekst, onderdeel


def _heeft_staart(ouder: Bepaling) -> bool:
    """Whether the sentence goes on behind the list."""
    return bool(ouder.inhoud) and not isinstance(ouder.inhoud[-1], Bepaling) and bool(ouder.inhoud[-1].inhoud.strip())


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
        if not midden or any(len(s) > 600 for s in sloten) or _zinnen(sloten, tekens):
            continue
        for k, slot, teken in zip(kinderen[:-1], sloten, tekens, strict=False):
            if _INVUL.match(slot) or teken in (";", ":"):
                continue
            if teken == "" and _VOEGWOORD.search(slot):
                continue
            if midden.count(";") * 2 < len(midden):
                continue
            wat = f"eindigt met «{teken}»" if teken else "eindigt zonder leesteken"
            yield _bij_slot(
                lezing, k, f"Dit onderdeel {wat}, de andere met een puntkomma.", "Eindig met een puntkomma."
            )
        laatste = tekens[-1]
        # The last of a list within an item ends as that item does.
        if (
            laatste in (";", ",")
            and ouder.soort is not BepalingSoort.ONDERDEEL
            and not _heeft_staart(ouder)
            and not _INVUL.match(sloten[-1])
        ):
            yield _bij_slot(
                lezing, kinderen[-1], f"Het laatste onderdeel eindigt met «{laatste}».", "Eindig met een punt."
            )


def _teken(slot: str) -> str:
    if _INVUL.match(slot):
        return ""
    m = _EIND.search(slot)
    if m:
        return m["teken"]
    v = _VOEGWOORD.search(slot)
    return ";" if v and ";" in v.group() else ("," if v and "," in v.group() else "")


def _zinnen(sloten: list[str], tekens: list[str]) -> bool:
    """Whether the items are sentences of their own: all end in a full stop."""
    return tekens.count(".") > len(tekens) / 2


def voegwoord(lezing: Lezing) -> Iterator[Gezien]:
    """ "En" or "of" stands behind the last item but one, and only there."""
    for _, kinderen in _lijsten(lezing):
        woorden = [_voegwoord(_eigen_slot(k)) for k in kinderen]
        aanwezig = [i for i, w in enumerate(woorden) if w]
        if not aanwezig:
            continue
        for i in aanwezig:
            if i == len(kinderen) - 1:
                yield _bij_slot(
                    lezing,
                    kinderen[i],
                    f"Het laatste onderdeel eindigt met «{woorden[i]}».",
                    "Er ontbreekt een onderdeel, of het woord kan weg.",
                )
            elif i < len(kinderen) - 2 and len(aanwezig) <= 2:
                yield _bij_slot(
                    lezing,
                    kinderen[i],
                    f"«{woorden[i]}» staat niet achter het voorlaatste onderdeel, maar eerder.",
                    "Zet het achter het voorlaatste onderdeel.",
                )
        if len({woorden[i] for i in aanwezig}) > 1:
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
_HERHAALBAAR = frozenset("als dat indien wanneer om die de het een of van door met voor op".split())


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


# --- stops --------------------------------------------------------------------------------------------------------

_DUBBEL_TEKEN = re.compile(r",;|;,|;\.(?!\.)|\.;|,\.(?!\.)|::|;;|,,(?!\s*[”’'])|(?<![.\[(])\.\.(?![.\])])")
_SPATIE_VOOR = re.compile(r"(?<=[^\W\d_]{2}) +[.,;:](?=\s|$)(?!\.\.)")
_ZIN_EINDE = re.compile(r"[.:;?!…][\])\"”’']*$|[\])]$")


def leestekens(lezing: Lezing) -> Iterator[Gezien]:
    for passage in lezing.passages:
        if lezing.in_tabel(passage.keten):
            continue
        tekst = passage.tekst.inhoud
        for m in _DUBBEL_TEKEN.finditer(tekst):
            voor = tekst[max(0, m.start() - 12) : m.start()]
            if re.search(r"(?i)\b(?:etc|e\.d|e\.a|enz|o\.a|jl|bijv|nr|art|N\.V|B\.V)$", voor):
                continue
            begin = max(0, m.start() - 15)
            yield lezing.in_passage(
                passage,
                begin,
                m.end(),
                f"Hier staan twee leestekens achter elkaar: «{m.group()}».",
                "Laat er één staan.",
            )
        for m in _SPATIE_VOOR.finditer(tekst):
            yield lezing.in_passage(
                passage, max(0, m.start() - 15), m.end(), "Voor dit leesteken staat een spatie.", "Haal de spatie weg."
            )


def slotpunt(lezing: Lezing) -> Iterator[Gezien]:
    """A lid, or an article without leden, whose last sentence is not closed."""
    if not lezing.is_regeling:
        return
    for b in lezing.boek.bepalingen():
        if b.soort not in (BepalingSoort.LID, BepalingSoort.ARTIKEL) or b.vervallen or b.kinderen or not b.inhoud:
            continue
        laatste = b.inhoud[-1]
        if isinstance(laatste, Bepaling):
            continue
        tekst = laatste.inhoud.rstrip()
        if len(tekst) < 25 or _ZIN_EINDE.search(tekst) or "\t" in tekst or len(b.inhoud) > 1 and len(tekst) < 60:
            continue
        begin = tekst.rfind(" ", 0, len(tekst) - 25) + 1
        yield lezing.in_passage(
            Passage(laatste, (b,)),
            begin,
            len(tekst),
            "De zin eindigt zonder punt.",
            "Zet er een punt achter, of maak de zin af.",
        )


# --- doubled words ------------------------------------------------------------------------------------------------

_TWEEMAAL = re.compile(r"(?i)(?<![\w-])(?P<w>[^\W\d_]{2,})[ \u00a0](?P=w)(?![\w-])")
_MAG_TWEEMAAL = frozenset(
    "die dat zij ze had was wat is zijn waren hij we wij er aan in op uit om over wel mee bij heel heb mag kan hoe ja nee of".split()
)
_WOORD = re.compile(r"[\w-]+")


def woorden(lezing: Lezing) -> Iterator[Gezien]:
    for passage in lezing.passages:
        if lezing.in_tabel(passage.keten) and len(passage.tekst.inhoud) < 40:
            continue
        tekst = passage.tekst.inhoud
        for m in _TWEEMAAL.finditer(tekst):
            if (
                m["w"].lower() not in _MAG_TWEEMAAL
                and not m["w"].isupper()
                and m["w"][:1].islower() == tekst[m.end() - 1].islower()
            ):
                yield lezing.in_passage(
                    passage, m.start(), m.end(), f"«{m['w']}» staat er twee keer.", "Haal er één weg."
                )
        yield from _groepen(lezing, passage)


def _groepen(lezing: Lezing, passage: Passage) -> Iterator[Gezien]:
    """Two to six words that are said again straight away."""
    tekst = passage.tekst.inhoud
    alle = [(m.start(), m.end(), m.group().lower()) for m in _WOORD.finditer(tekst)]
    i = 0
    while i < len(alle):
        for n in range(6, 1, -1):
            a, b = alle[i : i + n], alle[i + n : i + 2 * n]
            if len(b) < n or [w for *_, w in a] != [w for *_, w in b] or len({w for *_, w in a}) < 2:
                continue
            if re.search(r"[^\w\s-]", tekst[a[0][0] : b[-1][1]]) or any(w.isdigit() for *_, w in a):
                continue
            # "voldoet aan de aan de vergunning verbonden voorwaarden" is right.
            if all(is_leeg(stam(w)) for *_, w in a):
                continue
            yield lezing.in_passage(
                passage, a[0][0], b[-1][1], "Deze woorden staan er twee keer achter elkaar.", "Haal ze één keer weg."
            )
            i += 2 * n - 1
            break
        i += 1


TOETSEN: tuple[Toets, ...] = (
    Toets(_regel("haakje", "Haakje zonder tegenhanger", Ernst.WAARSCHUWING, "Een rond haakje gaat open en niet dicht, of andersom."), haakjes),
    Toets(
        _regel("aanhalingsteken", "Aanhalingsteken zonder tegenhanger", Ernst.AANDACHTSPUNT,
               "Een dubbel aanhalingsteken wordt niet gesloten, of met een ander teken."),
        aanhaling,
    ),
    Toets(
        _regel("lijst-einde", "Einde van een onderdeel", Ernst.AANDACHTSPUNT,
               "In een opsomming eindigt een onderdeel anders dan de andere, of het laatste niet met een punt."),
        lijsteinde,
    ),
    Toets(
        _regel("lijst-voegwoord", "«En» of «of» op de verkeerde plek", Ernst.WAARSCHUWING,
               "In een opsomming staat «en» of «of» niet achter het voorlaatste onderdeel, of beide komen voor."),
        voegwoord,
    ),
    Toets(_regel("aanloop-herhaald", "Woord uit de aanloop herhaald", Ernst.WAARSCHUWING,
                 "Een onderdeel begint met het woord waarop de aanloop eindigt («als: … als»)."), aanloop),
    Toets(_regel("leesteken-dubbel", "Leesteken dubbel of los", Ernst.AANDACHTSPUNT,
                 "Twee leestekens achter elkaar, of een spatie voor een leesteken."), leestekens),
    Toets(_regel("zin-open", "Zin niet afgesloten", Ernst.AANDACHTSPUNT, "Een artikel of lid eindigt zonder punt."), slotpunt, bij_scan=False),
    Toets(_regel("woord-dubbel", "Woorden dubbel", Ernst.WAARSCHUWING, "Een woord of groep woorden staat er twee keer achter elkaar."), woorden),
)  # fmt: skip
