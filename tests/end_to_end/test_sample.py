"""The specimens through the whole program, held against what each of them says."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.end_to_end import misses
from tests.end_to_end.sample import EXPECTED, Sample, specimen_path


def test_every_document_is_taken_in_or_refused_as_expected(sample: Sample) -> None:
    outcomes = dict.fromkeys(sample.by_path, "added")
    outcomes |= {specimen_path(failure.file): "failed" for failure in sample.intake.failures}
    outcomes |= {specimen_path(file): "skipped" for file, _ in sample.intake.skips}
    duplicates = {path for path, expected in EXPECTED.items() if expected["outcome"] == "duplicate"}
    assert sample.intake.duplicates == len(duplicates)
    wanted = {path: "added" if path in duplicates else expected["outcome"] for path, expected in EXPECTED.items()}
    assert outcomes == wanted


def test_the_sum_holds(sample: Sample) -> None:
    counted = Counter(expected["outcome"] for expected in EXPECTED.values())
    told = sample.intake.as_json()
    assert told["found"] == len(EXPECTED)
    assert {name: told[name] for name in ("added", "duplicates", "skipped", "failed")} == {
        "added": counted["added"], "duplicates": counted["duplicate"], "skipped": counted["skipped"],
        "failed": counted["failed"],
    }  # fmt: skip


def test_every_failure_says_in_sentences_what_is_wrong_and_what_helps(sample: Sample) -> None:
    assert sample.intake.failures
    for failure in sample.intake.failures:
        assert failure.cause.endswith(".")
        assert failure.remedy.endswith(".")


def test_duplicates_are_one_record_with_several_places(sample: Sample) -> None:
    copy = "agreements/osha-austin/Alianza Austin FINAL copia (2).pdf"
    first = "agreements/osha-austin/2015 Alliance renewal Austin.pdf"
    assert sample.by_path[copy].id == sample.by_path[first].id
    assert len(sample.by_path[first].record.places) == 2


def test_attachments_are_records_within_their_letter(sample: Sample) -> None:
    children = Counter(path.partition("#")[0] for path in sample.by_path if "#" in path)
    assert children == Counter({path: e["children"] for path, e in EXPECTED.items() if e["children"]})


def test_every_fact_is_found_and_none_invented(sample: Sample) -> None:
    found = misses.of_sample(sample)
    if found:
        pytest.fail(misses.told(found), pytrace=False)


def test_what_says_that_it_is_restricted_is_and_nothing_else(sample: Sample) -> None:
    assert {path for path, one in sample.by_path.items() if one.restricted} == {
        "interviews/Interview 117 transcript.docx", "interviews/field-note-yuma-2013.md",
    }  # fmt: skip
