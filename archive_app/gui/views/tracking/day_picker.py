"""The day that agreements are looked at from: today, until another is chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from archive_app.gui.language import locale, tr
from archive_app.gui.operations import Session
from archive_app.gui.views import parts


class DayPicker(QWidget):
    """Follows the session's day and changes it; a button leads back to the day the window was opened."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._today = session, session.on
        layout = parts.row(spacing=6)
        self.setLayout(layout)
        self.edit = QDateEdit(_qdate(session.on))
        self.edit.setLocale(locale())
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat("d MMM yyyy")
        self.edit.setAccessibleName(tr("day.as_of"))
        self.edit.setKeyboardTracking(False)
        self.edit.dateChanged.connect(lambda day: session.set_day(date(day.year(), day.month(), day.day())))
        self._back = parts.tool("undo", tr("day.back"))
        self._back.clicked.connect(lambda: session.set_day(self._today))
        layout.addWidget(parts.label(tr("day.as_of"), "soft"))
        layout.addWidget(self.edit)
        layout.addWidget(self._back)
        session.day_changed.connect(self._follow)
        self._follow(session.on)

    def _follow(self, on: date) -> None:
        self.edit.setDate(_qdate(on))
        self._back.setVisible(on != self._today)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
