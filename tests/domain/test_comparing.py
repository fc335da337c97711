"""Clauses found in both languages, and what changed between two papers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive_app.domain.clauses import clauses
from archive_app.domain.comparing import Change, compare, word_changes, word_key

EARLIER = """MEMORANDUM OF UNDERSTANDING

PURPOSE

1. The office and the consulate hold six talks a year at the consulate.

2. Each side names one person who answers for the work.

3. No name of a visitor is passed on without consent of the visitor.

4. This memorandum stays in force for two (2) years from its signature."""
LATER = """MEMORANDUM OF UNDERSTANDING

PURPOSE

1. The office and the consulate hold eight talks a year at the consulate.

2. No name of a visitor is passed on without consent of the visitor.

3. Each side names one person who answers for the work.

4. This memorandum stays in force for five (5) years from its signature.

5. Leaflets are printed at the cost of the side that asks for them."""


def test_clauses_have_number_heading_words_and_page() -> None:
    found = clauses([EARLIER])
    assert [clause.number for clause in found] == ["1.", "2.", "3.", "4."]
    assert found[0].heading == "MEMORANDUM OF UNDERSTANDING PURPOSE"
    assert found[3].text == "This memorandum stays in force for two (2) years from its signature."


def test_spanish_clauses_are_found_by_their_ordinals() -> None:
    found = clauses(["PRIMERA.- Las partes se reúnen cada mes.\n\nSEGUNDA.- Cada una paga lo suyo.\n"])
    assert [(one.number, one.text) for one in found] == [
        ("PRIMERA.-", "Las partes se reúnen cada mes."), ("SEGUNDA.-", "Cada una paga lo suyo."),
    ]  # fmt: skip


def test_furniture_is_left_out_and_sentences_go_on_over_pages() -> None:
    bodies = ("1. Both sides meet in the month of May, and those who\ncome from afar, as the visitors are", "paid for.",
              "2. They part.")  # fmt: skip
    pages = [f"Alliance, rev. {n}\n\n{body}\n\nPage {n} of 3" for n, body in enumerate(bodies, 1)]
    assert [clause.text for clause in clauses(pages)] == [
        "Both sides meet in the month of May, and those who come from afar, as the visitors are paid for.", "They part."
    ]  # fmt: skip


def test_headings_in_small_letters_are_known_by_where_they_stand() -> None:
    text = ("Both sides meet in the month of May at the consulate, and they part when all is\nsaid.\nDuration\n"
            "This paper will remain in effect for two years from the day on which both signed.")  # fmt: skip
    assert [clause.heading for clause in clauses([text])] == ["", "Duration"]


def test_words_parted_at_a_line_end_are_whole() -> None:
    (only,) = clauses(["The two bodies coop-\nerate in the field."])
    assert only.text == "The two bodies cooperate in the field."


def test_what_changed_moved_and_came() -> None:
    told = compare(clauses([EARLIER]), clauses([LATER]))
    assert [str(one.change) for one in told] == ["changed", "same", "moved", "changed", "added"] or [
        str(one.change) for one in told
    ] == ["changed", "moved", "same", "changed", "added"]
    assert [(run.op, run.text) for run in told[3].words if run.op != "same"] == [
        ("removed", "two (2)"), ("added", "five (5)")
    ]  # fmt: skip


def test_what_was_removed_stands_where_it_stood() -> None:
    told = compare(clauses([LATER]), clauses([EARLIER]))
    assert told[-1].change is Change.REMOVED
    assert told[-1].later is None


def test_slips_of_scanning_change_nothing_and_figures_do() -> None:
    scanned = EARLIER.replace("consulate", "consuIate").replace("memorandum", "rnemorandum").replace("years", "years ,")
    assert {one.change for one in compare(clauses([EARLIER]), clauses([scanned]))} == {Change.SAME}
    assert word_key("2O14") == word_key("2014") != word_key("2015")


def test_a_paper_against_itself_changes_nothing() -> None:
    assert {one.change for one in compare(clauses([LATER]), clauses([LATER]))} == {Change.SAME}


WORDS = st.lists(st.sampled_from("talks visitors consent office year month paper force".split()), max_size=25)


@given(WORDS, WORDS)
def test_the_words_of_both_papers_are_told_whole(earlier: list[str], later: list[str]) -> None:
    runs = list(word_changes(earlier, later))
    assert " ".join(run.text for run in runs if run.op != "added").split() == earlier
    assert " ".join(run.text for run in runs if run.op != "removed").split() == later
