"""How long the program takes to answer one search, and to open an empty window, from a cold start of the process.

Told as a ratio to what importing the search engine alone takes on the same machine: ``startup.py [ARCHIVE QUERY]``.
The program is compiled beforehand, as it is wherever it was installed or has run once.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIMES = 7
#: Opens the window as the program does, and leaves once it has been shown and painted.
WINDOW = """
import sys
from archive_app import __main__ as program

def open_and_leave(words):
    from archive_app.gui import app
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, QApplication.quit))
    return app.run(words)

program.open_window = open_and_leave
sys.exit(program.main(["open"]))
"""


def seconds(compiled: Path, *command: str) -> float:
    """The middle of several runs, after one that leaves what it compiles in a folder."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = []
    for _ in range(1 + TIMES):
        start = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True, env=environment)
        runs.append(time.perf_counter() - start)
    return statistics.median(runs[1:])


def told(name: str, taken: float, yardstick: float) -> None:
    print(f"{name:24} {taken * 1000:6.0f} ms  {taken / yardstick:5.2f} of the import")


def main() -> None:
    python, program = sys.executable, str(ROOT / "main.py")
    with tempfile.TemporaryDirectory() as folder:
        archive, query = sys.argv[1:3] if len(sys.argv) > 2 else (str(Path(folder, "archive")), "alliance")
        if len(sys.argv) <= 2:
            subprocess.run([python, program, "sample", archive, "--no-window", "--quiet"], check=True,
                           stdout=subprocess.DEVNULL)  # fmt: skip
        compiled = Path(folder, "compiled")
        yardstick = seconds(compiled, python, "-c", "import whoosh.index")
        told("import whoosh.index", yardstick, yardstick)
        told("main.py search", seconds(compiled, python, program, "search", archive, query, "--json"), yardstick)
        if (ROOT / "archive_app" / "gui" / "app.py").is_file():
            told("an empty window", seconds(compiled, python, "-c", WINDOW), yardstick)


if __name__ == "__main__":
    main()
