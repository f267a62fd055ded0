"""The whole job on two executors: the same rows as one process, also when an executor is killed under it."""

import os
import stat
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark import TaskContext
from pyspark.sql import DataFrame

from tests.cluster import Cluster, Executor, parent, wait_until
from tests.conftest import World
from tidewaiter_spark import Job, Refused, rebuild_trips
from tidewaiter_spark.__main__ import main
from tidewaiter_spark.commit import commit
from tidewaiter_spark.job import judge, staging_folder
from tidewaiter_spark.messages import canonical, gathered, read
from tidewaiter_spark.session import send_package

PARTS = 6
TABLES = ("trips", "legs", "events")


@pytest.fixture
def job(binary: str, world: World) -> Job:
    return Job(binary=binary, areas=world.areas.read_bytes(), parts=PARTS)


@pytest.fixture
def messages(cluster: Cluster, world: World) -> DataFrame:
    cluster.wait_for_executors()
    send_package(cluster.spark)
    return read(cluster.spark, [str(world.messages)])


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table, by container; within a container as they were written."""
    files = sorted((folder / table).glob("*.parquet")) or [folder / f"{table}.parquet"]
    found = [row for file in files for row in pq.read_table(file).to_pylist()]
    return sorted(found, key=lambda row: str(row["container"]))


def assert_equals_single(out: Path, world: World) -> None:
    for table in TABLES:
        ours, expected = rows(out, table), rows(world.single, table)
        assert len(ours) == len(expected), table
        for number, (one, other) in enumerate(zip(ours, expected, strict=True)):
            assert one == other, f"row {number} of {table}"
    assert rows(out, "trips"), "a world without trips shows nothing"


def task_ends(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [event for event in events if event["Event"] == "SparkListenerTaskEnd"]


def removed(events: list[dict[str, Any]]) -> set[str]:
    return {event["Executor ID"] for event in events if event["Event"] == "SparkListenerExecutorRemoved"}


def test_equals_the_single_process(
    cluster: Cluster, messages: DataFrame, world: World, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The workers add up tables too, as they do of many parts.
    monkeypatch.setattr("tidewaiter_spark.job.MERGED_AT_ONCE", PARTS - 1)
    mark = cluster.mark()
    totals = rebuild_trips(cluster.spark, messages, str(tmp_path / "out"), job)
    assert_equals_single(tmp_path / "out", world)
    assert totals.messages == world.count
    assert totals.messages == totals.counted + totals.duplicates + totals.refused + totals.superseded + totals.later
    assert totals.duplicates > 0
    assert totals.superseded > 0
    assert totals.refused == 1
    assert totals.trips == len(rows(tmp_path / "out", "trips"))
    ran = {event["Task Info"]["Executor ID"] for event in task_ends(cluster.events(mark))}
    assert len(ran) == 2, "both executors took part"
    assert [path.name for path in tmp_path.iterdir()] == ["out"], "nothing else is left"


def test_executor_killed_during_the_map_stage(
    cluster: Cluster, messages: DataFrame, world: World, job: Job, tmp_path: Path
) -> None:
    """Some map tasks of the victim are done, and their output goes with it; others stand in the middle."""
    signs = tmp_path / "signs"
    signs.mkdir()
    mark = cluster.mark()
    slow = messages.mapInArrow(_slow_map(str(signs)), messages.schema)

    def done_by(executor: Executor) -> bool:
        return any(signs.glob(f"done-*-{executor.pid}"))

    def injure() -> Executor:
        wait_until(lambda: any(done_by(executor) for executor in cluster.executors()), "a finished map task")
        wait_until(lambda: len(list(signs.glob("held-*"))) >= 2, "map tasks that stand")
        victim = next(executor for executor in cluster.executors() if done_by(executor))
        cluster.kill(victim)
        (signs / "release").touch()
        return victim

    victim = _while_injured(injure, lambda: rebuild_trips(cluster.spark, slow, str(tmp_path / "out"), job))
    assert_equals_single(tmp_path / "out", world)
    events = cluster.events(mark)
    assert victim.number in removed(events), "Spark lost the executor"
    reasons = {event["Task End Reason"]["Reason"] for event in task_ends(events)}
    assert reasons & {"ExecutorLostFailure", "Resubmitted"}, reasons


def test_executor_killed_after_the_map_stage(
    cluster: Cluster, messages: DataFrame, world: World, job: Job, tmp_path: Path
) -> None:
    """All messages lie gathered on the executors' disks, the last pass has begun, and half of them vanish."""
    signs = tmp_path / "signs"
    signs.mkdir()
    mark = cluster.mark()

    def injure() -> Executor:
        wait_until(lambda: len(list(signs.glob("held-*"))) >= 2, "tasks of the last pass")
        victim = cluster.executors()[0]
        cluster.kill(victim)
        (signs / "release").touch()
        return victim

    slow = replace(job, binary=_slow_binary(job.binary, signs))
    victim = _while_injured(injure, lambda: rebuild_trips(cluster.spark, messages, str(tmp_path / "out"), slow))
    assert_equals_single(tmp_path / "out", world)
    events = cluster.events(mark)
    assert victim.number in removed(events), "Spark lost the executor"
    at = min(event["Timestamp"] for event in events if event["Event"] == "SparkListenerExecutorRemoved")
    again = [
        event
        for event in task_ends(events)
        if event["Task Type"] == "ShuffleMapTask" and event["Task Info"]["Launch Time"] >= at
    ]
    assert again, "the lost part of the map stage was done again"


def test_a_doubled_partition_is_refused(
    cluster: Cluster, messages: DataFrame, world: World, job: Job, tmp_path: Path
) -> None:
    """Each part adds up by itself; only against the input does it show that one was read twice."""
    cluster.spark.conf.set("spark.sql.adaptive.enabled", "false")
    once = gathered(canonical(messages), PARTS)
    twice = once.union(once.mapInArrow(_only_first, once.schema))
    out = str(tmp_path / "out")
    with staging_folder(out) as staging:
        receipts = judge(twice, replace(job, score=False), staging)
        # What Ballista did: the same part again, under another number.
        wanted = f"the input holds {world.count:,} messages, and the parts read"
        with pytest.raises(Refused, match=wanted):
            commit(out, staging, receipts, world.count, 2 * PARTS)
        # And Spark's own numbers would show it as well.
        with pytest.raises(Refused, match="is none of the 6 parts"):
            commit(out, staging, receipts, world.count, PARTS)
    assert list(tmp_path.iterdir()) == []


def test_a_failing_binary_says_why(cluster: Cluster, messages: DataFrame, job: Job, tmp_path: Path) -> None:
    binary = tmp_path / "failing"
    binary.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && exec {job.binary} --version\necho the disk is on fire >&2; exit 2\n'
    )
    binary.chmod(binary.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(Exception, match="ended with exit code 2: the disk is on fire"):
        rebuild_trips(cluster.spark, messages, str(tmp_path / "out"), replace(job, binary=str(binary)))
    assert [path.name for path in tmp_path.iterdir()] == ["failing"]


def test_the_command_sends_the_binary_and_says_what_it_did(
    messages: DataFrame, world: World, job: Job, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    given = ["--input", str(world.messages), "--out", str(out), "--areas", str(world.areas), "--parts", "2"]
    given += ["--binary", job.binary, "--ship", "--no-events"]
    assert main(given) == 3, "one message was refused"
    assert f"{world.count:,} messages = " in capsys.readouterr().out
    assert rows(out, "trips") == rows(world.single, "trips")
    assert not (out / "events").exists()
    assert main(given) == 1, "a result that is there is not overwritten"
    assert "is there already" in capsys.readouterr().err
    assert main([*given, "--binary", "/absent"]) == 2
    assert "cannot run /absent" in capsys.readouterr().err


def _only_first(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    context = TaskContext.get()
    assert context is not None
    for batch in batches:
        # The second half of a union has its partitions behind those of the first.
        if context.partitionId() == PARTS:
            yield batch


def _while_injured(injure: Callable[[], Executor], work: Callable[[], object]) -> Executor:
    """Does the work while another thread does the injury; the victim."""
    found: list[Executor] = []
    thread = threading.Thread(target=lambda: found.append(injure()), daemon=True)
    thread.start()
    work()
    thread.join()
    assert found, "the work ended without the injury"
    return found[0]


def _slow_map(signs: str) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Passes messages on. The second time that a partition is read, which is for the map stage (the first is the
    count), the first two partitions leave a sign that they are done, and the others wait for a sign."""

    def on_worker(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import time

        context = TaskContext.get()
        assert context is not None
        part, executor = context.partitionId(), parent(parent(os.getpid()))
        counted = os.path.join(signs, f"counted-{part}")
        counting = not os.path.exists(counted)
        if not counting and part >= 2:
            open(os.path.join(signs, f"held-{part}-{executor}"), "w").close()
            while not os.path.exists(os.path.join(signs, "release")):
                time.sleep(0.05)
        yield from batches
        sign = counted if counting else os.path.join(signs, f"done-{part}-{executor}")
        open(sign, "w").close()

    return on_worker


def _slow_binary(binary: str, signs: Path) -> str:
    """The binary, but its last pass waits for a sign."""
    path = signs / "slow"
    path.write_text(
        "#!/bin/sh\n"
        'case "$*" in *"--pass judge"*)\n'
        f"  touch {signs}/held-$$\n"
        f"  while [ ! -e {signs}/release ]; do sleep 0.05; done;;\n"
        "esac\n"
        f'exec {binary} "$@"\n'
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)
