"""The way to another engine: one address with who we are, requests, and what can go wrong told in our words."""

from __future__ import annotations

import io
import ssl
import time
from collections.abc import Generator
from typing import TYPE_CHECKING

import httpx

from graph.extern.vervoer import Vervoer
from ontologie.fouten import GrensBereikt, OpslagFout, RegelgraafFout, VraagFout

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Seconds for a connection; what listens answers that at once.
_VERBINDEN = 5.0
#: Bytes of one answer, unpacked. The largest that we ask for is all of one document, tens of MB at most; what goes on
#: after that is not an answer to our question, and whoever gathers it would fill the memory.
ANTWOORD_MAX = 256_000_000
#: Bytes a second by which an answer must move on, over the time that we wait for it.
_TEMPO = 1_000


def zonder_naam(adres: str) -> str:
    """The address without the name and password in it: this may be shown and logged."""
    try:
        return str(httpx.URL(adres).copy_with(username=None, password=None))
    except httpx.InvalidURL:
        return adres


class Verbinding:
    """Sends requests to one engine. ``adres`` is shown in errors; an address may hold ``naam:wachtwoord@``."""

    def __init__(self, adres: str, seconden: float) -> None:
        self._adres = zonder_naam(adres)
        self._seconden = seconden
        # A proxy in the environment must not decide where the data go, nor .netrc who we are.
        self._http = httpx.Client(
            timeout=httpx.Timeout(seconden, connect=min(seconden, _VERBINDEN)),
            transport=Vervoer(ssl.create_default_context(), seconden),  # the certificates that this machine trusts
            trust_env=False,
        )
        self._namen: dict[str, _Inloggen] = {}

    def stuur(
        self,
        methode: str,
        adres: str,
        *,
        inhoud: bytes,
        soort: str = "application/x-www-form-urlencoded",
        accept: str = "*/*",
        stroom: bool = False,
    ) -> httpx.Response:
        """The answer, its body still to be read where ``stroom``; otherwise its body does not matter.

        Raises:
            VraagFout, GrensBereikt, OpslagFout: the engine refuses, is silent, or is not there.
        """
        try:
            verzoek = self._http.build_request(
                methode, zonder_naam(adres), content=inhoud, headers={"Content-Type": soort, "Accept": accept}
            )
            antwoord = self._http.send(verzoek, stream=True, auth=self._wie(adres))
            try:
                if not antwoord.is_success:
                    raise self._geweigerd(antwoord.status_code, self._begin(antwoord))
                if not stroom:
                    self._begin(antwoord)  # what is short is read to its end, so that the connection can be used again
            finally:
                if not (stroom and antwoord.is_success):
                    antwoord.close()
        except (httpx.HTTPError, httpx.InvalidURL, RuntimeError) as fout:
            raise self.onbereikbaar(fout) from fout
        return antwoord

    def _wie(self, adres: str) -> _Inloggen | None:
        url = httpx.URL(adres)
        if not url.username:
            return None
        return self._namen.setdefault(adres, _Inloggen(url.username, url.password))

    def sluit(self) -> None:
        self._http.close()

    def inhoud(self, antwoord: httpx.Response) -> io.BufferedReader:
        """The body of a response as a file.

        Reading raises ``httpx.ReadTimeout`` where it hardly moves on, and ``GrensBereikt`` above ``ANTWOORD_MAX``.
        """
        return io.BufferedReader(Stroom(antwoord, self._seconden), 65_536)

    def _begin(self, antwoord: httpx.Response) -> str:
        """The beginning of a short answer, on one line; an engine that goes on and on is left there."""
        return " ".join(self.inhoud(antwoord).read(2000).decode(errors="replace").split())

    def _geweigerd(self, status: int, reden: str) -> RegelgraafFout:
        if status == 400:
            return VraagFout(f"De vraag is geen geldige SPARQL: {reden[:300]}")
        if status in (408, 504) or any(woord in reden.lower() for woord in _TE_LANG):
            return GrensBereikt(f"De SPARQL-dienst brak de vraag af ({status}).", advies="Maak de vraag kleiner.")
        if status in (401, 403):
            return OpslagFout(
                f"{self._adres}: de SPARQL-dienst laat dit niet toe (fout {status}).",
                advies="Zet naam en wachtwoord in het adres: http://naam:wachtwoord@….",
            )
        return OpslagFout(f"{self._adres}: de SPARQL-dienst antwoordt met fout {status}: {reden[:200]}")

    def onbereikbaar(self, fout: Exception) -> RegelgraafFout:
        """What a failure of the connection comes to."""
        if isinstance(fout, httpx.TimeoutException) and not isinstance(fout, httpx.ConnectTimeout):
            return GrensBereikt(f"De SPARQL-dienst gaf binnen {self._seconden:g} seconden geen antwoord.")
        return OpslagFout(
            f"{self._adres}: de SPARQL-dienst is niet te bereiken ({fout}).",
            advies="Controleer het adres en of zij loopt.",
        )

    def onleesbaar(self, fout: Exception) -> RegelgraafFout:
        """What a failure while an answer is read comes to."""
        for oorzaak in (fout.__cause__, fout):
            if isinstance(oorzaak, GrensBereikt):
                return oorzaak
            if isinstance(oorzaak, httpx.HTTPError):
                return self.onbereikbaar(oorzaak)
        return OpslagFout(
            f"{self._adres}: het antwoord van de SPARQL-dienst is niet te lezen ({fout}).",
            advies="Controleer of dit het adres van een SPARQL-dienst is.",
        )

    def anders(self, wat: str) -> OpslagFout:
        """What an answer to another question comes to; ``wat`` says in what it differs."""
        return OpslagFout(
            f"{self._adres}: de SPARQL-dienst antwoordde iets anders dan gevraagd: {wat}.",
            advies="Controleer of dit het adres van een SPARQL-dienst is.",
        )


