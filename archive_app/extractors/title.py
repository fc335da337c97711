"""The paper's title: its heading in clean words, or what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS, Fact
from archive_app.extractors.capitals import Capitals
from archive_app.extractors.context import Reading
from archive_app.extractors.headings import heading
from archive_app.extractors.headlines import headline, is_no_title, is_row, lead
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.sentences import sentences

#: Letters of the longest title that an agreement of many offices bears.
_LONGEST = 480
#: Letters of a title from which it may be running text.
_RUNNING = 120
#: Behind the names of those who take part, in a first sentence with no heading over it.
_CALLED = re.compile(
    r"(?i)[,;]?\s*\(?(?:\b(?:hereinafter|herein|hereafter|are (?:herein )?referred to|en adelante|en lo sucesivo|"
    r"de aqu[ií] en adelante)\b|(?<=[;,])\s(?:recognizing|considering|reconociendo|considerando)\b)"
)
#: Letters from the top in which a letter's salutation stands, and who is nobody in particular.
_TOP = 3000
_NOBODY = re.compile(r"(?i)(?:sirs?|madam|sir or madam|colleagues?|all|friends?|se[ñn]or(?:es|a)?|todos|amig[oa]s?)\Z")


def find(reading: Reading) -> Iterable[Fact]:
    """A mail's subject, else the headline or heading, else the title that the file declares."""
    declared = " ".join(reading.paper.metadata.get("title", "").split())
    subject = " ".join(reading.paper.metadata.get("subject", "").split())
    if reading.paper.media_type in ("message/rfc822", "application/vnd.ms-outlook") and subject:
        return [Fact("title", subject, 0.95, "title: subject of the mail")]
    left_behind = reading.knowledge.once(_left_behind)
    if reading.paper.media_type in ("text/html", "text/markdown") and declared and not left_behind.fullmatch(declared):
        return [Fact("title", declared[:_LONGEST], 0.85, "title: declared at the head")]
    printed = _printed(reading)
    if printed:
        return [printed]
    if declared and not left_behind.fullmatch(declared):
        return [Fact("title", declared[:_LONGEST], 0.7, "title: declared by the file")]
    return []


def _printed(reading: Reading) -> Fact | None:
    """The headline of a release, a news item or a letter's subject; the heading of any other paper."""
    letter = _to_whom(reading) if reading.value("kind") == "correspondence" else None
    line = headline(reading) if reading.value("kind") not in AGREEMENT_KINDS else None
    if line and not (letter and line.rule == "headline"):
        name = clean(line.text, reading.knowledge)
        if name:
            return reading.fact("title", name, (line.start, line.end), 0.8, f"title: {line.rule}")
    if letter:
        return letter
    printed = heading(reading)
    if is_row(printed.text):
        return None  # a table with nothing over it
    if reading.value("kind") in ANNOUNCEMENT_KINDS and is_no_title(reading, printed) and (sentence := lead(reading)):
        name = clean(sentence.text, reading.knowledge)
        return reading.fact("title", name, (sentence.start, sentence.end), 0.6, f"title: {sentence.rule}")
    name = _first_sentence(_CALLED.split(clean(printed.text, reading.knowledge), maxsplit=1)[0])
    return reading.fact("title", name, (printed.start, printed.end), 0.8, "title: heading") if name else None


def _first_sentence(name: str) -> str:
    """Of running text that stands for a title its first sentence."""
    return name[slice(*next(sentences(name)))].rstrip(" .") if len(name) > _RUNNING else name


def _to_whom(reading: Reading) -> Fact | None:
    """``Dear Consul General Mora:`` gives ``Letter to Consul General Mora``: a title that a letter without one gets."""
    for language, name in (("en", "Letter to {}"), ("es", "Carta a {}")):
        cue = reading.knowledge.table("title_cues")["letters"][language]
        salutation = re.search(
            rf"(?m)^[ \t]*(?:{cue})[ \t]+(?P<whom>[A-ZÀ-Þ][^\n:,;]{{2,70}}?)[ \t]*[:,]", reading.text[:_TOP]
        )
        if salutation and not _NOBODY.match(salutation["whom"]):
            told = name.format(" ".join(salutation["whom"].split()))
            return reading.fact("title", told, salutation.span("whom"), 0.6, "title: addressee")
    return None


def clean(text: str, knowledge: Knowledge) -> str:
    """One line without rules and stray marks, in a title's letters where lines of it were capitals."""
    lines = [" ".join(re.sub(r"[_=*~]{2,}|[\x00-\x1f]", " ", line).split()) for line in text.split("\n")]
    line = " ".join(knowledge.once(Capitals.build).all_lowered([words for words in lines if words]))
    line = line.strip(" -–—·•:;,.|")
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _left_behind(knowledge: Knowledge) -> re.Pattern[str]:
    """Titles that programs and scanners leave behind: file names, ``Microsoft Word - …``, ``KM_C284e-20160503``."""
    return re.compile(f"(?i:{'|'.join(knowledge.table('title_cues')['files']['names'])})")
