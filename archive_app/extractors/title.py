"""The paper's title: its heading in clean words, or what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive_app.domain.fact import Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.headings import heading

#: Titles that programs leave behind: file names, "Microsoft Word - …", "Untitled".
_NO_TITLE = re.compile(
    r"(?i)^(?:microsoft \w+ - .*|untitled.*|sin titulo.*|document\d*|documento\d*|slide \d+|print|scan.*|"
    r"\S+\.(?:pdf|docx?|xlsx?|html?|txt|indd|tiff?|jpe?g|rtf)|\W*|\w+\d{4,}\w*)$"
)
_LONGEST = 240
_SMALL = frozenset(
    "a an and as at between by for from in of on or the to with "
    "y e de del la el las los en entre por para con que al".split()
)


def find(reading: Reading) -> Iterable[Fact]:
    """A mail's subject, else the heading, else the title that the file declares."""
    declared = " ".join(reading.paper.metadata.get("title", "").split())
    subject = " ".join(reading.paper.metadata.get("subject", "").split())
    if reading.paper.media_type in ("message/rfc822", "application/vnd.ms-outlook") and subject:
        return [Fact("title", subject, 0.95, "title: subject of the mail")]
    printed = heading(reading)
    name = clean(printed.text)
    if reading.paper.media_type in ("text/html", "text/markdown") and declared:
        return [Fact("title", declared[:_LONGEST], 0.85, "title: declared at the head")]
    if name:
        return [reading.fact("title", name, (printed.start, printed.end), 0.8, "title: heading")]
    if declared and not _NO_TITLE.match(declared):
        return [Fact("title", declared[:_LONGEST], 0.7, "title: declared by the file")]
    return []


def clean(text: str) -> str:
    """One line without rules and stray marks, in a title's letters where all of it was capitals."""
    words = re.sub(r"[_=*~]{2,}|[\x00-\x1f]", " ", text)
    line = " ".join(words.split()).strip(" -–—·•:;,.|")
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0] + "…"
    letters = [letter for letter in line if letter.isalpha()]
    shouting = letters and sum(letter.isupper() for letter in letters) / len(letters) > 0.9 and len(letters) > 12
    return _lowered(line) if shouting else line


def _lowered(line: str) -> str:
    """``MEMORANDUM OF UNDERSTANDING`` as ``Memorandum of Understanding``; short words with stops or digits stay."""
    words = line.split(" ")
    return " ".join(_word(word, first=index == 0) for index, word in enumerate(words))


def _word(word: str, first: bool) -> str:
    bare = re.sub(r"\W", "", word)
    if not bare or any(mark.isdigit() for mark in bare) or "." in word[:-1] or bare in _ACRONYMS:
        return word
    small = word.lower()
    return (
        small if bare.lower() in _SMALL and not first else re.sub(r"[^\W\d_]", lambda m: m[0].upper(), small, count=1)
    )


#: Acronyms that stay in capitals in a title; names of bodies are cleaned by the authority file, not here.
_ACRONYMS = frozenset(
    "OSHA EEOC NLRB WHD DOL DOJ OSC SRE STPS MOU MOA LOA US USA NAFTA NAALC USMCA ILAB OFCCP ICE INS DHS IER UFW AFL "
    "CIO FLSA".split()
)
