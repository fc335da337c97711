"""How highlights look: each kind has a colour, a line of its own below the words, and the key that makes it as a sign.

So no kind is told by its colour alone.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTextCharFormat

from archive_app.domain.record import HIGHLIGHTS
from archive_app.gui.theme.colours import light
from archive_app.gui.theme.in_force import colours, paper
from archive_app.gui.theme.type import font

_Under = QTextCharFormat.UnderlineStyle
#: The line below the words of a page, and below those of a text, for each kind.
_LINES: Final = {
    "important": (Qt.PenStyle.SolidLine, _Under.SingleUnderline),
    "question": (Qt.PenStyle.DotLine, _Under.WaveUnderline),
    "commitment": (Qt.PenStyle.DashLine, _Under.DashUnderline),
    "term": (Qt.PenStyle.DashDotLine, _Under.DashDotLine),
    "citation": (Qt.PenStyle.DashDotDotLine, _Under.DashDotDotLine),
}
#: How much of a kind's colour lies over paper, and behind text.
_OVER_PAPER, _BEHIND_TEXT = 52, 60
_SIGN: Final = 11.0


def key(kind: str) -> str:
    """The key that marks words so, from 1: it is the kind's sign too."""
    return str(HIGHLIGHTS.index(kind) + 1)


def colour(kind: str) -> QColor:
    found: QColor = getattr(colours(), f"mark_{kind}")
    return found


def paint_highlight(painter: QPainter, box: QRectF, kind: str, signed: bool) -> None:
    """Ground and line over a box of words on paper; ``signed`` where the kind's sign is to stand before them."""
    ink: QColor = getattr(paper(), f"mark_{kind}")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light(ink, _OVER_PAPER))
    painter.drawRect(box)
    painter.setPen(QPen(ink, 2.2, _LINES[kind][0], Qt.PenCapStyle.FlatCap))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if signed:
        paint_sign(painter, QRectF(box.left() - _SIGN - 1, box.top() - _SIGN / 2, _SIGN, _SIGN), kind)


def paint_sign(painter: QPainter, box: QRectF, kind: str) -> None:
    """The kind's sign: its key on its colour."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(kind))
    painter.drawRoundedRect(box, 3, 3)
    lettering = font("small", bold=True)
    lettering.setPixelSize(max(7, round(box.height() * 0.78)))
    painter.setFont(lettering)
    painter.setPen(_on(colour(kind)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key(kind))
    painter.restore()


def text_format(kind: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(light(colour(kind), _BEHIND_TEXT))
    made.setUnderlineColor(colour(kind))
    made.setUnderlineStyle(_LINES[kind][1])
    return made


def sign_picture(kind: str, size: int = 16, ratio: float = 2.0) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sign(painter, QRectF(QPointF(1, 1), QPointF(size - 1, size - 1)), kind)
    painter.end()
    return pixmap


def _on(ground: QColor) -> QColor:
    """Ink that can be read on a ground: white, as long as it stands out by 3 to 1."""
    red, green, blue = (part**2.2 for part in (ground.redF(), ground.greenF(), ground.blueF()))
    return QColor("#ffffff") if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.3 else QColor("#1b1d20")
