"""What there is to say of an answer, under the search box: a fault, its nearest reading, other names, a suggestion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from archive_app.errors import ConvenioError
from archive_app.gui import theme
from archive_app.gui.language import number, sentence, tr
from archive_app.gui.models.search.asking import Asked
from archive_app.gui.views import parts
from archive_app.services.background_rebuild import IndexState
from archive_app.services.search.searching import Found, QueryUnreadable


class AnswerStrip(QWidget):
    """``query_wanted(query)`` when another query is to be asked instead.

    ``expand_wanted(on)`` switches all other names, ``term_turned(term)`` those of one term.
    """

    query_wanted = Signal(str)
    expand_wanted = Signal(bool)
    term_turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fault = parts.label("", "fault", "small", wrap=True)
        self.place = parts.label("", "", "small", wrap=True)
        self.place.setTextFormat(Qt.TextFormat.RichText)
        self.link = parts.tool("search", tr("records.search_this"), " ")
        self.link.setProperty("role", "link")
        self.link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.index = parts.label("", "warn", "small", wrap=True)
        self.every = _Switch(tr("answer.other_names"))
        self.every.clicked.connect(self.expand_wanted)
        self.terms: list[QCheckBox] = []
        self._names = parts.column(18, 0, 0, 0)
        self._query, self._instead, self._fault_at = "", "", 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 7, 12, 7)
        layout.setSpacing(4)
        for part in (self.place, self.fault, self.link, self.index, self.every):
            layout.addWidget(part)
        layout.addLayout(self._names)
        self.link.clicked.connect(lambda: self.query_wanted.emit(self._instead))
        self.clear()

    def clear(self) -> None:
        for part in (self.place, self.fault, self.link, self.index, self.every):
            part.hide()
        self._show_terms({}, ())
        self.hide()

    def show_answer(self, asked: Asked, found: Found) -> None:
        self.clear()
        if found.suggestion:
            self._show_link(found.suggestion, "records.suggestion")
        elif found.looser:
            self._show_link(found.looser, "answer.any_of")
        off = not asked.expand
        self.every.setVisible(bool(asked.query and (found.expanded or asked.plain or off)))
        self.every.setChecked(asked.expand)
        self._show_terms({} if off else found.expanded, () if off else sorted(asked.plain))
        self.show_index(found.index)
        self._appear()

    def show_index(self, state: IndexState | None) -> None:
        """How far an index is that is being made anew; None hides it."""
        self.index.setVisible(state is not None)
        if state is not None:
            key = "answer.index_stopped" if state.fault else "answer.index_rebuilding"
            self.index.setText(tr(key, number(state.done), number(state.total)))
        self._appear()

    def show_fault(self, query: str, fault: ConvenioError) -> None:
        """What is wrong with a query, where in it, and the nearest one that can be asked."""
        self.clear()
        self.fault.setText(sentence(fault))
        self.fault.show()
        if isinstance(fault, QueryUnreadable):
            self._query, self._fault_at = query, fault.position
            self._show_place()
            self._show_link(fault.nearest, "answer.nearest")
        self._appear()

    def _appear(self) -> None:
        shown = (self.place, self.fault, self.link, self.index, self.every)
        self.setVisible(any(not part.isHidden() for part in shown))

    def _show_place(self) -> None:
        """The query with its faulty part underlined."""
        good, bad = self._query[: self._fault_at], self._query[self._fault_at :] or "␣"
        ink = theme.colours().bad.name()
        marked = f'<span>{escape(good)}<u style="color: {ink}"><b>{escape(bad)}</b></u></span>'
        self.place.setText(marked)
        self.place.setAccessibleName(tr("answer.fault_at", self._fault_at + 1))
        self.place.show()

    def _show_link(self, query: str, key: str) -> None:
        self._instead = query
        self.link.setVisible(bool(query))
        self.link.setText(tr(key, query))
        self.link.setAccessibleName(self.link.text())

    def _show_terms(self, expanded: Mapping[str, Sequence[str]], plain: Sequence[str]) -> None:
        while item := self._names.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.terms = []
        for term, names in expanded.items():
            self._add_term(term, tr("answer.term", term, ", ".join(names)), True)
        for term in plain:
            self._add_term(term, tr("answer.only", term), False)

    def _add_term(self, term: str, words: str, on: bool) -> None:
        made = _Switch(words)
        made.setChecked(on)
        made.clicked.connect(lambda: self.term_turned.emit(term))
        self._names.addWidget(made)
        self.terms.append(made)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.place.isHidden():
            self._show_place()


class _Switch(QCheckBox):
    """In small letters, never wider than its column; words that do not fit end with three points."""

    #: Room for the box and its gap, in pixels.
    BOX = 28

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setFont(theme.font("small"))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.BOX
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
