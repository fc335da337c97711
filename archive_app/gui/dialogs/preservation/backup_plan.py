"""When back-ups are made, how many are kept, and where they go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr
from archive_app.gui.views import parts
from archive_app.services.preservation.backups import Schedule


class BackupPlan(QDialog):
    """``schedule`` is what the person chose; no days means never, no folder the archive's own."""

    def __init__(self, held: Schedule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("safety.change_plan"))
        self.setMinimumWidth(560)
        self.days = _spin(0, 365, held.days, tr("safety.days"))
        self.days.setSpecialValueText(tr("safety.never"))
        self.keep = _spin(1, 100, held.keep, tr("safety.keep"))
        self.folder = QLineEdit(str(held.folder) if held.folder else "")
        self.folder.setPlaceholderText(tr("safety.own_folder"))
        self.folder.setAccessibleName(tr("safety.where"))
        self.folder.setClearButtonEnabled(True)
        self._lay_out()

    @property
    def schedule(self) -> Schedule:
        typed = self.folder.text().strip()
        return Schedule(self.days.value(), self.keep.value(), Path(typed) if typed else None)

    def _lay_out(self) -> None:
        choose = parts.button(tr("safety.choose"), "open")
        choose.clicked.connect(self._choose)
        where = parts.row()
        where.addWidget(self.folder, 1)
        where.addWidget(choose)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(tr("safety.days"), self.days)
        form.addRow(tr("safety.keep"), self.keep)
        form.addRow(tr("safety.where"), where)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(parts.label(tr("safety.plan_title"), size="title", bold=True))
        layout.addWidget(parts.label(tr("safety.plan_text"), "soft", wrap=True))
        layout.addLayout(form)
        layout.addWidget(answers.save_and_cancel(self))

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("safety.where"), self.folder.text() or str(Path.home()))
        if folder:
            self.folder.setText(folder)


def _spin(least: int, most: int, value: int, name: str) -> QSpinBox:
    made = QSpinBox()
    made.lineEdit().setTextMargins(7, 0, 0, 0)  # a style sheet's padding does not reach its text
    made.setRange(least, most)
    made.setValue(value)
    made.setAccessibleName(name)
    return made
