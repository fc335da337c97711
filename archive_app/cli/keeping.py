"""describe, remove, restore, trash, watch, duplicates, backup."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from archive_app import bootstrap
from archive_app.cli.going_on import go_on
from archive_app.cli.output import print_json, say, several, table
from archive_app.cli.progress import Stoppable, progress_for, stopping
from archive_app.errors import UsageError

if TYPE_CHECKING:
    from archive_app.services.archive import Archive
    from archive_app.services.description.description_sheets import Plan
    from archive_app.services.intake.watching import Watcher

#: How often a watching program looks whether it is to stop, in seconds.
_BLINK = 0.2
_VERDICTS: dict[str, Literal["same", "different"] | None] = {
    "same": "same", "different": "different", "undecided": None
}  # fmt: skip


def describe(arguments: Namespace) -> int:
    if arguments.table:
        return _from_table(arguments)
    if arguments.map or arguments.dry_run:
        raise UsageError("Columns are those of a table; write --from FILE with --map and --dry-run.")
    from archive_app.domain.record import Work
    from archive_app.services.intake import accessioning
    from archive_app.services.reading.backlog import Backlog

    progress = progress_for(arguments)
    with bootstrap.opened(arguments.archive, writable=True) as archive, stopping(progress):
        if arguments.again:
            archive.catalogue.queue.put(Work.DESCRIBE, [record.id for record in archive.catalogue.records.all()])
        accessioning.go_on(archive, jobs=arguments.jobs, progress=progress)
        stood = Backlog(archive, arguments.jobs).work_off(progress)
    progress.close()
    told = {"done": stood.done, "waiting": {str(work): number for work, number in stood.waiting.items()},
            "cancelled": stood.cancelled}  # fmt: skip
    if arguments.json:
        print_json(told)
    else:
        waits = ", ".join(f"{number} to {work}" for work, number in stood.waiting.items() if number)
        say(f"{several(stood.done, 'record')} done; {f'still waiting: {waits}' if waits else 'nothing waits'}.")
    return 130 if stood.cancelled else 0


def _from_table(arguments: Namespace) -> int:
    from archive_app.services.description import description_sheets

    mapping = mapping_of(arguments.map)
    with bootstrap.opened(arguments.archive, writable=not arguments.dry_run) as archive:
        planned = description_sheets.plan(archive, arguments.table, mapping, jobs=1)
        if not arguments.dry_run:
            planned = description_sheets.write(archive, planned)
    if arguments.json:
        print_json(planned.as_json())
    else:
        tell_plan(planned)
    return 1 if planned.count("failed") else 0


def mapping_of(pairs: Iterable[str]) -> dict[str, str]:
    """What a person says that columns are for, from COLUMN=FIELD."""
    return dict(_pair(text) for text in pairs)


def _pair(text: str) -> tuple[str, str]:
    column, sign, name = text.partition("=")
    if not sign:
        raise UsageError(f"“{text}” maps nothing; write --map COLUMN=FIELD.")
    return column.strip(), name.strip()


def tell_plan(planned: Plan) -> None:
    """Row by row what a spreadsheet changes, and what could not be taken."""
    unused = [heading for heading, column in planned.columns.items() if column is None]
    if unused:
        say(f"Columns that are not used: {', '.join(unused)}.")
    for row in planned.rows:
        if row.problem:
            say(f"row {row.number:>4}  {row.record or '':7}  not taken: {row.problem}")
        for change in row.changes:
            say(f"row {row.number:>4}  {row.record:7}  {change.field}: {change.before} → {change.after}")
    done = "changed" if planned.written else "would be changed"
    say(f"{several(len(planned.rows), 'row')}: {planned.count('changed')} {done}, {planned.count('same')} the same, "
        f"{planned.count('failed')} not taken.")  # fmt: skip


def remove(arguments: Namespace) -> int:
    from archive_app.services.preservation import removing

    with bootstrap.opened(arguments.archive, writable=True) as archive:
        gone = removing.remove(archive, arguments.records)
        say(f"In the trash: {', '.join(gone)}. “restore” puts them back.")
        go_on(archive, arguments.quiet)
    return 0


def restore(arguments: Namespace) -> int:
    from archive_app.services.preservation import removing

    with bootstrap.opened(arguments.archive, writable=True) as archive:
        say(f"Put back: {', '.join(removing.restore(archive, arguments.records))}.")
        go_on(archive, arguments.quiet)
    return 0


def trash(arguments: Namespace) -> int:
    from archive_app.services.preservation import removing

    with bootstrap.opened(arguments.archive) as archive:
        held = removing.trash(archive)
    if arguments.json:
        print_json([removing.trashed_json(one) for one in held])
        return 0
    table(((one.record, one.at, one.by, one.filename) for one in held), (7, 25, 16))
    say(f"{several(len(held), 'record')} in the trash.")
    return 0


def watch(arguments: Namespace) -> int:
    from archive_app.services.intake import watching

    progress = progress_for(arguments)
    with bootstrap.opened(arguments.archive, writable=True) as archive, stopping(progress):
        for folder in arguments.stop:
            watching.unwatch(archive, folder)
        for folder in arguments.folders:
            watching.watch(archive, folder, arguments.link)
        if arguments.once:
            _look(archive, watching.Watcher(archive, arguments.jobs), progress, arguments.json)
            return 0
        if not watching.watched(archive):
            raise UsageError("No folder is watched; name one, and what arrives in it is taken in.")
        for one in watching.watched(archive):
            say(f"Watching {one.folder}{' (linked)' if one.linked else ''}.")
        watcher = watching.Watcher(archive, arguments.jobs)
        while not progress.cancelled:
            _look(archive, watcher, progress, arguments.json, with_linked=False)
            _wait(arguments.every, progress)
    return 130


def _look(archive: Archive, watcher: Watcher, progress: Stoppable, as_json: bool, with_linked: bool = True) -> None:
    from archive_app.services.intake import watching
    from archive_app.services.preservation import linked_files

    intakes = watcher.look(progress)
    progress.close()
    linked = linked_files.changed(archive) if with_linked else ()
    if as_json:
        if intakes or with_linked:
            print_json({"intakes": [intake.as_json() for intake in intakes],
                        "linked": [linked_files.linked_json(one) for one in linked],
                        "folders": [watching.watched_json(one) for one in watching.watched(archive)]})  # fmt: skip
        return
    for intake in intakes:
        say(f"{intake.added} added, {intake.duplicates} known, {len(intake.failures)} failed.")
    for one in linked:
        taken = f", taken in as {one.taken_as}" if one.taken_as else ""
        say(f"{one.record.id}  {one.state}{taken}: {one.record.original}")
    for folder in watching.watched(archive) if with_linked else ():
        if folder.missing:
            say(f"away: {folder.folder}; it is waited for.")


def _wait(seconds: float, progress: Stoppable) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and not progress.cancelled:
        time.sleep(_BLINK)


def duplicates(arguments: Namespace) -> int:
    from archive_app.services.preservation import likenesses

    decided = [(verdict, getattr(arguments, verdict)) for verdict in _VERDICTS]
    archive, lock = bootstrap.open_as_able(arguments.archive)
    try:
        for verdict, pair in decided:
            if pair:
                likenesses.decide(archive, pair[0], pair[1], _VERDICTS[verdict])
        copies, pairs = likenesses.copies(archive), likenesses.proposals(archive, arguments.all)
    finally:
        bootstrap.close(archive, lock)
    if arguments.json:
        print_json({"copies": [likenesses.copies_json(one) for one in copies],
                    "alike": [likenesses.pair_json(pair) for pair in pairs]})  # fmt: skip
        return 0
    for one in copies:
        say(f"{one.record.id}  {one.record.title}: {several(len(one.places), 'place')}")
        for place in one.places:
            say(f"         {place}")
    for pair in pairs:
        say(
            f"{pair.one.id} and {pair.other.id}: {pair.share:.0%} the same{f', {pair.verdict}' if pair.verdict else ''}"
        )
        say(f"         {pair.one.record.filename} | {pair.other.record.filename}")
    say(f"{several(len(copies), 'record')} at several places, {several(len(pairs), 'pair')} alike.")
    return 0


def backup(arguments: Namespace) -> int:
    from archive_app.services.preservation import backups

    if arguments.into and not arguments.restore:
        raise UsageError("An archive is made out of a backup that is named; write --restore NAME with --into.")
    if arguments.restore and not arguments.into:
        return _put_back(arguments)
    progress = progress_for(arguments)
    looks = arguments.list and not (arguments.restore or arguments.to or arguments.keep or arguments.every is not None)
    with bootstrap.opened(arguments.archive, writable=not looks) as archive:
        _plan_backups(archive, arguments)
        if arguments.restore:
            chosen = backups.find(archive, arguments.restore)
            own = None if chosen.whole else archive.root
            held = backups.restore(chosen.path, arguments.into, own, progress)
            say(f"Made the archive {arguments.into} out of {chosen.name}: {several(held, 'record')}.")
            return 0
        if not arguments.list:
            backups.back_up(archive, progress)
        progress.close()
        made = backups.listing(archive)
    if arguments.json:
        print_json([backups.backup_json(one) for one in made])
        return 0
    table(((one.name, f"{one.size >> 10:,} KB", "with originals" if one.whole else "catalogue") for one in made),
          (18, 12))  # fmt: skip
    say(several(len(made), "backup") + ".")
    return 0


def _plan_backups(archive: Archive, arguments: Namespace) -> None:
    from archive_app.services.preservation import backups

    now = backups.schedule(archive)
    wanted = backups.Schedule(
        now.days if arguments.every is None else arguments.every, arguments.keep or now.keep, arguments.to or now.folder
    )
    if wanted != now:
        backups.set_schedule(archive, wanted)


def _put_back(arguments: Namespace) -> int:
    """The archive may be too damaged to be opened: its backups are looked for where they are by themselves."""
    from archive_app.services.preservation import backups

    root: Path = arguments.archive
    path = root / backups.FOLDER / f"catalogue-{arguments.restore}.sqlite"
    if not path.is_file():
        with bootstrap.opened(root) as archive:
            path = backups.find(archive, arguments.restore).path
    kept = backups.put_back(root, path, datetime.now(UTC))
    say(f"The catalogue is that of {arguments.restore}; what it was is kept as {kept.name}.")
    return 0
