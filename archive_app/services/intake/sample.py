"""The sample archive: the specimen documents taken into an archive like any others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from archive_app.domain.page import OcrMode
from archive_app.progress import SILENT, Progress
from archive_app.services.archive import Archive
from archive_app.services.undo import editing
from archive_app.services.units import folders

if TYPE_CHECKING:
    from archive_app.services.intake.accessioning import Intake

TITLE = "Convenio sample archive"
#: Behind an archive's folder, this word has the window fill it with the specimens.
FILL = "fill-sample"


def fill(
    archive: Archive, specimens: Path, *, jobs: int = 2, ocr: OcrMode = "auto", progress: Progress = SILENT
) -> Intake:
    """Takes the specimens in; those that are there already count as duplicates, so twice does no harm."""
    # The window knows this module from its start, and takes nothing in then.
    from archive_app.services.intake import accessioning

    intake = accessioning.add(archive, [specimens], jobs=jobs, ocr=ocr, progress=progress)
    if not intake.cancelled:
        arrange(archive)
    return intake


def arrange(archive: Archive) -> None:
    """Arranges the sample as the folders of the specimens are, unless anybody arranged it; no step to be undone."""
    if not archive.catalogue.units.arrangement().units and folders.part(archive):
        folders.start(archive)
        editing.forget(archive)
