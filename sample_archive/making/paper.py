"""A paper: one TOML file of text and facts from which one document is made."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SPECIMEN = {
    "en": "FICTIONAL SPECIMEN – not a real paper",
    "es": "ESPÉCIMEN FICTICIO – no es un papel real",
}


@dataclass(frozen=True)
class Signer:
    """One signature: whom it binds, who signs, and the day as written (or nothing)."""

    name: str
    party: str = ""
    title: tuple[str, ...] = ()
    date: str = ""
    mark: str = "ink"  # ink, by (By: and ink), typed (/s/ name), blank
    date_label: str = ""


@dataclass(frozen=True)
class Paper:
    """What one TOML file says. `file` is the path under documents/."""

    key: str
    file: str
    form: str
    purpose: str
    language: str = "en"
    style: str = "alliance"
    title: str = ""
    body: str = ""
    left: str = ""
    right: str = ""
    signatures: str = "side"
    signers: tuple[Signer, ...] = ()
    head: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    outcome: str = "added"
    children: int = 0
    attachment_only: bool = False
    must: dict[str, Any] = field(default_factory=dict)
    may: dict[str, Any] = field(default_factory=dict)
    absent: tuple[str, ...] = ()

    @property
    def specimen(self) -> str:
        """The line that marks every page, in the paper's own language or both."""
        if self.language == "en+es":
            return f"{SPECIMEN['en']} · {SPECIMEN['es']}"
        return SPECIMEN[self.language]

    @property
    def date_word(self) -> str:
        return "Fecha:" if self.language == "es" else "Date:"


def read_paper(path: Path) -> Paper:
    """The paper described in one TOML file; its key is the file's name."""
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    values["signers"] = tuple(_signer(entry) for entry in values.get("signers", []))
    values["absent"] = tuple(values.get("absent", []))
    return Paper(key=path.stem, **values)


def read_papers(folder: Path) -> dict[str, Paper]:
    """Every paper of the folder by key, in the order of the names."""
    papers = (read_paper(path) for path in sorted(folder.rglob("*.toml")))
    return {paper.key: paper for paper in papers}


def _signer(entry: dict[str, Any]) -> Signer:
    title = entry.pop("title", [])
    lines = (title,) if isinstance(title, str) else tuple(title)
    return Signer(title=lines, **entry)
