"""What a record's description shows: its facts in sections, with what an agreement ought to say and does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.description import Description
from archive_app.domain.fact import AGREEMENT_KINDS, DateMention, Fact, Party
from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.table import NOWHERE, Index
from archive_app.gui.theme import Role

#: Headings (``section.<name>``) with the fields below each.
SECTIONS: Final = (
    ("short", ("kind", "title", "language", "place", "access")),
    ("dates", (
        "agreement_date", "effective_date", "expiration_date", "issued_date", "term", "renewal", "renewal_term",
        "notice_period",
    )),
    ("parties", ("party", "issuer")),
    ("signatures", ("signatory",)),
    ("versions", ("disagreement",)),
    ("papers", ("relation",)),
    ("letter", ("sender", "recipient", "subject")),
    ("reference", ("reference_number", "period_covered", "governing_law")),
    ("mentions", ("date",)),
)  # fmt: skip
#: What one looks for in an agreement; where the paper does not tell, that is shown.
EXPECTED: Final = frozenset({"agreement_date", "effective_date", "expiration_date", "term"})
#: A value longer than this is cut in the list; the words it rests on stand below it in full.
LONGEST: Final = 150
#: A report may hold a thousand dates; so many are listed.
MOST_DATES: Final = 100
NO_NAMES: Final = AuthorityFile()


@dataclass(frozen=True)
class FactRow:
    """A line: a section's heading (``field`` is ""), a fact, or a field nothing is known of (``fact`` is None).

    ``named`` is a party's name in the authority file, where it is in there.
    """

    label: str
    field: str = ""
    fact: Fact | None = None
    named: str = ""

    @property
    def is_heading(self) -> bool:
        return not self.field

    @property
    def text(self) -> str:
        if self.named or not self.field:
            return self.named or self.label
        return wording.value(self.field, self.fact.value if self.fact else None)

    @property
    def detail(self) -> str:
        return f"{wording.certainty(self.fact)}, {wording.source(self.fact)}" if self.fact else ""


def rows(description: Description, names: AuthorityFile) -> list[FactRow]:
    """All lines, section by section; a section of which nothing is known is left out."""
    lines: list[FactRow] = []
    for title, fields in SECTIONS:
        section = [row for field in fields for row in _field_rows(description, field, names)]
        if section:
            lines += [FactRow(tr(f"section.{title}")), *section]
    return lines


def _field_rows(description: Description, field: str, names: AuthorityFile) -> Iterator[FactRow]:
    facts = description.by_field.get(field, ())
    if field == "date":
        facts = _mentions(facts)
    for number, fact in enumerate(facts):
        yield FactRow(wording.field_name(field) if number == 0 else "", field, fact, _named(fact, names))
    if not facts and field in EXPECTED and description.text("kind") in AGREEMENT_KINDS:
        yield FactRow(wording.field_name(field), field)


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
        same = [number for number, row in enumerate(self._rows) if row.fact == fact]
        near = [number for number, row in enumerate(self._rows) if row.field == fact.field]
        return self.index((same or near)[0]) if same or near else QModelIndex()

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
        if row is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join((row.label, row.text, row.detail)).strip()
        return self._part(row, role)

    def _part(self, row: FactRow, role: int) -> Any:
        parts: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: row.text if len(row.text) <= LONGEST else f"{row.text[:LONGEST]} …",
            Role.HEADING: row.is_heading,
            Role.LABEL: row.label,
            Role.DETAIL: row.detail,
            Role.CONFIDENCE: row.fact.confidence if row.fact else None,
            Role.SOURCE: str(row.fact.source) if row.fact else None,
            Role.OBJECT: row,
        }
        return parts.get(role)
