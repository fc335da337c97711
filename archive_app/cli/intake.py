"""sample, new, add, extract."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from archive_app import bootstrap, paths
from archive_app.cli.output import counts, print_json, say, several
from archive_app.cli.progress import progress_for, stopping


def new(arguments: Namespace) -> int:
    if arguments.from_bag:
        from archive_app.cli import bags

        return bags.new(arguments)
    bootstrap.create(arguments.archive, arguments.title)
    say(f"Made the archive {arguments.archive}.")
    return 0


def add(arguments: Namespace) -> int:
    from archive_app.cli.pictures import tell
    from archive_app.services.intake import accessioning
    from archive_app.services.reading import recognising

    progress = progress_for(arguments)
    try:
        with bootstrap.opened(arguments.archive, writable=True) as archive, stopping(progress):
            broken = accessioning.go_on(archive, besides=arguments.paths, jobs=arguments.jobs, progress=progress)
            intake = accessioning.add(
                archive, arguments.paths, link=arguments.link, inside_zip=arguments.inside_zip, jobs=arguments.jobs,
                ocr=arguments.ocr, progress=progress, before=broken,
            )  # fmt: skip
            account = recognising.account(archive, intake.records)
    except accessioning.BrokenOff as fault:
        progress.close()
        if arguments.json:
            print_json(fault.intake.as_json())
        raise
    progress.close()
    told = intake.as_json() | {"ocr": account.as_json()}
    if arguments.json:
        print_json(told)
    else:
        _report(told)
        tell(account)
        if intake.cancelled:
            say("Stopped as you asked; everything finished so far is kept. Add the same again for the rest.")
    return 130 if intake.cancelled else 1 if intake.failures else 0


def _report(told: dict[str, Any]) -> None:
    say(f"{counts(told)}; searchable after {told['searchable_seconds']} s, described after {told['seconds']} s.")
    for failure in told["failures"]:
        say(f"failed  {Path(failure['file']).name}: {failure['cause']} {failure['remedy']}")
    for copy in told["copies"]:
        say(f"copy    {Path(copy['file']).name}: the same, byte for byte, as {copy['record']}")
    for moved in told["moved"]:
        say(f"moved   {Path(moved['file']).name}: {moved['record']} is found here from now on")
    for edited in told["edited"]:
        say(f"edited  {Path(edited['file']).name}: no longer what {edited['record']} was; taken in beside it")
    for skip in told["skips"]:
        say(f"skipped {Path(skip['file']).name}: {skip['reason']}")


def extract(arguments: Namespace) -> int:
    from archive_app.services.reading import extracting

    failed = False
    progress = progress_for(arguments)
    extractions = extracting.extract(
        arguments.files, paths.resources(), jobs=arguments.jobs, ocr=arguments.ocr, progress=progress
    )
    for told in extracting.lines(extractions):
        failed = failed or told["error"] is not None
        if arguments.json:
            print_json(told)
            sys.stdout.flush()
        else:
            _tell(told)
    progress.close()
    return 1 if failed else 0


def _tell(told: dict[str, Any]) -> None:
    say(f"{told['file']}")
    if told["error"]:
        say(f"  {told['error']}")
        return
    for page in told["unread_pages"]:
        say(f"  page {page['page']}: {page['reason']}")
    for key in ("kind", "language", "title", "agreement_date", "effective_date", "expiration_date",
                "expiration_basis", "issued_date", "renewal", "governing_law"):  # fmt: skip
        if told[key]:
            say(f"  {key.replace('_', ' ')}: {told[key]}")
    for party in told["parties"]:
        say(f"  party: {party['name']}" + (f" [{party['authority']}]" if party["authority"] else ""))
    for person in told["signatories"]:
        say(f"  signatory: {person['name']}" + (f", {person['title']}" if person["title"] else ""))


def sample(arguments: Namespace) -> int:
    """Makes the sample archive, or completes it where it is there already.

    Where there is a display the window is opened at once, and fills it while it can be looked at.
    """
    from archive_app.services import records
    from archive_app.services.intake import sample as samples
    from archive_app.services.tracking import agreements

    root: Path = arguments.archive
    if not bootstrap.is_archive(root):
        bootstrap.create(root, samples.TITLE)
    if arguments.open_window and not arguments.no_window:
        say(f"The sample archive is in {root}, open in its window. All papers in it are fictional specimens.")
        status: int = arguments.open_window([str(root), samples.FILL])
        return status
    progress = progress_for(arguments)
    with bootstrap.opened(root, writable=True) as archive, stopping(progress):
        intake = samples.fill(archive, paths.specimens(), jobs=arguments.jobs, progress=progress)
        progress.close()
        say(f"The sample archive is in {root}. All papers in it are fictional specimens.")
        _report(intake.as_json())
        held, known = records.all_described(archive), agreements.history(archive).agreements
        say(f"It holds {several(len(held), 'record')} and {several(len(known), 'agreement')}.")
    return 130 if intake.cancelled else 0
