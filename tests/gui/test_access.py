"""For people without a mouse, without sharp eyes, without colours: names, keys, contrast, room."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from archive_app import paths
from archive_app.domain.agreement import Status
from archive_app.domain.record import HIGHLIGHTS
from archive_app.gui import language, theme
from archive_app.gui.delegates.cells import FIRST, LEFT
from archive_app.gui.dialogs.palette import Palette
from archive_app.gui.dialogs.preservation.found_by_check import FoundByCheck
from archive_app.gui.main_window import MainWindow
from archive_app.gui.theme import scheme, signs
from archive_app.gui.theme.colours import Colours
from archive_app.gui.views.change_list import ChangeList
from archive_app.gui.views.frame.sidebar import PLACES
from tests.gui import making
from tests.gui.looking import child

#: The platform without a display says so of every dialog that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

#: What a person acts on or reads in; each needs a name that a screen reader can say.
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit, QProgressBar)
Settle = Callable[[], None]


def every_place(window: MainWindow, settle: Settle) -> None:
    for place in PLACES:
        window.go(place)
        settle()
    window.go("concordance")
    settle()
    window.go("records")


def is_inner(widget: QWidget) -> bool:
    """A part that Qt makes inside a control of its own: the field of a date, the list of a choice, a line's cross."""
    owner = widget.parentWidget()
    while owner is not None and owner.parentWidget() is not None:
        if isinstance(owner, QComboBox | QAbstractSpinBox | QLineEdit | QTabBar | QHeaderView | QMenu):
            return True
        owner = owner.parentWidget()
    return isinstance(widget, QHeaderView | QScrollBar) or widget.objectName().startswith("qt_")


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        acts = isinstance(widget, CONTROLS) or (
            isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QScrollArea)
        )
        if not acts or is_inner(widget) or type(widget).__name__ == "QTableCornerButton":
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_every_control_of_the_window_has_a_name_and_a_role(opened: MainWindow, settle: Settle) -> None:
    every_place(opened, settle)
    assert nameless(opened) == []
    for widget in opened.findChildren(QWidget):
        if isinstance(widget, CONTROLS):
            told = QAccessible.queryAccessibleInterface(widget)
            assert told is not None
            assert told.role() != QAccessible.Role.NoRole, widget


def test_every_control_can_be_reached_by_keys(opened: MainWindow, settle: Settle) -> None:
    every_place(opened, settle)
    deaf = [
        f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"
        for widget in opened.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and not isinstance(widget, QProgressBar) and not is_inner(widget)
        if type(widget).__name__ != "QTableCornerButton" and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # Of buttons of which one is chosen, Tab goes to that one and arrows go on to the others.
        if not (isinstance(widget, QAbstractButton) and widget.group())
    ]
    assert deaf == []


def test_tab_goes_round_the_whole_window(opened: MainWindow, settle: Settle) -> None:
    opened.go("agreements")
    settle()
    opened.search.setFocus()
    met: list[QWidget] = []
    for _ in range(80):
        now = opened.focusWidget()
        assert now is not None
        if met and now is met[0]:
            break
        met.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert opened.focusWidget() is met[0]
    assert opened.places.agreements.table in met


# Colours -------------------------------------------------------------------------------------------------------


def luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 counts it: 1 for the same colour, 21 for black on white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


#: Every ink that words are written in, with every ground it is written on.
GROUNDS = ("window", "surface", "sidebar", "raised", "hover", "accent_soft")
INKS = {
    "text": (*GROUNDS, "warn_soft", "desk"), "text_soft": GROUNDS, "text_faint": GROUNDS,
    "accent": ("surface", "window", "raised"), "on_accent": ("accent", "accent_strong"), "on_hit": ("hit",),
    "good": ("surface", "raised", "good_soft", "accent_soft"),
    "warn": ("surface", "raised", "warn_soft", "accent_soft"),
    "bad": ("surface", "raised", "bad_soft", "accent_soft"),
    "info": ("surface", "raised", "info_soft", "accent_soft"),
    "neutral": ("surface", "raised", "neutral_soft", "accent_soft"),
    "surface": ("good", "warn", "bad", "info", "neutral"),  # words on the bars of a timeline
}  # fmt: skip


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_words_stand_out_from_their_ground(theme_name: str) -> None:
    colours = Colours.read(paths.resources() / "theme" / f"{theme_name}.toml")
    weak = {
        f"{ink} on {ground}": round(contrast(getattr(colours, ink), getattr(colours, ground)), 2)
        for ink, grounds in INKS.items() for ground in grounds
        if contrast(getattr(colours, ink), getattr(colours, ground)) < 4.5
    }  # fmt: skip
    assert weak == {}


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_the_rim_of_what_has_the_focus_stands_out(theme_name: str) -> None:
    colours = Colours.read(paths.resources() / "theme" / f"{theme_name}.toml")
    assert min(contrast(colours.focus, getattr(colours, ground)) for ground in GROUNDS) >= 3


#: What words on a page are marked with, and how much of its colour lies behind them (of 255).
MARKS = {"evidence": 48, "chosen": 90, "note": 45, "info": 90, **{f"mark_{kind}": 60 for kind in HIGHLIGHTS}}


