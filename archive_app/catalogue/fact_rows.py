"""Facts as rows of the catalogue, and values as the text that rows and history keep."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import Any

from archive_app.catalogue.connection import Row
from archive_app.domain.evidence import Box, Evidence
from archive_app.domain.fact import DATE_FIELDS, FIELDS, MANY, Fact, Source, Value, from_json, to_json

#: The columns of a fact, in the order that ``columns_of`` gives them.
COLUMNS = (
    "field, value, confidence, rule, source, page, quote, quote_start, quote_end, boxes, operands, "
    "decided_by, decided_at"
)  # fmt: skip


def columns_of(fact: Fact) -> Row:
    """A fact's columns. Boxes are kept to a tenth of a point."""
    return (
        fact.field,
        value_text(fact.value),
        fact.confidence,
        fact.rule,
        fact.source,
        *_evidence_columns(fact.evidence),
        _compact(fact.operands) if fact.operands else None,
        fact.by,
        fact.at,
    )


def fact(row: Row) -> Fact:
    """The fact of a row: its number, then COLUMNS, then what else was asked for."""
    id, field, value, confidence, rule, source, page, quote, start, end, boxes, operands, by, at, *_ = row
    return Fact(
        # Names of fields and rules are few, and come back from the catalogue as a new text each time.
        intern(field),
        _stated(field, value) if FIELDS[field] is str else _parsed(field, value),
        _same(confidence),
        intern(rule),
        None if page is None else _words(page, quote, start, end, boxes),
        _SOURCES[source],
        _pairs(operands) if operands else (),
        by,
        at,
        id,
    )


def value_text(value: Value) -> str | None:
    """A value as the catalogue keeps it: text as it is, the rest as JSON, None as None."""
    return value if value is None or isinstance(value, str) else _compact(to_json(value))


def value_of(field: str, text: str | None) -> Value:
    """The value that ``value_text`` wrote for this field."""
    return text if FIELDS[field] is str else _parsed(field, text)


def values_text(field: str, values: Sequence[Value]) -> str | None:
    """A field's values as an event tells them: a JSON array where a field may have many, else as ``value_text``."""
    stated = [value for value in values if value is not None]
    if not stated:
        return None
    return _compact([to_json(value) for value in stated]) if field in MANY else value_text(stated[0])


def values_of(field: str, text: str | None) -> tuple[Value, ...]:
    """The values that ``values_text`` wrote for this field."""
    if text is None:
        return ()
    return tuple(from_json(field, data) for data in json.loads(text)) if field in MANY else (value_of(field, text),)


_SOURCES = {source.value: source for source in Source}


@lru_cache(maxsize=20_000)  # the same parties, terms and days come again and again
def _parsed(field: str, text: str | None) -> Value:
    return None if text is None else from_json(field, json.loads(text))


#: Fields of text in which the same few values stand again and again, in a large archive too.
_FEW = frozenset({"kind", "language", "place", "access"}) | DATE_FIELDS


def _stated(field: str, text: str | None) -> str | None:
    return intern(text) if text is not None and field in _FEW else text


@lru_cache(maxsize=1_000)
def _same(confidence: float) -> float:
    """One object for each confidence, of which there are as many as rules."""
    return confidence


@lru_cache(maxsize=64)  # of one paper: a sentence often tells several facts, which are read one after another
def _words(page: int, quote: str, start: int, end: int, boxes: str | None) -> Evidence:
    return Evidence(page, quote, start, end, _boxes(boxes) if boxes else ())


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _evidence_columns(evidence: Evidence | None) -> Row:
    if evidence is None:
        return (None, None, None, None, None)
    boxes = _compact([box.as_list() for box in evidence.boxes]) if evidence.boxes else None
    return (evidence.page, evidence.quote, evidence.start, evidence.end, boxes)


def _boxes(text: str) -> tuple[Box, ...]:
    return tuple(Box(*box) for box in json.loads(text))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((field, value) for field, value in json.loads(text))
