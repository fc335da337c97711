"""Names that a person types, as they are kept."""

from __future__ import annotations

import unicodedata


def tidy(text: str) -> str:
    """The text on one line, white space folded, without what cannot be seen; letters and their accents as one."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(sign if sign.isprintable() else " " for sign in composed)
    return " ".join(seen.split())


def tidy_lines(text: str) -> str:
    """The same of a text of several lines: each by itself, without empty ones at its ends."""
    return "\n".join(tidy(one) for one in text.splitlines()).strip()
