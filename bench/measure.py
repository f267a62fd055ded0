"""What all benches share: running a command and reading what the system says it used."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BIN = os.environ.get("TIDEWAITER_BIN", "target/release/tidewaiter")
EXAMPLES = Path(os.environ.get("TIDEWAITER_EXAMPLES", "target/release/examples"))


@dataclass
class Used:
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float
    output: str


def run(*command, env=None):
    """Runs a command to its end. CPU time is user and system time of the whole process, its threads included."""
    with tempfile.TemporaryFile() as out:
        began = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=out, env=env)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"cannot run {' '.join(map(str, command))}: it ended with {child.returncode}")
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    return Used(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, text)


def python(program, *arguments):
    """Runs a Python program as a process of its own, so that its use is counted like ours."""
    return run(sys.executable, "-c", program, *arguments)


def median(runs, what="cpu_seconds"):
    return statistics.median(getattr(used, what) for used in runs)


def spread(runs, what="cpu_seconds"):
    values = sorted(getattr(used, what) for used in runs)
    return f"{statistics.median(values):.2f} ({', '.join(f'{value:.2f}' for value in values)})"


@contextmanager
def folder():
    """A temporary folder, below TIDEWAITER_BENCH_DIR if that is set."""
    path = Path(tempfile.mkdtemp(prefix="tidewaiter-bench-", dir=os.environ.get("TIDEWAITER_BENCH_DIR")))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def status_csv(path, messages):
    """Writes canonical CSV with distinct ids; the same bytes each time."""
    with open(path, "wb") as out:
        subprocess.run([EXAMPLES / "make_status_csv", str(messages)], stdout=out, check=True)
    return path.stat().st_size
