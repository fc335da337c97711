"""Paints a record in the list: its title, and below it the words around what was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from archive_app.gui import theme
from archive_app.gui.delegates import marked_text, painting
from archive_app.gui.theme import Role

PADDING = 9.0


class RecordDelegate(QStyledItemDelegate):
    """One line of title, and ``snippet_lines`` lines of snippet, which the list sets with each answer."""

    snippet_lines = 0

    def row_height(self) -> int:
        title = QFontMetricsF(theme.font(bold=True)).height()
        snippet = QFontMetricsF(theme.font("small")).lineSpacing() * self.snippet_lines
        return round(title + snippet + 2 * PADDING + (3 if self.snippet_lines else 0))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painting.ground(painter, option)
        box = QRectF(option.rect).adjusted(14, PADDING, -10, -PADDING)
        if index.column() == 0:
            self._record(painter, box, index)
        else:
            self._cell(painter, box, index)
        painter.restore()

    def _record(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        title = painting.line(painter, box, index.data(), theme.font(bold=True), theme.colours().text)
        snippet = index.data(Role.SNIPPET)
        if snippet and self.snippet_lines:
            scheme = theme.colours()
            below = QRectF(box.left(), title.bottom() + 3, box.width(), box.bottom() - title.bottom())
            marked_text.draw(painter, below, snippet, theme.font("small"), scheme.text_soft, self.snippet_lines)

    def _cell(self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        box.setLeft(box.left() - 6)
        painting.line(painter, box, index.data() or "", theme.font("small"), theme.colours().text_soft)

