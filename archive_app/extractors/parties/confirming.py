"""Names that stand in the list of parties and above a signature too: two places of a paper that agree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from archive_app.domain.fact import Fact, Party
from archive_app.extractors.context import Reading
from archive_app.extractors.signing import signatures

#: How often a company or person that is listed and signs proved to be a party, by how many are listed at most.
_SURE, _MOST = 0.93, 2
#: From this confidence a party is told by more than its signature.
_LISTED = 0.8
#: Rules that read a whole list of parties.
_LISTS = ("parties: between", "parties: made by", "parties: two with")
#: Letters and figures of a name at least, for one to stand within the other.
_SHORTEST = 6
_LETTERS = re.compile(r"[^\W_]+")


def confirmed(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """The facts, surer where a company's or person's name stands among the signatures too."""
    if len(facts) > _MOST:
        return facts
    signers = [
        _key(name) for signature in reading.once(signatures) for name in (signature.body, signature.name) if name
    ]
    surer = [_surer(fact, signers) for fact in facts]
    # Where one of two listed parties signs under another name, the list may be that of another paper.
    return surer if all(new.confidence >= _SURE for new in surer) else facts


def _surer(fact: Fact, signers: Iterable[str]) -> Fact:
    party = fact.value
    if not isinstance(party, Party) or party.authority or party.role not in ("company", "person"):
        return fact
    if fact.confidence < _LISTED or not fact.rule.startswith(_LISTS):
        return fact  # told by its signature or a short form alone, which confirms nothing further
    # A name with brackets in it is written in more than one way.
    if "(" in party.name or not any(_same(_key(party.name), signer) for signer in signers):
        return fact
    return replace(fact, confidence=max(fact.confidence, _SURE))


def _same(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST and (one in other or other in one)


def _key(name: str) -> str:
    return "".join(_LETTERS.findall(name.casefold()))
