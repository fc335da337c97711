from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.exports.bagit import BagWriter, faults, payload
from archive_app.exports.bagit.manifest import is_inside, parsed, written

PRINT = "0" * 64


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A whole bag of two files."""
    folder = tmp_path / "bag"
    writer = BagWriter(folder)
    (tmp_path / "letter.txt").write_text("a letter", encoding="utf-8")
    writer.copy(tmp_path / "letter.txt", "originals/letter.txt")
    writer.make("list.csv", lambda path: path.write_text("a,b\n", encoding="utf-8"))
    writer.finish({"External-Description": "Two\nfiles"})
    return folder


def test_a_bag_tells_its_size_and_holds_what_was_put_in(bag: Path) -> None:
    assert faults(bag) == []
    assert sorted(payload(bag)) == ["data/list.csv", "data/originals/letter.txt"]
    assert (bag / "bag-info.txt").read_text(encoding="utf-8") == (
        "External-Description: Two files\nPayload-Oxum: 12.2\n"
    )


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map("data/{}".format),
                       st.just(PRINT), max_size=5))  # fmt: skip
def test_any_name_comes_back_from_a_manifest(fingerprints: dict[str, str]) -> None:
    kept = {name: value for name, value in fingerprints.items() if name == name.rstrip() and "\x0b" not in name}
    assert parsed(written(kept)) == kept


def _change(bag: Path) -> None:
    (bag / "data" / "list.csv").write_text("a,c\n", encoding="utf-8")


def _take(bag: Path) -> None:
    (bag / "data" / "list.csv").unlink()


def _put(bag: Path) -> None:
    (bag / "data" / "more.txt").write_text("more", encoding="utf-8")


def _link(bag: Path) -> None:
    _take(bag)
    (bag / "data" / "list.csv").symlink_to(bag.parent / "letter.txt")


def _retell(bag: Path) -> None:
    (bag / "bag-info.txt").write_text("Payload-Oxum: 1.1\n", encoding="utf-8")


def _climb(bag: Path) -> None:
    (bag / "manifest-sha256.txt").write_text(f"{PRINT}  data/../../letter.txt\n", encoding="utf-8")


def _fetch(bag: Path) -> None:
    (bag / "fetch.txt").write_text("https://archive.example/a 1 data/a\n", encoding="utf-8")


def _declare(bag: Path) -> None:
    (bag / "bagit.txt").unlink()


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (_change, "data/list.csv is not as it was"), (_take, "data/list.csv is missing"),
        (_put, "data/more.txt is in no manifest"), (_link, "data/list.csv is a link"),
        (_retell, "bag-info.txt is not as it was"), (_climb, "names a file outside itself"),
        (_fetch, "it is not whole"), (_declare, "so it is no bag"),
    ],
)  # fmt: skip
def test_what_was_done_to_a_bag_is_told(harm: object, fault: str, bag: Path) -> None:
    assert callable(harm)
    harm(bag)

    assert any(fault in one for one in faults(bag))


@pytest.mark.parametrize("path", ["/etc/passwd", "data/../up", "data\\..\\up", "C:/up"])
def test_paths_that_leave_the_bag_are_known(path: str) -> None:
    assert not is_inside(path)
