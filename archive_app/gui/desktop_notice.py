"""Notifications on desktops without a tray, such as GNOME: handed to the desktop's portal over the session's bus."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtDBus import QDBusConnection, QDBusMessage

PORTAL: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_INTERFACE: Final = "org.freedesktop.portal.Notification"


def show(name: str, title: str, told: str) -> bool:
    """Whether there was a desktop to tell. One of the same ``name`` takes the place of the one before."""
    if not sys.platform.startswith("linux"):
        return False
    bus = QDBusConnection.sessionBus()
    known = bus.interface() if bus.isConnected() else None
    if known is None or not known.isServiceRegistered(PORTAL).value():
        return False
    return bus.send(message(name, title, told))


def message(name: str, title: str, told: str) -> QDBusMessage:
    """Plain text: the portal takes no markup."""
    made = QDBusMessage.createMethodCall(PORTAL, _PATH, _INTERFACE, "AddNotification")
    made.setArguments([name, {"title": title, "body": told}])
    return made
