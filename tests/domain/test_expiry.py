"""Ends that are computed: from which day, and what is told of it."""

from __future__ import annotations

import pytest

from archive_app.domain.dates import Duration
from archive_app.domain.expiry import anchor_of, compute_expiry

DAYS = {"effective_date": "2015-04-01", "agreement_date": "2015-03-03", "signatory": "2015-03-09"}


@pytest.mark.parametrize(
    ("anchor", "operand", "end"),
    [
        (None, "effective_date", "2017-04-01"),
        ("the effective date", "effective_date", "2017-04-01"),
        ("its signature", "agreement_date", "2017-03-03"),
        ("the day it bears", "agreement_date", "2017-03-03"),
        ("the last signature", "signatory", "2017-03-09"),
        ("2015-05-01", "date", "2017-05-01"),
    ],
)
def test_the_anchor_decides_from_which_day_a_term_is_counted(anchor, operand, end):
    computed = compute_expiry(DAYS, Duration(2.0, "years"), anchor)
    assert computed is not None
    assert (computed.date, computed.operands[0][0]) == (end, operand)


def test_the_next_best_day_stands_in_for_one_that_is_not_known():
    days = {"effective_date": None, "agreement_date": "2015-03-03", "signatory": None}
    for anchor in (None, "the effective date", "the last signature"):
        computed = compute_expiry(days, Duration(1.0, "years"), anchor)
        assert computed is not None
        assert computed.operands == (("agreement_date", "2015-03-03"), ("term", "1 year"))


def test_nothing_is_computed_without_a_term_or_a_whole_day():
    assert compute_expiry(DAYS, None) is None
    assert compute_expiry(DAYS, Duration(1.0, "years"), "another day") is None
    assert compute_expiry({}, Duration(1.0, "years")) is None
    assert compute_expiry({"effective_date": "2015-04"}, Duration(1.0, "years")) is None


def test_a_rule_tells_its_anchor():
    assert anchor_of("term: said of the agreement; from the last signature") == "the last signature"
    assert anchor_of("corrected") is None
