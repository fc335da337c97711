"""Keys of the menus while a field is written in, and how light or dark the window is chosen to look."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from archive_app import settings
from archive_app.gui import actions, language, theme
from archive_app.gui.language import tr
from archive_app.gui.main_window import MainWindow
from archive_app.gui.main_window.keys import OF_WRITING, THROUGH_TEXT, _is_typed
from archive_app.gui.theme import scheme
from archive_app.gui.views.description.evidence_card import EvidenceCard
from archive_app.gui.views.description.record_header import RecordHeader
from archive_app.gui.views.parts import EmptyPane
from archive_app.gui.views.tracking.agreement_details import AgreementDetails
from tests.gui import making

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")
Settle = Callable[[], None]
CTRL, SHIFT, ALT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                    Qt.KeyboardModifier.AltModifier)  # fmt: skip


def pressed(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """As the system hands it on: to the window, not to a widget."""
    QTest.keyClick(window.windowHandle(), key, held)


class Claiming(QLineEdit):
    """A field that wants every key for itself, as those of some systems do with Ctrl+E, Ctrl+K and Ctrl+D."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class ClaimingText(QPlainTextEdit):
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


Field = QLineEdit | QPlainTextEdit


def field(window: MainWindow, kind: type[Field]) -> Field:
    """Another field of the window, with the focus."""
    made = kind(window)
    made.show()
    made.setFocus()
    assert made.hasFocus()
    return made


def disconnected(window: MainWindow, name: str) -> list[str]:
    """What the action of a name is triggered for, told instead of done."""
    told: list[str] = []
    action = window.actions_[name]
    action.triggered.disconnect()
    action.triggered.connect(lambda: told.append(name))
    return told


@pytest.mark.parametrize("kind", [Claiming, ClaimingText])
@pytest.mark.parametrize(
    ("name", "key", "held"),
    [
        ("export_xlsx", Qt.Key.Key_E, CTRL), ("palette", Qt.Key.Key_K, CTRL), ("bulk_edit", Qt.Key.Key_D, CTRL),
        ("highlight", Qt.Key.Key_H, CTRL), ("export_timeline", Qt.Key.Key_E, CTRL | SHIFT),
        ("go_review", Qt.Key.Key_5, ALT), ("refresh", Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
        ("save_search", Qt.Key.Key_S, CTRL), ("import_folder", Qt.Key.Key_I, CTRL | SHIFT),
    ],
)  # fmt: skip
def test_commands_of_the_window_work_from_within_fields(
    opened: MainWindow, kind: type[Field], name: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    told, writing = disconnected(opened, name), field(opened, kind)
    QTest.keyClicks(writing, "wages")
    pressed(opened, key, held)
    assert told == [name]
    assert (writing.text() if isinstance(writing, QLineEdit) else writing.toPlainText()) == "wages"


def test_every_key_of_the_menus_is_the_windows_or_of_writing(opened: MainWindow, qtbot: QtBot) -> None:
    """Whatever keys the system's own fields claim: a person sees a key in the menu, and it does that."""
    writing = field(opened, Claiming)
    swallowed = []
    for _menu, entries in actions.MENUS:
        for entry in (entry for entry in entries if entry and opened.actions_[entry.name].isEnabled()):
            for keys in opened.actions_[entry.name].shortcuts():
                key, held = keys[0].key(), keys[0].keyboardModifiers()  # type: ignore[index]
                told = disconnected(opened, entry.name)
                pressed(opened, key, held)
                of_text = not held or key in THROUGH_TEXT or keys.toString() in OF_WRITING
                if not told and not of_text:
                    swallowed.append(keys.toString())
                assert not (told and keys.toString() in OF_WRITING)
    assert swallowed == []
    assert writing.hasFocus()


def test_a_letter_and_what_edits_text_stay_with_the_field(opened: MainWindow) -> None:
    writing = field(opened, Claiming)
    assert isinstance(writing, QLineEdit)
    told = [disconnected(opened, name) for name in ("tag", "undo", "remove", "hit_pages")]
    QTest.keyClicks(writing, "top tips")
    pressed(opened, Qt.Key.Key_Delete, CTRL)
    pressed(opened, Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier)
    assert writing.text() == "top tipst"
    pressed(opened, Qt.Key.Key_Z, CTRL)
    assert writing.text() != "top tipst"
    pressed(opened, Qt.Key.Key_Z, CTRL | SHIFT)
    pressed(opened, Qt.Key.Key_A, CTRL)
    assert writing.selectedText() == "top tipst"
    assert told == [[], [], [], []]


@pytest.mark.parametrize(
    ("held", "text", "typed"),
    [(CTRL | ALT, "€", True), (CTRL | ALT, "e", False), (CTRL | ALT, "\x05", False), (CTRL, "\x05", False),
     (ALT, "e", False), (SHIFT, "E", True), (Qt.KeyboardModifier.NoModifier, "e", True)],
)  # fmt: skip
def test_a_letter_made_with_altgr_is_typed(held: Qt.KeyboardModifier, text: str, typed: bool) -> None:
    assert _is_typed(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_E, held, text)) is typed


def test_a_dialog_keeps_its_keys(opened: MainWindow, settle: Settle) -> None:
    told = disconnected(opened, "export_xlsx")
    dialog = opened.palette_of_all()
    dialog.open()
    settle()
    QTest.keyClicks(dialog.words, "go")
    dialog.words.home(False)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_E, CTRL)
    assert told == []
    dialog.reject()


