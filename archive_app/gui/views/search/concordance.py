"""The words of the query in their context, a line for each place: sorted by the word before or after, or by date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from archive_app.domain.findings import InContext
from archive_app.domain.search import Question
from archive_app.errors import ConvenioError
from archive_app.gui.delegates.in_context import AFTER, BEFORE, KEYWORD, InContextDelegate
from archive_app.gui.language import number, sentence, tr
from archive_app.gui.models.table import Column, TableModel
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.services.archive import Archive
from archive_app.services.search import concordance

#: Orders of the lines, each with the key of its name; by a click on a column's head too.
SORTS: Final = {
    "archive": "concordance.by_archive", "before": "concordance.by_before", "after": "concordance.by_after",
    "date": "concordance.by_date",
}  # fmt: skip
DATE: Final = 5
#: Lines shown; a file takes all there are.
MOST: Final = 5_000


@dataclass(frozen=True)
class Lines:
    """The first lines in an order; ``cut`` where there are more."""

    shown: tuple[InContext, ...]
    cut: bool


class ConcordanceView(QWidget):
    """``line_wanted(line)`` for a place to be shown on its page, ``back_wanted`` to the records found."""

    line_wanted = Signal(object)
    back_wanted = Signal()
    export_wanted = Signal(str)

    def __init__(self, session: Session, asking: Callable[[], Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._asking = session, asking
        self.model: TableModel[InContext] = TableModel(_columns(), self)
        self.table = self._table()
        self._stack = QStackedWidget()
        self._empty = parts.EmptyPane("concordance", "")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.setFocusProxy(self.table)
        self._lay_out()
        self.order.currentIndexChanged.connect(lambda _: self.refresh())
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)

    @property
    def sort(self) -> str:
        return str(self.order.currentData())

    def refresh(self) -> None:
        """The lines of the question at hand, read anew."""
        question, sort = self._asking(), self.sort
        if not question.query:
            self._say(tr("concordance.nothing"), tr("concordance.nothing_text"))
            return
        self._count.setText(tr("concordance.reading"))
        self._session.ask(
            lambda archive: _read(archive, question, sort), self._show, key="concordance", failed=self._refuse
        )

    def _show(self, lines: Lines) -> None:
        self.model.set_rows(lines.shown)
        if not lines.shown:
            self._say(tr("concordance.none"), tr("concordance.none_text"))
            return
        records = len({line.record for line in lines.shown})
        told = tr("concordance.first", number(MOST)) if lines.cut else tr("concordance.count", count=len(lines.shown))
        self._count.setText(tr("concordance.in_records", told, tr("records.count", count=records)))
        self._stack.setCurrentWidget(self.table)
        self.table.selectRow(0)

    def _say(self, title: str, text: str) -> None:
        self._session.operations.drop("concordance")
        self.model.set_rows([])
        self._count.clear()
        self._empty.say(title, text)
        self._stack.setCurrentWidget(self._empty)

    def _refuse(self, fault: ConvenioError) -> None:
        self._say(tr("records.unreadable"), sentence(fault))

    def _open(self, index: QModelIndex) -> None:
        line = self.model.row_at(index)
        if line:
            self.line_wanted.emit(line)

    def _sort_by(self, column: int) -> None:
        sort = {BEFORE: "before", AFTER: "after", DATE: "date"}.get(column, "archive")
        self.order.setCurrentIndex(list(SORTS).index(sort))

    def _table(self) -> QTableView:
        made = parts.table(tr("concordance.name"))
        made.setModel(self.model)
        made.setItemDelegate(InContextDelegate(made))
        made.verticalHeader().setDefaultSectionSize(30)
        head = made.horizontalHeader()
        head.setSectionsClickable(True)
        head.setStretchLastSection(False)
        for column in (BEFORE, AFTER):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in ((KEYWORD, 130), (3, 180), (4, 64), (DATE, 96)):
            made.setColumnWidth(column, width)
        head.setMinimumSectionSize(60)
        return made

    def _lay_out(self) -> None:
        self._count = parts.label("", "soft", "small")
        self.order = QComboBox()
        self.order.setAccessibleName(tr("concordance.order"))
        for sort, words in SORTS.items():
            self.order.addItem(tr(words), sort)
        back = parts.button(tr("place.records"), "previous")
        back.setToolTip(tr("concordance.back"))
        back.clicked.connect(self.back_wanted)
        export = parts.tool("export", tr("concordance.export"))
        export.clicked.connect(lambda: self.export_wanted.emit(self.sort))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("concordance.name"), self._count, self.order, export, back))
        layout.addWidget(self._stack, 1)


def _columns() -> tuple[Column[InContext], ...]:
    to_the_right: Mapping[int, Callable[[InContext], Any]] = {
        Qt.ItemDataRole.TextAlignmentRole: lambda _: Qt.AlignmentFlag.AlignRight
    }
    return (
        Column(tr("concordance.before"), lambda line: line.before, roles=to_the_right),
        Column(tr("concordance.keyword"), lambda line: line.keyword),
        Column(tr("concordance.after"), lambda line: line.after),
        Column(tr("records.record"), lambda line: line.title),
        Column(tr("page.page"), lambda line: str(line.page), key=lambda line: line.page),
        Column(tr("records.date"), lambda line: line.date or ""),
    )


def _read(archive: Archive, question: Question, sort: str) -> Lines:
    found = list(islice(concordance.lines(archive, question, sort=sort), MOST + 1))
    return Lines(tuple(found[:MOST]), len(found) > MOST)
