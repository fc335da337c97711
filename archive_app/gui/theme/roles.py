"""What a row of a model tells its painter beside Qt's own roles: models answer these, delegates ask for them."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """Item data roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    SNIPPET = ID + 1
    DETAIL = ID + 2
    STATUS = ID + 3
    CONFIDENCE = ID + 4
    SOURCE = ID + 5
    LABEL = ID + 6
    QUOTE = ID + 7
    OBJECT = ID + 8
    HEADING = ID + 9
