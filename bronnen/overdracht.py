"""Fetch one file over HTTP: politely, resumably, within bounds of size and time.

One connection, a pause before every request, at most ``pogingen`` attempts, ``Retry-After`` obeyed. A transfer that
breaks off leaves ``.NAAM.deel`` and goes on from there the next time. Only the configured address is visited.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx

from ontologie.fouten import HaalFout, InstellingFout, systeemfout

#: The repository of the official publications.
OFFICIEEL = "https://repository.officiele-overheidspublicaties.nl/bwb"
_LOKAAL = frozenset({"127.0.0.1", "::1", "localhost"})
_OMLEIDINGEN = frozenset({301, 302, 303, 307, 308})
_MAX_OMLEIDINGEN = 5


@dataclass(frozen=True, slots=True)
class Haalinstellingen:
    """Bounds of a download. Times are in seconds, sizes in bytes."""

    basis: str = OFFICIEEL
    tijdslimiet: float = 300.0  # of everything together
    wachttijd: float = 30.0  # without a sign of life from the server
    pauze: float = 0.5  # before each request; longer after a failure
    pogingen: int = 3  # per file
    maximum: int = 100_000_000  # per file

    def __post_init__(self) -> None:
        delen = urlsplit(self.basis)
        if delen.scheme != "https" and not (delen.scheme == "http" and delen.hostname in _LOKAAL):
            raise InstellingFout(
                f"Van «{self.basis}» wordt niets gehaald.", advies="Het adres moet met https:// beginnen."
            )
        if delen.query or delen.fragment or delen.username or not delen.hostname:
            raise InstellingFout(f"«{self.basis}» is geen adres van een repository.")


@dataclass(frozen=True, slots=True)
class Voortgang:
    """How far one file is, in bytes; ``totaal`` is 0 where it is not known."""

    bestand: str
    gehaald: int
    totaal: int


Voortgangsmelder = Callable[[Voortgang], None]


@dataclass(frozen=True, slots=True)
class Verwacht:
    """What the manifest says of a file: its size in bytes (0: unknown) and SHA-512 in hexadecimal ("": unknown)."""

    grootte: int = 0
    sha512: str = ""


class _Onderbroken(Exception):
    """An attempt failed in a way that another may not; ``wacht`` is what the server asks for, in seconds."""

    def __init__(self, reden: str, wacht: float = 0.0) -> None:
        super().__init__(reden)
        self.reden = reden
        self.wacht = wacht


@dataclass
class Overdracht:
    """A connection to the repository, with one time limit for all that is fetched through it. Use it with ``with``."""

    instellingen: Haalinstellingen
    meld: Voortgangsmelder | None = None
    _client: httpx.Client = field(init=False, repr=False)
    _einde: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._einde = time.monotonic() + self.instellingen.tijdslimiet
        self._client = httpx.Client(
            follow_redirects=False,
            limits=httpx.Limits(max_connections=1),
            # Identity, because ranges and sizes are those of the file itself.
            headers={"User-Agent": _agent(), "Accept-Encoding": "identity"},
            # The machine's own proxy and certificates count, except for a server on the machine itself.
            trust_env=urlsplit(self.instellingen.basis).hostname not in _LOKAAL,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self._client.close()

    def haal(self, pad: str, doel: Path, verwacht: Verwacht = Verwacht()) -> None:
        """Fetch ``{basis}/{pad}`` into the file ``doel``, which appears only when it is complete and right.

        Raises:
            HaalFout: it is not there, too large, not what the manifest says, or time is up.
        """
        adres = f"{self.instellingen.basis.rstrip('/')}/{pad}"
        if verwacht.grootte > self.instellingen.maximum:
            raise _te_groot(adres, verwacht.grootte, self.instellingen.maximum)
        deel = doel.with_name(f".{doel.name}.deel")
        reden = ""
        wacht = 0.0
        try:
            doel.parent.mkdir(parents=True, exist_ok=True)
            for poging in range(self.instellingen.pogingen):
                self._rust(max(wacht, self.instellingen.pauze * 2**poging), reden)
                try:
                    self._poging(adres, deel, verwacht)
                except (_Onderbroken, httpx.TransportError) as fout:
                    wacht = fout.wacht if isinstance(fout, _Onderbroken) else 0.0
                    reden = fout.reden if isinstance(fout, _Onderbroken) else _verbindingsfout(fout)
                    continue
                os.replace(deel, doel)
                return
        except OSError as fout:
            raise HaalFout(f"{doel} is niet te schrijven ({systeemfout(fout)}).") from fout
        advies = "Probeer het later opnieuw; wat al binnen was, is bewaard."
        raise HaalFout(f"{adres} is niet gehaald: {reden}.", advies=advies)

    def _poging(self, adres: str, deel: Path, verwacht: Verwacht) -> None:
        # Without a hash nothing proves that the rest belongs to the beginning that is there.
        begin = deel.stat().st_size if verwacht.sha512 and deel.exists() else 0
        if verwacht.grootte and begin >= verwacht.grootte:
            begin = 0  # it is not the file that the manifest tells of now
        with self._antwoord(adres, begin) as antwoord:
            if begin and not _past_achter(antwoord, begin):
                deel.unlink()
                raise _Onderbroken("het bewaarde begin past niet bij wat de server geeft")
            if antwoord.status_code == httpx.codes.OK:
                begin = 0
            lengte = _lengte(antwoord)
            totaal = verwacht.grootte if lengte is None else begin + lengte
            if totaal > self.instellingen.maximum:
                raise _te_groot(adres, totaal, self.instellingen.maximum)
            gehaald = self._schrijf(antwoord, deel, begin, totaal, adres)
        if lengte is not None and gehaald < totaal:
            raise _Onderbroken(f"de overdracht brak af na {gehaald} van {totaal} bytes")
        _controleer(deel, gehaald, verwacht)

    def _schrijf(self, antwoord: httpx.Response, deel: Path, begin: int, totaal: int, adres: str) -> int:
        """Append the body to the partial file; the size it has then."""
        gehaald = begin
        with deel.open("r+b" if begin else "wb") as f:
            f.truncate(begin)
            f.seek(begin)
            # As they come in: collected into larger chunks, the last bytes before a break would be lost.
            for brok in antwoord.iter_raw():
                gehaald += len(brok)
                if gehaald > self.instellingen.maximum:
                    raise _te_groot(adres, gehaald, self.instellingen.maximum)
                f.write(brok)
                if self.meld:
                    self.meld(Voortgang(deel.name[1 : -len(".deel")], gehaald, totaal))
                self._resterend()
            f.flush()
            os.fsync(f.fileno())
        return gehaald

    @contextmanager
    def _antwoord(self, adres: str, begin: int) -> Iterator[httpx.Response]:
        """The answer with the file; follows redirects within the repository's own host."""
        kop = {"Range": f"bytes={begin}-"} if begin else {}
        for _ in range(_MAX_OMLEIDINGEN + 1):
            timeout = min(self.instellingen.wachttijd, self._resterend())
            with self._client.stream("GET", adres, headers=kop, timeout=timeout) as antwoord:
                if antwoord.status_code not in _OMLEIDINGEN:
                    _beoordeel(antwoord, adres)
                    yield antwoord
                    return
                adres = self._omgeleid(adres, antwoord.headers.get("Location", ""))
        raise HaalFout(f"{adres} wordt steeds omgeleid.")

    def _omgeleid(self, adres: str, naar: str) -> str:
        try:
            nieuw = urljoin(adres, naar)
            delen, basis = urlsplit(nieuw), urlsplit(self.instellingen.basis)
            zelfde = naar and (delen.scheme, delen.netloc) == (basis.scheme, basis.netloc)
        except ValueError:
            zelfde = False
        if any(t.isspace() or not t.isprintable() for t in naar):
            zelfde = False
        if not zelfde:
            raise HaalFout(f"{adres} leidt om naar een ander adres ({naar[:200]}); dat wordt niet gevolgd.")
        return nieuw

    def _resterend(self) -> float:
        over = self._einde - time.monotonic()
        if over <= 0:
            raise HaalFout(
                f"De tijdslimiet van {self.instellingen.tijdslimiet:g} seconden is bereikt.",
                advies="Start het ophalen opnieuw; wat er al is, blijft bewaard.",
            )
        return over

    def _rust(self, seconden: float, reden: str) -> None:
        over = self._resterend()
        if seconden > over:
            waarom = f" ({reden})" if reden else ""
            raise HaalFout(
                f"De server laat {seconden:.0f} seconden wachten{waarom}; de tijdslimiet laat nog {over:.0f} toe.",
                advies="Probeer het later opnieuw.",
            )
        time.sleep(seconden)


