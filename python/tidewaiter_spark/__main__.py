"""`python -m tidewaiter_spark`: arguments in, the job, one line out, exit codes."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from tidewaiter_spark.commit import Refused
from tidewaiter_spark.job import Job, rebuild_trips
from tidewaiter_spark.kernel import KernelError, check_version
from tidewaiter_spark.messages import Unreadable, read
from tidewaiter_spark.session import send_binary, send_package
from tidewaiter_spark.version import VERSION

EXIT_CODES = """Exit codes: 0 done, 1 the control totals did not add up and nothing was committed, 2 wrong use or
unreadable input, 3 done but some messages were refused."""


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tidewaiter_spark",
        description="Rebuild the trips of all containers from Parquet files of status messages, on Spark.",
        epilog=EXIT_CODES,
    )
    parser.add_argument("--input", nargs="+", required=True, metavar="PATH", help="Parquet files or folders of them")
    parser.add_argument("--out", required=True, metavar="DIR", help="new folder for trips, legs and events")
    parser.add_argument("--areas", metavar="FILE", help="port areas of places: CSV, `location,area` and more")
    parser.add_argument("--as-of", metavar="TIME", help="use nothing received after this time, RFC 3339")
    parser.add_argument("--no-events", action="store_true", help="leave the table of events out")
    parser.add_argument("--no-score", action="store_true", help="rebuild the trips and do not judge them")
    parser.add_argument("--parts", type=int, metavar="N", help="partitions [default: one for each million messages]")
    parser.add_argument(
        "--binary",
        default=os.environ.get("TIDEWAITER_BIN", "tidewaiter"),
        help="the binary, here and on the workers [env: TIDEWAITER_BIN] [default: tidewaiter]",
    )
    parser.add_argument("--ship", action="store_true", help="send this machine's binary to the workers")
    parser.add_argument("--master", metavar="URL", help="Spark's master, such as local[4] or spark://host:7077")
    parser.add_argument(
        "--conf", action="append", default=[], metavar="KEY=VALUE", help="a setting of Spark; repeatable"
    )
    parser.add_argument("--json", action="store_true", help="answer with one JSON document")
    parser.add_argument("--version", action="version", version=f"tidewaiter-spark {VERSION}")
    return parser


def main(given: Sequence[str] | None = None) -> int:
    """Runs the job; gives the exit code."""
    parser = arguments()
    options = parser.parse_args(given)
    settings = [setting.split("=", 1) for setting in options.conf]
    if any(len(setting) != 2 for setting in settings):
        parser.error("--conf wants KEY=VALUE")
    if options.parts is not None and options.parts < 1:
        parser.error("--parts wants a number from 1")
    try:
        check_version(options.binary)
        areas = Path(options.areas).read_bytes() if options.areas else None
        builder = SparkSession.builder.appName("tidewaiter trips")
        if options.master:
            if options.master.startswith("local"):
                # The workers are here; the first `python3` on the path may lack pyarrow.
                os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            builder = builder.master(options.master)
        for key, value in settings:
            builder = builder.config(key, value)
        spark = builder.getOrCreate()
        send_package(spark)
        if options.ship:
            send_binary(spark, options.binary)
        job = Job(
            binary=options.binary,
            binary_sent=options.ship,
            areas=areas,
            as_of=options.as_of,
            events=not options.no_events,
            score=not options.no_score,
            parts=options.parts,
        )
        totals = rebuild_trips(spark, read(spark, options.input), options.out, job)
    except Refused as error:
        return _failed(error, 1)
    except (KernelError, Unreadable, OSError, PySparkException) as error:
        return _failed(error, 2)
    if options.json:
        print(json.dumps(asdict(totals)))
    else:
        print(
            f"{totals.messages:,} messages = {totals.counted:,} counted + {totals.duplicates:,} duplicates + "
            f"{totals.refused:,} refused + {totals.superseded:,} superseded + {totals.later:,} later; {totals.containers:,} containers, {totals.trips:,} trips: {options.out}"
        )
    return 3 if totals.refused else 0


def _failed(error: Exception, code: int) -> int:
    print(f"tidewaiter-spark: {error}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
