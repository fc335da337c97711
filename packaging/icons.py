"""The program's icon in every form that a system asks for, from resources/icons/convenio.svg.

    python packaging/icons.py FOLDER

Writes FOLDER/<size>.png (16 to 512 pixels), convenio.ico for Windows, convenio.icns for macOS. It needs no display.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "convenio.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 24, 32, 48, 64, 128, 256)
MACOS = (16, 32, 64, 128, 256, 512, 1024)


def main(folder: Path) -> None:
    application = QGuiApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        drawn(size).save(folder / f"{size}.png", optimize=True)
    together(folder / "convenio.ico", WINDOWS)
    together(folder / "convenio.icns", MACOS)
    application.quit()


def drawn(size: int) -> Image.Image:
    """The icon in one size, drawn for it: a picture made smaller would be blurred."""
    canvas = QImage(QSize(size, size), QImage.Format.Format_RGBA8888)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    return Image.frombytes("RGBA", (size, size), bytes(canvas.constBits()), "raw", "RGBA", canvas.bytesPerLine())


def together(file: Path, sizes: tuple[int, ...]) -> None:
    """One file that holds the icon in several sizes."""
    pictures = [drawn(size) for size in sorted(sizes, reverse=True)]
    pictures[0].save(file, append_images=pictures[1:], sizes=[(size, size) for size in sizes])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
