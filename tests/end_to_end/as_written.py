"""The facts that stand in the specimens, as the expectations have them, in place of what was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import Duration
from archive_app.domain.fact import FIELDS, Fact, Party, Relation, Signatory, Value
from archive_app.services.archive import Archive
from tests.end_to_end.sample import EXPECTED, Sample

#: Expected under a plural name what is a field of its own here.
MANY = {"parties": "party", "signatories": "signatory", "relations": "relation"}


def put(archive: Archive, sample: Sample) -> None:
    """Gives each record the facts that its specimen should be read as, as if they had been read."""
    for path, one in sample.by_path.items():
        if EXPECTED[path]["outcome"] == "added":
            archive.catalogue.facts.replace_readings(one.id, tuple(facts_of(path, archive.authorities)))


def facts_of(path: str, authorities: AuthorityFile) -> Iterator[Fact]:
    must, may = EXPECTED[path]["must"], EXPECTED[path]["may"]
    computed = (may | must).get("expiration_basis") == "computed"
    for name in {**may, **must}:
        field = MANY.get(name, name)
        if field not in FIELDS or (field == "expiration_date" and computed):
            continue
        for value in _values(name, must, may):
            yield Fact(field, _value(field, value, authorities), 0.9, "as written")


def _values(name: str, must: dict[str, Any], may: dict[str, Any]) -> list[Any]:
    if name in MANY:
        return [*must.get(name, []), *may.get(name, [])]
    value = must[name] if name in must else may[name]
    return [value] if value is not None else []


def _value(field: str, value: Any, authorities: AuthorityFile) -> Value:
    if field == "party":
        body = authorities.records[value]
        return Party(body.name, body.name, body.id, body.role)
    if field == "signatory":
        return Signatory(value)
    if field == "relation":
        return Relation(value["type"], date=value.get("date"))
    return Duration(**value) if FIELDS[field] is Duration else str(value)
