"""Signers a release or a news item tells of: ``Ana Ruiz and Luis Vega signed``, ``Firmaron Ana Ruiz y Luis Vega``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from archive_app.extractors import recitals
from archive_app.extractors.authorities import matcher
from archive_app.extractors.authorities.places import places
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.names import names
from archive_app.extractors.sentences import sentences
from archive_app.extractors.signatories.persons import Persons
from archive_app.extractors.signatories.signer import Signer

#: How much of a release tells who signed.
_DEPTH = 8000
#: Between a verb of signing and the other signer; or the signer right behind the verb.
_WITH = re.compile(r"[^.;,]{0,90}?\s(?:with|con)\s+(?=[^.;]{0,60}[A-ZÀ-Þ])")
_NAME_NEXT = re.compile(r"\s+(?=(?:(?:el|la|the)\s+(?:[a-zà-ÿ]+\s+){1,3})?[A-ZÀ-Þ][\w.'’-]+\s+[A-ZÀ-Þ])")
#: Who signs for another says so between commas; the other one did not sign.
_FOR_ANOTHER = re.compile(r",\s+(?:on behalf of|en (?:nombre|representaci[oó]n) del?)\s[^,;\n]{3,90}(?=,)")
#: What shows that words beside a name are more than a title.
_NO_TITLE = re.compile(r"[()\"“”]|\b(?:signs?|signed|signing|firm\w+|said|dijo)\b")
#: Letters behind a signer's name in which the day of the signature stands, and what leads to it.
_DAY_BEHIND = 160
_ON = re.compile(r"\b(?:on|el)\s+\Z")
_THEY = re.compile(r"(?:They|Both|The two|Ambos|Ambas|Los dos|Las dos)\b")


@dataclass(frozen=True)
class ToldCues:
    """The table ``signing_cues`` as patterns, and what finds persons."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    stop: re.Pattern[str]
    aside: re.Pattern[str]
    recital: re.Pattern[str]
    persons: Persons

    @classmethod
    def build(cls, knowledge: Knowledge) -> ToldCues:
        """Ask for it with ``knowledge.once(ToldCues.build)``."""
        table = knowledge.table("signing_cues")
        after = "|".join(table["after_signers"])
        return cls(
            re.compile(
                rf"(?<![\w-])(?<!\bto )(?<!\bof )(?<!\bthe )(?<!\bwere )(?<!\bwas )(?<!\bbeen )(?:{after})(?![\w-])"
            ),
            re.compile(rf"(?<!\w)(?:{'|'.join(table['before_signers'])})(?=\W)"),
            re.compile(rf"(?<!\w)(?:{'|'.join(table['stops'])})(?!\w)"),
            re.compile("(?i)" + "|".join(table["asides"])),
            knowledge.once(recitals.begins),
            Persons(knowledge.once(names), knowledge.once(matcher), knowledge.once(places)),
        )


def told_signers(reading: Reading) -> list[Signer]:
    """All persons the text says to have signed, in reading order."""
    cues = reading.knowledge.once(ToldCues.build)
    text = _FOR_ANOTHER.sub(lambda clause: " " * len(clause[0]), reading.text[:_DEPTH])
    named = frozenset(id for _, _, id in cues.persons.matcher.mentions(text))
    cues = replace(cues, persons=replace(cues.persons, told=named))
    found: list[Signer] = []
    before = (0, 0)
    for start, end in sentences(text):
        if not cues.aside.search(text, start, end) and not recitals.recited(text, end - 1, cues.recital):
            if _THEY.match(text, start) and cues.after.search(text, start, end):
                found.extend(cues.persons.within(text, *before, 0.8, "they signed"))
            else:
                found.extend(_in_sentence(text, start, end, cues))
        before = (start, end)
    # A name in capitals is part of a heading, not of a sentence that tells.
    return _with_roles(text, [signer for signer in found if not signer.value.name.isupper()], cues)


def dated(reading: Reading, signers: list[Signer]) -> list[Signer]:
    """``signed by Ana Ruiz, director, on May 2, 2014, and by Luis Vega on May 9``: each with the day behind it."""
    told = []
    for signer, following in zip_longest(signers, signers[1:]):
        stop = following.start if following else signer.start + _DAY_BEHIND
        days = (date for date in reading.once(dates_in) if signer.start < date.start < stop and date.exact)
        day = next((date for date in days if _ON.search(reading.text, signer.start, date.start)), None)
        if day is None:
            return signers
        told.append(replace(signer, value=replace(signer.value, date=str(day.date))))
    return told if len(told) > 1 else signers


def _in_sentence(text: str, start: int, end: int, cues: ToldCues) -> Iterator[Signer]:
    """The signers of one sentence: those after ``signed by`` or ``Signers:``, else the subject of ``signed``."""
    if before := cues.before.search(text, start, end):
        stop = cues.stop.search(text, before.end(), end)
        yield from cues.persons.within(text, before.end(), stop.start() if stop else end, 0.88, "signed by …")
        return
    begin = start
    found = 0
    for after in cues.after.finditer(text, start, end):
        stop = cues.stop.search(text, begin, after.start())
        for signer in cues.persons.within(text, stop.end() if stop else begin, after.start(), 0.87, "… signed"):
            found += 1
            yield signer
        begin = after.end()
    if begin > start:
        yield from _behind(text, begin, end, cues, found)


def _behind(text: str, begin: int, end: int, cues: ToldCues, found: int) -> Iterator[Signer]:
    """``… signed the agreement with Director Ana Ruiz``; ``por la EEOC firmó Ana Ruiz``, where none stands before."""
    stop = cues.stop.search(text, begin, end)
    end = stop.start() if stop else end
    other = (_WITH.search(text, begin, end) if found else None) or _NAME_NEXT.match(text, begin, end)
    if other:
        yield from cues.persons.within(text, other.end(), end, 0.85, "signed with …")


def _with_roles(text: str, found: list[Signer], cues: ToldCues) -> list[Signer]:
    """Signers with the office that another sentence tells, where theirs tells none: ``said Ana Ruiz, director``."""
    spans = list(sentences(text)) if any(not signer.value.title for signer in found) else []
    return [signer if signer.value.title else _with_role(text, signer, spans, cues) for signer in found]


def _with_role(text: str, signer: Signer, spans: list[tuple[int, int]], cues: ToldCues) -> Signer:
    surname = signer.value.name.split()[-1]
    for start, end in spans:
        if signer.start < start or signer.start >= end or text.count(surname, start, end) > 1:
            for other in cues.persons.within(text, start, end, 0, "") if surname in text[start:end] else ():
                if other.key == signer.key and other.value.title and not _NO_TITLE.search(other.value.title):
                    return replace(signer, value=replace(signer.value, title=other.value.title))
    return signer
