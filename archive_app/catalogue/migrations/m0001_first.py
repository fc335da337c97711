"""Format 1: records and their pages, facts with evidence, tags, notes, history, imports, settings.

A record's number is its name (R00012 is 12) and is never given twice. ``text`` stands before ``words`` in a page, so
that reading the text does not touch the boxes. A fact's value is plain text where its field holds text, else JSON.
"""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    "CREATE TABLE revision (number INTEGER NOT NULL)",
    "INSERT INTO revision VALUES (1)",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE record (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT GENERATED ALWAYS AS (printf('R%05d', number)) VIRTUAL,
        sha256 TEXT NOT NULL UNIQUE,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        filename TEXT NOT NULL,
        original TEXT NOT NULL,
        linked INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('searchable', 'described')),
        pages INTEGER NOT NULL DEFAULT 0,
        ocr_needed INTEGER NOT NULL DEFAULT 0,
        parent INTEGER REFERENCES record (number),
        changed INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX record_by_change ON record (changed)",
    "CREATE INDEX record_by_parent ON record (parent) WHERE parent IS NOT NULL",
    "CREATE INDEX record_undescribed ON record (number) WHERE state = 'searchable'",
    """
    CREATE TABLE place (
        record INTEGER NOT NULL REFERENCES record (number),
        path TEXT NOT NULL,
        UNIQUE (record, path)
    )
    """,
    """
    CREATE TABLE metadata (
        record INTEGER NOT NULL REFERENCES record (number),
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (record, name)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE page (
        record INTEGER NOT NULL REFERENCES record (number),
        number INTEGER NOT NULL,
        width REAL NOT NULL,
        height REAL NOT NULL,
        needs_ocr INTEGER NOT NULL,
        text TEXT NOT NULL,
        words BLOB NOT NULL,
        UNIQUE (record, number)
    )
    """,
    """
    CREATE TABLE fact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        record INTEGER NOT NULL REFERENCES record (number),
        field TEXT NOT NULL,
        value TEXT,
        confidence REAL NOT NULL,
        rule TEXT NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('reading', 'person', 'computed')),
        page INTEGER,
        quote TEXT,
        quote_start INTEGER,
        quote_end INTEGER,
        boxes TEXT,
        operands TEXT,
        decided_by TEXT,
        decided_at TEXT
    )
    """,
    "CREATE INDEX fact_by_record ON fact (record)",
    """
    CREATE TABLE to_index (
        record INTEGER PRIMARY KEY REFERENCES record (number),
        revision INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE tag (
        record INTEGER NOT NULL REFERENCES record (number),
        name TEXT NOT NULL,
        PRIMARY KEY (record, name)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE note (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        record INTEGER NOT NULL REFERENCES record (number),
        page INTEGER,
        text TEXT NOT NULL,
        written_by TEXT NOT NULL,
        written_at TEXT NOT NULL
    )
    """,
    "CREATE INDEX note_by_record ON note (record)",
    """
    CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        agent TEXT NOT NULL,
        type TEXT NOT NULL,
        record INTEGER REFERENCES record (number),
        field TEXT,
        before TEXT,
        after TEXT
    )
    """,
    "CREATE INDEX event_by_record ON event (record)",
    """
    CREATE TABLE import (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        paths TEXT NOT NULL,
        found INTEGER NOT NULL DEFAULT 0,
        added INTEGER NOT NULL DEFAULT 0,
        duplicates INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0,
        seconds REAL
    )
    """,
    """
    CREATE TABLE import_failure (
        import INTEGER NOT NULL REFERENCES import (id),
        file TEXT NOT NULL,
        stage TEXT NOT NULL,
        cause TEXT NOT NULL,
        remedy TEXT NOT NULL
    )
    """,
    "CREATE INDEX import_failure_by_import ON import_failure (import)",
    """
    CREATE TABLE import_skip (
        import INTEGER NOT NULL REFERENCES import (id),
        file TEXT NOT NULL,
        reason TEXT NOT NULL
    )
    """,
    "CREATE INDEX import_skip_by_import ON import_skip (import)",
)


def migrate(connection: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        connection.execute(statement)
