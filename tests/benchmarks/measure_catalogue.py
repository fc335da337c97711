"""How long the catalogue takes: ``python -m tests.benchmarks.measure_catalogue [RECORDS]``.

Each record has two pages of 500 words and 20 facts with two boxes each. Prints milliseconds, once each.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from archive_app.catalogue import FILENAME, Catalogue
from archive_app.domain.dates import Duration
from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import DateMention, Fact, Party, Signatory, Value
from archive_app.domain.page import Page, WordBoxes

BATCH = 100
Result = TypeVar("Result")


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILENAME
        with Catalogue.create(path) as catalogue:
            measure_writing(catalogue, count)
        with Catalogue.open(path, writable=False) as catalogue:
            measure_reading(catalogue)
        print(f"{'size':32}{path.stat().st_size / count / 1000:10.2f} kB a record")


def measure_writing(catalogue: Catalogue, count: int) -> None:
    pages = (made_page(1), made_page(2))

    def in_batches(act: Callable[[int], None]) -> None:
        for start in range(0, count, BATCH):
            with catalogue.writing():
                for number in range(start, min(start + BATCH, count)):
                    act(number)

    timed("records.add, each", lambda: in_batches(lambda number: add(catalogue, number, pages)), count)
    ids = [record.id for record in catalogue.records.all()]
    described = [made_facts(number) for number in range(200)]
    timed(
        "facts.replace_readings, each",
        lambda: in_batches(lambda number: catalogue.facts.replace_readings(ids[number], described[number % 200])),
        count,
    )
    timed("facts.correct", lambda: catalogue.facts.correct(ids[0], "kind", ["report"], "ana", "2024-05-06T12:00:00Z"))
    version = catalogue.data_version - 1
    timed("records.changed_since", lambda: catalogue.records.changed_since(version))


def measure_reading(catalogue: Catalogue) -> None:
    ids = [record.id for record in timed("records.all", catalogue.records.all)]
    some = ids[:1000]
    timed("records.get, each", lambda: [catalogue.records.get(id) for id in some], len(some))
    timed("pages.of, each", lambda: [catalogue.pages.of(id) for id in some], len(some))
    timed("pages.text, each", lambda: [catalogue.pages.text(id) for id in some], len(some))
    timed("facts.of, each", lambda: [catalogue.facts.of(id) for id in some], len(some))
    timed("facts.all", catalogue.facts.all)
    timed("facts.all without boxes", lambda: catalogue.facts.all(with_boxes=False))
    few = ("kind", "title", "agreement_date", "effective_date", "expiration_date", "term", "party")
    timed("facts.all of 7 fields", lambda: catalogue.facts.all(with_boxes=False, fields=few))
    timed("data_version", lambda: catalogue.data_version)
    timed("faults", catalogue.faults)


def timed(name: str, act: Callable[[], Result], times: int = 1) -> Result:
    begun = time.perf_counter()
    result = act()
    print(f"{name:32}{(time.perf_counter() - begun) / times * 1000:10.2f} ms")
    return result


def add(catalogue: Catalogue, number: int, pages: tuple[Page, ...]) -> None:
    catalogue.records.add(
        sha256=f"{number:064x}",
        media_type="application/pdf",
        size=1000,
        filename=f"letter-{number}.pdf",
        original=f"originals/letter-{number}.pdf",
        linked=False,
        place=f"/boxes/letter-{number}.pdf",
        added_at="2024-05-06T12:00:00Z",
        pages=pages,
    )


def made_page(number: int) -> Page:
    chance = random.Random(number)
    words, text, x, y = [], "", 72.0, 72.0
    for _ in range(500):
        word = "".join(chance.choices("aeiorstlnd", k=chance.randint(2, 9)))
        words.append((len(text), len(text) + len(word), Box(x, y, x + 5.37 * len(word), y + 11.04)))
        text += word + " "
        x, y = (x + 5.37 * len(word) + 2.7, y) if x < 500 else (72.0, y + 13.8)
    return Page(number, text, 612.0, 792.0, WordBoxes(words))


def made_facts(number: int) -> list[Fact]:
    boxes = (Box(72.1, 100.2, 300.4, 111.0), Box(72.1, 112.0, 200.0, 123.0))
    evidence = Evidence(1, "in force for a term of three years from signature", 100, 150, boxes)
    values: list[tuple[str, Value]] = [
        *(("party", Party(f"Office {(number + n) % 60}", "OFFICE", f"US-{n}", "federal agency")) for n in range(4)),
        *(("signatory", Signatory(f"Signer {number}", "Director", None, "2014-09-03")) for _ in range(3)),
        *(("date", DateMention(f"2014-01-{day + 1:02d}")) for day in range(6)),
        *((field, "2014-09-03") for field in ("effective_date", "agreement_date", "issued_date")),
        *((field, f"{field} {number}") for field in ("kind", "title", "language")),
        ("term", Duration(3, "years")),
    ]
    return [Fact(field, value, 0.9, "rule", evidence) for field, value in values]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
