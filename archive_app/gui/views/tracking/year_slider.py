"""A slider through the years: the day that everything is looked at from moves to the same day of another year."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from archive_app.gui.language import tr
from archive_app.gui.operations import Session
from archive_app.gui.views import parts


class YearSlider(QWidget):
    """From the first year of an agreement to the year the window was opened in, or that of the day at hand."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._today = session, session.on
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("coverage.year"))
        self.slider.setPageStep(5)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self._first, self._last = parts.label("", "faint"), parts.label("", "faint")
        self._year = parts.label("", bold=True)
        layout = parts.row(10, 0, 4, 0, spacing=10)
        layout.addWidget(self._year)
        layout.addWidget(self._first)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._last)
        self.setLayout(layout)
        self.slider.valueChanged.connect(self._choose)
        self.set_first(session.on.year)
        session.day_changed.connect(self._follow)

    def set_first(self, year: int) -> None:
        """The first year there is something to see of."""
        last = max(self._today.year, self._session.on.year)
        blocked = self.slider.blockSignals(True)
        self.slider.setRange(min(year, self._session.on.year), last)
        self.slider.setTickInterval(max(1, (last - year) // 30))
        self.slider.blockSignals(blocked)
        self._first.setText(str(self.slider.minimum()))
        self._last.setText(str(last))
        self._follow(self._session.on)

    def _follow(self, on: date) -> None:
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(on.year)
        self.slider.blockSignals(blocked)
        self._year.setText(str(on.year))
        self.slider.setToolTip(str(on.year))

    def _choose(self, year: int) -> None:
        self._session.set_day(in_year(self._session.on, year))


def in_year(day: date, year: int) -> date:
    """The same day of another year; 28 February for the 29th where that year has none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
