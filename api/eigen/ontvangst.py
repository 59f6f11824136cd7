"""Documents as they come in over HTTP: from a form of one of our own pages, or from a program."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast
from urllib.parse import unquote, urlsplit

from anyio import to_thread
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request

from api.eigen.kluis import NAAM, Eigenstuk, Kluis
from api.grenzen import TeGroot
from ontologie.fouten import BronFout, InvoerFout

_FORMULIER = "multipart/form-data"
#: Largest part of a form that is no file, in bytes, and how many of these are read.
_VELD, _VELDEN = 10_000, 20


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """What a form brought: the document (None where none was chosen), and the other fields."""

    stuk: Eigenstuk | None
    velden: dict[str, str] = field(default_factory=dict)


def van_eigen_pagina(verzoek: Request) -> bool:
    """Whether a request that changes something does not come from a page of another site.

    Browsers say where a request comes from; a program says nothing, and is not made to do anything by a page.
    """
    herkomst = verzoek.headers.get("sec-fetch-site", "")
    if herkomst:
        return herkomst in ("same-origin", "none")
    oorsprong = verzoek.headers.get("origin", "")
    return not oorsprong or urlsplit(oorsprong).netloc == verzoek.headers.get("host", "")


def eis_eigen_pagina(verzoek: Request) -> None:
    """Refuse what another site makes a browser do.

    Raises:
        HTTPException: 403.
    """
    if not van_eigen_pagina(verzoek):
        raise HTTPException(403, "Dit verzoek komt van een andere site en is geweigerd.")


async def ontvang(verzoek: Request, kluis: Kluis, *, tekst: str = "") -> Ontvangen:
    """Take in a document: a form with a file named ``document``, or the document itself as the body.

    A form without a file may bring its words in the field ``tekst``, kept under the name that ``tekst`` gives.
    Of a body the name comes from ``Content-Disposition`` or the parameter ``naam``.

    Raises:
        HTTPException: it comes from a page of another site.
        InvoerFout: the form cannot be read.
        BronFout, Bezet, BewaarFout: as ``Kluis.neem_op``.
    """
    eis_eigen_pagina(verzoek)
    soort = verzoek.headers.get("content-type", "").partition(";")[0].strip().lower()
    if soort == _FORMULIER:
        return await _uit_formulier(verzoek, kluis, tekst)
    if soort == "application/x-www-form-urlencoded":
        return Ontvangen(None, _velden(dict(await verzoek.form(max_fields=_VELDEN))))
    return await _uit_lichaam(verzoek, kluis)


async def _uit_formulier(verzoek: Request, kluis: Kluis, tekst: str) -> Ontvangen:
    grootste = kluis.grootste if tekst else _VELD
    try:
        async with verzoek.form(max_files=1, max_fields=_VELDEN, max_part_size=grootste) as formulier:
            document = formulier.get("document")
            velden = _velden({n: w for n, w in formulier.items() if n != "document"})
            if not isinstance(document, UploadFile) or not document.filename:
                geplakt = formulier.get("tekst") if tekst else None
                if not isinstance(geplakt, str) or not geplakt.strip():
                    return Ontvangen(None, velden)
                inhoud = BytesIO(geplakt.encode("utf-8", errors="replace"))
                return Ontvangen(await to_thread.run_sync(kluis.neem_op, tekst, inhoud), velden)
            stuk = await to_thread.run_sync(kluis.neem_op, document.filename, document.file)
            return Ontvangen(stuk, velden)
    except TeGroot:
        raise
    except (MultiPartException, HTTPException) as fout:
        detail = fout.message if isinstance(fout, MultiPartException) else fout.detail
        raise InvoerFout(f"Het formulier is niet te lezen ({detail}).") from fout


def _velden(formulier: dict[str, object]) -> dict[str, str]:
    return {n: w.strip()[:_VELD] for n, w in formulier.items() if isinstance(w, str)}


async def _uit_lichaam(verzoek: Request, kluis: Kluis) -> Ontvangen:
    velden = {n: w.strip()[:_VELD] for n, w in verzoek.query_params.items()}
    with SpooledTemporaryFile(max_size=1 << 20) as tijdelijk:
        leeg = True
        try:
            async for stuk in verzoek.stream():
                leeg = leeg and not stuk
                await to_thread.run_sync(tijdelijk.write, stuk)
        except ClientDisconnect as fout:
            raise BronFout(NAAM, "het verzenden is afgebroken") from fout
        if leeg:
            return Ontvangen(None, velden)
        tijdelijk.seek(0)
        naam = velden.get("naam", "") or _bestandsnaam(verzoek) or _naam_bij(verzoek)
        return Ontvangen(await to_thread.run_sync(kluis.neem_op, naam, cast(BinaryIO, tijdelijk)), velden)


def _bestandsnaam(verzoek: Request) -> str:
    """The name in ``Content-Disposition``, "" where there is none."""
    kop = verzoek.headers.get("content-disposition", "")
    for deel in kop.split(";")[1:]:
        naam, _, waarde = deel.strip().partition("=")
        if naam.lower() == "filename*":
            return unquote(waarde.rpartition("'")[2])
        if naam.lower() == "filename":
            return waarde.strip('"')
    return ""


_EINDES = {
    "application/pdf": "document.pdf",
    "application/xml": "document.xml",
    "text/xml": "document.xml",
    "text/markdown": "document.md",
    "text/plain": "document.txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "document.docx",
}


def _naam_bij(verzoek: Request) -> str:
    """A name with the ending of the media type."""
    return _EINDES.get(verzoek.headers.get("content-type", "").partition(";")[0].strip().lower(), "document")
