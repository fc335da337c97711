"""Names of bodies and persons, matched to the authority file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.errors import ConvenioError
from archive_app.extractors.authorities.composing import Mention
from archive_app.extractors.authorities.matcher import Match, Matcher

if TYPE_CHECKING:
    from archive_app.extractors.knowledge import Knowledge

__all__ = ["Match", "Matcher", "Mention", "load", "matcher"]


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


def matcher(knowledge: Knowledge) -> Matcher:
    """The matcher over this knowledge's authority file; ask for it with ``knowledge.once(matcher)``."""
    return Matcher(knowledge.authorities, knowledge.table("geography"), knowledge.table("offices"))
