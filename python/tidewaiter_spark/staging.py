"""What a task writes: its part of each table, in files that count for nothing until the job has checked them.

A task may run twice, beside itself or after its machine died. Each attempt writes files of its own and ends with one
*receipt*; Spark hands the driver the receipts of exactly one attempt of each part. Files without receipt are swept.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.fs as pafs
import pyarrow.parquet as pq

TABLES = {"trip": "trips", "leg": "legs", "event": "events"}
"""The binary's columns, each a struct, and the folders in which their rows end."""


@dataclass(frozen=True)
class Receipt:
    """What one attempt at one part read and wrote, by its own account."""

    part: int
    """Number of the partition, from 0."""
    attempt: int
    """Spark's number of the attempt, unique within the application."""
    fed: int
    """Messages handed to the binary."""
    messages: int
    """Messages that the binary says it read: `counted + duplicates + refused + superseded + later`."""
    counted: int
    """Messages that stand in a trip as reports of an event."""
    duplicates: int
    """Messages that were there already: the same source, number and content."""
    refused: int
    """Messages that cannot be read."""
    superseded: int
    """Messages of which the same source sent another version under the same number, received later."""
    later: int
    """Messages received after the time in question."""
    containers: int
    """Container numbers."""
    trips: int
    """Rows of `trips`."""
    legs: int
    """Rows of `legs`."""
    events: int
    """Rows of `events`; 0 when they were left out."""

    def accounted(self) -> int:
        """Messages of which the binary says what came of them."""
        return self.counted + self.duplicates + self.refused + self.superseded + self.later

    def rows(self, table: str) -> int:
        """Rows of one of [`TABLES`]' folders."""
        return int(getattr(self, table))


RECEIPT_SQL = ", ".join(f"{field.name} bigint" for field in fields(Receipt))
RECEIPT_ARROW = pa.schema([(field.name, pa.int64()) for field in fields(Receipt)])
TOTALS = tuple(field.name for field in fields(Receipt) if field.name not in ("part", "attempt", "fed"))
"""Fields of the binary's `total`."""


def receipt_batch(receipt: Receipt) -> pa.RecordBatch:
    """The receipt as the one row that a task gives back."""
    return pa.RecordBatch.from_arrays(
        [pa.array([value], pa.int64()) for value in astuple(receipt)], schema=RECEIPT_ARROW
    )


def file_system(uri: str) -> tuple[pafs.FileSystem, str]:
    """The file system of a path or URI (`hdfs://…`), and the path on it."""
    if "://" in uri:
        found: tuple[pafs.FileSystem, str] = pafs.FileSystem.from_uri(uri)
        return found
    return pafs.LocalFileSystem(), uri


def attempt_file(staging: str, table: str, part: int, attempt: int) -> str:
    """Where an attempt writes its part of a table."""
    return f"{staging}/attempts/{table}-{part:05}-{attempt}.parquet"


class PartWriter:
    """Writes the binary's answer for one part, and keeps its total."""

    def __init__(self, staging: str, part: int, attempt: int) -> None:
        self.staging, self.part, self.attempt = staging, part, attempt
        self.writers: dict[str, pq.ParquetWriter] = {}
        self.total: dict[str, int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for writer in self.writers.values():
            writer.close()

    def write(self, batches: Iterable[pa.RecordBatch]) -> None:
        """Writes everything; the binary's last row is its total."""
        for batch in batches:
            if self.total is not None:
                raise ValueError("the binary went on after its total")
            if not self.writers:
                self._open(batch.schema)
            for name, table in TABLES.items():
                if table in self.writers:
                    rows = _filled(batch, name)
                    if len(rows) > 0:
                        self.writers[table].write_batch(pa.RecordBatch.from_struct_array(rows))
            totals = _filled(batch, "total").to_pylist()
            if totals:
                (self.total,) = totals

    def _open(self, schema: pa.Schema) -> None:
        for name, table in TABLES.items():
            if name in schema.names:
                file = attempt_file(self.staging, table, self.part, self.attempt)
                system, path = file_system(file)
                self.writers[table] = pq.ParquetWriter(
                    path, pa.schema(list(schema.field(name).type)), filesystem=system, compression="zstd"
                )

    def receipt(self, fed: int) -> Receipt:
        """The receipt of this attempt. Without the binary's total the answer was cut off, which is an error."""
        if self.total is None:
            raise ValueError("the binary's answer was cut off: it has no total")
        return Receipt(self.part, self.attempt, fed, **{name: self.total[name] for name in TOTALS})


def _filled(batch: pa.RecordBatch, name: str) -> pa.StructArray:
    column = batch.column(name)
    return column if column.null_count == 0 else column.drop_null()
