"""How a timeline's shapes look: each kind told by form and line as well as by colour."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from archive_app.domain.coverage import Gap
from archive_app.domain.timeline import Bar, Lane, Mark, Renaming
from archive_app.gui import theme
from archive_app.gui.delegates import painting
from archive_app.gui.language import code, tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.tracking.timeline_layout import AXIS, Axis, LaneBox, Shape
from archive_app.gui.theme import signs

HATCH: Final = 30.0


def paint_shape(painter: QPainter, shape: Shape, hovered: bool, on: date) -> None:
    box = QRectF(shape.x, shape.y, shape.width, shape.height)
    if isinstance(shape.what, Renaming):
        _renaming(painter, box)
        return
    if isinstance(shape.what, Bar):
        _bar(painter, box, shape.what, hovered)
    elif isinstance(shape.what, Gap):
        _gap(painter, box, shape.what, on)
    else:
        paint_mark(painter, box, shape.what.kind, hovered)


def paint_focus(painter: QPainter, shape: Shape) -> None:
    """The rim around what the keys have reached."""
    painter.setPen(QPen(theme.colours().focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(shape.x - 3, shape.y - 3, shape.width + 6, shape.height + 6), 5, 5)


def paint_chain(painter: QPainter, line: tuple[float, float, float, float]) -> None:
    """From one agreement of a chain to the next."""
    painter.setPen(QPen(theme.colours().line_strong, 2))
    painter.drawLine(QPointF(line[0], line[1]), QPointF(line[2], line[3]))


def _renaming(painter: QPainter, box: QRectF) -> None:
    """A dotted line down the lane: from here on the counterpart has another name."""
    pen = QPen(theme.colours().info, 1.6, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom()))


def paint_axis(painter: QPainter, axis: Axis, left: float, right: float, bottom: float) -> None:
    """Years along the top, with a faint line down; months where there is room."""
    scheme = theme.colours()
    for day, words, is_year in axis.ticks(left - 60, right):
        x = axis.x(day)
        if not left - 60 <= x <= right:
            continue
        painter.setPen(QPen(scheme.line_strong if is_year else scheme.line, 1))
        painter.drawLine(QPointF(x, AXIS - (9 if is_year else 5)), QPointF(x, bottom if is_year else AXIS))
        box = QRectF(x + 5, 6, 80, AXIS - 12)
        ink = scheme.text_soft if is_year else scheme.text_faint
        painting.line(painter, box.adjusted(0, 4, 0, 0), words, theme.font("small", bold=is_year), ink)


def paint_lane_ground(painter: QPainter, lane: LaneBox, left: float, width: float, odd: bool) -> None:
    scheme = theme.colours()
    box = QRectF(left, lane.top, width, lane.height)
    painter.fillRect(box, scheme.raised if odd else scheme.surface)
    painter.setPen(QPen(scheme.line, 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def paint_lane_name(painter: QPainter, lane: LaneBox, left: float, width: float, odd: bool) -> None:
    """The counterpart at the left edge, over whatever is scrolled below it; and how many papers have no date."""
    scheme = theme.colours()
    box = QRectF(left, lane.top, width, lane.height)
    painter.fillRect(box, scheme.raised if odd else scheme.surface)
    painter.setPen(QPen(scheme.line, 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomRight())
    inner = box.adjusted(18, 8, -10, -6)
    painter.save()
    painter.setClipRect(inner, Qt.ClipOperation.IntersectClip)
    taken = painting.paragraph(painter, inner, wording.lane(lane.lane), theme.font("small", bold=True), scheme.text)
    if lane.lane.undated:
        words = tr("timelines.undated", len(lane.lane.undated))
        below = QRectF(inner.left(), taken.bottom() + 1, inner.width(), 18)
        painting.line(painter, below, words, theme.font("small"), scheme.text_faint)
    painter.restore()


def paint_today(painter: QPainter, x: float, bottom: float, on: date) -> None:
    scheme = theme.colours()
    painter.setPen(QPen(scheme.chosen, 1.4))
    painter.drawLine(QPointF(x, AXIS - 6), QPointF(x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scheme.chosen)
    painter.drawPolygon(QPolygonF([QPointF(x - 5, AXIS - 11), QPointF(x + 5, AXIS - 11), QPointF(x, AXIS - 4)]))


def paint_mark(painter: QPainter, box: QRectF, kind: str, hovered: bool = False) -> None:
    """Signature: a full diamond; amendment: a hollow one; release: a dot; article: a ring; letter: an envelope;
    termination: a cross; an event: a pennant."""
    scheme = theme.colours()
    ink = {"termination": scheme.bad, "signature": scheme.text, "amendment": scheme.text}.get(kind, scheme.info)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(ink if kind in ("signature", "press release") else scheme.surface)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if not hovered else box.adjusted(-1, -1, 1, 1)
    if kind in ("signature", "amendment"):
        middle = inner.center()
        corners = [QPointF(middle.x(), inner.top()), QPointF(inner.right(), middle.y()),
                   QPointF(middle.x(), inner.bottom()), QPointF(inner.left(), middle.y())]  # fmt: skip
        painter.drawPolygon(QPolygonF(corners))
    elif kind == "letter":
        envelope = inner.adjusted(0, 1.5, 0, -1.5)
        painter.drawRect(envelope)
        painter.drawPolyline([envelope.topLeft(), envelope.center(), envelope.topRight()])
    elif kind == "termination":
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif kind == "event":
        painter.setBrush(ink)
        painter.drawLine(inner.topLeft(), inner.bottomLeft())
        tip, below = inner.topRight() + QPointF(0, 3.5), inner.topLeft() + QPointF(0, 7)
        painter.drawPolygon([inner.topLeft(), tip, below])
    else:
        painter.drawEllipse(inner.adjusted(1, 1, -1, -1))


def _bar(painter: QPainter, box: QRectF, bar: Bar, hovered: bool) -> None:
    """A stated end is a straight edge, a computed one is hatched, an unknown one fades, an endless one is an arrow."""
    ink = signs.status_colours(bar.status)[0]
    painter.setPen(Qt.PenStyle.NoPen)
    if bar.end is None and bar.end_basis != "perpetual":
        _fading(painter, box, ink)
    else:
        painter.setBrush(ink.lighter(112) if hovered else ink)
        painter.drawPath(_arrow(box) if bar.end is None else _rounded(box))
        if bar.end_basis == "computed":
            _hatched_end(painter, box, ink)
    if box.width() > 60:
        text = box.adjusted(9, 0, -(HATCH if bar.end_basis == "computed" else 8) - 4, 0)
        colour = theme.colours().surface if bar.end or bar.end_basis else theme.colours().text
        told = next((words for words, width in _labels(bar.start, bar.end, code()) if width <= text.width()), "")
        if told:
            painter.setFont(theme.font("small", bold=True))
            painter.setPen(colour)
            painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)


@lru_cache(maxsize=8192)
def _labels(start: date, end: date | None, _language: str) -> tuple[tuple[str, float], ...]:
    """From when to when, from long to short, each with its width; the title is in the tip."""
    told = (wording.stretch(start, end), wording.stretch(start, end, brief=True), str(start.year))
    font = theme.font("small", bold=True)
    return tuple((words, painting.width(words, font)) for words in told)


def _rounded(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, 4, 4)
    return path


def _arrow(box: QRectF) -> QPainterPath:
    """A bar that points on to the right."""
    tip = min(12.0, box.width() / 2)
    path = QPainterPath(box.topLeft())
    for point in (QPointF(box.right() - tip, box.top()), QPointF(box.right(), box.center().y()),
                  QPointF(box.right() - tip, box.bottom()), box.bottomLeft()):  # fmt: skip
        path.lineTo(point)
    path.closeSubpath()
    return path


def _fading(painter: QPainter, box: QRectF, ink: QColor) -> None:
    fade = QLinearGradient(box.topLeft(), box.topRight())
    fade.setColorAt(0, theme.light(ink, 150))
    fade.setColorAt(1, theme.light(ink, 0))
    painter.setBrush(QBrush(fade))
    painter.drawRect(box)
    painter.setPen(QPen(ink, 2))
    painter.drawLine(box.topLeft(), box.bottomLeft())


def _hatched_end(painter: QPainter, box: QRectF, ink: QColor) -> None:
    end = QRectF(box.right() - min(HATCH, box.width() * 0.5), box.top(), min(HATCH, box.width() * 0.5), box.height())
    painter.fillRect(end, theme.colours().surface)
    painter.fillRect(end, theme.light(ink, 60))
    painter.setBrushOrigin(box.topLeft())
    painter.fillRect(end, QBrush(ink, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _gap(painter: QPainter, box: QRectF, gap: Gap, on: date) -> None:
    """A lapse: a dashed outline on a red ground, with its name, and its length where there is room."""
    scheme = theme.colours()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(box, theme.light(scheme.bad, 22))
    pen = QPen(scheme.bad, 1.2, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(box.topLeft(), box.topRight())
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    for told in wording.lapse(gap.start, gap.end or on):
        if painting.width(told, theme.font("small")) + 10 < box.width():
            one = QRectF(box.left(), box.center().y() - 9, box.width(), 18)
            painting.centred(painter, one, told, theme.font("small"), scheme.bad)
            return


def tip(shape: Shape, on: date) -> str:
    """What a shape is, in lines."""
    what = shape.what
    if isinstance(what, Bar):
        days = tr("format.range", wording.day(what.start), wording.bar_end(what))
        return f"{what.title}\n{days}\n{wording.status(what.status)}"
    if isinstance(what, Gap):
        until = wording.day(what.end) if what.end else tr("timelines.open")
        words = tr("timelines.nothing_for", wording.length(what.start, what.end or on))
        return f"{words}\n{tr('format.range', wording.day(what.start), until)}"
    if isinstance(what, Renaming):
        return tr("timelines.renamed", wording.day(what.day), what.before, what.since)
    return mark_tip(what)


def spoken(lane: Lane, shape: Shape, place: tuple[int, int], on: date) -> str:
    """The same in one sentence for the ear: with whom, what, from when to when, and which one of how many."""
    told = ", ".join(tip(shape, on).splitlines())
    basis = shape.what.end_basis if isinstance(shape.what, Bar) else None
    end = tr("timelines.end_is", word("basis", basis)) if basis in ("stated", "computed") else ""
    return ", ".join(filter(None, (wording.lane(lane), told, end, tr("timelines.nth", *place))))


def mark_tip(mark: Mark) -> str:
    return f"{mark.title}\n{word('mark', mark.kind)}, {wording.day(mark.day)}"
