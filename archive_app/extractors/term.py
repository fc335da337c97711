"""How long an agreement holds: its term and what that is counted from, or that it has no end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive_app.domain.dates import Duration
from archive_app.domain.expiry import ANCHOR_MARK, ANOTHER_DAY
from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS, PERPETUAL, Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.dates.lag import lag
from archive_app.extractors.durations import Length, lengths
from archive_app.extractors.scanning import sentences_with
from archive_app.extractors.term_cues import TermCues

_LONGEST_TERM_YEARS = 99
#: Letters before a length in which words of another subject turn it away from the term.
_NEAR = 80
#: Letters before a length in which the agreement must be named where nothing says what the length is counted from.
_CLOSE = 110
#: Letters behind a length in which the day it is counted from is named.
_NAMED_DAY = 40
_OF_OBLIGATIONS = "said of its obligations"
#: A term counted from the paper's own day is sure to be the paper's, unless it is said of its obligations alone.
_OWN_DAY, _SURE = frozenset({"its signature", "the day it bears", "the last signature"}), 0.95


def find(reading: Reading) -> Iterable[Fact]:
    """Facts for instruments; for releases and news only the term they tell of."""
    kind = reading.value("kind")
    if kind not in AGREEMENT_KINDS | ANNOUNCEMENT_KINDS:
        return
    cues = reading.knowledge.once(TermCues.build)
    term = _term(reading, cues, announced=kind in ANNOUNCEMENT_KINDS)
    if term:
        yield term
    if kind in ANNOUNCEMENT_KINDS:
        return
    if term is None:
        yield from _perpetual(reading, cues)


def _term(reading: Reading, cues: TermCues, announced: bool) -> Fact | None:
    """The length said of the agreement; else that of the obligations under it."""
    best: tuple[float, Length, str] | None = None
    for length in reading.once(lengths):
        if length is reading.once(lag):
            continue  # how long until it holds, not how long it holds
        told = _said_in_news(length, cues) if announced else _said_by_itself(length, cues)
        if told and (best is None or told[0] > best[0]):
            best = (told[0], length, told[1])
    if best is None:
        return None
    confidence, length, rule = best
    anchor = _anchor(reading, cues, length)
    if anchor in _OWN_DAY and rule != _OF_OBLIGATIONS:
        confidence = max(confidence, _SURE)
    counted = f"term: {rule}{ANCHOR_MARK}{anchor}" if anchor else f"term: {rule}"
    return reading.fact("term", length.duration, (length.start, length.end), confidence, counted)


def _anchor(reading: Reading, cues: TermCues, length: Length) -> str | None:
    """What a term is counted from: ``from the Effective Date``, ``a partir de la última firma``, ``from DATE``."""
    if not cues.begins("anchor word", length.after):
        return None
    dates = (date for date in reading.once(dates_in) if date.exact and 0 <= date.start - length.end < _NAMED_DAY)
    named = next(dates, None)
    if named and "." not in reading.folded[length.end : named.start]:
        return str(named.date)
    told = next((name for name, day in cues.anchors if day.search(length.after)), None)
    return told or (ANOTHER_DAY if cues.begins("anchor of_another_day", length.after) else None)


def _said_in_news(length: Length, cues: TermCues) -> tuple[float, str] | None:
    """What a release says a length of; it may call the deed itself by it: ``signed a two-year extension``."""
    if cues.begins("agreement as_extension", length.after):
        return 0.9, "adjective of the agreement"
    if length.duration.unit == "years" and cues.has("agreement renewed_in_news", length.before):
        return 0.88, "of a renewal told in the news"
    return _said_of(length, cues, announced=True)


def _said_by_itself(length: Length, cues: TermCues) -> tuple[float, str] | None:
    """What an instrument says a length of, which may be an older one: ``on DATE the parties signed a letter for``."""
    return None if cues.has("not_term earlier", length.before) else _said_of(length, cues, announced=False)


def _said_of(length: Length, cues: TermCues, announced: bool) -> tuple[float, str] | None:
    """What a length is said of, and how surely: ``this agreement shall remain in effect for``, ``two-year pact``."""
    if length.duration.unit in ("hours", "business days") or _years(length.duration) > _LONGEST_TERM_YEARS:
        return None
    if not announced and _renews(length, cues):
        return 0.88, "of a renewal that the paper is itself"
    of_another = cues.has("not_term before", length.before.rpartition(";")[2][-_NEAR:])
    if cues.begins("agreement as_adjective", length.after) and length.duration.unit in ("years", "months"):
        return None if of_another and not announced else (0.9 if announced else 0.75, "adjective of the agreement")
    if cues.begins("agreement after", length.after):
        return 0.89, "defined as the term"
    if of_another or cues.begins("not_term after", length.after):
        return None
    anchored = cues.begins("anchor after", length.after)
    if anchored and cues.has("agreement before", length.before):
        return 0.88, "said of the agreement"
    if length.duration.unit in ("months", "years") and cues.has("agreement before", length.before[-_CLOSE:]):
        return 0.86, "said of the agreement, no beginning named"
    if announced or not anchored:
        return None
    if cues.has("obligations before", length.before):
        return 0.75, _OF_OBLIGATIONS
    return None


def _renews(length: Length, cues: TermCues) -> bool:
    """``hereby renew the Alliance for another two years``: the term of the paper, since that is what it does."""
    return cues.has("agreement renewing", length.before) and not cues.has("agreement not_renewing", length.before)


def _years(duration: Duration) -> float:
    return duration.number / {"years": 1, "months": 12, "weeks": 52, "days": 365}[duration.unit]


def _perpetual(reading: Reading, cues: TermCues) -> Iterator[Fact]:
    """``shall remain in effect until terminated by either party``, ``por tiempo indefinido``."""
    for start, end, sentence in sentences_with(reading, cues.patterns["perpetual stems"]):
        if not cues.has("perpetual subject", sentence) or not cues.has("perpetual verb", sentence):
            continue
        if cues.has("perpetual not_subject", sentence):
            continue
        sure = cues.has("perpetual sure", sentence)
        if sure or cues.has("perpetual until_ended", sentence):
            rule = "no end stated" if sure else "until terminated"
            yield reading.fact("expiration_date", PERPETUAL, (start, end), 0.8 if sure else 0.7, f"expiration: {rule}")
            return
