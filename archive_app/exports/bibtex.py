"""BibTeX for LaTeX: an entry for each record, agreements with type treaty for the styles that know one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive_app.exports.citation import Citable, Citation, citations
from archive_app.exports.holdings import Holdings
from archive_app.exports.plain import line

TYPES = {"media announcement": "article", "report": "techreport"}
#: What BibTeX would take for its own.
_ESCAPED = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
            "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip
_LANGUAGES = {"en": "english", "es": "spanish"}


def write(holdings: Holdings, file: Path) -> None:
    file.write_text(text(holdings), encoding="utf-8")


def text(source: Citable) -> str:
    return "\n".join(_entry(source, one) for one in citations(source))


def _entry(source: Citable, one: Citation) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(source, one))
    return f"@{TYPES.get(one.kind, 'misc')}{{{one.id},\n{fields}}}\n"


def _fields(source: Citable, one: Citation) -> Iterator[tuple[str, str]]:
    # Twice in braces: a title keeps its capitals, a body's name is no family name with a comma or an "and" in it.
    yield "title", f"{{{escaped(one.title)}}}"
    if one.creators:
        yield "author", " and ".join(f"{{{escaped(name)}}}" for name in one.creators)
    if one.date:
        yield "year", f"{one.date.year:04}"
        yield "date", str(one.date)
    if one.date and one.date.month:
        yield "month", str(one.date.month)
    yield "type", "treaty" if one.is_agreement else escaped(one.kind)
    if one.number:
        yield "number", escaped(one.number)
    if one.places:
        yield "address", escaped(one.places[0])
    if len(one.languages) == 1:
        yield "langid", _LANGUAGES.get(one.languages[0], one.languages[0])
    yield "note", escaped(f"{line(source.title)}, {one.id}")


def escaped(text: str) -> str:
    return "".join(_ESCAPED.get(letter, letter) for letter in text)
