"""The authority file that comes with the program, as records of the domain."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.errors import ConvenioError


def load(path: Path) -> AuthorityFile:
    """The authority file kept as JSON: ``{"authorities": [{"id": …, "name": …, "role": …, …}]}``.

    Keys are the attributes of Authority; any other key is a remark for people. Raises ConvenioError for a file that
    cannot be read.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["authorities"]
        return AuthorityFile.of(_record(row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConvenioError(
            f"The authority file {path} cannot be read ({error}); put a sound copy in its place."
        ) from error


def _record(row: dict[str, Any]) -> Authority:
    return Authority(
        id=row["id"],
        name=row["name"],
        role=row["role"],
        name_es=row.get("name_es"),
        acronyms=tuple(row.get("acronyms", ())),
        names=tuple(row.get("names", ())),
        parent=row.get("parent"),
        place=row.get("place"),
        note=row.get("note"),
    )
