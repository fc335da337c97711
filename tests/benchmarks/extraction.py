"""Scores of the extractors against labelled papers: ``python tests/benchmarks/extraction.py DATA_FOLDER [SET …]``.

DATA_FOLDER holds the sets kleister_nda, cuad, domain and dates, with the scoring program at ../tools/score.py. A fifth
of each set, by a hash of the file's name, is held out: rules are written without looking at it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from archive_app.domain.page import Page  # noqa: E402
from archive_app.domain.paper import Paper  # noqa: E402
from archive_app.extractors import Knowledge, read_facts  # noqa: E402
from archive_app.readers import read  # noqa: E402
from archive_app.services.reading.extracting import Extraction  # noqa: E402
from tests.benchmarks.confidence import sure_values  # noqa: E402

#: Name for the scoring program, and folder in the data.
SETS = {"dates": "dates", "domain": "domain", "kleister": "kleister_nda", "cuad": "cuad"}


@dataclass(frozen=True)
class Read:
    """One paper's line of predictions, and how long its extractors took."""

    line: dict[str, Any]
    seconds: float


def held_out(name: str) -> bool:
    """Whether a file belongs to the fifth that nobody looks at."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5 == 0


def read_one(item: tuple[str, str]) -> Read:
    """Runs in a worker process. ``item`` is a file, or a name and its text after a line break."""
    name, text = item
    knowledge = _knowledge()
    paper = Paper("text/plain", (Page(1, text),)) if text else read(Path(name), "application/pdf")
    start = time.perf_counter()
    facts = read_facts(paper, knowledge)
    seconds = time.perf_counter() - start
    return Read(Extraction(name, "", paper, facts, seconds).as_json(), seconds)


_kept: list[Knowledge] = []


def _knowledge() -> Knowledge:
    """One for each worker process, so that its tables are read once."""
    if not _kept:
        _kept.append(Knowledge.load(ROOT / "resources"))
    return _kept[0]


def items_of(name: str, folder: Path) -> list[tuple[str, str]]:
    """File name and text (empty for PDF) of every paper in a set; line N of the dates becomes NNNN.txt."""
    if name == "dates":
        lines = (folder / "absolute_dates.jsonl").read_text(encoding="utf-8").splitlines()
        return [(f"{number:04d}.txt", json.loads(line)["input"]) for number, line in enumerate(lines)]
    files = sorted((folder / "documents").iterdir())
    return [(str(file), file.read_text(encoding="utf-8") if file.suffix == ".txt" else "") for file in files]


def gold_part(name: str, folder: Path, target: Path, part: str) -> Path:
    """A copy of the labels with only the held-out fifth, or only the rest."""

    def kept(file: str) -> bool:
        return held_out(file) == (part == "held out")

    target.mkdir(parents=True)
    if name == "dates":
        # The scoring program numbers lines, so those of the other part stay, without anything to find.
        lines = (folder / "absolute_dates.jsonl").read_text(encoding="utf-8").splitlines()
        told = [
            line if kept(f"{number:04d}.txt") else json.dumps(json.loads(line) | {"dates": []})
            for number, line in enumerate(lines)
        ]
        (target / "absolute_dates.jsonl").write_text("\n".join(told) + "\n", encoding="utf-8")
    elif name == "domain":
        (target / "expected").mkdir()
        for file in (folder / "expected").glob("*.json"):
            if kept(f"{file.stem}.txt"):
                shutil.copy(file, target / "expected" / file.name)
    elif name == "cuad":
        lines = (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
        chosen = [line for line in lines if kept(json.loads(line)["file"])]
        (target / "expected.jsonl").write_text("\n".join(chosen) + "\n", encoding="utf-8")
    else:
        names = (folder / "names.txt").read_text(encoding="utf-8").split()
        labels = (folder / "expected.tsv").read_text(encoding="utf-8").splitlines()
        pairs = [(file, label) for file, label in zip(names, labels, strict=True) if kept(file)]
        (target / "names.txt").write_text("\n".join(file for file, _ in pairs), encoding="utf-8")
        (target / "expected.tsv").write_text("\n".join(label for _, label in pairs), encoding="utf-8")
    return target


def score(tool: Path, name: str, gold: Path, lines: Iterable[dict[str, Any]], misses: str | None = None) -> str:
    """What the scoring program prints."""
    gold = gold / "absolute_dates.jsonl" if name == "dates" else gold
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(line) for line in lines))
        file.flush()
        command = [sys.executable, str(tool), name, str(gold), file.name, *(["--misses", misses] if misses else [])]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def measure(name: str, data: Path, pool: ProcessPoolExecutor, misses: str | None) -> None:
    """Reads one set, and prints its scores for the rest, the held-out fifth and the whole."""
    folder, tool = data / SETS[name], data.parent / "tools" / "score.py"
    reads = list(pool.map(read_one, items_of(name, folder), chunksize=4))
    lines = [one.line for one in reads]
    times = sorted(one.seconds for one in reads)
    print(
        f"\n== {name}: {len(reads)} papers, {1000 * sum(times) / len(times):.1f} ms each, "
        f"median {1000 * times[len(times) // 2]:.1f}"
    )
    with tempfile.TemporaryDirectory() as scratch:
        for part in ("rest", "held out"):
            chosen = [line for line in lines if held_out(Path(line["file"]).name) == (part == "held out")]
            gold = gold_part(name, folder, Path(scratch) / part, part)
            print(f"-- {part}\n{score(tool, name, gold, chosen, misses if part == 'rest' else None)}", end="")
            print(*sure_values(name, folder, chosen), sep="\n")
    print(f"-- whole\n{score(tool, name, folder, lines)}", end="")
    print(*sure_values(name, folder, lines), sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("sets", nargs="*", help=", ".join(SETS))
    parser.add_argument("--misses", metavar="FIELD", help="list what differs for one field, outside the held-out fifth")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs) as pool:
        for name in args.sets or SETS:
            measure(name, args.data, pool, args.misses)


if __name__ == "__main__":
    main()
