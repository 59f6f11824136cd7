# Regelgraaf: everything that a fresh machine needs is set up by these targets.
#   make start   build the knowledge graph and open the viewer (BRONNEN=map: read the documents in that folder)
#   make test    checks and tests
#   make bench   every benchmark (the first time some minutes more, for the generated graphs)
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
BRONNEN ?=
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help start test check bench lock kern clean

help:
	@sed -n 's/^#   //p' Makefile

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Regelgraaf heeft Python 3.11 of nieuwer nodig; die is niet gevonden."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python kan geen omgeving maken; op Debian en Ubuntu helpt: apt install python3-venv"; exit 1; }

$(VENV)/.gebruik: $(VENV)/pyvenv.cfg requirements.lock pyproject.toml
	@echo "Omgeving opbouwen (eenmalig) …"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ontwikkel: $(VENV)/.gebruik requirements-dev.lock
	@echo "Gereedschap voor tests opbouwen (eenmalig) …"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

start: $(VENV)/.gebruik
	@$(BIN)/regelgraaf start $(if $(BRONNEN),--bronnen "$(BRONNEN)")

check: $(VENV)/.ontwikkel
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

bench: $(VENV)/.ontwikkel
	$(BIN)/python -m benchmarks

# The lock files hold every dependency with its hash, for every platform; run after a change of pyproject.toml.
lock: $(VENV)/.ontwikkel
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header \
		--group bouw --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header \
		--group bouw --group dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

# The shipped facts, made anew from the documents (BRONNEN=map).
kern: $(VENV)/.gebruik
	@$(BIN)/regelgraaf kern $(if $(BRONNEN),--bronnen "$(BRONNEN)")

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache htmlcov .coverage
