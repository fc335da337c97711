"""Reads signature blocks: stacked or side by side, printed marks or lines to sign on, titles and days beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from archive_app.extractors.authorities import matcher
from archive_app.extractors.authorities.matcher import Matcher
from archive_app.extractors.context import Reading
from archive_app.extractors.dates import dates_in
from archive_app.extractors.names import Names, names
from archive_app.extractors.signing.lines import Cell, LineCues, cells, windows

#: How many lines of a body's name may stand above a signature.
_HEADING_LINES = 3
#: Lines below a name among which its title stands.
_LATER = 3
#: How many lines after the closing words a name may stand without a mark.
_CLOSING_REACH = 16
#: Small words that a sentence has and a name has not.
_SENTENCE = re.compile(
    r"(?<!\w)(?:is|are|to|this|that|shall|or|as|be|its|for|[Tt]yped|[Pp]rinted|have|has|hereof|such|any|in|by)(?!\w)|\d{5}"
)
#: Words of sentences that titles do not hold either ("Ambassador of Mexico to …" is one).
_PROSE = re.compile(
    r"(?<!\w)(?:is|are|this|that|shall|be|have|has|will|may|hereof|such|any|[Tt]yped|[Pp]rinted|\d{5})(?!\w)"
)
#: The second line of a title, "of the Wage and Hour Division", and not of the text in the column beside it.
_TITLE_GOES_ON = re.compile(r"(?!.*(?:\d|\b(?:podr[aá]|ser[aá]|shall|will|may|be)\b))[a-zà-ÿ].{0,58}")
_FOR = re.compile(r"(?i)\A(?:for|por|on behalf of)\s+(?:the\s+|el\s+|la\s+|los\s+|las\s+)?")
#: The end of a line that the next one goes on with: "FOR THE DEPARTMENT OF LABOR OF THE".
_LEADS_ON = re.compile(r"(?i)\b(?:of|of the|and|de|del|de la|de los|y)\Z")
_TRAILING = re.compile(r"\s+(?:[Dd]ate|[Ff]echa)\b.*\Z")


@dataclass
class Signature:
    """One signature as the paper shows it; spans are offsets into the text, None where there are no such words.

    ``acting`` marks who signs with "By", for a body; ``closed`` a name that stands soon after words like "Signed at";
    ``undated`` that a day was to be filled in and was not.
    """

    name: str | None = None
    name_span: tuple[int, int] | None = None
    title: str | None = None
    body: str | None = None
    body_span: tuple[int, int] | None = None
    date_span: tuple[int, int] | None = None
    marked: bool = False
    acting: bool = False
    closed: bool = False
    undated: bool = False
    witness: bool = False
    rule: str = "signature block"
    headings: list[Cell] = field(default_factory=list)


def signatures(reading: Reading) -> list[Signature]:
    """All signatures in reading order, unsigned blocks (a body and no name) among them; ask with ``reading.once``."""
    knowledge = reading.knowledge
    reader = _Reader(
        reading.text.replace("\xa0", " "),
        knowledge.once(names),
        knowledge.once(matcher),
        knowledge.once(LineCues.build),
        [(date.start, date.end) for date in reading.once(dates_in)],
    )
    return reader.read()


class _Reader:
    """Goes over the lines once, with the block it is in at hand."""

    def __init__(
        self, text: str, known: Names, bodies: Matcher, cues: LineCues, days: Sequence[tuple[int, int]]
    ) -> None:
        self._text, self._names, self._matcher, self._cues, self._days = text, known, bodies, cues, days
        self._found: list[Signature] = []
        self._current: Signature | None = None
        self._headings: list[Cell] = []
        self._since_closing = 999
        self._since_witness = 999
        self._lines_in_block = 0
        self._ruled = self._follows = False
        self._later: list[Cell] = []

    def read(self) -> list[Signature]:
        for start, end in windows(self._text, self._cues):
            self._headings, self._lines_in_block = [], 0
            row = cells(self._text, start, end, self._cues)
            for number, cell in enumerate(row):
                self._later = row[number + 1 : number + 1 + _LATER]
                self._look(cell)
            self._flush()
        return self._found

    def _look(self, cell: Cell) -> None:
        """Takes a line, and remembers how far above it the closing words and the word for witnesses stand."""
        self._since_closing = 0 if self._cues.closing.search(cell.words) else self._since_closing + 1
        self._since_witness = 0 if self._cues.witness.match(cell.words) else self._since_witness + 1
        self._take(replace(cell, label="date") if self._is_day(cell) else cell)
        self._follows = self._ruled and not cell.empty

    def _is_day(self, cell: Cell) -> bool:
        """Whether a cell without a label is a day and nothing else, beside a name that has none yet."""
        if cell.label or self._current is None or not self._current.name or self._current.date_span:
            return False
        return self._days_alone(cell)

    def _days_alone(self, cell: Cell) -> bool:
        """Whether a cell holds a day and nothing else."""
        if cell.label or not cell.words:
            return False
        end = cell.start + len(cell.words.rstrip(" ._"))
        return any(start == cell.start and end == stop for start, stop in self._days)

    def _take(self, cell: Cell) -> None:
        """One line: a label fills the block at hand, anything else heads the next one or goes on with this one."""
        if cell.label in ("by", "mark") or (cell.rule and not cell.label):
            self._begin(cell)
        elif cell.label == "name":
            self._name(cell)
        elif cell.label == "title" and self._current:
            self._current.title = self._current.title or self._clean_title(cell.words)
        elif cell.label == "date" and self._current:
            self._current.date_span = (cell.start, cell.end) if cell.words else None
            self._current.undated = not cell.words
        elif cell.empty:
            self._lines_in_block += 1
        elif not cell.label:
            self._plain(cell)

    def _begin(self, cell: Cell) -> None:
        """A mark or a line to sign on: ``By: /s/ Ana Ruiz``, ``____________``."""
        unfilled = self._current is not None and self._current.marked and not self._current.name
        if unfilled and self._lines_in_block == 0 and cell.label == "mark":
            self._set_name(cell)
            return
        self._flush()
        self._ruled = cell.rule and not cell.label
        self._current = Signature(marked=True, acting=cell.label == "by", witness=self._since_witness < 4)
        self._current.headings = self._headings[-_HEADING_LINES:]
        self._headings = []
        self._lines_in_block = 0
        if cell.words:
            self._set_name(cell)

    def _name(self, cell: Cell) -> None:
        """``Name: Ana Ruiz``; begins a block where none is at hand."""
        if self._current is None or (self._current.name and self._current.title):
            self._begin(Cell(cell.start, "", "by"))
        self._set_name(cell, better=True)

    def _set_name(self, cell: Cell, better: bool = False) -> None:
        assert self._current is not None
        words = self._in_print(_TRAILING.sub("", cell.words))
        pieces = re.split(r",\s+|\s+[-–—]\s+", words, maxsplit=1)
        for candidate, rest in ((words, ""), (pieces[0], pieces[1] if len(pieces) > 1 else "")):
            person = self._names.person(candidate)
            if person and (better or not self._current.name):
                self._current.name = person
                whole = self._text.find(person, cell.start, cell.end + 1)
                at = whole if whole >= 0 else self._text.find(person.split()[0], cell.start)
                end = at + len(person if whole >= 0 else candidate.strip())
                self._current.name_span = (at, end) if at >= 0 else (cell.start, cell.end)
                if rest and not self._current.title and self._names.is_title(rest):
                    self._current.title = self._clean_title(rest)
                return

    def _in_print(self, words: str) -> str:
        """``Ana Ruiz Ana Ruiz District Director`` as name and title, where nothing but spaces parts them."""
        tokens = words.split()
        for length in (5, 4, 3, 2):
            name, rest = tokens[:length], tokens[length:]
            if rest[:length] == name:
                rest = rest[length:]
            titled = self._names.is_title(" ".join(rest)) and self._names.opens_title(rest[0])
            if (titled or len(rest) < len(tokens) - length) and self._names.person(" ".join(name)):
                return ", ".join(part for part in (" ".join(name), " ".join(rest)) if part)
        return words

    def _plain(self, cell: Cell) -> None:
        """A line without a label: name, title or body of the block at hand, else the heading of the next."""
        if self._opens_unmarked(cell):
            self._begin_unmarked(cell)
            return
        current = self._current
        self._lines_in_block += 1
        if current and current.name and self._same_person(current, cell.words):
            return
        if current and self._goes_on(current, cell):
            self._lengthen(current, cell)
            return
        if current and current.title and self._follows and _TITLE_GOES_ON.fullmatch(cell.words):
            current.title = f"{current.title} {self._clean_title(cell.words)}"
            return
        if current is None or self._lines_in_block > 6:
            self._heading(cell)
            return
        if (
            current.name
            and not current.title
            and self._is_title_line(cell.words)
            and not _SENTENCE.search(self._without_place(cell.words))
        ):
            current.title = self._clean_title(cell.words)
        elif not current.name and self._names.person(self._in_print(cell.words).split(",")[0]):
            self._set_name(cell)
        elif current.name and not current.body and self._is_own_body(current, cell):
            current.body, current.body_span = cell.words, (cell.start, cell.end)
        else:
            self._heading(cell)

    @staticmethod
    def _lengthen(current: Signature, cell: Cell) -> None:
        """Gives the body a further line of its name."""
        start = current.body_span[0] if current.body_span else cell.start
        current.body, current.body_span = f"{current.body} {cell.words}", (start, cell.end)

    def _goes_on(self, current: Signature, cell: Cell) -> bool:
        """Whether a line ends the name of a body that the line above began: ``OSHA Boise`` over ``Area Office``."""
        if not current.body or not current.title or not current.name:
            return False
        begun = len(current.body)
        named = self._matcher.read(f"{current.body} {cell.words}")
        return any(mention.start < begun < mention.end for mention in named)

    def _opens_unmarked(self, cell: Cell) -> bool:
        """A name on a line of its own over a title, where no mark or line to sign on is in the text."""
        person = self._names.person(cell.words)
        # The day of the signature and the name in print may stand between.
        lines = (other for other in self._later if not (self._days_alone(other) or other.words == cell.words))
        following = next(lines, None)
        if following is None or following.label or not self._is_title_line(following.words):
            return False
        taken = self._current is not None and (not self._current.name or self._current.name == person)
        return person is not None and not taken

    def _is_own_body(self, current: Signature, cell: Cell) -> bool:
        """A body right below a line to sign on; or ``OSHA Boise Area Office`` under name and title, where no name of
        a body stands above them and no signature right below."""
        if self._follows and self._is_body(cell.words):
            return True
        last = not self._later or self._later[0].empty or self._later[0].label == "date"
        if not (last and current.title and self._lines_in_block < 4):
            return False
        known = any(not mention.person for mention in self._matcher.read(cell.words))
        return known and len(cell.words) < 120 and self._heading_body(current.headings) is None

    @staticmethod
    def _without_place(words: str) -> str:
        """``Consul of Mexico in Boise`` without its last part, which no sentence is shown by."""
        return re.sub(r"\s+(?:in|for|to)\s+(?:the\s+)?(?=[A-Z])", " ", words)

    def _is_title_line(self, words: str) -> bool:
        return self._names.is_title(words) and not _PROSE.search(words) and len(words) < 110

    def _begin_unmarked(self, cell: Cell) -> None:
        self._flush()
        self._current = Signature(witness=self._since_witness < 4, closed=self._since_closing < _CLOSING_REACH)
        self._current.headings = self._headings[-_HEADING_LINES:]
        self._headings = []
        self._lines_in_block = 0
        self._ruled = True
        self._set_name(cell)

    def _same_person(self, current: Signature, words: str) -> bool:
        """Whether a line repeats the name in print below the signature."""
        person = self._names.person(words.split(",")[0])
        if not person or not current.name:
            return False
        last = current.name.split()[-1].casefold()
        if last in person.casefold():
            if len(person) > len(current.name) and len(person.split()) < 5 and person[0] == current.name[0]:
                current.name = person
            rest = words.partition(",")[2]
            current.title = current.title or (self._clean_title(rest) if self._names.is_title(rest) else None)
            return True
        return False

    def _is_body(self, words: str) -> bool:
        return len(words) < 120 and (self._names.is_body(words) or bool(self._matcher.mentions(words)))

    def _heading(self, cell: Cell) -> None:
        if len(cell.words) > 120:
            self._headings = []
        else:
            self._headings.append(cell)

    def _clean_title(self, words: str) -> str | None:
        title = re.sub(r"\s+", " ", _TRAILING.sub("", words)).strip(" ,;:.")
        return title or None

    def _flush(self) -> None:
        """Ends the block at hand: its body is the heading above it."""
        current, self._current = self._current, None
        if current is None:
            return
        if not current.body and (heading := self._heading_body(current.headings)):
            current.body, current.body_span = heading
        sure = current.marked or current.body or current.date_span or current.closed
        if (current.name or current.body) and sure:
            self._found.append(current)

    def _heading_body(self, headings: Sequence[Cell]) -> tuple[str, tuple[int, int]] | None:
        """The last lines above a signature that together name a body: ``CENTRAL LAKES\\nCORPORATION``."""
        lines = [cell for cell in headings if cell.words]
        for first in range(len(lines) - 1, -1, -1):
            words = " ".join(cell.words for cell in lines[first:])
            words = words.rpartition(":")[2] if not words.endswith(":") else words.rstrip(":")
            words = self._without_role(words)
            if self._cues.closing.search(lines[first].words) and ":" not in lines[first].words:
                return None
            if first and _LEADS_ON.search(lines[first - 1].words):
                continue
            if self._names_body(words):
                at = self._text.find(words.split()[0], lines[first].start)
                return _FOR.sub("", words.strip(" :,")), (at, lines[-1].end)
        return None

    def _without_role(self, words: str) -> str:
        """``EMPLOYEE BLUE LAKE, INC.`` without the part another signer plays, set beside it."""
        first, _, rest = words.strip().partition(" ")
        return rest if self._names.is_role(first) and self._names.is_company(rest) and first.isupper() else words

    def _names_body(self, words: str) -> bool:
        """Whether heading lines are a body's name, more than the end of one, and no sentence."""
        if self._names.is_role(_FOR.sub("", words)) or words.rstrip().endswith(";") or _SENTENCE.search(words):
            return False
        whole = len(words.split()) > 1 and not self._names.only_endings(words)
        return whole and self._is_body(words)
