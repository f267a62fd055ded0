"""The pipe to the binary, with binaries that misbehave."""

import stat
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from tidewaiter_spark.kernel import Kernel, KernelError, check_version
from tidewaiter_spark.version import VERSION

SCHEMA = pa.schema([("number", pa.int64()), ("text", pa.string())])
ECHO = """
import pyarrow as pa
reader = pa.ipc.open_stream(sys.stdin.buffer)
with pa.ipc.new_stream(sys.stdout.buffer, reader.schema) as writer:
    for batch in reader:
        writer.write_batch(batch)
"""


def program(folder: Path, body: str, version: str = f"tidewaiter {VERSION}") -> str:
    """A program that says this version, and otherwise does as the body says."""
    path = folder / "program"
    head = (
        f"#!{sys.executable}\nimport sys\nif sys.argv[1:] == ['--version']:\n    print({version!r})\n    sys.exit()\n"
    )
    path.write_text(head + textwrap.dedent(body))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def batches(count: int, size: int = 1_000) -> Iterator[pa.RecordBatch]:
    for number in range(count):
        numbers = pa.array(range(number * size, (number + 1) * size), pa.int64())
        yield pa.RecordBatch.from_arrays([numbers, pa.array(["x" * 100] * size)], schema=SCHEMA)


def run(binary: str, given: Iterator[pa.RecordBatch]) -> int:
    return sum(batch.num_rows for batch in Kernel(binary, ()).run(SCHEMA, given))


def test_more_than_the_pipes_hold_goes_both_ways_at_once(tmp_path: Path) -> None:
    assert run(program(tmp_path, ECHO), batches(500)) == 500_000


def test_nothing_in_nothing_out(tmp_path: Path) -> None:
    assert run(program(tmp_path, ECHO), batches(0)) == 0


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("sys.stderr.write('no room'); sys.exit(2)", "ended with exit code 2: no room"),
        ("sys.stdin.buffer.read(); sys.exit(2)", "ended with exit code 2: it said nothing"),
        ("sys.stderr.write('y' * 10_000_000 + 'last words'); sys.exit(7)", "exit code 7: y{3990}last words"),
        ("import os; os.kill(os.getpid(), 9)", "ended with signal 9"),
        ("sys.stdin.buffer.read()", "wrote no whole Arrow stream"),
        ("sys.stdin.buffer.read(); print('hello')", "wrote no whole Arrow stream"),
        (
            """
            import pyarrow as pa
            pa.ipc.new_stream(sys.stdout.buffer, pa.ipc.open_stream(sys.stdin.buffer).schema).close()
            """,
            "ended before it had read all messages",
        ),
    ],
)
def test_a_binary_that_fails_fails_the_task(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(KernelError, match=message):
        run(program(tmp_path, body), batches(500))


def test_messages_that_fail_are_not_taken_for_all_messages(tmp_path: Path) -> None:
    def broken() -> Iterator[pa.RecordBatch]:
        yield from batches(3)
        raise OSError("a worker vanished")

    with pytest.raises(OSError, match="a worker vanished"):
        run(program(tmp_path, ECHO), broken())


def test_a_caller_that_stops_early_leaves_no_process(tmp_path: Path) -> None:
    answers = Kernel(program(tmp_path, ECHO), ()).run(SCHEMA, batches(500))
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    running = [path for path in Path("/proc").glob("[0-9]*/cmdline") if str(tmp_path).encode() in _content(path)]
    assert running == []


@pytest.mark.parametrize(
    ("version", "message"),
    [("tidewaiter 9.9.9", "install the same version"), ("something else 1.0", "install the same version")],
)
def test_another_version_is_refused(tmp_path: Path, version: str, message: str) -> None:
    with pytest.raises(KernelError, match=message):
        check_version(program(tmp_path, ECHO, version))


def test_all_say_one_version() -> None:
    """What is sent to the workers is compared with the binary there, so the files must not drift apart."""
    python = Path(__file__).parents[1]
    package = tomllib.loads((python / "pyproject.toml").read_text())["project"]["version"]
    workspace = tomllib.loads((python.parent / "Cargo.toml").read_text())["workspace"]["package"]["version"]
    assert package == workspace == VERSION


def test_a_missing_binary_is_named(tmp_path: Path) -> None:
    with pytest.raises(KernelError, match="cannot run .*absent.*--ship"):
        check_version(str(tmp_path / "absent"))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
