"""Text in small letters without accents, every character still in its place, so that spans hold in both."""

from __future__ import annotations

import re
import unicodedata

#: Typographic characters that mean the same as a plain one.
_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}


def _letter_table() -> dict[int, str]:
    """Accented Latin letters to their base letters in small, one character for one."""
    table = {ord(mark): plain for mark, plain in _PLAIN.items()}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1:
            table[code] = base
    return table


_TABLE = _letter_table()
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """As long as ``text``: small letters, no accents, straight quotes and hyphens for all quotes and dashes."""
    if text.isascii():
        return text.lower()
    # Translating a whole text costs a look-up for each letter; the few that need it are put in place.
    folded = _NOT_ASCII.sub(lambda letters: letters[0].translate(_TABLE), text)
    lowered = folded.lower()
    if len(lowered) == len(text):
        return lowered
    # A few letters grow when made small; those stay as they are.
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in folded)
