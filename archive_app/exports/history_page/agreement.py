"""One agreement on the page: what is known of it, and the words that this rests on."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Iterator

from archive_app.domain.agreement import Agreement
from archive_app.domain.description import Description
from archive_app.domain.fact import Fact, Source
from archive_app.exports.holdings import Holdings
from archive_app.exports.markup import element
from archive_app.exports.wording import end_told, told

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


def article(holdings: Holdings, one: Agreement) -> ET.Element:
    state = str(one.status(holdings.on))
    rows = [row for record in one.records for row in _words(holdings, record, holdings.descriptions.get(record))]
    return element(
        "article", element("h4", one.title),
        element("p", element("span", state, class_=f"state {state.replace(' ', '-')}"), f" {one.kind} · {one.id}"),
        element("dl", *(part for name, value in _known(holdings, one) for part in _pair(name, value))),
        _table(rows) if rows else element("p", "The words are in records that are not part of this page."),
        id=one.id,
    )  # fmt: skip


def _pair(name: str, value: str) -> tuple[ET.Element, ET.Element]:
    return element("dt", name), element("dd", value)


def _known(holdings: Holdings, one: Agreement) -> Iterator[tuple[str, str]]:
    """Name and value of what is known; ends are told also where they are not."""
    lines = (
        ("Between", " – ".join(party.name for party in one.parties)),
        ("Date it bears", one.agreement_date),
        ("Takes effect", one.effective_date),
        ("Ends", _end(holdings, one)),
        ("Term", one.term and str(one.term)),
        ("Renewal", " for ".join(str(part) for part in (one.renewal, one.renewal_term) if part)),
        ("Notice", one.notice_period and str(one.notice_period)),
        ("Renews", one.renews and f"{one.renews} ({one.renews_basis or 'stated'})"),
        ("Renewed by", _later(one.renewed_by, one.renewed_on)),
        ("Superseded by", _later(one.superseded_by, one.superseded_on)),
        ("Amends", one.amends),
        ("Amended by", ", ".join(filter(None, (_later(*amendment) for amendment in one.amended_by)))),
        ("Under", one.implements),
        ("Papers", ", ".join(_paper(holdings, record) for record in one.records)),
        ("Told of in", ", ".join(_paper(holdings, id) for id in one.announced_by if id in holdings.filenames)),
    )
    return ((name, value) for name, value in lines if value)


def _later(id: str | None, on: object) -> str | None:
    return f"{id} from {on}" if id and on else id


def _end(holdings: Holdings, one: Agreement) -> str:
    """The end by the paper, what it was computed of, and the end as it came about where that differs."""
    parts = [end_told(one)]
    fact = holdings.end_fact(one)
    if fact and fact.operands:
        operands = (f"{OPERANDS[name]} {value}" for name, value in fact.operands)
        parts.append(f"from {' and '.join(operands)}")
    actual = one.ends(holdings.on)
    if one.terminated_on and actual == one.terminated_on:
        parts.append(f"ended by notice on {actual}")
    elif actual and actual != one.end_of_first_term():
        parts.append(f"by its own renewal now {actual}")
    return "; ".join(parts)


def _paper(holdings: Holdings, record: str) -> str:
    name = holdings.filenames.get(record)
    return f"{record} ({name})" if name else record


def _table(rows: list[ET.Element]) -> ET.Element:
    head = element("tr", *(element("th", name, scope="col") for name in COLUMNS))
    caption = element("caption", "The words this rests on")
    return element("table", caption, element("thead", head), element("tbody", *rows))


def _words(holdings: Holdings, record: str, text: Description | None) -> Iterator[ET.Element]:
    if text is None:
        return
    language = text.text("language")
    for field, name in FIELDS.items():
        for fact in text.by_field.get(field, ()):
            crop = holdings.crops.get((record, fact.id or 0))
            yield _row(record, name, fact, language if language in ("en", "es") else None, crop)


def _row(record: str, name: str, fact: Fact, language: str | None, crop: bytes | None) -> ET.Element:
    evidence = fact.evidence
    return element(
        "tr", element("th", name, scope="row"), element("td", told(fact.value)),
        element("td", element("q", evidence.quote, lang=language) if evidence else None, _crop(crop, record, fact)),
        element("td", str(evidence.page) if evidence else None), element("td", record), element("td", _found(fact)),
    )  # fmt: skip


def _crop(crop: bytes | None, record: str, fact: Fact) -> ET.Element | None:
    """The words as they stand on the page."""
    if crop is None or fact.evidence is None:
        return None
    told = f"{fact.evidence.quote} ({record}, page {fact.evidence.page})"
    return element("img", src=f"data:image/png;base64,{b64encode(crop).decode('ascii')}", alt=told)


def _found(fact: Fact) -> str:
    if fact.source is Source.PERSON:
        return f"{fact.rule} by {fact.by}" if fact.by else fact.rule
    return "computed" if fact.source is Source.COMPUTED else "read"
