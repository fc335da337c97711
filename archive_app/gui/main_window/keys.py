"""Keys of the window's menus while a field has the focus: they reach their actions, but for those of writing itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from archive_app.gui.main_window.frame import Frame

#: What a person means by these in a field: its own undoing, and the clipboard. Some systems have more of them, such as
#: Ctrl+E for the end of a line; there the window's menus, which show their keys, go first.
OF_WRITING: Final = ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A")
#: Keys that go through text or take it away, with whatever is held beside them.
THROUGH_TEXT: Final = frozenset({
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert,
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab,
})  # fmt: skip


class WindowKeys(QObject):
    """Watches what the system hands to the window, before the field that has the focus may claim a key for itself."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window

    def watch(self) -> None:
        """From the time on that the window has a handle, which is when it is shown."""
        handle = self._window.windowHandle()
        handle.removeEventFilter(self)
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A claim is kept from the field; the key then goes to the menu, as it does where no field is."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_command(event):
            event.ignore()
            return True
        return False

    def _is_command(self, event: QKeyEvent) -> bool:
        """Whether the key is one of an action that can be done now, and neither of writing nor a letter typed."""
        if event.key() in THROUGH_TEXT or _is_typed(event):
            return False
        keys = QKeySequence(event.keyCombination())
        if keys in (QKeySequence(one) for one in OF_WRITING):
            return False
        return any(action.isEnabled() and keys in action.shortcuts() for action in self._window.actions())


def _is_typed(event: QKeyEvent) -> bool:
    """Whether it puts a letter into text: where some systems tell AltGr as Ctrl and Alt, another one than the key's."""
    held = event.modifiers()
    control, alt = held & Qt.KeyboardModifier.ControlModifier, held & Qt.KeyboardModifier.AltModifier
    if not event.text() or not event.text().isprintable():
        return False
    if control and alt:
        return event.text().upper() != QKeySequence(event.key()).toString()
    return not (control or alt)
