# ruff: noqa: E501 - one text a line reads as a table
"""Invented texts per rule: those in which it must find something, with the words, and those in which it must not.

``V`` makes an ordinance of articles, ``N`` a document in numbered sections.
"""

from __future__ import annotations

from typing import NamedTuple

from ontologie.document import DocumentSoort
from tests.graph.controle.vijverrecht import verordening as V  # noqa: N812


class Geval(NamedTuple):
    """One text; ``woorden`` are part of the words of the finding, "" where there must be none."""

    tekst: str
    woorden: str = ""
    soort: DocumentSoort | None = None
    versie: str = ""


def N(*delen: str, inhoud: str = "", opbouw: str = "De aanleiding is het water.") -> str:  # noqa: N802
    """Chapter 1 is there; what is given goes on from chapter 2."""
    begin = ["Handreiking vijvers", *(["Inhoudsopgave", inhoud] if inhoud else [])]
    return "\n\n".join([*begin, "1 Inleiding", "Hier begint het.", "1.1 Opbouw", opbouw, *delen]) + "\n"


def _secties(*koppen: str, tekst: str = "Hier staat iets over vijvers en wat daarbij hoort.") -> list[str]:
    return [deel for kop in koppen for deel in (kop, tekst)]


A2 = "Artikel 2. Voeren\n\n1. Het voeren van vissen is verboden.\n2. Het college kan ontheffing verlenen."
A2_ZONDER = "Artikel 2. Voeren\n\nHet voeren van vissen is verboden."
A3 = "Artikel 3. Maaien\n\n1. De oever wordt gemaaid.\n2. Het maaisel wordt afgevoerd."
MODEL = DocumentSoort.MODEL

