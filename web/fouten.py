"""From an error to a page: a plain sentence, advice and near matches. Never an internal detail."""

from __future__ import annotations

from dataclasses import replace

from api.woorden import met_datums
from ontologie.fouten import BewaarFout, GrensBereikt, NietGevonden, OpslagFout, RegelgraafFout, Suggestie
from web.contexten import Foutpagina, Gelijkend, Kader, Verwijsplaats
from web.paden import Paden
from web.teksten import teksten


def foutpagina(paden: Paden, status: int, fout: RegelgraafFout | None = None) -> Foutpagina:
    """The page for an error; without ``fout``, or for one that is not for a user, it says what the status means."""
    fouten = teksten()["fout"]
    t = fouten.get(str(status)) or fouten["400" if 400 <= status < 500 else "500"]
    bericht, advies = t["bericht"], ""
    if fout is not None and status < 500:
        bericht, advies = met_datums(fout.bericht), met_datums(fout.advies)
    elif isinstance(fout, BewaarFout):
        bericht, advies = fout.bericht, fout.advies
    elif isinstance(fout, GrensBereikt):
        bericht, advies = fout.bericht, f"{fout.advies} {t['bericht']}".strip()
    elif isinstance(fout, OpslagFout):
        bericht, advies = fouten["opslag"]["bericht"], fouten["opslag"]["advies"]
    kop = fouten["opslag"]["kop"] if isinstance(fout, OpslagFout) else t["kop"]
    pagina = Foutpagina(Kader(paden, kop), status, kop, bericht, advies)
    if not isinstance(fout, NietGevonden):
        return pagina
    gelijkend = tuple(_gelijkend(paden, s) for s in fout.suggesties)
    return replace(pagina, suggesties=gelijkend, geladen=paden.bronnen() if fout.zie_geladen else "")


def _gelijkend(paden: Paden, s: Suggestie) -> Gelijkend:
    adres = paden.bepaling if ":" in s.kort else paden.regeling
    return Gelijkend(Verwijsplaats(s.label, adres(s.kort)), s.kort)
