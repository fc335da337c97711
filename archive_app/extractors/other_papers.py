"""How a paper names another: by a kind of paper with its day, and by a title of its own."""

from __future__ import annotations

import re

from archive_app.extractors.context import Reading
from archive_app.extractors.knowledge import Knowledge

#: Letters in which such a name stands.
TITLE = 140
#: A line that ends within the words, and not with a small word that leads on.
_LINE_END = re.compile(
    r"(?<=[\w)”\"])(?<!\bof)(?<!\bde)(?<!\bthe)(?<!\band)(?<!\bla)(?<!\bel)"
    r"\n(?=[A-ZÀ-Þ][a-zà-ÿ]*\s+[A-ZÀ-Þ]?[a-zà-ÿ])|\n\s*\n"
)


def named_with_day(knowledge: Knowledge) -> re.Pattern[str]:
    """A paper's name and what joins it to a day, up to where the day begins."""
    wording = rf"\b(?P<paper>{paper_names(knowledge)})\b{knowledge.table('relations')['cited']['joint']}\Z"
    return re.compile(wording.replace(" ", r"\s"))


def signed_after_day(knowledge: Knowledge) -> re.Pattern[str]:
    """A paper's name behind its day: ``on DATE the Ministry signed a Joint Declaration``."""
    verb = knowledge.table("relations")["signed"]["cues"]
    wording = rf"(?:[^.;\n]|\n(?!\s*\n)){{0,150}}?{verb}(?:[\w'-]+ )?(?P<paper>{paper_names(knowledge)})\b"
    return re.compile(wording.replace(" ", r"\s"))


def paper_names(knowledge: Knowledge) -> str:
    """A pattern for the name of any paper that others speak of, its blanks single."""
    return "|".join(knowledge.table("relations")["papers"]["names"])


def title_of(reading: Reading, start: int, end: int) -> str:
    """The other paper's name as written, up to a comma, a bracket or its date."""
    before, hanging, stops = reading.knowledge.once(_around_name)
    words = " ".join(_LINE_END.split(reading.text[start : min(end, start + TITLE)], maxsplit=1)[0].split())
    verb = before.match(words)
    words = words[verb.end() :] if verb else words
    stop = stops.search(words)
    return words[: stop.start()].strip() if stop and stop.start() > 3 else hanging.sub("", words)


def _around_name(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a name, the small words left at its end, and what no name goes on behind."""
    table = knowledge.table("relations")["papers"]
    hanging = rf"(?i)(?:[ ,]+(?:{'|'.join(table['hanging'])}))+$"
    return (
        re.compile(f"(?i){'|'.join(table['before'])}"),
        re.compile(hanging),
        re.compile(f"(?i){'|'.join(table['ends'])}"),
    )
