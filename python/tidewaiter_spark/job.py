"""The whole job: learn on every part, merge, hand the small tables to all, judge every part, check, commit."""

import math
import os
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pyarrow as pa
from pyspark import SparkFiles, StorageLevel, TaskContext
from pyspark.sql import DataFrame, SparkSession

from tidewaiter_spark import messages as status
from tidewaiter_spark.commit import Refused, Totals, commit, refuse_existing
from tidewaiter_spark.kernel import Kernel
from tidewaiter_spark.staging import RECEIPT_SQL, PartWriter, Receipt, file_system, receipt_batch

LEARNING = ("learn", "routes")
"""Passes that each make one small table of all parts; each is given the tables of those before it. The last is only for
judging."""

TABLE_SQL = "part bigint, messages bigint, table binary"
TABLE_ARROW = pa.schema([("part", pa.int64()), ("messages", pa.int64()), ("table", pa.binary())])

MERGED_AT_ONCE = 64
"""Tables that the driver adds up by itself. Of more, the workers first make some."""

Batches = Iterator[pa.RecordBatch]


@dataclass(frozen=True)
class Job:
    """How trips are rebuilt. What is small travels with the tasks, so that workers need the binary and nothing else."""

    binary: str = "tidewaiter"
    """The binary's path on the workers and here, or its name on the path."""
    binary_sent: bool = False
    """The binary was sent to the workers by Spark, and lies among the files of the session there."""
    areas: bytes | None = None
    """Content of the file that maps places to port areas."""
    as_of: str | None = None
    """Nothing received after this time is used, RFC 3339."""
    events: bool = True
    """Write the table of events, which is the largest."""
    score: bool = True
    """Judge the trips; without it they are only rebuilt."""
    parts: int | None = None
    """Partitions; by default one for each million messages, and two for each core."""
    messages: int = 0
    """Messages in all, by which the binary chooses the containers to learn from; the job counts them."""
    tables: tuple[bytes, ...] = field(default=(), repr=False)
    """What was learned so far; the job learns it."""


def rebuild_trips(spark: SparkSession, found: DataFrame, out: str, job: Job) -> Totals:
    """Rebuilds the trips of all containers of `found` and commits them as the new folder `out`.

    `found` has the columns of the canonical CSV; it is read more than once, and must be the same each time, as files
    are. `out` is a path or URI on a file system that all workers share and that renames a folder in one step.
    """
    out = out if "://" in out else os.path.abspath(out)
    refuse_existing(out)
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    # The number of partitions is part of what is checked; Spark shall not change its mind about it half-way.
    spark.conf.set("spark.sql.adaptive.enabled", "false")
    found = status.canonical(found)
    count = found.count()
    parts = job.parts or status.parts_for(count, spark.sparkContext.defaultParallelism)
    # Kept on the workers' disks between the passes. What is lost with a worker is made anew from the input.
    gathered = status.gathered(found, parts).persist(StorageLevel.DISK_ONLY)
    try:
        learned = learn(gathered, job, count, parts)
        with staging_folder(out) as staging:
            receipts = judge(gathered, learned, staging)
            return commit(out, staging, receipts, count, parts)
    finally:
        gathered.unpersist()


def learn(gathered: DataFrame, job: Job, count: int, parts: int) -> Job:
    """The job with the tables that the learning passes make of these messages, `count` of them in `parts` partitions."""
    job = replace(job, messages=count)
    for name in LEARNING if job.score else LEARNING[:1]:
        tables = gathered.mapInArrow(_learning(gathered, job, name), TABLE_SQL)
        if parts > MERGED_AT_ONCE:
            tables = tables.repartition(math.isqrt(parts), "part").mapInArrow(_merging(gathered, job), TABLE_SQL)
        found = tables.collect()
        read = sum(row.messages for row in found)
        if read != count:
            raise Refused(f"the input holds {count:,} messages, and pass {name} read {read:,}: nothing was committed")
        with kernel_of(replace(job, binary_sent=False), "merge") as kernel:
            table = merged(kernel, [bytes(row.table) for row in found])
        job = replace(job, tables=(*job.tables, table))
    return job


