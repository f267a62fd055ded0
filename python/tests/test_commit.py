"""Receipts and files that do not add up."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tidewaiter_spark.commit import Refused, commit, receipt_faults
from tidewaiter_spark.job import staging_folder
from tidewaiter_spark.staging import TOTALS, PartWriter, Receipt, attempt_file

TRIP = pa.struct([("container", pa.string()), ("reports", pa.int64())])
LEG = pa.struct([("container", pa.string()), ("leg", pa.int64())])
TOTAL = pa.struct([(name, pa.int64()) for name in TOTALS])
SCHEMA = pa.schema([("trip", TRIP), ("leg", LEG), ("total", TOTAL)])


def batch(**rows: list[dict[str, object]]) -> pa.RecordBatch:
    length = max(len(values) for values in rows.values())
    columns = [pa.array(rows.get(field.name, [None] * length), field.type) for field in SCHEMA]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def total(messages: int, counted: int, trips: int, **more: int) -> dict[str, object]:
    empty: dict[str, object] = dict.fromkeys([field.name for field in TOTAL], 0)
    return {**empty, "messages": messages, "counted": counted, "trips": trips, "containers": trips, **more}


def write(staging: str, part: int, attempt: int) -> Receipt:
    """Two containers of three and four reports, one duplicate and one refused message."""
    with PartWriter(staging, part, attempt) as writer:
        writer.write(
            [
                batch(trip=[{"container": f"A{part}", "reports": 3}, {"container": f"B{part}", "reports": 4}]),
                batch(leg=[{"container": f"A{part}", "leg": 1}]),
                batch(total=[total(9, 7, 2, duplicates=1, refused=1, legs=1)]),
            ]
        )
    return writer.receipt(9)


def test_what_adds_up_is_committed_whole(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    with staging_folder(out) as staging:
        receipts = [write(staging, 0, 5), write(staging, 1, 8)]
        write(staging, 1, 7)  # an attempt whose receipt nobody has
        totals = commit(out, staging, receipts, 18, 2)
    assert (totals.messages, totals.counted, totals.duplicates, totals.refused) == (18, 14, 2, 2)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        "out/control.json",
        "out/legs/part-00000.parquet",
        "out/legs/part-00001.parquet",
        "out/trips/part-00000.parquet",
        "out/trips/part-00001.parquet",
    ]
    assert pq.read_table(tmp_path / "out" / "trips").column("container").to_pylist() == ["A0", "B0", "A1", "B1"]


@pytest.mark.parametrize(
    ("change", "messages", "expected"),
    [
        (lambda one, two: [one, two, replace(two, attempt=9)], 18, ["part 1 was delivered 2 times", "parts read 27"]),
        (lambda one, two: [one], 18, ["part 1 was not delivered", "18 messages, and the parts read 9"]),
        (lambda one, two: [one, two], 17, ["the input holds 17 messages, and the parts read 18"]),
        (
            lambda one, two: [one, replace(two, part=2)],
            18,
            ["part 1 was not delivered", "part 2 is none of the 2 parts"],
        ),
        (lambda one, two: [one, replace(two, duplicates=0)], 18, ["9 messages in, but 7 counted + 0 duplicates + 1"]),
        (lambda one, two: [one, replace(two, fed=8)], 18, ["part 1: 8 messages handed over, 9 read"]),
        (
            lambda one, two: [replace(one, counted=8, refused=0), two],
            18,
            ["8 messages counted, and the written trips hold 7"],
        ),
        (lambda one, two: [replace(one, trips=3), two], 18, ["part 0: 3 rows of trips, and 2 are written"]),
        (lambda one, two: [replace(one, events=1), two], 18, ["part 0: 1 rows of events, and 0 are written"]),
    ],
)
def test_what_does_not_add_up_leaves_nothing(
    tmp_path: Path, change: Callable[[Receipt, Receipt], list[Receipt]], messages: int, expected: list[str]
) -> None:
    out = str(tmp_path / "out")
    with pytest.raises(Refused) as refused, staging_folder(out) as staging:
        commit(out, staging, change(write(staging, 0, 1), write(staging, 1, 2)), messages, 2)
    for part in expected:
        assert part in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_grew_behind_its_receipt_is_refused(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    with pytest.raises(Refused, match="2 rows of trips, and 4 are written"), staging_folder(out) as staging:
        receipt = write(staging, 0, 1)
        file = attempt_file(staging, "trips", 0, 1)
        table = pq.read_table(file)
        pq.write_table(pa.concat_tables([table, table]), file)
        commit(out, staging, [receipt], 9, 1)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(Refused, match="is there already"), staging_folder(str(out)) as staging:
        commit(str(out), staging, [write(staging, 0, 1)], 9, 1)
    assert list(tmp_path.rglob("*")) == [out]


def test_an_answer_without_total_is_cut_off(tmp_path: Path) -> None:
    with staging_folder(str(tmp_path / "out")) as staging:
        with PartWriter(staging, 0, 1) as writer:
            writer.write([batch(trip=[{"container": "A", "reports": 1}])])
        with pytest.raises(ValueError, match="cut off"):
            writer.receipt(1)


def test_no_messages_are_no_fault() -> None:
    nothing = Receipt(*([0] * 13))
    assert receipt_faults([nothing], 0, 1) == []
