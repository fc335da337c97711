"""The colours of a scheme, by what they are for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True)
class Colours:
    """One scheme. ``_soft`` is the ground that goes with a colour; ``resources/theme`` says what each is for."""

    window: QColor
    surface: QColor
    sidebar: QColor
    raised: QColor
    desk: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    text_soft: QColor
    text_faint: QColor
    accent: QColor
    accent_strong: QColor
    accent_soft: QColor
    on_accent: QColor
    hover: QColor
    focus: QColor
    hit: QColor
    on_hit: QColor
    evidence: QColor
    chosen: QColor
    note: QColor
    mark_important: QColor
    mark_question: QColor
    mark_commitment: QColor
    mark_term: QColor
    mark_citation: QColor
    good: QColor
    good_soft: QColor
    warn: QColor
    warn_soft: QColor
    bad: QColor
    bad_soft: QColor
    info: QColor
    info_soft: QColor
    neutral: QColor
    neutral_soft: QColor

    @classmethod
    def read(cls, file: Path) -> Colours:
        """The scheme in a TOML file. Raises TypeError where it lacks a colour or has one too many."""
        given = tomllib.loads(file.read_text(encoding="utf-8"))
        return cls(**{name: QColor(value) for name, value in given.items()})

    def names(self) -> dict[str, str]:
        """Each colour as ``#rrggbb``, for style sheets and rich text."""
        return {field.name: getattr(self, field.name).name() for field in fields(self)}

    def palette(self) -> QPalette:
        """What Qt's own widgets paint with."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, colour in {
            roles.Window: self.window, roles.WindowText: self.text, roles.Base: self.surface,
            roles.AlternateBase: self.raised, roles.Text: self.text, roles.Button: self.surface,
            roles.ButtonText: self.text, roles.ToolTipBase: self.surface, roles.ToolTipText: self.text,
            roles.Highlight: self.accent, roles.HighlightedText: self.on_accent, roles.Link: self.accent,
            roles.PlaceholderText: self.text_faint, roles.Mid: self.line, roles.Accent: self.accent,
        }.items():  # fmt: skip
            palette.setColor(role, colour)
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.text_faint)
        return palette


def light(colour: QColor, alpha: int) -> QColor:
    """The colour let through to the ground below; ``alpha`` from 0 (not there) to 255 (as it is)."""
    made = QColor(colour)
    made.setAlpha(alpha)
    return made
