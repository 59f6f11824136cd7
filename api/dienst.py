"""What a running service holds: settings, register, the state of the graph that serves, and the query processes."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from anyio import CapacityLimiter, to_thread

from api.eigen import Bureau, Controleloket, Kluis, Vergelijkloket
from api.eigen.herstelloket import Herstelloket
from api.instellingen import Instellingen
from api.sparql import Grenzen, Opdracht, Resultaat, Werkers
from api.sparql.loket import Loket
from api.sparql.media import JSON, TURTLE
from bronnen.register import laad_register
from bronnen.vinden import vind_bronnen
from graph.antwoorden import Antwoorden
from graph.feiten import Feiten, open_feiten
from graph.opslag import Opslag
from graph.oxigraph import Oxigraph
from graph.staat import Staat, huidige_naam, open_staat
from graph.vraag import laad_vraag
from graph.zoeken import Zoeker
from ontologie.fouten import OpslagFout
from ontologie.identificatie.iribasis import basis

#: Seconds between two looks whether a new build was put in place.
_KIJK_NA = 1.0
#: Seconds after which a state that turns out to be damaged or gone is opened anew. Sooner, what stays damaged would be
#: closed again and again below the requests that do not need the damaged part.
_HEROPEN_NA = 30.0
#: Seconds after which the answers about a remote engine, which may change, are asked anew.
_VERS_EXTERN = 300.0


@dataclass(frozen=True, slots=True)
class Stand:
    """One state of the graph, opened. ``plek`` is how a query process opens it."""

    naam: str
    plek: str
    opslag: Opslag
    antwoorden: Antwoorden
    zoeker: Zoeker | None
    feiten: Feiten
    staat: Staat | None
    sinds: float

    def sluit(self) -> None:
        self.opslag.sluit()
        self.feiten.sluit()
        if self.zoeker is not None:
            self.zoeker.sluit()
        if self.staat is not None:
            self.staat.sluit()


class Dienst:
    """Opens the graph at the first question, and again when a new build has been put in place."""

    def __init__(self, instellingen: Instellingen) -> None:
        self.instellingen = instellingen
        self.register = laad_register(instellingen.register)
        self._werkers = Werkers(
            instellingen.sparql_werkers,
            Grenzen(
                seconden=instellingen.sparql_seconden,
                rijen=instellingen.sparql_rijen,
                omvang=instellingen.sparql_antwoord_mb * 1_000_000,
                geheugen=instellingen.sparql_geheugen_mb * 1_000_000,
            ),
        )
        self._loket = Loket(
            self._werkers, instellingen.sparql_werkers, instellingen.sparql_per_klant, instellingen.sparql_wachttijd
        )
        self.eigen = bureau_van(instellingen)
        self.controles = Controleloket(self, self.eigen)
        self.vergelijken = Vergelijkloket(self, self.eigen)
        self.herstellen = Herstelloket(self, self.eigen)
        self._slot = threading.Lock()
        self._stand: Stand | None = None
        # Requests may still use the state before; it is closed when yet another one comes.
        self._vorige: Stand | None = None
        self._gekeken = 0.0

    def bronmap(self) -> Path:
        """Where the documents are that were built from."""
        i = self.instellingen
        return vind_bronnen(i.bronnen, i.opslag / "gehaald", self.register).map

    def antwoorden(self) -> Antwoorden:
        """The answers of the state that serves now.

        Raises:
            OpslagFout: nothing was built, or it cannot be opened.
        """
        return self.stand().antwoorden

    def stel(self, query: str, klant: str = "", opdracht: Opdracht | None = None) -> Resultaat:
        """Answer one query of a client within the limits; ``opdracht`` names formats and dataset.

        Raises:
            VraagFout, GrensBereikt, OpslagFout: as ``Loket.vraag``.
        """
        gevraagd = opdracht or Opdracht(query, JSON, TURTLE, "")
        return self._loket.vraag(klant, replace(gevraagd, opslag=self.stand().plek))

    async def stel_los(self, klant: str, opdracht: Opdracht, draden: CapacityLimiter) -> Resultaat:
        """As ``stel``, in an event loop; the store is opened in one of ``draden``."""
        if (stand := self._bekend()) is None:
            stand = await to_thread.run_sync(self.stand, limiter=draden)
        return await self._loket.vraag_los(klant, replace(opdracht, opslag=stand.plek))

    def _bekend(self) -> Stand | None:
        """The state that serves, if there is no need to look whether there is a newer one."""
        return self._stand if time.monotonic() - self._gekeken < _KIJK_NA else None

    def stand(self) -> Stand:
        """The state that serves now; looks at most once a second whether there is a newer one."""
        if (stand := self._bekend()) is not None:
            return stand
        with self._slot:
            nu = self._gekeken = time.monotonic()
            try:
                return self._ververs(nu)
            except OpslagFout:
                # What is open keeps serving; without it there is nothing to serve.
                if self._stand is None:
                    raise
                return self._stand

    def _ververs(self, nu: float) -> Stand:
        huidig, i = self._stand, self.instellingen
        if i.extern_vraag:
            nieuw = self._open_extern(nu) if huidig is None or nu - huidig.sinds > _VERS_EXTERN else None
        else:
            nieuw = self._open(nu) if huidig is None or huidige_naam(i.opslag) not in ("", huidig.naam) else None
        if nieuw is not None:
            self._leg_weg()
            self._stand = nieuw
        assert self._stand is not None
        return self._stand

    def _open(self, nu: float) -> Stand:
        staat = open_staat(self.instellingen.opslag)
        try:
            opslag = self._met_basis(Oxigraph.open(staat.tripels))
        except OpslagFout:
            staat.sluit()
            raise
        zoeker = Zoeker(staat.zoekindex)
        feiten = open_feiten(opslag, staat.leesmodel)
        antwoorden = Antwoorden(opslag, self.register, zoeker, feiten)
        return Stand(staat.naam, str(staat.tripels), opslag, antwoorden, zoeker, feiten, staat, nu)

    def _open_extern(self, nu: float) -> Stand:
        from graph.extern import ExterneOpslag  # only here, since it loads an HTTP client

        i = self.instellingen
        extern = ExterneOpslag(i.extern_vraag, i.extern_bijwerken, i.extern_grafen, seconden=i.extern_seconden)
        opslag = self._met_basis(extern)
        index = self._zoekindex()
        zoeker = Zoeker(index) if index is not None else None
        feiten = open_feiten(opslag)
        antwoorden = Antwoorden(opslag, self.register, zoeker, feiten)
        return Stand("extern", i.extern_vraag, opslag, antwoorden, zoeker, feiten, None, nu)

    @staticmethod
    def _met_basis(opslag: Opslag) -> Opslag:
        """The store, if what was built there has the IRIs that this process makes.

        Raises:
            OpslagFout: it was built with another base, so that nothing would be found in it.
        """
        ander = next((r["basis"].value for r in laad_vraag("dataset-basis").selecteer(opslag)), basis())
        if ander == basis():
            return opslag
        opslag.sluit()
        raise OpslagFout(
            f"De kennisgraaf is gebouwd met IRI's die beginnen met {ander}, en ingesteld is {basis()}.",
            advies="Bouw haar opnieuw met «regelgraaf bouw», of zet REGELGRAAF_BASIS terug.",
        )

    def _zoekindex(self) -> Path | None:
        """Words are searched in the index of the last local build, where there is one."""
        naam = huidige_naam(self.instellingen.opslag)
        index = self.instellingen.opslag / "staten" / naam / "zoeken.db"
        return index if naam and index.is_file() else None

    def heropen(self) -> None:
        """Forget what is open, because it turned out to be damaged or gone; the next question opens it anew.

        What was opened only just goes on, unless there is a new build.
        """
        with self._slot:
            self._gekeken = 0.0
            if self._stand is not None and time.monotonic() - self._stand.sinds > _HEROPEN_NA:
                self._leg_weg()

    def _leg_weg(self) -> None:
        """Serve the state no more; only the one before it is closed."""
        if self._stand is None:
            return
        if self._vorige is not None:
            self._vorige.sluit()
        self._vorige, self._stand = self._stand, None

    def warm(self) -> None:
        """Start what the first question would wait for."""
        self._werkers.warm()

    def sluit(self) -> None:
        """End the query processes and let go of the store."""
        self._werkers.sluit()
        with self._slot:
            for stand in (self._stand, self._vorige):
                if stand is not None:
                    stand.sluit()
            self._stand = self._vorige = None


def bureau_van(instellingen: Instellingen) -> Bureau:
    """What works on documents that users bring, within the limits of the settings."""
    kluis = Kluis(
        instellingen.opslag / "eigen",
        grootste=int(instellingen.eigen_mb * 1_000_000),
        aantal=instellingen.eigen_aantal,
        seconden=instellingen.eigen_uren * 3600,
    )
    return Bureau(
        kluis,
        register=instellingen.register,
        seconden=instellingen.eigen_seconden,
        geheugen=instellingen.eigen_geheugen_mb * 1_000_000,
    )
