"""The index against SQLite's FTS5 on the same pages: ``python -m tests.benchmarks.search [PAGES…] [--queries N]``.

Pages are recombined paragraphs: those of the specimen papers, and others of made-up words, as frequent as in language.
Both answer the same queries in turn with the first 20 hits, their snippets and the exact count; here hits are whole
records, while FTS5 is spared from grouping pages. Prints the median and the 95th percentile in milliseconds, and says
which goals hold; and how fast the index is written, in how much memory, how soon it answers once opened, and how soon
a record is found once written.

All times are the processor's, for both alike: neither waits for anything else, and so what else runs on the machine
does not count.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from statistics import quantiles
from typing import Any

from archive_app.accession.media_types import media_type
from archive_app.errors import ReadingError
from archive_app.index import Index, IndexEntry
from archive_app.index.folding import fold
from archive_app.readers import read

ROOT = Path(__file__).resolve().parents[2]
PAGES_A_RECORD = 5
PARAGRAPHS_A_PAGE = 6
_MADE = 16_000
_ENDINGS = ("", "s", "ed", "ing", "ment", "ments", "tion", "er", "ers", "ado", "ada", "ción", "es", "mente")
_WORDS = re.compile(r"[^\W\d_]+")
KINDS = ("press release", "agreement", "report", "correspondence", "memorandum of understanding")


class Pages:
    """Page texts by number from 0, made when asked for: only which paragraphs each holds is kept."""

    def __init__(self, number: int) -> None:
        chance = random.Random(1)
        self._paragraphs = [*specimens() * 4, *made_paragraphs(chance)]
        self._chosen = [chance.choices(range(len(self._paragraphs)), k=PARAGRAPHS_A_PAGE) for _ in range(number)]

    def __len__(self) -> int:
        return len(self._chosen)

    def text(self, number: int) -> str:
        return "\n\n".join(self._paragraphs[chosen] for chosen in self._chosen[number])

    def entries(self) -> Iterator[IndexEntry]:
        for record, start in enumerate(range(0, len(self), PAGES_A_RECORD)):
            pages = range(start, min(start + PAGES_A_RECORD, len(self)))
            yield IndexEntry(
                f"R{record:06}",
                tuple((number - start + 1, self.text(number)) for number in pages),
                title=" ".join(self.text(start).split()[:6]), **described(record),
            )  # fmt: skip


def described(record: int) -> dict[str, Any]:
    chance = random.Random(record)
    return {
        "kind": chance.choice(KINDS), "language": chance.choice(["en", "es", "en+es"]),
        "date": f"{chance.randint(1995, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "agencies": (f"US-DOL-{chance.randint(1, 60)}",), "places": (f"City {chance.randint(1, 80)}, TX",),
    }  # fmt: skip


def specimens() -> list[str]:
    """The paragraphs of the specimen papers that can be read."""
    found: list[str] = []
    for path in sorted((ROOT / "sample_archive" / "documents").rglob("*.*")):
        try:
            pages = read(path, media_type(path)).pages
        except ReadingError:
            continue
        for page in pages:
            lines = page.text.split("\n")
            found += (" ".join(lines[start : start + 4]) for start in range(0, len(lines), 4))
    return [text for text in found if len(text) > 100]


def made_paragraphs(chance: random.Random) -> Iterator[str]:
    syllables = [consonant + vowel for consonant in "bcdfglmnprstv" for vowel in "aeiou"]
    words = "the of and to in de la el que y a los for".split()
    words += [
        "".join(chance.choices(syllables, k=chance.randint(1, 4))) + chance.choice(_ENDINGS) for _ in range(50_000)
    ]
    frequency = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for _ in range(_MADE):
        yield " ".join(chance.choices(words, cum_weights=frequency, k=chance.randint(30, 70)))


class Peer:
    """SQLite's full-text search, a row for each page; dates and facets in a table beside it."""

    def __init__(self, pages: Pages, path: Path) -> None:
        self._db = sqlite3.connect(path)
        self._db.execute(
            "CREATE VIRTUAL TABLE pages USING fts5(text, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        self._db.execute(
            "CREATE TABLE meta (page INTEGER PRIMARY KEY, record, kind, agency, year, language, place, date)"
        )
        with self._db:
            self._db.executemany(
                "INSERT INTO pages (rowid, text) VALUES (?, ?)", ((n, pages.text(n)) for n in range(len(pages)))
            )
            self._db.executemany("INSERT INTO meta VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, range(len(pages))))
        self._db.execute("INSERT INTO pages (pages) VALUES ('optimize')")
        self._db.commit()

    def search(self, query: str, sort: str = "", facets: bool = False, years: tuple[str, str] | None = None) -> int:
        joined = "pages JOIN meta ON meta.page = pages.rowid" if sort or facets or years else "pages"
        where = "pages MATCH ?" + (f" AND date BETWEEN '{years[0]}' AND '{years[1]}'" if years else "")
        order = "date DESC" if sort else "rank"
        select = "SELECT pages.rowid, snippet(pages, 0, '<b>', '</b>', '…', 32)"
        self._db.execute(f"{select} FROM {joined} WHERE {where} ORDER BY {order} LIMIT 20", [query]).fetchall()
        for facet in ("kind", "agency", "year", "language", "place") if facets else ():
            self._db.execute(
                f"SELECT {facet}, count(*) FROM {joined} WHERE {where} GROUP BY {facet}", [query]
            ).fetchall()
        (count,) = self._db.execute(f"SELECT count(*) FROM {joined} WHERE {where}", [query]).fetchone()
        return int(count)

    def words(self) -> list[tuple[str, int]]:
        self._db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5vocab(pages, row)")
        return self._db.execute("SELECT term, doc FROM terms").fetchall()


def _row(number: int) -> tuple[Any, ...]:
    record = number // PAGES_A_RECORD
    kept = described(record)
    return (
        number, record, kept["kind"], kept["agencies"][0], kept["date"][:4], kept["language"], kept["places"][0],
        kept["date"],
    )  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """Queries of one kind: as asked here and of the peer, None where it has no such query."""

    name: str
    queries: Sequence[tuple[str, str | None]]
    options: dict[str, Any] = field(default_factory=dict)
    peer_options: dict[str, Any] = field(default_factory=dict)
    near_goal: Callable[[float | None], float] = lambda peer: peer or 120
    far_goal: float = 150


def kinds(pages: Pages, number: int) -> list[Kind]:
    chance = random.Random(3)
    counted = Counter(
        word for page in chance.choices(range(len(pages)), k=2000) for word in set(tokens(pages.text(page)))
    )
    common = [word for word, count in counted.items() if count > 200]
    rare = [word for word, count in counted.items() if count == 1 and len(word) > 5]

    def of_page(make: Callable[[list[str]], str]) -> list[str]:
        return [make(tokens(pages.text(chance.randrange(len(pages))))) for _ in range(number)]

    def one_run(words: list[str]) -> str:
        start = chance.randrange(len(words) - 4)
        return '"' + " ".join(words[start : start + chance.randint(2, 4)]) + '"'

    def near(words: list[str]) -> str:
        start = chance.randrange(len(words) - 5)
        return f'"{words[start]} {words[start + chance.randint(1, 5)]}"~5'

    def three(words: list[str]) -> str:
        return " ".join(chance.sample(words, 3))

    one_common = chance.choices(common, k=number)
    phrases = of_page(one_run)
    nears = of_page(near)
    threes = of_page(three)
    beginnings = [word[: chance.randint(3, 5)] + "*" for word in chance.choices(rare, k=number)]
    same = [(word, quoted(word)) for word in one_common]
    return [
        Kind(
            "rare word",
            [(word, quoted(word)) for word in chance.choices(rare, k=number)],
            near_goal=lambda peer: (peer or 0) + 5,
        ),
        Kind("common word", same),
        Kind(
            "three words",
            [(query, " ".join(map(quoted, query.split()))) for query in threes],
            near_goal=larger,
            far_goal=250,
        ),
        Kind("phrase", [(query, query) for query in phrases], near_goal=larger, far_goal=250),
        Kind(
            "near, within 5",
            [(query, f"NEAR({' '.join(map(quoted, tokens(query)))}, 5)") for query in nears],
            near_goal=larger,
            far_goal=250,
        ),
        Kind("word*", [(query, query) for query in beginnings], near_goal=lambda peer: 120, far_goal=300),
        Kind("fuzzy", [(misspelt(word, chance) + "~", None) for word in chance.choices(rare, k=number)], far_goal=300),
        Kind("five facets", same, {"facets": True}, {"facets": True}, far_goal=250),
        Kind("by date", same, {"sort": "date"}, {"sort": "date"}),
        Kind(
            "date range",
            [(f"{word} date:2008..2012", quoted(word)) for word in one_common],
            {},
            {"years": ("2008", "2012-12-31")},
        ),
    ]


def larger(peer: float | None) -> float:
    """Twice what the peer takes, or 25 ms."""
    return max(2 * (peer or 0), 25)


def tokens(text: str) -> list[str]:
    return _WORDS.findall(fold(text))


def quoted(word: str) -> str:
    return f'"{word}"'


def misspelt(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word))
    return word[:place] + chance.choice("aeioulnrst") + word[place + 1 :]


