"""Bodies found by any of their names, the likeliest first, with the name each was found by and what it is part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.domain.recognising import plain_name
from archive_app.gui import language
from archive_app.gui.language import capital, tr, word
from archive_app.gui.models.table import Column

#: So many are listed.
MOST: Final = 200
#: What a name of a body is: ``body_found.<name>`` tells that it was found by it; by its authorised one nothing is told.
AUTHORISED, SPANISH, ACRONYM, FORMER, ALSO, ID = "", "spanish", "acronym", "former", "also", "id"


@dataclass(frozen=True)
class Found:
    """A body, the names of what it is part of from the top, and the name it was found by with what that is."""

    body: Authority
    above: tuple[str, ...]
    name: str = ""
    by: str = AUTHORISED

    @property
    def name_shown(self) -> str:
        return shown_name(self.body)

    @property
    def told(self) -> str:
        """Why it was found, where its own name does not say it."""
        return tr(f"body_found.{self.by}", self.name) if self.by else ""

    @property
    def path(self) -> str:
        return " › ".join(self.above)


class Finder:
    """Every name of an authority file, made plain once."""

    def __init__(self, names: AuthorityFile) -> None:
        self._names = names
        self._plain = {
            id: [(plain_name(name), name, by) for name, by in _names_of(body)] for id, body in names.records.items()
        }

        #: All names of each, to pass over those that cannot fit.
        self._joined = {id: "\n".join(plain for plain, _, _ in held) for id, held in self._plain.items()}

    def find(self, words: str, first: Sequence[str] = (), but: str = "") -> list[Found]:
        """Those of which any name holds all words; without words those that come first. ``but`` is left out."""
        wanted = plain_name(words)
        if not wanted:
            return [self.found(id) for id in dict.fromkeys(first) if id in self._names.records and id != but]
        parts = wanted.split()
        ranked = (
            (rank, id, name, by)
            for id, held in self._plain.items() if id != but
            if all(part in self._joined[id] for part in parts)
            for rank, name, by in [min((_rank(plain, wanted, by), name, by) for plain, name, by in held)]
            if rank < _NOT
        )  # fmt: skip
        best = sorted(ranked, key=lambda one: (one[0], len(self._names.records[one[1]].name), one[1]))[:MOST]
        return [self.found(id, name, by) for _, id, name, by in best]

    def found(self, id: str, name: str = "", by: str = AUTHORISED) -> Found:
        lineage = [self._names.records[one] for one in reversed(self._names.lineage(id)[1:])]
        return Found(self._names.records[id], tuple(_short(one) for one in lineage), name, by)


#: How well a name fits: the same, begins so, its words begin so, holds them, not at all.
_SAME, _BEGINS, _WORDS, _HOLDS, _NOT = range(0, 10, 2)


def _rank(plain: str, wanted: str, by: str) -> int:
    """The less the better; of two that fit alike the authorised name is told."""
    less_known = int(by not in (AUTHORISED, ACRONYM, SPANISH))
    if plain == wanted:
        return _SAME + less_known
    if plain.startswith(wanted):
        return _BEGINS + less_known
    parts = wanted.split()
    if all(f" {part}" in f" {plain}" for part in parts):
        return _WORDS + less_known
    return _HOLDS + less_known if all(part in plain for part in parts) else _NOT


def _names_of(body: Authority) -> Iterator[tuple[str, str]]:
    yield body.name, AUTHORISED
    if body.name_es:
        yield body.name_es, SPANISH
    yield from ((name, ACRONYM) for name in body.acronyms)
    yield from ((name, ALSO) for name in body.names)
    yield from ((one.name, FORMER) for one in body.former)
    yield body.id, ID


def shown_name(body: Authority) -> str:
    """Its name in the language of the interface."""
    return body.name_es if language.code() == "es" and body.name_es else body.name


def _short(body: Authority) -> str:
    return body.acronyms[0] if body.acronyms else shown_name(body)


def columns() -> tuple[Column[Found], ...]:
    return (
        Column(tr("bodies.authorised"), lambda one: one.name_shown),
        Column(tr("body_found.part_of"), lambda one: one.path),
        Column(tr("body_found.by"), lambda one: one.told),
        Column(tr("bodies.role"), lambda one: capital(word("role", one.body.role))),
        Column(tr("bodies.id"), lambda one: one.body.id),
    )
