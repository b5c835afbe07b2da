# Every task is one word. Needed beforehand: make, and Python 3.11 or newer; the rest goes into .venv.

VENV ?= .venv
PORT ?= 8501
BIN := $(VENV)/bin
OBSERVABLE := bench/baselines/observable/node_modules
PIP_INSTALL := -m pip install -qq --disable-pip-version-check

# The first pip that knows dependency groups; Python 3.11 and 3.12 come with an older one.
PIP := pip>=25.1
DEV := -e '.[dashboard]' --group dev
BENCH := $(DEV) --group bench

# The first Python that is new enough; PYTHON=... overrides the search.
FIND_PYTHON = for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
	done; \
	[ -n "$$python" ] || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

INSTALL = $(FIND_PYTHON); [ -x $(BIN)/python ] || "$$python" -m venv $(VENV); \
	echo "Installing into $(VENV) (the first time takes a minute or two): $(1)"; \
	$(BIN)/python $(PIP_INSTALL) '$(PIP)' && $(BIN)/python $(PIP_INSTALL) $(1) -c constraints.txt

# The browser tests take an installed Chromium; $CHROMIUM overrides the search.
FIND_CHROMIUM = for chromium in $$CHROMIUM chromium chromium-browser google-chrome; do \
		command -v "$$chromium" >/dev/null && break; chromium=; \
	done

# The files of tests that count what they put the tracker through; see tests/counting.py.
FAULTS = $(shell grep -rlw toll tests --include='test_*.py')

FIND_NGINX = PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null

# In CI a Debian package that tests need is installed; anywhere else nothing is installed unasked.
APT_INSTALL = echo "Installing $(1)"; [ "$$(id -u)" = 0 ] && root= || root="sudo -n"; \
	$$root apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive $$root apt-get install -qq -y --no-install-recommends $(1) >/dev/null

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve bench test test-fast lint types unit test-data test-browser faults browser proxy check format data \
	release audit pins clean

help: ## list these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/.serve-stamp ## start the dashboard on $PORT (8501)
	@exec $(BIN)/tracker serve --port $(PORT)

# Chromium first, so that one that is missing is said at once and not after all else has run.
test: browser test-fast test-browser ## everything that a pull request must pass

test-fast: lint types proxy ## the same without the browser
	$(BIN)/tracker check
	$(BIN)/python -m pytest -n auto --dist loadfile --ignore=tests/browser

lint: $(VENV)/.test-stamp ## layout and style of the code, and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.test-stamp ## types
	$(BIN)/mypy

unit: $(VENV)/.test-stamp ## each module by itself
	$(BIN)/python -m pytest -n auto --dist loadfile tests/unit

bench: $(VENV)/.bench-stamp browser $(OBSERVABLE) ## measure pages, readers, answers and growth (ten minutes; QUICK=1: three)
	@$(FIND_CHROMIUM); CHROMIUM="$$(command -v "$$chromium")" $(BIN)/python bench/report.py $(if $(QUICK),--quick)

# A page that the bench compares with has its scripts from npm; where there is none the bench says so and goes on.
$(OBSERVABLE): bench/baselines/observable/package.json
	@cd $(<D) && npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=1 && \
		touch node_modules || echo "The static page is left out, as npm or its registry cannot be had" >&2

test-data: $(VENV)/.test-stamp ## what a change to data/ alone must pass
	$(BIN)/tracker format --check
	$(BIN)/tracker check
	$(BIN)/python -m pytest -n auto --dist loadfile tests/curated tests/docs tests/app

test-browser: $(VENV)/.test-stamp browser ## pages in a real browser
	@$(FIND_CHROMIUM); CHROMIUM="$$(command -v "$$chromium")" $(BIN)/python -m pytest tests/browser

browser:
	@$(FIND_CHROMIUM); [ -n "$$chromium" ] || [ -z "$$CI" ] || { $(call APT_INSTALL,chromium); }; \
	$(FIND_CHROMIUM); [ -n "$$chromium" ] || { \
		echo "The browser tests and the bench need Chromium: install it (Debian, Ubuntu: apt-get install chromium) or Google" \
			"Chrome, or set CHROMIUM; make test-fast does without" >&2; exit 1; }

proxy:
	@$(FIND_NGINX) || [ -z "$$CI" ] || { $(call APT_INSTALL,nginx-light); }; \
	$(FIND_NGINX) || echo "The tests behind a proxy are left out, as nginx is missing" \
		"(Debian, Ubuntu: apt-get install nginx-light)" >&2

faults: $(VENV)/.test-stamp browser proxy ## mutate, fuzz, kill, reload, and axe every page; prints how often
	@$(FIND_CHROMIUM); CHROMIUM="$$(command -v "$$chromium")" MUTATIONS=1000 REQUESTS=5000 \
		$(BIN)/python -m pytest -q -n auto --dist worksteal -m faults $(FAULTS)

audit: $(VENV)/.test-stamp ## compare the pinned dependencies with the known weaknesses; needs a network
	$(BIN)/python $(PIP_INSTALL) pip-audit
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip

check: $(VENV)/.library-stamp ## check the data, after a change to data/
	@$(BIN)/tracker check

format: $(VENV)/.test-stamp ## lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

data: $(VENV)/.library-stamp ## lay out the tables and remake data/README.md
	$(BIN)/tracker format
	$(BIN)/tracker dictionary --write

release: $(VENV)/.library-stamp ## make a version of the data out of what has changed
	$(BIN)/tracker format
	$(BIN)/tracker release

# A venv of its own, so that nothing installed by hand becomes a pin; of a line, only name==version stays.
pins: ## remake constraints.txt from the newest versions that pyproject.toml allows
	rm -rf .venv-pins
	@$(FIND_PYTHON); "$$python" -m venv .venv-pins
	.venv-pins/bin/python $(PIP_INSTALL) '$(PIP)'
	.venv-pins/bin/python $(PIP_INSTALL) $(BENCH)
	.venv-pins/bin/python -m pip freeze --disable-pip-version-check --exclude-editable > .venv-pins/frozen
	{ echo "# The versions that were tested together, for pip install -c. Made by: make pins"; \
		grep -E '^[A-Za-z0-9._-]+==[A-Za-z0-9.!]+$$' .venv-pins/frozen | LC_ALL=C sort -f; } > constraints.txt
	rm -rf .venv-pins

clean: ## remove the environment and what the tools left behind
	rm -rf $(VENV) $(OBSERVABLE) .venv-pins build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .grimp_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is newer than what it was made from, so a second run installs nothing. Who checks the data needs the
# library alone; each step further holds the one before it.
$(VENV)/.library-stamp: pyproject.toml constraints.txt
	@$(call INSTALL,-e .)
	@touch $@

$(VENV)/.serve-stamp: pyproject.toml constraints.txt
	@$(call INSTALL,-e '.[dashboard]')
	@touch $@ $(VENV)/.library-stamp

$(VENV)/.test-stamp: pyproject.toml constraints.txt
	@$(call INSTALL,$(DEV))
	@touch $@ $(VENV)/.serve-stamp $(VENV)/.library-stamp

$(VENV)/.bench-stamp: pyproject.toml constraints.txt
	@$(call INSTALL,$(BENCH))
	@touch $@ $(VENV)/.test-stamp $(VENV)/.serve-stamp $(VENV)/.library-stamp
