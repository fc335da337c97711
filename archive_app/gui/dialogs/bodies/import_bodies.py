"""What a list of organisations would change, line by line, before anything is changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QWidget

from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr
from archive_app.gui.models.bodies import authorities
from archive_app.gui.models.table import TableModel
from archive_app.gui.views import parts
from archive_app.services.bodies.authority_lists import CHANGED, NEW, SAME, UNCLEAR, ImportPlan

DONE: Final = (NEW, CHANGED)


class ImportBodies(QDialog):
    """Accepted where the person says that the plan is to be carried out."""

    def __init__(self, plan: ImportPlan, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.setWindowTitle(tr("bodies.import"))
        self.resize(980, 620)
        self.model = TableModel(authorities.plan_columns(), self)
        self.table = parts.table(tr("bodies.plan"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate((70, 120, 340)):
            self.table.setColumnWidth(column, width)
        self.same = QCheckBox(tr("bodies.show_same"))
        self._lay_out(writable and any(plan.count(action) for action in DONE))
        self.same.toggled.connect(lambda _: self._list())
        self._list()

    def _list(self) -> None:
        self.model.set_rows([row for row in self.plan.rows if row.action != SAME or self.same.isChecked()])

    def _lay_out(self, can_be_done: bool) -> None:
        told = tr("bodies.plan_of", self.plan.file, *map(self.plan.count, (NEW, CHANGED, SAME, UNCLEAR)))
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(told, bold=True, wrap=True))
        layout.addWidget(parts.label(tr("bodies.dry_run"), "soft", wrap=True))
        if self.plan.ignored:
            layout.addWidget(parts.label(tr("bodies.ignored", ", ".join(self.plan.ignored)), "soft", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.same)
        buttons = answers.ok_and_cancel(self)
        do = buttons.button(QDialogButtonBox.StandardButton.Ok)
        do.setText(tr("bodies.do"))
        do.setEnabled(can_be_done)
        layout.addWidget(buttons)
        self.setLayout(layout)
