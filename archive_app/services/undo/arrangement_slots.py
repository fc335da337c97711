"""Units of description and placements, as what a person's change puts into another state and undoing puts back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive_app.catalogue import Catalogue


@dataclass(frozen=True)
class UnitSlot:
    """A unit of description, None where there is none of its number."""

    unit: int

    @property
    def record(self) -> str:
        return ""

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.units.get(self.unit)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.units.put(self.unit, state, by, at, type)


@dataclass(frozen=True)
class PlacementSlot:
    """The unit that a record was placed in."""

    record: str

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.units.unit_of(self.record)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.units.place([self.record], state, by, at, type)
