"""Choices and links whose words end in … where they lack room, rather than in half a letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionToolButton,
    QStylePainter,
)  # fmt: skip

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
