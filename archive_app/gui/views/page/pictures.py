"""Drawn pages, kept as long as there is room; drawn in another process when they are first wanted."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from archive_app.errors import ReadingError
from archive_app.gui.operations import Session
from archive_app.services.reading.pages import Picture

#: Bytes of pictures kept: of all, and of pages that are not looked at now.
ROOM: Final = 160 << 20
ROOM_BEHIND: Final = 24 << 20
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


@dataclass(frozen=True)
class Drawn:
    """What came of one: its picture, None where it cannot be drawn."""

    wanted: Wanted
    image: QImage | None


class Pictures(QObject):
    """``get`` answers at once with what is there, and ``ready(page)`` tells when something better is.

    What is looked at now is drawn first, and what was scrolled away from meanwhile is not drawn at all: however fast
    somebody leafs through a long paper, the page they stop at is the next one.
    """

    ready = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._failed: set[tuple[Path, int]] = set()
        self._on_show: Path | None = None
        #: Asked for and not begun, and what is being drawn; both change on two threads.
        self._waiting: list[Wanted] = []
        self._begun: set[Wanted] = set()
        self._lock = Lock()
        #: The pages looked at large and small, the most wanted first.
        self._large: Sequence[int] = ()
        self._small: Sequence[int] = ()
        #: A page of another file, which is likely to be wanted next.
        self._ahead: Wanted | None = None

    def show(self, path: Path | None) -> None:
        """From now on only pages of this file are wanted."""
        self._on_show = path
        self._large = self._small = ()

    def look_at(self, pages: Sequence[int]) -> None:
        """The pages that are seen, or soon will be, the most wanted first."""
        self._large = tuple(pages)

    def look_at_small(self, pages: Sequence[int]) -> None:
        """Those that are seen small; they wait for the others."""
        self._small = tuple(pages)

    def get(self, path: Path, media_type: str, page: int, scale: float) -> QPixmap | None:
        """The page drawn at least at ``scale`` pixels a point; meanwhile at another; None where there is none yet."""
        wanted = Wanted(path, media_type, page, _step(scale))
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        self._ask(wanted)
        return self._nearest(wanted)

    def prepare(self, path: Path, media_type: str, page: int, scale: float) -> None:
        """A page of another file is drawn once nothing else waits, so that it stands there when it is turned to."""
        self._ahead = Wanted(path, media_type, page, _step(scale))
        if self._ahead not in self._kept:
            self._ask(self._ahead)

    def _nearest(self, wanted: Wanted) -> QPixmap | None:
        """The least of what is sharper than wanted, or the sharpest of what is not."""
        kept = [key for key in self._kept if key.page == wanted.page and key.path == wanted.path]
        best = min(kept, key=lambda key: (key.scale < wanted.scale, abs(key.scale - wanted.scale)), default=None)
        return self._kept[best] if best else None

    def has_failed(self, path: Path, page: int) -> bool:
        return (path, page) in self._failed

    def _ask(self, wanted: Wanted) -> None:
        if (wanted.path, wanted.page) in self._failed:
            return
        with self._lock:
            if wanted in self._waiting or wanted in self._begun:
                return
            self._waiting.append(wanted)
        self._session.operations.run(self._draw_next, self._take, lane="pages")

    def _draw_next(self) -> Drawn | None:
        """On the lane's thread: the most wanted of those that wait, None where none of them is wanted any more."""
        wanted = self._choose()
        if wanted is None:
            return None
        try:
            picture = self._session.renderer.render(wanted.path, wanted.media_type, wanted.page, wanted.scale)
        except ReadingError:
            return Drawn(wanted, None)
        return Drawn(wanted, _image(picture))

    def _choose(self) -> Wanted | None:
        with self._lock:
            self._waiting = [one for one in self._waiting if self._is_seen(one)]
            if not self._waiting:
                return None
            best = min(self._waiting, key=self._rank)
            self._waiting.remove(best)
            self._begun.add(best)
            return best

    def _is_seen(self, wanted: Wanted) -> bool:
        on_show = wanted.path == self._on_show and (wanted.page in self._large or wanted.page in self._small)
        return on_show or wanted == self._ahead

    def _rank(self, wanted: Wanted) -> tuple[int, float]:
        """Sharp pages in the order in which they are looked at, then small ones, then what is drawn ahead."""
        if wanted.path != self._on_show:
            return len(self._large) + 1, 0.0
        seen = wanted.page in self._large and wanted.scale > STEP
        return (self._large.index(wanted.page) if seen else len(self._large), -wanted.scale)

    def _take(self, drawn: Drawn | None) -> None:
        if drawn is None:
            return
        wanted = drawn.wanted
        with self._lock:
            self._begun.discard(wanted)
        if drawn.image is None:
            self._failed.add((wanted.path, wanted.page))
        else:
            self._kept[wanted] = QPixmap.fromImage(drawn.image)
            self._make_room()
        if wanted.path == self._on_show:
            self.ready.emit(wanted.page)

    def _make_room(self) -> None:
        self._keep_latest([one for one in self._kept if not self._is_seen(one)], ROOM_BEHIND)
        self._keep_latest(list(self._kept), ROOM)

    def _keep_latest(self, among: Sequence[Wanted], room: int) -> None:
        """Of these as many as there is room for, but always the last."""
        used = sum(_bytes(self._kept[one]) for one in among)
        for one in among[:-1]:
            if used > room:
                used -= _bytes(self._kept.pop(one))


def _step(scale: float) -> float:
    return min(LARGEST, math.ceil(scale / STEP) * STEP)


def _image(picture: Picture) -> QImage:
    """A copy that owns its pixels."""
    flat = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    return flat.convertToFormat(QImage.Format.Format_RGB32)


def _bytes(held: QPixmap) -> int:
    return held.width() * held.height() * 4
