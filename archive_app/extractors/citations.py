"""Papers named in passing: one cited by its day, and the one that this paper puts into another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive_app.domain.fact import AGREEMENT_KINDS, DateMention, Fact, Relation
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import Found, dates_in
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.relations import paper_names, title_of

#: Letters before a day in which the paper that bears it is named.
_REACH = 190
#: Letters from the top, and to the end, in which a paper says that it is a translation.
_TOP, _FOOT = 1500, 500
#: Parts of a date that leave it open whether another paper bears it. In an instrument only a cited one is another's.
_OPEN = frozenset({"cited", "mentioned", "event", "agreement", "issued"})
#: A letter of no kind of agreement is correspondence, of which nothing need be held.
_PLAIN_LETTER = re.compile(r"letters?|cartas?")
_NAME_BEFORE = re.compile(r"(?:\b[A-ZÁÉÍÓÚÑ][\w'&.-]+ ){1,4}\Z")


def find(reading: Reading) -> Iterable[Fact]:
    """``cites`` for each day of another paper of which nothing more is said; ``translates`` where the paper says so."""
    yield from _cited(reading)
    yield from _translated(reading)


def _cited(reading: Reading) -> Iterator[Fact]:
    """``the Letter of Arrangement signed at Washington, D.C., on DATE``, ``your letter of DATE`` in an answer."""
    told = _told_days(reading)
    named = reading.knowledge.once(_named_with_day)
    for found in reading.once(dates_in):
        day = str(found.date)
        if not found.exact or day in told or not _may_be_cited(reading, found):
            continue
        start = max(0, found.start - _REACH)
        match = named.search(reading.folded, start, found.start)
        if match and not _PLAIN_LETTER.fullmatch(match["paper"]):
            told.add(day)
            begin = _with_its_name(reading, match.start("paper"))
            title = title_of(reading, begin, found.start)
            yield reading.fact(
                "relation", Relation("cites", title or None, day), (begin, found.end), 0.75, "relation: cites"
            )


def _told_days(reading: Reading) -> set[str]:
    """Days that are the paper's own, or of papers to which it has a closer relation."""
    fields = ("agreement_date", "effective_date", "expiration_date", "issued_date")
    own = {str(fact.value) for field in fields for fact in reading.found(field)}
    related = {fact.value.date for fact in reading.found("relation") if isinstance(fact.value, Relation)}
    return own | {day for day in related if day}


def _may_be_cited(reading: Reading, found: Found) -> bool:
    roles = reading.once(_roles)
    role = roles.get(str(found.date), "mentioned")
    return role == "cited" if reading.value("kind") in AGREEMENT_KINDS else role in _OPEN


def _roles(reading: Reading) -> dict[str, str]:
    mentions = (fact.value for fact in reading.found("date"))
    return {mention.date: mention.role for mention in mentions if isinstance(mention, DateMention)}


def _named_with_day(knowledge: Knowledge) -> re.Pattern[str]:
    wording = rf"\b(?P<paper>{paper_names(knowledge)})\b{knowledge.table('relations')['cited']['joint']}\Z"
    return re.compile(wording.replace(" ", r"\s"))


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