def merged(kernel: Kernel, tables: list[bytes]) -> bytes:
    """One table of the tables of several parts; the binary knows how."""
    schema = pa.schema([("table", pa.binary())])
    batch = pa.RecordBatch.from_arrays([pa.array(tables, pa.binary())], schema=schema)
    (table,) = [value for answer in kernel.run(schema, [batch]) for value in answer.column("table").to_pylist()]
    return bytes(table)


def judge(gathered: DataFrame, job: Job, staging: str) -> list[Receipt]:
    """Runs the last pass on every partition into `staging`; one receipt for each part, in order."""
    found = gathered.mapInArrow(_judging(gathered, job, staging), RECEIPT_SQL).collect()
    return sorted((Receipt(**row.asDict()) for row in found), key=lambda receipt: receipt.part)


def _learning(gathered: DataFrame, job: Job, name: str) -> Callable[[Batches], Batches]:
    schema, hold = status.arrow_schema(gathered), _broadcast(gathered, job)

    def on_worker(batches: Batches) -> Batches:
        context = TaskContext.get()
        assert context is not None
        with kernel_of(hold(), name) as kernel:
            answers = [row for answer in kernel.run(schema, batches) for row in answer.to_pylist()]
        (answer,) = answers
        yield table_batch(context.partitionId(), answer["messages"], answer["table"])

    return on_worker


def _merging(gathered: DataFrame, job: Job) -> Callable[[Batches], Batches]:
    hold = _broadcast(gathered, replace(job, tables=()))

    def on_worker(batches: Batches) -> Batches:
        rows = [row for batch in batches for row in batch.to_pylist()]
        if rows:
            with kernel_of(hold(), "merge") as kernel:
                table = merged(kernel, [row["table"] for row in rows])
            yield table_batch(rows[0]["part"], sum(row["messages"] for row in rows), table)

    return on_worker


def table_batch(part: int, messages: int, table: bytes) -> pa.RecordBatch:
    """What was learned of one part or several, as the one row that a task gives back."""
    return pa.RecordBatch.from_pylist([{"part": part, "messages": messages, "table": table}], TABLE_ARROW)


def _judging(gathered: DataFrame, job: Job, staging: str) -> Callable[[Batches], Batches]:
    schema, hold = status.arrow_schema(gathered), _broadcast(gathered, job)

    def on_worker(batches: Batches) -> Batches:
        context = TaskContext.get()
        assert context is not None
        fed = 0

        def counted() -> Batches:
            nonlocal fed
            for batch in batches:
                fed += batch.num_rows
                yield batch

        written = PartWriter(staging, context.partitionId(), context.taskAttemptId())
        with kernel_of(hold(), "judge") as kernel, written as part:
            part.write(kernel.run(schema, counted()))
        yield receipt_batch(part.receipt(fed))

    return on_worker


def _broadcast(gathered: DataFrame, job: Job) -> Callable[[], Job]:
    """The job as each worker gets it: once, not with every task."""
    sent = gathered.sparkSession.sparkContext.broadcast(job)
    return lambda: sent.value


@contextmanager
def kernel_of(job: Job, name: str) -> Iterator[Kernel]:
    """The binary's pass `name`, with the job's small tables in files beside it for as long as it runs."""
    with tempfile.TemporaryDirectory(prefix="tidewaiter-") as folder:
        arguments = ["kernel", "trips", "--pass", name]
        for number, table in enumerate(job.tables if name != "merge" else ()):
            arguments += ["--tables", _file(folder, f"tables-{number}", table)]
        if job.areas is not None:
            arguments += ["--areas", _file(folder, "areas.csv", job.areas)]
        if job.as_of is not None:
            arguments += ["--as-of", job.as_of]
        if name == "learn":
            arguments += ["--messages", str(job.messages)]
        if name == "judge":
            arguments += [] if job.events else ["--no-events"]
            arguments += [] if job.score else ["--no-score"]
        binary = SparkFiles.get(os.path.basename(job.binary)) if job.binary_sent else job.binary
        yield Kernel(binary, tuple(arguments))


def _file(folder: str, name: str, content: bytes) -> str:
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


@contextmanager
def staging_folder(out: str) -> Iterator[str]:
    """A new folder beside `out`, on the same file system, that is gone afterwards whatever happens."""
    staging = f"{out}.staging-{uuid.uuid4().hex[:12]}"
    system, path = file_system(staging)
    system.create_dir(f"{path}/attempts")
    try:
        yield staging
    finally:
        system.delete_dir(path)
