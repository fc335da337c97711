"""Descriptions for import into AtoM (Access to Memory) by its template for ISAD(G), as of AtoM 2.8.

The template's columns stand in its order, also those that stay empty: AtoM takes a column by its name. Its importer
asks for UTF-8 without a mark and for line breaks as on Unix, and parts several values of a cell by a stroke.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archive_app.domain.agreement import Agreement
from archive_app.exports.arrangement import Group, arrange, dates, extent, item_code, paragraphs
from archive_app.exports.citation import Citation
from archive_app.exports.holdings import Holdings
from archive_app.exports.labels import Labels
from archive_app.exports.plain import line
from archive_app.exports.table import harmless
from archive_app.exports.wording import end_told, told

COLUMNS = (
    "legacyId", "parentId", "qubitParentSlug", "accessionNumber", "identifier", "title", "levelOfDescription",
    "extentAndMedium", "repository", "archivalHistory", "acquisition", "scopeAndContent", "appraisal", "accruals",
    "arrangement", "accessConditions", "reproductionConditions", "language", "script", "languageNote",
    "physicalCharacteristics", "findingAids", "locationOfOriginals", "locationOfCopies", "relatedUnitsOfDescription",
    "publicationNote", "digitalObjectPath", "digitalObjectURI", "generalNote", "subjectAccessPoints",
    "placeAccessPoints", "nameAccessPoints", "genreAccessPoints", "descriptionIdentifier", "institutionIdentifier",
    "rules", "descriptionStatus", "levelOfDetail", "revisionHistory", "languageOfDescription", "scriptOfDescription",
    "sources", "archivistNote", "publicationStatus", "physicalObjectName", "physicalObjectLocation",
    "physicalObjectType", "alternativeIdentifiers", "alternativeIdentifierLabels", "eventDates", "eventTypes",
    "eventStartDates", "eventEndDates", "eventActors", "eventActorHistories", "culture",
)  # fmt: skip
#: Columns for the elements of ISAD(G) that are texts of their own.
TEXTS = {
    "archival_history": "archivalHistory", "acquisition": "acquisition", "scope_content": "scopeAndContent",
    "appraisal": "appraisal", "accruals": "accruals", "arrangement": "arrangement",
    "access_conditions": "accessConditions", "reproduction_conditions": "reproductionConditions",
    "physical_characteristics": "physicalCharacteristics", "finding_aids": "findingAids",
    "location_of_originals": "locationOfOriginals", "location_of_copies": "locationOfCopies",
    "related_units": "relatedUnitsOfDescription", "publication_note": "publicationNote", "note": "generalNote",
    "archivist_note": "archivistNote", "rules": "rules", "description_dates": "revisionHistory",
}  # fmt: skip
#: A title that is longer is refused.
LONGEST_TITLE = 1024
#: The text of a cell, or the several values that stand in it.
Row = dict[str, str | Sequence[str]]
#: Until somebody has looked at it, nothing that was read is public.
EVERY: Row = {"descriptionStatus": "Draft", "publicationStatus": "Draft", "scriptOfDescription": "Latn"}


def write(holdings: Holdings, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as target:
        rows = csv.DictWriter(target, COLUMNS, restval="", lineterminator="\n")
        rows.writeheader()
        for row in _rows(holdings):
            rows.writerow({name: _cell(value) for name, value in row.items() if value})


def _cell(value: str | Sequence[str]) -> str:
    """A stroke parts values, and would make a list of a text that has one of its own."""
    texts = [value] if isinstance(value, str) else value
    return harmless("|".join(line(text).replace("|", "/") for text in texts))


def _rows(holdings: Holdings) -> Iterator[Row]:
    """Parents before their children, as the importer wants them."""
    of_record = {record: one for one in holdings.agreements for record in one.records}
    every = EVERY | {"languageOfDescription": holdings.labels.language, "culture": holdings.labels.language}
    for row in _of_group(arrange(holdings), "", of_record, holdings.labels):
        yield every | row


def _of_group(group: Group, parent: str, of_record: dict[str, Agreement], labels: Labels) -> Iterator[Row]:
    yield _unit(group, labels) | {"legacyId": group.id, "parentId": parent}
    for one in group.groups:
        yield from _of_group(one, group.id, of_record, labels)
    archive = group.id.partition("/")[0]
    for item in group.items:
        row = _item(item, of_record.get(item.id), labels)
        yield row | {"legacyId": f"{archive}/{item.id}", "parentId": group.id}


def _unit(group: Group, labels: Labels) -> Row:
    """AtoM composes reference codes itself, so that each row has its own part alone."""
    texts = {column: _paragraphs(group.texts.get(name, ())) for name, column in TEXTS.items()}
    stated = _paragraphs(group.texts.get("extent", ()))
    return {
        "identifier": group.code, "title": _title(group.title), "levelOfDescription": str(group.level).capitalize(),
        "extentAndMedium": "; ".join(filter(None, (stated, extent(group.every, labels)))), **texts,
        "languageNote": _paragraphs(group.texts.get("languages", ())),
        **_languages(code for one in group.every for code in one.languages), **_events_of_unit(group),
    }  # fmt: skip


def _paragraphs(told: Sequence[str]) -> str:
    return " ".join(told)


def _events_of_unit(group: Group) -> Row:
    """A creation by each of its creators, with their history; what is told of no creator stands with the dates."""
    makers, history = group.texts.get("creator", ()), _paragraphs(group.texts.get("administrative_history", ()))
    known, stated = dates(group.every), _paragraphs(group.texts.get("dates", ()))
    if not (makers or known or stated or history):
        return {}
    count = max(1, len(makers))
    first, last = map(str, known) if known else ("", "")
    shown = stated or (first if first == last else f"{first} – {last}")
    told: Row = {"eventTypes": ["Creation"] * count, "eventActors": makers}
    for name, value in (("eventDates", shown), ("eventStartDates", first), ("eventEndDates", last)):
        told[name] = [value] * count if value else ""
    if history and makers:
        told["eventActorHistories"] = [history, *[""] * (count - 1)]
    elif history:
        told["generalNote"] = [*_notes(group), history]
    return told


def _notes(group: Group) -> Sequence[str]:
    return group.texts.get("note", ())


def _item(one: Citation, agreement: Agreement | None, labels: Labels) -> Row:
    end = labels.fill("Agreement {agreement}, chain {chain}. End: {end}.", agreement=agreement.id,
                      chain=agreement.chain, end=end_told(agreement)) if agreement else ""  # fmt: skip
    stated = {column: _stated(one, name) for name, column in TEXTS.items()}
    return {
        **stated, "identifier": item_code(one), "title": _title(one.title), "levelOfDescription": "Item",
        "extentAndMedium": "; ".join(filter(None, (_stated(one, "extent"), extent([one], labels)))),
        "scopeAndContent": " ".join(filter(None, (_stated(one, "scope_content"), end))),
        "relatedUnitsOfDescription": "; ".join(told(r) for r in one.description.relations),
        "generalNote": (
            labels.fill("File: {name} ({type})", name=line(one.record.filename), type=one.record.media_type),
            f"SHA-256: {one.record.sha256}",
        ),
        "placeAccessPoints": one.places, "nameAccessPoints": one.named, "genreAccessPoints": labels.say(one.kind),
        "alternativeIdentifiers": (one.id, *_number(one)), "alternativeIdentifierLabels": ("Convenio", *(
            labels.say("Number") for _ in _number(one))),
        **_languages(one.languages), **_events(one),
    }  # fmt: skip


def _stated(one: Citation, name: str) -> str:
    return _paragraphs(paragraphs(one.description.text(name) or ""))


def _number(one: Citation) -> tuple[str, ...]:
    return (one.number,) if one.number else ()


def _title(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def _languages(codes: Iterable[str]) -> Row:
    known = sorted(set(codes))
    return {"language": known, "script": "Latn" if known else ""}


def _events(one: Citation) -> Row:
    """A creation by each of its makers, all on its date: what an event lacks is then lacking in each of them."""
    count = len(one.creators) or (1 if one.date else 0)
    days = [str(one.date)] * count if one.date else []
    return {"eventTypes": ["Creation"] * count, "eventActors": one.creators, "eventDates": days,
            "eventStartDates": days, "eventEndDates": days}  # fmt: skip
