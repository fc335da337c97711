"""What a person decides about a record's facts: asked for where it must be, written, and shown at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from archive_app.domain.evidence import Evidence
from archive_app.domain.fact import Fact, Value
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.models.description import gone_over
from archive_app.gui.models.description.facts import FactRow
from archive_app.services.archive import Archive
from archive_app.services.description import correcting, describing, quoting
from archive_app.services.description.correcting import Alike, Correction
from archive_app.services.undo.edits import Edit


class Correcting(QObject):
    """What was corrected last is offered for papers of the same form, in whatever place it was corrected."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        #: The correction that was made last, and the papers of the same form that it is offered for.
        self._offered: tuple[Correction | None, Sequence[Alike]] = (None, ())
        window.alike.list_wanted.connect(self.show_alike)
        panel = window.places.records.pane.description
        panel.edited.connect(self._edited)
        panel.confirm_wanted.connect(lambda row: self.confirm(self._record(), row))
        panel.not_stated_wanted.connect(lambda row: self.not_stated(self._record(), row))
        panel.withdraw_wanted.connect(lambda row: self.withdraw(self._record(), row))
        panel.words_wanted.connect(lambda row, words: self.take_words(self._record(), row, words))
        panel.add_wanted.connect(lambda: self.edit(self._record(), None))
        window.places.made_review.connect(self._join_review)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"undo": self.undo, "redo": self.redo, "alike": self.show_alike}

    def undo(self) -> None:
        """Takes the last change back, whatever it was of; one made in a review is at hand there again."""
        self._go_over(gone_over.undo, self._at_hand_again)

    def redo(self) -> None:
        self._go_over(gone_over.redo, lambda _: None)

    def _go_over(self, action: Callable[[Archive], tuple[Edit, str]], then: Callable[[Edit], None]) -> None:
        def done(gone: tuple[Edit, str]) -> None:
            edit, told = gone
            then(edit)
            self._window.session.changed.emit()
            self._window.tell_good(told)

        self._window.session.ask(action, done, lane="deciding")

    def _at_hand_again(self, edit: Edit) -> None:
        if "review" in self._window.places.__dict__:
            self._window.places.review.take_back(edit)

    def edit(self, record: str, row: FactRow | None) -> None:
        from archive_app.gui.dialogs.description.edit_fact import EditFact

        archive = self._window.session.archive
        if archive is None or not archive.writable:
            return
        fact = row.fact if row else None
        quote = fact.evidence.quote if fact and fact.evidence else ""
        field, value = (row.field if row else None), (fact.value if fact else None)
        dialog = EditFact(field, value, quote, archive.authorities, self._window, self._window.session)
        dialog.accepted.connect(lambda: self._save(Correction(record, dialog.field, dialog.values, fact)))
        dialog.open()

    def _edited(self, record: str, row: FactRow, values: Sequence[Value]) -> None:
        """Typed in the form of a record."""
        self._save(Correction(record, row.field, tuple(values), row.fact))

    def take_words(self, record: str, row: FactRow | None, words: Evidence) -> None:
        """Asks whether words of the page are to be a value, read from them first, which then rests on them."""
        from archive_app.gui.dialogs.description.edit_fact import EditFact

        field = row.field if row else "title"

        def ask(typed: str) -> None:
            archive = self._window.session.archive
            if archive is not None:
                fact = row.fact if row else None
                chosen, session = row.field if row else None, self._window.session
                dialog = EditFact(chosen, typed, words.quote, archive.authorities, self._window, session)
                dialog.accepted.connect(
                    lambda: self._save(Correction(record, dialog.field, dialog.values, fact, words))
                )
                dialog.open()

        self._window.session.ask(lambda archive: quoting.as_typed(archive, field, words.quote), ask)

    def _save(self, corrected: Correction) -> None:
        """Written; then the same is offered for papers of the same form."""

        def find(archive: Archive) -> Sequence[Alike]:
            correcting.correct(archive, corrected)
            return correcting.alike(archive, corrected)

        def done(found: Sequence[Alike]) -> None:
            self._window.session.changed.emit()
            self._offered = (corrected, found)
            self._window.alike.offer(len(found))

        if "review" in self._window.places.__dict__:
            self._window.places.review.corrected(corrected.record, corrected.instead)
        self._window.session.ask(find, done, lane="deciding")

    def show_alike(self) -> None:
        """The papers of the same form as the one that was corrected last, each to be corrected too or left."""
        from archive_app.gui.dialogs.description.alike import AlikePapers

        corrected, found = self._offered
        if corrected is None or not found or self._window.alike.isHidden():
            self._window.tell_good(tr("alike.nothing"))
            return
        dialog = AlikePapers(corrected, found, self._window)
        dialog.accepted.connect(lambda: self.correct_alike(dialog.corrections))
        dialog.open()

    def correct_alike(self, corrections: Sequence[Correction]) -> None:
        """All of them in one change, which is undone as one."""
        self._window.alike.hide()
        self._write(lambda archive: correcting.correct(archive, *corrections))
        self._window.tell_good(tr("alike.done", count=len(corrections)))

    def set(self, record: str, field: str, instead: Fact | None, values: Sequence[Value]) -> None:
        """The person's value for a field, in place of one fact of it or beside what is there."""
        self._write(lambda archive: correcting.correct(archive, Correction(record, field, tuple(values), instead)))

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
        view.alike_wanted.connect(self.show_alike)
