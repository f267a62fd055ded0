"""What a Spark session needs before the job: this package on the workers, and the binary if it is to be sent."""

import atexit
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

from pyspark.sql import SparkSession

PACKAGE = Path(__file__).parent
ARCHIVE = "tidewaiter_spark.zip"


def send_package(spark: SparkSession) -> None:
    """Sends the modules of this package to the workers, so that nothing has to be installed there. Once is enough."""
    if any(sent.endswith(f"/{ARCHIVE}") for sent in spark.sparkContext.listFiles):
        return
    folder = tempfile.mkdtemp(prefix="tidewaiter-spark-")
    # Workers fetch it when they start, new ones in the middle of a job too: it stays until this process ends.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    archive = os.path.join(folder, ARCHIVE)
    with zipfile.ZipFile(archive, "w") as file:
        for module in sorted(PACKAGE.glob("*.py")):
            file.write(module, f"{PACKAGE.name}/{module.name}")
    spark.sparkContext.addPyFile(archive)


def send_binary(spark: SparkSession, binary: str) -> None:
    """Sends the binary of this machine to the workers; the job is told by `Job(binary_sent=True)`."""
    spark.sparkContext.addFile(shutil.which(binary) or binary)
