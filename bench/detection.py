"""How well the ranking finds planted wrongdoing, on worlds whose seeds were fixed before anything was scored."""

import json
import os
import statistics

import measure

SEEDS = [int(seed) for seed in os.environ.get("SEEDS", "1 2 3 4 5").replace(",", " ").split()]
PROFILES = os.environ.get("PROFILES", "easy hard").split()
CONTAINERS = int(os.environ.get("CONTAINERS", 6000))
DAYS = int(os.environ.get("DAYS", 200))
CAPACITY = 0.02


def measured(profile, seed):
    with measure.folder() as folder:
        world, truth, data = folder / "world", folder / "truth", folder / "data"
        size = ["--containers", CONTAINERS, "--days", DAYS, "--seed", seed, "--profile", profile]
        measure.run(measure.BIN, "world", "--out", world, "--truth", truth, *size)
        measure.run(measure.BIN, "ingest", "--known-at-event-time", "--data", data, world)
        command = ["evaluate", "--json", "--data", data, "--truth", truth, "--capacity", CAPACITY]
        return json.loads(measure.run(measure.BIN, *command).output)


def at(report, share):
    return next(entry for entry in report["at"] if abs(entry["share"] - share) < 1e-9)


def main():
    print(f"worlds of {CONTAINERS:,} containers over {DAYS} days; seeds {', '.join(map(str, SEEDS))}")
    print("lift: precision divided by the share of wrongdoing among all, which is what chance finds")
    columns = "lift@1%  by tax  precision@2%  random  by tax"
    for profile in PROFILES:
        print(f"\n{profile:<10} assessed  {columns}")
        rows = []
        for seed in SEEDS:
            report = measured(profile, seed)
            one, two = at(report, 0.01), at(report, CAPACITY)
            rates = [two["by_score"]["rate"], two["base"]["rate"], two["by_tax"]["rate"]]
            rows.append([report["assessed"], one["lift"], one["lift_by_tax"], *rates])
            print(line(f"seed {seed}", rows[-1]), flush=True)
        print(line("mean", [statistics.mean(column) for column in zip(*rows)]))


def line(name, row):
    assessed, lift, lift_by_tax, precision, base, by_tax = row
    return (
        f"{name:<10} {assessed:8,.0f}  {lift:7.1f}  {lift_by_tax:6.1f}  {precision:12.1%}  {base:6.1%}  {by_tax:6.1%}"
    )


main()
