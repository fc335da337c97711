"""Keeping: records removed and put back, like papers decided about and laid side by side, failures tried again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from archive_app.errors import UsageError
from archive_app.gui.dialogs import message
from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.main_window.importing import Importing
from archive_app.services.preservation import likenesses, removing
from archive_app.services.preservation.likenesses import Verdict


class Keeping(QObject):
    def __init__(self, window: Frame, importing: Importing) -> None:
        super().__init__(window)
        self._window, self._importing = window, importing
        places = window.places
        places.pair_decided.connect(self.decide)
        places.beside_wanted.connect(self.show_beside)
        places.restore_wanted.connect(self.restore)
        places.empty_wanted.connect(self.ask_empty)
        places.retry_wanted.connect(self.retry)

    def menu(self) -> dict[str, Callable[[], object]]:
        return {"remove": self.remove_shown, "beside": self.show_chosen_beside}

    # Trash -----------------------------------------------------------------------------------------------------

    def remove_shown(self) -> None:
        """Puts the record that is shown into the trash; one key takes it back, so nothing is asked first."""
        record = self._shown()
        if record:
            self.remove([record])

    def remove(self, records: Sequence[str]) -> None:
        def done(gone: list[str]) -> None:
            self._window.places.records.pane.clear()
            self._window.session.changed.emit()
            self._window.tell_good(tr("keeping.gone", count=len(gone)))

        self._window.session.ask(lambda archive: removing.remove(archive, records), done, lane="deciding")

    def restore(self, records: Sequence[str]) -> None:
        def done(back: list[str]) -> None:
            self._window.session.changed.emit()
            self._window.tell_good(tr("keeping.back", count=len(back)))

        if records:
            self._window.session.ask(lambda archive: removing.restore(archive, records), done, lane="deciding")

    def ask_empty(self, records: Sequence[str]) -> None:
        """What is destroyed does not come back, so it is asked for; none named means all."""
        told = tr("keeping.ask_some", count=len(records)) if records else tr("keeping.ask_all")
        message.ask(self._window, told, tr("keeping.destroy"), lambda: self.empty(records))

    def empty(self, records: Sequence[str]) -> None:
        def done(number: int) -> None:
            self._window.session.changed.emit()
            self._window.tell_good(tr("keeping.destroyed", count=number))

        self._window.session.ask(lambda archive: removing.empty(archive, records), done, lane="deciding")

    # Like papers -----------------------------------------------------------------------------------------------

    def decide(self, one: str, other: str, verdict: Verdict | None) -> None:
        self._window.session.ask(
            lambda archive: likenesses.decide(archive, one, other, verdict),
            lambda _: self._window.session.changed.emit(), lane="deciding",
        )  # fmt: skip

    def show_chosen_beside(self) -> None:
        """The two that are chosen; else the one that is shown, beside what belongs to it."""
        chosen, shown = self._window.places.records.chosen_records, self._shown()
        others = [record for record in chosen if record != shown]
        self.show_beside(shown, others[0] if len(chosen) == 2 and len(others) == 1 else "")

    def show_beside(self, left: str, right: str = "") -> None:
        if not left:
            self._window.tell(UsageError(tr("beside.choose_first")))
            return
        from archive_app.gui.dialogs.sharing.beside import Beside

        dialog = Beside(self._window.session, left, right, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.record_wanted.connect(self._window.open_record)
        dialog.show()

    # Failures --------------------------------------------------------------------------------------------------

    def retry(self, files: Sequence[str]) -> None:
        """Takes files in once more that failed; those that are gone are named."""
        there = [Path(file) for file in files if Path(file).exists()]
        gone = [Path(file).name for file in files if not Path(file).exists()]
        if there:
            self._importing.take(there)
        if gone:
            self._window.tell(UsageError(tr("keeping.nowhere", ", ".join(gone[:8]))))

    def _shown(self) -> str:
        opened = self._window.places.records.pane.opened
        return opened.id if opened else ""
