"""Paints a record in the list: its title, what it is, and below them the words around what was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from archive_app.gui import theme
from archive_app.gui.delegates import marked_text, painting
from archive_app.gui.theme import Role

ABOVE, BELOW, BETWEEN = 9.0, 9.0, 2.0
TITLE_LINES = 2
Index = QModelIndex | QPersistentModelIndex


class RecordDelegate(QStyledItemDelegate):
    """All rows are of one height: two lines of title, one of kind, and ``snippet_lines`` of snippet."""

    snippet_lines = 0
    #: Whether the date stands before the kind, as the column of dates has no room.
    dated = False

    def row_height(self) -> int:
        title = QFontMetricsF(theme.font(bold=True)).lineSpacing() * TITLE_LINES
        small = QFontMetricsF(theme.font("small")).lineSpacing() * (1 + self.snippet_lines)
        return round(title + small + ABOVE + BELOW + BETWEEN * (2 if self.snippet_lines else 1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painting.ground(painter, option)
        box = QRectF(option.rect).adjusted(20, ABOVE, -8, -BELOW)
        if index.column() == 0:
            self._record(painter, box, index)
        else:
            box.setLeft(box.left() - 10)
            painting.line(painter, box, index.data() or "", theme.font("small"), theme.colours().text_soft)
        painter.restore()

    def _record(self, painter: QPainter, box: QRectF, index: Index) -> None:
        scheme, small = theme.colours(), theme.font("small")
        height = marked_text.draw(painter, box, index.data() or "", theme.font(bold=True), scheme.text, TITLE_LINES)
        below = box.adjusted(0, height + BETWEEN, 0, 0)
        taken = painting.line(painter, below, self._detail(index), small, scheme.text_faint)
        snippet = index.data(Role.SNIPPET)
        if snippet and self.snippet_lines:
            last = below.adjusted(0, taken.height() + BETWEEN, 0, 0)
            marked_text.draw(painter, last, snippet, small, scheme.text_soft, self.snippet_lines, is_marked=True)

    def _detail(self, index: Index) -> str:
        kind, day = index.data(Role.DETAIL) or "", index.sibling(index.row(), 1).data() or ""
        return " · ".join(part for part in (day, kind) if part) if self.dated else kind
