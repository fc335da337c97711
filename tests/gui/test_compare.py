"""What changed between two papers of a chain, side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton

from archive_app.domain.comparing import Change
from archive_app.gui.dialogs.sharing.compare import Compare
from archive_app.gui.language import tr
from archive_app.gui.main_window import MainWindow
from tests.gui import making
from tests.gui.looking import child, record_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dialog(opened: MainWindow, settle) -> Compare:
    """Opened as a person opens it: from the details of the later agreement."""
    opened.go("agreements")
    settle()
    opened.places.agreements.table.selectRow(1)
    buttons = opened.places.agreements.details.findChildren(QPushButton)
    next(one for one in buttons if one.text() == tr("agreements.compare")).click()
    settle()
    return child(opened, Compare)


def test_two_papers_stand_side_by_side_with_their_changes(dialog: Compare, id_of) -> None:
    assert dialog.compared is not None
    told = dialog.compared.comparison
    assert (told.earlier, told.later) == (id_of(making.FIRST), id_of(making.SECOND))
    assert [str(one.change) for one in told.changes] == ["changed", "removed"]
    page = dialog.text.toHtml()
    assert "line-through" in page
    assert "underline" in page
    assert "August 31, 2018" in dialog.text.toPlainText()
    assert dialog.earlier.currentData() == id_of(making.FIRST)


def test_only_what_changed_and_from_change_to_change(dialog: Compare) -> None:
    dialog.only.setChecked(True)
    assert capital_of("same") not in dialog.text.toPlainText()
    dialog.go(1)
    assert dialog._at == 0
    dialog.go(-1)
    assert dialog.compared is not None
    changes = sum(one.change is not Change.SAME for one in dialog.compared.comparison.changes)
    assert dialog._at == changes - 1


def capital_of(change: str) -> str:
    return tr(f"change.{change}").capitalize()


def test_a_page_of_either_is_opened_by_a_click(dialog: Compare, opened: MainWindow, id_of, settle) -> None:
    dialog.text.anchorClicked.emit(QUrl(f"{id_of(making.FIRST)}/2"))
    settle()
    assert record_of(opened).id == id_of(making.FIRST)
    assert opened.places.records.pane.page.number == 2


def test_the_comparison_is_saved_as_a_page(opened: MainWindow, id_of, tmp_path: Path, settle) -> None:
    opened.comparing.export(id_of(making.FIRST), id_of(making.SECOND), tmp_path / "changes.html")
    settle()
    assert "August 31, 2018" in (tmp_path / "changes.html").read_text(encoding="utf-8")


def test_an_agreement_leads_to_its_links(opened: MainWindow, id_of, settle) -> None:
    opened.open_links([id_of(making.SECOND)])
    settle()
    assert opened.places.currentWidget() is opened.places.links
    found = {row.link.record: row.link.type for row in opened.places.links.model.rows}
    assert found == {id_of(making.SECOND): "renews", id_of(making.RELEASE): "announces"}
