"""A finding aid in EAD3, release 1.1.1: the archive's units of description at their levels, the records as items.

Elements stand in the order of ISAD(G), with its numbers, as ``encodinganalog``.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from archive_app.domain.agreement import Agreement
from archive_app.domain.dates import PartialDate
from archive_app.domain.isad import ELEMENTS
from archive_app.exports.arrangement import Group, arrange, dates, extent, paragraphs, slug
from archive_app.exports.citation import Citation
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import Labels
from archive_app.exports.markup import element, write_xml
from archive_app.exports.plain import line
from archive_app.exports.wording import end_told, told

NAMESPACE = "http://ead3.archivists.org/schema/"
LANGUAGES = {"en": ("eng", "English"), "es": ("spa", "Spanish")}
#: The element of EAD3 that holds the paragraphs of an element of ISAD(G).
BLOCKS = {
    "administrative_history": "bioghist", "archival_history": "custodhist", "acquisition": "acqinfo",
    "scope_content": "scopecontent", "appraisal": "appraisal", "accruals": "accruals", "arrangement": "arrangement",
    "access_conditions": "accessrestrict", "reproduction_conditions": "userestrict",
    "physical_characteristics": "phystech", "finding_aids": "otherfindaid", "location_of_originals": "originalsloc",
    "location_of_copies": "altformavail", "related_units": "relatedmaterial", "publication_note": "bibliography",
    "note": "odd", "archivist_note": "processinfo", "rules": "processinfo", "description_dates": "processinfo",
}  # fmt: skip
#: Days after this one may not stand in a time of maintenance.
LAST_YEAR = 2099


def write(holdings: Holdings, file: Path) -> None:
    of_record = {record: one for one in holdings.agreements for record in one.records}
    top = arrange(holdings)
    archdesc = element(
        "archdesc", _did(top, holdings.labels), *_blocks(top.texts),
        element("dsc", *_parts(top, of_record, holdings.labels), dsctype="combined") if top.every or top.groups
        else None,
        level=str(top.level), relatedencoding="ISAD(G)v2",
    )  # fmt: skip
    root = element("ead", _control(holdings), archdesc)
    root.set("xmlns", NAMESPACE)
    write_xml(root, file)


def _control(holdings: Holdings) -> ET.Element:
    """The finding aid about itself. The archive's title stands for whoever keeps it, whom it does not name."""
    on, say = holdings.on.isoformat(), holdings.labels
    title = line(holdings.title) or slug(holdings.title)
    event = element(
        "maintenanceevent", element("eventtype", value="derived"),
        element("eventdatetime", on, standarddatetime=on if holdings.on.year <= LAST_YEAR else None),
        element("agenttype", value="machine"), element("agent", "Convenio"),
        element("eventdescription", say.fill("Derived from the catalogue ({scope}).", scope=line(holdings.scope))),
    )  # fmt: skip
    code, name = LANGUAGES[say.language]
    return element(
        "control", element("recordid", slug(holdings.title)),
        element("filedesc", element("titlestmt", element("titleproper", title))),
        element("maintenancestatus", value="derived"), element("publicationstatus", value="inprocess"),
        element("maintenanceagency", element("agencyname", title)),
        element("languagedeclaration", element("language", say.say(name), langcode=code),
                element("script", say.say("Latin"), scriptcode="Latn")),
        element("conventiondeclaration", element("abbr", "ISAD(G)"),
                element("citation", "ISAD(G): General International Standard Archival Description, 2nd ed. (2000)")),
        element("maintenancehistory", event),
        langencoding="iso639-2b", scriptencoding="iso15924", dateencoding="iso8601",
    )  # fmt: skip


# Levels --------------------------------------------------------------------------------------------------------


def _parts(group: Group, of_record: dict[str, Agreement], labels: Labels) -> Iterator[ET.Element]:
    """What stands right under a unit: the units in it, then its own records."""
    for one in group.groups:
        parts = _parts(one, of_record, labels)
        yield element("c", _did(one, labels), *_blocks(one.texts), *parts, level=str(one.level))
    for item in group.items:
        yield _item(group, item, of_record.get(item.id), labels)


