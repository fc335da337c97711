from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.catalogue import Catalogue, format
from archive_app.catalogue.migrations import STEPS
from archive_app.errors import ArchiveError
from tests.catalogue.making import NOON, add, page, party

#: Bytes of a page of SQLite's.
PAGE = 4096


def filled(path: Path) -> str:
    """Makes a catalogue with one record and closes it; gives the record's name."""
    with Catalogue.create(path) as catalogue:
        id = add(catalogue, page("Signed in Fresno")).id
        catalogue.facts.replace_readings(id, [party("Consulate")])
    return id


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return found


def add_column(connection: sqlite3.Connection) -> None:
    """A step such as a later format may bring."""
    connection.execute("ALTER TABLE record ADD COLUMN shelf TEXT NOT NULL DEFAULT 'A'")


def test_what_was_kept_is_there_when_it_is_opened_again(path: Path) -> None:
    id = filled(path)

    for writable in (True, False):
        with Catalogue.open(path, writable) as catalogue:
            assert [record.id for record in catalogue.records.all()] == [id]
            assert catalogue.pages.text(id) == [(1, "Signed in Fresno")]
            assert [fact.field for fact in catalogue.facts.of(id)] == ["party"]
            assert catalogue.faults() == []


def test_a_closed_catalogue_is_one_file(path: Path) -> None:
    filled(path)

    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_path_with_signs_that_addresses_give_a_meaning(tmp_path: Path) -> None:
    folder = tmp_path / "50% año #2? & más"
    folder.mkdir()

    filled(folder / "catalogue.sqlite")

    assert [found.name for found in folder.iterdir()] == ["catalogue.sqlite"]


def test_a_catalogue_is_never_made_over_another(path: Path) -> None:
    filled(path)

    with pytest.raises(ArchiveError, match="already there"):
        Catalogue.create(path)

    with Catalogue.open(path, writable=False) as catalogue:
        assert catalogue.records.count() == 1


def test_what_a_broken_off_making_left_behind_does_no_harm(path: Path) -> None:
    path.with_name(path.name + ".new").write_bytes(b"half a catalogue")

    with Catalogue.create(path) as catalogue:
        assert catalogue.records.count() == 0


def test_a_catalogue_needs_a_folder(path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Catalogue.create(path.parent / "nowhere" / path.name)
    with pytest.raises(ArchiveError, match="There is no archive at"):
        Catalogue.open(path, writable=True)


def test_a_catalogue_open_for_reading_takes_nothing(path: Path) -> None:
    id = filled(path)

    with (
        Catalogue.open(path, writable=False) as catalogue,
        pytest.raises(ArchiveError, match="cannot be written to"),
    ):
        catalogue.tags.add([id], "wages", "ana", NOON)


def test_a_catalogue_on_a_disk_that_takes_nothing_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = filled(path)

    def refused(self: Path, *args: object, **named: object) -> None:
        raise PermissionError(f"{self} lies on a disk that takes nothing")

    monkeypatch.setattr(Path, "write_bytes", refused)

    with Catalogue.open(path, writable=False) as catalogue:
        assert catalogue.pages.text(id) == [(1, "Signed in Fresno")]
        assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "content", [b"", b"A letter, not a catalogue.", b"%PDF-1.7\n" * 900], ids=["empty", "text", "pdf"]
)
@pytest.mark.parametrize("writable", [True, False])
def test_a_file_that_is_no_catalogue_is_refused(path: Path, content: bytes, writable: bool) -> None:
    path.write_bytes(content)

    with pytest.raises(ArchiveError, match="is not a catalogue of an archive"):
        Catalogue.open(path, writable)

    assert path.read_bytes() == content


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE record (number INTEGER)")

    with pytest.raises(ArchiveError, match="is not a catalogue of an archive"):
        Catalogue.open(path, writable=True)


def read_all(path: Path) -> list[str]:
    """Reads all there is; gives what the catalogue finds wrong with itself, or the sentence it gave up with."""
    try:
        with Catalogue.open(path, writable=False) as catalogue:
            for record in catalogue.records.all():
                catalogue.pages.of(record.id)
            catalogue.facts.all()
            return catalogue.faults()
    except ArchiveError as error:
        return [str(error)]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed catalogue that nothing is wrong with."""
    path = tmp_path_factory.mktemp("sound") / "catalogue.sqlite"
    filled(path)
    return path


@given(place=st.floats(0, 1, exclude_max=True))
def test_a_file_that_breaks_off_is_told_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, sound: Path, place: float
) -> None:
    path = tmp_path_factory.mktemp("cut") / "catalogue.sqlite"
    whole = sound.read_bytes()
    path.write_bytes(whole[: int(place * (len(whole) - PAGE))])  # the last page may end in zeros anyway

    assert read_all(path) != []


@given(place=st.floats(0.1, 1, exclude_max=True), noise=st.binary(min_size=1, max_size=300))
def test_overwritten_bytes_never_end_in_anything_but_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, sound: Path, place: float, noise: bytes
) -> None:
    path = tmp_path_factory.mktemp("noise") / "catalogue.sqlite"
    whole = sound.read_bytes()
    start = int(place * len(whole))
    path.write_bytes(whole[:start] + noise + whole[start + len(noise) :])

    told = read_all(path)

    assert all(
        path.name in sentence or any(word in sentence.lower() for word in ("page", "index", "row")) for sentence in told
    )


def test_a_schema_with_a_letter_changed_is_told_as_damage(path: Path) -> None:
    filled(path)
    whole = path.read_bytes()
    assert whole.count(b"(printf('R%05d'") == 1
    path.write_bytes(whole.replace(b"(printf('R%05d'", b"(brintf('R%05d'"))

    with pytest.raises(ArchiveError, match="is damaged; put back a copy"):
        Catalogue.open(path, writable=False)


def test_a_newer_format_is_refused_and_left_alone(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")

    with pytest.raises(ArchiveError, match=f"newer format \\({len(STEPS) + 1}\\)"):
        Catalogue.open(path, writable=True)

    assert version(path) == len(STEPS) + 1


def test_an_older_format_is_brought_up_to_date_with_a_copy_kept_beside(path: Path) -> None:
    id = filled(path)

    format.prepare(path, writable=True, steps=(*STEPS, add_column))

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id, shelf FROM record").fetchall() == [(id, "A")]
    assert version(path) == len(STEPS) + 1
    copy = path.with_name(f"catalogue.format{len(STEPS)}.sqlite")
    with Catalogue.open(copy, writable=False) as kept:
        assert [record.id for record in kept.records.all()] == [id]
        assert kept.faults() == []


def test_an_older_format_is_not_read_before_it_is_brought_up_to_date(path: Path) -> None:
    filled(path)

    with pytest.raises(ArchiveError, match="older format"):
        format.prepare(path, writable=False, steps=(*STEPS, add_column))

    assert version(path) == len(STEPS)


def test_a_step_that_fails_leaves_the_catalogue_as_it_was(path: Path) -> None:
    id = filled(path)

    def stumble(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM fact")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        format.prepare(path, writable=True, steps=(*STEPS, add_column, stumble))

    assert version(path) == len(STEPS)
    with Catalogue.open(path, writable=True) as catalogue:
        assert len(catalogue.facts.of(id)) == 1
