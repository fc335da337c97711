"""The form of a record: its fields by kind, edited one after the other by keys alone; bodies found by any name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.domain.authority import Authority, AuthorityFile, FormerName
from archive_app.domain.dates import Duration
from archive_app.domain.fact import Party, Relation, Signatory, Source
from archive_app.gui import language
from archive_app.gui.dialogs.bodies.choose_body import ChooseBody
from archive_app.gui.dialogs.bodies.edit_body import EditBody
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models import wording
from archive_app.gui.models.bodies.bodies_found import Finder
from archive_app.gui.models.description.facts import FactRow, FactsModel
from archive_app.gui.views.description.field_editor import FieldEditor
from archive_app.gui.views.description.value_editor import ValueEditor
from tests.gui import making
from tests.gui.looking import archive_of, child, held, panel

#: The platform without a display says so of dialogs with a least size, and of lists that drop down.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
Settle = Callable[[], None]


def go_to(window: MainWindow, field: str) -> FieldEditor:
    """Chooses a field in the list and opens it, as Enter does."""
    shown = panel(window)
    shown.facts.setCurrentIndex(shown._model.find_row(FactRow("", field)))
    shown.facts.setFocus()
    QTest.keyClick(shown.facts, Qt.Key.Key_Return)
    assert shown.editor.isVisible()
    assert shown.editor.row.field == field
    return shown.editor


def line_of(editor: FieldEditor) -> QWidget:
    return editor.editor.lines[0]


def type_over(editor: FieldEditor, words: str) -> None:
    line = line_of(editor)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, words)


def fields_of(window: MainWindow) -> list[str]:
    model = panel(window).facts.model()
    assert isinstance(model, FactsModel)
    return [row.field for row in model._rows if row.field]


def test_each_kind_shows_the_fields_of_its_form(first: MainWindow, id_of, settle: Settle) -> None:
    assert {"term", "notice_period", "signatory", "governing_law"} <= set(fields_of(first))
    assert "sender" not in fields_of(first)
    first.open_record(id_of(making.LETTER))
    settle()
    assert fields_of(first)[:4] == ["sender", "recipient", "issued_date", "subject"]
    assert "term" not in fields_of(first)
    first.open_record(id_of(making.RELEASE))
    settle()
    assert {"issuer", "issued_date", "place", "reference_number"} <= set(fields_of(first))


def test_a_row_tells_the_value_as_written_and_as_normalised(first: MainWindow) -> None:
    model = panel(first)._model
    row = model.row(model.find_row(FactRow("", "agreement_date")))
    assert row is not None
    assert (row.text, row.written) == ("8 March 2012", "“March 8, 2012”")
    assert "page 1" in row.detail
    title = model.row(model.find_row(FactRow("", "title")))
    assert title is not None
    assert title.written == ""
    assert "ISAD(G) 3.1.3, Dates; Dublin Core element “date”" in row.help
    language.speak("es")
    assert (row.text, "«date» de Dublin Core" in row.help) == ("8 de marzo de 2012", True)


def test_fields_are_edited_one_after_the_other_by_keys_alone(first: MainWindow, settle: Settle) -> None:
    editor = go_to(first, "effective_date")
    type_over(editor, "2012-04")
    assert editor._told.text() == "April 2012"
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return)
    settle()
    fact = held(first, "effective_date")[0]
    assert (fact.value, fact.source) == ("2012-04", Source.PERSON)
    assert (editor.isVisible(), editor.row.field) == (True, "expiration_date")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Tab)
    assert editor.row.field == "term"
    type_over(editor, "18 meses")
    assert editor._told.text() == "18 months"
    QTest.keyClick(line_of(editor), Qt.Key.Key_Backtab)
    settle()
    assert held(first, "term")[0].value == Duration(18, "months")
    assert editor.row.field == "expiration_date"
    QTest.keyClick(line_of(editor), Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert panel(first).facts.hasFocus()
    first.correcting.undo()
    settle()
    assert held(first, "term")[0].value == Duration(2, "years")


def test_undo_in_the_next_line_takes_the_correction_back(first: MainWindow, settle: Settle) -> None:
    before = held(first, "effective_date")
    editor = go_to(first, "effective_date")
    type_over(editor, "2012-04")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return)
    settle()
    assert (held(first, "effective_date")[0].value, editor.row.field) == ("2012-04", "expiration_date")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert held(first, "effective_date") == before


def test_undo_in_a_line_that_was_typed_in_takes_back_what_was_typed(first: MainWindow, settle: Settle) -> None:
    before = held(first, "effective_date")
    editor = go_to(first, "effective_date")
    line = editor.editor.text
    stood = line.text()
    QTest.keyClicks(line, "2012-04")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert (line.text(), held(first, "effective_date")) == (stood, before)


def test_the_evidence_is_shown_of_the_field_that_is_edited(first: MainWindow, settle: Settle) -> None:
    editor = go_to(first, "effective_date")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Tab)
    QTest.keyClick(line_of(editor), Qt.Key.Key_Tab)
    assert editor.row.field == "term"
    assert first.places.records.pane.page.canvas.page == 2
    assert panel(first).card._quote.text() == "“two years”"


def test_what_cannot_be_a_value_stays_in_its_line_and_is_told(first: MainWindow, settle: Settle) -> None:
    language.speak("es")
    editor = go_to(first, "term")
    type_over(editor, "algun tiempo")
    settle()
    assert editor._fault.text().startswith("«algun tiempo» no es un plazo")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return)
    assert (editor.isVisible(), editor.row.field) == (True, "term")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Escape)
    settle()
    assert held(first, "term")[0].source is Source.READING


def test_a_date_in_words_is_read(first: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    editor = go_to(first, "effective_date")
    type_over(editor, "8 de abril de 2012")
    qtbot.waitUntil(lambda: editor._told.text() == "8 April 2012", timeout=20_000)
    assert editor._fault.text() == ""
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert held(first, "effective_date")[0].value == "2012-04-08"
    assert not editor.isVisible()


def test_where_there_is_little_room_the_editor_has_it(first: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    first.resize(first.minimumSize())
    settle()
    editor = go_to(first, "signatory")
    shown = panel(first)
    assert (shown.header.isVisible(), shown.tags.isVisible(), shown.card.isVisible()) == (False, False, False)
    seen = shown.facts.viewport().rect
    qtbot.waitUntil(lambda: seen().intersects(shown.facts.visualRect(shown.facts.currentIndex())))
    QTest.keyClick(line_of(editor), Qt.Key.Key_Escape)
    assert (shown.header.isVisible(), shown.tags.isVisible(), shown.card.isVisible()) == (True, True, True)


def test_a_field_of_which_nothing_is_known_is_filled_and_one_more_value_added(
    first: MainWindow, settle: Settle
) -> None:
    editor = go_to(first, "place")
    QTest.keyClicks(line_of(editor), "Austin, TX")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    QTest.keyClick(panel(first).facts, Qt.Key.Key_A)
    QTest.keyClicks(line_of(editor), "Dallas, TX")
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [fact.value for fact in held(first, "place")] == ["Austin, TX", "Dallas, TX"]


def test_what_was_typed_is_kept_when_another_record_is_opened(first: MainWindow, id_of, settle: Settle) -> None:
    editor = go_to(first, "term")
    type_over(editor, "5 years")
    first.open_record(id_of(making.RELEASE))
    settle()
    assert not editor.isVisible()
    first.open_record(id_of(making.FIRST))
    settle()
    assert held(first, "term")[0].value == Duration(5, "years")


def test_a_signatory_keeps_what_was_not_typed_anew(first: MainWindow, settle: Settle) -> None:
    editor = go_to(first, "signatory")
    person = editor.editor.person
    person.body.put("OSHA")
    person.day.setText("2012-03-08")
    QTest.keyClick(person.day, Qt.Key.Key_Tab)
    settle()
    assert held(first, "signatory")[0].value == Signatory("Calvin Stroud", "Area Director", "OSHA", "2012-03-08")


def test_a_body_is_offered_by_any_name_while_it_is_typed(first: MainWindow, settle: Settle) -> None:
    editor = go_to(first, "party")
    line = editor.editor.body
    type_over(editor, "OSHA")
    offered = line._texts.stringList()
    assert offered[0].startswith("Occupational Safety and Health Administration")
    line._took(line._texts.index(0))
    assert "US-DOL-OSHA" in editor._told.text()
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    settle()
    values = [fact.value for fact in held(first, "party")]
    assert [value.authority for value in values if isinstance(value, Party)] == ["US-DOL-OSHA", "MX-CON-austin"]


def test_a_body_that_is_not_there_is_made_on_the_way(first: MainWindow, settle: Settle) -> None:
    editor = go_to(first, "party")
    type_over(editor, "Union of Onion Pickers")
    assert "No body is called so" in editor._told.text()
    QTest.keyClick(line_of(editor), Qt.Key.Key_F4)
    chooser = child(first, ChooseBody)
    assert chooser.words.text() == "Union of Onion Pickers"
    assert chooser.chosen == ""
    chooser.new.click()
    form = child(first, EditBody)
    assert form.fields["name"].text() == "Union of Onion Pickers"
    form.accept()
    settle()
    assert editor.editor.values == (
        Party("Union of Onion Pickers", "Union of Onion Pickers", "LOCAL-union-of-onion-pickers", "civil society"),
    )
    QTest.keyClick(line_of(editor), Qt.Key.Key_Return)
    settle()
    assert archive_of(first).authorities.get("LOCAL-union-of-onion-pickers")
    ids = [fact.value.authority for fact in held(first, "party") if isinstance(fact.value, Party)]
    assert ids == ["LOCAL-union-of-onion-pickers", "MX-CON-austin"]


# Parts ---------------------------------------------------------------------------------------------------------

BODIES = AuthorityFile.of([
    Authority("US-DOL", "Department of Labor", "federal agency", acronyms=("DOL",)),
    Authority("US-DOL-WHD", "Wage and Hour Division", "federal agency", acronyms=("WHD",), parent="US-DOL",
              name_es="División de Horas y Salarios"),
    Authority("US-DOL-WHD/dallas", "Dallas District Office", "federal agency", parent="US-DOL-WHD",
              former=(FormerName("Fort Worth Sub-Office", None, "2004"),)),
    Authority("MX-CON-dallas", "Consulate General of Mexico in Dallas", "consulate", names=("Consulmex Dallas",)),
])  # fmt: skip


@pytest.mark.parametrize(
    ("words", "first", "told"),
    [
        ("whd", "US-DOL-WHD", "acronym WHD"), ("horas y salarios", "US-DOL-WHD", "in Spanish: "),
        ("fort worth", "US-DOL-WHD/dallas", "formerly Fort Worth"), ("consulmex", "MX-CON-dallas", "also Consulmex"),
        ("DALLAS", "US-DOL-WHD/dallas", ""), ("us-dol-whd/d", "US-DOL-WHD/dallas", "identifier "),
    ],
)  # fmt: skip
def test_a_body_is_found_by_any_name(words: str, first: str, told: str) -> None:
    found = Finder(BODIES).find(words)
    assert found[0].body.id == first
    assert found[0].told.startswith(told)
    assert bool(found[0].told) == bool(told)


def test_a_body_is_told_with_what_it_is_part_of() -> None:
    finder = Finder(BODIES)
    assert finder.find("Dallas District")[0].path == "DOL › WHD"
    assert [found.body.id for found in finder.find("", ["US-DOL", "nobody"])] == ["US-DOL"]
    assert finder.find("whd", but="US-DOL-WHD")[0].body.id == "US-DOL-WHD/dallas"
    assert finder.find("no such body") == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "report"), ("title", "On wages"), ("issued_date", "2014-05"), ("term", Duration(1.5, "years")),
        ("party", making.OFFICE), ("issuer", "An office"), ("expiration_date", "perpetual"),
        ("renewal", "mutual"), ("renewal", "automatic"),
        ("signatory", Signatory("Ana Ríos", "Consul", "SRE", "2014-05-01")), ("term", None), ("kind", None),
        ("relation", Relation("renews", "An alliance", "2011-08-29", ("OSHA",))), ("relation", None), ("party", None),
        ("signatory", None), ("issuer", None),
    ],
)  # fmt: skip
def test_every_value_comes_back_as_it_was_given(opened: MainWindow, field, value) -> None:
    editor = ValueEditor(archive_of(opened).authorities)
    editor.ask(field, value)
    (given,) = editor.values
    if isinstance(given, Party) and isinstance(value, Party):
        assert given.authority == value.authority
    else:
        assert given == value


def test_every_field_is_helped_in_both_languages() -> None:
    for code in language.LANGUAGES:
        language.speak(code)
        assert all("ISAD(G) 3." in wording.field_help(field) for field in ("title", "party", "scope_content", "tags"))
        assert all(language.knows(f"field_help.{field}") for field in ("title", "party", "scope_content", "tags"))
