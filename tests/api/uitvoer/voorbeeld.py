"""A document with one of everything, in our own words."""

from __future__ import annotations

from api.uitvoer import (
    Alinea,
    Kolom,
    Kop,
    Loop,
    Loopstijl,
    Opsomming,
    Paginaeinde,
    Punt,
    Tabel,
    Uitvoerdocument,
    alinea,
    cel,
    opmerking,
    punten,
)

ADRES = "https://voorbeeld.test/a?b=1&c=2"

DOCUMENT = Uitvoerdocument(
    titel="Fietsen & stallen",
    ondertitel="Wat er verandert",
    merk="Concept",
    bron="Geladen bronnen tot en met 1 december 2025",
    liggend=True,
    blokken=(
        Kop("Wat verandert", 1),
        Kop("Artikel 2", 3),
        alinea(
            "Een fiets is ",
            Loop("groen", Loopstijl.VERWIJDERD),
            Loop("blauw", Loopstijl.INGEVOEGD),
            ", zie ",
            Loop("de wet", href=ADRES),
            Loop(" altijd", Loopstijl.VET),
            Loop(" en overal", Loopstijl.CURSIEF),
        ),
        Alinea((Loop("Een stap naar rechts"),), inspringen=1),
        Opsomming(
            (
                Punt(cel("de bel"), "a.", (Punt(cel("van koper"), "1°."), Punt(cel("van blik"), "2°."))),
                Punt((alinea("de lamp"), alinea("die brandt")), "b."),
            )
        ),
        punten(["los punt", "nog een"]),
        Tabel(
            (Kolom("Was", 2), Kolom("Wordt", 2), Kolom("Nr.", 0.5)),
            tuple(
                (cel(Loop(f"oud {n}", Loopstijl.VERWIJDERD)), cel(f"nieuw {n}", alinea("tweede")), cel(str(n)))
                for n in range(60)
            ),
            "Was en wordt",
        ),
        opmerking("Zomaar een noot."),
        opmerking("Dit mag niemand missen.", let_op=True),
        Paginaeinde(),
        Kop("Bijlage", 2),
    ),
)
