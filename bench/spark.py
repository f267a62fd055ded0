"""The job on Spark beside the same on one machine.

Prints, for each size of workload: CPU seconds of everything that ran (Java, Python and the binary), what Spark kept on
disk at its fullest, what was read and written, and the tables that were learned.
"""

import ctypes
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq
from measure import BIN, folder

CONTAINERS = [int(text) for text in os.environ.get("CONTAINERS", "5000").split()]
CORES = int(os.environ.get("CORES", "2"))
DAYS = 1095
PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans():
    """Processes whose parent ends come to this one, so that their use is counted: Java outlives the Python that began
    it, and the Pythons of the workers outlive Java."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def reap():
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def used(command, watched=None):
    """CPU seconds, wall seconds and the most bytes that lay in a folder meanwhile."""
    before, began = os.times(), time.monotonic()
    most, done = [0], threading.Event()

    def watch():
        while not done.wait(0.5):
            most[0] = max(most[0], size(watched))

    watcher = threading.Thread(target=watch, daemon=True)
    if watched:
        watcher.start()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read()
    if child.wait() not in (0, 3):
        sys.exit(f"{' '.join(map(str, command))}: {said.decode()[-2000:]}")
    reap()
    done.set()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu, time.monotonic() - began, most[0]


def size(path):
    total = 0
    for name, _, files in os.walk(path):
        for file in files:
            try:
                total += os.lstat(os.path.join(name, file)).st_size
            except OSError:
                pass
    return total


def to_parquet(source, out):
    """Canonical CSV as Parquet in files of a million rows, every column text; gives the number of rows."""
    out.mkdir()
    with source.open(encoding="utf-8") as file:
        names = file.readline().strip().split(",")
    options = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
    rows, writer, number = 0, None, 0
    for batch in csv.open_csv(source, convert_options=options):
        if writer is None or rows >= number * 1_000_000:
            if writer:
                writer.close()
            writer = pq.ParquetWriter(out / f"{number}.parquet", batch.schema, compression="zstd")
            number += 1
        writer.write_batch(batch)
        rows += batch.num_rows
    writer.close()
    return rows


def measure(containers, where):
    made, truth = where / "made", where / "truth"
    world = [BIN, "world", "--workload", "trips", "--containers", containers, "--days", DAYS, "--seed", "7"]
    subprocess.run([str(part) for part in [*world, "--out", made, "--truth", truth]], check=True, capture_output=True)
    messages = where / "messages"
    rows = to_parquet(made / "status.csm.csv", messages)
    million = rows / 1e6
    areas = ["--areas", truth / "areas.csv"]
    print(f"\n{rows:,} messages of {containers:,} containers over {DAYS} days")
    print(f"{'':34}{'CPU s':>9}{'a million':>11}{'wall s':>9}")

    def line(name, cpu, wall):
        print(f"{name:34}{cpu:9.1f}{cpu / million:11.2f}{wall:9.1f}")

    single = [BIN, "trips", messages, "--out", where / "single", "--format", "parquet", *areas]
    line("one machine", *used(single)[:2])
    local = where / "local"
    local.mkdir()
    spark = [sys.executable, "-m", "tidewaiter_spark", "--input", messages, "--out", where / "spark", *areas]
    spark += ["--binary", Path(BIN).resolve(), "--master", f"local[{CORES}]", "--conf", "spark.ui.enabled=false"]
    spark += ["--conf", f"spark.local.dir={local}", "--conf", "spark.driver.memory=2g"]
    cpu, wall, most = used(spark, watched=local)
    line(f"Spark, local[{CORES}]", cpu, wall)
    result = {table: size(where / "spark" / table) for table in ("trips", "legs", "events")}
    print(f"CSV {size(made) / rows:.1f} bytes a message, Parquet {size(messages) / rows:.1f}")
    print(f"Spark's disk at its fullest {most / rows:.1f} bytes a message")
    print("result " + ", ".join(f"{table} {bytes_ / rows:.2f}" for table, bytes_ in result.items()) + " bytes a message")


if __name__ == "__main__":
    adopt_orphans()
    for count in CONTAINERS:
        with folder() as path:
            measure(count, Path(path))
