"""Mailboxes and ZIP files: what they hold is taken in one by one, and taken up again where it was broken off."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.domain.record import Work
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from tests import builders
from tests.services.intake.test_accessioning import StopAfter, adds_up
from tests.services.making import add, by_name


def make_mails(folder: Path, count: int) -> list[Path]:
    """Mails with subjects, each with a note attached."""
    return [
        builders.make_mail(
            folder / f"{number}.eml", f"Roof number{number}.", From_="a@b.example", To="c@d.example",
            Subject=f"Roofs {number}", Message_ID=f"<{number}@b.example>",
            attachments={f"note {number}.txt": f"Ladder number{number}.".encode()},
        )
        for number in range(count)
    ]  # fmt: skip


def test_every_mail_of_a_mailbox_is_a_record_with_its_attachments(empty: Archive, tmp_path: Path) -> None:
    (tmp_path / "mails").mkdir()
    box = builders.make_mbox(tmp_path / "Inbox", *make_mails(tmp_path / "mails", 4))
    intake = add(empty, box)
    assert (intake.found, intake.added, intake.failures) == (9, 9, [])
    ids = by_name(empty)
    (note,) = searching.search(empty, "ladder number2").hits
    assert note.record == ids["note 2.txt"]
    letter = empty.catalogue.records.get(note.record)
    assert letter is not None
    assert letter.parent == ids["Roofs 2.eml"]
    assert [child.filename for child in empty.catalogue.records.children(ids["Inbox"])] == [
        f"Roofs {number}.eml" for number in range(4)
    ]
    assert empty.catalogue.queue.count(Work.UNPACK) == 0
    assert verify(empty).sound


def test_a_mail_that_was_taken_in_by_itself_is_a_copy_in_the_mailbox(empty: Archive, tmp_path: Path) -> None:
    (tmp_path / "mails").mkdir()
    mails = make_mails(tmp_path / "mails", 2)
    for mail in mails:
        mail.write_bytes(mail.read_bytes().rstrip())
    add(empty, mails[0])
    intake = add(empty, builders.make_mbox(tmp_path / "Inbox", *mails))
    assert (intake.added, intake.duplicates) == (3, 1)
    assert intake.copies == [(f"{tmp_path / 'Inbox'} › Roofs 0.eml", "R00001")]


@pytest.mark.parametrize("items", [1, 2, 4])
def test_a_mailbox_that_was_broken_off_is_gone_on_with(items: int, empty: Archive, tmp_path: Path) -> None:
    (tmp_path / "mails").mkdir()
    box = builders.make_mbox(tmp_path / "Inbox", *make_mails(tmp_path / "mails", 4))
    first = add(empty, box, progress=StopAfter(items))
    assert first.cancelled
    assert empty.catalogue.queue.count(Work.UNPACK) == 1
    (rest,) = accessioning.go_on(empty, jobs=0)
    assert adds_up(first)
    assert adds_up(rest)
    assert first.added + rest.added == 9
    assert empty.catalogue.queue.count(Work.UNPACK) == 0
    assert verify(empty).sound


def test_zip_files_are_passed_over_until_asked_for(empty: Archive, tmp_path: Path) -> None:
    inner = builders.make_zip(tmp_path / "inner.zip", {"deep.txt": b"A note on scaffolds."})
    held = {"a/note.txt": b"A note on ladders.", "../../../outside.txt": b"A note on roofs.", "empty/": b"",
            "__MACOSX/._note.txt": b"x", "inner.zip": inner.read_bytes(), "tool": b"\x7fELF\x02\x01\x00"}  # fmt: skip
    packed = builders.make_zip(tmp_path / "papers.zip", held)
    passed = add(empty, packed)
    assert (passed.added, passed.skips) == (0, [(str(packed), accessioning.PACKED)])
    intake = add(empty, packed, inside_zip=True)
    assert (intake.found, intake.added, intake.skipped) == (6, 5, 1)
    assert sorted(by_name(empty)) == ["deep.txt", "inner.zip", "note.txt", "outside.txt", "papers.zip"]
    assert {path.name for path in tmp_path.parent.rglob("outside.txt")} == set()
    assert searching.search(empty, "scaffolds").total == 1
    assert verify(empty).sound


def test_a_zip_file_that_would_fill_the_disk_is_refused(empty: Archive, tmp_path: Path) -> None:
    bomb = builders.make_zip(tmp_path / "bomb.zip", {f"{n}.txt": bytes(40 << 20) for n in range(3)})
    (failure,) = add(empty, bomb, inside_zip=True).failures
    assert "would unpack to 120 MB" in failure.cause
    assert verify(empty).checked == 0


def test_a_locked_part_of_a_zip_file_is_told_and_the_rest_taken_in(empty: Archive, tmp_path: Path) -> None:
    packed = builders.make_zip(tmp_path / "papers.zip", {"a.txt": b"A note.", "b.txt": b"Another note."})
    data = bytearray(packed.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    packed.write_bytes(data)
    intake = add(empty, packed, inside_zip=True)
    assert (intake.added, [failure.cause for failure in intake.failures]) == (2, ["It is protected by a password."])
