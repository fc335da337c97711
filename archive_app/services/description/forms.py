"""Forms of description: which fields a record of a kind is described by, and which element of a standard each is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from archive_app.domain.isad import ELEMENTS


@dataclass(frozen=True)
class Section:
    """A heading, by name, with the fields below it."""

    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """What a kind of record is described by.

    ``expected`` are fields that one looks for in such a paper. Of ``rest`` a field is shown where anything is known.
    """

    name: str
    kinds: frozenset[str]
    expected: frozenset[str]
    sections: tuple[Section, ...]
    rest: tuple[Section, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Its own fields, in order."""
        return tuple(field for section in self.sections for field in section.fields)

    def every_section(self) -> Iterator[Section]:
        """Its own, then the rest of what may be known; no field twice."""
        yield from self.sections
        own = set(self.fields)
        yield from (Section(one.name, tuple(field for field in one.fields if field not in own)) for one in self.rest)


@dataclass(frozen=True)
class Standard:
    """The element of ISAD(G) that a field is, by its number, and the element of Dublin Core."""

    isad: str
    dc: str

    @property
    def element(self) -> str:
        """The element of ISAD(G) by its name in ``domain.isad``."""
        return next(name for name, number in ELEMENTS.items() if number == self.isad)


def form_of(kind: str | None, resources: Path) -> Form:
    """The form for a kind of record; for a kind without one of its own, and for none, the general form."""
    every = forms(resources)
    return next((form for form in every if kind in form.kinds), next(form for form in every if not form.kinds))


@lru_cache(maxsize=1)
def forms(resources: Path) -> tuple[Form, ...]:
    """All forms, in the order of their file."""
    kept = _kept(resources)
    rest = _sections(kept["rest"])
    return tuple(
        Form(name, frozenset(form["kinds"]), frozenset(form["expected"]), _sections(form), rest)
        for name, form in kept["form"].items()
    )


@lru_cache(maxsize=1)
def standards(resources: Path) -> Mapping[str, Standard]:
    """The elements by field."""
    return {field: Standard(**told) for field, told in _kept(resources)["standard"].items()}


def _sections(held: Mapping[str, Any]) -> tuple[Section, ...]:
    return tuple(Section(section["name"], tuple(section["fields"])) for section in held["sections"])


def _kept(resources: Path) -> dict[str, Any]:
    return tomllib.loads((resources / "description_forms.toml").read_text(encoding="utf-8"))
