"""Every form of query against a plain reading of the same records: what is found must be exactly what is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_app.index import Index, IndexEntry, phrases, postings
from tests.index.archives import found

#: Words as written in families of one stem, with their folded forms.
FAMILIES = (
    {"worker": "worker", "Workers": "workers"},
    {"acuerdo": "acuerdo", "Acuerdos": "acuerdos"},
    {"niño": "nino", "niños": "ninos"},
    {"coordinación": "coordinacion", "COORDINACION": "coordinacion"},
    {"signed": "signed", "signing": "signing", "signs": "signs"},
    {"singed": "singed"},
    {"acuario": "acuario"},
    {"H-2A": "h2a", "H2A": "h2a"},
    {"2014": "2014"},
)
FOLDED = {written: form for family in FAMILIES for written, form in family.items()}
FAMILY = {form: number for number, family in enumerate(FAMILIES) for form in family.values()}
DAYS = ("2011", "2011-08", "2011-08-15", "2012-02-29", "2014", "2014-12-31")

Holds = Callable[[IndexEntry], bool]


@dataclass(frozen=True)
class Asked:
    """A query and what it must find."""

    query: str
    holds: Holds


def texts(entry: IndexEntry, field: str | None) -> list[list[str]]:
    """The folded words of each text that a word is looked for in; all pages of a record are one text."""
    title = (entry.title or "",)
    written = {
        "anywhere": (" ".join(text for _, text in entry.pages), *title), "title": title, "party": entry.names,
        "agency": entry.names, "signatory": entry.signatories, "place": entry.places, "tag": entry.tags,
        "note": entry.notes, "highlight": entry.highlights,
    }  # fmt: skip
    return [[FOLDED[word] for word in text.split()] for text in written[field or "anywhere"]]


def any_word(field: str | None, fits: Callable[[str], bool]) -> Holds:
    return lambda entry: any(fits(form) for text in texts(entry, field) for form in text)


def edits(one: str, other: str) -> int:
    """Letters wrong, missing, too many or changed with their neighbour, by the book."""
    table = [[i + j if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i, j in product(range(1, len(one) + 1), range(1, len(other) + 1)):
        table[i][j] = min(
            table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (one[i - 1] != other[j - 1]),
        )  # fmt: skip
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def nearly(form: str, other: str) -> bool:
    return form[0] == other[0] and edits(form, other) <= (0 if len(form) < 3 else 1 if len(form) < 6 else 2)


def has_phrase(text: list[str], forms: list[str]) -> bool:
    return any(text[start : start + len(forms)] == forms for start in range(len(text)))


def has_near(text: list[str], forms: list[str], apart: int) -> bool:
    """Some stretch no longer than the words and ``apart`` others holds each as often as it is asked for."""
    size = len(forms) + apart
    stretches = [text[start : start + size] for start in range(len(text))]
    return any(all(stretch.count(form) >= forms.count(form) for form in forms) for stretch in stretches)


def day_span(edtf: str) -> tuple[date, date]:
    parts = [int(part) for part in edtf.split("-")]
    first = date(parts[0], *(parts[1:] + [1, 1])[:2])
    year_on = map(date.fromordinal, range(first.toordinal(), first.toordinal() + 366))
    return first, max(day for day in year_on if day.isoformat().startswith(edtf))


def in_period(first: date | None, last: date | None) -> Holds:
    def holds(entry: IndexEntry) -> bool:
        if entry.date is None:
            return False
        start, end = day_span(entry.date)
        return (last is None or start <= last) and (first is None or end >= first)

    return holds


WORDS = st.sampled_from(list(FOLDED))
#: The fields that are searched by words, each as it is written in a query in English and in Spanish.
NAMES = {
    "title": "título", "party": "parte", "agency": "agencia", "signatory": "firmante", "place": "Lugar",
    "tag": "etiqueta", "note": "nota", "highlight": "resaltado",
}  # fmt: skip
FIELD = st.sampled_from([None, *NAMES, *[None] * 5])
IN_SPANISH = st.booleans()


def prefix(field: str | None, spanish: bool) -> str:
    return "" if field is None else f"{NAMES[field] if spanish else field}:"


@st.composite
def one_word(draw: st.DrawFn) -> Asked:
    field, word = draw(FIELD), draw(WORDS)
    form = FOLDED[word]
    start = prefix(field, draw(IN_SPANISH))
    how = draw(st.sampled_from(["stem", "exact", "prefix", "nearly"]))
    if how == "exact":
        return Asked(f'{start}"{word}"', any_word(field, lambda other: other == form))
    if how == "prefix":
        beginning = form[: draw(st.integers(3, 6))]
        return Asked(f"{start}{beginning}*", any_word(field, lambda other: other.startswith(beginning)))
    if how == "nearly":
        return Asked(f"{start}{form}~", any_word(field, lambda other: nearly(form, other)))
    return Asked(f"{start}{word}", any_word(field, lambda other: FAMILY[other] == FAMILY[form]))


@st.composite
def several_words(draw: st.DrawFn) -> Asked:
    field = draw(FIELD)
    chosen = draw(st.lists(WORDS, min_size=2, max_size=3))
    forms = [FOLDED[word] for word in chosen]
    quoted = f'{prefix(field, draw(IN_SPANISH))}"{" ".join(chosen)}"'
    apart = draw(st.none() | st.integers(0, 4) | st.sampled_from([15, 45, 999]))
    if apart is None:
        return Asked(quoted, lambda entry: any(has_phrase(text, forms) for text in texts(entry, field)))
    return Asked(f"{quoted}~{apart}", lambda entry: any(has_near(text, forms, apart) for text in texts(entry, field)))


@st.composite
def dated(draw: st.DrawFn) -> Asked:
    sign, day = draw(st.sampled_from(["", ">", ">=", "<", "<=", "..a", "a..", "a..b"])), draw(st.sampled_from(DAYS))
    first, last = day_span(day)
    after, before = date.fromordinal(last.toordinal() + 1), date.fromordinal(first.toordinal() - 1)
    name = draw(st.sampled_from(["date", "fecha"]))
    if sign == "a..b":
        until = draw(st.sampled_from([other for other in DAYS if day_span(other)[1] >= first]))
        return Asked(f"{name}:{day}..{until}", in_period(first, day_span(until)[1]))
    query = {"..a": f"..{day}", "a..": f"{day}.."}.get(sign, f"{sign}{day}")
    bounds = {
        "": (first, last), ">": (after, None), ">=": (first, None), "<": (None, before), "<=": (None, last),
        "..a": (None, last), "a..": (first, None),
    }  # fmt: skip
    return Asked(f"{name}:{query}", in_period(*bounds[sign]))


CHOSEN = st.sampled_from(
    [
        Asked("kind:renewal", lambda entry: entry.kind == "renewal"),
        Asked('tipo:"comunicado de prensa"', lambda entry: entry.kind == "press release"),
        Asked("language:en", lambda entry: entry.language in ("en", "en+es")),
        Asked("idioma:español", lambda entry: entry.language in ("es", "en+es")),
        Asked("language:en+es", lambda entry: entry.language == "en+es"),
    ]
)
LEAVES = st.one_of(one_word(), several_words(), dated(), CHOSEN)


def both(one: Asked, other: Asked, word: str) -> Asked:
    return Asked(f"({one.query}{word}{other.query})", lambda entry: one.holds(entry) and other.holds(entry))


def either(one: Asked, other: Asked, word: str) -> Asked:
    return Asked(f"({one.query}{word}{other.query})", lambda entry: one.holds(entry) or other.holds(entry))


def neither(one: Asked, word: str) -> Asked:
    query = f"({one.query})" if one.query.startswith("-") else one.query
    return Asked(f"{word}{query}", lambda entry: not one.holds(entry))


QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(both, inner, inner, st.sampled_from([" ", " AND ", " Y "])),
        st.builds(either, inner, inner, st.sampled_from([" OR ", " O "])),
        st.builds(neither, inner, st.sampled_from(["NOT ", "NO ", "-"])),
    ),
    max_leaves=4,
)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
VALUES = st.lists(TEXTS, max_size=2).map(tuple)
FIELDS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "title": TEXTS, "kind": st.sampled_from([None, "renewal", "press release"]),
        "language": st.sampled_from([None, "en", "es", "en+es"]), "date": st.none() | st.sampled_from(DAYS),
        "names": VALUES, "signatories": VALUES, "places": VALUES, "tags": VALUES, "notes": VALUES,
        "highlights": VALUES,
    }
)  # fmt: skip
RECORDS = st.sampled_from([f"R{number}" for number in range(6)])


@st.composite
def entries(draw: st.DrawFn) -> IndexEntry:
    pages = tuple(enumerate(draw(st.lists(TEXTS, max_size=3)), 1))
    return IndexEntry(draw(RECORDS), pages, **draw(FIELDS))


#: From which share of places on a word is kept as bits, and from how many on lists are made bits of.
COMMON = ((100, 60), (100, 0), (1, 60), (1, 0))


@settings(max_examples=80)
@given(
    st.lists(entries(), max_size=6), st.lists(entries(), max_size=3), st.lists(entries(), max_size=2),
    st.sets(RECORDS, max_size=2), st.booleans(), st.lists(QUERIES, min_size=1, max_size=12), st.sampled_from(COMMON),
)  # fmt: skip
def test_searching_finds_what_a_plain_reading_finds(
    first: list[IndexEntry],
    later: list[IndexEntry],
    described: list[IndexEntry],
    gone: set[str],
    piecemeal: bool,
    asked: list[Asked],
    common: tuple[int, int],
) -> None:
    """Over an index written in four steps: written, rewritten in part, fields changed, records dropped.

    Written piecemeal there are enough segments for some to be joined. Words are kept and compared as bits or as lists
    by how common they are, which in so few pages all ways are tried by moving the bounds.
    """
    with pytest.MonkeyPatch.context() as bounds:
        bounds.setattr(postings, "DENSE", common[0])
        bounds.setattr(phrases, "_MANY", common[1])
        search_and_compare(first, later, described, gone, piecemeal, asked)


def search_and_compare(
    first: list[IndexEntry],
    later: list[IndexEntry],
    described: list[IndexEntry],
    gone: set[str],
    piecemeal: bool,
    asked: list[Asked],
) -> None:
    standing = {entry.record: entry for entry in [*first, *later]}
    for entry in described:
        pages = standing[entry.record].pages if entry.record in standing else ()
        standing[entry.record] = IndexEntry(entry.record, pages, **fields_of(entry))
    with TemporaryDirectory() as folder:
        index = Index.create(Path(folder), lambda record, page: dict(standing[record].pages)[page])
        for batch in (first, later):
            for part in ([entry] for entry in batch) if piecemeal else (batch,):
                index.write(part)
        index.write_fields(described)
        index.write([], gone)
        expected = {record: entry for record, entry in standing.items() if record not in gone}
        assert index.records() == set(expected)
        assert index.count_pages() == sum(len(entry.pages) for entry in expected.values())
        for one in asked:
            check(index, one, expected)
        index.close()


def check(index: Index, asked: Asked, expected: dict[str, IndexEntry]) -> None:
    wanted = {record for record, entry in expected.items() if asked.holds(entry)}
    assert set(found(index, asked.query)) == wanted, asked.query
    assert index.search(asked.query).total == len(wanted)


def fields_of(entry: IndexEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in FIELDS_KEPT}


FIELDS_KEPT = ("title", "kind", "language", "date", "names", "signatories", "places", "tags", "notes",
               "highlights")  # fmt: skip
