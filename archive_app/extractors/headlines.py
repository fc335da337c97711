"""The headline of a release or a news item, the subject of a letter: below what an office prints over its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive_app.domain.fact import ANNOUNCEMENT_KINDS
from archive_app.extractors.authorities import matcher
from archive_app.extractors.authorities.places import places
from archive_app.extractors.authorities.words import words as words_of
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.folding import fold
from archive_app.extractors.headings import Heading
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.sentences import sentences

#: Letters and lines from the top in which a headline stands.
_TOP, _LINES = 4000, 60
#: Letters of a line that is too long for a headline; lines of a block that is too long for one.
_TOO_LONG, _MOST_LINES = 200, 4
#: Letters of a line of running text, on the average.
_RUNNING = 45
#: Letters of a line that is no more than a place and a dash.
_PLACE_ALONE = 30
#: Kinds over which the office's own name stands as letterhead.
_WITH_LETTERHEAD = ANNOUNCEMENT_KINDS | {"correspondence", "public-records response"}
_SENTENCE = re.compile(r"[a-z)\"”][.!?][\"”]?\s+[\"“¿¡]?[A-ZÀ-Þ]")
_SALUTATION = re.compile(r"(?:dear|estimad|distinguid|apreciad|muy senor|to whom|a quien corresponda)")
#: ``Nogales, Ariz. —``, ``El Paso.-``, ``NOGALES, Arizona. Los cinco``: a place with which running text begins.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w.À-ÿ]+(?:[ ,]+[\w.À-ÿ]+){0,6}\s?(?:\([\w. ]{2,20}\))?\.?\s?[—–]\s|\S.{3,60}\.[-–—]|"
    r"[A-ZÀ-Þ]{4,}(?: [A-ZÀ-Þ]{2,}){0,3}(?:, [A-ZÀ-Þ][\w. ]{1,20})?\. [\"“¿¡]?[A-ZÀ-Þ][a-zà-ÿ]* "
)
#: ``P: ¿Qué cambió?``, ``A: At first, much.``: somebody asks and somebody answers.
_TURN = re.compile(r"[A-Z]{1,2}\s?[:.]\s")
#: A line that ends with a small word goes on below.
_BREAKS_OFF = re.compile(r"\b(?:of|the|and|with|in|to|de|del|la|el|y|con|en)\Z")
#: What parts a newspaper's name, its kind, and its place and day.
_DOTS = re.compile(r"[·•|]|\s[-–—]\s")
#: The part of a line's words, figures aside, that a body's name takes up in a letterhead.
_LETTERHEAD = 0.75
#: Words beside the names from which a line says something: ``… sign memorandum of understanding``.
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Headline:
    """The words of the headline with their span, and how it was told."""

    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class LineCues:
    """The table ``title_cues`` as patterns over folded lines."""

    furniture: re.Pattern[str]
    label: re.Pattern[str]
    subject: re.Pattern[str]
    address: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> LineCues:
        """Ask for it with ``knowledge.once(LineCues.build)``."""
        table = knowledge.table("title_cues")["lines"]
        return cls(
            re.compile("|".join(f"(?:{cue})" for cue in [*table["marks"], *table["bylines"]])),
            re.compile(rf"{table['labels']}\s*[:#].*|{table['labels']}\s*/\s*{table['labels']}\s*:.*"),
            re.compile(rf"{table['subjects']}\s*[:.]\s*(?P<words>\S.{{3,}})"),
            re.compile("|".join(f"(?:{cue})" for cue in table["addresses"])),
        )


def headline(reading: Reading) -> Headline | None:
    """``OSHA renews alliance`` under ``FOR IMMEDIATE RELEASE``, a date and an address; ``Asunto: …`` of a letter."""
    cues = reading.knowledge.once(LineCues.build)
    lines = list(_lines(reading.text[:_TOP]))
    if subject := _subject(lines, cues):
        return subject
    for block in _blocks(reading, lines, cues):
        start, end = block[0][0], block[-1][0] + len(block[-1][1])
        text = "\n".join(words for _, words in block)
        if len(block) > _MOST_LINES and len(text) > _RUNNING * len(block):
            return None  # lines of running text: the head has ended
        if len(block) <= _MOST_LINES and len(text.split()) > 2 and not _SENTENCE.search(" ".join(text.split())):
            return Headline(text, start, end, "headline")
    return None


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: three cells or more, since a letterhead may stand in two columns."""
    return line.partition("\n")[0].count("\t") > 1


def is_no_title(reading: Reading, printed: Heading) -> bool:
    """Whether a heading is a day, a label or a mark of a release, or breaks off: ``The Board and the Ministry of``."""
    line = printed.text.partition("\n")[0]
    cues = reading.knowledge.once(LineCues.build)
    return _is_mark(line, cues) or _is_day_line(reading, printed.start, line) or _BREAKS_OFF.search(line) is not None


