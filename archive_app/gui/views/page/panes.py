"""One record's pages, drawn or as text: whichever is shown, it is gone through and marked in the same way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from archive_app.domain.evidence import Evidence
from archive_app.gui.language import tr
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.models.page.marks import Mark
from archive_app.gui.views import parts
from archive_app.gui.views.page.canvas import PageCanvas
from archive_app.gui.views.page.pictures import Pictures
from archive_app.gui.views.page.text import TextPages


class Panes(QStackedWidget):
    """``canvas`` for pages that are drawn, ``text`` for all others and where text is wanted."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self.canvas, self.text = PageCanvas(pictures), TextPages()
        self._empty = parts.EmptyPane("records", tr("page.none"), tr("page.none_text"))
        for pane in (self._empty, self.canvas, self.text):
            self.addWidget(pane)

    @property
    def is_text(self) -> bool:
        return self.currentWidget() is self.text

    @property
    def is_drawn(self) -> bool:
        return self.currentWidget() is self.canvas

    @property
    def shown(self) -> PageCanvas | TextPages:
        return self.text if self.is_text else self.canvas

    @property
    def page(self) -> int:
        """The number of the page at hand, 0 for none."""
        return self.shown.page

    def show_pages(self, opened: Opened | None, as_text: bool) -> None:
        """The pages of a record; in words that there is none, or that it has no pages."""
        if opened is None or not opened.pages:
            self._say_empty(opened)
        elif opened.pictured and not as_text:
            self.canvas.show_pages(opened)
            self.setCurrentWidget(self.canvas)
        else:
            self.text.show_pages(opened)
            self.setCurrentWidget(self.text)

    def _say_empty(self, opened: Opened | None) -> None:
        if opened is None:
            self._empty.say(tr("page.none"), tr("page.none_text"))
        else:
            self._empty.say(tr("page.nothing"), tr("page.nothing_text"))
        self.canvas.show_pages(None)
        self.setCurrentWidget(self._empty)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        self.shown.set_marks(marks)

    def go_to(self, page: int, place: Mark | Evidence | None = None) -> None:
        """To the top of a page, or to a place on it."""
        if self.is_text:
            self.text.go_to(page, place.start if place else 0)
        else:
            self.canvas.go_to(page, place.boxes if place else ())

    @property
    def progress(self) -> float:
        """How far down the pages are scrolled: 0 at the top, 1 at the end."""
        bar = self.shown.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def scroll_to(self, progress: float) -> None:
        bar = self.shown.verticalScrollBar()
        bar.setValue(round(progress * bar.maximum()))
