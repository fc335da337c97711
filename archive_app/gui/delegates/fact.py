"""Paints a fact: its field on the left; its value, below it the words as written, how sure and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyledItemDelegate, QStyleOptionViewItem

from archive_app.gui import theme
from archive_app.gui.delegates import painting
from archive_app.gui.theme import Role, signs

LABEL = 118.0
LEFT, RIGHT, ABOVE, BELOW = 16.0, 14.0, 7.0, 8.0
HEADING_ABOVE, HEADING_BELOW = 18.0, 6.0


class FactDelegate(QStyledItemDelegate):
    """Rows are as high as their values need at the list's width."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.data(Role.HEADING):
            height = QFontMetricsF(theme.font("small", bold=True)).height() + HEADING_ABOVE + HEADING_BELOW
            return QSize(200, round(height))
        shown_in = option.widget
        width = shown_in.viewport().width() if isinstance(shown_in, QAbstractScrollArea) else 340
        value = painting.paragraph_height(index.data(), theme.font(), _value_width(width))
        below = sum(bool(index.data(role)) for role in (Role.QUOTE, Role.DETAIL))
        return QSize(200, round(value + below * (QFontMetricsF(theme.font("small")).height() + 2) + ABOVE + BELOW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if index.data(Role.HEADING):
            inner = box.adjusted(LEFT, HEADING_ABOVE, -RIGHT, -HEADING_BELOW)
            painting.line(painter, inner, index.data(), theme.font("small", bold=True), theme.colours().accent)
        else:
            painting.ground(painter, option)
            self._fact(painter, box.adjusted(LEFT, ABOVE, -RIGHT, -BELOW), index)
        painter.restore()

    def _fact(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        scheme = theme.colours()
        label = QRectF(box.left(), box.top(), LABEL - 10, box.height())
        painting.line(painter, label, index.data(Role.LABEL), theme.font(), scheme.text_soft)
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        if sign:
            painter.drawPixmap(QPointF(label.right() - 20, label.top() + 1), sign)
        right = box.adjusted(LABEL, 0, 0, 0)
        known = index.data(Role.CONFIDENCE) is not None
        font = theme.font(italic=not known)
        value = painting.paragraph(painter, right, index.data(), font, scheme.text if known else scheme.text_faint)
        written = index.data(Role.QUOTE)
        if written:
            below = QRectF(right.left(), value.bottom() + 2, right.width(), 20)
            quote = theme.font("small", italic=True, serif=True)
            value = painting.line(painter, below, written, quote, scheme.text_soft)
        if known:
            self._detail(painter, QRectF(right.left(), value.bottom() + 2, right.width(), 20), index)

    def _detail(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        scheme, font = theme.colours(), theme.font("small")
        height = QFontMetricsF(font).height()
        confidence = index.data(Role.CONFIDENCE)
        person = index.data(Role.SOURCE) == "person"
        sign = QRectF(box.left(), box.top() + height / 2 - 5, 13, 9)
        if person:
            painter.drawPixmap(sign.topLeft().toPoint(), theme.picture("person", 12, scheme.good, 2.0))
        else:
            doubtful = signs.certainty_level(confidence) < 3
            signs.paint_certainty(painter, sign, confidence, scheme.warn if doubtful else scheme.good)
        text = QRectF(box.left() + 19, box.top(), box.width() - 19, height)
        painting.line(painter, text, index.data(Role.DETAIL), font, scheme.text_faint)


def _value_width(width: float) -> float:
    return width - LEFT - RIGHT - LABEL
