"""How a line of the contents is drawn: a chapter, a heading below it, or a finding with the words around it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archive_app.gui import theme

#: What an item leads to (its chapter's name and the number of its heading); a finding's words and chapter.
TARGET: Final = Qt.ItemDataRole.UserRole
SNIPPET: Final = TARGET + 1
CHAPTER: Final = TARGET + 2
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
            below = box.adjusted(0, painter.fontMetrics().height(), 0, 0)
            painter.setFont(theme.font("small"))
            for line, colour in ((index.data(CHAPTER), scheme.text_faint), (snippet, scheme.text_soft)):
                painter.setPen(colour)
                told = painter.fontMetrics().elidedText(str(line), Qt.TextElideMode.ElideRight, below.width())
                painter.drawText(below, Qt.AlignmentFlag.AlignTop, told)
                below.translate(0, painter.fontMetrics().height())
        painter.restore()
