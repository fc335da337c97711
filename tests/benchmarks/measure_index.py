"""How long the index takes: ``python -m tests.benchmarks.measure_index [PAGES] [WORDS] [PROCS,PROCS…]``.

Records of five pages of made-up words, as frequent as in language. Prints pages a second for each number of processes,
then the median and the slowest of a few searches of each form, in milliseconds, snippets of 20 hits included.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Any

from archive_app.index import Index, IndexEntry

PAGES_A_RECORD = 5
_ENDINGS = ("", "s", "ed", "ing", "ment", "ments", "tion", "er", "ers", "ado", "ada", "ción", "es", "mente")


def main(pages: int, words: int, procs: list[int]) -> None:
    vocabulary = made_words(30_000)
    entries = list(made_entries(vocabulary, pages, words))
    texts = {(entry.record, number): text for entry in entries for number, text in entry.pages}
    with tempfile.TemporaryDirectory() as folder:
        for number in procs:
            measure_writing(Path(folder), entries, number)
        index = Index.open(Path(folder), lambda record, page: texts[record, page])
        measure_searching(index, vocabulary)
        for name, act in (("write", index.write), ("write_fields", index.write_fields)):
            started = time.perf_counter()
            act(entries[:1])
            print(f"{name + ' of one record':24}{(time.perf_counter() - started) * 1000:8.1f}")


def measure_writing(folder: Path, entries: list[IndexEntry], procs: int) -> None:
    started = time.perf_counter()
    Index.rebuild(folder, entries, procs=procs)
    seconds = time.perf_counter() - started
    pages = sum(len(entry.pages) for entry in entries)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{procs} process(es): {pages / seconds:.0f} pages a second, {size / pages / 1000:.1f} kB a page")


def measure_searching(index: Index, words: list[str]) -> None:
    pairs = [(words[one], words[other]) for one, other in ((0, 1), (1, 2), (3, 9), (20, 30), (100, 5))]
    forms: dict[str, tuple[list[str], dict[str, Any]]] = {
        "rare": (words[5000:5020], {}),
        "common": (words[:8], {}),
        "three words": ([f"{words[n]} {words[10 * n]} {words[40 * n]}" for n in range(1, 9)], {}),
        "phrase of common words": ([f'"{one} {other}"' for one, other in pairs], {}),
        "near, common words": ([f'"{one} {other}"~5' for one, other in pairs], {}),
        "beginning": ([word[:3] + "*" for word in words[:20] if len(word) > 3], {}),
        "nearly": ([f"{words[n]}x~" for n in (20, 100, 500, 1000, 3000)], {}),
        "common, with facets": (words[:8], {"facets": True}),
        "common, by date": (words[:8], {"sort": "date"}),
        "everything, with facets": ([""] * 5, {"facets": True}),
    }
    for name, (queries, options) in forms.items():
        times = [milliseconds(index, query, options) for query in queries]
        print(f"{name:24}{median(times):8.1f}{max(times):8.1f}")


def milliseconds(index: Index, query: str, options: dict[str, Any]) -> float:
    return index.search(query, **options).seconds * 1000


def made_words(number: int) -> list[str]:
    chance = random.Random(1)
    syllables = [consonant + vowel for consonant in "bcdfglmnprstv" for vowel in "aeiou"]
    return ["".join(chance.choices(syllables, k=chance.randint(1, 4))) + chance.choice(_ENDINGS) for _ in range(number)]


def made_entries(vocabulary: list[str], pages: int, words: int) -> Iterator[IndexEntry]:
    chance = random.Random(2)
    frequency = list(accumulate(1 / (rank + 2.7) for rank in range(len(vocabulary))))

    def text(length: int) -> str:
        return " ".join(chance.choices(vocabulary, cum_weights=frequency, k=length))

    for number in range(pages // PAGES_A_RECORD):
        yield IndexEntry(
            f"R{number:05}",
            tuple((page, text(words)) for page in range(1, PAGES_A_RECORD + 1)),
            title=text(6),
            kind=chance.choice(["press release", "agreement", "report"]),
            language=chance.choice(["en", "es"]),
            date=f"{chance.randint(2000, 2024)}-{chance.randint(1, 12):02}-11",
            agencies=(f"US-DOL-{chance.randint(1, 40)}",),
            places=(f"City {chance.randint(1, 50)}, TX",),
        )


if __name__ == "__main__":
    arguments = dict(enumerate(sys.argv[1:]))
    procs = [int(number) for number in arguments.get(2, "1,2").split(",")]
    main(int(arguments.get(0, 1500)), int(arguments.get(1, 400)), procs)