def _agent() -> str:
    try:
        nummer = version("regelgraaf")
    except PackageNotFoundError:
        nummer = "0"
    return f"Regelgraaf/{nummer} (+https://w3id.org/regelgraaf)"


def _beoordeel(antwoord: httpx.Response, adres: str) -> None:
    code = antwoord.status_code
    if code in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT, httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE) and (
        code == httpx.codes.OK or "Range" in antwoord.request.headers
    ):
        if antwoord.headers.get("Content-Encoding", "identity") != "identity":
            raise HaalFout(f"{adres} komt in een codering die niet gevraagd is.")
        return
    if code in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
        raise HaalFout(f"{adres} bestaat niet ({code}).")
    if code == httpx.codes.TOO_MANY_REQUESTS or code >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise _Onderbroken(f"de server antwoordt met {code}", _wachttijd(antwoord.headers.get("Retry-After", "")))
    raise HaalFout(f"{adres} is niet te halen: de server antwoordt met {code}.")


def _wachttijd(waarde: str) -> float:
    """The seconds that ``Retry-After`` asks for, as a number or a date; 0 where it says nothing readable."""
    if waarde.isdecimal():
        return float(waarde[:9])
    try:
        moment = parsedate_to_datetime(waarde)
    except ValueError:
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _past_achter(antwoord: httpx.Response, begin: int) -> bool:
    """Whether the answer is the whole file, or just what comes after the first ``begin`` bytes."""
    if antwoord.status_code == httpx.codes.PARTIAL_CONTENT:
        return bool(antwoord.headers.get("Content-Range", "").startswith(f"bytes {begin}-"))
    return antwoord.status_code == httpx.codes.OK


