"""How the archive is arranged: the tree of units, and of one of them what is told of it and the records in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from archive_app.domain.arrangement import Branch
from archive_app.gui.language import tr
from archive_app.gui.models.table import Index, TableModel
from archive_app.gui.models.units import arrangement
from archive_app.gui.models.units.arrangement import About, Read, Row
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.units.arrangement_tree import RECORDS, ArrangementTree
from archive_app.gui.views.units.unit_form import UnitForm


class RecordRows(TableModel[Row]):
    """Records that can be dragged onto units."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [RECORDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = dict.fromkeys(row.id for index in indexes if (row := self.row_at(index)))
        data.setData(RECORDS, " ".join(ids).encode())
        return data


class ArrangementView(QWidget):
    """What a person would do.

    ``deed_wanted(name, branch)``: add, remove, move, start, folders, import; ``stepped(branch, ±1)``;
    ``place_wanted(records)`` somewhere that is to be asked for, ``placed(records, unit)`` in one or in none (None);
    ``moved(unit, under)``, ``saved(unit, values)``; ``record_wanted(id)`` is to be opened.
    """

    deed_wanted = Signal(str, object)
    stepped = Signal(object, int)
    place_wanted = Signal(object)
    placed = Signal(object, object)
    moved = Signal(int, object)
    saved = Signal(int, object)
    record_wanted = Signal(str)
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.read: Read | None = None
        self.tree = ArrangementTree()
        self.form = UnitForm()
        self.model = RecordRows(arrangement.columns(), self)
        self.records = parts.table(tr("arrangement.in_unit"))
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tree)

    @property
    def branch(self) -> Branch | None:
        """The branch at hand."""
        return self.tree.branch

    @property
    def chosen_records(self) -> list[str]:
        rows = self.records.selectionModel().selectedRows()
        return [row.id for index in rows if (row := self.model.row_at(index))]

    def refresh(self) -> None:
        self._session.ask(arrangement.read, self._show, key="arrangement")

    def choose(self, key: str) -> None:
        """A branch by its key, also one that is still being asked for."""
        self._wanted = key
        self.tree.choose(key) if self.read else None

    def _show(self, read: Read) -> None:
        self.read = read
        self.tree.show_tree(read)
        if self._wanted:
            self.tree.choose(self._wanted)
            self._wanted = ""
        units = read.whole.arrangement.units
        loose = sum(len(one.records) for one in read.whole.top.walk() if one.kind)
        self.counted.emit(loose if units else 0)
        for button in (self.begin, self.folders):
            button.setVisible(not units)
        self._tell(self.branch)

    def _tell(self, branch: Branch | None) -> None:
        """What is known of the branch at hand; what all its records are gone through for comes after."""
        if self.read is None:
            return
        read, writable = self.read, self._session.writable
        self.form.show_branch(branch, writable)
        self._stack.setCurrentIndex(0 if branch and branch.unit else 1)
        if branch and not branch.unit:
            kind = "series" if branch.kind else "whole"
            self._nobody.say(read.title(branch), tr(f"arrangement.nobody_{kind}"))
        self.tabs.setTabText(1, tr("arrangement.records_of", len(branch.records) if branch else 0))
        self._session.ask(lambda _: arrangement.about(read, branch), self._tell_more, key="branch")
        made = branch is not None and branch.unit is not None
        self.make.setEnabled(writable and bool(arrangement.levels_under(branch)))
        self.take.setEnabled(writable)
        self.begin.setEnabled(writable)
        self.folders.setEnabled(writable)
        for button in (self.carry, self.gone):
            button.setEnabled(writable and made)
        self._suit_records()

    def _tell_more(self, about: About) -> None:
        self.form.show_computed(about.computed)
        self.model.set_rows(about.rows)
        self._suit_records()

    def _suit_records(self) -> None:
        chosen, writable = bool(self.chosen_records), self._session.writable
        self.put.setEnabled(chosen and writable)
        self.out.setEnabled(chosen and writable and bool(self.branch and self.branch.unit))
        self.open.setEnabled(chosen)

    def _do(self, deed: str) -> None:
        if deed == "rename" and self.branch and self.branch.unit:
            self.tabs.setCurrentIndex(0)
            self.form.begin("title")
        elif deed in self._buttons and self._buttons[deed].isEnabled():
            self.deed_wanted.emit(deed, self.branch)

    def _place(self) -> None:
        if self.chosen_records and self._session.writable:
            self.place_wanted.emit(self.chosen_records)

    def _take_out(self) -> None:
        if self.out.isEnabled():
            self.placed.emit(self.chosen_records, None)

    def _open(self) -> None:
        if self.chosen_records:
            self.record_wanted.emit(self.chosen_records[0])

    def _step(self, by: int) -> None:
        if self.branch and self.branch.unit and self._session.writable:
            self.stepped.emit(self.branch, by)

    # Parts -----------------------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self._wanted = ""
        self.make = parts.button(tr("arrangement.add"), "plus")
        self.begin = parts.button(tr("arrangement.start"), "arrangement", primary=True)
        self.folders = parts.button(tr("arrangement.folders"), "open")
        self.take = parts.button(tr("arrangement.import"), "import")
        self.carry = parts.button(tr("arrangement.move"), "next")
        self.gone = parts.button(tr("arrangement.remove"), "trash")
        self.put = parts.button(tr("arrangement.place"), "arrangement")
        self.out = parts.button(tr("arrangement.take_out"), "close")
        self.open = parts.button(tr("arrangement.open"), "open")
        self._buttons = {"add": self.make, "start": self.begin, "folders": self.folders, "import": self.take,
                         "move": self.carry, "remove": self.gone}  # fmt: skip

    def _lay_out(self) -> None:
        self.records.setModel(self.model)
        self.records.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.records.setDragEnabled(True)
        self.records.setSortingEnabled(True)
        self.records.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in enumerate((170, 270, 160)):
            self.records.setColumnWidth(column, width)
        self._nobody = parts.EmptyPane("arrangement", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(self._nobody)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(tr("arrangement.about"))
        self.tabs.addTab(self._stack, tr("arrangement.description"))
        self.tabs.addTab(self._below(self.records, self.open, self.out, self.put), tr("arrangement.records"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._below(self.tree, self.make, self.carry, self.gone))
        self.splitter.addWidget(self.tabs)
        self.splitter.setSizes([430, 700])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("place.arrangement"), self.take, self.folders, self.begin))
        layout.addWidget(self.splitter, 1)

    def _below(self, upper: QWidget, *buttons: QWidget) -> QWidget:
        """A list with what can be done with its row below it."""
        foot = parts.row(12, 8, 12, 10, spacing=6)
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        layout = parts.column()
        layout.addWidget(upper, 1)
        layout.addWidget(parts.frame("panel", foot))
        made = parts.frame("panel", layout)
        made.setMinimumWidth(foot.sizeHint().width())
        return made

    def _connect(self) -> None:
        self.tree.chosen.connect(self._tell)
        self.tree.key_pressed.connect(self._do)
        self.tree.stepped.connect(self._step)
        self.tree.records_dropped.connect(self.placed)
        self.tree.unit_dropped.connect(self.moved)
        self.form.saved.connect(self.saved)
        for deed, button in self._buttons.items():
            button.clicked.connect(lambda _=False, deed=deed: self._do(deed))
        self.put.clicked.connect(lambda: self._place())
        self.out.clicked.connect(lambda: self._take_out())
        self.open.clicked.connect(lambda: self._open())
        self.records.activated.connect(lambda _: self._open())
        self.records.selectionModel().selectionChanged.connect(lambda *_: self._suit_records())
        for keys, action in (("M", self._place), ("X", self._take_out), ("Del", self._take_out)):
            short = QShortcut(QKeySequence(keys), self.records)
            short.setContext(Qt.ShortcutContext.WidgetShortcut)
            short.activated.connect(action)
