"""What belongs to a letter, beneath it: what was attached to it, and what it was attached to itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.views import parts

#: So many are listed; the rest are in the file's tab.
MOST = 6


class FamilyBar(QFrame):
    """``record_wanted(id)`` for one of them; hidden where there is none."""

    record_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(1)
        self.links: list[parts.Tool] = []

    def show_record(self, opened: Opened | None) -> None:
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.links = []
        if opened is not None:
            self._fill(opened)
        self.setVisible(bool(self.links))

    def _fill(self, opened: Opened) -> None:
        record = opened.described.record
        if opened.children:
            self._layout.addWidget(parts.label(tr("family.children", count=len(opened.children)), "section", "small"))
        if record.parent:
            self._link(record.parent, tr("family.parent", record.parent))
        for child in opened.children[:MOST]:
            self._link(child.id, tr("family.child", child.filename, wording.size(child.size)))
        if len(opened.children) > MOST:
            self._layout.addWidget(parts.label(tr("family.more", count=len(opened.children) - MOST), "faint", "small"))

    def _link(self, id: str, words: str) -> None:
        made = parts.tool("link", words, words)
        made.setProperty("role", "link")
        made.clicked.connect(lambda: self.record_wanted.emit(id))
        self._layout.addWidget(made)
        self.links.append(made)
