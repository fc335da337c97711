"""How the files of a folder that is to be watched are kept: copied into the archive, or left where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from archive_app.gui.dialogs import answers, options
from archive_app.gui.language import tr
from archive_app.gui.views import parts


class WatchFolder(QDialog):
    """``link`` tells that files are to stay where they are."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("folders.add"))
        self.setMinimumWidth(520)
        self._copy = QRadioButton(tr("folders.copy_choice"))
        self._link = QRadioButton(tr("folders.link_choice"))
        self._copy.setChecked(True)
        buttons = answers.ok_and_cancel(self)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("folders.watch"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(parts.label(tr("folders.add").removesuffix("…"), size="title", bold=True))
        layout.addWidget(parts.label(str(folder), "soft", wrap=True))
        options.add(layout, self._copy, tr("folders.copy_text"))
        options.add(layout, self._link, tr("folders.link_text"))
        layout.addSpacing(8)
        layout.addWidget(buttons)

    @property
    def link(self) -> bool:
        return self._link.isChecked()
