"""Templates: kept from one record, given to others, every step undone."""

from __future__ import annotations

import pytest

from archive_app import bootstrap
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import bulk_edits, tagging, templates
from archive_app.services.undo import editing
from tests.services.making import by_name


def values(archive: Archive, record: str, field: str) -> list[object]:
    return [fact.value for fact in records.described(archive, record).description.by_field.get(field, ())]


def test_a_template_keeps_the_fields_that_were_chosen(archive: Archive) -> None:
    first = by_name(archive)["alliance 2010.pdf"]
    tagging.change(archive, [first], add=["heat"])
    assert {"party", "term", "title", bulk_edits.TAGS} <= set(templates.values_of(archive, first))
    kept = templates.save(archive, "  Austin   alliances ", first, ["party", "term", bulk_edits.TAGS])
    assert kept.name == "Austin alliances"
    assert set(kept.values) == {"party", "term", bulk_edits.TAGS}
    with bootstrap.opened(archive.root) as again:
        assert templates.listing(again) == (kept,)
        assert templates.find(again, "AUSTIN ALLIANCES").values == kept.values


def test_a_template_fills_what_is_empty_or_replaces_all(archive: Archive) -> None:
    ids = by_name(archive)
    first, second, letter = ids["alliance 2010.pdf"], ids["alliance 2013.pdf"], ids["letter.eml"]
    tagging.change(archive, [first], add=["heat"])
    tagging.change(archive, [letter], add=["mail"])
    kept = templates.save(archive, "Alliances", first, ["party", "term", "language", bulk_edits.TAGS])
    careful = bulk_edits.plan(archive, [second, letter], templates.wishes(kept, only_empty=True))
    changed = {row.record: [change.field for change in row.changes] for row in careful.rows}
    assert changed == {second: ["tags"], letter: ["term", "party", "tags"]}  # as the form of an agreement has them
    bulk_edits.write(archive, careful)
    assert tagging.of(archive, letter) == ("heat", "mail")
    whole = bulk_edits.plan(archive, [second], templates.wishes(kept, only_empty=False))
    assert [change.field for change in whole.rows[0].changes] == ["term"]
    bulk_edits.write(archive, whole)
    assert values(archive, second, "term") == values(archive, first, "term")
    editing.undo(archive)
    assert values(archive, second, "term") != values(archive, first, "term")


def test_templates_are_renamed_replaced_and_deleted_and_all_of_it_undone(archive: Archive) -> None:
    first, second, *_ = by_name(archive).values()
    kept = templates.save(archive, "Alliances", first, ["kind"])
    other = templates.save(archive, "Others", second, ["kind"])
    with pytest.raises(UsageError, match="a template “Alliances” already"):
        templates.rename(archive, other.id, "ALLIANCES")
    with pytest.raises(UsageError, match="a template “Others” already"):
        templates.save(archive, "others", first, ["language"])
    templates.rename(archive, kept.id, "alliances of Austin")
    replaced = templates.save(archive, "others", first, ["language"], replace=True)
    assert (replaced.id, set(replaced.values)) == (other.id, {"language"})
    templates.delete(archive, kept.id)
    assert [one.name for one in templates.listing(archive)] == ["others"]
    for names in (["alliances of Austin", "others"], ["alliances of Austin", "Others"], ["Alliances", "Others"]):
        editing.undo(archive)
        assert [one.name for one in templates.listing(archive)] == names
    editing.redo(archive)
    assert templates.find(archive, "alliances of austin").id == kept.id


def test_what_no_template_can_be_is_told(archive: Archive) -> None:
    first = by_name(archive)["alliance 2010.pdf"]
    with pytest.raises(UsageError, match="needs a name"):
        templates.save(archive, " ", first, ["kind"])
    with pytest.raises(UsageError, match="at least one field"):
        templates.save(archive, "None", first, ["subject"])
    with pytest.raises(UsageError, match="no template “Such”; there are: none yet"):
        templates.find(archive, "Such")
    with pytest.raises(UsageError, match="there no more"):
        templates.delete(archive, 7)
