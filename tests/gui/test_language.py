"""Both languages of the window: nothing worded outside the catalogues, nothing missing in one, switched at once."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from archive_app import settings
from archive_app.domain.agreement import Status
from archive_app.domain.dates import UNITS, Duration
from archive_app.domain.fact import DATE_ROLES, FIELDS, KINDS, LANGUAGES, Fact
from archive_app.domain.relation import RELATION_TYPES
from archive_app.errors import ConvenioError
from archive_app.gui import actions, language
from archive_app.gui.dialogs import help
from archive_app.gui.language import tr, word
from archive_app.gui.main_window import MainWindow
from archive_app.gui.models import wording
from tests.gui import making

GUI = Path(__file__).resolve().parents[2] / "archive_app" / "gui"
MODULES = sorted(GUI.rglob("*.py"))
#: Calls of which every text is read by a person.
SHOWING = frozenset({
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle", "setAccessibleName",
    "setAccessibleDescription", "setPlaceholderText", "setTabText", "addTab", "addItem", "addRow", "setPrefix",
    "setSuffix", "setSpecialValueText", "setLabelText", "setHtml", "setPlainText", "showMessage", "showText",
    "QLabel", "QAction", "QMenu", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QToolButton", "addAction",
    "QMessageBox", "getOpenFileNames", "getSaveFileName", "getExistingDirectory", "drawText",
    "label", "button", "tool", "heading", "table", "say", "EmptyPane", "Column", "tell_good", "Card", "Help", "follow",
})  # fmt: skip
#: Arguments of these calls are names, not words.
NAMING = frozenset({"tr", "word", "knows", "icon", "picture", "_text_of"})
#: The program's own name, and what stands where a picture will be drawn.
ALLOWED = frozenset({"Convenio", " – Convenio", " "})
#: Parameters of showing calls that are names of drawings, roles and sizes, by the call and their place.
NAMES_AT = {
    "label": {1, 2}, "tool": {0}, "button": {1}, "EmptyPane": {0}, "Card": {0}, "addItem": {1, 2},
    "setText": set(), "addTab": set(),
}  # fmt: skip
NAMES_BY = frozenset({"role", "size", "icon", "key", "bold", "lane"})


def name_of(call: ast.Call) -> str:
    func = call.func
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def texts(node: ast.AST) -> Iterator[str]:
    """Literal text that an expression can come to: not what only names a key, an index or a comparison."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (str(part.value) for part in node.values if isinstance(part, ast.Constant))
        yield from (text for part in node.values if isinstance(part, ast.FormattedValue) for text in texts(part.value))
    elif isinstance(node, ast.BinOp):
        yield from texts(node.left)
        yield from texts(node.right)
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.Call) and name_of(node) in ("format", "join"):
        yield from texts(node.func.value) if isinstance(node.func, ast.Attribute) else ()
    elif isinstance(node, ast.Lambda):
        yield from texts(node.body)


def shown(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) in SHOWING):
        name = name_of(call)
        given = [arg for at, arg in enumerate(call.args) if at not in NAMES_AT.get(name, ())]
        given += [held.value for held in call.keywords if held.arg not in NAMES_BY]
        for text in (text for arg in given for text in texts(arg)):
            if re.search(r"[^\W\d_]", text) and text not in ALLOWED:
                yield call.lineno, text


def sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Literals anywhere that look like words for people: a capital, then small letters, and more than one word."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body
        if isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        told = node.value if isinstance(node, ast.Constant) and id(node) not in documentation else None
        if isinstance(told, str) and re.match(r"[“¿A-ZÁÉÍÓÚ][a-záéíóúñ]+,? [a-záéíóúñ]{2,}", told):
            yield getattr(node, "lineno", 0), told


