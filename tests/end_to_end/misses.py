"""What a reading of the specimens misses or invents, one line each: file, field, what is expected, what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from archive_app.domain.fact import AGREEMENT_KINDS
from archive_app.domain.json_shapes import description_json
from archive_app.services import records
from archive_app.services.records import Described
from tests.end_to_end.sample import EXPECTED, Sample

#: Fields whose values are compared as sets of one attribute.
NAMED = {"parties": "authority", "signatories": "name"}
#: Relations that put a paper into the chain of the other.
CHAINING = frozenset({"renews", "amends", "supersedes", "terminates", "translates"})


class Miss(NamedTuple):
    """One fact that is not as expected."""

    file: str
    field: str
    want: object
    got: object

    def __str__(self) -> str:
        return f"{self.file}\n    {self.field}: want {self.want}, got {self.got}"


def told(misses: list[Miss]) -> str:
    """All misses in one message, with a count of each field first."""
    fields = sorted({miss.field for miss in misses})
    counts = ", ".join(f"{field} {sum(miss.field == field for miss in misses)}" for field in fields)
    return "\n".join([f"{len(misses)} misses ({counts})", *map(str, misses)])


def of_sample(sample: Sample) -> list[Miss]:
    """All misses, in the order of the files."""
    misses = []
    for path, expected in EXPECTED.items():
        if expected["must"] and path in sample.by_path:
            misses += list(_of_record(sample, path, sample.by_path[path], expected["must"], expected["may"]))
    return misses


def _of_record(sample: Sample, path: str, one: Described, must: dict[str, Any], may: dict[str, Any]) -> Iterator[Miss]:
    if "needs_ocr" in must:
        pictures = [page.number for page in records.pages_of(sample.archive, one.id) if page.needs_ocr]
        if pictures != must["needs_ocr"]:
            yield Miss(path, "needs_ocr", must["needs_ocr"], pictures)
        return
    described = description_json(one.description)
    for field, want in must.items():
        got = described[field]
        if field == "relations":
            yield from _of_relations(path, got, want, may.get(field, []))
        elif field in NAMED:
            yield from _of_names(path, field, got, want, may.get(field, []))
        elif got != want:
            yield Miss(path, field, want, got)
    if "relations" not in must and one.kind in AGREEMENT_KINDS:
        yield from _of_relations(path, described["relations"], [], may.get("relations", []))


def _of_names(path: str, field: str, got: list[dict[str, Any]], want: list[str], may: list[str]) -> Iterator[Miss]:
    """Every wanted body or person is there, and none besides but those that may be."""
    found = [value[NAMED[field]] or value["name"] for value in got]
    if set(want) - set(found) or set(found) - set(want) - set(may):
        yield Miss(path, field, want, found)


def _of_relations(path: str, got: list[dict[str, Any]], want: list[Any], may: list[Any]) -> Iterator[Miss]:
    """Every wanted relation is there, and none is invented that would put the paper into another's chain."""
    found = [(one["type"], one["target"]["date"]) for one in got]
    wanted = [(one["type"], one.get("date")) for one in want]
    allowed = {*wanted, *((one["type"], one.get("date")) for one in may)}
    invented = [one for one in found if one[0] in CHAINING and one not in allowed]
    if set(wanted) - set(found) or invented:
        yield Miss(path, "relations", wanted, found)
