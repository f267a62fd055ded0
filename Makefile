# The two commands are `make run` and `make test`. Everything else is named in CONTRIBUTING.md.
SHELL := /bin/bash
CARGO ?= cargo
BIN := target/release/tidewaiter
DEMO := demo-data

.PHONY: run build test lint bench docs clean

run: build
	@$(BIN) demo --data $(DEMO)

build:
	@$(CARGO) build --release --locked --bin tidewaiter

test:
	@scripts/test.sh

lint:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

bench: build
	bench/run.sh

docs:
	@command -v mdbook >/dev/null || $(CARGO) install --locked mdbook
	mdbook build docs

clean:
	$(CARGO) clean
	rm -rf $(DEMO) docs/book
