"""Home: what wants attention today, and how safe the archive is; each line leads to where something can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from archive_app.domain.record import Failure
from archive_app.gui.language import number, tr, translated
from archive_app.gui.models import wording
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.gui.views.eliding import Link
from archive_app.gui.views.frame.beginnings import Beginnings
from archive_app.services.attention import outlook
from archive_app.services.attention.outlook import Ending, Outlook

#: Lines a card shows before it only counts the rest.
LINES = 5


class HomeView(QWidget):
    """``go_wanted(place)``, ``agreement_wanted(id)``, ``retry_wanted(files)``, ``action_wanted(name)`` of a command."""

    go_wanted = Signal(str)
    agreement_wanted = Signal(str)
    retry_wanted = Signal(object)
    action_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.outlook: Outlook | None = None
        self._title = parts.label("", "title", "title", bold=True)
        self._told = parts.label("", "soft", wrap=True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._empty())
        head = parts.column(22, 16, 18, 12, spacing=2)
        head.addWidget(self._title)
        head.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts.frame("header", head))
        layout.addWidget(self._stack, 1)
        session.day_changed.connect(self._day_changed)

    def refresh(self) -> None:
        on = self._session.on
        self._session.ask(lambda archive: outlook.read(archive, on), self.show_outlook, key="home")

    def _day_changed(self, _on: date) -> None:
        if self.isVisible():
            self.refresh()

    def show_outlook(self, told: Outlook) -> None:
        self.outlook = told
        archive = self._session.archive
        self._title.setText(archive.title if archive else "")
        self._told.setText(tr("home.calm") if told.calm else tr("home.attention", wording.day(self._session.on)))
        self._stack.setCurrentIndex(0 if told.records else 1)
        if not told.records:
            self._told.setText(tr("home.new"))
            return
        at = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(self._cards(told))
        self._scroll.verticalScrollBar().setValue(at)

    # Cards -----------------------------------------------------------------------------------------------------

    def _cards(self, told: Outlook) -> QWidget:
        body = parts.frame("panel")
        grid = QGridLayout(body)
        grid.setContentsMargins(20, 18, 20, 20)
        grid.setSpacing(14)
        cards = (
            self._endings("expiring", told.expiring), self._endings("lapsed", told.lapsed),
            self._review(told), self._failures(told.failures), self._safety(told), self._holdings(told),
        )  # fmt: skip
        for at, card in enumerate(cards):
            grid.addWidget(card, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)
        return body

    def _endings(self, name: str, endings: Sequence[Ending]) -> QFrame:
        card = _Card(tr(f"home.{name}"), len(endings), "warn" if endings else "")
        for one in endings[:LINES]:
            end = wording.short_day(one.end) if one.end else tr("agreements.not_known")
            words = tr(f"home.{name}_line", _brief(one.agreement.title), end)
            card.line(words, partial(self.agreement_wanted.emit, one.agreement.id))
        if len(endings) > LINES:
            card.line(tr("home.more", count=len(endings) - LINES), lambda: self.go_wanted.emit("agreements"))
        card.calm(tr(f"home.{name}_calm"), not endings)
        return card

    def _review(self, told: Outlook) -> QFrame:
        card = _Card(tr("home.review"), told.to_review, "")
        card.say(tr("home.review_text") if told.to_review else tr("home.review_calm"))
        if told.waiting:
            card.say(tr("home.waiting", count=told.waiting))
        if told.to_review:
            card.act(tr("home.review_go"), "review", lambda: self.go_wanted.emit("review"))
        return card

    def _failures(self, failures: Sequence[Failure]) -> QFrame:
        card = _Card(tr("home.failures"), len(failures), "fault" if failures else "")
        for one in failures[:LINES]:
            card.say(tr("home.failure", PurePath(one.file).name, translated(one.cause)))
        card.calm(tr("home.failures_calm"), not failures)
        if failures:
            files = [one.file for one in failures]
            if self._session.writable:
                card.act(tr("home.retry"), "undo", lambda: self.retry_wanted.emit(files))
            card.act(tr("home.report"), "report", lambda: self.go_wanted.emit("imports"))
        return card

    def _safety(self, told: Outlook) -> QFrame:
        card = _Card(tr("home.safety"), None, "")
        card.state(_checked(told), not told.check_due and not _failed(told))
        card.state(_indexed(told), not told.index_fault and not told.unindexed)
        card.state(_backed_up(told), not told.backup_due)
        card.act(tr("home.verify"), "check", lambda: self.action_wanted.emit("verify"))
        if self._session.writable:
            card.act(tr("home.backup"), "export", lambda: self.action_wanted.emit("backup"))
        return card

    def _holdings(self, told: Outlook) -> QFrame:
        card, held = _Card(tr("home.holdings"), told.records, ""), told.storage
        card.say(tr("home.originals", wording.size(held.originals), wording.size(held.catalogue)))
        if held.linked:
            card.say(tr("home.linked", count=held.linked))
        if told.restricted:
            card.say(tr("home.restricted", count=told.restricted))
        if told.in_trash:
            card.line(tr("home.in_trash", count=told.in_trash), lambda: self.go_wanted.emit("keeping"))
        card.state(tr("home.free", wording.size(held.free)), held.free > 2 * held.originals // 10 + (1 << 30))
        return card

    def _empty(self) -> QWidget:
        body = parts.column(0, 0, 0, 40)
        pane = Beginnings("home", tr("home.empty"), tr("home.empty_text"))
        pane.show_ways(self._session.writable)
        pane.action_wanted.connect(self.action_wanted)
        body.addWidget(pane, 1)
        return parts.frame("panel", body)


class _Card(QFrame):
    """A heading with its number, lines below it, and what can be done at the foot."""

    def __init__(self, title: str, amount: int | None, role: str) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(5)
        head = parts.row(spacing=8)
        head.addWidget(parts.label(title, "title", "heading", bold=True))
        head.addStretch(1)
        if amount is not None:
            head.addWidget(parts.label(number(amount), role or "soft", "heading", bold=True))
        layout.addLayout(head)
        self._body = parts.column(spacing=4)
        layout.addLayout(self._body)
        layout.addStretch(1)
        self._foot = parts.row(0, 6, 0, 0, spacing=8)
        layout.addLayout(self._foot)

    def line(self, words: str, then: Callable[[], object]) -> None:
        """A line that leads somewhere."""
        made = Link("next", words)
        made.clicked.connect(lambda: then())
        self._body.addWidget(made)

    def say(self, words: str) -> None:
        self._body.addWidget(parts.label(words, "soft", wrap=True))

    def calm(self, words: str, holds: bool) -> None:
        if holds:
            self.say(words)

    def state(self, words: str, good: bool) -> None:
        """A state told by a sign as well as its colour."""
        told = tr("home.good" if good else "home.bad", words)
        self._body.addWidget(parts.label(told, "good" if good else "warn", wrap=True))

    def act(self, words: str, icon: str, then: Callable[[], object]) -> None:
        made = parts.button(words, icon)
        made.clicked.connect(lambda: then())
        self._foot.insertWidget(self._foot.count(), made)


def _brief(words: str) -> str:
    return words if len(words) <= 68 else words[:68].rsplit(" ", 1)[0] + " …"


def _failed(told: Outlook) -> bool:
    return told.checked is not None and told.checked.outcome == "fail"


def _checked(told: Outlook) -> str:
    if told.checked is None:
        return tr("home.never_checked")
    return tr("home.check_failed" if _failed(told) else "home.checked", wording.day_of(told.checked.at))


def _indexed(told: Outlook) -> str:
    if told.index_fault:
        return tr("home.index_rebuilding")
    return tr("home.index_behind", count=told.unindexed) if told.unindexed else tr("home.index_whole")


def _backed_up(told: Outlook) -> str:
    if told.last_backup is None:
        return tr("home.never_backed_up")
    words = "home.backed_up_whole" if told.last_backup.whole else "home.backed_up"
    return tr(words, wording.day_of(told.last_backup.at))
