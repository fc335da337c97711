"""The questions that were asked last, for who wants to ask one again. Keeping them can be switched off."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from archive_app.domain.search import Asked, Question
from archive_app.errors import ConvenioError
from archive_app.services.archive import Archive
from archive_app.services.search.saved_searches import question_json


def note(archive: Archive, question: Question, records: int) -> None:
    """Keeps a question with how many records it found. For what a person settled on, not for each letter typed.

    Needs no writable archive. What cannot be noted (a disk that is read-only, another who writes) is not: nobody is to
    wait for it.
    """
    with suppress(ConvenioError):
        if question.query.strip() and archive.catalogue.search_history.on:
            archive.catalogue.search_history.note(question, archive.now(), records)


def recent(archive: Archive, limit: int | None = None) -> Sequence[Asked]:
    """What was asked, the last first, each question once."""
    return archive.catalogue.search_history.all()[:limit]


def forget(archive: Archive, question: Question) -> None:
    archive.catalogue.search_history.forget(question)


def clear(archive: Archive) -> None:
    """Forgets all questions. Saved searches stay."""
    archive.catalogue.search_history.clear()


def is_on(archive: Archive) -> bool:
    return archive.catalogue.search_history.on


def switch(archive: Archive, on: bool) -> None:
    """Whether questions asked from now on are kept; those that were are not touched."""
    archive.catalogue.search_history.switch(on)


def as_json(asked: Asked) -> dict[str, Any]:
    """One of ``history --json``."""
    return {**question_json(asked.question), "at": asked.at, "records": asked.records, "times": asked.times}
