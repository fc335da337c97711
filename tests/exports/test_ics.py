"""The calendar read back by the rules of RFC 5545: unfolded, unescaped, entry by entry."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from archive_app.domain.dates import Duration
from archive_app.domain.description import describe
from archive_app.domain.fact import Fact, Relation
from archive_app.domain.history import Described
from archive_app.exports.holdings import Holdings
from archive_app.exports.plain import line
from tests.domain.histories import paper
from tests.exports.gathering import AUSTIN, TEXTS, exported, gathered, with_text

Entry = dict[str, str]


def entries(text: str) -> list[Entry]:
    """Each VEVENT as its properties; those of its alarm begin with ``alarm``."""
    found: list[Entry] = []
    within = ""
    for content in re.sub(r"\r\n ", "", text).removesuffix("\r\n").split("\r\n"):
        name, value = re.split(r"[:;]", content, maxsplit=1)
        if content == "BEGIN:VEVENT":
            found.append({})
        within = {"BEGIN:VALARM": "alarm ", "END:VALARM": ""}.get(content, within)
        if found:
            found[-1][within + name] = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)
    return found


def with_notice(one: Described, number: float, unit: str) -> Described:
    notice = Fact("notice_period", Duration(number, unit), 0.9, "test")
    return Described(one.record, one.filename, describe([*one.description.facts, notice]))


@pytest.fixture
def calendar(tmp_path: Path) -> list[Entry]:
    papers = [
        with_notice(paper("R1", AUSTIN, "2025-06-01", years=2, title="Alliance; first, \\ last"), 30, "days"),
        paper("R2", "OSHA CON/laredo", "2010-03-05", expiration_date="2012-02"),
        paper("R3", "WHD CON/laredo", "2020-01-01"),
        paper("R4", "WHD CON/austin", "2020-01-01", expiration_date="perpetual"),
    ]
    return entries(exported("ics", gathered(*papers), tmp_path))


def test_only_known_ends_have_an_entry(calendar: list[Entry]) -> None:
    assert [entry["UID"].split("-")[:2] for entry in calendar] == [["A2", "end"], ["A1", "end"], ["A1", "notice"]]


def test_an_end_is_a_whole_day_with_its_words(calendar: list[Entry]) -> None:
    end = calendar[1]
    assert (end["DTSTART"], end["DTEND"]) == ("VALUE=DATE:20270601", "VALUE=DATE:20270602")
    assert end["DTSTAMP"] == "20261122T000000Z"
    assert end["SUMMARY"] == "Ends: Austin Area Office – Consulate in Austin"
    assert end["DESCRIPTION"].split("\n")[:2] == [
        "Alliance; first, \\ last (alliance agreement, A1)", "End: 2027-06-01 (computed)",
    ]  # fmt: skip


def test_an_end_known_by_its_month_takes_the_month(calendar: list[Entry]) -> None:
    assert (calendar[0]["DTSTART"], calendar[0]["DTEND"]) == ("VALUE=DATE:20120201", "VALUE=DATE:20120301")


def test_notice_is_due_before_the_end_of_what_lives(calendar: list[Entry]) -> None:
    assert (calendar[2]["DTSTART"], calendar[2]["alarm TRIGGER"]) == ("VALUE=DATE:20270502", "-P14D")


def test_only_what_is_to_come_rings(calendar: list[Entry]) -> None:
    assert [entry.get("alarm TRIGGER") for entry in calendar] == [None, "-P90D", "-P14D"]


def test_an_end_by_supersession_is_a_known_day(tmp_path: Path) -> None:
    earlier = paper("R1", AUSTIN, "2010-06-01", expiration_date="2014")
    later = paper("R2", AUSTIN, "2013-03-01", relations=(Relation("supersedes", None, "2010-06-01"),))
    (end,) = entries(exported("ics", gathered(earlier, later), tmp_path))
    assert (end["DTSTART"], end["DTEND"]) == ("VALUE=DATE:20130228", "VALUE=DATE:20130301")


def test_the_last_day_of_the_calendar_ends_it(tmp_path: Path) -> None:
    (end,) = entries(exported("ics", gathered(paper("R1", AUSTIN, "2010", expiration_date="9999-12-31")), tmp_path))
    assert end["DTSTART"] == "VALUE=DATE:99991231"
    assert "DTEND" not in end


def test_ids_stay_and_two_archives_do_not_share_them(tmp_path: Path) -> None:
    def ids(holdings: Holdings) -> list[str]:
        return [entry["UID"] for entry in entries(exported("ics", holdings, tmp_path))]

    one, other = paper("R1", AUSTIN, "2010-06-01", years=2), paper("R1", AUSTIN, "2010-06-01", years=5, title="New")
    assert ids(gathered(one)) == ids(gathered(other))
    assert ids(gathered(one)) != ids(gathered(one, title="Others"))


@given(TEXTS)
def test_any_text_reads_back_in_lines_of_75_octets(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    written = exported("ics", with_text(text), tmp_path_factory.getbasetemp())
    lines = written.split("\r\n")
    assert lines.pop() == ""
    assert max(len(content.encode("utf-8")) for content in lines) <= 75
    assert "\n" not in "".join(lines)
    (end,) = entries(written)
    assert end["DESCRIPTION"].split("\n")[0] == line(f"{text or 'R1.pdf'} (alliance agreement, A1)")


def test_days_before_the_year_1000_have_four_digits(tmp_path: Path) -> None:
    old = paper("R1", AUSTIN, "0900-01-01", years=1)
    (end,) = entries(exported("ics", gathered(old), tmp_path))
    assert end["DTSTART"] == f"VALUE=DATE:{date(901, 1, 1).isoformat().replace('-', '')}"
