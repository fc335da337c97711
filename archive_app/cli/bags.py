"""export ARCHIVE bagit FOLDER, and new ARCHIVE --from-bag BAG."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from archive_app import bootstrap
from archive_app.cli.output import say, several
from archive_app.cli.progress import progress_for, stopping
from archive_app.errors import UsageError


def export(arguments: Namespace) -> int:
    """Writes a bag; 1 where an original was missing, so that the bag is without it."""
    from archive_app.services.preservation import bagging

    if arguments.agency or arguments.query or arguments.record or arguments.include:
        raise UsageError("A bag holds the whole archive; leave --agency, --query, --record and --include away, or "
                         "choose another format.")  # fmt: skip
    progress = progress_for(arguments)
    with bootstrap.opened(arguments.archive) as archive, stopping(progress):
        bagged = bagging.write_bag(archive, arguments.file, arguments.on or date.today(), public=arguments.public,
                                   progress=progress)  # fmt: skip
    progress.close()
    say(f"Wrote the bag {arguments.file}: {several(bagged.records, 'record')}, {several(bagged.files, 'file')}, "
        f"{bagged.size / 1e6:,.1f} MB. Read again: all is as it was written.")  # fmt: skip
    if bagged.restricted:
        say(f"It holds {several(bagged.restricted, 'restricted record')}: keep it as safe as the archive itself. "
            "--public writes a bag without them.")  # fmt: skip
    if bagged.left_out:
        say(f"Left out: {several(bagged.left_out, 'restricted record')} and what they belong to.")
    for record in bagged.missing:
        say(f"missing {record}: its original is not there or was changed; “verify” tells more")
    return 1 if bagged.missing else 0


def new(arguments: Namespace) -> int:
    """Makes an archive of a bag whose every file was checked."""
    from archive_app.services import records
    from archive_app.services.preservation import bagging

    progress = progress_for(arguments)
    with stopping(progress):
        bagging.unpack_bag(arguments.from_bag, arguments.archive, progress)
        with bootstrap.opened(arguments.archive, writable=True) as archive:
            if arguments.title:
                archive.catalogue.settings.set("title", arguments.title)
            held = len(records.all_described(archive))
    progress.close()
    say(f"Made the archive {arguments.archive} of the bag {arguments.from_bag}: {several(held, 'record')}.")
    return 0
