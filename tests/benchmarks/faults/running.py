"""The program, run as a person runs it: to its end, under way while something happens, as another person."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
MAIN = [sys.executable, str(ROOT / "main.py")]
#: Put before a command, it is run by somebody who owns nothing.
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        return self.err.strip() or "(nothing)"


def run(*words: object, before: list[str] | None = None) -> Ran:
    done = subprocess.run([*(before or []), *MAIN, *map(str, words)], capture_output=True, text=True, check=False,
                          encoding="utf-8", cwd="/", env=os.environ | {"HOME": "/tmp"})  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


@contextmanager
def begun(*words: object) -> Iterator[subprocess.Popen[str]]:
    """A command under way; it is over when the block is left."""
    with subprocess.Popen([*MAIN, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          encoding="utf-8", cwd="/") as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def ended(process: subprocess.Popen[str], seconds: float = 300) -> Ran:
    out, err = process.communicate(timeout=seconds)
    return Ran(process.returncode, out, err)


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("what a fault waits for does not come")
        time.sleep(0.005)
