"""The window: it places the views and carries what one tells to the others."""

from archive_app.gui.main_window.window import MainWindow

__all__ = ["MainWindow"]