def _lengte(antwoord: httpx.Response) -> int | None:
    waarde = antwoord.headers.get("Content-Length", "")
    return int(waarde) if waarde.isdecimal() and len(waarde) < 19 else None


def _controleer(deel: Path, grootte: int, verwacht: Verwacht) -> None:
    """Compare with the manifest; a file that is not right is thrown away."""
    if verwacht.grootte and grootte != verwacht.grootte:
        deel.unlink()
        raise _Onderbroken(f"het bestand is {grootte} bytes, volgens het manifest {verwacht.grootte}")
    if verwacht.sha512:
        with deel.open("rb") as f:
            som = hashlib.file_digest(f, "sha512").hexdigest()
        if som != verwacht.sha512.lower():
            deel.unlink()
            raise _Onderbroken("de inhoud past niet bij de controlesom in het manifest")


def _verbindingsfout(fout: httpx.TransportError) -> str:
    if isinstance(fout, httpx.TimeoutException):
        return "de server antwoordt niet op tijd"
    if isinstance(fout, httpx.RemoteProtocolError):
        return "de overdracht brak af"
    return "er is geen verbinding met de server"


def _te_groot(adres: str, grootte: int, maximum: int) -> HaalFout:
    return HaalFout(f"{adres} is {grootte / 1e6:.1f} MB; de grens is {maximum / 1e6:.1f} MB.")
