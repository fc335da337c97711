"""Simple Dublin Core: a record in the form of OAI-PMH (``oai_dc``) for each record, and for each unit a person made."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from archive_app.exports.arrangement import Group, arrange, dates, extent, paragraphs
from archive_app.exports.citation import Citation
from archive_app.exports.holdings import Holdings
from archive_app.exports.markup import element, write_xml
from archive_app.exports.plain import line
from archive_app.exports.wording import told

DC = "http://purl.org/dc/elements/1.1/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
#: Elements of ISAD(G) as elements of Dublin Core, which has fewer.
OF_UNITS = {
    "creator": "creator", "scope_content": "description", "administrative_history": "description",
    "archival_history": "description", "arrangement": "description", "access_conditions": "rights",
    "reproduction_conditions": "rights", "related_units": "relation", "location_of_originals": "source",
    "note": "description",
}  # fmt: skip
#: The same of what a person states of a record; what is said of the unit it stands in holds for it too.
OF_ITEMS = ("scope_content", "archival_history", "access_conditions", "reproduction_conditions",
            "location_of_originals")  # fmt: skip
Elements = Iterator[tuple[str, str]]


def write(holdings: Holdings, file: Path) -> None:
    part_of = {record: one.id for one in holdings.agreements for record in one.records}
    root = element("records", *_records(holdings, arrange(holdings), part_of, None))
    root.set("xmlns:dc", DC)
    root.set("xmlns:oai_dc", OAI_DC)
    write_xml(root, file)


def _records(holdings: Holdings, group: Group, part_of: dict[str, str], above: Group | None) -> Iterator[ET.Element]:
    if group.branch.unit:
        yield _record(_unit(holdings, group, above))
    for one in group.groups:
        yield from _records(holdings, one, part_of, group)
    for item in group.items:
        yield _record(_item(holdings, group, item, part_of.get(item.id)))


def _record(elements: Elements) -> ET.Element:
    return element("oai_dc:dc", *(element(f"dc:{name}", value) for name, value in elements if value))


def _unit(holdings: Holdings, group: Group, above: Group | None) -> Elements:
    yield "title", group.title
    yield from ((OF_UNITS[name], text) for name in OF_UNITS for text in group.texts.get(name, ()))
    stated, known = group.texts.get("dates"), dates(group.every)
    yield "date", stated[0] if stated else "/".join(dict.fromkeys(map(str, known))) if known else ""
    yield from (("type", name) for name in ("Collection", str(group.level)))
    stated = group.texts.get("extent", ())
    yield from (("format", one) for one in (*stated, extent(group.every, holdings.labels)))
    yield "identifier", group.reference
    yield from (("language", code) for code in sorted({code for one in group.every for code in one.languages}))
    if above:
        yield "relation", f"part of: {above.reference} {above.title}"


def _item(holdings: Holdings, group: Group, one: Citation, agreement: str | None) -> Elements:
    yield "title", one.title
    yield from (("creator", name) for name in one.creators)
    yield from (("subject", name) for name in one.named)
    yield from (("contributor", told(person)) for person in one.description.signatories)
    yield "date", str(one.date) if one.date else ""
    yield from (("type", name) for name in ("Text", one.kind))
    yield from (("format", text) for text in (one.record.media_type, *_stated(one, "extent")))
    yield from (("identifier", name) for name in (
        one.id, group.item_reference(one), one.number or "", f"urn:sha256:{one.record.sha256}"))  # fmt: skip
    yield "source", line(one.record.filename)
    yield from (("language", language) for language in one.languages)
    yield from _relations(holdings, group, one, agreement)
    yield from (("coverage", place) for place in one.places)
    yield "rights", one.description.text("access") or ""
    yield from _catalogued(group, one)


def _catalogued(group: Group, one: Citation) -> Elements:
    """What a person states of the record; where it says nothing of access and use, what holds for its unit."""
    for name in OF_ITEMS:
        inherited = group.inherited.get(name, ()) if OF_UNITS[name] == "rights" else ()
        yield from ((OF_UNITS[name], text) for text in _stated(one, name) or inherited)


def _stated(one: Citation, name: str) -> tuple[str, ...]:
    return paragraphs(one.description.text(name) or "")


def _relations(holdings: Holdings, group: Group, one: Citation, agreement: str | None) -> Elements:
    whole = group.title if group.branch.unit else line(holdings.title)
    yield "relation", f"part of: {group.reference} {whole}" if group.branch.unit else f"part of: {whole}"
    if agreement:
        yield "relation", f"agreement: {agreement}"
    if one.record.parent in holdings.descriptions:
        yield "relation", f"attached to: {one.record.parent}"
    yield from (("relation", told(relation)) for relation in one.description.relations)
