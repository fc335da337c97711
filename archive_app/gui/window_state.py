"""What the window remembers between runs: where it stood, how it was divided, the archive last open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter

from archive_app import settings

KEY = "window"


class WindowState:
    """The part of the person's settings that is the window's; written whenever ``save`` is called."""

    def __init__(self) -> None:
        held = settings.load().get(KEY, {})
        self._held: dict[str, Any] = held if isinstance(held, dict) else {}

    def save(self) -> None:
        settings.save(settings.load() | {KEY: self._held})

    @property
    def last_archive(self) -> Path | None:
        """The archive last open, None where there is none or it is gone."""
        known = self._held.get("archive")
        return Path(known) if isinstance(known, str) and Path(known).is_dir() else None

    @last_archive.setter
    def last_archive(self, root: Path | None) -> None:
        self._held["archive"] = str(root) if root else None

    def text(self, name: str, otherwise: str = "") -> str:
        value = self._held.get(name)
        return value if isinstance(value, str) else otherwise

    def keep(self, name: str, widget: QMainWindow | QSplitter | QHeaderView) -> None:
        """Remembers a widget's division or columns."""
        self._held[name] = bytes(widget.saveState().toBase64().data()).decode()

    def restore(self, name: str, widget: QMainWindow | QSplitter | QHeaderView) -> bool:
        """Whether there was something to restore, and it fitted."""
        return widget.restoreState(self._bytes(name))

    def keep_geometry(self, window: QMainWindow) -> None:
        self._held["geometry"] = bytes(window.saveGeometry().toBase64().data()).decode()

    def restore_geometry(self, window: QMainWindow) -> bool:
        return window.restoreGeometry(self._bytes("geometry"))

    def _bytes(self, name: str) -> QByteArray:
        return QByteArray.fromBase64(self.text(name).encode("ascii", "ignore"))
