"""The dates an instrument lives by, chosen among its mentions: agreed, effective, expiring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive_app.domain.fact import AGREEMENT_KINDS, Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.dates.cues import DateCues
from archive_app.extractors.dates.roles import Mention

#: Letters from the top in which a paper says what it undertakes.
_TOP = 1500
#: "effective upon the last signature", "shall become effective on the date of its signing", "a partir de su firma".
_UPON_SIGNATURE = re.compile(
    r"(?:effective|in(?:to)? (?:effect|force)|ha(?:s|ve) effect|takes? effect|commenc\w+|begin\w*|"
    r"entr\w+ en vigor|surt\w+ (?:sus )?efectos?|vigente|vigencia)"
    r"(?: [\w(),]+){0,10}? (?:upon|on|as of|from|at|al|a partir de|en|con|desde)(?: the| its| la| el| su)?"
    r"(?: date| dia| fecha)?"
    r"(?: \w+){0,8}? (?:signatures?|signing|signs|signed|execution|executed|firmas?|suscripcion|below)\b"
)


#: "commencing on the date first written above".
_FIRST_WRITTEN = re.compile(
    r"\b(?:effective|commenc\w+|begin\w*|takes? effect|enters? into force)"
    r"(?:\s+\w+){0,3}?\s+(?:on|as\s+of|from|with)\s+the\s+"
    r"(?:day\s+and\s+)?(?:date|day|year)\s+(?:first\s+)?(?:above|first|set\s+forth|written)"
)


def instrument_dates(reading: Reading, mentions: list[Mention]) -> Iterator[Fact]:
    """agreement_date, effective_date and a stated expiration_date; nothing for papers that are no instruments."""
    if reading.value("kind") not in AGREEMENT_KINDS:
        return
    agreed = agreement_date(reading, mentions)
    if agreed:
        yield agreed
    effective = effective_date(reading, mentions, agreed)
    if effective:
        yield effective
    end = stated_end(reading, mentions)
    if end:
        yield end


def agreement_date(reading: Reading, mentions: list[Mention]) -> Fact | None:
    """The day the instrument bears: in its opening, at its top, else the last signature, else its effect."""
    exact = [mention for mention in mentions if mention.found.exact]
    opened = [mention for mention in exact if mention.role == "agreement"]
    chosen = (
        _first(opened, "made and entered into")
        or _first(opened, "in witness whereof")
        or _first(opened, "date at the top", "a sentence of its own")
        or _last_signature(exact)
        or _first([mention for mention in exact if mention.role == "effective"], "effective as of", "defined")
    )
    if chosen is None:
        return None
    lowered = chosen.role == "effective"
    return _fact(reading, "agreement_date", chosen, chosen.confidence - 0.15 if lowered else chosen.confidence)


def effective_date(reading: Reading, mentions: list[Mention], agreed: Fact | None) -> Fact | None:
    """The day it takes effect: as stated; upon the last signature; for undertakings of secrecy the day they bear."""
    stated = [mention for mention in mentions if mention.role == "effective" and mention.found.exact]
    chosen = _first(stated, "defined") or next((one for one in stated if one.rule == "effective as of"), None)
    if chosen:
        return _fact(reading, "effective_date", chosen, chosen.confidence)
    signed = _last_signature([mention for mention in mentions if mention.found.exact])
    upon = _UPON_SIGNATURE.search(" ".join(reading.folded.split()))
    if upon and signed:
        return _fact(reading, "effective_date", signed, 0.85, "effective: upon the last signature")
    if agreed and (upon or _FIRST_WRITTEN.search(reading.folded)):
        return replace(
            agreed, field="effective_date", rule="effective: upon signature", confidence=min(0.85, agreed.confidence)
        )
    chosen = _first(stated, "commencing", "effective as of, further on")
    if chosen:
        return _fact(reading, "effective_date", chosen, chosen.confidence)
    if agreed is None or not isinstance(agreed.value, str) or not _binds_at_once(reading):
        return None
    return Fact(
        "effective_date", agreed.value, min(0.75, agreed.confidence), "effective: the day it bears", agreed.evidence
    )


def _binds_at_once(reading: Reading) -> bool:
    """Whether it is an undertaking of secrecy or the like, which binds from its date unless it says otherwise."""
    return bool(reading.knowledge.once(DateCues.build).binding_at_once.search(reading.folded, 0, _TOP))


def stated_end(reading: Reading, mentions: list[Mention]) -> Fact | None:
    """The end that the paper states as a date; the first such where there are several."""
    ends = [mention for mention in mentions if mention.role == "expiration"]
    return _fact(reading, "expiration_date", ends[0], ends[0].confidence) if ends else None


def _first(mentions: Iterable[Mention], *rules: str) -> Mention | None:
    return next((mention for mention in mentions if mention.rule.startswith(rules)), None)


def _last_signature(mentions: Iterable[Mention]) -> Mention | None:
    """The latest of the dates beside signatures."""
    signed = [mention for mention in mentions if mention.role == "signature"]
    return max(signed, key=lambda mention: str(mention.found.date), default=None)


def _fact(reading: Reading, field: str, mention: Mention, confidence: float, rule: str | None = None) -> Fact:
    found = mention.found
    sure = min(confidence, found.confidence)
    return reading.fact(field, str(found.date), (found.start, found.end), sure, rule or f"{field}: {mention.rule}")
