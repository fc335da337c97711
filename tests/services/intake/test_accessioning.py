"""Taking files in: every file has one fate, the fates add up, and what is kept is what was found."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive_app import bootstrap
from archive_app.accession.fixity import sha256_of
from archive_app.domain.record import Work
from archive_app.errors import ArchiveInUse, UsageError
from archive_app.services.archive import Archive
from archive_app.services.intake import accessioning
from archive_app.services.intake.accessioning import Intake, batch
from archive_app.services.limits import Limits
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from tests import builders
from tests.services.making import add, by_name, make_papers


class StopAfter:
    """Progress that asks to stop once so many items are done."""

    def __init__(self, items: int) -> None:
        self.left = items

    @property
    def cancelled(self) -> bool:
        return self.left <= 0

    def stage(self, name: str, total: int) -> None:
        pass

    def advance(self, item: str, done: int = 1) -> None:
        self.left -= done


def adds_up(intake: Intake) -> bool:
    told = intake.as_json()
    return bool(told["found"] == told["added"] + told["duplicates"] + told["skipped"] + told["failed"])


def originals(archive: Archive) -> list[Path]:
    return sorted(path for path in (archive.root / "originals").rglob("*") if path.is_file())


# Every content a file may have here: what becomes of the first of its kind, and how many files it stands for.
CONTENTS = {
    "text": (b"A note on ladders.", "added"),
    "other text": (b"A note on scaffolds.", "added"),
    "nothing": (b"", "failed"),
    "broken": (b"%PDF-1.7\n1 0 obj << /Type /Catalog", "failed"),
    "program": (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", "skipped"),
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(names=st.lists(st.sampled_from(sorted(CONTENTS)), max_size=7))
def test_every_mix_of_files_adds_up(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("mix")
    for number, name in enumerate(names):
        (folder / f"{number}.pdf").write_bytes(CONTENTS[name][0])
    bootstrap.create(folder / "archive")
    with bootstrap.opened(folder / "archive", writable=True) as archive:
        intake = add(archive, *(folder / f"{number}.pdf" for number in range(len(names))))
        kinds = {name for name in names if CONTENTS[name][1] == "added"}
        assert adds_up(intake)
        assert intake.found == len(names)
        assert intake.added == len(kinds) == len(originals(archive))
        assert intake.duplicates == sum(CONTENTS[name][1] == "added" for name in names) - len(kinds)
        assert len(intake.failures) == sum(CONTENTS[name][1] == "failed" for name in names)
        assert intake.skipped == len(intake.skips) == sum(CONTENTS[name][1] == "skipped" for name in names)


def test_originals_are_equal_to_their_files_and_read_only(empty: Archive, tmp_path: Path) -> None:
    papers = make_papers(tmp_path / "papers")
    add(empty, papers)
    for record in empty.catalogue.records.all():
        kept = empty.originals.path(record.original)
        assert sha256_of(kept) == record.sha256
        assert not kept.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
        if record.parent is None:
            assert kept.read_bytes() == (papers / record.filename).read_bytes()


def test_a_second_run_adds_nothing(archive: Archive, prepared: Path) -> None:
    before = originals(archive)
    intake = add(archive, prepared.parent / "papers")
    # The note that is attached to the letter is not read again, nor found.
    assert (intake.found, intake.added, intake.duplicates, intake.failures) == (6, 0, 6, [])
    assert originals(archive) == before


def test_copies_in_one_batch_are_one_record_with_all_its_places(empty: Archive, tmp_path: Path) -> None:
    files = [builders.make_pdf(tmp_path / f"{name}.pdf", "The same paper.") for name in "abc"]
    intake = accessioning.add(empty, files, jobs=2)
    (record,) = empty.catalogue.records.all()
    assert (intake.added, intake.duplicates) == (1, 2)
    assert sorted(record.places) == sorted(map(str, files))


def test_copies_of_a_file_that_cannot_be_read_fail_with_it(empty: Archive, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.pdf").write_bytes(CONTENTS["broken"][0])
    intake = accessioning.add(empty, [tmp_path / f"{name}.pdf" for name in "abc"], jobs=2)
    assert [Path(failure.file).name for failure in intake.failures] == ["a.pdf", "b.pdf", "c.pdf"]
    assert adds_up(intake)
    assert originals(empty) == []


def test_an_attachment_is_a_record_within_its_letter(archive: Archive) -> None:
    ids = by_name(archive)
    note = archive.catalogue.records.get(ids["counts.txt"])
    assert note is not None
    assert note.parent == ids["letter.eml"]
    assert searching.search(archive, "forty roofers").hits[0].record == note.id


def test_attachments_count_as_found_whatever_becomes_of_them(empty: Archive, tmp_path: Path) -> None:
    held = {"a.txt": b"A note.", "b.txt": b"A note.", "c.pdf": CONTENTS["broken"][0],
            "tool.exe": CONTENTS["program"][0]}  # fmt: skip
    letter = builders.make_mail(tmp_path / "letter.eml", "See these.", From_="a@b.example", To="c@d.example",
                                Subject="Papers", attachments=held)  # fmt: skip
    intake = add(empty, letter, tmp_path / "letter.eml")
    assert (intake.found, intake.added, intake.duplicates, intake.skipped) == (5, 2, 1, 1)
    assert [failure.file.endswith("letter.eml › c.pdf") for failure in intake.failures] == [True]
    assert verify(empty).sound


def test_an_attachment_that_is_held_already_leaves_no_second_original(archive: Archive, tmp_path: Path) -> None:
    linked = tmp_path / "linked.txt"
    linked.write_bytes(b"Linked, then sent.")
    add(archive, linked, link=True)
    letter = builders.make_mail(tmp_path / "more.eml", "Again.", From_="a@b.example", To="c@d.example", Subject="More",
                                attachments={"again.txt": b"Linked, then sent."})  # fmt: skip
    intake = add(archive, letter)
    assert (intake.added, intake.duplicates) == (1, 1)
    assert verify(archive).orphans == ()


def test_letters_within_letters_are_followed_so_far_and_no_further(empty: Archive, tmp_path: Path) -> None:
    path = tmp_path / "outer.eml"
    content = b"The innermost note."
    name = "note.txt"
    for depth in range(accessioning.DEEPEST + 1):
        builders.make_mail(path, f"Level {depth}", From_="a@b.example", To="c@d.example", Subject=f"Level {depth}",
                           attachments={name: content})  # fmt: skip
        content, name = path.read_bytes(), f"level {depth}.eml"
    intake = add(empty, path)
    assert (intake.added, intake.skipped) == (accessioning.DEEPEST + 1, 1)
    assert intake.skips[0][1] == accessioning.TOO_DEEP
    assert adds_up(intake)


def test_linked_files_stay_where_they_are(empty: Archive, tmp_path: Path) -> None:
    paper = builders.make_pdf(tmp_path / "linked.pdf", "Left where it lies.")
    intake = add(empty, paper, link=True)
    (record,) = empty.catalogue.records.all()
    assert (intake.added, record.linked, record.original) == (1, True, str(paper))
    assert originals(empty) == []
    assert searching.search(empty, "lies").total == 1


def test_stopping_keeps_what_is_finished_and_the_sum(empty: Archive, tmp_path: Path) -> None:
    files = [builders.make_pdf(tmp_path / f"{number}.pdf", f"Paper number{number}.") for number in range(60)]
    intake = accessioning.add(empty, files, jobs=2, progress=StopAfter(3))
    assert intake.cancelled
    assert adds_up(intake)
    assert intake.found == 60
    assert 3 <= intake.added < 60
    assert len(originals(empty)) == intake.added == len(empty.catalogue.records.all())
    assert verify(empty).sound
    assert searching.search(empty, "paper").total == intake.added


def test_what_was_stopped_is_taken_up_by_adding_it_again(empty: Archive, tmp_path: Path) -> None:
    papers = make_papers(tmp_path / "papers")
    stopped = add(empty, papers, progress=StopAfter(2))
    again = add(empty, papers)
    assert stopped.added + again.added == 7
    assert empty.catalogue.queue.waiting(Work.DESCRIBE) == []
    assert verify(empty).sound


def test_stopping_while_papers_are_described_keeps_those_that_are(empty: Archive, tmp_path: Path) -> None:
    intake = add(empty, make_papers(tmp_path / "papers"), progress=StopAfter(7 + 3))
    assert (intake.added, intake.cancelled) == (7, True)
    assert len(empty.catalogue.queue.waiting(Work.DESCRIBE)) == 4
    assert searching.search(empty, "trenches").total == 2


@pytest.mark.parametrize("items", range(1, 4))
def test_a_letter_is_never_kept_without_what_is_attached(items: int, empty: Archive, tmp_path: Path) -> None:
    for number in range(3):
        builders.make_mail(tmp_path / f"{number}.eml", f"Letter {number}", From_="a@b.example", To="c@d.example",
                           Subject=f"Letter {number}", attachments={"note.txt": f"Note {number}".encode()})  # fmt: skip
    intake = add(empty, *sorted(tmp_path.glob("*.eml")), progress=StopAfter(items))
    letters = [record for record in empty.catalogue.records.all() if record.parent is None]
    assert [len(empty.catalogue.records.children(letter.id)) for letter in letters] == [1] * len(letters)
    assert adds_up(intake)
    assert verify(empty).sound


def test_a_file_that_takes_too_long_is_a_failure(
    empty: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "READING", Limits(0.0, 1500))
    slow = builders.make_pdf(tmp_path / "slow.pdf", "Never read.")
    intake = accessioning.add(empty, [slow], jobs=1)
    (failure,) = intake.failures
    assert (failure.stage, "was stopped." in failure.cause) == ("reading", True)
    assert adds_up(intake)
    assert originals(empty) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_file_that_cannot_be_opened_is_a_failure_and_the_rest_goes_on(empty: Archive, tmp_path: Path) -> None:
    folder = make_papers(tmp_path / "papers")
    (folder / "gone.pdf").symlink_to(tmp_path / "nowhere.pdf")
    intake = add(empty, folder)
    assert (intake.added, intake.skipped) == (7, 1)
    assert adds_up(intake)


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist there alone")
def test_a_name_that_is_no_text_is_kept_readable(empty: Archive, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("Coffee in the morning.", encoding="utf-8")
    assert add(empty, path).added == 1
    assert list(by_name(empty)) == ["caf\\xe9.txt"]
    path.write_text("Coffee in the evening.", encoding="utf-8")
    refused = add(empty, path, link=True)
    assert [failure.stage for failure in refused.failures] == ["keeping"]


def test_a_mail_of_raw_bytes_in_its_heads_is_taken_in(empty: Archive, tmp_path: Path) -> None:
    path = tmp_path / "raw.eml"
    path.write_bytes(b"From: Jos\xe9 <a@b.example>\nTo: c@d.example\nSubject: Reuni\xf3n\nMessage-ID: <1@x>\n\nHola.\n")
    intake = add(empty, path)
    assert (intake.added, intake.failures) == (1, [])


def test_a_path_that_is_not_there_is_told_before_anything_begins(empty: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file or folder"):
        add(empty, tmp_path / "nothing here")
    assert empty.catalogue.imports.all() == []


def test_the_archives_own_files_are_not_taken_in(empty: Archive, tmp_path: Path) -> None:
    builders.make_pdf(tmp_path / "beside.pdf", "Beside the archive.")
    first, second = add(empty, tmp_path), add(empty, tmp_path)
    assert (first.found, first.added, second.found, second.duplicates) == (1, 1, 1, 1)
    for inside in (empty.root, empty.root / "originals"):
        with pytest.raises(UsageError, match="lies in the archive itself"):
            add(empty, inside)


def test_a_reader_takes_nothing_in(root: Path, tmp_path: Path) -> None:
    with bootstrap.opened(root) as reader, pytest.raises(ArchiveInUse):
        add(reader, tmp_path)


def test_the_import_is_remembered_with_its_failures(empty: Archive, tmp_path: Path) -> None:
    (tmp_path / "none.pdf").write_bytes(b"")
    (tmp_path / "tool.bin").write_bytes(CONTENTS["program"][0])
    intake = add(empty, tmp_path / "none.pdf", tmp_path / "tool.bin", builders.make_pdf(tmp_path / "one.pdf", "One."))
    (kept,) = empty.catalogue.imports.all()
    assert (kept.found, kept.added, kept.failed) == (intake.found, 1, 1)
    assert [failure.file for failure in empty.catalogue.imports.failures(kept.id)] == [str(tmp_path / "none.pdf")]
    assert [skip.file for skip in empty.catalogue.imports.skips(kept.id)] == [str(tmp_path / "tool.bin")]


def test_numbers_follow_the_folder_whichever_file_is_read_first(tmp_path: Path, empty: Archive) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    builders.make_mail(folder / "a-letter.eml", body="See the list.", attachments={"list.txt": b"A list."})
    builders.make_pdf(folder / "b-long.pdf", *["Roof work begins at dawn. " * 60] * 40)
    for name in "cdefgh":
        (folder / f"{name}.txt").write_text(f"Note {name} on ladders.", encoding="utf-8")

    accessioning.add(empty, [folder], jobs=2)

    names = [record.filename for record in empty.catalogue.records.all()]
    # What is attached comes after its mail, at a place that hangs on when the mail was read.
    assert names.index("list.txt") > names.index("a-letter.eml")
    names.remove("list.txt")
    assert names == ["a-letter.eml", "b-long.pdf", *(f"{name}.txt" for name in "cdefgh")]


def test_a_copy_at_a_new_place_is_named_and_the_same_file_again_counted(tmp_path: Path, empty: Archive) -> None:
    paper, copy = tmp_path / "paper.txt", tmp_path / "copy of paper.txt"
    for file in (paper, copy):
        file.write_text("A note on ladders.", encoding="utf-8")

    first = accessioning.add(empty, [paper, copy], jobs=1)
    again = accessioning.add(empty, [paper, copy], jobs=1)

    assert (first.copies, first.duplicates) == ([(str(copy), "R00001")], 1)
    assert (again.copies, again.duplicates) == ([], 2)
