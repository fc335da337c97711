"""rapidocr: models for text in pictures that come inside its package, run by onnxruntime."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import numpy
import rapidocr
from PIL import Image

from archive_app.errors import ReadingError
from archive_app.readers.ocr.ink import Standing, standing
from archive_app.readers.ocr.line_heights import baseline_and_size, evened, extent, stretched
from archive_app.readers.ocr.seen import Corners, Point, Seen, SeenWord, common_slope, length

#: Measured: with the defaults 6.4% of characters come out wrong, with these 0.3%, in half the time.
_SETTINGS = {
    "Global.use_cls": False,
    "Global.log_level": "critical",
    "Global.max_side_len": 4000,
    "Det.limit_type": "max",
    "Det.limit_side_len": 960,
    "Det.box_thresh": 0.3,  # finds figures that stand alone: a list's numbers, a page's
}
#: The model files by their place in rapidocr's package; named outright, they are never looked for elsewhere.
_MODELS = {"Det.model_path": "*_det_*.onnx", "Rec.model_path": "*_rec_*.onnx"}
#: Where a space is often lost: after a comma before a letter, before a year ("August 30,2017"), between sentences.
_LOST_SPACE = re.compile(
    r"(?<=[^\W\d][,;:])(?=[^\W\d])|(?<=\d[,;])(?=[^\W\d])|(?<=\d,)(?=(?:19|20)\d\d\b)"
    r"|(?<=[^\W\d]{3}:)(?=\d)|(?<=[a-záéíóúñ]{2}[.])(?=[A-ZÁÉÍÓÚÑ¿¡][a-záéíóúñ])"
)
#: Its models know Chinese too, and take signs for those of that width.
_LATIN = str.maketrans("一，：；（）！？．－", "–,:;()!?.-")
#: A dash between words is read as a hyphen at the end of the one before.
_DASH = re.compile(r"(?<=[^\W\d])-(?= \S)")
#: A speck between words is read as a sign that no word has there: "protection·once", "Jocelyn'T."
_SPECK = re.compile(r"(?<=[^\W\d])·(?=[^\W\d])|(?<=[a-záéíóúñ])['’](?=[A-ZÁÉÍÓÚÑ][.])")
#: In heights of the line: words that part keep at least this much white between them.
_WHITE = 0.1
#: Text that stands on its head is read as nonsense with less confidence than this; upright text seldom is.
_UPRIGHT = 0.8
#: The white that the engine leaves around the ink of a line, in parts of the type's size.
_PAD = 0.165
#: What is read with less confidence is no text: a signature's strokes, a stamp's edge.
_LEAST = 0.65
#: In heights of the line: characters so far apart stand in different words, whether or not a space was seen.
_APART = 1.2

Character = tuple[str, float, Corners]


class _Lines(NamedTuple):
    """Lines of text as their words, and whether most of the text runs up or down the picture."""

    words: list[list[Character]]
    sideways: bool = False


class Rapid:
    """The engine, with its models in memory: about 700 MB while it reads."""

    def __init__(self) -> None:
        threads = {"EngineConfig.onnxruntime.intra_op_num_threads": min(2, os.cpu_count() or 1)}
        self._engine = rapidocr.RapidOCR(params={**_SETTINGS, **_models(), **threads})

    def read(self, picture: Image.Image) -> Seen:
        """The words of a picture, whichever way up it lies."""
        lines, turns = self._upright(numpy.asarray(picture)[:, :, ::-1])
        back = _Turned(turns, picture.size)
        words = tuple(
            SeenWord(text, back.corners(corners), confidence)
            for line in filter(_is_text, lines)
            for text, confidence, corners in line
            if confidence >= _LEAST
        )
        return Seen(words, common_slope([back.corners(_around(line)) for line in lines]))

    def _upright(self, pixels: Any) -> tuple[list[list[Character]], int]:
        """The lines of the picture after so many quarter turns to the left, which put it upright."""
        turns = 0
        lines = self._lines(pixels)
        if lines.sideways:
            # The engine turns what is higher than wide to the left, so it has seen already whether that is right.
            turns = 1 if _confidence(lines) >= _UPRIGHT else 3
            lines = self._lines(numpy.rot90(pixels, turns))
        if lines.words and _confidence(lines) < _UPRIGHT:
            other = (turns + 2) % 4
            turned = self._lines(numpy.rot90(pixels, other))
            if _confidence(turned) > _confidence(lines):
                return turned.words, other
        return lines.words, turns

    def _lines(self, pixels: Any) -> _Lines:
        try:
            seen: Any = self._engine(numpy.ascontiguousarray(pixels), return_word_box=True, return_single_char_box=True)
        except (RuntimeError, ValueError, IndexError) as error:
            raise ReadingError(
                "recognising", f"The picture could not be read ({error}).", "Scan the page anew."
            ) from error
        texts, characters = getattr(seen, "txts", None) or (), getattr(seen, "word_results", None) or ()
        if not texts:
            return _Lines([])
        extents = _extents(pixels, texts, [_corners(box) for box in seen.boxes])
        latin = [text.translate(_LATIN) for text in texts]
        lines = [list(_words(*line)) for line in zip(latin, characters, extents, strict=False)]
        return _Lines([line for line in lines if line], _run_sideways(texts, seen.boxes))


def _extents(pixels: Any, texts: Sequence[str], boxes: Sequence[Corners]) -> list[tuple[float, float]]:
    """Where each line begins and ends as its type is set, in parts of the height of the engine's box."""
    grey = pixels.mean(axis=2)
    heights = [max(1.0, _height(box)) for box in boxes]
    stands = []
    for text, box, height in zip(texts, boxes, heights, strict=True):
        measured = standing(grey, (box[0][0], min(box[0][1], box[1][1]), box[1][0], max(box[2][1], box[3][1])), text)
        baseline, part = baseline_and_size(text, _PAD)
        stands.append(measured or Standing(baseline, part * height))
    sizes = evened([stand.size for stand in stands])
    return [extent(stand.baseline, size / height) for stand, size, height in zip(stands, sizes, heights, strict=True)]


