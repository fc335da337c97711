"""Chooses a body by any of its names: for a name that waits, for a merger, for the value of a field; or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.gui.dialogs import answers
from archive_app.gui.language import tr
from archive_app.gui.models.bodies import bodies_found
from archive_app.gui.models.bodies.bodies_found import Finder
from archive_app.gui.models.table import TableModel
from archive_app.gui.views import parts


class ChooseBody(QDialog):
    """``chosen`` is the body's id. ``day`` asks for a day too (EDTF), which may be left out. ``but`` is not offered.

    With ``makes`` a new body can be made from what was typed: ``new_wanted(words)`` asks for it, and ``take_new``
    hands it over.
    """

    new_wanted = Signal(str)

    def __init__(
        self, told: str, names: AuthorityFile, first: Sequence[str] = (), *, day: bool = False, but: str = "",
        words: str = "", makes: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.names, self._finder, self._first, self._but = names, Finder(names), first, but
        self.setWindowTitle(tr("bodies.choose"))
        self.resize(1000, 520)
        self.words = QLineEdit(words)
        self.words.setPlaceholderText(tr("bodies.find"))
        self.words.setAccessibleName(tr("bodies.find"))
        self.day = QLineEdit()
        self.day.setPlaceholderText(tr("bodies.since_hint"))
        self.day.setAccessibleName(tr("bodies.since"))
        self.new = parts.button(tr("body_found.new"), "building")
        self.new.setVisible(makes)
        self.model = TableModel(bodies_found.columns(), self)
        self.table = parts.table(tr("bodies.name"))
        self.table.setModel(self.model)
        for column, width in enumerate((330, 104, 210, 156)):
            self.table.setColumnWidth(column, width)
        self._lay_out(told, day)
        self._connect()
        self._find(words)
        self.words.selectAll()
        self.words.setFocus()

    @property
    def chosen(self) -> str:
        row = self.model.row_at(self.table.currentIndex())
        return row.body.id if row else ""

    @property
    def body(self) -> Authority:
        """The body that is chosen, where one is."""
        return self.names.records[self.chosen]

    def take_new(self, names: AuthorityFile, id: str) -> None:
        """A body that was made meanwhile: it is the one that is chosen."""
        self.names, self._finder = names, Finder(names)
        self.words.setText(id)
        self.accept()

    def _find(self, words: str) -> None:
        self.model.set_rows(self._finder.find(words, self._first, self._but))
        if self.model.rows:
            self.table.selectRow(0)
        self._suit()

    def _suit(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows in the field go through what was found."""
        if not answers.stepped(self.table, event):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._find)
        self.table.activated.connect(self.accept)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._suit())
        self.new.clicked.connect(lambda: self.new_wanted.emit(self.words.text().strip()))

    def _lay_out(self, told: str, day: bool) -> None:
        layout = parts.column(22, 20, 22, 16, spacing=10)
        layout.addWidget(parts.label(told, wrap=True))
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        self.day.setVisible(day)
        layout.addWidget(self.day)
        self._buttons = answers.ok_and_cancel(self)
        foot = parts.row()
        foot.addWidget(self.new)
        foot.addWidget(self._buttons, 1)
        layout.addLayout(foot)
        self.setLayout(layout)
