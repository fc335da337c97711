"""CSL-JSON (1.0.2) for citation programs: an item for each record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import AGREEMENT_KINDS
from archive_app.exports.citation import Citable, Citation, citations
from archive_app.exports.holdings import Holdings
from archive_app.exports.plain import line

TYPES = dict.fromkeys(AGREEMENT_KINDS, "treaty") | {
    "press release": "report", "media announcement": "article-newspaper", "correspondence": "personal_communication",
    "public-records response": "report", "complaint": "document", "interview": "interview", "report": "report",
    "organisation list": "dataset", "other": "document",
}  # fmt: skip


def write(holdings: Holdings, file: Path) -> None:
    file.write_text(text(holdings), encoding="utf-8")


def text(source: Citable) -> str:
    items = [_item(source, one) for one in citations(source)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(source: Citable, one: Citation) -> dict[str, Any]:
    item = {
        "id": one.id, "type": TYPES[one.kind], "title": one.title, "genre": one.kind,
        "author": _names(one.creators), "recipient": _names(one.recipients),
        "issued": {"date-parts": [_parts(one.date)]} if one.date else None,
        # Of a paper in two languages a citation can name one only; the first stands for both in no style.
        "language": one.languages[0] if len(one.languages) == 1 else None,
        "number": one.number, "publisher-place": one.places[0] if one.places else None,
        "number-of-pages": one.record.pages or None, "archive": line(source.title), "archive_location": one.id,
    }  # fmt: skip
    return {name: value for name, value in item.items() if value}


def _names(names: Iterable[str]) -> list[dict[str, str]]:
    """Names whole: bodies have no family name, and which of a person's names is one the paper does not say."""
    return [{"literal": name} for name in names]


def _parts(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]
