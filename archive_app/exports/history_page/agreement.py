"""One agreement on the page: what is known of it, and the words that this rests on."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Iterator

from archive_app.domain.agreement import Agreement
from archive_app.domain.description import Description
from archive_app.domain.fact import Fact, Source
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import Labels
from archive_app.exports.markup import element
from archive_app.exports.wording import end_told, length, said

#: The fields whose words are shown, in this order, by the names that a reader knows them by.
FIELDS = {
    "party": "Party", "signatory": "Signer", "agreement_date": "Date it bears", "effective_date": "Takes effect",
    "term": "Term", "expiration_date": "Ends", "renewal": "Renewal", "renewal_term": "Renewed for",
    "notice_period": "Notice", "governing_law": "Law", "relation": "Other papers",
}  # fmt: skip
#: What an end is computed of.
OPERANDS = {
    "agreement_date": "the date it bears", "effective_date": "the day it takes effect",
    "signatory": "the last signature", "date": "the day it names", "term": "a term of",
}  # fmt: skip
COLUMNS = ("What", "As read", "Words on the page", "Page", "Record", "Found")
WORDS = "The words this rests on"
ELSEWHERE = "The words are in records that are not part of this page."


def article(holdings: Holdings, one: Agreement) -> ET.Element:
    say, state = holdings.labels.say, str(one.status(holdings.on))
    rows = [row for record in one.records for row in _words(holdings, record, holdings.descriptions.get(record))]
    shown = element("span", say(state), class_=f"state {state.replace(' ', '-')}")
    known = ((say(name), value) for name, value in _known(holdings, one))
    return element(
        "article", element("h4", one.title), element("p", shown, f" {say(one.kind)} · {one.id}"),
        element("dl", *(part for name, value in known for part in _pair(name, value))),
        _table(rows, holdings.labels) if rows else element("p", say(ELSEWHERE)),
        id=one.id,
    )  # fmt: skip


def _pair(name: str, value: str) -> tuple[ET.Element, ET.Element]:
    return element("dt", name), element("dd", value)


def _known(holdings: Holdings, one: Agreement) -> Iterator[tuple[str, str]]:
    """Name and value of what is known; ends are told also where they are not."""
    labels, files = holdings.labels, holdings.filenames
    lines = (
        ("Between", " – ".join(party.name for party in one.parties)),
        ("Date it bears", one.agreement_date),
        ("Takes effect", one.effective_date),
        ("Ends", _end(holdings, one)),
        ("Term", one.term and said(one.term, labels)),
        ("Renewal", _renewal(one, labels)),
        ("Notice", one.notice_period and said(one.notice_period, labels)),
        ("Renews", one.renews and f"{one.renews} ({labels.say(one.renews_basis or 'stated')})"),
        ("Renewed by", _later(one.renewed_by, one.renewed_on, labels)),
        ("Superseded by", _later(one.superseded_by, one.superseded_on, labels)),
        ("Amends", one.amends),
        ("Amended by", ", ".join(filter(None, (_later(*amendment, labels) for amendment in one.amended_by)))),
        ("Under", one.implements),
        ("Papers", ", ".join(_paper(holdings, record) for record in one.records)),
        ("Told of in", ", ".join(_paper(holdings, id) for id in one.announced_by if id in files)),
    )
    return ((name, value) for name, value in lines if value)


def _renewal(one: Agreement, labels: Labels) -> str:
    how, period = one.renewal and labels.say(one.renewal), one.renewal_term and said(one.renewal_term, labels)
    return labels.fill("{how} for {period}", how=how, period=period) if how and period else how or period or ""


def _later(id: str | None, on: object, labels: Labels) -> str | None:
    return labels.fill("{id} from {day}", id=id, day=on) if id and on else id


def _end(holdings: Holdings, one: Agreement) -> str:
    """The end by the paper, what it was computed of, and the end as it came about where that differs."""
    labels, actual = holdings.labels, one.ends(holdings.on)
    parts = [end_told(one, labels)]
    fact = holdings.end_fact(one)
    if fact and fact.operands:
        parts.append(_computed(fact, labels))
    if one.terminated_on and actual == one.terminated_on:
        parts.append(labels.fill("ended by notice on {day}", day=actual))
    elif actual and actual != one.end_of_first_term():
        parts.append(labels.fill("by its own renewal now {day}", day=actual))
    return "; ".join(parts)


def _computed(fact: Fact, labels: Labels) -> str:
    operands = (f"{labels.say(OPERANDS[name])} {length(value, labels)}" for name, value in fact.operands)
    return labels.fill("from {operands}", operands=labels.say(" and ").join(operands))


def _paper(holdings: Holdings, record: str) -> str:
    name = holdings.filenames.get(record)
    return f"{record} ({name})" if name else record


def _table(rows: list[ET.Element], labels: Labels) -> ET.Element:
    head = element("tr", *(element("th", labels.say(name), scope="col") for name in COLUMNS))
    caption = element("caption", labels.say(WORDS))
    return element("table", caption, element("thead", head), element("tbody", *rows))


def _words(holdings: Holdings, record: str, text: Description | None) -> Iterator[ET.Element]:
    if text is None:
        return
    language = text.text("language")
    for field, name in FIELDS.items():
        for fact in text.by_field.get(field, ()):
            yield _row(holdings, record, name, fact, language if language in ("en", "es") else None)


def _row(holdings: Holdings, record: str, name: str, fact: Fact, language: str | None) -> ET.Element:
    labels, evidence = holdings.labels, fact.evidence
    return element(
        "tr", element("th", labels.say(name), scope="row"), element("td", said(fact.value, labels)),
        element("td", element("q", evidence.quote, lang=language) if evidence else None,
                _crop(holdings, record, fact)),
        element("td", str(evidence.page) if evidence else None), element("td", record),
        element("td", _found(fact, labels)),
    )  # fmt: skip


def _crop(holdings: Holdings, record: str, fact: Fact) -> ET.Element | None:
    """The words as they stand on the page."""
    crop = holdings.crops.get((record, fact.id or 0))
    if crop is None or fact.evidence is None:
        return None
    told = f"{fact.evidence.quote} ({record}, {holdings.labels.say('page')} {fact.evidence.page})"
    return element("img", src=f"data:image/png;base64,{b64encode(crop).decode('ascii')}", alt=told)


def _found(fact: Fact, labels: Labels) -> str:
    if fact.source is Source.PERSON:
        how = labels.say(fact.rule)
        return labels.fill("{how} by {person}", how=how, person=fact.by) if fact.by else how
    return labels.say("computed" if fact.source is Source.COMPUTED else "read")