def over(ink: QColor, alpha: int, ground: QColor) -> QColor:
    """A colour that lets its ground through."""
    part = alpha / 255
    pairs = ((ink.redF(), ground.redF()), (ink.greenF(), ground.greenF()), (ink.blueF(), ground.blueF()))
    return QColor.fromRgbF(*(part * one + (1 - part) * other for one, other in pairs))


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_words_can_be_read_over_their_marks_and_marks_be_seen(theme_name: str) -> None:
    """On paper, which is white, marks have the light colours; in a text those of the scheme."""
    colours = Colours.read(paths.resources() / "theme" / f"{theme_name}.toml")
    paper, white = Colours.read(paths.resources() / "theme" / "light.toml"), QColor("white")
    for name, alpha in MARKS.items():
        on_paper, in_text = getattr(paper, name), getattr(colours, name)
        assert contrast(QColor("#222222"), over(on_paper, alpha, white)) >= 4.5, name
        assert contrast(colours.text, over(in_text, alpha, colours.surface)) >= 4.5, name
        assert min(contrast(on_paper, white), contrast(in_text, colours.surface)) >= 3, name
    assert contrast(QColor("#222222"), paper.hit) >= 4.5


def test_contrast_is_counted_as_the_rule_says() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_every_control_shows_that_it_has_the_focus() -> None:
    sheet = (paths.resources() / "theme" / "style.qss").read_text(encoding="utf-8")
    for control in ("QLineEdit", "QComboBox", "QDateEdit", "QSpinBox", "QPushButton", "QToolButton", "QTableView",
                    "QListView", "QTabBar::tab", "QPlainTextEdit", "QAbstractScrollArea", 'QPushButton[role="primary"]',
                    'QToolButton[role="chip"]', 'QPushButton[role="facet"]'):  # fmt: skip
        rule = re.search(rf"{re.escape(control)}:focus[^{{]*{{(?:[^{{}}]|{{\w+}})*}}", sheet)
        assert rule, control
        assert "{focus}" in rule[0], control


def is_inked(colour: QColor) -> bool:
    """Whether a point is of the sign's ink, whatever that is: drawn on, and not in the ground's colour."""
    return colour.alpha() > 90 and contrast(colour, theme.colours().surface) > 2


def test_states_are_told_by_shape_and_word_as_well_as_colour(qapp: object) -> None:
    shapes = {}
    for state in Status:
        drawn = signs.status_picture(state, 16, 1.0).toImage()
        shapes[state] = tuple(is_inked(drawn.pixelColor(x, y)) for x in range(16) for y in range(16))
    assert len(set(shapes.values())) == len(shapes)


# Room ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_window_fits_a_small_screen(opened: MainWindow, settle: Settle, code: str) -> None:
    opened.choose_language(code)
    settle()
    every_place(opened, settle)
    needed = {name: opened.places._view(name).minimumSizeHint().width() + opened.sidebar.width() for name in PLACES}
    assert opened.minimumWidth() < 1000
    assert opened.minimumSizeHint().width() < 1000, needed
    opened.resize(opened.minimumWidth(), 600)
    settle()
    assert opened.width() < 1000


# The palette ---------------------------------------------------------------------------------------------------


def test_the_palette_goes_to_places_actions_and_records(
    opened: MainWindow, id_of: Callable[[str], str], qtbot: QtBot, settle: Settle
) -> None:
    QTest.keyClick(opened, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = child(opened, Palette)
    assert palette.model.rowCount() > 15
    QTest.keyClicks(palette.words, "cover")
    QTest.keyClick(palette.words, Qt.Key.Key_Return)
    settle()
    assert opened.places.currentWidget() is opened.places.coverage
    again = opened.palette_of_all()
    again.open()
    QTest.keyClicks(again.words, "second harvest")
    qtbot.waitUntil(lambda: again.model.rowCount() == 1)
    assert again.model.rows[0].detail == f"{id_of(making.SECOND)} · Memorandum of understanding"
    QTest.keyClick(again.words, Qt.Key.Key_Return)
    settle()
    assert opened.places.records.pane.opened is not None
    assert opened.places.records.pane.opened.id == id_of(making.SECOND)


def test_the_palette_is_moved_through_by_arrows(opened: MainWindow) -> None:
    palette = opened.palette_of_all()
    palette.open()
    QTest.keyClick(palette.words, Qt.Key.Key_Down)
    QTest.keyClick(palette.words, Qt.Key.Key_Down)
    assert palette.table.currentIndex().row() == 2
    QTest.keyClicks(palette.words, "no action is called so")
    assert palette.model.rowCount() == 0
    QTest.keyClick(palette.words, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_the_palette_offers_nothing_that_cannot_be_done(window: MainWindow) -> None:
    told = {row.words for row in window.palette_of_all().model.rows}
    assert language.tr("action.quit").replace("&", "") in told
    assert "Import files" not in told


def test_a_scheme_can_be_changed_while_the_window_stands(opened: MainWindow, qapp) -> None:
    scheme.put(qapp, True)
    scheme.put(qapp, False)
    assert opened.isVisible()


@pytest.mark.parametrize("code", list(language.LANGUAGES))
def test_no_head_of_a_column_is_cut(opened: MainWindow, settle: Settle, code: str) -> None:
    """In a window of usual size; what a person made narrower is theirs."""
    opened.choose_language(code)
    opened.resize(1600, 1000)
    settle()
    every_place(opened, settle)
    dialogs: list[QWidget] = [FoundByCheck((), "", opened), ChangeList(numbered=True), ChangeList()]
    cut = []
    for table in [one for part in (opened.places, *dialogs) for one in part.findChildren(QTableView)]:
        head = table.horizontalHeader()
        for column in range(0 if head.isHidden() else table.model().columnCount()):
            words = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")
            stretched = column == table.model().columnCount() - 1 or head.isSectionHidden(column)
            room = head.sectionSize(column) - (FIRST if column == 0 else LEFT) - 4
            if not stretched and head.fontMetrics().horizontalAdvance(words) > room:
                cut.append((table.accessibleName(), words, room))
    assert cut == []
