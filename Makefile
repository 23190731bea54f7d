# Two commands do all the set-up: `make demo` and `make test`. Both need Python 3.11 or later, and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint format messages wheel-check benchmarks docs clean

# The main job on a real report. It finds gaps, so `check` exits 1, and so does make (which calls it an error).
demo: $(VENV)/installed
	$(BIN)/disclosure-index check report_sources/alibaba-2024

# As many processes as there are cores, at most four: each takes up to half a gigabyte.
test: lint
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/disclosure-index frameworks lint

format: $(VENV)/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The message catalogues: brought up to date with the code, checked and compiled.
messages: $(VENV)/installed
	$(BIN)/python -m tools.messages

# What a user gets: the wheel, in an empty environment, away from the checkout.
wheel-check: $(VENV)/installed
	tools/wheel_check.sh $(BIN)/python

benchmarks: $(VENV)/installed
	$(BIN)/python -m benchmarks.check
	$(BIN)/python -m benchmarks.findings
	$(BIN)/python -m benchmarks.printed_index
	$(BIN)/python -m benchmarks.export
	$(BIN)/python -m benchmarks.suggest
	$(BIN)/python -m benchmarks.browse

# The reference pages, schemas and pictures that are made from the code.
docs: $(VENV)/installed
	$(BIN)/python -m tools.schemas docs/schemas
	$(BIN)/python -m tools.rules_page docs/rules.md
	$(BIN)/python -m tools.keys_page docs/keys.md
	$(BIN)/python -m tools.screenshots docs/images

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q disclosure_index # as pip does for every package that is not editable
	touch $@

clean:
	rm -rf $(VENV) dist build
