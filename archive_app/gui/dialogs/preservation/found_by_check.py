"""What a check of the archive found: each file that is missing, changed or added, by its exact name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from archive_app.gui.language import tr, word
from archive_app.gui.models.preservation import safety
from archive_app.gui.models.table import TableModel
from archive_app.gui.views import parts
from archive_app.services.preservation.checks import Finding


class FoundByCheck(QDialog):
    """``record_wanted(id)`` of the finding that is opened."""

    record_wanted = Signal(str)

    def __init__(self, found: Sequence[Finding], told: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("safety.findings"))
        self.resize(1180, 480)
        self.model = TableModel(safety.finding_columns(), self)
        self.model.set_rows(found)
        self.table = parts.table(tr("safety.findings"))
        self.table.setModel(self.model)
        for column, width in enumerate((190, 110, 460)):
            self.table.setColumnWidth(column, width)
        self.table.activated.connect(self._open)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("safety.copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        copy.setEnabled(bool(found))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(parts.label(told, bold=True, wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    @property
    def text(self) -> str:
        """All findings as lines: what, the record, the file."""
        return "\n".join("\t".join((word("finding", one.what), one.record, one.file)) for one in self.model.rows)

    def _open(self) -> None:
        row = self.model.row_at(self.table.currentIndex())
        if row and row.record:
            self.record_wanted.emit(row.record)
