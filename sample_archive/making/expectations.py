"""What a reading of the specimens has to find, and the table of the README."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from making.paper import Paper

TABLE = re.compile(r"(?<=<!-- table -->\n).*(?=<!-- end of table -->)", re.S)


def expected(papers: dict[str, Paper]) -> dict[str, dict[str, Any]]:
    """Purpose, outcome and facts by path under documents/; what must not be invented is null.

    An attachment stands under the path of its letter, `letter.eml#attachment.pdf`.
    """
    ordered = sorted(papers.values(), key=lambda paper: paper.file)
    return {paper.file: _expectation(paper) for paper in ordered}


def write_expected(papers: dict[str, Paper], path: Path) -> None:
    text = json.dumps(expected(papers), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def write_table(papers: dict[str, Paper], path: Path) -> None:
    """Puts the table of the documents into the README, between its two marks."""
    shown = sorted(papers.values(), key=lambda paper: paper.file)
    rows = [f"| `{paper.file}` | {paper.outcome} | {paper.purpose} |" for paper in shown]
    table = "\n".join(["| document | taken in as | what it is for |", "| --- | --- | --- |", *rows])
    text = path.read_text(encoding="utf-8")
    path.write_text(TABLE.sub(lambda _: table + "\n", text), encoding="utf-8")


def _expectation(paper: Paper) -> dict[str, Any]:
    must = dict(paper.must) | dict.fromkeys(paper.absent)
    return {
        "purpose": paper.purpose,
        "outcome": paper.outcome,
        "children": paper.children,
        "must": must,
        "may": paper.may,
    }
