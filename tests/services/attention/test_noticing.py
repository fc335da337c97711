"""Each end is told once when it is near, and once when it is past."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from archive_app import bootstrap
from archive_app.domain.agreement import Status
from archive_app.errors import ArchiveInUse
from archive_app.services.archive import Archive
from archive_app.services.attention import noticing, outlook


def an_end(archive: Archive) -> tuple[str, date]:
    """An agreement with its last day, where nothing takes its place."""
    far = date(2090, 1, 1)
    one = next(one for one in outlook.ending(archive, far, Status.EXPIRED) if one.end)
    assert one.end
    return one.agreement.id, one.end


def keys(archive: Archive, on: date, agreement: str) -> list[bool]:
    return [notice.ended for notice in noticing.take(archive, on) if notice.agreement.id == agreement]


def test_an_end_is_told_once_before_and_once_after(archive: Archive) -> None:
    agreement, end = an_end(archive)
    assert keys(archive, end - timedelta(days=400), agreement) == []
    assert keys(archive, end - timedelta(days=30), agreement) == [False]
    assert keys(archive, end - timedelta(days=29), agreement) == []
    assert keys(archive, end + timedelta(days=1), agreement) == [True]
    assert keys(archive, end + timedelta(days=2), agreement) == []


def test_what_lapsed_long_ago_is_no_news(archive: Archive) -> None:
    agreement, end = an_end(archive)
    assert keys(archive, end + timedelta(days=300), agreement) == []


def test_it_is_remembered_by_the_archive_and_so_not_told_to_who_only_reads(archive: Archive) -> None:
    agreement, end = an_end(archive)
    assert keys(archive, end, agreement) == [False]
    with bootstrap.opened(archive.root) as other, pytest.raises(ArchiveInUse):
        noticing.take(other, end)
