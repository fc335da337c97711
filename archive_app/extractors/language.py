"""The language a paper is written in: English, Spanish, or both; by function words, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archive_app.domain.fact import Fact
from archive_app.extractors.context import Reading
from archive_app.extractors.folding import fold
from archive_app.extractors.knowledge import Knowledge

_WORD = re.compile(r"[a-z]+")
#: Letters and marks that only Spanish uses, where a text is too short for function words.
_SPANISH_MARKS = re.compile(r"[áéíóúñ¿¡º]", re.IGNORECASE)
#: The part of a paper's function words from which its lesser language counts as one it is written in.
_SECOND_LANGUAGE = 0.3
#: How many parts of a long text are looked at, and their letters.
_PARTS, _PART = 12, 1200
#: Letters of text on either side that tell the language of a place in it.
_AROUND = 250


def find(reading: Reading) -> Iterable[Fact]:
    """``en``, ``es``, or ``en+es`` where both carry a good part of the text; nothing for text without any sign."""
    english, spanish = _counts(_sample(reading.folded), reading)
    total = english + spanish
    if not total:
        marks = _SPANISH_MARKS.search(reading.text)
        return [_fact(reading, "es", 0.7, "spanish letters")] if marks else []
    if min(english, spanish) / total >= _SECOND_LANGUAGE and min(english, spanish) >= 8:
        return [_fact(reading, "en+es", 0.88, "function words of both")]
    share = max(english, spanish) / total
    return [_fact(reading, "en" if english >= spanish else "es", min(0.99, 0.5 + share / 2), "function words")]


def _sample(folded: str) -> str:
    """A long text by parts of it, evenly spread: as telling as the whole."""
    if len(folded) <= _PARTS * _PART:
        return folded
    step = len(folded) // _PARTS
    return " ".join(folded[start : start + _PART] for start in range(0, _PARTS * step, step))


def language_at(reading: Reading, offset: int) -> str | None:
    """The language of the words around a place in the text, or the whole paper's where they show none."""
    around = slice(max(0, offset - _AROUND), offset + _AROUND)
    english, spanish = _counts(reading.folded[around], reading)
    if english != spanish:
        return "en" if english > spanish else "es"
    whole = reading.value("language")
    return whole if whole in ("en", "es") else None


def _counts(folded: str, reading: Reading) -> tuple[int, int]:
    """How many English and how many Spanish function words there are."""
    english, spanish = reading.knowledge.once(_function_words)
    words = _WORD.findall(folded)
    return sum(map(english.__contains__, words)), sum(map(spanish.__contains__, words))


def function_words(text: str, reading: Reading) -> tuple[int, int]:
    """How many English and how many Spanish function words a text holds."""
    return _counts(fold(text), reading)


def _function_words(knowledge: Knowledge) -> tuple[frozenset[str], frozenset[str]]:
    table = knowledge.table("languages")
    return frozenset(table["en"]), frozenset(table["es"])


def _fact(reading: Reading, language: str, confidence: float, rule: str) -> Fact:
    # Rests on the whole text, so no words are quoted.
    return Fact("language", language, confidence, f"language: {rule}")
