# The two commands of the README: `make demo` reads a sample article, `make test` passes the tests. Each does its own set-up in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench codebook requirements clean

$(VENV)/.ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Dragoman needs Python 3.11 or newer; call make with PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(VENV)/.ready
	$(BIN)/dragoman read samples/pl/zatoka.txt --published 2025-10-09

test: $(VENV)/.ready
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.ready
	$(BIN)/ruff check dragoman tests tools
	$(BIN)/mypy

bench: $(VENV)/.ready
	$(BIN)/python tools/bench.py

codebook: $(VENV)/.ready
	$(BIN)/python -m dragoman.codebook.compile

clean:
	rm -rf $(VENV) build dist *.egg-info

requirements:
	$(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --allow-unsafe -o requirements/dev.txt requirements/dev.in
