# The two commands a newcomer needs:  make analysis   make test
# Each makes .venv from requirements.lock if it is not there. Needs Python 3.11 or newer, git and make.
# Without make (Windows, Conda): see README.

VENV  ?= .venv
BIN   := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP   := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The first Python on the path that is new enough; `make analysis PYTHON=/path/to/python` names one.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; \
	done)

# What `make test` hands to pytest; `make test PYTEST_ARGS="tests/reading -x"` runs a part.
PYTEST_ARGS ?= --numprocesses auto --dist worksteal

# What `make mutants` changes; empty: what differs from main. `make mutants MUTANTS="src/compare/tables --sample 80"`
MUTANTS ?=

.DEFAULT_GOAL := help
.PHONY: analysis bench clean evaluate help lab lint lock mutants test

analysis: $(STAMP) ## read the plans in data/raw, rebuild tables, notebooks and exports
	$(BIN)/compare-plans run

test: $(STAMP) ## every test; style, types and the import contract are among them
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lab: $(STAMP) ## open the notebooks in JupyterLab
	$(BIN)/compare-plans lab

evaluate: $(STAMP) ## compare what is read from the plans with their hand-coded reference
	$(BIN)/python -m benchmarks.evaluate

bench: $(STAMP) ## measure speed against a plain search for digits and against peers, and what runs cost
	$(BIN)/python -m benchmarks.bench
	$(BIN)/python -m benchmarks.runs

mutants: $(STAMP) ## plant small faults in the code and name those the tests do not notice
	$(BIN)/python -m benchmarks.mutants $(MUTANTS)

lint: $(STAMP) ## style, types and the import contract alone
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: $(STAMP) ## pin again after a change in pyproject.toml; LOCK_ARGS=--upgrade takes newer versions
	$(BIN)/uv pip compile --no-config --quiet --universal --python-version 3.11 --extra scale --extra agreement --group dev \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
		$(LOCK_ARGS) --output-file requirements.lock pyproject.toml

clean: ## remove results and caches; data, tables and .venv stay
	rm -rf reports build dist .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks notebooks \( -name __pycache__ -o -name .ipynb_checkpoints \) -prune -exec rm -rf {} +

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1 /p' Makefile | sort | while read -r target purpose; do \
		printf '  make %-9s %s\n' "$$target" "$$purpose"; done

# The lock is whole (a test holds that), so pip need not resolve; the build backend is in it.
$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer on the path; install one, or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PIP) --version >/dev/null 2>&1 || { echo "making $(VENV) with $(PYTHON)"; $(PYTHON) -m venv --clear $(VENV); }
	@echo "installing requirements.lock into $(VENV), a minute or two the first time"
	@$(PIP) install --require-hashes --no-deps --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
