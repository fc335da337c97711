"""Tables that run on over the end of a page, made one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from archive_app.domain.page import Page
from archive_app.domain.table import Table

#: The share of a page's height at its top and bottom where running heads and page numbers stand.
_MARGIN = 0.075
#: Points by which the columns of one table may differ from page to page.
_NEAR = 3.0


class Part(NamedTuple):
    """A table as it was found on one page, with the left edges of its columns."""

    page: Page
    table: Table
    edges: tuple[float, ...]


def joined(parts: Sequence[Part]) -> tuple[Table, ...]:
    """The tables of a paper; parts on pages that follow each other are one where nothing but margins parts them.

    And only where the first row is repeated, which then stands once, or where the columns agree.
    """
    tables = [part.table for part in parts[:1]]
    for before, after in pairwise(parts):
        if _goes_on(before, after):
            begun = tables[-1].rows
            repeated = after.table.rows[0] == begun[0]
            tables[-1] = replace(tables[-1], rows=begun + after.table.rows[repeated:])
        else:
            tables.append(after.table)
    return tuple(tables)


def _goes_on(before: Part, after: Part) -> bool:
    if after.page.number != before.page.number + 1 or before.table.columns != after.table.columns:
        return False
    same = len(before.edges) == len(after.edges) and all(
        abs(one - other) <= _NEAR for one, other in zip(before.edges, after.edges, strict=False)
    )
    if not (same or before.table.rows[0] == after.table.rows[0]):
        return False
    return _is_last(before) and _is_first(after)


def _is_last(part: Part) -> bool:
    """Whether nothing stands below the table but the page's foot."""
    assert part.table.box is not None
    return not _words_between(part.page, part.table.box.bottom, part.page.height * (1 - _MARGIN))


def _is_first(part: Part) -> bool:
    assert part.table.box is not None
    return not _words_between(part.page, part.page.height * _MARGIN, part.table.box.top)


def _words_between(page: Page, top: float, bottom: float) -> bool:
    middles = ((upper + lower) / 2 for upper, lower in zip(page.words.boxes[1::4], page.words.boxes[3::4], strict=True))
    return any(top < middle < bottom for middle in middles)
