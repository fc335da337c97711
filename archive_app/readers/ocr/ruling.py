"""Rules taken off a level picture: what stands in ruled cells is taken for a drawing by engines that know no tables."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image, ImageChops, ImageFilter

#: Rules are looked for in cells of so many pixels along them, which are dark where this much of them is (of 255).
_CELL, _DARK = 8, 190
#: A rule is dark for eight cells on end, as no letter is at 300 dots an inch: what is added up doubles at each step.
_LONG = (1, 2, 4)
#: What is dark for twelve pixels across is no rule but an area: a picture, or the ground of a heading.
_THICK = (1, 2, 4, 4)

Combine = Callable[[Image.Image, Image.Image], Image.Image]


def without_rules(picture: Image.Image) -> Image.Image:
    """The picture with its level and upright rules painted as its paper is; the same picture where it has none."""
    grey = picture.convert("L")
    paper = max(range(128, 256), key=grey.histogram().__getitem__)
    ink = grey.point(lambda level: 255 if level < 0.7 * paper else 0)
    upright = _level_rules(ink.transpose(Image.Transpose.TRANSPOSE)).transpose(Image.Transpose.TRANSPOSE)
    rules = ImageChops.lighter(_level_rules(ink), upright)
    if rules.getbbox() is None:
        return picture
    cleaned = picture.copy()
    cleaned.paste(f"rgb({paper}, {paper}, {paper})", mask=rules.filter(ImageFilter.MaxFilter(5)))
    return cleaned


def _level_rules(ink: Image.Image) -> Image.Image:
    """The ink of level rules alone."""
    cells = ink.reduce((_CELL, 1)).point(lambda level: 255 if level >= _DARK else 0)
    long = _opened(cells, _LONG, across=False)
    thin = ImageChops.subtract(long, _opened(long, _THICK, across=True))
    # A rule begins and ends within a cell.
    whole = ImageChops.lighter(_shifted(thin, 1, False), ImageChops.lighter(thin, _shifted(thin, -1, False)))
    return ImageChops.multiply(whole.resize(ink.size, Image.Resampling.NEAREST), ink)


def _opened(mask: Image.Image, steps: tuple[int, ...], across: bool) -> Image.Image:
    """What of a mask is at least as long as the steps add up to, one more."""
    for combine, back in ((ImageChops.darker, 1), (ImageChops.lighter, -1)):
        mask = _added(mask, combine, [back * step for step in steps], across)
    return mask


def _added(mask: Image.Image, combine: Combine, steps: list[int], across: bool) -> Image.Image:
    for step in steps:
        mask = combine(mask, _shifted(mask, step, across))
    return mask


def _shifted(mask: Image.Image, by: int, across: bool) -> Image.Image:
    return ImageChops.offset(mask, 0, by) if across else ImageChops.offset(mask, by, 0)
