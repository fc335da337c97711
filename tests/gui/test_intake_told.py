"""What readers say of files that could not be taken in, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive_app.gui import language
from archive_app.gui.models.intake_told import told
from archive_app.readers import limits


@pytest.fixture
def spanish(qapp: object) -> Iterator[None]:
    before = language.code()
    language.speak("es")
    yield
    language.speak(before)


def test_sentences_of_readers_are_told_in_spanish(spanish: None) -> None:
    for fault in (limits.encrypted(), limits.empty(), limits.broken("a PDF")):
        assert told(fault.cause) != fault.cause
        assert told(fault.remedy) != fault.remedy
    assert "a PDF" in told(limits.broken("a PDF").cause)


def test_a_sentence_that_is_not_known_stays(spanish: None) -> None:
    assert told("Marker said so.") == "Marker said so."
