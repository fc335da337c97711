"""English agreements of offices and consulates, whole and short: when they begin and end, go on and stop."""

from __future__ import annotations

import pytest

from tests.extractors.reading import bodies, life, misquoted, quotes

#: A paper, and what it tells of its life; what it does not tell is left out.
PAPERS: list[tuple[str, dict[str, str]]] = [
    (
        """\
ALLIANCE AGREEMENT
BETWEEN
THE OCCUPATIONAL SAFETY AND HEALTH ADMINISTRATION
ATLANTA EAST AREA OFFICE
AND
THE CONSULATE GENERAL OF MEXICO IN ATLANTA

The Participants will offer workshops to workers who speak Spanish.

This Alliance will remain in effect for two (2) years from the date of the last signature below. Either
Participant may end it by giving the other thirty (30) days' written notice.

Signed at Atlanta, Georgia.

_______________________          _______________________
Helen Marsh                      Javier Díaz Toro
Area Director                    Consul General of Mexico
Date: May 4, 2015                Date: May 6, 2015
""",
        {
            "agreement_date": "2015-05-06",
            "effective_date": "2015-05-06",
            "expiration_date": "2017-05-06",
            "expiration_basis": "computed",
            "term": "2 years",
            "notice_period": "30 days",
        },
    ),
    (
        """\
Memorandum of Understanding

This Memorandum of Understanding is entered into by and between the Wage and Hour Division of the United
States Department of Labor ("WHD") and the Consulate of Mexico in Laredo (the "Consulate").

IV. Effective Date. This Memorandum becomes effective upon the last signature and continues for three
years, unless sooner ended by either Participant on sixty days' advance notice in writing.

For the Wage and Hour Division:
/s/ Ruth Kemp
Ruth Kemp, District Director
Date: August 29, 2011

For the Consulate of Mexico:
/s/ Luis Mora Vega
Luis Mora Vega, Consul
Date: September 1, 2011
""",
        {
            "agreement_date": "2011-09-01",
            "effective_date": "2011-09-01",
            "expiration_date": "2014-09-01",
            "expiration_basis": "computed",
            "term": "3 years",
            "notice_period": "60 days",
        },
    ),
    (
        """\
AMENDMENT NO. 1 TO THE PARTNERSHIP AGREEMENT
between the Wage and Hour Division, United States Department of Labor, and the Missouri Department of
Labor and Industrial Relations

The parties renew their partnership. Section III is revised to read: "This agreement will be in force
for three years from the renewal date below. It may be renewed for a further period by written agreement
of both."

All other terms remain the same.

Renewal date: June 3, 2014

/s/ Carl Hines                     /s/ Dana Price
Carl Hines                         Dana Price
Regional Administrator             Director
""",
        {
            "agreement_date": "2014-06-03",
            "effective_date": "2014-06-03",
            "expiration_date": "2017-06-03",
            "expiration_basis": "computed",
            "term": "3 years",
            "renewal": "mutual",
        },
    ),
    (
        """\
LETTER OF AGREEMENT

This letter sets out what the Equal Employment Opportunity Commission, Houston District Office, and the
Consulate General of Mexico in Houston have agreed. It is effective as of March 1, 2018 and will stay in
force until December 2026. Both sides may extend it by mutual consent.

Signed on February 20, 2018.

Ana Pell, District Director
Oscar Ríos Luna, Consul General
""",
        {
            "agreement_date": "2018-02-20",
            "effective_date": "2018-03-01",
            "expiration_date": "2026-12",
            "expiration_basis": "stated",
            "renewal": "mutual",
        },
    ),
    (
        """\
MEMORANDUM OF UNDERSTANDING
BETWEEN
NATIONAL LABOR RELATIONS BOARD
AND
THE EMBASSY OF MEXICO

The Participants enter into this Memorandum on July 23, 2013. It has no sunset date and continues until
either Participant ends it upon 90 days written notice to the other.
""",
        {
            "agreement_date": "2013-07-23",
            "expiration_date": "perpetual",
            "expiration_basis": "stated",
            "notice_period": "90 days",
        },
    ),
    (
        """\
ARRANGEMENT RENEWING AN ALLIANCE

The Occupational Safety and Health Administration's Dallas Area Office and the Consulate General of
Mexico in Dallas hereby renew the Alliance signed June 11, 2012 and renewed August 20, 2014.

The renewed Alliance takes effect on the date of signing and lasts two years from the date of signing.
Thereafter it will automatically be renewed annually, unless a Participant gives notice 45 days before
the end of any year.

Done this 29th day of February, 2016.

Mary Lund, Area Director
Jorge Paz Rey, Consul General of Mexico
""",
        {
            "agreement_date": "2016-02-29",
            "effective_date": "2016-02-29",
            "expiration_date": "2018-02-28",
            "expiration_basis": "computed",
            "term": "2 years",
            "renewal": "automatic",
            "renewal_term": "1 year",
            "notice_period": "45 days",
        },
    ),
    (
        """\
COOPERATION AGREEMENT

This Cooperation Agreement ("Agreement") is made this 31st day of August, 2012, by and between the
Nevada Office of the Labor Commissioner and the Consulate of Mexico in Las Vegas.

Term. The Agreement shall commence on October 1, 2012 and shall expire six (6) months thereafter. It
shall renew automatically for equal periods unless one party notifies the other of its wish not to renew
at least fifteen (15) days in advance.
""",
        {
            "agreement_date": "2012-08-31",
            "effective_date": "2012-10-01",
            "expiration_date": "2013-04-01",
            "expiration_basis": "computed",
            "term": "6 months",
            "renewal": "automatic",
            "renewal_term": "6 months",
            "notice_period": "15 days",
        },
    ),
    (
        """\
Partnership Agreement

The Wage and Hour Division and the Illinois Department of Labor (together "the agencies") are the
parties to this agreement.

8. Effect and duration. This agreement is effective on the date it is signed by both agencies. It
expires five years from that date. Either agency may withdraw with ten business days' notice.

Signed by the agencies on 4/15/2016.
""",
        {
            "agreement_date": "2016-04-15",
            "effective_date": "2016-04-15",
            "expiration_date": "2021-04-15",
            "expiration_basis": "computed",
            "term": "5 years",
            "notice_period": "10 business days",
        },
    ),
    (
        """\
AGREEMENT

The Consulate of Mexico in Omaha and the Nebraska Department of Labor agree as follows:

1. Posters in both languages will be printed.
2. This agreement runs from January 1, 2010 through December 31, 2011.
3. Either may cancel it on one month's notice.

Omaha, Nebraska, December 14, 2009
""",
        {
            "agreement_date": "2009-12-14",
            "expiration_date": "2011-12-31",
            "expiration_basis": "stated",
            "notice_period": "1 month",
        },
    ),
    (
        """\
JOINT STATEMENT OF COOPERATION

Memorandum of Understanding between the Office of the Labor Commissioner of Nevada and the Consulate of
El Salvador in Las Vegas

The undersigned intend to work together for a period of eighteen months beginning on the date of signature.

Date of signature: March 31, 2011

By: ____________________
Rosa Lima, Consul
""",
        {
            "agreement_date": "2011-03-31",
            "expiration_date": "2012-09-30",
            "expiration_basis": "computed",
            "term": "18 months",
        },
    ),
    (
        """\
ALLIANCE

OSHA's Raleigh Area Office and the Consulate General of Mexico in Raleigh form this Alliance as
acknowledged in the Letter of Arrangement between the Department of Labor and the Ministry of Foreign
Affairs signed at Washington, D.C., on July 21, 2004.

The Alliance is valid for 24 months following its signature. A Participant wishing to leave shall give
not less than 30 calendar days' prior written notice.
""",
        {"term": "24 months", "notice_period": "30 days"},
    ),
    (
        """\
MEMORANDUM OF UNDERSTANDING (the "MOU")

Parties: Consulate of Guatemala in Chicago; Illinois Department of Labor

Duration: three (3) years from the Effective Date.
Effective Date: May 10, 2022
Termination: by either Party, 60 days after written notice.
""",
        {
            "agreement_date": "2022-05-10",
            "effective_date": "2022-05-10",
            "expiration_date": "2025-05-10",
            "expiration_basis": "computed",
            "term": "3 years",
            "notice_period": "60 days",
        },
    ),
    (
        """\
STATEMENT OF AGREEMENT

This agreement between the Department of Industrial Relations of California and the Consulate General of
Mexico in San Francisco shall be valid through June 30, 2019. The parties may, by an exchange of
letters, extend it for one more year.

San Francisco, July 1, 2017.
""",
        {
            "agreement_date": "2017-07-01",
            "expiration_date": "2019-06-30",
            "expiration_basis": "stated",
            "renewal": "mutual",
            "renewal_term": "1 year",
        },
    ),
    (
        """\
AGREEMENT ON LABOR OUTREACH

Made and entered into as of the 5th day of May, two thousand nine, by the Consulate of Honduras in New
Orleans and the Gulf Workers' Center, Inc.

It shall be in force for one year and shall be deemed extended from year to year unless terminated by
either party on ninety (90) days' notice prior to any anniversary.
""",
        {
            "agreement_date": "2009-05-05",
            "expiration_date": "2010-05-05",
            "expiration_basis": "computed",
            "term": "1 year",
            "renewal": "automatic",
            "renewal_term": "1 year",
            "notice_period": "90 days",
        },
    ),
    (
        """\
LETTER OF UNDERSTANDING

Between the Denver Field Office of the Equal Employment Opportunity Commission and the Consulate General
of Mexico in Denver.

We will keep this understanding alive indefinitely. This understanding remains in effect indefinitely;
any side may leave it on two weeks' notice in writing.

Agreed at Denver on Sept. 3, 2014
""",
        {
            "agreement_date": "2014-09-03",
            "expiration_date": "perpetual",
            "expiration_basis": "stated",
            "notice_period": "2 weeks",
        },
    ),
    (
        """\
MEMORANDUM OF AGREEMENT

This Memorandum of Agreement is entered into on January 31, 2013, between the Consulate of Mexico in
Tucson and the Arizona Division of Occupational Safety and Health.

It shall terminate one month after the date hereof unless the Parties agree in writing to extend it.
""",
        {
            "agreement_date": "2013-01-31",
            "expiration_date": "2013-02-28",
            "expiration_basis": "computed",
            "term": "1 month",
        },
    ),
    (
        """\
RENEWAL OF THE ALLIANCE

The Savannah Area Office of OSHA and the Consulate General of Mexico in Atlanta renew their Alliance for
another two years. The renewal is effective November 15, 2018.

/s/ Tom Grey        11/13/2018
/s/ Inés Cano       11/15/2018
""",
        {
            "agreement_date": "2018-11-15",
            "effective_date": "2018-11-15",
            "expiration_date": "2020-11-15",
            "expiration_basis": "computed",
            "term": "2 years",
        },
    ),
    (
        """\
MEMORANDUM OF UNDERSTANDING

The Parties shall review this MOU every year. The MOU will be in effect for four years commencing upon
execution by the last Party to sign and may be renewed upon written consent. It may be terminated
without cause by any Party upon at least forty-five (45) days prior written notice.

Department of Labor and Training of Rhode Island     Consulate General of Mexico in Boston
By: /s/ Ellen Gray                                   By: /s/ Pablo Nieto Sol
Name: Ellen Gray                                     Name: Pablo Nieto Sol
Title: Director                                      Title: Consul General
Date: June 2, 2019                                   Date: June 9, 2019
""",
        {
            "agreement_date": "2019-06-09",
            "effective_date": "2019-06-09",
            "expiration_date": "2023-06-09",
            "expiration_basis": "computed",
            "term": "4 years",
            "renewal": "mutual",
            "notice_period": "45 days",
        },
    ),
    (
        """\
INTERAGENCY AGREEMENT

This Agreement, made by the Wage and Hour Division and the Montana Department of Labor and Industry,
becomes effective ten days after signature and remains in effect for three years thereafter. It can be
renewed for a like term.

September 12, 2011
""",
        {
            "agreement_date": "2011-09-12",
            "effective_date": "2011-09-22",
            "expiration_date": "2014-09-22",
            "expiration_basis": "computed",
            "term": "3 years",
        },
    ),
    (
        """\
ALLIANCE AGREEMENT

We, the Houston South Area Office of OSHA and the Consulate General of Mexico in Houston, sign this two-
year Alliance today, April 28, 2010. It will not renew automatically.
""",
        {
            "agreement_date": "2010-04-28",
            "expiration_date": "2012-04-28",
            "expiration_basis": "computed",
            "term": "2 years",
        },
    ),
    (
        """\
COLLABORATION AGREEMENT

This collaboration agreement between the City of Seattle Office of Labor Standards and the Consulate of
Mexico in Seattle will last until such time as either of them ends it, which each may do at any time
with 30 days of advance written notice.

Dated: 2017-10-02
""",
        {
            "agreement_date": "2017-10-02",
            "expiration_date": "perpetual",
            "expiration_basis": "stated",
            "notice_period": "30 days",
        },
    ),
    (
        """\
MEMORANDUM OF UNDERSTANDING

Term: From the date of the last signature until September 30, 2020.

Signatures
Ann Ford, Director          Date: October 3, 2018
Hugo Salas, Consul          Date: October 10, 2018
""",
        {"agreement_date": "2018-10-10", "expiration_date": "2020-09-30", "expiration_basis": "stated"},
    ),
    (
        """\
MEMORANDUM OF UNDERSTANDING

Between Centro de Apoyo Laboral, A.C. and the Wage and Hour Division, San Diego District Office.

The term of this Memorandum is 36 months, counted from February 29, 2012. Upon its expiration it will be
extended automatically for successive one-year terms.

Signed February 27, 2012
""",
        {
            "agreement_date": "2012-02-27",
            "effective_date": "2012-02-29",
            "expiration_date": "2015-02-28",
            "expiration_basis": "computed",
            "term": "36 months",
            "renewal": "automatic",
            "renewal_term": "1 year",
        },
    ),
    (
        """\
LETTER AGREEMENT

August 29, 2011

The Honorable Teresa Mills
Consul of Mexico in Fresno

Dear Consul Mills:

This letter agreement between the Fresno Area Office of OSHA and your Consulate takes effect on the date
of your countersignature and lasts one year from that date.

Accepted and agreed:
/s/ Teresa Mills
Date: September 5, 2011
""",
        {
            "agreement_date": "2011-08-29",
            "effective_date": "2011-09-05",
            "expiration_date": "2012-09-05",
            "expiration_basis": "computed",
            "term": "1 year",
        },
    ),
    (
        """\
ADDENDUM TO THE MEMORANDUM OF UNDERSTANDING DATED MAY 10, 2010

The Addendum extends the Memorandum of Understanding until May 9, 2016. It enters into force upon signature.

Signed on May 2, 2013, at Phoenix, Arizona
""",
        {
            "agreement_date": "2013-05-02",
            "effective_date": "2013-05-02",
            "expiration_date": "2016-05-09",
            "expiration_basis": "stated",
        },
    ),
    (
        """\
MEMORANDUM OF UNDERSTANDING

The MOU goes into effect when signed by both Participants. It ends two years later. Participants may end
participation at any time by written notice.

Signed: 6 November 2014
""",
        {
            "agreement_date": "2014-11-06",
            "effective_date": "2014-11-06",
            "expiration_date": "2016-11-06",
            "expiration_basis": "computed",
            "term": "2 years",
        },
    ),
    (
        """\
SIDE LETTER

This letter agreement is dated as of the 1st of June, 2005. The undertaking in this letter shall
continue in full force and effect for a period of ninety (90) days from the date first written above.
""",
        {
            "agreement_date": "2005-06-01",
            "expiration_date": "2005-08-30",
            "expiration_basis": "computed",
            "term": "90 days",
        },
    ),
    (
        """\
MEMORANDUM OF UNDERSTANDING

Records will be kept for five years from the date of each complaint. Staff will answer referrals within
ten days of notice. A worker has 180 days to file. Nothing in this MOU creates obligations for more than
one year.

Agreed on July 7, 2007
""",
        {"agreement_date": "2007-07-07"},
    ),
    (
        """\
DECLARATION OF COOPERATION

Each Participant may withdraw from this Declaration of Cooperation by a note sent at least three months
beforehand. It will run for a first period of two years as of the day on which it is signed, and then
for further periods of two years each, unless either Participant objects.

Signed in duplicate at Portland, Oregon, on the twenty-ninth day of August, two thousand eleven, in
English and Spanish, both texts being equally valid.
""",
        {
            "agreement_date": "2011-08-29",
            "expiration_date": "2013-08-29",
            "expiration_basis": "computed",
            "term": "2 years",
            "renewal": "automatic",
            "renewal_term": "2 years",
            "notice_period": "3 months",
        },
    ),
    (
        """\
MEMORANDUM OF UNDERSTANDING
BETWEEN
THE CONSULATE GENERAL OF MEXICO IN PHOENIX
AND
THE PHOENIX DISTRICT OFFICE OF THE EQUAL EMPLOYMENT OPPORTUNITY COMMISSION

5. Duration. This Memorandum shall have a duration of thirty (30) months, counted from the day of its
signature, and may be extended by an exchange of letters.

6. Ending. Any Participant may give notice of its wish to end this Memorandum; it will then end ninety
days after the written notice.

Phoenix, Arizona, May 1, 2012
""",
        {
            "agreement_date": "2012-05-01",
            "expiration_date": "2014-11-01",
            "expiration_basis": "computed",
            "term": "30 months",
            "renewal": "mutual",
            "notice_period": "90 days",
        },
    ),
    (
        """\
AGREEMENT

Party A: Consulate of Mexico in Tucson
Party B: Desert Legal Aid, Inc.

This Agreement starts on the last day of February 2016 and ends on the last day of February 2020. It
shall not be renewed automatically.
""",
        {"effective_date": "2016-02-29", "expiration_date": "2020-02-29", "expiration_basis": "stated"},
    ),
]


@pytest.mark.parametrize(("paper", "told"), PAPERS)
def test_the_life_of_a_local_agreement(paper, told):
    assert life(paper) == told
    assert misquoted(paper) == []


@pytest.mark.parametrize(
    ("number", "field", "quote"),
    [
        (0, "term", "two (2) years"),
        (0, "notice_period", "thirty (30) days"),
        (6, "term", "six (6) months"),
        (6, "notice_period", "fifteen (15) days"),
        (9, "term", "eighteen months"),
        (12, "renewal_term", "one more year"),
        (15, "term", "one month"),
        (18, "term", "three years"),
    ],
)
def test_words_a_length_is_read_from(number, field, quote):
    assert quotes(PAPERS[number][0], field) == [quote]


@pytest.mark.parametrize(
    ("number", "parties"),
    [
        (0, {"MX-CON-atlanta", "US-DOL-OSHA/atlanta-east-area"}),
        (1, {"MX-CON-laredo", "US-DOL-WHD"}),
        (4, {"MX-EMB-US", "US-NLRB"}),
    ],
)
def test_parties_of_a_local_agreement(number, parties):
    assert bodies(PAPERS[number][0]) == parties
