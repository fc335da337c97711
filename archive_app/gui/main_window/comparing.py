"""Opens what changed between two papers, and writes it as a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from archive_app.gui.language import code, tr
from archive_app.gui.main_window.exporting import Exporting
from archive_app.gui.main_window.frame import Frame

if TYPE_CHECKING:
    from archive_app.gui.dialogs.sharing.compare import Compare


class Comparing(QObject):
    def __init__(self, window: Frame, exporting: Exporting) -> None:
        super().__init__(window)
        self._window, self._exporting = window, exporting
        window.places.compare_wanted.connect(self.compare)

    def compare(self, later: str, earlier: str = "") -> Compare:
        """A paper beside an earlier one; beside the nearest of its chain where none is named."""
        from archive_app.gui.dialogs.sharing.compare import Compare

        dialog = Compare(self._window.session, later, earlier, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.words_wanted.connect(self._window.open_words)
        dialog.save_wanted.connect(self._ask_file)
        dialog.show()
        return dialog

    def _ask_file(self, earlier: str, later: str) -> None:
        name = tr("file_name.comparison", earlier, later)
        file = self._exporting.ask_file(name, tr("file_kind.comparison"))
        if file:
            self.export(earlier, later, file)

    def export(self, earlier: str, later: str, file: Path) -> None:
        """Written in the language in force."""
        from archive_app.services.tracking import comparing

        language = code()
        self._window.session.ask(
            lambda archive: comparing.export(archive, earlier, later, file, language=language),
            lambda _: self._window.tell_good(tr("exporting.saved", file)),
        )
