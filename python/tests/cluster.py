"""A Spark cluster of two executor processes on this machine, whose executors can be killed."""

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyspark
from pyspark.sql import SparkSession

EXECUTORS = 2
WAIT_SECONDS_MAX = 120
QUICK_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData"


@dataclass(frozen=True)
class Executor:
    """A process of Spark that runs tasks, with the folders in which it keeps shuffle files and cached blocks."""

    pid: int
    number: str
    folders: tuple[Path, ...]


class Cluster:
    """Spark's `local-cluster` mode: a master and workers in the driver, executors as processes of their own."""

    def __init__(self, folder: Path) -> None:
        self.home, self.log = folder / "home", folder / "events"
        installed = Path(pyspark.__file__).parent
        # Workers keep their `work` folder under SPARK_HOME, which shall not be the installed package.
        self.home.mkdir()
        self.log.mkdir()
        for name in ("bin", "sbin", "jars", "python"):
            if (installed / name).exists():
                (self.home / name).symlink_to(installed / name)
        os.environ["SPARK_HOME"] = str(self.home)
        os.environ["SPARK_LOCAL_DIRS"] = str(folder / "local")
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        os.environ["PYSPARK_PYTHON"] = sys.executable
        self.spark = (
            SparkSession.builder.master(f"local-cluster[{EXECUTORS},1,1024]")
            .appName("tests")
            .config("spark.executor.memory", "512m")
            .config("spark.driver.host", "127.0.0.1")
            # Short-lived processes on shared cores: what the virtual machine would compile never pays back.
            .config("spark.driver.extraJavaOptions", QUICK_JAVA)
            .config("spark.executor.extraJavaOptions", QUICK_JAVA)
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "4")
            # One plain file of events: the witness of who died when and what was done again.
            .config("spark.eventLog.enabled", "true")
            .config("spark.eventLog.dir", self.log.as_uri())
            .config("spark.eventLog.compress", "false")
            .config("spark.eventLog.rolling.enabled", "false")
            # One input file, one map task.
            .config("spark.sql.files.openCostInBytes", "1g")
            .getOrCreate()
        )
        self.spark.sparkContext.setLogLevel("ERROR")

    def stop(self) -> None:
        self.spark.stop()

    def executors(self) -> list[Executor]:
        """The executors of this session that live."""
        found = []
        application = self.spark.sparkContext.applicationId
        for process in Path("/proc").iterdir():
            try:
                words = (process / "cmdline").read_bytes().decode().split("\0")
                if "org.apache.spark.executor.CoarseGrainedExecutorBackend" not in words or application not in words:
                    continue
                number = words[words.index("--executor-id") + 1]
                entries = (process / "environ").read_bytes().decode().split("\0")
            except (OSError, ValueError):
                continue
            variables = dict(entry.split("=", 1) for entry in entries if "=" in entry)
            folders = [Path(name) for name in variables["SPARK_EXECUTOR_DIRS"].split(":")]
            folders.append(self.home / "work" / application / number)
            found.append(Executor(int(process.name), number, tuple(folders)))
        return found

    def wait_for_executors(self) -> list[Executor]:
        """Waits until Spark has replaced what was killed, and both executors take tasks."""
        context = self.spark.sparkContext._jsc.sc()
        wait_until(lambda: context.getExecutorMemoryStatus().size() == EXECUTORS + 1, "two executors")
        wait_until(lambda: len(self.executors()) == EXECUTORS, "two executors")
        return self.executors()

    def kill(self, executor: Executor) -> None:
        """`kill -9`, and its folders with all that it kept."""
        assert any(any(folder.rglob("*")) for folder in executor.folders), "the executor keeps nothing"
        os.kill(executor.pid, signal.SIGKILL)
        wait_until(lambda: not Path(f"/proc/{executor.pid}/cmdline").exists() or _is_gone(executor.pid), "its end")
        for folder in executor.folders:
            shutil.rmtree(folder, ignore_errors=True)

    def mark(self) -> int:
        """Where the log of events stands."""
        return self._log_file().stat().st_size

    def events(self, since: int) -> list[dict[str, Any]]:
        """What happened since a mark."""
        with self._log_file().open("rb") as file:
            file.seek(since)
            whole = file.read().rpartition(b"\n")[0]
        return [json.loads(line) for line in whole.split(b"\n") if line.startswith(b"{")]

    def _log_file(self) -> Path:
        (file,) = self.log.iterdir()
        return file


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Waits for a condition; an error when it does not come true."""
    end = time.monotonic() + WAIT_SECONDS_MAX
    while not condition():
        assert time.monotonic() < end, f"waited {WAIT_SECONDS_MAX} s for {what}"
        time.sleep(0.05)


def parent(pid: int) -> int:
    """The parent of a process."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def _is_gone(pid: int) -> bool:
    """A process that ended and that nobody has asked for yet is still listed, without a command line."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes() == b""
    except OSError:
        return True
