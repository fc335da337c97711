"""A body's record as a form: changed, made anew, or parted from another that it was taken for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)  # fmt: skip

from archive_app.domain.authority import Authority
from archive_app.gui.dialogs import answers
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models.bodies import authorities
from archive_app.gui.views import parts

#: Fields with a hint of their own, ``body_hint.<field>``.
HINTS = ("acronyms", "names", "former", "parent", "place", "district")
SHORT = ("name", "name_es", "role", "parent")


class EditBody(QDialog):
    """``values`` are what was typed, by field. A new body has an ``id`` too, which follows its name until changed.

    ``parts_of`` are written names and records of another body, each with the words it is shown by, of which some become
    this one's: ``chosen_parts``.
    """

    def __init__(
        self, authority: Authority, roles: Sequence[str], *, new: bool, told: str = "",
        parts_of: Mapping[str, str] = MappingProxyType({}), parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._before, self._new, self._own_id = authority, new, False
        self.setWindowTitle(tr("bodies.new") if new else tr("bodies.edit"))
        self.setMinimumWidth(640)
        self.fields = {name: QLineEdit(authorities.typed(authority, name)) for name in authorities.FIELDS}
        self.role = QComboBox()
        self.role.setAccessibleName(tr("bodies.role"))
        for role in roles:
            self.role.addItem(capital(word("role", role)), role)
        self.role.setCurrentIndex(max(0, self.role.findData(authority.role)))
        self._id = QLineEdit(authority.id)
        self._id.setAccessibleName(tr("bodies.id"))
        self.parts = QListWidget()
        self.parts.setAccessibleName(tr("bodies.becomes"))
        self._lay_out(told, parts_of)
        self.fields["name"].textChanged.connect(self._suit)
        self._id.textEdited.connect(self._take_id)
        self.parts.itemChanged.connect(self._suit)
        self._suit()

    @property
    def id(self) -> str:
        return self._id.text().strip()

    @property
    def values(self) -> dict[str, str]:
        """Every field as typed; of a record that is changed only those that were."""
        typed = {name: field.text() for name, field in self.fields.items()} | {"role": str(self.role.currentData())}
        if self._new:
            return typed
        return {name: value for name, value in typed.items() if value != authorities.typed(self._before, name)}

    @property
    def chosen_parts(self) -> list[str]:
        items = (self.parts.item(at) for at in range(self.parts.count()))
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items
                if item.checkState() == Qt.CheckState.Checked]  # fmt: skip

    def _take_id(self) -> None:
        self._own_id = True
        self._suit()

    def _suit(self) -> None:
        name = self.fields["name"].text()
        if self._new and not self._own_id:
            self._id.setText(authorities.proposed_id(name) if name.strip() else "")
        enough = bool(name.strip() and self.id) and (not self.parts.count() or bool(self.chosen_parts))
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(enough)

    def _lay_out(self, told: str, parts_of: Mapping[str, str]) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name, field in self.fields.items():
            field.home(False)  # of a long text the beginning is seen
            shown: QWidget = self.role if name == "role" else field
            field.setAccessibleName(word("body_field", name))
            if name in HINTS:
                field.setPlaceholderText(word("body_hint", name))
            if not parts_of or name in SHORT:
                form.addRow(word("body_field", name), shown)
        if self._new:
            form.addRow(tr("bodies.id"), self._id)
        layout = parts.column(22, 20, 22, 16, spacing=12)
        if told:
            layout.addWidget(parts.label(told, wrap=True))
        layout.addLayout(form)
        if parts_of:
            layout.addWidget(parts.label(tr("bodies.becomes"), "section", bold=True))
            layout.addWidget(self.parts, 1)
        for part, shown_by in parts_of.items():
            item = QListWidgetItem(shown_by, self.parts)
            item.setData(Qt.ItemDataRole.UserRole, part)
            item.setCheckState(Qt.CheckState.Unchecked)
        self._buttons = answers.save_and_cancel(self)
        layout.addWidget(self._buttons)
        self.setLayout(layout)
