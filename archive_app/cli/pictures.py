"""ocr: pages that are pictures; and what add and list tell of them."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from archive_app import bootstrap
from archive_app.cli.output import print_json, say, several, table
from archive_app.cli.progress import progress_for, stopping

if TYPE_CHECKING:
    from archive_app.services.reading.recognising import Account


def ocr(arguments: Namespace) -> int:
    """Reads what waits, or was asked for; 1 where pages could not be read."""
    from archive_app.services.reading import backlog, recognising

    progress = progress_for(arguments)
    with bootstrap.opened(arguments.archive, writable=True) as archive, stopping(progress):
        recognising.ask_for(archive, arguments.records, again=arguments.again)
        cancelled = backlog.work_off(archive, jobs=arguments.jobs, progress=progress).cancelled
        told = recognising.account(archive, arguments.records or None)
    progress.close()
    if arguments.json:
        print_json(told.as_json())
    else:
        tell(told)
    return 130 if cancelled else 1 if told.unread else 0


def tell(told: Account) -> None:
    """How many pages were read from their pictures, which poorly, which not, and what helps."""
    if told.read:
        say(f"{several(told.read, 'page')} read from pictures.")
    tell_doubtful(told)
    if told.advice:
        say(told.advice)


def tell_doubtful(told: Account) -> None:
    """A line for each page that was read poorly, or not at all."""
    poorly = [(page.record, f"page {page.page}", f"read with {page.confidence or 0:.0%} confidence")
              for page in told.doubtful]  # fmt: skip
    unread = [(page.record, f"page {page.page}", page.unread) for page in told.unread]
    table(poorly + unread, (7, 9))


def list_doubtful(arguments: Namespace) -> int:
    """list --low-confidence."""
    from archive_app.services.reading import recognising

    with bootstrap.opened(arguments.archive) as archive:
        told = recognising.account(archive)
    if arguments.json:
        print_json([*told.as_json()["doubtful"], *told.as_json()["unread"]])
        return 0
    tell_doubtful(told)
    say(f"{several(len(told.doubtful), 'page')} of {told.read} read from pictures with low confidence, "
        f"{len(told.unread)} not read")  # fmt: skip
    return 0
