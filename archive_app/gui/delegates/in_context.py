"""Paints a line of a concordance: what stands before the keyword ends at it, the keyword is marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from archive_app.gui import theme
from archive_app.gui.delegates import painting

BEFORE, KEYWORD, AFTER = range(3)


class InContextDelegate(QStyledItemDelegate):
    """The first three columns are before, keyword and after; the others are plain."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, round(QFontMetricsF(theme.font()).height() + 10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painting.ground(painter, option)
        scheme, column = theme.colours(), index.column()
        box = QRectF(option.rect).adjusted(6, 0, -6, 0)
        font = theme.font(serif=column <= AFTER, bold=column == KEYWORD)
        metrics = QFontMetricsF(font)
        ends = column == BEFORE
        cut = Qt.TextElideMode.ElideLeft if ends else Qt.TextElideMode.ElideRight
        told = metrics.elidedText(" ".join(str(index.data() or "").split()), cut, box.width())
        align = Qt.AlignmentFlag.AlignRight if ends else Qt.AlignmentFlag.AlignLeft
        if column == KEYWORD:
            align = Qt.AlignmentFlag.AlignHCenter
            width, height = metrics.horizontalAdvance(told) + 6, metrics.height()
            ground = QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)
            painter.fillRect(ground, scheme.hit)
        painter.setFont(font)
        painter.setPen(scheme.on_hit if column == KEYWORD else scheme.text if column <= AFTER else scheme.text_soft)
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, told)
        painter.restore()
