"""What an answer can be narrowed to: values with their counts, to be clicked; and the chosen ones as chips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from archive_app.gui import language, theme
from archive_app.gui.language import tr
from archive_app.gui.views import parts
from archive_app.gui.views.rolled import Rolled

#: Facets from top to bottom, and how many values each shows before “more”.
SHOWN: Final = {"kind": 6, "tag": 6, "agency": 6, "year": 6, "place": 4, "language": 3, "reviewed": 2}
Chosen = Mapping[str, frozenset[str]]
Namer = Callable[[str, str], str]


class FacetValue(QPushButton):
    """One value: its name on the left, its count on the right; checked when chosen."""

    def __init__(self, name: str, count: int, width: int) -> None:
        super().__init__()
        self._count = language.number(count)
        self.setProperty("role", "facet")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setFont(theme.font("small"))
        self.setFixedWidth(width)
        room = width - 30 - QFontMetrics(self.font()).horizontalAdvance(self._count)
        self.setText(QFontMetrics(self.font()).elidedText(name, Qt.TextElideMode.ElideRight, room))
        self.setToolTip(name)
        self.setAccessibleName(tr("facet.value", name, self._count))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colours().text_faint)
        box = self.rect().adjusted(0, 0, -8, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count)


class FacetPanel(Rolled):
    """Sections of values. ``toggled(facet, value)`` when one is clicked."""

    toggled = Signal(str, str)

    def __init__(self, namer: Namer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._namer = namer
        self._open: set[str] = set()
        self._last: tuple[Mapping[str, Mapping[str, int]], Chosen] = ({}, {})
        self.setProperty("role", "clear")
        self.setAccessibleName(tr("facet.filters"))

    def show_counts(self, counts: Mapping[str, Mapping[str, int]], chosen: Chosen) -> None:
        """Fills the panel anew; chosen values stay visible even where nothing is left of them."""
        if (counts, chosen) == self._last and self.widget():
            return
        self._last = (counts, chosen)
        self._fill()

    def _fill(self) -> None:
        counts, chosen = self._last
        body = QWidget()
        body.setProperty("role", "clear")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 2, 0)
        layout.setSpacing(1)
        for facet, shown in SHOWN.items():
            values = dict(counts.get(facet, {}))
            values |= {value: 0 for value in chosen.get(facet, ()) if value not in values}
            if values:
                self._section(layout, facet, _ordered(facet, values), chosen.get(facet, frozenset()), shown)
        layout.addStretch(1)
        self.setWidget(body)

    def _section(
        self, layout: QVBoxLayout, facet: str, values: list[tuple[str, int]], chosen: frozenset[str], shown: int
    ) -> None:
        title = parts.label(tr(f"facet.{facet}"), "section", "small", bold=True)
        title.setContentsMargins(8, 10, 0, 3)
        layout.addWidget(title)
        visible = values if facet in self._open else values[:shown]
        for value, count in visible:
            made = FacetValue(self._namer(facet, value), count, 200)
            made.setChecked(value in chosen)
            made.clicked.connect(lambda _=False, facet=facet, value=value: self.toggled.emit(facet, value))
            layout.addWidget(made)
        if len(values) > shown:
            layout.addWidget(self._more(facet, len(values) - shown))

    def _more(self, facet: str, number: int) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "link")
        made.setFont(theme.font("small"))
        is_open = facet in self._open
        made.setText(tr("facet.fewer") if is_open else tr("facet.more", number))
        made.clicked.connect(lambda: self._turn(facet))
        return made

    def _turn(self, facet: str) -> None:
        self._open ^= {facet}
        self._fill()


class Chips(QWidget):
    """The chosen values, each with a cross; ``removed(facet, value)`` when one is clicked."""

    removed = Signal(str, str)

    def __init__(self, namer: Namer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._namer = namer
        self._row = parts.row(18, 8, 8, 8, spacing=6)
        self.setLayout(self._row)
        self.hide()

    def show_chosen(self, chosen: Chosen) -> None:
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for facet, values in chosen.items():
            for value in sorted(values):
                self._row.addWidget(self._chip(facet, value))
        self._row.addStretch(1)
        self.setVisible(any(chosen.values()))

    def _chip(self, facet: str, value: str) -> QToolButton:
        name = self._namer(facet, value)
        made = parts.tool("close", tr("facet.remove", name))
        made.setProperty("role", "chip")
        made.setFont(theme.font("small"))
        made.setText(QFontMetrics(made.font()).elidedText(name, Qt.TextElideMode.ElideRight, 210))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(made.iconSize() * 0.6)
        made.clicked.connect(lambda: self.removed.emit(facet, value))
        return made


def _ordered(facet: str, values: Mapping[str, int]) -> list[tuple[str, int]]:
    """The most frequent first; years from the newest."""
    if facet == "year":
        return sorted(values.items(), reverse=True)
    return sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))
