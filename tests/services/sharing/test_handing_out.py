"""Copies of originals for other programs: under their own names, whole, and never the original itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.errors import ConvenioError, UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.intake import accessioning
from archive_app.services.sharing import handing_out


@pytest.fixture
def papers(empty: Archive, tmp_path: Path) -> Archive:
    for folder, words in (("one", "First carta."), ("two", "Second carta.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "carta.txt").write_text(words, encoding="utf-8")
    accessioning.add(empty, [tmp_path / "one", tmp_path / "two"], jobs=0)
    return empty


def all_of(archive: Archive) -> list[str]:
    return [record.id for record in archive.catalogue.records.all()]


def test_copies_have_their_names_and_are_no_originals(papers: Archive, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    made = handing_out.copies(papers, all_of(papers), out)
    assert [file.name for file in made.files] == ["carta.txt", "carta (2).txt"]
    assert [file.read_text("utf-8") for file in made.files] == ["First carta.", "Second carta."]
    made.files[0].write_text("Written over.", encoding="utf-8")
    first = records.described(papers, all_of(papers)[0]).record
    assert records.original_path(papers, first).read_text("utf-8") == "First carta."


def test_a_locked_copy_is_for_reading(papers: Archive, tmp_path: Path) -> None:
    (file,) = handing_out.copies(papers, all_of(papers)[:1], tmp_path, locked=True).files
    assert not file.stat().st_mode & 0o222


def test_restricted_records_stay_unless_named(papers: Archive, tmp_path: Path) -> None:
    first, second = all_of(papers)
    describing.correct(papers, first, "access", "restricted")
    out = tmp_path / "out"
    out.mkdir()
    made = handing_out.copies(papers, [first, second], out)
    assert (len(made.files), made.left_out) == (1, (first,))
    assert len(handing_out.copies(papers, [first], out, named=[first]).files) == 1


def test_what_is_not_as_it_was_taken_in_is_not_handed_out(papers: Archive, tmp_path: Path) -> None:
    first = all_of(papers)[0]
    place = records.original_path(papers, records.described(papers, first).record)
    place.chmod(0o644)
    place.write_text("Altered.", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(ConvenioError, match="no longer what was taken in"):
        handing_out.copies(papers, [first], out)
    assert list(out.iterdir()) == []
    with pytest.raises(UsageError, match="no folder"):
        handing_out.copies(papers, [first], tmp_path / "nowhere")


@given(st.text(max_size=40))
def test_every_name_can_be_one(name: str) -> None:
    made = handing_out._name(name)
    assert made
    assert not set(made) & set('/\\:*?"<>|\x00\n')
    assert made not in {".", ".."}


def test_the_names_of_papers_are_kept_where_they_can_be() -> None:
    assert handing_out._name("Convenio núm. 3 (copia).pdf") == "Convenio núm. 3 (copia).pdf"
    assert handing_out._name("a/b:c.pdf") == "a_b_c.pdf"
    assert handing_out._name("CON.txt") == "_CON.txt"
