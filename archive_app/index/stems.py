"""Words brought down to stems, in English and Spanish at once, since a bilingual page does not say which is which."""

from __future__ import annotations

from functools import lru_cache

from whoosh.lang.snowball import EnglishStemmer, SpanishStemmer

_ENGLISH = EnglishStemmer()
_SPANISH = SpanishStemmer()


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """The stem of a folded word: English endings first, then Spanish. Numbers and codes are their own."""
    if len(form) < 3 or not form.isalpha():
        return form
    stemmed: str = _SPANISH.stem(_ENGLISH.stem(form))
    return stemmed or form
