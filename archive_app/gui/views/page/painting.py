"""Marks over the words of a drawn page: each reason for one has a shape of its own beside its colour.

Paper is white in the dark scheme too, so that marks on it have the colours of the light one.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.models.page.marks import Mark, Marking
from archive_app.gui.theme import markers


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, first: bool) -> None:
    """One box of a mark; ``first`` is the one that its words begin in.

    The ground is multiplied under the words, so that they stay as black as they are.
    """
    wide = box.adjusted(-1.5, -1, 1.5, 1)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    if mark.highlight:
        markers.paint_highlight(painter, wide, mark.highlight, first)
    else:
        _PAINTERS[mark.marking](painter, wide)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def paint_sheet(painter: QPainter, box: QRectF, drawn: QPixmap | None, turns: int, failed: bool) -> None:
    """A page in its box, turned by quarters; white until it is drawn, and where it cannot be it says so."""
    painter.fillRect(box, QColor("white"))
    if drawn:
        painter.save()
        painter.translate(box.center())
        painter.rotate(90 * turns)
        size = box.size().transposed() if turns % 2 else box.size()
        painter.drawPixmap(QRectF(QPointF(-size.width() / 2, -size.height() / 2), size), drawn, QRectF(drawn.rect()))
        painter.restore()
    elif failed:
        painter.setPen(QColor("#6a707a"))
        words = tr("page.undrawn")
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.setPen(QPen(theme.colours().line_strong, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _evidence(painter: QPainter, box: QRectF) -> None:
    """A light ground with a line below."""
    ink = theme.paper().evidence
    painter.setBrush(theme.light(ink, 48))
    painter.drawRoundedRect(box, 2, 2)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1.4, box.width(), 1.4), ink)


def _hit(painter: QPainter, box: QRectF) -> None:
    """A full ground, and no line."""
    painter.setBrush(theme.paper().hit)
    painter.drawRoundedRect(box, 2, 2)


def _chosen(painter: QPainter, box: QRectF) -> None:
    """A frame."""
    painter.setBrush(theme.light(theme.paper().chosen, 75))
    painter.setPen(QPen(theme.paper().chosen, 1.8))
    painter.drawRoundedRect(box.adjusted(-1.5, -1, 1.5, 1), 3, 3)


def _selected(painter: QPainter, box: QRectF) -> None:
    """A square ground."""
    painter.setBrush(theme.light(theme.paper().info, 90))
    painter.drawRect(box)


def _note(painter: QPainter, box: QRectF) -> None:
    """A dotted line, and a flag where it begins."""
    ink = theme.paper().note
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.DotLine))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon([box.topLeft() + QPointF(x, y) for x, y in ((-7, -2), (0, -2), (0, 5), (-3.5, 5))])


_PAINTERS = {
    Marking.EVIDENCE: _evidence, Marking.HIT: _hit, Marking.CHOSEN: _chosen, Marking.SELECTED: _selected,
    Marking.NOTE: _note,
}  # fmt: skip
