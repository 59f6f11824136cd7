"""Change metadata of the Basiswettenbestand: attributes and ``brondata`` of a provision as ``Wijzigingsgegevens``."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bronnen.datum import lees_datum
from bronnen.xmlboom import Element
from ontologie.document import Publicatie, Wijzigingsgegevens

_BRON = re.compile(r"([A-Za-z]+)\.?\s*(\d{4})[-,]\s*([\w.]+)")
_CIJFERS = re.compile(r"\d{4}")


def lees_wijzigingen(element: Element) -> tuple[Wijzigingsgegevens, ...]:
    """The changes that made this version of a provision, the one that its attributes name first.

    Several acts may change an article at the same moment: each has its own ``brondata``.
    """
    meta = element.kind("meta-data")
    uit_data = [_uit_brondata(b) for b in meta.kinderen("brondata")] if meta is not None else []
    hoofd = _uit_attributen(element)
    if hoofd is None:
        return tuple(uit_data)
    for n, w in enumerate(uit_data):
        if w.door is not None and hoofd.door is not None and w.door.notatie == hoofd.door.notatie:
            verdere = uit_data[:n] + uit_data[n + 1 :]
            return (_aangevuld(hoofd, w), *verdere)
    return (hoofd, *uit_data)


def _uit_attributen(element: Element) -> Wijzigingsgegevens | None:
    effect = element.attribuut("effect")
    bron = _BRON.match(element.attribuut("bron"))
    in_werking = lees_datum(element.attribuut("inwerking"))
    if not effect and not bron:
        return None
    ondertekend = lees_datum(element.attribuut("ondertekening_bron"))
    gepubliceerd = lees_datum(element.attribuut("publicatie_bron"))
    door = Publicatie(bron[1], int(bron[2]), bron[3], gepubliceerd, ondertekend) if bron else None
    return Wijzigingsgegevens(
        effect,
        door,
        None,
        ondertekend,
        gepubliceerd,
        lees_datum(element.attribuut("publicatie_iwt")),
        in_werking,
    )


def _aangevuld(hoofd: Wijzigingsgegevens, data: Wijzigingsgegevens) -> Wijzigingsgegevens:
    """What the attributes say, completed by the ``brondata`` of the same act."""
    return replace(
        data,
        effect=hoofd.effect or data.effect,
        ondertekend=hoofd.ondertekend or data.ondertekend,
        gepubliceerd=hoofd.gepubliceerd or data.gepubliceerd,
        inwerkingtreding_bekendgemaakt=hoofd.inwerkingtreding_bekendgemaakt or data.inwerkingtreding_bekendgemaakt,
        in_werking=hoofd.in_werking or data.in_werking,
    )


def _uit_brondata(brondata: Element) -> Wijzigingsgegevens:
    oorspronkelijk = brondata.kind("oorspronkelijk")
    inwerking = brondata.kind("inwerkingtreding")
    publicatie = oorspronkelijk.kind("publicatie") if oorspronkelijk is not None else None
    door = lees_publicatie(publicatie)
    in_werking_door = lees_publicatie(inwerking.kind("publicatie")) if inwerking is not None else None
    return Wijzigingsgegevens(
        publicatie.attribuut("effect") if publicatie is not None else "",
        door,
        in_werking_door,
        door.ondertekening if door else None,
        door.uitgifte if door else None,
        in_werking_door.uitgifte if in_werking_door else None,
        _isodatum(inwerking, "inwerkingtreding.datum"),
        _isodatum(inwerking, "terugwerkend.datum"),
        tuple(p for j in _junctos(brondata) if (p := lees_publicatie(j.kind("publicatie"))) is not None),
        brondata.waarde("opmerkingen-inhoud"),
    )


def _junctos(brondata: Element) -> list[Element]:
    return [e for e in brondata.loop() if e.naam == "juncto"]


def lees_publicatie(publicatie: Element | None) -> Publicatie | None:
    """One ``publicatie`` element; None where it is absent or names no year."""
    if publicatie is None:
        return None
    jaar = publicatie.waarde("publicatiejaar")
    if not _CIJFERS.fullmatch(jaar):
        return None
    return Publicatie(
        publicatie.attribuut("soort"),
        int(jaar),
        publicatie.waarde("publicatienr"),
        _isodatum(publicatie, "uitgiftedatum"),
        _isodatum(publicatie, "ondertekeningsdatum"),
        publicatie.waarde("dossierref"),
    )


def _isodatum(element: Element | None, naam: str) -> date | None:
    kind = element.kind(naam) if element is not None else None
    return lees_datum(kind.attribuut("isodatum")) if kind is not None else None
