"""The places to go to, with how much waits in each; below them saved searches, and what the place at hand has."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from archive_app.gui import theme
from archive_app.gui.language import number, tr
from archive_app.gui.views import parts

#: From top to bottom, with a line between what is looked at, what waits for a person, and how the archive is kept.
#: Each one's name is ``place.<name>``, and ``place_count.<name>`` tells what its number counts.
GROUPS: Final = (
    ("home", "records", "agreements", "timelines", "coverage"),
    ("review", "requests", "links", "authorities", "arrangement"),
    ("imports", "keeping"),
)
PLACES: Final = tuple(name for group in GROUPS for name in group)
ICONS: Final = {"imports": "report", "links": "chain", "authorities": "building"}
WIDTH: Final = 226
#: Below this height the places stand closer.
LOW: Final = 640
#: What stands below the places keeps this height, in pixels: on lower windows the whole bar scrolls.
LEAST_BELOW: Final = 150
#: Places that show the records found, in one way or another.
AMONG_RECORDS: Final = ("records", "concordance")


class PlaceButton(QToolButton):
    """A place with its drawing and, at the right, a number."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.name, self._count = name, ""
        self.setText("  " + words)
        self.setProperty("role", "place")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(20, 20))
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self.ink)
        self.ink()

    def ink(self) -> None:
        scheme = theme.colours()
        self.setIcon(theme.icon(ICONS.get(self.name, self.name), scheme.accent if self.isChecked() else None))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.ink()

    def set_count(self, count: int | None) -> None:
        self._count = number(count) if count else ""
        self.setAccessibleDescription(tr(f"place_count.{self.name}", self._count) if self._count else "")
        self.setToolTip(self.accessibleDescription())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colours().text_faint)
            box = self.rect().adjusted(0, 0, -12, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count)


class Sidebar(QFrame):
    """``chosen(name)`` tells where to go. ``saved`` stands under the places, ``below`` only with records."""

    chosen = Signal(str)

    def __init__(self, below: QWidget, saved: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setFixedWidth(WIDTH)
        layout = parts.column(10, 12, 9, 8, spacing=2)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, PlaceButton] = {}
        for group in GROUPS:
            if self._buttons:
                layout.addWidget(_line())
            for name in group:
                layout.addWidget(self._place(name))
        self._below = below
        layout.addSpacing(10)
        layout.addWidget(saved)
        layout.addWidget(below, 1)
        layout.addStretch(0)
        below.setMinimumHeight(LEAST_BELOW)
        self._scroll = _scrolled(layout)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _place(self, name: str) -> PlaceButton:
        made = self._buttons[name] = PlaceButton(name, tr(f"place.{name}"))
        made.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low window places stand closer, so that filters keep their room."""
        super().resizeEvent(event)
        low = self.height() < LOW
        for button in self._buttons.values():
            if button.property("low") != low:
                button.setProperty("low", low)
                button.style().unpolish(button)
                button.style().polish(button)

    def show_place(self, name: str) -> None:
        among_records = name in AMONG_RECORDS
        self._buttons["records" if among_records else name].setChecked(True)
        self._below.setVisible(among_records)

    def set_count(self, name: str, count: int | None) -> None:
        self._buttons[name].set_count(count)


def _scrolled(layout: QVBoxLayout) -> QScrollArea:
    held = parts.frame("bare", layout)
    made = QScrollArea()
    made.setWidget(held)
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.viewport().setAutoFillBackground(False)
    held.setAutoFillBackground(False)  # the bar's own ground shows
    return made


def _line() -> QWidget:
    """A thin line between two groups, with a little room over and under it."""
    around = parts.column(12, 4, 12, 4)
    line = parts.frame("parting")
    line.setFixedHeight(1)
    around.addWidget(line)
    return parts.frame("bare", around)
