# Every task is one word. Needed beforehand: make, and Python 3.11 or newer; the rest goes into .venv.

VENV ?= .venv
PORT ?= 8501
BIN := $(VENV)/bin
PIP_INSTALL := -m pip install -qq --disable-pip-version-check

# The first Python that is new enough; PYTHON=... overrides the search.
FIND_PYTHON = for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
	done; \
	[ -n "$$python" ] || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

# The browser tests take an installed Chromium; $CHROMIUM overrides the search.
FIND_CHROMIUM = for chromium in $$CHROMIUM chromium chromium-browser google-chrome; do \
		command -v "$$chromium" >/dev/null && break; chromium=; \
	done

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve test test-fast test-data test-browser faults browser proxy check format data release pins clean

help: ## list these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/.serve-stamp ## start the dashboard on $PORT (8501)
	@exec $(BIN)/tracker serve --port $(PORT)

test: test-fast test-browser ## everything that a pull request must pass

test-fast: $(VENV)/.test-stamp proxy ## the same without the browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports
	$(BIN)/tracker check
	$(BIN)/python -m pytest -n auto --dist loadfile --ignore=tests/browser

test-data: $(VENV)/.test-stamp ## what a change to data/ alone must pass
	$(BIN)/tracker format --check
	$(BIN)/tracker check
	$(BIN)/python -m pytest -n auto --dist loadfile tests/curated tests/docs tests/app

test-browser: $(VENV)/.test-stamp browser ## pages in a real browser
	@$(FIND_CHROMIUM); CHROMIUM="$$(command -v "$$chromium")" $(BIN)/python -m pytest tests/browser

# Installs Debian's Chromium where that needs no question to anybody; otherwise says what is missing.
browser:
	@$(FIND_CHROMIUM); [ -z "$$chromium" ] || exit 0; \
	if [ "$$(id -u)" = 0 ]; then root=; \
	elif sudo -n true 2>/dev/null; then root="sudo -n"; \
	else root=none; fi; \
	if [ "$$root" != none ] && command -v apt-get >/dev/null; then \
		echo "Installing chromium for the browser tests"; \
		$$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -qq -y \
			--no-install-recommends chromium >/dev/null; \
	fi; \
	$(FIND_CHROMIUM); [ -n "$$chromium" ] || { \
		echo "The browser tests need Chromium: install chromium or google-chrome, or set CHROMIUM" >&2; exit 1; }

# The tests behind a proxy use an installed nginx, and are left out where there is none, but for CI.
proxy:
	@if [ -n "$$CI" ] && ! PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null; then \
		[ "$$(id -u)" = 0 ] && root= || root="sudo -n"; \
		echo "Installing nginx for the tests behind a proxy"; \
		$$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -qq -y \
			--no-install-recommends nginx-light >/dev/null; \
	fi

faults: $(VENV)/.test-stamp ## mutate the package 2,000 times; every fault must be named, none may be a traceback
	FAULTS=2000 $(BIN)/python -m pytest -q -s tests/unit/test_faults.py

check: $(VENV)/.serve-stamp ## check the data, after a change to data/
	@$(BIN)/tracker check

format: $(VENV)/.test-stamp ## lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

data: $(VENV)/.serve-stamp ## lay out the tables and remake data/README.md
	$(BIN)/tracker format
	$(BIN)/tracker dictionary --write

release: $(VENV)/.serve-stamp ## make a version of the data out of what has changed
	$(BIN)/tracker format
	$(BIN)/tracker release

# A venv of its own, so that nothing installed by hand becomes a pin; of a line, only name==version stays.
pins: ## remake constraints.txt from the newest versions that pyproject.toml allows
	rm -rf .venv-pins
	@$(FIND_PYTHON); "$$python" -m venv .venv-pins
	.venv-pins/bin/python $(PIP_INSTALL) -e '.[dev]'
	.venv-pins/bin/python -m pip freeze --disable-pip-version-check --exclude-editable > .venv-pins/frozen
	{ echo "# The versions that were tested together, for pip install -c. Made by: make pins"; \
		grep -E '^[A-Za-z0-9._-]+==[A-Za-z0-9.!]+$$' .venv-pins/frozen | LC_ALL=C sort -f; } > constraints.txt
	rm -rf .venv-pins

clean: ## remove the environment and what the tools left behind
	rm -rf $(VENV) .venv-pins build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is newer than what it was made from, so a second run installs nothing.
$(VENV)/.serve-stamp: pyproject.toml constraints.txt
	@$(FIND_PYTHON); [ -x $(BIN)/python ] || "$$python" -m venv $(VENV)
	@echo "Installing the tracker into $(VENV) (the first time takes a minute or two)"
	@$(BIN)/python $(PIP_INSTALL) -e . -c constraints.txt
	@touch $@

$(VENV)/.test-stamp: pyproject.toml constraints.txt
	@$(FIND_PYTHON); [ -x $(BIN)/python ] || "$$python" -m venv $(VENV)
	@echo "Installing the tracker and its test tools into $(VENV)"
	@$(BIN)/python $(PIP_INSTALL) -e '.[dev]' -c constraints.txt
	@touch $@ $(VENV)/.serve-stamp
