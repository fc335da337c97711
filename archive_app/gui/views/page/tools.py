"""The strip above a page: which page it is, what can be done with words that are selected, how it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from archive_app.domain.record import HIGHLIGHTS
from archive_app.gui.language import tr
from archive_app.gui.models.description import notes
from archive_app.gui.theme import markers
from archive_app.gui.views import parts

#: From these widths on, in pixels, there is room for magnifying, and for all tools.
NARROW, WIDE = 300, 460


class PageTools(QFrame):
    """Buttons, to be connected by the page's view. What is done with words: ``use``, ``note``, ``copy``, ``mark``.

    ``highlight_wanted(kind)`` when one of the kinds was chosen. What nobody takes up in this place is not offered.
    """

    highlight_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.small = parts.tool("thumbnails", tr("page.thumbnails"))
        self.small.setCheckable(True)
        self.previous, self.next = parts.tool("previous", tr("page.previous")), parts.tool("next", tr("page.next"))
        self.where = parts.label("", "soft", "small")
        self.smaller, self.larger = parts.tool("minus", tr("page.smaller")), parts.tool("plus", tr("page.larger"))
        self.percent = parts.label("", "faint", "small")
        self.percent.setMinimumWidth(44)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fit, self.fit_page = parts.tool("fit-width", tr("page.fit")), parts.tool("fit-page", tr("page.fit_page"))
        self.rotate = parts.tool("rotate", tr("page.rotate"))
        self.as_text = parts.tool("records", tr("page.as_text"))
        self.as_text.setCheckable(True)
        self.use, self.note = parts.tool("edit", tr("page.use")), parts.tool("note", tr("page.note"))
        self.copy = parts.tool("copy", tr("page.copy"))
        self.mark = parts.tool("highlight", tr("page.highlight"))
        self.mark.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.mark.setMenu(self._kinds())
        self.of_words = (self.use, self.mark, self.note, self.copy)
        self._lay_out()

    def show_where(self, page: int, number: int) -> None:
        self.where.setText(tr("page.where_brief", page, number) if number else "")
        self.where.setToolTip(tr("page.where", page, number) if number else "")
        self.where.setAccessibleName(self.where.toolTip())
        self.previous.setEnabled(page > 1)
        self.next.setEnabled(0 < page < number)

    def show_for(self, drawn: bool, width: int) -> None:
        """In a narrow column the page's number and the way to the next keep their room; keys do the rest."""
        for tool in (self.small, self.fit):
            tool.setVisible(drawn)
        for tool in (self.smaller, self.larger):
            tool.setVisible(drawn and width >= NARROW)
        for part in (self.fit_page, self.rotate, self.percent):
            part.setVisible(drawn and width >= WIDE)

    def show_for_words(self, offered: bool, usable: bool, noted: bool) -> None:
        """``offered`` where words are selected, ``usable`` as a value here, ``noted`` where notes can be written."""
        self.copy.setVisible(offered)
        self.use.setVisible(offered and usable)
        for tool in (self.mark, self.note):
            tool.setVisible(offered and noted)

    def menu_at(self, place: QPoint, copy_plain: QAction) -> QMenu:
        """What can be done with the words, as a menu on the screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tool, keys in ((self.copy, "Ctrl+C"), (self.use, "V"), (self.note, "Ctrl+M")):
            if not tool.isHidden():
                action = menu.addAction(tool.icon(), tool.toolTip().partition(" (")[0])
                action.setShortcut(QKeySequence(keys))
                action.triggered.connect(tool.click)
            if tool is self.copy:
                menu.addAction(copy_plain)
        if not self.mark.isHidden():
            menu.addSeparator()
            for action in self.mark.menu().actions():
                menu.addAction(action)
        menu.popup(place)
        return menu

    def _kinds(self) -> QMenu:
        menu = QMenu(self)
        for kind in HIGHLIGHTS:
            action = menu.addAction(QIcon(markers.sign_picture(kind)), notes.kind(kind))
            action.setShortcut(QKeySequence(markers.key(kind)))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the key itself is the view's
            action.triggered.connect(lambda _=False, kind=kind: self.highlight_wanted.emit(kind))
        menu.aboutToShow.connect(self._ink)
        return menu

    def _ink(self) -> None:
        """In the colours of the scheme in force."""
        for kind, action in zip(HIGHLIGHTS, self.mark.menu().actions(), strict=True):
            action.setIcon(QIcon(markers.sign_picture(kind)))

    def _lay_out(self) -> None:
        layout = parts.row(8, 5, 8, 5, spacing=2)
        self.setLayout(layout)
        for part in (self.small, self.previous, self.where, self.next):
            layout.addWidget(part)
        layout.addStretch(1)
        for tool in self.of_words:
            tool.hide()
            layout.addWidget(tool)
        for part in (self.smaller, self.percent, self.larger, self.fit, self.fit_page, self.rotate, self.as_text):
            layout.addWidget(part)
