#!/usr/bin/env bash
# Live: messages applied one by one in process, messages through HTTP, and a server that is killed in the middle.
#
#   bench/live.sh [CONTAINERS [REPORTS [MESSAGES]]]     default: 1000000 24 400000
#
# Prints each figure beside what is asked of it, and fails when a message was lost or doubled. On a machine that is busy
# with other work the clock tells little: processor time is printed beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
containers=${1:-1000000} reports=${2:-24} messages=${3:-400000}
bin=${TIDEWAITER_BIN:-target/release/tidewaiter}
load=${TIDEWAITER_EXAMPLES:-target/release/examples}/live_load
scratch=$(mktemp -d)
server=
stop() { if [ -n "$server" ]; then kill -9 "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=; fi; }
trap 'stop; rm -rf "$scratch"' EXIT
data=$scratch/data log=$scratch/log

start() {
  : >"$log"
  "$bin" serve --data "$data" --listen 127.0.0.1:0 >"$log" 2>&1 &
  server=$!
  for _ in $(seq 1200); do
    address=$(sed -n 's|.*http://\([0-9.]*:[0-9]*\).*|\1|p' "$log" | head -1)
    [ -n "$address" ] && return
    sleep 0.05
  done
  echo "the server does not start: $(cat "$log")" >&2; exit 1
}
metric() { curl -sf "http://$address/metrics" | awk -v name="tidewaiter_$1" '$1 == name { print $2 }'; }
# Waits until every file of the store is applied; gives what is in memory.
applied() {
  until [ "$(metric applied_through_file)" -ge "$1" ]; do sleep 0.05; done
  metric applied_status_messages
}
last_file() { curl -sf "http://$address/api/v1/files?limit=1" | sed 's/.*"number":\([0-9]*\).*/\1/'; }
cpu() { awk '{ print ($14 + $15) / 100 }' "/proc/$server/stat"; }
asked() { echo "    asked: $1"; }
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.2f", b - a }'; }

echo "== in process"
"$bin" demo --data "$scratch/demo" >/dev/null 2>&1
"$load" apply "$scratch/demo" "$containers" "$reports" 40000
asked "at most 1000 us at p99, with 1 million containers in memory"
rm -rf "$scratch/demo"

echo "== through HTTP"
"$load" csv "$containers" "$reports" | "$bin" ingest - --data "$data" >/dev/null
sent=$((containers * reports))
start; begun=$(now)
count=$(applied 1)
echo "first start, from the history alone: $count status messages of $containers containers in memory after $(since "$begun") s ($(cpu) s of CPU), $(($(metric process_resident_memory_bytes) >> 20)) MiB resident"
first=$reports
run() { # name connections items rows
  local before after out
  before=$(cpu)
  out=$("$load" send "$address" "$messages" "$containers" "$first" "$2" "$3" "$4")
  after=$(cpu)
  sent=$((sent + $(awk '{ print $2 }' <<<"$out")))
  first=$((first + (messages + containers - 1) / containers))
  count=$(applied "$(last_file)")
  echo "$1: $out, server $(awk -v a="$before" -v b="$after" -v n="$messages" 'BEGIN { printf "%.1f us of CPU a message", (b - a) * 1e6 / n }'); $count in memory"
  [ "$count" = "$sent" ] || { echo "acknowledged and stored $sent, in memory $count" >&2; exit 1; }
}
run "bulk requests of 1,000 files of one message, 4 connections" 4 1000 1
run "bulk requests of 1,000 files of one message, 1 connection" 1 1000 1
run "bulk requests of 10 files of 100 messages, 4 connections" 4 10 100
run "files of 1,000 messages, 4 connections" 4 0 1000
asked "at least 20000 messages a second on two cores, this load generator among them"

echo "== kill -9 in the middle"
"$load" send "$address" "$messages" "$containers" "$first" 4 1000 1 >"$scratch/out" 2>/dev/null & sender=$!
sleep 5; stop; wait "$sender" || true
acknowledged=$(awk '{ print $2 }' "$scratch/out")
begun=$(now); start
echo "the queue is served after $(since "$begun") s"
count=$(applied "$(last_file)")
echo "every message is back in memory after $(since "$begun") s ($(cpu) s of CPU): $count"
asked "at most 10 s"
# A group may be on disk whose answers the kill swallowed; what was answered must be there, each once.
extra=$((count - sent - acknowledged))
echo "acknowledged before the kill $acknowledged, in the store beside them $extra that were not answered any more"
asked "nothing lost"
[ "$extra" -ge 0 ] && [ "$extra" -le 20000 ] || { echo "messages were lost or doubled" >&2; exit 1; }
# Sent again, exactly what is missing is accepted.
out=$("$load" send "$address" "$messages" "$containers" "$first" 4 1000 1)
count=$(applied "$(last_file)")
echo "sent again: $out; in memory $count of $((sent + messages)) distinct messages"
[ "$count" = $((sent + messages)) ] || { echo "messages were lost or doubled" >&2; exit 1; }
