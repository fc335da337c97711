"""Every sentence that arises below the window and can reach a person is told in the window's other language too."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app import paths
from archive_app.errors import ConvenioError, ReadingError
from archive_app.gui import language, sentences
from archive_app.readers import limits

PROGRAM = Path(language.__file__).parents[1]
#: Faces word what they say themselves; extraction and exports say nothing of their own to a person at the window.
ELSEWHERE = {"gui", "cli", "extractors", "exports", "domain"}
SPANISH = tomllib.loads((paths.resources() / "sentences" / "es.toml").read_text(encoding="utf-8"))
#: Not for a person: the declaration of a bag, and what a damaged index is called inside the index.
NOT_TOLD = ("Tag-File-Character-Encoding",)


def template(node: ast.AST) -> str:
    """A text as it is written, its places numbered; "" for what is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    numbers = iter(range(len(parts)))
    return "".join(f"{{{next(numbers)}}}" if part is None else str(part) for part in parts)


def silent(tree: ast.AST) -> Iterator[int]:
    """What is no sentence of its own: documentation, parts of a longer text, and what bears a key of the interface."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield id(node.value)
        elif isinstance(node, ast.JoinedStr):
            yield from (id(part) for part in ast.walk(node) if part is not node)
        elif isinstance(node, ast.Call) and any(word.arg == "key" for word in node.keywords):
            yield from map(id, ast.walk(node))


def is_sentence(text: str) -> bool:
    return text.endswith(".") and text[:1] in "“{" + string.ascii_uppercase and len(re.findall(r"[a-z]{2,}", text)) > 2


def written() -> Iterator[tuple[str, str]]:
    """Every sentence of the program below its faces, with the place where it stands."""
    for module in sorted(PROGRAM.rglob("*.py")):
        if module.relative_to(PROGRAM).parts[0] in ELSEWHERE:
            continue
        tree = ast.parse(module.read_text(encoding="utf-8"))
        left_out = set(silent(tree))
        for node in ast.walk(tree):
            text = template(node)
            if id(node) not in left_out and is_sentence(text) and not text.startswith(NOT_TOLD):
                yield f"{module.relative_to(PROGRAM)}:{getattr(node, 'lineno', 0)}", text


def spoken(sentence: str) -> str:
    return sentences.told(sentence, "es", lambda _table, code: code)


def filled(text: str) -> str:
    return re.sub(r"\{(\w*)\}", r"x\1", text)


def test_every_sentence_is_told_in_spanish() -> None:
    assert [f"{where} {text}" for where, text in written() if spoken(filled(text)) == filled(text)] == []


def test_the_search_for_sentences_finds_them() -> None:
    tree = ast.parse(
        '"""A docstring of a module."""\nraise X(f"No {a.b} is here; look at {c}.")\nY("Said so.", key="k")'
    )
    left_out = set(silent(tree))
    assert [template(node) for node in ast.walk(tree) if id(node) not in left_out and template(node)] == [
        "No {0} is here; look at {1}."
    ]


@pytest.mark.parametrize(("english", "spanish"), SPANISH.items())
def test_a_translation_names_what_the_sentence_names(english: str, spanish: str) -> None:
    named = {name for _, name, _, _ in string.Formatter().parse(english) if name is not None}
    assert {name for _, name, _, _ in string.Formatter().parse(spanish) if name is not None} <= named
    assert spanish.strip() != english
    assert spanish[-1:] == english[-1:] or english[-1:] not in ".:"


def test_what_is_named_goes_into_the_translation() -> None:
    fault = limits.broken("a PDF")
    assert spoken(fault.cause) == "El archivo está dañado o incompleto y no se puede leer como PDF."
    assert spoken(f"{fault.cause} {fault.remedy}").endswith("guárdelo de nuevo.")
    assert spoken("There is no page 3; the file has 2.") == "No hay página 3; el archivo tiene 2."


def test_every_kind_of_file_that_may_be_damaged_is_named_in_spanish() -> None:
    modules = [module.read_text(encoding="utf-8") for module in (PROGRAM / "readers").rglob("*.py")]
    kinds = {kind for text in modules for kind in re.findall(r"(?:broken\(|_WHAT = )\"([^\"]+)\"", text)}
    assert kinds
    assert {kind for kind in kinds if spoken(kind) == kind} == set()


def test_codes_are_told_as_words() -> None:
    language.speak("es")
    told = language.translated("There is no field “colour”; the fields are title, term.")
    assert told == f"No hay ningún campo «colour»; los campos son {language.word('field', 'title')}, " \
                   f"{language.word('field', 'term')}."  # fmt: skip


def test_a_fault_of_reading_is_told_whole() -> None:
    language.speak("es")
    told = language.sentence(ReadingError("reading", "The file is empty.", "Look for a whole copy of it."))
    assert told == "El archivo está vacío. Busque una copia completa."
    assert language.sentence(ConvenioError("Marker said so.")) == "Marker said so."


def test_english_stays_as_it_was_written() -> None:
    assert language.translated("The file is empty.") == "The file is empty."


@given(st.text(max_size=60))
def test_what_no_code_says_stays(text: str) -> None:
    assert spoken(text) == text
