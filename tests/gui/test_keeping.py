"""Trash, like papers, two records side by side, and what home tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from archive_app.gui.dialogs.sharing.beside import Beside
from archive_app.gui.main_window import MainWindow
from archive_app.gui.theme import Role
from archive_app.services.description import describing
from archive_app.services.intake import accessioning
from tests.builders import make_pdf
from tests.gui import making
from tests.gui.looking import archive_of, child, record_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Settle = Callable[[], None]
IdOf = Callable[[str], str]


def told(window: MainWindow) -> str:
    """All that home tells in labels."""
    return "\n".join(label.text() for label in window.places.home.findChildren(QLabel))


def press(window: MainWindow, words: str) -> None:
    buttons = [button for button in window.places.home.findChildren(QPushButton) if button.text() == words]
    buttons[-1].click()


def test_a_record_goes_to_the_trash_and_comes_back(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    opened.open_record(id_of(making.RELEASE))
    settle()
    opened.actions_["remove"].trigger()
    settle()
    assert opened.places.records.model.rowCount() == 3
    opened.go("keeping")
    settle()
    view = opened.places.keeping
    view.show_tab("trash")
    assert [row.filename for row in view.trash.model.rows] == [making.RELEASE]
    view.restore.click()
    settle()
    assert not view.trash.model.rows
    assert opened.places.records.model.rowCount() == 4
    opened.actions_["undo"].trigger()
    settle()
    assert [row.filename for row in view.trash.model.rows] == [making.RELEASE]


def test_the_trash_is_emptied_only_with_a_yes(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    opened.keeping.remove([id_of(making.RELEASE), id_of(making.LETTER)])
    opened.go("keeping")
    settle()
    view = opened.places.keeping
    view.empty_all.click()
    child(opened, QMessageBox).reject()
    settle()
    assert len(view.trash.model.rows) == 2
    view.empty_all.click()
    box = opened.findChildren(QMessageBox)[-1]
    next(button for button in box.buttons() if button.text() == "Destroy for good").click()
    settle()
    assert not view.trash.model.rows
    assert archive_of(opened).catalogue.records.count() == 2


def test_like_papers_are_decided_about_by_a_key(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    words = [f"{word}{number}" for number in range(60) for word in ("harvest", "wages", "office", "consulate")]
    for name in ("scan one.pdf", "scan two.pdf"):
        make_pdf(tmp_path / name, "A paper of many words. " + " ".join(words))
    (tmp_path / "scan two.pdf").write_bytes((tmp_path / "scan two.pdf").read_bytes() + b"\n% another copy\n")
    accessioning.add(archive_of(opened), [tmp_path / "scan one.pdf", tmp_path / "scan two.pdf"], jobs=0)
    opened.go("keeping")
    settle()
    view = opened.places.keeping
    assert [{row.one.record.filename, row.other.record.filename} for row in view.pairs.model.rows] == [
        {"scan one.pdf", "scan two.pdf"}
    ]
    view.beside.click()
    settle()
    beside = child(opened, Beside)
    assert [side.opened.described.record.filename for side in beside.sides if side.opened] == [
        "scan one.pdf", "scan two.pdf",
    ]  # fmt: skip
    beside.reject()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    view.pairs.table.setFocus()
    QTest.keyClick(view.pairs.table, Qt.Key.Key_D)
    settle()
    assert not view.pairs.model.rows


def test_a_record_is_shown_beside_one_that_belongs_to_it(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    opened.open_record(id_of(making.FIRST))
    settle()
    opened.actions_["beside"].trigger()
    settle()
    dialog = child(opened, Beside)
    assert dialog.choice.count() == 1
    right = dialog.sides[1].opened
    assert right is not None
    assert right.id == id_of(making.SECOND)
    dialog.sides[1]._go.click()
    settle()
    assert record_of(opened).id == id_of(making.SECOND)


def test_two_chosen_records_stand_side_by_side_though_others_are_nearer(
    opened: MainWindow, id_of: IdOf, settle: Settle
) -> None:
    view = opened.places.records
    first, letter = (view.model.row_of(id_of(name)) for name in (making.FIRST, making.LETTER))
    assert first is not None
    assert letter is not None
    view.list.selectRow(first)
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    view.list.selectionModel().select(view.model.index(letter, 0), select)
    settle()
    opened.actions_["beside"].trigger()
    settle()
    held = [side.opened.id for side in child(opened, Beside).sides if side.opened]
    assert held == [id_of(making.FIRST), id_of(making.LETTER)]
    assert child(opened, Beside).choice.currentText() == making.LETTER


def test_home_tells_what_wants_attention_and_leads_there(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    opened.go("home")
    settle()
    held = opened.places.home.outlook
    assert held is not None
    assert (held.records, held.to_review, len(held.failures), held.check_due) == (4, 2, 1, True)
    assert "broken.pdf" in told(opened)
    assert "The originals were never checked" in told(opened)
    press(opened, "Check now")
    qtbot.waitUntil(lambda: not opened.session.busy, timeout=20_000)
    settle()
    assert "All originals sound" in told(opened)
    press(opened, "Back up now")
    qtbot.waitUntil(lambda: not opened.session.busy, timeout=20_000)
    settle()
    held = opened.places.home.outlook
    assert held is not None
    assert held.last_backup is not None
    assert not held.backup_due
    press(opened, "Review")
    assert opened.places.currentWidget() is opened.places.review


def test_home_lists_ends_that_are_near_and_those_that_lapsed(opened: MainWindow, settle: Settle) -> None:
    opened.go("home")
    opened.session.set_day(date(2018, 8, 1))
    settle()
    lines = [line for line in opened.places.home.findChildren(QToolButton) if line.isVisible()]
    assert [line.text() for line in lines] == ["31 Aug 2018  ·  Second memorandum about harvest wages"]
    opened.session.set_day(date(2019, 1, 1))
    settle()
    lines = [line for line in opened.places.home.findChildren(QToolButton) if line.isVisible()]
    assert "31 Aug 2018  ·  Second memorandum about harvest wages" in [line.text() for line in lines]
    lines[0].click()
    assert opened.places.currentWidget() is opened.places.agreements


def test_what_failed_is_tried_again(opened: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    opened.go("home")
    settle()
    held = opened.places.home.outlook
    assert held is not None
    file = Path(held.failures[0].file)
    make_pdf(file, "A paper that can be read now.")
    try:
        press(opened, "Try again")
        qtbot.waitUntil(lambda: not opened.session.busy, timeout=30_000)
        settle()
        opened.go("home")
        settle()
        held = opened.places.home.outlook
        assert held is not None
        assert held.failures == ()
        assert held.records == 5
    finally:
        file.write_bytes(b"%PDF-1.7\nnothing more")  # the papers are shared by all tests


def test_a_restricted_record_is_shown_as_such_in_the_list(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    describing.correct(archive_of(opened), id_of(making.RELEASE), "access", "restricted")
    opened.discretion.show_restricted(True)
    opened.refresh()
    settle()
    model = opened.places.records.model
    row = model.row_of(id_of(making.RELEASE))
    assert row is not None
    assert model.index(row, 0).data(Role.DETAIL) == "Press release · restricted"
    others = [model.index(at, 0).data(Role.DETAIL) for at in range(model.rowCount()) if at != row]
    assert not any("restricted" in told for told in others)
