"""The arrangement in the window: units made, told of, moved and removed; records placed by drag and by keys; undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit

from archive_app.domain.arrangement import Level
from archive_app.domain.isad import ELEMENTS
from archive_app.gui.dialogs.units.choose_unit import ChooseUnit
from archive_app.gui.dialogs.units.import_units import ImportUnits
from archive_app.gui.dialogs.units.new_unit import NewUnit
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models import wording
from archive_app.gui.models.units import arrangement as model
from archive_app.gui.views.units.arrangement import ArrangementView
from archive_app.services.units import arranging
from tests.gui import making
from tests.gui.looking import archive_of, child

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Settle = Callable[[], None]


@pytest.fixture
def view(opened: MainWindow, settle: Settle) -> ArrangementView:
    opened.go("arrangement")
    settle()
    return opened.places.arrangement


@pytest.fixture
def arranged(opened: MainWindow, id_of: Callable[[str], str], settle: Settle) -> ArrangementView:
    """A fonds with two series; the first agreement stands in the second one."""
    archive = archive_of(opened)
    fonds = arranging.add(archive, Level.FONDS, "Papers of the office", code="OFF")
    arranging.add(archive, Level.SERIES, "Letters", under=fonds.id)
    second = arranging.add(archive, Level.SERIES, "Pacts", under=fonds.id)
    arranging.place(archive, [id_of(making.FIRST)], second.id)
    opened.go("arrangement")
    settle()
    return opened.places.arrangement


def lines(view: ArrangementView) -> list[str]:
    """The tree from top to bottom, each line with its count."""
    held = view.tree.model()

    def below(parent: QModelIndex) -> list[str]:
        return [
            line
            for row in range(held.rowCount(parent))
            for line in (f"{held.index(row, 0, parent).data()} {held.index(row, 1, parent).data()}",
                         *below(held.index(row, 0, parent)))
        ]  # fmt: skip

    return below(QModelIndex())


def choose(view: ArrangementView, title: str) -> None:
    assert view.read
    found = next(one for one in view.read.whole.top.walk() if view.read.title(one) == title)
    view.tree.choose(model.key_of(found))


def test_the_default_is_shown_until_somebody_arranges(view: ArrangementView, settle: Settle) -> None:
    assert lines(view)[0] == "Harvest papers 4"
    assert "Press releases 1" in lines(view)
    assert view.begin.isVisible()
    view.begin.click()
    settle()
    assert lines(view)[0] == "F1 · Harvest papers 4"
    assert not view.begin.isVisible()


def test_a_unit_is_made_told_of_and_removed_by_keys(
    opened: MainWindow, view: ArrangementView, settle: Settle
) -> None:
    QTest.keyClick(view.tree, Qt.Key.Key_N)
    dialog = child(opened, NewUnit)
    QTest.keyClicks(dialog.title_field, "Papers")
    dialog.accept()
    settle()
    assert view.branch
    assert (view.branch.title, view.branch.code) == ("Papers", "F1")
    QTest.keyClick(view.tree, Qt.Key.Key_F2)
    assert opened.focusWidget() is view.form.fields["title"]
    note = view.form.fields["scope_content"]
    note.setFocus()
    QTest.keyClicks(view.form.fields["title"], "Papers of the office")
    QTest.keyClicks(note, "All of it.")
    assert view.form.save.isEnabled()
    QTest.keyClick(note, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    (unit,) = archive_of(opened).catalogue.units.arrangement().units
    assert (unit.title, unit.texts) == ("Papers of the office", (("scope_content", "All of it."),))
    opened.actions_["undo"].trigger()
    settle()
    title = view.form.fields["title"]
    assert isinstance(title, QLineEdit)
    assert title.text() == "Papers"
    QTest.keyClick(view.tree, Qt.Key.Key_Delete)
    settle()
    assert archive_of(opened).catalogue.units.arrangement().units == ()
    opened.actions_["undo"].trigger()
    settle()
    assert lines(view)[0] == "F1 · Papers 4"


def test_what_is_typed_is_kept_when_another_unit_is_chosen(
    opened: MainWindow, arranged: ArrangementView, settle: Settle
) -> None:
    choose(arranged, "Letters")
    field = arranged.form.fields["note"]
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("From the desk.")
    choose(arranged, "Pacts")
    settle()
    units = archive_of(opened).catalogue.units.arrangement().units
    assert units[1].text("note") == "From the desk."
    assert field.toPlainText() == ""


def test_what_cannot_be_is_told_and_put_back(
    opened: MainWindow, arranged: ArrangementView, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(opened, "tell", lambda fault: told.append(str(fault)))
    choose(arranged, "Letters")
    level = arranged.form.fields["level"]
    assert isinstance(level, QComboBox)
    level.setCurrentIndex(level.findData("fonds"))
    arranged.form.keep()
    settle()
    assert "cannot stand under" in told[0]
    assert level.currentData() == "series"


def test_records_are_dropped_on_units_and_taken_out(
    opened: MainWindow, arranged: ArrangementView, id_of: Callable[[str], str], settle: Settle
) -> None:
    release = id_of(making.RELEASE)
    choose(arranged, "Press releases")
    settle()
    arranged.tabs.setCurrentIndex(1)
    arranged.records.selectRow(0)
    dragged = arranged.model.mimeData(arranged.records.selectionModel().selectedRows())
    choose(arranged, "Letters")
    assert arranged.branch
    arranged.tree.take(dragged, arranged.branch)
    settle()
    placed = archive_of(opened).catalogue.units.arrangement().placed
    assert placed[release] == arranged.branch.unit.id  # type: ignore[union-attr]
    assert [row.id for row in arranged.model.rows] == [release]
    arranged.records.selectRow(0)
    arranged.records.setFocus()
    QTest.keyClick(arranged.records, Qt.Key.Key_X)
    settle()
    assert release not in archive_of(opened).catalogue.units.arrangement().placed


def test_records_are_placed_by_the_keyboard_from_the_list_too(
    opened: MainWindow, arranged: ArrangementView, id_of: Callable[[str], str], settle: Settle
) -> None:
    opened.open_record(id_of(making.RELEASE))
    settle()
    opened.actions_["place"].trigger()
    settle()
    dialog = child(opened, ChooseUnit)
    QTest.keyClicks(dialog.words, "lett")
    assert [one.title for one in dialog.model.rows] == ["Letters"]
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    settle()
    said = [label.text() for label in opened.places.records.pane.description.file.findChildren(QLabel)]
    assert "OFF Papers of the office › 01 Letters" in said
    held = archive_of(opened).catalogue.units.arrangement()
    assert held.by_id[held.placed[id_of(making.RELEASE)]].title == "Letters"


def test_units_change_places_by_keys_and_by_drag(
    opened: MainWindow, arranged: ArrangementView, settle: Settle
) -> None:
    choose(arranged, "Pacts")
    QTest.keyClick(arranged.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert lines(arranged)[:3] == ["OFF · Papers of the office 4", "02 · Pacts 1", "01 · Letters 0"]
    assert arranged.branch
    assert arranged.branch.title == "Pacts"
    file = arranging.add(archive_of(opened), Level.FILE, "Austin", under=3)
    arranged.refresh()
    settle()
    choose(arranged, "Austin")
    dragged = arranged.tree.model().mimeData([arranged.tree.currentIndex()])
    choose(arranged, "Letters")
    assert arranged.branch
    arranged.tree.take(dragged, arranged.branch)
    settle()
    moved = archive_of(opened).catalogue.units.get(file.id)
    assert moved
    assert moved.parent == 2
    choose(arranged, "Austin")
    QTest.keyClick(arranged.tree, Qt.Key.Key_M)
    dialog = child(opened, ChooseUnit)
    assert [one.title for one in dialog.model.rows] == ["Papers of the office", "Pacts", "Letters"]
    dialog.reject()


def test_a_spreadsheet_is_shown_before_anything_is_made(
    opened: MainWindow, view: ArrangementView, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "units.csv").write_text("reference code,title,notes\nMX,Papeles,x\nMX/1,Cartas,\nQ/2,,\n", "utf-8")
    opened.arranging.plan(tmp_path / "units.csv")
    settle()
    dialog = child(opened, ImportUnits)
    assert [row.state for row in dialog.model.rows] == ["changed", "changed", "failed"]
    dialog.accept()
    settle()
    assert lines(view)[:2] == ["MX · Papeles 4", "1 · Cartas 0"]


def test_every_element_has_a_field_with_its_number_and_both_names(arranged: ArrangementView) -> None:
    assert list(arranged.form.fields) == list(ELEMENTS)
    told = arranged.form.fields["archival_history"].accessibleDescription()
    assert "3.2.3" in told
    assert "Archival history" in told
    assert "Historia archivística" in told


def test_what_is_computed_or_said_above_stands_below_the_fields(
    opened: MainWindow, arranged: ArrangementView, id_of: Callable[[str], str], settle: Settle
) -> None:
    arranging.change(archive_of(opened), 1, texts={"access_conditions": "By appointment."})
    arranged.refresh()
    settle()
    choose(arranged, "Pacts")
    settle()
    assert arranged.form.computed("extent") == f"Counted: 1 record, 2 pages ({id_of(making.FIRST)}: 2)"
    assert arranged.form.computed("access_conditions") == "Said of OFF: By appointment."
    assert arranged.form.computed("dates") == f"From the records: 8 March 2012 ({id_of(making.FIRST)})"


def test_the_sidebar_counts_what_no_unit_holds(opened: MainWindow, arranged: ArrangementView, settle: Settle) -> None:
    assert opened.sidebar._buttons["arrangement"]._count == "3"


def test_a_history_names_the_unit_and_its_element(arranged: ArrangementView) -> None:
    assert wording.field_name("unit 3 scope_content") == "Unit 3: Scope and content"
    assert wording.field_name("unit") == "Unit"
