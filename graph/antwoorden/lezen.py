"""One provision with everything around it, and the text of a regulation in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from graph.antwoorden.gegevens import Bepalinggegevens, Identificaties, Leestekst, Lijst, Plek, Versie
from graph.antwoorden.leesstroom import Leesstroom, lees_regels
from graph.antwoorden.merken import Merken
from graph.antwoorden.naslag import Naslag, Werkversie, controleer_deel, dag
from graph.antwoorden.structuur import Structuur
from graph.antwoorden.tekststukken import alineas
from graph.antwoorden.verwijzingen import Verwijzingen
from graph.feiten.ding import Ding
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
        vorige, volgende = self._structuur.buren(versie, eigen.soort.value, [v for v, _ in ouders])
        ding = self._naslag.dingen([versie])[versie]
        licht_toe = sorted(ding.alle("lichtToe"))
        iri = self._naslag.iri(id_)
        deel = [i for _, i, _ in kinderen[:_KINDEREN]]
        buren = [i for i in (vorige, volgende) if i]
        plekken = self._naslag.plekken([iri, *(i for _, i in ouders), *deel, *buren, *licht_toe])
        lopend, _ = self._verwijzingen.in_tekst([versie])
        wijzigingen = self._wijzigingen(ding.alle("wijziging"))
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
        geladen = self._structuur.versies(id_)
        return tuple(
            self._naslag.bronnen[v.iri].versie
            for v in self._naslag.van_werk(id_.werk)
            if self._naslag.versie_iri(id_, v) in geladen
        )

    def _toelichting(self, iri: str) -> tuple[Plek, ...]:
        """The parts of a toelichting that explain a provision, in reading order."""
        delen = self._naslag.dingen(van for van, _ in self._naslag.naar("lichtToe", [iri])).values()
        rij = sorted(delen, key=lambda d: (d.tekst("inVersie"), d.getal("volgnummer")))
        iris = [d.tekst("is_member_of") for d in rij if self._naslag.is_nieuwste(d.tekst("inVersie"))]
        return self._naslag.plekken_op_rij(iris)

    def _wijzigingen(self, knopen: Sequence[str]) -> tuple[Wijzigingsgegevens, ...]:
        dingen = self._naslag.dingen(sorted(knopen))
        return tuple(lees_wijziging(ding) for ding in dingen.values())

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


def lees_wijziging(ding: Ding) -> Wijzigingsgegevens:
    """A change from what is said of it."""
    return Wijzigingsgegevens(
        effect=ding.tekst("effect"),
        door=_publicatie(ding.tekst("door")),
        inwerkingtreding_door=_publicatie(ding.tekst("inwerkingtredingDoor")),
        ondertekend=dag(ding.tekst("ondertekend")),
        gepubliceerd=dag(ding.tekst("gepubliceerd")),
        inwerkingtreding_bekendgemaakt=dag(ding.tekst("inwerkingtredingBekendgemaakt")),
        in_werking=dag(ding.tekst("inWerking")),
        terugwerkend_tot=dag(ding.tekst("terugwerkendTot")),
        juncto=tuple(p for iri in sorted(ding.alle("juncto")) if (p := _publicatie(iri)) is not None),
        opmerking=ding.tekst("opmerking"),
    )


def _publicatie(iri: str) -> Publicatie | None:
    try:
        bron = parse_extern_iri(iri)
    except IdentificatieFout:
        return None
    jaar, _, nummer = bron.waarde.partition(":")
    return Publicatie(bron.stelsel.capitalize(), int(jaar), nummer) if jaar.isdecimal() else None
