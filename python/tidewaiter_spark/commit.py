"""From receipts to a result: check, then move into place in one step, or refuse and leave nothing.

What is checked are not counters that tasks add to, which count twice when a task runs twice, but what stands on disk
against what stood on disk: rows of the input by their own count, rows of the written files by their footers, and reports
by adding up the written column.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import pyarrow.compute as pc
import pyarrow.fs as pafs
import pyarrow.parquet as pq

from tidewaiter_spark.staging import TABLES, Receipt, attempt_file, file_system
from tidewaiter_spark.version import VERSION


class Refused(RuntimeError):
    """The control totals do not add up; nothing was committed."""


@dataclass(frozen=True)
class Totals:
    """What the whole job read and wrote."""

    messages: int
    counted: int
    duplicates: int
    refused: int
    superseded: int
    later: int
    containers: int
    trips: int
    legs: int
    events: int

    @staticmethod
    def of(receipts: Sequence[Receipt]) -> "Totals":
        """The sums over all parts."""
        return Totals(*(sum(getattr(receipt, name) for receipt in receipts) for name in Totals.__dataclass_fields__))


def commit(out: str, staging: str, receipts: Sequence[Receipt], messages: int, parts: int) -> Totals:
    """Checks the receipts of `parts` parts over `messages` messages, and makes `out` of the files they name.

    `out` appears whole, by one rename of a folder, and nothing else does. Raises [`Refused`] with every sum that does
    not add up.
    """
    faults = receipt_faults(receipts, messages, parts)
    if not faults:
        faults = [fault for receipt in receipts for fault in file_faults(staging, receipt)]
    if faults:
        raise Refused("the control totals do not add up, so nothing was committed:\n  " + "\n  ".join(faults))
    totals = Totals.of(receipts)
    system, staged = file_system(staging)
    for receipt in receipts:
        for table in written_tables(system, staging, receipt):
            system.create_dir(f"{staged}/result/{table}")
            _, file = file_system(attempt_file(staging, table, receipt.part, receipt.attempt))
            system.move(file, f"{staged}/result/{table}/part-{receipt.part:05}.parquet")
    control = {"version": VERSION, "totals": asdict(totals), "parts": [asdict(receipt) for receipt in receipts]}
    with system.open_output_stream(f"{staged}/result/control.json") as stream:
        stream.write((json.dumps(control, indent=1) + "\n").encode())
    refuse_existing(out)
    system.move(f"{staged}/result", file_system(out)[1])
    return totals


def receipt_faults(receipts: Sequence[Receipt], messages: int, parts: int) -> list[str]:
    """What does not add up among the receipts, each in a line; empty when all is well."""
    faults = []
    times = Counter(receipt.part for receipt in receipts)
    faults += [f"part {part} was delivered {count} times" for part, count in sorted(times.items()) if count > 1]
    faults += [f"part {part} was not delivered" for part in range(parts) if part not in times]
    faults += [f"part {part} is none of the {parts} parts" for part in sorted(times) if part >= parts]
    for receipt in receipts:
        if receipt.fed != receipt.messages:
            faults.append(f"part {receipt.part}: {receipt.fed:,} messages handed over, {receipt.messages:,} read")
        if receipt.messages != receipt.accounted():
            faults.append(
                f"part {receipt.part}: {receipt.messages:,} messages in, but {receipt.counted:,} counted "
                f"+ {receipt.duplicates:,} duplicates + {receipt.refused:,} refused + {receipt.superseded:,} superseded "
                f"+ {receipt.later:,} later = {receipt.accounted():,}"
            )
    read = sum(receipt.messages for receipt in receipts)
    if read != messages:
        faults.append(f"the input holds {messages:,} messages, and the parts read {read:,}")
    return faults


def file_faults(staging: str, receipt: Receipt) -> list[str]:
    """What differs between a receipt and the files that it names."""
    faults = []
    system, _ = file_system(staging)
    tables = written_tables(system, staging, receipt)
    for table in TABLES.values():
        rows = 0
        if table in tables:
            _, path = file_system(attempt_file(staging, table, receipt.part, receipt.attempt))
            with system.open_input_file(path) as file:
                parquet = pq.ParquetFile(file)
                rows = parquet.metadata.num_rows
                if table == "trips":
                    counted = sum(
                        pc.sum(batch.column(0)).as_py() or 0 for batch in parquet.iter_batches(columns=["reports"])
                    )
                    if counted != receipt.counted:
                        faults.append(
                            f"part {receipt.part}: {receipt.counted:,} messages counted, and the written trips "
                            f"hold {counted:,} reports"
                        )
        if rows != receipt.rows(table):
            faults.append(f"part {receipt.part}: {receipt.rows(table):,} rows of {table}, and {rows:,} are written")
    return faults


def written_tables(system: pafs.FileSystem, staging: str, receipt: Receipt) -> list[str]:
    """The tables of which this attempt wrote a file."""
    files = {
        table: file_system(attempt_file(staging, table, receipt.part, receipt.attempt))[1] for table in TABLES.values()
    }
    there = system.get_file_info(list(files.values()))
    return [table for table, info in zip(files, there, strict=True) if info.type == pafs.FileType.File]


def refuse_existing(out: str) -> None:
    """Raises [`Refused`] when there is something at `out`."""
    system, path = file_system(out)
    if system.get_file_info(path).type != pafs.FileType.NotFound:
        raise Refused(f"{out} is there already: name a new folder, or remove it first")
