"""A note's front matter: declared values become metadata, and its words stay findable behind the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.readers import read

NOTE = """---
title: "Nota de campo: Yuma"
fecha: 2013-07-18
access: restricted
---

# Nota de campo

Llegamos antes del alba.
"""


def test_front_matter_is_declared_and_kept_behind_the_text(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_text(NOTE, encoding="utf-8")
    paper = read(file, "text/markdown")
    assert paper.metadata == {"title": "Nota de campo: Yuma", "published": "2013-07-18", "access": "restricted"}
    (page,) = paper.pages
    assert page.text.startswith("# Nota de campo")
    assert page.text.endswith("access: restricted")


@pytest.mark.parametrize("text", ["---\nno end of it\n", "text\n---\na: b\n---\n", "---\n---\n\ntext\n"])
def test_other_rules_are_left_in_the_text(tmp_path: Path, text: str) -> None:
    file = tmp_path / "note.md"
    file.write_text(text, encoding="utf-8")
    paper = read(file, "text/markdown")
    assert paper.metadata == {}
    assert paper.pages[0].text == text.strip("\n")
