"""Papers named in passing: one cited by its day, and the one that this paper puts into another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive_app.domain.fact import AGREEMENT_KINDS, DateMention, Fact, Relation
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import Found, dates_in
from archive_app.extractors.dates.older_papers import OlderPapers
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.other_papers import named_with_day, paper_names, signed_after_day, title_of
from archive_app.extractors.relations import relation_before

#: Letters before a day in which the paper that bears it is named.
_REACH = 190
#: Letters before a day in which is told that another paper ended then.
_ENDED_BEFORE = 90
#: Letters behind a day in which is told what became of the paper that bears it.
_BEHIND = 40
#: Letters from the top, and to the end, in which a paper says that it is a translation.
_TOP, _FOOT = 1500, 500
#: Letters from the top in which an instrument says what it rests on.
_RECITALS = 8000
#: Parts of a date that leave it open whether another paper bears it. In an instrument only a cited one is another's.
_OPEN = frozenset({"cited", "mentioned", "event", "agreement", "issued"})
#: What papers that alter others do to them.
_ACTS = {"amendment": "amends"}
_NAME_BEFORE = re.compile(r"(?:\b[A-ZÁÉÍÓÚÑ][\w'&.-]+ ){1,4}\Z")


@dataclass(frozen=True)
class CitedCues:
    """Part of ``cited`` in the table ``relations``; what each is for stands there."""

    plain_letter: re.Pattern[str]
    of_ministries: re.Pattern[str]
    through: re.Pattern[str]
    own: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> CitedCues:
        table = knowledge.table("relations")["cited"]
        return cls(*(re.compile(table[name]) for name in ("plain_letter", "of_ministries", "through", "own")))


def find(reading: Reading) -> Iterable[Fact]:
    """``cites`` for each day of another paper of which nothing more is said; ``translates`` where the paper says so."""
    yield from _cited(reading)
    yield from _cited_after_its_day(reading)
    yield from _cited_by_year(reading)
    yield from _translated(reading)


def _cited(reading: Reading) -> Iterator[Fact]:
    """``the Letter of Arrangement signed at Washington, D.C., on DATE``, ``your letter of DATE`` in an answer."""
    told = _told_days(reading)
    named, cues = reading.knowledge.once(named_with_day), reading.knowledge.once(CitedCues.build)
    for found in reading.once(dates_in):
        day = str(found.date)
        if not found.exact or day in told or not _may_be_cited(reading, found):
            continue
        start = max(0, found.start - _REACH)
        match = named.search(reading.folded, start, found.start)
        if match and cues.own.search(reading.folded, max(0, match.start() - 16), match.start()):
            match = named.search(reading.folded, match.end("paper"), found.start)
        if match and not cues.plain_letter.fullmatch(match["paper"]) and not _ended_then(reading, found):
            nearer = named.search(reading.folded, match.end("paper"), found.start)
            if nearer and cues.through.search(reading.folded, match.end("paper"), nearer.start()):
                match = nearer
            begin = _with_its_name(reading, match.start("paper"))
            type = relation_before(reading, begin)
            if type is None and not _stands_as_cited(reading, found):
                continue
            type = type or _own_act(reading, match["paper"], found)
            type = "cites" if type is None or (type == "implements" and _is_ours(reading, begin, found.end)) else type
            told.add(day)
            relation = Relation(type, title_of(reading, begin, found.start) or None, day)
            yield reading.fact("relation", relation, (begin, found.end), 0.75, f"relation: {type}")


def _own_act(reading: Reading, paper: str, found: Found) -> str | None:
    """What an amendment does to the first paper that it names with a day, where no verb says so: ``Reference is made
    to that certain Memorandum … of DATE``."""
    act, ministries = _ACTS.get(str(reading.value("kind"))), reading.knowledge.once(CitedCues.build).of_ministries
    done = any(isinstance(fact.value, Relation) and fact.value.type == act for fact in reading.found("relation"))
    return act if act and not done and found.start < _TOP and not ministries.search(paper) else None


def _cited_after_its_day(reading: Reading) -> Iterator[Fact]:
    """``Whereas on DATE the Ministry and the Department signed a Joint Declaration``."""
    if reading.value("kind") not in AGREEMENT_KINDS:
        return
    told, pattern = _told_days(reading), reading.knowledge.once(signed_after_day)
    for found in reading.once(dates_in):
        match = pattern.match(reading.folded, found.end) if found.exact and str(found.date) not in told else None
        type = relation_before(reading, found.start) if match else None
        if match and type:
            title = title_of(reading, _with_its_name(reading, match.start("paper")), match.end("paper"))
            type = "cites" if type == "implements" and _is_ours(reading, found.start, match.end("paper")) else type
            relation = Relation(type, title or None, str(found.date))
            yield reading.fact("relation", relation, (found.start, match.end()), 0.75, f"relation: {type}")


def _cited_by_year(reading: Reading) -> Iterator[Fact]:
    """``bearing in mind the 2004 Joint Declaration``, ``la Carta de Acuerdo de 2004``: by no more than its year."""
    if reading.value("kind") not in AGREEMENT_KINDS or any(reading.found("relation")):
        return
    for match in reading.knowledge.once(_named_with_year).finditer(reading.folded, 0, _RECITALS):
        type = relation_before(reading, match.start())
        if type:
            title = title_of(reading, match.start("paper"), match.end("paper"))
            relation = Relation(type, title, match["before"] or match["after"])
            yield reading.fact("relation", relation, match.span(), 0.7, f"relation: {type}")
            return


def _named_with_year(knowledge: Knowledge) -> re.Pattern[str]:
    year = r"(?:19|20)\d\d"
    paper = paper_names(knowledge).replace("(?:joint", f"(?!{year})(?:joint")
    wording = rf"\b(?:(?P<before>{year}) )?(?P<paper>{paper})\b(?(before)|(?: of| del? ano| del?) (?P<after>{year})\b)"
    return re.compile(wording.replace(" ", r"\s+"))


def _told_days(reading: Reading) -> set[str]:
    """Days that are the paper's own, or of papers to which it has a closer relation."""
    fields = ("agreement_date", "effective_date", "expiration_date", "issued_date")
    own = {str(fact.value) for field in fields for fact in reading.found(field)}
    related = {fact.value.date for fact in reading.found("relation") if isinstance(fact.value, Relation)}
    return own | {day for day in related if day}


