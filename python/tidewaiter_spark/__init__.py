"""Tidewaiter's kernels on Apache Spark.

Spark reads Parquet, brings all messages of a container together and hands each partition to the very same binary that
runs on one machine, as an Arrow stream on a pipe. There is no second implementation of anything in this package: it
moves messages, adds up and commits.
"""

from tidewaiter_spark.commit import Refused
from tidewaiter_spark.job import Job, rebuild_trips
from tidewaiter_spark.kernel import Kernel, KernelError
from tidewaiter_spark.version import VERSION

__all__ = ["VERSION", "Job", "Kernel", "KernelError", "Refused", "rebuild_trips"]
