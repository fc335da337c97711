"""Back-ups with their plan, and below them the checks of originals with what each found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive_app.gui.language import tr
from archive_app.gui.models.preservation import safety
from archive_app.gui.models.preservation.safety import Safety
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.list_pane import ListPane
from archive_app.services.preservation.backups import Backup, Schedule
from archive_app.services.preservation.checks import Check


class SafetyPane(QWidget):
    """``plan_wanted(schedule)``, ``restore_wanted(backup)``, ``findings_wanted(check)``, ``action_wanted(name)``."""

    plan_wanted = Signal(object)
    restore_wanted = Signal(object)
    findings_wanted = Signal(object)
    action_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.schedule = Schedule()
        self.told = parts.label("", wrap=True)
        self.backups: ListPane[Backup] = ListPane(
            session, "backups", safety.backup_columns(), (170, 190, 100), icon="export"
        )
        self.checks: ListPane[Check] = ListPane(
            session, "checks", safety.check_columns(), (170, 150, 120), icon="check"
        )
        self._offer()
        head = parts.row(20, 10, 16, 8, spacing=12)
        head.addWidget(self.told, 1)
        upper = QWidget()
        layout = QVBoxLayout(upper)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.backups, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts.above(upper, self.checks))
        self.setFocusProxy(self.backups)
        self.checks.row_opened.connect(self.findings_wanted)

    def _offer(self) -> None:
        backups, checks = self.backups, self.checks
        self.make = backups.act(tr("safety.make"), "plus", lambda: self.action_wanted.emit("backup"), rows=False)
        self.restore = backups.act(tr("safety.restore"), "undo", self._restore, writes=False)
        self.plan = backups.act(tr("safety.change_plan"), "calendar", self._plan, rows=False)
        self.export_bag = backups.act(
            tr("safety.export_bag"), "export", lambda: self.action_wanted.emit("export_bag"), rows=False, writes=False
        )
        self.verify = checks.act(
            tr("safety.verify"), "check", lambda: self.action_wanted.emit("verify"), rows=False, writes=False
        )
        self.findings = checks.act(tr("safety.findings"), "search", self._findings, writes=False)

    def refresh(self) -> None:
        self._session.ask(safety.read, self.show_safety, key="safety")

    def show_safety(self, held: Safety) -> None:
        self.schedule = held.schedule
        self.told.setText(safety.plan(held.schedule))
        self.backups.show_rows(held.backups)
        self.checks.show_rows(held.checks)

    def _restore(self) -> None:
        if self.backups.row:
            self.restore_wanted.emit(self.backups.row)

    def _plan(self) -> None:
        self.plan_wanted.emit(self.schedule)

    def _findings(self) -> None:
        if self.checks.row:
            self.findings_wanted.emit(self.checks.row)
