"""Tags and notes: put on the records that are chosen, kept in order, shown at once; all of it can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.domain.evidence import Evidence
from archive_app.domain.record import Note
from archive_app.errors import UsageError
from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.dialogs.tagging import TagRecords
from archive_app.gui.dialogs.tags import Tags
from archive_app.gui.language import tr
from archive_app.services import noting, tagging
from archive_app.services.archive import Archive

if TYPE_CHECKING:
    from archive_app.gui.main_window.window import MainWindow


class Annotating(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        pane = window.places.records.pane
        panel = pane.description
        panel.tags.add_wanted.connect(self.tag)
        panel.tags.removed.connect(self._take_off)
        panel.notes.add_wanted.connect(self.note)
        panel.notes.change_wanted.connect(self.change_note)
        panel.notes.delete_wanted.connect(self.delete_note)
        pane.page.note_wanted.connect(lambda _words: self.note())

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"tag": self.tag, "note": self.note, "tags": self.show_tags}

    # Tags ------------------------------------------------------------------------------------------------------

    def tag(self) -> None:
        """Asks for tags for the chosen records, or the one that is open."""
        records = self._window.places.records.chosen_records
        if not records:
            self._window.tell(UsageError(tr("tags.no_record")))
            return
        self._window.session.ask(lambda archive: _held(archive, records), lambda held: self._ask_tags(records, held))

    def _ask_tags(self, records: Sequence[str], held: dict[str, int]) -> None:
        dialog = TagRecords(held, len(records), self._window)
        dialog.accepted.connect(lambda: self.change_tags(records, dialog.added, dialog.removed))
        dialog.open()

    def change_tags(self, records: Sequence[str], add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        if add or remove:
            self._write(lambda archive: tagging.change(archive, records, add=add, remove=remove))

    def _take_off(self, tag: str) -> None:
        opened = self._window.places.records.pane.opened
        if opened is not None:
            self.change_tags([opened.id], remove=[tag])

    def show_tags(self) -> None:
        """All tags, to be kept in order."""
        dialog = Tags(self._window.session.writable, self._window)
        dialog.rename_wanted.connect(lambda tag: self._ask_name(dialog, tag))
        dialog.merge_wanted.connect(lambda tags: self._ask_one(dialog, tags))
        dialog.delete_wanted.connect(lambda tags: self._change_all(dialog, lambda archive: _remove(archive, tags)))
        dialog.chosen.connect(dialog.accept)
        dialog.chosen.connect(self._search_tag)
        dialog.open()
        self._fill(dialog)

    def _search_tag(self, tag: str) -> None:
        self._window.search.put(f'tag:"{tag}"')

    def _fill(self, dialog: Tags) -> None:
        self._window.session.ask(tagging.counts, dialog.show_tags, key="tags")

    def _ask_name(self, dialog: Tags, tag: str) -> None:
        asking = AskWords(tr("tags.rename"), tr("tags.tag"), tag, parent=dialog)
        asking.accepted.connect(lambda: self._rename(dialog, tag, asking.words))
        asking.open()

    def _rename(self, dialog: Tags, tag: str, other: str) -> None:
        self._change_all(dialog, lambda archive: tagging.rename(archive, tag, other))

    def _ask_one(self, dialog: Tags, tags: list[str]) -> None:
        told = ", ".join(tags)
        asking = AskWords(tr("tags.merge"), tr("tags.one_for"), tags[0], told=told, known=tags, parent=dialog)
        asking.accepted.connect(lambda: self._merge(dialog, tags, asking.words))
        asking.open()

    def _merge(self, dialog: Tags, tags: list[str], into: str) -> None:
        self._change_all(dialog, lambda archive: tagging.merge(archive, tags, into))

    def _change_all(self, dialog: Tags, change: Callable[[Archive], object]) -> None:
        self._write(change, lambda: self._fill(dialog))

    # Notes -----------------------------------------------------------------------------------------------------

    def note(self) -> None:
        """Asks for a note beside the words that were dragged over, else beside the record at hand."""
        pane = self._window.places.records.pane
        if pane.opened is None:
            self._window.tell(UsageError(tr("tags.no_record")))
            return
        record, words = pane.opened.id, pane.page.words
        told = words.quote if words else pane.opened.described.title
        dialog = AskWords(tr("notes.add"), tr("notes.text"), told=told, long=True, parent=self._window)
        dialog.accepted.connect(lambda: self.add_note(record, dialog.words, words))
        dialog.open()

    def add_note(self, record: str, text: str, beside: Evidence | None = None) -> None:
        page, span = (beside.page, (beside.start, beside.end)) if beside else (None, None)
        self._write(lambda archive: noting.add(archive, record, text, page=page, span=span), self._show_notes)

    def change_note(self, note: Note) -> None:
        dialog = AskWords(
            tr("notes.change"), tr("notes.text"), note.text, told=note.quote or "", long=True, parent=self._window
        )
        dialog.accepted.connect(lambda: self.rewrite_note(note, dialog.words))
        dialog.open()

    def rewrite_note(self, note: Note, text: str) -> None:
        self._write(lambda archive: noting.change(archive, note.id, text))

    def delete_note(self, note: Note) -> None:
        self._write(lambda archive: noting.remove(archive, note.id))

    def _show_notes(self) -> None:
        self._window.places.records.pane.description.show_notes()

    def _write(self, change: Callable[[Archive], object], then: Callable[[], None] | None = None) -> None:
        def done(_: object) -> None:
            self._window.session.changed.emit()
            if then:
                then()

        self._window.session.ask(change, done, lane="deciding")


def _held(archive: Archive, records: Sequence[str]) -> dict[str, int]:
    """Every tag with how many of these records have it."""
    counted = Counter(tag for id in records for tag in tagging.of(archive, id))
    return {one.tag: counted[one.tag] for one in tagging.counts(archive)}


def _remove(archive: Archive, tags: Sequence[str]) -> None:
    for tag in tags:
        tagging.remove(archive, tag)
