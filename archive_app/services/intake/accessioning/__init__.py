"""Taking files in: found, looked at, kept and read in worker processes, catalogued, indexed; then described.

finding → batch → fetching (workers) → holdings → the index → the backlog of what is described behind it
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from archive_app.accession.finding import Found, find_patiently, real
from archive_app.accession.patience import patiently
from archive_app.domain.page import OcrMode
from archive_app.domain.record import ImportReport, Record, Work
from archive_app.errors import Cancelled, ConvenioError, UsageError
from archive_app.progress import SILENT, Progress
from archive_app.services.archive import Archive
from archive_app.services.environment import told
from archive_app.services.intake.accessioning.arrivals import linkable, printable
from archive_app.services.intake.accessioning.batch import DEEPEST, NO_KNOWN_KIND, PACKED, TOO_DEEP, Batch
from archive_app.services.intake.accessioning.intake import BrokenOff, Intake, joined
from archive_app.services.intake.accessioning.sources import Sources
from archive_app.services.reading import backlog, recognising

__all__ = [
    "DEEPEST",
    "NO_KNOWN_KIND",
    "PACKED",
    "TOO_DEEP",
    "BrokenOff",
    "Intake",
    "add",
    "go_on",
    "linkable",
    "printable",
    "unfinished",
]


def add(
    archive: Archive,
    paths: Sequence[Path],
    *,
    link: bool = False,
    inside_zip: bool = False,
    jobs: int = 2,
    progress: Progress = SILENT,
    describe: bool = True,
    ocr: OcrMode = "auto",
    before: Sequence[Intake] = (),
) -> Intake:
    """Takes files and folders in. One bad file is a line among the failures, never the end of the batch.

    ``link`` leaves files where they are, ``inside_zip`` takes in what ZIP files hold, ``describe`` goes on with the
    backlog once all can be found by their words, ``ocr`` says which pages it reads from their pictures. Cancelling
    keeps what was finished; the rest is counted as skipped. ``before`` are intakes just gone on with, which are told as
    one with this. Raises UsageError for a path that is not there, ArchiveInUse where the archive is only open for
    reading, BrokenOff where its disk is full or gone, or the folder is; all that was finished is kept then too.
    """
    archive.require_writable()
    # Where they lie is remembered, and must not change its meaning with the folder that the program runs in.
    paths = [path.absolute() for path in paths]
    found = _outside(archive.root.resolve(), paths)
    given = [printable(str(path)) for path in paths]
    number = archive.catalogue.imports.begin(archive.now(), given, link, inside_zip)
    intake = Intake(found=len(found))
    try:
        _run(archive, intake, found, link, inside_zip, jobs, progress, ocr, Sources(paths))
        if ocr == "never":
            recognising.leave_out(archive, intake.records)
        if describe and not intake.cancelled:
            intake.cancelled = backlog.work_off(archive, jobs=jobs, progress=progress).cancelled
        return joined([*before, _finish(archive, number, intake)])
    except ConvenioError as fault:
        intake.close()
        raise BrokenOff(fault, joined([*before, intake])) from fault


def go_on(
    archive: Archive, *, besides: Sequence[Path] = (), jobs: int = 2, progress: Progress = SILENT
) -> list[Intake]:
    """Takes up what broken off imports left: their folders once more, and what is attached to letters they took in.

    Paths that are gone meanwhile are left out, and imports of nothing but ``besides``, which are to be added now. What
    waits to be described is the backlog's, not done here.
    """
    archive.require_writable()
    given = {printable(str(path.absolute())) for path in besides}
    done = []
    for broken in archive.catalogue.imports.broken_off():
        if set(broken.paths) <= given:
            _finish(archive, broken.id, Intake())
        else:
            done.append(_again(archive, broken, jobs, progress))
    if not any(intake.cancelled for intake in done) and archive.catalogue.queue.count(Work.UNPACK):
        number, rest = archive.catalogue.imports.begin(archive.now(), ()), Intake()
        _run(archive, rest, [], False, True, jobs, progress)
        done.append(_finish(archive, number, rest))
    return done


def unfinished(archive: Archive) -> bool:
    """Whether an import was broken off, so that ``go_on`` has something to do."""
    return bool(archive.catalogue.imports.broken_off() or archive.catalogue.queue.count(Work.UNPACK))


def _again(archive: Archive, broken: ImportReport, jobs: int, progress: Progress) -> Intake:
    paths = [path for path in map(Path, broken.paths) if patiently(path.exists, path)]
    found = _outside(archive.root.resolve(), paths)
    intake = Intake(found=len(found))
    _run(archive, intake, found, broken.linked, broken.inside_zip, jobs, progress, sources=Sources(paths))
    return _finish(archive, broken.id, intake)


def _outside(root: Path, paths: Sequence[Path]) -> list[Found]:
    """The files under the paths but for the archive's own, which a folder around it holds too."""
    resolved = [patiently(partial(real, path), path) for path in paths]
    for path, place in zip(paths, resolved, strict=True):
        if place.is_relative_to(root):
            raise UsageError(f"{path} lies in the archive itself; add what lies elsewhere.")
    found = find_patiently(paths)
    if not any(root.is_relative_to(place) for place in resolved):
        return found
    return [one for one in found if not one.path.resolve().is_relative_to(root)]


def _run(
    archive: Archive,
    intake: Intake,
    found: Sequence[Found],
    link: bool,
    inside_zip: bool,
    jobs: int,
    progress: Progress,
    ocr: OcrMode = "auto",
    sources: Sources | None = None,
) -> None:
    places = sources or Sources(())
    batch = Batch(archive, intake, places, link=link, inside_zip=inside_zip, jobs=jobs, progress=progress, ocr=ocr)
    progress.stage("reading", len(found))
    try:
        with told(archive.root):
            batch.run(found, _unfinished(archive))
    except Cancelled:
        intake.cancelled = True
    intake.searchable()


def _unfinished(archive: Archive) -> list[Record]:
    """Records whose attachments were not all taken in when a program was broken off."""
    waiting = (archive.catalogue.records.get(id) for id in archive.catalogue.queue.waiting(Work.UNPACK))
    return [record for record in waiting if record]


def _finish(archive: Archive, number: int, intake: Intake) -> Intake:
    intake.close()
    imports = archive.catalogue.imports
    with archive.catalogue.writing():
        for file, reason in intake.skips:
            imports.skip(number, file, reason)
        imports.finish(
            number, found=intake.found, added=intake.added, duplicates=intake.duplicates, skipped=intake.skipped,
            failures=intake.failures, seconds=intake.seconds,
        )  # fmt: skip
    return intake
