"""Where papers were issued or signed, and who issued them."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Fact
from archive_app.extractors import place
from archive_app.extractors.context import Reading
from tests.extractors.reading import knowledge, paper


def read(field: str, text: str, kind: str, publisher: str | None = None) -> str | None:
    metadata = {"publisher": publisher} if publisher else {}
    made = Reading.of(paper(text, metadata=metadata), knowledge())
    made.facts.append(Fact("kind", kind, 1.0, "said by the test"))
    return next((str(fact.value) for fact in place.find(made) if fact.field == field), None)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Alliance signed\n\nKANSAS CITY, Mo. – OSHA signed an alliance.", "press release", "Kansas City, MO"),
        ("Alliance signed\n\nRALEIGH — OSHA signed an alliance.", "press release", "Raleigh, NC"),
        ("DES MOINES, Iowa (AP) -- An accord was reached.", "media announcement", "Des Moines, IA"),
        ("Washington, D.C., 5 de marzo de 2014. Se firmó.", "press release", "Washington, DC"),
        ("Terms.\n\nSigned at Salt Lake City, Utah, in two copies.", "agreement", "Salt Lake City, UT"),
        ("They cite a letter signed at Washington, D.C., on May 4, 2010.", "agreement", None),
        ("NOTES — OSHA signed an alliance.", "press release", None),
    ],
)
def test_the_place_is_city_and_state(text, kind, expected):
    assert read("place", text, kind) == expected


def test_the_issuer_stands_in_the_head_of_a_release_or_is_the_wire_service():
    assert (
        read("issuer", "OSHA News Release: 10-1\n\nText.", "press release")
        == "Occupational Safety and Health Administration"
    )
    assert read("issuer", "BOISE, Idaho (AP) -- An accord.", "media announcement") == "AP"
    assert read("issuer", "An accord was reached.", "media announcement", "The Valley Post") == "The Valley Post"
    assert read("issuer", "OSHA News Release: 10-1", "agreement") is None
