"""What a record's description shows: its facts in sections, with what an agreement ought to say and does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from archive_app import paths
from archive_app.domain.authority import AuthorityFile
from archive_app.domain.description import Description
from archive_app.domain.fact import DateMention, Fact, Party
from archive_app.domain.recognising import plain_name
from archive_app.gui.language import tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.table import NOWHERE, Index
from archive_app.gui.theme import Role
from archive_app.services.description import forms
from archive_app.services.description.forms import Form

#: A value longer than this, the letters of the longest title, is cut in the list; its words stand below it in full.
LONGEST: Final = 480
#: The words of the page beside a value are cut sooner: they stand in full below.
LONGEST_QUOTE: Final = 60
#: A report may hold a thousand dates; so many are listed.
MOST_DATES: Final = 100
NO_NAMES: Final = AuthorityFile()


@dataclass(frozen=True)
class FactRow:
    """A line: a section's heading (``field`` is ""), a fact, or a field nothing is known of (``fact`` is None).

    ``named`` is a party's name in the authority file, where it is in there; ``expected`` a field that one looks for
    in such a paper.
    """

    label: str
    field: str = ""
    fact: Fact | None = None
    named: str = ""
    expected: bool = True

    @property
    def is_heading(self) -> bool:
        return not self.field

    @property
    def text(self) -> str:
        if self.named or not self.field:
            return self.named or self.label
        if not (self.fact or self.expected):
            return tr("form.empty")
        return wording.value(self.field, self.fact.value if self.fact else None)

    @property
    def detail(self) -> str:
        return f"{wording.certainty(self.fact)}, {wording.source(self.fact)}" if self.fact else ""

    @property
    def written(self) -> str:
        """The words of the page in short, where they are not the value itself; "" for none."""
        quote = self.fact.evidence.quote if self.fact and self.fact.evidence else ""
        if not quote or plain_name(quote) == plain_name(self.text):
            return ""
        return f"“{quote}”" if len(quote) <= LONGEST_QUOTE else f"“{quote[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …”"

    @property
    def help(self) -> str:
        """What the field is for, and the element of the standards that it is."""
        return wording.field_help(self.field) if self.field else ""


def rows(description: Description, names: AuthorityFile) -> list[FactRow]:
    """The form for the record's kind, section by section; of what is not on the form only what is known."""
    form = forms.form_of(description.text("kind"), paths.resources())
    own = frozenset(form.fields)
    lines: list[FactRow] = []
    for section in form.every_section():
        held = [row for field in section.fields for row in _field_rows(description, field, names, form, field in own)]
        if held:
            lines += [FactRow(word("section", section.name)), *held]
    return lines


def _field_rows(
    description: Description, field: str, names: AuthorityFile, form: Form, on_form: bool
) -> Iterator[FactRow]:
    facts = description.by_field.get(field, ())
    if field == "date":
        facts = _mentions(facts)
    for number, fact in enumerate(facts):
        yield FactRow(wording.field_name(field) if number == 0 else "", field, fact, _named(fact, names))
    if not facts and on_form:
        yield FactRow(wording.field_name(field), field, expected=field in form.expected)


def _named(fact: Fact, names: AuthorityFile) -> str:
    body = names.get(fact.value.authority or "") if isinstance(fact.value, Party) else None
    return body.name if body else ""


def _mentions(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Dates in the order of the paper, without what stands on it only as furniture."""
    told = [fact for fact in facts if not (isinstance(fact.value, DateMention) and fact.value.role == "furniture")]
    told.sort(key=lambda f: (f.evidence.page, f.evidence.start) if f.evidence else (0, 0))
    return tuple(told[:MOST_DATES])


class FactsModel(QAbstractListModel):
    """The thin Qt adapter over FactRows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FactRow] = []

    def show(self, description: Description | None, names: AuthorityFile = NO_NAMES) -> None:
        self.beginResetModel()
        self._rows = rows(description, names) if description else []
        self.endResetModel()

    def row(self, index: Index) -> FactRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def find(self, fact: Fact) -> QModelIndex:
        """Where a fact stands: the same one, else the first of its field."""
        return self.find_row(FactRow("", fact.field, fact))

    def find_row(self, wanted: FactRow) -> QModelIndex:
        """Where a row stands now: the same fact, the same value, else the first of its field."""
        value = wanted.fact.value if wanted.fact else None
        every = list(enumerate(self._rows))
        same = [number for number, row in every if wanted.fact and row.fact == wanted.fact]
        same += [number for number, row in every if row.field == wanted.field and row.fact and row.fact.value == value]
        near = [number for number, row in every if row.field == wanted.field and wanted.field]
        return self.index((same or near)[0]) if same or near else QModelIndex()

    def step(self, index: Index, by: int) -> QModelIndex:
        """The next field on from an index (1), or the one before (-1); headings are passed over."""
        at = index.row() + by
        while 0 <= at < len(self._rows) and self._rows[at].is_heading:
            at += by
        return self.index(at) if 0 <= at < len(self._rows) else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        part = _PARTS.get(role)
        return None if row is None or part is None else part(row)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


#: What each role asks of a row; only that is made, for a list asks a thousand times while it is laid out.
_PARTS: Final[Mapping[int, Callable[[FactRow], Any]]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: _shortened(row.text),
    Qt.ItemDataRole.ToolTipRole: lambda row: row.help,
    Qt.ItemDataRole.AccessibleTextRole: lambda row: " ".join((row.label, row.text, row.written, row.detail)).strip(),
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda row: row.help,
    Role.HEADING: lambda row: row.is_heading,
    Role.LABEL: lambda row: row.label,
    Role.QUOTE: lambda row: row.written,
    Role.DETAIL: lambda row: row.detail,
    Role.CONFIDENCE: lambda row: row.fact.confidence if row.fact else None,
    Role.SOURCE: lambda row: str(row.fact.source) if row.fact else None,
    Role.OBJECT: lambda row: row,
}
