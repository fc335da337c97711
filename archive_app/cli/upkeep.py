"""verify, reindex."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from archive_app import bootstrap
from archive_app.cli.output import print_json, say, several
from archive_app.cli.progress import progress_for

if TYPE_CHECKING:
    from archive_app.services.index_upkeep.index_check import IndexCheck


def verify(arguments: Namespace) -> int:
    from archive_app.services.preservation import verifying

    archive, lock = bootstrap.open_as_able(arguments.archive)
    progress = progress_for(arguments)
    try:
        result = verifying.verify(archive, progress)
    finally:
        progress.close()
        bootstrap.close(archive, lock)
    if arguments.json:
        print_json(result.as_json())
    else:
        say(f"{several(result.checked, 'original')} checked: {'all sound' if result.sound else 'not sound'}.")
        for what in ("missing", "changed", "orphans", "not_in_index", "only_in_index", "catalogue_faults"):
            for item in getattr(result, what):
                say(f"  {what.replace('_', ' ')}: {item}")
        if result.index:
            _compared(result.index)
    return 0 if result.sound else 1


def _compared(check: IndexCheck) -> None:
    say(f"The catalogue holds {several(check.catalogued, 'record')}, the search index {check.indexed}.")
    if check.differing:
        say(f"  not the same in both: {', '.join(check.differing)}")
    if check.waiting:
        say(f"  yet to be written to the index: {', '.join(check.waiting)}")
    for sentence in (check.fault, check.remedy):
        if sentence:
            say(f"  {sentence}")


def reindex(arguments: Namespace) -> int:
    from archive_app.services.index_upkeep import indexing

    progress = progress_for(arguments)
    with bootstrap.opened(arguments.archive, writable=True) as archive:
        count = indexing.reindex(archive, progress)
    progress.close()
    say(f"The index was made anew: {several(count, 'record')}.")
    return 0
