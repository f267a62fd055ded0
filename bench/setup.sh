# Sourced by every bench: builds what is measured and the examples beside it, and makes the Python of the peers,
# once, outside the checkout. Sets BENCH_PYTHON, and TIDEWAITER_BIN and TIDEWAITER_EXAMPLES unless they are set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cache="${XDG_CACHE_HOME:-$HOME/.cache}/tidewaiter-tests/bench-python"
if ! [ -x "$cache/bin/python" ]; then
  python3 -m venv "$cache"
fi
if ! cmp -s bench/requirements.txt "$cache/requirements.txt"; then
  "$cache/bin/pip" install --quiet --disable-pip-version-check -r bench/requirements.txt
  cp bench/requirements.txt "$cache/requirements.txt"
fi
export BENCH_PYTHON="$cache/bin/python"
target="${CARGO_TARGET_DIR:-target}/release"
if [ -z "${TIDEWAITER_BIN:-}" ]; then
  cargo build --release --locked --quiet --bin tidewaiter
  export TIDEWAITER_BIN="$target/tidewaiter"
fi
if [ -z "${TIDEWAITER_EXAMPLES:-}" ]; then
  cargo build --release --locked --quiet -p tidewaiter-formats --example make_status_csv --example ens_speed --example ens_check
  cargo build --release --locked --quiet -p tidewaiter-model --example sea_route
  export TIDEWAITER_EXAMPLES="$target/examples"
fi
