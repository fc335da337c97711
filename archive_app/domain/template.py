"""A template: values of a description that are kept under a name, to be given to other records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archive_app.domain.fact import Value


@dataclass(frozen=True)
class Template:
    """``values`` by field, in the order of the form they were taken from; ``tags`` are text. Times are ISO 8601, UTC.

    ``id`` is the catalogue's number and stays the same when it is renamed.
    """

    id: int
    name: str
    values: Mapping[str, tuple[Value, ...]]
    by: str
    at: str
    changed_at: str
