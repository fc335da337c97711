"""Two records side by side: twins, a renewal and what it renews, two scans of one paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from archive_app.gui.language import tr, word
from archive_app.gui.models import wording
from archive_app.gui.models.description import opened as contents
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Choice
from archive_app.gui.views.page import PageView
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.records import Described
from archive_app.services.tracking import kinship
from archive_app.services.tracking.kinship import Kin


class Beside(QDialog):
    """``left`` stands at the left; at the right ``right``, or the nearest of its kin, to be chosen among them."""

    record_wanted = Signal(str)

    def __init__(self, session: Session, left: str, right: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setWindowTitle(tr("beside.name"))
        self.resize(1240, 820)
        self._session, self._right = session, right
        self.sides = (Side(session), Side(session))
        self.choice = Choice()
        self.choice.setAccessibleName(tr("beside.other"))
        self.choice.setMinimumWidth(320)
        self.together = parts.tool("chain", tr("beside.together"))
        self.together.setCheckable(True)
        self.together.setChecked(True)
        self.together.setShortcut(QKeySequence("Ctrl+L"))
        self._following = False
        self._none = parts.EmptyPane("beside", tr("beside.alone"), tr("beside.alone_text"))
        self._lay_out()
        for side, other in (self.sides, self.sides[::-1]):
            side.opened_wanted.connect(self._open)
            side.scrolled.connect(partial(self._follow, side.page, other.page))
        self.together.toggled.connect(self._follow_left)
        self.sides[1].shown.connect(self._follow_left)
        self.choice.currentIndexChanged.connect(lambda _: self._chose())
        self.sides[0].show_record(left)
        session.ask(lambda archive: _read(archive, left, right), self._offer, key=f"kin {id(self)}")

    def _offer(self, read: tuple[Sequence[Kin], str]) -> None:
        """The papers that belong to the left one; the one that was asked for is among them all the same."""
        kin, title = read
        blocked = self.choice.blockSignals(True)
        if self._right and all(one.record.id != self._right for one in kin):
            self.choice.addItem(title, self._right)
        for one in kin:
            self.choice.addItem(tr("beside.kin", word("tie", one.tie), one.record.title), one.record.id)
        at = self.choice.findData(self._right) if self._right else 0
        self.choice.setCurrentIndex(at)
        self.choice.blockSignals(blocked)
        self.choice.setVisible(self.choice.count() > 1)
        self._none.setVisible(not self.choice.count())
        self.sides[1].setVisible(bool(self.choice.count()))
        self._chose()

    def _follow(self, leader: PageView, follower: PageView) -> None:
        """Both pages go down together, each over its own length, where that is wanted."""
        if self.together.isChecked() and not self._following:
            self._following = True
            follower.scroll_to(leader.progress)
            self._following = False

    def _follow_left(self) -> None:
        """The right one goes to where the left one is: it was chosen anew, or is to go down with it from now on."""
        self._follow(self.sides[0].page, self.sides[1].page)

    def _chose(self) -> None:
        record = self.choice.currentData()
        if record:
            self.sides[1].show_record(record)

    def _open(self, record: str) -> None:
        self.record_wanted.emit(record)
        self.accept()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.heading(tr("beside.name"), self.choice, self.together))
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(1)
        across.setChildrenCollapsible(False)
        for part in (*self.sides, self._none):
            across.addWidget(part)
        self._none.hide()
        across.setSizes([600, 600, 600])
        layout.addWidget(across, 1)


def _read(archive: Archive, left: str, right: str) -> tuple[Sequence[Kin], str]:
    """What belongs to the left one, and the title of the one that is asked for at the right."""
    return kinship.of(archive, left), records.described(archive, right).title if right else ""


class Side(QWidget):
    """One of the two: its title and what it is, above its pages. ``opened_wanted(id)`` to go to it in the window.

    ``shown`` when another record stands there, ``scrolled`` when a person goes up or down in it.
    """

    opened_wanted = Signal(str)
    shown = Signal()
    scrolled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.opened: Opened | None = None
        self.title = parts.label("", "title", "heading", bold=True, wrap=True)
        self._meta = parts.label("", "soft", "small", wrap=True)
        self.page = PageView(session)
        self.page.scrolled.connect(self._tell_scrolled)
        self._showing = False
        self._go = parts.tool("records", tr("beside.open"))
        self._go.clicked.connect(self._ask_to_open)
        head = parts.row(16, 10, 12, 8)
        words = parts.column(spacing=2)
        words.addWidget(self.title)
        words.addWidget(self._meta)
        head.addLayout(words, 1)
        head.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.frame("header", head))
        layout.addWidget(self.page, 1)

    def show_record(self, record: str) -> None:
        self._session.ask(partial(contents.read, id=record), self._show, key=f"side {id(self)}")

    def _ask_to_open(self) -> None:
        if self.opened:
            self.opened_wanted.emit(self.opened.id)

    def _show(self, opened: Opened) -> None:
        self.opened = opened
        one = opened.described
        self.title.setText(_brief(one.title))
        self.title.setToolTip(one.title)
        self._meta.setText(_told(one))
        self._showing = True
        self.page.show_record(opened, one.description.facts)
        self._showing = False
        self.shown.emit()

    def _tell_scrolled(self) -> None:
        """That another record begins at its top is not told."""
        if not self._showing:
            self.scrolled.emit()


def _told(one: Described) -> str:
    restricted = tr("description.restricted") if one.restricted else ""
    told = (wording.kind(one.kind), wording.edtf(one.date), one.id, restricted)
    return " · ".join(part for part in told if part)


def _brief(title: str) -> str:
    return title if len(title) <= 110 else title[:110].rsplit(" ", 1)[0] + " …"
