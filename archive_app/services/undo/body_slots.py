"""What is kept of bodies and of links, as what a person's change puts into another state and undoing puts back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive_app.catalogue import Catalogue
from archive_app.domain.recognising import plain_name


@dataclass(frozen=True)
class AuthoritySlot:
    """The archive's own data of an authority record, or what it was merged into."""

    authority: str

    @property
    def record(self) -> str:
        return ""

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.authorities.state(self.authority)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.authorities.put_back(self.authority, state, type, by, at)


@dataclass(frozen=True)
class NameSlot:
    """The body that a written name was said to mean instead of another, everywhere or ``within`` one record."""

    authority: str | None
    written: str
    within: str | None = None

    @property
    def record(self) -> str:
        return self.within or ""

    def held(self, catalogue: Catalogue) -> Any:
        return catalogue.authorities.meant(self.authority, self.written, self.within)

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.authorities.put_back_name(self.authority, self.written, self.within, state, type, by, at)


@dataclass(frozen=True)
class AsideSlot:
    """Whether no authority record is wanted for a name."""

    written: str

    @property
    def record(self) -> str:
        return ""

    def held(self, catalogue: Catalogue) -> Any:
        return plain_name(self.written) in catalogue.authorities.set_aside()

    def put(self, catalogue: Catalogue, state: Any, type: str, by: str, at: str) -> None:
        catalogue.authorities.put_back_aside(self.written, state, type, by, at)


#: After a change to one of these names are matched anew.
OF_BODIES = (AuthoritySlot, NameSlot, AsideSlot)
