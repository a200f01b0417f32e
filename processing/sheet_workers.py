"""Worker processes for sheets: started, fed, listened to, and ended whatever happens."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsApplication

from ..core.exceptions import SheetError
from ..core.wording import say

_SCRIPT = Path(__file__).with_name("sheet_worker.py")
_WAIT_SECONDS = 0.1


def python_command() -> str:
    """The Python to start workers with. Raises SheetError where none is found.

    In QGIS on Windows and macOS sys.executable is QGIS itself; its Python lies in the same installation.
    """
    own = Path(sys.executable or "")
    if own.name.lower().startswith("python"):
        return str(own)
    names = ("python3.exe", "python.exe") if sys.platform == "win32" else ("python3", "bin/python3")
    folders = [Path(sys.exec_prefix), Path(sys.exec_prefix) / "bin", own.parent, own.parent / "bin"]
    for path in (folder / name for folder in folders for name in names):
        if path.is_file():
            return str(path)
    raise SheetError(
        say("The Python of QGIS is not found, which a series needs; print the sheets one by one.")
    )


def worker_environment(temporary: Path) -> dict[str, str]:
    """The environment of this process, with its search path of modules and a folder for temporary files."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    environment["PYTHONIOENCODING"] = "utf-8"
    # A worker is ended without ado, and QGIS leaves folders then.
    environment.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)))
    if sys.platform.startswith("linux"):
        environment["QT_QPA_PLATFORM"] = "offscreen"  # a worker shows nothing, and there may be no screen
    return environment


class _Worker:
    """One process with a thread that puts its answers into a queue; None when it has ended."""

    def __init__(self, answers: queue.Queue) -> None:
        self.job: dict[str, Any] | None = None
        self.temporary = Path(tempfile.mkdtemp(prefix="asm_atlas_worker_"))
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 (closed in end)
        self.process = subprocess.Popen(
            [python_command(), str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.complaints,
            env=worker_environment(self.temporary),
            encoding="utf-8",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.reader = threading.Thread(target=self._read, args=(answers,), daemon=True)
        self.reader.start()
        hello = {"prefix": QgsApplication.prefixPath(), "locale": QgsApplication.locale()}
        self._tell({**hello, "temporary": str(self.temporary)})

    def give(self, job: dict[str, Any]) -> None:
        self.job = job
        self._tell(job)

    def end(self) -> None:
        """End the process at once and wait until it is gone."""
        self.process.kill()
        self.process.wait()
        self.reader.join()
        for stream in (self.process.stdin, self.process.stdout, self.complaints):
            with contextlib.suppress(OSError):  # what was not told any more
                stream.close()
        shutil.rmtree(self.temporary, ignore_errors=True)

    def last_words(self) -> str:
        """The last line of its complaints."""
        self.complaints.seek(0)
        lines = self.complaints.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), say("no message"))

    def _tell(self, message: dict[str, Any]) -> None:
        try:
            self.process.stdin.write(json.dumps(message) + "\n")
            self.process.stdin.flush()
        except OSError:  # it has ended, which its reader tells
            pass

    def _read(self, answers: queue.Queue) -> None:
        for line in self.process.stdout:
            answers.put((self, json.loads(line)))
        answers.put((self, None))


def answers_of_workers(
    jobs: Sequence[dict[str, Any]], n_workers: int, waiting: Callable[[], None]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each job with its answer, as they come; see processing/sheet_worker.py for both.

    waiting: called ten times a second; what it raises ends the workers. A worker that breaks down gives its job
    the answer {"reason": ...} and another one takes its place.
    """
    answers: queue.Queue = queue.Queue()
    left = list(reversed(jobs))
    workers = []
    try:
        for _ in range(min(n_workers, len(jobs))):
            workers.append(_Worker(answers))
            workers[-1].give(left.pop())
        while any(worker.job for worker in workers):
            waiting()
            try:
                worker, answer = answers.get(timeout=_WAIT_SECONDS)
            except queue.Empty:
                continue
            job, worker.job = worker.job, None
            if answer is None:
                worker.process.wait()
                reason = say(
                    "The process that made it broke down ({0}); make it alone to learn more.",
                    worker.last_words(),
                )
                answer = {"reason": reason}
                workers.remove(worker)
                worker.end()
                if left:
                    worker = _Worker(answers)
                    workers.append(worker)
            if left:
                worker.give(left.pop())
            if job is not None:
                yield job, answer
    finally:
        for worker in workers:
            worker.end()
