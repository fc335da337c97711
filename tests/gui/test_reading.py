"""Reading: pages turned and made to fit, small pages, words found in one record, what came with a letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app import bootstrap
from archive_app.domain.evidence import Box
from archive_app.gui.dialogs.sharing.beside import Beside
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.page import find_words, rotation
from archive_app.gui.models.page.marks import Marking
from archive_app.gui.models.page.word_selection import WordSelection
from archive_app.gui.views.page.canvas import PageCanvas
from archive_app.services import records
from archive_app.services.description import turning
from archive_app.services.intake import accessioning
from tests.builders import make_mail
from tests.gui import making
from tests.gui.looking import archive_of, record_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Settle = Callable[[], None]
IdOf = Callable[[str], str]


def open_file(window: MainWindow, record: str, settle: Settle) -> None:
    window.open_record(record)
    settle()


def test_words_are_found_in_a_record_and_gone_through(
    opened: MainWindow, id_of: IdOf, qtbot: QtBot, settle: Settle
) -> None:
    open_file(opened, id_of(making.FIRST), settle)
    QTest.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page = opened.places.records.pane.page
    assert page.find_bar.isVisible()
    page.find_bar.words.setText("AREA  óffice")
    assert page.find_bar.told.text() == "1 of 1"
    QTest.keyClicks(page.find_bar.words, " nowhere")
    assert page.find_bar.told.text() == "not found"
    page.find_bar.words.setText("a")
    total = page.hit[1]
    assert total > 5
    QTest.keyClick(page.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.find_bar.told.text() == f"{total} of {total}"
    QTest.keyClick(page.find_bar.words, Qt.Key.Key_Return)
    assert page.find_bar.told.text() == f"1 of {total}"
    assert {Marking.EVIDENCE, Marking.HIT, Marking.CHOSEN} <= {mark.marking for mark in page.marks}
    QTest.keyClick(page.find_bar.words, Qt.Key.Key_Escape)
    assert not page.find_bar.isVisible()
    assert Marking.HIT not in {mark.marking for mark in page.marks}


def test_a_page_fits_whole_and_turns_with_its_words(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    open_file(opened, id_of(making.FIRST), settle)
    canvas = opened.places.records.pane.page.canvas
    canvas.fit_page()
    settle()
    upright = canvas._page_rect(0)
    assert upright.height() <= canvas.viewport().height()
    assert upright.width() <= canvas.viewport().width()
    canvas.rotate()
    settle()
    turned = canvas._page_rect(0)
    assert (turned.width() > turned.height()) is (upright.height() > upright.width())
    page = record_of(opened).pages[0]
    box = canvas._sheets.box_rect(0, page.words.box(2))
    assert canvas._sheets.word_at(QPointF(box.center())) == (0, 2)
    canvas.rotate()
    canvas.rotate()
    canvas.rotate()
    settle()
    assert canvas._page_rect(0).size() == upright.size()


def shapes(canvas: PageCanvas) -> list[bool]:
    """Of each page whether it lies on its side."""
    return [canvas._page_rect(at).width() > canvas._page_rect(at).height() for at in range(len(canvas._sheets.pages))]


def test_a_page_that_was_turned_stays_so(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    record = id_of(making.FIRST)
    open_file(opened, record, settle)
    page, archive = opened.places.records.pane.page, archive_of(opened)
    original = records.original_path(archive, archive.catalogue.records.get(record)).read_bytes()  # type: ignore[arg-type]
    assert shapes(page.canvas) == [False, False]
    page.tools.small.setChecked(True)
    upright = page.thumbnails.fitted(page.canvas._sheets.pages[0]).size()
    page.tools.rotate.click()
    settle()
    assert shapes(page.canvas) == [True, False]
    assert page.thumbnails.fitted(page.canvas._sheets.pages[0]).size() == upright.transposed()
    page.tools.as_text.setChecked(True)
    page.tools.as_text.setChecked(False)
    assert shapes(page.canvas) == [True, False]
    open_file(opened, id_of(making.SECOND), settle)
    assert shapes(page.canvas) == [False]
    open_file(opened, record, settle)
    assert shapes(page.canvas) == [True, False]
    opened.choose_language("es")  # every view is made anew
    settle()
    again = opened.places.records.pane.page.canvas
    assert shapes(again) == [True, False]
    again.setFocus()
    QTest.keyClick(again, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert turning.of(archive, record) == {1: 2, 2: 1}
    again.rotate(every=True)
    again.rotate(every=True)
    settle()
    assert turning.of(archive, record) == {2: 3}
    assert original == records.original_path(archive, record_of(opened).described.record).read_bytes()


def test_a_page_of_an_archive_that_is_only_read_is_turned_for_now(
    window: MainWindow, root: Path, settle: Settle
) -> None:
    with bootstrap.opened(root, writable=True) as archive:
        window.opening.open(root)
        settle()
        record = next(one.id for one in records.listing(archive) if one.record.filename == making.FIRST)
        open_file(window, record, settle)
        canvas = window.places.records.pane.page.canvas
        canvas.rotate()
        settle()
        assert shapes(canvas) == [True, False]
        assert turning.of(archive, record) == {}


def test_small_pages_lead_to_their_page(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    open_file(opened, id_of(making.FIRST), settle)
    page = opened.places.records.pane.page
    page.tools.small.click()
    page.canvas.set_scale(2.0)
    settle()
    assert page.thumbnails.isVisible()
    assert page.thumbnails.model_.rowCount() == 2
    page.thumbnails.setCurrentIndex(page.thumbnails.model_.index(1, 0))
    settle()
    assert page.number == 2
    assert page.thumbnails.currentIndex().row() == 1


def test_what_came_with_a_letter_stands_beneath_it(opened: MainWindow, tmp_path: Path, settle: Settle) -> None:
    make_mail(tmp_path / "with papers.eml", "Two papers come with this.", From_="a@example.org", Subject="Papers",
              attachments={"list.txt": b"The list of offices, long enough to be text."})  # fmt: skip
    accessioning.add(archive_of(opened), [tmp_path / "with papers.eml"], jobs=0)
    opened.refresh()
    settle()
    held = {record.filename: record.id for record in archive_of(opened).catalogue.records.all()}
    open_file(opened, held["with papers.eml"], settle)
    family = opened.places.records.pane.page.family
    assert [link.text().split(",")[0] for link in family.links] == ["list.txt"]
    family.links[0].click()
    settle()
    assert record_of(opened).id == held["list.txt"]
    family = opened.places.records.pane.page.family
    assert [link.text() for link in family.links] == [f"It came with {held['with papers.eml']}"]


def test_two_papers_go_down_together(opened: MainWindow, id_of: IdOf, qtbot: QtBot, settle: Settle) -> None:
    dialog = Beside(opened.session, id_of(making.FIRST), id_of(making.SECOND), opened)
    qtbot.addWidget(dialog)
    dialog.resize(1100, 420)
    dialog.show()
    settle()
    left, right = (side.page for side in dialog.sides)
    left.canvas.go_to(2)
    assert left.progress > 0
    assert right.progress == pytest.approx(left.progress, abs=0.02)
    dialog.sides[1].show_record(id_of(making.SECOND))  # chosen anew it goes to where the left one is
    settle()
    assert right.progress == pytest.approx(left.progress, abs=0.02)
    dialog.together.click()
    left.scroll_to(0)
    assert right.progress > 0
    dialog.together.click()
    assert right.progress == 0
    right.scroll_to(0.25)
    assert left.progress == pytest.approx(0.25, abs=0.02)
    right.canvas.select(WordSelection((0, 0), (0, 1)))
    assert right.tools.copy.isVisible()
    assert not right.tools.use.isVisible()  # nobody takes words up as a value here
    dialog.close()


def pointer_at(window: MainWindow, page: int, words: str) -> QPoint:
    """Where words of a page stand on the canvas."""
    canvas, held = window.places.records.pane.page.canvas, record_of(window).pages[page]
    start = held.text.index(words)
    return canvas._sheets.box_rect(page, held.evidence(start, start + len(words)).boxes[0]).center().toPoint()


def drag_to(canvas: PageCanvas, point: QPoint) -> None:
    """The pointer moved with its left button down."""
    canvas.mouseMoveEvent(
        QMouseEvent(QMouseEvent.Type.MouseMove, point.toPointF(), point.toPointF(), Qt.MouseButton.NoButton,
                    Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip


def test_words_are_dragged_over_a_page_s_end_and_copied_with_both_pages(
    opened: MainWindow, id_of: IdOf, qtbot: QtBot, settle: Settle
) -> None:
    open_file(opened, id_of(making.FIRST), settle)
    page = opened.places.records.pane.page
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.canvas.set_scale(0.6)
    QTest.mousePress(page.canvas.viewport(), left, none, pointer_at(opened, 0, "agree"))
    drag_to(page.canvas, pointer_at(opened, 1, "lasts"))
    QTest.mouseRelease(page.canvas.viewport(), left, none, pointer_at(opened, 1, "lasts"))
    page.copy()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("“agree on March 8, 2012. It lasts” (")
    assert told.endswith(", pp. 1–2)")
    page.copy_words()
    assert QGuiApplication.clipboard().text() == "agree on March 8, 2012.\n\nIt lasts"
    assert page.words is not None
    assert page.words.quote == "agree on March 8, 2012."  # what is made a value or a note is of one page
    QTest.mouseClick(page.canvas.viewport(), left, none, pointer_at(opened, 0, "Memorandum"))
    QTest.mouseClick(page.canvas.viewport(), left, Qt.KeyboardModifier.ShiftModifier, pointer_at(opened, 0, "harvest"))
    assert page.words.quote == "Memorandum about harvest"
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.copy_words()
    whole = QGuiApplication.clipboard().text()
    assert whole.startswith("Memorandum about")
    assert whole.endswith("Area Director.")
    page.tools.as_text.click()
    page.text.selectAll()
    page.copy_words()
    assert QGuiApplication.clipboard().text() == whole


def test_a_drag_below_what_is_seen_goes_on_down_the_pages(
    opened: MainWindow, id_of: IdOf, qtbot: QtBot, settle: Settle
) -> None:
    open_file(opened, id_of(making.FIRST), settle)
    page = opened.places.records.pane.page
    page.canvas.set_scale(1.5)
    bar, height = page.canvas.verticalScrollBar(), page.canvas.viewport().height()
    QTest.mousePress(page.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     pointer_at(opened, 0, "agree"))  # fmt: skip
    drag_to(page.canvas, QPoint(300, height + 200))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    QTest.mouseRelease(page.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                       QPoint(300, height + 200))  # fmt: skip
    page.copy_words()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("agree on March 8, 2012.")
    assert "It lasts for two years" in told
    assert not page.canvas._edge._timer.isActive()


POINTS = st.floats(0, 500)


@given(POINTS, POINTS, POINTS, POINTS, st.integers(0, 3))
def test_a_turned_page_has_its_words_where_the_pointer_finds_them(
    x: float, y: float, width: float, height: float, quarters: int
) -> None:
    page_width, page_height = 501 + width, 501 + height
    turned = rotation.box(Box(x, y, x, y), page_width, page_height, quarters)
    wide, high = rotation.size(page_width, page_height, quarters)
    assert 0 <= turned.x0 <= wide
    assert 0 <= turned.top <= high
    back = rotation.upright(turned.x0, turned.top, page_width, page_height, quarters)
    assert back == pytest.approx((x, y))


@given(st.text(max_size=40), st.text(min_size=1, max_size=5))
def test_plain_letters_stand_where_the_letters_do(text: str, words: str) -> None:
    for start, end in find_words._places(text, find_words._pattern(words) or find_words._pattern("x")):  # type: ignore[arg-type]
        assert 0 <= start < end <= len(text)
