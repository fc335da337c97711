"""A line for a body: bodies of any fitting name are offered while it is typed, and a button leads to all of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from archive_app import paths
from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.domain.fact import Party
from archive_app.gui.language import tr
from archive_app.gui.models.bodies.bodies_found import Finder, Found, shown_name
from archive_app.gui.operations import Session
from archive_app.gui.views import parts
from archive_app.services.typed_values import parse_values

#: So many are offered while one types, from so many letters on.
OFFERED: Final = 12
LETTERS: Final = 2


class BodyLine(QWidget):
    """``changed`` as it is typed. What was chosen stays that body until other words are typed.

    ``choose_wanted(self)`` asks for a choice among all bodies, which ``take`` is given then.
    """

    changed = Signal()
    choose_wanted = Signal(object)

    def __init__(self, names: AuthorityFile, session: Session | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._session = names, session
        self._finder: Finder | None = None
        self._chosen: Authority | None = None
        self._offered: list[Found] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("body_found.hint"))
        self.line.setAccessibleName(tr("body_found.name"))
        self.pick = parts.tool("building", tr("body_found.choose_tip"))
        layout = parts.row(spacing=6)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.pick)
        self.setLayout(layout)
        self.setFocusProxy(self.line)
        self._texts = QStringListModel(self)
        self._connect()

    def show_names(self, names: AuthorityFile) -> None:
        """Another authority file, or the same as it is now."""
        if names is not self._names:
            self._names, self._finder = names, None

    def put(self, words: str, body: str | None = None) -> None:
        """Words to begin with, or the body of an id."""
        self._chosen = self._names.get(body or "")
        self.line.setText(shown_name(self._chosen) if self._chosen else words)
        self.line.setCursorPosition(0)

    @property
    def words(self) -> str:
        return self.line.text().strip()

    @property
    def body(self) -> Authority | None:
        """The body that was chosen, or the one that alone is called so."""
        if self._chosen and self.words == shown_name(self._chosen):
            return self._chosen
        called = self._names.find(self.words) if self.words else ()
        return called[0] if len(called) == 1 else None

    @property
    def party(self) -> Party | None:
        """As a party; None for an empty line. Raises UsageError for a name of several bodies."""
        body = self.body
        if body:
            return Party(body.name, self.words, body.id, body.role)
        (party,) = parse_values("party", self.words.replace(";", ","), self._names, paths.resources())
        return party if isinstance(party, Party) else None

    @property
    def path(self) -> str:
        """What the body is part of, from the top."""
        body = self.body
        return self._find().found(body.id).path if body else ""

    @property
    def names(self) -> AuthorityFile:
        """The authority file that it finds bodies in."""
        return self._names

    def choose(self) -> None:
        """All bodies, to choose from, or to make one."""
        self.choose_wanted.emit(self)

    def take(self, body: Authority) -> None:
        """A body that was chosen."""
        self._chosen = body
        if body.id not in self._names.records and self._session and self._session.archive:
            self.show_names(self._session.archive.authorities)
        self.line.setText(shown_name(body))
        self.line.setFocus()

    def _find(self) -> Finder:
        """Made when first asked for: most who look at a form type no body."""
        if self._finder is None:
            self._finder = Finder(self._names)
        return self._finder

    def _offer(self, words: str) -> None:
        enough = len(words.strip()) >= LETTERS
        self._offered = self._find().find(words)[:OFFERED] if enough else []
        self._texts.setStringList([_told(found) for found in self._offered])
        if self._offered:
            self._completer.complete()
        else:
            self._popup.hide()

    def _took(self, index: QModelIndex) -> None:
        self.take(self._offered[index.row()].body)

    def _connect(self) -> None:
        self._completer = QCompleter(self._texts, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.line)
        self._popup = QListView()
        self._popup.setAccessibleName(tr("body_found.offered"))
        self._popup.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._completer.setPopup(self._popup)
        self._completer.activated[QModelIndex].connect(self._took)  # type: ignore[index]
        self.line.textEdited.connect(self._offer)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.pick.clicked.connect(self.choose)
        shortcut = QShortcut(QKeySequence("F4"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.choose)


def _told(found: Found) -> str:
    """A line of what is offered: the name, what it is part of, and why it was found."""
    above = tr("body_found.within", found.name_shown, found.path) if found.path else found.name_shown
    return tr("body_found.because", above, found.told) if found.told else above
