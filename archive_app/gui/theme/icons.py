"""Icons: line drawings in ``resources/icons``, inked in a colour of the scheme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from archive_app import paths
from archive_app.gui.theme.in_force import colours

SIZES = (16, 20, 24, 32, 48)


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """The drawing of that name. Without a colour it takes the scheme's soft text colour, fainter where disabled."""
    normal, faint = colour or colours().text_soft, colours().text_faint
    return _icon(name, normal.name(), faint.name())


def picture(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The drawing at a size in logical pixels."""
    return _pixmap(name, size, colour.name(), ratio)


def forget() -> None:
    """Drops all drawings that were inked: the scheme has changed."""
    _icon.cache_clear()
    _pixmap.cache_clear()


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, faint: str) -> QIcon:
    made = QIcon()
    for size in SIZES:
        drawn = _pixmap(name, size, colour, 1.0)
        made.addPixmap(drawn, QIcon.Mode.Normal)
        made.addPixmap(_inked(drawn, faint), QIcon.Mode.Disabled)
    return made


def _inked(drawn: QPixmap, colour: str) -> QPixmap:
    """The same in another ink, which takes less than drawing it again: all that is ever greyed is drawn in one."""
    pixmap = QPixmap(drawn)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return pixmap


@lru_cache(maxsize=512)
def _pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=4)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """An icon's sizes are drawn one after another: it is parsed once for all of them."""
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
