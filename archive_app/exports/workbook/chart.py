"""Coverage by year as a table and as a chart of the spreadsheet's own: how many pairs were covered, how many not."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from archive_app.domain.years import YearState
from archive_app.exports.holdings import Holdings
from archive_app.exports.wording import TURNS
from archive_app.exports.workbook import table
from archive_app.exports.workbook.book import Book
from archive_app.exports.workbook.cells import cell
from archive_app.exports.workbook.proof import Proof
from archive_app.exports.workbook.table import Column

#: The states that are drawn, from the axis up, each with its colour.
STATES = {
    YearState.COVERED: "2E7D4F", YearState.PARTLY: "8CC0A3", YearState.UNKNOWN: "B9AECF", YearState.LAPSED: "C4574B",
}  # fmt: skip


def add(book: Book, holdings: Holdings, proof: Proof) -> None:
    """Only where coverage over the years was asked for."""
    if holdings.years is None or not holdings.years.cells:
        return
    say, counts = holdings.labels.say, holdings.years.counts()
    sheet = book.plain("Coverage by year")
    table.set_up(sheet, [Column("", 10), *(Column("", 18) for _ in (*STATES, *TURNS))])
    sheet.append([table.header(sheet, say(name)) for name in ("Year", *map(str, STATES), *TURNS.values())])
    for year, states in counts.items():
        turns = holdings.years.turns[year]
        numbers = [states[state] for state in STATES] + [len(getattr(turns, name)) for name in TURNS]
        sheet.append([cell(sheet, number) for number in (year, *numbers)])
    sheet.add_chart(_chart(holdings, len(counts), sheet), "J2")


def _chart(holdings: Holdings, years: int, sheet: Worksheet) -> BarChart:
    say, chart = holdings.labels.say, BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "col", "stacked", 100, 40
    chart.title, chart.width, chart.height = say("Pairs by state in each year"), 28, 14
    chart.y_axis.title, chart.x_axis.title = say("Pairs"), say("Year")
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "b"
    for column, color in enumerate(STATES.values(), 2):
        chart.add_data(Reference(sheet, min_col=column, min_row=1, max_row=years + 1), titles_from_data=True)
        chart.series[-1].graphicalProperties.solidFill = color
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=years + 1))
    return chart
