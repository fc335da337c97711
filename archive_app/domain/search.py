"""What a person asks of the archive, as it is kept: searches with a name, and what was asked before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NO_FILTERS: Mapping[str, frozenset[str]] = {}


@dataclass(frozen=True)
class Question:
    """A query with its switches: the same question asked of the same archive has the same answer.

    ``expand`` finds terms under their other names too; ``sort`` is relevance, date or title; ``filters`` are the facet
    values chosen, by facet (agencies by id). ``plain`` are terms of the query that are not found under other names.
    """

    query: str
    expand: bool = True
    sort: str = "relevance"
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()

    def kept(self) -> str:
        """The question as one line of JSON, the same for the same question."""
        chosen = {facet: sorted(values) for facet, values in sorted(self.filters.items()) if values}
        query = " ".join(self.query.split())
        told: dict[str, Any] = {"query": query, "expand": self.expand, "sort": self.sort, "filters": chosen}
        if self.plain:
            told["plain"] = sorted(self.plain)
        return json.dumps(told, ensure_ascii=False)

    @classmethod
    def of_kept(cls, text: str) -> Question:
        """What ``kept`` wrote. Raises ValueError, KeyError or TypeError for anything else."""
        told = json.loads(text)
        chosen = {str(facet): frozenset(map(str, values)) for facet, values in told["filters"].items()}
        plain = frozenset(map(str, told.get("plain", ())))
        return cls(str(told["query"]), bool(told["expand"]), str(told["sort"]), chosen, plain)


@dataclass(frozen=True)
class SavedSearch:
    """A question under a name: a list that is live, since it is asked anew each time. Times are ISO 8601 in UTC."""

    id: int
    name: str
    question: Question
    by: str
    at: str
    changed_at: str


@dataclass(frozen=True)
class Asked:
    """A question that was asked: when last (ISO 8601, UTC), how many records it found then, how often in all."""

    question: Question
    at: str
    records: int
    times: int = 1
