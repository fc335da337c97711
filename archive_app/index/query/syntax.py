"""What a query can say, as a tree. Spans are places in the text that was typed, and no part of the meaning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as attribute
from enum import Enum

NOWHERE = (0, 0)


class Match(Enum):
    """How a word is compared: by its stem, as written, in singular and plural, by its beginning, or nearly."""

    STEM = "stem"
    EXACT = "exact"
    INFLECTED = "inflected"
    PREFIX = "prefix"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, anywhere (``field`` None: pages and title) or in one field.

    ``other_for`` is the term of the query that it is looked for beside, None of what was typed.
    """

    form: str
    match: Match = Match.STEM
    field: str | None = None
    span: tuple[int, int] = attribute(default=NOWHERE, compare=False)
    other_for: str | None = attribute(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words as written, one after the other; with ``apart``, in any order with so many others in between.

    ``match`` is EXACT, or INFLECTED of a term of the thesaurus, whose words may each stand in singular or plural.
    """

    forms: tuple[str, ...]
    apart: int | None = None
    field: str | None = None
    span: tuple[int, int] = attribute(default=NOWHERE, compare=False)
    match: Match = Match.EXACT
    other_for: str | None = attribute(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that holds one of a few values: ``kind`` or ``language``. ``label`` is the value as it is told."""

    field: str
    values: frozenset[str]
    label: str
    span: tuple[int, int] = attribute(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, as yyyymmdd, both included. ``label`` is the value as it is told."""

    first: int
    last: int
    label: str
    span: tuple[int, int] = attribute(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class Everything:
    """Every record: the empty query."""


Leaf = Word | Phrase | Choice | Period | Everything
Node = Leaf | And | Or | Not


def joined(kind: type[And] | type[Or], parts: Iterable[Node | None]) -> Node | None:
    """The parts under one operator; parts that are of it already are taken in, one alone stays as it is."""
    flat: list[Node] = []
    for part in parts:
        if isinstance(part, kind):
            flat.extend(part.parts)
        elif part is not None:
            flat.append(part)
    return kind(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def leaves(node: Node) -> list[Leaf]:
    """What the query looks for, in order; what it excludes is not among it."""
    if isinstance(node, (And, Or)):
        return [leaf for part in node.parts for leaf in leaves(part)]
    return [] if isinstance(node, Not) else [node]
