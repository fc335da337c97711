"""How coverage through the years looks: each state told by its form as well as by its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from archive_app.domain.year_chart import Segment, YearChart
from archive_app.domain.years import DRAWN, TURNED, YearState
from archive_app.gui import theme
from archive_app.gui.delegates import painting
from archive_app.gui.language import number, tr
from archive_app.gui.models.tracking import years

#: Above the columns, and below them: the years, then a row for each thing that a year changes, then the legend.
TOP, YEARS, ROW, LEGEND = 18.0, 24.0, 22.0, 34.0
#: Left of the columns: the names of the rows.
SIDE, RIGHT = 164.0, 24.0
FOOT = YEARS + ROW * len(TURNED) + LEGEND
#: A year's number has room from so many pixels on; a column's number from so high and wide on.
LABELLED, HIGH, WIDE = 40.0, 15.0, 16.0


def paint_grid(painter: QPainter, chart: YearChart) -> None:
    """Lines across with their numbers, and the years below."""
    scheme, font = theme.colours(), theme.font("small")
    for pairs in chart.lines:
        y = chart.y(pairs)
        painter.setPen(QPen(scheme.line, 1))
        painter.drawLine(QPointF(chart.left, y), QPointF(chart.right, y))
        box = QRectF(chart.left - 60, y - 9, 50, 18)
        painter.setFont(font)
        painter.setPen(scheme.text_faint)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(pairs))
    for year in chart.numbered(LABELLED):
        box = QRectF(chart.middle(year) - 30, chart.foot + 3, 60, YEARS - 4)
        painting.centred(painter, box, str(year), theme.font("small", bold=True), scheme.text_soft)


def paint_room(painter: QPainter, chart: YearChart, year: int, bottom: float) -> None:
    """The ground of a year that is pointed at or reached, from the top down through the rows."""
    box = QRectF(chart.middle(year) - chart.column / 2, TOP - 8, chart.column, bottom - TOP + 8)
    painter.fillRect(box, theme.colours().hover)


def paint_focus(painter: QPainter, chart: YearChart, year: int, bottom: float) -> None:
    painter.setPen(QPen(theme.colours().focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(chart.middle(year) - chart.column / 2, TOP - 8, chart.column, bottom - TOP + 8)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)


def paint_state(painter: QPainter, box: QRectF, state: YearState) -> None:
    """Covered: full; partly: striped; unknown: dotted in grey; nothing in force: empty within red dashes."""
    scheme = theme.colours()
    ink = {YearState.UNKNOWN: scheme.neutral, YearState.LAPSED: scheme.bad}.get(state, scheme.good)
    if state is YearState.COVERED:
        painter.fillRect(box, ink)
        return
    if state is YearState.LAPSED:
        painter.fillRect(box, theme.light(ink, 22))
    else:
        painter.fillRect(box, theme.light(ink, 40))
        pattern = Qt.BrushStyle.BDiagPattern if state is YearState.PARTLY else Qt.BrushStyle.Dense6Pattern
        painter.fillRect(box, QBrush(ink, pattern))
    pen = QPen(ink, 1.2, Qt.PenStyle.CustomDashLine if state is YearState.LAPSED else Qt.PenStyle.SolidLine)
    if state is YearState.LAPSED:
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_number(painter: QPainter, segment: Segment) -> None:
    """Where there is room, on a ground of its own: stripes and the line of days may pass below it."""
    if segment.high < HIGH or segment.width < WIDE:
        return
    scheme, font, told = theme.colours(), theme.font("small", bold=True), number(segment.number)
    middle = QPointF(segment.x + segment.width / 2, (segment.foot + segment.top) / 2)
    wide = painting.width(told, font) + 8
    box = QRectF(middle.x() - wide / 2, middle.y() - 7.5, wide, 15)
    full = segment.state is YearState.COVERED
    painter.fillRect(box, scheme.good if full else scheme.surface)
    painting.centred(painter, box, told, font, scheme.surface if full else scheme.text)


def paint_line(painter: QPainter, chart: YearChart) -> None:
    """How many pairs had something in force on each day, over the columns."""
    line = QPolygonF([QPointF(x, y) for x, y in chart.line])
    for ink, width in ((theme.colours().surface, 4.0), (theme.colours().text, 1.8)):
        painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
        painter.drawPolyline(line)


def paint_rows(painter: QPainter, chart: YearChart, left: float) -> None:
    """How much of each thing every year changed; nothing is written for none."""
    scheme, font = theme.colours(), theme.font("small")
    for row, name in enumerate(TURNED):
        top = chart.foot + YEARS + row * ROW
        painter.setPen(QPen(scheme.line, 1))
        painter.drawLine(QPointF(left, top), QPointF(chart.right, top))
        words = QRectF(left, top + 3, chart.left - left - 8, ROW)
        painting.line(painter, words, years.turned(name), font, scheme.text_soft)
        for year, turns in chart.told.turns.items():
            found = len(getattr(turns, name))
            box = QRectF(chart.middle(year) - 30, top, 60, ROW)
            if found:
                ink = scheme.bad if name == "lapsed" else scheme.text
                painting.centred(painter, box, number(found), theme.font("small", bold=True), ink)


def paint_legend(painter: QPainter, left: float, top: float, right: float) -> None:
    """What the forms mean."""
    scheme, font, x, middle = theme.colours(), theme.font("small"), left, top + LEGEND / 2
    for state in DRAWN:
        paint_state(painter, QRectF(x, middle - 6, 16, 12), state)
        x = _named(painter, x + 22, middle, years.state(state))
    painter.setPen(QPen(scheme.text, 1.8))
    painter.drawLine(QPointF(x, middle), QPointF(x + 18, middle))
    box = QRectF(x + 24, middle - 9, max(0.0, right - x - 24), 18)
    painting.line(painter, box, tr("year_chart.each_day"), font, scheme.text_soft)


def _named(painter: QPainter, x: float, middle: float, told: str) -> float:
    """A name beside its sign; gives where the next sign begins."""
    width = painting.width(told, theme.font("small"))
    box = QRectF(x, middle - 9, width + 4, 18)
    painting.line(painter, box, told, theme.font("small"), theme.colours().text_soft)
    return x + width + 22
