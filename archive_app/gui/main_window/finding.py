"""What is done with a question beside asking it: kept under a name, asked again from the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject

from archive_app.domain.search import Asked as AskedBefore
from archive_app.domain.search import SavedSearch
from archive_app.errors import UsageError
from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.models.search.asking import Asked
from archive_app.services.archive import Archive
from archive_app.services.search import saved_searches, search_history

#: Questions of the history that the search box offers.
OFFERED: Final = 200


class Finding(QObject):
    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        #: What a person settled on, until its answer is there and it can be noted.
        self._settled: Asked | None = None
        saved, records = window.places.saved, window.places.records
        saved.chosen.connect(self.ask_saved)
        saved.rename_wanted.connect(self.ask_name)
        saved.delete_wanted.connect(self.delete)
        window.search.settled.connect(self.settle)
        records.answered.connect(self._note)
        records.opened_by_person.connect(self.settle)
        window.session.opened.connect(self.offer_history)
        self.offer_history()

    def menu(self) -> dict[str, Callable[[], object]]:
        return {
            "save_search": self.ask_save, "forget_searches": self.forget, "next_hit": lambda: self._step(1),
            "previous_hit": lambda: self._step(-1), "hit_pages": self._window.places.records.hit.toggle,
        }  # fmt: skip

    def _step(self, step: int) -> None:
        """To the next hit or the one before; from another place it is gone to the records first."""
        self._window.go("records")
        self._window.places.records.step_hit(step)

    # Saved searches --------------------------------------------------------------------------------------------

    def ask_save(self) -> None:
        """Asks under which name the question at hand is to be kept."""
        asked = self._window.places.records.asked
        if not asked.narrows:
            self._window.tell(UsageError(tr("saved.nothing")))
            return
        told = self._told(asked)
        dialog = AskWords(tr("saved.save"), tr("saved.title"), told, told=told, parent=self._window)
        dialog.accepted.connect(lambda: self.save(dialog.words, asked))
        dialog.open()

    def save(self, name: str, asked: Asked) -> None:
        question = asked.question
        self._write(lambda archive: saved_searches.save(archive, name, question), tr("saved.kept", name))

    def ask_saved(self, saved: SavedSearch) -> None:
        """Asks the archive what a saved search asks."""
        self._window.search.show_query(saved.question.query)
        self._window.go("records")
        self._window.places.records.put(Asked.of(saved.question))

    def ask_name(self, saved: SavedSearch) -> None:
        query = saved.question.query
        dialog = AskWords(tr("saved.rename"), tr("saved.title"), saved.name, told=query, parent=self._window)
        dialog.accepted.connect(lambda: self.rename(saved, dialog.words))
        dialog.open()

    def rename(self, saved: SavedSearch, name: str) -> None:
        self._write(lambda archive: saved_searches.rename(archive, saved.id, name), tr("saved.kept", name))

    def delete(self, saved: SavedSearch) -> None:
        self._write(lambda archive: saved_searches.delete(archive, saved.id), tr("saved.gone", saved.name))

    def _write(self, change: Callable[[Archive], object], told: str) -> None:
        def done(_: object) -> None:
            self._window.places.saved.refresh()
            self._window.tell_good(told)

        self._window.session.ask(change, done, lane="deciding")

    def _told(self, asked: Asked) -> str:
        """The question in one line: its words and what it is narrowed to."""
        name = self._window.places.records.facet_name
        values = [name(facet, value) for facet, held in asked.filters.items() for value in sorted(held)]
        return " · ".join(part for part in (asked.query, *values) if part)

    # History ---------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """The person settled on the question at hand: it is noted as soon as its answer is there."""
        self._settled = self._window.places.records.asked
        self._note()

    def _note(self) -> None:
        records = self._window.places.records
        asked, found = self._settled, records.answer
        if asked is None or found is None or asked != records.asked or not asked.query:
            return
        self._settled = None
        question, total = asked.question, found.total
        self._window.session.ask(
            lambda archive: search_history.note(archive, question, total), lambda _: self.offer_history(),
            lane="deciding",
        )  # fmt: skip

    def offer_history(self) -> None:
        self._window.session.ask(
            lambda archive: search_history.recent(archive, OFFERED), self._offer, key="search history"
        )

    def _offer(self, asked: Sequence[AskedBefore]) -> None:
        self._window.search.set_history([one.question.query for one in asked])

    def forget(self) -> None:
        """No question that was asked is offered any more."""

        def done(_: object) -> None:
            self._window.search.set_history([])
            self._window.tell_good(tr("saved.forgotten"))

        self._window.session.ask(search_history.clear, done, lane="deciding")
