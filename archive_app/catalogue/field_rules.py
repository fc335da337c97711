"""What a person may state for a field, so that nothing enters the catalogue that a list could not show later."""

from __future__ import annotations

from collections.abc import Sequence

from archive_app.domain.dates import PartialDate
from archive_app.domain.fact import DATE_FIELDS, FIELDS, MANY, PERPETUAL, Value
from archive_app.errors import UsageError


def check(field: str, values: Sequence[Value]) -> None:
    """Raises UsageError for a field that does not exist, for too many values, and for a date that is none."""
    if field not in FIELDS:
        raise UsageError(f"“{field}” is not a field of a record; the fields are {', '.join(FIELDS)}.")
    if len(values) > 1 and (field not in MANY or None in values):
        raise UsageError(f"The field {field} takes one value; give one, or none where the paper does not state it.")
    for value in values:
        _check_one(field, value)


def _check_one(field: str, value: Value) -> None:
    if value is None:
        return
    if not isinstance(value, FIELDS[field]):
        raise UsageError(f"The field {field} does not take {value!r}; give a {FIELDS[field].__name__}.")
    if field in DATE_FIELDS and not (field == "expiration_date" and value == PERPETUAL):
        _check_date(field, str(value))


def _check_date(field: str, value: str) -> None:
    try:
        PartialDate.parse(value)
    except ValueError as error:
        raise UsageError(f"“{value}” is not a date for {field}; write it like 2014-09-03, 2014-09 or 2014.") from error
