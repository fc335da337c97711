"""What kind of paper it is: by what it calls itself, and by whether it binds, tells, asks or reports."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from archive_app.domain.fact import AGREEMENT_KINDS, Fact
from archive_app.extractors.authorities import matcher
from archive_app.extractors.context import Reading
from archive_app.extractors.folding import fold
from archive_app.extractors.headings import Heading, heading
from archive_app.extractors.kind_cues import KindCues

#: How much of a paper's beginning tells what it is.
_OPENING = 1600
#: How much of it holds who takes part, the recitals and what they intend.
_PREAMBLE = 4000
#: Letters of a line that is too long for a heading's.
_HEADING_LINE = 120
#: How much of it holds its first two lines.
_HEADING_LINES = 400
#: How much of it shows whether it binds.
_BODY = 9000
#: How many wordings of instruments a letter that binds has at least.
_BINDS = 3
#: Words at a heading's beginning in which an instrument names itself.
_NAME_WORDS = 5
#: Words in capitals at the beginning of a paragraph that goes on in small letters.
_NAMED_IN_CAPITALS = re.compile(r"(?m)^[A-ZÀ-Þ]{4,}(?: [A-ZÀ-Þ]+){0,6}(?=[,.: (]+[a-zà-ÿ\"“])")
#: A text set in one paragraph with its heading: "SUPPLY AGREEMENT This Supply Agreement is made …".
_RUN_IN = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ&/-]+(?:[ ,]+[A-ZÀ-Þ&/-]+){0,12})\s+"
    r"(?:This|These|Agreement\s+(?:made|dated)|On\s+this|Est[ea]|El\s+presente|La\s+presente|En\s+la\s+ciudad)\s"
)
#: Letters from the top within which such a text begins.
_RUN_IN_TOP = 300
#: What goes on with such a name; a verb makes a headline of it.
_GOES_ON = re.compile(
    r"\s*(?:\Z|[^\w\s]|\d|(?:between|entre|among|with|con|of|del?|to|al?|on|sobre|for|para|by|por|and|y|que|en|in|no|number|num|"
    r"numero|establishing|renewing|agreement|renewal|understanding|acuerdo|conjunt[oa]|understandings?)\b)"
)
#: What a line is about, as against what the paper is: "Re: Renewal of the agreement".
_SUBJECT = re.compile(r"(?:re|ref|subject|asunto|what|que)\s*[:.]")
#: A word of some letters: a paper without any shows nothing that could be read.
_WORD = re.compile(r"[a-z]{3}")
#: A line's end within a paragraph.
_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
_MAIL = ("message/rfc822", "application/vnd.ms-outlook")
_SHEETS = ("spreadsheet", "csv", "excel")


def find(reading: Reading) -> Iterable[Fact]:
    """The kind, by the first rule that fits; ``other`` where none does, nothing for a paper without a word."""
    title = heading(reading)
    cues = reading.knowledge.once(KindCues.build)
    for rule in (
        _by_media_type,
        _by_form,
        _by_own_name,
        _by_preamble,
        _as_release,
        _as_letter,
        _as_records,
        _as_instrument,
        _by_first_words,
        _run_in,
        _as_announcement,
        _by_heading,
        _by_itself,
        _by_headline,
    ):
        told = rule(reading, title, cues)
        if told:
            kind, confidence, why = told
            yield reading.fact("kind", kind, (title.start, title.end), confidence, f"kind: {why}")
            return
    if _WORD.search(reading.folded):
        yield reading.fact("kind", "other", (title.start, title.end), 0.5, "kind: nothing tells")


_Told = tuple[str, float, str] | None


def _by_media_type(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """Mail is correspondence and a spreadsheet a list, whatever their words."""
    if reading.paper.media_type in _MAIL:
        return "correspondence", 0.97, "mail"
    if any(word in reading.paper.media_type for word in _SHEETS):
        return "organisation list", 0.8, "spreadsheet"
    return None


def _by_form(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """Blank forms, speeches and opinion look like what they speak of, and are none of it."""
    opening = reading.folded[title.start : title.start + 500]
    return (
        ("other", 0.85, "form, speech or opinion")
        if cues.other.search(_lines(title.text)) or cues.other.search(opening)
        else None
    )


def _as_release(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A release's own marks, or an agency's dateline in capitals; wire services' reports are media announcements."""
    opening = reading.text[:_OPENING]
    folded = reading.folded[:_OPENING]
    marks: _Told = None
    if cues.wire.search(opening):
        marks = "media announcement", 0.88, "wire report"
    elif cues.press.search(folded[:700]):
        marks = "press release", 0.92, "release marks"
    elif (place := cues.dateline.search(opening[:900])) and not _is_acronym(reading, place[0]):
        reporter = cues.reported.search(folded) and not re.search(r"\b(?:today|hoy)\b", folded)
        marks = ("media announcement", 0.7, "reporter's words") if reporter else ("press release", 0.88, "dateline")
    return marks if marks and _count(cues.telling, folded, enough=1) else None


