"""Persons in running text, with their titles: ``Mexican Consul General Ana Ruiz``, ``Ana Ruiz, director of …``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive_app.domain.fact import Signatory
from archive_app.extractors.authorities.composing import Mention
from archive_app.extractors.authorities.matcher import Matcher
from archive_app.extractors.authorities.places import Places
from archive_app.extractors.names import Names
from archive_app.extractors.signatories.signer import Signer

_BOUNDARY = re.compile(
    r";|(?<!\d):(?!\d)|(?<!\b[A-Z])\.(?=\s)|\s(?:that|que)\s|,?\s+(?:and|y|e|with|con)\s+(?=[^,]{0,90}\b[A-ZÀ-ÞÁÉÍÓÚÑ])|[—–]|\btoday\b|\bhoy\b"
)
_LEADS_IN = r"In|At|En|On behalf of|En nombre de|En representaci[oó]n del?|En el marco de|During|Durante|Por parte del?"
_TRIM = re.compile(
    rf"\A(?:\W|[A-ZÀ-Þ][\w ]{{2,30}}\.\s?[—–-]+\s|"
    r"[A-ZÀ-Þ][\w. ]{2,30},\s[A-Z][\w. ]{1,18}(?:,\s[A-Z]\w+\s\d{1,2},\s\d{4}\s)?[.—–-]+\s|"
    rf"(?:{_LEADS_IN})\s[^,;:]{{2,110}},\s|"
    r"\b(?:El|La|Los|Las)(?=\s+(?:[a-z]|C[oó]nsul|Embajador|Secretari|Director|Ministr))|\b(?:el|la|los|las|un|una|y|a|(?i:today|hoy|caption|its|their|the|that|"
    r"que|signers|and|then|for|por|by|were|was|between|on\s+\w+\s+\d+,\s+\d+))\b)+"
)
#: What another says before a title: ``"… in the orchards," said Consul``, ``the agency said its regional director``.
_SAYING = re.compile(
    r".*(?:[\"”»],?\s+(?:said|says|added|dijo|señaló|afirmó|indicó)\s+|\b(?:said|says|announced)\s+(?:that\s+)?(?:its|the)\s+)",
    re.S,
)
#: What leads to a title: "In the city of Lunar, on the 4th of May, the Consul".
_LAST_ARTICLE = re.compile(
    r"\A.*\d.*,\s(?:the|el|la)\s+|\A(?:[Ee]n|[Ii]n|[Dd]urante|[Dd]uring|[Aa]t)\s.*,\s(?:the|el|la)\s+", re.S
)
_AFTER = re.compile(
    r"\s*,\s+(?P<title>[^,;.()]{3,110}?(?:,\s+[A-Z][^,;.()]{3,60}?)?)(?=,?\s+(?:and|y)\s|[,;.()]|\s+(?:signed|firm)|\Z)"
)
#: With these a newspaper's name begins, and no person's.
_ARTICLES = frozenset({"El", "La", "Los", "Las", "The"})
_FOUNDS = re.compile(r"(?i)^(?:and|y|signed|renewed|who|which|during|on|at)\b")


@dataclass(frozen=True)
class Persons:
    """Finds persons; bodies and places in the words are no part of a name.

    ``told`` are ids of bodies that the text names elsewhere.
    """

    names: Names
    matcher: Matcher
    places: Places
    told: frozenset[str] = frozenset()

    def within(self, text: str, start: int, end: int, confidence: float, rule: str) -> Iterator[Signer]:
        """The persons named in a span, each with title and body where they stand beside the name."""
        bodies = self.matcher.read(text[start:end], self.told)
        masked = list(text[start:end])
        for mention in bodies:
            masked[mention.start : mention.end] = "·" * (mention.end - mention.start)
        hidden = "".join(masked)
        previous = 0
        for left, right in self._spans(hidden):
            name = self.names.person(hidden[left:right])
            if name is None or self._is_no_person(name, hidden[right : right + 3]):
                continue
            title, after = self._title(text[start:end], hidden, previous, left, right)
            near = (m for m in bodies if previous <= m.start < after and self._may_sign(m))
            body = next((self._body(text, start, mention) for mention in near), None)
            yield Signer(start + left, start + right, Signatory(name, title, body), confidence, rule)
            previous = max(right, after if title and after > right else right)

    def _is_no_person(self, name: str, behind: str) -> bool:
        """A city, a people, or the beginning of a firm's or a group's name: ``American Leather & Shoe Association``."""
        words = name.split()
        peoples = self.places.is_demonym(words[-1]) or self.places.is_demonym(words[0])
        return self.matcher.is_city(name) or peoples or words[0] in _ARTICLES or behind.strip().startswith("&")

    def _may_sign(self, mention: Mention) -> bool:
        """Whether somebody may sign for a body: programmes and treaties have no hands."""
        return not mention.ids or self.matcher.record(mention.ids[0]).role not in ("programme", "treaty")

    def _body(self, text: str, start: int, mention: Mention) -> str:
        """The body as written; the name of the post or office where only its head is named."""
        if mention.person and mention.id:
            return self.matcher.record(mention.id).name
        return " ".join(text[start + mention.start : start + mention.end].split())

    def _spans(self, words: str) -> Iterator[tuple[int, int]]:
        """Spans of capitalised words, their leading titles, nationalities and places left out."""
        for match in re.finditer(self.names.person_pattern, words):
            for left, right in self._parted(match[0], match.start()):
                yield self._without_lead(words, left, right)

    def _parted(self, words: str, start: int) -> Iterator[tuple[int, int]]:
        """``Ana Ruiz y Luis Vega`` is two persons, ``José Ortega y Gasset`` one."""
        parts = re.split(r"\s+(?:y|e)\s+", words)
        if len(parts) == 1 or any(len(part.split()) < 2 for part in parts):
            yield start, start + len(words)
            return
        at = 0
        for part in parts:
            at = words.index(part, at)
            yield start + at, start + at + len(part)

    def _without_lead(self, words: str, left: int, right: int) -> tuple[int, int]:
        tokens = list(re.finditer(r"\S+", words[left:right]))
        for number, token in enumerate(tokens[:-2]):
            if not self._leads(token[0]):
                return left + tokens[number].start(), right
        return (left + tokens[-2].start(), right) if len(tokens) > 1 else (left, right)

    def _leads(self, word: str) -> bool:
        """Whether a word before a name belongs to a title, a body or a country, not to the name."""
        bare = word.strip(".,")
        return (
            self.names.is_title(bare)
            or self.names.is_body(bare)
            or self.names.is_common(bare)
            or self.names.is_place(bare)
            or self.places.is_demonym(bare)
            or bare in ("de", "del", "of", "the", "la", "El", "La")
        )

    def _title(self, words: str, hidden: str, previous: int, left: int, right: int) -> tuple[str | None, int]:
        """The title before a name, else the one after it; and where the words about the person end.

        Boundaries are looked for with the bodies hidden, since their names hold commas and "and" too.
        """
        behind = self._title_behind(words, hidden, right)
        ends = [m.end() for m in _BOUNDARY.finditer(hidden, previous, right) if m.end() < left]
        for begin in [*reversed(ends), previous]:
            candidate = _TRIM.sub("", _SAYING.sub("", words[begin:left])).strip(" ,—-")
            tail = self._behind_article(_LAST_ARTICLE.sub("", candidate))
            candidate = tail if tail and self._has_title(tail) else candidate
            if candidate and self._has_title(candidate):
                return _clean(candidate), behind[1] if behind else right
        return behind or (None, right)

    def _behind_article(self, words: str) -> str:
        """``estado el secretario`` as ``secretario``: what stands before the article is no part of a title."""
        article = re.search(r"\s(?:el|la)\s+(?=(\S+))", words)
        leads = article and self.names.is_title(article[1]) and not self._has_title(words[: article.start()])
        return words[article.end() :] if article and leads else words

    def _title_behind(self, words: str, hidden: str, right: int) -> tuple[str, int] | None:
        """``…, director of the office``: the title after a name, and where it ends."""
        after = _AFTER.match(hidden, right)
        title = words[after.start("title") : after.end("title")] if after else ""
        if after is None or not self._has_title(title) or _FOUNDS.match(title):
            return None
        among = hidden[after.start("title") : after.end("title")]
        named = (self.names.person(among[begin:end]) for begin, end in self._spans(among))
        if any(name and not self.matcher.is_city(name) for name in named):
            return None  # the next one of a list: "…, Secretary Ana Ruiz"
        return _clean(title), after.end()

    def _has_title(self, words: str) -> bool:
        return len(words) < 140 and any(self.names.is_title(word) for word in re.findall(r"[\w-]+", words))


def _clean(title: str) -> str:
    return re.sub(r"\s+", " ", title).strip(" ,;")
