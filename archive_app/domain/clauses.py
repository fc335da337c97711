"""The clauses of a paper: by their numbers, headings and paragraphs, in both languages, without furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive_app.domain.likeness import folded

#: Lines at the top and at the foot of a page among which furniture is looked for.
_EDGE = 3
#: How a clause begins that has a number: ``1.``, ``2.3``, ``IV.``, ``a)``, ``Section 3``, ``Artículo 5``, ``PRIMERA``.
_NUMBER = re.compile(
    r"\s*(?P<number>(?:(?:section|article|clause|part|seccion|articulo|clausula|parte|apartado)\s+)"
    r"(?:\d{1,2}(?:\.\d{1,2})*|[ivxl]{1,6}|[a-z]+)\b|"
    r"\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\d{1,2}[.)](?=\s)|[ivxl]{1,6}[.)](?=\s)|\(?[a-z]\)(?=\s)|"
    r"(?:primer|segund|tercer|cuart|quint|sext|septim|octav|noven|decim)[ao]\s*[.:]?-?(?=\s))[\s.:–—-]*"
)
#: A page's own number.
_PAGE_NUMBER = re.compile(r"(?:(?:page|pagina|pag\.?|p\.)\s*)?[-–— ]*\d{1,3}[-–— ]*(?:(?:of|de|/)\s*\d{1,3})?")
_SIGNING = re.compile(r"(?i)[_.]{6,}|(?:by|por)\s*:?\s*_*")
_BULLET = re.compile(r"\s*[•·▪◦*–—-]\s+")
#: How what stands below a heading begins.
_OPENING = re.compile(r"\s*(?:[A-ZÁÉÍÓÚÑ¿¡“]|\d{1,2}[.)]|[•·▪◦*–—-]\s)")
#: Lines of signatures, which head nothing.
_SIGNED = re.compile(r"(?i)(?:for|por|by|date|fecha)\b")
#: A heading has so many words at most, and fewer where it is not in capitals.
_LONGEST_HEADING, _HEADING_IN_SMALL = 12, 7
#: The part of a full line that a paragraph's last line, or a heading, takes at most; and what a full line is at least.
_SHORT, _LEAST_FULL = 0.85, 60


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: number as written and heading, both ``""`` where it has none, its words, its page (from 1)."""

    number: str
    heading: str
    text: str
    page: int

    @property
    def words(self) -> list[str]:
        """Heading and text, word by word as written."""
        return f"{self.heading} {self.text}".split()


def clauses(pages: Sequence[str]) -> tuple[Clause, ...]:
    """The clauses of a paper whose pages have these texts, in reading order."""
    return tuple(_headed(_joined_over_pages(_paragraphs(pages))))


def _paragraphs(pages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Paragraphs with their pages; each heading, and each beginning of a numbered clause, begins one."""
    furniture = _furniture(pages)
    for page, text in enumerate(pages, 1):
        lines: list[str] = []
        kept = [line for line in _without(text.splitlines(), furniture) if not _SIGNING.fullmatch(line.strip())]
        full = max(map(len, kept), default=0)
        for at, line in enumerate([*kept, ""]):
            following = kept[at + 1] if at + 1 < len(kept) else ""
            if lines and (_begins(line, lines[-1], full) or _is_heading(line, lines[-1], following, full)):
                yield page, _one_line(lines)
                lines = []
            if line.strip():
                lines.append(line)


def _begins(line: str, before: str, full: int) -> bool:
    """Whether a line begins a paragraph: by a number or a bullet, after a heading, or after a sentence's short line."""
    if not line.strip() or _NUMBER.match(folded(line)) or _BULLET.match(line):
        return True
    if _is_heading(before, "", line, full):
        return True
    ended = before.rstrip()[-1:] in ".:;" and len(before) < _SHORT * full
    return ended and line.lstrip()[:1].isupper()


def _is_heading(line: str, before: str, following: str, full: int) -> bool:
    """A short line in capitals, or one that no sentence runs through: after one has ended, before another begins."""
    words = line.split()
    if not words or len(words) > _LONGEST_HEADING or line.rstrip()[-1:] in ".,;:" or _BULLET.match(line):
        return False
    if line.isupper() and sum(map(str.isalpha, line)) > 3:
        return True
    between = before.rstrip()[-1:] in ("", ".", ";", ":", "”") and bool(_OPENING.match(following))
    proper = words[0][:1].isupper() and len(words) <= _HEADING_IN_SMALL and len(line) < _SHORT * full
    return between and proper and not _NUMBER.match(folded(line)) and full > _LEAST_FULL


def _furniture(pages: Sequence[str]) -> frozenset[str]:
    """What stands at the edge of several pages alike, numbers aside."""
    counted: Counter[str] = Counter()
    for text in pages:
        counted.update({_edge_key(line) for line in _edges(text.splitlines())})
    return frozenset(line for line, count in counted.items() if line and count > 1 and count > len(pages) // 3)


def _edges(lines: Iterable[str]) -> list[str]:
    filled = [line for line in lines if line.strip()]
    return filled[:_EDGE] + filled[-_EDGE:]


def _edge_key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(folded(line).split()))


def _without(lines: list[str], furniture: frozenset[str]) -> Iterator[str]:
    edges = set(_edges(lines))
    for line in lines:
        plain = " ".join(folded(line).split())
        if line in edges and (_edge_key(line) in furniture or _PAGE_NUMBER.fullmatch(plain)):
            continue
        yield line


def _one_line(lines: list[str]) -> str:
    """Lines as one, words that were parted at a line's end made whole."""
    text = "\n".join(line.strip() for line in lines)
    return " ".join(re.sub(r"(?<=[^\W\d_])-\n(?=[a-zà-ÿ])", "", text).split())


def _joined_over_pages(paragraphs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """A sentence that goes on over the end of a page is one."""
    held: tuple[int, str] | None = None
    for page, text in paragraphs:
        goes_on = held and page > held[0] and held[1][-1:] not in '.:;!?”"' and text[:1].islower()
        if held and goes_on:
            held = (held[0], f"{held[1]} {text}")
            continue
        if held:
            yield held
        held = (page, text)
    if held:
        yield held


def _headed(paragraphs: Iterable[tuple[int, str]]) -> Iterator[Clause]:
    """Clauses with their numbers; a heading that stands alone belongs to the clause below it."""
    waiting: list[tuple[int, str, str]] = []
    for page, text in paragraphs:
        number, rest = _parted(text)
        if _stands_alone(rest, number):
            waiting.append((page, number, rest))
            continue
        first = waiting[0] if waiting else (page, number, "")
        heading = " ".join(part for _, _, part in waiting)
        yield Clause(first[1] or number, heading, rest, first[0])
        waiting = []
    for page, number, rest in waiting:
        yield Clause(number, rest, "", page)


def _stands_alone(text: str, number: str) -> bool:
    """Whether a paragraph is a heading only: few words, and no sentence."""
    few = 0 < len(text.split()) <= (_LONGEST_HEADING if text.isupper() else _HEADING_IN_SMALL)
    return few and text[-1:] not in ".,;:”" and (text.isupper() or not number) and not _SIGNED.match(text)


def _parted(text: str) -> tuple[str, str]:
    """A clause's number and the rest of it."""
    match = _NUMBER.match(folded(text))
    if match is None or len(folded(text)) != len(text):
        return "", text
    return text[match.start("number") : match.end("number")], text[match.end() :]
