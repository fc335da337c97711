"""JSON for other programs: agreements and records with every fact and the words it rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from archive_app.domain.description import Description
from archive_app.domain.json_shapes import agreement_json, description_json, fact_json
from archive_app.domain.record import Record
from archive_app.exports.arrangement import Group, arrange
from archive_app.exports.holdings import Holdings


def write(holdings: Holdings, file: Path) -> None:
    told = {
        "title": holdings.title,
        "scope": holdings.scope,
        "on": holdings.on.isoformat(),
        "restricted_left_out": holdings.left_out,
        "agreements": [agreement_json(one, holdings.on) for one in holdings.agreements],
        "arrangement": _group(arrange(holdings)),
        "records": [_record(record, description) for record, description in holdings.records],
    }
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _group(group: Group) -> dict[str, Any]:
    """A unit of description with what is in it; ``unit`` is None for what no person made."""
    unit = group.branch.unit
    return {
        "unit": unit.id if unit else None, "reference_code": group.reference, "level": str(group.level),
        "title": group.title, "texts": dict(unit.texts) if unit else {},
        "records": [{"record": item.id, "reference_code": group.item_reference(item)} for item in group.items],
        "units": [_group(one) for one in group.groups],
    }  # fmt: skip


def _record(record: Record, description: Description) -> dict[str, Any]:
    return {
        "record": record.id, "file": record.filename, "sha256": record.sha256, "media_type": record.media_type,
        "pages": record.pages, "added_at": record.added_at, **description_json(description),
        "facts": [fact_json(fact) for fact in description.facts],
    }  # fmt: skip
