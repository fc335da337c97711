"""What a search found, by year: a bar for each; a click narrows to its year, a drag to several."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from archive_app.domain.findings import Histogram
from archive_app.gui import theme
from archive_app.gui.language import number, tr
from archive_app.gui.models.search.asking import Asked

HEIGHT, FOOT, SIDE = 58, 16, 20
FACET = "year"


class YearBars(QWidget):
    """``years_wanted(years)`` are those to be narrowed to, none to be narrowed no longer."""

    years_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.histogram = Histogram((), 0, 0)
        self._asked = Asked()
        self._from = self._at = 0
        self._dragging = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("years.name"))
        self.hide()

    def show_years(self, histogram: Histogram, asked: Asked) -> None:
        """Of a question narrowed to years the bars stay that stood before, so that others can be chosen."""
        narrowed = bool(asked.filters.get(FACET))
        if not narrowed or asked.without(FACET) != self._asked.without(FACET):
            self.histogram = histogram
            self._at = min(self._at, max(0, len(histogram.years) - 1))
        self._asked = asked
        self.setVisible(asked.narrows and (len(self.histogram.years) > 1 or narrowed))
        told = [tr("years.one", year, number(count)) for year, count in self.histogram.years if count]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def box(self, place: int) -> QRectF:
        """The stretch of a year, from top to bottom."""
        wide = (self.width() - 2 * SIDE) / max(1, len(self.histogram.years))
        return QRectF(SIDE + place * wide, 4, wide, HEIGHT - FOOT - 4)

    # Painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme, years = theme.colours(), self.histogram.years
        most = max((count for _, count in years), default=0) or 1
        chosen = self._asked.filters.get(FACET, frozenset())
        low, high = sorted((self._from, self._at))
        for place, (year, count) in enumerate(years):
            box = self.box(place)
            if self._dragging and low <= place <= high:
                painter.fillRect(box, scheme.accent_soft)
            if count:
                high_as = max(2.0, box.height() * count / most)
                bar = QRectF(box.left() + 0.5, box.bottom() - high_as, max(1.0, box.width() - 1), high_as)
                painter.fillRect(bar, scheme.chosen if str(year) in chosen else scheme.accent)
            if self.hasFocus() and place == self._at:
                painter.setPen(scheme.focus)
                painter.drawRect(box.adjusted(0, 0, -1, 0))
        painter.setPen(scheme.line_strong)
        painter.drawLine(QPointF(SIDE, HEIGHT - FOOT), QPointF(self.width() - SIDE, HEIGHT - FOOT))
        self._paint_ends(painter)

    def _paint_ends(self, painter: QPainter) -> None:
        if not self.histogram.years:
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colours().text_faint)
        foot = QRectF(SIDE, HEIGHT - FOOT, self.width() - 2 * SIDE, FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, str(self.histogram.years[0][0]))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(self.histogram.years[-1][0]))
        if self.histogram.undated:
            told = tr("years.undated", number(self.histogram.undated))
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, told)

    # The person ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._at = self._place(event.position().toPoint())
            self._dragging = True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._at = self._place(event.position().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from year to year, with Shift over several; Enter narrows to them."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step:
            self._at = min(max(0, self._at + step), max(0, len(self.histogram.years) - 1))
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._from = self._at
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.histogram.years:
            year, count = self.histogram.years[self._place(event.pos())]
            QToolTip.showText(event.globalPos(), tr("years.one", year, number(count)), self)
            return True
        return super().event(event)

    def _choose(self) -> None:
        """The stretch at hand; the same once more takes it back."""
        low, high = sorted((self._from, self._at))
        years = frozenset(str(year) for year, count in self.histogram.years[low : high + 1] if count)
        held = self._asked.filters.get(FACET, frozenset())
        self.years_wanted.emit(frozenset() if years == held else years)

    def _place(self, point: QPoint) -> int:
        wide = self.box(0).width() or 1
        return min(max(0, int((point.x() - SIDE) / wide)), max(0, len(self.histogram.years) - 1))
