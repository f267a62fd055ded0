#!/usr/bin/env bash
# How well trips are rebuilt and judged, on two kinds of worlds in two profiles, with an analyst's SQL beside it.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$BENCH_PYTHON" bench/trips_quality.py
