"""Back-ups, checks, bags, the history and undo over everything: what the window shows and does to keep an archive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from archive_app.gui.dialogs.preservation.backup_plan import BackupPlan
from archive_app.gui.dialogs.preservation.export_bag import ExportBag
from archive_app.gui.dialogs.preservation.found_by_check import FoundByCheck
from archive_app.gui.main_window import MainWindow
from archive_app.services.bodies import authorities
from archive_app.services.description import describing, tagging
from archive_app.services.intake import accessioning
from archive_app.services.preservation import backups, likenesses
from archive_app.services.preservation.backups import Schedule
from archive_app.services.tracking import deciding
from tests.gui import making
from tests.gui.looking import archive_of, child

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Settle = Callable[[], None]
IdOf = Callable[[str], str]


@pytest.fixture
def work(opened: MainWindow, qtbot: QtBot, settle: Settle) -> Settle:
    """Waits until work is done, and shown."""

    def wait() -> None:
        settle()
        qtbot.waitUntil(lambda: not opened.session.busy, timeout=30_000)
        settle()

    return wait


def test_a_backup_is_made_and_restored_elsewhere_with_a_check(
    opened: MainWindow, tmp_path: Path, work: Settle
) -> None:
    opened.actions_["backups"].trigger()
    work()
    pane = opened.places.keeping.safety
    assert len(pane.backups.model.rows) == 1  # made at opening
    pane.make.click()
    work()
    made = pane.backups.model.rows[0]
    assert len(pane.backups.model.rows) == 2
    opened.safeguarding.restore(made, tmp_path / "again")
    work()
    box = child(opened, QMessageBox)
    assert "All 4 originals are what they were" in box.text()
    next(button for button in box.buttons() if button.text() == "Open it").click()
    work()
    assert archive_of(opened).root == tmp_path / "again"
    assert opened.places.records.model.rowCount() == 4


def test_the_plan_of_backups_is_changed(opened: MainWindow, tmp_path: Path, work: Settle) -> None:
    opened.safeguarding.show("safety")
    work()
    pane = opened.places.keeping.safety
    assert pane.told.text() == "A back-up every 7 days, of which 5 are kept, in the archive's own folder."
    pane.plan.click()
    dialog = child(opened, BackupPlan)
    dialog.days.setValue(3)
    dialog.keep.setValue(2)
    dialog.folder.setText(str(tmp_path))
    dialog.accept()
    work()
    assert backups.schedule(archive_of(opened)) == Schedule(3, 2, tmp_path)
    assert pane.told.text() == f"A back-up every 3 days, of which 2 are kept, in {tmp_path}."
    opened.safeguarding.plan(Schedule(0, 2))
    work()
    assert pane.told.text() == "No back-ups are made by themselves."


def test_a_check_names_what_is_missing_changed_and_added(opened: MainWindow, work: Settle) -> None:
    archive = archive_of(opened)
    held = {record.filename: record for record in archive.catalogue.records.all()}
    paths = {name: archive.originals.path(record.original) for name, record in held.items()}
    for path in paths.values():
        path.chmod(0o644)
    paths[making.FIRST].unlink()
    paths[making.RELEASE].write_text("Spoiled.", encoding="utf-8")
    added = paths[making.SECOND].with_name("stray.txt")
    added.write_text("Nobody's.", encoding="utf-8")
    opened.actions_["verify"].trigger()
    work()
    dialog = child(opened, FoundByCheck)
    assert {(row.what, row.file) for row in dialog.model.rows} == {
        ("missing", str(paths[making.FIRST])), ("changed", str(paths[making.RELEASE])), ("added", str(added)),
    }  # fmt: skip
    assert f"missing\t{held[making.FIRST].id}\t{paths[making.FIRST]}" in dialog.text
    dialog.reject()
    opened.actions_["backups"].trigger()
    work()
    pane = opened.places.keeping.safety
    (check,) = pane.checks.model.rows
    assert not check.sound
    assert pane.checks.model.index(0, 3).data() == "4 checked, 1 missing, 1 changed"
    pane.checks.table.setFocus()
    QTest.keyClick(pane.checks.table, Qt.Key.Key_Return)
    work()
    told = {(row.what, row.record) for row in opened.findChildren(FoundByCheck)[-1].model.rows}
    assert told == {("missing", held[making.FIRST].id), ("changed", held[making.RELEASE].id)}


def test_the_archive_goes_out_as_a_bag_and_comes_in_again(
    opened: MainWindow, id_of: IdOf, tmp_path: Path, work: Settle
) -> None:
    describing.correct(archive_of(opened), id_of(making.LETTER), "access", "restricted")
    opened.actions_["export_bag"].trigger()
    work()
    dialog = child(opened, ExportBag)
    chosen = [dialog.public]
    dialog._public.click()
    chosen.append(dialog.public)
    assert chosen == [False, True]
    dialog.reject()
    opened.safeguarding.export_bag(tmp_path / "public", public=True)
    work()
    assert "One restricted record was left out." in opened.statusBar().currentMessage()
    assert len(list((tmp_path / "public" / "data" / "originals").iterdir())) == 3
    (tmp_path / "bags").mkdir()
    (tmp_path / "bags" / "other.txt").write_text("Other things.", encoding="utf-8")
    opened.safeguarding.export_bag(tmp_path / "bags", public=False)
    work()
    (bag,) = [path for path in (tmp_path / "bags").iterdir() if path.is_dir()]
    opened.safeguarding.import_bag(bag, tmp_path / "new")
    work()
    work()
    assert archive_of(opened).root == tmp_path / "new"
    assert archive_of(opened).catalogue.records.count() == 4


def test_a_damaged_bag_is_told_and_makes_no_archive(opened: MainWindow, tmp_path: Path, work: Settle) -> None:
    opened.safeguarding.export_bag(tmp_path / "bag", public=False)
    work()
    next((tmp_path / "bag" / "data" / "archive" / "originals").glob("*/*")).write_text("Spoiled.", encoding="utf-8")
    opened.safeguarding.import_bag(tmp_path / "bag", tmp_path / "new")
    work()
    assert "is not whole" in child(opened, QMessageBox).text()
    assert not (tmp_path / "new").exists()


def test_a_bag_is_opened_where_no_archive_is(
    window: MainWindow, root: Path, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    window.safeguarding.import_bag(root, tmp_path / "new")
    settle()
    assert "cannot be used" in child(window, QMessageBox).text()
    assert not window.session.busy


# Undo and history ----------------------------------------------------------------------------------------------


def test_one_key_takes_back_whatever_was_changed_last(opened: MainWindow, id_of: IdOf, work: Settle) -> None:
    archive = archive_of(opened)
    first, second = id_of(making.FIRST), id_of(making.SECOND)
    describing.correct(archive, first, "title", "Harvest")
    tagging.change(archive, [first], add=["hearing"])
    deciding.confirm(archive, "supersedes", second, first)
    likenesses.decide(archive, first, second, "different")
    authorities.edit(archive, making.OFFICE.authority or "", "note", "Moved in 2012.")
    told = []
    for _ in range(5):
        opened.actions_["undo"].trigger()
        work()
        told.append(opened.statusBar().currentMessage())
    assert told == [
        "Undone: the body “OSHA Austin Area Office” is as before.",
        "Undone: it is open again whether “Harvest” and “Second memorandum about harvest wages” are the same paper.",
        "Undone: the link from “Second memorandum about harvest wages” to “Harvest” is undecided again.",
        "Undone: “Harvest” no longer has the tag “hearing”.",
        "Undone: “Title” of “Memorandum about harvest wages” is again Memorandum about harvest wages.",
    ]
    assert tagging.of(archive, first) == ()
    opened.actions_["redo"].trigger()
    work()
    assert opened.statusBar().currentMessage() == "Done again: “Title” of “Harvest” is again Harvest."


def test_what_was_changed_in_an_earlier_session_is_undone(
    opened: MainWindow, root: Path, tmp_path: Path, id_of: IdOf, work: Settle
) -> None:
    first = id_of(making.FIRST)
    tagging.change(archive_of(opened), [first], add=["hearing"])
    # What is open already stays open for writing.
    opened.opening.open(root)
    work()
    assert archive_of(opened).writable
    for other in (tmp_path / "other", root):
        opened.opening.open(other) if other == root else opened.opening.create(other, "Other")
        work()
        work()
    assert (archive_of(opened).root, archive_of(opened).writable) == (root, True)
    opened.actions_["undo"].trigger()
    work()
    assert tagging.of(archive_of(opened), first) == ()


def test_the_history_tells_every_change_and_is_narrowed(
    opened: MainWindow, id_of: IdOf, qtbot: QtBot, work: Settle
) -> None:
    archive, first = archive_of(opened), id_of(making.FIRST)
    archive.person = "Ana"
    describing.correct(archive, first, "title", "Harvest")
    archive.person = "Bea"
    tagging.change(archive, [first], add=["hearing"])
    authorities.edit(archive, making.OFFICE.authority or "", "note", "Moved in 2012.")
    backups.back_up(archive)
    opened.actions_["history"].trigger()
    work()
    pane = opened.places.keeping.changes
    types = [row.event.type for row in pane.list.model.rows]
    assert types[:4] == ["backup", "authority changed", "tag", "correction"]
    assert "Note: – → Moved in 2012." in str(pane.list.model.index(1, 4).data())
    assert pane.list.model.index(3, 4).data() == "Title · Memorandum about harvest wages → Harvest"
    pane.by.setCurrentIndex(pane.by.findData("Ana"))
    work()
    assert [row.event.type for row in pane.list.model.rows] == ["correction"]
    pane.by.setCurrentIndex(0)
    pane.kind.setCurrentIndex(pane.kind.findData("safety"))
    work()
    assert {row.event.type for row in pane.list.model.rows} == {"backup"}
    pane.kind.setCurrentIndex(0)
    pane.words.setText("hear")
    qtbot.wait(300)
    work()
    assert [row.event.type for row in pane.list.model.rows] == ["tag"]
    pane.list.table.setFocus()
    QTest.keyClick(pane.list.table, Qt.Key.Key_Return)
    work()
    assert opened.places.standing_at == "records"


def test_a_decision_on_a_pair_is_seen_again_and_taken_back(opened: MainWindow, tmp_path: Path, work: Settle) -> None:
    words = " ".join(f"{word}{at}" for at in range(60) for word in ("harvest", "wages", "office"))
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"{words} {name}", encoding="utf-8")
    accessioning.add(archive_of(opened), [tmp_path / "one.txt", tmp_path / "two.txt"], jobs=0)
    opened.go("keeping")
    work()
    view = opened.places.keeping
    view.pairs.table.setFocus()
    QTest.keyClick(view.pairs.table, Qt.Key.Key_S)
    work()
    assert not view.pairs.model.rows
    view.choice.setCurrentIndex(1)
    work()
    assert [row.verdict for row in view.pairs.model.rows] == ["same"]
    view.open_again.click()
    work()
    view.choice.setCurrentIndex(0)
    work()
    assert [row.verdict for row in view.pairs.model.rows] == [None]
