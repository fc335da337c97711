"""Corrections with their words, and the same correction for papers of the same form."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app.domain.dates import Duration
from archive_app.domain.fact import Fact, Party, Source
from archive_app.errors import UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import correcting, quoting
from archive_app.services.description.correcting import Correction
from archive_app.services.intake import accessioning
from archive_app.services.undo import editing

FORM = "Pact {0}\n\nThe Melon Board and Office {0} agree.\nIt lasts two years.\nIt ends on May {1}, 2018.\n"


@pytest.fixture
def forms(empty: Archive, tmp_path: Path) -> Archive:
    """Four papers of one form, and the same reading of each; the fourth has other words for it."""
    for number, day in enumerate((5, 5, 5, 6)):
        (tmp_path / f"{number}.txt").write_text(FORM.format(number, day), encoding="utf-8")
    accessioning.add(empty, [tmp_path], jobs=0)
    for record in empty.catalogue.records.all():
        page = empty.catalogue.pages.of(record.id)[0]
        words = "It lasts two years." if record.filename == "3.txt" else "two years"
        start = page.text.index(words)
        board, office = page.text.index("Melon Board"), page.text.index("Office")
        empty.catalogue.facts.replace_readings(record.id, [
            Fact("kind", "agreement", 0.95, "kind: test"),
            Fact("term", Duration(2, "years"), 0.6, "term: test", page.evidence(start, start + len(words))),
            Fact("party", Party("Melon Board"), 0.8, "party: test", page.evidence(board, board + 11)),
            Fact("party", Party("Office"), 0.8, "party: test", page.evidence(office, office + 6)),
        ])  # fmt: skip
    return empty


def ids(archive: Archive) -> list[str]:
    return [record.id for record in archive.catalogue.records.all()]


def fact_of(archive: Archive, record: str, field: str) -> Fact:
    fact = records.described(archive, record).description.fact(field)
    assert fact is not None
    return fact


def test_a_value_rests_on_the_words_it_was_taken_from(forms: Archive) -> None:
    first = ids(forms)[0]
    page = forms.catalogue.pages.of(first)[0]
    start = page.text.index("May 5, 2018")
    words = page.evidence(start, start + len("May 5, 2018"))
    correcting.correct(forms, Correction(first, "expiration_date", ("2018-05-05",), words=words))
    fact = fact_of(forms, first, "expiration_date")
    assert (fact.value, fact.evidence, fact.source) == ("2018-05-05", words, Source.PERSON)
    editing.undo(forms)
    assert records.described(forms, first).description.fact("expiration_date") is None
    editing.redo(forms)
    assert fact_of(forms, first, "expiration_date").evidence == words


def test_of_many_values_the_others_keep_their_words(forms: Archive) -> None:
    first = ids(forms)[0]
    held = records.described(forms, first).description.by_field["party"]
    office = next(fact for fact in held if fact.value == Party("Office"))
    correcting.correct(forms, Correction(first, "party", (Party("Office of Melons"),), office))
    now = records.described(forms, first).description.by_field["party"]
    assert {fact.value: fact.evidence.quote if fact.evidence else None for fact in now} == {
        Party("Melon Board"): "Melon Board", Party("Office of Melons"): None,
    }  # fmt: skip


def test_papers_of_the_same_form_are_corrected_and_undone_as_one(forms: Archive) -> None:
    first, *others = ids(forms)
    page = forms.catalogue.pages.of(first)[0]
    start = page.text.index("May 5, 2018")
    corrected = Correction(first, "term", (Duration(4, "years"),), fact_of(forms, first, "term"),
                           page.evidence(start, start + len("May 5, 2018")))  # fmt: skip
    correcting.correct(forms, corrected)
    found = correcting.alike(forms, corrected)
    assert [one.described.id for one in found] == others
    assert [one.same_words for one in found] == [True, True, False]
    assert [one.correction.words.quote if one.correction.words else None for one in found] == [
        "May 5, 2018", "May 5, 2018", None,
    ]  # fmt: skip
    correcting.correct(forms, *(one.correction for one in found))
    assert {fact_of(forms, id, "term").value for id in others} == {Duration(4, "years")}
    assert correcting.alike(forms, corrected) == ()
    editing.undo(forms)
    assert {fact_of(forms, id, "term").value for id in others} == {Duration(2, "years")}
    assert fact_of(forms, first, "term").value == Duration(4, "years")


def test_what_a_person_decided_is_not_offered_again(forms: Archive) -> None:
    first, second, *_ = ids(forms)
    read = fact_of(forms, first, "term")
    correcting.correct(forms, Correction(second, "term", (Duration(2, "years"),)))
    corrected = Correction(first, "term", (Duration(4, "years"),), read)
    assert second not in [one.described.id for one in correcting.alike(forms, corrected)]


def test_a_correction_of_no_record_changes_nothing(forms: Archive) -> None:
    first = ids(forms)[0]
    with pytest.raises(UsageError):
        correcting.correct(forms, Correction(first, "title", ("One",)), Correction("R09999", "title", ("Two",)))
    assert records.described(forms, first).title != "One"


@pytest.mark.parametrize(
    ("field", "words", "typed"),
    [
        ("expiration_date", "hasta el 5 de mayo de 2018", "2018-05-05"),
        ("term", "for a period of three (3) years from", "3 years"),
        ("kind", "this MEMORÁNDUM DE ENTENDIMIENTO,", "memorandum of understanding"),
        ("kind", "nothing of the sort", ""),
        ("party", "the Melon Board,", "Melon Board"),
        ("party", "the Occupational Safety and Health Administration,", "US-DOL-OSHA"),
        ("signatory", "Ana Ruiz, Consul.", "Ana Ruiz, Consul"),
        ("title", " About melons: ", "About melons"),
    ],
)
def test_words_become_what_a_person_would_type(empty: Archive, field: str, words: str, typed: str) -> None:
    assert quoting.as_typed(empty, field, words) == typed
