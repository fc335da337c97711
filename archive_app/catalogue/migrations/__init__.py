"""The steps by which a catalogue of any earlier format becomes one of today's, oldest first.

Each module here is one step. A step that was released is never changed: what comes after it is a new one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from archive_app.catalogue.migrations import (
    m0001_first,
    m0002_tables,
    m0003_queue_and_trash,
    m0004_searches,
    m0005_recognition,
    m0006_decisions_and_authorities,
    m0007_templates,
    m0008_edits_and_looks,
    m0009_arrangement,
    m0010_highlights,
    m0011_access,
    m0012_turned_pages,
)

Step = Callable[[sqlite3.Connection], None]

#: The step at index n brings format n to format n + 1.
STEPS: tuple[Step, ...] = (
    m0001_first.migrate,
    m0002_tables.migrate,
    m0003_queue_and_trash.migrate,
    m0004_searches.migrate,
    m0005_recognition.migrate,
    m0006_decisions_and_authorities.migrate,
    m0007_templates.migrate,
    m0008_edits_and_looks.migrate,
    m0009_arrangement.migrate,
    m0010_highlights.migrate,
    m0011_access.migrate,
    m0012_turned_pages.migrate,
)
