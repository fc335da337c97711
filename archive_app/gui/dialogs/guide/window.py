"""The guide's window: contents and search at the left, the chapter at the right, back and forward above it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from archive_app.gui.dialogs.guide import chapters, searching
from archive_app.gui.dialogs.guide.contents import CHAPTER, SNIPPET, TARGET, ContentsDelegate
from archive_app.gui.dialogs.guide.page import GuidePage
from archive_app.gui.language import tr
from archive_app.gui.views import parts

SIDE: Final = 270
#: Keys that go on from the search to the list while the words keep the focus.
TO_LIST: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
Place = tuple[str, int]


class Guide(QDialog):
    """Stands beside the window while one works. What a link does there is told by its three signals."""

    action_wanted = Signal(str)
    place_wanted = Signal(str)
    query_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past: list[Place] = []
        self._coming: list[Place] = []
        self._now: Place = (chapters.CHAPTERS[0], 0)
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        self.resize(1040, 760)
        self.words = QLineEdit()
        self.contents = self._tree()
        self.page = GuidePage()
        self._build()
        self._show()

    # Going through it ------------------------------------------------------------------------------------------

    def open_at(self, id: str) -> None:
        """Shows the heading with that id; the first chapter where there is none."""
        found = chapters.find(id)
        self.go((found[0].name, found[1].number) if found else (chapters.CHAPTERS[0], 0))

    def go(self, place: Place) -> None:
        """To a chapter's heading, with a way back."""
        if place != self._now:
            self._past.append(self._now)
            self._coming.clear()
        self._now = place
        self._show()

    def back(self) -> None:
        if self._past:
            self._coming.append(self._now)
            self._now = self._past.pop()
            self._show()

    def forward(self) -> None:
        if self._coming:
            self._past.append(self._now)
            self._now = self._coming.pop()
            self._show()

    def step(self, by: int) -> None:
        """To the chapter after or before."""
        at = chapters.CHAPTERS.index(self._now[0]) + by
        if 0 <= at < len(chapters.CHAPTERS):
            self.go((chapters.CHAPTERS[at], 0))

    @property
    def now(self) -> Place:
        """The chapter's name and the number of the heading that was gone to."""
        return self._now

    def _show(self) -> None:
        name, number = self._now
        chapter = next(one for one in chapters.every() if one.name == name)
        if self.page.chapter is not chapter:
            self.page.show_chapter(chapter)
        self.page.show_section(number)
        self._title.setText(chapter.title)
        self._back.setEnabled(bool(self._past))
        self._forward.setEnabled(bool(self._coming))
        if not self.words.text():
            self._mark()

    # Contents and findings -------------------------------------------------------------------------------------

    def _mark(self) -> None:
        """Chooses in the contents what is shown."""
        for item in self._items():
            if item.data(0, TARGET) == self._now:
                self._open_alone(item.parent() or item)
                self.contents.setCurrentItem(item)
                self.contents.scrollToItem(item)

    def _open_alone(self, chapter: QTreeWidgetItem) -> None:
        """Shows the headings of one chapter, so that the contents stay short."""
        self.contents.collapseAll()
        chapter.setExpanded(True)

    def _items(self) -> Iterable[QTreeWidgetItem]:
        for at in range(self.contents.topLevelItemCount()):
            top = self.contents.topLevelItem(at)
            if top is not None:
                yield top
                yield from filter(None, (top.child(below) for below in range(top.childCount())))

    def _narrow(self) -> None:
        """The contents, or what was found in the place of them."""
        words = self.words.text().strip()
        self.contents.clear()
        if words:
            self._list_findings(words)
        else:
            self._list_contents()
            self._mark()

    def _list_contents(self) -> None:
        for chapter in chapters.every():
            top = _item(chapter.title, (chapter.name, 0))
            self.contents.addTopLevelItem(top)
            for section in chapter.sections[1:]:
                if section.level == 2:
                    top.addChild(_item(section.title, (chapter.name, section.number)))

    def _list_findings(self, words: str) -> None:
        found = searching.find(chapters.every(), words)
        for one in found:
            item = _item(one.section.title, (one.chapter.name, one.section.number))
            item.setData(0, SNIPPET, one.snippet)
            item.setData(0, CHAPTER, one.chapter.title)
            self.contents.addTopLevelItem(item)
        first = self.contents.topLevelItem(0)
        if first is not None:
            self.contents.setCurrentItem(first)
        else:
            nothing = _item(tr("guide.none"), None)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.contents.addTopLevelItem(nothing)

    def _take(self, item: QTreeWidgetItem | None) -> None:
        target = item.data(0, TARGET) if item else None
        if target:
            self.go(tuple(target))

    def _follow(self, url: QUrl) -> None:
        """A link: to another chapter, or something that the window behind does."""
        kind, rest = url.scheme(), url.path(QUrl.ComponentFormattingOption.FullyDecoded)
        wanted = {"action": self.action_wanted, "place": self.place_wanted, "query": self.query_wanted}.get(kind)
        if wanted is not None:
            wanted.emit(rest)
        else:
            self.open_at(url.fragment() or rest.removesuffix(".md"))

    # Parts -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(tr("guide.title"))
        self.words.setPlaceholderText(tr("guide.find"))
        self.words.setAccessibleName(tr("guide.find"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._narrow)
        self.words.returnPressed.connect(lambda: self._take(self.contents.currentItem()))
        self.words.installEventFilter(self)
        self.page.anchorClicked.connect(self._follow)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left())
        across.addWidget(self._right(), 1)
        self._list_contents()
        self._keys()

    def _tree(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(tr("guide.contents"))
        made.setHeaderHidden(True)
        made.setProperty("role", "contents")
        made.setRootIsDecorated(False)
        made.setItemDelegate(ContentsDelegate(made))
        made.setIndentation(12)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.itemClicked.connect(lambda item, _column: self._take(item))
        made.itemActivated.connect(lambda item, _column: self._take(item))
        return made

    def _left(self) -> QWidget:
        column = parts.column(12, 12, 8, 8, spacing=8)
        column.addWidget(self.words)
        column.addWidget(self.contents, 1)
        made = parts.frame("sidebar", column)
        made.setFixedWidth(SIDE)
        return made

    def _right(self) -> QWidget:
        self._back, self._forward = parts.tool("previous", tr("guide.back")), parts.tool("next", tr("guide.forward"))
        self._back.clicked.connect(self.back)
        self._forward.clicked.connect(self.forward)
        self._title = parts.label("", "soft")
        bar = parts.row(10, 8, 16, 8, spacing=4)
        for widget in (self._back, self._forward):
            bar.addWidget(widget)
        bar.addSpacing(6)
        bar.addWidget(self._title, 1)
        column = parts.column()
        column.addWidget(parts.frame("header", bar))
        column.addWidget(self.page, 1)
        return parts.frame("panel", column)

    def _keys(self) -> None:
        """Those of a browser; Escape ends a search first."""
        for keys, act in (
            ("Alt+Left", self.back), ("Alt+Right", self.forward), ("Ctrl+F", self._begin_search),
            ("Ctrl+L", self._begin_search), ("Ctrl+PgDown", lambda: self.step(1)), ("Ctrl+PgUp", lambda: self.step(-1)),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, act)

    def _begin_search(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def reject(self) -> None:
        if self.words.text():
            self.words.clear()
        else:
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.key() in TO_LIST:
            self.contents.event(event)
            return True
        return super().eventFilter(watched, event)


def _item(text: str, target: Place | None) -> QTreeWidgetItem:
    made = QTreeWidgetItem([text])
    made.setData(0, TARGET, target)
    return made
