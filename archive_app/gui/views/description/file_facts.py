"""The file behind a record: name, type, size, fingerprint, where it was found, and what was attached to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from archive_app.gui.language import tr
from archive_app.gui.models import wording
from archive_app.gui.models.description.opened import Opened
from archive_app.gui.views import parts
from archive_app.gui.views.rolled import Rolled


class FileFacts(Rolled):
    """``record_wanted(id)`` for the record this was attached to, or one that was attached to it."""

    record_wanted = Signal(str)

    def show_record(self, opened: Opened | None) -> None:
        layout = parts.column(16, 12, 14, 12, spacing=2)
        if opened:
            for name, value in self._lines(opened):
                layout.addWidget(parts.label(name, "soft", "small"))
                told = parts.label(value, wrap=True)
                told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                layout.addWidget(told)
                layout.addSpacing(8)
            self._links(layout, opened)
        layout.addStretch(1)
        self.setWidget(parts.frame("panel", layout))

    def _lines(self, opened: Opened) -> list[tuple[str, str]]:
        record = opened.described.record
        lines = [
            (tr("place.arrangement"), " › ".join(f"{unit.code} {unit.title}" for unit in opened.units)),
            (tr("file.name"), record.filename),
            (tr("file.type"), f"{record.media_type}, {wording.size(record.size)}"),
            (tr("file.added"), wording.moment(record.added_at)),
            (tr("file.places"), "\n".join(_breakable(place) for place in record.places)),
            (tr("file.fingerprint"), _grouped(record.sha256)),
        ]
        if record.ocr_needed:
            lines.insert(3, (tr("file.text"), tr("file.no_text", count=record.ocr_needed)))
        if record.linked:
            lines.append((tr("file.kept"), tr("file.linked")))
        return [line for line in lines if line[1]]

    def _links(self, layout: QVBoxLayout, opened: Opened) -> None:
        record = opened.described.record
        related = [(record.parent, tr("file.attached_to", record.parent))] if record.parent else []
        related += [(child.id, tr("file.attachment", child.filename)) for child in opened.children]
        for id, words in related:
            made = parts.tool("link", words, words)
            made.setProperty("role", "link")
            made.clicked.connect(lambda _=False, id=id: self.record_wanted.emit(id))
            layout.addWidget(made)


def _grouped(digits: str) -> str:
    """In groups of eight, between which a label may break."""
    return " ".join(digits[start : start + 8] for start in range(0, len(digits), 8))


def _breakable(path: str) -> str:
    """A path that a label may break after each folder."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
