"""The same text in another format or scan is proposed as such; a renewal with its forerunner's wording is not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.sketches import share, sketch
from archive_app.errors import UsageError
from archive_app.services.archive import Archive
from archive_app.services.preservation import likenesses, removing
from archive_app.services.preservation.likenesses import Pair
from tests import builders
from tests.services.making import add, by_name, read_as

WORDS = [f"{first}{last}" for first in "bcdfglmnprst" for last in ("ater", "olen", "imer", "undo", "esta", "arco")]
TEXT = " ".join(random.Random(7).choices(WORDS, k=400))


def scanned(text: str, wrong: int) -> str:
    """The text as a scan reads it, with a wrong letter in each ``wrong``."""
    letters = list(text)
    for at in range(0, len(letters), wrong):
        letters[at] = "x" if letters[at] != " " else " "
    return "".join(letters)


def names(pairs: tuple[Pair, ...]) -> list[tuple[str, str]]:
    return [(pair.one.record.filename, pair.other.record.filename) for pair in pairs]


@given(st.integers(0, 10**6))
def test_the_share_is_about_what_two_texts_have_in_common(seed: int) -> None:
    words = random.Random(seed).sample([f"w{n}" for n in range(5000)], 900)
    one, other = sketch([" ".join(words[:600])]), sketch([" ".join(words[300:])])
    assert share(one, one) == 1
    assert abs(share(one, other) - 298 / 898) < 0.15
    assert share(one, sketch(["nothing"])) == 0


def test_accents_capitals_and_pages_do_not_matter() -> None:
    assert sketch(["Convenio de CONSULTA", "y acción común"]) == sketch(["convenio de consulta y accion comun"])


def test_the_same_text_in_other_formats_is_proposed(empty: Archive, tmp_path: Path) -> None:
    builders.make_pdf(tmp_path / "a.pdf", TEXT)
    builders.make_docx(tmp_path / "b.docx", TEXT)
    (tmp_path / "c.txt").write_text(scanned(TEXT, 100), encoding="utf-8")
    (tmp_path / "d.txt").write_text(" ".join(sorted(TEXT.split())), encoding="utf-8")
    add(empty, *sorted(tmp_path.glob("*.*")))
    found = likenesses.proposals(empty)
    assert sorted(names(found)) == [("a.pdf", "b.docx"), ("a.pdf", "c.txt"), ("b.docx", "c.txt")]
    assert found[0].share > 0.9
    assert all(pair.share >= 0.5 for pair in found)


def test_a_renewal_is_another_paper(empty: Archive, tmp_path: Path) -> None:
    for name, year in (("first.txt", "2010"), ("renewal.txt", "2013")):
        (tmp_path / name).write_text(f"{TEXT} signed in {year}", encoding="utf-8")
    add(empty, *sorted(tmp_path.glob("*.txt")))
    assert len(likenesses.proposals(empty)) == 1
    for name, year in (("first.txt", "2010"), ("renewal.txt", "2013")):
        read_as(empty, by_name(empty)[name], kind="agreement", agreement_date=f"{year}-06-01")
    assert likenesses.proposals(empty) == ()


def test_a_persons_word_on_a_pair_holds_until_it_is_taken_back(empty: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{TEXT}.", encoding="utf-8")
    add(empty, tmp_path / "a.txt", tmp_path / "b.txt")
    likenesses.decide(empty, "R00002", "R00001", "different")
    assert likenesses.proposals(empty) == ()
    assert [pair.verdict for pair in likenesses.proposals(empty, decided=True)] == ["different"]
    likenesses.decide(empty, "R00001", "R00002", None)
    assert [pair.verdict for pair in likenesses.proposals(empty)] == [None]
    for one, other in (("R00001", "R00001"), ("R00001", "R09999")):
        with pytest.raises(UsageError, match=r"two different ones|There is no record R09999"):
            likenesses.decide(empty, one, other, "same")


def test_what_lies_in_the_trash_is_like_nothing(empty: Archive, tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    add(empty, tmp_path / "a.txt", tmp_path / "b.md")
    removing.remove(empty, ["R00002"])
    assert likenesses.proposals(empty) == ()


def test_copies_are_told_with_their_places(empty: Archive, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("A note.", encoding="utf-8")
    add(empty, tmp_path / "a.txt", tmp_path / "b.txt")
    (copies,) = likenesses.copies(empty)
    assert (copies.record.id, copies.places) == ("R00001", (str(tmp_path / "a.txt"), str(tmp_path / "b.txt")))
