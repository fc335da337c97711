"""Work off the window's thread: lanes that carry it out, progress it tells, the open archive it is done on."""

from archive_app.gui.operations.lanes import Operations
from archive_app.gui.operations.progress import WindowProgress
from archive_app.gui.operations.queue import Queue
from archive_app.gui.operations.session import Session
from archive_app.gui.operations.watch import Watch

__all__ = ["Operations", "Queue", "Session", "Watch", "WindowProgress"]
