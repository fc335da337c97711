"""Authority records in the window: found, changed, merged, parted, succeeded, taken from lists; names that wait."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from archive_app.domain.authority import Authority
from archive_app.domain.fact import Party
from archive_app.gui.dialogs.bodies.choose_body import ChooseBody
from archive_app.gui.dialogs.bodies.edit_body import EditBody
from archive_app.gui.dialogs.bodies.import_bodies import ImportBodies
from archive_app.gui.main_window import MainWindow
from archive_app.gui.views.bodies.authorities import AuthoritiesView
from archive_app.services.bodies import authorities
from archive_app.services.description import describing
from tests.gui import making
from tests.gui.looking import archive_of, child

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
AUSTIN = "US-DOL-OSHA/austin-area"
UNKNOWN = "Harvesters United of Travis"
Settle = Callable[[], None]


@pytest.fixture
def view(opened: MainWindow, settle: Settle) -> AuthoritiesView:
    opened.go("authorities")
    settle()
    return opened.places.authorities


@pytest.fixture
def waiting(opened: MainWindow, id_of: Callable[[str], str], settle: Settle) -> AuthoritiesView:
    """With one name that no record has."""
    parties = (making.OFFICE, making.CONSULATE, Party(UNKNOWN, UNKNOWN, None, "civil society"))
    describing.correct_values(archive_of(opened), id_of(making.SECOND), "party", parties)
    opened.go("authorities")
    settle()
    opened.places.authorities.tabs.setCurrentIndex(1)
    return opened.places.authorities


def choose(view: AuthoritiesView, id: str, settle: Settle) -> None:
    view.choose(id)
    settle()
    assert view.details.shown is not None
    assert view.details.shown.authority.id == id


def record(window: MainWindow, id: str) -> Authority:
    return archive_of(window).authorities.records[id]


def test_bodies_are_found_by_any_name(view: AuthoritiesView, qtbot, settle: Settle) -> None:
    assert [card.authority.id for card in view.model.rows] == ["MX-CON-austin", AUSTIN]
    view.field.setText("consulado dallas")
    qtbot.waitUntil(lambda: len(view.model.rows) > 0 and view.model.rows[0].authority.id != "MX-CON-austin")
    settle()
    assert {"MX-CON-dallas"} <= {card.authority.id for card in view.model.rows}


def test_a_record_is_changed_in_a_form(view: AuthoritiesView, opened: MainWindow, settle: Settle) -> None:
    choose(view, AUSTIN, settle)
    QTest.keyClick(view.table, Qt.Key.Key_E)
    form = child(opened, EditBody)
    form.fields["former"].setText("Austin District (1998–2004)")
    form.fields["district"].setText("Travis, Hays")
    assert form.values == {"former": "Austin District (1998–2004)", "district": "Travis, Hays"}
    form.accept()
    settle()
    assert record(opened, AUSTIN).district == "Travis, Hays"
    assert [(one.name, one.first, one.last) for one in record(opened, AUSTIN).former] == [
        ("Austin District", "1998", "2004")
    ]  # fmt: skip
    assert view.details.shown is not None
    assert view.details.shown.own
    view.details.deed_wanted.emit("undo")
    settle()
    assert record(opened, AUSTIN).district is None


def test_a_body_is_merged_into_another(view: AuthoritiesView, opened: MainWindow, settle: Settle) -> None:
    opened.naming.create("LOCAL-twin", {"name": "Twin of the Office", "role": "federal agency"})
    settle()
    choose(view, "LOCAL-twin", settle)
    QTest.keyClick(view.table, Qt.Key.Key_M)
    dialog = child(opened, ChooseBody)
    QTest.keyClicks(dialog.words, AUSTIN)
    assert dialog.chosen == AUSTIN
    dialog.accept()
    settle()
    assert "Twin of the Office" in record(opened, AUSTIN).names
    assert archive_of(opened).authorities.kept("LOCAL-twin") == AUSTIN


def test_a_body_goes_on_as_another_since_a_day(view: AuthoritiesView, opened: MainWindow, settle: Settle) -> None:
    choose(view, "MX-CON-austin", settle)
    QTest.keyClick(view.table, Qt.Key.Key_G)
    dialog = child(opened, ChooseBody)
    dialog.words.setText("MX-CON-dallas")
    dialog.day.setText("2014-03")
    dialog.accept()
    settle()
    told = record(opened, "MX-CON-austin")
    assert (told.successor, told.succeeded_on) == ("MX-CON-dallas", "2014-03")


def test_papers_of_a_body_are_parted_to_another(view: AuthoritiesView, opened, id_of, settle: Settle) -> None:
    choose(view, AUSTIN, settle)
    QTest.keyClick(view.table, Qt.Key.Key_S)
    settle()
    form = child(opened, EditBody)
    form.fields["name"].setText("Austin Field Station")
    form.parts.findItems("Memorandum about harvest wages", Qt.MatchFlag.MatchContains)[0].setCheckState(
        Qt.CheckState.Checked
    )
    assert (form.id, form.chosen_parts) == ("LOCAL-austin-field-station", [id_of(making.FIRST)])
    form.accept()
    settle()
    assert authorities.card(archive_of(opened), "LOCAL-austin-field-station").records == (id_of(making.FIRST),)


def test_a_waiting_name_is_matched_by_a_key(waiting: AuthoritiesView, opened: MainWindow, settle: Settle) -> None:
    assert [row.unknown.name for row in waiting.waiting.rows] == [UNKNOWN]
    QTest.keyClick(waiting.unknown, Qt.Key.Key_M)
    dialog = child(opened, ChooseBody)
    dialog.words.setText("MX-CON-austin")
    dialog.accept()
    settle()
    assert waiting.waiting.rows == []
    assert UNKNOWN in record(opened, "MX-CON-austin").names


def test_a_waiting_name_gets_a_record_of_its_own(waiting: AuthoritiesView, opened: MainWindow, settle: Settle) -> None:
    QTest.keyClick(waiting.unknown, Qt.Key.Key_N)
    form = child(opened, EditBody)
    form.fields["name"].setText("Harvesters United")
    form.accept()
    settle()
    made = record(opened, "LOCAL-harvesters-united")
    assert (made.role, made.names) == ("civil society", (UNKNOWN,))
    assert waiting.waiting.rows == []
    assert waiting.details.shown is not None
    assert waiting.details.shown.authority == made


def test_a_waiting_name_is_set_aside(waiting: AuthoritiesView, settle: Settle) -> None:
    QTest.keyClick(waiting.unknown, Qt.Key.Key_X)
    settle()
    assert waiting.waiting.rows == []


def test_a_list_is_shown_before_it_is_taken_in(view: AuthoritiesView, opened, tmp_path: Path, settle: Settle) -> None:
    file = tmp_path / "bodies.csv"
    file.write_text("name,role,acronyms,colour\nOrchard Workers Hall,union,OWH,red\n,union,XX,\n", encoding="utf-8")
    opened.naming.plan(file)
    settle()
    dialog = child(opened, ImportBodies)
    assert [row.action for row in dialog.model.rows] == ["new", "unclear"]
    assert archive_of(opened).authorities.find("OWH") == ()
    dialog.accept()
    settle()
    assert [one.name for one in archive_of(opened).authorities.find("OWH")] == ["Orchard Workers Hall"]
