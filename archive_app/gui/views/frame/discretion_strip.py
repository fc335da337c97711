"""Says that restricted records are out of sight, or that they are shown, with the one switch for both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from archive_app.gui.language import tr
from archive_app.gui.views import parts


class DiscretionStrip(QFrame):
    """``switched(shown)``; nothing is seen of it in an archive without restricted records."""

    switched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._shown = False
        self.told = parts.label("", "soft", "small")
        self.switch = parts.button(tr("discretion.show"))
        self.switch.clicked.connect(lambda: self.switched.emit(not self._shown))
        layout = parts.row(16, 4, 12, 4, spacing=12)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.switch)
        self.setLayout(layout)
        self.hide()

    def show_count(self, restricted: int, shown: bool) -> None:
        """How many restricted records there are, and whether they are shown."""
        self._shown = shown
        self.told.setText(tr("discretion.shown" if shown else "discretion.hidden", count=restricted))
        self.switch.setText(tr("discretion.hide" if shown else "discretion.show"))
        self.setVisible(restricted > 0)
