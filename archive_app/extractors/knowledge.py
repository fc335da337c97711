"""What the program knows before it reads: authority file, month names, cues; data, read when first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from archive_app.domain import authority_file
from archive_app.domain.authority import AuthorityFile

T = TypeVar("T")


class Knowledge:
    """The tables of ``resources/``. One object serves any number of papers; it holds no state of any one of them."""

    def __init__(self, resources_folder: Path) -> None:
        self._folder = resources_folder
        self._tables: dict[str, dict[str, Any]] = {}
        self._made: dict[Callable[[Knowledge], Any], Any] = {}

    @classmethod
    @cache
    def load(cls, resources_folder: Path) -> Knowledge:
        """Knowledge kept in a resources folder: one object for the life of the process, which a worker asks again
        for every paper. Its files are opened when first needed."""
        return cls(resources_folder)

    @cached_property
    def authorities(self) -> AuthorityFile:
        """The controlled names of bodies and persons."""
        return authority_file.load(self._folder / "authorities.json")

    def table(self, name: str) -> dict[str, Any]:
        """``knowledge/NAME.toml`` as a dictionary. Raises FileNotFoundError where there is no such table."""
        if name not in self._tables:
            path = self._folder / "knowledge" / f"{name}.toml"
            self._tables[name] = tomllib.loads(path.read_text(encoding="utf-8"))
        return self._tables[name]

    def once(self, make: Callable[[Knowledge], T]) -> T:
        """What ``make`` builds from this knowledge (patterns, look-up tables), built on the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])
