"""Why and where records matched, words in context, results as files, lists of queries, years."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from archive_app.domain.findings import Histogram
from archive_app.domain.search import Question
from archive_app.errors import Cancelled, UsageError
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.search import batches, concordance, histograms, matches, results, searching
from archive_app.services.search.batches import Asked
from archive_app.services.search.sorting import sorted_on_disk
from tests.services.making import AUSTIN, by_name


@pytest.fixture
def ids(archive: Archive) -> dict[str, str]:
    return by_name(archive)


class Stopped:
    """A person who asked to stop before it began."""

    cancelled = True

    def stage(self, name: str, total: int) -> None:
        pass

    def advance(self, item: str, done: int = 1) -> None:
        pass


# Where and why --------------------------------------------------------------------------------------------------


def test_every_page_of_a_record_has_its_snippet_and_its_marks(archive: Archive, ids: dict[str, str]) -> None:
    id, question = ids["alliance 2010.pdf"], Question("alliance OR austin", expand=False)
    pages = matches.of_record(archive, question, id)
    assert [(page.page, page.snippet) for page in pages] == [
        (1, "<b>Alliance</b> on shade and water."), (2, "Second page: signed in <b>Austin</b>."),
    ]  # fmt: skip
    text = dict(archive.catalogue.pages.text(id))
    assert [text[page.page][start:end] for page in pages for start, end in page.marks] == ["Alliance", "Austin"]
    found = searching.ask(archive, question)
    several = matches.of_records(archive, question, {hit.record: hit.pages for hit in found.hits})
    assert several[id] == pages
    assert list(several) == [hit.record for hit in found.hits]


def test_why_a_record_matched(archive: Archive, ids: dict[str, str]) -> None:
    reasons = matches.why(archive, Question("shade kind:other"), ids["carta.txt"])
    assert [matches.reason_text(reason) for reason in reasons] == [
        "sombra, another name for shade, on page 1", "kind:other",
    ]  # fmt: skip
    told = matches.reason_json(reasons[0])
    assert (told["other_for"], told["field"], told["pages"]) == ("shade", "text", [1])


def test_a_word_in_another_form_is_told(archive: Archive, ids: dict[str, str]) -> None:
    (reason, *_) = matches.why(archive, Question("trench", expand=False), ids["release.html"])
    assert matches.reason_text(reason) == "trench (as trenches) on page 1"


def test_a_query_that_cannot_be_read_is_one_sentence_everywhere(archive: Archive, ids: dict[str, str]) -> None:
    question = Question("(shade")
    for ask in (
        lambda: matches.why(archive, question, ids["carta.txt"]),
        lambda: matches.of_record(archive, question, ids["carta.txt"]),
        lambda: list(concordance.lines(archive, question)),
        lambda: results.gather(archive, question),
        lambda: histograms.by_year(archive, question),
    ):
        with pytest.raises(UsageError, match="cannot be read at character 1"):
            ask()


# Years ----------------------------------------------------------------------------------------------------------


def test_years_follow_one_another_and_undated_records_are_counted_apart(archive: Archive) -> None:
    found = histograms.by_year(archive, Question("alliance OR roofers OR sombra", expand=False))
    assert found == Histogram(((2010, 1), (2011, 0), (2012, 0), (2013, 1)), 3, 5)
    assert histograms.as_json(found) == {"years": {"2010": 1, "2011": 0, "2012": 0, "2013": 1}, "undated": 3}


def test_nothing_found_has_no_years(archive: Archive) -> None:
    assert histograms.by_year(archive, Question("nowhere")) == Histogram((), 0, 0)


# Words in context -----------------------------------------------------------------------------------------------


def shown(archive: Archive, query: str, **options: object) -> list[tuple[str, str, str]]:
    question = Question(query, expand=False)
    found = concordance.lines(archive, question, **options)  # type: ignore[arg-type]
    return [(line.before, line.keyword, line.after) for line in found]


def test_words_stand_in_their_context(archive: Archive) -> None:
    assert sorted(shown(archive, "roofers", around=2)) == [
        ("March: forty", "roofers", ""), ("of the", "roofers", "and of"),
    ]  # fmt: skip
    assert {keyword for _, keyword, _ in shown(archive, '"the roofers"')} == {"the roofers"}


@pytest.mark.parametrize(("sort", "words"), [
    ("after", ["and", "on shade", "on trenches"]), ("date", ["2010-06-01", "2013-06-01"]),
])  # fmt: skip
def test_the_order_is_by_the_word_after_or_by_date(sort: str, words: list[str], archive: Archive) -> None:
    lines = list(concordance.lines(archive, Question("alliance", expand=False), sort=sort))
    assert len(lines) == 2
    if sort == "date":
        assert [line.date for line in lines] == words
    else:
        assert [line.after.split(",")[0].split(" and")[0].rstrip(".") for line in lines] == words[1:]


def test_the_order_by_the_word_before_looks_at_the_nearest_first(archive: Archive) -> None:
    befores = [before.split()[-1:] for before, _, _ in shown(archive, "roofers OR trenches OR agua", sort="before")]
    assert befores == [["forty"], ["on"], ["on"], ["the"], ["y"]]


def test_places_of_restricted_records_stay_in(archive: Archive, ids: dict[str, str], tmp_path: Path) -> None:
    every = list(concordance.lines(archive, Question("roofers", expand=False)))
    leaving = list(concordance.lines(archive, Question("roofers", expand=False), leaving=True))
    assert {line.record for line in every} - {line.record for line in leaving} == {ids["interview.txt"]}
    inquiry, count = concordance.export(archive, Question("roofers", expand=False), tmp_path / "out.csv")
    assert (inquiry.left_out, count) == (1, len(leaving))
    rows = rows_of(tmp_path / "out.csv")
    assert [row["record"] for row in rows] == [line.record for line in leaving]
    assert "ladder" not in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_a_concordance_is_a_workbook_too(archive: Archive, tmp_path: Path) -> None:
    concordance.export(archive, Question("trenches", expand=False), tmp_path / "out.xlsx", sort="date")
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Read me", "Concordance"]
    rows = list(book["Concordance"].values)
    assert rows[0][:3] == ("Before", "Keyword", "After")
    assert [row[1] for row in rows[1:]] == ["trenches", "trenches"]


def test_lines_are_given_out_while_pages_are_still_to_be_read(archive: Archive) -> None:
    found = concordance.lines(archive, Question("alliance OR trenches", expand=False))
    first = next(found)
    assert first.keyword.lower() in ("alliance", "trenches")
    found.close()  # type: ignore[attr-defined]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers())), st.integers(1, 7))
def test_sorting_on_disk_is_sorting(items: list[tuple[int, int]], run: int) -> None:
    assert list(sorted_on_disk(iter(items), lambda item: item[0], run)) == sorted(items, key=lambda item: item[0])


# Results --------------------------------------------------------------------------------------------------------


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def test_results_are_written_with_pages_and_snippets(archive: Archive, ids: dict[str, str], tmp_path: Path) -> None:
    question = Question("alliance OR austin OR roofers", expand=False, sort="title")
    written = results.export(archive, question, tmp_path / "hits.csv")
    rows = rows_of(tmp_path / "hits.csv")
    assert [row["record"] for row in rows] == [one.record for one in written.records]
    assert (written.inquiry.total, written.inquiry.left_out) == (len(rows) + 1, 1)
    row = next(row for row in rows if row["record"] == ids["alliance 2010.pdf"])
    assert (row["title"], row["kind"], row["date"], row["pages"]) == (
        "Alliance on shade", "alliance agreement", "2010-06-01", "1, 2",
    )  # fmt: skip
    assert row["snippets"] == "p. 1: Alliance on shade and water. | p. 2: Second page: signed in Austin."
    assert row["reference"] == f"Alliance on shade, 2010-06-01, Trenches, {ids['alliance 2010.pdf']}"
    assert (row["query"], row["understood"]) == (question.query, "alliance OR austin OR roofers")
    assert (row["found"], row["restricted_left_out"]) == (str(written.inquiry.total), "1")
    assert ids["interview.txt"] not in (tmp_path / "hits.csv").read_text(encoding="utf-8-sig")


def test_the_workbook_tells_what_was_asked(archive: Archive, tmp_path: Path) -> None:
    question = Question("shade", filters={"kind": frozenset({"other", "alliance agreement"})})
    results.export(archive, question, tmp_path / "hits.xlsx")
    book = load_workbook(tmp_path / "hits.xlsx")
    assert book.sheetnames == ["Read me", "Results", "Pages"]
    told = {row[0]: row[1] for row in book["Read me"].iter_rows(min_row=2, max_col=2, values_only=True)}
    assert (told["Query"], told["Understood as"], told["Also looked for"]) == ("shade", "shade", "shade: sombra")
    assert (told["Records found"], told["Restricted, left out"]) == (2, 0)
    assert told["Narrowed to kind"] == "alliance agreement, other"
    assert len(list(book["Results"].values)) == 3
    assert [row[3] for row in book["Pages"].iter_rows(min_row=2, values_only=True)] == [1, 1]


def test_a_record_whose_fields_matched_alone_is_among_the_results(archive: Archive, ids: dict[str, str]) -> None:
    (one,) = results.gather(archive, Question("kind:other")).records
    assert (one.record, one.pages[0].page, one.pages[0].text) == (
        ids["carta.txt"], 1, "Los techadores pidieron sombra y agua.",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["hits.doc", "hits", "missing/hits.csv"])
def test_a_file_that_cannot_be_written_is_told(name: str, archive: Archive, tmp_path: Path) -> None:
    for write in (results.export, concordance.export):
        with pytest.raises(UsageError, match=r"ends otherwise than in|There is no folder"):
            write(archive, Question("shade"), tmp_path / name)


def test_results_can_be_stopped(archive: Archive, tmp_path: Path) -> None:
    for write in (results.export, concordance.export):
        with pytest.raises(Cancelled):
            write(archive, Question("alliance"), tmp_path / "hits.xlsx", progress=Stopped())
    assert not (tmp_path / "hits.xlsx").exists()


def test_text_that_looks_like_a_formula_stays_text(archive: Archive, ids: dict[str, str], tmp_path: Path) -> None:
    describing.correct(archive, ids["carta.txt"], "title", "=1+1")
    results.export(archive, Question("sombra", expand=False), tmp_path / "hits.csv")
    assert "'=1+1" in (tmp_path / "hits.csv").read_text(encoding="utf-8-sig")
    results.export(archive, Question("sombra", expand=False), tmp_path / "hits.xlsx")
    cell = load_workbook(tmp_path / "hits.xlsx")["Results"]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


# Lists of queries -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "asked"), [
    ("shade\ntrench* OR roofers\n", [(1, "", "shade"), (2, "", "trench* OR roofers")]),
    ("Nombre;Consulta\nSombra;sombra\n\n;agua\n", [(2, "Sombra", "sombra"), (4, "", "agua")]),
    ('name,query\r\nBoth,"""on shade"" OR water"\r\nNone\r\n', [(2, "Both", '"on shade" OR water'), (3, "None", "")]),
    ("query\tname\nshade\tS\n", [(2, "S", "shade")]),
    ("date:2011;2012\n", [(1, "", "date:2011;2012")]),
])  # fmt: skip
def test_queries_are_read_from_csv(text: str, asked: list[tuple[int, str, str]], tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert batches.read(tmp_path / "list.csv") == tuple(Asked(*one) for one in asked)


@pytest.mark.parametrize(("content", "sentence"), [
    (b"\n \n", "holds no query"), (b"query\n", "holds no query"), (b"a\xf1o", "not in UTF-8"), (None, "cannot be read"),
])  # fmt: skip
def test_a_list_that_is_none_is_one_sentence(content: bytes | None, sentence: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(UsageError, match=sentence):
        batches.read(tmp_path / "list.csv")


LIST = (Asked(1, "Trenches", "trenches"), Asked(2, "", "(torn"), Asked(3, "", ""), Asked(4, "All", "roofers OR shade"))


def test_each_query_has_its_counts_or_its_fault(archive: Archive) -> None:
    report = batches.run(archive, LIST, facets=["kind", "agency"], expand=False)
    trenches, torn, empty, last = report.rows
    assert (trenches.records, trenches.pages, trenches.restricted, trenches.fault) == (2, 2, 0, None)
    assert trenches.facets["kind"] == {"alliance agreement": 1, "press release": 1}
    assert report.labels[AUSTIN] == "OSHA Austin Area Office"
    assert torn.fault is not None
    assert "cannot be read at character 1" in torn.fault
    assert empty.fault == "The row holds no query; write one, or leave the row out."
    assert (last.records, last.restricted, report.faults) == (3, 1, 2)


@pytest.mark.parametrize("form", batches.FORMATS)
def test_a_report_is_written_in_each_form(form: str, archive: Archive, tmp_path: Path) -> None:
    report, file = batches.run(archive, LIST, facets=["kind"]), tmp_path / f"report.{form}"
    batches.write(report, file)
    if form == "json":
        told = json.loads(file.read_text(encoding="utf-8"))
        assert told == batches.as_json(report)
        assert [row["records"] for row in told["rows"]] == [2, 0, 0, 4]
    elif form == "csv":
        rows = rows_of(file)
        assert [row["records"] for row in rows] == ["2", "", "", "4"]
        assert rows[0]["kind"] == "alliance agreement: 1; press release: 1"
    else:
        book = load_workbook(file)
        assert book.sheetnames == ["Read me", "Queries", "Counts"]
        assert [row[4] for row in book["Queries"].iter_rows(min_row=2, values_only=True)] == [2, None, None, 4]


def test_what_cannot_be_counted_by_is_told(archive: Archive) -> None:
    with pytest.raises(UsageError, match="counted by “colour”"):
        batches.run(archive, LIST, facets=["colour"])
    with pytest.raises(Cancelled):
        batches.run(archive, LIST, progress=Stopped())
