"""The binary as a function from Arrow batches to Arrow batches: one process for one partition."""

import subprocess
import tempfile
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import IO

import pyarrow as pa

from tidewaiter_spark.version import VERSION

TALK_BYTES_MAX = 4_000
"""How much of the end of a failed binary's standard error becomes part of the task's error."""


class KernelError(RuntimeError):
    """The binary could not be run, is of another version, or ended with an error."""


@dataclass(frozen=True)
class Kernel:
    """`tidewaiter kernel …` with its arguments, on the machine where it is called."""

    binary: str
    arguments: tuple[str, ...]

    def run(self, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Feeds the batches to a new process and gives what it answers while it still reads.

        A thread of its own writes, so that neither side waits for the other with full pipes. The process is always
        gone when the iterator is: ended by itself, or killed because the caller stopped early or the batches failed.
        """
        check_version(self.binary)
        command = [self.binary, *self.arguments]
        with tempfile.TemporaryFile() as talk:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=talk)
            assert process.stdin is not None and process.stdout is not None
            feeder = _Feeder(process, process.stdin, schema, batches)
            feeder.start()
            try:
                broken = yield from _answers(process.stdout)
                code = process.wait()
                feeder.join()
            finally:
                # Nothing of the partition goes on without its reader: a task that is tried again starts from nothing.
                process.kill()
                process.wait()
                process.stdout.close()
            # What the batches raised comes first: the binary's complaint about a cut stream only follows from it.
            if feeder.error is not None:
                raise feeder.error
            said = _last_words(talk)
        if code != 0:
            raise KernelError(f"{_shown(command)} ended with {_ending(code)}: {said or 'it said nothing'}")
        if broken is not None:
            raise KernelError(f"{_shown(command)} wrote no whole Arrow stream ({broken}): {said}")
        if not feeder.done:
            raise KernelError(f"{_shown(command)} ended before it had read all messages: {said}")


def _answers(stdout: IO[bytes]) -> Generator[pa.RecordBatch, None, Exception | None]:
    """The batches of the stream; gives back what broke it, if anything did."""
    try:
        with pa.ipc.open_stream(stdout) as reader:
            yield from reader
    except (pa.ArrowInvalid, OSError) as error:
        return error
    return None


class _Feeder(threading.Thread):
    """Writes the batches into the process's standard input."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        stdin: IO[bytes],
        schema: pa.Schema,
        batches: Iterable[pa.RecordBatch],
    ) -> None:
        # A worker that ends does not wait for it: it may stand in a read from Spark.
        super().__init__(name="tidewaiter-feeder", daemon=True)
        self.process, self.stdin, self.schema, self.batches = process, stdin, schema, batches
        self.done = False
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            writer = pa.ipc.new_stream(self.stdin, self.schema)
            for batch in self.batches:
                writer.write_batch(batch)
            # Not closed by a `with`: that would end the stream properly after an error as well, and the binary would
            # take the part for the whole.
            writer.close()
            self.stdin.close()
            self.done = True
        except BrokenPipeError:
            pass  # The binary ended first; its exit code says why.
        except BaseException as error:  # noqa: BLE001 - raised again by the reader's thread
            self.error = error
            self.process.kill()


@cache
def check_version(binary: str) -> None:
    """Raises [`KernelError`] unless the binary runs here and is of this package's version. Once per process."""
    try:
        answer = subprocess.run([binary, "--version"], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise KernelError(
            f"cannot run {binary}: {error}. Install tidewaiter {VERSION} on every worker and name its place with "
            "--binary or TIDEWAITER_BIN, or let --ship send this machine's"
        ) from error
    found = answer.stdout.strip()
    if found != f"tidewaiter {VERSION}":
        raise KernelError(f"{binary} says {found!r}, and this package is {VERSION}: install the same version of both")


def _last_words(talk: IO[bytes]) -> str:
    size = talk.seek(0, 2)
    talk.seek(max(0, size - TALK_BYTES_MAX))
    return talk.read().decode("utf-8", "replace").strip()


def _shown(command: Sequence[str]) -> str:
    return " ".join(command)


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
