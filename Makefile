PYTHON ?= python3
BIN := .venv/bin

.PHONY: install demo test test-neo4j bench lock

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "zhengmai needs Python 3.11 or newer: set PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

demo: install
	@$(BIN)/zhengmai build seeds --out graph
	@$(BIN)/zhengmai query documents --graph graph
	@echo "Next, with $(BIN)/zhengmai: query tasks -p document=国发-2024-17 | queries | report out"

# The tests against a real server take minutes and Java 17 with Maven: they have a target of their own.
test: install
	$(BIN)/python -m pytest -m "not neo4j"
	@echo "LEFT OUT: the tests against a real Neo4j: make test-neo4j (needs Java 17 and Maven)"

test-neo4j: install
	ZHENGMAI_REQUIRE_ALL=1 $(BIN)/python -m pytest -m neo4j tests/neo4j

bench: install
	$(BIN)/python -m benchmarks

lock: install
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group dev pyproject.toml -o requirements.lock
