"""Type sizes, all from the system's own; and a plain sans-serif where the system names none worth reading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from archive_app import paths

#: Sizes by what they are for, as parts of the system's text size.
SCALE: Final = {"display": 1.9, "title": 1.3, "heading": 1.1, "text": 1.0, "small": 0.9}
#: A bare desktop offers these wide faces for everything.
POOR: Final = ("DejaVu Sans", "Sans Serif", "Sans", "")
BETTER: Final = ("Inter", "Noto Sans", "Open Sans", "Cantarell", "Source Sans 3", "Ubuntu", "Liberation Sans",
                 "Nimbus Sans")  # fmt: skip
SERIF: Final = ("Georgia", "Noto Serif", "Charter", "Liberation Serif", "P052", "DejaVu Serif", "Times New Roman")
#: The face that comes with the program, in which evidence sheets are set: for systems without any of the better ones.
LENT: Final = "DejaVu Sans Condensed"
SMALLEST: Final = 10.0


def base_font(system: QFont) -> QFont:
    """The system's font; where that is only the fallback of a bare desktop, a better one of it, else the lent one."""
    font = QFont(system)
    if font.family() in POOR:
        face = _first_held(BETTER) or _lent()
        if face:
            font.setFamily(face)
    if 0 < font.pointSizeF() < SMALLEST:
        font.setPointSizeF(SMALLEST)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _lent() -> str | None:
    """The face that comes with the program, loaded; None where it cannot be."""
    files = sorted((paths.resources() / "fonts").glob("*.ttf"))
    added = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    held = {family for one in added if one >= 0 for family in QFontDatabase.applicationFontFamilies(one)}
    return LENT if LENT in held else None


@lru_cache(maxsize=1)
def _serif_family() -> str:
    """One that is there: to ask for a family that is not costs Qt half a second of looking for others."""
    return _first_held(SERIF) or "serif"


def _first_held(wanted: Sequence[str]) -> str | None:
    """The first of these families that is installed; a foundry may stand behind its name: ``P052 [URW]``."""
    held = {family.partition(" [")[0] for family in QFontDatabase.families()}
    return next((name for name in wanted if name in held), None)


def point_size(role: str = "text") -> float:
    return max(1.0, QApplication.font().pointSizeF()) * SCALE[role]


@lru_cache(maxsize=64)
def font(role: str = "text", *, bold: bool = False, italic: bool = False, serif: bool = False) -> QFont:
    """The font for a role of SCALE. Quoted words of papers stand in a serif. Kept, since every cell asks for one."""
    made = QFont(QApplication.font())
    if serif:
        made.setFamily(_serif_family())
        made.setStyleHint(QFont.StyleHint.Serif)
    made.setPointSizeF(point_size(role))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    return made
