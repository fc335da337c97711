"""Small pieces that several views are made of."""

from __future__ import annotations

from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from archive_app.gui import theme
from archive_app.gui.delegates.cells import CellDelegate

#: How high the strip above a view is, whatever stands in it.
HEADING: Final = 58
#: The side of the drawing over an empty list.
DRAWING: Final = 44

AnyTable = TypeVar("AnyTable", bound=QTableView)


def label(text: str = "", role: str = "", size: str = "text", bold: bool = False, wrap: bool = False) -> QLabel:
    """A label in one of the style sheet's roles. Its text is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(size, bold=bold))
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def frame(role: str, layout: QLayout | None = None) -> QFrame:
    made = QFrame()
    made.setProperty("role", role)
    if layout is not None:
        made.setLayout(layout)
    return made


def column(*margins: int, spacing: int = 0) -> QVBoxLayout:
    """A layout from top to bottom; margins left, top, right, bottom."""
    made = QVBoxLayout()
    made.setContentsMargins(*(margins or (0, 0, 0, 0)))
    made.setSpacing(spacing)
    return made


def row(*margins: int, spacing: int = 8) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setContentsMargins(*(margins or (0, 0, 0, 0)))
    made.setSpacing(spacing)
    return made


class Tool(QToolButton):
    """A flat button whose drawing is inked anew when the scheme changes."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._drawing = icon
        self.setIcon(theme.icon(icon))
        self.setIconSize(QSize(18, 18))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._drawing:
            self.setIcon(theme.icon(self._drawing))

    def draw(self, picture: QPixmap) -> None:
        """Another drawing, with colours of its own."""
        self._drawing = ""
        self.setIcon(picture)


class Button(QPushButton):
    """The same with words; the primary one stands out."""

    def __init__(self, words: str, icon: str, primary: bool) -> None:
        super().__init__(words)
        self._drawing, self._primary = icon, primary
        self.setAutoDefault(False)
        if primary:
            self.setProperty("role", "primary")
        self._ink()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()

    def _ink(self) -> None:
        if self._drawing:
            self.setIcon(theme.icon(self._drawing, theme.colours().on_accent if self._primary else None))


def tool(icon: str, words: str, text: str = "") -> Tool:
    """A flat button with a drawing; its words are what a tooltip and a screen reader say."""
    made = Tool(icon)
    made.setToolTip(words)
    made.setAccessibleName(words)
    if text:
        made.setText(text)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return made


def button(words: str, icon: str = "", primary: bool = False) -> Button:
    return Button(words, icon, primary)


def table(name: str, lines: int = 1) -> QTableView:
    """A table of whole rows that are chosen one at a time, sorted by a click on a column's head.

    Each row has room for so many ``lines`` of text.
    """
    made = dress_table(QTableView(), name)
    if lines > 1:
        delegate = CellDelegate(made)
        delegate.lines = lines
        made.setItemDelegate(delegate)
        made.verticalHeader().setDefaultSectionSize(delegate.row_height())
    return made


def dress_table(made: AnyTable, name: str) -> AnyTable:
    """The same of a table that does more."""
    made.setAccessibleName(name)
    made.setItemDelegate(CellDelegate(made))
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setMouseTracking(True)
    made.setWordWrap(False)
    made.setTabKeyNavigation(False)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.verticalHeader().setDefaultSectionSize(38)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.horizontalHeader().setHighlightSections(False)
    made.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
    made.horizontalHeader().setStretchLastSection(True)
    return made


def heading(title: str, *right: QWidget) -> QFrame:
    """The strip above a view: its name, and on the right what it can be set to; what can grow has half the room."""
    layout = row(20, 12, 16, 12)
    layout.addWidget(label(title, "title", "title", bold=True))
    layout.addStretch(1)
    for widget in right:
        grows = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        layout.addWidget(widget, 1 if grows else 0)
    made = frame("header", layout)
    made.setMinimumHeight(HEADING)
    return made


def above(upper: QWidget, lower: QWidget) -> QSplitter:
    """A list above what tells of the row at hand, three parts to two."""
    made = QSplitter(Qt.Orientation.Vertical)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for widget, share in ((upper, 3), (lower, 2)):
        made.addWidget(widget)
        made.setStretchFactor(made.count() - 1, share)
    return made


class EmptyPane(QWidget):
    """What stands where there is nothing yet: a drawing, a line, and what to do, with buttons that do it."""

    def __init__(self, icon: str, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 16, 32, 16)
        layout.addStretch(2)
        self._drawing = QLabel()
        self._drawing.setMinimumHeight(DRAWING)  # where room is scarce, the stretches give way
        self._title = label(title, size="heading", bold=True, wrap=True)
        self._text = label(text, "soft", wrap=True)
        for part in (self._drawing, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        self._offered = column(0, 14, 0, 0, spacing=8)
        layout.addLayout(self._offered)
        layout.addStretch(3)

    def offer(self, *buttons: QWidget) -> None:
        """One below the other, in the middle, each as wide as the widest."""
        width = max(one.sizeHint().width() for one in buttons)
        for one in buttons:
            one.setMinimumWidth(width)
            self._offered.addWidget(one, 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, title: str, text: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)

    def showEvent(self, event: object) -> None:
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._drawing.setPixmap(theme.picture(self._icon, DRAWING, theme.colours().line_strong, ratio))
