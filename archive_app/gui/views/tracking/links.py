"""Links between papers, the least sure first: one key confirms or refuses the one at hand and goes on to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QStackedWidget, QTableView, QVBoxLayout, QWidget

from archive_app.gui.language import tr, word
from archive_app.gui.models.table import TableModel
from archive_app.gui.models.tracking import links
from archive_app.gui.models.tracking.links import LinkRow
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.cited_words import CitedWords


class LinksView(QWidget):
    """``decided(verdict, row)`` for a key that was pressed: confirm, refuse or withdraw."""

    decided = Signal(str, object)
    words_wanted = Signal(str, int, str)
    record_wanted = Signal(str)
    compare_wanted = Signal(str, str)
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._every: Sequence[LinkRow] = ()
        self._of: frozenset[str] = frozenset()
        self.model = TableModel(links.columns(), self)
        self.table = self._table()
        self.confirm = parts.button(tr("links.confirm"), "check", primary=True)
        self.refuse = parts.button(tr("links.refuse"), "close")
        self.withdraw = parts.tool("undo", tr("links.withdraw"))
        self.compare = parts.tool("copy", tr("links.compare"))
        self.words = CitedWords(tr("links.words"), self.compare, self.withdraw, self.refuse, self.confirm)
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self._session.ask(links.read, self._show, key="links")

    def show_of(self, records: Sequence[str]) -> None:
        """All links of some records, decided or not; of none, whatever the list was set to."""
        self._of = frozenset(records)
        self.shown.setCurrentIndex(self.shown.findData("every" if records else "undecided"))
        self._narrow()

    def _show(self, rows: Sequence[LinkRow]) -> None:
        self._every = rows
        self.counted.emit(sum(links.SHOWN["undecided"](row) for row in rows))
        self._narrow()

    def _narrow(self) -> None:
        """The rows that fit; where the one at hand is there no more, the one that came after it is at hand."""
        before, at = self._row(), max(0, self.table.currentIndex().row())
        fits = links.SHOWN[self.shown.currentData()]
        self.model.set_rows([row for row in self._every if fits(row) and self._is_of(row)])
        self._all.setVisible(bool(self._of))
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        self._count.setText(tr("links.count", count=len(self.model.rows)))
        same = self.model.find(lambda row: before is not None and row.key == before.key)
        if self.model.rows:
            self.table.selectRow(same.row() if same.isValid() else min(at, len(self.model.rows) - 1))
        else:
            self._chose(QModelIndex())

    def _is_of(self, row: LinkRow) -> bool:
        return not self._of or bool(self._of & {row.link.record, row.link.target})

    def _row(self) -> LinkRow | None:
        return self.model.row_at(self.table.currentIndex())

    def _chose(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        decision = row.link.decision if row else None
        self.words.show_words(row.words if row else (), links.decided_by(decision) if decision else "")
        writable = self._session.writable
        self.compare.setEnabled(row is not None)
        self.confirm.setEnabled(row is not None and writable and row.standing != "confirmed")
        self.refuse.setEnabled(row is not None and writable and row.standing != "refused")
        self.withdraw.setEnabled(decision is not None and writable)

    def _decide(self, verdict: str, _checked: bool = False) -> None:
        row = self._row()
        if row and getattr(self, verdict).isEnabled():
            self.decided.emit(verdict, row)

    def _compare(self) -> None:
        row = self._row()
        if row:
            self.compare_wanted.emit(row.link.record, row.link.target)

    def _open(self, index: QModelIndex) -> None:
        """The words it rests on; the later paper where it rests on none."""
        row = self.model.row_at(index)
        if row and row.words:
            self.words.open_first()
        elif row:
            self.record_wanted.emit(row.link.record)

    # Parts -----------------------------------------------------------------------------------------------------

    def _table(self) -> QTableView:
        made = parts.table(tr("links.name"))
        made.setModel(self.model)
        made.setSortingEnabled(True)
        made.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate((92, 290, 110, 290, 130)):
            made.setColumnWidth(column, width)
        return made

    def _tools(self) -> list[QWidget]:
        self._count = parts.label("", "faint", "small")
        self.shown = QComboBox()
        self.shown.setAccessibleName(tr("links.shown"))
        for name in links.SHOWN:
            self.shown.addItem(word("links_shown", name), name)
        self._all = parts.button(tr("links.of_all"), "close")
        self._all.hide()
        return [self._count, self._all, self.shown]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("links.name"), *self._tools()))
        self.splitter = parts.above(self.table, self.words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(parts.EmptyPane("chain", tr("links.empty"), tr("links.empty_text")))
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.shown.currentIndexChanged.connect(self._narrow)
        self._all.clicked.connect(lambda: self.show_of(()))
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._chose(now))
        self.table.activated.connect(self._open)
        self.words.words_wanted.connect(self.words_wanted)
        for verdict, keys in (("confirm", "A"), ("refuse", "N"), ("withdraw", "U")):
            getattr(self, verdict).clicked.connect(partial(self._decide, verdict))
            self._key(keys, partial(self._decide, verdict))
        self.compare.clicked.connect(self._compare)
        self._key("C", self._compare)

    def _key(self, keys: str, action: Callable[[], None]) -> None:
        short = QShortcut(QKeySequence(keys), self.table)
        short.setContext(Qt.ShortcutContext.WidgetShortcut)
        short.activated.connect(action)
