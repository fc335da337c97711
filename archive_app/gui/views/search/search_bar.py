"""The search field: asks a moment after the last key, at once on Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QStringListModel, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from archive_app.gui import theme
from archive_app.gui.language import tr

#: Milliseconds without a key before a search is begun.
PAUSE: Final = 150
#: Questions of the history shown at a time.
MOST_OFFERED: Final = 8


class SearchBar(QLineEdit):
    """``asked(query)`` when there is something new to search for; ``left`` when a person goes down to the results.

    ``settled`` when the person is done with the words: by Enter, or by going down. Past questions complete them.
    """

    asked = Signal(str)
    left = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setAccessibleName(tr("search.name"))
        self.setPlaceholderText(
            tr("search.hint")
        )
        self.setClearButtonEnabled(True)
        self._drawing = QAction(theme.icon("search"), "", self)
        self.addAction(self._drawing, QLineEdit.ActionPosition.LeadingPosition)
        self._history = QStringListModel(self)
        self._complete()
        self._last = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._enter)

    def set_history(self, queries: Sequence[str]) -> None:
        """What was asked before, the last first; each is offered once."""
        self._history.setStringList(list(dict.fromkeys(queries)))

    def _complete(self) -> None:
        completer = QCompleter(self._history, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(MOST_OFFERED)
        if popup := completer.popup():
            popup.setAccessibleName(tr("search.history"))
        completer.activated.connect(self._at_once)
        self.setCompleter(completer)

    def show_query(self, query: str) -> None:
        """Shows a query that was searched for already."""
        blocked = self.blockSignals(True)
        self.setText(query)
        self.blockSignals(blocked)
        self._last = query

    def put(self, query: str) -> None:
        """Sets the query and searches at once."""
        self.setText(query)
        self._at_once()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_drawing"):
            self._drawing.setIcon(theme.icon("search"))

    def show_fault(self, is_fault: bool) -> None:
        """A query that cannot be read gets a red rim."""
        if self.property("fault") != is_fault:
            self.setProperty("fault", is_fault)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.completer().setCompletionPrefix("")
                self.completer().complete()
                return
            self._at_once()
            self.left.emit()
            self.settled.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        # An emptied field shows everything again without waiting for more keys.
        self._timer.start(PAUSE if self.text() else 0)

    def _enter(self) -> None:
        self._at_once()
        self.settled.emit()

    def _at_once(self) -> None:
        self._timer.stop()
        self._ask()

    def _ask(self) -> None:
        query = self.text().strip()
        if query != self._last:
            self._last = query
            self.asked.emit(query)
