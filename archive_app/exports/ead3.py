"""A finding aid in EAD3: the archive as fonds, a series for each kind, the records as items."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive_app.domain.agreement import Agreement
from archive_app.domain.dates import PartialDate
from archive_app.exports.arrangement import Series, arrange, dates, extent, slug
from archive_app.exports.citation import Citation
from archive_app.exports.holdings import Holdings
from archive_app.exports.markup import element, write_xml
from archive_app.exports.plain import line
from archive_app.exports.wording import end_told, told

NAMESPACE = "http://ead3.archivists.org/schema/"
LANGUAGES = {"en": ("eng", "English"), "es": ("spa", "Spanish")}


def write(holdings: Holdings, file: Path) -> None:
    series = arrange(holdings)
    of_record = {record: one for one in holdings.agreements for record in one.records}
    root = element("ead", _control(holdings), _fonds(holdings, series, of_record))
    root.set("xmlns", NAMESPACE)
    write_xml(root, file)


def _control(holdings: Holdings) -> ET.Element:
    """The finding aid about itself. The archive's title stands for whoever keeps it, whom it does not name."""
    on = holdings.on.isoformat()
    event = element(
        "maintenanceevent", element("eventtype", value="derived"), element("eventdatetime", on, standarddatetime=on),
        element("agenttype", value="machine"), element("agent", "Convenio"),
        element("eventdescription", f"Derived from the catalogue ({holdings.scope})."),
    )  # fmt: skip
    return element(
        "control", element("recordid", slug(holdings.title)),
        element("filedesc", element("titlestmt", element("titleproper", _title(holdings)))),
        element("maintenancestatus", value="derived"), element("publicationstatus", value="inprocess"),
        element("maintenanceagency", element("agencyname", _title(holdings))),
        element("languagedeclaration", element("language", "English", langcode="eng"),
                element("script", "Latin", scriptcode="Latn")),
        element("maintenancehistory", event),
        langencoding="iso639-2b", scriptencoding="iso15924", dateencoding="iso8601",
    )  # fmt: skip


def _title(holdings: Holdings) -> str:
    return line(holdings.title) or slug(holdings.title)


def _fonds(holdings: Holdings, series: tuple[Series, ...], of_record: dict[str, Agreement]) -> ET.Element:
    items = [item for one in series for item in one.items]
    kept = f"Restricted records that are kept in the archive and not described here: {holdings.left_out}."
    return element(
        "archdesc", _did(slug(holdings.title), _title(holdings), items),
        _paragraph("scopecontent", f"Scope: {holdings.scope}, as it stood on {holdings.on}."),
        _paragraph("arrangement", "By kind of paper, and by date within a kind."),
        _paragraph("accessrestrict", kept) if holdings.left_out else None,
        element("dsc", *(_series(one, of_record) for one in series), dsctype="combined"),
        level="fonds",
    )  # fmt: skip


def _did(id: str, title: str, items: Iterable[Citation]) -> ET.Element:
    """What a fonds or a series is, as far as its items tell."""
    every = list(items)
    return element(
        "did", element("unitid", id), element("unittitle", title), _span(every),
        element("physdesc", extent(every)), _languages(one for item in every for one in item.languages),
    )  # fmt: skip


def _span(items: Iterable[Citation]) -> ET.Element:
    known = dates(items)
    if known is None:
        return element("unitdate", "undated")
    first, last = known
    return _date(first) if first == last else element(
        "unitdatestructured",
        element("daterange", element("fromdate", str(first), standarddate=str(first)),
                element("todate", str(last), standarddate=str(last))),
        unitdatetype="inclusive",
    )  # fmt: skip


def _date(date: PartialDate | None) -> ET.Element:
    return element("unitdate", str(date) if date else "undated", normal=str(date) if date else None)


def _languages(codes: Iterable[str]) -> ET.Element | None:
    known = [LANGUAGES[code] for code in dict.fromkeys(codes)]
    named = (element("language", name, langcode=code) for code, name in sorted(known))
    return element("langmaterial", *named) if known else None


def _series(series: Series, of_record: dict[str, Agreement]) -> ET.Element:
    items = (_item(item, of_record.get(item.id)) for item in series.items)
    return element("c", _did(series.id, series.title, series.items), *items, level="series")


def _item(one: Citation, agreement: Agreement | None) -> ET.Element:
    did = element(
        "did", element("unitid", one.id), element("unittitle", one.title), _date(one.date), _origination(one),
        element("physdesc", extent([one])), _languages(one.languages),
        element("didnote", f"File: {one.record.filename} ({one.record.media_type}); SHA-256: {one.record.sha256}"),
    )  # fmt: skip
    return element("c", did, *_about(one, agreement), level="item")


def _origination(one: Citation) -> ET.Element | None:
    """Who made it: bodies, and writers of whom it is not known whether they are bodies or persons."""
    bodies = [element("corpname", element("part", name)) for name in one.bodies]
    writers = [element("name", element("part", name)) for name in one.writers]
    return element("origination", *bodies, *writers, label="Creator") if one.creators else None


def _about(one: Citation, agreement: Agreement | None) -> Iterator[ET.Element]:
    if agreement:
        yield _paragraph("scopecontent", f"Agreement {agreement.id}, chain {agreement.chain}. End: "
                                         f"{end_told(agreement)}.")  # fmt: skip
    names = [element("corpname", element("part", name)) for name in one.named]
    places = [element("geogname", element("part", name)) for name in one.places]
    yield element("controlaccess", *names, element("genreform", element("part", one.kind)), *places)
    if one.description.relations:
        yield element("relatedmaterial", *(element("p", told(relation)) for relation in one.description.relations))


def _paragraph(tag: str, text: str) -> ET.Element:
    return element(tag, element("p", text))
