"""Writing what the archive knows for other programs and for paper. Each format is imported when it is asked for.

So is what a format tells of: a search and the first window need the labels alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive_app.domain.findings import BatchReport, InContext, Inquiry, Results
    from archive_app.domain.timeline import Timeline
    from archive_app.domain.years import Years
    from archive_app.exports.citation import Citable
    from archive_app.exports.comparison_page import Compared
    from archive_app.exports.evidence_sheet.content import EvidenceSheet
    from archive_app.exports.holdings import Holdings
    from archive_app.exports.labels import Labels
    from archive_app.exports.lapse_list import LapseList
    from archive_app.exports.request_list import RequestList

Exporter = Callable[["Holdings", Path], None]


def _late(module: str) -> Exporter:
    """The ``write`` of a module, imported at its first use: the workbook's library alone takes longer than a search."""

    def write(holdings: Holdings, file: Path) -> None:
        import_module(f"archive_app.exports.{module}").write(holdings, file)

    return write


EXPORTERS: dict[str, Exporter] = {
    "xlsx": _late("workbook"), "tables": _late("tables"), "csv": _late("table"), "json": _late("dump"),
    "html": _late("history_page"), "ics": _late("ics"), "timelinejs": _late("timelinejs"),
    "ead3": _late("ead3"), "dublin-core": _late("dublin_core"),
    "atom-csv": _late("atom_csv"), "ris": _late("ris"), "csl-json": _late("csl"),
    "bibtex": _late("bibtex"),
}  # fmt: skip


#: Citations as text, each by the module that words them.
CITED = {"ris": "ris", "bibtex": "bibtex", "csl-json": "csl"}


def cite(source: Citable, style: str, labels: Labels) -> str:
    """Records as ``text`` (a line each, in the language of the labels), ``ris``, ``bibtex`` or ``csl-json``."""
    if style == "text":
        from archive_app.exports import reference

        return reference.text(source, labels)
    told: str = import_module(f"archive_app.exports.{CITED[style]}").text(source)
    return told


def write_evidence(sheet: EvidenceSheet, file: Path, fonts: Path) -> None:
    """Writes a record's facts, notes and pages as PDF, in the faces of a folder."""
    from archive_app.exports.evidence_sheet import write

    write(sheet, file, fonts)


def draw_timeline(timeline: Timeline, file: Path, labels: Labels) -> None:
    """Draws a timeline as .svg, .png or .pdf by the file's ending."""
    from archive_app.exports.timeline_picture import draw

    draw(timeline, file, labels)


def draw_years(told: Years, title: str, file: Path, labels: Labels) -> None:
    """Draws coverage through the years in the same ways."""
    from archive_app.exports.coverage_picture import draw

    draw(told, title, file, labels)


def write_comparison(compared: Compared, file: Path) -> None:
    """Writes two papers side by side as a page."""
    from archive_app.exports.comparison_page import write

    write(compared, file)


def write_requests(asked: RequestList, file: Path, form: str) -> None:
    """Writes a list of what to ask for as ``xlsx``, ``csv`` or ``html``."""
    from archive_app.exports import requests as writing

    {"xlsx": writing.write_workbook, "csv": writing.write_csv, "html": writing.write_html}[form](asked, file)


def write_lapses(asked: LapseList, file: Path, form: str) -> None:
    """Writes lapses as a list of their own, ``xlsx`` or ``csv``."""
    from archive_app.exports import lapse_list

    (lapse_list.write_workbook if form == "xlsx" else lapse_list.write_csv)(asked, file)


def write_results(results: Results, file: Path, form: str) -> None:
    """Writes what a search found as ``xlsx`` or ``csv``."""
    from archive_app.exports.findings import results as module

    (module.write_workbook if form == "xlsx" else module.write_csv)(results, file)


def write_concordance(inquiry: Inquiry, lines: Iterable[InContext], file: Path, form: str) -> int:
    """Writes words in context as ``xlsx`` or ``csv``, as they come; gives how many lines there were."""
    from archive_app.exports.findings import concordance

    return (concordance.write_workbook if form == "xlsx" else concordance.write_csv)(inquiry, lines, file)


def write_batch(report: BatchReport, file: Path, form: str) -> None:
    """Writes the report on a list of queries as ``xlsx`` or ``csv``."""
    from archive_app.exports.findings import batch

    (batch.write_workbook if form == "xlsx" else batch.write_csv)(report, file)


__all__ = [
    "EXPORTERS",
    "Exporter",
    "cite",
    "draw_timeline",
    "draw_years",
    "write_batch",
    "write_comparison",
    "write_concordance",
    "write_evidence",
    "write_lapses",
    "write_requests",
    "write_results",
]
