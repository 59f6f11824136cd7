"""Which municipality an ordinance is of, as far as it says so itself."""

from __future__ import annotations

import re

from ontologie.document import BepalingSoort, Document, Passage

#: What stands in a draft where the name is not known.
ONBEKEND = "[naam gemeente]"
_RAAD = re.compile(r"\b[Dd]e raad (?:van|der) (?:de )?gemeente ([^\n;,:\[\]]{2,60}?)\s*[;,:.]?$")
_TITEL = re.compile(
    r"\bgemeente ((?:['’]s-)?[A-ZÀ-Ý][\w'’-]+(?: (?:aan|op|en|de|den|het|a/d) [\w'’-]+| [A-ZÀ-Ý][\w'’-]+)*)"
)


def gemeente_van(document: Document) -> str:
    """The name in the preamble, the metadata or the title; ``ONBEKEND`` where none has it."""
    for passage in document.passages():
        if passage.bepaling.soort is BepalingSoort.AANHEF and (m := _RAAD.search(_regel(passage))):
            return m[1].strip()
    maker = dict(document.kenmerken).get("maker", "")
    if maker:
        return maker
    m = _TITEL.search(document.citeertitel or document.titel)
    return m[1].rstrip(".") if m else ONBEKEND


def _regel(passage: Passage) -> str:
    return passage.tekst.inhoud.strip()
