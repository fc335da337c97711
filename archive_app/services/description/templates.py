"""Templates: values of one record's description kept under a name, and given to others; each change can be undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from archive_app.domain.fact import Value
from archive_app.domain.template import Template
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import forms
from archive_app.services.description.bulk_edits import TAGS, Wish
from archive_app.services.names import tidy
from archive_app.services.undo import editing
from archive_app.services.undo.kept_slots import TemplatesSlot

#: Of a paper by itself: what it disagrees with itself about, and the dates that are only mentioned in it.
_OF_ONE_PAPER = frozenset({"disagreement", "date"})


def listing(archive: Archive) -> tuple[Template, ...]:
    """All templates, by name."""
    return archive.catalogue.templates.all()


def find(archive: Archive, name: str) -> Template:
    """The template of this name, whatever its capitals. Raises UsageError where there is none."""
    found = archive.catalogue.templates.named(tidy(name))
    if found is None:
        known = ", ".join(one.name for one in listing(archive)) or "none yet"
        raise UsageError(f"There is no template “{name}”; there are: {known}.", key="no_template", operands=(name,))
    return found


def values_of(archive: Archive, record: str) -> Mapping[str, tuple[Value, ...]]:
    """What of a record's description and tags a template can hold, in the order of its form.

    Raises UsageError where there is no such record.
    """
    one = records.described(archive, record)
    order = [
        field for section in forms.form_of(one.kind, archive.resources).every_section() for field in section.fields
    ]
    held = one.description.by_field
    found = {
        field: tuple(fact.value for fact in held[field])
        for field in order if field in held and field not in _OF_ONE_PAPER
    }  # fmt: skip
    tags = archive.catalogue.tags.of(record)
    return {**found, **({TAGS: tags} if tags else {})}


def save(archive: Archive, name: str, record: str, fields: Collection[str], *, replace: bool = False) -> Template:
    """Keeps a record's values of some fields under a name.

    Raises UsageError for no name, for no field of which the record says anything, and for a name that is taken where
    it is not to ``replace`` what it stood for.
    """
    archive.require_writable()
    called = _called(name)
    values = {field: held for field, held in values_of(archive, record).items() if field in fields}
    if not values:
        raise UsageError("A template needs at least one field; choose one.", key="template_empty")
    taken = archive.catalogue.templates.named(called)
    if taken and not replace:
        raise _taken(taken.name)
    with editing.noting(archive, "template", [TemplatesSlot()]):
        return archive.catalogue.templates.save(called, values, archive.person, archive.now())


def rename(archive: Archive, id: int, name: str) -> None:
    """Raises UsageError where there is no such template, for no name, and for one that another has."""
    archive.require_writable()
    called, held = _called(name), _existing(archive, id)
    other = archive.catalogue.templates.named(called)
    if other and other.id != held.id:
        raise _taken(other.name)
    with editing.noting(archive, "template", [TemplatesSlot()]):
        archive.catalogue.templates.rename(id, called, archive.now())


def delete(archive: Archive, id: int) -> None:
    """Takes a template away; what was described by it stays. Raises UsageError where there is no such template."""
    archive.require_writable()
    _existing(archive, id)
    with editing.noting(archive, "template", [TemplatesSlot()]):
        archive.catalogue.templates.delete(id)


def wishes(template: Template, *, only_empty: bool) -> tuple[Wish, ...]:
    """What a template does to a record: sets its fields, all or only those of which nothing is known; adds its tags."""
    return tuple(
        Wish(field, "add", values) if field == TAGS else Wish(field, "set", values, only_empty)
        for field, values in template.values.items()
    )


def _called(name: str) -> str:
    called = tidy(name)
    if not called:
        raise UsageError("A template needs a name; write one.", key="template_unnamed")
    return called


def _taken(name: str) -> UsageError:
    return UsageError(f"There is a template “{name}” already; choose another name, or replace it.",
                      key="template_taken", operands=(name,))  # fmt: skip


def _existing(archive: Archive, id: int) -> Template:
    found = archive.catalogue.templates.get(id)
    if found is None:
        raise UsageError("This template is there no more; the list shows all there are.", key="template_gone")
    return found
