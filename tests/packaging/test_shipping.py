"""What is handed on names what is there: resources, libraries, versions, types of files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from configparser import ConfigParser
from pathlib import Path

import pytest

from archive_app import __version__
from archive_app.catalogue.format import APPLICATION_ID
from archive_app.cli import parser

PROJECT = Path(__file__).resolve().parents[2]
PACKAGING = PROJECT / "packaging"
SPEC = (PACKAGING / "convenio.spec").read_text(encoding="utf-8")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def stated(name: str) -> object:
    """The value that the spec gives a name."""
    for statement in ast.parse(SPEC).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
            return ast.literal_eval(statement.value)
    raise KeyError(name)


def desktop() -> dict[str, str]:
    read = ConfigParser(interpolation=None, strict=True)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(PACKAGING / "linux" / "convenio.desktop", encoding="utf-8")
    return dict(read["Desktop Entry"])


def metainfo(*words: str) -> ElementTree.Element:
    """The description for software centres as it is filled in for a build."""
    sys.path.insert(0, str(PACKAGING / "linux"))
    try:
        from metainfo import filled  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    return ElementTree.fromstring(filled(*words))


def test_the_spec_takes_all_that_is_read_as_data_along() -> None:
    taken = re.findall(r'PROJECT((?: / "\w+")+)\), "([\w/]+)"', SPEC)
    assert {place for _, place in taken} == {"resources", "sample_archive/documents"}
    for words, place in taken:
        assert "/".join(re.findall(r'"(\w+)"', words)) == place
        assert (PROJECT / place).is_dir()


def test_the_spec_leaves_out_nothing_that_is_imported() -> None:
    left_out = stated("UNUSED")
    assert isinstance(left_out, list)
    imported = set[str]()
    for file in (PROJECT / "archive_app").rglob("*.py"):
        imported.update(re.findall(r"^\s*(?:from|import) ([\w.]+)", file.read_text(encoding="utf-8"), re.MULTILINE))
    assert "PySide6.QtWidgets" in imported
    assert not imported & set(left_out)
    assert not {name.split(".")[0] for name in imported} & set(left_out)


def test_the_parts_of_qt_that_draw_are_kept() -> None:
    kept = stated("QT_PLUGINS")
    assert isinstance(kept, dict)
    assert {"xcb", "wayland", "offscreen", "windows", "cocoa"} <= kept["platforms"]
    assert "svgicon" in kept["iconengines"]


def test_the_version_is_one_everywhere() -> None:
    newest = metainfo("2026-11-22").find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__
    heading = re.search(r"^## (\d+\.\d+\.\d+)", (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heading is not None
    assert heading[1] == __version__
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["version"]["path"] == "archive_app/__init__.py"


def test_the_menu_entry_speaks_both_languages() -> None:
    entry = desktop()
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[key] != entry[f"{key}[es]"]
        assert entry[f"{key}[es]"]
    assert entry["Exec"].split()[:2] == ["convenio", "open"]
    assert (PROJECT / "resources" / "icons" / f"{entry['Icon']}.svg").is_file()
    app = (PROJECT / "archive_app" / "gui" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{entry["StartupWMClass"]}")' in app


def test_the_type_of_file_is_the_catalogue() -> None:
    (kind,) = ElementTree.parse(PACKAGING / "linux" / "convenio.xml").getroot()
    assert desktop()["MimeType"] == f"{kind.get('type')};"
    assert metainfo("2026-11-22").findtext("provides/mediatype") == kind.get("type")
    number = kind.find(f"{MIME}magic/{MIME}match/{MIME}match")
    assert number is not None
    assert (number.get("offset"), int(number.get("value", ""), 16)) == ("68", APPLICATION_ID)
    assert {comment.get(XML_LANG) for comment in kind.findall(f"{MIME}comment")} == {None, "es"}


def test_the_description_for_centres_speaks_both_languages() -> None:
    told = metainfo("2026-11-22", "https://convenio.example/")
    for parent in told.iter():
        plain = [child for child in parent if child.tag in ("summary", "p", "li", "caption", "keyword")]
        languages = [child.get(XML_LANG) for child in plain]
        assert languages.count("es") * 2 == len(languages), parent.tag
    pictures = [image.text or "" for image in told.iter("image")]
    assert len(pictures) == 4
    for picture in pictures:
        assert (PROJECT / picture.removeprefix("https://convenio.example/")).is_file()


def test_without_an_address_no_link_leads_nowhere() -> None:
    told = metainfo("2026-11-22")
    assert not [*told.iter("url"), *told.iter("image")]
    assert "@" not in ElementTree.tostring(told, encoding="unicode")


def test_the_package_depends_on_what_qt_lacks() -> None:
    """Each library of setup.sh is asked for, or comes inside: those are only for the window system of X."""
    needed = re.findall(r"^lib\S+\.so\S* ([a-z][a-z0-9.-]*)", (PACKAGING / "setup.sh").read_text(), re.MULTILINE)
    control = (PACKAGING / "debian" / "control").read_text(encoding="utf-8")
    (depends,) = re.findall(r"^Depends: (.*)$", control, re.MULTILINE)
    asked = {one.split()[0] for one in depends.split(", ")}
    assert len(needed) > 10
    assert {one for one in needed if not one.startswith(("libxcb-", "libxkbcommon"))} <= asked


def test_the_manual_page_tells_every_command(tmp_path: Path) -> None:
    file = tmp_path / "convenio.1"
    subprocess.run([sys.executable, str(PACKAGING / "linux" / "man_page.py"), str(file), "2026-11-22"], check=True)
    page = file.read_text(encoding="utf-8")
    (commands,) = [action.choices for action in parser.build()._actions if isinstance(action.choices, dict)]
    for name in commands:
        written = name.replace("-", r"\-")
        assert f".SS \\fB{written}\\fR" in page
    assert f"Convenio {__version__}" in page
    assert r"\-\-try" not in page


@pytest.mark.parametrize(("words", "status"), [(["--help"], 0), ([], 2), (["cake"], 2)])
def test_the_build_tells_what_it_makes(words: list[str], status: int) -> None:
    ran = subprocess.run(["bash", str(PACKAGING / "build.sh"), *words], capture_output=True, text=True, timeout=60)
    assert ran.returncode == status
    assert "build" in ran.stdout + ran.stderr
    assert not (ran.stdout and ran.stderr)


def test_the_lists_of_packages_are_pinned_and_name_no_place() -> None:
    for name in ("", "-ocr", "-dev", "-build"):
        lines = (PACKAGING / f"requirements{name}.txt").read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if "://" in line or "index" in line]
        packages = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert all("==" in line and line.endswith("\\") for line in packages)
        assert "packaging/renew.sh" not in lines
    assert any(line.startswith("pyinstaller==") for line in packages)
