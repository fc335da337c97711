"""Asks for a few words: the name of a search or a tag, with what is known to choose from; or the text of a note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from archive_app.gui import theme
from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr
from archive_app.gui.views import parts

LONGEST_TOLD = 300


class AskWords(QDialog):
    """``told`` stands above the line, as what is to be named; ``known`` completes what is typed."""

    def __init__(
        self,
        title: str,
        name: str,
        words: str = "",
        *,
        told: str = "",
        known: Sequence[str] = (),
        long: bool = False,
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_be_empty = may_be_empty
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field: QLineEdit | QPlainTextEdit = _page(words) if long else _line(words, known)
        self.field.setAccessibleName(name)
        self._buttons = answers.ok_and_cancel(self)
        self._lay_out(name, told)
        self.field.textChanged.connect(self._check)
        self.field.selectAll()
        self.field.setFocus()
        self._check()

    @property
    def words(self) -> str:
        field = self.field
        return (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()

    def _lay_out(self, name: str, told: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        if told:
            said = parts.label(told[:LONGEST_TOLD], "soft", wrap=True)
            said.setFont(theme.font(serif=True, italic=True))
            layout.addWidget(said)
        layout.addWidget(parts.label(name))
        layout.addWidget(self.field, 1)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("ask.keep"))
        layout.addWidget(self._buttons)

    def _check(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.words) or self._may_be_empty)


def _line(words: str, known: Sequence[str]) -> QLineEdit:
    made = QLineEdit(words)
    if known:
        completer = QCompleter(list(known), made)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCompleter(completer)
    return made


def _page(words: str) -> QPlainTextEdit:
    made = QPlainTextEdit(words)
    made.setProperty("role", "field")
    made.setTabChangesFocus(True)
    made.setMinimumHeight(120)
    return made
