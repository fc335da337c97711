"""Sets a field by hand: a choice where there are only so many values, else a line that is checked as it is typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.fact import FIELDS, KINDS, LANGUAGES, DateMention, Party, Relation, Signatory, Value
from archive_app.errors import ConvenioError
from archive_app.gui import theme
from archive_app.gui.language import sentence, tr
from archive_app.gui.models import wording
from archive_app.services import describing

CHOICES: Final = {
    "kind": KINDS, "language": LANGUAGES, "access": ("open", "restricted"), "renewal": ("automatic", "by agreement"),
}  # fmt: skip
#: Fields with a hint of their own, ``edit_hint.<field>``.
HINTS: Final = ("term", "party", "signatory", "relation", "expiration_date", "date")
DURATIONS: Final = ("term", "renewal_term", "notice_period")


class EditFact(QDialog):
    """Asks for a value of a field. ``field`` None lets the person choose the field too."""

    def __init__(
        self, field: str | None, value: Value, quote: str, authorities: AuthorityFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._authorities = authorities
        self.setWindowTitle(tr("edit.add") if field is None else tr("edit.correct"))
        self.setMinimumWidth(480)
        self._field = QComboBox()
        for name in FIELDS:
            self._field.addItem(wording.field_name(name), name)
        self._field.setCurrentIndex(list(FIELDS).index(field or "party"))
        self._text = QLineEdit(as_text(value))
        self._choice = QComboBox()
        self._hint, self._remark, self._fault = QLabel(), QLabel(), QLabel()
        self._lay_out(quote, fixed=field is not None)
        self._field.currentIndexChanged.connect(self._suit)
        self._text.textChanged.connect(self._check)
        self._suit()
        if (known := self._choice.findData(as_text(value))) >= 0:
            self._choice.setCurrentIndex(known)
        self._text.selectAll()
        (self._choice if self.field in CHOICES else self._text).setFocus()

    @property
    def field(self) -> str:
        return str(self._field.currentData())

    @property
    def values(self) -> tuple[Value, ...]:
        """What was typed, as values of the field; (None,) says that the paper does not tell."""
        return describing.parse_values(self.field, self._typed(), self._authorities)

    def _typed(self) -> str:
        return str(self._choice.currentData()) if self.field in CHOICES else self._text.text()

    def _suit(self) -> None:
        """The way of asking that suits the field."""
        chosen = CHOICES.get(self.field)
        self._form.setRowVisible(self._text, chosen is None)
        self._form.setRowVisible(self._choice, chosen is not None)
        self._choice.clear()
        for code in chosen or ():
            self._choice.addItem(wording.value(self.field, code), code)
        key = "term" if self.field in DURATIONS else "date" if self._is_plain_date() else self.field
        self._hint.setText(tr(f"edit_hint.{key}") if key in HINTS else "")
        self._hint.setVisible(key in HINTS)
        self._check()

    def _is_plain_date(self) -> bool:
        return self.field.endswith("_date") and self.field not in HINTS

    def _check(self) -> None:
        """Says what is wrong while it is being typed; an empty line says that the paper does not tell."""
        try:
            values: tuple[Value, ...] = self.values
            told = ""
        except ConvenioError as fault:
            values, told = (), sentence(fault)
        self._fault.setText(told)
        unknown = any(isinstance(value, Party) and value.authority is None for value in values)
        self._remark.setText(tr("edit.unknown_party") if unknown else "")
        self._remark.setVisible(unknown)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not told)

    def _lay_out(self, quote: str, fixed: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(12)
        if quote:
            said = QLabel(f"“{quote[:300]}”")
            said.setFont(theme.font(serif=True, italic=True))
            said.setWordWrap(True)
            layout.addWidget(said)
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        self._field.setEnabled(not fixed)
        form.addRow(tr("edit.field"), self._field)
        form.addRow(tr("edit.value"), self._text)
        form.addRow(tr("edit.value"), self._choice)
        layout.addLayout(form)
        for label, role in ((self._hint, "soft"), (self._remark, "warn"), (self._fault, "fault")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setFont(theme.font("small"))
            layout.addWidget(label)
        layout.addStretch(1)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("role", "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout.addWidget(self._buttons)


def as_text(value: Value) -> str:
    """A value as a person would type it, so that saving it unchanged changes nothing that can be typed."""
    if isinstance(value, Party):
        return value.authority or value.name
    if isinstance(value, Signatory):
        return ", ".join(part for part in (value.name, value.title) if part)
    if isinstance(value, Relation):
        return f"{value.type} {value.date or value.title or ''}".strip()
    if isinstance(value, DateMention):
        return value.date
    return "" if value is None else str(value)
