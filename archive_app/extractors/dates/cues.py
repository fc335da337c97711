"""The words around a date, and the cues of resources/knowledge/date_cues.toml as patterns over them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.context import Reading
from archive_app.extractors.dates.found import Found
from archive_app.extractors.knowledge import Knowledge
from archive_app.extractors.shorthand import Shorthand

_BEFORE, _AFTER = 300, 90
_SPACE = re.compile(r"\s+")
#: "Date: Tue, 9 Jun 2020".
WEEKDAY_LABEL = re.compile(
    r"(?<=[: ])(?:(?:mon|tues?|wed|thur?s?|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)\.?|[a-z]+day|lunes|martes|"
    r"miercoles|jueves|viernes|sabado|domingo),? \Z"
)
#: A full stop or semicolon behind a word, not that of a month cut short ("Sept. 3", "April. 1st").
_STOP = re.compile(
    r"(?<=[a-z\)\d\"]{3})(?<!\bjan)(?<!\bfeb)(?<!\bmar)(?<!\bapr)(?<!\bapril)(?<!\bjun)(?<!\bjul)(?<!\baug)(?<!\bsep)(?<!\bsept)"
    r"(?<!\boct)(?<!\bnov)(?<!\bdec)(?:(?<!\binc)(?<!\bltd)(?<!\bcorp)[.;]|\.(?! (?:of|and|or|having|located)\b))"
    r" (?=[a-z\"(\d])"
)


@dataclass(frozen=True)
class DateCues:
    """Patterns by the part a date plays. ``*_before`` end at the date, ``*_after`` begin behind it."""

    before: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    own: re.Pattern[str]
    preamble: re.Pattern[str]
    cited: re.Pattern[str]
    goes_on: re.Pattern[str]
    subject: re.Pattern[str]
    not_subject: re.Pattern[str]
    extended: re.Pattern[str]
    told_end: re.Pattern[str]
    not_told_end: re.Pattern[str]
    range: re.Pattern[str]
    range_of: re.Pattern[str]
    begins: re.Pattern[str]
    not_begins: re.Pattern[str]
    not_effective: re.Pattern[str]
    not_effective_told: re.Pattern[str]
    own_clause: re.Pattern[str]
    ending: re.Pattern[str]
    zone: re.Pattern[str]
    zone_stems: re.Pattern[str]
    signing: re.Pattern[str]
    older: re.Pattern[str]
    issued_label: re.Pattern[str]
    as_of_after: re.Pattern[str]
    binding_at_once: re.Pattern[str]
    upon_stems: re.Pattern[str]
    upon_signature: re.Pattern[str]
    upon_own_date: re.Pattern[str]
    upon_subject: re.Pattern[str]
    upon_not_subject: re.Pattern[str]
    left_open_stems: re.Pattern[str]
    left_open: re.Pattern[str]
    labelled: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def build(cls, knowledge: Knowledge) -> DateCues:
        table = knowledge.table("date_cues")
        short = knowledge.once(Shorthand.build)
        parts = ("furniture", "effective", "commencing", "expiration", "opening", "signature")
        return cls(
            {part: re.compile(rf"(?<![a-z])(?:{short.any(table[part]['before'])})\Z") for part in parts},
            {part: re.compile(short.any(table[part]["after"])) for part in parts if "after" in table[part]},
            short.pattern(table["opening"]["own"]),
            short.pattern(table["opening"]["preamble"]),
            short.pattern(table["opening"]["cited"]),
            re.compile(short.any(table["opening"]["goes_on"]) + r"\Z"),
            short.pattern(table["expiration"]["subject"]),
            short.pattern(table["expiration"]["not_subject"]),
            short.pattern(table["expiration"]["extended"]),
            short.pattern(table["expiration"]["told"]),
            short.pattern(table["expiration"]["not_told"]),
            short.pattern([table["expiration"]["range"]]),
            short.pattern(table["expiration"]["range_of"]),
            short.pattern(table["expiration"]["begins"]),
            short.pattern(table["expiration"]["not_begins"]),
            short.pattern(table["effective"]["not_subject"]),
            short.pattern(table["effective"]["not_told"]),
            short.pattern(table["effective"]["own_clause"]),
            short.pattern(table["effective"]["ending"]),
            short.pattern(table["signature"]["zone"]),
            re.compile(table["signature"]["stems"]),
            short.pattern(table["release"]["signing"]),
            short.pattern(table["release"]["older"]),
            re.compile(rf"(?:{short.any(table['release']['issued_label'])})\Z"),
            short.pattern(table["furniture"]["as_of_after"]),
            short.pattern(table["binding_at_once"]["heading"]),
            re.compile(table["upon"]["stems"]),
            short.pattern(table["upon"]["signature"]),
            short.pattern(table["upon"]["own_date"]),
            short.pattern(table["upon"]["subject"]),
            short.pattern(table["upon"]["not_subject"]),
            re.compile(table["left_open"]["stems"]),
            short.pattern(table["left_open"]["wording"]),
            tuple((role, re.compile(f"(?:{'|'.join(labels)})")) for role, labels in table["labelled"].items()),
        )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands before and behind a date, folded, each run of white space one blank; ``line`` is its printed line."""

    before: str
    after: str
    line_before: str
    line_after: str

    @classmethod
    def of(cls, reading: Reading, date: Found) -> Surroundings:
        folded = reading.printed
        before = folded[max(0, date.start - _BEFORE) : date.start]
        after = folded[date.end : date.end + _AFTER]
        return cls(
            _SPACE.sub(" ", before),
            _SPACE.sub(" ", after),
            before.rsplit("\n", 1)[-1].strip(),
            after.split("\n", 1)[0].strip(),
        )

    def speaks_of_this(self, cues: DateCues) -> bool | None:
        """Whether the nearest subject before the date is this paper (True), another (False), or neither (None)."""
        own = max((match.start() for match in cues.own.finditer(self.before)), default=-1)
        cited = max((match.start() for match in cues.cited.finditer(self.before)), default=-1)
        if own < cited and cues.goes_on.search(sentence_of(self.before)):
            return True
        return None if own == cited == -1 else own >= cited


def sentence_of(before: str) -> str:
    """The words since the last full stop or semicolon that ends a sentence."""
    return _STOP.split(before)[-1]
