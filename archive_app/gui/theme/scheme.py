"""Light or dark, as the system has it, put onto the whole application; follows when the system changes."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleFactory

from archive_app import paths
from archive_app.gui.theme import icons, type
from archive_app.gui.theme.colours import Colours

#: The scheme in force. One application has one look, so that this is not handed through every painter.
_now: dict[str, Colours] = {}


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
    _now["colours"] = Colours.read(folder / f"{name}.toml")
    icons.forget()
    app.setPalette(colours().palette())
    app.setStyleSheet(_style(folder, name))
    for widget in app.allWidgets():
        widget.update()


def colours() -> Colours:
    """The scheme in force; the light one until ``apply`` was called."""
    if "colours" not in _now:
        _now["colours"] = Colours.read(paths.resources() / "theme" / "light.toml")
    return _now["colours"]


def _style(folder: Path, scheme: str) -> str:
    """The style sheet with its ``{names}`` filled in; braces that hold more than a name are its own."""
    values = colours().names() | {"folder": folder.as_posix(), "scheme": scheme}
    sheet = (folder / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), sheet)
