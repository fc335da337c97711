"""A query that cannot be read."""

from __future__ import annotations

from archive_app.errors import UsageError


class QueryFault(UsageError):
    """``position`` is where the fault begins (from 0), ``nearest`` a query close to it that can be read."""

    def __init__(self, position: int, message: str, nearest: str) -> None:
        instead = f" Nearest reading: {nearest}" if nearest else ""
        super().__init__(f"At character {position + 1}: {message}{instead}")
        self.position, self.message, self.nearest = position, message, nearest

    def __reduce__(self) -> tuple[type[QueryFault], tuple[int, str, str]]:
        return QueryFault, (self.position, self.message, self.nearest)
