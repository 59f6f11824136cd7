"""Taking turns: one client gets its share, the others are let through, and a flood is refused at once."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

import pytest
from anyio import to_thread

from api.sparql import Opdracht, Resultaat
from api.sparql.loket import Loket
from ontologie.fouten import GrensBereikt

OPDRACHT = Opdracht("", "", "", "")


class Trage:
    """Answers when it is told to, and counts how many ask at the same time."""

    def __init__(self) -> None:
        self.mag = threading.Event()
        self.bezig = self.meest = 0
        self._slot = threading.Lock()

    async def vraag_los(self, opdracht: Opdracht, wachttijd: float | None = None) -> Resultaat:
        return await to_thread.run_sync(self.vraag, opdracht, wachttijd)

    def vraag(self, opdracht: Opdracht, wachttijd: float | None = None) -> Resultaat:
        with self._slot:
            self.bezig += 1
            self.meest = max(self.meest, self.bezig)
        assert self.mag.wait(5)
        with self._slot:
            self.bezig -= 1
        return Resultaat("ASK", "", b"")


def _in_lus(loket: Loket, klant: str) -> Resultaat:
    async def vraag() -> Resultaat:
        return await loket.vraag_los(klant, OPDRACHT)

    return asyncio.run(vraag())


def vraag_tegelijk(loket: Loket, klanten: list[str], los: bool = False) -> tuple[list[threading.Thread], list[str]]:
    geweigerd: list[str] = []

    def vraag(klant: str) -> None:
        try:
            _in_lus(loket, klant) if los else loket.vraag(klant, OPDRACHT)
        except GrensBereikt:
            geweigerd.append(klant)

    draden = [threading.Thread(target=vraag, args=(k,)) for k in klanten]
    for draad in draden:
        draad.start()
        time.sleep(0.005)
    return draden, geweigerd


def wacht_tot(waar: Callable[[], bool]) -> None:
    einde = time.monotonic() + 20
    while not waar():
        assert time.monotonic() < einde
        time.sleep(0.005)


@pytest.mark.parametrize("los", [False, True])
def test_one_client_cannot_take_what_is_for_others(los: bool) -> None:
    trage = Trage()
    loket = Loket(trage, aantal=2, per_klant=1, wachttijd=5)  # type: ignore[arg-type]
    draden, geweigerd = vraag_tegelijk(loket, ["a"] * 3 + ["b"], los)
    wacht_tot(lambda: trage.bezig == 2)  # one of a, and b although two of a came before
    trage.mag.set()
    for draad in draden:
        draad.join()
    assert geweigerd == []
    assert trage.meest == 2


@pytest.mark.parametrize("los", [False, True])
def test_a_flood_of_one_client_is_refused_and_another_still_waits_its_turn(los: bool) -> None:
    trage = Trage()
    loket = Loket(trage, aantal=1, per_klant=1, wachttijd=5)  # type: ignore[arg-type]
    draden, geweigerd = vraag_tegelijk(loket, ["a"] * 10 + ["b"], los)
    wacht_tot(lambda: geweigerd == ["a"] * 5)  # one is answered and four may wait
    trage.mag.set()
    for draad in draden:
        draad.join()
    assert geweigerd == ["a"] * 5


@pytest.mark.parametrize("los", [False, True])
def test_a_turn_that_does_not_come_in_time_is_refused_and_leaves_nothing_behind(los: bool) -> None:
    trage = Trage()
    loket = Loket(trage, aantal=1, per_klant=1, wachttijd=0.05)  # type: ignore[arg-type]
    draden, geweigerd = vraag_tegelijk(loket, ["a", "b"], los)
    wacht_tot(lambda: geweigerd == ["b"])
    trage.mag.set()
    for draad in draden:
        draad.join()
    trage.vraag = lambda *_: 1 / 0  # type: ignore[method-assign, assignment]
    with pytest.raises(ZeroDivisionError):
        loket.vraag("a", OPDRACHT)
    with pytest.raises(ZeroDivisionError):
        _in_lus(loket, "a")
    trage.vraag = lambda *_: Resultaat("ASK", "", b"")  # type: ignore[method-assign]
    assert loket.vraag("a", OPDRACHT).vorm == _in_lus(loket, "a").vorm == "ASK"


@pytest.mark.parametrize("op_tijd", [False, True])
def test_who_goes_away_while_it_waits_leaves_its_turn_to_others(op_tijd: bool) -> None:
    """Also where its turn comes in the very moment in which it goes."""
    trage = Trage()
    loket = Loket(trage, aantal=1, per_klant=1, wachttijd=5)  # type: ignore[arg-type]

    async def ga_weg() -> None:
        eerste = asyncio.create_task(loket.vraag_los("a", OPDRACHT))
        await asyncio.sleep(0)
        tweede = asyncio.create_task(loket.vraag_los("b", OPDRACHT))
        await asyncio.sleep(0)
        trage.mag.set()
        if op_tijd:
            await eerste  # gives the turn to the second, which has not noticed yet
        tweede.cancel()
        with pytest.raises(asyncio.CancelledError):
            await tweede
        await eerste
        assert (await loket.vraag_los("c", OPDRACHT)).vorm == "ASK"

    asyncio.run(asyncio.wait_for(ga_weg(), 20))
    assert loket.vraag("b", OPDRACHT).vorm == "ASK"


def test_who_came_first_goes_first_past_clients_that_have_their_share() -> None:
    trage = Trage()
    trage.mag.set()
    volgorde: list[str] = []

    async def in_rij() -> None:
        loket = Loket(trage, aantal=1, per_klant=1, wachttijd=5)  # type: ignore[arg-type]

        async def vraag(naam: str) -> None:
            await loket.vraag_los(naam[0], OPDRACHT)
            volgorde.append(naam)

        namen = ["a1", "a2", "b1", "c1", "b2"]
        await asyncio.gather(*(vraag(naam) for naam in namen))

    asyncio.run(asyncio.wait_for(in_rij(), 20))
    assert volgorde == ["a1", "a2", "b1", "c1", "b2"]
