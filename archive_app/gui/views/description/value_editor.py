"""Asks for one value of a field in the way that suits it: a choice, a date, a body, a person with title and day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from archive_app import paths
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.fact import (
    CHOICES,
    DATE_FIELDS,
    FIELDS,
    LANGUAGES,
    DateMention,
    Party,
    Relation,
    Signatory,
    Value,
)
from archive_app.domain.relation import RELATION_TYPES
from archive_app.errors import ConvenioError, UsageError
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models import wording
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.body_line import BodyLine
from archive_app.services.description import quoting
from archive_app.services.description.bulk_edits import TAGS, tags_of
from archive_app.services.typed_values import parse_values

_CHOICES: Final = {"language": LANGUAGES, **CHOICES}
#: Fields whose value is a body of the authority file, or its name.
BODIES: Final = frozenset({"party", "issuer"})
DURATIONS: Final = ("term", "renewal_term", "notice_period")


class PersonLines(QWidget):
    """A signatory: name, title, body and day, each on a line of its own."""

    changed = Signal()

    def __init__(self, names: AuthorityFile, session: Session | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title, self.day = QLineEdit(), QLineEdit(), QLineEdit()
        self.body = BodyLine(names, session)
        self.day.setPlaceholderText(tr("edit_hint.date"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for key, line in (("name", self.name), ("title", self.title), ("body", self.body), ("day", self.day)):
            told = tr(f"person.{key}")
            (line.line if isinstance(line, BodyLine) else line).setAccessibleName(told)
            form.addRow(told, line)
        for typed in (self.name, self.title, self.day):
            typed.textChanged.connect(lambda _: self.changed.emit())
        self.body.changed.connect(self.changed)
        self.setFocusProxy(self.name)

    def put(self, person: Signatory | None) -> None:
        self.name.setText(person.name if person else "")
        self.title.setText(person.title or "" if person else "")
        self.body.put(person.party or "" if person else "")
        self.day.setText(person.date or "" if person else "")

    @property
    def person(self) -> Signatory | None:
        """None where all lines are empty. Raises UsageError without a name, and for a day that is none."""
        told = [line.text().strip() for line in (self.name, self.title, self.day)]
        name, title, day = told
        if not any((*told, self.body.words)):
            return None
        if not name:
            raise UsageError("A signatory needs a name.", key="no_signer")
        date = str(_parsed("issued_date", day)[0]) if day else None
        return Signatory(name, title or None, self.body.words or None, date)


class RelationLine(QWidget):
    """What a paper does to another, and to which: its date or its title."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Relation | None = None
        self.type, self.target = QComboBox(), QLineEdit()
        self.type.setAccessibleName(tr("edit.relation"))
        self.target.setAccessibleName(tr("edit.other_paper"))
        self.target.setPlaceholderText(tr("edit.other_paper"))
        for type in RELATION_TYPES:
            self.type.addItem(capital(word("relation", type)), type)
        layout = parts.column(spacing=6)
        layout.addWidget(self.type)
        layout.addWidget(self.target)
        self.setLayout(layout)
        self.setFocusProxy(self.type)
        self.type.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.target.textChanged.connect(lambda _: self.changed.emit())

    def put(self, relation: Relation | None) -> None:
        self._before = relation
        self.type.setCurrentIndex(self.type.findData(relation.type) if relation else 0)
        self.target.setText((relation.date or relation.title or "") if relation else "")

    @property
    def relation(self) -> Relation | None:
        """None without a target. What was not touched stays as it was read, with all it says."""
        target, type = self.target.text().strip(), str(self.type.currentData())
        if not target:
            return None
        (made,) = _parsed("relation", f"{type} {target.replace(';', ',')}")
        before = self._before
        if isinstance(made, Relation) and before and (before.date or before.title) == (made.date or made.title):
            return Relation(type, before.title, before.date, before.parties)
        return made if isinstance(made, Relation) else None


