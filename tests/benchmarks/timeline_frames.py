"""How long a frame of a timeline takes that is scrolled, moved through and zoomed: 2,000 agreements in 150 lanes.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/timeline_frames.py [AGREEMENTS]

A frame is everything from the scroll bar's new value to the painted picture (1600 by 900). Beside it stands a plain
frame of the same run: the same picture filled with as many rounded boxes as are to be seen. The goal is under 16 ms.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from archive_app.domain.agreement import Agreement
from archive_app.domain.fact import Party
from archive_app.domain.timeline import Mark, Timeline, timeline
from archive_app.gui.app import application
from archive_app.gui.views.tracking.timeline_canvas import TimelineCanvas

SIZE = (1600, 900)
LANES = 150
ON = date(2025, 11, 20)


def agreements(number: int) -> Iterator[Agreement]:
    """Chains of one to four agreements of an agency with many consulates, some without a known end."""
    chance = random.Random(7)
    agency = Party("Agency", "Agency", "A", "federal agency")
    made = 0
    while made < number:
        who = f"C{chance.randrange(LANES)}"
        begins, chain = date(chance.randrange(1995, 2022), chance.randrange(1, 13), 1), f"A{made}"
        for _ in range(chance.randrange(1, 5)):
            years = chance.choice((1, 2, 3, 5))
            ends = begins + timedelta(days=365 * years)
            basis = chance.choice(("stated", "computed", None))
            yield Agreement(
                f"A{made}", (f"R{made}",), f"Memorandum {made}", "memorandum of understanding",
                (agency, Party(f"Consulate {who}", who, who, "consulate")), begins.isoformat(), begins.isoformat(),
                ends.isoformat() if basis else None, basis, chain=chain,
            )  # fmt: skip
            made += 1
            begins = ends + timedelta(days=chance.randrange(1, 700))


def laid_out(number: int) -> Timeline:
    every = list(agreements(number))[:number]
    days = {one.records[0]: one.begins for one in every}
    return timeline(
        "A", "Agency", every, lambda id: f"Consulate General of Mexico in {id}",
        lambda record: Mark(record, days[record] or ON, "signature", record), lambda id: id == "A", ON,
    )  # fmt: skip


def frames(canvas: TimelineCanvas, step: Callable[[int], object], number: int = 120) -> list[float]:
    """Milliseconds of each frame: until the window has painted what the step left to be painted."""
    QApplication.processEvents()
    taken = []
    for at in range(number):
        started = time.perf_counter()
        step(at)
        QApplication.processEvents()
        taken.append(1000 * (time.perf_counter() - started))
    return taken


def drag(canvas: TimelineCanvas, at: int) -> None:
    """Both ways at once."""
    canvas.horizontalScrollBar().setValue(at * 17)
    canvas.verticalScrollBar().setValue(at * 60)


def plain(number: int = 120, boxes: int = 400) -> list[float]:
    """The same picture with nothing but boxes."""
    picture, taken = QPixmap(*SIZE), []
    for at in range(number):
        started = time.perf_counter()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(picture.rect(), QColor("white"))
        painter.setBrush(QColor("green"))
        for box in range(boxes):
            painter.drawRoundedRect(QRectF((box * 37 + at) % 1500, box * 2, 90, 18), 4, 4)
        painter.end()
        taken.append(1000 * (time.perf_counter() - started))
    return taken


def tell(name: str, taken: list[float], peer: float) -> None:
    ordered = sorted(taken)
    middle, late = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    print(f"{name:28} median {middle:6.2f} ms   95th {late:6.2f} ms   worst {ordered[-1]:6.2f} ms   "
          f"{middle / peer:4.1f} times a plain frame")  # fmt: skip


def main(number: int) -> None:
    application()
    canvas = TimelineCanvas()
    canvas.resize(*SIZE)
    canvas.show()
    started = time.perf_counter()
    canvas.show_timeline(laid_out(number))
    print(f"{number} agreements laid out in {1000 * (time.perf_counter() - started):.0f} ms")
    peer = statistics.median(plain())
    print(f"{'a plain frame':28} median {peer:6.2f} ms")
    down, across = canvas.verticalScrollBar(), canvas.horizontalScrollBar()
    tell("scrolled, all years", frames(canvas, lambda at: down.setValue(at * 45)), peer)
    tell("wheeled from years to days", frames(canvas, lambda at: canvas.zoom(1.08, 800)), peer)
    tell("wheeled back", frames(canvas, lambda at: canvas.zoom(1 / 1.08, 800)), peer)
    canvas.fit()
    canvas.zoom(4.0)
    tell("moved through the years", frames(canvas, lambda at: across.setValue(at * 40)), peer)
    tell("dragged", frames(canvas, lambda at: drag(canvas, at)), peer)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
