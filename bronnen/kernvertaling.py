"""From domain records to the lines of a file with shipped facts, and back."""

from __future__ import annotations

from bronnen.kernregels import (
    VERSIE,
    Bepalingregel,
    Bestandsregel,
    Bevindingregel,
    Bewijsregel,
    Hoofdregel,
    Linkregel,
    Plek,
    Plichtregel,
    Publicatieregel,
    Relatieregel,
    Verwijzingsregel,
    Wijzigingsregel,
)
from ontologie.document import (
    Bepaling,
    Bronbestand,
    Document,
    Invulplaats,
    Publicatie,
    Redactielink,
    Wijzigingsgegevens,
)
from ontologie.identificatie import BepalingId, parse_kort, print_kort
from ontologie.relatie import (
    Afleiding,
    Bevinding,
    Bewijs,
    Regelplicht,
    Relatie,
)
from ontologie.tekst import Segment, Span, Tekst
from ontologie.verwijzing import Doel, ExternId, Verwijzing, VerwijzingSoort

#: A title or heading with more words than this is cut: it is an intitule or a sentence, and no name.
MAXIMUM_WOORDEN = 24

_BRON_IDS = ("stam-id", "versie-id")


# --- From records to lines ----------------------------------------------------------------------------------------


def hoofdregel(document: Document, verwijzingen: int, afleiding: Afleiding | None = None) -> Hoofdregel:
    afleiding = afleiding or Afleiding()
    bron = document.bron
    return Hoofdregel(
        VERSIE,
        document.werk,
        document.versie,
        document.soort,
        document.citeertitel or _ingekort(document.titel),
        Bestandsregel(bron.naam, bron.sha256, bron.grootte, bron.formaat, bron.lezer),
        sum(1 for _ in document.bepalingen()),
        verwijzingen,
        document.citeertitel,
        document.officieel_id,
        document.afkortingen,
        document.geldig_van,
        document.geldig_tot,
        document.volledig,
        tuple(Linkregel(_plek(r.span), r.soort, r.doel, r.bwb_id) for r in document.redactielinks),
        len(afleiding.relaties),
        len(afleiding.regelplichten),
        len(afleiding.bevindingen),
    )


def bepalingregel(bepaling: Bepaling, diepte: int) -> Bepalingregel:
    wijzigingen = () if bepaling.wijziging is None else (bepaling.wijziging, *bepaling.verdere_wijzigingen)
    return Bepalingregel(
        diepte,
        print_kort(bepaling.id),
        bepaling.soort,
        _plek(bepaling.span),
        bepaling.label,
        _ingekort(bepaling.kop),
        bepaling.facultatief,
        bepaling.vervallen,
        bepaling.in_werking,
        tuple((i.soort, i.span.begin, i.span.eind) for i in bepaling.invulplaatsen),
        tuple(_wijzigingsregel(w) for w in wijzigingen),
        tuple(print_kort(d) for d in bepaling.licht_toe),
        tuple((s, w) for s, w in bepaling.bron_ids if s in _BRON_IDS),  # type: ignore[misc]
    )


def _plek(span: Span) -> Plek:
    return span.begin, span.eind


def _ingekort(kop: str) -> str:
    woorden = kop.split()
    return kop if len(woorden) <= MAXIMUM_WOORDEN else " ".join(woorden[:MAXIMUM_WOORDEN]) + " …"


def _wijzigingsregel(w: Wijzigingsgegevens) -> Wijzigingsregel:
    return Wijzigingsregel(
        w.effect,
        _publicatieregel(w.door) if w.door else None,
        _publicatieregel(w.inwerkingtreding_door) if w.inwerkingtreding_door else None,
        w.ondertekend,
        w.gepubliceerd,
        w.inwerkingtreding_bekendgemaakt,
        w.in_werking,
        w.terugwerkend_tot,
        tuple(_publicatieregel(p) for p in w.juncto),
    )


def _publicatieregel(p: Publicatie) -> Publicatieregel:
    return Publicatieregel(p.blad, p.jaar, p.nummer, p.uitgifte, p.ondertekening, p.dossier)


def verwijzingsregel(v: Verwijzing) -> Verwijzingsregel:
    return Verwijzingsregel(
        _plek(v.span),
        # The words of a citation are kept whole, but an intitule is a sentence.
        _ingekort(v.tekst) if v.soort is VerwijzingSoort.REGELING else v.tekst,
        v.soort,
        v.status,
        print_kort(v.plaats),
        tuple(_doel(d) for d in v.doelen),
        v.methode,
        v.reden,
        tuple(print_kort(b) for b in v.bestaand),
        tuple(_doel(k) for k in v.kandidaten),
    )


def relatieregel(r: Relatie) -> Relatieregel:
    bewijs = tuple(_bewijsregel(b) for b in r.bewijs)
    return Relatieregel(
        print_kort(r.van), print_kort(r.naar), r.soort, r.sterkte, r.regel, r.reden, bewijs, r.facultatief, r.deels
    )


def _bewijsregel(b: Bewijs) -> Bewijsregel:
    return Bewijsregel(_plek(b.span), print_kort(b.plaats), b.regel)


