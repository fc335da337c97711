"""The numbers a word processor counts itself: "Section 3.", "(b)"; readers see them, and no text holds them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: As many levels as a list has.
_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is written: its form of numbers, its pattern (``%1.%2``), its first number."""

    form: str
    pattern: str
    start: int


@dataclass
class _Lists:
    """A document's lists: levels by list definition, the definition of each list, and what paragraph styles count."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    definition: dict[str, str] = field(default_factory=dict)
    restarted: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=lambda: defaultdict(lambda: [None] * _LEVELS))

    def label(self, number: str, level: int) -> str:
        """The next label of a list at a level; empty for bullets and for lists nobody defined."""
        definition = self.definition.get(number, "")
        levels = self.levels.get(definition, {})
        own = levels.get(level)
        if own is None:
            return ""
        counts = self.counts[number if number in self.restarted else definition]
        start = self.restarted.get(number, {}).get(level, own.start)
        before = counts[level]
        counts[level] = start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return "" if own.form in ("bullet", "none") else self._written(own.pattern, levels, counts)

    @staticmethod
    def _written(pattern: str, levels: dict[int, _Level], counts: list[int | None]) -> str:
        for place in range(_LEVELS):
            if (sign := f"%{place + 1}") in pattern:
                level = levels.get(place)
                count = counts[place]
                number = count if count is not None else level.start if level else 1
                pattern = pattern.replace(sign, written(number, level.form if level else "decimal"))
        return pattern


def written(number: int, form: str) -> str:
    """A count as a list writes it: ``written(4, "lowerRoman")`` is ``iv``."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs


def write_labels(document: Document) -> None:
    """Puts the label of every counted paragraph before its words, in the document as it is held in memory."""
    lists = _read(document)
    if not lists.definition:
        return
    for paragraph in document.element.body.iter(_W + "p"):
        place = _place(paragraph, lists)
        label = lists.label(*place) if place and _has_words(paragraph) else ""
        if label:
            _put_before(paragraph, f"{label} ")


def _has_words(paragraph: Any) -> bool:
    return any((text.text or "").strip() for text in paragraph.iter(_W + "t"))


def _put_before(paragraph: Any, words: str) -> None:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    run.append(text)
    properties = paragraph.find(_W + "pPr")
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, run)


def _place(paragraph: Any, lists: _Lists) -> tuple[str, int] | None:
    """The list and level of a paragraph, by itself or by its style."""
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return None
    style = properties.find(_W + "pStyle")
    styled = lists.styles.get(_value(style)) if style is not None else None
    own = _counted(properties)
    if own is None:
        return styled
    number, level = own
    if number == "0":
        return None
    return (number or (styled[0] if styled else ""), level)


def _counted(properties: Any) -> tuple[str, int] | None:
    """The list's number (empty where only a level is told) and the level, None for a paragraph that is not counted."""
    counted = properties.find(_W + "numPr")
    if counted is None:
        return None
    number, level = counted.find(_W + "numId"), counted.find(_W + "ilvl")
    return (_value(number) if number is not None else "", _figure(level, 0))


def _read(document: Document) -> _Lists:
    lists = _Lists()
    for part in document.part.rels.values():
        if part.reltype.endswith("/numbering") and not part.is_external:
            _read_definitions(parse_xml(part.target_part.blob), lists)
    for style in document.styles.element.iter(_W + "style"):
        properties = style.find(_W + "pPr")
        counted = _counted(properties) if properties is not None else None
        if counted and counted[0]:
            lists.styles[style.get(_W + "styleId", "")] = counted
    return lists


def _read_definitions(numbering: Any, lists: _Lists) -> None:
    for definition in numbering.iter(_W + "abstractNum"):
        levels = {_index(level): _level(level) for level in definition.iter(_W + "lvl")}
        lists.levels[definition.get(_W + "abstractNumId", "")] = levels
    for number in numbering.iter(_W + "num"):
        name, of = number.get(_W + "numId", ""), number.find(_W + "abstractNumId")
        if of is not None:
            lists.definition[name] = _value(of)
        starts = {_index(o): _figure(o.find(_W + "startOverride"), 1) for o in number.iter(_W + "lvlOverride")}
        if starts:
            lists.restarted[name] = starts


def _level(level: Any) -> _Level:
    form, pattern = level.find(_W + "numFmt"), level.find(_W + "lvlText")
    return _Level(
        _value(form) if form is not None else "decimal",
        _value(pattern) if pattern is not None else "",
        _figure(level.find(_W + "start"), 1),
    )


def _index(element: Any) -> int:
    return min(int(element.get(_W + "ilvl", "0")), _LEVELS - 1)


def _value(element: Any) -> str:
    return str(element.get(_W + "val", ""))


def _figure(element: Any, otherwise: int) -> int:
    return min(int(_value(element) or otherwise), 10_000) if element is not None else otherwise
