"""Reading order on real pages: columns, signature blocks, and what only looks like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.readers.pdf import read
from tests import builders

ENGLISH = [
    "The parties will train workers of both offices twice a year and share the cost of the rooms in equal parts.",
    "Each consulate keeps a list of the complaints it receives and passes on those that the worker wants passed on.",
    "This memorandum stays in force for three years from the last signature and may be renewed by exchange of letters.",
    "Either party may end it by notice in writing sent at least sixty days before the day on which it is to end.",
]
SPANISH = [
    "Las partes capacitarán al personal de ambas oficinas dos veces al año y pagarán las salas por partes iguales.",
    "Cada consulado lleva una lista de las quejas que recibe y remite aquellas que la persona trabajadora consienta.",
    "Este memorándum tendrá una vigencia de tres años a partir de la última firma y se renovará por canje de notas.",
    "Cualquiera de las partes podrá darlo por terminado mediante aviso escrito con sesenta días de anticipación.",
]


def text_of(path: Path) -> str:
    return "\n".join(page.text for page in read(path, "application/pdf").pages)


def flat(text: str) -> str:
    return " ".join(text.split())


def assert_in_order(text: str, *parts: str) -> None:
    """Every part stands whole in the text, one after the other."""
    whole, place = flat(text), 0
    for part in parts:
        found = whole.find(flat(part), place)
        assert found >= 0, f"{part!r} is not whole, or not in its place, in:\n{text}"
        place = found + len(flat(part))


@pytest.mark.parametrize("title", ["", "MEMORANDUM OF UNDERSTANDING · MEMORÁNDUM DE ENTENDIMIENTO"])
@pytest.mark.parametrize("gutter", [9, 14, 24, 60])
@pytest.mark.parametrize("drop", [0, 3.5, 6])
def test_columns_are_read_one_after_the_other(tmp_path: Path, title: str, gutter: float, drop: float) -> None:
    english, spanish = "\n\n".join(ENGLISH), "\n\n".join(SPANISH)
    path = builders.two_column_pdf(tmp_path / "a.pdf", english, spanish, title=title, gutter=gutter, drop=drop)
    assert_in_order(text_of(path), title, *ENGLISH, *SPANISH)


@pytest.mark.parametrize(("left", "right"), [(4, 1), (1, 4), (4, 2), (2, 4)])
def test_columns_of_unequal_length(tmp_path: Path, left: int, right: int) -> None:
    path = builders.two_column_pdf(
        tmp_path / "a.pdf", "\n\n".join(ENGLISH[:left]), "\n\n".join(SPANISH[:right]), title="AGREEMENT"
    )
    assert_in_order(text_of(path), "AGREEMENT", *ENGLISH[:left], *SPANISH[:right])


def test_headings_across_the_page_divide_the_columns(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    top = 72.0
    heads = ["Article One of this agreement between the parties", "Article Two of this agreement between the parties"]
    for number, heading in enumerate(heads):
        on.drawCentredString(builders.WIDTH / 2, builders.HEIGHT - top - 11, heading)
        clauses = slice(2 * number, 2 * number + 2)
        left = builders.wrapped("\n\n".join(ENGLISH[clauses]), 220)
        right = builders.wrapped("\n\n".join(SPANISH[clauses]), 220)
        end = builders.draw_lines(on, 72, top + 24, left)
        top = max(end, builders.draw_lines(on, 316, top + 24, right)) + 12
    on.save()
    text = text_of(tmp_path / "a.pdf")
    assert_in_order(text, heads[0], *ENGLISH[:2], *SPANISH[:2], heads[1], *ENGLISH[2:], *SPANISH[2:])


def test_text_before_and_after_the_columns_keeps_its_place(tmp_path: Path) -> None:
    before = "The undersigned met in the city and, having talked for two days about what each office can do, agreed."
    after = "Signed in two originals, both texts being equally valid, in the presence of those who came that morning."
    on = builders.canvas(tmp_path / "a.pdf")
    top = builders.draw_lines(on, 72, 72, builders.wrapped(before, 468)) + 12
    end = builders.draw_lines(on, 72, top, builders.wrapped("\n\n".join(ENGLISH), 220))
    end = max(end, builders.draw_lines(on, 316, top, builders.wrapped("\n\n".join(SPANISH), 220)))
    builders.draw_lines(on, 72, end + 12, builders.wrapped(after, 468))
    on.save()
    assert_in_order(text_of(tmp_path / "a.pdf"), before, *ENGLISH, *SPANISH, after)


def test_three_columns(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    columns = [ENGLISH[0] + " " + ENGLISH[1], SPANISH[0] + " " + SPANISH[1], ENGLISH[2] + " " + ENGLISH[3]]
    for number, text in enumerate(columns):
        builders.draw_lines(on, 50 + 175 * number, 72, builders.wrapped(text, 160))
    on.save()
    assert_in_order(text_of(tmp_path / "a.pdf"), *columns)


def test_a_word_that_oversteps_the_gutter_does_not_weave_the_columns(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf", size=10)
    left = builders.wrapped(" ".join(ENGLISH) + " " + " ".join(ENGLISH), 200, 10)
    right = builders.wrapped(" ".join(SPANISH) + " " + " ".join(SPANISH), 200, 10)
    left[5] = "office-in-charge-of-the-inter-institutional-matters"
    builders.draw_lines(on, 72, 72, left, size=10)
    builders.draw_lines(on, 290, 72, right[:5], size=10)
    builders.draw_lines(on, 310, 72 + 5 * 12, right[5:6], size=10)
    builders.draw_lines(on, 290, 72 + 6 * 12, right[6:], size=10)
    on.save()
    assert_in_order(text_of(tmp_path / "a.pdf"), *left, *right)


FOR_THE_OFFICE = [
    "FOR THE DISTRICT OFFICE",
    "By: ____________________",
    "Name: Harold Winslow",
    "Title: District Director",
]
POR_EL_CONSULADO = ["POR EL CONSULADO", "By: ____________________", "Name: Lucía Arriaga Peña", "Title: Cónsul Titular"]
CLOSING = (
    "In witness of which the parties, by those who may sign for them, have signed this memorandum on the day and in "
    "the year that stand beside each name, and each keeps one original."
)


@pytest.mark.parametrize("right_at", [250, 330])
@pytest.mark.parametrize("above", ["", CLOSING])
def test_signature_blocks_are_not_woven(tmp_path: Path, right_at: float, above: str) -> None:
    path = builders.signature_blocks_pdf(
        tmp_path / "a.pdf",
        FOR_THE_OFFICE,
        POR_EL_CONSULADO,
        above=above,
        below="Done in two originals.",
        right_at=right_at,
    )
    assert_in_order(text_of(path), above, *FOR_THE_OFFICE, *POR_EL_CONSULADO, "Done in two originals.")


def test_signature_blocks_in_two_languages_with_dates(tmp_path: Path) -> None:
    left = [
        "For the Department",
        "______________________",
        "Ruth Calloway",
        "Regional Administrator",
        "Date: March 4, 2013",
    ]
    right = [
        "Por la Embajada",
        "______________________",
        "Tomás Ibarra Luna",
        "Ministro Consejero",
        "Fecha: 4 de marzo de 2013",
    ]
    path = builders.signature_blocks_pdf(tmp_path / "a.pdf", left, right, above=CLOSING)
    assert_in_order(text_of(path), CLOSING, *left, *right)


def test_a_foot_across_the_page_is_no_part_of_the_columns(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    builders.draw_lines(on, 72, 300, FOR_THE_OFFICE, leading=24)
    builders.draw_lines(on, 330, 300, POR_EL_CONSULADO, leading=24)
    builders.draw_lines(on, 72, 740, ["Kept by the archive in its third box"])
    builders.draw_lines(on, 530, 740, ["17"])
    on.save()
    text = text_of(tmp_path / "a.pdf")
    assert_in_order(text, *FOR_THE_OFFICE, *POR_EL_CONSULADO, "Kept by the archive in its third box 17")


def test_signers_who_only_give_name_and_office(tmp_path: Path) -> None:
    left = ["Ruth Calloway", "Regional Administrator", "Department of Fair Wages"]
    right = ["Tomás Ibarra Luna", "Cónsul General", "Consulado en Brisa Alta"]
    path = builders.signature_blocks_pdf(tmp_path / "a.pdf", left, right, above=CLOSING)
    assert_in_order(text_of(path), CLOSING, *left, *right)


def test_a_table_of_figures_is_read_by_rows(tmp_path: Path) -> None:
    rows = [
        ["Fiscal year", "Cases", "Wages found"],
        *([f"20{n:02}", f"{n * 31}", f"${n * 1417:,}"] for n in range(6, 20)),
    ]
    text = text_of(builders.table_pdf(tmp_path / "a.pdf", rows))
    assert [line.split("\t") for line in text.splitlines() if line] == rows


def test_a_table_that_repeats_its_names_is_read_by_rows(tmp_path: Path) -> None:
    places = ["Brisa Alta", "Lago Norte", "Peña Blanca", "Puerto Viejo", "Brisa Alta"]
    rows = [(place, place, f"0{n}/12/2012", f"0{n}/12/2014") for n, place in enumerate(places, 1)]
    text = text_of(builders.table_pdf(tmp_path / "a.pdf", rows))
    assert_in_order(text, *(" ".join(row) for row in rows))


def test_names_with_figures_are_read_by_rows(tmp_path: Path) -> None:
    rows = [[f"Consulate of Lake Number {n}", f"{n * 12} cases"] for n in range(3, 12)]
    text = text_of(
        builders.table_pdf(tmp_path / "a.pdf", [[name, count.split()[0]] for name, count in rows], column=200)
    )
    assert_in_order(text, *(f"{name} {count.split()[0]}" for name, count in rows))


def test_list_numbers_stay_with_their_text(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    top = 72.0
    for number, clause in enumerate(ENGLISH, 1):
        builders.draw_lines(on, 72, top, [f"{number}."])
        top = builders.draw_lines(on, 110, top, builders.wrapped(clause, 400)) + 10
    on.save()
    assert_in_order(text_of(tmp_path / "a.pdf"), *(f"{number}. {clause}" for number, clause in enumerate(ENGLISH, 1)))


def test_labels_stay_with_what_they_label(tmp_path: Path) -> None:
    rows = [
        ("To:", "All district directors"),
        ("From:", "The administrator"),
        ("Date:", "May 5, 2011"),
        ("Subject:", "Visits"),
    ]
    text = text_of(builders.table_pdf(tmp_path / "a.pdf", rows, ruled=False))
    assert_in_order(text, *(f"{label} {value}" for label, value in rows))


def test_defined_terms_stay_with_their_definitions(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    top = 72.0
    terms = ["Worker", "Consular office", "Fair hearing", "Joint calendar"]
    for term, meaning in zip(terms, ENGLISH, strict=True):
        builders.draw_lines(on, 72, top, [term])
        top = builders.draw_lines(on, 200, top, builders.wrapped(meaning, 330)) + 8
    on.save()
    assert_in_order(text_of(tmp_path / "a.pdf"), *(f"{t} {m}" for t, m in zip(terms, ENGLISH, strict=True)))


def test_running_text_is_left_alone(tmp_path: Path) -> None:
    text = "\n\n".join([*ENGLISH, *SPANISH] * 3)
    assert_in_order(text_of(builders.make_pdf(tmp_path / "a.pdf", text)), text)


def test_justified_text_with_wide_spaces_is_left_alone(tmp_path: Path) -> None:
    on = builders.canvas(tmp_path / "a.pdf")
    top = 72.0
    for line in builders.wrapped(" ".join(ENGLISH * 4), 200):
        words = line.split()
        spread = (240 - sum(on.stringWidth(word) for word in words)) / (len(words) - 1)
        x = 72.0
        for word in words:
            on.drawString(x, builders.HEIGHT - top, word)
            x += on.stringWidth(word) + spread
        top += 13
    on.save()
    assert_in_order(text_of(tmp_path / "a.pdf"), *(ENGLISH * 4))


def test_a_centred_title_block_is_left_alone(tmp_path: Path) -> None:
    lines = [
        "MEMORANDUM OF UNDERSTANDING",
        "BETWEEN",
        "THE DISTRICT OFFICE OF FAIR WAGES",
        "AND",
        "THE CONSULATE IN BRISA ALTA",
        "REGARDING THE RIGHTS OF WORKERS",
    ]
    on = builders.canvas(tmp_path / "a.pdf", size=14)
    for number, line in enumerate(lines):
        on.drawCentredString(builders.WIDTH / 2, 700 - 22 * number, line)
    on.save()
    assert_in_order(text_of(tmp_path / "a.pdf"), *lines)


def test_one_line_for_each_printed_line_and_an_empty_line_between_blocks(tmp_path: Path) -> None:
    paragraphs = [" ".join(ENGLISH), " ".join(SPANISH)]
    blocks = text_of(builders.make_pdf(tmp_path / "b.pdf", "\n\n".join(paragraphs))).split("\n\n")
    assert [flat(block) for block in blocks] == paragraphs
