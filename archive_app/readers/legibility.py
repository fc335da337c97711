"""Whether a page's text says anything: a bad text layer, or a font without meaning, gives letters but no words."""

from __future__ import annotations

import re

#: With fewer words than this nothing is judged: a stamp, a form's headings, a row of codes.
_FEWEST = 12
#: Honest pages have nine words in ten that look like words, tables of codes six.
_LEAST = 0.4
#: English and Spanish have four vowels in ten letters; with as few as two, letters stand for others.
_VOWELS, _ENOUGH = 0.2, 60

_LATIN = re.compile("[a-zà-öø-ÿ]", re.IGNORECASE)
_VOWEL = re.compile("[aeiouyáéíóúüàèìòùâêîôûäëïöãõœæ]", re.IGNORECASE)
_FIGURE = re.compile(r"[\W_]*\d[\d.,:/%–-]*[\W_]*\Z")
_INNER_SIGN = re.compile(r"[^\W\d_]+(?:['’.\-–/@&][^\W\d_]+)*\Z")
_LONGEST = 28


def is_legible(text: str) -> bool:
    """Whether enough of the words look like words of a language written with Latin letters, or like figures.

    What is written in other letters is taken as it is.
    """
    words = text.split()
    if len(words) < _FEWEST:
        return True
    letters = _LATIN.findall(text)
    if len(letters) >= _ENOUGH and len(_VOWEL.findall(text)) < _VOWELS * len(letters):
        return False
    return sum(map(_looks_right, words)) >= _LEAST * len(words)


def _looks_right(word: str) -> bool:
    bare = word.strip("()[]{}.,;:!?¡¿\"'“”‘’«»·•*_-–—/")
    if not bare or _FIGURE.match(word):
        return True
    if any(ord(sign) > 0x250 and sign.isalpha() for sign in bare):
        return True
    if len(bare) > _LONGEST or not _INNER_SIGN.match(bare):
        return False
    cased = bare.islower() or bare.isupper() or bare[1:].islower() or not bare.isalpha()
    return cased and (len(bare) < 3 or bool(_VOWEL.search(bare)) or bare.isupper())
