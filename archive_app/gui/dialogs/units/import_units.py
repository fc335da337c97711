"""What a spreadsheet of units would make and change, row by row, before anything is changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr, word
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.views import parts
from archive_app.services.description.description_sheets import Row
from archive_app.services.description.unit_sheets import UnitPlan


class ImportUnits(QDialog):
    """Accepted where the person says that the plan is to be carried out."""

    def __init__(self, plan: UnitPlan, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("arrangement.import_units"))
        self.resize(940, 580)
        self.model = TableModel(_columns(), self)
        self.model.set_rows(plan.rows)
        self.table = parts.table(tr("arrangement.plan"))
        self.table.setModel(self.model)
        for column, width in enumerate((70, 150, 130)):
            self.table.setColumnWidth(column, width)
        self._lay_out(plan, writable)

    def _lay_out(self, plan: UnitPlan, writable: bool) -> None:
        counts = (plan.count(state) for state in ("changed", "same", "failed"))
        unused = [heading for heading, element in plan.columns.items() if element is None]
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(tr("arrangement.plan_of", plan.file, *counts), bold=True, wrap=True))
        layout.addWidget(parts.label(tr("arrangement.plan_text"), "soft", wrap=True))
        if unused:
            layout.addWidget(parts.label(tr("arrangement.unused", ", ".join(unused)), "soft", wrap=True))
        layout.addWidget(self.table, 1)
        buttons = answers.ok_and_cancel(self)
        do = buttons.button(QDialogButtonBox.StandardButton.Ok)
        do.setText(tr("arrangement.do"))
        do.setEnabled(writable and bool(plan.units))
        layout.addWidget(buttons)
        self.setLayout(layout)


def _columns() -> Sequence[Column[Row]]:
    return (
        Column(tr("arrangement.row"), lambda row: str(row.number), key=lambda row: row.number),
        Column(tr("arrangement.reference"), lambda row: row.record or ""),
        Column(tr("arrangement.state"), lambda row: word("unit_state", row.state)),
        Column(tr("arrangement.changes"), _changes),
    )


def _changes(row: Row) -> str:
    """What would change, or why the row cannot be taken."""
    told = (tr("arrangement.change", word("isad", one.field), one.before or "–", one.after) for one in row.changes)
    return row.problem or " · ".join(told)
