"""From an error to a page: a plain sentence, advice and near matches. Never an internal detail."""

from __future__ import annotations

from api.woorden import met_datums
from ontologie.fouten import GrensBereikt, NietGevonden, OpslagFout, RegelgraafFout
from web.contexten import Foutpagina, Kader, Verwijsplaats
from web.paden import Paden
from web.teksten import teksten


def foutpagina(paden: Paden, status: int, fout: RegelgraafFout | None = None) -> Foutpagina:
    """The page for an error; without ``fout``, or for one that is not for a user, it says what the status means."""
    fouten = teksten()["fout"]
    t = fouten.get(str(status)) or fouten["400" if 400 <= status < 500 else "500"]
    bericht, advies = t["bericht"], ""
    suggesties: tuple[Verwijsplaats, ...] = ()
    if fout is not None and status < 500:
        bericht, advies = met_datums(fout.bericht), met_datums(fout.advies)
    elif isinstance(fout, GrensBereikt):
        bericht, advies = fout.bericht, f"{fout.advies} {t['bericht']}".strip()
    elif isinstance(fout, OpslagFout):
        bericht, advies = fouten["opslag"]["bericht"], fouten["opslag"]["advies"]
    if isinstance(fout, NietGevonden):
        suggesties = tuple(Verwijsplaats(s, paden.zoek(s)) for s in fout.suggesties)
        if suggesties and all(s in advies for s in fout.suggesties):
            advies = ""  # the page lists them itself, as links
    kop = fouten["opslag"]["kop"] if isinstance(fout, OpslagFout) else t["kop"]
    return Foutpagina(Kader(paden, kop), status, kop, bericht, advies, suggesties)
