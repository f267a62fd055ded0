#!/usr/bin/env bash
# Peak memory of ingest: bounded, whatever the size of the input.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$BENCH_PYTHON" bench/memory.py
