"""Wordings one by one: damage from scanning, ranges, blanks, numeric order, parts of dates."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import DateMention
from tests.extractors.reading import dates, facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("signed on Septernber 4, 2O14 by both", ["2014-09-04"]),
        ("given at the office, 0ctober 21, 2Ol3", ["2013-10-21"]),
        ("the 3rd of Novernber 1998", ["1998-11-03"]),
        ("firmado el 5 de setiembre de 2008", ["2008-09-05"]),
        ("el 1° de mayo de 2011 y el primero de abril de 2012", ["2011-05-01", "2012-04-01"]),
        ("hecho el 14-VI-2019 en la ciudad", ["2019-06-14"]),
        ("from June 28 through July 2, 2014", ["2014-06-28", "2014-07-02"]),
        ("December 30 to January 4, 2017", ["2016-12-30", "2017-01-04"]),
        ("May 6-9, 2013", ["2013-05-06", "2013-05-09"]),
        ("del 7 al 11 de octubre de 2019", ["2019-10-07", "2019-10-11"]),
        ("del 29 de agosto al 3 de septiembre de 2016", ["2016-08-29", "2016-09-03"]),
        ("Nov. 3, '04", ["2004-11-03"]),
        ("el 4 de mayo de 2.015", ["2015-05-04"]),
        ("on this the 4th day of May A.D. 2015", ["2015-05-04"]),
        ("on 3-Feb-96 and 3-Feb-06", ["1996-02-03", "2006-02-03"]),
        ("during October 2015", ["2015-10"]),
        ("en marzo del año 2007", ["2007-03"]),
        ("Labor Day 2019 and Cinco de Mayo 2020", ["2019-09-02", "2020-05-05"]),
        ("it closed three weeks after July 4, 2012", ["2012-07-25"]),
        ("answer within ten days after July 4, 2012", ["2012-07-04"]),
        ("see minutes-20140318.pdf", ["2014-03-18"]),
    ],
)
def test_reads(text, wanted):
    assert dates(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "this ___ day of May, 2014",
        "this     day of April 2012",
        "on June ___, 2011",
        "dated as of            , 2009",
        "a los ____ días del mes de ________ de 20__",
        "February 30, 2012 and 31 de abril de 2012",
        "account 20140318 at the bank",
        "may 12 parties join, or march 30 miles",
        "telephone 555-12-1999, fax 202-11-2014",
        "30 days, 12 months, 10 and 30-hour courses",
        "version 2.10.14 of the form",
    ],
)
def test_reads_nothing(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "date", "alternative"),
    [
        ("It was sent to the office on 03/04/2015.", "2015-03-04", "2015-04-03"),
        ("Fue enviado a la oficina el 03/04/2015.", "2015-04-03", "2015-03-04"),
        ("It was sent on 03/25/2015.", "2015-03-25", None),
        ("It was sent on 5/5/2015.", "2015-05-05", None),
        ("It was sent on 03/04/2015 and came back on 25/04/2015.", "2015-04-03", None),
    ],
)
def test_figures_keep_their_other_reading_until_something_decides(text, date, alternative):
    mention = facts(text, field="date")[0].value
    assert isinstance(mention, DateMention)
    assert (mention.date, mention.alternative) == (date, alternative)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("until the last day of February 2016", "2016-02-29"),
        ("hasta el último día de diciembre de 2019", "2019-12-31"),
        ("el último día del mes de abril de 2021", "2021-04-30"),
    ],
)
def test_the_last_day_of_a_month(text, day):
    assert dates(text) == [day]
