"""What a person typed, as values of a field: codes, dates, lengths of time, bodies; words in both languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from archive_app.domain.authority import AuthorityFile
from archive_app.domain.dates import Duration, PartialDate
from archive_app.domain.fact import (
    CHOICES,
    DATE_FIELDS,
    FIELDS,
    LANGUAGES,
    MANY,
    DateMention,
    Party,
    Relation,
    Signatory,
    Value,
)
from archive_app.domain.recognising import plain_name
from archive_app.domain.relation import RELATION_TYPES
from archive_app.errors import UsageError

#: By field (and ``unit``, ``not_stated``) what may be typed, plain, with the code that it stands for.
Words = Mapping[str, Mapping[str, str]]

_CHOICES = {"language": LANGUAGES, **CHOICES}


def parse_values(field: str, text: str, authorities: AuthorityFile, resources: Path) -> tuple[Value, ...]:
    """Values of the field; several of a field that can have many are parted by ``;``. (None,) for "not stated".

    ``resources`` is the folder that knows the words of both languages.

    Raises UsageError for a field that there is not and for a value that the field cannot have.
    """
    if field not in FIELDS:
        known = ", ".join(sorted(FIELDS))
        raise UsageError(f"There is no field “{field}”; the fields are {known}.",
                         key="no_field", operands=(field, known))  # fmt: skip
    words = _words(resources)
    if not text.strip() or _plain(text) in words["not_stated"]:
        return (None,)
    parts = [part.strip() for part in text.split(";")] if field in MANY else [text.strip()]
    values = tuple(_value(field, part, authorities, words) for part in parts if part)
    if not values:
        raise UsageError(f"Nothing is said of {field}; write a value, or “unknown” where the paper does not tell.",
                         key="nothing_said")  # fmt: skip
    return values


def chosen(field: str, text: str, resources: Path) -> str:
    """The code of a kind or a language that is meant, named in either language. Raises UsageError where none is."""
    return _text(field, text, _words(resources))


def _value(field: str, text: str, authorities: AuthorityFile, words: Words) -> Value:
    kind = FIELDS[field]
    if kind is Duration:
        return _duration(text, words)
    if kind is Party:
        return _party(text, authorities)
    if kind is Signatory:
        return _signatory(text)
    if kind is Relation:
        return _relation(text, words)
    if kind is DateMention:
        return DateMention(_date(text))
    return _text(field, text, words)


def _text(field: str, text: str, words: Words) -> str:
    code = words.get(field, {}).get(_plain(text))
    if code:
        return code
    if field in DATE_FIELDS:
        return _date(text)
    choices = _CHOICES.get(field)
    if choices and text not in choices:
        raise UsageError(f"“{text}” cannot be the {field}; choose one of {', '.join(choices)}.",
                         key="not_a_choice", operands=(text,))  # fmt: skip
    return text


def _date(text: str) -> str:
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        raise UsageError(f"“{text}” is not a date; write it like 2014-09-03, 2014-09 or 2014.",
                         key="not_a_date", operands=(text,)) from None  # fmt: skip


def _duration(text: str, words: Words) -> Duration:
    match = re.match(r"(\d+(?:[.,]\d+)?)\s+(\w[\w ]*)\Z", text)
    unit = words["unit"].get(_plain(match[2])) if match else None
    number = float(match[1].replace(",", ".")) if match else 0.0
    if unit is None or number == 0:
        raise UsageError(f"“{text}” is not a length of time; write it like 3 years, 18 months or 30 days.",
                         key="not_a_length", operands=(text,))  # fmt: skip
    return Duration(number, unit)


def _party(text: str, authorities: AuthorityFile) -> Party:
    """A body by id, acronym or name; a name that is not in the authority file is kept as it is."""
    matches = authorities.find(text)
    if len(matches) > 1:
        ids = ", ".join(match.id for match in matches)
        raise UsageError(f"“{text}” names several bodies ({ids}); write the id of the one that is meant.",
                         key="several_bodies", operands=(text, ids))  # fmt: skip
    if matches:
        return Party(matches[0].name, text, matches[0].id, matches[0].role)
    return Party(text, text)


def _signatory(text: str) -> Signatory:
    """``Ruth Okafor, Area Director``."""
    name, _, title = (part.strip() for part in text.partition(","))
    if not name:
        raise UsageError(f"“{text}” is not a person; write the name first, then a comma and the title.",
                         key="not_a_person", operands=(text,))  # fmt: skip
    return Signatory(name, title or None)


def _relation(text: str, words: Words) -> Relation:
    """``renews 2011-08-29`` or ``implements Letter of Arrangement of 2010``."""
    known = words["relation"]
    begun = (word for word in sorted(known, key=len, reverse=True) if _plain(text).startswith(f"{word} "))
    size = next((len(word.split()) for word in begun), 1)
    typed = text.split(" ")
    type, target = " ".join(typed[:size]), " ".join(typed[size:])
    type = known.get(_plain(type), type)
    if type not in RELATION_TYPES:
        raise UsageError(f"“{type}” is not a relation; begin with one of {', '.join(RELATION_TYPES)}.",
                         key="not_a_relation", operands=(type,))  # fmt: skip
    if not target.strip():
        raise UsageError(f"“{text}” is only half a relation; say what it {type}, by its date or its title.",
                         key="half_a_relation", operands=(text,))  # fmt: skip
    try:
        return Relation(type, date=str(PartialDate.parse(target.strip())))
    except ValueError:
        return Relation(type, title=target.strip())


def _plain(text: str) -> str:
    """Without capitals, accents and doubled white space."""
    return plain_name(text)


@lru_cache(maxsize=1)
def _words(resources: Path) -> Words:
    """By field (and ``unit``, ``not_stated``) what may be typed, plain, with the code that it stands for."""
    kept = tomllib.loads((resources / "typed_words.toml").read_text(encoding="utf-8"))
    unsaid = {_plain(word): "" for word in kept.pop("not_stated")}
    by_table = {
        table: {_plain(word): code for code, words in held.items() for word in (code, *words)}
        for table, held in kept.items()
    }
    return {**by_table, "not_stated": unsaid}
