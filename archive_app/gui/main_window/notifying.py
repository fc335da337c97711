"""Desktop notifications: an agreement that ends soon, or has ended, is told once each, whenever the window stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from archive_app.gui.language import tr
from archive_app.gui.main_window.frame import Frame
from archive_app.gui.models import wording
from archive_app.services.archive import Archive

if TYPE_CHECKING:
    from archive_app.services.attention.noticing import Notice

#: How often it is looked whether another day has come, in milliseconds.
LOOK_EVERY: Final = 30 * 60 * 1000


class Notifying(QObject):
    """It outlives the views. ``today`` gives the day; what was told is kept in the archive."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._on = window.session.on
        self._tray: QSystemTrayIcon | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY)
        self._look.timeout.connect(self._look_for_another_day)
        window.session.opened.connect(self._look_soon)
        self._look.start()

    def _look_soon(self) -> None:
        """Once the list stands: it is what a person waits for."""
        self._window.places.records.answered.connect(self.look, Qt.ConnectionType.SingleShotConnection)

    def look(self) -> None:
        """Asks what is to be told today; an archive that can only be read tells nothing, as it could not remember."""
        session, on = self._window.session, self._on
        if session.writable:
            session.ask(lambda archive: _taken(archive, on), self.tell, lane="counting", key="notices")

    def tell(self, notices: Sequence[Notice]) -> None:
        """One notification for one agreement, one for all where there are several."""
        if not notices:
            return
        title = tr("notice.title", count=len(notices))
        told = "\n".join(_told(notice) for notice in notices[:4])
        if len(notices) > 4:
            told += "\n" + tr("notice.more", count=len(notices) - 4)
        if QSystemTrayIcon.isSystemTrayAvailable():
            tray = self._tray or self._in_tray()
            tray.showMessage(title, told, self._window.windowIcon())
        else:
            from archive_app.gui import desktop_notice

            desktop_notice.show("ends", title, told)
        self._window.tell_good(f"{title}: {_told(notices[0])}" if len(notices) == 1 else title)

    def _look_for_another_day(self) -> None:
        today = date.today()
        if today > self._on:
            self._on = today
            self.look()

    def _in_tray(self) -> QSystemTrayIcon:
        self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
        self._tray.setToolTip("Convenio")
        self._tray.messageClicked.connect(self._go_home)
        self._tray.show()
        return self._tray

    def _go_home(self) -> None:
        self._window.showNormal()
        self._window.activateWindow()
        self._window.go("home")


def _taken(archive: Archive, on: date) -> Sequence[Notice]:
    """What looks out for ends is loaded here, off the window's thread."""
    from archive_app.services.attention import noticing

    return noticing.take(archive, on)


def _told(notice: Notice) -> str:
    return tr("notice.ended" if notice.ended else "notice.ends", notice.agreement.title, wording.short_day(notice.end))
