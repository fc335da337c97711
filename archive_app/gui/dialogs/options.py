"""One of several ways to choose in a dialog, each with what it means below it."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton, QVBoxLayout

from archive_app.gui.views import parts

#: How far what an option means is set in, in pixels, so that it stands under its words.
SET_IN = 27


def add(layout: QVBoxLayout, option: QRadioButton, meaning: str) -> None:
    """Puts an option and its meaning at the end of a layout, closer to each other than to the next."""
    told = parts.label(meaning, "soft", "small", wrap=True)
    told.setContentsMargins(SET_IN, 0, 0, 0)
    option.setAccessibleDescription(meaning)
    both = parts.column(spacing=3)
    both.addWidget(option)
    both.addWidget(told)
    layout.addLayout(both)
