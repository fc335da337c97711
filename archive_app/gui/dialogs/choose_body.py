"""Chooses a body by any of its names: for a name that waits, for a merger, for the one that goes on in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import authorities
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.views import parts


class ChooseBody(QDialog):
    """``chosen`` is the body's id. ``day`` asks for a day too (EDTF), which may be left out. ``but`` is not offered."""

    def __init__(
        self, told: str, names: AuthorityFile, first: Sequence[str] = (), *, day: bool = False, but: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._names, self._first, self._but = names, first, but
        self.setWindowTitle(tr("bodies.choose"))
        self.resize(720, 520)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("bodies.find"))
        self.words.setAccessibleName(tr("bodies.find"))
        self.day = QLineEdit()
        self.day.setPlaceholderText(tr("bodies.since_hint"))
        self.day.setAccessibleName(tr("bodies.since"))
        self.model = TableModel(_columns(), self)
        self.table = parts.table(tr("bodies.name"))
        self.table.setModel(self.model)
        self.table.setColumnWidth(0, 400)
        self._lay_out(told, day)
        self.words.textChanged.connect(self._find)
        self.table.activated.connect(self.accept)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._suit())
        self._find("")
        self.words.setFocus()

    @property
    def chosen(self) -> str:
        row = self.model.row_at(self.table.currentIndex())
        return row.id if row else ""

    def _find(self, words: str) -> None:
        found = authorities.fitting(self._names, words, self._first)
        self.model.set_rows([one for one in found if one.id != self._but])
        if self.model.rows:
            self.table.selectRow(0)
        self._suit()

    def _suit(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows in the field go through what was found."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        at = self.table.currentIndex().row() + step
        if step and 0 <= at < len(self.model.rows):
            self.table.selectRow(at)
        else:
            super().keyPressEvent(event)

    def _lay_out(self, told: str, day: bool) -> None:
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(told, wrap=True))
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        self.day.setVisible(day)
        layout.addWidget(self.day)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout.addWidget(self._buttons)
        self.setLayout(layout)


def _columns() -> tuple[Column[Authority], ...]:
    return (
        Column(tr("bodies.authorised"), lambda one: one.name),
        Column(tr("bodies.role"), lambda one: capital(word("role", one.role))),
        Column(tr("bodies.id"), lambda one: one.id),
    )
