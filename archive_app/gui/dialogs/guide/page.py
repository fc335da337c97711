"""One chapter as it is read: a column of text of a good width, pictures as wide as the column."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from archive_app.gui import language
from archive_app.gui.dialogs.guide import chapters, dressing
from archive_app.gui.dialogs.guide.chapters import Chapter
from archive_app.gui.language import tr

#: The widest column of text and the least room beside it, in pixels.
COLUMN: Final = 700
SIDE: Final = 32


class GuidePage(QTextBrowser):
    """``anchorClicked(url)`` tells which link was chosen; nothing is opened by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chapter: Chapter | None = None
        self._width = 0
        self.setAccessibleName(tr("guide.page"))
        self.setOpenLinks(False)

    @property
    def chapter(self) -> Chapter | None:
        return self._chapter

    def show_chapter(self, chapter: Chapter) -> None:
        self._chapter = chapter
        self._draw()
        self.verticalScrollBar().setValue(0)

    def show_section(self, number: int) -> None:
        """Brings a heading to the top; the first one shows the chapter's beginning."""
        block = self._heading(number)
        if number == 0 or block is None:
            self.verticalScrollBar().setValue(0)
        else:
            self.setTextCursor(QTextCursor(block))
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(max(0, round(top) - 4))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures scaled to the column here, smoothly: the document itself would do it coarsely."""
        if kind != QTextDocument.ResourceType.ImageResource.value or self._chapter is None:
            return None
        picture = QImage(str(chapters.folder(language.code()) / QUrl(name).path()))
        if picture.isNull():
            return None
        shown = min(self._width, picture.width())
        scaled = picture.scaledToWidth(
            min(round(shown * self.devicePixelRatioF()), picture.width()), Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(scaled.width() / shown)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chapter is not None and self._column() != self._width:
            QTimer.singleShot(0, self, self._draw_again)
        else:
            self._set_sides()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._chapter is not None:
            QTimer.singleShot(0, self, self._draw_again)

    def _draw_again(self) -> None:
        """The same chapter in another width or other colours, standing where it stood."""
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._draw()
        bar.setValue(round(part * bar.maximum()))

    def _draw(self) -> None:
        assert self._chapter is not None
        self._width = self._column()
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setMarkdown(self._chapter.markdown)
        dressing.dress(document)
        self.setDocument(document)  # only now: every change of what is shown would lay it out anew
        self._set_sides()

    def _set_sides(self) -> None:
        beside = (self.viewport().width() - self._width) // 2
        dressing.set_sides(self.document(), max(SIDE, beside), max(SIDE, beside))

    def _column(self) -> int:
        return max(200, min(COLUMN, self.viewport().width() - 2 * SIDE))

    def _heading(self, number: int) -> QTextBlock | None:
        block, left = self.document().begin(), number
        while block.isValid():
            if block.blockFormat().headingLevel():
                if left == 0:
                    return block
                left -= 1
            block = block.next()
        return None

