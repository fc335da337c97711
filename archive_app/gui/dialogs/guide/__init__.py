"""The user guide: chapters in both languages, filled with the window's own words, gone through and searched."""

from archive_app.gui.dialogs.guide.window import Guide

__all__ = ["Guide"]
