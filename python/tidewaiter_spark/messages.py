"""Status messages as Spark holds them: the canonical columns, every container's messages in one partition."""

from collections.abc import Sequence

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import to_arrow_schema

REQUIRED = ("message_id", "container", "event", "event_time", "location")
"""Columns without which nothing can be read."""

COLUMNS = (
    *REQUIRED,
    "full_empty",
    "vessel_imo",
    "voyage",
    "seal",
    "gross_mass_kg",
    "size_type",
    "carrier",
    "source",
    "classifier",
    "created_time",
    "created",
    "received_time",
    "received",
    "transport_document",
)
"""The columns that are handed to the binary, which judges their types; others stay behind."""

IGNORED_IN_NUMBERS = " -./\u00a0\t\n\r\x0b\x0c"
"""What is left out of a container number before it is decided in which partition it goes. The binary may or may not
take two ways of writing for one number: they meet in one partition, so that it can."""

MESSAGES_PER_PARTITION = 1_000_000
"""How many messages a partition aims at."""


class Unreadable(ValueError):
    """The Parquet files are not status messages."""


def read(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The Parquet files as they are. A column that only some of the files have is kept."""
    return spark.read.option("mergeSchema", "true").parquet(*paths)


def canonical(messages: DataFrame) -> DataFrame:
    """The columns that the binary reads; [`Unreadable`] names what is missing."""
    missing = [name for name in REQUIRED if name not in messages.columns]
    if missing:
        raise Unreadable(f"no column {', '.join(missing)}: the columns of the canonical CSV are expected, by name")
    return messages.select([name for name in COLUMNS if name in messages.columns])


def gathered(messages: DataFrame, parts: int) -> DataFrame:
    """The same messages in `parts` partitions, all of a container in one."""
    number = F.upper(F.translate(F.col("container").cast("string"), IGNORED_IN_NUMBERS, ""))
    return messages.repartition(parts, number)


def parts_for(messages: int, cores: int) -> int:
    """How many partitions: enough that each fits, and that no core waits."""
    return max(-(-messages // MESSAGES_PER_PARTITION), 2 * cores)


def arrow_schema(messages: DataFrame) -> pa.Schema:
    """The Arrow schema of the batches in which Spark hands these messages over."""
    return to_arrow_schema(messages.schema, timezone="UTC")