def _is_text(line: list[Character]) -> bool:
    """Whether a line is more than a speck, which is read as a point."""
    return any(sign.isalnum() for text, _, _ in line for sign in text)


def _models() -> dict[str, str]:
    """Where the package keeps its models. Raises ReadingError where it came without them."""
    folder = Path(rapidocr.__file__).parent / "models"
    found = {setting: next(iter(sorted(folder.glob(pattern))), None) for setting, pattern in _MODELS.items()}
    if not all(found.values()):
        raise ReadingError(
            "recognising", "rapidocr came without its models.", "Install it again with packaging/run.sh."
        )
    return {setting: str(path) for setting, path in found.items()}


def _words(
    text: str, characters: Iterable[tuple[str, float, list[list[int]]]], extent: tuple[float, float]
) -> Iterator[Character]:
    """A line cut into words where a space was read, was lost, or is seen; as high as its type is set."""
    places = (place for place, sign in enumerate(text) if not sign.isspace())
    specks = {match.start() for match in _SPECK.finditer(text)}
    seen = [
        (sign.translate(_LATIN), sure, stretched(_corners(corners), extent))
        for place, (sign, sure, corners) in zip(places, characters, strict=False)
        if place not in specks
    ]
    spaces = _spaces(_SPECK.sub(" ", text))
    begun = 0
    for index in range(1, len(seen) + 1):
        if index == len(seen) or index in spaces or _are_apart(seen[index - 1][2], seen[index][2]):
            yield _joined(seen[begun:index], seen[index : index + 1])
            begun = index


def _spaces(text: str) -> set[int]:
    """Before which of its characters, white space not counted, a line's words part."""
    found, count = set(), 0
    for part in _LOST_SPACE.sub(" ", _DASH.sub(" -", text)).split():
        found.add(count)
        count += len(part)
    return found


def _corners(given: list[list[int]]) -> Corners:
    one, two, three, four = ((float(x), float(y)) for x, y in given)
    return one, two, three, four


def _are_apart(before: Corners, after: Corners) -> bool:
    return math.dist(before[1], after[0]) > _APART * _height(before)


def _joined(characters: list[Character], after: list[Character]) -> Character:
    """One word of its characters, ending before the one that comes ``after``."""
    text = "".join(sign for sign, _, _ in characters)
    one, two, three, four = _around(characters)
    if after:
        end = _ending(one, two, after[0][2][0], math.dist(one, four))
        two, three = _moved(one, two, end), _moved(four, three, end)
    return text, fmean(sure for _, sure, _ in characters), (one, two, three, four)


def _ending(start: Point, end: Point, next_start: Point, height: float) -> float:
    """Where a word ends, in parts of its length, so that white is left before the next."""
    whole = math.dist(start, end) or 1.0
    return max(0.5, min(1.0, (math.dist(start, next_start) - _WHITE * height) / whole))


def _moved(start: Point, end: Point, part: float) -> Point:
    return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])


def _around(parts: list[Character]) -> Corners:
    first, last = parts[0][2], parts[-1][2]
    return first[0], last[1], last[2], first[3]


def _confidence(lines: _Lines) -> float:
    words = [(len(text), sure) for line in lines.words for text, sure, _ in line]
    letters = sum(weight for weight, _ in words)
    return sum(weight * sure for weight, sure in words) / letters if letters else 0.0


def _run_sideways(texts: Sequence[str], boxes: Any) -> bool:
    """Whether most of the text stands in boxes that are higher than wide."""
    high = (len(text) for text, box in zip(texts, boxes, strict=False) if _is_high(_corners(box)))
    return 2 * sum(high) > sum(map(len, texts))


def _is_high(corners: Corners) -> bool:
    return _height(corners) > 1.5 * length(corners)


def _height(corners: Corners) -> float:
    return math.dist(corners[0], corners[3])


class _Turned:
    """From a picture that was turned back to the picture as it was."""

    def __init__(self, turns: int, size: tuple[int, int]) -> None:
        self._turns, (self._width, self._height) = turns, size

    def corners(self, corners: Corners) -> Corners:
        one, two, three, four = map(self._point, corners)
        return one, two, three, four

    def _point(self, point: Point) -> Point:
        """By so many quarter turns to the left ``(x, y)`` came from here."""
        x, y = point
        if self._turns == 1:
            return self._width - y, x
        if self._turns == 2:
            return self._width - x, self._height - y
        if self._turns == 3:
            return y, self._height - x
        return x, y
