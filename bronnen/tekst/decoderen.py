"""Bytes to text: UTF-8, UTF-16 with its mark, or Windows-1252 where that is plausible; anything else is no text."""

from __future__ import annotations

import codecs
import re

from ontologie.document import Melding
from ontologie.fouten import BronFout

_MERKEN = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: Control characters that no text holds (tab, line ends and form feed are ordinary).
_BESTURING = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
#: What Windows-1252 gives for bytes that Dutch text written in it holds.
_CP1252_GEWOON = frozenset("áàäâéèëêíìïîóòöôúùüûçñÁÀÄÂÉÈËÊÍÌÏÎÓÒÖÔÚÙÜÛÇÑ‘’‚“”„–—…•€§°º²³¹½¼«»·©®™ø×±µ£¢\u00a0\u00ad")


def decodeer(inhoud: bytes, naam: str) -> tuple[str, list[Melding]]:
    """The text of a file, line ends untouched, and a message where the encoding had to be guessed.

    Raises:
        BronFout: it is no text; the place is the position of the byte that shows it (from 0).
    """
    for merk, codering in _MERKEN:
        if inhoud.startswith(merk):
            try:
                return _zonder_besturing(inhoud.decode(codering), naam), []
            except UnicodeDecodeError as fout:
                raise BronFout(naam, f"de tekst is geen geldige {codering}", plaats=f"byte {fout.start}") from fout
    try:
        return _zonder_besturing(inhoud.decode("utf-8"), naam), []
    except UnicodeDecodeError as fout:
        return _als_cp1252(inhoud, naam, fout)


def _als_cp1252(inhoud: bytes, naam: str, fout: UnicodeDecodeError) -> tuple[str, list[Melding]]:
    plaats = f"byte {fout.start}"
    advies = "Sla het bestand op als UTF-8."
    try:
        tekst = inhoud.decode("cp1252")
    except UnicodeDecodeError:
        raise BronFout(naam, "dit is geen tekst in UTF-8", plaats=plaats, advies=advies) from fout
    vreemd = [t for t in tekst if ord(t) > 126]
    gewoon = sum(t in _CP1252_GEWOON for t in vreemd)
    # In binary data, or in another encoding, bytes above 126 are many or are seldom the letters that Dutch uses.
    if _BESTURING.search(tekst) or len(vreemd) * 5 > len(tekst) or gewoon * 10 < len(vreemd) * 9:
        raise BronFout(naam, "dit is geen tekst in UTF-8", plaats=plaats, advies=advies) from fout
    return tekst, [Melding(plaats, "de tekst is geen UTF-8 en is als Windows-1252 gelezen")]


def _zonder_besturing(tekst: str, naam: str) -> str:
    if gevonden := _BESTURING.search(tekst):
        regel = tekst.count("\n", 0, gevonden.start()) + 1
        raise BronFout(
            naam,
            f"dit is geen tekst (besturingsteken {ord(gevonden.group()):#04x})",
            plaats=f"regel {regel}, byte {len(tekst[: gevonden.start()].encode('utf-8', 'surrogatepass'))}",
        )
    return tekst
