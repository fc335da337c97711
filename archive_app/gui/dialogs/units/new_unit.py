"""Asks for a new unit of description: its level, its title, and its part of the reference code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from archive_app.domain.arrangement import Level
from archive_app.gui.dialogs import answers
from archive_app.gui.language import capital, tr, word
from archive_app.gui.views import parts


class NewUnit(QDialog):
    """``level``, ``title`` and ``code`` ("" for the next number) once it was accepted."""

    def __init__(self, told: str, levels: Sequence[Level], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("arrangement.new"))
        self.setMinimumWidth(460)
        self.levels, self.title_field, self.code_field = QComboBox(), QLineEdit(), QLineEdit()
        for level in levels:
            self.levels.addItem(capital(word("level", level)), level)
        self.code_field.setPlaceholderText(tr("arrangement.next_number"))
        for field, name in ((self.levels, "level"), (self.title_field, "title"), (self.code_field, "reference_code")):
            field.setAccessibleName(word("isad", name))
        self._lay_out(told)
        self.title_field.textChanged.connect(lambda _: self._suit())
        self._suit()
        self.title_field.setFocus()

    @property
    def level(self) -> Level:
        return Level(self.levels.currentData())

    @property
    def title(self) -> str:
        return self.title_field.text()

    @property
    def code(self) -> str:
        return self.code_field.text().strip()

    def _suit(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(self.title.strip()))

    def _lay_out(self, told: str) -> None:
        layout = parts.column(22, 20, 22, 16, spacing=12)
        layout.addWidget(parts.label(told, wrap=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(word("isad", "level"), self.levels)
        form.addRow(word("isad", "title"), self.title_field)
        form.addRow(word("isad", "reference_code"), self.code_field)
        layout.addLayout(form)
        layout.addStretch(1)
        self._buttons = answers.save_and_cancel(self)
        layout.addWidget(self._buttons)
        self.setLayout(layout)
