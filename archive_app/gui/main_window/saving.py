"""Where a file is saved and in which form, and the way to it once it is there."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from archive_app.errors import UsageError
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.views import parts

_ENDINGS = re.compile(r"\*(\.\w+)")


def ask_file(parent: QWidget, folder: Path, name: str, kinds: str) -> Path | None:
    """Where to save something, None where it is not to be saved. ``kinds`` are forms like ``Picture (*.png);;…``.

    The name follows the form that is chosen.
    """
    dialog = QFileDialog(parent, tr("exporting.title"), str(folder), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    dialog.filterSelected.connect(lambda kind: dialog.selectFile(_shown(dialog, kind, kinds)))
    if not dialog.exec():
        return None
    file = Path(dialog.selectedFiles()[0])
    return file if file.suffix.lower() in endings(kinds) else file.with_name(
        file.name + endings(dialog.selectedNameFilter() or kinds)[0])  # fmt: skip


def _shown(dialog: QFileDialog, kind: str, kinds: str) -> str:
    return in_form(Path(dialog.selectedFiles()[0]).name, kind, kinds)


def in_form(name: str, kind: str, kinds: str) -> str:
    """The name with the ending of a kind, in place of that of another one of ``kinds``."""
    stem, ending = Path(name).stem, Path(name).suffix.lower()
    return (stem if ending in endings(kinds) else name) + endings(kind)[0]


def endings(kinds: str) -> tuple[str, ...]:
    """``.svg``, ``.png``: the endings of all forms, in their order."""
    return tuple(_ENDINGS.findall(kinds))


class Saved(QWidget):
    """Beside the words that a file is saved: to open it, or the folder it lies in. Gone when the words go."""

    def __init__(self, window: Frame, file: Path) -> None:
        super().__init__(window.statusBar())
        self._window, self._told = window, window.statusBar().currentMessage()
        self.open = parts.tool("open", tr("exporting.open"), tr("exporting.open"))
        self.folder = parts.tool("import", tr("exporting.folder"), tr("exporting.folder"))
        layout = parts.row(0, 2, 12, 2)
        for button, place in ((self.open, file), (self.folder, file.parent)):
            layout.addWidget(button)
            button.clicked.connect(lambda _=False, place=place: self._lead_to(place))
        self.setLayout(layout)
        window.statusBar().addPermanentWidget(self)
        window.statusBar().messageChanged.connect(self._follow)

    def _lead_to(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self._window.tell(UsageError(tr("sharing.no_program", place.name)))

    def _follow(self, told: str) -> None:
        if told != self._told:
            self._window.statusBar().removeWidget(self)
            self.deleteLater()
