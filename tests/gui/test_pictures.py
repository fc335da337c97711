"""Pages are drawn in the order in which they are looked at, and not at all once they were scrolled away from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.description import opened as contents
from archive_app.gui.views.page.pictures import Pictures, Wanted
from archive_app.services.intake import accessioning
from tests.builders import make_pdf
from tests.gui import making
from tests.gui.looking import archive_of

pytestmark = pytest.mark.qt_log_ignore("does not support")
Settle = Callable[[], None]
PAGES = 60


@pytest.fixture
def long(opened: MainWindow, tmp_path: Path, settle: Settle) -> str:
    """A paper of many pages."""
    make_pdf(tmp_path / "long.pdf", *(f"Page {number} of a long paper about wages." for number in range(1, PAGES + 1)))
    accessioning.add(archive_of(opened), [tmp_path / "long.pdf"], jobs=0)
    opened.refresh()
    settle()
    return next(record.id for record in archive_of(opened).catalogue.records.all() if record.filename == "long.pdf")


def test_what_is_seen_is_drawn_first_and_what_is_not_is_left_out(opened: MainWindow, long: str, settle: Settle) -> None:
    pictures = Pictures(opened.session)
    path = opened.session.archive.root if opened.session.archive else None
    assert path is not None
    pictures.show(path)
    wanted = [Wanted(path, "application/pdf", number, scale) for number in (1, 2, 3, 9) for scale in (0.5, 1.5)]
    pictures._waiting = list(wanted)
    pictures.look_at([3, 2])
    pictures.look_at_small([1])
    drawn = []
    while (chosen := pictures._choose()) is not None:
        drawn.append((chosen.page, chosen.scale))
    assert drawn[:2] == [(3, 1.5), (2, 1.5)]
    assert {page for page, _ in drawn} == {1, 2, 3}


def test_leafing_through_a_long_paper_ends_on_a_page_that_is_drawn(
    opened: MainWindow, long: str, qtbot: QtBot, settle: Settle
) -> None:
    opened.open_record(long)
    settle()
    view = opened.places.records.pane.page
    view.canvas.setFocus()
    for _ in range(PAGES - 1):
        QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert view.number == PAGES
    settle()
    kept = {wanted.page for wanted in view.canvas._pictures._kept}
    assert PAGES in kept
    assert len(kept) < PAGES


def test_a_page_that_is_wanted_next_is_drawn_ahead_and_stands_there_when_it_is_turned_to(
    opened: MainWindow, long: str, id_of: Callable[[str], str], settle: Settle
) -> None:
    opened.open_record(id_of(making.FIRST))
    settle()
    view = opened.places.records.pane.page
    archive = archive_of(opened)
    view.prepare(contents.read(archive, long), 7)
    settle()
    held = [wanted for wanted in view.canvas._pictures._kept if wanted.page == 7]
    assert len(held) == 1
    opened.open_record(long)
    settle()
    view.go_to(7)
    assert view.canvas._picture(6) is view.canvas._pictures._kept[held[0]]  # as large as it is shown
    pictures = Pictures(opened.session)
    first, other = archive.root / "one.pdf", archive.root / "other.pdf"
    pictures.show(first)
    pictures.look_at([1])
    ahead, seen = Wanted(other, "application/pdf", 7, 1.5), Wanted(first, "application/pdf", 1, 0.5)
    pictures._ahead, pictures._waiting = ahead, [ahead, Wanted(other, "application/pdf", 8, 1.5), seen]
    assert [pictures._choose(), pictures._choose(), pictures._choose()] == [seen, ahead, None]
