"""A new archive: its title, and the folder it is to be."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from archive_app.gui import theme
from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr


class NewArchive(QDialog):
    """The folder follows the title until a person chooses another."""

    def __init__(self, parent_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parent_folder, self._chosen = parent_folder, False
        self.setWindowTitle(tr("new.name"))
        self.setMinimumWidth(540)
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("new.title_hint"))
        self.title.setAccessibleName(tr("new.title"))
        self.folder = QLineEdit()
        self.folder.setAccessibleName(tr("new.folder"))
        self._lay_out()
        self.title.textChanged.connect(self._suggest)
        self.folder.textEdited.connect(self._choose_folder)
        self._suggest("")

    @property
    def root(self) -> Path:
        return Path(self.folder.text().strip()).expanduser()

    def _suggest(self, title: str) -> None:
        if not self._chosen:
            name = re.sub(r"[^\w -]+", "", title).strip() or tr("new.archive")
            self.folder.setText(str(self._parent_folder / name))
        self._ok.setEnabled(bool(title.strip()) and bool(self.folder.text().strip()))

    def _choose_folder(self) -> None:
        self._chosen = True
        self._suggest(self.title.text())

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("new.folder_hint"), str(self._parent_folder))
        if folder:
            self._chosen = True
            self.folder.setText(folder)
            self._suggest(self.title.text())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(14)
        heading = QLabel(tr("new.name"))
        heading.setFont(theme.font("title", bold=True))
        told = tr("new.text")
        words = QLabel(told)
        words.setWordWrap(True)
        words.setProperty("role", "soft")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(tr("new.title"), self.title)
        form.addRow(tr("new.folder"), self._folder_row())
        buttons = answers.ok_and_cancel(self)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("new.create"))
        for part in (heading, words):
            layout.addWidget(part)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _folder_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        browse = QPushButton(tr("new.choose"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        return row
