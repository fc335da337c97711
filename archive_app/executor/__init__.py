"""Work in processes of its own, so that a file that hangs, swallows memory or crashes costs itself and nothing else.

Processes are spawned, never forked: the caller may have a window and threads. What runs in them must be a function
at the top of a module, and a program that uses this must guard its start with ``if __name__ == "__main__"``.
"""

from archive_app.executor.outcomes import Doubt, Fault, FaultKind, Initializer, Outcome
from archive_app.executor.running import run
from archive_app.executor.worker import Worker

__all__ = ["Doubt", "Fault", "FaultKind", "Initializer", "Outcome", "Worker", "run"]
