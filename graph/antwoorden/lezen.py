"""One provision with everything around it, and the text of a regulation in reading order."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import NamedNode

from graph.antwoorden.gegevens import Bepalinggegevens, Identificaties, Leestekst, Lijst, Plek, Versie
from graph.antwoorden.leesstroom import Leesstroom, lees_regels
from graph.antwoorden.merken import Merken
from graph.antwoorden.naslag import RG, Naslag, Werkversie, controleer_deel, dag, tekst
from graph.antwoorden.structuur import Structuur
from graph.antwoorden.tekststukken import alineas
from graph.antwoorden.verwijzingen import Verwijzingen
from graph.tripels import parse_extern_iri
from ontologie.document import Publicatie, Wijzigingsgegevens
from ontologie.fouten import IdentificatieFout
from ontologie.identificatie import BepalingId, heeft_jci, print_aanhaling, print_jci, print_kort

#: Sub-provisions listed with a provision; the reading text has them all.
_KINDEREN = 500


class Lezen:
    """Questions about the text."""

    def __init__(self, naslag: Naslag, structuur: Structuur, verwijzingen: Verwijzingen, merken: Merken) -> None:
        self._merken = merken
        self._naslag = naslag
        self._structuur = structuur
        self._verwijzingen = verwijzingen

    # --- one provision ---

    def bepaling(self, id_: BepalingId, werkversie: Werkversie, versie: str) -> Bepalinggegevens:
        """One provision, or a whole work, in one version."""
        bron = self._naslag.bronnen[werkversie.iri]
        eigen = lees_regels(self._naslag, [versie])[versie]
        ouders = self._structuur.voorouders(versie)
        kinderen = self._structuur.kinderen(versie)
        vorige, volgende = self._structuur.buren(
            versie, werkversie.iri, eigen.soort.value, ouders[-1][0] if ouders else ""
        )
        licht_toe = sorted(tekst(r, "doel") for r in self._naslag.vraag("licht-toe", versie=NamedNode(versie)))
        iri = self._naslag.iri(id_)
        deel = [i for _, i, _ in kinderen[:_KINDEREN]]
        buren = [i for i in (vorige, volgende) if i]
        plekken = self._naslag.plekken([iri, *(i for _, i in ouders), *deel, *buren, *licht_toe])
        lopend, _ = self._verwijzingen.in_tekst([versie])
        wijzigingen = self._wijzigingen(versie)
        return Bepalinggegevens(
            plek=plekken[iri],
            ids=self._identificaties(id_, iri, versie),
            versie=bron.versie,
            bron=bron,
            soort=eigen.soort,
            nummer=eigen.nummer,
            aanduiding=eigen.aanduiding,
            opschrift=eigen.opschrift,
            tekst=eigen.tekst,
            alineas=alineas(eigen.tekst, lopend.get(versie, ())),
            kruimels=tuple(plekken[i] for _, i in ouders if i in plekken),
            kinderen=Lijst(tuple(plekken[i] for i in deel if i in plekken), len(kinderen), 0, _KINDEREN),
            vorige=plekken.get(vorige),
            volgende=plekken.get(volgende),
            versies=self._versies(id_),
            facultatief=eigen.facultatief,
            vervallen=eigen.vervallen,
            in_werking=eigen.in_werking,
            wijziging=wijzigingen[0] if wijzigingen else None,
            verdere_wijzigingen=wijzigingen[1:],
            licht_toe=tuple(plekken[i] for i in licht_toe if i in plekken),
            toelichting=self._toelichting(iri),
        )

    def _identificaties(self, id_: BepalingId, iri: str, versie: str) -> Identificaties:
        register = self._naslag.register
        return Identificaties(
            iri=iri,
            versie_iri=versie,
            jci=print_jci(id_, namen=register) if heeft_jci(id_) and register.officieel(id_.werk) != id_.werk else "",
            kort=print_kort(id_, register),
            citaat=print_aanhaling(id_, register),
        )

    def _versies(self, id_: BepalingId) -> tuple[Versie, ...]:
        rijen = self._naslag.vraag("versies", bepaling=NamedNode(self._naslag.iri(id_)))
        geladen = {tekst(r, "versie") for r in rijen}
        return tuple(
            self._naslag.bronnen[v.iri].versie
            for v in self._naslag.werkversies.values()
            if v.werk == id_.werk and self._naslag.versie_iri(id_, v) in geladen
        )

    def _toelichting(self, iri: str) -> tuple[Plek, ...]:
        rijen = self._naslag.vraag("toelichtingen", bepaling=NamedNode(iri))
        iris = [tekst(r, "bepaling") for r in rijen if self._naslag.is_nieuwste(tekst(r, "werkversie"))]
        return self._naslag.plekken_op_rij(iris)

    def _wijzigingen(self, versie: str) -> tuple[Wijzigingsgegevens, ...]:
        per_knoop: dict[str, dict[str, str]] = {}
        for rij in self._naslag.vraag("wijzigingen-van-bepaling", versie=NamedNode(versie)):
            waarden = per_knoop.setdefault(tekst(rij, "wijziging"), {})
            naam, waarde = tekst(rij, "eigenschap").removeprefix(RG), tekst(rij, "waarde")
            # Only this one can have several values, which are IRIs.
            waarden[naam] = f"{waarden[naam]} {waarde}" if naam == "juncto" and naam in waarden else waarde
        return tuple(lees_wijziging(waarden) for _, waarden in sorted(per_knoop.items()))

    # --- reading text ---

    def leestekst(self, id_: BepalingId, werkversie: Werkversie, versie: str, limiet: int, vanaf: int) -> Leestekst:
        """A provision and everything in it; ``limiet`` and ``vanaf`` count provisions."""
        controleer_deel(limiet, vanaf)
        alle = self._structuur.onderliggend(versie, werkversie.iri)
        rij = alle[vanaf : vanaf + limiet]
        # The ancestors of the first, whose text may go on in this part; the one after the last tells what is complete.
        ouders = [v for v, _ in self._structuur.voorouders(rij[0])] if rij else []
        volgende = alle[vanaf + limiet : vanaf + limiet + 1]
        regels = lees_regels(self._naslag, [*ouders, *rij, *volgende])
        plekken = self._naslag.plekken([self._naslag.iri(id_), *(e.bepaling for e in regels.values())])
        stroom = Leesstroom(
            regels,
            plekken,
            self._verwijzingen.aantal_naar(regels[v].bepaling for v in rij),
            self._verwijzingen.in_tekst([*ouders, *rij]),
            self._merken.in_tekst([*ouders, *rij]),
        )
        binnen = ouders.index(versie) if versie in ouders else len(ouders)
        knopen = stroom.knopen(ouders[:binnen], ouders[binnen:], rij, volgende)
        return Leestekst(
            bron=self._naslag.bronnen[werkversie.iri],
            begin=plekken[self._naslag.iri(id_)],
            knopen=Lijst(tuple(knopen), len(alle), vanaf, limiet),
        )


def lees_wijziging(waarden: Mapping[str, str]) -> Wijzigingsgegevens:
    """A change from the values of its properties, by their names in our vocabulary; of ``juncto`` IRIs with spaces."""
    return Wijzigingsgegevens(
        effect=waarden.get("effect", ""),
        door=_publicatie(waarden.get("door", "")),
        inwerkingtreding_door=_publicatie(waarden.get("inwerkingtredingDoor", "")),
        ondertekend=dag(waarden.get("ondertekend", "")),
        gepubliceerd=dag(waarden.get("gepubliceerd", "")),
        inwerkingtreding_bekendgemaakt=dag(waarden.get("inwerkingtredingBekendgemaakt", "")),
        in_werking=dag(waarden.get("inWerking", "")),
        terugwerkend_tot=dag(waarden.get("terugwerkendTot", "")),
        juncto=tuple(p for iri in sorted(waarden.get("juncto", "").split()) if (p := _publicatie(iri)) is not None),
        opmerking=waarden.get("opmerking", ""),
    )


def _publicatie(iri: str) -> Publicatie | None:
    try:
        bron = parse_extern_iri(iri)
    except IdentificatieFout:
        return None
    jaar, _, nummer = bron.waarde.partition(":")
    return Publicatie(bron.stelsel.capitalize(), int(jaar), nummer) if jaar.isdecimal() else None
