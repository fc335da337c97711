"""What the index keeps, and under which version.

Pages and records are documents of their own: what a page says is written once, while the fields of its record change
as it is described. A page has ``text``; a record has the other fields. Every form of a word is kept once, as written
(folded). Stems are no second copy of the text: ``stem`` lists under each stem the forms that have it, and a word is
looked up through its forms. That halves the index and the time to write it, and says exactly which words to mark.
"""

from __future__ import annotations

from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Format, Positions

#: Raise this when anything changes in what is written: an index of another version is made anew.
VERSION = 5
#: The engine's name for the index, in front of all its files.
NAME = f"convenio{VERSION}"

PAGE_FIELD = "text"
TITLE_FIELD = "title"
STEM_FIELD = "stem"
#: Fields of a record that are searched by words.
RECORD_FIELDS = ("highlight", "name", "note", "place", "signatory", "tag", TITLE_FIELD)
#: Between the forms that are listed under a stem.
STEM_MARK = " "


def _field(form: Format) -> FieldType:
    return FieldType(analyzer=None, format=form)


def schema() -> Schema:
    fields = {name: _field(Positions()) for name in (PAGE_FIELD, *RECORD_FIELDS)}
    return Schema(**fields, **{STEM_FIELD: _field(Existence())})
