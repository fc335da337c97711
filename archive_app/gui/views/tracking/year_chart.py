"""Coverage through the years, drawn: what a click or a key leads to is what the year's column counts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from archive_app.domain.year_chart import Segment, YearChart
from archive_app.domain.years import Years, YearState
from archive_app.gui import theme
from archive_app.gui.language import tr
from archive_app.gui.models.tracking import years
from archive_app.gui.views.telling import tell
from archive_app.gui.views.tracking import year_painting as painting


class YearChartView(QWidget):
    """``agreements_wanted(year)`` when a year is opened, ``lapses_wanted(year)`` where nothing was in force in it."""

    agreements_wanted = Signal(int)
    lapses_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = Years(date.min, (), ())
        #: The year that the keys have reached, and that under the pointer.
        self.reached: int | None = None
        self._hovered: int | None = None
        self._drawn: YearChart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("year_chart.name"))
        self.setMinimumHeight(round(painting.TOP + painting.FOOT + 90))

    def show_years(self, told: Years) -> None:
        self.told, self._drawn, self._hovered = told, None, None
        self.reached = self.reached if self.reached in told.years else None
        self.setAccessibleDescription(self._summary())
        self.update()

    @property
    def chart(self) -> YearChart:
        """Where everything stands at the size at hand."""
        if self._drawn is None:
            self._drawn = YearChart(self.told, painting.SIDE, max(painting.SIDE + 60, self.width() - painting.RIGHT),
                                    self.height() - painting.FOOT, painting.TOP)  # fmt: skip
        return self._drawn

    def segment_at(self, point: QPointF) -> Segment | None:
        return next((one for one in self.chart.segments if one.holds(point.x(), point.y())), None)

    def sizeHint(self) -> QSize:
        return QSize(760, 400)

    def _summary(self) -> str:
        if not self.told.years:
            return ""
        return tr("year_chart.summary", self.told.years[0], self.told.years[-1], tr("year_chart.keys"))

    # Painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colours().surface)
        if self.told.years:
            self._paint(painter, self.chart)
        painter.end()

    def _paint(self, painter: QPainter, chart: YearChart) -> None:
        bottom = self.height() - painting.LEGEND
        for year in {self._hovered, self.reached if self.hasFocus() else None} - {None}:
            painting.paint_room(painter, chart, year or 0, bottom)
        painting.paint_grid(painter, chart)
        for one in chart.segments:
            painting.paint_state(painter, _box(one), one.state)
        painting.paint_line(painter, chart)
        for one in chart.segments:
            painting.paint_number(painter, one)
        painting.paint_rows(painter, chart, 20.0)
        painting.paint_legend(painter, 20.0, bottom, chart.right)
        if self.reached is not None and self.hasFocus():
            painting.paint_focus(painter, chart, self.reached, bottom)

    # The person ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QEvent) -> None:
        self._drawn = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab the last year is reached at once, and spoken."""
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and self.reached is None and self.told.years:
            self._reach(len(self.told.years) - 1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from year to year, Enter opens the agreements of the one at hand, the space bar its lapses."""
        every, key = self.told.years, Qt.Key(event.key())
        at = every.index(self.reached) if self.reached in every else len(every)
        to = {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(every)}
        if every and key in to:
            self._reach(min(max(0, to[key]), len(every) - 1))
        elif self.reached is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agreements_wanted.emit(self.reached)
        elif self.reached is not None and key == Qt.Key.Key_Space:
            self.lapses_wanted.emit(self.reached)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._year_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Where nothing was in force a click leads to the lapses, anywhere else to the year's agreements."""
        year = self._year_at(event.position())
        if year is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.reached = year
        over = self.segment_at(event.position())
        lapsed = over is not None and over.state is YearState.LAPSED
        (self.lapses_wanted if lapsed else self.agreements_wanted).emit(year)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            year = self._year_at(QPointF(event.pos()))
            over = self.segment_at(QPointF(event.pos()))
            leads = "lapses" if over is not None and over.state is YearState.LAPSED else "agreements"
            told = f"{years.tip(self.told, year)}\n{tr(f'year_chart.click_{leads}')}" if year else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def _year_at(self, point: QPointF) -> int | None:
        within = painting.TOP - 8 <= point.y() <= self.height() - painting.LEGEND
        return self.chart.year_at(point.x()) if within and self.told.years else None

    def _reach(self, at: int) -> None:
        """Goes to a year, and says what it had, to the eye and to the ear."""
        self.reached = self.told.years[at]
        tell(self, years.spoken(self.told, self.reached))
        place = QPointF(self.chart.middle(self.reached), self.chart.foot).toPoint()
        QToolTip.showText(self.mapToGlobal(place), years.tip(self.told, self.reached), self)
        self.update()


def _box(one: Segment) -> QRectF:
    return QRectF(one.x, min(one.foot, one.top), one.width, one.high)
