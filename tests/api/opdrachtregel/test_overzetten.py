"""Loading into another engine from the command line: what it says, and that it goes on after an interruption."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from api.opdrachtregel import main
from tests.graph.sparqldienst import oxigraph_dienst, vrije_poort
from tests.web import documenten

GRAFEN = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture
def basis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with invented documents and settings that name them."""
    (tmp_path / "register.toml").write_text(documenten.REGISTER, encoding="utf-8")
    documenten.schrijf(tmp_path / "documenten")
    monkeypatch.setenv("REGELGRAAF_REGISTER", str(tmp_path / "register.toml"))
    monkeypatch.setenv("REGELGRAAF_BRONNEN", str(tmp_path / "documenten"))
    monkeypatch.setenv("REGELGRAAF_OPSLAG", str(tmp_path / "opslag"))
    return tmp_path


def _wijs(monkeypatch: pytest.MonkeyPatch, adres: str) -> None:
    monkeypatch.setenv("REGELGRAAF_EXTERN_VRAAG", f"{adres}/query?union-default-graph")
    monkeypatch.setenv("REGELGRAAF_EXTERN_GRAFEN", f"{adres}/store")


def _grafen(adres: str) -> int:
    antwoord = httpx.post(
        f"{adres}/query", data={"query": GRAFEN}, headers={"Accept": "application/sparql-results+json"}
    )
    return len(antwoord.json()["results"]["bindings"])


def _quads(adres: str) -> int:
    antwoord = httpx.get(f"{adres}/store", headers={"Accept": "application/n-quads"})
    return len(antwoord.text.splitlines())


def test_bouw_zet_over_en_daarna_is_er_niets_meer_te_doen(
    basis: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with oxigraph_dienst(basis / "dienst") as adres:
        _wijs(monkeypatch, adres)
        assert main(["bouw", "--formaat", "json"]) == 0
        assert f"Overgezet naar {adres}/query?union-default-graph: 6 grafen geschreven" in capsys.readouterr().err
        assert _grafen(adres) == 6
        assert main(["zet-over"]) == 0
        assert "0 grafen geschreven, 6 stonden er al, 0 verwijderd." in capsys.readouterr().err
        assert main(["zet-over", "--opnieuw"]) == 0
        assert "6 grafen geschreven" in capsys.readouterr().err
        assert main(["toon", "lw:2"]) == 0
        assert "Ontsteken" in capsys.readouterr().out
        assert main(["uitvoer", "--formaat", "nq", "--naar", str(basis / "alles.nq")]) == 0
        quads = set(parse((basis / "alles.nq").read_bytes(), RdfFormat.N_QUADS))
        assert len({q.graph_name for q in quads}) == 6
        assert len(quads) == _quads(adres)
        # A document that goes away goes away there too.
        (basis / "documenten" / "brief-lantaarns-2025-12.txt").unlink()
        assert main(["bouw", "--formaat", "json"]) == 0
        assert "1 verwijderd" in capsys.readouterr().err
        assert _grafen(adres) == 5


def test_een_dienst_die_weg_is_kost_de_bouw_niet(
    basis: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _wijs(monkeypatch, f"http://naam:geheim@127.0.0.1:{vrije_poort()}")
    assert main(["bouw", "--formaat", "json"]) == 3
    fout = capsys.readouterr().err
    assert "niet te bereiken" in fout
    assert "geheim" not in fout
    with oxigraph_dienst(basis / "dienst") as adres:
        _wijs(monkeypatch, adres)
        assert main(["zet-over"]) == 0
        assert "6 grafen geschreven" in capsys.readouterr().err


def test_zonder_dienst_of_zonder_bouw_is_er_niets_over_te_zetten(
    basis: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["zet-over"]) == 2
    assert "geen andere SPARQL-dienst ingesteld" in capsys.readouterr().err
    _wijs(monkeypatch, "http://127.0.0.1:9")
    assert main(["zet-over"]) == 3
    assert "geen kennisgraaf gebouwd" in capsys.readouterr().err
