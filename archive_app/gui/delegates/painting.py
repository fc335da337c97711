"""Strokes that several painters share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from archive_app.gui import theme


def ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The ground of a row, chosen or under the pointer, and the line that parts it from the next."""
    scheme, box = theme.colours(), QRectF(option.rect)
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, scheme.accent_soft)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, scheme.hover)
    painter.setPen(QPen(scheme.line, 1))
    painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))


def line(painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> QRectF:
    """One line at the top of a box, cut with dots where it is too long; returns the stretch it took."""
    metrics = QFontMetricsF(font)
    taken = QRectF(box.left(), box.top(), box.width(), metrics.height())
    painter.setFont(font)
    painter.setPen(ink)
    told = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(taken, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)
    return taken


def width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def centred(painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paragraph_height(text: str, font: QFont, width: float) -> float:
    """How high a text stands when it is wrapped to a width."""
    bound = QRectF(0, 0, max(40.0, width), 10_000)
    return QFontMetricsF(font).boundingRect(bound, int(WRAP), text).height()


def paragraph(painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> QRectF:
    """A text wrapped to the box's width; returns the stretch it took."""
    taken = QRectF(box.left(), box.top(), box.width(), paragraph_height(text, font, box.width()))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(taken, int(WRAP), text)
    return taken


WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
