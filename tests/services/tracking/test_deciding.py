"""A person's decisions on links: kept, told in the histories, and followed at once."""

from __future__ import annotations

import pytest

from archive_app.domain.links import Standing
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.tracking import agreements, deciding
from tests.services.making import by_name


def test_links_are_told_with_score_and_words(archive: Archive) -> None:
    ids = by_name(archive)
    told = {(link.type, link.record, link.target) for link in deciding.links(archive)}
    assert told == {
        ("renews", ids["alliance 2013.pdf"], ids["alliance 2010.pdf"]),
        ("announces", ids["release.html"], ids["alliance 2013.pdf"]),
    }
    renews = deciding.link_json(deciding.links(archive, record=ids["alliance 2010.pdf"])[0])
    assert renews["words"] == [{"record": ids["alliance 2013.pdf"], "page": 1, "quote": "shade"}]
    assert renews["reasons"] == ["names the very day", "the very same parties"]


def test_what_is_refused_is_undone_and_can_be_taken_back(archive: Archive) -> None:
    ids = by_name(archive)
    later, earlier = ids["alliance 2013.pdf"], ids["alliance 2010.pdf"]
    deciding.refuse(archive, "renews", later, earlier)
    assert [one.renews for one in agreements.history(archive).agreements] == [None, None]
    (refused,) = deciding.links(archive, standing=Standing.REFUSED)
    assert refused.decision is not None
    assert refused.decision.by == archive.person
    event = records.history_of(archive, later)[-1]
    assert (event.type, event.field, event.after) == ("link refused", "renews", earlier)
    deciding.withdraw(archive, "renews", later, earlier)
    first, second = agreements.history(archive).agreements
    assert second.renews == first.id


def test_confirmed_links_hold(archive: Archive) -> None:
    ids = by_name(archive)
    deciding.confirm(archive, "supersedes", ids["alliance 2013.pdf"], ids["alliance 2010.pdf"])
    first, second = agreements.history(archive).agreements
    assert (second.supersedes, first.superseded_by) == (first.id, second.id)


@pytest.mark.parametrize(
    ("type", "record", "target", "words"),
    [
        ("renews", "alliance 2010.pdf", "alliance 2013.pdf", "goes on from"),
        ("renews", "alliance 2013.pdf", "alliance 2013.pdf", "itself"),
        ("renews", "alliance 2013.pdf", "carta.txt", "not the paper of an agreement"),
        ("renews", "carta.txt", "alliance 2013.pdf", "not the paper of an agreement"),
        ("likes", "alliance 2013.pdf", "alliance 2010.pdf", "no link"),
    ],
)
def test_what_cannot_be_decided_is_said(archive: Archive, type: str, record: str, target: str, words: str) -> None:
    ids = by_name(archive)
    with pytest.raises(UsageError, match=words):
        deciding.confirm(archive, type, ids[record], ids[target])


def test_only_what_was_decided_can_be_withdrawn(archive: Archive) -> None:
    ids = by_name(archive)
    with pytest.raises(UsageError, match="Nobody decided"):
        deciding.withdraw(archive, "renews", ids["alliance 2013.pdf"], ids["alliance 2010.pdf"])
