"""How papers come in: reports on imports, watched folders with linked files, and pages that are pictures."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from archive_app.gui.language import tr
from archive_app.gui.operations import Session
from archive_app.gui.views.intake.folders import FoldersPane
from archive_app.gui.views.intake.imports import ReportsPane
from archive_app.gui.views.intake.scans import ScansPane
from archive_app.gui.views.tabbed import TabbedView


class IntakeView(TabbedView):
    """``counted(number)`` tells how many files of the last import failed."""

    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("place.imports"), parent)
        self.reports, self.folders, self.scans = ReportsPane(session), FoldersPane(session), ScansPane(session)
        self.add("reports", tr("imports.name"), self.reports, self.reports.refresh)
        self.add("folders", tr("folders.name"), self.folders, self.folders.refresh)
        self.add("scans", tr("scans.name"), self.scans, self.scans.refresh)
        self.reports.counted.connect(self.counted)
        self.folders.counted.connect(lambda number: self._tell("folders", number))
        self.scans.counted.connect(lambda number: self._tell("scans", number))

    def _tell(self, name: str, number: int) -> None:
        """How many of a tab want attention."""
        self.title_tab(name, tr("imports.tab_count", tr(f"{name}.name"), number) if number else tr(f"{name}.name"))
