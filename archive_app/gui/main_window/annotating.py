"""Tags, notes and highlights: put on the records that are chosen, shown at once; all of it can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.domain.evidence import Evidence
from archive_app.domain.record import HIGHLIGHTS, Note
from archive_app.errors import UsageError
from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.models.description import annotated
from archive_app.gui.views.page import PageView
from archive_app.services.archive import Archive
from archive_app.services.description import noting, tagging

if TYPE_CHECKING:
    from archive_app.gui.dialogs.description.tags import Tags


class Annotating(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        pane = window.places.records.pane
        panel = pane.description
        panel.tags.add_wanted.connect(self.tag)
        panel.tags.removed.connect(self._take_off)
        panel.notes.add_wanted.connect(self.note)
        panel.notes.change_wanted.connect(self.change_note)
        panel.notes.delete_wanted.connect(self.delete_note)
        panel.notes.kind_wanted.connect(self.change_kind)
        #: The kind that words were highlighted as last.
        self._kind = HIGHLIGHTS[0]
        self._listen(pane.page)
        window.places.made_review.connect(lambda: self._listen(window.places.review.page))

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "tag": self.tag,
            "note": self.note,
            "highlight": self.highlight_again,
            "tags": self.show_tags,
            "annotations": self.show_all,
        }

    def _listen(self, page: PageView) -> None:
        page.note_wanted.connect(lambda _words: self.note())
        page.highlight_wanted.connect(lambda words, kind: self.highlight(page.record, words, kind))

    def _page(self) -> PageView:
        """The page that is seen: the one in the review, else the one among the records."""
        places = self._window.places
        return places.review.page if places.now == "review" else places.records.pane.page

    # Tags ------------------------------------------------------------------------------------------------------

    def tag(self) -> None:
        """Asks for tags for the chosen records, or the one that is open."""
        records = self._window.places.records.chosen_records
        if not records:
            self._window.tell(UsageError(tr("tags.no_record")))
            return
        self._window.session.ask(lambda archive: _held(archive, records), lambda held: self._ask_tags(records, held))

    def _ask_tags(self, records: Sequence[str], held: dict[str, int]) -> None:
        from archive_app.gui.dialogs.description.tagging import TagRecords

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
        from archive_app.gui.dialogs.description.tags import Tags

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
        page = self._page()
        record, words = page.record, page.words
        if not record:
            self._window.tell(UsageError(tr("tags.no_record")))
            return
        told = words.quote if words else page.title
        dialog = AskWords(tr("notes.add"), tr("notes.text"), told=told, long=True, parent=self._window)
        dialog.accepted.connect(lambda: self.add_note(record, dialog.words, words))
        dialog.open()

    def add_note(self, record: str, text: str, beside: Evidence | None = None) -> None:
        page, span = (beside.page, (beside.start, beside.end)) if beside else (None, None)
        self._write(lambda archive: noting.add(archive, record, text, page=page, span=span), self._show_notes)

    def change_note(self, note: Note) -> None:
        dialog = AskWords(
            tr("notes.change"), tr("notes.text"), note.text, told=note.quote or "", long=True,
            may_be_empty=note.highlight is not None, parent=self._window,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self.rewrite_note(note, dialog.words))
        dialog.open()

    def rewrite_note(self, note: Note, text: str) -> None:
        self._write(lambda archive: noting.change(archive, note.id, text))

    def delete_note(self, note: Note) -> None:
        self._write(lambda archive: noting.remove(archive, note.id))

    def _show_notes(self) -> None:
        self._window.places.records.pane.description.show_notes()

    # Highlights ------------------------------------------------------------------------------------------------

    def highlight(self, record: str, words: Evidence, kind: str) -> None:
        """Marks words as a kind; those marked so already are no longer, of another kind they become this one."""
        self._kind = kind
        span = (words.start, words.end)
        held = [note for note in self._page().notes if note.highlight and (note.start, note.end) == span]
        same = next((note for note in held if note.page == words.page), None)
        if same is None:
            self._write(lambda archive: noting.add(archive, record, "", page=words.page, span=span, highlight=kind))
        elif same.highlight != kind:
            self.change_kind(same, kind)
        elif same.text:
            self._window.tell_good(tr("notes.has_text"))
        else:
            self.delete_note(same)

    def highlight_again(self) -> None:
        """The words selected as what was highlighted last."""
        page = self._page()
        if page.words and page.record:
            self.highlight(page.record, page.words, self._kind)
        else:
            self._window.tell_good(tr("notes.no_words"))

    def change_kind(self, note: Note, kind: str) -> None:
        if note.highlight:
            self._write(lambda archive: noting.change(archive, note.id, note.text, highlight=kind))

    def show_all(self) -> None:
        """Every note and highlight of the archive, to be narrowed down and gone to."""
        from archive_app.gui.dialogs.description.annotations import Annotations

        dialog = Annotations(self._window)
        dialog.place_wanted.connect(self._window.places.records.open_note)
        dialog.place_wanted.connect(lambda _: self._window.go("records"))
        dialog.open()
        self._window.session.ask(annotated.read, dialog.show_rows, key="annotations")

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
