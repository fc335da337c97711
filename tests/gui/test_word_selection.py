"""Words chosen with the keys and the pointer: by a word, by a line, in a column, over a page's end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.evidence import Box
from archive_app.domain.page import Page, Transcript, WordBoxes
from archive_app.gui.models.page.columns import columns, nearest_word
from archive_app.gui.models.page.passage import Part, Passage
from archive_app.gui.models.page.word_selection import Place, Step, WordSelection, line_of, whole_record

#: A column's left edge and its lines, from a row on.
Block = tuple[float, int, tuple[str, ...]]


def page(number: int, *lines: str) -> Page:
    """Lines of words, each letter 10 points wide, each line 20 points high."""
    return laid_out(number, (0.0, 0, lines))


def laid_out(number: int, *blocks: Block) -> Page:
    """The same in blocks, in the order of reading, an empty line between them."""
    text, words = "", []
    for left, first, lines in blocks:
        text += "\n\n" if text else ""
        for row, line in enumerate(lines, first):
            text += "\n" if row > first else ""
            x = left
            for word in line.split():
                start = len(text) if not text or text[-1] == "\n" else len(text) + 1
                text += word if start == len(text) else f" {word}"
                words.append((start, start + len(word), Box(x, row * 20, x + 10 * len(word), row * 20 + 12)))
                x += 10 * len(word) + 10
    return Page(number, text, 600, 800, WordBoxes(words))


PAGES = (page(1, "The Board of Melons", "agrees with the Office"), page(2, "on wages"), page(3))
FIRST = WordSelection((0, 0), (0, 0))

ENGLISH, SPANISH = ("One article is", "short."), ("Un solo artículo", "es corto.")
LATER, DESPUES = ("A second", "follows it."), ("Le sigue", "el segundo.")
TWO_COLUMNS = (
    laid_out(1, (0, 0, ("Agreement of two offices on wages",)), (0, 1, ENGLISH), (300, 1, SPANISH),
             (0, 4, ("What both of them do in the end",)), (0, 5, LATER), (300, 5, DESPUES)),
    laid_out(2, (0, 0, ("A third ends", "it.")), (300, 0, ("Un tercero", "termina."))),
)  # fmt: skip


def passage(selection: WordSelection, pages: tuple[Page, ...] = PAGES) -> Passage:
    return selection.passage(pages, lambda index: columns(pages[index]))


def quote(selection: WordSelection) -> str:
    return passage(selection).quote


def after(*steps: Step, extend: bool = True, begin: WordSelection = FIRST) -> WordSelection:
    for step in steps:
        begin = begin.stepped(PAGES, step, extend)
    return begin


def test_words_are_added_and_taken_off_again() -> None:
    assert quote(after(Step.NEXT, Step.NEXT)) == "The Board of"
    assert quote(after(Step.NEXT, Step.NEXT, Step.PREVIOUS)) == "The Board"
    assert quote(after(Step.PREVIOUS, begin=WordSelection((0, 2), (0, 2)))) == "Board of"


def test_lines_are_gone_over() -> None:
    assert quote(after(Step.LINE_END)) == "The Board of Melons"
    assert quote(after(Step.BELOW)) == "The Board of Melons agrees"
    assert quote(after(Step.BELOW, Step.ABOVE)) == "The"
    assert quote(after(Step.LINE_END, Step.LINE_START)) == "The"


def test_words_go_on_over_a_page_s_end() -> None:
    last = WordSelection((0, 7), (0, 7))
    assert quote(last) == "Office"
    assert quote(after(Step.NEXT, extend=False, begin=last)) == "on"
    assert quote(after(Step.NEXT, begin=last)) == "Office on"
    assert quote(after(Step.NEXT, Step.PREVIOUS, extend=False, begin=last)) == "Office"
    end = WordSelection((1, 1), (1, 1))
    assert after(Step.NEXT, begin=end) == end  # the page after it has no words
    two = passage(after(Step.NEXT, Step.NEXT, begin=last))
    assert (two.first_page, two.last_page) == (1, 2)
    assert [part.evidence.quote for part in two.parts] == ["Office", "on wages"]


def test_a_record_is_chosen_whole() -> None:
    chosen = whole_record(PAGES)
    assert chosen is not None
    assert passage(chosen).text == "The Board of Melons agrees with the Office\n\non wages"
    assert whole_record(PAGES[2:]) is None
    assert line_of(PAGES[0], 5) == (4, 7)


def find(pages: tuple[Page, ...], page: int, word: str) -> Place:
    held = pages[page]
    told = [held.text[start:end] for start, end in zip(held.words.starts, held.words.ends, strict=True)]
    return page, told.index(word)


def between(one: tuple[int, str], other: tuple[int, str]) -> str:
    selection = WordSelection(find(TWO_COLUMNS, *one), find(TWO_COLUMNS, *other))
    return passage(selection, TWO_COLUMNS).quote


def test_columns_and_what_stands_above_and_below_them_are_told_apart() -> None:
    held = columns(TWO_COLUMNS[0])
    assert [TWO_COLUMNS[0].text[TWO_COLUMNS[0].words.starts[one.first] :][:5].strip() for one in held] == [
        "Agree", "One a", "Un so", "What", "A sec", "Le si",
    ]  # fmt: skip
    assert [(one.box.x0, one.box.x1) for one in held[1:3]] == [(0, 140), (300, 460)]


def test_from_one_column_to_the_same_further_down_the_other_is_left_out() -> None:
    assert between((0, "article"), (0, "second")) == "article is short. What both of them do in the end A second"
    assert between((0, "solo"), (0, "segundo.")) == (
        "solo artículo es corto. What both of them do in the end Le sigue el segundo."
    )
    assert between((0, "follows"), (1, "third")) == "follows it. A third"
    assert between((1, "termina."), (0, "Le")) == "Le sigue el segundo. Un tercero termina."


def test_from_one_column_to_the_other_words_are_taken_as_they_are_read() -> None:
    assert between((0, "short."), (0, "solo")) == "short. Un solo"
    assert between((0, "Agreement"), (0, "es")).endswith("One article is short. Un solo artículo es")


def word_near(x: float, y: float, begun: str | None = None) -> str:
    held = TWO_COLUMNS[0]
    own = find(TWO_COLUMNS, 0, begun)[1] if begun else None
    found = nearest_word(held, columns(held), x, y, own)
    assert found is not None
    return held.text[held.words.starts[found] : held.words.ends[found]]


def test_a_pointer_means_the_words_of_the_column_it_is_in() -> None:
    assert word_near(135, 46) == "short."  # nearer to “es”, but within the first column
    assert word_near(290, 46, "article") == "short."  # between the columns: that of the drag
    assert word_near(290, 46, "solo") == "es"
    assert word_near(150, 36, "solo") == "Un"  # a row's white belongs to its column
    assert word_near(310, 46, "article") == "es"
    assert word_near(20, 790) == "follows"
    assert nearest_word(PAGES[2], columns(PAGES[2]), 3, 3) is None


def test_a_span_of_a_record_s_text_is_a_part_for_each_page() -> None:
    told = Transcript(PAGES)
    start, end = told.text.index("the Office"), len(told.text)
    held = Passage.of(told, start - 1, end)
    assert held is not None
    assert held == Passage((Part(PAGES[0], 32, 42), Part(PAGES[1], 0, 8)))
    assert held.text == "the Office\n\non wages"
    assert Passage.of(told, 3, 4) is None


@given(st.lists(st.tuples(st.sampled_from(list(Step)), st.booleans()), max_size=30))
def test_whatever_the_keys_words_are_chosen(steps: list[tuple[Step, bool]]) -> None:
    chosen = FIRST
    for step, extend in steps:
        chosen = chosen.stepped(PAGES, step, extend)
        for index, word in (chosen.anchor, chosen.caret):
            assert 0 <= word < len(PAGES[index].words)
        assert quote(chosen)


@given(
    st.lists(st.tuples(st.sampled_from((0.0, 150.0, 300.0)), st.integers(0, 30), st.integers(1, 5)), max_size=6),
    st.data(),
)
def test_on_any_page_every_word_is_in_one_column_and_what_is_chosen_begins_and_ends_there(
    blocks: list[tuple[float, int, int]], data: st.DataObject
) -> None:
    held = laid_out(1, *((left, row, ("some words",) * number) for left, row, number in blocks))
    found = columns(held)
    told = [word for one in found for line in one.lines for word in range(line.first, line.last + 1)]
    assert told == list(range(len(held.words)))
    if told:
        one, other = sorted(data.draw(st.tuples(st.sampled_from(told), st.sampled_from(told))))
        chosen = WordSelection((0, one), (0, other)).passage((held,), lambda _: found)
        assert (chosen.parts[0].start, chosen.parts[-1].end) == (held.words.starts[one], held.words.ends[other])
