"""Pages that are pictures read by character recognition, in a process of its own that starts with the first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from archive_app.domain.page import Page
from archive_app.domain.paper import Paper
from archive_app.executor import Worker
from archive_app.progress import SILENT, Progress, check
from archive_app.readers.ocr.choosing import NO_ENGINE, REMEDY, Choice, chosen
from archive_app.services.faults import failure_of
from archive_app.services.limits import RECOGNISING

LEFT_OUT = "not read: left out when it was added"

Question = tuple[Choice, Path, str, Page]


class Recogniser:
    """Reads one page after the other with the engine that is best on this machine. To be asked by one thread."""

    def __init__(self, choice: Choice | None = None) -> None:
        self.choice = choice or chosen()
        self._worker: Worker[Question, Page] | None = None

    @property
    def advice(self) -> str | None:
        """What is missing on this machine for reading pictures well, with the remedy; None where nothing is."""
        return self.choice.advice if self.choice else f"Pages that are pictures were not read: no OCR. {REMEDY}"

    def read(self, path: Path, media_type: str, page: Page) -> Page:
        """The page as its picture reads; one that could not be read says why in ``unread``."""
        if self.choice is None:
            return replace(page, unread=NO_ENGINE)
        if self._worker is None:
            self._worker = Worker(_read, RECOGNISING.seconds, RECOGNISING.megabytes, behind=True)
        outcome = self._worker.call((self.choice, path, media_type, page))
        if outcome.result is None:
            return replace(page, unread=f"not read: {failure_of(outcome.fault, RECOGNISING).cause}")
        return outcome.result

    def read_all(self, path: Path, paper: Paper, progress: Progress = SILENT) -> Paper:
        """The paper with every page read that waits for it."""
        pages = []
        for page in paper.pages:
            check(progress)
            pages.append(self.read(path, paper.media_type, page) if page.needs_ocr else page)
        return replace(paper, pages=tuple(pages))

    def close(self) -> None:
        """Ends the process."""
        if self._worker:
            self._worker.close()
            self._worker = None


def _read(question: Question) -> Page:
    """Runs in the worker process, which alone pays for loading an engine."""
    from archive_app.readers.ocr.reading import read_page

    choice, path, media_type, page = question
    return read_page(path, media_type, page, choice)