RAAK: dict[str, tuple[Geval, ...]] = {
    "nummer-overgeslagen": (
        Geval(V("Artikel 2. Voeren\n\n1. Voeren mag niet.\n2. Ontheffing kan.\n4. Bezwaar kan."), "4. Bezwaar"),
        Geval(V(A2, "Artikel 4. Maaien\n\nDe oever wordt in het najaar gemaaid."), "Artikel 4"),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren; en\nd. vis voeren."), "d. vis"),
    ),
    "nummer-volgorde": (
        Geval(V("Artikel 2. Voeren\n\n1. Voeren mag niet.\n3. Ontheffing kan.\n2. Bezwaar kan."), "2. Bezwaar"),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nc. rijst voeren; en\nb. vis voeren."), "b. vis"),
    ),
    "nummer-dubbel": (
        Geval(V("Artikel 2. Voeren\n\n1. Voeren mag niet.\n2. Ontheffing kan.\n2. Bezwaar kan."), "2. Bezwaar"),
        Geval(V(A2, "Artikel 3. Maaien\n\nDe oever wordt gemaaid.", "Artikel 3. Snoeien\n\nDe heg wordt gesnoeid."), "Artikel 3. Maaien"),
    ),
    "reeks-begin": (
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\nb. brood voeren;\nc. rijst voeren; en\nd. vis voeren."), "b. brood"),
        Geval(V("Artikel 2. Voeren\n\n2. Het voeren van vissen is verboden.\n3. Het college kan ontheffing verlenen."), "2. Het voeren"),
    ),
    "enig-lid": (
        Geval(V("Artikel 2. Voeren\n\n1. Het voeren van vissen is verboden."), "1. Het voeren"),
        Geval(V(A2, "Artikel 3. Maaien\n\n1. Het college laat de oever in het najaar maaien."), "1. Het college"),
    ),
    "bepaling-leeg": (
        Geval(V(A2, "Artikel 3. Maaien", "Artikel 4. Snoeien\n\nDe heg wordt gesnoeid."), "Artikel 3"),
        Geval(V("Hoofdstuk 2. Voeren", "Hoofdstuk 3. Maaien", A2), "Hoofdstuk 2"),
    ),
    "opschrift-dubbel": (
        Geval(V(A2, "Artikel 3. Voeren\n\nOok het voeren van eenden is verboden."), "Artikel 3 Voeren"),
        Geval(V(A2, A3, "Artikel 4. Maaien\n\nHet maaisel wordt afgevoerd."), "Artikel 4 Maaien"),
    ),
    "inhoudsopgave": (
        Geval(N(*_secties("2 Eenden voeren", "3 Oevers"), inhoud="1\tInleiding\t2\n1.1\tOpbouw\t2\n2\tVoeren\t3\n3\tOevers\t4"), "2"),
        Geval(N(*_secties("3 Oevers"), inhoud="1\tInleiding\t2\n1.1\tOpbouw\t2\n2\tVoeren\t3\n3\tOevers\t4"), "2"),
    ),
    "aantal-delen": (
        Geval(N(*_secties("2 Voeren", "3 Oevers"), opbouw="Deze handreiking bestaat uit vier hoofdstukken."), "vier hoofdstukken"),
        Geval(V(A2, "Artikel 3. Opbouw\n\nDeze verordening telt negen artikelen."), "telt negen artikelen"),
    ),
    "stap-nummer": (
        Geval(N("2 Aanpak", "Stap 1: meten van de vijver\n\nStap 2: maaien van de oever\n\nStap 3: voeren van de vissen", "Stap 1: meten van de vijver", "Meet eerst.", "Stap 3: maaien van de oever", "Maai dan.", "3 Slot", "Klaar."), "Stap 3"),
        Geval(N("2 Aanpak", "Fase 1: graven van de kuil\n\nFase 2: vullen van de vijver", "Fase 2: graven van de kuil", "Graaf eerst.", "3 Slot", "Klaar."), "Fase 2"),
    ),
    "hoofdstuk-verschoven": (
        Geval(N(*_secties("2 Kosten", "3 Voeren van vissen", "4 Maaien van oevers"), opbouw="Hoofdstuk 2 beschrijft het voeren van vissen in vijvers.\n\nHoofdstuk 3 behandelt het maaien van oevers."), "Hoofdstuk 2"),
        Geval(N(*_secties("2 Begraafplaats voor goudvissen", "3 Kosten en baten", "4 Slot"), opbouw="Hoofdstuk 3 gaat over de begraafplaats voor goudvissen."), "Hoofdstuk 3"),
    ),
    "doel-ontbreekt": (
        Geval(V(A2, "Artikel 3. Straf\n\nOvertreding van artikel 9 wordt bestraft."), "artikel 9"),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 12 van de Vijverwet toe."), "artikel 12"),
    ),
    "deel-ontbreekt": (
        Geval(V(A2, "Artikel 3. Straf\n\nOvertreding van artikel 2, vierde lid, wordt bestraft."), "artikel 2, vierde lid"),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 3, onderdeel e, van de wet toe."), "onderdeel e"),
    ),
    "lid-zonder-leden": (
        Geval(V(A2_ZONDER, "Artikel 3. Straf\n\nOvertreding van artikel 2, eerste lid, wordt bestraft."), "artikel 2, eerste lid"),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 3, eerste lid, onderdeel a, van de Vijverwet toe."), "eerste lid"),
    ),
    "wet-onbekend": (
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 12 van de wet toe.", begrippen="- vis: dier dat zwemt.").replace("de Vijverwet", "het recht"), "artikel 12 van de wet"),
        Geval(V(A2, "Artikel 3. Grond\n\nDe vis, bedoeld in artikel 7 van het besluit, is vrij.", begrippen="- vis: dier dat zwemt.").replace("de Vijverwet", "het recht"), "van het besluit"),
    ),
    "naam-voormalig": (
        Geval(V(A2, "Artikel 3. Grond\n\nDe bijdrage, bedoeld in de Wet op de waterpoelen, is verschuldigd."), "waterpoelen"),
        Geval(V(A2, "Artikel 3. Grond\n\nDe bijdrage, bedoeld in artikel 4 van de Wet op de waterpoelen, is verschuldigd."), "waterpoelen"),
        Geval(V(A2, "Artikel 3. Intrekking van de ontheffing\n\nDe bijdrage, bedoeld in de Wet op de waterpoelen, is verschuldigd."), "waterpoelen"),
    ),
    "naam-wisselt": (
        Geval(V(A2, "Artikel 3. Grond\n\nDe Wet oevers en kaden 2015 geldt. De Wet oevers en kaden 2015 gaat voor. De Wet Oevers en kaden 2015 ook."), "Wet Oevers"),
        Geval(V(A2, "Artikel 3. Grond\n\nDe Wet oevers en kaden 2015 geldt. De Wet oevers en kaden 2015 gaat voor. De Wet oevers en kaden helpt."), "Wet oevers en kaden"),
    ),
    "doel-facultatief": (
        Geval(V("[Artikel 2. Voeren\n\nVoeren mag niet.]", "Artikel 3. Straf\n\nOvertreding van artikel 2 wordt bestraft.", titel="Model Vijververordening"), "artikel 2", MODEL),
        Geval(V("Artikel 2. Voeren\n\n1. Voeren mag niet.\n[2. Het college kan ontheffing verlenen.]", "Artikel 3. Straf\n\nArtikel 2, tweede lid, geldt niet.", titel="Model Vijververordening"), "tweede lid", MODEL),
    ),
    "naar-zichzelf": (
        Geval(V("Artikel 2. Voeren\n\n1. Voeren mag niet.\n2. Van het tweede lid kan ontheffing worden verleend."), "tweede lid"),
        Geval(V(A2, "Artikel 3. Maaien\n\nHet maaien, bedoeld in artikel 3, gebeurt in het najaar."), "artikel 3"),
        Geval(N("2 Voeren", "2.1 Brood", "Voer geen brood (zie hoofdstuk 2).", *_secties("3 Maaien")), "hoofdstuk 2"),
    ),
    "bijlage-welke": (
        Geval(V(A2, "Artikel 3. Kaart\n\nDe vijvers staan in de bijlage.", slot="Bijlage behorende bij artikel 2\n\nLijst van vissen.\n\nBijlage behorende bij artikel 3\n\nKaart van vijvers."), "bijlage"),
        Geval(V("Artikel 2. Eisen\n\nDe visser voldoet aan de eisen in de Bijlage.", A3, slot="Bijlage behorende bij artikel 2\n\nEisen.\n\nBijlage behorende bij artikel 3\n\nKaart."), "Bijlage"),
    ),
    "artikel-bijna": (
        Geval(N("2 Slot", *(["Dit hoort bij de uitvoering van artikel 2a van de Vijverwet door het college."] * 6), "Ook de uitvoering van artikel 2 van de Vijverwet telt mee.", "3 Einde", "Klaar."), "artikel 2 van"),
        Geval(N("2 Slot", *(["Hierbij gaat het om toepassing van artikel 4 van de Vijverwet door de raad."] * 5), "Hier gaat het om toepassing van artikel 4a van de Vijverwet.", "3 Einde", "Klaar."), "artikel 4a"),
    ),
    "reeks-omgekeerd": (
        Geval(V(A2, A3, "Artikel 4. Straf\n\nOvertreding van de artikelen 3 tot en met 2 wordt bestraft."), "3 tot en met 2"),
        Geval(V("Artikel 2. Voeren\n\n1. Voeren mag niet.\n2. Maaien mag.\n3. Snoeien mag.", "Artikel 3. Straf\n\nArtikel 2, derde tot en met eerste lid, geldt niet."), "derde tot en met eerste"),
    ),
    "enkelvoud-meervoud": (
        Geval(V(A2, A3, "Artikel 4. Straf\n\nOvertreding van artikel 2 en 3 wordt bestraft."), "artikel 2 en 3"),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 3, onderdeel a en b, van de Vijverwet toe."), "onderdeel a en b"),
    ),
    "komma-aanhaling": (
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4, van de Vijverwet toe."), "artikel 4, van"),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4 tweede lid, van de Vijverwet toe."), "artikel 4 tweede lid"),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4, tweede lid van de Vijverwet toe."), "tweede lid van"),
    ),
    "niveauwoord": (
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 3, sub a, van de Vijverwet toe."), "sub a"),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4, lid 2, van de Vijverwet toe."), "lid 2"),
    ),
    "begrip-ongebruikt": (
        Geval(V(A2, begrippen="- schepnet: net aan een stok;\n- wet: Vijverwet."), "schepnet"),
        Geval(V(A2, A3, begrippen="- stille uren: de tijd na zonsondergang;\n- vis: dier dat zwemt."), "stille uren"),
        Geval(V(A2, begrippen="- schepnet: net aan een stok;\n- wet: Vijverwet.").replace("In deze verordening wordt", "In deze verordening en de daarop berustende bepalingen wordt"), "schepnet"),
    ),
    "begrip-dubbel": (
        Geval(V(A2, begrippen="- vis: dier dat zwemt;\n- oever: rand;\n- vis: dier met kieuwen."), "vis: dier met kieuwen"),
        Geval(V(A2, A3, begrippen="a. oever: rand van het water;\nb. vis: dier dat zwemt;\nc. Oever: kant."), "Oever: kant"),
    ),
    "begrip-schrijfwijze": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van een siervis is verboden, tenzij de Siervis ziek is.", begrippen="- siervis: vis voor de sier."), "Siervis"),
        Geval(V("Artikel 2. Oever\n\nEen afstand tot oever van een meter is genoeg.", begrippen="- afstand tot de oever: lengte tot het water."), "afstand tot oever"),
    ),
    "afkorting-ongebruikt": (
        Geval(V("Artikel 2. Voeren\n\nHet Centraal Vissenbureau (hierna: CVB) houdt een lijst bij van vissen."), "CVB"),
        Geval(N("2 Slot", "De vereniging van vijverhouders (hierna: de vereniging VVH) telt de vissen elk jaar.", "3 Einde", "Klaar."), "vereniging VVH"),
    ),
    "afkorting-onverklaard": (
        Geval(V("Artikel 2. Voeren\n\nHet college vraagt advies aan het VKB over het voeren van vissen."), "VKB"),
        Geval(N("2 Slot", "De vissen worden geteld door de RVT en het waterschap.", "3 Einde", "Klaar."), "RVT"),
    ),
    "woord-wisselend": (
        Geval(V("Artikel 2. Voeren\n\nDe her-inrichting van de vijver en de herinrichting van de oever gaan samen. De herinrichting duurt kort."), "her-inrichting"),
        Geval(N("2 Slot", "Het ABC-vijverplan is klaar. Het ABC-vijverplan is goed. Het ABC vijverplan is duur.", "3 Einde", "Klaar."), "ABC vijverplan"),
    ),
    "woord-verschreven": (
        Geval(N("2 Slot", "De vijverhouderij bloeit. Een vijverhouderij kost geld. Elke vijverhouderij is mooi. De vijverhoudrij is duur.", "3 Einde", "Klaar."), "vijverhoudrij"),
        Geval(N("2 Slot", "Het waterbeheerplan is af. Dat waterbeheerplan geldt. Een waterbeheerplan helpt. Dit waterbebeerplan ook.", "3 Einde", "Klaar."), "waterbebeerplan"),
    ),
    "woord-aaneen": (
        Geval(V("Artikel 2. Voeren\n\nEr worden tenminste drie vissen gehouden."), "tenminste"),
        Geval(V("Artikel 2. Voeren\n\nVoeren mag voorzover de vis dit wenst."), "voorzover"),
    ),
    "toelichting-artikel": (
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 7. Snoeien\n\nUitleg over snoeien."), "Artikel 7"),
        Geval(V(A2, toelichting="Artikel 1. Begrippen\n\nUitleg.\n\nArtikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg."), "Artikel 3"),
    ),
    "toelichting-lid": (
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nHet vierde lid regelt het bezwaar.\n\nArtikel 3. Maaien\n\nUitleg."), "vierde lid"),
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nZie ook artikel 3, derde lid, over het maaisel.\n\nArtikel 3. Maaien\n\nUitleg."), "artikel 3, derde lid"),
    ),
    "toelichting-opschrift": (
        Geval(V(A2, A3, toelichting="Artikel 2. Voederen van vissen\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg."), "Voederen"),
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien en afvoeren\n\nUitleg."), "Maaien en afvoeren"),
    ),
    "toelichting-vervallen": (
        Geval(V(A2, "Artikel 3. Maaien\n(Vervallen)", toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien\n\nHet maaien gebeurt in het najaar."), "Artikel 3"),
        Geval(V("Artikel 2. Voeren\n(Vervallen)", A3, toelichting="Artikel 2. Voeren\n\nVoeren is slecht voor het water.\n\nArtikel 3. Maaien\n\nUitleg."), "Artikel 2"),
    ),
    "toelichting-volgorde": (
        Geval(V(A2, A3, toelichting="Artikel 1. Begrippen\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg.\n\nArtikel 2. Voeren\n\nUitleg."), "Artikel 2"),
        Geval(V(A2, A3, "Artikel 4. Straf\n\nOvertreding wordt bestraft.", toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 4. Straf\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg."), "Artikel 3"),
    ),
    "toelichting-ander-lid": (
        Geval(V("Artikel 2. Voeren\n\n1. Het college telt jaarlijks vissen.\n2. De houder die goudvissen met brood voert betaalt een geldboete aan de penningmeester.", A3, toelichting="Artikel 2. Voeren\n\nIn artikel 2, eerste lid, staat dat wie goudvissen met brood voert een geldboete aan de penningmeester betaalt.\n\nArtikel 3. Maaien\n\nUitleg."), "artikel 2, eerste lid"),
        Geval(V(A2, "Artikel 3. Maaien\n\n1. De rietkraag langs zuidelijke oevers blijft tijdens broedseizoen ongemaaid.\n2. Kosten draagt de gemeente.", toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien\n\nVolgens artikel 3, tweede lid, blijft de rietkraag langs zuidelijke oevers tijdens het broedseizoen ongemaaid."), "tweede lid"),
    ),
    "haakje": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen (ook van eenden is verboden."), "(ook van eenden"),
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen, ook van eenden) is verboden."), "eenden)"),
    ),
    "aanhalingsteken": (
        Geval(V("Artikel 2. Voeren\n\nHet bord vermeldt “Niet voeren’ in rode letters."), "Niet voeren"),
        Geval(V('Artikel 2. Voeren\n\nHet bord vermeldt "Niet voeren in rode letters.'), "Niet voeren"),
    ),
    "lijst-einde": (
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren\nc. vis voeren;\nd. kaas voeren; en\ne. taart voeren."), "rijst voeren"),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren;\nc. vis voeren;"), "vis voeren;"),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren.\nc. vis voeren."), "rijst voeren."),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren; of\nc. vissen uit het water halen"), "water halen"),
    ),
    "lijst-voegwoord": (
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren; of\nb. rijst voeren;\nc. vis voeren;\nd. kaas voeren."), "brood voeren; of"),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren; en\nb. rijst voeren; of\nc. vis voeren."), "rijst voeren; of"),
    ),
    "aanloop-herhaald": (
        Geval(V("Artikel 2. Voeren\n\nVoeren mag als:\na. het vriest;\nb. als de vis honger heeft; en\nc. de zon schijnt."), "als de vis honger"),
        Geval(V("Artikel 2. Voeren\n\nHet is verboden om:\na. vissen te voeren;\nb. om eenden te voeren; en\nc. riet te snijden."), "om eenden"),
    ),
    "leesteken-dubbel": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen,; ook van eenden, is verboden."), "vissen,;"),
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen is verboden . Het college ziet toe."), "verboden ."),
    ),
    "zin-open": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen in een openbare vijver is verboden", A3), "verboden"),
        Geval(V("Artikel 2. Voeren\n\n1. Het college kan ontheffing verlenen.\n2. Het voeren van vissen in een openbare vijver is verboden"), "verboden"),
    ),
    "woord-dubbel": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van van vissen is verboden."), "van van"),
        Geval(V("Artikel 2. Voeren\n\nHet voeren in openbare vijvers in openbare vijvers is verboden."), "in openbare vijvers in openbare vijvers"),
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen is verboden. De de vis is vrij."), "De de"),
    ),
    "opsomming-nummers": (
        Geval(N("2 Slot", "c. Meet de vijver.\n\nd. Maai de oever.\n\ne. Voer de vissen.", "3 Einde", "Klaar."), "c. Meet"),
        Geval(N("2 Slot", "a. Meet de vijver.\n\nb. Maai de oever.\n\nd. Voer de vissen.", "3 Einde", "Klaar."), "d. Voer"),
    ),
    "alinea-komma": (
        Geval(N("2 Slot", "Wie een vijver houdt, meet elk jaar hoe diep het water is, maait de oever in het najaar en voert de vissen niet te veel,", "3 Einde", "Klaar."), "te veel,"),
        Geval(N("2 Begin", "Het stappenplan is niet verplicht, maar helpt de houder van een vijver om in de goede volgorde te meten, te maaien en te voeren,", "3 Einde", "Klaar."), "te voeren,"),
    ),
    "datum-onbestaanbaar": (
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking op 31 juni 2027."), "31 juni 2027"),
        Geval(N("2 Slot", "Op 30 februari 2026 worden de vissen geteld.", "3 Einde", "Klaar."), "30 februari 2026"),
    ),
    "inwerkingtreding-verleden": (
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking op 1 juli 2021.", titel="Model Vijververordening"), "1 juli 2021", MODEL, "2025-12"),
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking met ingang van 1 januari 2020."), "1 januari 2020", None, "2024-05"),
    ),
    "terugwerken-niet-gezegd": (
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking op 1 januari 2024.", slot="Aldus vastgesteld in de openbare raadsvergadering van 12 maart 2024.\n\nDe voorzitter,"), "1 januari 2024"),
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking met ingang van 1 mei 2023.", slot="Aldus vastgesteld in de vergadering van 2 juni 2023.\n\nDe griffier,"), "1 mei 2023"),
    ),
    "overgang-voorbij": (
        Geval(V(A2, "Artikel 3. Overgangsrecht\n\nEen ontheffing geldt tot 1 januari 2019."), "1 januari 2019"),
        Geval(V(A2, "Artikel 3. Overgangsbepaling\n\nTot en met 31 december 2022 blijft voeren toegestaan.").replace("Tot en met", "Voeren blijft toegestaan tot en met"), "31 december 2022"),
    ),
    "termijn-verstreken": (
        Geval(V("Artikel 2. Bijdrage\n\nDe bijdrage wordt elk jaar aangepast, voor het eerst per 1 januari 2023.", slot="Aldus vastgesteld in de vergadering van 14 maart 2024."), "1 januari 2023"),
        Geval(V("Artikel 2. Verslag\n\nHet college brengt uiterlijk op 1 februari 2022 verslag uit aan de raad.", slot="Aldus vastgesteld in de vergadering van 14 maart 2024."), "1 februari 2022"),
    ),
    "citeertitel": (
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening wordt aangehaald als: Verordening oevers Nergenshuizen."), "Verordening oevers"),
        Geval(V(A2, "Artikel 3. Citeertitel\n\nDeze verordening wordt aangehaald als: Vijververordening Ergenshuizen."), "Ergenshuizen"),
    ),
    "invulplaats-open": (
        Geval(V("Artikel 2. Voeren\n\nVoeren is verboden vanaf [datum] in elke vijver."), "[datum]"),
        Geval(V("Artikel 2. Voeren\n\nDe boete bedraagt [bedrag] per vis in elke vijver."), "[bedrag]"),
    ),
}  # fmt: skip

