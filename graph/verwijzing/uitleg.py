"""Why a mention refers to what it does: its tokens, tree, scope and candidates, and the rule that decided, in Dutch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.verwijzing.grammatica import Pad
from graph.verwijzing.lexer import Stroom, T
from graph.verwijzing.vermelding import Spoor, Vermeldingen
from graph.verwijzing.vondst import Vondst
from ontologie.identificatie import BepalingId
from ontologie.verwijzing import Verwijzing

#: What each rule says, by the ``methode`` of a reference.
METHODEN: dict[str, str] = {
    "naam": "De woorden noemen de regeling bij een naam uit het register.",
    "naam-verschreven": "De woorden zijn op één teken na een lange naam uit het register.",
    "afkorting": "De woorden noemen de regeling bij een afkorting uit het register.",
    "definitie": "Het document zegt zelf voor welke regeling deze naam staat.",
    "celex": "De woorden noemen een besluit van de Europese Unie bij zijn nummer.",
    "onbekend": "De woorden lijken op een naam, maar die staat niet in het register.",
    "soortnaam": "De woorden noemen een soort regeling, zonder dat blijkt welke.",
    "deze-regeling": "De woorden wijzen naar dit document zelf («deze wet», «deze verordening»).",
    "eigen-regeling": "Het document is zelf zo'n regeling en noemt geen andere van die naam.",
    "die-regeling": "De woorden wijzen naar de laatst genoemde regeling van deze soort («die wet»).",
    "laatst-genoemde-regeling": "De laatst genoemde regeling heeft zo'n bepaling.",
    "eerder-zo-genoemd": "Zo noemt dit document een regeling van het begin af («de wet»), ook na een andere wet.",
    "naam-voor": "De regeling staat vlak voor de verwijzing («Advocatenwet: de artikelen 8 en 8a»).",
    "naam-verdeeld": "De naam aan het eind van de opsomming geldt ook voor deze verwijzing.",
    "naam-verdeeld-ook-eigen": "De naam aan het eind van de opsomming geldt ook voor deze verwijzing, al heeft dit "
    "document zelf ook zo'n bepaling.",
    "naam-in-zin": "Een andere verwijzing in dezelfde zin noemt de regeling, en die heeft zo'n bepaling.",
    "elders-genoemd": "Elders in het document staat ditzelfde artikel mét de naam van de regeling.",
    "hoofdonderwerp": "Het document gaat vooral over deze regeling, en die heeft zo'n bepaling.",
    "zelfde-wetboek": "De woorden noemen een ander boek van het wetboek waar dit document een boek van is.",
    "onderwerp": "De passage gaat over deze regeling zonder haar nog te noemen («De Wet X wordt als volgt gewijzigd»).",
    "meer-mogelijk": "De omgeving noemt meer dan één regeling die zo'n bepaling kan hebben.",
    "intern": "Er staat geen regeling bij: bedoeld is een bepaling van dit document.",
    "geen-regeling": "Er staat geen regeling bij en het document heeft zelf geen artikelen.",
    "geen-structuur": "Het document heeft geen delen van deze soort.",
    "eigen-artikel": "Er staat geen artikel bij: bedoeld is het artikel waarin (of waarover) dit staat.",
    "eigen-lid": "Er staat geen lid bij: bedoeld is het lid waarin dit staat.",
    "eigen-onderdeel": "Bedoeld is een deel van het onderdeel waarin dit staat.",
    "eigen-bepaling": "De woorden wijzen naar de bepaling waarin (of waarover) dit staat.",
    "laatst-genoemd": "De woorden wijzen terug naar wat het laatst genoemd is.",
    "laatst-genoemd-lid": "Bedoeld is het lid dat in de toelichting op dit artikel het laatst genoemd is.",
    "enige-lid": "Binnen het artikel heeft dit onderdeel deze plaats.",
    "genoemd-in-zin": "Dezelfde zin noemt het onderdeel bij zijn letter.",
    "buur": "De woorden wijzen naar de bepaling ervoor of erna, of de laatste.",
    "patroon": "De vorm van de aanhaling zegt precies welke bron het is.",
}

_TOKENSOORT = {
    waarde: naam.lower() for naam, waarde in vars(T).items() if isinstance(waarde, int) and not naam.startswith("_")
}


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The explanation of one mention.

    ``tokens`` are (kind, words); ``boom`` the paths that the words name, one per line; ``omvang`` what the passage is
    about and what relative words hang under; ``kandidaten`` the regulations or provisions considered.
    """

    verwijzing: Verwijzing
    tokens: tuple[tuple[str, str], ...]
    boom: tuple[str, ...]
    omvang: tuple[str, ...]
    kandidaten: tuple[str, ...]
    reden: str

    def regels(self) -> Iterator[str]:
        """The explanation as lines of text, for a terminal."""
        v = self.verwijzing
        yield f"«{' '.join(v.tekst.split())}» ({v.span.begin}-{v.span.eind})" + (
            f", in {v.plaats}" if v.plaats.werk else ""
        )
        if self.tokens:
            yield "woorden:    " + " | ".join(f"{woord} ({soort})" for soort, woord in self.tokens)
        for kop, waarden in (("ontleding:", self.boom), ("omvang:", self.omvang), ("kandidaten:", self.kandidaten)):
            for n, waarde in enumerate(waarden):
                yield f"{kop if n == 0 else '':12}{waarde}"
        yield f"regel:      {v.methode or '-'}: {self.reden}"
        yield f"uitkomst:   {v.status.value}: " + (", ".join(map(str, v.doelen)) or "geen doel")
        if v.reden:
            yield f"            {v.reden}"