#: How engines say that they gave a query up, lower case; Virtuoso has a status of its own for nothing (S1T00, 42000).
_TE_LANG = ("timeout", "timed out", "s1t00", "estimated execution time")


class _Inloggen(httpx.Auth):
    """Says who we are when the engine asks, and how it asks: Digest (Virtuoso, which refuses Basic) or Basic (most)."""

    requires_request_body = True

    def __init__(self, naam: str, wachtwoord: str) -> None:
        self._digest = httpx.DigestAuth(naam, wachtwoord)
        self._basic = httpx.BasicAuth(naam, wachtwoord)
        self._kent_basic = False

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        if not self._kent_basic:
            stroom = self._digest.auth_flow(request)
            verzoek: httpx.Request | None = next(stroom)
            while verzoek is not None:
                antwoord = yield verzoek
                try:
                    verzoek = stroom.send(antwoord)
                except StopIteration:
                    verzoek = None
            gevraagd = antwoord.headers.get("www-authenticate", "").lower()
            if antwoord.status_code != 401 or not gevraagd.startswith("basic"):
                return
            self._kent_basic = True
        yield from self._basic.auth_flow(request)


class Stroom(io.RawIOBase):
    """The body of a response as a file, read as it comes in, but not at a drip: that is silence too."""

    def __init__(self, antwoord: httpx.Response, seconden: float) -> None:
        self._brokken = antwoord.iter_bytes()
        self._rest = b""
        self._seconden = seconden
        #: Since the last look: seconds that we waited (not those in which we did something else), and what came.
        self._gewacht, self._gekomen = 0.0, 0
        self._totaal = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        doel = memoryview(buffer).cast("B")
        while not self._rest:
            begin = time.monotonic()
            brok = next(self._brokken, None)
            if brok is None:
                return 0
            self._rest = brok
            self._totaal += len(brok)
            if self._totaal > ANTWOORD_MAX:
                raise GrensBereikt(
                    f"Het antwoord van de SPARQL-dienst is groter dan {ANTWOORD_MAX / 1_000_000:g} MB.",
                    advies="Maak de vraag kleiner.",
                )
            self._kijk(time.monotonic() - begin, len(brok))
        n = min(len(doel), len(self._rest))
        doel[:n], self._rest = self._rest[:n], self._rest[n:]
        return n

    def _kijk(self, gewacht: float, gekomen: int) -> None:
        self._gewacht += gewacht
        self._gekomen += gekomen
        if self._gewacht < self._seconden:
            return
        if self._gekomen < _TEMPO * self._gewacht:
            raise httpx.ReadTimeout("het antwoord komt druppelsgewijs")
        self._gewacht, self._gekomen = 0.0, 0
