"""Screens made-up names (and the UN list, and a list of yours) and asks a peer the same: `bench.py [LIST.jsonl]`."""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

import make
import names as made
from peer import Peer

BINARY = os.environ["TIDEWAITER_BIN"]
UN_LIST = "../shared/data/lists/UN_consolidated.xml"
SEED = 20_261
ORDINARY = 5_000
PEER_QUERIES = 300


def children_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def write_list(path, entities):
    with open(path, "w") as file:
        for number, kind, names in entities:
            file.write(json.dumps({"id": str(number), "kind": kind, "names": names}) + "\n")


def screen(folder, entities, queries, threshold="0.02", top="50"):
    """For each query its matches, and the seconds of processor time that the queries took beside loading the list."""
    listed, asked = os.path.join(folder, "list.jsonl"), os.path.join(folder, "queries")
    write_list(listed, entities)
    command = [BINARY, "screen", "--list", listed, "--jsonl", "--threshold", threshold, "--top", top, "--queries"]
    one_core = dict(os.environ, RAYON_NUM_THREADS="1")
    seconds = []
    for texts in ([], queries):
        with open(asked, "w") as file:
            file.writelines(text + "\n" for text in texts)
        before = children_seconds()
        out = subprocess.run([*command, asked], env=one_core, stdout=subprocess.PIPE, check=False).stdout
        seconds.append(children_seconds() - before)
    return [json.loads(line)["matches"] for line in out.splitlines()], max(seconds[1] - seconds[0], 1e-9), seconds[0]


def recall(right, others, share):
    """The lowest threshold that lets at most a share of the others pass, and how many of the right ones are above it."""
    others = sorted(others, reverse=True)
    threshold = others[min(int(share * len(others)), len(others) - 1)]
    return threshold, sum(score > threshold for score in right) / max(len(right), 1)


def tell(what, right, others):
    at = [recall(right, others, share) for share in (0.01, 0.0013)]
    print(f"  {what:44} {100 * at[0][1]:6.1f} % at 1 % false alarms, {100 * at[1][1]:6.1f} % at 0.13 %  (above {at[0][0]:.3f}, {at[1][0]:.3f})")


def quality(title, folder, entities):
    rng = random.Random(SEED)
    entities = list(entities)
    known = {make.words(name) for _, _, names in entities for name in names}
    ordinary = []
    while len(ordinary) < ORDINARY:
        name = made.person(rng)
        if make.words(name) not in known and name not in ordinary[-200:]:
            ordinary.append(name)
    altered = [(str(number), kind, made.alter(rng, names[0], kind == "person")[0]) for number, kind, names in entities]
    aliases, without = [], []
    for number, kind, names in entities:
        latin = [name for name in names[1:] if name.isascii() and make.words(name) != make.words(names[0])]
        left_out = rng.choice(latin) if latin else None
        if left_out:
            aliases.append((str(number), kind, left_out))
        without.append((number, kind, [name for name in names if name != left_out]))
    print(f"{title}: {len(entities):,} entities, {sum(len(names) for _, _, names in entities):,} names")
    for what, listed, asked in (("altered", entities, altered), ("alias left out", without, aliases)):
        if not asked:
            continue
        found, seconds, _ = screen(folder, listed, [name for _, _, name in asked] + ordinary)
        right = [
            max((match["score"] for match in matches if match["id"] == number), default=0.0)
            for (number, _, _), matches in zip(asked, found)
        ]
        others = [max((match["score"] for match in matches), default=0.0) for matches in found[len(asked) :]]
        tell(f"{what}, tidewaiter, {len(found) / seconds:,.0f} queries/s", right, others)
        peer = Peer(listed)
        some = rng.sample(asked, min(len(asked), PEER_QUERIES))
        started = time.process_time()
        right = [peer.score(name, kind, number) for number, kind, name in some]
        others = [peer.best(name, "person", known) for name, known in zip(ordinary[:PEER_QUERIES], found[len(asked) :])]
        spent = time.process_time() - started
        tell(f"{what}, nomenklatura, {(len(right) + len(others)) / spent:,.0f} queries/s", right, others)


def speed(folder, count):
    rng = random.Random(SEED + count)
    entities = list(make.synthetic(rng, count))
    queries = []
    for _ in range(20_000):
        number, kind, names = rng.choice(entities)
        queries.append(made.alter(rng, names[0], kind == "person")[0] if rng.random() < 0.3 else made.person(rng))
    found, seconds, loading = screen(folder, entities, queries, threshold="0.5", top="10")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{count:,} entities: {len(found) / seconds:,.0f} queries/s on one core, list read in {loading:.1f} s, at most {peak:,.0f} MB so far")


def main(lists):
    with tempfile.TemporaryDirectory() as folder:
        for count in (10_000, 60_000):
            speed(folder, count)
        quality("made-up list", folder, make.synthetic(random.Random(SEED)))
        if os.path.exists(UN_LIST):
            quality("UN list", folder, make.united_nations(UN_LIST))
        for path in lists:
            with open(path) as file:
                entries = [json.loads(line) for line in file if line.strip()]
            quality(path, folder, [(entry["id"], entry.get("kind", ""), entry["names"]) for entry in entries])


if __name__ == "__main__":
    main(sys.argv[1:])
