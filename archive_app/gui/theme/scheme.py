"""Light or dark, as the person chose or else as the system has it, put onto the whole application."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleFactory

from archive_app import paths, settings
from archive_app.gui.theme import icons, in_force, type
from archive_app.gui.theme.in_force import colours

SETTING: Final = "appearance"
#: What can be chosen beside following the system, with what Qt calls it.
CHOICES: Final = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def apply(app: QApplication, *, sheet: bool = True) -> None:
    """Puts style, palette and type onto the application, now and whenever the system's scheme changes.

    Without the ``sheet`` of styles a window is put together in half the time: with it on, each widget that is put into
    another is gone through with all that it holds. ``dress`` then puts it onto all of them at once.
    """
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(type.base_font(app.font()))
    type.font.cache_clear()
    _tell_system(app)
    _colour(app, is_dark(app))
    if sheet:
        dress(app)
    app.styleHints().colorSchemeChanged.connect(lambda _: put(app, is_dark(app)))


def chosen() -> str:
    """"light" or "dark" where the person chose, "" where the window follows the system."""
    held = settings.load().get(SETTING)
    return held if held in CHOICES else ""


def choose(app: QApplication, wanted: str) -> None:
    """Keeps the choice ("" follows the system), and looks so from now on."""
    settings.save(settings.load() | {SETTING: wanted})
    _tell_system(app)
    if in_force.name() != _name(is_dark(app)):
        put(app, is_dark(app))


def is_dark(app: QApplication) -> bool:
    held = chosen()
    return held == "dark" if held else app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _tell_system(app: QApplication) -> None:
    """So that the frame of the window and the system's own dialogs look alike, where the system can do that."""
    app.styleHints().setColorScheme(CHOICES.get(chosen(), Qt.ColorScheme.Unknown))


def _name(dark: bool) -> str:
    return "dark" if dark else "light"


def put(app: QApplication, dark: bool) -> None:
    """Changes the whole application to the light or the dark scheme."""
    _colour(app, dark)
    # Qt gives widgets the fonts back that they had when they were first dressed.
    fonts = [(one, one.font()) for one in app.allWidgets() if one.testAttribute(Qt.WidgetAttribute.WA_SetFont)]
    dress(app)
    for widget, font in fonts:
        if widget.font() != font:
            widget.setFont(font)
    for widget in app.allWidgets():
        widget.update()


def _colour(app: QApplication, dark: bool) -> None:
    in_force.put(_name(dark))
    icons.forget()
    app.setPalette(colours().palette())


def dress(app: QApplication) -> None:
    """Puts the sheet of styles onto the application, in the scheme in force."""
    app.setStyleSheet(_style(paths.resources() / "theme", in_force.name()))


def _style(folder: Path, scheme: str) -> str:
    """The style sheet with its ``{names}`` filled in; braces that hold more than a name are its own."""
    values = colours().names() | {"folder": folder.as_posix(), "scheme": scheme}
    sheet = (folder / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), sheet)
