"""Columns that may be longer than their place, and the titles of what stands in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from archive_app.gui.views import parts


class Rolled(QScrollArea):
    """As wide as its place, rolled where it is longer, without a frame of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def section(layout: QVBoxLayout, title: str) -> None:
    """A title over what is added next, apart from what stands above it."""
    layout.addSpacing(10)
    layout.addWidget(parts.label(title, "section", "small", bold=True))