def _is_acronym(reading: Reading, dateline: str) -> bool:
    """Whether capitals before a dash are a body's and no city's: ``OSHA – Mexican Consulate``."""
    return any(found.form == "acronym" for found in reading.knowledge.once(matcher).read(dateline))


def _by_own_name(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A heading that names a report, a list, a complaint, an interview: these tell of agreements in passing."""
    first_line = replace(title, text=title.text.partition("\n")[0], more="")
    released = cues.press.search(reading.folded[:700]) or cues.headline.search(fold(title.text))
    lines = [line for line in reading.text[:_HEADING_LINES].splitlines() if 0 < len(line.strip()) < _HEADING_LINE]
    top = replace(title, text="\n".join(lines[:2]), more="")
    for named in (*(_heading_kind(own, cues, plain=True) for own in (first_line, top)), _heading_kind(title, cues)):
        if named and named not in AGREEMENT_KINDS and not released:
            return named, 0.85, "heading"
    return None


def _by_preamble(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """``X and Y, hereinafter "the Participants"; … Intend to form an Alliance``, with no heading over it."""
    opening = reading.folded[:_PREAMBLE]
    called = cues.participants.search(opening)
    headings = "\n".join(line for line in title.more.splitlines() if len(line) < _HEADING_LINE)
    if called is None or _heading_kind(replace(title, more=headings), cues) in AGREEMENT_KINDS:
        return None
    for kind, undertaking in cues.undertaking:
        if undertaking.search(opening, called.end()):
            return kind, 0.88, "its preamble"
    return None


def _as_letter(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A salutation at the start and no instrument's name above it."""
    if cues.letter_named.match(_lines(title.text)):
        return "correspondence", 0.8, "calls itself a letter"
    opening = "\n" + reading.folded[:_OPENING]
    salutation = cues.salutation.search(opening)
    above = replace(title, more="") if salutation else title
    below = salutation is not None and salutation.start() < title.end
    if not (salutation or cues.letter.search(opening)) or (_heading_kind(above, cues) and not below):
        return None
    if cues.records.search(opening):
        return "public-records response", 0.88, "letter about a request for records"
    speaks = cues.binding.search(reading.folded) and _count(cues.instrument, reading.folded, enough=_BINDS) >= _BINDS
    if speaks or cues.agreed.search(reading.folded):
        return "letter of agreement", 0.7, "letter that binds"
    return "correspondence", 0.85, "salutation"


def _as_records(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """``Folio 0000500123412 / Solicitante: se le informa …``: several words of an answer to a request for records."""
    opening = reading.folded[:_OPENING]
    enough = cues.records_enough
    if _heading_kind(title, cues) or _count(cues.records_told, opening, enough) < enough:
        return None
    return "public-records response", 0.8, "answers a request for records"


def _as_instrument(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A heading that names an instrument over a text that speaks of itself as one."""
    named = _heading_kind(title, cues)
    if named is None or cues.headline.search(fold(title.text)):
        return None
    opens = _opens_with_name(title, cues)
    tells = _count(cues.strong if opens else cues.announcing, reading.folded[:_OPENING])
    binds = _count(cues.instrument, reading.folded[:_BODY], enough=max(2, tells))
    if tells > binds + opens or not (binds or opens or tells == 0):
        return None
    return _founded(named, reading, cues), 0.95 if binds >= 2 else 0.85, "heading"


def _by_first_words(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A paragraph below the title that begins with an instrument's name in capitals: ``ADDENDUM to the letter …``."""
    for first in _NAMED_IN_CAPITALS.finditer(reading.text[:_OPENING]):
        words = fold(first[0])
        named = next((kind for kind, pattern in cues.headings if pattern.match(words)), None)
        behind = reading.folded[first.end() : first.end() + _HEADING_LINE]
        if named in AGREEMENT_KINDS and _GOES_ON.match(behind) and not cues.headline.search(words):
            return _founded(named, reading, cues), 0.85, "its first words"
    return None


def _run_in(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A text with its heading in capitals in the same paragraph: ``SUPPLY AGREEMENT This Supply Agreement …``."""
    for first in _RUN_IN.finditer(reading.text[:_RUN_IN_TOP]):
        words = fold(first["name"])
        named = next((kind for kind, pattern in cues.headings if pattern.search(words)), None)
        if named in AGREEMENT_KINDS and _count(cues.instrument, reading.folded[:_BODY], enough=2) >= 2:
            return _founded(named, reading, cues), 0.8, "its first words"
    return None


def _opens_with_name(title: Heading, cues: KindCues) -> bool:
    """Whether the heading begins with the instrument's name: ``Memorandum of Understanding between …``."""
    if title.runs:
        return False
    first = " ".join(_lines(title.text).partition("\n")[0].split())
    found = (pattern.search(first) for kind, pattern in cues.headings if kind in AGREEMENT_KINDS)
    return any(
        match and first.count(" ", 0, match.end()) < _NAME_WORDS and _GOES_ON.match(first, match.end())
        for match in found
    )


def _founded(kind: str, reading: Reading, cues: KindCues) -> str:
    """``Agreement between …`` whose text forms an alliance is one."""
    if kind != "agreement":
        return kind
    opening = reading.folded[:_OPENING]
    return next((name for name, pattern in cues.founding if pattern.search(opening)), kind)


def _as_announcement(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A text that tells of signing, renewing or celebrating."""
    named = _heading_kind(title, cues)
    if named and not cues.headline.search(fold(title.text)) and not _count(cues.announcing, reading.folded[:_OPENING]):
        return None  # instruments too say "signed" and "renewed", of older ones
    tells = _count(cues.telling, reading.folded[:_OPENING])
    binds = _count(cues.instrument, reading.folded[:_OPENING])
    if tells and (tells > binds or named is None):
        if _on_letterhead(reading, title):
            return "press release", 0.75, "tells of an agreement on a body's own paper"
        return "media announcement", min(0.9, 0.7 + 0.05 * tells), "tells of an agreement"
    return None


def _on_letterhead(reading: Reading, title: Heading) -> bool:
    """Whether the first line over the text is the name of a body of the authority file and nothing else."""
    first = min((title.text, title.more), key=lambda block: reading.text.find(block) if block else len(reading.text))
    line = first.partition("\n")[0].strip(" .:,|")
    named = reading.knowledge.once(matcher).read(line) if line else []
    return any(found.start == 0 and found.end == len(line) and not found.person for found in named)


def _by_headline(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A headline alone, over a text that speaks of an instrument: ``Office and consulate to sign pact``."""
    told = cues.headline.search(fold(title.text)) and cues.spoken_of.search(reading.folded[:_OPENING])
    return ("media announcement", 0.7, "headline") if told else None


def _by_heading(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """A heading alone."""
    named = None if cues.headline.search(_lines(title.text)) else _heading_kind(title, cues)
    return (_founded(named, reading, cues), 0.8, "heading alone") if named else None


def _by_itself(reading: Reading, title: Heading, cues: KindCues) -> _Told:
    """``This Supply Agreement …``, ``el presente Memorándum …``: the text names itself and binds."""
    opening = reading.folded[:12000]
    match = cues.itself.search(opening)
    if match is None or _count(cues.instrument, reading.folded[:_BODY], enough=2) < 2:
        return None
    named = next((kind for kind, pattern in cues.headings if pattern.search(match["name"])), "agreement")
    return named, 0.8, "names itself"


def _heading_kind(title: Heading, cues: KindCues, plain: bool = False) -> str | None:
    """The kind that the heading's lines name; a renewal or amendment outweighs what it renews.

    ``plain`` asks for kinds that are no instruments only. A headline under a newspaper's name ("Firman convenio sobre
    …") names an agreement that others made.
    """
    for block in (title.text if not title.runs else "", title.more):
        printed = (words.strip() for words in block.splitlines())
        # A line that begins in small letters goes on with running text.
        headed = (words for words in printed if words and not (block is title.more and words[0].islower()))
        lines = [line for words in headed if not _SUBJECT.match(line := fold(words))]
        for kind, pattern in cues.headings:
            if plain and kind in AGREEMENT_KINDS:
                continue
            headlines = kind in AGREEMENT_KINDS and block is title.more
            if any(pattern.search(line) and not (headlines and cues.headline.search(line)) for line in lines):
                return kind
    return None


def _lines(text: str) -> str:
    return fold(text).strip()


def _count(cues: Iterable[re.Pattern[str]], folded: str, enough: int = 99) -> int:
    """How many different cues the text has, over the ends of its lines; counting stops at ``enough``."""
    count = 0
    folded = _LINE_END.sub(" ", folded)
    for cue in cues:
        count += bool(cue.search(folded))
        if count >= enough:
            break
    return count
