"""A record's tags as chips, each with a cross; and a button for more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.views import parts
from archive_app.gui.views.flow import Flow

WIDEST = 190


class TagRow(QWidget):
    """``add_wanted`` when tags are to be put on, ``removed(tag)`` when one is taken off."""

    add_wanted = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self._flow.setContentsMargins(16, 0, 14, 8)

    def show_tags(self, tags: Sequence[str], writable: bool) -> None:
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for tag in tags:
            self._flow.addWidget(self._chip(tag, writable))
        if writable:
            add = parts.tool("tag", tr("tags.add_tip"), tr("tags.add"))
            add.setFont(theme.font("small"))
            add.setProperty("role", "link")
            add.clicked.connect(self.add_wanted)
            self._flow.addWidget(add)
        self.setVisible(bool(tags) or writable)
        self.updateGeometry()

    def _chip(self, tag: str, writable: bool) -> QWidget:
        made = parts.tool("close" if writable else "tag", tr("tags.remove", tag))
        made.setProperty("role", "chip")
        made.setFont(theme.font("small"))
        made.setText(QFontMetrics(made.font()).elidedText(tag, Qt.TextElideMode.ElideRight, WIDEST))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(made.iconSize() * 0.6)
        made.setEnabled(writable)
        made.clicked.connect(lambda: self.removed.emit(tag))
        return made
