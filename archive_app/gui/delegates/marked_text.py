"""A snippet (escaped text with found words in ``<b>``) laid out in lines, its found words on a coloured ground."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from archive_app.gui import theme

_TAG = re.compile(r"(</?b>)")
#: Stands for the words before.
_LEFT_OUT = "… "


@lru_cache(maxsize=2048)
def parse(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The plain text, and the spans in it that are to be marked."""
    text, spans, start = "", [], 0
    for part in _TAG.split(snippet):
        if part == "<b>":
            start = len(text)
        elif part == "</b>":
            spans.append((start, len(text)))
        else:
            text += re.sub(r"\s+", " ", html.unescape(part))
    return text, tuple(spans)


def draw(
    painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor, lines: int, is_marked: bool = False
) -> float:
    """At most ``lines`` of a text, plain or a snippet, the last cut with dots; returns how high they stand."""
    plain, spans = parse(text) if is_marked else (text, ())
    layout, height, fits = _laid_out(plain, spans, font, box.width(), lines)
    if not fits:
        cut, spans = begun_late(plain, spans, lambda text: _shortened(text, font, box.width(), lines))
        layout, height, _ = _laid_out(cut, spans, font, box.width(), lines)
    painter.setPen(ink)
    painter.save()
    painter.setClipRect(box)
    layout.draw(painter, box.topLeft())
    painter.restore()
    return height


Spans = tuple[tuple[int, int], ...]


def begun_late(text: str, spans: Spans, shorten: Callable[[str], str]) -> tuple[str, Spans]:
    """A text shortened, and its spans there: without so many of its first words that the longest span is seen whole,
    for short ones may be words like “de”. A span that lies in what is left out is empty.
    """
    cut = shorten(text)
    first, last = max(spans, key=lambda span: span[1] - span[0], default=(0, 0))
    while cut[:last] != text[:last] and 0 < (blank := text.find(" ", len(_LEFT_OUT))) < first:
        away = blank + 1 - len(_LEFT_OUT)
        text = _LEFT_OUT + text[blank + 1 :]
        spans = tuple((max(start - away, len(_LEFT_OUT)), max(end - away, len(_LEFT_OUT))) for start, end in spans)
        first, last, cut = first - away, last - away, shorten(text)
    return cut, spans


def _laid_out(text: str, spans: Spans, font: QFont, width: float, lines: int) -> tuple[QTextLayout, float, bool]:
    """At most ``lines`` of a text, how high they stand, and whether that was all of it."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_option())
    # Before the lines are made: a change of formats afterwards takes them away.
    layout.setFormats([_format(start, end, len(text)) for start, end in spans])
    layout.beginLayout()
    height, shown = 0.0, 0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        shown = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, height, shown >= len(text)


def _option() -> QTextOption:
    """Names of files have no blanks to be broken at."""
    made = QTextOption(Qt.AlignmentFlag.AlignLeft)
    made.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return made


def _shortened(text: str, font: QFont, width: float, lines: int) -> str:
    """Whole lines as they are broken, and the last one cut with dots."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_option())
    layout.beginLayout()
    start = 0
    for _ in range(lines - 1):
        line = layout.createLine()
        line.setLineWidth(width)
        start = line.textStart() + line.textLength()
    layout.endLayout()
    return text[:start] + QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width - 2)


def _format(start: int, end: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = min(start, length)
    made.length = max(0, min(end, length) - made.start)
    made.format = QTextCharFormat()
    made.format.setBackground(theme.colours().hit)
    made.format.setForeground(theme.colours().on_hit)
    return made
