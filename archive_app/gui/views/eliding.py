"""Choices and links whose words end in … where they lack room, rather than in half a letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionToolButton,
    QStylePainter,
)  # fmt: skip

from archive_app.gui import theme
from archive_app.gui.views import parts

#: Beside the words of a link: its drawing, the gap after it and the room at both ends, in pixels.
AROUND_LINK = 36


class Choice(QComboBox):
    """Tells its whole words in a tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.currentTextChanged.connect(self.setToolTip)

    def paintEvent(self, event: QPaintEvent) -> None:
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        taken = self.iconSize().width() + 4 if not self.itemIcon(self.currentIndex()).isNull() else 0
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - taken - 2)
        option.currentText = words
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def offer(choice: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
    """Other lines below the first one, each with its code; the one chosen stays so where it is still there."""
    before, blocked = choice.currentData(), choice.blockSignals(True)
    while choice.count() > 1:
        choice.removeItem(1)
    for code, words in rows:
        choice.addItem(words, code)
    choice.setCurrentIndex(max(0, choice.findData(before)))
    choice.blockSignals(blocked)


class Lines(QLabel):
    """Words over several lines, as many as there is room for whole; the last one ends in … where more would follow."""

    def __init__(self, most: int, role: str = "", size: str = "text") -> None:
        super().__init__()
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size))
        self.setWordWrap(True)
        self.setProperty("role", role)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(super().heightForWidth(width), self._most * self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    @property
    def drawn(self) -> str:
        """What is seen of the words, a line of the text for each line there."""
        room = max(1, min(self._most, self.height() // self.fontMetrics().lineSpacing()))
        rows, text = _broken(self.text(), self.font(), self.width()), self.text()
        if len(rows) <= room:
            return "\n".join(text[a:b].rstrip() for a, b in rows)
        whole = [text[a:b].rstrip() for a, b in rows[: room - 1]]
        rest = text[rows[room - 1][0] :]
        last = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        return "\n".join((*whole, last))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        at = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self.style().drawItemText(painter, self.rect(), at, self.palette(), True, self.drawn, self.foregroundRole())


def _broken(words: str, font: QFont, width: int) -> list[tuple[int, int]]:
    """Where each line of the words begins and ends, in characters, in a width in pixels."""
    layout, rows = QTextLayout(words, font), []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        rows.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    return rows


class Link(parts.Tool):
    """A line that leads somewhere; it takes the width there is."""

    def __init__(self, icon: str, words: str, tip: str = "") -> None:
        super().__init__(icon)
        self.setText(words)
        self.setToolTip(tip or words)
        self.setAccessibleName(words)
        self.setProperty("role", "link")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option, painter = QStyleOptionToolButton(), QStylePainter(self)
        self.initStyleOption(option)
        room = self.width() - AROUND_LINK
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        option.text = words
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
