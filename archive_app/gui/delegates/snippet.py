"""Paints a page of a hit: its number, and beside it the words around what was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from archive_app.gui import theme
from archive_app.gui.delegates import marked_text, painting
from archive_app.gui.theme import Role

LEFT, ABOVE, NUMBER, LINES = 20.0, 5.0, 44.0, 2


class SnippetDelegate(QStyledItemDelegate):
    """All rows are of one height: two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, round(QFontMetricsF(theme.font("small")).lineSpacing() * LINES + 2 * ABOVE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painting.ground(painter, option)
        scheme, small = theme.colours(), theme.font("small")
        box = QRectF(option.rect).adjusted(LEFT, ABOVE, -8, -ABOVE)
        painting.line(painter, box, index.data(Role.LABEL) or "", small, scheme.text_faint)
        right = box.adjusted(NUMBER, 0, 0, 0)
        snippet = index.data(Role.SNIPPET) or ""
        marked_text.draw(painter, right, snippet, small, scheme.text_soft, LINES, is_marked=True)
        painter.restore()
