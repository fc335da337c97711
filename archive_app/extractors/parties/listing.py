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

_SEPARATOR = re.compile(
    r"\s*,?\s+(?:in favou?r of|for the benefit of)\s+|\s*[-–—]*\s*(?<!\w)(?:and|y|e|AND|And|Y|E)(?!\w)\s*[-–—]*:?\s*|\s*;\s*(?:and\s+|y\s+)?|,\s+(?!\s)|(?<=\))\.?:?\s+|\n\s*[-–—&]+\s*\n|\s*\n\s*"
)
_BRACKET = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]")
_ALIAS = re.compile(
    r"\s*,?\s*[\(\[][^()\[\]]{0,80}?[\"“”'‘?]|\s*,?\s*\((?i:the|hereinafter|herein|el|la|en adelante|los|las)\b|\s*\(\s*[A-Z]{2,8}\s*\)"
)
_PREFIX = re.compile(
    r"\s*(?:\s*(?:(?i:party|parte)\s+[A-Z1-9]\s*:|[A-Z]{2}\s+\d{5}(?:-\d{4})?\s|\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]\s+|[\"“‘'’:,;•*]+|(?i:each of|both|together with|and|y|entre|between|on the one hand|on the other hand|por una parte|por la otra|el|la|los|las|the)(?=[\s,]),?)\s*)*"
)
_QUOTED = re.compile(r"[(\s][\"“”?]([^\"“”()?]{2,40})[\"“”?]")
_BLANK = re.compile(r"_{2,}|\.{4,}|\[[^\]]*\]|<[^>]*>|\[?●\]?|\*{3,}")
_NAME_START = re.compile(
    r"[A-ZÀ-ÖØ-Þ0-9]|[a-z][\w.&-]*(?:\s+[\w.&-]+){0,3},?\s+(?i:inc|llc|ltd|corp)\b|[a-z]{1,2}[A-Z]|[a-z]+\.(?:com|org)|[a-z]-\w"
)
_ZIP = re.compile(r"\b[A-Z]{2}\.?,?\s+\d{5}\b|\b\d{5}(?:-\d{4})?\b")
_NUMBER = re.compile(r"\b\d[\d-]*\b")
_STREET = re.compile(
    r"(?:Suite|Floor|Room|P\.?\s?O\.?|Building|Unit|\d+(?:st|nd|rd|th)?\s+(?:[A-Z]\w+\s+){1,3}(?:Street|St|Avenue|Ave|Road|Drive|Boulevard))\b"
)
#: Words of sentences, not of names.
_FRAGMENT = re.compile(
    r"(?<!\w)(?:any of|is|are|was|were|may|will|shall|this|that|such|which|hereof|except|by|as|to|with|if|from|or|you|your|our|me|thereof|hereunder|against|between|[Aa]greement|AGREEMENT|dated|[Ss]ection|upon|into|has|have|not|means)(?!\w)|[.;]\s+[A-Z]\w+\s+[a-z]"
)
#: Words in small letters after a company's ending begin something else; "of" may go on ("Corporation of America").
_GOES_ON = re.compile(r"\s+(?!of\s+[A-Z]\w+(?:\s*[,(]|\s*\Z))[a-zà-ÿ]")
#: Endings that are no abbreviations: a full stop after them is the sentence's.
_NO_STOP = re.compile(
    r"(?i)\b(?:LLC|LLP|LP|PLC|GmbH|AG|Company|Corporation|Incorporated|Limited|Bank|Trust|Group|Partners|Enterprises|Solutions|University|Association)\.\Z"
)
_SMALL = frozenset("of the for and de la las los del y e & van von di da do d/b/a a el des du le".split())
_SPACES = re.compile(r"\s+")
_MAX_NAME = 110


