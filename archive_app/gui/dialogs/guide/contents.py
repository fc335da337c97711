"""How a line of the contents is drawn: a chapter, a heading below it, or a finding with the words around it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archive_app.gui import theme

#: What an item leads to (its chapter's name and the number of its heading), and a finding's words.
TARGET: Final = Qt.ItemDataRole.UserRole
SNIPPET: Final = TARGET + 1
#: Room over and under a line's words, and beside them, in pixels.
ROOM: Final = 5
BESIDE: Final = 8
Index = QModelIndex | QPersistentModelIndex


class ContentsDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(theme.font()).height() + 2 * ROOM
        if index.data(SNIPPET):
            height += 2 * QFontMetrics(theme.font("small")).height() + ROOM
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme, snippet = theme.colours(), index.data(SNIPPET)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(scheme.accent_soft if chosen else scheme.hover)
            painter.drawRoundedRect(option.rect, 5, 5)
        box = option.rect.adjusted(BESIDE, ROOM, -BESIDE, -ROOM)
        heading = index.parent().isValid()
        painter.setFont(theme.font(bold=chosen or bool(snippet)))
        painter.setPen(scheme.text_soft if heading and not chosen else scheme.text)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
        if snippet:
            below = QRect(box.left(), box.top() + painter.fontMetrics().height(), box.width(), box.height())
            painter.setFont(theme.font("small"))
            painter.setPen(scheme.text_soft)
            painter.drawText(below, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, str(snippet))
        painter.restore()
