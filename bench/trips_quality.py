"""How well trips are rebuilt and judged, on worlds whose seeds were fixed before anything was scored.

SEEDS, PROFILES, CONTAINERS, DAYS as in the environment; CONTAINERS=50000 is the full size. WORLD is `carriage` (that
of `tidewaiter world --workload trips`), `other` (bench/other_trips.py, made apart from it) or both. Of the first, odd
seeds have real places and even seeds made-up ones that only the areas file knows. It prints and judges nothing.
"""

import os
import statistics
import sys
from pathlib import Path

import measure
import trip_scores as scores

SEEDS = [int(seed) for seed in os.environ.get("SEEDS", "1 2 3").replace(",", " ").split()]
PROFILES = os.environ.get("PROFILES", "easy hard").split()
WORLDS = os.environ.get("WORLD", "carriage other").split()
CONTAINERS = int(os.environ.get("CONTAINERS", 5000))
DAYS = int(os.environ.get("DAYS", 1095))
PEER = os.environ.get("PEER", "yes") == "yes"
# If set, the worlds and what was made of them stay here.
KEEP = os.environ.get("KEEP")
HERE = Path(__file__).parent

# Line, what it is called, targets on easy and hard.
LINES = [
    ("overlap", "trips with overlap >= 0.8", ">= 99.7 %", ">= 97 %"),
    ("ends", "origin and destination exact", ">= 99.5 %", ">= 96 %"),
    ("itinerary", "itinerary exact", ">= 99.5 %", ">= 95 %"),
    ("precision", "precision at the true number of anomalies", ">= 88 %", ">= 75 %"),
    ("top", "anomalies found in the top 2 %", ">= 95 %", ">= 85 %"),
    ("least", "the kind flagged least", ">= 85 %", ">= 65 %"),
    ("honest", "honest trips with any strong reason", "<= 0.3 %", "<= 1 %"),
]


def make(world, profile, seed, folder):
    """Messages, areas and true trips of one world."""
    messages, truth = folder / "messages", folder / "truth"
    size = ["--containers", CONTAINERS, "--days", DAYS, "--seed", seed, "--profile", profile]
    if world == "other":
        measure.run(sys.executable, HERE / "other_trips.py", "--out", messages, "--truth", truth, *size)
    else:
        places = ["--made-up-places"] if seed % 2 == 0 else []
        command = ["world", "--workload", "trips", "--out", messages, "--truth", truth, *size, *places]
        measure.run(measure.BIN, *command)
    return messages / "status.csm.csv", truth / "areas.csv", truth / "trips.csv"


def check_scoring(truth):
    """The truth itself, scored as if rebuilt, must be perfect; else the figures below would mean nothing."""
    perfect = scores.read(truth)
    for trip in perfect:
        trip.score = 0.95 if trip.anomaly else 0.0
        trip.reasons = frozenset(scores.CODES[trip.anomaly]) if trip.anomaly else frozenset()
    shares = scores.measured(scores.read(truth), perfect)
    whole = [shares.shares[key] for key in ("overlap", "ends", "itinerary", "precision", "precision_true", "top")]
    if any(share != 1 for share in whole + list(shares.kinds.values())) or shares.shares["honest"] != 0:
        sys.exit(f"the scoring is wrong: the truth does not score as true but {shares}")


def one(world, profile, seed, folder):
    messages, areas, truth = make(world, profile, seed, folder)
    check_scoring(truth)
    out = folder / "trips"
    used = measure.run(measure.BIN, "trips", messages, "--out", out, "--areas", areas)
    true_trips = scores.read(truth)
    ours = scores.measured(true_trips, scores.read(out / "trips.csv"))
    ours.shares["least"] = min((share for share in ours.kinds.values() if share is not None), default=None)
    ceiling = scores.ceiling(true_trips)
    peer = None
    if PEER:
        rebuilt = folder / "peer.csv"
        measure.run(sys.executable, HERE / "trips_peer.py", messages, areas, rebuilt)
        peer = scores.measured(scores.read(truth), scores.read(rebuilt), has_reasons=False)
    print(
        f"{world} {profile} seed {seed}: {ours.true_trips:,} true trips, {ours.anomalies:,} anomalous; "
        f"{ours.rebuilt_trips:,} rebuilt in {used.cpu_seconds:.1f} CPU s",
        flush=True,
    )
    return ours, peer, ceiling


def mean(values):
    values = [value for value in values if value is not None]
    return statistics.mean(values) if values else None


def percent(value):
    return "–" if value is None else f"{value:.2%}".replace("%", " %")


def table(rows):
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) if place == 0 else cell.rjust(width)
                        for place, (cell, width) in enumerate(zip(row, widths))))


def show(world, results):
    heading = [f"{world}, mean of {len(SEEDS)} seeds"]
    for profile in PROFILES:
        heading += [profile, "target", "DuckDB SQL"]
    rows = [heading]
    for key, name, easy, hard in LINES:
        row = [name]
        for profile in PROFILES:
            ours, peers = [result[0] for result in results[profile]], [result[1] for result in results[profile]]
            row.append(percent(mean(quality.shares[key] for quality in ours)))
            row.append(easy if profile == "easy" else hard)
            row.append(percent(mean(quality.shares.get(key) for quality in peers if quality)))
        rows.append(row)
    extra = [("precision_true", "  the same, true trips ranked by their match's score")]
    for key, name in extra:
        rows.append([name] + [cell for profile in PROFILES for cell in (
            percent(mean(result[0].shares[key] for result in results[profile])), "",
            percent(mean(result[1].shares[key] for result in results[profile] if result[1])))])
    for kind, codes in scores.CODES.items():
        rows.append([f"  {kind} with {' or '.join(sorted(codes))}"] + [cell for profile in PROFILES for cell in (
            percent(mean(result[0].kinds[kind] for result in results[profile])), "", "")])
    for place, name in enumerate(["trips whose reported span overlaps >= 0.8", "trips with every port reported"]):
        rows.append([f"  ceiling: {name}"] + [cell for profile in PROFILES for cell in (
            percent(mean(result[2][place] for result in results[profile])), "", "")])
    print()
    table(rows)
    for profile in PROFILES:
        print(f"\nscore of {world} {profile}: rebuilt trips, mean score, share that is wrong")
        for place in range(scores.BINS):
            count, total, wrong = (sum(result[0].bins[place][cell] for result in results[profile]) for cell in range(3))
            if count:
                print(f"  {place / 10:.1f} to {(place + 1) / 10:.1f}  {count:8,}  {total / count:5.2f}  {wrong / count:7.1%}")


def main():
    print(f"{CONTAINERS:,} containers over {DAYS:,} days; seeds {', '.join(map(str, SEEDS))}")
    for world in WORLDS:
        results = {profile: [] for profile in PROFILES}
        for profile in PROFILES:
            for seed in SEEDS:
                if KEEP:
                    folder = Path(KEEP) / f"{world}-{profile}-{seed}"
                    folder.mkdir(parents=True, exist_ok=False)
                    results[profile].append(one(world, profile, seed, folder))
                    continue
                with measure.folder() as folder:
                    results[profile].append(one(world, profile, seed, folder))
        show(world, results)


main()