def maak_uitleg(vermeldingen: Vermeldingen, positie: int) -> Uitleg | None:
    """The explanation of the mention that holds a position in the original; None where none does."""
    raak = [v for v in vermeldingen.verwijzingen if v.span.begin <= positie < v.span.eind]
    if not raak:
        return None
    verwijzing = min(raak, key=lambda v: v.span.eind - v.span.begin)
    spoor = next((s for s in vermeldingen.sporen if s.gelezen.in_bron(s.begin, s.eind) == verwijzing.span), None)
    reden = METHODEN.get(verwijzing.methode, "")
    if spoor is None:
        return Uitleg(verwijzing, (), (), (), tuple(map(str, verwijzing.kandidaten)), reden)
    vondst = spoor.vondst if isinstance(spoor.vondst, Vondst) else None
    return Uitleg(
        verwijzing,
        tuple(_tokens(spoor)),
        tuple(_pad(p) for p in vondst.ontleding.paden) if vondst else (),
        tuple(_omvang(spoor)),
        tuple(_kandidaten(spoor, verwijzing)),
        reden,
    )


def _tokens(spoor: Spoor) -> Iterator[tuple[str, str]]:
    stroom = Stroom(spoor.gelezen.tekst, spoor.begin)
    n = 0
    while stroom[n].soort != T.EINDE and stroom[n].eind <= spoor.eind:
        yield _TOKENSOORT[stroom[n].soort], stroom[n].woord
        n += 1
    begin = stroom[n - 1].eind if n else spoor.begin
    if rest := spoor.gelezen.tekst[begin : spoor.eind].strip():
        yield "naam", rest


def _pad(pad: Pad) -> str:
    return " › ".join(f"{d.soort.value} {d.nummer}" + (f" tot en met {d.tot}" if d.tot else "") for d in pad)


def _omvang(spoor: Spoor) -> Iterator[str]:
    yield f"de passage gaat over {spoor.eigen}" if spoor.eigen else "de passage hoort bij geen artikel"
    if spoor.basis is not None and spoor.basis.ids:
        yield "dit hangt onder " + ", ".join(map(str, spoor.basis.ids))


def _kandidaten(spoor: Spoor, verwijzing: Verwijzing) -> Iterator[str]:
    if spoor.keuze is not None:
        yield from spoor.keuze.werken
        if spoor.keuze.onbekend:
            yield f"«{spoor.keuze.onbekend}» (onbekend)"
    if isinstance(spoor.vondst, Vondst) and spoor.vondst.voor is not None:
        yield f"ervoor genoemd: {', '.join(spoor.vondst.voor.werken) or spoor.vondst.voor.onbekend}"
    yield from (str(k) for k in verwijzing.kandidaten if isinstance(k, BepalingId))
