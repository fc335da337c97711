"""Simple Dublin Core: a record in the form of OAI-PMH (``oai_dc``) for each record."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from archive_app.exports.citation import Citation, citations
from archive_app.exports.holdings import Holdings
from archive_app.exports.markup import element, write_xml
from archive_app.exports.wording import told

DC = "http://purl.org/dc/elements/1.1/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"


def write(holdings: Holdings, file: Path) -> None:
    part_of = {record: one.id for one in holdings.agreements for record in one.records}
    root = element("records", *(_record(holdings, one, part_of.get(one.id)) for one in citations(holdings)))
    root.set("xmlns:dc", DC)
    root.set("xmlns:oai_dc", OAI_DC)
    write_xml(root, file)


def _record(holdings: Holdings, one: Citation, agreement: str | None) -> ET.Element:
    return element("oai_dc:dc", *(element(f"dc:{name}", value) for name, value in _elements(holdings, one, agreement)))


def _elements(holdings: Holdings, one: Citation, agreement: str | None) -> Iterator[tuple[str, str]]:
    yield "title", one.title
    yield from (("creator", name) for name in one.creators)
    yield from (("subject", name) for name in one.named)
    yield from (("contributor", told(person)) for person in one.description.signatories)
    if one.date:
        yield "date", str(one.date)
    yield from (("type", name) for name in ("Text", one.kind))
    yield "format", one.record.media_type
    yield from (("identifier", name) for name in (one.id, one.number, f"urn:sha256:{one.record.sha256}") if name)
    yield "source", one.record.filename
    yield from (("language", language) for language in one.languages)
    yield from _relations(holdings, one, agreement)
    yield from (("coverage", place) for place in one.places)
    access = one.description.text("access")
    if access:
        yield "rights", access


def _relations(holdings: Holdings, one: Citation, agreement: str | None) -> Iterator[tuple[str, str]]:
    yield "relation", f"part of: {holdings.title}"
    if agreement:
        yield "relation", f"agreement: {agreement}"
    if one.record.parent in holdings.descriptions:
        yield "relation", f"attached to: {one.record.parent}"
    yield from (("relation", told(relation)) for relation in one.description.relations)
