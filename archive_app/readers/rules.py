"""Cheap tests for ruled tables, so that what reads them cell by cell opens only the pages that can have one."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from archive_app.domain.page import Page
from archive_app.readers.pdf import open_document

#: A gap between words of a line that few lines of prose have, in heights of a word; a table has two at least.
_WIDE_GAP = 0.5
_FEWEST_GAPS = 2
#: Before what these begin there is a gap as well: numbers of clauses, bullets, "By:" above a line to sign on.
_MARKER = re.compile(r"[(\[]?\w{1,5}[.):\]]+|\d+(\.\d+)+|\W+")
#: In points: what is thinner is a line, what is shorter is a speck, and lines so near each other meet.
_THIN, _SHORT, _NEAR = 4.0, 6.0, 3.0
_FEWEST_LINES = 3
#: More lines or parts than these are a drawing or a very large table; to compare them all would cost more than to look.
_MANY_LINES, _MANY_PARTS = 600, 3_000


class Line(NamedTuple):
    """A rule across the other direction: where it is, and from where to where it goes."""

    at: float
    start: float
    end: float


def stands_in_columns(page: Page) -> bool:
    """Whether words of the page stand as those of a table do. Opens no file.

    Read row by row they stand apart twice at least; read column by column, the next one's first stands higher again.
    """
    words = page.words
    x0, tops, x1, bottoms = (words.boxes[side::4] for side in range(4))
    gaps = 0
    following = zip(x1, tops, bottoms, x0[1:], tops[1:], bottoms[1:], strict=False)
    for index, (end, top, bottom, start, next_top, next_bottom) in enumerate(following):
        if next_bottom < top:
            return True
        if start - end > _WIDE_GAP * (bottom - top) and next_top < bottom:
            gaps += not _MARKER.fullmatch(page.text, words.starts[index], words.ends[index])
    return gaps >= _FEWEST_GAPS


def ruled_pages(path: Path, numbers: Iterable[int]) -> Iterator[int]:
    """Those of the pages (from 1) on which lines cross as those of a table do. Raises ReadingError."""
    document = open_document(path)
    try:
        for number in numbers:
            if number <= len(document) and _is_ruled(document[number - 1]):
                yield number
    finally:
        document.close()


def _is_ruled(page: pdfium.PdfPage) -> bool:
    try:
        return _any_grid(raw.FPDFPage_CountObjects(page.raw), partial(raw.FPDFPage_GetObject, page.raw), depth=2)
    finally:
        page.close()


def _any_grid(count: int, get: Callable[[int], Any], depth: int) -> bool:
    """Whether there is a grid among these objects, or among those of a form between them."""
    upright: list[Line] = []
    level: list[Line] = []
    kind, path, form = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM
    for index in range(count):
        held = get(index)
        type = kind(held)
        if type == path:
            _add_lines(held, upright, level)
        elif type == form and depth and _grid_in_form(held, depth - 1):
            return True
    return _is_grid(upright, level)


def _grid_in_form(form: Any, depth: int) -> bool:
    return _any_grid(max(0, raw.FPDFFormObj_CountObjects(form)), partial(raw.FPDFFormObj_GetObject, form), depth)


def _add_lines(path: Any, upright: list[Line], level: list[Line]) -> None:
    parts = raw.FPDFPath_CountSegments(path)
    boxes = [_bounds(path)] if parts <= 5 else _pieces(path, min(parts, _MANY_PARTS))
    for left, bottom, right, top in boxes:
        if top - bottom >= _SHORT:
            upright += [Line(x, bottom, top) for x in _ends(left, right)]
        if right - left >= _SHORT:
            level += [Line(y, left, right) for y in _ends(bottom, top)]


def _ends(start: float, end: float) -> tuple[float, ...]:
    """Both sides of a box, or the one line that a thin box is."""
    return (start,) if end - start < _THIN else (start, end)


def _bounds(path: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _pieces(path: Any, count: int) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of a path of many, such as a whole grid drawn at once."""
    points = [_point(raw.FPDFPath_GetPathSegment(path, index)) for index in range(count)]
    for (_, x, y), (kind, to_x, to_y) in pairwise(points):
        if kind == raw.FPDF_SEGMENT_LINETO and (abs(x - to_x) < 1 or abs(y - to_y) < 1):
            yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _point(segment: Any) -> tuple[int, float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    return raw.FPDFPathSegment_GetType(segment), x.value, y.value


def _is_grid(upright: list[Line], level: list[Line]) -> bool:
    """Whether three upright lines each meet three level ones, as those around two columns and two rows do."""
    if min(len(upright), len(level)) < _FEWEST_LINES:
        return False
    if max(len(upright), len(level)) > _MANY_LINES:
        return True
    crossing = [
        line.at
        for line in _mended(upright)
        if _apart(across.at for across in level if _meet(line, across)) >= _FEWEST_LINES
    ]
    return _apart(crossing) >= _FEWEST_LINES


def _mended(lines: list[Line]) -> Iterator[Line]:
    """Lines whole again that were drawn in pieces, cell by cell."""
    held: Line | None = None
    for line in sorted(lines, key=lambda line: (round(line.at), line.start)):
        if held and abs(line.at - held.at) <= _NEAR and line.start - held.end <= _NEAR and line.start >= held.start:
            held = held._replace(end=max(held.end, line.end))
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _meet(one: Line, other: Line) -> bool:
    reaches = one.start - _NEAR <= other.at <= one.end + _NEAR
    return reaches and other.start - _NEAR <= one.at <= other.end + _NEAR


def _apart(places: Iterable[float]) -> int:
    """How many of these places are further apart than lines that count as one."""
    ordered = sorted(places)
    return bool(ordered) + sum(after - before > _NEAR for before, after in pairwise(ordered))