def _may_be_cited(reading: Reading, found: Found) -> bool:
    role = reading.once(_roles).get(str(found.date), "mentioned")
    return role in ("cited", "mentioned") if reading.value("kind") in AGREEMENT_KINDS else role in _OPEN


def _stands_as_cited(reading: Reading, found: Found) -> bool:
    """Whether an instrument speaks of a day as another paper's, where it says nothing of what it does to that one."""
    role = reading.once(_roles).get(str(found.date), "mentioned")
    return role == "cited" or reading.value("kind") not in AGREEMENT_KINDS


def _roles(reading: Reading) -> dict[str, str]:
    mentions = (fact.value for fact in reading.found("date"))
    return {mention.date: mention.role for mention in mentions if isinstance(mention, DateMention)}


def _is_ours(reading: Reading, begin: int, end: int) -> bool:
    """Whether the other paper is an older one of the same bodies: ``signed by the Participants on DATE``."""
    return reading.knowledge.once(_ours).search(reading.folded, begin, end + _BEHIND) is not None


def _ended_then(reading: Reading, found: Found) -> bool:
    """``which lapsed on DATE``: the day on which the other paper ended."""
    before = reading.folded[max(0, found.start - _ENDED_BEFORE) : found.start]
    older = reading.knowledge.once(OlderPapers.build)
    return older.ended.search(before) is not None or older.was_to_end(" ".join(before.split()) + " ")


def _ours(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(knowledge.table("relations")["cited"]["ours"].replace(" ", r"\s+"))


def _with_its_name(reading: Reading, start: int) -> int:
    """Where a paper's name begins that is more than its kind: ``Loan Agreement``, ``Joint Ministerial Declaration``."""
    before = _NAME_BEFORE.search(reading.text, max(0, start - 60), start)
    return before.start() if before else start


def _translated(reading: Reading) -> Iterator[Fact]:
    """``UNOFFICIAL TRANSLATION``, ``traducción no oficial``: of a paper of the same name and day."""
    cue = reading.knowledge.once(_says_translation)
    match = cue.search(reading.folded, 0, _TOP) or cue.search(reading.folded, max(0, len(reading.folded) - _FOOT))
    if match:
        title, day = reading.value("title"), reading.value("agreement_date")
        relation = Relation("translates", str(title) if title else None, str(day) if day else None)
        yield reading.fact("relation", relation, match.span(), 0.8, "relation: translates")


def _says_translation(knowledge: Knowledge) -> re.Pattern[str]:
    cues = knowledge.table("relations")["translated"]["cues"]
    return re.compile("|".join(f"(?:{cue})" for cue in cues))