#: Told only where the program itself is mended: the report of a crash, and sentences that have a key of their own.
NOT_WORDED_HERE = (
    ("app.py", "is not a Convenio archive"),
    ("type.py", " "),  # names of faces
)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(GUI)))
def test_no_word_for_a_person_stands_in_the_code(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = [
        f"{module.name}:{line} {text!r}" for line, text in [*shown(tree), *sentences(tree)]
        if not any(module.name == name and part in text for name, part in NOT_WORDED_HERE)
    ]  # fmt: skip
    assert found == []


def test_the_watch_on_words_sees_them() -> None:
    told = 'parts.label("Hello", "soft"); x.setText(f"{n} pages" if n else tr("a.b")); y = "Some words here"'
    tree = ast.parse(told)
    assert [text for _, text in shown(tree)] == ["Hello", " pages"]
    assert [text for _, text in sentences(tree)] == ["Some words here"]


def asked_keys() -> tuple[set[str], set[str]]:
    """Keys the code asks for by name, and beginnings of keys whose rest is only known when it runs."""
    whole, begun = set(), set()
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            if isinstance(node, ast.Call) and name_of(node) == "word" and isinstance(node.args[0], ast.Constant):
                begun.add(str(node.args[0].value) + ".")
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    return whole, {text for text in begun if re.fullmatch(r"[a-z_]+\..*", text)}


def called_keys() -> Iterator[tuple[str, str]]:
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node) == "tr" and isinstance(node.args[0], ast.Constant):
                yield module.name, str(node.args[0].value)


def test_every_key_that_is_asked_for_is_there() -> None:
    known = language.catalogue("en")
    assert [(module, key) for module, key in called_keys() if key not in known] == []


def test_no_key_is_left_over() -> None:
    whole, begun = asked_keys()
    left = [key for key in language.catalogue("en") if key not in whole and not key.startswith(tuple(begun))]
    assert [key for key in left if not key.startswith(("field.", "access.", "renewal.", "kind."))] == []


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys_forms_and_operands() -> None:
    english, spanish = language.catalogue("en"), language.catalogue("es")
    assert set(english) == set(spanish)
    for key, told in english.items():
        other = spanish[key]
        assert isinstance(told, str) == isinstance(other, str), key
        if isinstance(told, str) and isinstance(other, str):
            assert fields_of(told) == fields_of(other), key
            assert told.strip(), key
            assert other.strip(), key
        elif not isinstance(told, str) and not isinstance(other, str):
            assert set(told) == set(other) == {"one", "other"}, key
            assert fields_of(told["other"]) == fields_of(other["other"]), key


def test_hardly_anything_reads_the_same_in_both() -> None:
    english, spanish = language.catalogue("en"), language.catalogue("es")
    same = {key for key, told in english.items() if told == spanish[key] and not key.startswith("format.")}
    letters = [key for key in same if re.search(r"[^\W\d_]{4}", re.sub(r"\{.*?\}", "", str(english[key])))]
    assert set(letters) <= {"file_kind.json", "help_search.nearly", "help_search.begins", "action.language_en",
                            "action.language_es"}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("kind", KINDS), ("status", tuple(Status)), ("field", tuple(FIELDS)), ("language_name", LANGUAGES),
        ("relation", RELATION_TYPES), ("date_role", DATE_ROLES), ("unit", UNITS), ("action", tuple(
            entry.name for _, entries in actions.MENUS for entry in entries if entry
        )),
    ],
)  # fmt: skip
def test_every_code_of_the_domain_has_its_words(table: str, codes: tuple[str, ...]) -> None:
    assert [code for code in codes if not language.knows(f"{table}.{code}")] == []


def test_menus_give_no_letter_twice() -> None:
    for code in language.LANGUAGES:
        language.speak(code)
        for menu, entries in actions.MENUS:
            told = [tr(f"action.{entry.name}") for entry in entries if entry]
            letters = [words[words.index("&") + 1].casefold() for words in told if "&" in words]
            assert len(letters) == len(set(letters)), (code, menu, told)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", ("3 September 2014", "September 2014", "2 years", "1 record", "2,345 records", "5 months")),
        ("es", ("3 de septiembre de 2014", "septiembre de 2014", "2 años", "1 documento", "2,345 documentos",
                "5 meses")),
    ],
)  # fmt: skip
def test_dates_numbers_and_plurals_are_told_as_the_language_has_them(code: str, told: tuple[str, ...]) -> None:
    language.speak(code)
    assert told == (
        wording.edtf("2014-09-03"), wording.edtf("2014-09"), wording.duration(Duration(2, "years")),
        tr("records.count", count=1), tr("records.count", count=2345),
        wording.length(date(2020, 1, 1), date(2020, 5, 31)),
    )  # fmt: skip


