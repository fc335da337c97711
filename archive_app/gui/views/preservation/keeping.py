"""How the archive is kept: like papers to decide about, papers found twice, the trash, safety, and its history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from archive_app.domain.record import Trashed
from archive_app.gui.language import tr
from archive_app.gui.models.preservation import keeping
from archive_app.gui.models.preservation.keeping import Kept
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.list_pane import ListPane
from archive_app.gui.views.preservation.changes import ChangesPane
from archive_app.gui.views.preservation.safety import SafetyPane
from archive_app.gui.views.tabbed import TabbedView
from archive_app.services.preservation.likenesses import Copies, Pair, Verdict


class KeepingView(TabbedView):
    """``decided(one, other, verdict)`` of a pair, ``beside_wanted`` to see both; ``restore_wanted(ids)`` and
    ``empty_wanted(ids)`` of the trash. ``counted`` tells how many pairs are to be decided.
    """

    counted = Signal(int)
    record_wanted = Signal(str)
    decided = Signal(str, str, object)
    beside_wanted = Signal(str, str)
    restore_wanted = Signal(object)
    empty_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("place.keeping"), parent)
        self._session = session
        self.pairs: ListPane[Pair] = ListPane(
            session, "pairs", keeping.pair_columns(), (90, 260, 200, 200, 130)
        )
        self.copies: ListPane[Copies] = ListPane(session, "copies", keeping.copy_columns(), (320, 90))
        self.trash: ListPane[Trashed] = ListPane(
            session, "trash", keeping.trash_columns(), (300, 90, 160, 140), icon="trash", several=True
        )
        self.safety = SafetyPane(session)
        self.changes = ChangesPane(session)
        self._offer()
        for name, widget in (("pairs", self._with_choice()), ("copies", self.copies), ("trash", self.trash)):
            self.add(name, tr(f"keeping.{name}_name"), widget, self._ask_kept)
        self.add("safety", tr("safety.name"), self.safety, self.safety.refresh)
        self.add("changes", tr("past.name"), self.changes, self.changes.refresh)

    def _offer(self) -> None:
        pairs, trash = self.pairs, self.trash
        self.beside = pairs.act(tr("keeping.beside"), "beside", self._beside, writes=False)
        self.same = pairs.act(tr("keeping.same"), "check", lambda: self._decide("same"), key="S")
        self.different = pairs.act(tr("keeping.different"), "close", lambda: self._decide("different"), key="D")
        self.open_again = pairs.act(tr("keeping.undecide"), "undo", lambda: self._decide(None), key="U")
        self.open_copy = self.copies.act(tr("folders.open_record"), "records", self._open_copy, writes=False)
        self.restore = trash.act(tr("keeping.restore"), "undo", lambda: self.restore_wanted.emit(self._chosen()))
        self.empty_chosen = trash.act(tr("keeping.destroy"), "", lambda: self.empty_wanted.emit(self._chosen()))
        self.empty_all = trash.act(tr("keeping.empty"), "trash", lambda: self.empty_wanted.emit([]), rows=False)
        pairs.row_opened.connect(lambda _row: self._beside())
        self.copies.row_opened.connect(lambda _row: self._open_copy())
        pairs.table.selectionModel().selectionChanged.connect(lambda: self._enable())

    def _with_choice(self) -> QWidget:
        """The pairs that wait, or those that were decided about, above their list."""
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("keeping.choice"))
        for decided in (False, True):
            self.choice.addItem(tr("keeping.decided_ones" if decided else "keeping.open_ones"), decided)
        self.choice.currentIndexChanged.connect(lambda _: self._ask_kept())
        head = parts.row(20, 10, 16, 8)
        head.addWidget(self.choice)
        head.addStretch(1)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pairs, 1)
        return whole

    # Showing ---------------------------------------------------------------------------------------------------

    def _ask_kept(self) -> None:
        """All three lists are read in one go."""
        decided = bool(self.choice.currentData())
        self._session.ask(lambda archive: keeping.read(archive, decided), self._show, key="keeping")

    def _show(self, kept: Kept) -> None:
        self.pairs.show_rows(kept.pairs)
        self.copies.show_rows(kept.copies)
        self.trash.show_rows(kept.trash)
        waiting = [pair for pair in kept.pairs if pair.verdict is None]
        rows: tuple[tuple[str, Sequence[object]], ...] = (
            ("pairs", waiting), ("copies", kept.copies), ("trash", kept.trash),
        )  # fmt: skip
        for name, held in rows:
            self.title_tab(name, tr(f"keeping.{name}", len(held)))
        self.counted.emit(len(waiting))
        self._enable()

    def _enable(self) -> None:
        self.empty_all.setEnabled(self._session.writable and bool(self.trash.model.rows))
        row = self.pairs.row
        self.open_again.setEnabled(self._session.writable and row is not None and row.verdict is not None)

    # The person ------------------------------------------------------------------------------------------------

    def _decide(self, verdict: Verdict | None) -> None:
        pair = self.pairs.row
        if pair and self._session.writable and pair.verdict != verdict:
            self.decided.emit(pair.one.id, pair.other.id, verdict)

    def _beside(self) -> None:
        if self.pairs.row:
            self.beside_wanted.emit(self.pairs.row.one.id, self.pairs.row.other.id)

    def _open_copy(self) -> None:
        if self.copies.row:
            self.record_wanted.emit(self.copies.row.record.id)

    def _chosen(self) -> list[str]:
        return [row.record for row in self.trash.chosen]
