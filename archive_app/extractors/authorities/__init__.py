"""Names of bodies and persons, matched to the authority file."""

from __future__ import annotations

from pathlib import Path

from archive_app.domain.authority import AuthorityFile


def load(path: Path) -> AuthorityFile:
    """An empty authority file, for now."""
    return AuthorityFile()