# Light and dark ------------------------------------------------------------------------------------------------


def lightness(window: QWidget) -> int:
    return window.grab().toImage().pixelColor(3, window.height() - 5).lightness()


@pytest.fixture
def light_again(qapp: QApplication) -> None:
    theme.choose(qapp, "light")


@pytest.mark.usefixtures("light_again")
def test_the_look_is_chosen_at_once_and_kept(opened: MainWindow, qapp: QApplication, settle: Settle) -> None:
    opened.open_record(opened.places.records.model.hit(0).record)  # type: ignore[union-attr]
    settle()
    try:
        opened.actions_["appearance_dark"].trigger()
        settle()
        assert lightness(opened) < 60
        assert settings.load()["appearance"] == "dark"
        assert opened.actions_["appearance_dark"].isChecked()
        assert not opened.actions_["appearance_light"].isChecked()
        assert theme.is_dark(qapp)
        opened.choose_language("es")
        assert (opened.actions_["appearance_dark"].isChecked(), opened.actions_["language_es"].isChecked()) == (
            True, True
        )  # fmt: skip
        theme.apply(qapp)  # as at the next start
        assert lightness(opened) < 60
    finally:
        opened.actions_["appearance_light"].trigger()
    settle()
    assert lightness(opened) > 200


def inked(window: MainWindow) -> list[QImage]:
    """What is seen of the parts that are drawn or coloured once, when they are filled."""
    kinds = (EmptyPane, RecordHeader, AgreementDetails, EvidenceCard)
    parts = [part for kind in kinds for part in window.places.findChildren(kind)]
    return [part.grab().toImage() for part in parts if part.isVisible()]


@pytest.mark.usefixtures("light_again")
@pytest.mark.parametrize("place", ["records", "agreements", "keeping", "review"])
def test_nothing_keeps_the_colours_and_fonts_of_the_other_look(
    opened: MainWindow, settle: Settle, id_of: Callable[[str], str], place: str
) -> None:
    """What was changed over looks like what is made anew."""
    opened.open_record(id_of(making.FIRST))
    opened.go(place)
    settle()
    try:
        opened.choose_appearance("dark")
        settle()
        changed = inked(opened)
        assert changed
        opened.choose_language("en")  # makes every view anew
        settle()
        assert inked(opened) == changed
        fonts = [label.font() for label in opened.places.findChildren(QLabel)]
        scheme.put(QApplication.instance(), False)  # type: ignore[arg-type]
        assert [label.font() for label in opened.places.findChildren(QLabel)] == fonts
    finally:
        opened.choose_appearance("light")


@pytest.mark.usefixtures("light_again")
def test_the_look_follows_the_system_until_chosen(opened: MainWindow, qapp: QApplication) -> None:
    settings.save({})
    assert theme.chosen() == ""
    opened.actions_["appearance_system"].trigger()
    assert opened.actions_["appearance_system"].isChecked()
    assert theme.is_dark(qapp) is (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    settings.save({"appearance": "mauve"})
    assert theme.chosen() == ""


def test_the_look_stands_in_the_view_menu(window: MainWindow) -> None:
    for code in language.LANGUAGES:
        window.choose_language(code)
        menus = {menu.title(): menu for menu in window.menuBar().findChildren(QMenu) if menu.title()}
        shown = [action.text() for action in window.menuBar().actions()]
        assert len({text[text.index("&") + 1].casefold() for text in shown}) == len(shown)
        shown = [action.text() for action in menus[tr("menu.appearance")].actions()]
        assert shown == [tr(f"action.appearance_{name}") for name in ("system", "light", "dark")]
        assert menus[tr("menu.appearance")].menuAction() in menus[tr("menu.view")].actions()
        assert all(window.actions_[f"appearance_{name}"].isEnabled() for name in ("system", "light", "dark"))
