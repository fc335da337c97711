"""Descriptions for import into AtoM (Access to Memory) by its template for ISAD(G), as of AtoM 2.7.

The template's columns stand in its order, also those that stay empty: AtoM takes a column by its name. Its importer
asks for UTF-8 without a mark and for line breaks as on Unix, and parts several values of a cell by a stroke.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archive_app.domain.agreement import Agreement
from archive_app.exports.arrangement import Series, arrange, dates, extent, slug
from archive_app.exports.citation import Citation
from archive_app.exports.holdings import Holdings
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
#: A title that is longer is refused.
LONGEST_TITLE = 1024
#: The text of a cell, or the several values that stand in it.
Row = dict[str, str | Sequence[str]]
#: Until somebody has looked at it, nothing that was read is public.
EVERY: Row = {"descriptionStatus": "Draft", "publicationStatus": "Draft", "languageOfDescription": "en",
              "scriptOfDescription": "Latn", "culture": "en"}  # fmt: skip


def write(holdings: Holdings, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as target:
        rows = csv.DictWriter(target, COLUMNS, restval="", lineterminator="\n")
        rows.writeheader()
        for row in _rows(holdings):
            rows.writerow({name: _cell(value) for name, value in (EVERY | row).items() if value})


def _cell(value: str | Sequence[str]) -> str:
    """A stroke parts values, and would make a list of a text that has one of its own."""
    texts = [value] if isinstance(value, str) else value
    return harmless("|".join(line(text).replace("|", "/") for text in texts))


def _rows(holdings: Holdings) -> Iterator[Row]:
    """Parents before their children, as the importer wants them."""
    fonds = slug(holdings.title)
    series = arrange(holdings)
    of_record = {record: one for one in holdings.agreements for record in one.records}
    yield _group(fonds, "", holdings.title or fonds, "Fonds", [item for one in series for item in one.items]) | {
        "scopeAndContent": f"Scope: {holdings.scope}, as it stood on {holdings.on}.",
        "arrangement": "By kind of paper, and by date within a kind.",
        "accessConditions": f"Restricted records that are not described here: {holdings.left_out}."
        if holdings.left_out else "",
    }  # fmt: skip
    for one in series:
        yield from _series(one, fonds, of_record)


def _series(series: Series, fonds: str, of_record: dict[str, Agreement]) -> Iterator[Row]:
    parent = f"{fonds}/{series.id}"
    yield _group(parent, fonds, series.title, "Series", series.items) | {"identifier": series.id}
    for item in series.items:
        yield _item(item, of_record.get(item.id)) | {"legacyId": f"{fonds}/{item.id}", "parentId": parent}


def _group(id: str, parent: str, title: str, level: str, items: Iterable[Citation]) -> Row:
    every = tuple(items)
    known = dates(every)
    row: Row = {
        "legacyId": id, "parentId": parent, "identifier": id, "title": _title(title), "levelOfDescription": level,
        "extentAndMedium": extent(every), **_languages(code for one in every for code in one.languages),
    }  # fmt: skip
    if known is None:
        return row
    first, last = map(str, known)
    shown = first if first == last else f"{first} – {last}"
    return row | {"eventDates": shown, "eventTypes": "Creation", "eventStartDates": first, "eventEndDates": last}


def _item(one: Citation, agreement: Agreement | None) -> Row:
    end = f"Agreement {agreement.id}, chain {agreement.chain}. End: {end_told(agreement)}." if agreement else ""
    return {
        "identifier": one.id, "title": _title(one.title), "levelOfDescription": "Item",
        "extentAndMedium": extent([one]),
        "scopeAndContent": end, "relatedUnitsOfDescription": "; ".join(told(r) for r in one.description.relations),
        "generalNote": (f"File: {one.record.filename} ({one.record.media_type})", f"SHA-256: {one.record.sha256}"),
        "placeAccessPoints": one.places, "nameAccessPoints": one.named, "genreAccessPoints": one.kind,
        "alternativeIdentifiers": one.number or "", "alternativeIdentifierLabels": "Number" if one.number else "",
        **_languages(one.languages), **_events(one),
    }  # fmt: skip


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
