"""The pages of a record drawn small, one below the other: to see where in it one is, and to go elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archive_app.domain.page import Page
from archive_app.gui import theme
from archive_app.gui.language import number, tr
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.models.table import NOWHERE, Index
from archive_app.gui.views.page.pictures import Pictures

WIDTH: Final = 132
#: The longest side of a small page, and the room around it.
SIDE, MARGIN, FOOT = 104, 10, 20
#: So many small pictures are kept.
MOST: Final = 400


class PagesModel(QAbstractListModel):
    """One row a page; what it is called is its number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages: Sequence[Page] = ()

    def show(self, pages: Sequence[Page]) -> None:
        self.beginResetModel()
        self.pages = pages
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.pages):
            return None
        page = self.pages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return number(page.number)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr("page.where", page.number, len(self.pages))
        return None


class _Small(QStyledItemDelegate):
    """A page as it looks, its number below; the one at hand with a rim."""

    def __init__(self, view: Thumbnails, pictures: Pictures) -> None:
        super().__init__(view)
        self._view, self._pictures = view, pictures
        #: Pictures as small as they are shown, by the picture they were made of and their width in pixels.
        self._made: dict[tuple[int, int], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        page = self._view.model_.pages[index.row()]
        return QSize(WIDTH - 14, round(self._view.fitted(page).height() + FOOT + 2 * MARGIN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        page, scheme = self._view.model_.pages[index.row()], theme.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = self._view.fitted(page)
        box.moveCenter(QRectF(option.rect).center())
        box.moveTop(option.rect.top() + MARGIN)
        painter.fillRect(box, QColor("white"))
        self._picture(painter, page, box)
        painter.setPen(QPen(scheme.accent if chosen else scheme.line_strong, 2.4 if chosen else 1))
        painter.drawRect(box)
        painter.setFont(theme.font("small", bold=chosen))
        painter.setPen(scheme.accent if chosen else scheme.text_soft)
        below = QRectF(option.rect.left(), box.bottom() + 2, option.rect.width(), FOOT)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()

    def _picture(self, painter: QPainter, page: Page, box: QRectF) -> None:
        opened, upright, turns = self._view.opened, _fitted(page), self._view.turns.get(page.number, 0)
        if opened is not None and page.width:
            scale = upright.width() / page.width * painter.device().devicePixelRatio()
            drawn = self._pictures.get(opened.path, opened.described.record.media_type, page.number, scale)
            if drawn:
                painter.save()
                painter.translate(box.center())
                painter.rotate(90 * turns)
                upright.moveCenter(QPointF())
                painter.drawPixmap(upright.topLeft(), self._scaled(drawn, upright, painter.device().devicePixelRatio()))
                painter.restore()

    def _scaled(self, drawn: QPixmap, box: QRectF, ratio: float) -> QPixmap:
        """As small as it is shown: to scale a dozen pages at every painting would take longer than a turn of a page."""
        key = (drawn.cacheKey(), round(box.width() * ratio))
        if key not in self._made:
            if len(self._made) >= MOST:
                self._made.clear()
            small = drawn.scaledToWidth(key[1], Qt.TransformationMode.SmoothTransformation)
            small.setDevicePixelRatio(ratio)
            self._made[key] = small
        return self._made[key]


class Thumbnails(QListView):
    """``chosen(page)`` when a page is clicked or gone to with arrows."""

    chosen = Signal(int)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened: Opened | None = None
        self.turns: dict[int, int] = {}
        self._pictures = pictures
        self.model_ = PagesModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(_Small(self, pictures))
        self.setAccessibleName(tr("page.thumbnails"))
        self.setFixedWidth(WIDTH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        pictures.ready.connect(self._ready)
        self.selectionModel().currentChanged.connect(self._chose)

    def show_pages(self, opened: Opened | None) -> None:
        self.opened, self.turns = opened, dict(opened.turns) if opened else {}
        self.model_.show(opened.pages if opened else ())

    def show_turns(self, turns: Mapping[int, int]) -> None:
        """Pages turned by hand, by so many quarters."""
        self.turns = dict(turns)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def fitted(self, page: Page) -> QRectF:
        """How large a page stands here, as it is turned."""
        box = _fitted(page)
        return QRectF(QPointF(), box.size().transposed()) if self.turns.get(page.number, 0) % 2 else box

    def mark(self, page: int) -> None:
        """The page that is at hand, without going to it once more."""
        row = next((at for at, held in enumerate(self.model_.pages) if held.number == page), None)
        if row is not None and row != self.currentIndex().row():
            blocked = self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self.model_.index(row, 0))
            self.selectionModel().blockSignals(blocked)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only pages that are seen are drawn."""
        view, last = self.viewport().rect(), self.model_.rowCount() - 1
        top, bottom = self.indexAt(view.topLeft()).row(), self.indexAt(view.bottomLeft()).row()
        rows = range(max(0, top), (bottom if bottom >= 0 else last) + 1)
        self._pictures.look_at_small([self.model_.pages[row].number for row in rows])
        super().paintEvent(event)

    def _ready(self, _page: int) -> None:
        self.viewport().update()

    def _chose(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.model_.pages[now.row()].number)


def _fitted(page: Page) -> QRectF:
    """The size of a page drawn small; of one without geometry that of a sheet."""
    width, height = (page.width, page.height) if page.width and page.height else (612.0, 792.0)
    scale = SIDE / max(width, height)
    return QRectF(0, 0, width * scale, height * scale)
