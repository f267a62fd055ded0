#!/usr/bin/env bash
# Holds a running server to its own OpenAPI document: schemathesis makes requests from the document, right and wrong
# ones, and checks every answer against it. Usage: scripts/api_check.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:?name the binary}
python=${TIDEWAITER_TEST_PYTHON:-python3}
folder=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

"$binary" demo --data "$folder/data" >/dev/null 2>&1
"$binary" serve --listen 127.0.0.1:0 --data "$folder/data" >"$folder/log" 2>&1 &
server=$!
for _ in $(seq 100); do
  address=$(grep -om1 'http://127.0.0.1:[0-9]*' "$folder/log" || true)
  [ -n "$address" ] && break
  sleep 0.2
done
[ -n "$address" ] || { cat "$folder/log"; exit 1; }

# Event streams never end, so no request-and-answer check can look at them; they have tests of their own.
"$(dirname "$(command -v "$python")")/schemathesis" run "$address/api/v1/openapi.json" \
  --checks all --workers 2 --seed "${SEED:-1}" --max-examples "${EXAMPLES:-25}" \
  --exclude-path-regex '/events$' --exclude-path-regex '/openid-connect' \
  --request-timeout 30 --no-color
kill -0 "$server" || { echo "the server ended during the check"; cat "$folder/log"; exit 1; }
