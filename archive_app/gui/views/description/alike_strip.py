"""The offer after a correction: the same reading stands in other papers too. It waits at the foot of the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from archive_app.gui.language import tr
from archive_app.gui.views import parts


class AlikeStrip(QFrame):
    """``list_wanted`` when the papers are to be looked at; hidden while nothing is offered."""

    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        layout = parts.row(16, 6, 12, 6, spacing=12)
        self.setLayout(layout)
        self.words = parts.label("", size="small", wrap=True)
        self.show_list = parts.button(tr("alike.show"), "check")
        self.show_list.setToolTip(tr("alike.show_tip"))
        leave = parts.button(tr("alike.leave"))
        self.show_list.clicked.connect(self.list_wanted)
        leave.clicked.connect(self.hide)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.show_list)
        layout.addWidget(leave)
        self.hide()

    def offer(self, number: int) -> None:
        """So many papers have the same reading; none, and nothing is offered."""
        self.words.setText(tr("alike.offer", count=number))
        self.setVisible(number > 0)
