# Says Who: `make app` runs it, `make test` tests it. `make help` lists all.
SHELL := /bin/bash
PYTHON ?= python3.11
BIN := .venv/bin
INDEX ?= sayswho-index
export HF_HUB_OFFLINE ?= 1

.DEFAULT_GOAL := help
.PHONY: help app ask index test test-fast eval format clean

help:  ## List what make can do.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.venv/.made:
	@echo "Says Who: making the Python environment in .venv"
	@command -v $(PYTHON) >/dev/null || { echo "Says Who needs $(PYTHON); name another with make PYTHON=…"; exit 2; }
	@$(PYTHON) -m venv .venv && touch $@

.venv/.installed: requirements.txt constraints.txt .venv/.made
	@echo "Says Who: installing what it runs on (once, a few minutes)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	@echo "Says Who: installing what the tests need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c constraints.txt
	@touch $@

$(INDEX)/store.sqlite: | .venv/.installed
	@echo "Says Who: indexing the bundled sample reports into $(INDEX)"
	@$(BIN)/python -m index add corpus/sample --index $(INDEX)

app: .venv/.installed $(INDEX)/store.sqlite  ## Install, index the sample if there is no index, serve the chat on 127.0.0.1:7860.
	@echo "Says Who: starting the chat"
	@SAYSWHO_INDEX=$(INDEX) $(BIN)/python app.py

ask: .venv/.installed $(INDEX)/store.sqlite  ## Ask on the command line: make ask Q="Who controls Minian?"
	@$(BIN)/python -m assistant ask "$(Q)" --index $(INDEX)

index: .venv/.installed  ## Add reports: make index PATHS="folder file.jsonl"
	@$(BIN)/python -m index add $(PATHS) --index $(INDEX)

eval: .venv/.installed $(INDEX)/store.sqlite  ## Run the sample evaluation set.
	@$(BIN)/python -m eval run eval/sets/sample.jsonl --index $(INDEX)

test: .venv/.installed-dev  ## Install, check style and types, run every test.
	@echo "Says Who: style" && $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "Says Who: types" && $(BIN)/mypy
	@command -v chromium >/dev/null || { echo "Says Who: installing Chromium for the browser tests"; \
		apt-get update -qq && apt-get install -y -qq chromium; } || echo "Says Who: no Chromium, so the browser tests are skipped"
	@echo "Says Who: tests" && $(BIN)/python -m pytest

test-fast: .venv/.installed-dev  ## The tests, less the slow ones.
	@$(BIN)/python -m pytest -m "not slow"

format: .venv/.installed-dev  ## Format the code.
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

clean:  ## Remove the environment; the index stays.
	rm -rf .venv
