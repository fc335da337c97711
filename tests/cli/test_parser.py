"""Words of the command line as they are taken."""

from __future__ import annotations

import pytest

from archive_app.cli import parser


@pytest.mark.parametrize("words", [["show", "a", "r00012"], ["set", "a", "r00012", "kind", "renewal"]])
def test_capitals_of_a_records_id_do_not_matter(words: list[str]) -> None:
    assert parser.parse(words).record == "R00012"
