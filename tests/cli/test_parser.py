"""Words of the command line as they are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.cli import parser
from archive_app.errors import UsageError


@pytest.mark.parametrize("words", [["show", "a", "r00012"], ["set", "a", "r00012", "kind", "renewal"]])
def test_capitals_of_a_records_id_do_not_matter(words: list[str]) -> None:
    assert parser.parse(words).record == "R00012"


@pytest.mark.parametrize(
    ("words", "name", "taken"),
    [
        (["add", "a", "--link", "papers", "--ocr", "never", "more"], "paths", [Path("papers"), Path("more")]),
        (["ocr", "a", "--again", "r00001"], "records", ["R00001"]),
        (["watch", "--link", "a", "--once", "b"], "folders", [Path("b")]),
        (["notes", "a", "--json", "r00001"], "record", "R00001"),
        (["arrange", "a", "--json", "show", "F1"], "words", ["F1"]),
        (["add", "a", "--", "--link"], "paths", [Path("--link")]),
    ],
)
def test_options_may_stand_among_words_that_need_not_be_there(words: list[str], name: str, taken: object) -> None:
    assert getattr(parser.parse(words), name) == taken


@pytest.mark.parametrize(
    "words", [["list", ""], ["add", "a", ""], ["extract", ""], ["export", "a", "csv", ""], ["backup", "a", "--to", ""]]
)
def test_a_path_of_no_letters_is_refused_and_not_taken_for_where_one_stands(words: list[str]) -> None:
    with pytest.raises(UsageError, match="nothing was written"):
        parser.parse(words)


def test_an_option_that_there_is_not_is_named_alone(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^There is no option -rf\.txt; .*extract --help.* written \./-rf\.txt\.$"):
        parser.parse(["extract", "a.txt", "-rf.txt", "b.txt"])
    with pytest.raises(UsageError, match="“more” is a word too many"):
        parser.parse(["list", "a", "more"])


def test_options_may_stand_between_files() -> None:
    assert parser.parse(["extract", "a.txt", "--json", "b.txt"]).files == [Path("a.txt"), Path("b.txt")]
    assert parser.parse(["tag", "a", "r1", "--add", "x", "r2"]).records == ["R1", "R2"]
    assert parser.parse(["tag", "a", "--query", "osha", "--add", "x"]).records in (None, [])
