"""Planted archives: precision and recall of chains, orphans and coverage, with each miss by its cause.

python tests/benchmarks/histories.py [AGREEMENTS] [SEED]
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from archive_app.services import records
from tests.planted import causes, measure, plan
from tests.planted.archive import Planted, planted

#: What chains are to reach: precision, recall.
GOALS = (0.95, 0.85)


def main(agreements: int = 300, seed: int = 1) -> int:
    with (
        tempfile.TemporaryDirectory() as folder,
        planted(plan.make(seed, agreements), Path(folder), jobs=2) as made,
    ):
        found = list(measure.scores(made))
        print(f"{len(made.plan.held)} agreements held, {len(records.all_described(made.archive))} papers, seed {seed}")
        for score in found:
            print(score)
            print(f"   of papers read right: {measure.read_right(made, score)}")
            _print_misses(made, score.missed, "missed")
            _print_misses(made, score.invented, "invented")
        asked, misses = measure.coverage_misses(made)
        print(f"coverage: {asked - len(misses)} of {asked} pairs and days as planned")
        for (kind, pair), count in Counter(((m[2], m[3]), m[0]) for m in misses).most_common():
            print(f"   {kind[0]} told as {kind[1]}, {count} days: {pair} {causes.of_pair(made, pair)}")
    chains = found[0]
    return 0 if chains.precision >= GOALS[0] and chains.recall >= GOALS[1] else 1


def _print_misses(made: Planted, items: Iterable[object], what: str) -> None:
    for item in sorted(items, key=str):
        print(f"   {what} {item}: {causes.of(made, item) or 'read right'}")


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
