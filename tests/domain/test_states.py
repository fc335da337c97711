# ruff: noqa: E501 — a life stands in one piece
"""The state of agreements on a day, told from their papers: a table of lives, each with days and expected states."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from archive_app.domain.coverage import coverage
from archive_app.domain.dates import Duration
from archive_app.domain.description import describe
from archive_app.domain.fact import Fact, Relation, Signatory
from archive_app.domain.history import Described
from tests.domain.histories import history, paper

PAIR = "OSHA/austin CON/austin"


def signed(
    record: str, date: str | None, *, term: Duration | None = None, renews_itself_for: Duration | None = None,
    notice: Duration | None = None, signers: tuple[str, ...] = (), relation: Relation | None = None,
    kind: str = "alliance agreement", anchor: str = "", **fields: str,
) -> Described:  # fmt: skip
    """A paper of the pair; ``signers`` are the days on which each of them signed."""
    facts = [*paper(record, PAIR, date, kind=kind).description.facts]
    facts += [Fact(name, value, 0.9, "test") for name, value in fields.items()]
    if term:
        facts.append(Fact("term", term, 0.9, f"term: test; from {anchor}" if anchor else "test"))
    if renews_itself_for:
        facts += [Fact("renewal", "automatic", 0.9, "test"), Fact("renewal_term", renews_itself_for, 0.9, "test")]
    if notice:
        facts.append(Fact("notice_period", notice, 0.9, "test"))
    facts += [Fact("signatory", Signatory(f"Signer {n}", date=day), 0.9, "test") for n, day in enumerate(signers)]
    facts += [Fact("relation", relation, 0.9, "test")] if relation else []
    return Described(record, f"{record}.pdf", describe(facts))


@dataclass(frozen=True)
class Life:
    """Papers of one pair; ``states`` by day are the first agreement's, ``pair`` those of the pair."""

    name: str
    papers: tuple[Described, ...]
    states: dict[str, str] = field(default_factory=dict)
    pair: dict[str, str] = field(default_factory=dict)


YEAR, MONTH = Duration(1, "years"), Duration(1, "months")
LETTER = paper("R9", PAIR, kind="correspondence", issued_date="2016-05-01", effective_date="2016-05-31",
               relations=(Relation("terminates", date="2014-01-10"),))  # fmt: skip

