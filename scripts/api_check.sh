#!/usr/bin/env bash
# Holds a running server to its own OpenAPI document: schemathesis makes requests from the document, right and wrong
# ones, and checks every answer against it. Usage: scripts/api_check.sh BINARY
#
# Two passes on two servers. Without accounts whoever is on the machine may do everything, so the first pass reaches
# every handler. With accounts the second one sees that whoever is not signed in is refused, and what keys and accounts
# answer to an administrator.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:?name the binary}
python=${TIDEWAITER_TEST_PYTHON:-python3}
schemathesis=$(dirname "$(command -v "$python")")/schemathesis
folder=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

# Starts a server on a fresh copy of the demo; leaves its address in `address`.
start() {
  cp -r "$folder/demo" "$folder/$1"
  "$binary" serve --listen 127.0.0.1:0 --data "$folder/$1" >"$folder/$1.log" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    address=$(grep -om1 'http://127.0.0.1:[0-9]*' "$folder/$1.log" || true)
    [ -n "$address" ] && return
    sleep 0.2
  done
  cat "$folder/$1.log"
  exit 1
}

stop() {
  kill -0 "$server" || { echo "the server ended during the check"; cat "$folder/$1.log"; exit 1; }
  kill "$server"
  wait "$server" || true
  server=
}

# One worker: the order of requests is part of what the seed decides.
check() {
  "$schemathesis" --config-file scripts/schemathesis.toml run "$address/api/v1/openapi.json" \
    --checks all --workers 1 --seed "${SEED:-1}" --max-examples "${EXAMPLES:-10}" --generation-database none \
    --request-timeout 30 --no-color --warnings off "$@"
}

"$binary" demo --data "$folder/demo" >/dev/null 2>&1
failed=0

# Event streams never end, and signing in elsewhere leads to another server: both have tests of their own.
without='/events$|/openid-connect'

echo "== without accounts"
start local
# Nobody needs credentials here: `ignored_auth` would find every answer wrong, and made-up cookies look like a forged
# request and hide the handlers behind 403. The first account would end this mode in the middle of the pass.
check --exclude-checks ignored_auth --generation-with-security-parameters false \
  --exclude-path-regex "$without" --exclude-operation-id post_accounts || failed=1

echo "== a document that the server does not keep to is noticed"
curl -sf "$address/api/v1/openapi.json" | "$python" -c '
import json, sys
document = json.load(sys.stdin)
schemas = document["components"]["schemas"]
schemas["All_CountryView"]["properties"]["items"]["items"]["properties"]["name"]["type"] = "integer"
json.dump(document, sys.stdout)' >"$folder/changed.json"
if "$schemathesis" run "$folder/changed.json" --url "$address/api/v1" --include-path /reference/countries \
  --checks response_schema_conformance --max-examples 1 --generation-database none --no-color --warnings off \
  >"$folder/changed.log" 2>&1; then
  echo "nothing was noticed"
  failed=1
else
  grep -m1 'violates schema' "$folder/changed.log" || { cat "$folder/changed.log"; failed=1; }
fi
stop local

echo "== as an administrator"
start accounts
json=(-sf -H 'Content-Type: application/json' -H "Origin: $address")
password='harbour-master-at-work'
curl "${json[@]}" -d "{\"login\":\"admin\",\"name\":\"Admin\",\"role\":\"administrator\",\"password\":\"$password\"}" \
  "$address/api/v1/accounts" >/dev/null
curl "${json[@]}" -c "$folder/cookies" -d "{\"login\":\"admin\",\"password\":\"$password\"}" \
  "$address/api/v1/session" >/dev/null
token=$(awk '$6 == "tidewaiter_session" { print $7 }' "$folder/cookies")
# The header carries the session into every request: made-up or missing cookies would be overruled by it.
# What would end the session that the pass lives on, or lock its address out after twenty failed sign-ins, is left out.
check --generation-with-security-parameters false \
  --header "Cookie: tidewaiter_session=$token" --header "Origin: $address" \
  --include-path-regex '^/(accounts|api-keys|settings|audit|session/preferences|quarantine|files|overview|reference)' \
  --exclude-operation-id put_accounts_login_password || failed=1
stop accounts
exit $failed
