"""The letters of a sheet: two faces that every reader of PDF gets with it, and what is told of letters they lack."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLAIN: Final = "DejaVuSansCondensed"
BOLD: Final = "DejaVuSansCondensed-Bold"


@cache
def load(folder: Path) -> frozenset[int]:
    """Makes the faces in a folder known to canvases, once; gives the letters that both of them have."""
    held = []
    for name in (PLAIN, BOLD):
        face = TTFont(name, str(folder / f"{name}.ttf"))
        pdfmetrics.registerFont(face)
        held.append(frozenset(face.face.charToGlyph))
    return held[0] & held[1]


class Lettering:
    """Text as the faces can show it. ``lacking`` are the letters that they could not, so far."""

    def __init__(self, folder: Path) -> None:
        self._known = load(folder)
        self.lacking: set[str] = set()

    def shown(self, text: str) -> str:
        """On one line; a letter that no face has by its number, never left out and never another one."""
        return "".join(map(self._shown, unicodedata.normalize("NFC", text)))

    def _shown(self, letter: str) -> str:
        if letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf"):
            return " " if letter.isspace() or letter < " " else ""
        if ord(letter) in self._known and letter <= "\uffff":
            return letter
        self.lacking.add(letter)
        return numbered(letter)

    def unseen(self, word: str) -> str:
        """A word to be found and copied, not to be looked at: any letter is itself, whether a face draws it or not.

        Those beyond the first plane have numbers of five digits, which a PDF's list of letters does not take.
        """
        known = pdfmetrics.getFont(PLAIN).face.charToGlyph
        for letter in word:
            if letter <= "\uffff":
                known.setdefault(ord(letter), 0)
        return "".join(letter if letter <= "\uffff" else numbered(letter) for letter in word)


def numbered(letter: str) -> str:
    """As Unicode numbers it."""
    return f"[U+{ord(letter):04X}]"
