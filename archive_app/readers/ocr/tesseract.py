"""Tesseract, where it is on the machine: a program of its own, asked by its command line."""

from __future__ import annotations

import csv
import io
import math
import os
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from PIL import Image

from archive_app.errors import ReadingError
from archive_app.readers.ocr.line_heights import baseline_and_size, extent, stretched
from archive_app.readers.ocr.ruling import Rules
from archive_app.readers.ocr.seen import Corners, Point, Seen, SeenWord, common_slope
from archive_app.readers.ocr.unfolding import Unfolded

#: Its own way to find columns, after finding out which way up the page lies.
_LAYOUT = "1"
#: One column of text, whatever its sizes: what columns of tables are as they are given to it.
_ONE_COLUMN = "6"
#: Tables are read anew by their columns where that finds this part at least of the letters found before.
_AS_MANY = 0.85
_PATIENCE = 240.0
#: Its boxes are close around the ink.
_PAD = 0.0
#: In a table of its words: the rows that are words.
_WORD = "5"


class Box(NamedTuple):
    """A word upright on the picture, in pixels."""

    text: str
    confidence: float
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> Point:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def moved(self, right: float, down: float) -> Box:
        return self._replace(x0=self.x0 + right, x1=self.x1 + right, top=self.top + down, bottom=self.bottom + down)


class Tesseract:
    def __init__(self, languages: Sequence[str], program: str = "tesseract") -> None:
        self._command = (program, "stdin", "stdout", "-l", "+".join(languages))

    def read(self, picture: Image.Image) -> Seen:
        """The words of a picture, whichever way up it lies."""
        rules = Rules(picture)
        cleaned = rules.taken_off()
        lines = list(_lines(self._table(cleaned, _LAYOUT)))
        quarter = _quarter_turns(lines)
        if quarter == 0 and (grids := rules.grids()):
            lines = self._with_tables(lines, Unfolded(cleaned, grids, rules.paper))
        words = [_seen_line(line, quarter) for line in lines]
        return Seen(tuple(word for line in words for word in line), common_slope(list(map(_along, words))))

    def _with_tables(self, lines: list[list[Box]], columns: Unfolded) -> list[list[Box]]:
        """The lines beside tables, and those of the tables' cells, each read by itself."""
        cells = [[box.moved(*columns.way_back(box.middle[1])) for box in line]
                 for line in _lines(self._table(columns.picture, _ONE_COLUMN))]  # fmt: skip
        outside = [[box for box in line if not columns.holds(*box.middle)] for line in lines]
        replaced = sum(map(_letters, lines)) - sum(map(_letters, outside))
        if sum(map(_letters, cells)) < _AS_MANY * replaced:
            return lines
        return [line for line in (*outside, *cells) if line]

    def _table(self, picture: Image.Image, layout: str) -> str:
        encoded = io.BytesIO()
        picture.save(encoded, "PNG", compress_level=1)
        # One thread for each process: its own threads cost more than they bring.
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        try:
            done = subprocess.run(
                (*self._command, "--psm", layout, "tsv"), input=encoded.getvalue(), capture_output=True,
                timeout=_PATIENCE, check=True, env=environment,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as error:
            raise ReadingError(
                "recognising", f"Tesseract could not read the picture ({error}).", "Scan the page anew."
            ) from error
        return done.stdout.decode("utf-8", "replace")


def _lines(table: str) -> Iterable[list[Box]]:
    """The words of each line, as Tesseract numbers its lines."""
    lines: dict[tuple[str, ...], list[Box]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] == _WORD and text:
            x0, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
            line = tuple(row[name] for name in ("block_num", "par_num", "line_num"))
            lines[line].append(Box(text, float(row["conf"]) / 100, x0, top, x0 + width, top + height))
    return lines.values()


def _letters(line: Iterable[Box]) -> int:
    return sum(len(box.text) for box in line)


def _quarter_turns(lines: Iterable[Sequence[Box]]) -> int:
    """How the text runs, by where the last word of a line stands from the first: to the right, down, left or up."""
    weights = [0.0, 0.0, 0.0, 0.0]
    for line in lines:
        (x0, y0), (x1, y1) = line[0].middle, line[-1].middle
        weights[round(math.atan2(y1 - y0, x1 - x0) / (math.pi / 2)) % 4] += math.dist((x0, y0), (x1, y1))
    return weights.index(max(weights))


def _seen_line(line: Sequence[Box], quarter: int) -> list[SeenWord]:
    """The words of a line with their corners as its text runs, as high as its type is set."""
    corners = [_corners(box, quarter) for box in line]
    heights = [math.dist(one, four) or 1.0 for one, _, _, four in corners]
    stands = [baseline_and_size(box.text, _PAD) for box in line]
    size = median(height * part for height, (_, part) in zip(heights, stands, strict=True))
    return [
        SeenWord(box.text, stretched(four, extent(baseline, size / height)), box.confidence)
        for box, four, height, (baseline, _) in zip(line, corners, heights, stands, strict=True)
    ]


def _corners(box: Box, quarter: int) -> Corners:
    ring = [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom)]
    one, two, three, four = ring[quarter:] + ring[:quarter]
    return one, two, three, four


def _along(line: Sequence[SeenWord]) -> Corners:
    first, last = line[0].corners, line[-1].corners
    return first[0], last[1], last[2], first[3]
