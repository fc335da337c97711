"""Tags for the records that are chosen: marked where they are on all, on some or on none; type for more."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.views import parts

_ALL, _SOME, _NONE = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class TagRecords(QDialog):
    """``held`` are all tags with how many of the ``number`` chosen records have each."""

    def __init__(self, held: Mapping[str, int], number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = {tag: _ALL if count == number else _SOME if count else _NONE for tag, count in held.items()}
        self.setWindowTitle(tr("tags.of_records", count=number))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(380, 420)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("tags.hint"))
        self.words.setAccessibleName(tr("tags.word"))
        self.list = QListWidget()
        self.list.setSpacing(3)
        self.list.setAccessibleName(tr("tags.name"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for tag, state in sorted(self._before.items(), key=lambda pair: (pair[1] == _NONE, pair[0].casefold())):
            self._add(tag, state)
        self._lay_out()
        self.words.textChanged.connect(self._narrow)
        self.words.installEventFilter(self)
        self.words.setFocus()

    @property
    def added(self) -> tuple[str, ...]:
        return tuple(tag for tag, state in self._states().items() if state == _ALL != self._before.get(tag))

    @property
    def removed(self) -> tuple[str, ...]:
        return tuple(tag for tag, state in self._states().items() if state == _NONE != self._before.get(tag, _NONE))

    def take(self) -> None:
        """What is typed is switched; a word that is no tag yet becomes one."""
        typed = " ".join(self.words.text().split())
        if not typed:
            self.accept()
            return
        same = [row for row in self._rows() if row.text().casefold() == typed.casefold()]
        row = same[0] if same else self._add(typed, _NONE)
        row.setCheckState(_NONE if row.checkState() == _ALL else _ALL)
        self.words.clear()
        self.list.setCurrentItem(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes what is typed, and with nothing typed all is done; arrows go on to the list."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setFocus()
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _states(self) -> dict[str, Qt.CheckState]:
        return {row.text(): row.checkState() for row in self._rows()}

    def _rows(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _add(self, tag: str, state: Qt.CheckState) -> QListWidgetItem:
        row = QListWidgetItem(tag, self.list)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(state)
        return row

    def _narrow(self) -> None:
        words = self.words.text().casefold().strip()
        for row in self._rows():
            row.setHidden(words not in row.text().casefold())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(8)
        hint = parts.label(tr("tags.help"), "soft", wrap=True)
        hint.setFont(theme.font("small"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(tr("ask.keep"))
        ok.setProperty("role", "primary")
        ok.setAutoDefault(False)
        buttons.accepted.connect(self._done)
        buttons.rejected.connect(self.reject)
        for part in (self.words, self.list, hint, buttons):
            layout.addWidget(part)

    def _done(self) -> None:
        """What is still typed counts."""
        if self.words.text().strip():
            self.take()
        self.accept()
