"""Elements of SVG as text: everything that comes in is escaped, and numbers are always written the same way."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from web.beeld.letters import schoon

Waarde = str | float


def tekst(woorden: str) -> Markup:
    """Words as they may stand in a picture."""
    return escape(schoon(str(woorden)))


def getal(n: float) -> str:
    """A length or place: at most one decimal."""
    return f"{n:.1f}".removesuffix(".0")


def element(naam: str, *inhoud: Markup, **kenmerken: Waarde) -> Markup:
    """``<naam …>inhoud</naam>``; ``klasse`` is its class, and ``_`` in a name stands for ``-``. "" leaves one out."""
    delen = [naam]
    for sleutel, waarde in kenmerken.items():
        if waarde == "":
            continue
        attribuut = "class" if sleutel == "klasse" else sleutel.replace("_", "-")
        delen.append(f'{attribuut}="{tekst(waarde) if isinstance(waarde, str) else getal(waarde)}"')
    kop = " ".join(delen)
    return Markup(f"<{kop}>{''.join(inhoud)}</{naam}>" if inhoud else f"<{kop}/>")  # noqa: S704 - escaped above


def samen(delen: Iterable[Markup]) -> Markup:
    """Some elements one after another."""
    return Markup("\n").join(delen)


def titel(woorden: str) -> Markup:
    return element("title", tekst(woorden))


def letters(woorden: str, x: float, y: float, klasse: str, anker: str = "") -> Markup:
    """A line of words whose base line starts at (x, y)."""
    return element("text", tekst(woorden), x=x, y=y, klasse=klasse, text_anchor=anker)
