"""The report on a list of queries: what each found, or why it could not be read; to be written as a file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from archive_app.domain.findings import BatchReport, BatchRow
from archive_app.gui.language import number, tr
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.views import parts


class BatchReported(QDialog):
    """``query_wanted(query)`` when a line is opened, ``export_wanted`` when the report is to be written."""

    query_wanted = Signal(str)
    export_wanted = Signal()

    def __init__(self, report: BatchReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setWindowTitle(tr("batch.name"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 520)
        self.model: TableModel[BatchRow] = TableModel(_columns(), self)
        self.table = parts.table(tr("batch.name"))
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.set_rows(report.rows)
        for column, width in enumerate((74, 150, 270, 116, 90)):
            self.table.setColumnWidth(column, width)
        self.table.activated.connect(lambda index: self._open(self.model.row_at(index)))
        self._lay_out()

    def _open(self, row: BatchRow | None) -> None:
        if row and not row.fault:
            self.accept()
            self.query_wanted.emit(row.query)

    def _lay_out(self) -> None:
        faults = self.report.faults
        told = tr("batch.asked", count=len(self.report.rows))
        told = tr("batch.with_faults", told, number(faults)) if faults else told
        if self.report.remark:
            told = f"{told} {tr('batch.not_whole')}"
        save = parts.button(tr("batch.export"), "export", primary=True)
        save.clicked.connect(self.export_wanted)
        close = parts.button(tr("batch.close"))
        close.clicked.connect(self.reject)
        foot = parts.row(0, 6, 0, 0)
        foot.addWidget(parts.label(told, "soft", "small", wrap=True), 1)
        foot.addWidget(save)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)


def _columns() -> tuple[Column[BatchRow], ...]:
    return (
        Column(tr("batch.line"), lambda row: str(row.line), key=lambda row: row.line),
        Column(tr("batch.row_name"), lambda row: row.name),
        Column(tr("batch.query"), lambda row: row.query),
        Column(tr("batch.records"), lambda row: "" if row.fault else number(row.records), key=lambda row: row.records),
        Column(tr("batch.pages"), lambda row: "" if row.fault else number(row.pages), key=lambda row: row.pages),
        Column(tr("batch.fault"), lambda row: row.fault or ""),
    )
