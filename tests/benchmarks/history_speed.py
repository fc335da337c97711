"""Ten thousand agreements: what a day, a matrix, the years, the ledger and the workbook cost.

    python tests/benchmarks/history_speed.py [AGREEMENTS]

Seconds are those of the processor, so that other work on the machine does not count; memory is the most held at once.
The peer of the workbook is openpyxl writing as many cells of plain text.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

sys.path.insert(0, str(Path(__file__).parents[2]))

from openpyxl import Workbook

from archive_app.domain import coverage, lapses, years
from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.domain.chains import form_history
from archive_app.domain.dates import Duration
from archive_app.domain.description import describe
from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import Fact, Party, Signatory, Value
from archive_app.domain.history import Described, History
from archive_app.domain.record import Record, State
from archive_app.exports import EXPORTERS
from archive_app.exports.holdings import Holdings

ON = date(2024, 5, 5)
WORDS = Evidence(1, "as the paper says in these very words", 10, 46, (Box(72, 100, 300, 112),))


def main(count: int = 10_000) -> int:
    bodies = AuthorityFile.of(
        [Authority(f"AG-{n}", f"Agency Office {n}", "federal agency") for n in range(100)]
        + [Authority(f"CO-{n}", f"Consulate in Town {n}", "consulate") for n in range(60)]
    )
    papers = [_paper(n) for n in range(count)]
    history = _timed("form_history", lambda: form_history(papers, bodies))
    _timed("state on a day (first asked)", lambda: [one.status(ON) for one in history.agreements])
    other = date(2016, 2, 29)
    _timed("state on another day", lambda: [one.status(other) for one in history.agreements])
    pairs = _timed("pairs", lambda: coverage.by_pair(history.agreements))
    _timed("matrix", lambda: coverage.covered(pairs, ON))
    _timed("matrix of another day", lambda: coverage.covered(pairs, date(2012, 7, 1)))
    _timed("years", lambda: years.by_year(pairs, ON))
    _timed("ledger", lambda: lapses.ledger(pairs, ON))
    with tempfile.TemporaryDirectory() as folder:
        _workbook(_holdings(history, papers, bodies), Path(folder))
    return 0


def _workbook(holdings: Holdings, folder: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    _timed("workbook", lambda: EXPORTERS["xlsx"](holdings, folder / "book.xlsx"))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    cells = _cells(folder / "book.xlsx")
    size = (folder / "book.xlsx").stat().st_size >> 20
    print(f"{'':32} {size} MB on disk, {cells:,} cells; memory {before} MB before, {most} MB at most")
    _timed("peer: as many cells of plain text", lambda: _plain(cells, folder / "plain.xlsx"))


def _cells(file: Path) -> int:
    with ZipFile(file) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        return sum(parts.read(name).count(b"<c r=") for name in sheets)


def _plain(cells: int, file: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(cells // 12):
        sheet.append(["as the paper says"] * 12)
    book.save(file)


def _timed(name: str, work: Callable[[], Any]) -> Any:
    start = time.process_time()
    result = work()
    print(f"{name:32} {time.process_time() - start:7.3f} s", flush=True)
    return result


def _paper(n: int) -> Described:
    source = random.Random(n)
    signed = date(2000, 1, 1) + timedelta(days=source.randrange(8500))
    agency, post = source.randrange(100), source.randrange(60)
    values: list[tuple[str, Value]] = [
        ("kind", "memorandum of understanding"), ("language", "en"), ("title", f"Memorandum on matter {n % 40}"),
        ("party", Party(f"Agency Office {agency}", f"Agency Office {agency}", f"AG-{agency}", "federal agency")),
        ("party", Party(f"Consulate in Town {post}", f"Consulate in Town {post}", f"CO-{post}", "consulate")),
        ("signatory", Signatory("Ruth Okafor", "Director", None, str(signed))), ("signatory", Signatory("Ana Ruiz")),
        ("agreement_date", str(signed)), ("effective_date", str(signed)),
        ("term", Duration(source.choice((1, 2, 3, 5)), "years")), ("notice_period", Duration(30, "days")),
    ]  # fmt: skip
    if n % 7 == 0:
        values += [("renewal", "automatic"), ("renewal_term", Duration(1, "years"))]
    facts = [
        Fact(field, value, 0.9, "rule: as read", WORDS, id=n * 100 + at) for at, (field, value) in enumerate(values)
    ]
    return Described(f"R{n:05d}", f"paper-{n}.pdf", describe(facts))


def _holdings(history: History, papers: list[Described], bodies: AuthorityFile) -> Holdings:
    records = tuple(
        (Record(one.record, "0" * 64, "application/pdf", 1000, one.filename, one.filename, False,
                "2026-01-01T00:00:00+00:00", State.DESCRIBED, 3), one.description)
        for one in papers
    )  # fmt: skip
    originals = {one.record: Path("/kept") / one.filename for one in papers}
    covered = coverage.coverage(history.agreements, ON)
    return Holdings("Ten thousand", ON, bodies, history.agreements, records, originals, covered)


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
