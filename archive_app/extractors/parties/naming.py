"""A party's name in the words of a list: where it ends, whether it can be one, how it is written cleanly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from archive_app.extractors.names import Names
from archive_app.extractors.parties.cues import PartyCues
from archive_app.extractors.parties.found import Found
from archive_app.extractors.parties.wording import (
    ALIAS,
    BLANK,
    FRAGMENT,
    GOES_ON,
    NAME_START,
    NO_STOP,
    NUMBER,
    PREFIX,
    SMALL,
    STREET,
    ZIP,
)

_SPACES = re.compile(r"\s+")
_LONGEST = 110
_ARTICLE = re.compile(r"\A(?:The|THE)\s+(?=\S+\s+\S)")
#: Letters behind a person's name that a comma parts from it: "Ph.D.".
_DEGREE = re.compile(r"(?:[A-Z][a-z]?\.){1,3}[A-Z]?\.?")
#: "Sr." and its likes behind a person's name, after a comma.
#: Towns and counties are named with their state.
_OF_TOWN = re.compile(r"(?:the\s+)?(?:town|city|county|village|borough|township)\s+of\s+[\w\s.'’-]{2,40}\Z", re.I)
#: Endings cut short have no "of" behind them, as full ones may: "Blue Lake, Inc. of Rochester", "Bank of America".
_CUT_SHORT = re.compile(r"(?<!\w)(?:Inc|LLC|L\.L\.C|Ltd|LP|L\.P|N\.A|GmbH|S\.A|B\.V|N\.V|Co)\.?\Z", re.I)
_OF_STATE = re.compile(r"of\s+[A-Z]\w+\s*[,(]")
_OF_PLACE = re.compile(r"\s+of\s")
#: Words that describe a company behind a comma, as against its ending: "Blue Lake Ltd, incorporated in …".
_DESCRIBED = re.compile(r"\s*,\s*(?:incorporated|limited|company|corporation)")
#: A line that tells the day of the paper, below a name.
_DAY_NEXT = re.compile(r"(?i:dated?|effective|as\s+of|fecha)\b")
#: Those in whose name a university acts: "President and Fellows of …".
_GOVERNING = re.compile(
    r"\b(?:Fellows|Regents|Trustees|Governors|Overseers|Visitors|Supervisors|Commissioners)\s+of\s", re.I
)
_GENERATION = re.compile(r",\s+(?:Jr|JR|Sr|SR|II|III|IV)\b\.?")


@dataclass(frozen=True)
class Namer:
    """Finds the name at the beginning of words; all methods take words without their prefix."""

    names: Names
    cues: PartyCues

    def name(self, words: str) -> str:
        """The name, as far as its description, its short form or the next comma."""
        end = min(len(words), _LONGEST)
        firm = self.firm.match(words)
        position = firm.end() if firm else 0
        while position < end:
            comma = words[position] == ","
            ending = self._after_comma(words, position) if comma else None
            if ending:
                position = ending.end()
            elif self._stops(words, position):
                break
            else:
                position += 1
        found = words[: min(position, end)].rstrip(' ,;:-–—\n"“')
        return found if found.count("“") == found.count("”") else found.rstrip("”")

    def _after_comma(self, words: str, at: int) -> re.Match[str] | None:
        """What goes on with a name behind a comma: ``, Inc.``, and behind a person's name ``, Jr.``."""
        younger = _GENERATION.match(words, at)
        if younger and self.names.person(words[: younger.end()]):
            return younger
        if _OF_TOWN.match(words[:at]) and (state := self._state.match(words, at)):
            return state
        ending = self.cues.ending_next.match(words, at)
        return None if ending and _DESCRIBED.match(ending[0]) else ending

    @cached_property
    def _state(self) -> re.Pattern[str]:
        """A state behind a town's name: ``Town of Lower Lake, Virginia``."""
        return re.compile(rf"\s*,\s*{self.names.state}(?!\w)", re.I)

    def _stops(self, words: str, at: int) -> bool:
        """Whether a name ends before a character: a comma, a bracket, a description, the end of a line in a block."""
        character = words[at]
        if character not in ",;([\n —–":
            return False
        if character in ",;[" or self.cues.description.match(words, at):
            return True
        if character == "(":
            return not self._bracket_inside(words, at)
        if character == "\n" and self._line_ends(words, at):
            return True
        if words[at + 1 : at + 2] in ("“", '"') and self.names.person(words[:at]):
            return True
        if character not in " \n" or not self._ended.search(words, 0, at):
            return False
        return bool(GOES_ON.match(words, at) or (_CUT_SHORT.search(words, 0, at) and _OF_PLACE.match(words, at)))

    def plausible(self, name: str) -> bool:
        """Whether words can be a party's name at all."""
        if not 2 <= len(name) <= _LONGEST or not re.search(r"[^\W\d_]{2}|&", name) or not NAME_START.match(name):
            return False
        if _DEGREE.fullmatch(name) or self._is_no_name(name) or self.is_address(name) or self.names.only_endings(name):
            return False
        first, *_, last = _ARTICLE.sub("", name).split() * 2
        if last in SMALL or (self.names.is_role(first) and " and " in name):
            return False
        if self.names.is_company(name):
            return len(name.split()) < 16
        titled = self.names.is_title(name) and not self._names_office(name) and not _GOVERNING.search(name)
        titled = titled and self.names.person(name) is None  # Dean is a given name too
        return _is_proper(name) and not self.names.is_common(first) and not titled

    def _names_office(self, name: str) -> bool:
        """Whether a name is that of an office, whose head's title may be in it: ``Oficina del Comisionado Laboral``."""
        office = re.match(r"(?:the\s+)?(\w+)\s+(?:of|for|de|del|para)\s", name, re.I)
        return bool(office and self.names.is_body(office[1]))

    def _is_no_name(self, name: str) -> bool:
        """A blank, a part played, a piece of a sentence, half a bracket, ``Delaware Corporation``."""
        halves = name.count("“") != name.count("”") or name.count("(") != name.count(")")
        place = self.names.is_place(self.names.without_ending(name))
        return halves or place or self.names.is_role(name) or bool(BLANK.search(name) or FRAGMENT.search(name))

    def is_address(self, words: str) -> bool:
        """Whether words are a place or part of an address: ``Ohio``, ``CA 94404``, ``Suite 100``."""
        bare = NUMBER.sub("", words).strip(" ,.")
        return not bare or self.names.is_place(bare) or bool(ZIP.search(words)) or bool(STREET.match(words))

    def is_strong(self, right: str, name: str) -> bool:
        """Whether words after a comma are surely a further party: a company, or a name with its short form."""
        if not name or self.is_address(name) or re.match(self.names.ending_after_comma, right, re.I):
            return False
        rest = right[len(name) :]
        if self.names.is_company(name) and not self.names.only_endings(name):
            return True
        described = rest.startswith(",") and self.cues.description.match(rest) and self.names.is_body(name)
        return bool(ALIAS.match(rest) or described) and len(name.split()) > 1

    def unlisted(self, name: str, start: int, rest: str) -> Found:
        """A party that is not in the authority file: a person, a company, or some other body."""
        company = self.names.is_company(name)
        person = None if company else self.names.person(name)
        clean = person or (tidy(name) if company else tidy(name).rstrip("."))
        strength = 0.89 if company or person else 0.6
        if ALIAS.match(rest) or self.cues.description.match(rest):
            strength = max(strength, 0.89)
        role = "person" if person else "company" if company else None
        return Found(start, start + len(name), clean, strength, None, role)

    @cached_property
    def firm(self) -> re.Pattern[str]:
        """Commas and "and" inside a firm's name: ``Sears, Roebuck and Co.``, ``Eli Lilly and Company``."""
        partner = r"[A-Z][\w'’]+"
        last = rf"(?:{self.names.ending_after_comma}|Company\b|Sons\b|Partners\b|Associates\b|Brothers\b)"
        trade = (
            r"(?:Telephone|Electric|Loan|Trust|Power|Gas|Annuity|Manufacturing|Engineering|Development|Casualty|Marine|"
            r"Surety|Supply|Light|Trading|Construction|Industry|Research|Technology|Safety|Health|Commerce)"
        )
        return re.compile(
            rf"{partner}\s+(?i:and|&)\s+(?i:{trade}\s+(?:Company|Association|Corporation|Corp\.?|Co\.|Inc\.?|Ltd\.?)(?!\w))|"
            rf"{partner}(?:,\s+{partner})+,?\s+(?:and|&)\s+(?:{partner},?\s+)?{last}|{partner}\s+(?:and|&)\s+{last}"
        )

    @cached_property
    def _ended(self) -> re.Pattern[str]:
        """A name that has come to its ending."""
        return re.compile(rf"\s{self.names.ending_after_comma}\Z", re.I)

    def _bracket_inside(self, words: str, at: int) -> bool:
        """Whether a bracket belongs to the name: ``Acme (USA) Inc.``."""
        close = words.find(")", at)
        return 0 < close - at < 20 and bool(
            re.match(rf"\s+(?:[A-Z]\w+\s+){{0,4}}?{self.names.ending}", words[close + 1 :], re.I)
        )

    def _line_ends(self, words: str, at: int) -> bool:
        """Whether a line break ends a name: in a block, where the next line is an address or another part."""
        line, rest = words[:at].strip(), words[at:].lstrip()
        if re.match(self.names.ending_after_comma, rest, re.I) or self._cut_in_two(line, rest):
            return False
        if _OF_STATE.match(rest) and not _CUT_SHORT.search(line):
            return False
        blank = bool(re.match(r"[ \t]*\n[ \t]*\n", words[at:]))
        return (
            blank
            or bool(_DAY_NEXT.match(rest))
            or (len(line) < 60 and (self.names.is_company(line) or bool(re.match(r"\d", rest))))
        )

    def _cut_in_two(self, line: str, rest: str) -> bool:
        """Whether a line break stands within a name: ``Harbor Growth Fund`` above ``II, L.P.``."""
        return not self._ended.search(line) and bool(self._rest_of_name.match(rest))

    @cached_property
    def _rest_of_name(self) -> re.Pattern[str]:
        """Up to three further words of a name and its ending."""
        short = r"(?:\([\w.]{2,8}\)[ \t]+)?"
        word = r"[A-Z0-9][\w&-]*"
        return re.compile(rf"(?:{word}[ \t]+){{0,2}}{word},?[ \t]+{short}{self.names.ending_after_comma}")


def prefix(words: str) -> int:
    """How many characters before a name are no part of it: a numeral, quotes, an article in small letters."""
    match = PREFIX.match(words)
    if not match:
        return 0
    kept = re.search(r"(?<!\w)(?:The|THE)\s+\Z", match[0])
    return match.end() - len(kept[0]) if kept else match.end()


def tidy(name: str) -> str:
    """A name with single spaces, without quotes around it and without the sentence's full stop."""
    clean = _SPACES.sub(" ", name).strip(' ,;:*"“”')
    return clean[:-1] if NO_STOP.search(clean) else clean


def _is_proper(name: str) -> bool:
    """Whether all words of a name but small ones begin with a capital or a figure, and there are not many."""
    line = name.split()
    return len(line) <= 9 and all(word in SMALL or not word.islower() for word in line)
