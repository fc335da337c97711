"""What a paper says of other papers: which one it renews, amends, supersedes, ends, rests on, or announces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive_app.domain.fact import AGREEMENT_KINDS, ANNOUNCEMENT_KINDS, Fact, Relation
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import Found, dates_in
from archive_app.extractors.dates.older_papers import OlderPapers
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.other_papers import TITLE, named_with_day, paper_names, signed_after_day, title_of
from archive_app.extractors.scanning import around

#: Relations of instruments, by type; a release announces, a letter or report cites.
_OF_INSTRUMENTS = ("renews", "amends", "supersedes", "terminates", "implements")
#: Letters behind the cue in which the other paper's name and date stand.
_REACH = 320
#: Letters behind a date in which a clause of the same sentence may do something to the paper that bears it.
_CLAUSE = 200
#: Letters from the top in which an instrument says what it rests on.
_RECITALS = 8000
#: Letters from the top in which a paper's heading says what it does.
_HEADING = 700
#: Letters of a wording before and behind its stem.
_LEAD, _WORDING = 20, 180
#: Letters before a paper's name in which is said what is done to it, and what denies it.
_BEFORE = 130
_SENTENCE_START = re.compile(r"(?<=[a-z\d)\"]{3})\.\s|;|\n\s*\n")
_SENTENCE_END = re.compile(r"(?<=[a-z\d)\"]{3})\.(?=\s)|;|\n\s*\n")
_YEAR = re.compile(r"\b(?:in|en|del?|of)?\s*((?:19|20)\d\d)\b")


@dataclass(frozen=True)
class RelationCues:
    """By relation type: the stems of its cues, and the pattern of a cue with the paper behind it."""

    patterns: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]

    @classmethod
    def build(cls, knowledge: Knowledge) -> RelationCues:
        table = knowledge.table("relations")
        paper = paper_names(knowledge)
        return cls(
            tuple(
                (row["type"], re.compile(rf"\b(?:{row['stems']})"), _pattern(row["cues"], paper))
                for row in table["relation"]
            )
        )


def _pattern(cues: Sequence[str], paper: str) -> re.Pattern[str]:
    wording = rf"(?:{'|'.join(cues)})(?P<paper>(?:[\w'&.-]+ ){{0,3}}?(?:{paper})\b)"
    return re.compile(wording.replace(" ?", r"\s*").replace(" ", r"\s+"))


def find(reading: Reading) -> Iterable[Fact]:
    """One fact for each other paper and relation; the same one told twice counts once."""
    types = _types(reading)
    yield from _replies(reading)
    found = [*_done_to(reading, types), *_told(reading, types)]
    yield from _each_once(found)
    told = {fact.value.type for fact in found if isinstance(fact.value, Relation)}
    untold = "announces" not in told and reading.value("agreement_date") is not None
    if reading.value("kind") in ANNOUNCEMENT_KINDS and (untold or not found):
        yield from _announced_at_a_distance(reading)


def _announced_at_a_distance(reading: Reading) -> Iterator[Fact]:
    """``firmaron el 7 de mayo de 2014 un convenio``, ``a letter of agreement was signed``: the first of a release."""
    found = (pattern.search(reading.folded) for pattern in reading.knowledge.once(_at_a_distance))
    match = min(filter(None, found), key=lambda found: found.start(), default=None)
    if match and not _is_of_before(reading, match.start()):
        title = title_of(reading, match.start("paper"), _sentence_end(reading.folded, match.end("paper")))
        agreed = reading.value("agreement_date")
        yield _fact(reading, "announces", title, str(agreed) if agreed else None, match.span(), 0.7)


def _is_of_before(reading: Reading, start: int) -> bool:
    """Whether the sentence around an offset tells of an earlier year: ``El año pasado se firmó la declaración``."""
    sentence = _SENTENCE_START.split(reading.folded[max(0, start - _BEFORE) : start])[-1]
    return reading.knowledge.once(_earlier).search(sentence) is not None


def _earlier(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(knowledge.table("relations")["signed"]["earlier"])


def _at_a_distance(knowledge: Knowledge) -> list[re.Pattern[str]]:
    table, paper = knowledge.table("relations")["signed"], rf"\b(?P<paper>{paper_names(knowledge)})\b"
    between = r"(?:[^.;\n]|\n(?!\s*\n))"
    wordings = (rf"{table['active']}{between}{{1,160}}?{paper}", rf"{paper}{between}{{1,160}}?{table['passive']}")
    return [re.compile(wording.replace(" ", r"\s")) for wording in wordings]


def _types(reading: Reading) -> tuple[str, ...]:
    """The relations that a paper of this kind has: an instrument acts on others, a release tells of one."""
    kind = reading.value("kind")
    if kind in AGREEMENT_KINDS:
        return _OF_INSTRUMENTS
    if kind in ANNOUNCEMENT_KINDS:
        return ("announces", "renews")
    return ("terminates",) if kind == "correspondence" else ()


def _each_once(facts: list[Fact]) -> Iterator[Fact]:
    """One fact for a relation and date; one without a date only where none of its type has one."""
    seen: set[tuple[str, str | None]] = set()
    dated = {fact.value.type for fact in facts if isinstance(fact.value, Relation) and fact.value.date}
    for fact in facts:
        relation = fact.value
        assert isinstance(relation, Relation)
        key = (relation.type, relation.date)
        if key not in seen and (relation.date or relation.type not in dated):
            seen.add(key)
            yield fact


def _told(reading: Reading, types: tuple[str, ...]) -> Iterator[Fact]:
    cues, denied = reading.knowledge.once(RelationCues.build), reading.knowledge.once(_denied)
    dates = [date for date in reading.once(dates_in) if date.exact]
    for type, stems, pattern in cues.patterns:
        if type in types:
            end = _RECITALS if type == "implements" else len(reading.folded)
            for match in around(stems, pattern, reading.folded, 0, end, lead=_LEAD, reach=_WORDING):
                if not denied.search(reading.folded[max(0, match.start() - _LEAD) : match.start()]):
                    yield from _one(reading, type, match, dates)


def _done_to(reading: Reading, types: tuple[str, ...]) -> Iterator[Fact]:
    """``The Memorandum of Understanding signed on DATE is hereby renewed``, ``… has served, and they renew it``."""
    before, after, signed = reading.knowledge.once(_done)
    for date in (date for date in reading.once(dates_in) if date.exact):
        verb = after.match(reading.folded, date.end, date.end + _REACH) or _by_pronoun(reading, date)
        paper = before.search(reading.folded, max(0, date.start - TITLE), date.start)
        paper = paper or (signed.search(reading.folded, date.end, verb.start()) if verb else None)
        type = next((name for name, word in (verb.groupdict() if verb else {}).items() if word), None)
        if verb and paper and type in types:
            title = title_of(reading, paper.start("paper"), max(date.start, paper.end("paper")))
            begin = min(paper.start("paper"), date.start)
            yield _fact(reading, str(type), title, str(date.date), (begin, verb.end()), 0.9)


def _by_pronoun(reading: Reading, date: Found) -> re.Match[str] | None:
    """What a later clause of the sentence does to ``it``, unless it only may or must not be done."""
    verbs, left_open = reading.knowledge.once(_pronoun_verbs)
    end = min(_sentence_end(reading.folded, date.end), date.end + _CLAUSE)
    verb = verbs.search(reading.folded, date.end, end)
    return None if verb is None or left_open.search(reading.folded, date.end, verb.start()) else verb


def _pronoun_verbs(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Verbs with their pronoun, by relation, and the words that leave the doing open."""
    table = knowledge.table("relations")["done_by_pronoun"]
    verbs = "|".join(rf"(?P<{type}>\b(?:{'|'.join(words)}))" for type, words in table["verbs"].items())
    return re.compile(verbs.replace(" ", r"\s+")), re.compile(table["left_open"])


