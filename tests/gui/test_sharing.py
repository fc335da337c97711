"""Sharing from the window: citations of one and many, copies of originals, a record as PDF; restricted ones stay."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from archive_app.gui.dialogs.sharing.cite import Cite
from archive_app.gui.main_window import MainWindow
from archive_app.services import records
from archive_app.services.description import describing
from tests.gui import making
from tests.gui.looking import archive_of, child, record_of

pytestmark = pytest.mark.qt_log_ignore("does not support")
Settle = Callable[[], None]
IdOf = Callable[[str], str]


def choose(window: MainWindow, *ids: str) -> None:
    """Selects just these rows of the list."""
    view = window.places.records
    view.list.clearSelection()
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for id in ids:
        row = view.model.row_of(id)
        assert row is not None
        view.list.selectionModel().select(view.model.index(row, 0), select)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_citations_of_one_and_of_many_are_copied_in_the_language_in_force(
    first: MainWindow, id_of: IdOf, settle: Settle
) -> None:
    one, other = id_of(making.FIRST), id_of(making.SECOND)
    choose(first, one)
    first.actions_["cite"].trigger()
    settle()
    assert clipboard().endswith(
        f"“Memorandum about harvest wages”, memorandum of understanding, March 8, 2012. Harvest papers, {one}."
    )
    first.choose_language("es")
    settle()
    choose(first, one, other)
    first.actions_["cite"].trigger()
    settle()
    assert [line[-7:] for line in clipboard().splitlines()] == [f"{one}.", f"{other}."]
    assert "8 de marzo de 2012" in clipboard()


def test_citations_are_seen_before_they_are_copied(first: MainWindow, id_of: IdOf, settle: Settle) -> None:
    describing.correct(archive_of(first), id_of(making.SECOND), "access", "restricted")
    choose(first, id_of(making.FIRST), id_of(making.SECOND))
    first.actions_["cite_as"].trigger()
    settle()
    dialog = child(first, Cite)
    assert id_of(making.SECOND) not in dialog.text.toPlainText()
    dialog._style.setCurrentIndex(dialog._style.findData("csl-json"))
    dialog._with_restricted.click()
    settle()
    items = json.loads(dialog.text.toPlainText())
    assert [(item["id"], item["type"]) for item in items] == [
        (id_of(making.FIRST), "treaty"), (id_of(making.SECOND), "treaty"),
    ]  # fmt: skip
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert json.loads(clipboard()) == items


def test_records_are_dragged_and_pasted_as_copies(first: MainWindow, id_of: IdOf, qtbot: QtBot, settle: Settle) -> None:
    archive = archive_of(first)
    describing.correct(archive, id_of(making.RELEASE), "access", "restricted")
    choose(first, id_of(making.FIRST), id_of(making.SECOND), id_of(making.RELEASE))
    table = first.places.records.list
    assert table.model().flags(table.model().index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    with qtbot.waitSignal(table.drag_wanted):
        table.startDrag(Qt.DropAction.CopyAction)
    settle()
    handed = sorted(file.name for file in first.out.place().parent.rglob("*") if file.is_file())
    assert handed == [making.FIRST, making.SECOND]
    choose(first, id_of(making.FIRST), id_of(making.SECOND))
    first.actions_["copy_files"].trigger()
    settle()
    files = [Path(url.toLocalFile()) for url in QGuiApplication.clipboard().mimeData().urls()]
    assert [file.name for file in files] == [making.FIRST, making.SECOND]
    stored = records.original_path(archive, record_of(first).described.record)
    assert stored not in files
    assert files[0].read_bytes() == stored.read_bytes()


def test_restricted_records_leave_only_with_a_yes(
    first: MainWindow, id_of: IdOf, tmp_path: Path, settle: Settle
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    describing.correct(archive_of(first), id_of(making.FIRST), "access", "restricted")
    choose(first, id_of(making.FIRST))
    first.sharing.save(out)
    settle()
    box = child(first, QMessageBox)
    assert id_of(making.FIRST) in box.text()
    assert list(out.iterdir()) == []
    next(button for button in box.findChildren(QPushButton) if button.text() == "Let leave").click()
    settle()
    assert [file.name for file in out.iterdir()] == [making.FIRST]


class Program(QObject):
    """Stands for the system's program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url)


def test_a_copy_of_the_original_is_opened_by_the_system(first: MainWindow, settle: Settle) -> None:
    program = Program()
    QDesktopServices.setUrlHandler("file", program, "open")  # type: ignore[arg-type]
    try:
        first.actions_["open_original"].trigger()
        settle()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (url,) = program.opened
    file = Path(url.toLocalFile())
    assert file.name == making.FIRST
    assert not file.stat().st_mode & 0o222
    assert archive_of(first).root not in file.parents


def test_a_record_and_a_page_are_written_as_pdf(
    first: MainWindow, id_of: IdOf, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    file = tmp_path / "record.pdf"
    first.sharing.export_pdf(id_of(making.FIRST), file)
    qtbot.waitUntil(lambda: file.exists() and not first.session.busy, timeout=30_000)
    assert file.read_bytes().startswith(b"%PDF")
    assert first.statusBar().currentMessage()
    settle()


def test_copies_go_with_the_window(first: MainWindow) -> None:
    place = first.out.place()
    (place / "copy.txt").write_text("A copy.", encoding="utf-8")
    first.out.clear()
    assert not place.exists()
