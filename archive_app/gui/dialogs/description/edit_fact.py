"""Sets a field by hand, any field of them all: asked for in the way that suits it, and checked as it is typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.fact import FIELDS, Party, Value
from archive_app.errors import ConvenioError
from archive_app.gui import theme
from archive_app.gui.dialogs import answers
from archive_app.gui.dialogs.bodies import pick_body
from archive_app.gui.language import sentence, tr
from archive_app.gui.models import wording
from archive_app.gui.operations import Session
from archive_app.gui.views.description.value_editor import DURATIONS, ValueEditor

#: Fields with a hint of their own, ``edit_hint.<field>``.
HINTS: Final = ("term", "party", "expiration_date", "date")


class EditFact(QDialog):
    """Asks for a value of a field. ``field`` None lets the person choose the field too.

    ``value`` may be text as it was typed or marked on a page. With a session dates in words are read, and bodies that
    are not there yet can be made.
    """

    def __init__(
        self, field: str | None, value: Value, quote: str, authorities: AuthorityFile, parent: QWidget | None = None,
        session: Session | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(tr("edit.add") if field is None else tr("edit.correct"))
        self.setMinimumWidth(480)
        self._value = value
        self._field = QComboBox()
        for name in FIELDS:
            self._field.addItem(wording.field_name(name), name)
        self._field.setCurrentIndex(list(FIELDS).index(field or "party"))
        self.editor = ValueEditor(authorities, session)
        self._hint, self._remark, self._fault = QLabel(), QLabel(), QLabel()
        self._lay_out(quote, fixed=field is not None)
        self._field.currentIndexChanged.connect(self._suit)
        self.editor.changed.connect(self._check)
        self.editor.choose_wanted.connect(lambda line: pick_body.pick_for(line, session))
        self._suit()
        self.editor.take_focus()

    @property
    def field(self) -> str:
        return str(self._field.currentData())

    @property
    def values(self) -> tuple[Value, ...]:
        """What was typed, as values of the field; (None,) says that the paper does not tell."""
        return self.editor.values

    def _suit(self) -> None:
        """The way of asking that suits the field."""
        self.editor.ask(self.field, self._value)
        key = "term" if self.field in DURATIONS else "date" if self._is_plain_date() else self.field
        self._hint.setText(tr(f"edit_hint.{key}") if key in HINTS else "")
        self._hint.setToolTip(wording.field_help(self.field))
        self._hint.setVisible(key in HINTS)
        self._check()

    def _is_plain_date(self) -> bool:
        return self.field.endswith("_date") and self.field not in HINTS

    def _check(self) -> None:
        """Says what is wrong while it is being typed; an empty line says that the paper does not tell."""
        try:
            values, told = self.values, ""
        except ConvenioError as fault:
            values, told = (), sentence(fault)
        self._fault.setText(told)
        unknown = any(isinstance(value, Party) and value.authority is None for value in values)
        self._remark.setProperty("role", "warn" if unknown else "soft")
        self._remark.setText(self.editor.told)
        self._remark.setVisible(bool(self._remark.text()))
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
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        self._field.setEnabled(not fixed)
        form.addRow(tr("edit.field"), self._field)
        form.addRow(tr("edit.value"), self.editor)
        layout.addLayout(form)
        for label, role in ((self._hint, "soft"), (self._remark, "warn"), (self._fault, "fault")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setFont(theme.font("small"))
            layout.addWidget(label)
        layout.addStretch(1)
        self._buttons = answers.save_and_cancel(self)
        layout.addWidget(self._buttons)
