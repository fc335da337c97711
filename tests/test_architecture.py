"""The house's rules: who imports whom, how long things grow, what never gets into a file."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from archive_app.__main__ import main

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "archive_app").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
#: What tools leave behind in the project's folder.
NOT_OURS = re.compile(r"\.(git|venv|hypothesis|\w+_cache)|__pycache__|build|dist")


def test_every_import_keeps_the_contracts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [*sys.path])  # it puts the folder there
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_no_file_is_longer_than_a_reader_holds() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {
        f"{_name(path)}:{function.lineno} {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in SOURCES
        for function in _functions(path)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_domain_needs_the_standard_library_alone() -> None:
    """Beside it only the fault that every layer raises, which itself needs nothing."""
    imported = {(_name(path), module) for path in _in("domain") for module in _imports(path)}
    assert {
        (name, module)
        for name, module in imported
        if module.split(".")[0] not in sys.stdlib_module_names
        and not module.startswith("archive_app.domain")
        and module != "archive_app.errors"
    } == set()


@pytest.mark.parametrize("package", ["domain", "services"])
def test_the_day_is_an_argument(package: str) -> None:
    """What asks for today cannot be asked about another day, and changes its answer over night."""
    assert [
        f"{_name(path)}:{node.lineno}"
        for path in _in(package)
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "today"
    ] == []


def test_searching_loads_neither_the_desktop_nor_the_readers(tmp_path: Path) -> None:
    """Each of them takes longer to load than the search itself takes."""
    assert main(["new", str(tmp_path / "archive")]) == 0
    code = "import sys; from archive_app.__main__ import main; main(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", code, "search", str(tmp_path / "archive"), "wage"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "whoosh" in loaded
    assert loaded & {"PySide6", "pdfplumber", "pypdfium2", "PIL", "docx", "lxml", "openpyxl", "reportlab"} == set()


def test_the_pinned_packages_name_no_registry() -> None:
    for path in (ROOT / "packaging").glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"\S*://\S*|--(?:extra-)?index-url|--find-links", text) == [], path.name
        assert text.count("--hash=sha256:") > text.count("==")


def test_no_file_knows_the_folder_it_was_written_in() -> None:
    assert [_name(path) for path in _files(ROOT) if str(ROOT).encode() in path.read_bytes()] == []


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _in(package: str) -> list[Path]:
    return [path for path in SOURCES if path.is_relative_to(ROOT / "archive_app" / package)]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _files(folder: Path) -> Iterator[Path]:
    """All files of the project, without what tools leave behind."""
    for path in folder.iterdir():
        if path.is_dir() and not NOT_OURS.fullmatch(path.name):
            yield from _files(path)
        elif path.is_file():
            yield path