def _did(group: Group, labels: Labels) -> ET.Element:
    """What a unit is: as a person wrote it, else as far as its records tell."""
    every, texts = group.every, group.texts
    codes = [code for one in every for code in one.languages]
    return element(
        "did", element("unitid", group.reference, encodinganalog=ELEMENTS["reference_code"]),
        element("unittitle", group.title, encodinganalog=ELEMENTS["title"]),
        *_written("unitdate", "dates", texts.get("dates", ())),
        None if "dates" in texts else _span(every, labels),
        *_written("physdesc", "extent", texts.get("extent", ())),
        element("physdesc", extent(every, labels), localtype="computed", encodinganalog=ELEMENTS["extent"]),
        _origination((), texts.get("creator", ()), labels), _languages(codes, labels, texts.get("languages", ())),
    )  # fmt: skip


def _item(group: Group, one: Citation, agreement: Agreement | None, labels: Labels) -> ET.Element:
    stated = one.description.text("extent")
    did = element(
        "did", element("unitid", group.item_reference(one), encodinganalog=ELEMENTS["reference_code"]),
        element("unitid", one.id, localtype="record"),
        element("unittitle", one.title, encodinganalog=ELEMENTS["title"]), _date(one.date, labels),
        *_written("physdesc", "extent", paragraphs(stated or "")),
        element("physdesc", extent([one], labels), localtype="computed", encodinganalog=ELEMENTS["extent"]),
        _origination(one.bodies, one.writers, labels), _languages(one.languages, labels),
        element("didnote", labels.fill("File: {name} ({type}); SHA-256: {sha256}", name=line(one.record.filename),
                                       type=one.record.media_type, sha256=one.record.sha256)),
    )  # fmt: skip
    return element("c", did, *_about(one, agreement, labels), level="item")


def _about(one: Citation, agreement: Agreement | None, labels: Labels) -> Iterator[ET.Element]:
    texts = {name: paragraphs(text) for name in BLOCKS if (text := one.description.text(name))}
    if agreement:
        end = labels.fill("Agreement {agreement}, chain {chain}. End: {end}.", agreement=agreement.id,
                          chain=agreement.chain, end=end_told(agreement))  # fmt: skip
        texts["scope_content"] = (*texts.get("scope_content", ()), end)
    if one.description.relations:
        texts["related_units"] = tuple(line(told(relation)) for relation in one.description.relations)
    yield from _blocks(texts)
    names = [element("corpname", element("part", name)) for name in one.named]
    places = [element("geogname", element("part", name)) for name in one.places]
    kind = element("genreform", element("part", labels.say(one.kind)))
    yield element("controlaccess", *names, kind, *places)


# Pieces --------------------------------------------------------------------------------------------------------


def _blocks(texts: Mapping[str, Sequence[str]]) -> Iterator[ET.Element]:
    """Paragraphs by element, in the standard's order."""
    for name, tag in BLOCKS.items():
        if texts.get(name):
            yield element(tag, *(element("p", one) for one in texts[name]), encodinganalog=ELEMENTS[name])


def _written(tag: str, name: str, told: Sequence[str]) -> Iterator[ET.Element]:
    return (element(tag, one, encodinganalog=ELEMENTS[name]) for one in told)


def _span(items: Iterable[Citation], labels: Labels) -> ET.Element:
    known = dates(items)
    if known is None or known[0] == known[1]:
        return _date(known[0] if known else None, labels)
    first, last = map(str, known)
    return element(
        "unitdatestructured",
        element("daterange", element("fromdate", first, standarddate=first),
                element("todate", last, standarddate=last)),
        unitdatetype="inclusive", encodinganalog=ELEMENTS["dates"],
    )  # fmt: skip


def _date(date: PartialDate | None, labels: Labels) -> ET.Element:
    shown = str(date) if date else labels.say("undated")
    return element("unitdate", shown, normal=str(date) if date else None, encodinganalog=ELEMENTS["dates"])


def _languages(codes: Iterable[str], labels: Labels, written: Sequence[str] = ()) -> ET.Element | None:
    known = sorted(LANGUAGES[code] for code in dict.fromkeys(codes))
    named = [element("language", labels.say(name), langcode=code) for code, name in known]
    if not named and written:
        named, written = [element("language", written[0])], written[1:]
    note = element("descriptivenote", *(element("p", one) for one in written)) if written else None
    return element("langmaterial", *named, note, encodinganalog=ELEMENTS["languages"]) if named else None


def _origination(bodies: Sequence[str], names: Sequence[str], labels: Labels) -> ET.Element | None:
    """Who made it: bodies, and names of whom it is not known whether they are bodies or persons."""
    made = [element(tag, element("part", name))
            for tag, known in (("corpname", bodies), ("name", names)) for name in known]  # fmt: skip
    label = labels.say("Creator")
    return element("origination", *made, label=label, encodinganalog=ELEMENTS["creator"]) if made else None
