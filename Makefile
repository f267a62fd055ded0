# The two commands are `make run` and `make test`. Everything else is named in CONTRIBUTING.md.
SHELL := /bin/bash
CARGO ?= cargo
BIN := target/release/tidewaiter
DEMO := demo-data

LISTEN ?= 127.0.0.1:8617

.PHONY: run build console test lint bench bench-senders bench-trips bench-trips-quality bench-live bench-ens bench-edifact bench-screening docs clean

# A list on the terminal, then the console on it until Ctrl-C; `make run ONESHOT=1` ends after the list.
run: build
	@$(BIN) demo --data $(DEMO)
ifndef ONESHOT
	@$(BIN) serve --data $(DEMO) --listen $(LISTEN)
endif

build: console
	@TIDEWAITER_CONSOLE="$$(cksum < web/dist/index.html 2>/dev/null)" $(CARGO) build --release --locked --bin tidewaiter

# The binary carries the console's files, so they are made first. Without npm it is built without them, and says so.
console:
	@if [ -f web/package.json ] && command -v npm >/dev/null; then \
	  cd web && \
	  if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then \
	    npm ci --no-audit --no-fund --loglevel=error; \
	  fi && npm run --silent build; \
	else echo "npm is not installed: building without the console" >&2; fi

test:
	@scripts/test.sh

lint:
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets --locked -- -D warnings

bench: build
	bench/run.sh

# The published set's size beside DuckDB's SQL; GROWTH=1 adds a tenth of it, GROWTH=10 ten times as well.
bench-trips: build
	bench/trips.sh

# Two profiles, two generators, three seeds; CONTAINERS=50000 WORLD=carriage is the full size.
bench-trips-quality: build
	bench/trips_quality.sh

# Entry summaries from bytes to verdict on one core, beside lxml parsing the same files.
bench-ens: build
	bench/ens.sh

# A million containers in memory, 20,000 messages a second, kill -9: some minutes, 4 GB of memory and of disk.
bench-live: build
	@$(CARGO) build --release --locked -p tidewaiter -p tidewaiter-server --bin tidewaiter --example live_load
	bench/live.sh

# Two hundred senders for two minutes, in peace and with the server killed in the middle; prints asked beside measured.
bench-senders: build
	@node bench/senders.mjs $(BIN)

# EDIFACT to records beside npm edifact and pydifact, 200 MB each of CODECO and CUSCAR; MEGABYTES=50 is shorter.
bench-edifact:
	bench/edifact.sh

# Altered names, aliases left out, ordinary names, and speed, beside nomenklatura; LIST=FILE adds a list of yours.
bench-screening: build
	bench/screening.sh $(LIST)

docs:
	@command -v mdbook >/dev/null || $(CARGO) install --locked mdbook
	mdbook build docs

clean:
	$(CARGO) clean
	rm -rf $(DEMO) docs/book
