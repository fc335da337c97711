"""What the list of records is asked for: the query with its switches, changed one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from archive_app.domain.search import Question


@dataclass(frozen=True)
class Asked:
    """A question as a person is putting it together; ``sort`` is "" for the usual order.

    ``expand`` finds terms under their other names too, but for those of ``plain``.
    """

    query: str = ""
    sort: str = ""
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    expand: bool = True
    plain: frozenset[str] = frozenset()

    @classmethod
    def of(cls, question: Question) -> Asked:
        """A question that was kept."""
        return cls(question.query, question.sort, question.filters, question.expand, question.plain)

    @property
    def order(self) -> str:
        """The order in force: the best first where something is searched for, else the newest."""
        return self.sort or ("relevance" if self.query else "date")

    @property
    def question(self) -> Question:
        return Question(self.query, self.expand, self.order, self.filters, self.plain)

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for at all: else every record is shown."""
        return bool(self.query or self.filters)

    def with_query(self, query: str) -> Asked:
        """Other words; terms that still stand among them stay as they were switched."""
        words = f" {' '.join(query.casefold().split())} "
        plain = frozenset(term for term in self.plain if f" {term.casefold()} " in words)
        sort = self.sort if bool(query) == bool(self.query) else ""
        return replace(self, query=query, sort=sort, plain=plain, expand=self.expand or not query)

    def with_sort(self, sort: str) -> Asked:
        return replace(self, sort=sort)

    def with_expand(self, expand: bool) -> Asked:
        """All terms under their other names too, or none."""
        return replace(self, expand=expand, plain=frozenset() if expand else self.plain)

    def toggled(self, facet: str, value: str) -> Asked:
        """A facet's value chosen, or no longer."""
        chosen = self.filters.get(facet, frozenset()) ^ {value}
        every = {name: held for name, held in {**self.filters, facet: chosen}.items() if held}
        return replace(self, filters=every)

    def without(self, facet: str) -> Asked:
        """Not narrowed by a facet."""
        return self.with_values(facet, frozenset())

    def with_values(self, facet: str, values: frozenset[str]) -> Asked:
        """Narrowed to these values of a facet, none for no narrowing."""
        others = {name: held for name, held in self.filters.items() if name != facet}
        return replace(self, filters={**others, facet: values} if values else others)

    def turned(self, term: str) -> Asked:
        """A term switched between all its names and its own words."""
        return replace(self, plain=self.plain ^ {term})
