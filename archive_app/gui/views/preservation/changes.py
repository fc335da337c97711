"""History: every change of the archive with when, by whom, from what to what; narrowed by kind, person, day, words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from archive_app.gui.language import tr
from archive_app.gui.models.preservation import archive_history
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice
from archive_app.gui.views.list_pane import ListPane
from archive_app.services.preservation import changes
from archive_app.services.preservation.changes import GROUPS, STEP, Asked, Change

#: How far back, in days; 0 for all of it.
PERIODS: Final = (0, 1, 7, 30, 365)
#: Typing is waited for so long, in milliseconds.
PAUSE: Final = 250


class ChangesPane(QWidget):
    """``record_wanted(id)`` of a change that is opened; ``undo_wanted`` and ``redo_wanted`` of the last one."""

    record_wanted = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.kind, self.by, self.period = (self._choice(name) for name in ("kind", "by", "period"))
        for kind in GROUPS:
            self.kind.addItem(tr(f"past.kind_{kind}"), kind)
        for days in PERIODS:
            self.period.addItem(tr(f"past.period_{days}"), days)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("past.words"))
        self.words.setAccessibleName(tr("past.words"))
        self.words.setClearButtonEnabled(True)
        self.list: ListPane[Change] = ListPane(
            session, "changes", archive_history.columns(), (160, 120, 180, 260), icon="history"
        )
        self.open = self.list.act(tr("past.open"), "records", self._open, writes=False)
        self.undo = self.list.act(tr("past.undo"), "undo", self.undo_wanted.emit, rows=False)
        self.redo = self.list.act(tr("past.redo"), "next", self.redo_wanted.emit, rows=False)
        self.more = self.list.act(tr("past.more"), "plus", self._fetch, rows=False, writes=False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self._session.ask(changes.people, self._show_people, key="people")
        self._ask()

    @property
    def asked(self) -> Asked:
        days = self.period.currentData()
        since = (self._session.on - timedelta(days=days)).isoformat() if days else ""
        return Asked(self.kind.currentData(), self.by.currentData() or "", "", since, self.words.text().strip())

    def _ask(self) -> None:
        asked = self.asked
        self._session.ask(lambda archive: changes.page(archive, asked), self.show_changes, key="changes")

    def _fetch(self) -> None:
        asked, rows = self.asked, self.list.model.rows
        if rows:
            before = min(row.number for row in rows)
            self._session.ask(lambda archive: changes.page(archive, asked, before), self._add, key="changes")

    def show_changes(self, found: Sequence[Change]) -> None:
        self.list.show_rows(found)
        self.more.setEnabled(len(found) == STEP)

    def _add(self, found: Sequence[Change]) -> None:
        self.list.show_rows([*self.list.model.rows, *found])
        self.more.setEnabled(len(found) == STEP)

    def _show_people(self, people: Sequence[str]) -> None:
        now = self.by.currentData()
        blocked = self.by.blockSignals(True)
        self.by.clear()
        self.by.addItem(tr("past.everybody"), "")
        for person in people:
            self.by.addItem(person, person)
        self.by.setCurrentIndex(max(0, self.by.findData(now)))
        self.by.blockSignals(blocked)

    def _open(self) -> None:
        row = self.list.row
        if row and row.event.record and row.title:
            self.record_wanted.emit(row.event.record)

    # Parts -----------------------------------------------------------------------------------------------------

    def _choice(self, name: str) -> QComboBox:
        made = Choice()
        made.setAccessibleName(tr(f"past.{name}_choice"))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(13)
        return made

    def _lay_out(self) -> None:
        head = parts.row(20, 10, 16, 8)
        for part in (self.kind, self.by, self.period):
            head.addWidget(part)
        self.words.setMinimumWidth(120)
        head.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        for choice in (self.kind, self.by, self.period):
            choice.currentIndexChanged.connect(lambda _: self._ask())
        self.words.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._ask)
        self.list.row_opened.connect(lambda _row: self._open())
