"""Sorting what is too much for memory: runs sorted by themselves, kept on disk, and merged as they are read."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import IO, Any, TypeVar

T = TypeVar("T")

#: Items that are held in memory at once.
RUN = 8_000


def sorted_on_disk(items: Iterable[T], key: Callable[[T], Any], run: int = RUN) -> Iterator[T]:
    """The items in the order of their keys, equal ones as they came; never more than ``run`` of them in memory."""
    # Each key is made once, and kept beside its item.
    source = ((key(item), item) for item in items)
    first = _sorted(source, run)
    if len(first) < run:
        yield from (item for _, item in first)
        return
    with ExitStack() as files:
        runs = [_kept(first, files)]
        del first
        while more := _sorted(source, run):
            runs.append(_kept(more, files))
        yield from (item for _, item in merge(*(_read(file) for file in runs), key=itemgetter(0)))


def _sorted(source: Iterator[tuple[Any, T]], run: int) -> list[tuple[Any, T]]:
    return sorted(islice(source, run), key=itemgetter(0))


def _kept(pairs: list[tuple[Any, T]], files: ExitStack) -> IO[bytes]:
    """The pairs in a file of their own, which is gone with the last who reads it."""
    file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    for pair in pairs:
        pickle.dump(pair, file, pickle.HIGHEST_PROTOCOL)
    file.seek(0)
    return file


def _read(file: IO[bytes]) -> Iterator[Any]:
    while True:
        try:
            yield pickle.load(file)
        except EOFError:
            return
