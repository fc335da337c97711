"""The dates an instrument lives by, chosen among its mentions by the table date_choice: agreed, effective, expiring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from archive_app.domain.dates import add
from archive_app.domain.fact import AGREEMENT_KINDS, Fact, Source
from archive_app.extractors.context import Reading
from archive_app.extractors.dates.cues import DateCues, sentence_of
from archive_app.extractors.dates.ends import EXTENDED_END
from archive_app.extractors.dates.lag import lag
from archive_app.extractors.dates.roles import Mention
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.scanning import around

#: Letters from the top in which a paper says what it undertakes.
_TOP = 1500
#: Letters before what takes effect in which its subject stands.
_SUBJECT = 400
_LATER_PAPERS = frozenset({"renewal", "amendment"})
#: Letters of a wording before and behind its stem.
_LEAD, _WORDING = 20, 240


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the table: a mention by its rule and place, or what the effect follows from (``upon``)."""

    rule: str = ""
    place: str = ""
    last: bool = False
    upon: str = ""
    confidence: float = 1.0

    def of(self, mentions: Sequence[Mention]) -> Mention | None:
        """The first mention that fits, or the latest date of those."""
        fitting = (m for m in mentions if m.rule == self.rule and self.place in ("", m.place))
        if self.last:
            return max(fitting, key=lambda mention: str(mention.found.date), default=None)
        return next(fitting, None)


def _choices(knowledge: Knowledge) -> dict[str, list[Choice]]:
    table: dict[str, Any] = knowledge.table("date_choice")
    return {field: [Choice(**row) for row in rows] for field, rows in table.items()}


def instrument_dates(reading: Reading, mentions: list[Mention]) -> Iterator[Fact]:
    """agreement_date, effective_date and a stated expiration_date; nothing for papers that are no instruments."""
    if reading.value("kind") not in AGREEMENT_KINDS:
        return
    exact = [mention for mention in mentions if mention.found.exact]
    agreed = agreement_date(reading, exact)
    effective = effective_date(reading, exact, agreed)
    # The end may be known by its month alone.
    yield from filter(None, (agreed, effective, stated_end(reading, mentions)))


def agreement_date(reading: Reading, mentions: Sequence[Mention]) -> Fact | None:
    """The day the instrument bears: in its opening, at its top, else the last signature, else its effect."""
    for choice in reading.knowledge.once(_choices)["agreement_date"]:
        chosen = choice.of(mentions)
        if chosen:
            return _fact(reading, "agreement_date", chosen, choice.confidence)
    return None


def effective_date(reading: Reading, mentions: Sequence[Mention], agreed: Fact | None) -> Fact | None:
    """The day it takes effect: as stated; upon the last signature; for undertakings of secrecy the day they bear."""
    for choice in reading.knowledge.once(_choices)["effective_date"]:
        if choice.upon:
            following = _following(reading, choice, mentions, agreed)
            if following:
                return following
            continue
        chosen = choice.of(mentions)
        if chosen:
            return _fact(reading, "effective_date", chosen, choice.confidence)
    return None


def _following(reading: Reading, choice: Choice, mentions: Sequence[Mention], agreed: Fact | None) -> Fact | None:
    """The effect that follows from the signing: with the last signature, on its own date, or by its nature at once."""
    cues = reading.knowledge.once(DateCues.build)
    if reading.once(_left_open):
        return None
    if choice.upon == "some time after signing":
        return _some_time_after(reading, agreed, choice)
    if choice.upon == "at once":
        return _same_day(agreed, choice) if cues.binding_at_once.search(reading.folded, 0, _TOP) else None
    signed = _takes_effect(reading, cues, cues.upon_signature)
    if choice.upon == "its own date":
        return _same_day(agreed, choice) if signed or _takes_effect(reading, cues, cues.upon_own_date) else None
    last = Choice(rule="beside a signature", last=True).of(mentions) if signed else None
    rule = "effective: upon the last signature"
    return _fact(reading, "effective_date", last, choice.confidence, rule) if last else None


def _left_open(reading: Reading) -> bool:
    """``as of ________ (the “Effective Date”)``, ``shall become effective upon the appointment of …``."""
    cues, plain = reading.knowledge.once(DateCues.build), reading.once(_single_blanks)
    wordings = around(cues.left_open_stems, cues.left_open, plain, 0, len(plain), lead=_SUBJECT, reach=_WORDING)
    return next(wordings, None) is not None


def _some_time_after(reading: Reading, agreed: Fact | None, choice: Choice) -> Fact | None:
    """``entrará en vigor treinta días después de su firma``: computed from the day of the signing."""
    later = reading.once(lag)
    end = add(date.fromisoformat(str(agreed.value)), later.duration) if later and agreed else None
    if later is None or agreed is None or end is None:
        return None
    rule, sure = "effective: some time after signing", min(choice.confidence, agreed.confidence)
    fact = reading.fact("effective_date", end.isoformat(), (later.start, later.end), sure, rule)
    operands = (("agreement_date", str(agreed.value)), ("term", str(later.duration)))
    return replace(fact, source=Source.COMPUTED, operands=operands)


def _takes_effect(reading: Reading, cues: DateCues, wording: re.Pattern[str]) -> bool:
    """``This Agreement shall become effective upon signature``, and not a price in effect on the date hereof."""
    plain = reading.once(_single_blanks)
    for match in around(cues.upon_stems, wording, plain, 0, len(plain), lead=_LEAD, reach=_WORDING):
        sentence = sentence_of(plain[max(0, match.start() - _SUBJECT) : match.start()])
        if cues.upon_not_subject.search(sentence):
            continue
        if match[0].endswith("effective date") or cues.upon_subject.search(sentence + match[0]):
            return True
    return False


def _same_day(agreed: Fact | None, choice: Choice) -> Fact | None:
    if agreed is None:
        return None
    rule = "effective: the day it bears" if choice.upon == "at once" else "effective: upon signature"
    return replace(agreed, field="effective_date", rule=rule, confidence=min(choice.confidence, agreed.confidence))


def _single_blanks(reading: Reading) -> str:
    return " ".join(reading.folded.split())


def stated_end(reading: Reading, mentions: list[Mention]) -> Fact | None:
    """The end that the paper states as a date; the first such where there are several.

    A paper that renews or amends another tells that one's end before its own.
    """
    ends = [mention for mention in mentions if mention.role == "expiration"]
    ends.sort(key=lambda mention: mention.rule != EXTENDED_END)
    if reading.value("kind") in _LATER_PAPERS:
        ends.sort(key=lambda mention: str(mention.found.date), reverse=True)
    return _fact(reading, "expiration_date", ends[0], 1.0) if ends else None


def _fact(reading: Reading, field: str, mention: Mention, confidence: float, rule: str | None = None) -> Fact:
    found = mention.found
    sure = min(confidence, mention.confidence, found.confidence)
    return reading.fact(field, str(found.date), (found.start, found.end), sure, rule or f"{field}: {mention.rule}")
