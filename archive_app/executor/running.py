"""Many items over several processes: each free process gets the next, each outcome is told as it comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import wait

from archive_app.executor.outcomes import Doubt, Initializer, Item, Outcome, Result
from archive_app.executor.serving import attempt
from archive_app.executor.worker import Worker


def run(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    seconds: float,
    megabytes: int,
    initializer: Initializer | None = None,
    doubt: Doubt | None = None,
) -> Generator[Outcome[Item, Result], None, None]:
    """An outcome for every item, in the order they are done.

    ``seconds`` and ``megabytes`` bound each item (memory where the system can bound it: Linux), and a quarter of the
    megabytes what it may give back. ``initializer`` is a function and its arguments, called once in each process.
    ``doubt`` hears of items that take long, and may raise to end all. Items are taken from their iterator only as
    processes come free; it may have more to give after it had nothing.
    Closing the iterator ends the processes at once. ``jobs=0`` works right here, one after the other and unbounded.
    Raises ConvenioError where the processes cannot be started.
    """
    if jobs == 0:
        yield from _run_here(work, items, initializer)
        return
    workers: list[Worker[Item, Result]] = []

    def new() -> Worker[Item, Result]:
        return Worker(work, seconds, megabytes, initializer, behind=True, doubt=doubt)

    try:
        yield from _run_in(workers, iter(items), new, jobs)
    finally:
        for worker in workers:
            worker.close()


def _run_here(
    work: Callable[[Item], Result], items: Iterable[Item], initializer: Initializer | None
) -> Iterator[Outcome[Item, Result]]:
    if initializer:
        initializer[0](*initializer[1])
    for item in items:
        result, fault = attempt(work, item)
        yield Outcome(item, result, fault)


def _run_in(
    workers: list[Worker[Item, Result]],
    waiting: Iterator[Item],
    new_worker: Callable[[], Worker[Item, Result]],
    jobs: int,
) -> Iterator[Outcome[Item, Result]]:
    while True:
        # Free workers get their next item before the outcomes are handed out: they work while the caller does.
        for item in _items_for_free(workers, waiting, jobs):
            free = next((worker for worker in workers if not worker.busy), None)
            if free is None:
                free = new_worker()
                workers.append(free)
            free.begin(item)
        busy = [worker for worker in workers if worker.busy]
        if not busy:
            return
        outcomes = _finished(busy)
        yield from outcomes


def _items_for_free(workers: list[Worker[Item, Result]], waiting: Iterator[Item], jobs: int) -> Iterator[Item]:
    free = jobs - sum(worker.busy for worker in workers)
    for _ in range(free):
        try:
            yield next(waiting)
        except StopIteration:
            return


def _finished(busy: list[Worker[Item, Result]]) -> list[Outcome[Item, Result]]:
    """Waits until an item is done, its time is up, or one is to be asked about that takes long."""
    nearest = min(worker.due for worker in busy)
    wait([worker.connection for worker in busy], max(0.0, nearest - time.monotonic()))
    outcomes = (worker.outcome() for worker in busy)
    finished = [outcome for outcome in outcomes if outcome is not None]
    for worker in busy:
        worker.ask()
    return finished
