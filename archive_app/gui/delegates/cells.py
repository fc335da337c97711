"""Paints cells of tables: a state with its sign, a certainty with its strokes, quoted words, a pair's coverage."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archive_app.gui import theme
from archive_app.gui.delegates import marked_text, painting
from archive_app.gui.language import word
from archive_app.gui.theme import Role, signs

Index = QModelIndex | QPersistentModelIndex
#: Space before a cell's content, more where a row begins; the style sheet gives column heads the same.
FIRST, LEFT = 20, 10


class CellDelegate(QStyledItemDelegate):
    """Any cell of a table: what roles it answers decides what is painted before its text.

    All rows are of one height, that of ``lines``, into which longer text is broken before it is cut.
    """

    lines = 1

    def row_height(self) -> int:
        return round(QFontMetricsF(theme.font()).lineSpacing() * self.lines + 18)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, round(QFontMetricsF(theme.font()).height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.ground(painter, option)
        box = QRectF(option.rect).adjusted(FIRST if index.column() == 0 else LEFT, 0, -8, 0)
        ink, font = theme.colours().text, theme.font()
        status, confidence = index.data(Role.STATUS), index.data(Role.CONFIDENCE)
        if status:
            signs.paint_status(painter, QRectF(box.left(), box.center().y() - 7, 14, 14), status)
            box, ink = box.adjusted(22, 0, 0, 0), signs.status_colours(status)[0]
        elif confidence is not None:
            ink = theme.colours().warn if confidence < 0.9 else theme.colours().good
            signs.paint_certainty(painter, QRectF(box.left(), box.center().y() - 5, 14, 10), confidence, ink)
            box = box.adjusted(22, 0, 0, 0)
        elif sign := index.data(Qt.ItemDataRole.DecorationRole):
            painter.drawPixmap(QPointF(box.left(), box.center().y() - 8), sign)
            box = box.adjusted(24, 0, 0, 0)
        elif index.data(Role.QUOTE):
            font, ink = theme.font(serif=True, italic=True), theme.colours().text_soft
        if self.lines > 1:
            _in_lines(painter, box, index, font, ink, self.lines)
        else:
            _text(painter, box, index, font, ink)
        painter.restore()


def _text(painter: QPainter, box: QRectF, index: Index, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
    text = " ".join(str(index.data() or "").split())
    told = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag(align) | Qt.AlignmentFlag.AlignVCenter, told)


def _in_lines(painter: QPainter, box: QRectF, index: Index, font: QFont, ink: QColor, lines: int) -> None:
    """Broken into so many lines, in the middle of the row; the last one cut with dots where that is not enough."""
    text = " ".join(str(index.data() or "").split())
    most = QFontMetricsF(font).lineSpacing() * lines
    height = min(painting.paragraph_height(text, font, box.width()), most)
    taken = QRectF(box.left(), box.center().y() - height / 2, box.width(), most + 1)
    marked_text.draw(painter, taken, text, font, ink, lines)


class CoverageDelegate(QStyledItemDelegate):
    """A pair's cell: the ground and the sign of its state, its name, and since when or until when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(150, 52)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        status = index.data(Role.STATUS)
        box = QRectF(option.rect).adjusted(2, 2, -3, -3)
        if status:
            self._cell(painter, box, status, index.data() or "", _selected(option))
        else:
            painter.setPen(theme.colours().line_strong if _selected(option) else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colours().line_strong)
            painter.drawEllipse(box.center(), 1.6, 1.6)
        painter.restore()

    def _cell(self, painter: QPainter, box: QRectF, status: str, detail: str, selected: bool) -> None:
        ink, ground = signs.status_colours(status)
        painter.setPen(ink if selected else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        inner = box.adjusted(9, 6, -6, -5)
        signs.paint_status(painter, QRectF(inner.left(), inner.top() + 2, 13, 13), status)
        line = inner.adjusted(19, 0, 0, 0)
        taken = painting.line(painter, line, word("status", status), theme.font("small", bold=True), ink)
        if detail:
            below = QRectF(line.left(), taken.bottom() + 1, line.width(), 20)
            painting.line(painter, below, detail, theme.font("small"), theme.colours().text_soft)


def _selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)
