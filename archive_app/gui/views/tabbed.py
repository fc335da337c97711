"""A place with several lists of which one is seen: each asks for what is new when it is gone to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from archive_app.gui.views import parts


class TabbedView(QWidget):
    """The tabs by name, in the order they were added."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._questions: list[Callable[[], None]] = []
        self._stale: set[str] = set()
        self._begun = False
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(title))
        layout.addWidget(self.tabs, 1)
        self.setFocusProxy(self.tabs)
        self.tabs.currentChanged.connect(lambda _: self._ask())

    def add(self, name: str, words: str, widget: QWidget, ask: Callable[[], None]) -> None:
        """One more tab; ``ask`` asks for what it shows, when it is first seen and when the archive has changed."""
        self._names.append(name)
        self._questions.append(ask)
        self._stale.add(name)
        self.tabs.addTab(widget, words)

    def refresh(self) -> None:
        """The archive has changed: what is seen asks at once, the rest when it is gone to."""
        self._begun, self._stale = True, set(self._names)
        self._ask()

    def show_tab(self, name: str) -> None:
        self.tabs.setCurrentIndex(self._names.index(name))
        self._ask()

    def title_tab(self, name: str, words: str) -> None:
        self.tabs.setTabText(self._names.index(name), words)

    def _ask(self) -> None:
        at = self.tabs.currentIndex()
        if self._begun and 0 <= at < len(self._names) and self._names[at] in self._stale:
            self._stale.discard(self._names[at])
            self._questions[at]()
