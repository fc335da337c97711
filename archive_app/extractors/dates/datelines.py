"""When a release or a letter was issued, and the day of the signing it tells of: on a date, today, ayer, Thursday."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS, Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.dates.counted import counted_day
from archive_app.extractors.dates.cues import WEEKDAY_LABEL, DateCues
from archive_app.extractors.dates.ends import LETTER_ENDS
from archive_app.extractors.dates.found import Found, exists
from archive_app.extractors.dates.news_cues import NewsCues
from archive_app.extractors.dates.roles import Mention

#: Letters from the top in which a paper says when it was issued.
_TOP = 900
_SENTENCE_END = re.compile(r"(?<=[\w)\]\"”][\w)\]\"”])[.!?](?=\s+[A-ZÁÉÍÓÚÑ\"“(])|\n\s*\n")
#: How long before its issue a paper tells of a signing as of news.
_NEWS = timedelta(days=45)
#: A weekday that is no part of a date; Spanish ones need their article, since "viernes" may be a heading's.
_WEEKDAY = r"(?<!hasta )(?<!until )\b(?:(?:el|este)\s+(?:pasado\s+)?(?P<es>%s)|(?<!next )(?P<en>%s))\b(?!,? \w+ \d)"
#: A date alone between such marks is the paper's own: start of a line, bracket, dateline's comma; full stop, dash, end.
_OWN_BEFORE = re.compile(
    r"(?:\A|\n|[.\])|] )(?:[\s\[(]*(?:\w+day|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\s*,? ?)?[\s\[(]*\Z"
)
_CITY_BEFORE = re.compile(
    r"(?:\A|\n|\. |· )\s*[a-z][a-z .,]{2,40}(?:[,.] ?|,? ?-+ ?)(?:a )?(?:el )?"
    r"(?:(?:\w+day|lunes|martes|miercoles|jueves|viernes|sabado|domingo),? )?\Z"
)
#: A letter's or a speech's day at the end of its title.
_TITLE_BEFORE, _TITLE_AFTER = re.compile(r"\A\W*[^\n]{10,160}, \Z"), re.compile(r" *\n")
#: "Denver (May 4, 2015) – The offices …".
_IN_BRACKETS = (re.compile(r"(?:\A|\n)\s*[a-z][a-z .,]{2,40} ?\(\Z"), re.compile(r"\) ?-"))
_TITLED = frozenset({"correspondence", "other"})
#: Reports bear their date at the end of their title.
_HEADED_BEFORE = re.compile(r"[a-z] - \Z")
_OWN_AFTER = re.compile(
    r"[\])]*\s*(?:[.)\]|/]|-|\n|\Z|\((?!page|sello)|,? (?:pp?|pags?|pagina|page|seccion|section)\b)"
)


def issued(reading: Reading, mentions: list[Mention]) -> Mention | None:
    """The date of issue: after a label (``Date:``, ``News Release: [``), or alone in the dateline."""
    cues = reading.knowledge.once(DateCues.build)
    top = [
        mention
        for mention in mentions
        if mention.found.start < _TOP and mention.role != "furniture" and mention.found.year
    ]
    for mention in top:
        before = re.sub(r"\s+", " ", reading.folded[max(0, mention.found.start - 80) : mention.found.start])
        if cues.issued_label.search(WEEKDAY_LABEL.sub("", before)):
            return replace(mention, role="issued", rule="labelled", confidence=0.95)
    for mention in top:
        before = reading.folded[max(0, mention.found.start - 80) : mention.found.start]
        after = reading.folded[mention.found.end : mention.found.end + 30]
        alone = _OWN_BEFORE.search(before) or _CITY_BEFORE.search(before)
        if reading.value("kind") == "report":
            alone = alone or _HEADED_BEFORE.search(before)
        elif not mention.found.exact:
            continue
        if reading.value("kind") in _TITLED and _TITLE_BEFORE.search(reading.folded[: mention.found.start]):
            alone = alone or _TITLE_AFTER.match(after)
        bracketed = _IN_BRACKETS[0].search(before) and _IN_BRACKETS[1].match(after)
        if bracketed or (alone and _OWN_AFTER.match(after)):
            return replace(mention, role="issued", rule="dateline", confidence=0.9)
    return None


def announcement_dates(reading: Reading, mentions: list[Mention], when: Mention | None) -> Iterator[Fact]:
    """issued_date, and for releases and news the agreement_date and effective_date they tell of."""
    kind, news = reading.value("kind"), reading.knowledge.once(NewsCues.build)
    if kind in AGREEMENT_KINDS:
        return
    if when:
        yield _fact(reading, "issued_date", str(when.found.date), when.found, when.confidence, f"issued: {when.rule}")
    for mention in mentions:
        before = reading.folded[max(0, mention.found.start - 40) : mention.found.start]
        if mention.found.exact and news.signed_label.search(before):
            value = str(mention.found.date)
            yield _fact(reading, "agreement_date", value, mention.found, 0.95, "signed: labelled")
    yield from _end_told(reading, mentions)
    if kind not in ANNOUNCEMENT_KINDS:
        return
    day = when.found if when and when.found.exact else None
    others = [mention for mention in mentions if not when or mention.found.start != when.found.start]
    signed = next(filter(None, (_signed_in(reading, *span, others, day) for span in sentences(reading))), None)
    if signed:
        yield signed
    ends = [mention for mention in mentions if mention.role == "expiration"]
    if ends:
        end = str(ends[0].found.date)
        yield _fact(reading, "expiration_date", end, ends[0].found, ends[0].confidence, "expiration: told in the news")
    for mention in mentions:
        if mention.role == "effective" and mention.found.exact:
            yield _fact(
                reading, "effective_date", str(mention.found.date), mention.found, 0.85, "effective: told in the news"
            )
            return


def _end_told(reading: Reading, mentions: list[Mention]) -> Iterator[Fact]:
    """effective_date of a letter that lets an agreement end on a day; nothing where it tells of several."""
    ends = [mention for mention in mentions if mention.rule == LETTER_ENDS and mention.found.exact]
    if len({str(mention.found.date) for mention in ends}) == 1:
        found = ends[0].found
        yield _fact(reading, "effective_date", str(found.date), found, ends[0].confidence, f"effective: {LETTER_ENDS}")


def sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    """Spans of the text's sentences, as far as full stops tell them."""
    start = 0
    for match in _SENTENCE_END.finditer(reading.text):
        yield start, match.end()
        start = match.end()
    if start < len(reading.text):
        yield start, len(reading.text)


def _signed_in(reading: Reading, start: int, end: int, mentions: list[Mention], day: Found | None) -> Fact | None:
    """The day of a signing in one sentence: a date, else today, yesterday or a weekday beside the issue date."""
    cues, news = reading.knowledge.once(DateCues.build), reading.knowledge.once(NewsCues.build)
    sentence = reading.folded[start:end]
    if older := cues.older.search(sentence):
        # "Renewed today the alliance first signed in 2011": what is told before the older day is the news.
        sentence = sentence[: older.start()]
        end = start + older.start()
        within = (mention for mention in mentions if start <= mention.found.start < end)
        dated = any(news.was_signed.search(_before(reading, mention, start)) for mention in within)
        relative = news.today.search(sentence) or news.yesterday.search(sentence) or _weekday(reading, sentence)
        if not (dated or relative):
            return None
    if not cues.signing.search(sentence):
        return None
    if counted := counted_day(reading, start, end, [mention.found for mention in mentions]):
        day_told, span = counted
        value = str(PartialDate(day_told.year, day_told.month, day_told.day))
        return reading.fact("agreement_date", value, span, 0.8, "signed: counted from another day")
    for mention in mentions:
        told = mention.role in ("mentioned", "event", "agreement", "signature") or _just_before(mention.found, day)
        told = told or bool(news.was_signed.search(_before(reading, mention, start)))
        if told and start <= mention.found.start < end and mention.found.exact:
            return _fact(reading, "agreement_date", str(mention.found.date), mention.found, 0.88, "signed: on a date")
    return _relative(reading, start, sentence, day) if day else None


def _before(reading: Reading, mention: Mention, start: int) -> str:
    return reading.folded[start : mention.found.start]


def _just_before(found: Found, day: Found | None) -> bool:
    """Whether a date lies in the weeks before the day of issue, where news is made."""
    if day is None or found.date is None or day.date is None:
        return False
    return timedelta(0) <= day.date.first_day - found.date.first_day <= _NEWS


def _relative(reading: Reading, start: int, sentence: str, day: Found) -> Fact | None:
    """``today``, ``ayer``, ``on Thursday``: counted from the day of issue; a weekday is the last one up to that day."""
    assert day.year
    assert day.day
    issue = date(day.year, day.month, day.day)
    news = reading.knowledge.once(NewsCues.build)
    today, yesterday = news.today.search(sentence), news.yesterday.search(sentence)
    match = today or yesterday
    if match and not _announced(reading, sentence, match.start()):
        told = issue if today else issue - timedelta(days=1)
        return _told(reading, start, match, told, 0.92, "signed: today or yesterday, from the day of issue")
    match = _weekday(reading, sentence)
    if match is None or _announced(reading, sentence, match.start()):
        return None
    weekdays = reading.knowledge.table("months")["weekdays"]
    named = weekdays["es"].index(match["es"]) if match["es"] else weekdays["en"].index(match["en"])
    back = (issue.weekday() - named) % 7
    return _told(reading, start, match, issue - timedelta(days=back), 0.75, "signed: weekday before the day of issue")


def _weekday(reading: Reading, sentence: str) -> re.Match[str] | None:
    weekdays = reading.knowledge.table("months")["weekdays"]
    return re.search(_WEEKDAY % ("|".join(weekdays["es"]), "|".join(weekdays["en"])), sentence)


def _announced(reading: Reading, sentence: str, offset: int) -> bool:
    """Whether the word at an offset dates the telling ("today announced that they have signed") and not the signing."""
    signing, news = reading.knowledge.once(DateCues.build).signing, reading.knowledge.once(NewsCues.build)
    if news.told_on.search(sentence, 0, offset):
        return True

    def distance(pattern: re.Pattern[str]) -> int:
        return min((abs(match.start() - offset) for match in pattern.finditer(sentence)), default=len(sentence) + 1)

    return distance(news.announcing) < distance(signing)


def with_year_of(dates: Iterable[Found], day: Found | None) -> list[Found]:
    """Dates without a year given the year of the day of issue, where one is known."""
    if day is None or day.year is None:
        return list(dates)
    return [_in_year(found, day) if found.year is None else found for found in dates]


def _in_year(found: Found, day: Found) -> Found:
    assert day.year is not None
    # A December day told in January is the year before's, a January day in December the next one's.
    shift = {(12, 1): -1, (1, 12): 1}.get((found.month, day.month), 0)
    year = day.year + shift
    known = found.day is None or exists(year, found.month, found.day)
    return replace(found, year=year, form="year of issue", confidence=0.85) if known else found


def _told(reading: Reading, start: int, match: re.Match[str], day: date, confidence: float, rule: str) -> Fact:
    value = str(PartialDate(day.year, day.month, day.day))
    return reading.fact("agreement_date", value, (start + match.start(), start + match.end()), confidence, rule)


def _fact(reading: Reading, field: str, value: str, found: Found, confidence: float, rule: str) -> Fact:
    return reading.fact(field, value, (found.start, found.end), min(confidence, found.confidence), rule)
