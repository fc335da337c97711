"""Results counted and narrowed by kind, agency, year, language and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from archive_app.index.answer import FACETS
from archive_app.index.snapshot import Snapshot


def count(snapshot: Snapshot, records: Iterable[int]) -> dict[str, dict[str, int]]:
    """For each facet its values with the number of records, most first; a record may have several of a facet."""
    counted: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    fields = snapshot.fields
    for record in records:
        kept = fields.get(record)
        if kept:
            for facet, value in _values(kept):
                counted[facet][value] += 1
    return {
        facet: dict(sorted(values.items(), key=lambda item: (-item[1], item[0]))) for facet, values in counted.items()
    }


def narrow(snapshot: Snapshot, records: Set[int], filters: Mapping[str, Set[str]]) -> set[int]:
    """The records that have, for each facet named, one of its values. A facet with no values narrows nothing."""
    wanted = {facet: set(values) for facet, values in filters.items() if values}
    if unknown := wanted.keys() - set(FACETS):
        raise ValueError(f"no facet is called {sorted(unknown)[0]}")
    fields = snapshot.fields
    return {record for record in records if _has_all(fields.get(record, {}), wanted)}


def _has_all(kept: Mapping[str, Any], wanted: Mapping[str, Set[str]]) -> bool:
    missing = dict(wanted)
    for facet, value in _values(kept):
        if facet in missing and value in missing[facet]:
            del missing[facet]
    return not missing


def _values(kept: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for facet in ("kind", "language"):
        if facet in kept:
            yield facet, kept[facet]
    if "date" in kept:
        yield "year", kept["date"][:4]
    for facet in ("agency", "place"):
        for value in dict.fromkeys(kept.get(facet, ())):
            yield facet, value
