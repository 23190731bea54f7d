# Two commands do all the set-up: `make demo` and `make test`. Both need Python 3.11 or later, and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Python keeps what it has compiled, also where it is told not to, as images for containers often do: the tests start the
# program hundreds of times, and each would compile it anew.
export PYTHONDONTWRITEBYTECODE :=
# For every pip below, and for what builds the package.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard disclosure_index/messages/locale/*/LC_MESSAGES/*.po))

.PHONY: demo test test-all lint format messages wheel-check benchmarks mutations locked docs docs-site clean

# The main job on a real report. Finding its gaps is the point: `check` exits 1 for them, and make goes on.
demo: $(VENV)/installed $(CATALOGUES)
	@$(BIN)/disclosure-index check report_sources/alibaba-2024; code=$$?; \
	if [ $$code -ne 1 ]; then exit $$code; fi; \
	echo; \
	echo "These are the gaps of a published report: finding them is what check is for. In a build it exits 1 for them."

# As many processes as there are cores, at most four: each takes up to half a gigabyte.
PYTEST = $(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# The quick tier: a sample of what is slow, properties on few examples.
test: lint $(CATALOGUES)
	$(PYTEST) -m "not slow"

# Everything, and how much of the package it runs.
test-all: lint $(CATALOGUES)
	$(PYTEST) --hypothesis-profile nightly --cov --cov-report term:skip-covered

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
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
	$(BIN)/python -m benchmarks.mutations --sample 2
	$(BIN)/python -m benchmarks.small_tables
	$(BIN)/python -m benchmarks.export
	$(BIN)/python -m benchmarks.suggest
	$(BIN)/python -m benchmarks.browse

# Small changes of meaning in the modules that decide: does a test notice each? It takes hours, so it runs at night.
mutations: $(VENV)/installed $(CATALOGUES)
	$(BIN)/python -m tools.mutations

# What the action and the image install, by digest: after a change of constraints.txt or of the dependencies.
locked: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile pyproject.toml --extra pdf --constraint constraints.txt --universal --generate-hashes --no-annotate --custom-compile-command "make locked" --output-file ci/requirements.txt

# The reference pages, schemas and pictures that are made from the code.
docs: $(VENV)/installed
	$(BIN)/python -m tools.schemas docs/schemas
	$(BIN)/python -m tools.rules_page docs/rules.md
	$(BIN)/python -m tools.keys_page docs/keys.md
	$(BIN)/python -m tools.definitions_page docs/definitions.md
	$(BIN)/python -m tools.floor_plan docs/images/floor-plan.svg
	$(BIN)/python -m tools.screening_page docs/screening-data.md
	$(BIN)/python -m tools.screenshots docs/images

# The documentation as a site, in build/site.
docs-site: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[site]'
	$(BIN)/python -m tools.site

# Installing compiles the message catalogues; a changed one is compiled again.
%.mo: %.po $(VENV)/installed
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q disclosure_index # as pip does for every package that is not editable
	touch $@

clean:
	rm -rf $(VENV) dist build
