"""What an import would bring, in words: kinds of files with their number, and files that would not come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from archive_app.gui.language import tr, translated, word
from archive_app.gui.models.table import Column
from archive_app.services.intake.accessioning import PACKED
from archive_app.services.intake.previewing import Left, Preview

#: Media types by the part of their name that is worded (``media.<name>``).
MEDIA: Final = {
    "application/pdf": "pdf", "image/png": "picture", "image/jpeg": "picture", "image/tiff": "picture",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "text", "text/plain": "plain",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "sheet", "text/markdown": "plain",
    "application/vnd.ms-excel": "sheet", "application/vnd.oasis.opendocument.spreadsheet": "sheet",
    "text/csv": "sheet", "message/rfc822": "mail", "application/vnd.ms-outlook": "mail",
    "application/mbox": "mailbox", "text/html": "page", "application/zip": "zip",
}  # fmt: skip


@dataclass(frozen=True)
class NotTaken:
    """A file that would not come in; ``fails`` tells one that cannot be read from one that is left out on purpose."""

    left: Left
    fails: bool


def kinds(told: Preview) -> str:
    """The kinds of what is new, each with its number, the most frequent first."""
    numbers: dict[str, int] = {}
    for media_type, number in told.kinds.items():
        name = MEDIA.get(media_type, "other")
        numbers[name] = numbers.get(name, 0) + number
    return " · ".join(tr(f"media.{name}", count=number) for name, number in numbers.items())


def not_taken(told: Preview) -> Sequence[NotTaken]:
    return [*(NotTaken(one, True) for one in told.unreadable), *(NotTaken(one, False) for one in told.left_out)]


def holds_zip(told: Preview) -> bool:
    return any(one.reason == PACKED for one in told.left_out)


def columns() -> Sequence[Column[NotTaken]]:
    return (
        Column(tr("preview.file"), lambda row: PurePath(row.left.file).name),
        Column(tr("preview.becomes"), lambda row: word("preview", "fails" if row.fails else "left")),
        Column(tr("preview.why"), lambda row: translated(row.left.reason)),
    )
