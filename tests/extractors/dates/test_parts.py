"""The part a date plays, and the dates an agreement, a release, a letter lives by."""

from __future__ import annotations

import pytest

from tests.extractors.reading import facts, roles, value

HEAD = "MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE HARBOR LABOR OFFICE\nAND\nTHE CONSULATE OF ARDENIA\n\n"
HEAD_ES = "MEMORÁNDUM DE ENTENDIMIENTO\nENTRE\nLA OFICINA DEL TRABAJO DEL PUERTO\nY\nEL CONSULADO DE ARDENIA\n\n"
BODY = "The Participants will inform workers of their rights. The parties hereby agree to meet each spring.\n"
BODY_ES = "Las Partes informarán a los trabajadores. Los Participantes acuerdan reunirse cada primavera.\n"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("This Memorandum of Understanding is made and entered into as of March 9, 2015 by the Parties.", "2015-03-09"),
        ("This Memorandum, dated the 2nd day of June, 2011, is between the Parties.", "2011-06-02"),
        ("This Memorandum was signed in Port Ardo on August 30, 2018 by the Parties.", "2018-08-30"),
        (
            "IN WITNESS WHEREOF, the Parties have executed this Memorandum this fifth day of May, two thousand nine.",
            "2009-05-05",
        ),
    ],
)
def test_agreement_date_in_english(words, date):
    assert value("agreement_date", HEAD + BODY + words) == date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("El presente Memorándum se celebra el 9 de marzo de 2015 entre las Partes.", "2015-03-09"),
        ("En fe de lo cual, las Partes firman el presente Memorándum el dos de junio de dos mil once.", "2011-06-02"),
    ],
)
def test_agreement_date_in_spanish(words, date):
    assert value("agreement_date", HEAD_ES + BODY_ES + words) == date


def test_the_last_signature_dates_an_agreement_without_other_date():
    signatures = (
        "\n\nBy: ______\nLena Ortiz, Director\nDate: 04/02/2016\n\nBy: ______\nPaul Reyes, Consul\nDate: 04/28/2016\n"
    )
    text = HEAD + BODY + "This Memorandum takes effect upon the last signature." + signatures
    assert value("agreement_date", text) == "2016-04-28"
    effective = facts(text, field="effective_date")[0]
    assert (effective.value, effective.rule) == ("2016-04-28", "effective: upon the last signature")


@pytest.mark.parametrize(
    "words",
    [
        "They recall the Joint Declaration of the two ministries, signed at Washington on May 4, 2010.",
        "The basis is the Letter of Arrangement with the Ministry, signed on May 4, 2010.",
    ],
)
def test_the_parent_instruments_date_is_cited_and_not_the_papers(words):
    assert roles(HEAD + BODY + words) == [("2010-05-04", "cited")]
    assert value("agreement_date", HEAD + BODY + words) is None


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("This Memorandum is effective as of July 1, 2017.", "2017-07-01"),
        ('This Memorandum is made as of July 1, 2017 (the "Effective Date").', "2017-07-01"),
        ("This Memorandum shall take effect on July 1, 2017.", "2017-07-01"),
    ],
)
def test_effective_date(words, date):
    assert value("effective_date", HEAD + BODY + words) == date


def test_effective_date_in_spanish():
    assert (
        value("effective_date", HEAD_ES + BODY_ES + "El presente Memorándum entrará en vigor el 1 de julio de 2017.")
        == "2017-07-01"
    )


def test_nothing_is_effective_without_a_word_of_it():
    assert value("effective_date", HEAD + BODY + "This Memorandum is made as of July 1, 2017.") is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (HEAD + BODY + "This Memorandum shall remain in effect until June 30, 2020.", "2020-06-30"),
        (HEAD + BODY + "This Memorandum expires on June 30, 2020 unless renewed.", "2020-06-30"),
        (HEAD_ES + BODY_ES + "El presente Memorándum estará vigente hasta el 30 de junio de 2020.", "2020-06-30"),
        (HEAD + BODY + "This Memorandum shall continue indefinitely.", "perpetual"),
        (HEAD + BODY + "The fair runs until June 30, 2020.", None),
    ],
)
def test_stated_end(text, date):
    assert value("expiration_date", text) == date


@pytest.mark.parametrize(
    "stamp",
    [
        "Last updated: June 3, 2021.",
        "November 2, 2004 (page stamp)",
        "Exp. Date: 02/28/2023",
        "As of January 20, 2021, information may be out of date.",
    ],
)
def test_stamps_and_banners_are_furniture(stamp):
    assert [role for _, role in roles(f"{stamp}\n\n{HEAD}{BODY}")] == ["furniture"]


RELEASE = "News Release: [05/14/2013]\nPORT ARDO — The Harbor Labor Office "


@pytest.mark.parametrize(
    ("words", "signed"),
    [
        ("today signed an alliance with the Consulate of Ardenia.", "2013-05-14"),
        ("yesterday signed an alliance with the Consulate of Ardenia.", "2013-05-13"),
        ("signed an alliance with the Consulate of Ardenia on May 10.", "2013-05-10"),
        ("signed an alliance with the Consulate of Ardenia on Friday.", "2013-05-10"),
        ("signed an alliance with the Consulate of Ardenia Friday.", "2013-05-10"),
        ("said Monday that it signed an alliance with the Consulate of Ardenia.", None),
        ("will sign an alliance with the Consulate of Ardenia next Friday.", None),
        ("today announced that it has long had offices there.", None),
        ("today said that a similar agreement was first signed on May 10, 2009.", None),
    ],
)
def test_a_release_dates_the_signing_from_its_own_day(words, signed):
    assert value("issued_date", RELEASE + words) == "2013-05-14"
    assert value("agreement_date", RELEASE + words) == signed


def test_news_in_spanish():
    text = (
        "Firman acuerdo laboral\n\nviernes, 17 de mayo de 2013. El cónsul de Ardenia y la directora firmaron ayer 16 de"
        " mayo un acuerdo, dijo la oficina."
    )
    assert (value("issued_date", text), value("agreement_date", text)) == ("2013-05-17", "2013-05-16")


def test_today_without_a_day_of_issue_stays_unknown():
    text = "PORT ARDO — The Harbor Labor Office today signed an alliance with the Consulate of Ardenia, it announced."
    assert value("agreement_date", text) is None
    assert value("issued_date", text) is None


def test_every_date_rests_on_its_words():
    for fact in facts(HEAD + BODY + "This Memorandum is effective as of July 1, 2017 and expires on June 30, 2020."):
        if fact.field == "date" or fact.field.endswith("_date"):
            assert fact.evidence
            assert fact.evidence.quote in ("July 1, 2017", "June 30, 2020")
