"""Where a fault happens, with what: a folder of its own, its papers, its archive, and what was found wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tests import builders

#: How many papers each fault takes in.
PAPERS = 40


@dataclass
class Place:
    """Where a fault happens: a folder for its disks, the papers, and what was found wrong."""

    folder: Path
    papers: Path
    faults: list[str] = field(default_factory=list)

    @property
    def archive(self) -> Path:
        return self.folder / "disk" / "archive"

    def say(self, what: str, told: str) -> None:
        print(f"  {what}: {told}", flush=True)

    def expect(self, right: bool, otherwise: str) -> None:
        if not right:
            self.faults.append(otherwise)
            print(f"  FAULT {otherwise}", flush=True)


def make_papers(folder: Path) -> Path:
    (folder / "sub").mkdir(parents=True)
    for number in range(PAPERS):
        inside = folder / "sub" if number % 2 else folder
        builders.make_pdf(inside / f"{number:02}.pdf", *[f"Paper {number} on roofs and ladders{number}. " * 60] * 6)
    return folder


def settled(place: Place) -> int:
    return sum(1 for path in (place.archive / "originals").rglob("*.pdf"))
