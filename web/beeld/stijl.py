"""The style of a picture that is kept as a file: the same rules and colours as on the pages, inside the file."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from web.statisch import STATISCH

_KLEUREN = re.compile(r":root \{[^}]*\}")


@cache
def los_bestand() -> Markup:
    """``<style>`` with the colours of the pages, light and dark, and the rules of the pictures. Made once."""
    bladzijde, beeld = (STATISCH.inhoud(naam).decode() for naam in ("stijl.css", "beeld.css"))
    licht, donker = _KLEUREN.findall(bladzijde)[:2]
    in_donker = f"@media (prefers-color-scheme: dark) {{ {donker} }}"
    regels = "\n".join((licht, in_donker, beeld, "svg { background: var(--papier); }"))
    # Style sheets of our own; "<" and "&" do not occur in them, which a test proves.
    return Markup(f"<style>{regels}</style>")  # noqa: S704
