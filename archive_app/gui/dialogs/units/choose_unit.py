"""Chooses a unit of description: the one that records are to stand in, or that another unit is to be a part of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from archive_app.domain.arrangement import Level
from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr
from archive_app.gui.models.table import TableModel
from archive_app.gui.models.units import arrangement
from archive_app.gui.models.units.arrangement import Read
from archive_app.gui.views import parts


class ChooseUnit(QDialog):
    """``chosen`` is the unit's number. Under those that are offered one of ``level`` may stand; ``but`` are not."""

    def __init__(
        self, told: str, read: Read, *, level: Level | None = None, but: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._read, self._level, self._but = read, level, but
        self.setWindowTitle(tr("arrangement.choose"))
        self.resize(660, 480)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("arrangement.find"))
        self.words.setAccessibleName(tr("arrangement.find"))
        self.model = TableModel(arrangement.unit_columns(read), self)
        self.table = parts.table(tr("arrangement.tree"))
        self.table.setModel(self.model)
        for column, width in enumerate((190, 310)):
            self.table.setColumnWidth(column, width)
        self._lay_out(told)
        self.words.textChanged.connect(self._find)
        self.table.activated.connect(self.accept)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._suit())
        self._find("")
        self.words.setFocus()

    @property
    def chosen(self) -> int | None:
        row = self.model.row_at(self.table.currentIndex())
        return row.unit.id if row and row.unit else None

    def _find(self, words: str) -> None:
        self.model.set_rows(arrangement.fitting(self._read, words, self._level, self._but))
        if self.model.rows:
            self.table.selectRow(0)
        self._suit()

    def _suit(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.chosen is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows in the field go through what was found."""
        if not answers.stepped(self.table, event):
            super().keyPressEvent(event)

    def _lay_out(self, told: str) -> None:
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(told, wrap=True))
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        self._buttons = answers.ok_and_cancel(self)
        layout.addWidget(self._buttons)
        self.setLayout(layout)
