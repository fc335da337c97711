"""What the program remembers for one person between runs, apart from any archive: a small JSON file."""

from __future__ import annotations

import getpass
import json
import os
from pathlib import Path
from typing import Any

import platformdirs


def folder() -> Path:
    """Where settings are kept on this system; made when first written."""
    return Path(platformdirs.user_config_dir("convenio", appauthor=False))


def data_folder() -> Path:
    """Where the program keeps what it makes without being told a place, for example the sample archive."""
    return Path(platformdirs.user_data_dir("convenio", appauthor=False))


def person() -> str:
    """Who corrections are credited to: the name of the person's account."""
    return os.environ.get("CONVENIO_PERSON") or getpass.getuser()


def load() -> dict[str, Any]:
    """All settings; {} where there are none yet or the file cannot be read, since none of them is worth a refusal."""
    try:
        data = json.loads((folder() / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def save(settings: dict[str, Any]) -> None:
    """Writes all settings, by way of a second file, so that a crash leaves the old ones."""
    folder().mkdir(parents=True, exist_ok=True)
    fresh = folder() / "settings.json.new"
    fresh.write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(folder() / "settings.json")
