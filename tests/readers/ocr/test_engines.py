"""The engines: rapidocr as it is, Tesseract's answers as it prints them."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from archive_app.domain.page import Page
from archive_app.errors import ReadingError
from archive_app.readers import read
from archive_app.readers.ocr import choosing
from archive_app.readers.ocr.choosing import Choice, rapid
from archive_app.readers.ocr.reading import read_page
from archive_app.readers.ocr.tesseract import Tesseract
from tests.readers.ocr.drawing import DPI, LINES, font, page

_HEADER = "level page_num block_num par_num line_num word_num left top width height conf text"


@pytest.fixture(scope="module")
def engine() -> Choice:
    """rapidocr, which the development set-up installs."""
    found = rapid()
    assert found is not None
    return found


def scanned(path: Path, *sheets: Image.Image) -> Path:
    if len(sheets) > 1:
        sheets[0].save(path, dpi=(DPI, DPI), save_all=True, append_images=sheets[1:])
    else:
        sheets[0].save(path, dpi=(DPI, DPI))
    return path


def test_both_languages_are_read_with_words_where_they_stand(engine: Choice, tmp_path: Path) -> None:
    file = scanned(tmp_path / "scan.png", page(*LINES))

    result = read_page(file, "image/png", read(file, "image/png").pages[0], engine)

    assert result.text.split("\n") == list(LINES)
    start = result.text.index("consulate")
    (box,) = result.evidence(start, start + len("consulate")).boxes
    left, right = (72 / DPI * (60 + font(24).getlength(LINES[0][:end])) for end in (start, start + len("consulate")))
    assert box.as_list() == pytest.approx([left, 28, right, 42], abs=4)
    assert result.confidence is not None
    assert result.confidence > 0.95
    assert result.engine.startswith("rapidocr 3.")


@pytest.mark.parametrize("turned", [180, 272])
def test_pages_of_a_tiff_are_read_whichever_way_up_they_lie(turned: int, engine: Choice, tmp_path: Path) -> None:
    upright, other = page(*LINES), page(LINES[1], LINES[0])
    file = scanned(tmp_path / "scan.tiff", upright, other.rotate(-turned, expand=True, fillcolor="white"))

    blank = read(file, "image/tiff").pages[1]
    result = read_page(file, "image/tiff", blank, engine)

    assert result.text.split() == f"{LINES[1]} {LINES[0]}".split()
    assert all(0 <= result.words.box(index).x0 < blank.width for index in range(len(result.words)))


def test_a_photograph_is_read_as_its_camera_held_it(engine: Choice, tmp_path: Path) -> None:
    file, exif = tmp_path / "photo.jpg", Image.Exif()
    exif[0x0112] = 6  # to be turned to the right
    page(LINES[0]).rotate(90, expand=True).save(file, dpi=(DPI, DPI), exif=exif)

    result = read_page(file, "image/jpeg", read(file, "image/jpeg").pages[0], engine)

    assert result.text == LINES[0]
    assert result.width > result.height


def test_a_picture_without_text_is_read_as_such(engine: Choice, tmp_path: Path) -> None:
    file = scanned(tmp_path / "blank.png", Image.new("RGB", (300, 400), "white"))

    result = read_page(file, "image/png", Page(1, "", 144, 192, needs_ocr=True), engine)

    assert (result.text, result.needs_ocr, result.engine) == ("", False, engine.label)


# Tesseract


Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a program named tesseract first on the PATH, which has these languages and prints this table."""
    choosing.chosen.cache_clear()

    def put(languages: str, table: str = "", status: int = 0) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "tesseract"
        program.write_text(
            f"#!/bin/sh\ncase $1 in\n--list-langs) printf 'List of languages:\\n{languages}\\n' ;;\n"
            "--version) echo 'tesseract 5.3.0' ;;\n"
            f"*) cat >/dev/null; cat <<'END'\n{table}\nEND\nexit {status} ;;\nesac\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        return program

    return put


def table(*words: tuple[int, int, int, int, int, int, str]) -> str:
    """Words as (line, left, top, width, height, confidence, text)."""
    rows = [_HEADER.split()]
    for line, left, top, width, height, sure, text in words:
        rows.append(["5", "1", "1", "1", str(line), "1", *map(str, (left, top, width, height, sure)), text])
    return "\n".join("\t".join(row) for row in rows)


def test_tesseract_with_spanish_is_used_before_rapidocr(install: Install) -> None:
    install("eng\\nosd\\nspa")

    choice = choosing.chosen()

    choosing.chosen.cache_clear()
    assert choice is not None
    assert (choice.label, choice.advice) == ("tesseract 5.3.0 (spa+eng)", None)


def test_a_language_that_tesseract_lacks_is_named_with_its_package(install: Install) -> None:
    install("eng\\nosd")

    choice, preferred = choosing.tesseract(), choosing.chosen()

    choosing.chosen.cache_clear()
    assert choice is not None
    assert preferred is not None
    assert re.search("without its Spanish.*tesseract-ocr-spa", choice.advice or "")
    assert preferred.name == "rapidocr"


def test_tesseracts_words_have_corners_as_their_text_runs(install: Install) -> None:
    """A page on its side: the text runs down the picture, so the first word stands above the second."""
    program = install("spa", table((1, 100, 50, 20, 80, 96, "Núñez"), (1, 100, 140, 20, 60, 91, "firma")))

    seen = Tesseract(("spa",), str(program)).read(Image.new("RGB", (300, 400), "white"))

    first, second = seen.words
    assert (first.text, first.confidence, second.text, seen.angle) == ("Núñez", 0.96, "firma", 90.0)
    assert first.corners[0][1] == 50
    assert first.corners[1][1] == 130
    assert first.corners[0][0] > first.corners[3][0]


@pytest.mark.parametrize(("cells", "told"), [(("dos", "tres"), ["uno", "dos", "tres"]), (("x",), ["uno", "woven"])])
def test_the_cells_of_a_table_are_read_by_themselves_where_that_finds_as_much(
    cells: tuple[str, ...], told: list[str], tmp_path: Path
) -> None:
    """The whole page gives a word beside the table and one in it; the columns one below the other give the cells."""
    whole = table((1, 60, 20, 60, 20, 96, "uno"), (2, 100, 110, 90, 20, 60, "woven"))
    columns = table(*((number, 60, 60 + 240 * number, 40, 20, 90, word) for number, word in enumerate(cells)))
    program = tmp_path / "tesseract"
    program.write_text(
        f"#!/bin/sh\ncat >/dev/null\ncase \"$*\" in\n*'--psm 6'*) cat <<'END'\n{columns}\nEND\n;;\n"
        f"*) cat <<'END'\n{whole}\nEND\n;;\nesac\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    sheet = Image.new("RGB", (900, 500), "white")
    pen = ImageDraw.Draw(sheet)
    for x in (80, 400, 800):
        pen.line((x, 90, x, 290), fill="black", width=3)
    for y in (90, 190, 290):
        pen.line((80, y, 800, y), fill="black", width=3)
    seen = Tesseract(("spa",), str(program)).read(sheet)
    assert [word.text for word in seen.words] == told
    if len(cells) == 2:
        first, second = (word.corners[0] for word in seen.words[1:])
        assert first[0] == pytest.approx(80 + 20, abs=4)  # as far into its column as among the columns
        assert second[0] == pytest.approx(400 + 20, abs=4)
        assert abs(first[1] - second[1]) < 10  # on one height of the page


def test_a_picture_that_tesseract_fails_on_is_a_sentence(install: Install) -> None:
    program = install("spa", status=1)

    with pytest.raises(ReadingError, match="Tesseract could not read the picture"):
        Tesseract(("spa",), str(program)).read(Image.new("RGB", (30, 40), "white"))
