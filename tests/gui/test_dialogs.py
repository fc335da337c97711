"""Every dialog for people without a mouse or without sharp eyes: names, roles, the way of Tab, where it begins."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QProgressBar, QTextEdit, QWidget

from archive_app import gui, paths
from archive_app.domain.arrangement import MADE
from archive_app.domain.authority import Authority
from archive_app.domain.findings import BatchReport, BatchRow
from archive_app.domain.template import Template
from archive_app.errors import ConvenioError
from archive_app.gui.crash import CrashDialog
from archive_app.gui.dialogs import help, message
from archive_app.gui.dialogs.ask_words import AskWords
from archive_app.gui.dialogs.bodies.choose_body import ChooseBody
from archive_app.gui.dialogs.bodies.edit_body import EditBody
from archive_app.gui.dialogs.bodies.import_bodies import ImportBodies
from archive_app.gui.dialogs.description.alike import AlikePapers
from archive_app.gui.dialogs.description.annotations import Annotations
from archive_app.gui.dialogs.description.apply_template import ApplyTemplate
from archive_app.gui.dialogs.description.bulk_edit import BulkEdit
from archive_app.gui.dialogs.description.description_sheet import DescriptionSheet
from archive_app.gui.dialogs.description.edit_fact import EditFact
from archive_app.gui.dialogs.description.save_template import SaveTemplate
from archive_app.gui.dialogs.description.tagging import TagRecords
from archive_app.gui.dialogs.description.tags import Tags
from archive_app.gui.dialogs.description.templates import Templates
from archive_app.gui.dialogs.guide import Guide
from archive_app.gui.dialogs.intake.intake_preview import IntakePreview
from archive_app.gui.dialogs.intake.watch_folder import WatchFolder
from archive_app.gui.dialogs.new_archive import NewArchive
from archive_app.gui.dialogs.preservation.backup_plan import BackupPlan
from archive_app.gui.dialogs.preservation.export_bag import ExportBag
from archive_app.gui.dialogs.preservation.found_by_check import FoundByCheck
from archive_app.gui.dialogs.search.batch_report import BatchReported
from archive_app.gui.dialogs.sharing.beside import Beside
from archive_app.gui.dialogs.sharing.cite import Cite
from archive_app.gui.dialogs.sharing.compare import Compare
from archive_app.gui.dialogs.units.choose_unit import ChooseUnit
from archive_app.gui.dialogs.units.import_units import ImportUnits
from archive_app.gui.dialogs.units.new_unit import NewUnit
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models.units import arrangement
from archive_app.services.bodies.authority_lists import ImportPlan
from archive_app.services.description.correcting import Correction
from archive_app.services.description.unit_sheets import UnitPlan
from archive_app.services.preservation.backups import Schedule
from archive_app.services.preservation.checks import Finding
from tests.gui.conftest import Settle
from tests.gui.looking import archive_of
from tests.gui.test_access import CONTROLS, is_inner, nameless

NOON = "2016-05-01T12:00:00+00:00"
#: The platform without a display says so of dialogs with a least size, and of lists that drop down.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
#: Texts can be read and gone through by keys as well.
ACTED_ON = (*CONTROLS, QTextEdit)


def of_records(window: MainWindow) -> Iterator[QDialog]:
    session, archive = window.session, archive_of(window)
    second = archive.catalogue.records.all()[1].id
    yield IntakePreview(session, [paths.specimens()], window)
    yield Beside(session, "R00001", "", window)
    yield Compare(session, second, parent=window)
    yield AlikePapers(Correction("R00001", "title", ("One",)), (), window)
    yield EditFact("term", None, "", archive.authorities, window)
    yield TagRecords({"a": 1, "b": 0}, 2, window)
    yield Tags(True, window)
    yield Annotations(window)
    yield Cite(2, 1, window)
    yield ExportBag(1, window)


def of_describing(window: MainWindow, folder: Path) -> Iterator[QDialog]:
    template = Template(1, "Austin", {"place": ("Austin, TX",)}, "", NOON, NOON)
    sheet = folder / "list.csv"
    sheet.write_text("file;title\nrelease.txt;Told\n", encoding="utf-8")
    yield BulkEdit(window.session, ["R00001"], window)
    yield SaveTemplate("?", {"kind": ("report",), "place": ("Austin, TX",)}, (), window)
    yield ApplyTemplate(window.session, ["R00001"], [template], "Austin", window)
    yield DescriptionSheet(window.session, sheet, {"file": "file", "title": "title"}, window)
    templates = Templates(True, window)
    templates.show_templates([template])
    yield templates


def of_bodies_and_units(window: MainWindow) -> Iterator[QDialog]:
    archive = archive_of(window)
    yield ChooseBody("?", archive.authorities, day=True, parent=window)
    yield EditBody(Authority("", "", "union"), ["union"], new=True, parts_of={"R1": "Paper"}, parent=window)
    yield ImportBodies(ImportPlan("a.csv", ()), True, window)
    yield ChooseUnit("?", arrangement.read(archive), parent=window)
    yield NewUnit("?", list(MADE), window)
    yield ImportUnits(UnitPlan("a.csv", {}), True, window)


def of_the_window(window: MainWindow, folder: Path) -> Iterator[QDialog]:
    yield CrashDialog("?", window, before=True)
    yield BackupPlan(Schedule(), window)
    yield WatchFolder(paths.resources(), window)
    yield FoundByCheck([Finding("missing", "a.pdf", "R00001")], "?", window)
    yield BatchReported(BatchReport("?", "", (), (BatchRow(1, "", "wage"),)), window)
    yield window.palette_of_all()
    yield help.about(window)
    yield Guide(window)
    yield NewArchive(folder, window)
    yield AskWords("?", "?", parent=window)
    yield AskWords("?", "?", long=True, parent=window)
    yield message.tell(window, ConvenioError("?"))
    yield message.ask(window, "?", "Yes", lambda: None)


def every(window: MainWindow, folder: Path) -> Iterator[QDialog]:
    """Each dialog that the program has, shown."""
    yield from of_records(window)
    yield from of_describing(window, folder)
    yield from of_bodies_and_units(window)
    yield from of_the_window(window, folder)


@pytest.fixture
def dialogs(opened: MainWindow, tmp_path: Path, settle: Settle) -> Iterator[QDialog]:
    def shown() -> Iterator[QDialog]:
        for dialog in every(opened, tmp_path):
            dialog.show()
            settle()
            yield dialog
            dialog.reject()

    return shown()


def controls(dialog: QDialog) -> list[QWidget]:
    """What can be acted on or read in now, and is no part of another control."""
    return [
        widget for widget in dialog.findChildren(QWidget)
        if isinstance(widget, ACTED_ON) and not isinstance(widget, QProgressBar) and not is_inner(widget)
        if widget.isVisibleTo(dialog) and widget.isEnabled() and type(widget).__name__ != "QTableCornerButton"
        # Of buttons of which one is chosen, Tab goes to that one and arrows go on to the others.
        if not (isinstance(widget, QAbstractButton) and (widget.group() or widget.autoExclusive()))
    ]  # fmt: skip


def named(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return f"{type(widget).__name__} “{told.text(QAccessible.Text.Name) if told else ''}”"


def way_of_tab(dialog: QDialog) -> list[QWidget]:
    """What has the focus after each Tab, from where the dialog begins until Tab is round."""
    met: list[QWidget] = []
    for _ in range(100):
        now = dialog.focusWidget()
        if now is None or now in met[:-1]:
            break
        # In a text Tab goes from link to link before it goes on.
        if now not in met:
            met.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return met


def goes_up(dialog: QDialog, before: QWidget, after: QWidget) -> bool:
    """Whether what comes after stands in the same column above what came before."""
    one, other = (QRect(widget.mapTo(dialog, QPoint(0, 0)), widget.size()) for widget in (before, after))
    return other.bottom() < one.top() and other.left() < one.right() and one.left() < other.right()


def test_each_dialog_of_the_program_is_among_them(opened: MainWindow, tmp_path: Path) -> None:
    for module in pkgutil.walk_packages(gui.__path__, "archive_app.gui."):
        importlib.import_module(module.name)
    made = {type(dialog) for dialog in every(opened, tmp_path)}
    known = {kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("archive_app.")}
    assert known - made == set()


def test_every_control_of_a_dialog_has_a_name_and_a_role(dialogs: Iterator[QDialog]) -> None:
    for dialog in dialogs:
        assert nameless(dialog) == [], type(dialog).__name__
        for widget in controls(dialog):
            told = QAccessible.queryAccessibleInterface(widget)
            assert told is not None
            assert told.role() != QAccessible.Role.NoRole, (type(dialog).__name__, widget)


def test_a_dialog_says_what_it_is(dialogs: Iterator[QDialog]) -> None:
    assert [type(dialog).__name__ for dialog in dialogs if not dialog.windowTitle().strip()] == []


def test_tab_goes_round_each_dialog_and_leaves_nothing_out(dialogs: Iterator[QDialog]) -> None:
    left_out = {}
    for dialog in dialogs:
        met = way_of_tab(dialog)
        missing = [named(widget) for widget in controls(dialog) if widget not in met and widget.focusProxy() not in met]
        if missing:
            left_out[type(dialog).__name__] = (missing, [named(widget) for widget in met])
    assert left_out == {}


def test_tab_goes_as_one_reads(dialogs: Iterator[QDialog]) -> None:
    against = {}
    for dialog in dialogs:
        met = way_of_tab(dialog)
        first = min(range(len(met)), key=lambda at: met[at].mapTo(dialog, QPoint(0, 0)).y(), default=0)
        round_once = met[first:] + met[:first]
        up = [f"{named(one)} → {named(two)}" for one, two in pairwise(round_once) if goes_up(dialog, one, two)]
        if up:
            against[type(dialog).__name__] = up
    assert against == {}


def test_each_dialog_begins_at_a_control_and_escape_leaves_it(dialogs: Iterator[QDialog]) -> None:
    wrong = []
    for dialog in dialogs:
        begins = dialog.focusWidget()
        if not isinstance(begins, ACTED_ON) or not begins.isVisibleTo(dialog) or not begins.isEnabled():
            wrong.append(f"{type(dialog).__name__} begins at {begins and named(begins)}")
        QTest.keyClick(begins or dialog, Qt.Key.Key_Escape)
        if dialog.isVisible():
            wrong.append(f"{type(dialog).__name__} stays")
    assert wrong == []


def test_nothing_without_a_name_has_the_focus_on_the_way_of_tab(dialogs: Iterator[QDialog]) -> None:
    nameless_stops = {
        f"{type(dialog).__name__}: {named(widget)}"
        for dialog in dialogs for widget in way_of_tab(dialog) if named(widget).endswith("“”")
    }  # fmt: skip
    assert nameless_stops == set()
