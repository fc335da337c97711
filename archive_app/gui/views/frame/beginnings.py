"""What stands in an archive that nothing was taken into yet: where to begin, each way a button."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from archive_app.gui.language import tr
from archive_app.gui.views import parts

#: Actions of the menus that fill an archive, each with its drawing; the first is the chief one.
WAYS: Final = {"import_files": "import", "import_folder": "import", "watch_folder": "open"}


class Beginnings(parts.EmptyPane):
    """``action_wanted(name)`` for one of WAYS. The buttons stand there only while they are ``offered``."""

    action_wanted = Signal(str)

    def __init__(self, icon: str, title: str, text: str = "") -> None:
        super().__init__(icon, title, text)
        self.buttons = {name: self._button(name) for name in WAYS}
        self.offer(*self.buttons.values())

    def show_ways(self, offered: bool) -> None:
        for made in self.buttons.values():
            made.setVisible(offered)

    def _button(self, name: str) -> parts.Button:
        chief = name == next(iter(WAYS))
        made = parts.button(tr(f"action.{name}").replace("&", ""), WAYS[name], primary=chief)
        made.clicked.connect(lambda: self.action_wanted.emit(name))
        return made
