#!/usr/bin/env python3
"""Makes docs/src/reference/json.md from what the binary really prints on a small world.

Usage: scripts/json_examples.py BINARY > docs/src/reference/json.md

Lists are cut to their first element and long texts to 60 characters. A test holds that the page has the shape of
what is printed.
"""

import getpass
import json
import pathlib
import subprocess
import sys
import tempfile

PAGES = [
    (
        "ingest --known-at-event-time WORLD --json",
        "What became of each file. `read` is always `accepted + duplicate + quarantined`; `conflicts` counts accepted "
        "messages that contradict an earlier one of the same source and id; `unreadable` counts inputs of which "
        "nothing could be kept, each with its `error` in `files`.",
    ),
    (
        "assess --as-of ENDS --json",
        "What a run saw and said. `fired` and `not_evaluated` count consignments by indicator code.",
    ),
    (
        "queue --capacity 10 --json",
        "The day's list. `reasons` of a row are its strongest three and empty for the random arm; parameters are "
        "typed (`hours`, `mass_kg`, `place`, …) so that a reader can write them its own way. Amounts are strings.",
    ),
    (
        "explain 1 --json",
        "Everything about one consignment. Spans count bytes in the decompressed file that was ingested; `text` are "
        "those bytes. `passed` names indicators that were judged and did not fire.",
    ),
    (
        "outcome 1 --found undervaluation --value 1200.50 --note counted --json",
        "What was recorded, the reasons the consignment had been assessed with, and how the day's list fares.",
    ),
    ("quarantine list --json", "The messages that wait, oldest first."),
    ("quarantine show 1 --json", "One message with its content."),
    ("quarantine replay 1 --json", "What became of each message that was read again. Exit code 3 when some remain."),
    (
        "audit list --action outcome. --json",
        "Who did what, newest first. `before` and `after` are what the record says of the thing, null when there was "
        "nothing. `--jsonl` prints one record a line.",
    ),
    (
        "audit verify --json",
        "Whether the audit trail is as it was written. `broken` names the first record, field and byte that is not; "
        "`what` is `changed`, `missing`, `added`, `head_differs` or `expected_head_unknown`. Exit code 1 when it is "
        "not `ok`.",
    ),
    (
        "world --out OUT --containers 50 --days 60 --json",
        "Where the world was written. `ends` is the time to assess as of.",
    ),
    (
        "evaluate --truth TRUTH --json",
        "The ranking against the truth. Rates come with `hits`, `of`, and the 95 % interval of Wilson. `indicators` "
        "says how often each fired and how often on a wrong consignment; `honest` how many honest oddities stand "
        "within the capacity.",
    ),
    ("doctor --json", "One entry a check. Exit code 1 when one is not `ok`."),
]
BAD_ROW = "message_id,container,event,event_time,location\na,MSKU1234565,GTIN,soon,CNSHG\n"


def short(value):
    """The same shape with little in it."""
    if isinstance(value, dict):
        return {key: short(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [short(value[0])] if value else []
    if isinstance(value, str) and len(value) > 60:
        return value[:57] + "..."
    return value


def main():
    binary = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        world, data, other = root / "world", root / "data", root / "other"
        run = lambda *words: subprocess.run([binary, *map(str, words)], capture_output=True, text=True, check=False)
        made = run("world", "--out", world, "--seed", 3, "--containers", 300, "--days", 100, "--json")
        ends = json.loads(made.stdout)["ends"]
        bad = root / "bad.csm.csv"
        bad.write_text(BAD_ROW)
        run("ingest", bad, "--data", data)
        names = {"WORLD": str(world), "TRUTH": f"{world}-truth", "ENDS": ends, "OUT": str(other)}
        print("# JSON documents\n")
        print("Every reading command takes `--json` and prints one document. The examples are real, made on a small")
        print("world by `scripts/json_examples.py`; lists are cut to one element and long texts to 60 characters.")
        print("A test holds that they have the shape of what is printed. Times are RFC 3339 in UTC; decimals are strings.")
        for command, text in PAGES:
            words = [names.get(word, word) for word in command.split(" ")]
            answer = run(*words, "--data", data)
            document = short(json.loads(answer.stdout))
            shown = json.dumps(document, indent=2, ensure_ascii=False).replace(folder + "/", "")
            shown = shown.replace(f'"actor": "{getpass.getuser()}"', '"actor": "anna"')
            print(f"\n## `{' '.join(command.split(' '))}`\n\n{text}\n\n<!-- run: {command} -->\n```json\n{shown}\n```")


main()
