"""Ordinances: the structure of the real model against the gold, and invented ordinances in many spellings."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from ontologie.document import Bepaling, BepalingSoort, Document, DocumentSoort, InvulSoort
from tests.bronnen.tekst.conftest import OPMAAK, Lees, ids, onverklaard, teksten, verschoven, vind

MODEL = "vng-model-reintegratieverordening-2025-12.txt"


class Goud(NamedTuple):
    pad: str
    label: str
    opschrift: str
    facultatief: str
    vervallen: str
    leden: str
    ouder: str
    regel: str


def _lees_goud(pad: Path) -> list[Goud]:
    regels = [r.split("\t") for r in pad.read_text(encoding="utf-8").splitlines() if r and not r.startswith("##")]
    return [Goud(*(r[:8])) for r in regels]


def _rij(document: Document, bepaling: Bepaling, ouder: Bepaling | None, goud: Goud) -> Goud:
    """The row as the document gives it. The gold names an aanhef, slot and definition by their first words."""
    tekst = f"{bepaling.label} {bepaling.kop}".strip()
    if bepaling.soort is BepalingSoort.BIJLAGE or not bepaling.kop:
        begin = tekst if bepaling.kop else bepaling.eigen_tekst
        past = begin.startswith(goud.opschrift) or goud.opschrift.startswith("(")
        opschrift = goud.opschrift if past else begin
    else:
        opschrift = bepaling.kop
    label = (
        bepaling.label or goud.label if (bepaling.label or tekst or bepaling.eigen_tekst).startswith(goud.label) else ""
    )
    return Goud(
        str(bepaling.id).partition(":")[2],
        label,
        opschrift,
        "ja" if bepaling.facultatief else "nee",
        "ja" if bepaling.vervallen else "nee",
        str(sum(k.soort is BepalingSoort.LID for k in bepaling.kinderen))
        if bepaling.soort is BepalingSoort.ARTIKEL
        else "-",
        str(ouder.id).partition(":")[2] if ouder is not None and ouder.id.stappen else "-",
        str(document.origineel.count("\n", 0, bepaling.span.begin) + 1),
    )


def test_structuur_van_het_model_is_het_goud(goud: Path, lees_echt: Lees) -> None:
    document = lees_echt(MODEL)
    verwacht = _lees_goud(goud / "vng-model-structuur.tsv")
    ouders = {k.id: b for b in document.bepalingen() for k in b.kinderen}
    per_pad = {str(b.id).partition(":")[2]: b for b in document.bepalingen()}
    gevonden = [_rij(document, b, ouders.get(b.id), g) for g in verwacht if (b := per_pad.get(g.pad)) is not None]
    assert gevonden == verwacht
    assert len(verwacht) == 233
    # Nothing is found that the gold does not have (the toelichting is not in it).
    assert {p for p in per_pad if p and not p.startswith("toelichting")} == {g.pad for g in verwacht}


def test_toelichting_van_het_model_licht_artikel_voor_artikel_toe(lees_echt: Lees) -> None:
    document = lees_echt(MODEL)
    licht_toe = {str(b.id): tuple(map(str, b.licht_toe)) for b in document.bepalingen() if b.licht_toe}
    assert licht_toe["mrv:toelichting:14l"] == ("mrv:14l",)
    assert licht_toe["mrv:toelichting:14o"] == ("mrv:14o",)
    assert licht_toe["mrv:toelichting:9:sectie:4"] == ("mrv:9:3", "mrv:9:4")
    # Every article but the repealed one and the last is explained.
    artikelen = {str(b.id) for b in document.bepalingen() if b.soort is BepalingSoort.ARTIKEL}
    toegelicht = {d for doelen in licht_toe.values() for d in doelen if d.count(":") == 1}
    assert artikelen - toegelicht == {"mrv:12", "mrv:16"}


def test_scanruis_in_het_model_is_vastgelegd(lees_echt: Lees) -> None:
    document = lees_echt(MODEL)
    gelezen = {(c.staat_er, c.gelezen) for c in document.correcties}
    assert {("140", "14o"), ("¢", "c"), ("é", "ë"), ("Il", "II"), ("11", "II"), ("1l", "II")} <= gelezen
    assert all(document.origineel[c.span.begin : c.span.eind] == c.staat_er for c in document.correcties)
    assert sum(c.staat_er == "¢" for c in document.correcties) == document.origineel.count("¢")
    paginaranden = [document.origineel[w.span.begin : w.span.eind] for w in document.weggelaten]
    assert len(paginaranden) == 4
    assert len(set(paginaranden)) == 1
    assert not any(paginaranden[0] in t for t in teksten(document))


def test_identiteit_van_het_model(lees_echt: Lees) -> None:
    document = lees_echt(MODEL)
    assert (document.werk, document.versie, document.soort) == ("mrv", "2025-12", DocumentSoort.MODEL)
    assert document.meldingen == ()


# --- invented ordinances ------------------------------------------------------------------------------------------

AANHEF = (
    "Verordening waterkant Zandveen\n\nDe raad van de gemeente Zandveen;\n\n"
    "gelet op artikel 149 van de Gemeentewet;\n\n"
)


@pytest.mark.parametrize(
    "koppen",
    [
        ("Artikel 1. Begrippen", "Artikel 2. Verbod"),
        ("Artikel 1 Begrippen", "Artikel 2 Verbod"),
        ("Artikel 1: Begrippen", "Artikel 2: Verbod"),
        ("Artikel 1 - Begrippen", "Artikel 2 – Verbod"),
        ("ARTIKEL 1 Begrippen", "ARTIKEL 2 Verbod"),
        ("Art. 1 Begrippen", "Art. 2 Verbod"),
        ("## Artikel 1 Begrippen", "## Artikel 2 Verbod"),
        ("Artikel 1\nBegrippen", "Artikel 2\nVerbod"),
        ("Artikel 1.\tBegrippen", "Artikel 2.\tVerbod"),
    ],
)
@pytest.mark.parametrize("einde", ["\n", "\r\n"])
@pytest.mark.parametrize("wit", ["\n", ""])
def test_artikelkoppen_in_vele_schrijfwijzen(lees: Lees, koppen: tuple[str, str], einde: str, wit: str) -> None:
    tekst = (
        AANHEF + f"{koppen[0]}\n{wit}Een oever is de rand van een sloot.\n{wit}{koppen[1]}\n{wit}Dempen is verboden.\n"
    )
    document = lees(tekst.replace("\n", einde))
    assert ids(document) == ["aanhef", "1", "2"]
    assert [vind(document, n).kop for n in ("1", "2")] == ["Begrippen", "Verbod"]
    assert vind(document, "2").eigen_tekst == "Dempen is verboden."


@pytest.mark.parametrize(
    ("nummers", "verwacht"),
    [
        (("1:1", "1:2", "2:31"), ("1:1", "1:2", "2:31")),
        (("1.1", "1.2", "2.31b"), ("1.1", "1.2", "2.31b")),
        (("I", "II", "III", "IV", "IX"), ("I", "II", "III", "IV", "IX")),
        (("1", "1a", "1b", "2", "10"), ("1", "1a", "1b", "2", "10")),
        (("14m", "14n", "140", "14p", "15"), ("14m", "14n", "14o", "14p", "15")),
        (("14m", "14n", "140"), ("14m", "14n", "14o")),
        (("3k", "31", "3m"), ("3k", "3l", "3m")),
        (("9", "10", "11"), ("9", "10", "11")),
        (("139", "140", "141"), ("139", "140", "141")),
    ],
)
def test_artikelnummers(lees: Lees, nummers: tuple[str, ...], verwacht: tuple[str, ...]) -> None:
    tekst = AANHEF + "".join(f"Artikel {n}. Naam\n\nDit is de tekst.\n\n" for n in nummers)
    document = lees(tekst)
    artikelen = [b for b in document.bepalingen() if b.soort is BepalingSoort.ARTIKEL]
    assert tuple(a.nummer for a in artikelen) == verwacht
    assert [a.label for a in artikelen] == [f"Artikel {n}" for n in nummers]
    hersteld = [(c.staat_er, c.gelezen) for c in document.correcties]
    assert hersteld == [(n, v) for n, v in zip(nummers, verwacht, strict=True) if n != v]


def test_lopende_tekst_die_als_kop_begint_is_geen_kop(lees: Lees) -> None:
    document = lees(
        AANHEF + "Artikel 1. Begrippen\n\n"
        "Wat hier staat volgt uit de wet die in dit gebied al heel lang de regels geeft. Zie ook wat\n"
        "Artikel 10 van de wet bepaalt over de oever, het water, de kade en de rand van de kade en verder nog\n"
        "Hoofdstuk 3 van die wet.\n\n"
        "Artikel 8a, tweede lid, onder f, van de wet is niet van toepassing op een sloot.\n\n"
        "Artikel 2. Verbod\n\nDempen is verboden.\n"
    )
    assert ids(document) == ["aanhef", "1", "2"]


def test_hoofdstukken_en_paragrafen(lees: Lees) -> None:
    document = lees(
        AANHEF + "Hoofdstuk I Algemeen\nParagraaf 1 Begrippen\nArtikel 1 Begrippen\nTekst.\nHOOFDSTUK II\n"
        "BIJZONDER\n§ 1 Dempen\n"
        "Artikel 2 Verbod\nTekst.\n§ 3A.2. Graven\nArtikel 3 Graven\nTekst.\n"
    )
    assert ids(document) == [
        "aanhef",
        "hfst:I",
        "hfst:I:par:1",
        "1",
        "hfst:II",
        "hfst:II:par:1",
        "2",
        "par:3A.2",
        "3",
    ]
    assert vind(document, "hfst:II").kop == "BIJZONDER"
    assert [str(k.id) for k in vind(document, "hfst:II").kinderen] == ["stuk:hfst:II:par:1", "stuk:par:3A.2"]


@pytest.mark.parametrize(
    ("labels", "verwacht"),
    [
        (("1.", "2.", "3."), ("1:1", "1:2", "1:3")),
        (("1", "2", "3"), ("1:1", "1:2", "1:3")),
        (("(1)", "(2)", "(3)"), ("1:1", "1:2", "1:3")),
        (("1)", "2)", "3)"), ("1:1", "1:2", "1:3")),
        (("Lid 1", "Lid 2"), ("1:1", "1:2")),
        (("1.", "2.", "2a.", "3."), ("1:1", "1:2", "1:2a", "1:3")),
        (("1.", "2.", "4."), ("1:1", "1:2", "1:4")),
        (("a.", "b.", "c."), ("1::a", "1::b", "1::c")),
        (("a)", "b)"), ("1::a", "1::b")),
        (("-", "-", "-"), ("1::1", "1::2", "1::3")),
        (("•", "•"), ("1::1", "1::2")),
        (("1°.", "2°."), ("1::1", "1::2")),
        (("1o.", "2o."), ("1::1", "1::2")),
    ],
)
@pytest.mark.parametrize("scheiding", [" ", "\n"])
def test_leden_en_onderdelen(lees: Lees, labels: tuple[str, ...], verwacht: tuple[str, ...], scheiding: str) -> None:
    if scheiding == "\n" and labels[0] in ("1", "-", "•"):
        pytest.skip("een los cijfer of streepje op een regel is geen label")
    artikel = "".join(f"{label}{scheiding}De oever blijft vrij;\n" for label in labels)
    document = lees(AANHEF + f"Artikel 1. Verbod\n{artikel}\nArtikel 2. Slot\n\nEinde.\n")
    assert tuple(i for i in ids(document) if i.startswith("1:")) == verwacht
    assert [b.eigen_tekst for b in vind(document, "1").kinderen] == ["De oever blijft vrij;"] * len(labels)


def test_geneste_onderdelen(lees: Lees) -> None:
    document = lees(
        AANHEF
        + "Artikel 1. Verbod\n1. Verboden is:\na. dempen van:\n1°. sloten;\n2°. greppels; en\nb. graven als dat:\n"
        "i. diep is; of\nii. breed is.\n2. Het eerste lid geldt niet voor:\n- de gemeente; en\n- het waterschap.\n\n"
        "Artikel 2. Slot\nEinde.\n"
    )
    verwacht = ["1:1", "1:1:a", "1:1:a:1", "1:1:a:2", "1:1:b", "1:1:b:i", "1:1:b:ii", "1:2", "1:2:1", "1:2:2"]
    assert [i for i in ids(document) if i.startswith("1:")] == verwacht


def test_na_h_komt_i_als_letter_en_niet_als_romeins_cijfer(lees: Lees) -> None:
    letters = "".join(f"{letter}. de {letter};\n" for letter in "abcdefghij")
    document = lees(AANHEF + f"Artikel 1. Lijst\nDit zijn:\n{letters}\nArtikel 2. Slot\nEinde.\n")
    assert [b.nummer for b in vind(document, "1").kinderen] == list("abcdefghij")


def test_tekst_na_een_opsomming_hoort_bij_het_lid(lees: Lees) -> None:
    document = lees(
        AANHEF + "Artikel 1. Verbod\n1. Verboden is:\na. dempen;\nb. graven,\ntenzij het college dat goedvindt.\n\n"
        "Dit verbod geldt niet op zondag.\n2. Verder niets.\n\nArtikel 2. Slot\nEinde.\n"
    )
    lid = vind(document, "1:1")
    assert [type(d).__name__ for d in lid.inhoud] == ["Tekst", "Bepaling", "Bepaling", "Tekst"]
    assert vind(document, "1:1:b").eigen_tekst == "graven, tenzij het college dat goedvindt."
    assert lid.eigen_tekst == "Verboden is:\nDit verbod geldt niet op zondag."


def test_een_nummer_dat_een_verwijzing_afmaakt_is_geen_label(lees: Lees) -> None:
    document = lees(
        AANHEF + "Artikel 1. Verbod\n1. Het verbod geldt.\n2. Een ontheffing volgt de regels van artikel\n"
        "3. Die regels staan in de\n"
        "4. afdeling van de wet.\n\nArtikel 2. Slot\nEinde.\n"
    )
    assert [i for i in ids(document) if i.startswith("1:")] == ["1:1", "1:2"]


@pytest.mark.parametrize(
    "vorm", ["Artikel 2 (vervallen)", "Artikel 2. Oud\n(Vervallen)", "Artikel 2. Oud\n[vervallen]"]
)
def test_vervallen_artikel(lees: Lees, vorm: str) -> None:
    document = lees(AANHEF + f"Artikel 1. Begrip\nTekst.\n\n{vorm}\n\nArtikel 3. Slot\nEinde.\n")
    assert [b.nummer for b in document.bepalingen() if b.vervallen] == ["2"]


@pytest.mark.parametrize("vorm", ["(gereserveerd)", "(Gereserveerd)", "[ingetrokken]", "(is vervallen).", ""])
def test_artikel_zonder_inhoud_is_een_artikel(lees: Lees, vorm: str) -> None:
    document = lees(AANHEF + f"Artikel 1. Begrip\nTekst.\n\nArtikel 2 {vorm}\n\nArtikel 3. Slot\nEinde.\n")
    assert [b.nummer for b in document.bepalingen() if b.soort is BepalingSoort.ARTIKEL] == ["1", "2", "3"]


@pytest.mark.parametrize("vorm", ["(gereserveerd voor de raad) geldt dan niet.", "(zie hierna) en artikel 3."])
def test_zin_met_haakjes_achter_het_nummer_is_geen_kop(lees: Lees, vorm: str) -> None:
    document = lees(AANHEF + f"Artikel 1. Begrip\nTekst.\n\nArtikel 2 {vorm}\n\nArtikel 3. Slot\nEinde.\n")
    assert [b.nummer for b in document.bepalingen() if b.soort is BepalingSoort.ARTIKEL] == ["1", "3"]


def test_haken_maken_facultatief_en_zijn_geen_tekst(lees: Lees) -> None:
    document = lees(
        AANHEF + "Artikel 1. Verbod\n[1. Dempen is verboden.\n2. Graven ook [op zondag].]\n"
        "3. Varen mag [aantal (drie)] keer.\n"
        "[4. Zwemmen mag [(altijd) OF (nooit)].]\n\n[Artikel 2. Bomen\nBomen blijven staan.\n\nArtikel 3. Struiken\n"
        "Struiken ook.]\n\nArtikel 4. Slot\nEinde [...].\n"
    )
    facultatief = [str(b.id).partition(":")[2] for b in document.bepalingen() if b.facultatief]
    assert facultatief == ["1:1", "1:2", "1:4", "2", "3"]
    assert vind(document, "1:2").eigen_tekst == "Graven ook [op zondag]."
    assert vind(document, "3").eigen_tekst == "Struiken ook."
    plaatsen = {
        str(b.id).partition(":")[2]: [
            (i.soort, document.origineel[i.span.begin : i.span.eind]) for i in b.invulplaatsen
        ]
        for b in document.bepalingen()
        if b.invulplaatsen
    }
    assert plaatsen == {
        "1:2": [(InvulSoort.FACULTATIEF, "[op zondag]")],
        "1:3": [(InvulSoort.INVULPLAATS, "[aantal (drie)]"), (InvulSoort.VOORBEELD, "(drie)")],
        "1:4": [(InvulSoort.VARIANT, "(altijd)"), (InvulSoort.VARIANT, "(nooit)")],
        "4": [(InvulSoort.INVULPLAATS, "[...]")],
    }


def test_een_haak_zonder_tegenhanger_wordt_gemeld(lees: Lees) -> None:
    document = lees(AANHEF + "Artikel 1. Verbod\nDempen [soms is verboden.\n\nArtikel 2. Slot\nEinde].\n")
    assert [(m.plaats, m.bericht) for m in document.meldingen] == [
        ("regel 8", "deze vierkante haak heeft geen tegenhanger"),
        ("regel 11", "deze vierkante haak heeft geen tegenhanger"),
    ]
    assert not any(b.facultatief for b in document.bepalingen())


def test_slot_bijlagen_en_toelichting(lees: Lees) -> None:
    document = lees(
        AANHEF + "Artikel 1. Verbod\n1. Dempen mag niet.\n2. Graven wel.\n\nArtikel 2. Slot\nEinde.\n\n"
        "Aldus vastgesteld in de vergadering van 12 maart 2024.\nDe griffier,\n\n"
        "Bijlage behorende bij artikel 1, tweede lid\n\nLijst van sloten.\n\nBijlage II: Tarieven\n\n"
        "Sloot\t10\nGreppel\t20\n\n"
        "Toelichting\n\nAlgemeen\n\nEerst dit.\n\nArtikelsgewijs\n\nArtikel 1\n\nAlgemene opmerking.\n\n"
        "Eerste lid\n\n"
        "Over dempen.\n\nArtikelen 1 en 2\n\nSamen.\n"
    )
    assert ids(document)[:3] == ["aanhef", "1", "1:1"]
    assert [i for i in ids(document) if i.count(":") < 2 and not i[0].isdigit()] == [
        "aanhef",
        "slot",
        "bijlage:1",
        "bijlage:II",
        "toelichting",
        "toelichting:1",
        "toelichting:1-2",
    ]
    assert document.versie == "2024-03-12"
    assert vind(document, "bijlage:II").kop == "Tarieven"
    assert [c.eigen_tekst for c in vind(document, "bijlage:II:tabel:1:rij:2").kinderen] == ["Greppel", "20"]
    licht_toe = {str(b.id)[5:]: [str(d)[5:] for d in b.licht_toe] for b in document.bepalingen() if b.licht_toe}
    assert licht_toe == {
        "toelichting:1": ["1"],
        "toelichting:1:sectie:1": ["1:1"],
        "toelichting:1-2": ["1", "2"],
    }


def test_nadere_regels_met_ingesprongen_lijsten_en_een_andere_toelichting(lees: Lees) -> None:
    document = lees(
        "Nadere regels buurten Lindendaal\n\nHet college van burgemeester en wethouders van Lindendaal,\n\n"
        "gelet op:\n- artikel 3 van de verordening;\n- titel 4.2 van de wet;\n\nbesluit:\n\n"
        "Artikel 1. Begrippen\n\n1.  Dit zijn:\n\n    a.  buurt: een deel\n        van de gemeente;\n\n"
        "2.  Meer niet.\n\n"
        "Artikel 2. Weigering\n\nGeweigerd wordt als:\n1.  het te laat is;\n2.  het niet mag, volgens:\n\n"
        "    a.  de wet; of\n\n    b.  de raad.\n\nArtikel 3. Slot\n\nEinde.\n\nLindendaal, 3 december 2024,\n\n"
        "Het college voornoemd,\n\nTOELICHTING NADERE REGELS BUURTEN\n\nAlgemeen deel\n\nTekst.\n\n"
        "Artikel 1 lid 1\n\nTekst.\n\nArtikel 1, lid 2\n\nTekst.\n\nArtikel 2 tot en met 3\n\nTekst.\n"
    )
    assert ids(document)[:12] == [
        *("aanhef", "1", "1:1", "1:1:a", "1:2", "2", "2::1", "2::2", "2::2:a", "2::2:b", "3", "slot"),
    ]
    assert document.versie == "2024-12-03"
    assert vind(document, "aanhef").eigen_tekst.split("\n")[2:4] == [
        "artikel 3 van de verordening;",
        "titel 4.2 van de wet;",
    ]
    licht_toe = {str(b.id)[5:]: [str(d)[5:] for d in b.licht_toe] for b in document.bepalingen() if b.licht_toe}
    assert licht_toe == {
        "toelichting:1": ["1"],
        "toelichting:1:sectie:1": ["1:1"],
        "toelichting:1:sectie:2": ["1:2"],
        "toelichting:2-3": ["2", "3"],
    }


def test_losse_toelichting(lees: Lees) -> None:
    document = lees(
        "Toelichting\n\nArtikelsgewijs\n\nArtikel 1. Begrip\nDit zegt wat.\n\nArtikel 2. Verbod\nDit ook.\n"
    )
    assert document.soort is DocumentSoort.TOELICHTING
    assert [i for i in ids(document) if i[-1].isdigit()] == ["toelichting:sectie:1", "toelichting:1", "toelichting:2"]
    assert [str(d) for d in vind(document, "toelichting:2").licht_toe] == ["stuk:2"]


def test_inhoudsopgave_is_geen_reeks_artikelen(lees: Lees) -> None:
    document = lees(
        "Verordening oevers\n\nInhoudsopgave\nArtikel 1 Begrip ..... 2\nArtikel 2 Verbod ..... 3\n\n"
        "De raad van de gemeente Zandveen;\n\nArtikel 1 Begrip\nTekst.\n\nArtikel 2 Verbod\nTekst.\n"
    )
    assert ids(document) == ["sectie:inhoudsopgave", "aanhef", "1", "2"]
    assert vind(document, "sectie:inhoudsopgave").eigen_tekst.count("\n") == 1


def test_paginarand_en_paginabreuk_snijden_geen_zin(lees: Lees) -> None:
    blad = "\n\nConcept oevers, pagina {}\n\n\n\n"
    document = lees(
        AANHEF
        + "Artikel 1. Verbod\n\n1. Het is in dit gebied verboden om zonder vergunning van het college een sloot te"
        + blad.format(1)
        + "dempen of te graven.\n\n2. Het college kan aan de eigenaar van een oever die aan een sloot ligt een"
        + blad.format(2)
        + "last opleggen.\n\nArtikel 2. Slot\n\nDeze verordening treedt in werking op de dag na die waarop zij is"
        + blad.format(3)
        + "bekendgemaakt.\n"
    )
    assert len(document.weggelaten) == 3
    assert vind(document, "1:1").eigen_tekst.endswith("een sloot te dempen of te graven.")
    assert vind(document, "1:2").eigen_tekst.endswith("een last opleggen.")
    assert vind(document, "2").eigen_tekst.endswith("is bekendgemaakt.")


def test_afgebroken_woord(lees: Lees) -> None:
    document = lees(
        AANHEF + "Artikel 1. Verbod\n\nDit geldt voor de re-\nintegratie en voor school-\nen werkpaden.\n\n"
        "Artikel 2. Slot\nEinde.\n"
    )
    assert vind(document, "1").eigen_tekst == "Dit geldt voor de re-integratie en voor school- en werkpaden."


def test_een_nummer_dat_vaker_voorkomt_wordt_gemeld(lees: Lees) -> None:
    document = lees(
        AANHEF
        + "Artikel 1. Lijst\nDit zijn:\na. een;\nb. twee.\nEn dit zijn:\na. drie;\nb. vier.\n\nArtikel 2\nEinde.\n"
    )
    assert len(set(ids(document))) == len(ids(document))


@pytest.mark.parametrize("naam", [MODEL])
def test_niets_verdwijnt_en_alles_staat_op_zijn_plaats(lees_echt: Lees, naam: str) -> None:
    document = lees_echt(naam)
    assert set(onverklaard(document)) <= OPMAAK
    assert verschoven(document) == []