class ValueEditor(QWidget):
    """``ask(field, value)`` sets it out; ``values`` is what was typed. ``changed`` at every sign that is typed.

    The field may be the tags, parted by semicolons. A date or a length of time in words is read as the papers are,
    where a session is there to read with. ``choose_wanted(line)`` is a line’s wish for a choice among all bodies.
    """

    changed = Signal()
    choose_wanted = Signal(object)

    def __init__(self, names: AuthorityFile, session: Session | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._session = names, session
        self.field = ""
        self._key = f"typed words {id(self)}"
        #: What words were read as: as they stand in the line, and as a date or length of time.
        self._read: tuple[str, str] = ("", "")
        self.text, self.choice = QLineEdit(), QComboBox()
        self.text.setAccessibleName(tr("edit.value"))
        self.choice.setAccessibleName(tr("edit.value"))
        self.body = BodyLine(names, session)
        self.person = PersonLines(names, session)
        self.relation = RelationLine()
        layout = parts.column()
        for part in self._lines():
            layout.addWidget(part)
        self.setLayout(layout)
        self.text.textChanged.connect(self._typed)
        self.choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for made in (self.body, self.person, self.relation):
            made.changed.connect(self.changed)
        for line in (self.body, self.person.body):
            line.choose_wanted.connect(self.choose_wanted)

    def show_names(self, names: AuthorityFile) -> None:
        self._names = names
        self.body.show_names(names)
        self.person.body.show_names(names)

    def ask(self, field: str, value: Value) -> None:
        """For a value of a field, beginning with one that it has; None begins with nothing."""
        blocked = self.blockSignals(True)
        self.field, self._read = field, ("", "")
        self._put(value)
        self._show(self._part())
        self.blockSignals(blocked)
        self.changed.emit()

    def take_focus(self) -> None:
        part = self._part()
        part.setFocus()
        if part is self.text:
            self.text.selectAll()
        if part is self.body:
            self.body.line.selectAll()

    @property
    def lines(self) -> tuple[QWidget, ...]:
        """What is typed or chosen in, in its order."""
        return self._lines()[self._part()]

    def every_line(self) -> Iterator[QWidget]:
        """Of every way of asking."""
        for lines in self._lines().values():
            yield from lines

    def _lines(self) -> dict[QWidget, tuple[QWidget, ...]]:
        person = self.person
        return {
            self.text: (self.text,), self.choice: (self.choice,), self.body: (self.body.line,),
            person: (person.name, person.title, person.body.line, person.day),
            self.relation: (self.relation.type, self.relation.target),
        }  # fmt: skip

    @property
    def values(self) -> tuple[Value, ...]:
        """(None,) where nothing stands: the paper does not tell. Raises ConvenioError for what cannot be a value."""
        part = self._part()
        if part is self.choice:
            return (self.choice.currentData(),)
        if part is self.person:
            return (self.person.person,)
        if part is self.relation:
            return (self.relation.relation,)
        if self.field == "party":
            return (self.body.party,)
        if part is self.body:
            body = self.body.body
            return (body.name if body else self.body.words or None,)
        typed = self.text.text().strip()
        if self.field == TAGS:
            return tuple(tags_of(typed)) if typed else (None,)
        return _parsed(self.field, self._as_read(typed))

    @property
    def told(self) -> str:
        """What was understood, in the language of the interface; "" where nothing or what cannot be understood."""
        try:
            values = self.values
        except ConvenioError:
            return ""
        if self.field == "party":
            return self._told_body(values[0])
        if self.field in DATE_FIELDS or self.field in DURATIONS or self.field == "date":
            return " · ".join(wording.value(self.field, value) for value in values if value is not None)
        return tr("edit.expects") if values == (None,) else ""

    def _told_body(self, party: Value) -> str:
        if not isinstance(party, Party):
            return ""
        if party.authority is None:
            return tr("edit.unknown_party")
        above = self.body.path
        role = capital(word("role", party.role)) if party.role else ""
        return " · ".join(part for part in (above, role, party.authority) if part)

    def _part(self) -> QWidget:
        if self.field in _CHOICES:
            return self.choice
        if self.field in BODIES:
            return self.body
        return {Signatory: self.person, Relation: self.relation}.get(FIELDS.get(self.field, str), self.text)

    def _show(self, part: QWidget) -> None:
        for each in self._lines():
            each.setVisible(each is part)

    def _put(self, value: Value) -> None:
        self.choice.clear()
        for code in _CHOICES.get(self.field, ()):
            self.choice.addItem(wording.value(self.field, code), code)
        part = self._part()
        if part is self.choice:
            at = self.choice.findData(value)
            self.choice.addItem(wording.value(self.field, None), None)
            self.choice.setCurrentIndex(at if at >= 0 else self.choice.count() - 1)
        elif part is self.person:
            self.person.put(Signatory(value) if isinstance(value, str) else cast(Signatory | None, value))
        elif part is self.relation:
            self.relation.put(value if isinstance(value, Relation) else None)
        elif part is self.body:
            held = value if isinstance(value, Party) else Party(str(value or ""))
            self.body.put(held.name, held.authority)
        else:
            self.text.setText(as_text(value))

    def _typed(self) -> None:
        self.changed.emit()
        words = self.text.text().strip()
        if not self._session or not words or not (self.field in DATE_FIELDS or self.field in DURATIONS):
            return
        try:
            _parsed(self.field, words)
        except ConvenioError:
            field = self.field
            self._session.ask(
                lambda archive: (words, quoting.as_typed(archive, field, words)), self._take_read, key=self._key
            )

    def hideEvent(self, event: QHideEvent) -> None:
        """What is still being read is not waited for."""
        if self._session:
            self._session.operations.drop(self._key)
        super().hideEvent(event)

    def _take_read(self, read: tuple[str, str]) -> None:
        if read[0] == self.text.text().strip() and read[0] != read[1]:
            self._read = read
            self.changed.emit()

    def _as_read(self, words: str) -> str:
        return self._read[1] if words and words == self._read[0] else words


def _parsed(field: str, typed: str) -> tuple[Value, ...]:
    """Values of a field that needs no authority file, as they were typed."""
    return parse_values(field, typed, AuthorityFile(), paths.resources())


def as_text(value: Value) -> str:
    """A value as a person would type it, so that saving it unchanged changes nothing that can be typed."""
    if isinstance(value, Party):
        return value.authority or value.name
    if isinstance(value, Signatory):
        return ", ".join(part for part in (value.name, value.title) if part)
    if isinstance(value, Relation):
        return f"{value.type} {value.date or value.title or ''}".strip()
    if isinstance(value, DateMention):
        return value.date
    return "" if value is None else str(value)
