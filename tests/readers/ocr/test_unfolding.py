"""Ruled tables found in a picture, and their columns put one below the other and back again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from archive_app.readers.ocr.ruling import Grid, Rules
from archive_app.readers.ocr.unfolding import Unfolded
from tests.readers.ocr.drawing import LINES, font, page

EDGES = (80, 300, 520, 800)
TOPS = (100, 160, 280, 340)


def table(tops: tuple[int, ...] = TOPS, edges: tuple[int, ...] = EDGES, thick: int = 2) -> Image.Image:
    """A sheet with a ruled table, a word in each cell."""
    sheet = Image.new("RGB", (900, 700), "white")
    pen = ImageDraw.Draw(sheet)
    for top in tops:
        pen.line((edges[0], top, edges[-1], top), fill="black", width=thick)
    for edge in edges:
        pen.line((edge, tops[0], edge, tops[-1]), fill="black", width=thick)
    for above, _ in pairwise(tops):
        for left in edges[:-1]:
            pen.text((left + 20, above + 16), "salario", fill="black", font=font(24))
    return sheet


def near(grid: Grid, top: int, bottom: int, edges: tuple[int, ...]) -> bool:
    found = (grid.top, grid.bottom, *grid.edges)
    return len(grid.edges) == len(edges) and all(
        abs(one - other) <= 4 for one, other in zip(found, (top, bottom, *edges), strict=True)
    )


@pytest.mark.parametrize("thick", [2, 4])
def test_a_table_is_found_by_its_rules_with_the_edges_of_its_columns(thick: int) -> None:
    (grid,) = Rules(table(thick=thick)).grids()
    assert near(grid, TOPS[0], TOPS[-1], EDGES)


def test_tables_of_other_columns_are_two() -> None:
    sheet = table()
    sheet.paste(table((100, 160, 220), (80, 500, 800)).crop((0, 80, 900, 300)), (0, 400))
    first, second = Rules(sheet).grids()
    assert near(first, TOPS[0], TOPS[-1], EDGES)
    assert near(second, 420, 540, (80, 500, 800))


def test_lines_a_frame_and_underlines_are_no_tables() -> None:
    assert Rules(page(*LINES)).grids() == []
    sheet = page(*LINES)
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((20, 40, 880, 220), outline="black", width=2)
    pen.line((60, 90, 500, 90), fill="black", width=2)
    assert Rules(sheet).grids() == []


def test_columns_stand_one_below_the_other_as_they_are_in_the_picture() -> None:
    rules = Rules(table())
    columns = Unfolded(rules.taken_off(), rules.grids(), rules.paper)
    (grid,) = rules.grids()
    right, down = columns.way_back(60)
    assert (right, down) == (grid.edges[0] - 40, grid.top - 40)
    height = grid.bottom - grid.top
    assert columns.picture.height == 3 * (height + 40) + 40
    for number, left in enumerate(grid.edges[:-1]):
        y = 40 + number * (height + 40) + 30
        right, down = columns.way_back(y)
        assert (right + 40, down + y) == (left, grid.top + 30)
        source = rules.taken_off().crop((left, grid.top, left + 200, grid.bottom))
        assert columns.picture.crop((40, y - 30, 240, y - 30 + height)).tobytes() == source.tobytes()


@given(st.lists(st.tuples(st.integers(0, 60), st.lists(st.integers(20, 90), min_size=2, max_size=4)), min_size=1,
                max_size=3), st.data())  # fmt: skip
def test_every_point_of_a_column_finds_its_way_back(tables: list[tuple[int, list[int]]], data: st.DataObject) -> None:
    grids, top = [], 0
    for gap, widths in tables:
        top += gap
        edges = [10]
        for width in widths:
            edges.append(edges[-1] + width)
        grids.append(Grid(top, top + 50, tuple(edges)))
        top += 50
    sheet = Image.new("RGB", (400, 400))
    columns = Unfolded(sheet, grids, "white")
    below = 40
    for grid in grids:
        for left, right in pairwise(grid.edges):
            x, y = data.draw(st.integers(0, right - left - 1)), data.draw(st.integers(0, 49))
            across, down = columns.way_back(below + y)
            assert (40 + x + across, below + y + down) == (left + x, grid.top + y)
            assert columns.holds(left + x, grid.top + y)
            below += 90
    assert not columns.holds(5, 5)
