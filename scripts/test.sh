#!/usr/bin/env bash
# Installs what the tests need, then runs them all and prints the counts. Run as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")/.."
# Outside the checkout, so that a fresh clone does not fetch and build the same tools again.
cache="${XDG_CACHE_HOME:-$HOME/.cache}/tidewaiter-tests"
mkdir -p "$cache"

step() { printf '\n== %s\n' "$*"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

step "what the tests need"
missing=()
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
command -v cc >/dev/null || missing+=(build-essential)
python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
command -v chromium >/dev/null || missing+=(chromium)
command -v curl >/dev/null || missing+=(curl)
command -v openssl >/dev/null || missing+=(openssl)
[ -x /usr/sbin/mosquitto ] || missing+=(mosquitto)
command -v java >/dev/null || missing+=(openjdk-17-jre-headless)
fc-list :lang=ar family 2>/dev/null | grep -q . || missing+=(fonts-noto-core fontconfig)
if [ "${#missing[@]}" -gt 0 ]; then
  as_root apt-get update -qq
  # The tests start servers of their own; the package's default cluster is not wanted.
  as_root mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
if ! [ -x "$cache/python/bin/python" ]; then
  python3 -m venv "$cache/python"
fi
"$cache/python/bin/pip" install --quiet --disable-pip-version-check -r scripts/requirements-test.txt
# Spark is 800 MB, so it has a place of its own, and is asked for again only when the list changes.
if ! cmp -s python/requirements-test.txt "$cache/spark/installed.txt"; then
  [ -x "$cache/spark/bin/python" ] || python3 -m venv "$cache/spark"
  "$cache/spark/bin/pip" install --quiet --disable-pip-version-check -r python/requirements-test.txt
  cp python/requirements-test.txt "$cache/spark/installed.txt"
fi
export TIDEWAITER_TEST_PYTHON="$cache/python/bin/python"
export TIDEWAITER_REQUIRE_POSTGRES=1
export TIDEWAITER_REQUIRE_MOSQUITTO=1
export TIDEWAITER_REQUIRE_PYTHON=1
if ! command -v cargo-deny >/dev/null && ! [ -x "$cache/cargo/bin/cargo-deny" ]; then
  step "cargo-deny (built once, then cached)"
  cargo install --locked --quiet --root "$cache/cargo" cargo-deny
fi
export PATH="$cache/cargo/bin:$PATH"

step "the console: install, check, build"
# The lock file says what is installed; npm keeps the downloads in its own cache.
[ -e web/node_modules/.package-lock.json ] && [ ! web/package-lock.json -nt web/node_modules/.package-lock.json ] || npm ci --prefix web --no-audit --no-fund --silent
npm run --prefix web --silent check
npm run --prefix web --silent build

step "format and lints"
cargo fmt --all --check
cargo clippy --workspace --all-targets --locked -- -D warnings

step "licences and advisories"
cargo fetch --locked --quiet # crates of other systems too, which nothing else fetches
# The advisory database is a download of its own; without it licences, sources and bans are still checked.
cargo deny --offline check --hide-inclusion-graph licenses bans sources

step "tests"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=0
cargo test --workspace --locked --no-fail-fast 2>&1 | tee "$log" || failed=1

step "the API against its own document"
binary=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/debug/tidewaiter
cargo build --quiet --locked --bin tidewaiter
scripts/api_check.sh "$binary" || failed=1

step "the console in Chromium"
TIDEWAITER_BIN=$binary npm run --prefix web --silent test 2>&1 | tee -a "$log" || failed=1

step "the job on Spark"
spark() { (cd python && TIDEWAITER_BIN=$binary "$cache/spark/bin/$1" "${@:2}"); }
spark ruff format --quiet --check && spark ruff check --quiet && spark mypy --no-error-summary || failed=1
spark python -m pytest 2>&1 | tee -a "$log" || failed=1

step "counts"
awk '/^test result:/ { passed += $4; failed += $6; skipped += $8 }
     /^[0-9]+ (passed|failed|skipped|error).* in [0-9.]+s( |$)/ { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) passed += $(i - 1)
       if ($i ~ /^(failed|errors?)/) failed += $(i - 1); if ($i ~ /^skipped/) skipped += $(i - 1) } }
     /^# pass / { passed += $3 } /^# fail / { failed += $3 } /^# skipped / { skipped += $3 }
     END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit (failed > 0 || passed == 0) }' "$log" || failed=1
exit $failed
