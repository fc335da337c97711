"""Text that any format can hold: no control characters, no halves of characters, and on one line where one is asked."""

from __future__ import annotations

import re

#: What XML 1.0 cannot hold, with the line breaks and tabs that other formats give a meaning of their own.
#: Made ready with the first text: that takes longer than all else of a module that every window loads.
_UNFIT = "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"


def fit(text: str) -> str:
    """The text with a space for each character that has no place in a file for others."""
    return re.sub(_UNFIT, " ", text)


def line(text: str) -> str:
    """The text on one line, white space folded."""
    return " ".join(fit(text).split())
