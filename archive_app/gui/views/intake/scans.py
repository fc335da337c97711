"""Pages that are pictures: which wait, were not read, or only unsurely; opened, and read again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from archive_app.gui.language import tr
from archive_app.gui.models.intake import scans as told
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.list_pane import ListPane
from archive_app.services.reading import scans
from archive_app.services.reading.scans import Scan, Scans, State


class ScansPane(QWidget):
    """``page_wanted(record, page)``; ``read_wanted(pages, choice)`` with an engine, None for the one that is best."""

    page_wanted = Signal(str, int)
    read_wanted = Signal(object, object)
    #: How many pages were not read, or only unsurely.
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._held = Scans((), (), ())
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("scans.shown"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for state in told.SHOWN:
            self.choice.addItem("", state)
        self.list: ListPane[Scan] = ListPane(
            session, "scans", told.columns(), (130, 80, 360, 70, 200), icon="records", several=True
        )
        self.open = self.list.act(tr("scans.open"), "records", self._open, writes=False)
        self.again = self.list.act(tr("scans.again"), "undo", lambda: self._read(), key="R")
        self.other = self.list.act(tr("scans.no_other"), "rotate", self._read_otherwise, key="O")
        self.all = self.list.act(tr("scans.all"), "review", self._read_all, rows=False)
        self._lay_out()
        self.choice.currentIndexChanged.connect(lambda _: self._show())
        self.list.row_opened.connect(lambda scan: self.page_wanted.emit(scan.record, scan.page))
        self.list.table.selectionModel().selectionChanged.connect(lambda: self._enable())

    def refresh(self) -> None:
        self._session.ask(scans.listing, self.show_scans, key="scans")

    def show_scans(self, held: Scans) -> None:
        self._held = held
        for at, state in enumerate(told.SHOWN):
            self.choice.setItemText(at, told.counted(state, held))
        self._lack.setVisible(bool(held.lacking))
        self._advice.setText(told.advice(held))
        self.command.setText(told.command(held.lacking))
        self.counted.emit(held.count(State.UNREAD) + held.count(State.DOUBTFUL))
        self._show()

    # The person ------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        if self.list.row:
            self.page_wanted.emit(self.list.row.record, self.list.row.page)

    def _read(self, pages: Sequence[Scan] | None = None, choice: object = None) -> None:
        chosen = self.list.chosen if pages is None else pages
        self.read_wanted.emit([(scan.record, scan.page) for scan in chosen], choice)

    def _read_otherwise(self) -> None:
        if self.list.row:
            self._read(choice=scans.other_engine(self.list.row, self._held.engines))

    def _read_all(self) -> None:
        self._read([scan for scan in self._held.pages if scan.state is State.UNREAD])

    # Parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = parts.row(20, 10, 16, 8)
        head.addWidget(self.choice)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_lack())
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _make_lack(self) -> QFrame:
        """What is missing on this machine, and the command that installs it, to be copied."""
        self._advice = parts.label("", "warn", wrap=True)
        self.command = parts.label("", bold=True)
        copy = parts.button(tr("scans.copy"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.command.text()))
        line = parts.row(spacing=12)
        line.addWidget(self.command)
        line.addWidget(copy)
        line.addStretch(1)
        body = parts.column(20, 12, 16, 4, spacing=6)
        body.addWidget(self._advice)
        body.addLayout(line)
        self._lack = parts.frame("panel", body)
        self._lack.hide()
        return self._lack

    def _show(self) -> None:
        self.list.show_rows(told.shown(self._held, self.choice.currentData()))
        self._enable()

    def _enable(self) -> None:
        row = self.list.row
        other = scans.other_engine(row, self._held.engines) if row else None
        self.other.setText(tr("scans.other", other.name) if other else tr("scans.no_other"))
        readable = self._session.writable and bool(self._held.engines)
        self.again.setEnabled(readable and row is not None)
        self.other.setEnabled(readable and other is not None)
        self.all.setEnabled(readable and self._held.count(State.UNREAD) > 0)
