"""Takes a list of parties apart: who stands in ``X, a Delaware corporation (“X”), and Y, an individual (“Y”)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from archive_app.extractors.authorities.composing import Mention
from archive_app.extractors.authorities.matcher import Matcher
from archive_app.extractors.names import Names
from archive_app.extractors.parties.cues import PartyCues
from archive_app.extractors.parties.found import Found, body
from archive_app.extractors.parties.naming import Namer, prefix, tidy
from archive_app.extractors.parties.wording import (
    ALIAS,
    BLANK,
    BRACKET,
    LIST_GOES_ON,
    NAME_START,
    QUOTED,
    SEMICOLONS,
    SEPARATOR,
)


@dataclass(frozen=True)
class Lister:
    """Everything that is known for taking lists apart."""

    names: Names
    matcher: Matcher
    cues: PartyCues

    @cached_property
    def namer(self) -> Namer:
        """What finds a name's end and tells whether it can be one."""
        return Namer(self.names, self.cues)

    @cached_property
    def labelled_part(self) -> re.Pattern[str]:
        """The part that a party plays, as a label on a line: ``Supplier: ``, ``Buyer      ``."""
        part = rf"(?P<part>(?i:{self.names.role}|to|from))"
        return re.compile(rf"(?m)^[ \t]*{part}(?:[ \t]*:[ \t]*|[ \t]{{3,}})(?=[A-Z0-9])")

    def parties(self, text: str, start: int, end: int) -> list[Found]:
        """The parties in a span of the text, in order; words that are only a part played are left out."""
        passage = text[start:end]
        mentions = [m for m in self.matcher.read(passage) if not m.person]
        found: list[Found] = []
        for left, right in self._pieces(passage, mentions):
            found.extend(self._in_piece(passage, left, right, mentions))
        if len(found) < 2 and (plain := self._parted_plainly(passage, mentions)):
            found = plain
        aliases = {_key(match[1]): match.start() for match in reversed(list(QUOTED.finditer(passage)))}
        named = [p for p in found if p.authority or aliases.get(_key(p.name), p.start) >= p.start]
        return [_moved(party, start) for party in _raised(named)]

    def bodies(self, text: str, start: int, end: int) -> list[Found]:
        """The bodies of the authority file that a span names."""
        named = [m for m in self.matcher.read(text[start:end]) if m.id and not m.person]
        return [_moved(body(self.matcher, text[start:end], m.start, m.end, m.ids[0]), start) for m in named]

    def one(self, text: str, start: int, end: int) -> list[Found]:
        """The party that a span names, where it is known to name no more than one."""
        passage = text[start:end]
        mentions = [m for m in self.matcher.read(passage) if not m.person]
        return [_moved(party, start) for party in self._in_piece(passage, 0, len(passage), mentions)[:1]]

    def _parted_plainly(self, passage: str, mentions: list[Mention]) -> list[Found]:
        """``Blue Lake Solutions and Red Hill Works``: two names with nothing but "and" to tell them apart."""
        for separator in re.finditer(r"\s(?:and|y|e)\s", passage):
            if _LAWS.search(passage[: separator.start()]):
                continue
            sides = ((0, separator.start()), (separator.end(), len(passage)))
            found = [party for left, right in sides for party in self._in_piece(passage, left, right, mentions)]
            if len(found) == 2:
                return found
        return []

    def _pieces(self, passage: str, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
        """Spans between the separators that part two parties, not two words of one."""
        covered = [match.span() for match in BRACKET.finditer(passage)] + [(m.start, m.end) for m in mentions]
        covered += [match.span() for match in self.namer.firm.finditer(passage)]
        begin = 0
        for separator in SEPARATOR.finditer(passage):
            at = separator.start() + len(separator[0]) - len(separator[0].lstrip())
            if any(left <= at < right for left, right in covered):
                continue
            if self._parts(passage, begin, separator, mentions):
                yield begin, separator.start()
                begin = separator.end()
        yield begin, len(passage)

    def _parts(self, passage: str, begin: int, separator: re.Match[str], mentions: list[Mention]) -> bool:
        """Whether a separator stands between two parties."""
        left, right = passage[begin : separator.start()], passage[separator.end() :]
        right = right[prefix(right) :]
        sign = separator[0].strip()
        if not (NAME_START.match(right) or BLANK.match(right) or right.startswith(("(", "“", '"'))):
            return False
        if any(0 <= m.start - separator.end() <= 6 for m in mentions):
            return sign in SEMICOLONS or self._is_complete(left, begin, mentions)
        if sign.startswith(SEMICOLONS):
            return True
        return self._parts_names(left, right, begin, separator[0], mentions)

    def _parts_names(self, left: str, right: str, begin: int, separator: str, mentions: list[Mention]) -> bool:
        """The same where no body of the authority file follows."""
        name, sign = self.namer.name(right), separator.strip(" .:\n")
        if not sign and "\n" in separator and not left.endswith(")"):
            aliased = ALIAS.search(left) and ALIAS.match(right[len(name) :]) and left.rstrip()[-1:] in ".,;:)"
            return bool(aliased) and self.names.is_company(name)
        if not sign and self._inside_name(left):
            return False
        if not sign:
            return self.namer.is_strong(right, name) or bool(self.names.person(name))
        if _LAWS.search(left) and not self.namer.is_strong(right, name):
            return False  # "organized under the laws of England and Wales"
        if sign == "," and _REPRESENTED.search(left):
            return False  # "represented by its Director, Ana Ruiz"
        if sign == ",":
            strong = self.namer.is_strong(right, name) or self._is_described_person(right, name)
            # Each party of a list with short forms has its own, whatever describes it behind that.
            defined = self.names.is_company(name) and " and " not in name and _ALIASED.search(left)
            return strong and (bool(defined) or self._list_goes_on(left, begin, mentions))
        if not name or self.namer.is_address(name) or self.names.only_endings(name):
            return bool(BLANK.match(right)) or self.names.is_role(name)
        return self._is_complete(left, begin, mentions)

    def _is_complete(self, left: str, begin: int, mentions: list[Mention]) -> bool:
        """Whether the words before a separator already hold a whole party: a body, a person, a company's ending, …"""
        words = left[prefix(left) :]
        if any(begin <= m.start < begin + len(left) for m in mentions) or BLANK.search(words):
            return True
        name = self.namer.name(words)
        rest = words[len(name) :]
        if not name or self.names.is_role(name):
            return bool(name or ALIAS.search(words))
        described = bool(ALIAS.match(rest) or self.cues.description.match(rest) or re.match(r"\s*,", rest))
        return described or self.names.is_company(name) or bool(self.names.person(name)) or "\n" in left.strip()

    def _inside_name(self, left: str) -> bool:
        """Whether words end with a bracket in the midst of a name: ``Yunfan (Tianjin)`` before ``Web Co., Ltd.``."""
        bracket = _PLAIN_BRACKET.search(left)
        if bracket is None or self.names.is_role(bracket["word"]):
            return False
        return not self.names.is_company(left[: bracket.start() + 1])

    def _is_described_person(self, right: str, name: str) -> bool:
        """``Ana Ruiz, an individual residing in …`` after a comma."""
        return bool(self.names.person(name) and _INDIVIDUAL.match(right, len(name)))

    def _list_goes_on(self, left: str, begin: int, mentions: list[Mention]) -> bool:
        """Whether a comma after these words may lead to a further party, and not to more of a description."""
        words = left[prefix(left) :]
        name = self.namer.name(words)
        rest = words[len(name) :].strip()
        aliased = rest.endswith((")", "]")) or any(begin + len(left) - m.end - begin < 3 for m in mentions)
        short = not re.search(r"\d", rest) and len(rest) < 60
        return aliased or (short and self._is_complete(left, begin, mentions))

    def _in_piece(self, passage: str, left: int, right: int, mentions: list[Mention]) -> list[Found]:
        """The party of one piece; several where it names several bodies of the authority file."""
        first = left + prefix(passage[left:right])
        name = self.namer.name(passage[first:right])
        within = [m for m in mentions if left <= m.start < right]
        if through := _THROUGH.search(passage, first, right):
            acting = [m for m in within if m.start >= through.end()]
            if acting and acting[0].start - through.end() < 30 and not self._is_embassy(acting[0]):
                return self._bodies(passage, acting[:1])
        if within and within[0].start <= first + max(len(name), 12):
            return self._bodies(passage, within)
        if not self.namer.plausible(name):
            return []
        rest = passage[first + len(name) : right]
        return [self.namer.unlisted(name, first, rest)]

    def _is_embassy(self, mention: Mention) -> bool:
        """An embassy is the hand of its ministry, which stays the party."""
        return mention.id is not None and self.matcher.record(mention.id).role == "embassy"

    def _bodies(self, passage: str, within: list[Mention]) -> list[Found]:
        """Bodies of the authority file in one piece, later ones only where they belong to its list."""
        found: list[Found] = []
        for number, mention in enumerate(within):
            if number and not _goes_on(passage[within[number - 1].end : mention.start]):
                break
            if found and mention.id and self._is_part(found[-1], mention, passage):
                found.pop()
            if mention.id:
                found.append(body(self.matcher, passage, mention.start, mention.end, mention.id))
            elif mention.form in ("post", "office") and not mention.several:
                written = passage[mention.start : mention.end]
                role = "consulate" if mention.form == "post" else "federal agency"
                found.append(Found(mention.start, mention.end, tidy(written), 0.85, None, role))
        return found

    def _is_part(self, whole: Found, mention: Mention, passage: str) -> bool:
        """``Department of Industrial Relations, Division of …``: a body that its parent's name leads to."""
        joined = passage[whole.end : mention.start].strip() == ","
        return bool(joined and whole.authority and mention.id and self.matcher.is_within(mention.id, whole.authority))


_LAWS = re.compile(r"(?i)\blaws\s+of\s+(?:the\s+)?[\w ]{2,30}\Z|\bleyes\s+de\s+(?:l[ao]s?\s+)?[\w ]{2,30}\Z")
#: A short form put in quotes and brackets; what describes the party further stands behind it.
_ALIASED = re.compile(r"\([^()]{0,60}[\"“][^()]{2,60}[\"”][^()]{0,40}\)")
_PLAIN_BRACKET = re.compile(r"[\w.]\s\((?P<word>[A-Z][a-zà-ÿ]{2,16})\)\Z")
_INDIVIDUAL = re.compile(
    r"(?i)\s*,?\s*(?:\([^()]{2,60}\)|[A-Z](?:\.?[A-Z]){1,3}\.?,?)?\s*,?\s*(?:an?\s+(?:individual|natural\s+person|resident|citizen|married|single)|resid(?:ing|ent)|individually|mayor\s+de\s+edad)\b"
)
_REPRESENTED = re.compile(
    r"(?i)\b(?:represented\s+by|representad[oa]s?(?:\s+(?:legalmente|en\s+este\s+acto))?\s+por)\b[^;()]*\Z"
)
_THROUGH = re.compile(
    r"(?i)\b(?:act(?:s|ing)\s+)?(?:by\s+and\s+)?through\s+(?:its|the)\s|por\s+conducto\s+de\s|a\s+trav[eé]s\s+de\s"
)


def _goes_on(between: str) -> bool:
    """Whether a list goes on between two bodies of one piece."""
    return bool(LIST_GOES_ON.fullmatch(BRACKET.sub("", between)))


def _raised(found: list[Found]) -> list[Found]:
    """Two names in a list, one of them sure: the other is as good as sure too."""
    if len(found) == 2 and max(party.strength for party in found) >= 0.85:
        return [replace(party, strength=max(party.strength, 0.85)) for party in found]
    return found


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _moved(party: Found, by: int) -> Found:
    return replace(party, start=party.start + by, end=party.end + by)