def _done(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A paper's name at some distance before a date, what is done to it behind the date, and a name behind the date."""
    table = knowledge.table("relations")
    paper = paper_names(knowledge).replace(" ", r"\s+")
    verbs = "|".join(f"(?P<{type}>{'|'.join(words)})" for type, words in table["done"].items())
    after = rf"\s*,?\s*(?:(?:is|are|was)\s+(?:hereby\s+)?|(?:se|queda)\s+)(?:{verbs})"
    signed = rf"{table['signed']['cues']}(?:[\w'-]+ )?(?P<paper>{paper_names(knowledge)})\b".replace(" ", r"\s+")
    return re.compile(rf"\b(?P<paper>{paper})\b[^.;]*?\Z"), re.compile(after), re.compile(signed)


def _one(reading: Reading, type: str, match: re.Match[str], dates: list[Found]) -> Iterator[Fact]:
    """The paper behind one cue, with the date that follows it in the same sentence."""
    end = _sentence_end(reading.folded, match.end())
    title = title_of(reading, match.start("paper"), end)
    if type == "announces":
        agreed = reading.value("agreement_date")
        yield _fact(reading, type, title, str(agreed) if agreed else None, (match.start(), match.end()), 0.75)
        return
    ended, again = reading.knowledge.once(OlderPapers.build).ended, reading.knowledge.once(_renewed_again)
    following = [
        date
        for date in dates
        if match.end() <= date.start < end and not ended.search(reading.folded, match.end(), date.start)
    ]
    if not following:
        yield from _without_day(reading, type, match, end, title)
        return
    for index, date in enumerate(following):
        if index and not again.search(" ".join(reading.folded[date.start - 60 : date.start].split()) + " "):
            break
        yield _fact(reading, type, title, str(date.date), (match.start(), date.end), 0.85)


def _without_day(reading: Reading, type: str, match: re.Match[str], end: int, title: str) -> Iterator[Fact]:
    """A paper told by its year, or without any date; without one it must be renewed, amended or ended to count."""
    year = _YEAR.search(reading.folded, match.start(), end)
    further = _day_elsewhere(reading, match) if type in ("renews", "amends") else None
    if further:
        yield _fact(reading, type, title, str(further.date), (match.start(), match.end()), 0.75)
    elif year:
        yield _fact(reading, type, title, year[1], (match.start(), max(match.end(), year.end())), 0.75)
    elif type in ("renews", "amends"):
        yield _fact(reading, type, title, None, (match.start(), match.end()), 0.65)


def _day_elsewhere(reading: Reading, match: re.Match[str]) -> Found | None:
    """The day of a paper that is named without one here, and with it elsewhere."""
    return _day_defined(reading, match) or _day_before(reading, match) or _day_further_on(reading, match)


def _day_before(reading: Reading, match: re.Match[str]) -> Found | None:
    """``They signed an Alliance on DATE and renewed it on DATE. They now renew their Alliance``: the last of them."""
    name, named = match["paper"].split()[-1], reading.knowledge.once(named_with_day)
    last = None
    for date in reading.once(dates_in):
        if date.exact and max(0, match.start() - _REACH) <= date.start < match.start():
            told = named.search(reading.folded, max(0, date.start - TITLE), date.start)
            last = date if told and told["paper"].split()[-1] == name else last
    return last


def _day_defined(reading: Reading, match: re.Match[str]) -> Found | None:
    """The day of the paper that a short form means: ``dated DATE (the "Agreement") … extend the Agreement``."""
    name = re.escape(" ".join(match["paper"].split()))
    short = re.compile(rf"[^.;()]{{0,60}}\((?:[a-z, ]{{0,24}} )?\"(?:the )?{name}\"")
    return next((d for d in reading.once(dates_in) if d.exact and short.match(reading.folded, d.end)), None)


def _day_further_on(reading: Reading, match: re.Match[str]) -> Found | None:
    """The day of the paper that a heading names, where the text names it again: ``the MOU executed on DATE``."""
    if match.start() > _HEADING:
        return None
    name, named = match["paper"].split()[-1], reading.knowledge.once(named_with_day)
    signed = reading.knowledge.once(signed_after_day)
    for date in reading.once(dates_in):
        if date.exact and match.end() <= date.start < _RECITALS:
            again = named.search(reading.folded, max(match.end(), date.start - TITLE), date.start)
            if again and again["paper"].split()[-1] == name:
                return date
            told = signed.match(reading.folded, date.end)
            if told and told["paper"].split()[-1] == name:
                return date
    return None


def relation_before(reading: Reading, start: int) -> str | None:
    """What an instrument or a letter does to the paper named at an offset, by the nearest wording before it."""
    types = _types(reading)
    begin, denied = max(0, start - _BEFORE), reading.knowledge.once(_denied)
    before = _SENTENCE_START.split(reading.folded[begin:start])[-1]
    nearest: tuple[int, str] | None = None
    for type, pattern in reading.knowledge.once(_wordings_before):
        if type not in types or (type == "implements" and start > _RECITALS):
            continue
        ends = [match.end() for match in pattern.finditer(before) if not denied.search(before[: match.start()])]
        if ends and (nearest is None or ends[-1] > nearest[0]):
            nearest = ends[-1], type
    return nearest[1] if nearest else None


def _denied(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile("|".join(knowledge.table("relations")["denied"]["before"]))


def _renewed_again(knowledge: Knowledge) -> re.Pattern[str]:
    """What leads to another day of the same paper: ``signed on DATE and renewed on DATE``."""
    return re.compile("|".join(knowledge.table("relations")["renewed"]["before"]))


def _wordings_before(knowledge: Knowledge) -> list[tuple[str, re.Pattern[str]]]:
    return [
        (type, re.compile(cue.replace(" ", r"\s+"))) for type, cue in knowledge.table("relations")["before"].items()
    ]


def _sentence_end(folded: str, start: int) -> int:
    match = _SENTENCE_END.search(folded, start, start + _REACH)
    return match.start() if match else min(len(folded), start + _REACH)


def _fact(reading: Reading, type: str, title: str, date: str | None, span: tuple[int, int], confidence: float) -> Fact:
    return reading.fact("relation", Relation(type, title or None, date), span, confidence, f"relation: {type}")


def _replies(reading: Reading) -> Iterator[Fact]:
    """A mail that answers another, or a letter ``in reply to your letter of DATE``."""
    subject = reading.paper.metadata.get("subject", "")
    if reading.paper.metadata.get("in-reply-to"):
        name = re.sub(r"(?i)^(?:\s*(?:re|rv|fwd?|resp)\s*:)+\s*", "", subject)
        yield Fact("relation", Relation("replies-to", name or None), 0.9, "relation: mail header")
    match = reading.knowledge.once(_reply).search(reading.folded)
    if match:
        date = next((date for date in reading.once(dates_in) if match.end() <= date.start < match.end() + 60), None)
        day = str(date.date) if date and date.date else None
        span = (match.start(), date.end if date else match.end())
        yield _fact(reading, "replies-to", match["what"], day, span, 0.85 if day else 0.7)


def _reply(knowledge: Knowledge) -> re.Pattern[str]:
    table = knowledge.table("relations")["replies"]
    return re.compile(rf"\b(?:{'|'.join(table['cues'])})\s+(?P<what>{'|'.join(table['what'])})\b")
