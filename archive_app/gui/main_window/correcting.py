"""What a person decides about a record's facts: asked for where it must be, written, and shown at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import MANY, Fact, Value
from archive_app.gui.dialogs.edit_fact import EditFact
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models.facts import FactRow
from archive_app.gui.models.review import ReviewRow
from archive_app.services import describing, editing, quoting, records
from archive_app.services.archive import Archive
from archive_app.services.edits import Edit

if TYPE_CHECKING:
    from archive_app.gui.main_window.window import MainWindow


class Correcting(QObject):
    """Of a field with many values one is corrected, and the others stay as they are."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: Sequence[Value] = ()
        panel = window.places.records.pane.description
        panel.edit_wanted.connect(lambda row: self.edit(self._record(), row))
        panel.confirm_wanted.connect(lambda row: self.confirm(self._record(), row))
        panel.not_stated_wanted.connect(lambda row: self.not_stated(self._record(), row))
        panel.withdraw_wanted.connect(lambda row: self.withdraw(self._record(), row))
        panel.words_wanted.connect(lambda row, words: self.take_words(self._record(), row, words))
        panel.add_wanted.connect(lambda: self.edit(self._record(), None))
        window.places.made_review.connect(self._join_review)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"undo": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Takes the last change back, whatever it was of; one made in a review is at hand there again."""
        if "review" in self._window.places.__dict__:
            self._window.places.review.take_back()
        self._go_over(editing.undo, "undo.undone")

    def redo(self) -> None:
        self._go_over(editing.redo, "undo.redone")

    def _go_over(self, action: Callable[[Archive], Edit], told: str) -> None:
        def done(edit: Edit) -> None:
            self._window.session.changed.emit()
            self._window.tell_good(tr(told, capital(word("event", edit.type))))

        self._window.session.ask(action, done, lane="deciding")

    def edit(self, record: str, row: FactRow | None) -> None:
        archive = self._window.session.archive
        if archive is None or not archive.writable:
            return
        fact = row.fact if row else None
        quote = fact.evidence.quote if fact and fact.evidence else ""
        field, value = (row.field if row else None), (fact.value if fact else None)
        dialog = EditFact(field, value, quote, archive.authorities, self._window)
        dialog.accepted.connect(lambda: self._save(record, dialog.field, fact, dialog.values))
        dialog.open()

    def take_words(self, record: str, row: FactRow | None, words: Evidence) -> None:
        """Asks whether words of the page are to be a value: a date or a length of time is read from them first."""
        field = row.field if row else "title"

        def ask(typed: str) -> None:
            archive = self._window.session.archive
            if archive is not None:
                fact = row.fact if row else None
                dialog = EditFact(row.field if row else None, typed, words.quote, archive.authorities, self._window)
                dialog.accepted.connect(lambda: self._save(record, dialog.field, fact, dialog.values))
                dialog.open()

        self._window.session.ask(lambda archive: quoting.as_typed(archive, field, words.quote), ask)

    def _save(self, record: str, field: str, instead: Fact | None, values: Sequence[Value]) -> None:
        self.set(record, field, instead, values)
        self._last = values
        if "review" in self._window.places.__dict__:
            self._window.places.review.corrected(record, instead)

    def set_alike(self, row: ReviewRow, rows: Sequence[ReviewRow]) -> None:
        """What one reading was corrected to, for the same reading in other papers."""
        values = self._last

        def write(archive: Archive) -> None:
            for described, fact in rows:
                every = _every_value(archive, described.id, fact.field, fact, values)
                describing.correct_values(archive, described.id, fact.field, every)

        self._write(write)

    def set(self, record: str, field: str, instead: Fact | None, values: Sequence[Value]) -> None:
        """The person's value for a field, in place of one fact of it or beside what is there."""

        def write(archive: Archive) -> None:
            every = _every_value(archive, record, field, instead, values)
            describing.correct_values(archive, record, field, every)

        self._write(write)

    def not_stated(self, record: str, row: FactRow) -> None:
        self.set(record, row.field, row.fact, (None,))

    def confirm(self, record: str, row: FactRow) -> None:
        if row.fact:
            fact = row.fact
            self._write(lambda archive: describing.confirm(archive, record, fact))

    def confirm_all(self, record: str, facts: Sequence[Fact]) -> None:
        """Several readings of a record, in one go."""
        self._write(lambda archive: describing.confirm(archive, record, *facts))

    def withdraw(self, record: str, row: FactRow) -> None:
        self._write(lambda archive: describing.withdraw(archive, record, row.field))

    def _write(self, action: Callable[[Archive], None]) -> None:
        self._window.session.ask(action, lambda _: self._window.session.changed.emit(), lane="deciding")

    def _record(self) -> str:
        opened = self._window.places.records.pane.opened
        return opened.id if opened else ""

    def _join_review(self) -> None:
        view = self._window.places.review
        view.edit_wanted.connect(self.edit)
        view.confirm_wanted.connect(self.confirm)
        view.not_stated_wanted.connect(self.not_stated)
        view.words_wanted.connect(self.take_words)
        view.undo_wanted.connect(self.undo)
        view.confirm_all_wanted.connect(self.confirm_all)
        view.alike_wanted.connect(self.set_alike)


def _every_value(
    archive: Archive, record: str, field: str, instead: Fact | None, values: Sequence[Value]
) -> tuple[Value, ...]:
    """All values that the field is to have: of one with many, the others as they hold now."""
    if field not in MANY:
        return tuple(values)
    held = records.described(archive, record).description.by_field.get(field, ())
    given = tuple(value for value in values if value is not None)
    kept: list[Value] = []
    for fact in held:
        if instead is not None and fact.value == instead.value:
            kept += given
        else:
            kept.append(fact.value)
    kept += given if instead is None else ()
    return tuple(dict.fromkeys(kept)) or (None,)