LIVES = (
    Life("a month from the 31st ends with February",
         (signed("R1", "2015-01-31", term=MONTH),),
         {"2015-01-30": "not yet in force", "2015-01-31": "expiring", "2015-02-28": "expiring", "2015-03-01": "expired"}),
    Life("renewed by the month from the 31st it ends with each month",
         (signed("R1", "2015-01-31", term=MONTH, renews_itself_for=MONTH),),
         {"2015-03-01": "expiring", "2015-03-31": "expiring", "2020-02-29": "expiring"}),
    Life("a year from a leap day ends on 28 February",
         (signed("R1", "2016-02-29", term=YEAR),),
         {"2016-02-28": "not yet in force", "2017-02-28": "expiring", "2017-03-01": "expired"}),
    Life("four years from a leap day end on a leap day",
         (signed("R1", "2016-02-29", term=Duration(4, "years")),),
         {"2020-02-29": "expiring", "2020-03-01": "expired"}),
    Life("a term of nothing is no term",
         (signed("R1", "2015-06-01", term=Duration(0, "years")),),
         {"2015-06-01": "unknown", "2020-01-01": "unknown"}, {"2015-06-01": "unknown", "2020-01-01": "unknown"}),
    Life("an open term is unknown, never in force",
         (signed("R1", "2015-06-01"),),
         {"2015-05-31": "not yet in force", "2015-06-01": "unknown", "2030-01-01": "unknown"}, {"2030-01-01": "unknown"}),
    Life("what says that it has no end is in force",
         (signed("R1", "2015-06-01", expiration_date="perpetual"),), {"2060-01-01": "in force"}, {"2060-01-01": "in force"}),
    Life("undated",
         (signed("R1", None, term=YEAR),), {"2015-01-01": "unknown"}, {"2015-01-01": "unknown"}),
    Life("an end by the month lasts through it",
         (signed("R1", "2013-12-01", expiration_date="2016-02"),), {"2016-02-29": "expiring", "2016-03-01": "expired"}),
    Life("an end by the year lasts through it",
         (signed("R1", "2013-12-01", expiration_date="2016"),), {"2016-12-31": "expiring", "2017-01-01": "expired"}),
    Life("effective later than signed",
         (signed("R1", "2015-06-01", effective_date="2015-09-01", term=YEAR),),
         {"2015-08-31": "not yet in force", "2015-09-01": "in force", "2016-09-01": "expiring", "2016-09-02": "expired"}),
    Life("two signers a year apart: from the last signature",
         (signed("R1", "2016-03-02", signers=("2015-03-05", "2016-03-02"), term=YEAR, anchor="the last signature"),),
         {"2015-03-05": "not yet in force", "2016-03-01": "not yet in force", "2016-03-02": "in force",
          "2017-03-02": "expiring", "2017-03-03": "expired"}),
    Life("renewed after a gap",
         (signed("R1", "2010-01-15", term=YEAR),
          signed("R2", "2013-05-20", term=YEAR, relation=Relation("renews", date="2010-01-15"))),
         {"2011-01-16": "expired", "2013-05-19": "expired", "2013-05-20": "renewed"},
         {"2011-01-15": "expiring", "2012-06-01": "expired", "2013-05-20": "in force", "2014-05-21": "expired"}),
    Life("overlapping papers: the later end covers the pair",
         (signed("R1", "2010-01-15", term=Duration(3, "years")), signed("R2", "2012-06-01", term=MONTH)),
         {"2012-06-01": "renewed"},
         {"2012-05-31": "in force", "2012-07-15": "in force", "2013-01-15": "expiring", "2013-01-16": "expired"}),
    Life("renewing itself, up to the day asked for",
         (signed("R1", "2014-01-10", term=YEAR, renews_itself_for=Duration(2, "years")),),
         {"2015-01-10": "expiring", "2015-01-11": "in force", "2017-01-10": "expiring", "2026-01-11": "in force"}),
    Life("renewing itself, never past a termination",
         (signed("R1", "2014-01-10", term=YEAR, renews_itself_for=Duration(2, "years")), LETTER),
         {"2016-05-31": "expiring", "2016-06-01": "terminated", "2026-01-11": "terminated"},
         {"2016-05-31": "expiring", "2016-06-01": "terminated"}),
    Life("amended, its term as it was",
         (signed("R1", "2014-01-10", term=Duration(3, "years")),
          signed("R2", "2015-06-01", kind="amendment", relation=Relation("amends", date="2014-01-10"))),
         {"2015-05-31": "in force", "2015-06-01": "amended", "2017-01-11": "expired"}, {"2017-01-11": "expired"}),
    Life("an amended term is the term from then on",
         (signed("R1", "2014-01-10", term=Duration(2, "years")),
          signed("R2", "2015-06-01", kind="amendment", relation=Relation("amends", date="2014-01-10"),
                 expiration_date="2019-12-31")),
         {"2015-05-31": "in force", "2016-01-11": "amended", "2019-12-31": "expiring", "2020-01-01": "expired"},
         {"2018-01-01": "in force", "2020-01-01": "expired"}),
    Life("superseded on the day on which the other begins",
         (signed("R1", "2014-01-10", term=Duration(5, "years")),
          signed("R2", "2015-06-01", effective_date="2015-07-01", term=YEAR,
                 relation=Relation("supersedes", date="2014-01-10"))),
         {"2015-06-30": "in force", "2015-07-01": "superseded", "2018-01-01": "superseded"},
         {"2015-07-01": "in force", "2016-07-02": "expired"}),
    Life("what begins later says nothing of a lapse before it",
         (signed("R1", "2010-01-15", term=YEAR), signed("R2", "2015-01-15", term=YEAR)),
         {}, {"2009-12-31": "not yet in force", "2012-01-01": "expired"}),
)  # fmt: skip


@pytest.mark.parametrize(("life", "day"), [(life, day) for life in LIVES for day in life.states],
                         ids=lambda value: getattr(value, "name", value))  # fmt: skip
def test_state_of_an_agreement(life: Life, day: str) -> None:
    assert history(*life.papers).agreements[0].status(date.fromisoformat(day)) == life.states[day]


@pytest.mark.parametrize(("life", "day"), [(life, day) for life in LIVES for day in life.pair],
                         ids=lambda value: getattr(value, "name", value))  # fmt: skip
def test_state_of_the_pair(life: Life, day: str) -> None:
    told = coverage(history(*life.papers).agreements, date.fromisoformat(day))
    assert [str(cell.status) for cell in told.cells] == [life.pair[day]]


@pytest.mark.parametrize(
    ("notice", "on", "last"),
    [
        (Duration(30, "days"), "2015-01-01", "2014-12-11"),
        (Duration(2, "months"), "2015-01-11", "2015-11-10"),
        (Duration(30, "business days"), "2015-01-01", None),
        (None, "2015-01-01", None),
    ],
)
def test_the_last_day_for_notice(notice: Duration | None, on: str, last: str | None) -> None:
    """Before the end as it stands on that day: one that renews itself has such a day in every period."""
    told = history(signed("R1", "2014-01-10", term=YEAR, renews_itself_for=YEAR, notice=notice)).agreements[0]
    assert told.last_day_for_notice(date.fromisoformat(on)) == (date.fromisoformat(last) if last else None)
