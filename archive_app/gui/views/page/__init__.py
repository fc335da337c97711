"""A paper as it looks, with the words marked that were found or that facts rest on."""

from archive_app.gui.views.page.view import PageView

__all__ = ["PageView"]
