"""Authority records changed by persons: names matched anew, chains formed anew, all of it undone again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from archive_app.domain.authority import Authority
from archive_app.domain.fact import Party
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.bodies import authorities, authority_lists
from archive_app.services.preservation.verifying import verify
from archive_app.services.search import searching
from archive_app.services.tracking import agreements, timelines
from tests.services.making import AUSTIN, CONSULATE, by_name, read_as

ON = date(2026, 11, 22)


@pytest.fixture
def parted(archive: Archive) -> Archive:
    """The paper of 2010 names its agency in a way that nobody knows."""
    party = [Party("Central Texas Safety Office", "Central Texas Safety Office"), CONSULATE]
    read_as(archive, by_name(archive)["alliance 2010.pdf"], kind="alliance agreement", agreement_date="2010-06-01",
            party=party, language="en")  # fmt: skip
    read_as(archive, by_name(archive)["alliance 2013.pdf"], kind="alliance agreement", agreement_date="2013-06-01",
            party=[AUSTIN, CONSULATE], language="en")  # fmt: skip
    return archive


def chains(archive: Archive) -> list[str | None]:
    return [one.renews for one in agreements.history(archive).agreements]


def test_unknown_names_wait_with_their_words(parted: Archive) -> None:
    (name,) = authorities.unknown(parted)
    assert (name.name, len(name.records)) == ("Central Texas Safety Office", 1)
    assert name.quotes[0].words == "shade"
    authorities.set_aside(parted, "the CENTRAL Texas Safety Office")
    assert authorities.unknown(parted) == ()


def test_an_assigned_name_is_matched_and_forms_the_chain(parted: Archive) -> None:
    assert chains(parted) == [None, None]
    authorities.assign(parted, "Central Texas Safety Office", AUSTIN)
    assert authorities.unknown(parted) == ()
    first, second = agreements.history(parted).agreements
    assert second.renews == first.id
    assert searching.search(parted, "agency:austin").total == 3


def test_merged_bodies_share_their_chains_until_it_is_undone(parted: Archive) -> None:
    authorities.create(parted, Authority("LOCAL-safety", "Central Texas Safety Office", "federal agency"))
    assert {a.authorities for a in agreements.history(parted).agreements} == {
        frozenset({"LOCAL-safety", CONSULATE}), frozenset({AUSTIN, CONSULATE})
    }  # fmt: skip
    authorities.merge(parted, "LOCAL-safety", AUSTIN)
    first, second = agreements.history(parted).agreements
    assert second.renews == first.id
    assert "Central Texas Safety Office" in authorities.card(parted, AUSTIN).authority.names
    assert authorities.card(parted, "LOCAL-safety").authority.id == AUSTIN
    authorities.undo(parted, "LOCAL-safety")
    authorities.undo(parted, AUSTIN)
    assert chains(parted) == [None, None]


def test_a_succeeded_body_is_one_lane_with_its_renaming(parted: Archive) -> None:
    authorities.create(parted, Authority("LOCAL-safety", "Central Texas Safety Office", "federal agency"))
    authorities.succeed(parted, "LOCAL-safety", AUSTIN, "2012-01")
    first, second = agreements.history(parted).agreements
    assert second.renews == first.id
    assert [p.name for p in first.parties] == [
        "Central Texas Safety Office", parted.authorities.name(CONSULATE)
    ]  # fmt: skip
    (lane,) = timelines.of_agency(parted, CONSULATE, ON).lanes
    assert [(one.day, one.before) for one in lane.renamed] == [(date(2012, 1, 1), "Central Texas Safety Office")]
    with pytest.raises(UsageError, match="already"):
        authorities.succeed(parted, AUSTIN, "LOCAL-safety")


def test_part_of_a_body_becomes_another_in_one_record(archive: Archive) -> None:
    later = by_name(archive)["alliance 2013.pdf"]
    authorities.split(archive, AUSTIN, Authority("LOCAL-north", "North Austin Office", "federal agency"),
                      in_records=[later])  # fmt: skip
    assert "LOCAL-north" in {p.authority for p in records.described(archive, later).description.parties}
    assert authorities.card(archive, "LOCAL-north").records == (later,)


def test_attributes_are_set_and_bad_values_refused(archive: Archive) -> None:
    authorities.edit(archive, AUSTIN, "former", "Austin Safety Desk (1999–2004-05); Capitol Office")
    former = authorities.card(archive, AUSTIN).authority.former
    assert [(one.name, one.first, one.last) for one in former] == [
        ("Austin Safety Desk", "1999", "2004-05"), ("Capitol Office", None, None)
    ]  # fmt: skip
    for field, value in (("parent", AUSTIN), ("parent", "NOBODY"), ("name", ""), ("id", "X"), ("former", "A (1–2)")):
        with pytest.raises(UsageError):
            authorities.edit(archive, AUSTIN, field, value)


def test_changes_are_kept_when_the_archive_is_opened_again(parted: Archive) -> None:
    authorities.assign(parted, "Central Texas Safety Office", AUSTIN)
    parted.recognised = None
    parted.described = None
    assert "Central Texas Safety Office" in parted.authorities.records[AUSTIN].names
    assert authorities.unknown(parted) == ()


def make_list(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Nombre", "Siglas", "Tipo", "Ciudad", "Teléfono"),
        ("Workers' House of Austin", "WHA", "worker centre", "Austin, TX", "1"),
        ("Central Texas Safety Office", "", "", "", ""),
        ("OSHA Austin Area Office", "AAO", "", "Austin, TX", ""),
        ("Workers' House of Austin", "", "", "", ""),
        ("", "XY", "", "", ""),
    ):
        sheet.append(row)
    book.save(path)
    return path


def test_a_list_says_what_it_would_change_before_it_does(parted: Archive, tmp_path: Path) -> None:
    planned = authority_lists.plan(parted, make_list(tmp_path / "list.xlsx"))
    assert [(row.line, row.action) for row in planned.rows] == [
        (2, "new"), (3, "new"), (4, "changed"), (5, "unclear"), (6, "unclear")
    ]  # fmt: skip
    assert planned.rows[2].changes == (("acronyms", "", "AAO"),)
    assert planned.ignored == ("Teléfono",)
    assert parted.authorities.find("AAO") == ()
    assert authority_lists.apply(parted, planned) == 3
    assert parted.authorities.find("AAO")[0].id == AUSTIN
    assert authorities.unknown(parted) == ()
    again = authority_lists.plan(parted, tmp_path / "list.xlsx")
    assert again.count("new") == again.count("changed") == 0


def test_a_list_without_names_is_refused(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UsageError, match="column of names"):
        authority_lists.plan(archive, tmp_path / "list.csv")


def test_a_body_is_found_by_a_new_name_of_its_own_and_of_what_it_is_part_of(archive: Archive) -> None:
    assert searching.search(archive, 'party:"Ladder Watch"').total == 0
    authorities.edit(archive, AUSTIN, "names", "Ladder Watch of Texas")
    found = searching.search(archive, 'party:"Ladder Watch"').total
    assert found == 3
    authorities.edit(archive, "US-DOL-OSHA", "names", "Office of Helmets")
    assert searching.search(archive, "party:helmets").total == found
    assert verify(archive).sound
    authorities.edit(archive, AUSTIN, "parent", "")
    assert searching.search(archive, "party:helmets").total == 0
    assert verify(archive).sound
