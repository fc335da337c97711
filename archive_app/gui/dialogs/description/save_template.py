"""Keeps values of a record as a template: its name, and which fields it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from archive_app.domain.fact import Value
from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr
from archive_app.gui.models import planned
from archive_app.gui.views import parts

#: What one paper has for itself, which is not ticked at first.
OWN = frozenset({
    "title", "agreement_date", "effective_date", "expiration_date", "issued_date", "signatory", "relation", "subject",
    "reference_number", "reference_code", "sender", "recipient",
})  # fmt: skip


class SaveTemplate(QDialog):
    """``values`` are what the record says; ``taken`` the names of templates that there are."""

    def __init__(
        self, title: str, values: Mapping[str, tuple[Value, ...]], taken: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._taken = {name.casefold() for name in taken}
        self.setWindowTitle(tr("template.save"))
        self.resize(520, 520)
        self.words = QLineEdit()
        self.words.setAccessibleName(tr("template.called"))
        self.words.setPlaceholderText(tr("template.called"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("template.fields"))
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for field, held in values.items():
            self._add(field, f"{planned.field_name(field)}: {planned.told(field, held)}")
        self._remark = parts.label("", "soft", "small", wrap=True)
        self._lay_out(title)
        self.words.textChanged.connect(lambda _: self._suit())
        self.list.itemChanged.connect(lambda _: self._suit())
        self._suit()

    @property
    def called(self) -> str:
        return self.words.text().strip()

    @property
    def fields(self) -> list[str]:
        rows = (self.list.item(at) for at in range(self.list.count()))
        return [str(row.data(Qt.ItemDataRole.UserRole)) for row in rows if row.checkState() == Qt.CheckState.Checked]

    @property
    def replaces(self) -> bool:
        """Whether a template of that name is there, which the person was told."""
        return " ".join(self.called.split()).casefold() in self._taken

    def _add(self, field: str, told: str) -> None:
        row = QListWidgetItem(told, self.list)
        row.setData(Qt.ItemDataRole.UserRole, field)
        row.setToolTip(told)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(Qt.CheckState.Unchecked if field in OWN else Qt.CheckState.Checked)

    def _suit(self) -> None:
        self._remark.setText(tr("template.replaces") if self.replaces else tr("template.save_hint"))
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        ok.setEnabled(bool(self.called and self.fields))
        ok.setText(tr("template.replace") if self.replaces else tr("template.keep"))

    def _lay_out(self, title: str) -> None:
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(tr("template.save_of", title), bold=True, wrap=True))
        self._buttons = answers.save_and_cancel(self)
        for part in (self.words, self.list, self._remark, self._buttons):
            layout.addWidget(part, 1 if part is self.list else 0)
        self.setLayout(layout)