def plichtregel(p: Regelplicht) -> Plichtregel:
    return Plichtregel(
        print_kort(p.plicht_in),
        p.modaliteit,
        p.vorm,
        (print_kort(p.opdracht_in), *p.opdracht),
        p.adressaat,
        _plek(p.onderwerp) if p.onderwerp else None,
        print_kort(p.hoort_bij) if p.hoort_bij else "",
        p.blad,
    )


def bevindingregel(b: Bevinding) -> Bevindingregel:
    return Bevindingregel(_bewijsregel(b.bewijs), b.bericht, tuple(print_kort(d) for d in b.betreft))


def _doel(doel: Doel) -> str | tuple[str, str]:
    return print_kort(doel) if isinstance(doel, BepalingId) else (doel.stelsel, doel.waarde)


# --- From lines to records ----------------------------------------------------------------------------------------


def naar_document(regel: Hoofdregel, wortel: Bepaling) -> Document:
    b = regel.bron
    return Document(
        werk=regel.werk,
        versie=regel.versie,
        soort=regel.soort,
        titel=regel.titel,
        wortel=wortel,
        bron=Bronbestand(b.naam, b.sha256, b.grootte, b.formaat, b.lezer),
        citeertitel=regel.citeertitel,
        officieel_id=regel.officieel_id,
        afkortingen=regel.afkortingen,
        geldig_van=regel.van,
        geldig_tot=regel.tot,
        volledig=regel.volledig,
        met_tekst=False,
        redactielinks=tuple(Redactielink(_span(r.p), "", r.soort, r.doel, r.bwb) for r in regel.links),
    )


def naar_bepaling(regel: Bepalingregel, kinderen: tuple[Bepaling, ...]) -> Bepaling:
    """Raises IdentificatieFout where an id is no short notation."""
    wijzigingen = tuple(_naar_wijziging(w) for w in regel.wijziging)
    return Bepaling(
        id=parse_kort(regel.id),
        soort=regel.s,
        span=_span(regel.p),
        label=regel.label,
        opschrift=opschrift(regel.kop) if regel.kop else None,
        inhoud=kinderen,
        facultatief=regel.facultatief,
        vervallen=regel.vervallen,
        in_werking=regel.in_werking,
        invulplaatsen=tuple(Invulplaats(soort, _span((begin, eind))) for soort, begin, eind in regel.invul),
        wijziging=wijzigingen[0] if wijzigingen else None,
        verdere_wijzigingen=wijzigingen[1:],
        licht_toe=tuple(parse_kort(d) for d in regel.licht_toe),
        bron_ids=regel.ids,
    )


def _span(plek: Plek) -> Span:
    if not 0 <= plek[0] <= plek[1]:
        raise ValueError(f"{plek[0]}-{plek[1]} is geen bereik")
    return Span(*plek)


def opschrift(kop: str) -> Tekst:
    """A heading whose place in the source is not known."""
    return Tekst(kop, (Segment(0, len(kop), 0, 0),))


def _naar_wijziging(w: Wijzigingsregel) -> Wijzigingsgegevens:
    return Wijzigingsgegevens(
        w.effect,
        _naar_publicatie(w.door) if w.door else None,
        _naar_publicatie(w.iwt_door) if w.iwt_door else None,
        w.ondertekend,
        w.gepubliceerd,
        w.iwt_bekend,
        w.in_werking,
        w.terug,
        tuple(_naar_publicatie(p) for p in w.juncto),
    )


def _naar_publicatie(p: Publicatieregel) -> Publicatie:
    return Publicatie(p.blad, p.jaar, p.nr, p.uitgifte, p.ondertekening, p.dossier)


def naar_verwijzing(v: Verwijzingsregel) -> Verwijzing:
    """Raises IdentificatieFout where a target is no short notation."""
    return Verwijzing(
        _span(v.p),
        v.t,
        v.s,
        v.st,
        tuple(_naar_doel(d) for d in v.naar),
        parse_kort(v.in_),
        v.m,
        v.reden,
        tuple(parse_kort(b) for b in v.bestaand),
        tuple(_naar_doel(k) for k in v.kandidaten),
    )


def _naar_doel(doel: str | tuple[str, str]) -> Doel:
    return parse_kort(doel) if isinstance(doel, str) else ExternId(*doel)


def naar_relatie(r: Relatieregel) -> Relatie:
    """Raises IdentificatieFout where a provision is no short notation."""
    return Relatie(
        parse_kort(r.van),
        parse_kort(r.naar),
        r.s,
        r.st,
        r.m,
        r.reden,
        tuple(_naar_bewijs(b) for b in r.bewijs),
        r.facultatief,
        r.deels,
    )


def _naar_bewijs(b: Bewijsregel) -> Bewijs:
    return Bewijs(parse_kort(b.in_), _span(b.p), b.m)


def naar_plicht(p: Plichtregel) -> Regelplicht:
    """Raises IdentificatieFout where a provision is no short notation."""
    opdracht_in, begin, eind = p.op
    return Regelplicht(
        parse_kort(p.in_),
        p.s,
        p.vorm,
        p.wie,
        parse_kort(opdracht_in),
        _span((begin, eind)),
        _span(p.wat) if p.wat else None,
        parse_kort(p.bij) if p.bij else None,
        p.blad,
    )


def naar_bevinding(b: Bevindingregel) -> Bevinding:
    """Raises IdentificatieFout where a provision is no short notation."""
    return Bevinding(_naar_bewijs(b.b), b.t, tuple(parse_kort(d) for d in b.betreft))
