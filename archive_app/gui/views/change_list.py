"""What a change would do, as a list that is asked for anew with each choice: how many records, from what to what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from archive_app.gui.language import tr
from archive_app.gui.models import planned
from archive_app.gui.models.planned import ChangeRow
from archive_app.gui.models.table import TableModel
from archive_app.gui.views import parts
from archive_app.services.description.bulk_edits import Plan


class ChangeList(QWidget):
    """``say`` tells in place of the list why there is none. ``shown`` whenever it tells something else."""

    shown = Signal()

    def __init__(self, numbered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ChangeRow] = ()
        self.model = TableModel(planned.columns(numbered), self)
        self.table = parts.table(tr("planned.name"), lines=2)
        self.table.setModel(self.model)
        widths = (64, 116, 116, 170) if numbered else (240, 110, 210)
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, width)
        self.told = parts.label("", bold=True, wrap=True)
        self.fault = parts.label("", "fault", wrap=True)
        self.same = QCheckBox(tr("planned.show_same"))
        self.same.toggled.connect(lambda _: self._list())
        layout = parts.column(spacing=8)
        for part in (self.told, self.fault, self.table, self.same):
            layout.addWidget(part, 1 if part is self.table else 0)
        self.setLayout(layout)
        self.say("")

    @property
    def rows(self) -> Sequence[ChangeRow]:
        """Every line, shown or not."""
        return self._rows

    def show_plan(self, plan: Plan) -> None:
        """What a plan for many records would change, and of how many it is told."""
        told = tr("bulk.would_change", len(plan.rows), count=len(plan.changed))
        self.show_rows(planned.of_plan(plan), told)

    def show_rows(self, rows: Sequence[ChangeRow], told: str) -> None:
        self._rows = rows
        self.told.setText(told)
        self._tell("")
        self._list()

    def ask(self, words: str) -> None:
        """What is still to be chosen before a change can be told: no fault of anyone's."""
        self.say("")
        self.told.setText(words)

    def say(self, fault: str) -> None:
        """No change can be made, for this reason; "" where it is only not known yet."""
        self._rows = ()
        self.told.setText("" if fault else tr("planned.looking"))
        self._tell(fault)
        self._list()

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.told.setVisible(not fault)

    def _list(self) -> None:
        shown = [row for row in self._rows if row.changes or row.problem or self.same.isChecked()]
        self.model.set_rows(shown)
        self.same.setVisible(any(not (row.changes or row.problem) for row in self._rows))
        self.shown.emit()
