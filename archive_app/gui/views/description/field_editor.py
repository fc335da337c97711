"""Where the field at hand is edited, below the words it rests on: by keys alone, and from one field to the next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.fact import Value
from archive_app.errors import ConvenioError
from archive_app.gui import theme
from archive_app.gui.language import sentence, tr
from archive_app.gui.models import wording
from archive_app.gui.models.description.facts import FactRow
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.description.value_editor import ValueEditor
from archive_app.gui.views.rolled import Rolled

#: So much of the words of the page stands below the line.
LONGEST_QUOTE: Final = 260
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Fitting(Rolled):
    """As high as what it holds where there is room, and rolled where there is not."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._held = held
        self.setWidget(held)

    def sizeHint(self) -> QSize:
        held = self._held
        width = self.viewport().width()
        return QSize(200, held.heightForWidth(width) if held.hasHeightForWidth() else held.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(96, self.sizeHint().height()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def _leaves(event: QKeyEvent) -> bool:
    """Whether a key saves and goes back to the list, or leaves."""
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return Qt.Key(event.key()) == Qt.Key.Key_Escape or (held and Qt.Key(event.key()) in _ENTER)


def _is_of_menu(watched: QObject, event: QKeyEvent) -> bool:
    """Undo in a line in which nothing was typed: it is the correction just saved that is to be taken back."""
    return event.matches(QKeySequence.StandardKey.Undo) and not (
        isinstance(watched, QLineEdit) and watched.isUndoAvailable()
    )


class FieldEditor(QFrame):
    """``saved(record, row, values)`` where the person changed something; ``left(step)`` where they are done.

    ``step`` is 1 to go on with the next field, -1 with the one before, 0 to stay. Enter and Tab save and go on, Esc
    leaves all as it was. What cannot be a value is told, and kept in the line.
    """

    saved = Signal(str, object, object)
    left = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._session = session
        self._record, self._row = "", FactRow("")
        self._before: tuple[Value, ...] = ()
        self._name = parts.label("", bold=True)
        self._told = parts.label("", "soft", "small", wrap=True)
        self._fault = parts.label("", "fault", "small", wrap=True)
        self._quote = parts.label("", wrap=True)
        self._help = parts.label("", "faint", "small", wrap=True)
        self.editor = ValueEditor(AuthorityFile(), session)
        self.save, self.cancel = parts.button(tr("form.save"), primary=True), parts.button(tr("form.leave"))
        self._lay_out()
        self.editor.changed.connect(self._check)
        self.save.clicked.connect(lambda: self._leave(0))
        self.cancel.clicked.connect(self.give_up)
        for part in (*self.editor.every_line(), self.save, self.cancel):
            part.installEventFilter(self)
        self.hide()

    @property
    def row(self) -> FactRow:
        """The row that is edited."""
        return self._row

    def edit(self, record: str, row: FactRow, *, beside: bool = False) -> None:
        """A value of a record: the one of the row, or with ``beside`` one more of the same field."""
        archive = self._session.archive
        if archive is None:
            return
        self._record = record
        self._row = FactRow(row.label, row.field) if beside else row
        self.editor.show_names(archive.authorities)
        self.editor.ask(row.field, self._row.fact.value if self._row.fact else None)
        self._before = self._values() or ()
        self._name.setText(wording.field_name(row.field))
        self._quote.setFont(theme.font("small", serif=True, italic=True))
        self._quote.setText(tr("form.written", row.fact.evidence.quote[:LONGEST_QUOTE], row.fact.evidence.page)
                            if row.fact and row.fact.evidence and row.fact.evidence.quote else "")  # fmt: skip
        self._quote.setVisible(bool(self._quote.text()))
        self._help.setText(wording.field_help(row.field))
        self.show()
        self.editor.take_focus()

    def close_unsaved(self) -> None:
        """Another record, or none: what was typed and can be a value is kept, anything else is not."""
        if self.isVisible():
            self._save()
            self.hide()

    def give_up(self) -> None:
        self.hide()
        self.left.emit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of every line within."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_ours, is_of_menu = _leaves(event), _is_of_menu(watched, event)
            event.setAccepted(is_ours)  # no menu takes this key while a field is edited
            if is_ours or is_of_menu:
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.give_up()
            return True
        if watched in (self.save, self.cancel):
            return False
        steps = dict.fromkeys(_ENTER, 1)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            first, last = self.editor.lines[0], self.editor.lines[-1]
            steps = {Qt.Key.Key_Tab: 1} if watched is last else {}
            steps |= {Qt.Key.Key_Backtab: -1} if watched is first else {}
        if key not in steps:
            return False
        self._leave(0 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else steps[key])
        return True

    def _leave(self, step: int) -> None:
        if self._save():
            self.hide()
            self.left.emit(step)

    def _save(self) -> bool:
        """Whether all is well: what was typed is a value, and was told where it is another one."""
        values = self._values()
        if values is None:
            return False
        if values != self._before:
            self.saved.emit(self._record, self._row, values)
        return True

    def _values(self) -> tuple[Value, ...] | None:
        try:
            return tuple(self.editor.values)
        except ConvenioError as fault:
            self._say(sentence(fault))
            return None

    def _check(self) -> None:
        self._say("")
        if self._values() is not None:
            self._told.setText(self.editor.told)
        self._told.setVisible(bool(self._told.text()) and not self._fault.text())
        self.save.setEnabled(not self._fault.text())

    def _say(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def _lay_out(self) -> None:
        head = parts.row()
        head.addWidget(self._name, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.save)
        for made in (self.save, self.cancel):
            made.setFont(theme.font("small"))
        asked = parts.column(0, 0, 6, 0, spacing=7)
        for part in (self.editor, self._told, self._fault, self._quote, self._help):
            asked.addWidget(part)
        asked.addStretch(1)
        layout = parts.column(16, 10, 8, 10, spacing=7)
        layout.addLayout(head)
        layout.addWidget(_Fitting(parts.frame("clear", asked)))
        self.setLayout(layout)
