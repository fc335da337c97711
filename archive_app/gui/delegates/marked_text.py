"""A snippet (escaped text with found words in ``<b>``) laid out in lines, its found words on a coloured ground."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from archive_app.gui import theme

_TAG = re.compile(r"(</?b>)")


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


def draw(painter: QPainter, box: QRectF, snippet: str, font: QFont, ink: QColor, lines: int = 2) -> None:
    """As many lines as fit into the box, at most ``lines``; the last is cut with dots."""
    text, spans = parse(snippet)
    metrics = QFontMetricsF(font)
    layout = QTextLayout(_cut(text, metrics, box.width() * lines * 0.94), font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.setFormats([_format(start, end, len(layout.text())) for start, end in spans])
    layout.beginLayout()
    y = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    painter.setPen(ink)
    painter.save()
    painter.setClipRect(box)
    layout.draw(painter, box.topLeft())
    painter.restore()


def _cut(text: str, metrics: QFontMetricsF, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _format(start: int, end: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = min(start, length)
    made.length = max(0, min(end, length) - made.start)
    made.format = QTextCharFormat()
    made.format.setBackground(theme.colours().hit)
    made.format.setForeground(theme.colours().on_hit)
    return made
