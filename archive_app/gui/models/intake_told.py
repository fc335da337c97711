"""What readers said of files that could not be taken in, in the language in force.

An intake keeps their sentences in English, as they were said; those that ``intake_told`` knows are told anew.
"""

from __future__ import annotations

import re
from functools import cache

from archive_app.gui.language import catalogue, tr

_TABLE = "intake_told."


def told(sentence: str) -> str:
    """A sentence in the language in force; one that is not known stays as it is."""
    for name, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return tr(f"intake_told.{name}", *found.groups())
    return sentence


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    known = ((key, str(words)) for key, words in catalogue("en").items() if key.startswith(_TABLE))
    return [(key.removeprefix(_TABLE), re.compile(re.escape(words).replace(r"\{0\}", "(.+?)"))) for key, words in known]
