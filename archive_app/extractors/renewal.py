"""How an agreement goes on or stops: automatic or mutual renewal with its length, and the notice that prevents it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive_app.domain.dates import Duration
from archive_app.domain.fact import AGREEMENT_KINDS, Fact, Party
from archive_app.extractors.context import Reading
from archive_app.extractors.durations import Length, lengths
from archive_app.extractors.names import names
from archive_app.extractors.scanning import sentences_with
from archive_app.extractors.term_cues import TermCues

#: Kinds in which the notice period is the one that ends the agreement at will; in other contracts, which hold many
#: notices for many reasons, only a notice against renewal counts.
_PLAIN_INSTRUMENTS = AGREEMENT_KINDS - {"agreement"}
#: Letters on either side of a length that tell whether it is a notice's.
_BESIDE = 110
#: The sum of weights from which a length is the notice period.
_ENOUGH = 4
#: How often the length of an automatic renewal proved right.
_SURE = 0.92
#: The longest notice in years; longer ones are terms.
_LONGEST_YEARS = 2


def find(reading: Reading) -> Iterable[Fact]:
    """``renewal``, ``renewal_term`` and ``notice_period``, of instruments alone."""
    if reading.value("kind") not in AGREEMENT_KINDS:
        return
    cues = reading.knowledge.once(TermCues.build)
    term = next(reading.found("term"), None)
    renewal = list(_renewal(reading, cues, term))
    yield from renewal
    renews = any(fact.value == "automatic" for fact in renewal)
    yield from _notice(reading, cues, renews)


def _renewal(reading: Reading, cues: TermCues, term: Fact | None) -> Iterator[Fact]:
    """``automatic`` or ``mutual``, and how long a renewal lasts."""
    for start, end, sentence in sentences_with(reading, cues.patterns["renewal stems"]):
        automatic = cues.has("renewal automatic", sentence)
        if not (automatic or cues.has("renewal mutual", sentence)) or cues.has("renewal not_renewal", sentence):
            continue
        how = "automatic" if automatic else "mutual"
        yield reading.fact("renewal", how, (start, end), 0.9, f"renewal: {how}")
        yield from _renewal_term(reading, cues, start, end, sentence, term, _SURE if automatic else 0.85)
        return


def _renewal_term(
    reading: Reading, cues: TermCues, start: int, end: int, sentence: str, term: Fact | None, sure: float
) -> Iterator[Fact]:
    """The length in a renewal's sentence: ``successive one-year periods``, ``annually``, ``for a like period``."""
    inside = [length for length in reading.once(lengths) if start <= length.start and length.end <= end]
    renewing = [length for length in inside if _renews_for(length, cues)]
    told = [length for length in renewing if cues.has("renewal length", length.before)] or renewing
    if told:
        span = (told[0].start, told[0].end)
        yield reading.fact("renewal_term", told[0].duration, span, sure, "renewal: its length")
        return
    for name, duration in (("yearly", Duration(1.0, "years")), ("monthly", Duration(1.0, "months"))):
        if cues.has(f"renewal {name}", sentence):
            yield reading.fact("renewal_term", duration, (start, end), sure, f"renewal: {name}")
            return
    if term and isinstance(term.value, Duration) and cues.has("renewal same", sentence):
        yield reading.fact("renewal_term", term.value, (start, end), sure, "renewal: as long as the term")


def _renews_for(length: Length, cues: TermCues) -> bool:
    """``successive one-year periods``, and not the days of a notice in the same sentence."""
    if cues.begins("renewal not_length_after", length.after) or cues.has("renewal not_length_before", length.before):
        return False
    return cues.has("renewal length", length.before) or cues.begins("renewal length_after", length.after)


def _notice(reading: Reading, cues: TermCues, renews: bool) -> Iterator[Fact]:
    """The notice against renewal; in memoranda, letters and alliances also the notice that ends them at will."""
    plain = reading.value("kind") in _PLAIN_INSTRUMENTS or _of_public_bodies(reading)
    best: tuple[float, Length, str] | None = None
    for length in reading.once(lengths):
        told = _notice_of(length, cues, plain, renews)
        if told and (best is None or told[0] > best[0]):
            best = (told[0], length, told[1])
    if best:
        confidence, length, rule = best
        yield reading.fact("notice_period", length.duration, (length.start, length.end), confidence, f"notice: {rule}")


def _of_public_bodies(reading: Reading) -> bool:
    """Whether a body of the authority file is a party, or none of the parties trades or is a person: such agreements
    are of the plain sort under any name. Where no party is known, those in Spanish count as such.
    """
    parties = [fact.value for fact in reading.found("party") if isinstance(fact.value, Party)]
    if not parties:
        return reading.value("language") == "es"
    if any(party.authority for party in parties):
        return True
    known = reading.knowledge.once(names)
    return all(party.role not in ("company", "person") or known.is_civil(party.name) for party in parties)


def _notice_of(length: Length, cues: TermCues, plain: bool, renews: bool) -> tuple[float, str] | None:
    """``unless either party gives notice at least 60 days before the end``, ``on 30 days' written notice``."""
    if length.duration.number > _LONGEST_YEARS and length.duration.unit == "years":
        return None
    near = f"{length.before[-2 * _BESIDE :]} … {length.after[:_BESIDE]}"
    if _weight(length, cues) < _ENOUGH or not cues.has("notice word", near) or cues.has("notice for_cause", near):
        return None
    against = cues.has("notice against_renewal", near) and not cues.has("notice for_renewal", near)
    if against and cues.has("notice renewing", length.sentence):
        return 0.88 if renews else 0.85, "against renewal"
    if plain and cues.has("notice ending", length.sentence):
        return 0.9, "to end it"
    return None


def _weight(length: Length, cues: TermCues) -> int:
    """How much the words beside a length speak for a notice period, by the table of features."""
    sides = {"before": length.before[-_BESIDE:], "after": length.after[:_BESIDE]}
    return sum(feature.weight for feature in cues.notice if feature.cue.search(sides[feature.where]))
