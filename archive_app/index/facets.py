"""Results counted and narrowed by kind, agency, year, language, place, tag, and whether a person has reviewed them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from itertools import chain

from archive_app.index.answer import FACETS
from archive_app.index.snapshot import Snapshot


def count(snapshot: Snapshot, records: Iterable[int]) -> dict[str, dict[str, int]]:
    """For each facet its values with the number of records, most first; a record may have several of a facet."""
    counted = {}
    records = list(records)
    for facet in FACETS:
        values = Counter(chain.from_iterable(map(snapshot.column(facet).__getitem__, records)))
        counted[facet] = dict(sorted(values.items(), key=lambda item: (-item[1], item[0])))
    return counted


def narrow(snapshot: Snapshot, records: Set[int], filters: Mapping[str, Set[str]]) -> set[int]:
    """The records that have, for each facet named, one of its values. A facet with no values narrows nothing."""
    wanted = {facet: values for facet, values in filters.items() if values}
    if unknown := wanted.keys() - set(FACETS):
        raise ValueError(f"no facet is called {sorted(unknown)[0]}")
    narrowed = set(records)
    for facet, values in wanted.items():
        column = snapshot.column(facet)
        narrowed = {record for record in narrowed if not values.isdisjoint(column[record])}
    return narrowed
