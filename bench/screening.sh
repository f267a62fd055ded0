#!/usr/bin/env bash
# Names that are altered, aliases left out of the list, ordinary names, speed and memory, beside nomenklatura's logic-v2.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
"$BENCH_PYTHON" bench/screening/bench.py "$@"
