"""Drawn pages, kept as long as there is room; drawn in another process when they are first wanted."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from archive_app.gui.operations import Session
from archive_app.services.pages import Picture

#: Bytes of pictures kept.
ROOM: Final = 160 << 20
#: Pages are drawn in steps of so many pixels a point, and scaled in between.
STEP: Final = 0.5
LARGEST: Final = 5.0


@dataclass(frozen=True)
class Wanted:
    """A page of a file at a step of sharpness."""

    path: Path
    media_type: str
    page: int
    scale: float


class Pictures(QObject):
    """``get`` answers at once with what is there, and ``ready(page)`` tells when something better is."""

    ready = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._asked: set[Wanted] = set()
        self._failed: set[tuple[Path, int]] = set()
        self._on_show: Path | None = None

    def show(self, path: Path | None) -> None:
        """From now on only pages of this file are wanted."""
        self._on_show = path

    def get(self, path: Path, media_type: str, page: int, scale: float) -> QPixmap | None:
        """The page drawn at least at ``scale`` pixels a point; meanwhile at another; None where there is none yet."""
        step = min(LARGEST, math.ceil(scale / STEP) * STEP)
        wanted = Wanted(path, media_type, page, step)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        self._ask(wanted)
        return next((held for key, held in self._kept.items() if key.path == path and key.page == page), None)

    def has_failed(self, path: Path, page: int) -> bool:
        return (path, page) in self._failed

    def _ask(self, wanted: Wanted) -> None:
        if wanted in self._asked or (wanted.path, wanted.page) in self._failed:
            return
        self._asked.add(wanted)
        self._session.operations.run(
            lambda: self._draw(wanted),
            lambda image: self._take(wanted, image),
            lane="pages",
            failed=lambda _: self._fail(wanted),
        )

    def _draw(self, wanted: Wanted) -> QImage | None:
        """On the lane's thread. A page that was scrolled or turned away from meanwhile is left out."""
        if wanted.path != self._on_show:
            return None
        picture = self._session.renderer.render(wanted.path, wanted.media_type, wanted.page, wanted.scale)
        return _image(picture)

    def _take(self, wanted: Wanted, image: QImage | None) -> None:
        self._asked.discard(wanted)
        if image is not None:
            self._kept[wanted] = QPixmap.fromImage(image)
            self._make_room()
        if wanted.path == self._on_show:
            self.ready.emit(wanted.page)

    def _fail(self, wanted: Wanted) -> None:
        self._asked.discard(wanted)
        self._failed.add((wanted.path, wanted.page))
        self.ready.emit(wanted.page)

    def _make_room(self) -> None:
        used = sum(_bytes(held) for held in self._kept.values())
        while used > ROOM and len(self._kept) > 1:
            used -= _bytes(self._kept.popitem(last=False)[1])


def _image(picture: Picture) -> QImage:
    """A copy that owns its pixels."""
    flat = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    return flat.convertToFormat(QImage.Format.Format_RGB32)


def _bytes(held: QPixmap) -> int:
    return held.width() * held.height() * 4
