"""A table's head whose names are wrapped, since names of offices are long."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from archive_app.gui import theme

ACROSS_HEIGHT, DOWN_WIDTH = 66, 190


class WrappedHeader(QHeaderView):
    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(100, ACROSS_HEIGHT)
        return QSize(DOWN_WIDTH, 100)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        scheme, across = theme.colours(), self.orientation() == Qt.Orientation.Horizontal
        painter.save()
        painter.fillRect(rect, scheme.surface)
        painter.setPen(QPen(scheme.line, 1))
        if across:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = str(self.model().headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole) or "")
        painter.setFont(theme.font("small", bold=not across))
        painter.setPen(scheme.text_soft if across else scheme.text)
        align = Qt.AlignmentFlag.AlignLeft | (Qt.AlignmentFlag.AlignBottom if across else Qt.AlignmentFlag.AlignVCenter)
        box = QRectF(rect).adjusted(8 if across else 18, 4, -8, -7 if across else -4)
        painter.drawText(box, int(align | Qt.TextFlag.TextWordWrap), text)
        painter.restore()
