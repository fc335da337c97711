"""Says what the keys have reached on a picture: to a screen reader at once, and to whoever asks what it shows."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def tell(widget: QWidget, told: str) -> None:
    widget.setAccessibleDescription(told)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, told))