def test_rules_are_told_in_plain_words() -> None:
    assert wording.rule("date: written; no cue") == "a date in words; no words beside it tell what it is"
    assert wording.rule("relation: something newly read") == "words about another paper"
    assert wording.rule("wholly unknown") == "wholly unknown"
    language.speak("es")
    told = wording.rule("term: said of the agreement; from its signature")
    assert told == "palabras que dicen cuánto dura; contado desde su firma"
    assert wording.kind("press release") == "Comunicado de prensa"
    assert word("kind", "a kind that nobody knows") == "a kind that nobody knows"


def test_faults_with_a_key_are_told_in_the_language() -> None:
    fault = ConvenioError("English words.", key="no_archive", operands=("/home/ana",))
    language.speak("es")
    assert language.sentence(fault).startswith("/home/ana no es un archivo")
    assert language.sentence(ConvenioError("English words.")) == "English words."
    assert language.sentence(ConvenioError("English words.", key="that nobody knows")) == "English words."


def test_the_choice_is_kept_and_nonsense_follows_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    language.choose("es")
    assert (language.chosen(), language.code()) == ("es", "es")
    settings.save({"language": "klingon"})
    assert language.chosen() == ""
    monkeypatch.setattr(language, "of_system", lambda: "en")
    language.choose("")
    assert language.code() == "en"


def told_in(window: QWidget) -> set[str]:
    """Everything that the window's widgets and menus tell now."""
    held = [made.text() for made in window.findChildren(QLabel)]
    held += [made.text() for made in window.findChildren(QAbstractButton)]
    held += [action.text() for action in window.findChildren(QAction)]
    held += [made.toolTip() for made in window.findChildren(QWidget)]
    return {text.strip() for text in held if text.strip()}


def english_only() -> set[str]:
    english, spanish = language.catalogue("en"), language.catalogue("es")
    same = set(map(str, spanish.values()))
    return {str(text) for text in english.values() if str(text) not in same and len(str(text)) > 3}


def test_the_window_changes_its_language_where_it_stands(
    opened: MainWindow, id_of: Callable[[str], str], qtbot: QtBot, settle: Callable[[], None]
) -> None:
    opened.search.put("harvest")
    settle()
    opened.open_record(id_of(making.FIRST))
    settle()
    for place in ("agreements", "timelines", "coverage", "review", "imports", "records"):
        opened.go(place)
        settle()
    opened.actions_["language_es"].trigger()
    settle()
    assert opened.search.text() == "harvest"
    assert opened.places.records.model.rowCount() == 2
    shown_record = opened.places.records.pane.opened
    assert shown_record is not None
    assert shown_record.id == id_of(making.FIRST)
    for place in ("agreements", "timelines", "coverage", "review", "imports", "records"):
        opened.go(place)
        settle()
    assert told_in(opened) & english_only() == set()
    assert opened.actions_["language_es"].isChecked()
    # What outlives the views speaks to the new ones alone.
    opened.session.changed.emit()
    opened.session.set_day(date(2013, 1, 1))
    settle()
    opened.actions_["language_en"].trigger()
    settle()
    assert "Records" in {text.strip() for text in told_in(opened)}


def test_help_is_told_in_both_languages(window: MainWindow) -> None:
    english = help.about(window)
    language.speak("es")
    spanish = help.about(window)
    assert (english.windowTitle(), spanish.windowTitle()) == ("About Convenio", "Acerca de Convenio")


def test_a_dialog_for_files_speaks_the_language_in_force_throughout(qtbot: QtBot) -> None:
    spanish, english = ("&Buscar en:", "&Tipo de ficheros:"), ("&Look in:", "Files of &type:")
    for code, wanted in (("es", {*spanish, "&Nombre de fichero:"}), ("en", {*english, "File &name:"})):
        language.speak(code)
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        qtbot.addWidget(dialog)
        assert wanted <= {label.text() for label in dialog.findChildren(QLabel)}


def test_a_computed_value_tells_its_operands(window: MainWindow) -> None:
    language.speak("es")
    fact = Fact("term", Duration(1, "years"), 0.9, "term: said of the agreement")
    assert wording.value("term", fact.value) == "1 año"
