"""What the terminal shows of texts that come from files."""

from __future__ import annotations

import pytest

from archive_app.cli.output import clean, plain_snippet


@pytest.mark.parametrize(
    ("snippet", "shown"),
    [
        ("stop <b>wage</b> <b>theft</b>, now", "stop [wage theft], now"),
        ("a<b>b</b>c\n d", "a[b]c d"),
        ("5 &lt; 6 &amp; <b>7</b>", "5 < 6 & [7]"),
        ("&lt;b&gt;no mark&lt;/b&gt;", "<b>no mark</b>"),
    ],
)
def test_marks_are_brackets_and_the_text_is_as_written(snippet: str, shown: str) -> None:
    assert plain_snippet(snippet, bold=False) == shown


def test_marks_are_bold_on_a_terminal_and_nothing_else_steers_it() -> None:
    assert plain_snippet("<b>wage</b> &#27;[2J", bold=True) == "\x1b[1mwage\x1b[0m [2J"
    assert clean("a\x1b]0;title\x07b\tc") == "a]0;titleb\tc"
