"""Segments joined into one: everything that is not deleted is there as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.index.merging import LARGE, LIKE_SIZED, ripe
from tests.index.archives import entry, found, indexed


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [
        ([], []),
        ([1] * (LIKE_SIZED - 1), []),
        ([1] * LIKE_SIZED, list(range(LIKE_SIZED))),
        ([500, *[3] * LIKE_SIZED, 400], list(range(1, LIKE_SIZED + 1))),
        ([LARGE] * 20, []),
    ],
)
def test_segments_of_like_size_are_joined(sizes: list[int], chosen: list[int]) -> None:
    assert ripe(sizes) == chosen


def test_places_and_fields_stay_with_their_documents_where_others_are_deleted(tmp_path: Path) -> None:
    index = indexed(tmp_path, [])
    kinds = ("agreement", "renewal", "report")
    for batch in range(LIKE_SIZED):
        index.write(
            entry(
                f"R{batch}{part}", *["wage " * part + f"theft wage case{batch}{part}", "wage wage"],
                kind=kinds[part], title=f"Title {batch}{part}", date=f"20{batch}{part}",
            )
            for part in range(3)
        )  # fmt: skip
        if batch < LIKE_SIZED - 1:
            index.write([], deleted=[f"R{batch}1"])
    assert len(list(tmp_path.glob("*.seg"))) == 1, "they were to be joined"
    kept = {f"R{batch}{part}" for batch in range(LIKE_SIZED) for part in (0, 2)} | {f"R{LIKE_SIZED - 1}1"}
    assert index.records() == kept
    assert set(found(index, '"theft wage"')) == kept
    assert set(found(index, '"wage theft"')) == {record for record in kept if not record.endswith("0")}
    for record in kept:
        case = record.removeprefix("R")
        (hit,) = index.search(f'"theft wage case{case}" kind:{kinds[int(case[1])]} date:20{case} title:{case}').hits
        assert (hit.record, hit.page, hit.pages) == (record, 1, (1,))
