"""A plan's papers taken into a real archive, read by the real readers and extractors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive_app import bootstrap
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from tests.planted.plan import Plan
from tests.planted.wording import Writer


@dataclass(frozen=True)
class Planted:
    """An archive with the plan it was made from; ``keys`` are the plan's keys by record."""

    archive: Archive
    plan: Plan
    keys: dict[str, str]

    def records(self, key: str) -> tuple[str, ...]:
        return tuple(record for record, known in self.keys.items() if known == key)


def write_papers(plan: Plan, folder: Path) -> int:
    """A text file for each paper that is held, named by its key; a twin's second text ends in ``-twin``."""
    writer = Writer(plan)
    papers = {one.key: writer.agreement(one) for one in plan.held}
    papers |= {
        f"{one.key}-twin": writer.agreement(one, "es" if one.language == "en" else "en")
        for one in plan.held
        if one.twin
    }
    papers |= {told.key: writer.told(told) for told in plan.told}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in papers.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return len(papers)


@contextmanager
def planted(plan: Plan, folder: Path, jobs: int = 0) -> Iterator[Planted]:
    """The archive of a plan in a new folder, open for writing."""
    count = write_papers(plan, folder / "papers")
    bootstrap.create(folder / "archive", "Planted")
    with bootstrap.opened(folder / "archive", writable=True) as archive:
        intake = accessioning.add(archive, [folder / "papers"], jobs=jobs)
        assert intake.added == count, intake.as_json()
        keys = {
            record.id: Path(record.filename).stem.removesuffix("-twin") for record in archive.catalogue.records.all()
        }
        yield Planted(archive, plan, keys)
