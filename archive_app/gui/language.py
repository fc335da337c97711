"""The window's language: every word that a person reads comes from ``resources/interface/<code>.toml`` by its key.

In a view or a dialog::

    from archive_app.gui.language import tr, word

    parts.label(tr("review.name"))
    tr("page.where", 3, 12)                 # {0} and {1} of the text: Page 3 of 12
    tr("records.count", count=2345)         # the forms one/other: 2,345 records
    word("kind", "press release")           # a code of the domain in words; the code itself where none is known

A new key is written into each language's file, under the table of its view; ``tests/gui/test_language.py`` tells of a
key that is missing or no longer asked for, and of words in the code that do not come from here. Words are asked for
when a widget is made or shown, never at import: the window is made anew when another language is chosen, so that no
view has to know of it. What outlives that (``session``, ``operations``) is connected to by bound methods of QObjects,
never by a bare lambda: those come loose by themselves.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from archive_app import paths, settings
from archive_app.errors import ConvenioError
from archive_app.gui import sentences

#: Languages by code, each with the region whose way of writing dates and numbers it takes.
LANGUAGES: Final = {"en": "en_US", "es": "es_MX"}
SETTING: Final = "language"
Catalogue = Mapping[str, str | Mapping[str, str]]


#: What Qt's own translations lack. The English words are Qt's, letter for letter: by them they are known.
LACKING: Final = ("file_dialog.look_in", "file_dialog.kinds")


class _QtWords(QTranslator):
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Qt's translation; words of our own where it has none. None, not "", leaves the source as it is."""
        told = super().translate(context, source, disambiguation, n)
        return told or next((tr(key) for key in LACKING if catalogue("en")[key] == source), None)


class _Now:
    """The language in force. One application speaks one language, so that this is not handed through every view."""

    code = "en"
    #: Qt's own words (Save, Cancel, Cut, Paste …) in that language.
    qt_words: QTranslator | None = None


def code() -> str:
    return _Now.code


def locale() -> QLocale:
    return QLocale(LANGUAGES[_Now.code])


def chosen() -> str:
    """The language that the person chose, "" where it follows the system."""
    held = settings.load().get(SETTING)
    return held if held in LANGUAGES else ""


def choose(wanted: str) -> None:
    """Keeps the choice ("" follows the system) and speaks the language from now on."""
    settings.save(settings.load() | {SETTING: wanted})
    speak(wanted or of_system())


def of_system() -> str:
    """The first of the system's languages that is spoken here, else English."""
    wished = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wished if name in LANGUAGES), "en")


def speak(wanted: str) -> None:
    """Takes a language for everything that is worded from now on, Qt's own dialogs included."""
    _Now.code = wanted
    QLocale.setDefault(locale())
    app = QCoreApplication.instance()
    if app is None:
        return
    if _Now.qt_words:
        app.removeTranslator(_Now.qt_words)
    _Now.qt_words = _QtWords(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if _Now.qt_words.load(f"qtbase_{wanted}", folder):
        app.installTranslator(_Now.qt_words)


def tr(key: str, *operands: object, count: float | None = None) -> str:
    """The words for a key in the language in force. Raises KeyError for a key that there is not.

    ``operands`` take the places {0}, {1} …; ``count`` takes {count} and decides between one and other.
    """
    held = catalogue(_Now.code)[key]
    if isinstance(held, str):
        return held.format(*operands) if operands else held
    form = held["one" if count == 1 else "other"]
    return form.format(*operands, count=number(count or 0))


def word(table: str, value: str) -> str:
    """A code of the domain (a kind, a status, a role) in words; the code itself where the table does not have it."""
    held = catalogue(_Now.code).get(f"{table}.{value}", value)
    return held if isinstance(held, str) else held["other"]


def knows(key: str) -> bool:
    return key in catalogue(_Now.code)


def capital(words: str) -> str:
    """The same with a capital at its beginning."""
    return words[:1].upper() + words[1:]


def number(value: float, digits: int = 0) -> str:
    """A number with the language's marks: 2,345 or 0.4; without ``digits`` as many as it has."""
    if digits == 0 and value == int(value):
        return locale().toString(int(value))
    return locale().toString(float(value), "f", digits or 1)


def sentence(fault: ConvenioError) -> str:
    """What a fault tells, in the language in force: by its key where it bears one, else by its words."""
    return (
        tr(f"error.{fault.key}", *fault.operands)
        if fault.key and knows(f"error.{fault.key}")
        else translated(str(fault))
    )


def translated(words: str) -> str:
    """Sentences of what lies below the window, in the language in force; those that are not known stay as they are."""
    return sentences.told(words, code(), word)


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(code: str) -> Catalogue:
    """All words of a language by ``table.key``; those with a number as a mapping of their forms."""
    file = paths.resources() / "interface" / f"{code}.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {f"{table}.{key}": text for table, held in tables.items() for key, text in held.items()}
