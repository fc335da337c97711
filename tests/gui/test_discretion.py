"""Restricted records are out of sight in every list until one switch shows them; exports never have them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView

from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.table import NOWHERE
from archive_app.gui.views.frame.sidebar import PLACES
from archive_app.services.description import describing, noting
from tests.gui import making
from tests.gui.looking import archive_of

Settle = Callable[[], None]
IdOf = Callable[[str], str]


@pytest.fixture
def secret(opened: MainWindow, id_of: IdOf, settle: Settle) -> str:
    """The second agreement is restricted."""
    id = id_of(making.SECOND)
    describing.correct(archive_of(opened), id, "access", "restricted")
    noting.add(archive_of(opened), id, "Names of workers.")
    opened.session.changed.emit()
    settle()
    return id


def told(window: MainWindow) -> str:
    """Every text of every table that is made."""
    lines = []
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount(NOWHERE) if model else 0):
            lines += [str(model.index(row, column).data()) for column in range(6)]
    return "\n".join(lines)


def test_a_restricted_record_is_in_no_place_until_it_is_shown(
    opened: MainWindow, secret: str, settle: Settle
) -> None:
    title = "Second memorandum about harvest wages"
    for place in PLACES:
        opened.go(place)
        settle()
        assert title not in told(opened), place
    opened.safeguarding.show("changes")
    settle()
    assert title not in told(opened)
    assert secret not in {row.event.record for row in opened.places.keeping.changes.list.model.rows}
    assert opened.places.agreements.model.rowCount() == 1
    strip = opened.discretion_strip
    assert strip.isVisible()
    assert strip.told.text() == "One restricted record is in no list, search or timeline now."
    strip.switch.click()
    settle()
    assert strip.told.text() == "One restricted record is shown. It stays out of every export."
    for place in ("records", "agreements"):
        opened.go(place)
        settle()
        assert title in told(opened), place
    opened.actions_["show_restricted"].trigger()
    settle()
    assert opened.places.records.model.rowCount() == 3


def test_a_search_does_not_find_it_nor_count_it(opened: MainWindow, secret: str, settle: Settle) -> None:
    opened.search.put("harvest")
    settle()
    answer = opened.places.records.answer
    assert answer is not None
    assert (answer.total, secret in {hit.record for hit in answer.hits}) == (1, False)
    assert sum(answer.facets["kind"].values()) == 1
    opened.discretion.turn()
    settle()
    answer = opened.places.records.answer
    assert answer is not None
    assert answer.total == 2


@pytest.mark.parametrize("shown", [False, True])
def test_exports_count_what_they_lack_however_it_is_looked_at(
    opened: MainWindow, secret: str, tmp_path: Path, settle: Settle, shown: bool
) -> None:
    opened.discretion.show_restricted(shown)
    settle()
    opened.exporting.export("json", tmp_path / "all.json")
    settle()
    text = (tmp_path / "all.json").read_text(encoding="utf-8")
    assert "Second memorandum" not in text
    assert '"restricted_left_out": 1' in text


def test_an_archive_opens_without_them(opened: MainWindow, secret: str, tmp_path: Path, settle: Settle) -> None:
    root = archive_of(opened).root
    opened.discretion.show_restricted(True)
    settle()
    seen = [opened.session.discreet]
    opened.opening.create(tmp_path / "other", "Other")
    settle()
    settle()
    assert opened.discretion_strip.isHidden()
    opened.opening.open(root)
    settle()
    assert [*seen, opened.session.discreet] == [False, True]
    assert opened.discretion_strip.isVisible()
