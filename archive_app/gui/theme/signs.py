"""Signs of an agreement's state and of certainty: shape and colour together, so that neither speaks alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from archive_app.domain.agreement import Status
from archive_app.gui.theme.in_force import colours


def status_colours(status: str) -> tuple[QColor, QColor]:
    """Ink and ground of a state."""
    scheme = colours()
    good, warn, bad = (scheme.good, scheme.good_soft), (scheme.warn, scheme.warn_soft), (scheme.bad, scheme.bad_soft)
    info, neutral = (scheme.info, scheme.info_soft), (scheme.neutral, scheme.neutral_soft)
    return {
        Status.IN_FORCE: good, Status.AMENDED: good, Status.EXPIRING: warn, Status.EXPIRED: bad,
        Status.TERMINATED: bad, Status.NOT_YET_IN_FORCE: info, Status.RENEWED: info,
    }.get(Status(status), neutral)  # fmt: skip


def paint_status(painter: QPainter, box: QRectF, status: str) -> None:
    """The sign of a state in a square box: full in force, hollow when over, crossed when ended, ringed when unknown."""
    ink = status_colours(status)[0]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, max(1.4, box.width() * 0.13), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS.get(Status(status), _unknown)(painter, box.adjusted(1, 1, -1, -1), ink)
    painter.restore()


def status_picture(status: str, size: int = 14, ratio: float = 2.0) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_status(painter, QRectF(0, 0, size, size), status)
    painter.end()
    return pixmap


def paint_certainty(painter: QPainter, box: QRectF, confidence: float, ink: QColor) -> None:
    """Four strokes side by side, as many inked as a value is certain: 0.97 and up all, then 0.9, 0.7, below."""
    inked = certainty_level(confidence)
    width = box.width() / 4
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for index in range(4):
        height = box.height() * (0.4 + 0.2 * index)
        stroke = QRectF(box.left() + index * width, box.bottom() - height, width * 0.62, height)
        painter.setBrush(ink if index < inked else colours().line_strong)
        painter.drawRoundedRect(stroke, 1, 1)
    painter.restore()


def certainty_level(confidence: float) -> int:
    """1 (doubtful) to 4 (certain)."""
    return 1 + sum(confidence >= limit for limit in (0.7, 0.9, 0.97))


def _in_force(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(box)
    painter.setPen(QPen(colours().surface, box.width() * 0.14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(_points(box, (0.28, 0.52), (0.45, 0.68), (0.74, 0.34)))


def _amended(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(box)
    painter.setPen(QPen(colours().surface, box.width() * 0.14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(_points(box, (0.3, 0.5), (0.7, 0.5)))
    painter.drawPolyline(_points(box, (0.5, 0.3), (0.5, 0.7)))


def _expiring(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.drawEllipse(box)
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPie(box, 90 * 16, 270 * 16)


def _expired(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.drawEllipse(box)


def _terminated(painter: QPainter, box: QRectF, ink: QColor) -> None:
    inner = box.adjusted(box.width() * 0.14, box.width() * 0.14, -box.width() * 0.14, -box.width() * 0.14)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def _renewed(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.drawArc(box, 60 * 16, 280 * 16)
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF(_points(box, (0.62, -0.06), (1.06, 0.12), (0.72, 0.42))))


def _superseded(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.drawPolyline(_points(box, (0.1, 0.5), (0.88, 0.5)))
    painter.drawPolyline(_points(box, (0.55, 0.18), (0.9, 0.5), (0.55, 0.82)))


def _not_yet(painter: QPainter, box: QRectF, ink: QColor) -> None:
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawEllipse(box)


def _unknown(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.drawArc(QRectF(box.left() + box.width() * 0.22, box.top(), box.width() * 0.56, box.height() * 0.56),
                    -80 * 16, 260 * 16)  # fmt: skip
    painter.drawPolyline(_points(box, (0.54, 0.55), (0.5, 0.72)))
    painter.drawPoint(QPointF(box.left() + box.width() * 0.5, box.bottom() - 0.5))


def _points(box: QRectF, *parts: tuple[float, float]) -> list[QPointF]:
    """Points given as parts of a box's width and height."""
    return [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in parts]


_SIGNS = {
    Status.IN_FORCE: _in_force, Status.AMENDED: _amended, Status.EXPIRING: _expiring, Status.EXPIRED: _expired,
    Status.TERMINATED: _terminated, Status.RENEWED: _renewed, Status.SUPERSEDED: _superseded,
    Status.NOT_YET_IN_FORCE: _not_yet,
}  # fmt: skip
