#!/usr/bin/env bash
# EDIFACT to records on one core, beside npm edifact and pydifact on the same input. MEGABYTES=50 is shorter.
# shellcheck source=bench/setup.sh
export TIDEWAITER_BIN=none
source "$(dirname "$0")/setup.sh"
cargo build --release --locked --quiet -p tidewaiter-formats --example edifact_speed
peers="${XDG_CACHE_HOME:-$HOME/.cache}/tidewaiter-tests/bench-edifact"
mkdir -p "$peers"
if ! [ -d "$peers/node_modules/edifact" ]; then
  npm install --silent --no-audit --no-fund --prefix "$peers" edifact@1.2.12
fi
PEERS="$peers" "$BENCH_PYTHON" bench/edifact.py
