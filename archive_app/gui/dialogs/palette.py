"""Go to anything: every action and every place by name, and records by title, as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from archive_app.gui import actions
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.operations.session import Session
from archive_app.gui.views import parts
from archive_app.services import records
from archive_app.services.archive import Archive

#: Records shown at most, and milliseconds without a key before they are looked for.
MOST: Final = 40
PAUSE: Final = 60
#: Keys that go on to the list while the words keep the focus.
TO_LIST: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True)
class Choice:
    """Something to go to or do: its words, what it is or its keys, and what happens."""

    words: str
    detail: str
    act: Callable[[], object]


class Palette(QDialog):
    """Words above, what they fit below; arrows choose, Enter does it."""

    def __init__(
        self, doable: actions.Actions, session: Session, open_record: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open_record = open_record
        self._actions = list(action_choices(doable))
        self.setWindowTitle(tr("palette.title"))
        self.resize(640, 440)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("palette.hint"))
        self.words.setAccessibleName(tr("palette.title"))
        self.model = TableModel[Choice](
            (
                Column(tr("palette.what"), lambda row: row.words),
                Column(tr("palette.detail"), lambda row: row.detail),
            ),
            self,
        )
        self.table = parts.table(tr("palette.found"))
        self.table.setModel(self.model)
        self.table.horizontalHeader().hide()
        self.table.setColumnWidth(0, 380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look_for_records)
        self.words.textChanged.connect(self._narrow)
        self.words.returnPressed.connect(self._take)
        self.words.installEventFilter(self)
        self.table.activated.connect(lambda _: self._take())
        self._narrow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.key() in TO_LIST:
            self.table.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self) -> None:
        """Actions at once, records a moment later."""
        self._show(fitting(self._actions, self.words.text()))
        self._timer.start()

    def _look_for_records(self) -> None:
        words = self.words.text()
        if words.strip():
            self._session.ask(lambda archive: titles(archive, words), self._add, key="palette", lane="search")

    def _add(self, found: Sequence[tuple[str, str, str]]) -> None:
        made = [
            Choice(title, f"{id} · {wording.kind(kind or None)}", partial(self._open_record, id))
            for id, title, kind in found
        ]
        self._show([*fitting(self._actions, self.words.text()), *made])

    def _show(self, rows: Sequence[Choice]) -> None:
        self.model.set_rows(rows)
        if rows:
            self.table.selectRow(0)

    def _take(self) -> None:
        """Closed before the deed: it may open another dialog, or make the window anew."""
        row = self.model.row_at(self.table.currentIndex())
        if row:
            self.accept()
            QTimer.singleShot(0, row.act)


def action_choices(doable: actions.Actions) -> Iterator[Choice]:
    """Every action of the menus that can be done now, of all by name, with its menu and its keys."""
    for menu, entries in actions.MENUS:
        for entry in entries:
            if entry and entry.name != "palette" and doable[entry.name].isEnabled():
                action = doable[entry.name]
                told = " · ".join(part for part in (tr(f"menu.{menu}").replace("&", ""), entry.native_keys) if part)
                yield Choice(actions.words(entry.name), told, action.trigger)


def fitting(choices: Sequence[Choice], words: str) -> list[Choice]:
    """Those with every word in them, those that begin with the words first."""
    wanted = words.casefold().split()
    found = [one for one in choices if all(word in f"{one.words} {one.detail}".casefold() for word in wanted)]
    return sorted(found, key=lambda one: not one.words.casefold().startswith(" ".join(wanted)))


def titles(archive: Archive, words: str) -> list[tuple[str, str, str]]:
    """Records with every word in their title, id or file's name: id, title and kind of each."""
    wanted = words.casefold().split()
    found = (
        (one.id, one.title, one.kind or "")
        for one in records.listing(archive)
        if all(word in f"{one.title} {one.id} {one.record.filename}".casefold() for word in wanted)
    )
    return [row for row, _ in zip(found, range(MOST), strict=False)]
