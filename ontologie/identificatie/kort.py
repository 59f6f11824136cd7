"""The short notation: ``pw:8a:2:f:1``.

Grammar::

    notatie   = werk *( ":" stap )
    stap      = woord [ ":" nummer ]            ; hfst, par, bijlage, …
              / artikel [ ":" lid ] *( ":" onderdeel )
    lid       = nummer / ""                     ; "" : an onderdeel straight under the artikel (pw:6::e)

White space, ":" and "%" inside a number are written in percent form (``w:2%3A31``). A number that would be taken for
something else, because it equals a word of the notation or follows ``toelichting``, has "=" before it
(``w:artikel:=lid``, ``mrv:toelichting:=3``); a number that itself begins with "=" gets one too.
"""

from __future__ import annotations

from ontologie.fouten import IdentificatieFout
from ontologie.identificatie.bepaling import ZONDER_REGISTER, BepalingId, Naamgever, Stap, StapSoort
from ontologie.identificatie.codering import controleer_invoer, herstel, ontsnap, toon

#: Word of each kind that is written out. Artikel (sectie in a work of sections), lid and onderdeel are written out only
#: where their position does not tell the kind.
_WOORDEN: dict[StapSoort, str] = {soort: soort.value for soort in StapSoort} | {
    StapSoort.HOOFDSTUK: "hfst",
    StapSoort.AFDELING: "afd",
    StapSoort.PARAGRAAF: "par",
    StapSoort.SUBPARAGRAAF: "subpar",
}
_SOORTEN = {woord: soort for soort, woord in _WOORDEN.items()}

VOORBEELD = "Schrijf bijvoorbeeld pw:8a:2:f of «artikel 8a, tweede lid, onder f, Participatiewet»."


def _voorgangers(hoofd: StapSoort) -> dict[StapSoort, tuple[StapSoort | None, ...]]:
    """The kinds whose position tells them: which kinds may go before each."""
    return {
        hoofd: (None, StapSoort.TOELICHTING),
        StapSoort.LID: (hoofd,),
        StapSoort.ONDERDEEL: (hoofd, StapSoort.LID, StapSoort.ONDERDEEL),
    }


def print_kort(id_: BepalingId, namen: Naamgever = ZONDER_REGISTER) -> str:
    """The short notation: ``pw:8a:2:f:1``, ``pw:6::e``, ``mrv:hfst:3A``, ``hr:4.3``."""
    delen = [ontsnap(id_.werk, ":")]
    hoofd = namen.hoofdeenheid(id_.werk)
    voorgangers = _voorgangers(hoofd)
    vorige: StapSoort | None = None
    positioneel = True
    for stap in id_.stappen:
        kaal = ontsnap(stap.nummer, ":")
        past = positioneel and kaal and kaal not in _SOORTEN and not kaal.startswith("=")
        if past and vorige in voorgangers.get(stap.soort, ()):
            if stap.soort is StapSoort.ONDERDEEL and vorige is hoofd:
                delen.append("")
            delen.append(kaal)
        else:
            delen.append(_WOORDEN[stap.soort])
            if kaal:
                apart = kaal in _SOORTEN or kaal.startswith("=") or stap.soort is StapSoort.TOELICHTING
                delen.append("=" + kaal if apart else kaal)
            positioneel = stap.soort is StapSoort.TOELICHTING
        vorige = stap.soort
    return ":".join(delen)


def parse_kort(notatie: str, namen: Naamgever = ZONDER_REGISTER) -> BepalingId:
    """Read the short notation.

    Raises:
        IdentificatieFout: the notation is empty, has no work, or an empty part where none can be.
    """
    delen = controleer_invoer(notatie, "een korte notatie").split(":")
    werk = herstel(delen[0])
    if not werk or any(t.isspace() for t in delen[0]):
        raise IdentificatieFout(
            f"«{toon(notatie)}» is geen korte notatie: de naam van het werk ontbreekt.", advies=VOORBEELD
        )
    hoofd = namen.hoofdeenheid(werk)
    stappen: list[Stap] = []
    positioneel = True
    i = 1
    while i < len(delen):
        deel = delen[i]
        vorige = stappen[-1].soort if stappen else None
        if deel in _SOORTEN:
            soort = _SOORTEN[deel]
            if i + 1 < len(delen) and _is_nummer_van(soort, delen[i + 1]):
                i += 1
                stappen.append(Stap(soort, herstel(delen[i].removeprefix("="))))
            else:
                stappen.append(Stap(soort, ""))
            positioneel = soort is StapSoort.TOELICHTING
        elif positioneel and vorige in (None, StapSoort.TOELICHTING) and deel:
            stappen.append(Stap(hoofd, herstel(deel)))
        elif positioneel and vorige is hoofd and deel:
            stappen.append(Stap(StapSoort.LID, herstel(deel)))
        elif positioneel and vorige is hoofd and i + 1 < len(delen) and delen[i + 1] and delen[i + 1] not in _SOORTEN:
            i += 1
            stappen.append(Stap(StapSoort.ONDERDEEL, herstel(delen[i])))
        elif positioneel and vorige in (StapSoort.LID, StapSoort.ONDERDEEL) and deel:
            stappen.append(Stap(StapSoort.ONDERDEEL, herstel(deel)))
        else:
            raise IdentificatieFout(
                f"«{toon(notatie)}» is geen korte notatie: deel {i + 1} is niet te lezen.", advies=VOORBEELD
            )
        i += 1
    return BepalingId(werk, tuple(stappen))


def _is_nummer_van(soort: StapSoort, deel: str) -> bool:
    if soort is StapSoort.TOELICHTING:  # what follows it is the article that is explained
        return len(deel) > 1 and deel[0] == "="
    return deel not in _SOORTEN and deel not in ("", "=")
