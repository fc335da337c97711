"""At twice the size nothing that a person has to read is cut off: the window in a process of its own, at scale 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Prints each label and button of a place whose words have less room than they need.
LOOK = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from archive_app.gui import app as program, language
from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.frame.sidebar import PLACES

def settle(window):
    for _ in range(2):
        QTest.qWait(10)
        while not window.operations.idle:
            QTest.qWait(5)

def cut(widget):
    words = widget.text().strip()
    if not words or not widget.isVisible() or "\\n" in words or widget.visibleRegion().isEmpty():
        return False
    if isinstance(widget, QLabel) and (widget.wordWrap() or not widget.toolTip() == ""):
        return widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height() + 1
    return widget.width() + 1 < widget.minimumSizeHint().width()

def main():
    app = program.application()
    language.speak("en")
    window = MainWindow(date(2016, 5, 1))
    window.resize(1000, 600)
    window.show()
    assert window.devicePixelRatioF() == 2, window.devicePixelRatioF()
    window.opening.open(Path(sys.argv[1]))
    settle(window)
    for code in language.LANGUAGES:
        window.choose_language(code)
        for place in PLACES:
            window.go(place)
            settle(window)
            for one in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton)):
                if cut(one):
                    print(code, place, type(one).__name__, repr(one.text()), one.width(), one.sizeHint().width())
        assert window.width() <= 1000, window.width()
    window.close()

if __name__ == "__main__":
    main()
"""


def test_nothing_is_cut_off_at_twice_the_size(root: Path, tmp_path: Path) -> None:
    script = tmp_path / "look.py"
    script.write_text(LOOK, encoding="utf-8")
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [sys.executable, str(script), str(root)], env=environment, capture_output=True, text=True, timeout=120
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == []
