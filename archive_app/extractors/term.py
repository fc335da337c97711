"""How long an agreement holds: its term, whether it has no end, how it renews and for how long, what notice ends it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive_app.domain.dates import Duration
from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS, PERPETUAL, Fact, Party
from archive_app.extractors.context import Reading
from archive_app.extractors.durations import Length, lengths
from archive_app.extractors.knowledge import Knowledge

#: Kinds in which the notice period is the one that ends the agreement at will; in other contracts, which hold many
#: notices for many reasons, only a notice against renewal counts.
_PLAIN_INSTRUMENTS = AGREEMENT_KINDS - {"agreement"}
_LONGEST_TERM_YEARS = 99
#: Letters before a length in which words of another subject turn it away from the term.
_NEAR = 80
#: Letters before a length in which the agreement must be named where nothing says what the length is counted from.
_CLOSE = 110
#: Letters around a length in which the notice must be named.
_BY = 150
_SENTENCE = re.compile(r"[^.;]+(?:\.(?=\S)[^.;]*)*[.;]?")


@dataclass(frozen=True)
class TermCues:
    """The cues of resources/knowledge/terms.toml as patterns, by table and key (``agreement before``)."""

    patterns: dict[str, re.Pattern[str]]

    @classmethod
    def build(cls, knowledge: Knowledge) -> TermCues:
        table = knowledge.table("terms")
        parts = ("agreement", "obligations", "not_term", "anchor", "perpetual", "renewal", "notice")
        return cls({f"{part} {key}": _any(cues) for part in parts for key, cues in table[part].items()})

    def has(self, name: str, text: str) -> bool:
        return bool(self.patterns[name].search(text))

    def begins(self, name: str, text: str) -> bool:
        return bool(self.patterns[name].match(text))


def _any(cues: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{cue})" for cue in cues))


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
    yield from _renewal(reading, cues, term)
    yield from _notice(reading, cues)


def _term(reading: Reading, cues: TermCues, announced: bool) -> Fact | None:
    """The length said of the agreement; else that of the obligations under it."""
    best: tuple[float, Length, str] | None = None
    for length in reading.once(lengths):
        told = _said_of(length, cues, announced)
        if told and (best is None or told[0] > best[0]):
            best = (told[0], length, told[1])
    if best is None:
        return None
    confidence, length, rule = best
    return reading.fact("term", length.duration, (length.start, length.end), confidence, f"term: {rule}")


def _said_of(length: Length, cues: TermCues, announced: bool) -> tuple[float, str] | None:
    """What a length is said of, and how surely: ``this agreement shall remain in effect for``, ``two-year pact``."""
    if length.duration.unit in ("hours", "business days") or _years(length.duration) > _LONGEST_TERM_YEARS:
        return None
    if cues.begins("agreement as_adjective", length.after) and length.duration.unit in ("years", "months"):
        return 0.9 if announced else 0.75, "adjective of the agreement"
    if cues.begins("agreement after", length.after):
        return 0.94, "defined as the term"
    if cues.begins("not_term after", length.after):
        return None
    if cues.has("not_term before", length.before[-_NEAR:]):
        return None
    anchored = cues.begins("anchor after", length.after)
    if anchored and cues.has("agreement before", length.before):
        return 0.95, "said of the agreement"
    if length.duration.unit in ("months", "years") and cues.has("agreement before", length.before[-_CLOSE:]):
        return 0.86, "said of the agreement, no beginning named"
    if announced or not anchored:
        return None
    if cues.has("obligations before", length.before):
        return 0.75, "said of its obligations"
    return None


def _years(duration: Duration) -> float:
    return duration.number / {"years": 1, "months": 12, "weeks": 52, "days": 365}[duration.unit]


def _perpetual(reading: Reading, cues: TermCues) -> Iterator[Fact]:
    """``shall remain in effect until terminated by either party``, ``por tiempo indefinido``."""
    for start, end, sentence in _sentences(reading):
        if not cues.has("perpetual subject", sentence) or not cues.has("perpetual verb", sentence):
            continue
        if cues.has("perpetual not_subject", sentence):
            continue
        sure = cues.has("perpetual sure", sentence)
        if sure or cues.has("perpetual until_ended", sentence):
            rule = "no end stated" if sure else "until terminated"
            yield reading.fact("expiration_date", PERPETUAL, (start, end), 0.8 if sure else 0.7, f"expiration: {rule}")
            return


def _renewal(reading: Reading, cues: TermCues, term: Fact | None) -> Iterator[Fact]:
    """``automatic`` or ``mutual``, and how long a renewal lasts."""
    for start, end, sentence in _sentences(reading):
        automatic = cues.has("renewal automatic", sentence)
        if not (automatic or cues.has("renewal mutual", sentence)) or cues.has("renewal not_renewal", sentence):
            continue
        how = "automatic" if automatic else "mutual"
        yield reading.fact("renewal", how, (start, end), 0.9, f"renewal: {how}")
        yield from _renewal_term(reading, cues, start, end, sentence, term)
        return


def _renewal_term(
    reading: Reading, cues: TermCues, start: int, end: int, sentence: str, term: Fact | None
) -> Iterator[Fact]:
    """The length in a renewal's sentence: ``successive one-year periods``, ``annually``, ``for a like period``."""
    inside = (length for length in reading.once(lengths) if start <= length.start and length.end <= end)
    length = next((length for length in inside if _renews_for(length, cues)), None)
    if length:
        span = (length.start, length.end)
        yield reading.fact("renewal_term", length.duration, span, 0.88, "renewal: its length")
        return
    for name, duration in (("yearly", Duration(1.0, "years")), ("monthly", Duration(1.0, "months"))):
        if cues.has(f"renewal {name}", sentence):
            yield reading.fact("renewal_term", duration, (start, end), 0.85, f"renewal: {name}")
            return
    if term and isinstance(term.value, Duration) and cues.has("renewal same", sentence):
        yield reading.fact("renewal_term", term.value, (start, end), 0.85, "renewal: as long as the term")


def _renews_for(length: Length, cues: TermCues) -> bool:
    """``successive one-year periods``, and not the days of a notice in the same sentence."""
    told = cues.has("renewal length", length.before) and not cues.begins("not_term after", length.after)
    return told and not cues.has("notice word", length.after[:40])


def _notice(reading: Reading, cues: TermCues) -> Iterator[Fact]:
    """The notice against renewal; in memoranda, letters and alliances also the notice that ends them at will."""
    plain = reading.value("kind") in _PLAIN_INSTRUMENTS or _of_authorities(reading)
    best: tuple[float, Length, str] | None = None
    for length in reading.once(lengths):
        told = _notice_of(length, cues, plain)
        if told and (best is None or told[0] > best[0]):
            best = (told[0], length, told[1])
    if best:
        confidence, length, rule = best
        yield reading.fact("notice_period", length.duration, (length.start, length.end), confidence, f"notice: {rule}")


def _of_authorities(reading: Reading) -> bool:
    """Whether a body of the authority file is a party: such agreements are of the plain sort under any name."""
    return any(isinstance(fact.value, Party) and fact.value.authority for fact in reading.found("party"))


def _notice_of(length: Length, cues: TermCues, plain: bool) -> tuple[float, str] | None:
    """``unless either party gives notice at least 60 days before the end``, ``on 30 days' written notice``."""
    sentence = length.sentence
    near = f"{length.before[-_BY:]} … {length.after[:_BY]}"
    if length.duration.unit == "years" or not cues.has("notice word", near):
        return None
    renews = cues.has("renewal automatic", sentence) or cues.has("notice renewing", sentence)
    close = f"{length.before[-70:]} … {length.after[:90]}"
    if (
        renews
        and cues.has("notice against_renewal", near)
        and cues.has("notice word", close)
        and not cues.has("notice for_cause", near)
    ):
        return 0.8, "against renewal"
    if plain and cues.has("notice ending", sentence) and not cues.has("notice for_cause", sentence):
        return 0.9, "to end it"
    return None


def _sentences(reading: Reading) -> list[tuple[int, int, str]]:
    return reading.once(_folded_sentences)


def _folded_sentences(reading: Reading) -> list[tuple[int, int, str]]:
    """Spans between full stops and semicolons with their folded words; full stops inside words do not cut."""
    return [
        (match.start(), match.end(), " ".join(match[0].split()))
        for match in _SENTENCE.finditer(reading.folded)
        if match.end() - match.start() > 20
    ]
