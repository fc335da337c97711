"""Reading files without an archive, and the JSON that a reading is told in."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive_app import executor
from archive_app.accession.fixity import sha256_of
from archive_app.accession.media_types import media_type
from archive_app.domain.description import describe
from archive_app.domain.fact import Fact
from archive_app.domain.paper import Paper
from archive_app.domain.telling import description_json, fact_json
from archive_app.errors import ReadingError
from archive_app.extractors import read_facts
from archive_app.extractors.knowledge import Knowledge
from archive_app.progress import SILENT, Progress, check
from archive_app.readers import read
from archive_app.services.limits import READING

#: The keys of one line of ``extract --json`` that a file which cannot be read still has, as null.
KEYS = (
    "sha256", "media_type", "pages", "ocr_pages", "language", "kind", "title", "parties", "signatories",
    "agreement_date", "effective_date", "expiration_date", "expiration_basis", "issued_date", "term", "renewal",
    "renewal_term", "notice_period", "governing_law", "relations", "dates", "facts", "seconds",
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
            "ocr_pages": sum(page.needs_ocr for page in pages),
            **description_json(description),
            "facts": [fact_json(fact) for fact in description.facts],
            "seconds": round(self.seconds, 3), "error": None,
        }  # fmt: skip


def extract(
    files: Sequence[Path], resources: Path, *, jobs: int = 2, progress: Progress = SILENT
) -> Iterator[Extraction]:
    """Reads files in worker processes; results come in the order of the files, each as soon as those before it."""
    progress.stage("reading", len(files))
    waiting: dict[int, Extraction] = {}
    position = 0
    items = [(number, str(file), str(resources)) for number, file in enumerate(files)]
    for outcome in executor.run(_extract_one, items, jobs=jobs, seconds=READING.seconds, megabytes=READING.megabytes):
        check(progress)
        number, file, _ = outcome.item
        waiting[number] = outcome.result or Extraction(file, error=fault_sentence(file, outcome.fault))
        progress.advance(Path(file).name)
        while position in waiting:
            yield waiting.pop(position)
            position += 1


def _extract_one(item: tuple[int, str, str]) -> Extraction:
    """Runs in a worker process."""
    _, file, resources = item
    start = time.perf_counter()
    path = Path(file)
    if not path.is_file():
        return Extraction(file, error=f"There is no file {file}; check the name.")
    try:
        sha256, kind = sha256_of(path), media_type(path)
        paper = read(path, kind)
    except ReadingError as fault:
        return Extraction(file, error=f"{path.name}: {fault}")
    except OSError as fault:
        return Extraction(file, error=f"{file} cannot be opened ({fault.strerror}); check that it may be read.")
    facts = read_facts(paper, Knowledge.load(Path(resources)))
    return Extraction(file, sha256, paper, facts, time.perf_counter() - start)


def fault_sentence(file: str, fault: executor.Fault | None) -> str:
    """What a worker's end by force means, as a sentence."""
    failure = failure_of(fault)
    return f"{Path(file).name}: {failure.cause} {failure.remedy}"


def failure_of(fault: executor.Fault | None) -> ReadingError:
    """A worker's fault as cause and remedy."""
    if fault is not None and isinstance(fault.error, ReadingError):
        return fault.error
    kind = fault.kind if fault else "crashed"
    causes = {
        "timeout": f"Reading took longer than {READING.seconds:.0f} seconds and was stopped.",
        "memory": f"Reading needed more than {READING.megabytes} MB of memory and was stopped.",
        "crashed": "The file brought the reading process down.",
    }
    cause = causes.get(kind) or f"Reading failed in a way that was not foreseen ({_unforeseen(fault)})."
    return ReadingError("reading", cause, "Open the file in another program and save it anew, then add it again.")


def _unforeseen(fault: executor.Fault | None) -> str:
    """An error in one line: where it was raised is of no use to the person who reads this."""
    if fault is None or not fault.detail.strip():
        return "no more is known"
    return fault.detail.strip().splitlines()[-1]


def lines(extractions: Iterable[Extraction]) -> Iterator[dict[str, Any]]:
    """Each extraction as its JSON object."""
    return (extraction.as_json() for extraction in extractions)
