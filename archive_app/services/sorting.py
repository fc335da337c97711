"""Sorting what is too much for memory: runs sorted by themselves, kept on disk, and merged as they are read."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from typing import IO, Any, TypeVar

T = TypeVar("T")

#: Items that are held in memory at once.
RUN = 20_000


def sorted_on_disk(items: Iterable[T], key: Callable[[T], Any], run: int = RUN) -> Iterator[T]:
    """The items in the order of their keys, equal ones as they came; never more than ``run`` of them in memory."""
    source = iter(items)
    first = sorted(islice(source, run), key=key)
    if len(first) < run:
        yield from first
        return
    with ExitStack() as files:
        runs = [_kept(first, files)]
        del first
        while more := sorted(islice(source, run), key=key):
            runs.append(_kept(more, files))
        yield from merge(*(_read(file) for file in runs), key=key)


def _kept(items: list[T], files: ExitStack) -> IO[bytes]:
    """The items in a file of their own, which is gone with the last who reads it."""
    file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    for item in items:
        pickle.dump(item, file, pickle.HIGHEST_PROTOCOL)
    file.seek(0)
    return file


def _read(file: IO[bytes]) -> Iterator[Any]:
    while True:
        try:
            yield pickle.load(file)
        except EOFError:
            return
