"""What the tests share: the binary, a made-up world as Parquet, and a cluster."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyarrow import csv
from pyspark import cloudpickle

import tests
from tests.cluster import Cluster

# Functions of the tests travel whole: the workers cannot import them.
cloudpickle.register_pickle_by_value(tests)  # type: ignore[no-untyped-call]

CONTAINERS = 120
DAYS = 500
INPUT_FILES = 6


@dataclass(frozen=True)
class World:
    """Status messages, and what one process makes of them."""

    messages: Path
    """A folder of Parquet files."""
    count: int
    areas: Path
    single: Path
    """What `tidewaiter trips` wrote."""


@pytest.fixture(scope="session")
def binary() -> str:
    """The binary under test."""
    found = os.environ.get("TIDEWAITER_BIN")
    assert found, "TIDEWAITER_BIN names the binary to test; `make test` sets it"
    return os.path.abspath(found)


def tidewaiter(binary: str, *arguments: object, endings: tuple[int, ...] = (0,)) -> None:
    """Runs the binary; an error says what it said."""
    done = subprocess.run([binary, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode in endings, done.stderr


@pytest.fixture(scope="session")
def world(binary: str, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A small hard world, with some messages sent twice, some changed afterwards and one that cannot be read."""
    folder = tmp_path_factory.mktemp("world")
    made, truth = folder / "made", folder / "truth"
    tidewaiter(binary, "world", "--workload", "trips", "--out", made, "--truth", truth,
               "--containers", CONTAINERS, "--days", DAYS, "--seed", "5", "--profile", "hard")  # fmt: skip
    table = read_csv(made / "status.csm.csv")
    again, first = table.take(pa.array(range(0, table.num_rows, 50))).to_pylist(), table.slice(0, 1).to_pylist()[0]
    changed = [{**row, "location": "SGSIN"} for row in again[::10]]
    unreadable = [{**first, "message_id": "UNREADABLE-1", "event_time": "yesterday"}]
    more = pa.Table.from_pylist([*again, *changed, *unreadable], table.schema)
    table = pa.concat_tables([table, more])
    messages = folder / "messages"
    messages.mkdir()
    size = -(-table.num_rows // INPUT_FILES)
    for number in range(INPUT_FILES):
        pq.write_table(table.slice(number * size, size), messages / f"{number}.parquet")
    single = folder / "single"
    # 3: some messages were refused.
    tidewaiter(binary, "trips", messages, "--out", single, "--areas", truth / "areas.csv", "--format", "parquet",
               endings=(3,))  # fmt: skip
    return World(messages, table.num_rows, truth / "areas.csv", single)


def read_csv(path: Path) -> pa.Table:
    """Canonical CSV, every column as the text that it is."""
    with path.open(encoding="utf-8") as file:
        names = file.readline().strip().split(",")
    options = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False)
    return csv.read_csv(path, convert_options=options)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One cluster for all tests: starting Spark takes longer than any of them."""
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.stop()
