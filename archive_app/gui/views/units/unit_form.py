"""What is told of a unit: the elements of ISAD(G) in its areas, each with its number and what is written there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from archive_app.domain.arrangement import MADE, Branch
from archive_app.domain.isad import ELEMENTS
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models.units import arrangement
from archive_app.gui.models.units.arrangement import SHORT
from archive_app.gui.views import parts
from archive_app.gui.views.rolled import Rolled

Field = QLineEdit | QPlainTextEdit | QComboBox
#: Lines that a text of several has room for.
LINES: Final = 3


class Lines(QPlainTextEdit):
    """A text of several lines; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "field")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height())


class UnitForm(QWidget):
    """``saved(unit, values)`` with what was changed, by element; also where another unit is chosen meanwhile."""

    saved = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: int | None = None
        self._held: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        self._computed = {name: parts.label("", "faint", "small", wrap=True) for name in ELEMENTS}
        self.save = parts.button(tr("arrangement.save"), "check", primary=True)
        self.drop = parts.button(tr("arrangement.drop"), "undo")
        self._lay_out()
        self.save.clicked.connect(self.keep)
        self.drop.clicked.connect(self.forget)

    @property
    def changes(self) -> dict[str, str]:
        """What stands in the form otherwise than in the archive."""
        if self._unit is None:
            return {}
        return {name: typed for name in self.fields if (typed := self._typed(name)) != self._held.get(name, "")}

    def show_branch(self, branch: Branch | None, writable: bool) -> None:
        """A unit. What was typed of another one is kept first; what is being typed of the same stays."""
        unit = branch.unit if branch else None
        pending = {}
        if unit is not None and unit.id == self._unit:
            pending = self.changes
        else:
            self.keep()
        self._unit = unit.id if unit else None
        self._held = arrangement.values(unit) if unit else {}
        for name in self.fields:
            self._put(name, pending.get(name, self._held.get(name, "")))
            self.fields[name].setEnabled(writable)
        self._suit()

    def show_computed(self, known: Mapping[str, str]) -> None:
        """Below the fields what nobody wrote of the unit, by element."""
        for name, label in self._computed.items():
            label.setText(known.get(name, ""))
            label.setVisible(bool(known.get(name)))

    def computed(self, name: str) -> str:
        """What is told below a field of what nobody wrote."""
        return self._computed[name].text()

    def keep(self) -> None:
        """Saves what was changed, as one step that can be undone."""
        changes = self.changes
        if changes and self._unit is not None:
            self._held |= changes
            self.saved.emit(self._unit, changes)
        self._suit()

    def forget(self) -> None:
        """Puts everything back as the archive has it."""
        for name in self.fields:
            self._put(name, self._held.get(name, ""))
        self._suit()

    def begin(self, name: str) -> None:
        """Goes to an element, with its text marked."""
        field = self.fields[name]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """In a field the key for saving saves the unit, whatever it does elsewhere in the window."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Save):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.keep()
            return True
        return super().eventFilter(field, event)

    def hideEvent(self, event: object) -> None:
        """Whoever goes elsewhere keeps what was typed."""
        self.keep()

    # Fields ----------------------------------------------------------------------------------------------------

    def _typed(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, QComboBox):
            return str(field.currentData())
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _put(self, name: str, text: str) -> None:
        field = self.fields[name]
        blocked = field.blockSignals(True)
        if isinstance(field, QComboBox):
            field.setCurrentIndex(max(0, field.findData(text)))
        elif isinstance(field, QLineEdit):
            field.setText(text)
        elif field.toPlainText() != text:
            field.setPlainText(text)
        field.blockSignals(blocked)

    def _suit(self) -> None:
        for made in (self.save, self.drop):
            made.setEnabled(bool(self.changes))

    def _field(self, name: str) -> Field:
        made: Field
        if name == "level":
            made = QComboBox()
            for level in MADE:
                made.addItem(capital(word("level", level)), str(level))
            made.currentIndexChanged.connect(lambda _: self._suit())
        elif name in SHORT:
            made = QLineEdit()
            made.textChanged.connect(lambda _: self._suit())
        else:
            made = Lines()
            made.textChanged.connect(self._suit)
        made.installEventFilter(self)
        told = arrangement.element_help(name)
        made.setToolTip(told)
        made.setAccessibleName(tr("arrangement.field", ELEMENTS[name], word("isad", name)))
        made.setAccessibleDescription(told)
        return made

    def _lay_out(self) -> None:
        inside = parts.column(18, 8, 18, 16, spacing=4)
        for area, names in arrangement.areas():
            inside.addSpacing(12)
            inside.addWidget(parts.label(word("isad_area", area), size="heading", bold=True))
            for name in names:
                self.fields[name] = self._field(name)
                self._add(inside, name)
        inside.addStretch(1)
        scroll = Rolled()
        scroll.setWidget(parts.frame("panel", inside))
        foot = parts.row(18, 8, 18, 10)
        foot.addStretch(1)
        foot.addWidget(self.drop)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(parts.frame("panel", foot))

    def _add(self, layout: QVBoxLayout, name: str) -> None:
        title = parts.label(tr("arrangement.field", ELEMENTS[name], word("isad", name)), "section", "small", bold=True)
        title.setBuddy(self.fields[name])
        title.setToolTip(arrangement.element_help(name))
        layout.addSpacing(4)
        layout.addWidget(title)
        layout.addWidget(parts.label(word("isad_help", name), "faint", "small", wrap=True))
        layout.addWidget(self.fields[name])
        layout.addWidget(self._computed[name])
