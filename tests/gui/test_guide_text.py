"""The guide's chapters: the same in both languages, true to the program, without a link that leads nowhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app import paths
from archive_app.cli import parser as cli
from archive_app.gui import actions, language
from archive_app.gui.dialogs.guide import chapters, filling, searching
from archive_app.gui.dialogs.guide.chapters import CHAPTERS, Section
from archive_app.gui.views.frame.sidebar import AMONG_RECORDS, PLACES
from archive_app.index.query import parser as query_parser

CODES = tuple(language.LANGUAGES)
GUI = Path(__file__).resolve().parents[2] / "archive_app" / "gui"
PAIRS = [(code, name) for code in CODES for name in CHAPTERS]
#: Keys that Qt itself gives, and those that a single letter of a list has.
OWN_KEYS = frozenset({"Enter", "Tab", "1", "5"})
#: The chapters that stand for themselves: tables of words and keys, and what only the terminal shows.
WITHOUT_PICTURES = frozenset({"keys", "glossary", "faults", "terminal", "sharing"})
#: What is in force while the test runs is the language of the chapter.
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]*)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")


def fields(code: str, kind: str) -> list[tuple[str, str]]:
    """Every field of a kind with its chapter."""
    return [(name, found[2]) for name in CHAPTERS for found in filling.FIELD.finditer(chapters.source(name, code))
            if found[1] == kind]  # fmt: skip


def headings(code: str, name: str) -> list[tuple[int, str]]:
    language.speak(code)
    return [(one.level, one.id) for one in chapters.read(name, chapters.source(name, code)).sections]


def every_section(code: str) -> Iterator[Section]:
    language.speak(code)
    for chapter in chapters.every():
        yield from chapter.sections


def test_each_language_has_each_chapter_and_no_other() -> None:
    for code in CODES:
        assert {file.stem for file in chapters.folder(code).glob("*.md")} == set(CHAPTERS)


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_has_the_same_headings_and_pictures_in_both_languages(name: str) -> None:
    assert headings("en", name) == headings("es", name)
    pictures = [[Path(found[2]).name for found in PICTURE.finditer(chapters.source(name, code))] for code in CODES]
    assert pictures[0] == pictures[1]
    assert bool(pictures[0]) == (name not in WITHOUT_PICTURES)


@pytest.mark.parametrize("kind", ["action", "keys", "place", "word", "key", "all"])
def test_both_languages_name_the_same_things_of_the_program(kind: str) -> None:
    english, spanish = ([name for _, name in fields(code, kind)] for code in CODES)
    assert sorted(english) == sorted(spanish)


@pytest.mark.parametrize(("code", "name"), PAIRS)
def test_a_chapter_is_filled_and_nothing_stays_open(code: str, name: str) -> None:
    language.speak(code)
    chapter = chapters.read(name, chapters.source(name, code))
    assert "{" not in re.sub(r"`[^`]*`", "", chapter.markdown)
    assert chapter.title
    assert all(one.text or one.number == 0 for one in chapter.sections)


@pytest.mark.parametrize("code", CODES)
def test_every_heading_that_is_linked_to_is_there_once(code: str) -> None:
    ids = [one.id for one in every_section(code) if one.id]
    assert 0 < len(ids) == len(set(ids))


@pytest.mark.parametrize("code", CODES)
def test_every_link_leads_somewhere(code: str) -> None:
    language.speak(code)
    known = {entry.name for _, held in actions.MENUS for entry in held if entry}
    for chapter in chapters.every():
        for target in LINK.findall(chapter.markdown):
            kind, _, rest = target.partition(":")
            file, _, id = target.partition("#")
            assert (
                (kind == "action" and rest in known)
                or (kind == "place" and rest in PLACES)
                or kind == "query"
                or (file.removesuffix(".md") in CHAPTERS and _held_in(file.removesuffix(".md"), id))
            ), f"{chapter.name}: {target}"


def _held_in(name: str, id: str) -> bool:
    found = chapters.find(id or name)
    return found is not None and found[0].name == name


@pytest.mark.parametrize("code", CODES)
def test_every_picture_is_there_and_is_told_in_words(code: str) -> None:
    for name in CHAPTERS:
        for words, file in PICTURE.findall(chapters.source(name, code)):
            assert (chapters.folder(code) / file).resolve().is_file(), file
            assert f"/{code}/" in file
            assert len(words) > 20


def test_no_picture_lies_about_unused_and_all_stay_small() -> None:
    held = sorted((paths.resources() / "help" / "pictures").rglob("*.png"))
    used = {(chapters.folder(code) / file).resolve() for code in CODES for name in CHAPTERS
            for _, file in PICTURE.findall(chapters.source(name, code))}  # fmt: skip
    assert {file.resolve() for file in held} == used
    assert sum(file.stat().st_size for file in held) < 3_500_000


@pytest.mark.parametrize("place", [*PLACES, *AMONG_RECORDS])
def test_every_place_has_a_heading_of_its_own(place: str) -> None:
    for code in CODES:
        language.speak(code)
        assert chapters.find(place) is not None, code


@pytest.mark.parametrize(("code", "query"), [(code, query) for code in CODES for _, query in fields(code, "query")])
def test_every_query_can_be_read(code: str, query: str) -> None:
    assert query_parser.parse(query) is not None


@pytest.mark.parametrize("keys", sorted({keys for code in CODES for _, keys in fields(code, "key")} - OWN_KEYS))
def test_every_key_named_apart_from_the_tables_is_in_the_code(keys: str) -> None:
    assert any(f'"{keys}"' in file.read_text(encoding="utf-8") for file in GUI.rglob("*.py"))


def commands(code: str) -> list[str]:
    """Every command line of the guide: code that begins with the program's name and goes on."""
    found = (re.findall(r"`(convenio [^`]+)`", chapters.source(name, code)) for name in CHAPTERS)
    return sorted({one for held in found for one in held})


