"""Reading files without an archive, and the JSON that a reading is told in."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from archive_app import executor
from archive_app.accession.fixity import sha256_of
from archive_app.accession.media_types import media_type
from archive_app.domain.dates import Duration
from archive_app.domain.description import Description, describe
from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import DateMention, Fact, Party, Relation, Signatory, to_json
from archive_app.domain.paper import Paper
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
        pages = self.paper.pages
        return {
            "file": self.file, "sha256": self.sha256, "media_type": self.paper.media_type, "pages": len(pages),
            "ocr_pages": sum(page.needs_ocr for page in pages),
            **description_json(describe(self.facts)),
            "facts": [fact_json(fact) for fact in describe(self.facts).facts],
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
        paper = read(path, media_type(path))
    except ReadingError as fault:
        return Extraction(file, error=str(fault))
    facts = read_facts(paper, Knowledge.load(Path(resources)))
    return Extraction(file, sha256_of(path), paper, facts, time.perf_counter() - start)


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
    cause = causes.get(kind) or f"Reading failed in a way that was not foreseen ({fault.detail if fault else ''})."
    return ReadingError("reading", cause, "Open the file in another program and save it anew, then add it again.")


def description_json(description: Description) -> dict[str, Any]:
    """The fields of a description in the shape of ``extract --json``."""
    text = description.text
    return {
        "language": text("language"), "kind": text("kind"), "title": text("title"),
        "parties": [_party(f) for f in description.by_field.get("party", ())],
        "signatories": [_signatory(f) for f in description.by_field.get("signatory", ())],
        "agreement_date": text("agreement_date"), "effective_date": text("effective_date"),
        "expiration_date": text("expiration_date"), "expiration_basis": description.expiration_basis,
        "issued_date": text("issued_date"),
        "term": _duration(description.duration("term")), "renewal": text("renewal"),
        "renewal_term": _duration(description.duration("renewal_term")),
        "notice_period": _duration(description.duration("notice_period")), "governing_law": text("governing_law"),
        "relations": [_relation(f) for f in description.by_field.get("relation", ())],
        "dates": [_date(f) for f in description.by_field.get("date", ())],
        "access": text("access"),
    }  # fmt: skip


def evidence_json(evidence: Evidence | None) -> dict[str, Any] | None:
    if evidence is None:
        return None
    boxes = [box.as_list() for box in evidence.boxes]
    return {"page": evidence.page, "quote": evidence.quote, "boxes": boxes}


def fact_json(fact: Fact) -> dict[str, Any]:
    """One fact with its evidence; computed ones with their operands, a person's with who and when."""
    told: dict[str, Any] = {
        "field": fact.field, "value": to_json(fact.value), "confidence": round(fact.confidence, 3), "rule": fact.rule,
        "source": str(fact.source), "evidence": evidence_json(fact.evidence),
    }  # fmt: skip
    if fact.operands:
        told["operands"] = dict(fact.operands)
    if fact.by:
        told |= {"by": fact.by, "at": fact.at}
    return told


def _duration(value: Duration | None) -> dict[str, Any] | None:
    if value is None:
        return None
    number = int(value.number) if float(value.number).is_integer() else value.number
    return {"number": number, "unit": value.unit}


def _party(fact: Fact) -> dict[str, Any]:
    party = cast(Party, fact.value)
    return {"name": party.name, "as_written": party.as_written, "authority": party.authority, "role": party.role,
            "evidence": evidence_json(fact.evidence)}  # fmt: skip


def _signatory(fact: Fact) -> dict[str, Any]:
    person = cast(Signatory, fact.value)
    return {"name": person.name, "title": person.title, "party": person.party, "date": person.date,
            "evidence": evidence_json(fact.evidence)}  # fmt: skip


def _relation(fact: Fact) -> dict[str, Any]:
    relation = cast(Relation, fact.value)
    target = {"title": relation.title, "date": relation.date, "parties": list(relation.parties)}
    return {"type": relation.type, "target": target, "evidence": evidence_json(fact.evidence)}


def _date(fact: Fact) -> dict[str, Any]:
    mention = cast(DateMention, fact.value)
    told: dict[str, Any] = {"date": mention.date, "role": mention.role, "evidence": evidence_json(fact.evidence)}
    return told | ({"alternative": mention.alternative} if mention.alternative else {})


def lines(extractions: Iterable[Extraction]) -> Iterator[dict[str, Any]]:
    """Each extraction as its JSON object."""
    return (extraction.as_json() for extraction in extractions)