@dataclass(frozen=True)
class Lister:
    """Everything that is known for taking lists apart."""

    names: Names
    matcher: Matcher
    cues: PartyCues

    def parties(self, text: str, start: int, end: int) -> list[Found]:
        """The parties in a span of the text, in order; words that are only a part played are left out."""
        passage = text[start:end]
        mentions = [m for m in self.matcher.read(passage) if not m.person]
        found: list[Found] = []
        for left, right in self._pieces(passage, mentions):
            found.extend(self._in_piece(passage, left, right, mentions))
        if len(found) < 2 and (plain := self._parted_plainly(passage, mentions)):
            found = plain
        aliases = {_key(match[1]): match.start() for match in reversed(list(_QUOTED.finditer(passage)))}
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
            sides = ((0, separator.start()), (separator.end(), len(passage)))
            found = [party for left, right in sides for party in self._in_piece(passage, left, right, mentions)]
            if len(found) == 2:
                return found
        return []

    def _pieces(self, passage: str, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
        """Spans between the separators that part two parties, not two words of one."""
        covered = [match.span() for match in _BRACKET.finditer(passage)] + [(m.start, m.end) for m in mentions]
        covered += [match.span() for match in self._firm.finditer(passage)]
        begin = 0
        for separator in _SEPARATOR.finditer(passage):
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
        right = right[_prefix(right) :]
        if not _NAME_START.match(right) and not _BLANK.match(right) and not right.startswith(("(", "“", '"')):
            return False
        if any(0 <= m.start - separator.end() <= 6 for m in mentions):
            return self._is_complete(left, begin, mentions) or separator[0].strip() in (";",)
        name = self._name(right)
        if separator[0].strip() == "" and "\n" in separator[0]:
            return bool(_ALIAS.search(left)) and self.names.is_company(name) and bool(_ALIAS.match(right[len(name) :]))
        if separator[0].strip(" .:\n") == "":
            return self._is_strong(right, name) or bool(self.names.person(name))
        if separator[0].strip() == ",":
            return self._list_goes_on(left, begin, mentions) and self._is_strong(right, name)
        if separator[0].strip().startswith(";"):
            return True
        if not name or self._is_address(name) or self.names.only_endings(name):
            return bool(_BLANK.match(right)) or self.names.is_role(name)
        return self._is_complete(left, begin, mentions)

    def _is_complete(self, left: str, begin: int, mentions: list[Mention]) -> bool:
        """Whether the words before a separator already hold a whole party: a body, a person, a company's ending, …"""
        words = left[_prefix(left) :]
        if any(begin <= m.start < begin + len(left) for m in mentions) or _BLANK.search(words):
            return True
        name = self._name(words)
        rest = words[len(name) :]
        if not name or self.names.is_role(name):
            return bool(name or _ALIAS.search(words))
        described = bool(_ALIAS.match(rest) or self.cues.description.match(rest) or re.match(r"\s*,", rest))
        return described or self.names.is_company(name) or bool(self.names.person(name)) or "\n" in left.strip()

    def _list_goes_on(self, left: str, begin: int, mentions: list[Mention]) -> bool:
        """Whether a comma after these words may lead to a further party, and not to more of a description."""
        words = left[_prefix(left) :]
        name = self._name(words)
        rest = words[len(name) :].strip()
        aliased = rest.endswith((")", "]")) or any(begin + len(left) - m.end - begin < 3 for m in mentions)
        short = not re.search(r"\d", rest) and len(rest) < 60
        return aliased or (short and self._is_complete(left, begin, mentions))

    def _is_strong(self, right: str, name: str) -> bool:
        """Whether words after a comma are surely a further party: a company, or a name with its short form."""
        if not name or self._is_address(name) or re.match(self.names.ending_after_comma, right, re.I):
            return False
        rest = right[len(name) :]
        if self.names.is_company(name) and not self.names.only_endings(name):
            return True
        described = rest.startswith(",") and self.cues.description.match(rest) and self.names.is_body(name)
        return bool(_ALIAS.match(rest) or described) and len(name.split()) > 1

    def _in_piece(self, passage: str, left: int, right: int, mentions: list[Mention]) -> list[Found]:
        """The party of one piece; several where it names several bodies of the authority file."""
        first = left + _prefix(passage[left:right])
        name = self._name(passage[first:right])
        within = [m for m in mentions if left <= m.start < right]
        if within and within[0].start <= first + max(len(name), 12):
            return self._bodies(passage, first, right, within, name)
        if not self._plausible(name):
            return []
        rest = passage[first + len(name) : right]
        return [self._unlisted(name, first, rest)]

    def _bodies(self, passage: str, first: int, right: int, within: list[Mention], name: str) -> list[Found]:
        """Bodies of the authority file in one piece, later ones only where they belong to its list."""
        found = []
        for number, mention in enumerate(within):
            if number and not _goes_on(passage[within[number - 1].end : mention.start]):
                break
            if mention.id:
                found.append(body(self.matcher, passage, mention.start, mention.end, mention.id))
            elif mention.form in ("post", "office"):
                written = passage[mention.start : mention.end]
                role = "consulate" if mention.form == "post" else "federal agency"
                found.append(Found(mention.start, mention.end, _clean(written), 0.85, None, role))
        return found

    def _name(self, words: str) -> str:
        """The name at the beginning of the words, as far as its description, its short form or the next comma."""
        end = min(len(words), _MAX_NAME)
        firm = self._firm.match(words)
        position = firm.end() if firm else 0
        while position < end:
            character = words[position]
            if character in ",;([\n " or words.startswith(("—", "–"), position):
                if character == "," and (ending := self.cues.ending_next.match(words, position)):
                    position = ending.end()
                    continue
                if character in ",;[" or self.cues.description.match(words, position):
                    break
                if character == "(" and not self._bracket_inside(words, position):
                    break
                if character == "\n" and self._line_ends(words, position):
                    break
                if character in " \n" and self._ended.search(words, 0, position) and _GOES_ON.match(words, position):
                    break
            position += 1
        return words[: min(position, end)].rstrip(' ,;:-–—\n"”“')

    @cached_property
    def _firm(self) -> re.Pattern[str]:
        """Commas and "and" inside a firm's name: ``Sears, Roebuck and Co.``, ``Eli Lilly and Company``."""
        partner = r"[A-Z][\w'’]+"
        last = rf"(?:{self.names.ending_after_comma}|Company\b|Sons\b|Partners\b|Associates\b|Brothers\b)"
        trade = (
            r"(?:Telephone|Electric|Loan|Trust|Power|Gas|Annuity|Manufacturing|Engineering|Development|Casualty|Marine|"
            r"Surety|Supply|Light|Trading|Construction|Industry|Research|Technology|Safety|Health|Commerce)"
        )
        return re.compile(
            rf"{partner}\s+(?i:and|&)\s+(?i:{trade}\s+(?:Company|Association|Corporation|Corp\.?|Co\.|Inc\.?|Ltd\.?)(?!\w))|"
            rf"{partner}(?:,\s+{partner})+,?\s+(?:and|&)\s+(?:{partner}\s+)?{last}|{partner}\s+(?:and|&)\s+{last}"
        )

    @cached_property
    def _ended(self) -> re.Pattern[str]:
        """A name that has come to its ending."""
        return re.compile(rf"\s{self.names.ending_after_comma}\Z", re.I)

    def _bracket_inside(self, words: str, at: int) -> bool:
        """Whether a bracket belongs to the name: ``Acme (USA) Inc.``."""
        close = words.find(")", at)
        return 0 < close - at < 20 and bool(
            re.match(rf"\s+(?:[A-Z]\w+\s+)?{self.names.ending}", words[close + 1 :], re.I)
        )

    def _line_ends(self, words: str, at: int) -> bool:
        """Whether a line break ends a name: in a block, where the next line is an address or another part."""
        line, rest = words[:at].strip(), words[at:].lstrip()
        if re.match(self.names.ending_after_comma, rest, re.I):
            return False
        blank = bool(re.match(r"[ \t]*\n[ \t]*\n", words[at:]))
        return blank or (len(line) < 60 and (self.names.is_company(line) or bool(re.match(r"\d", rest))))

    def _plausible(self, name: str) -> bool:
        """Whether words can be a party's name at all."""
        if not 2 <= len(name) <= _MAX_NAME or not re.search(r"[^\W\d_]{2}|&", name) or _BLANK.search(name):
            return False
        if self.names.is_role(name) or self._is_address(name) or not _NAME_START.match(name):
            return False
        if _FRAGMENT.search(name) or self.names.only_endings(name) or name.split()[-1] in _SMALL:
            return False
        if name.count("“") != name.count("”") or name.count("(") != name.count(")"):
            return False
        if (
            self.names.is_place(self.names.without_ending(name))
            or self.names.is_role(name.split()[0])
            and " and " in name
        ):
            return False
        if self.names.is_company(name):
            return len(name.split()) < 16
        return _is_proper(name) and not self.names.is_common(name.split()[0]) and not self.names.is_title(name)

    def _is_address(self, words: str) -> bool:
        """Whether words are a place or part of an address: ``Ohio``, ``CA 94404``, ``Suite 100``."""
        bare = _NUMBER.sub("", words).strip(" ,.")
        return not bare or self.names.is_place(bare) or bool(_ZIP.search(words)) or bool(_STREET.match(words))

    def _unlisted(self, name: str, start: int, rest: str) -> Found:
        """A party that is not in the authority file: a person, a company, or some other body."""
        person = None if self.names.is_company(name) else self.names.person(name)
        clean = person or (_clean(name) if self.names.is_company(name) else _clean(name).rstrip("."))
        role = "person" if person else "company" if self.names.is_company(name) else None
        strength = 0.93 if role == "company" else 0.9 if person else 0.6
        if _ALIAS.match(rest) or self.cues.description.match(rest):
            strength = max(strength, 0.9)
        return Found(start, start + len(name), clean, strength, None, role)


def _prefix(words: str) -> int:
    """How many characters before a name are no part of it: a numeral, quotes, an article in small letters."""
    match = _PREFIX.match(words)
    if not match:
        return 0
    kept = re.search(r"(?<!\w)(?:The|THE)\s+\Z", match[0])
    return match.end() - len(kept[0]) if kept else match.end()


def _goes_on(between: str) -> bool:
    """Whether a list goes on between two bodies of one piece."""
    words = _BRACKET.sub("", between)
    return bool(
        re.fullmatch(
            r"[\s,;\"”“’']*(?:(?:and|y|e|&|or|with|con|together with|as well as|así como)\s+)?(?:(?:\w+,?\s+){1,4}(?:namely|that is|to wit|a saber)\s*:?\s+)?(?:the\s+|el\s+|la\s+|los\s+|las\s+)?",
            words,
            re.I,
        )
    )


def _is_proper(name: str) -> bool:
    """Whether all words of a name but small ones begin with a capital or a figure, and there are not many."""
    line = name.split()
    return len(line) <= 9 and all(
        w in _SMALL or not w[:1].isalpha() or w[:1].isupper() or not w.islower() for w in line
    )


def _raised(found: list[Found]) -> list[Found]:
    """Two names in a list, one of them sure: the other is as good as sure too."""
    if len(found) == 2 and max(party.strength for party in found) >= 0.85:
        return [replace(party, strength=max(party.strength, 0.85)) for party in found]
    return found


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _clean(name: str) -> str:
    clean = _SPACES.sub(" ", name).strip(' ,;:*"“”')
    return clean[:-1] if _NO_STOP.search(clean) else clean


def _moved(party: Found, by: int) -> Found:
    return replace(party, start=party.start + by, end=party.end + by)
