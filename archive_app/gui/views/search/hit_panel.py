"""The hit at hand, below the list: why it was found, the way from hit to hit, and all its pages with their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from archive_app.domain.search import Question
from archive_app.gui.delegates.snippet import SnippetDelegate
from archive_app.gui.language import number, tr
from archive_app.gui.models.search import reasons
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.operations import Session
from archive_app.gui.theme import Role
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Lines
from archive_app.services.archive import Archive
from archive_app.services.search import matches
from archive_app.services.search.matches import PageMatch, Reason

HEIGHT = 210
#: Below this width, in pixels, the number of the hit is left out.
NARROW = 280


@dataclass(frozen=True)
class Matched:
    """What there is to tell of a hit."""

    reasons: Sequence[Reason]
    pages: Sequence[PageMatch]


class HitPanel(QFrame):
    """``page_wanted(page)`` when one is chosen, ``step_wanted(1 or -1)`` to the next hit or the one before."""

    page_wanted = Signal(int)
    step_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._session = session
        self.why = Lines(3, "soft", "small")
        self.where = parts.label("", "faint", "small")
        self.model: TableModel[PageMatch] = TableModel(_columns(), self)
        self.pages = self._list()
        self.more = parts.tool("records", tr("hit.pages_tip"), " ")
        self.more.setCheckable(True)
        self._lay_out()
        self.more.toggled.connect(self._turn)
        self.pages.clicked.connect(self._chose)
        self.pages.activated.connect(self._chose)
        self.pages.selectionModel().currentChanged.connect(lambda now, _before: self._chose(now))
        self.hide()

    def show_hit(self, record: str, question: Question) -> None:
        """Asks for what there is to tell of a record that a question found."""
        self._session.ask(
            lambda archive: _read(archive, question, record), self._show, key="hit", failed=lambda _: self.clear()
        )

    def clear(self) -> None:
        self._session.operations.drop("hit")
        self.model.set_rows([])
        self.hide()

    def show_step(self, at: int | None, hits: int) -> None:
        """Which hit of the record is at hand (from 0), of how many."""
        told = tr("hit.where", number((at or 0) + 1), number(hits)) if hits and at is not None else ""
        self.where.setText(told or (tr("hit.count", count=hits) if hits else ""))

    def toggle(self) -> None:
        """Shows all pages of the hit, or hides them again."""
        if self.isVisible():
            self.more.toggle()
            if self.more.isChecked():
                self.pages.setFocus()

    def _show(self, matched: Matched) -> None:
        told = reasons.told(matched.reasons)
        self.why.setText(tr("hit.why", told) if told else tr("hit.no_reason"))
        self.why.setToolTip(self.why.text())
        blocked = self.pages.selectionModel().blockSignals(True)
        self.model.set_rows(matched.pages)
        self.pages.selectionModel().blockSignals(blocked)
        self.more.setText(tr("hit.pages", count=len(matched.pages)))
        self.more.setVisible(bool(matched.pages))
        self._turn()
        self.show()

    def _turn(self) -> None:
        """As high as its rows, up to a limit."""
        self.pages.setFixedHeight(min(HEIGHT, self.pages.sizeHintForRow(0) * len(self.model.rows) + 2))
        self.pages.setVisible(self.more.isChecked() and bool(self.model.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the column is narrow the button of the pages goes before the number of the hit."""
        super().resizeEvent(event)
        self.where.setVisible(self.width() >= NARROW)

    def _chose(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row:
            self.page_wanted.emit(row.page)

    def _list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(SnippetDelegate(made))
        made.setAccessibleName(tr("hit.all_pages"))
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setUniformItemSizes(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        return made

    def _lay_out(self) -> None:
        line = parts.row(20, 4, 8, 6, spacing=2)
        line.addWidget(self.more)
        line.addStretch(1)
        line.addWidget(self.where)
        for icon, words, step in (("previous", "hit.previous", -1), ("next", "hit.next", 1)):
            made = parts.tool(icon, tr(words))
            made.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
            line.addWidget(made)
        why = parts.row(20, 6, 12, 0)
        why.addWidget(self.why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(why)
        layout.addLayout(line)
        layout.addWidget(self.pages)


def _columns() -> Sequence[Column[PageMatch]]:
    roles: Mapping[int, Callable[[PageMatch], Any]] = {
        Role.LABEL: lambda row: tr("page.cited_page", row.page),
        Role.SNIPPET: lambda row: row.snippet,
    }
    return (Column(tr("hit.all_pages"), lambda row: f"{row.page}: {matches.plain(row.snippet)}", roles=roles),)


def _read(archive: Archive, question: Question, record: str) -> Matched:
    return Matched(matches.why(archive, question, record), matches.of_record(archive, question, record))
