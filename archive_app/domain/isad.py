"""The elements of ISAD(G), the general international standard of archival description, by their numbers there."""

from __future__ import annotations

from typing import Final

#: Every element of the standard in its order, with its number; the first part of a number is its area.
ELEMENTS: Final = {
    "reference_code": "3.1.1", "title": "3.1.2", "dates": "3.1.3", "level": "3.1.4", "extent": "3.1.5",
    "creator": "3.2.1", "administrative_history": "3.2.2", "archival_history": "3.2.3", "acquisition": "3.2.4",
    "scope_content": "3.3.1", "appraisal": "3.3.2", "accruals": "3.3.3", "arrangement": "3.3.4",
    "access_conditions": "3.4.1", "reproduction_conditions": "3.4.2", "languages": "3.4.3",
    "physical_characteristics": "3.4.4", "finding_aids": "3.4.5",
    "location_of_originals": "3.5.1", "location_of_copies": "3.5.2", "related_units": "3.5.3",
    "publication_note": "3.5.4",
    "note": "3.6.1",
    "archivist_note": "3.7.1", "rules": "3.7.2", "description_dates": "3.7.3",
}  # fmt: skip
#: The areas of the standard by the beginning of their elements' numbers.
AREAS: Final = {
    "identity": "3.1", "context": "3.2", "content": "3.3", "conditions": "3.4", "allied": "3.5", "notes": "3.6",
    "control": "3.7",
}  # fmt: skip
#: What a unit of description is, told by itself; all others are texts that a person may write for it.
OF_THE_UNIT: Final = frozenset({"reference_code", "title", "level"})
TEXTS: Final = tuple(name for name in ELEMENTS if name not in OF_THE_UNIT)
#: Elements that a person may state for a record, which is the item of the description; its title, dates, languages
#: and relations are fields of their own.
OF_ITEMS: Final = (
    "reference_code", "extent", "creator", "archival_history", "acquisition", "scope_content", "access_conditions",
    "reproduction_conditions", "physical_characteristics", "location_of_originals", "location_of_copies",
    "publication_note", "archivist_note",
)  # fmt: skip
#: What holds for a unit and all that is under it, unless it is said otherwise there.
INHERITED: Final = frozenset({
    "creator", "archival_history", "acquisition", "access_conditions", "reproduction_conditions", "finding_aids",
    "rules",
})  # fmt: skip


def area(element: str) -> str:
    """The area that an element belongs to."""
    return next(name for name, number in AREAS.items() if ELEMENTS[element].startswith(number))
