"""Properties for any input: it never fails, ranges slice the text, targets print and read, reading is repeatable."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.boom import Bomen
from graph.verwijzing import Herkenner, Resultaat
from ontologie.document import DocumentSoort
from ontologie.identificatie import BepalingId, parse_iri, parse_kort, print_iri, print_kort
from ontologie.tekst import Span
from ontologie.verwijzing import Status
from tests.graph.verwijzing.fietsen import FIETSWET, LETTERS, REGISTER, document, stappen

HERKENNER = Herkenner(REGISTER, Bomen([FIETSWET]))

WOORDEN = st.sampled_from(
    [
        *("artikel", "artikelen", "art.", "lid", "leden", "eerste", "tweede", "derde", "laatste", "onder", "onderdeel"),
        *(
            "onderdelen",
            "sub",
            "aanhef",
            "en",
            "of",
            ",",
            ";",
            ".",
            ":",
            "(",
            ")",
            "[",
            "]",
            "tot en met",
            "t/m",
            "van",
        ),
        *("de", "het", "deze", "die", "dat", "dit", "wet", "Fietswet", "Fw", "WFO", "Rmw", "verordening", "hoofdstuk"),
        *("paragraaf", "§", "bijlage", "boek", "1", "2", "2a", "3", "7:610", "9.2.8", "1°", "2e", "IX", "A", "a", "b"),
        *("c", "ij", "aa", "volzin", "gedachtestreepje", "(hierna: Fi)", "Stb. 2025, 12", "Kamerstukken II", "12 345"),
        *("ECLI:NL:HR:2020:1", "Verordening (EU) 2016/679", "\n", "\u00a0", "¢", "é", "–", "- ", "İ", "ﬁ", "😀"),
        "met uitzondering van",
    ]
)
ZINNEN = st.lists(WOORDEN, max_size=40).map(" ".join)


def controleer(uitkomst: Resultaat, origineel: str) -> None:
    vorige = Span(0, 0)
    for v in uitkomst.verwijzingen:
        assert origineel[v.span.begin : v.span.eind] == v.tekst
        assert v.tekst
        assert v.tekst == v.tekst.strip()
        assert v.span.begin >= vorige.begin
        vorige = v.span
        assert (v.status is Status.OPGELOST) <= (not v.reden)
        assert bool(v.reden) or v.status is Status.OPGELOST
        assert not (v.doelen and v.kandidaten)
        for doel in (*v.doelen, *v.kandidaten):
            if isinstance(doel, BepalingId) and doel.werk:
                assert parse_kort(print_kort(doel, REGISTER), REGISTER) == doel
                assert parse_iri(print_iri(doel, namen=REGISTER), REGISTER).id == doel
    for s in uitkomst.niet_begrepen:
        assert origineel[s.span.begin : s.span.eind] == s.tekst


@settings(max_examples=300)
@given(ZINNEN)
def test_losse_tekst(tekst: str) -> None:
    controleer(HERKENNER.in_tekst(tekst), tekst)


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_willekeurige_tekst(tekst: str) -> None:
    controleer(HERKENNER.in_tekst(tekst), tekst)


@settings(max_examples=150)
@given(ZINNEN, st.sampled_from([("1",), ("2", "1"), ("2", "2", "b"), ("3", "", "a")]))
def test_tekst_in_een_document(tekst: str, plek: tuple[str, ...]) -> None:
    d = document(
        "fv",
        {"1": {}, "2": {"1": LETTERS, "2": LETTERS}, "3": LETTERS},
        soort=DocumentSoort.VERORDENING,
        teksten=[(stappen(*plek), tekst)],
    )
    uitkomst = HERKENNER.verwijzingen(d)
    controleer(uitkomst, d.origineel)
    assert HERKENNER.verwijzingen(d) == uitkomst


@settings(max_examples=100)
@given(ZINNEN, st.integers(0, 60))
def test_uitleg_faalt_nooit(tekst: str, positie: int) -> None:
    uitleg = HERKENNER.leg_uit(tekst, positie)
    if uitleg is not None:
        assert "\n".join(uitleg.regels())
        assert uitleg.reden


def test_zeer_lange_en_diepe_invoer() -> None:
    """Inputs that invite quadratic work or deep recursion end, and soon; speed itself is measured in benchmarks."""
    for tekst in (
        "artikel 1, " * 5_000,
        "artikelen 1" + ", 1" * 20_000,
        "eerste en " * 5_000,
        "lid " * 20_000,
        "[" * 50_000,
        "artikel " + "[" * 50_000,
        "(" * 50_000 + ")" * 50_000,
        "onder a, " * 5_000,
        "van het eerste lid " * 3_000,
        "eerste lid van artikel 1 van " * 2_000,
        "Fietswet " * 5_000,
        "Verordening (EU) 2016/679 " * 5_000,
    ):
        HERKENNER.in_tekst(tekst)
