"""Reading files without an archive, and the JSON that a reading is told in."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from archive_app import executor
from archive_app.accession.fixity import sha256_of
from archive_app.accession.media_types import media_type
from archive_app.domain.description import describe
from archive_app.domain.fact import Fact
from archive_app.domain.json_shapes import description_json, fact_json
from archive_app.domain.page import OcrMode
from archive_app.domain.paper import Paper
from archive_app.errors import ReadingError
from archive_app.executor import Worker
from archive_app.progress import SILENT, Progress, check
from archive_app.readers import read
from archive_app.services.faults import fault_sentence
from archive_app.services.limits import DESCRIBING, READING
from archive_app.services.reading.recogniser import LEFT_OUT, Recogniser

#: The keys of one line of ``extract --json`` that a file which cannot be read still has, as null.
KEYS = (
    "sha256", "media_type", "pages", "ocr_pages", "unread_pages", "language", "kind", "title", "parties",
    "signatories", "agreement_date", "effective_date", "expiration_date", "expiration_basis", "issued_date", "term",
    "renewal", "renewal_term", "notice_period", "governing_law", "relations", "dates", "facts", "seconds",
)  # fmt: skip


@dataclass(frozen=True)
class Extraction:
    """One file read: its paper and its facts, or the fault that kept it from being read."""

    file: str
    sha256: str | None = None
    paper: Paper | None = None
    facts: tuple[Fact, ...] = ()
    seconds: float = 0.0
    error: str | None = None

    def as_json(self) -> dict[str, Any]:
        """One line of ``extract --json``; all but ``error`` are null where the file could not be read."""
        if self.paper is None:
            return {"file": self.file, **dict.fromkeys(KEYS), "error": self.error}
        pages, description = self.paper.pages, describe(self.facts)
        return {
            "file": self.file, "sha256": self.sha256, "media_type": self.paper.media_type, "pages": len(pages),
            "ocr_pages": sum(bool(page.engine) or page.needs_ocr for page in pages),
            "unread_pages": [
                {"page": page.number, "reason": page.unread or LEFT_OUT} for page in pages if page.needs_ocr
            ],
            **description_json(description),
            "facts": [fact_json(fact) for fact in description.facts],
            "seconds": round(self.seconds, 3), "error": None,
        }  # fmt: skip


def extract(
    files: Sequence[Path], resources: Path, *, jobs: int = 2, ocr: OcrMode = "auto", progress: Progress = SILENT
) -> Iterator[Extraction]:
    """Reads files in worker processes; results come in the order of the files, each as soon as those before it."""
    progress.stage("reading", len(files))
    waiting: dict[int, Extraction] = {}
    position = 0
    items = [(number, str(file), str(resources), ocr) for number, file in enumerate(files)]
    pictures = _Pictures(resources)
    outcomes = executor.run(_extract_one, items, jobs=jobs, seconds=READING.seconds, megabytes=READING.megabytes)
    with closing(pictures), closing(outcomes):
        for outcome in outcomes:
            check(progress)
            number, file, *_ = outcome.item
            extraction = outcome.result or Extraction(file, error=fault_sentence(file, outcome.fault))
            waiting[number] = extraction if ocr == "never" else pictures.read(extraction, progress)
            progress.advance(Path(file).name)
            while position in waiting:
                yield waiting.pop(position)
                position += 1


class _Pictures:
    """Reads the pages of a paper that are pictures, and its facts anew, each in a process of its own."""

    def __init__(self, resources: Path) -> None:
        self._resources = str(resources)
        self._recogniser = Recogniser()
        self._facts: Worker[tuple[Paper, str], tuple[Fact, ...]] | None = None

    def read(self, extraction: Extraction, progress: Progress) -> Extraction:
        """The same with what its pictures say; as it is where it has none."""
        if extraction.paper is None or not any(page.needs_ocr for page in extraction.paper.pages):
            return extraction
        start = time.perf_counter()
        paper = self._recogniser.read_all(Path(extraction.file), extraction.paper, progress)
        if self._facts is None:
            self._facts = Worker(_facts_of, DESCRIBING.seconds, DESCRIBING.megabytes, behind=True)
        outcome = self._facts.call((paper, self._resources))
        if outcome.result is None:
            return Extraction(extraction.file, error=fault_sentence(extraction.file, outcome.fault))
        seconds = extraction.seconds + time.perf_counter() - start
        return replace(extraction, paper=paper, facts=outcome.result, seconds=seconds)

    def close(self) -> None:
        self._recogniser.close()
        if self._facts:
            self._facts.close()


def _extract_one(item: tuple[int, str, str, OcrMode]) -> Extraction:
    """Runs in a worker process."""
    _, file, resources, ocr = item
    start = time.perf_counter()
    path = Path(file)
    try:
        if not path.is_file():
            return Extraction(file, error=_no_file(path))
        sha256, kind = sha256_of(path), media_type(path)
        paper = read(path, kind, ocr)
    except ReadingError as fault:
        return Extraction(file, error=f"{path.name}: {fault}")
    except OSError as fault:
        return Extraction(file, error=f"{file} cannot be opened ({fault.strerror}); check that it may be read.")
    return Extraction(file, sha256, paper, _facts_of((paper, resources)), time.perf_counter() - start)


def _no_file(path: Path) -> str:
    if path.is_dir():
        return f"{path} is a folder; name the files in it."
    if path.exists():
        return f"{path} is a device or a pipe; name a file."
    return f"There is no file {path}; check the name."


def _facts_of(question: tuple[Paper, str]) -> tuple[Fact, ...]:
    """Runs in a worker process, which alone pays for loading the extractors."""
    from archive_app.extractors import Knowledge, read_facts

    paper, resources = question
    return read_facts(paper, Knowledge.load(Path(resources)))


def lines(extractions: Iterable[Extraction]) -> Iterator[dict[str, Any]]:
    """Each extraction as its JSON object."""
    return (extraction.as_json() for extraction in extractions)
