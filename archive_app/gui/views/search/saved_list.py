"""Searches that were given a name: each a live list, with how much it finds now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from archive_app.gui import language
from archive_app.gui.language import tr
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.rolled import Rolled
from archive_app.gui.views.search.facets import FacetValue
from archive_app.services.search import saved_searches
from archive_app.services.search.saved_searches import Listed

WIDTH = 200
#: Rows shown before the list is scrolled, and the height of one.
MOST_ROWS, ROW = 6, 27


class SavedSearches(Rolled):
    """``chosen(saved)`` when one is to be asked; F2 or the menu renames one, Delete takes it away."""

    chosen = Signal(object)
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: list[FacetValue] = []
        self._found: dict[int, int | None] = {}
        self.setProperty("role", "clear")
        self.setAccessibleName(tr("saved.name"))
        self.hide()

    def refresh(self) -> None:
        """All searches at once with what each found before, then how much each finds now."""
        self._session.ask(
            lambda archive: saved_searches.listing(archive, counted=False), self._show_names, key="saved names"
        )

    def _show_names(self, listed: Sequence[Listed]) -> None:
        self._show([replace(one, records=self._found.get(one.saved.id)) for one in listed])
        self._session.ask(saved_searches.listing, self._show, lane="search", key="saved counts")

    def _show(self, listed: Sequence[Listed]) -> None:
        self._found = {one.saved.id: one.records for one in listed}
        had = next((row.accessibleName() for row in self.rows if row.hasFocus()), "")
        body = QWidget()
        body.setProperty("role", "clear")
        layout = parts.column(0, 0, 2, 0, spacing=1)
        body.setLayout(layout)
        title = parts.label(tr("saved.name"), "section", "small", bold=True)
        title.setContentsMargins(8, 6, 0, 3)
        layout.addWidget(title)
        self.rows = [self._row(one) for one in listed]
        for row in self.rows:
            layout.addWidget(row)
        layout.addStretch(1)
        self.setWidget(body)
        self.setFixedHeight(title.sizeHint().height() + ROW * min(len(listed), MOST_ROWS) + 12)
        self.setVisible(bool(listed))
        for row in self.rows:
            if row.accessibleName() == had:
                row.setFocus()

    def _row(self, one: Listed) -> FacetValue:
        made = FacetValue(one.saved.name, one.records or 0, WIDTH)
        if one.fault:
            made.setToolTip(one.fault)
        else:
            records = tr("records.count", count=one.records) if one.records is not None else ""
            query = one.saved.question.query
            made.setToolTip(" · ".join(part for part in (one.saved.name, query, records) if part))
        made.setCheckable(False)
        made.setAccessibleName(tr("saved.row", one.saved.name, language.number(one.records or 0)))
        made.clicked.connect(lambda: self.chosen.emit(one.saved))
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for words, keys, wanted in (
            ("saved.rename", "F2", self.rename_wanted), ("saved.delete", "Del", self.delete_wanted),
        ):  # fmt: skip
            action = QAction(tr(words), made)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, wanted=wanted: wanted.emit(one.saved))
            made.addAction(action)
        return made
