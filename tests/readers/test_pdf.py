"""PDF pages: where the words stand, what is drawn oddly, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from reportlab.pdfbase.pdfmetrics import stringWidth

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page
from archive_app.errors import ReadingError
from archive_app.readers import read
from archive_app.readers.rendering import render_page
from tests import builders

PDF = "application/pdf"


def page_of(path: Path, number: int = 1) -> Page:
    return read(path, PDF).pages[number - 1]


def box_of(page: Page, word: str) -> Box:
    start = page.text.index(word)
    (box,) = page.evidence(start, start + len(word)).boxes
    return box


def assert_near(box: Box, x0: float, top: float, x1: float, bottom: float) -> None:
    assert box.as_list() == pytest.approx([x0, top, x1, bottom], abs=2)


def drawn_at(x: float, baseline: float, word: str, size: float = 11) -> tuple[float, float, float, float]:
    """The box of a word in Times, from the height of its capitals to its descenders, the page upright."""
    top = builders.HEIGHT - baseline
    return x, top - 0.9 * size, x + stringWidth(word, builders.FONT, size), top + 0.22 * size


def test_every_word_has_its_place_in_the_text_and_on_the_page(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.drawString(100, 600, "Consulate")
    on.drawString(300, 500, "Department")
    on.save()
    page = page_of(tmp_path / "a.pdf")
    assert page.text.split() == ["Consulate", "Department"]
    assert_near(box_of(page, "Consulate"), *drawn_at(100, 600, "Consulate"))
    assert_near(box_of(page, "Department"), *drawn_at(300, 500, "Department"))
    assert (page.width, page.height) == (builders.WIDTH, builders.HEIGHT)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_and_boxed_as_it_is_shown(tmp_path: Path, turn: int) -> None:
    upright = builders.two_column_pdf(tmp_path / "a.pdf", "left words here " * 40, "palabras a la derecha " * 30)
    with_turn = PdfDocument(upright)
    with_turn[0].set_rotation(turn)
    with_turn.save(tmp_path / "b.pdf")
    page = page_of(tmp_path / "b.pdf")
    assert sorted(page.text.split()) == sorted(page_of(upright).text.split())
    assert (page.width, page.height) == ((792, 612) if turn in (90, 270) else (612, 792))
    width, height, pixels = render_page(tmp_path / "b.pdf", PDF, 1, 1)
    # Every box covers ink on the picture of the page as it is shown.
    for index in range(0, len(page.words), 7):
        box = page.words.box(index)
        rows = range(max(0, round(box.top)), min(height, round(box.bottom)))
        spans = (pixels[3 * (row * width + round(box.x0)) : 3 * (row * width + round(box.x1))] for row in rows)
        assert min(min(span) for span in spans) < 128


def test_text_drawn_sideways_is_read_in_its_own_direction(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.drawString(72, 700, "The body of the page.")
    for angle, x, text in ((90, 40, "Received in the archive"), (-90, 580, "a second stamp")):
        on.saveState()
        on.translate(x, 400)
        on.rotate(angle)
        on.drawString(0, 0, text)
        on.restoreState()
    on.save()
    page = page_of(tmp_path / "a.pdf")
    assert page.text == "The body of the page.\n\na second stamp\n\nReceived in the archive"
    assert_near(box_of(page, "Received"), 30, 792 - 400 - stringWidth("Received", builders.FONT, 11), 42.5, 392)


def test_a_page_cropped_to_a_part_counts_from_its_shown_corner(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.drawString(200, 600, "Consulate")
    on.save()
    document = PdfDocument(tmp_path / "a.pdf")
    document[0].set_cropbox(100, 300, 500, 700)
    document.save(tmp_path / "b.pdf")
    page = page_of(tmp_path / "b.pdf")
    assert (page.width, page.height) == (400, 400)
    x0, top, x1, bottom = drawn_at(200, 600, "Consulate")
    assert_near(box_of(page, "Consulate"), x0 - 100, top - 92, x1 - 100, bottom - 92)


def test_letters_set_wide_are_words(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.drawString(72, 700, "M E M O R A N D U M")
    line = on.beginText(72, 650)
    line.setCharSpace(5)
    line.textOut("ACUERDO")
    on.drawText(line)
    on.save()
    assert page_of(tmp_path / "a.pdf").text.split() == ["MEMORANDUM", "ACUERDO"]


def test_words_set_without_a_space_character_are_parted_by_their_gap(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    x = 72.0
    for word in ["without", "any", "space", "between", "them"]:
        on.drawString(x, 700, word)
        x += stringWidth(word, builders.FONT, 11) + 3.2
    on.save()
    assert page_of(tmp_path / "a.pdf").text == "without any space between them"


def test_bold_by_drawing_twice_is_read_once(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    on.drawString(72, 700, "Drawn twice to look bold")
    on.drawString(72.3, 700, "Drawn twice to look bold")
    on.save()
    assert page_of(tmp_path / "a.pdf").text == "Drawn twice to look bold"


def test_a_hyphen_at_a_lines_end_stays_as_printed(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    builders.draw_lines(on, 72, 72, ["the obligations of the under-", "signed parties"])
    on.save()
    assert page_of(tmp_path / "a.pdf").text == "the obligations of the under-\nsigned parties"


def test_an_initial_two_lines_high_does_not_weave_them(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf", size=30)
    on.drawString(72, 690, "W")
    on.setFont(builders.FONT, 11)
    on.drawString(105, 702, "orkers came to the office in the morning")
    on.drawString(105, 689, "and were told of their rights in two")
    on.drawString(72, 676, "languages by those who had come with them.")
    on.save()
    lines = page_of(tmp_path / "a.pdf").text.split("\n")
    assert lines[0].endswith("orkers came to the office in the morning")
    assert lines[1].endswith("and were told of their rights in two")


def test_what_the_file_says_of_itself(tmp_path: Path) -> None:
    paper = read(builders.make_pdf(tmp_path / "a.pdf", "Words.", title="Carta de intención", author="R. Calloway"), PDF)
    assert paper.metadata["title"] == "Carta de intención"
    assert paper.metadata["author"] == "R. Calloway"
    assert paper.metadata["created"] == "2000-01-01T00:00:00"


def test_a_scan_needs_character_recognition(tmp_path: Path) -> None:
    pages = read(builders.scanned_pdf(tmp_path / "a.pdf", "A page\nthat is a picture", "Another"), PDF).pages
    assert [(page.text, page.needs_ocr) for page in pages] == [("", True), ("", True)]
    stamped = page_of(builders.scanned_pdf(tmp_path / "b.pdf", "A page", stamp="Exhibit 10.4 to the annual report"))
    assert stamped.needs_ocr


def test_a_page_of_text_or_of_nothing_does_not(tmp_path: Path) -> None:
    pages = read(builders.make_pdf(tmp_path / "a.pdf", "Words enough for a page.", ""), PDF).pages
    assert [page.needs_ocr for page in pages] == [False, False]


def failure(path: Path) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read(path, PDF)
    assert caught.value.stage == "reading"
    return caught.value


def test_a_protected_file_is_told_as_such(tmp_path: Path) -> None:
    fault = failure(builders.make_pdf(tmp_path / "a.pdf", "Secret.", password="open sesame"))
    assert str(fault) == "The file is protected by a password. Save a copy without the password and add that."


def test_a_file_cut_off_is_told_as_damaged(tmp_path: Path) -> None:
    whole = builders.make_pdf(tmp_path / "a.pdf", "Words.").read_bytes()
    (tmp_path / "b.pdf").write_bytes(whole[:200])
    assert "damaged or incomplete and cannot be read as a PDF" in str(failure(tmp_path / "b.pdf"))


def test_an_empty_file_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    assert str(failure(tmp_path / "a.pdf")) == "The file is empty. Look for a whole copy of it."


def test_a_file_that_is_gone_is_told_as_such(tmp_path: Path) -> None:
    assert "cannot be opened" in str(failure(tmp_path / "gone.pdf"))


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    document = PdfDocument.new()
    for _ in range(5001):
        document.new_page(10, 10).close()
    document.save(tmp_path / "a.pdf")
    assert "more than 5,000 pages" in str(failure(tmp_path / "a.pdf"))
