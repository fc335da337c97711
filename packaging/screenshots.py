"""Drives the real window through its places and saves what it looks like to packaging/screenshots/*.png.

Needs a display: ``xvfb-run -s '-screen 0 1600x1000x24' .venv/bin/python packaging/screenshots.py [FOLDER]``.
With ``--all FOLDER`` every view in both languages and both schemes, to be looked at: ``FOLDER/es-dark/review.png``.
With ``--guide`` the pictures of the user guide, into resources/help/pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shots import Shots

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main(folder: Path, every: bool = False) -> None:
    """Takes all pictures, from the first question to the report of an import."""
    from shots import DAY, shots_of

    from archive_app.gui.app import application

    folder.mkdir(parents=True, exist_ok=True)
    application()
    shots = shots_of(folder, every)
    window = shots.window
    try:
        take_every(shots) if every else shots.take_all()
    finally:
        window.session.set_day(DAY)
        window.close()


def guide(home: Path) -> None:
    """Those of the user guide; ``home`` is where the archives are made that they show."""
    import guide_pictures
    from shots import shots_of

    from archive_app.gui.app import application

    application()
    guide_pictures.take_all(shots_of, ROOT / "resources" / "help" / "pictures", home)


def take_every(shots: Shots) -> None:
    """Each view in each language and scheme, dialogs too."""
    import dialog_pictures
    from PySide6.QtWidgets import QApplication

    from archive_app.gui.theme import scheme

    top = shots.folder
    for language in ("en", "es"):
        shots.window.choose_language(language)
        shots.settle()
        for name in ("light", "dark"):
            shots.folder = top / f"{language}-{name}"
            shots.folder.mkdir(parents=True, exist_ok=True)
            scheme.put(QApplication.instance(), name == "dark")
            if shots.window.session.archive is None:
                shots.save("first-start")
                shots.make_sample()
            shots.search()
            shots.findings()
            shots.evidence()
            shots.places()
            shots.tabs()
            dialog_pictures.take_all(shots)
            shots.narrow()


if __name__ == "__main__":
    # A person of its own, so that neither settings nor the sample of whoever runs this are touched.
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home) / kind.lower())
        words = [word for word in sys.argv[1:] if not word.startswith("--")]
        if "--guide" in sys.argv:
            guide(Path(home) / "data")
        else:
            main(Path(words[0]) if words else ROOT / "packaging" / "screenshots", every="--all" in sys.argv)
