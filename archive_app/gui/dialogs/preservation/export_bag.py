"""How the archive is to be written as a BagIt bag: all of it for keeping, or only what may be shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from archive_app.gui.dialogs import answers, options
from archive_app.gui.language import tr
from archive_app.gui.views import parts


class ExportBag(QDialog):
    """``public`` leaves out restricted records, with their families, and the catalogue."""

    def __init__(self, restricted: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("bag.title"))
        self.setMinimumWidth(540)
        self._whole, self._public = QRadioButton(tr("bag.whole")), QRadioButton(tr("bag.public"))
        self._whole.setChecked(True)
        buttons = answers.ok_and_cancel(self)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("bag.choose"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(parts.label(tr("bag.title"), size="title", bold=True))
        options.add(layout, self._whole, tr("bag.whole_text", count=restricted))
        options.add(layout, self._public, tr("bag.public_text", count=restricted))
        layout.addSpacing(8)
        layout.addWidget(buttons)

    @property
    def public(self) -> bool:
        return self._public.isChecked()