def measure(index: Index, peer: Peer, kind: Kind, far: bool) -> None:
    ours, theirs = [], []
    for query, its in kind.queries:
        started = time.process_time()
        index.search(query, **kind.options)
        ours.append((time.process_time() - started) * 1000)
        if its is not None:
            started = time.process_time()
            peer.search(its, **kind.peer_options)
            theirs.append((time.process_time() - started) * 1000)
    p50, p95 = half_and_most(ours)
    peer50, peer95 = half_and_most(theirs) if theirs else (None, None)
    if far:
        told = f"p95 ≤ {kind.far_goal:.0f} ms: {verdict(p95 <= kind.far_goal)}"
    else:
        half, most = kind.near_goal(peer50), kind.near_goal(peer95)
        told = f"p50 ≤ {half:.1f}: {verdict(p50 <= half)}, p95 ≤ {most:.1f}: {verdict(p95 <= most)}"
    ratio = f"{p50 / peer50:8.2f}{p95 / peer95:8.2f}" if peer50 and peer95 else " " * 16
    shown = f"{peer50:8.1f}{peer95:8.1f}" if peer50 and peer95 else f"{'–':>8}{'–':>8}"
    print(f"{kind.name:16}{p50:8.1f}{p95:8.1f}{shown}{ratio}   {told}", flush=True)


