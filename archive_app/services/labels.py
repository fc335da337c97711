"""The language in which exports label what they tell."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from archive_app.errors import UsageError
from archive_app.exports.labels import ENGLISH, Labels

LANGUAGES = ("en", "es")


def labels(resources: Path, language: str) -> Labels:
    """The labels of a language. Raises UsageError for one that there are none in."""
    if language not in LANGUAGES:
        raise UsageError(f"There are no labels in “{language}”; choose one of {', '.join(LANGUAGES)}.")
    return ENGLISH if language == "en" else _read(resources / "labels" / f"{language}.toml", language)


@cache
def _read(file: Path, language: str) -> Labels:
    return Labels(language, tomllib.loads(file.read_text(encoding="utf-8")))
