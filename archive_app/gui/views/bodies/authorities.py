"""Bodies and persons: their records, found by any name; and names found in papers that wait for a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QTableView, QTabWidget, QVBoxLayout, QWidget

from archive_app.domain.authority import AuthorityFile
from archive_app.gui.language import tr
from archive_app.gui.models.bodies import authorities
from archive_app.gui.models.bodies.authorities import Read, Waiting
from archive_app.gui.models.table import TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.bodies.body_details import DEEDS, BodyDetails
from archive_app.gui.views.cited_words import CitedWords
from archive_app.services.bodies.authorities import Card
from archive_app.services.bodies.authorities import card as card_of

#: What can be done with a name that waits: its key and drawing; ``bodies.<name>`` is what its button says.
FOR_NAMES: Final = (("match", "M", "link"), ("new_of", "N", "plus"), ("aside", "X", "close"))
#: So long after the last letter typed the records are asked for, in milliseconds.
PAUSE: Final = 180


class AuthoritiesView(QWidget):
    """``deed_wanted(name, card)`` and ``name_wanted(name, waiting)`` for what a person would do with either."""

    deed_wanted = Signal(str, object)
    name_wanted = Signal(str, object)
    words_wanted = Signal(str, int, str)
    record_wanted = Signal(str)
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.names = AuthorityFile()
        self._titles: Mapping[str, str] = {}
        self.model = TableModel(authorities.columns(), self)
        self.waiting = TableModel[Waiting]((), self)
        self.table = self._table(tr("bodies.name"), self.model, (296, 150, 84, 126, 104, 96))
        self.unknown = self._table(tr("bodies.unknown"), self.waiting, ())
        self.details = BodyDetails()
        self.buttons = {name: parts.button(tr("bodies.with_key", tr(f"bodies.{name}"), keys), icon)
                        for name, keys, icon in FOR_NAMES}  # fmt: skip
        self.words = CitedWords(tr("bodies.where"), *self.buttons.values())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        words = self.field.text()
        self._session.ask(lambda archive: authorities.read(archive, words), self._show, key="authorities")

    def choose(self, id: str) -> None:
        """A body, also one that the list does not hold."""
        index = self.model.find(lambda card: card.authority.id == id)
        if index.isValid():
            self.table.selectRow(index.row())
            self.table.scrollTo(index)
        else:
            self._session.ask(lambda archive: card_of(archive, id), self._tell, key="body")

    def _show(self, read: Read) -> None:
        before, name = self.details.shown, self._name()
        self.names, self._titles = read.names, read.titles
        self.model.set_rows(read.cards)
        self.waiting.set_columns(authorities.waiting_columns(read.names))
        self.waiting.set_rows(read.waiting)
        for column, width in enumerate((400, 150, 112)):
            self.unknown.setColumnWidth(column, width)
        self.counted.emit(len(read.waiting))
        self.tabs.setTabText(1, tr("bodies.unknown_of", len(read.waiting)))
        self._stacks[0].setCurrentIndex(0 if read.cards else 1)
        self._stacks[1].setCurrentIndex(0 if read.waiting else 1)
        same = self.model.find(lambda card: before is not None and card.authority.id == before.authority.id)
        self.table.selectRow(max(0, same.row())) if read.cards else self._tell(None)
        at = self.waiting.find(lambda row: name is not None and row.unknown.name == name.unknown.name)
        self.unknown.selectRow(max(0, at.row())) if read.waiting else self._chose_name(QModelIndex())

    def _tell(self, card: Card | None) -> None:
        self.details.show_card(card, self.names, self._titles, self._session.writable)

    def _chose_name(self, index: QModelIndex) -> None:
        row = self.waiting.row_at(index)
        self.words.show_words(row.words if row else ())
        for made in self.buttons.values():
            made.setEnabled(row is not None and self._session.writable)

    def _name(self) -> Waiting | None:
        return self.waiting.row_at(self.unknown.currentIndex())

    def _do(self, deed: str, _checked: bool = False) -> None:
        if self.details.shown and self._session.writable:
            self.deed_wanted.emit(deed, self.details.shown)

    def _do_with_name(self, deed: str, _checked: bool = False) -> None:
        row = self._name()
        if row and self._session.writable:
            self.name_wanted.emit(deed, row)

    # Parts -----------------------------------------------------------------------------------------------------

    def _table(self, name: str, model: TableModel[Card] | TableModel[Waiting], widths: tuple[int, ...]) -> QTableView:
        made = parts.table(name)
        made.setModel(model)
        made.setSortingEnabled(True)
        made.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate(widths):
            made.setColumnWidth(column, width)
        return made

    def _lay_out(self) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("bodies.find"))
        self.field.setAccessibleName(tr("bodies.find"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(240)
        self.make = parts.button(tr("bodies.make"), "plus")
        self.take = parts.button(tr("bodies.take"), "import")
        self.splitter = _splitter(Qt.Orientation.Horizontal, self.table, self.details, 5)
        below = _splitter(Qt.Orientation.Vertical, self.unknown, self.words, 3)
        empty = (parts.EmptyPane("building", tr("bodies.none"), tr("bodies.none_text")),
                 parts.EmptyPane("check", tr("bodies.all_known"), tr("bodies.all_known_text")))  # fmt: skip
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(tr("bodies.name"))
        self._stacks = (QStackedWidget(), QStackedWidget())
        for stack, full, pane, title in zip(
            self._stacks, (self.splitter, below), empty, (tr("bodies.name"), tr("bodies.unknown")), strict=True
        ):
            stack.addWidget(full)
            stack.addWidget(pane)
            self.tabs.addTab(stack, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("place.authorities"), self.field, self.make, self.take))
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.field.textChanged.connect(lambda _: self.tabs.setCurrentIndex(0))
        self._pause.timeout.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(self.model.row_at(now)))
        self.unknown.selectionModel().currentRowChanged.connect(lambda now, _before: self._chose_name(now))
        self.unknown.activated.connect(lambda _: self.words.open_first())
        self.words.words_wanted.connect(self.words_wanted)
        self.details.record_wanted.connect(self.record_wanted)
        self.details.body_wanted.connect(self.choose)
        self.details.deed_wanted.connect(self._do)
        for name, keys, _icon in DEEDS:
            _key(keys, self.table, partial(self._do, name))
        for name, keys, _icon in FOR_NAMES:
            _key(keys, self.unknown, partial(self._do_with_name, name))
            self.buttons[name].clicked.connect(partial(self._do_with_name, name))


def _key(keys: str, owner: QWidget, action: Callable[[], None]) -> None:
    short = QShortcut(QKeySequence(keys), owner)
    short.setContext(Qt.ShortcutContext.WidgetShortcut)
    short.activated.connect(action)


def _splitter(way: Qt.Orientation, one: QWidget, other: QWidget, stretch: int) -> QSplitter:
    made = QSplitter(way)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    made.addWidget(one)
    made.addWidget(other)
    made.setStretchFactor(0, stretch)
    made.setStretchFactor(1, 2)
    return made
