"""Forms as they stand in their file: every kind has one, every field its place and its element of the standards."""

from __future__ import annotations

import pytest

from archive_app import paths
from archive_app.domain.fact import AGREEMENT_KINDS, FIELDS, KINDS
from archive_app.services.description import forms

RESOURCES = paths.resources()


@pytest.mark.parametrize("kind", [*KINDS, None])
def test_every_kind_has_a_form_on_which_each_field_stands_once(kind: str | None) -> None:
    form = forms.form_of(kind, RESOURCES)
    fields = [field for section in form.every_section() for field in section.fields]
    assert len(fields) == len(set(fields))
    assert set(FIELDS) <= set(fields)
    assert form.expected <= set(form.fields)
    assert {"title", "kind", "access"} <= set(form.fields)


def test_kinds_stand_on_one_form_alone() -> None:
    named = [kind for form in forms.forms(RESOURCES) for kind in form.kinds]
    assert len(named) == len(set(named))
    assert set(named) <= set(KINDS)
    assert {forms.form_of(kind, RESOURCES).name for kind in AGREEMENT_KINDS} == {"agreement"}
    assert forms.form_of("report", RESOURCES) == forms.form_of(None, RESOURCES)


def test_every_field_names_its_elements() -> None:
    assert {*FIELDS, "tags"} <= set(forms.standards(RESOURCES))
    assert all(standard.element for standard in forms.standards(RESOURCES).values())
