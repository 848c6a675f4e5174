# Two commands: `make build` builds the example strategy, `make test` runs every test and check.
# Both work on a fresh machine with Python 3.11 or later and make.

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
PYTHON := python
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/ready
READY_DEV := $(VENV)/ready-dev

.PHONY: build test golden bench schemas clean

build: $(READY)
	$(BIN)/stratbuild build strategy -o build

test: $(READY_DEV)
	$(BIN)/python -m pytest -n auto --dist worksteal

golden: $(READY_DEV)
	$(BIN)/python -m pytest --update-golden

schemas: $(READY)
	$(BIN)/stratbuild schema -o schemas

bench: $(READY_DEV)
	$(BIN)/python -m benchmarks

$(VENV)/made:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=24"
	$(BIN)/python -c "open('$@', 'w').close()"

$(READY): $(VENV)/made pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	$(BIN)/python -c "open('$@', 'w').close()"

$(READY_DEV): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	$(BIN)/python -c "open('$@', 'w').close()"

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(p, ignore_errors=True) for p in ('build', '$(VENV)')]"
