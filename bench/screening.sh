#!/usr/bin/env bash
# Names that are altered, aliases left out of the list, ordinary names, speed and memory, beside nomenklatura's logic-v2.
# The peer has a Python of its own: it wants an older DuckDB than the other benches.
# shellcheck source=bench/setup.sh
source "$(dirname "$0")/setup.sh"
peer="${cache%/*}/bench-screening"
[ -x "$peer/bin/python" ] || python3 -m venv "$peer"
if ! cmp -s bench/screening/requirements.txt "$peer/requirements.txt"; then
  "$peer/bin/pip" install --quiet --disable-pip-version-check -r bench/screening/requirements.txt
  cp bench/screening/requirements.txt "$peer/requirements.txt"
fi
"$peer/bin/python" bench/screening/bench.py "$@"
