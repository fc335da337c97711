"""Light or dark, as the system has it, put onto the whole application; follows when the system changes."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleFactory

from archive_app import paths
from archive_app.gui.theme import icons, in_force, type
from archive_app.gui.theme.in_force import colours


def apply(app: QApplication) -> None:
    """Puts style, palette and type onto the application, now and whenever the system's scheme changes."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(type.base_font(app.font()))
    type.font.cache_clear()
    put(app, is_dark(app))
    app.styleHints().colorSchemeChanged.connect(lambda scheme: put(app, scheme == Qt.ColorScheme.Dark))


def is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def put(app: QApplication, dark: bool) -> None:
    """Changes the whole application to the light or the dark scheme."""
    folder = paths.resources() / "theme"
    name = "dark" if dark else "light"
    in_force.put(name)
    icons.forget()
    app.setPalette(colours().palette())
    app.setStyleSheet(_style(folder, name))
    for widget in app.allWidgets():
        widget.update()


def _style(folder: Path, scheme: str) -> str:
    """The style sheet with its ``{names}`` filled in; braces that hold more than a name are its own."""
    values = colours().names() | {"folder": folder.as_posix(), "scheme": scheme}
    sheet = (folder / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), sheet)
