"""One word, quotation or value of a query to what it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches

from archive_app.index.query.faults import Wrong
from archive_app.index.query.lexer import Kind, Lexeme
from archive_app.index.query.names import KINDS, LANGUAGES, kinds_called, languages_called
from archive_app.index.query.periods import read_period
from archive_app.index.query.syntax import Choice, Leaf, Match, Period, Phrase, Word
from archive_app.index.words import words

#: A beginning of fewer letters would stand for a good part of all words.
SHORTEST_BEGINNING = 3
#: As other programs write how far a word may be from what was typed.
_MEASURED = re.compile(r"([^\W_]+~)[\d.,]+")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, None for nothing (a lone sign); with a fault, the nearest that can be."""

    node: Leaf | None
    fault: Wrong | None = None


def leaf(piece: Lexeme, field: str | None) -> Reading:
    """A word or quotation, in a field or (None) anywhere."""
    if field == "date":
        return _period(piece)
    if field in ("kind", "language"):
        return _choice(piece, field)
    if piece.kind is Kind.QUOTED:
        unread = piece.behind if piece.apart is None else ""
        return Reading(_quotation(piece, field), ("no_distance", (unread,)) if unread else None)
    return _word(piece, field)


def _quotation(piece: Lexeme, field: str | None) -> Leaf | None:
    forms, span = tuple(words(piece.text)), (piece.start, piece.end)
    if len(forms) > 1:
        return Phrase(forms, piece.apart, field, span)
    return Word(forms[0], Match.EXACT, field, span) if forms else None


def _word(piece: Lexeme, field: str | None) -> Reading:
    text, sign = piece.text, piece.text[-1]
    plain = _plain(piece, text.rstrip("*~"), field)
    if sign not in "*~" or (plain is None and len(text) == 1):
        return _with_fault(_plain(piece, text, field), piece, field)
    if not isinstance(plain, Word):
        return Reading(plain, ("many_words", (text, sign)))
    if sign == "~":
        return Reading(Word(plain.form, Match.NEARLY, field, plain.span))
    if len(plain.form) < SHORTEST_BEGINNING:
        return Reading(plain, ("short_beginning", (text, SHORTEST_BEGINNING)))
    return Reading(Word(plain.form, Match.PREFIX, field, plain.span))


def _with_fault(node: Leaf | None, piece: Lexeme, field: str | None) -> Reading:
    if "*" in piece.text:
        return Reading(node, ("star_inside", (piece.text,)))
    if measured := _MEASURED.fullmatch(piece.text):
        near = _word(replace(piece, text=measured[1]), field)
        return Reading(near.node, ("tilde_inside", (piece.text,)))
    return Reading(node)


def _plain(piece: Lexeme, text: str, field: str | None) -> Leaf | None:
    """A word; where it falls into several (2014-09-03, AT&T), they must stand together as written."""
    forms, span = tuple(words(text)), (piece.start, piece.end)
    if len(forms) > 1:
        return Phrase(forms, None, field, span)
    return Word(forms[0], Match.STEM, field, span) if forms else None


def _period(piece: Lexeme) -> Reading:
    span = (piece.start, piece.end)
    try:
        return Reading(Period(*read_period(piece.text), span))
    except ValueError:
        year = _YEAR.search(piece.text)
        return Reading(Period(*read_period(year[0]), span) if year else None, ("no_date", (piece.text,)))


def _choice(piece: Lexeme, field: str) -> Reading:
    span = (piece.start, piece.end)
    found = _named(field, piece.text)
    if found:
        return Reading(Choice(field, found[1], found[0], span))
    known = list(KINDS if field == "kind" else LANGUAGES)
    close = get_close_matches(piece.text.casefold(), known, 1, 0.7)
    label = _named(field, close[0]) if close else None
    fault = (f"no_{field}", (piece.text, ", ".join(known)))
    return Reading(Choice(field, label[1], label[0], span) if label else _plain(piece, piece.text, None), fault)


def _named(field: str, text: str) -> tuple[str, frozenset[str]] | None:
    if field == "language":
        return languages_called(text)
    kinds = kinds_called(text)
    if not kinds:
        return None
    return (next(iter(kinds)) if len(kinds) == 1 else " ".join(words(text))), kinds
