# The two commands are `make quickstart` and `make test`; `make help` lists the rest.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?=
ONLY   ?=

.PHONY: help quickstart test test-long lab report docs sync house readme check-python hooks browser pictures clean
.DEFAULT_GOAL := help

help:            ## this list
	@grep -hE '^[a-z-]+: .*##|^[a-z-]+: +##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14

quickstart: $(VENV)/.installed   ## cells, a trained forecaster and reports/index.html; DATA=folder takes your files
	@$(BIN)/battery-nb quickstart $(if $(DATA),--data "$(DATA)")

test: $(VENV)/.installed-dev browser   ## library and notebooks agree, style, all tests, workflows at smoke size; ONLY="soc nbs/data/05" runs the notebooks whose path holds a word
	@$(BIN)/python .ci/test.py $(ONLY)

test-long: $(VENV)/.installed-dev   ## the notebooks of nbs/tests/long, each of them minutes to an hour; ONLY=words as above
	@$(BIN)/python .ci/test.py --long $(ONLY)

lab: $(VENV)/.installed          ## JupyterLab on the explorers
	@$(BIN)/jupyter lab $$([ "$$(id -u)" = 0 ] && echo --allow-root) --ServerApp.root_dir=nbs --LabApp.default_url=/lab/tree/explore/cells.ipynb

report: $(VENV)/.installed       ## render all reports and their index again
	@$(BIN)/battery-nb report

docs: $(VENV)/.installed-dev     ## the documentation of all notebooks, offline: site/index.html
	@$(BIN)/python .ci/docs.py

sync: $(VENV)/.installed-dev     ## format the notebooks, export the library from them, clean them, write README.md
	@$(BIN)/ruff format --quiet nbs .ci && $(BIN)/nbdev-export && $(BIN)/nbdev-clean && $(BIN)/python .ci/readme.py

house: $(VENV)/.installed-dev    ## how the library reads, in numbers, with their limits; ONLY=wing lists every finding of a wing
	@$(BIN)/python .ci/house.py $(if $(ONLY),-v $(ONLY))

hooks: $(VENV)/.installed-dev    ## git merges and diffs notebooks cell by cell; once a clone
	@$(BIN)/nbdev-install-hooks

pictures: $(VENV)/.installed-dev browser   ## the README's pictures, from the quickstart's reports
	@$(BIN)/python .ci/pictures.py

check-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name one with: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; }

$(VENV)/.installed: settings.ini setup.py pyproject.toml | check-python
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "the venv module is missing; install it (Debian: apt-get install python3-venv)"; rm -rf $(VENV); exit 1; }
	@echo "installing the kit into $(VENV) (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "installing what the tests need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || command -v chromium-browser >/dev/null || \
	 { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo "installing chromium for the browser tests" && \
	   apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1; } || \
	 echo "no chromium here and no way to install it: the browser tests will be skipped"

clean:           ## remove the environment and generated files, not your data or reports
	rm -rf $(VENV) build dist site *.egg-info .hypothesis
