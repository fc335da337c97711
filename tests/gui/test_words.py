"""Values in words, and words found on pages."""

from __future__ import annotations

import json
from datetime import date

import pytest

from archive_app.domain.fact import Fact, Party, Relation, Signatory, Source
from archive_app.domain.record import Event
from archive_app.gui.delegates.marked_text import begun_late, parse
from archive_app.gui.models import wording
from archive_app.gui.models.description import history
from archive_app.gui.models.page.marks import Marking


@pytest.mark.parametrize(
    ("given_date", "told"),
    [
        ("2014-09-03", "3 September 2014"), ("2014-09", "September 2014"), ("2014", "2014"),
        ("perpetual", "without end"), (None, ""), ("some day", "some day"),
    ],
)  # fmt: skip
def test_dates_are_told_as_far_as_they_are_known(given_date: str | None, told: str) -> None:
    assert wording.edtf(given_date) == told


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2014, 3, 9), date(2015, 8, 31), "1 year 5 months"), (date(2020, 1, 1), date(2021, 12, 31), "2 years"),
        (date(2020, 1, 1), date(2020, 1, 1), "1 day"), (date(2020, 1, 1), date(2020, 1, 20), "20 days"),
        (date(2020, 1, 1), date(2020, 5, 31), "5 months"), (date(2020, 1, 31), date(2020, 3, 30), "2 months"),
        (date(2014, 5, 2), date(2026, 11, 22), "12 years 6 months"), (date(2020, 1, 2), date(2020, 2, 29), "59 days"),
    ],
)  # fmt: skip
def test_lengths_of_lapses(start: date, end: date, told: str) -> None:
    assert wording.length(start, end) == told


def test_values_with_parts_are_told_in_one_or_two_lines() -> None:
    assert wording.value("signatory", Signatory("Ana Ruiz", "Consul", date="2012-03")) == "Ana Ruiz\nConsul, March 2012"
    assert wording.value("relation", Relation("renews", date="2011-08-29")) == "renews the paper of 29 August 2011"
    assert wording.value("party", Party("Labor Office")) == "Labor Office"
    assert wording.value("kind", None) == "not stated"


def test_certainty_and_source_are_said_out_loud() -> None:
    computed = Fact("expiration_date", "2014-03-08", 0.8, "effective_date + term", source=Source.COMPUTED,
                    operands=(("effective_date", "2012-03-08"), ("term", "2 years")))  # fmt: skip
    assert wording.certainty(computed) == "likely"
    assert wording.source(computed) == "computed: effective 8 March 2012 + term 2 years"
    decided = Fact("kind", "report", 1.0, "confirmed", source=Source.PERSON, by="Ana")
    assert (wording.certainty(decided), wording.source(decided)) == ("decided", "confirmed by Ana")


def test_consulates_are_named_by_their_city() -> None:
    assert wording.city_of("Consulate General of Mexico in El Paso") == "El Paso"
    assert wording.body("Consulate of Mexico in Omaha") == "Consulate in Omaha"
    assert wording.body("Embassy of Mexico") == "Embassy of Mexico"


def test_a_snippet_gives_its_plain_text_and_what_is_marked() -> None:
    text, marked = parse("wages &amp; <b>theft</b>\n of <b>wage</b>s")
    assert text == "wages & theft of wages"
    assert [text[start:end] for start, end in marked] == ["theft", "wage"]


@pytest.mark.parametrize(
    ("field", "before", "after", "told"),
    [
        ("term", None, json.dumps({"number": 2.0, "unit": "years"}), "Correction · Term\n2 years"),
        ("agreement_date", "2012-03-08", "2012-03", "Correction · Agreement date\n8 March 2012 → March 2012"),
        ("party", json.dumps([{"name": "A union"}, {"name": "A firm"}]), None,
         "Correction · Party\nA union; A firm → not stated"),
        ("title", None, "2012", "Correction · Title\n2012"),
        (None, None, "3 checked", "Correction · 3 checked"),
    ],
)  # fmt: skip
def test_history_is_told_in_words(field: str | None, before: str | None, after: str | None, told: str) -> None:
    assert history.what(Event("2020-01-01T10:00:00", "Ana", "correction", "R1", field, before, after)) == told


def test_marks_are_painted_with_the_chosen_one_on_top() -> None:
    assert sorted([Marking.CHOSEN, Marking.EVIDENCE, Marking.HIT])[-1] is Marking.CHOSEN


@pytest.mark.parametrize(
    ("snippet", "seen"),
    [
        ("<b>wage</b> theft in the fields", ("wage theft in the fi…", ["wage"])),
        ("… in the fields of the county <b>wage</b> theft", ("… of the county wage…", ["wage"])),
        ("in the fields of the county <b>wage</b> and <b>hour</b>", ("… of the county wage…", ["wage"])),
        ("the <b>extraordinarily-long-word</b> here", ("… extraordinarily-lo…", ["extraordinarily-lo…"])),
        ("acts <b>de</b> la gente <b>de</b> la <b>alianza</b> local", ("… de la alianza local", ["de", "alianza"])),
        ("nothing is marked in what stands here", ("nothing is marked in…", [])),
    ],
)
def test_a_snippet_that_is_cut_shows_the_longest_word_found(snippet: str, seen: tuple[str, list[str]]) -> None:
    cut, spans = begun_late(*parse(snippet), lambda text: text if len(text) <= 21 else text[:20] + "…")
    assert (cut, [cut[start:end] for start, end in spans if cut[start:end]]) == seen
