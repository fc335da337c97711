"""Citations of the chosen records: seen before they are copied or saved, in the way and language that is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from archive_app.gui import language, theme
from archive_app.gui.language import tr
from archive_app.gui.views import parts
from archive_app.services.sharing.citing import STYLES


class Cite(QDialog):
    """``asked`` when the way of citing was changed; ``copy_wanted(text)``, ``save_wanted(style)`` for its buttons."""

    asked = Signal()
    copy_wanted = Signal(str)
    save_wanted = Signal(str)

    def __init__(self, number: int, restricted: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("cite.title", count=number))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(700, 460)
        self._style = QComboBox()
        for style in STYLES:
            self._style.addItem(tr(f"cite.{style}"), style)
        self._language = QComboBox()
        for code in language.LANGUAGES:
            self._language.addItem(tr(f"language_name.{code}"), code)
        self._language.setCurrentIndex(self._language.findData(language.code()))
        self._with_restricted = QCheckBox(tr("cite.restricted", count=restricted))
        self._with_restricted.setVisible(restricted > 0)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("cite.preview"))
        self.text.setFont(theme.font(serif=True))
        self._lay_out()
        for box in (self._style, self._language):
            box.currentIndexChanged.connect(lambda _: self._ask())
        self._with_restricted.toggled.connect(lambda _: self._ask())

    @property
    def style_wanted(self) -> str:
        return str(self._style.currentData())

    @property
    def language_wanted(self) -> str:
        return str(self._language.currentData())

    @property
    def with_restricted(self) -> bool:
        return self._with_restricted.isChecked()

    def show_text(self, text: str) -> None:
        self.text.setPlainText(text)
        for button in (self.copy, self.save):
            button.setEnabled(bool(text))

    def _ask(self) -> None:
        """Only lines of text are in a language."""
        self._form.setRowVisible(self._language, self.style_wanted == "text")
        self.asked.emit()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.addRow(tr("cite.style"), self._style)
        self._form.addRow(tr("cite.language"), self._language)
        self.copy = parts.button(tr("cite.copy"), "copy", primary=True)
        self.copy.setDefault(True)
        self.save = parts.button(tr("cite.save"), "export")
        close = parts.button(tr("cite.close"))
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self.text.toPlainText()))
        self.copy.clicked.connect(self.accept)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.style_wanted))
        close.clicked.connect(self.reject)
        foot = parts.row(0, 6, 0, 0)
        foot.addStretch(1)
        for button in (self.copy, self.save, close):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(self._form)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._with_restricted)
        layout.addLayout(foot)
