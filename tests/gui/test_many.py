"""Many records described at once: changed, given a template, described from a sheet; told first, undone as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from archive_app.domain.dates import Duration
from archive_app.gui import language
from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.dialogs.description.apply_template import ApplyTemplate
from archive_app.gui.dialogs.description.bulk_edit import BulkEdit
from archive_app.gui.dialogs.description.description_sheet import DescriptionSheet
from archive_app.gui.dialogs.description.save_template import SaveTemplate
from archive_app.gui.dialogs.description.templates import Templates
from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.change_list import ChangeList
from archive_app.services import records
from archive_app.services.description import tagging, templates
from tests import builders
from tests.gui import making
from tests.gui.looking import archive_of, child
from tests.gui.test_access import nameless

#: The platform without a display says so of dialogs with a least size, and of lists that drop down.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
Settle = Callable[[], None]
IdOf = Callable[[str], str]
OK = QDialogButtonBox.StandardButton.Ok


def values(window: MainWindow, record: str, field: str) -> list[object]:
    described = records.described(archive_of(window), record)
    return [fact.value for fact in described.description.by_field.get(field, ())]


def choose_all(window: MainWindow) -> list[str]:
    """Every record in the list."""
    window.places.records.list.selectAll()
    return window.places.records.chosen_records


def told(shown: ChangeList) -> list[tuple[str, str, str]]:
    return [(row.title, row.before, row.after) for row in shown.rows if row.changes]


def ask_bulk(window: MainWindow, field: str, deed: str) -> BulkEdit:
    window.actions_["bulk_edit"].trigger()
    dialog = child(window, BulkEdit)
    dialog.field.setCurrentIndex(dialog.field.findData(field))
    dialog.deed.setCurrentIndex(dialog.deed.findData(deed))
    return dialog


def test_many_records_are_changed_as_one_and_taken_back_as_one(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    chosen = choose_all(opened)
    dialog = ask_bulk(opened, "access", "set")
    assert not dialog._buttons.button(OK).isEnabled()
    assert (dialog.list.told.text(), dialog.list.fault.text()) == (language.tr("bulk.no_value"), "")
    dialog.value.choice.setCurrentIndex(dialog.value.choice.findData("restricted"))
    settle()
    assert len(told(dialog.list)) == len(chosen) == 4
    assert ("Office tells of overtime", "–", "Restricted") in told(dialog.list)
    assert dialog._buttons.button(OK).text() == "Change 4 records"
    assert values(opened, chosen[0], "access") == []
    dialog.accept()
    settle()
    assert all(values(opened, id, "access") == ["restricted"] for id in chosen)
    assert opened.statusBar().currentMessage().startswith("4 records changed")
    assert not opened.session.busy
    opened.actions_["undo"].trigger()
    settle()
    assert all(values(opened, id, "access") == [] for id in chosen)


def test_what_stays_as_it_is_is_not_counted_and_can_be_shown(opened: MainWindow, settle: Settle) -> None:
    choose_all(opened)
    dialog = ask_bulk(opened, "language", "set")
    dialog.value.choice.setCurrentIndex(dialog.value.choice.findData("en"))
    settle()
    assert [row[1:] for row in told(dialog.list)] == [("Spanish", "English")]
    assert dialog.list.model.rowCount() == 1
    assert dialog.list.told.text() == "1 of 4 would change"
    dialog.list.same.setChecked(True)
    assert dialog.list.model.rowCount() == 4
    dialog.only_empty.setChecked(True)
    settle()
    assert told(dialog.list) == []
    assert not dialog._buttons.button(OK).isEnabled()


def test_a_body_is_added_to_many_by_any_name_and_tags_too(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    choose_all(opened)
    dialog = ask_bulk(opened, "party", "add")
    dialog.value.body.put("OSHA")
    settle()
    assert len(told(dialog.list)) == 4
    dialog.accept()
    settle()
    (party,) = values(opened, id_of(making.LETTER), "party")
    assert getattr(party, "authority", None) == "US-DOL-OSHA"
    assert len(opened.places.records.chosen_records) == 4  # they stay chosen for what is to be done next
    dialog = ask_bulk(opened, "tags", "add")
    dialog.value.text.setText("to quote; heat")
    settle()
    dialog.accept()
    settle()
    assert tagging.of(archive_of(opened), id_of(making.LETTER)) == ("heat", "to quote")


def test_a_value_that_cannot_be_is_told_in_the_language(opened: MainWindow, settle: Settle) -> None:
    language.speak("es")
    choose_all(opened)
    dialog = ask_bulk(opened, "issued_date", "set")
    dialog.value.text.setText("algún día")
    settle()
    assert dialog.list.fault.text().startswith("«algún día» no es una fecha")
    assert not dialog._buttons.button(OK).isEnabled()
    dialog.deed.setCurrentIndex(dialog.deed.findData("clear"))
    settle()
    assert dialog.list.fault.text() == ""
    assert len(told(dialog.list)) == 2


def test_what_changed_while_the_dialog_stood_open_is_not_written_over(
    opened: MainWindow, id_of: IdOf, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_all(opened)
    dialog = ask_bulk(opened, "title", "set")
    dialog.value.text.setText("The same for all")
    settle()
    opened.correcting.set(id_of(making.RELEASE), "title", None, ("Another's title",))
    settle()
    faults: list[str] = []
    monkeypatch.setattr(opened, "tell", lambda fault: faults.append(language.sentence(fault)))
    opened.operations.refused.connect(lambda fault: faults.append(language.sentence(fault)))
    dialog.accept()
    settle()
    assert faults
    assert "changed since" in faults[0]
    assert values(opened, id_of(making.RELEASE), "title") == ["Another's title"]


# Templates -----------------------------------------------------------------------------------------------------


def keep_template(window: MainWindow, settle: Settle, name: str = "Austin") -> None:
    window.actions_["save_template"].trigger()
    settle()
    dialog = child(window, SaveTemplate)
    dialog.words.setText(name)
    dialog.accept()
    settle()


def test_a_template_is_kept_and_given_to_others(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    opened.open_record(id_of(making.FIRST))
    settle()
    opened.actions_["save_template"].trigger()
    settle()
    dialog = child(opened, SaveTemplate)
    assert not dialog._buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
    assert set(dialog.fields) == {"kind", "language", "term", "party"}
    dialog.words.setText("Austin")
    dialog.accept()
    settle()
    opened.open_record(id_of(making.LETTER))
    settle()
    opened.actions_["apply_template"].trigger()
    settle()
    asked = child(opened, ApplyTemplate)
    settle()
    fields = {row.field for row in asked.list.rows if row.changes}
    assert fields == {"term", "party"}
    asked.all.setChecked(True)
    settle()
    assert {row.field for row in asked.list.rows if row.changes} == {"term", "party", "kind", "language"}
    asked.only_empty.setChecked(True)
    settle()
    asked.accept()
    settle()
    letter = id_of(making.LETTER)
    assert values(opened, letter, "term") == [Duration(2, "years")]
    assert values(opened, letter, "kind") == ["correspondence"]
    assert len(values(opened, letter, "party")) == 2
    opened.actions_["undo"].trigger()
    settle()
    assert values(opened, letter, "party") == []


def test_a_name_that_is_taken_replaces_what_it_stood_for(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    keep_template(opened, settle)
    opened.actions_["save_template"].trigger()
    settle()
    dialog = child(opened, SaveTemplate)
    dialog.words.setText("AUSTIN")
    assert dialog.replaces
    assert dialog._buttons.button(QDialogButtonBox.StandardButton.Save).text() == "Replace it"
    for at in range(1, dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Unchecked)
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    settle()
    (kept,) = templates.listing(archive_of(opened))
    assert (kept.name, len(kept.values)) == ("AUSTIN", 1)


def test_templates_are_renamed_and_deleted(opened: MainWindow, settle: Settle) -> None:
    keep_template(opened, settle)
    opened.actions_["templates"].trigger()
    settle()
    dialog = child(opened, Templates)
    assert dialog.model.rowCount() == 1
    opened.describing._ask_name(dialog, dialog.model.rows[0])
    asking = dialog.findChild(AskWords)
    assert asking is not None
    assert isinstance(asking.field, QLineEdit)
    asking.field.setText("Texas")
    asking.accept()
    settle()
    assert [one.name for one in dialog.model.rows] == ["Texas"]
    dialog.delete.click()
    settle()
    assert dialog.model.rowCount() == 0
    assert dialog._stack.currentIndex() == 1
    dialog.reject()
    opened.actions_["undo"].trigger()
    settle()
    assert [one.name for one in templates.listing(archive_of(opened))] == ["Texas"]


# Spreadsheets --------------------------------------------------------------------------------------------------


def test_a_spreadsheet_is_mapped_looked_at_written_and_undone(
    opened: MainWindow, id_of: IdOf, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [
        ["File", "Heading", "Fecha", "Remarks"],
        [making.RELEASE, "Overtime told of", "2015-10", "on the shelf"],
        [making.LETTER, "", "some day", ""],
        ["lost.pdf", "Lost", "", ""],
        [making.FIRST, "", "", ""],
    ]
    opened.describing.look_at(builders.make_xlsx(tmp_path / "list.xlsx", {"List": rows}))
    qtbot.waitUntil(lambda: opened.findChild(DescriptionSheet) is not None, timeout=20_000)
    dialog = child(opened, DescriptionSheet)
    assert dialog.mapping == {"File": "file", "Heading": "", "Fecha": "issued_date", "Remarks": ""}
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=20_000)
    heading = dialog.columns["Heading"]
    heading.setCurrentIndex(heading.findData("title"))
    qtbot.waitUntil(lambda: dialog.plan is not None and "title" in str(dialog.plan.rows), timeout=20_000)
    release = [(row.field, row.after) for row in dialog.list.rows if row.number == 2]
    assert release == [("title", "Overtime told of"), ("issued_date", "October 2015")]
    assert [row.number for row in dialog.list.rows if row.problem] == [3, 4]
    assert dialog.list.told.text().startswith("4 rows: 1 would change a record, 1 changes nothing, 2 with something")
    dialog.accept()
    settle()
    record = id_of(making.RELEASE)
    assert values(opened, record, "title") == ["Overtime told of"]
    assert values(opened, record, "issued_date") == ["2015-10"]
    opened.actions_["undo"].trigger()
    settle()
    assert values(opened, record, "title") == ["Office tells of overtime"]


def test_columns_that_cannot_be_are_told_and_can_be_mended(
    opened: MainWindow, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text("Paper;Title\nrelease.txt;Told\n", encoding="utf-8")
    opened.describing.look_at(tmp_path / "list.csv")
    qtbot.waitUntil(lambda: opened.findChild(DescriptionSheet) is not None, timeout=20_000)
    dialog = child(opened, DescriptionSheet)
    qtbot.waitUntil(lambda: "no column that names records" in dialog.list.fault.text(), timeout=20_000)
    assert not dialog._buttons.button(OK).isEnabled()
    paper = dialog.columns["Paper"]
    paper.setCurrentIndex(paper.findData("file"))
    qtbot.waitUntil(lambda: dialog._buttons.button(OK).isEnabled(), timeout=20_000)
    assert dialog.list.fault.text() == ""


def test_the_menu_leads_to_the_form(opened: MainWindow, id_of: IdOf, settle: Settle) -> None:
    opened.go("agreements")
    settle()
    opened.open_record(id_of(making.FIRST))
    settle()
    opened.actions_["describe"].trigger()
    editor = opened.places.records.pane.description.editor
    assert (editor.isVisible(), editor.row.field) == (True, "title")


def test_every_control_of_the_form_has_a_name(opened: MainWindow) -> None:
    editor = opened.places.records.pane.description.editor
    opened.actions_["describe"].trigger()
    for field in ("kind", "party", "signatory", "relation", "title"):
        editor.editor.ask(field, None)
        assert nameless(editor) == [], field
