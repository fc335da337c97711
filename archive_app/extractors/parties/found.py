"""A party as it stands in the text, and what makes it trustworthy."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.domain.fact import Fact, Party
from archive_app.extractors.authorities.matcher import Matcher
from archive_app.extractors.context import Reading

#: A short form that the paper gives a body, at the end of its name: ``("BOLI")``.
_DEFINED = re.compile(r"\s*\((?:the\s+|el\s+|la\s+)?[\"“][^\"”()]+[\"”]\)\Z")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """The span of a party's name, the name written cleanly, and the authority it means where that is known.

    ``strength`` is the chance that this is a party's name at all.
    """

    start: int
    end: int
    name: str
    strength: float
    authority: str | None = None
    role: str | None = None

    @property
    def open(self) -> bool:
        """Whether this is a public body of which it is not known which one."""
        return self.authority is None and self.role in ("consulate", "federal agency")

    @property
    def key(self) -> str:
        """What makes two findings the same party."""
        return self.authority or "".join(_LETTERS.findall(self.name.casefold()))

    def fact(self, reading: Reading, rule: str, factor: float = 1.0) -> Fact:
        """The finding as a fact; as_written is the text's own words.

        A name that is neither a known body's nor a company's nor a person's is right three times in four.
        """
        confidence = factor * (self.strength if self.role else min(self.strength, 0.75))
        written = " ".join(reading.text[self.start : self.end].split())
        party = Party(self.name, written, self.authority, self.role)
        return reading.fact("party", party, (self.start, self.end), round(confidence, 2), rule)


def body(matcher: Matcher, text: str, start: int, end: int, id: str) -> Found:
    """A body of the authority file, named as the paper names it."""
    defined = _DEFINED.search(text, start, end)
    end = defined.start() if defined else end
    name = " ".join(text[start:end].split())
    return Found(start, end, name, 0.95, id, matcher.record(id).role)


def unique(found: list[Found]) -> list[Found]:
    """One finding for each party, the first."""
    seen: dict[str, Found] = {}
    for party in found:
        seen.setdefault(party.key, party)
    return list(seen.values())