def lead(reading: Reading) -> Headline | None:
    """The first sentence of a text that has no headline: below days, labels and what an office prints over it."""
    cues = reading.knowledge.once(LineCues.build)
    for start, line in _lines(reading.text[:_TOP]):
        if line and not _is_furniture(reading, start, line, cues):
            end = reading.text.find("\n\n", start)
            paragraph = reading.text[start : end if end > 0 else len(reading.text)]
            first, last = next(sentences(paragraph))
            return Headline(paragraph[first:last], start + first, start + last, "first sentence")
    return None


def _lines(top: str) -> Iterator[tuple[int, str]]:
    """Offset and words of each line; empty words for an empty line."""
    offset = 0
    for line in top.splitlines(keepends=True)[:_LINES]:
        words = line.strip()
        yield offset + (line.index(words[0]) if words else 0), words
        offset += len(line)


def _subject(lines: list[tuple[int, str]], cues: LineCues) -> Headline | None:
    """``Subject: Renewal of the agreement``; labels of a form that is a title count as much."""
    for start, line in lines[:25]:
        if told := cues.subject.match(fold(line)):
            begin = told.start("words")
            return Headline(line[begin:], start + begin, start + len(line), "subject")
    return None


def _blocks(reading: Reading, lines: list[tuple[int, str]], cues: LineCues) -> Iterator[list[tuple[int, str]]]:
    """Lines that belong together and may be a headline, down to the running text or the salutation."""
    block: list[tuple[int, str]] = []
    for start, line in lines:
        if line and (_ends_the_head(line, cues)):
            break
        if block and _BREAKS_OFF.search(block[-1][1]):
            block += [(start, line)] if line else []
        elif line and not _is_furniture(reading, start, line, cues):
            block.append((start, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _ends_the_head(line: str, cues: LineCues) -> bool:
    """A salutation, a row of a table, a question that is put to somebody, or running text."""
    if _SALUTATION.match(fold(line)) or _TURN.match(line) or is_row(line):
        return True
    runs = len(line) > _TOO_LONG or (len(line) > _PLACE_ALONE and _DATELINE.match(line) is not None)
    return runs and not cues.furniture.fullmatch(fold(line))


def _is_furniture(reading: Reading, start: int, line: str, cues: LineCues) -> bool:
    """A mark of a release, a label, a byline, a day, an address, an office's own name; a name of a newspaper."""
    if _is_mark(line, cues):
        return True
    if not any(letter.isalpha() for letter in line) or _is_day_line(reading, start, line):
        return True
    if _is_masthead(reading, start, line):
        return True
    return reading.value("kind") in _WITH_LETTERHEAD and _is_letterhead(reading, line)


def _is_mark(line: str, cues: LineCues) -> bool:
    """A mark of a release, a label with what it labels, an address."""
    folded = fold(line)
    marked = cues.furniture.fullmatch(folded.strip(" *_-|·•[]()")) or cues.label.match(folded)
    return marked is not None or cues.address.search(folded) is not None


def _is_day_line(reading: Reading, start: int, line: str) -> bool:
    """``Tucson, Arizona, a 5 de mayo de 2012``: a day, and beside it a place or a word or two."""
    for date in reading.once(dates_in):
        if start <= date.start < start + len(line):
            rest = line[: date.start - start] + line[date.end - start :]
            return len(re.findall(r"[^\W\d]{3,}", rest)) <= 4 and not re.search(r"[a-z]{4,} [a-z]{4,}", rest)
    return False


def _is_masthead(reading: Reading, start: int, line: str) -> bool:
    """``EL FARO · Diario · Nogales, 2 de mayo de 2012``: what a newspaper prints over each page, parted by dots."""
    dated = any(start <= date.start < start + len(line) for date in reading.once(dates_in))
    return dated and len(_DOTS.findall(line)) > 1


def _is_letterhead(reading: Reading, line: str) -> bool:
    """A line that bodies' names and places fill: ``U.S. Department of Labor``, ``Dallas, Texas``."""
    words = [word for word in words_of(line) if not word.written.isdigit()]
    named = reading.knowledge.once(matcher).read(line)
    filled = [word for word in words if any(m.start <= word.start < m.end for m in named)]
    if words and len(filled) / len(words) >= _LETTERHEAD and len(words) - len(filled) <= _BESIDE:
        return True
    known = reading.knowledge.once(places)
    return len(words) < 6 and bool(known.state_code(line.rpartition(",")[2].strip(" .")) or known.country(line))