MIS: dict[str, tuple[Geval, ...]] = {
    "nummer-overgeslagen": (
        Geval(V(A2, "Artikel 2a. Maaien\n\nDe oever wordt gemaaid.", "Artikel 2b. Snoeien\n\nDe heg wordt gesnoeid.", "Artikel 3. Slot\n\nKlaar is het.")),
        Geval(V(A2, "Artikel 3. Maaien\n(Vervallen)", "Artikel 4. Snoeien\n\nDe heg wordt gesnoeid.")),
        Geval(V("Artikel 2. Voeren\n\n- brood;\n- rijst;\n- vis.")),
    ),
    "nummer-volgorde": (Geval(V(A2, A3)), Geval(V(A2, "Artikel 2a. Maaien\n\nDe oever wordt gemaaid."))),
    "nummer-dubbel": (Geval(V(A2, A3)), Geval(V("Artikel 2. Voeren\n\n1. Verboden is:\na. brood;\nb. rijst.\n2. Toegestaan is:\na. vis;\nb. kaas."))),
    "reeks-begin": (Geval(V(A2, A3)), Geval(V("Artikel 2. Voeren\n\nVerboden is:\n1°. brood voeren;\n2°. rijst voeren."))),
    "enig-lid": (Geval(V(A2)), Geval(V(A2_ZONDER))),
    "bepaling-leeg": (Geval(V(A2, "Artikel 3. Maaien\n(Vervallen)", "Artikel 4. Snoeien\n\nDe heg wordt gesnoeid.")), Geval(V("Hoofdstuk 2. Voeren", A2))),
    "opschrift-dubbel": (Geval(V(A2, A3)), Geval(V(A2, "Artikel 3. Voeren door het college\n\nHet college mag voeren."))),
    "inhoudsopgave": (
        Geval(N(*_secties("2 Voeren", "3 Oevers"), inhoud="1\tInleiding\t2\n1.1\tOpbouw\t2\n2\tVoeren\t3\n3\tOevers\t4")),
        Geval(N(*_secties("2 Voeren", "3 Oevers"))),
    ),
    "aantal-delen": (
        Geval(N(*_secties("2 Voeren", "3 Oevers"), opbouw="Deze handreiking bestaat uit drie hoofdstukken.")),
        Geval(N(*_secties("2 Voeren", "3 Oevers"), opbouw="Het boek van Jansen bevat twaalf hoofdstukken over vissen.")),
    ),
    "stap-nummer": (
        Geval(N("2 Aanpak", "Stap 1: meten van de vijver\n\nStap 2: maaien van de oever", "Stap 1: meten van de vijver", "Meet eerst.", "Stap 2: maaien van de oever", "Maai dan.", "3 Slot", "Klaar.")),
        Geval(N("2 Aanpak", "Stap 1: meten van de vijver\n\nStap 2: maaien van de oever", "3 Andere aanpak", "Stap 1: maaien van de oever\n\nStap 2: meten van de vijver")),
    ),
    "hoofdstuk-verschoven": (
        Geval(N(*_secties("2 Voeren van vissen", "3 Maaien van oevers", "4 Slot"), opbouw="Hoofdstuk 2 beschrijft het voeren van vissen in vijvers.\n\nHoofdstuk 3 behandelt het maaien van oevers.")),
        Geval(N(*_secties("2 Voeren van vissen", "3 Maaien van oevers", "4 Kosten"), opbouw="Meer over vissen staat in hoofdstuk 4.")),
    ),
    "doel-ontbreekt": (
        Geval(V(A2, "Artikel 3. Straf\n\nOvertreding van artikel 2 wordt bestraft.")),
        Geval(V(A2, "Artikel 3. Oud recht\n\nArtikel 12 van de Vijverwet, zoals dat luidde voor de wijziging, blijft gelden.")),
        Geval(V(A2, "Artikel 3. Elders\n\nArtikel 900 van de Wet oevers en kaden 2015 geldt.")),
    ),
    "deel-ontbreekt": (
        Geval(V(A2, "Artikel 3. Straf\n\nOvertreding van artikel 2, eerste lid, wordt bestraft.")),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 3, onderdeel b, van de wet toe.")),
    ),
    "lid-zonder-leden": (
        Geval(V(A2, "Artikel 3. Straf\n\nOvertreding van artikel 2, eerste lid, wordt bestraft.")),
        Geval(V(A2_ZONDER, "Artikel 3. Straf\n\nOvertreding van artikel 2 wordt bestraft.")),
    ),
    "wet-onbekend": (
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4 van de wet toe.")),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4 van de Vijverwet toe.", begrippen="- vis: dier dat zwemt.")),
    ),
    "naam-voormalig": (
        Geval(V(A2, "Artikel 3. Grond\n\nDe bijdrage, bedoeld in de Vijverwet, is verschuldigd.")),
        Geval(V(A2, "Artikel 3. Overgangsrecht\n\nEen vergunning op grond van de Wet op de waterpoelen blijft gelden.")),
        Geval(V(A2, "Artikel 3. Intrekking oude verordening\n\nDe regels op grond van de Wet op de waterpoelen komen te ontbreken.")),
    ),
    "naam-wisselt": (
        Geval(V(A2, "Artikel 3. Grond\n\nDe Wet oevers en kaden 2015 geldt. De Wet oevers en kaden 2015 gaat voor.")),
        Geval(V(A2, "Artikel 3. Grond\n\nDe Vijverwet geldt. Artikel 4 Vvw ook. De Vijverwet gaat voor.")),
    ),
    "doel-facultatief": (
        Geval(V("[Artikel 2. Voeren\n\nVoeren mag niet.]", "[Artikel 3. Straf\n\nOvertreding van dit artikel wordt bestraft.]", titel="Model Vijververordening"), "", MODEL),
        Geval(V(A2, "Artikel 3. Straf\n\nOvertreding van artikel 2 wordt bestraft.", titel="Model Vijververordening"), "", MODEL),
    ),
    "naar-zichzelf": (
        Geval(V("Artikel 2. Voeren\n\n1. Voeren mag niet.\n2. Van het eerste lid kan ontheffing worden verleend.")),
        Geval(V(A2, "Artikel 3. Maaien\n\nDit artikel geldt ook voor riet.")),
    ),
    "bijlage-welke": (
        Geval(V(A2, "Artikel 3. Kaart\n\nDe vijvers staan in de bijlage.", slot="Bijlage behorende bij artikel 3\n\nKaart van vijvers.")),
        Geval(V(A2, "Artikel 3. Kaart\n\nDe vijvers staan in bijlage 2.", slot="Bijlage 1\n\nLijst van vissen.\n\nBijlage 2\n\nKaart van vijvers.")),
    ),
    "artikel-bijna": (
        Geval(N("2 Slot", *(["Dit hoort bij de uitvoering van artikel 2 van de Vijverwet door het college."] * 6), "3 Einde", "Klaar.")),
        Geval(N("2 Slot", *(["Dit hoort bij de uitvoering van artikel 2 van de Vijverwet door het college."] * 3), "Ook de uitvoering van artikel 2a van de Vijverwet telt mee.", "3 Einde", "Klaar.")),
    ),
    "reeks-omgekeerd": (
        Geval(V(A2, A3, "Artikel 4. Straf\n\nOvertreding van de artikelen 2 tot en met 3 wordt bestraft.")),
        Geval(V(A2, "Artikel 3. Grond\n\nDe artikelen 475c tot en met 475e van de Wet oevers en kaden 2015 gelden.")),
    ),
    "enkelvoud-meervoud": (
        Geval(V(A2, A3, "Artikel 4. Straf\n\nOvertreding van de artikelen 2 en 3 wordt bestraft.")),
        Geval(V(A2, A3, "Artikel 4. Straf\n\nDe artikelen 34a, vijfde lid, onderdeel b, en 36 van de Wet oevers en kaden 2015 gelden.")),
    ),
    "komma-aanhaling": (
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4, tweede lid, van de Vijverwet toe.")),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4 van de Vijverwet toe.")),
        Geval(V(A2, "Artikel 3. Lijst\n\n1. Verboden is:\na. brood voeren;\nb. rijst voeren.\n2. Onderdeel b van het eerste lid geldt niet voor kinderen.")),
    ),
    "niveauwoord": (
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 3, onderdeel a, van de Vijverwet toe.")),
        Geval(V(A2, "Artikel 3. Grond\n\nHet college past artikel 4, tweede lid, van de Vijverwet toe.")),
    ),
    "begrip-ongebruikt": (
        Geval(V(A2, begrippen="- vis: dier dat zwemt;\n- wet: Vijverwet.").replace("ontheffing verlenen", "ontheffing verlenen als bedoeld in de wet")),
        Geval(V("Artikel 2. Net\n\nEen schepnetvergunning is verplicht.", begrippen="- schepnet: net aan een stok.")),
        Geval(V("Artikel 2. Net\n\nHet digitale loket en de grote netten staan open.", begrippen="- digitaal loket: plek op het scherm;\n- groot net: net van een meter.")),
    ),
    "begrip-dubbel": (
        Geval(V(A2, begrippen="- vis: dier dat zwemt;\n- oever: rand van het water.")),
        Geval(V(A2, begrippen="- vis: dier dat zwemt;\n- siervis: vis voor de sier.")),
    ),
    "begrip-schrijfwijze": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van een siervis is verboden. Siervis mag wel worden gekocht.", begrippen="- siervis: vis voor de sier.")),
        Geval(V("Artikel 2. Voeren\n\nHet college past de Wet oevers en kaden 2015 toe.", begrippen="- wet: Vijverwet.")),
    ),
    "afkorting-ongebruikt": (
        Geval(V("Artikel 2. Voeren\n\nHet Centraal Vissenbureau (hierna: CVB) houdt een lijst bij. Het CVB telt ook.")),
        Geval(N("2 Slot", "Het college (hierna ook: ons college) telt. Ons college voert.", "3 Einde", "Klaar.")),
    ),
    "afkorting-onverklaard": (
        Geval(V("Artikel 2. Voeren\n\nHet college vraagt advies aan het Vissenkundig Bureau (VKB). Het VKB antwoordt.")),
        Geval(V("Artikel 2. Voeren\n\nOp het bord staat «NIET VOEREN» in rode letters.")),
        Geval(N("2 Slot", "VKB is een bureau dat vissen telt.", "3 Einde", "Klaar.")),
        Geval(N("2 Slot", "De GIDS van de vijver is een mens; een gids kost geld.", "3 Einde", "Klaar.")),
    ),
    "woord-wisselend": (
        Geval(V("Artikel 2. Voeren\n\nDe herinrichting van de vijver en de herinrichting van de oever gaan samen.")),
        Geval(N("2 Slot", "Wie wil nagaan of de vis eet, kan dat na gaan bij het college.", "3 Einde", "Klaar.")),
    ),
    "woord-verschreven": (
        Geval(N("2 Slot", "De ondersteuning helpt. Een ondersteuning kost geld. Elke ondersteuning telt. De ondersteunings is er ook.", "3 Einde", "Klaar.")),
        Geval(N("2 Slot", "Het vijverbeheer bloeit. Het vijverbeheer kost geld. Het vijverbeheer is mooi. De vijverbeheerder ook.", "3 Einde", "Klaar.")),
    ),
    "woord-aaneen": (
        Geval(V("Artikel 2. Voeren\n\nEr worden ten minste drie vissen gehouden, voor zover dat kan.")),
        Geval(V("Artikel 2. Voeren\n\nDe visser, dan wel de houder, is ter zake kundig.")),
    ),
    "toelichting-artikel": (
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg.")),
        Geval(V(A2, A3)),
    ),
    "toelichting-lid": (
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nHet tweede lid regelt de ontheffing.\n\nArtikel 3. Maaien\n\nUitleg.")),
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nDit volgt uit artikel 4, derde lid, van de Vijverwet.\n\nArtikel 3. Maaien\n\nUitleg.")),
    ),
    "toelichting-opschrift": (
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg.")),
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 3\n\nUitleg.")),
    ),
    "toelichting-vervallen": (
        Geval(V(A2, "Artikel 3. Maaien\n(Vervallen)", toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien\n\nDit artikel is vervallen.")),
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg.")),
    ),
    "toelichting-volgorde": (
        Geval(V(A2, A3, toelichting="Artikel 1. Begrippen\n\nUitleg.\n\nArtikel 2. Voeren\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg.")),
        Geval(V(A2, A3, toelichting="Artikel 1. Begrippen\n\nUitleg.\n\nArtikel 3. Maaien\n\nUitleg.")),
    ),
    "toelichting-ander-lid": (
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nHet eerste lid verbiedt het voeren van vissen.\n\nArtikel 3. Maaien\n\nUitleg.")),
        Geval(V(A2, A3, toelichting="Artikel 2. Voeren\n\nIn artikel 2, tweede lid, krijgt het college de bevoegdheid om ontheffing te verlenen.\n\nArtikel 3. Maaien\n\nUitleg.")),
    ),
    "haakje": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen (ook van eenden) is verboden.")),
        Geval(V("Artikel 2. Voeren\n\nVerboden is a) voeren van brood en b) voeren van rijst.")),
    ),
    "aanhalingsteken": (
        Geval(V("Artikel 2. Voeren\n\nHet bord vermeldt “Niet voeren” in rode letters.")),
        Geval(V("Artikel 2. Voeren\n\nHet bord vermeldt \"Niet voeren\" en 's nachts ook 'Stil'.")),
    ),
    "lijst-einde": (
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren; en\nc. vis voeren.")),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. voeren van:\n1°. rijst;\n2°. kaas;\nc. vis voeren.")),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren;\nc. kaas voeren, dan wel\nd. vis voeren.")),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. Brood voeren.\nb. Rijst voeren.\nc. Vis voeren.")),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren;\n- kaas;\n- vis;\nzonder ontheffing van het college.")),
    ),
    "lijst-voegwoord": (
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren; en\nc. vis voeren.")),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren; of\nb. rijst voeren.")),
    ),
    "aanloop-herhaald": (
        Geval(V("Artikel 2. Voeren\n\nVoeren mag als:\na. het vriest;\nb. de vis honger heeft; en\nc. de zon schijnt.")),
        Geval(V("Artikel 2. Voeren\n\nVoeren mag niet:\na. als het vriest;\nb. als het regent.")),
    ),
    "leesteken-dubbel": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen, eenden, enz., is verboden.")),
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen is verboden ... behalve in het najaar.")),
    ),
    "zin-open": (
        Geval(V("Artikel 2. Voeren\n\nHet voeren van vissen in een openbare vijver is verboden.", A3)),
        Geval(V("Artikel 2. Voeren\n\nVerboden is:\na. brood voeren;\nb. rijst voeren.")),
    ),
    "woord-dubbel": (
        Geval(V("Artikel 2. Voeren\n\nDe vissen die die dag gevoerd zijn, mogen blijven.")),
        Geval(V("Artikel 2. Voeren\n\nVoor zover het het voeren van vissen betreft, geldt een verbod.")),
        Geval(V("Artikel 2. Voeren\n\nDe houder voldoet aan de aan de vergunning verbonden voorschriften.")),
    ),
    "opsomming-nummers": (
        Geval(N("2 Slot", "a. Meet de vijver.\n\nb. Maai de oever.\n\nc. Voer de vissen.", "3 Einde", "Klaar.")),
        Geval(N("2 Slot", "a. Meet de vijver:\n\ni. diepte;\n\nii. breedte;\n\niii. lengte.\n\nb. Maai de oever.\n\nc. Voer de vissen.", "3 Einde", "Klaar.")),
    ),
    "alinea-komma": (
        Geval(N("2 Slot", "Wie een vijver houdt, meet elk jaar hoe diep het water is, maait de oever in het najaar en voert de vissen niet te veel.", "3 Einde", "Klaar.")),
        Geval(N("2 Slot", "Met vriendelijke groet,", "3 Einde", "Klaar.")),
    ),
    "datum-onbestaanbaar": (
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking op 30 juni 2027.")),
        Geval(N("2 Slot", "Op 29 februari 2028 worden de vissen geteld.", "3 Einde", "Klaar.")),
    ),
    "inwerkingtreding-verleden": (
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking op 1 juli 2026.", titel="Model Vijververordening"), "", MODEL, "2025-12"),
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking op 1 juli 2021 en werkt terug.", titel="Model Vijververordening"), "", MODEL, "2025-12"),
    ),
    "terugwerken-niet-gezegd": (
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking op 1 mei 2024.", slot="Aldus vastgesteld in de openbare raadsvergadering van 12 maart 2024.\n\nDe voorzitter,")),
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening treedt in werking op 1 januari 2024 en werkt terug tot die dag.", slot="Aldus vastgesteld in de openbare raadsvergadering van 12 maart 2024.\n\nDe voorzitter,")),
    ),
    "overgang-voorbij": (
        Geval(V(A2, "Artikel 3. Overgangsrecht\n\nEen ontheffing geldt tot 1 januari 2030.")),
        Geval(V(A2, "Artikel 3. Overgangsrecht\n\nEen ontheffing die is verleend op 1 januari 2019 blijft gelden.")),
    ),
    "termijn-verstreken": (
        Geval(V("Artikel 2. Bijdrage\n\nDe bijdrage wordt elk jaar aangepast, voor het eerst per 1 januari 2025.", slot="Aldus vastgesteld in de vergadering van 14 maart 2024.")),
        Geval(V("Artikel 2. Aanvraag\n\nAanvragen die uiterlijk op 1 februari 2022 zijn ingediend, worden behandeld.", slot="Aldus vastgesteld in de vergadering van 14 maart 2024.")),
        Geval(V("Artikel 2. Overgangsrecht\n\nDe houder van een ontheffing meldt zich uiterlijk op 1 februari 2022.", slot="Aldus vastgesteld in de vergadering van 14 maart 2024.")),
        Geval(V("Artikel 2. Verslag\n\nHet college brengt uiterlijk op 1 februari 2022 verslag uit aan de raad.")),
    ),
    "citeertitel": (
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening wordt aangehaald als: Vijververordening Nergenshuizen.")),
        Geval(V(A2, "Artikel 3. Slot\n\nDeze verordening wordt aangehaald als: Vijververordening Nergenshuizen 2026.")),
    ),
    "invulplaats-open": (
        Geval(V("Artikel 2. Voeren\n\nVoeren is verboden vanaf [datum] in elke vijver.", titel="Model Vijververordening"), "", MODEL),
        Geval(V("Artikel 2. Voeren\n\nVoeren is verboden vanaf 1 mei in elke vijver.")),
    ),
}  # fmt: skip
