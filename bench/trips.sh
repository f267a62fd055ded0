#!/usr/bin/env bash
# Trips of a whole archive, CSV in to CSV out, beside DuckDB's SQL on the same file, and how both grow.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$BENCH_PYTHON" bench/trips.py