def half_and_most(times: Sequence[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]


def verdict(holds: bool) -> str:
    return "yes" if holds else "NO"


WRITING = """
import os, sys, time; from pathlib import Path
from archive_app.index import Index
from tests.benchmarks.search import Pages
if __name__ == "__main__":
    pages = Pages(int(sys.argv[2]))
    before, started = os.times(), time.perf_counter()
    Index.rebuild(Path(sys.argv[1]), pages.entries(), procs=2)
    after = os.times()
    print(time.perf_counter() - started, sum(after[:4]) - sum(before[:4]))
"""
OPENING = """
import sys, time; from pathlib import Path
from archive_app.index import Index
answer = Index.open(Path(sys.argv[1])).search(sys.argv[2])
print(time.process_time())
"""


def write(folder: Path, number: int, place: Path) -> None:
    """Writes the index in a program of its own, so that its memory can be told."""
    from tests.benchmarks.intake import Memory

    (place / "writing.py").write_text(WRITING)
    running = subprocess.Popen(
        [sys.executable, place / "writing.py", folder, str(number)], stdout=subprocess.PIPE, text=True,
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    memory = Memory(running.pid)
    memory.start()
    seconds, processors = map(float, running.communicate()[0].split())
    size = sum(path.stat().st_size for path in folder.iterdir())
    speed, most = number / (processors / 2), memory.most / 1e6
    print(
        f"written with 2 processes: {speed:.0f} pages a second of both processors (≥ 500: {verdict(speed >= 500)}; "
        f"as it went, {number / seconds:.0f}), {most:.0f} MB of memory (≤ 700: {verdict(most <= 700)}), "
        f"{size / number / 1000:.1f} kB a page on disk",
        flush=True,
    )


def open_afresh(folder: Path, query: str) -> None:
    times = []
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", OPENING, folder, query], capture_output=True, text=True, check=True, cwd=ROOT
        )
        times.append(float(done.stdout.split()[0]))
    print(
        f"opened, to the first answer: {min(times):.2f} to {max(times):.2f} s (< 0.6: {verdict(max(times) < 0.6)})",
        flush=True,
    )


def main(number: int, queries: int, only: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print(f"\n{number} pages", flush=True)
        write(place / "index", number, place)
        pages = Pages(number)
        peer = Peer(pages, place / "peer.sqlite")
        asked = kinds(pages, queries)
        open_afresh(place / "index", asked[1].queries[0][0])
        index = Index.open(
            place / "index", lambda record, page: pages.text(int(record[1:]) * PAGES_A_RECORD + page - 1)
        )
        index.search("agreement", facets=True, sort="date")
        print(f"{'':16}{'p50':>8}{'p95':>8}{'FTS5':>8}{'p95':>8}{'ratio':>8}{'p95':>8}   goal")
        for kind in asked:
            if only in kind.name:
                measure(index, peer, kind, number > 50_000)
        write_one(index)


def write_one(index: Index) -> None:
    """From a record being written to its being found, facets and order by date included, which are made anew."""
    started = time.process_time()
    index.write([IndexEntry("NEW", ((1, "quixotry " * 300),), title="New", date="2025")])
    found = index.search("quixotry", facets=True, sort="date", snippets=False).total
    seconds = time.process_time() - started
    assert found == 1
    print(f"one record written and found: {seconds:.3f} s (≤ 1: {verdict(seconds <= 1)})")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=int, default=[20_000, 100_000])
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--only", default="", help="a part of the name of the kinds to ask")
    arguments = parser.parse_args()
    for number in arguments.pages:
        main(number, arguments.queries, arguments.only)
