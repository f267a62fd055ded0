"""Peak memory of ingest: bounded, whatever the size of the input."""

import os

import measure

SIZES = [int(size) for size in os.environ.get("SIZES", "1000000 20000000").split()]


def main():
    for messages in SIZES:
        with measure.folder() as folder:
            source = folder / "status.csv"
            bytes_in = measure.status_csv(source, messages)
            used = measure.run(measure.BIN, "ingest", "--data", folder / "data", source)
            print(
                f"{messages:>12,} messages ({bytes_in / 1e6:,.0f} MB): peak {used.peak_megabytes:.0f} MB,"
                f" {used.cpu_seconds:.1f} s of CPU time"
            )


main()
