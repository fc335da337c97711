"""From the first question to closing while work goes on."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QStatusTipEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from archive_app import bootstrap, paths, settings
from archive_app.domain.page import Page
from archive_app.errors import UsageError
from archive_app.gui import actions, app, crash, theme
from archive_app.gui.dialogs.intake.intake_preview import IntakePreview
from archive_app.gui.dialogs.new_archive import NewArchive
from archive_app.gui.main_window import MainWindow
from archive_app.gui.theme import scheme, signs
from archive_app.gui.window_state import WindowState
from archive_app.progress import check
from tests.builders import make_pdf
from tests.gui import making
from tests.gui.conftest import TODAY
from tests.gui.looking import archive_of, child, record_of

#: The platform without a display says so of every dialog that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_first_start_asks_one_question(window: MainWindow, qtbot: QtBot) -> None:
    app.begin(window, [])
    assert window.welcome.isVisible()
    assert not window.search.isVisible()
    assert set(window.welcome.cards) == {"new", "open", "sample"}
    assert not window.actions_["import_files"].isEnabled()


def test_a_new_archive_is_made_and_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot, settle) -> None:
    QTest.keyClick(window.welcome.cards["new"], Qt.Key.Key_Return)
    dialog = child(window, NewArchive)
    dialog.title.setText("Field papers: 2004/2025")
    assert dialog.root.name == "Field papers 20042025"
    dialog.folder.setText(str(tmp_path / "mine"))
    dialog.accept()
    settle()
    assert archive_of(window).title == "Field papers: 2004/2025"
    assert window.search.isVisible()
    assert window.places.records.found.empty.isVisible()


def test_the_archive_last_open_is_opened_again(opened: MainWindow, root: Path, qtbot: QtBot) -> None:
    opened.places.records.setSizes([600, 400])
    before = opened.places.records.saveState()
    opened.close()
    state = WindowState()
    assert state.last_archive == root
    later = MainWindow(TODAY, state)
    assert later.places.records.saveState() == before
    later.show()
    app.begin(later, [])
    qtbot.waitUntil(lambda: later.session.archive is not None)
    assert archive_of(later).root == root
    later.close()


def test_a_settings_file_of_nonsense_does_no_harm() -> None:
    settings.save({"window": ["x"]})
    assert WindowState().last_archive is None
    settings.save({"window": {"geometry": "äö", "records": 3, "archive": 7}})
    state = WindowState()
    assert state.last_archive is None
    assert state.text("records", "nothing") == "nothing"


def test_what_is_no_archive_is_told_in_a_sentence(window: MainWindow, tmp_path: Path, qtbot: QtBot, settle) -> None:
    app.begin(window, [str(tmp_path)])
    window.opening.open(tmp_path / "nowhere")
    settle()
    told = [box.text() for box in window.findChildren(QMessageBox)]
    assert len(told) == 2
    assert "is not a Convenio archive" in told[0]
    assert "does not exist" in told[1]


def test_files_dropped_onto_the_window_are_taken_in(opened: MainWindow, tmp_path: Path, qtbot: QtBot, settle) -> None:
    papers = making.lay_out_papers(tmp_path / "dropped")
    make_pdf(papers / "fresh.pdf", "A paper about onion harvests.")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(papers))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    opened.dropEvent(event)
    preview = child(opened, IntakePreview)
    qtbot.waitUntil(lambda: preview.told is not None, timeout=20_000)
    preview.accept()
    assert opened.session.busy
    assert opened.work.isVisible()
    assert not opened.actions_["open"].isEnabled()
    opened.search.put("harvest")
    qtbot.waitUntil(lambda: not opened.session.busy, timeout=60_000)
    settle()
    assert not opened.work.isVisible()
    assert opened.places.currentWidget() is opened.places.imports
    told = opened.places.imports.reports._sum.text()
    assert told.startswith("6 found = 1 added + 4 already here + 0 left out + 1 failed")
    opened.search.put("onion")
    settle()
    assert opened.places.records.model.rowCount() == 1


def test_closing_while_work_goes_on_stops_it_first(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def slow(archive, progress) -> None:
        progress.stage("waiting", 0)
        begun.set()
        while not progress.cancelled:
            threading.Event().wait(0.005)

    opened.session.work(slow, lambda _: None)
    assert begun.wait(10)
    monkeypatch.setattr("archive_app.gui.dialogs.message.may_stop", lambda parent: False)
    assert not opened.close()
    assert opened.isVisible()
    monkeypatch.setattr("archive_app.gui.dialogs.message.may_stop", lambda parent: True)
    assert opened.close()
    assert opened.session.archive is None


def test_work_that_is_stopped_or_fails_leaves_the_window_free(opened: MainWindow, qtbot: QtBot, settle) -> None:
    def waiting(archive, progress) -> None:
        while not progress.cancelled:
            threading.Event().wait(0.005)
        check(progress)

    def refused(archive, progress) -> None:
        raise UsageError("It cannot be done.")

    opened.work.follow("Waiting", opened.session.work(waiting, print))
    assert opened.work.isVisible()
    opened.work.stop.click()
    qtbot.waitUntil(lambda: not opened.session.busy)
    assert not opened.work.isVisible()
    assert opened.actions_["open"].isEnabled()
    opened.session.work(refused, print)
    settle()
    assert not opened.session.busy
    assert [box.text() for box in opened.findChildren(QMessageBox)] == ["It cannot be done."]


def test_closing_gives_the_archive_back_to_others(opened: MainWindow, root: Path) -> None:
    opened.places.records.refresh()
    opened.close()
    with bootstrap.opened(root, writable=True) as archive:
        assert archive.writable


def test_another_archive_takes_the_place_of_the_first(opened: MainWindow, root: Path, tmp_path: Path, settle) -> None:
    bootstrap.create(tmp_path / "other", "Other papers")
    opened.search.put("harvest")
    opened.opening.open(tmp_path / "other")
    settle()
    assert opened.windowTitle().startswith("Other papers")
    assert opened.search.text() == ""
    assert opened.places.records.model.rowCount() == 0
    with bootstrap.opened(root, writable=True) as archive:
        assert archive.title == "Harvest papers"


def test_every_original_is_checked(opened: MainWindow, qtbot: QtBot, settle) -> None:
    opened.actions_["verify"].trigger()
    qtbot.waitUntil(lambda: not opened.session.busy)
    settle()
    assert opened.statusBar().currentMessage().startswith("All 4 originals")


def test_the_foot_is_there_while_something_is_told(opened: MainWindow) -> None:
    foot = opened.statusBar()
    foot.clearMessage()
    assert not foot.isVisible()
    opened.tell_good("Done.")
    assert foot.isVisible()
    foot.clearMessage()
    assert not foot.isVisible()


def test_what_is_told_at_the_foot_outlasts_a_look_into_a_menu(opened: MainWindow) -> None:
    opened.tell_good("Saved.")
    QApplication.sendEvent(opened, QStatusTipEvent(""))
    assert opened.statusBar().currentMessage() == "Saved."


def test_pages_are_drawn_and_zoomed(opened: MainWindow, id_of, qtbot: QtBot, settle) -> None:
    opened.open_record(id_of(making.FIRST))
    settle()
    view = opened.places.records.pane.page
    drawn = view.canvas.viewport().grab().toImage()
    middle = view.canvas._page_rect(0)
    inked = sum(
        drawn.pixelColor(x, y).lightness() < 190
        for x in range(int(middle.left()) + 5, int(middle.right()) - 5) for y in range(30, drawn.height())
    )  # fmt: skip
    assert inked > 50
    before = view.canvas._sheets.scale
    view.canvas.zoom(1.5)
    assert view.canvas._sheets.scale == pytest.approx(before * 1.5)
    view.canvas.setFocus()
    QTest.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert view.canvas.page == 2
    view.tools.as_text.setChecked(True)
    assert "two years" in view.text.toPlainText()


def test_offsets_of_text_are_told_in_the_units_of_the_editor(opened: MainWindow) -> None:
    text = opened.places.records.pane.page.text
    text.show_pages(replace(record_of(opened), pages=(Page(1, "a🙂b"), Page(2, "word"))))
    assert text._position(2, 0) == len("a🙂b\n\n".encode("utf-16-le")) // 2
    assert text._position(7, 0) == 0


def test_a_crash_is_reported_and_names_no_content(window: MainWindow) -> None:
    try:
        raise ZeroDivisionError("on purpose")
    except ZeroDivisionError as error:
        report = crash.report(error)
    assert "ZeroDivisionError: on purpose" in report
    assert "test_window.py" in report
    window.show_crash(report)
    window.show_crash("the same again, from below the first")
    dialog = child(window, crash.CrashDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_both_schemes_dress_everything(opened: MainWindow, qapp, settle) -> None:
    for place in ("records", "agreements", "timelines", "coverage", "review", "imports"):
        opened.go(place)
        settle()
    light = opened.grab().toImage().pixelColor(3, opened.height() - 5)
    scheme.put(qapp, True)
    dark = opened.grab().toImage().pixelColor(3, opened.height() - 5)
    scheme.put(qapp, False)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_every_action_has_its_drawing_and_every_state_its_sign(window: MainWindow) -> None:
    named = [entry.icon for _, entries in actions.MENUS for entry in entries if entry and entry.icon]
    assert all((paths.resources() / "icons" / f"{name}.svg").is_file() for name in named)
    blank = signs.status_picture("in force").toImage()
    blank.fill(0)
    for state in ("in force", "expired", "terminated", "unknown", "renewed", "superseded", "expiring"):
        assert signs.status_picture(state).toImage() != blank
    assert theme.colours().text.name() != theme.colours().surface.name()


def test_menus_give_no_key_twice(window: MainWindow) -> None:
    keys = [key for _, entries in actions.MENUS for entry in entries if entry for key in entry.keys.split()]
    assert len(keys) == len(set(keys))