@pytest.mark.parametrize("line", [line for code in CODES for line in commands(code)])
def test_every_command_is_one_that_the_program_takes(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(line)[1:]
    if words == ["--help"]:
        return
    assert cli.build().parse_args(words) is not None


def test_fields_are_filled_from_the_program() -> None:
    language.speak("en")
    assert filling.fill("{action find}") == "[Find › Search](action:find) (`Ctrl+L`)"
    assert filling.fill("{keys review.accept} {keys find}") == "`A` `Ctrl+L`"
    assert filling.fill("{place coverage} {word edit.add}") == "[Coverage](place:coverage) **Add a value**"
    assert filling.fill("{query date:>2012}") == "[`date:>2012`](query:date%3A%3E2012)"
    language.speak("es")
    assert filling.fill("{place coverage}") == "[Cobertura](place:coverage)"


@pytest.mark.parametrize("field", ["{action nowhere}", "{keys review.nothing}", "{word no.key}", "{what is}"])
def test_what_the_program_does_not_have_cannot_be_named(field: str) -> None:
    with pytest.raises((KeyError, StopIteration)):
        filling.fill(field)


def test_finding_takes_every_word_with_or_without_accents_and_titles_first() -> None:
    language.speak("es")
    found = searching.find(chapters.every(), "cronologias")
    assert found[0].section.id == "timelines"
    assert searching.find(chapters.every(), "lapso zzz") == []
    assert searching.find(chapters.every(), "  ") == []
    assert all("lapso" in searching.fold(f"{one.section.title} {one.section.text}")
               for one in searching.find(chapters.every(), "LAPSO"))  # fmt: skip


def test_a_snippet_stands_around_the_first_word_found() -> None:
    language.speak("en")
    told = searching.find(chapters.every(), "fingerprint taken")[0].snippet
    assert "fingerprint" in told
    assert len(told) < 120


def test_no_two_actions_have_one_key() -> None:
    """Qt would do neither of them."""
    keys = [one for _, held in actions.MENUS for entry in held if entry for one in entry.keys.split()]
    assert [one for one in keys if keys.count(one) > 1] == []
