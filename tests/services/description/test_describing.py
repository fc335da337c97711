"""A person's word: set, corrected, confirmed, withdrawn; it wins over every reading and outlives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive_app import bootstrap, paths
from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.domain.dates import Duration
from archive_app.domain.fact import DateMention, Party, Relation, Signatory, Source, Value
from archive_app.domain.record import Work
from archive_app.errors import ArchiveInUse, UsageError
from archive_app.services import records
from archive_app.services.archive import Archive
from archive_app.services.description import describing
from archive_app.services.limits import Limits
from archive_app.services.reading import readings
from archive_app.services.search import searching
from tests.services.making import add, by_name, read_as

BODIES = AuthorityFile.of([
    Authority("OSHA/austin", "Austin Area Office", "federal agency", acronyms=("AAO",)),
    Authority("OSHA/austin-old", "Austin District Office", "federal agency", acronyms=("AAO",)),
    Authority("CON/austin", "Consulate in Austin", "consulate", name_es="Consulado en Austin"),
])  # fmt: skip
AUSTIN = Party("Austin Area Office", "austin area office", "OSHA/austin", "federal agency")
CONSULATE = Party("Consulate in Austin", "Consulado en Austin", "CON/austin", "consulate")

GOOD: list[tuple[str, str, tuple[Value, ...]]] = [
    ("kind", "renewal", ("renewal",)),
    ("language", "en+es", ("en+es",)),
    ("title", "  Alliance; with a semicolon ", ("Alliance; with a semicolon",)),
    ("agreement_date", "2014-09-03", ("2014-09-03",)),
    ("effective_date", "2014-09", ("2014-09",)),
    ("issued_date", "2014", ("2014",)),
    ("expiration_date", "Perpetual", ("perpetual",)),
    ("expiration_date", "unknown", (None,)),
    ("renewal", "No consta", (None,)),
    ("term", "3 years", (Duration(3, "years"),)),
    ("term", "1 year", (Duration(1, "years"),)),
    ("renewal_term", "18 months", (Duration(18, "months"),)),
    ("notice_period", "1.5 Years", (Duration(1.5, "years"),)),
    ("notice_period", "10 business days", (Duration(10, "business days"),)),
    ("party", "austin area office; Consulado en Austin", (AUSTIN, CONSULATE)),
    ("party", "A body of no file;", (Party("A body of no file", "A body of no file"),)),
    ("signatory", "Ruth Okafor, Area Director; Luz Ibarra",
     (Signatory("Ruth Okafor", "Area Director"), Signatory("Luz Ibarra"))),
    ("relation", "renews 2011-08-29", (Relation("renews", date="2011-08-29"),)),
    ("relation", "implements Letter of 2010", (Relation("implements", title="Letter of 2010"),)),
    ("date", "2012-01; 2013", (DateMention("2012-01"), DateMention("2013"))),
    ("place", "Austin, TX; Dallas, TX", ("Austin, TX", "Dallas, TX")),
    ("access", "restricted", ("restricted",)),
]  # fmt: skip

BAD = [
    ("colour", "blue", "There is no field “colour”"),
    ("kind", "memo", "“memo” cannot be the kind"),
    ("language", "fr", "“fr” cannot be the language"),
    ("access", "secret", "“secret” cannot be the access"),
    ("agreement_date", "3 September 2014", "is not a date"),
    ("agreement_date", "2014-02-30", "is not a date"),
    ("issued_date", "perpetual", "is not a date"),
    ("date", "2012; soon", "“soon” is not a date"),
    ("term", "three years", "is not a length of time"),
    ("term", "0 years", "is not a length of time"),
    ("term", "3 fortnights", "is not a length of time"),
    ("party", "AAO", "names several bodies"),
    ("relation", "follows 2011", "“follows” is not a relation"),
    ("relation", "renews", "say what it renews"),
    ("signatory", ", Area Director", "is not a person"),
    ("party", " ; ", "Nothing is said"),
]


@pytest.mark.parametrize(("field", "text", "values"), GOOD)
def test_what_a_person_types_becomes_values(field: str, text: str, values: tuple[Value, ...]) -> None:
    assert describing.parse_values(field, text, BODIES, paths.resources()) == values


@pytest.mark.parametrize(("field", "text", "sentence"), BAD)
def test_what_cannot_be_a_value_is_refused_in_a_sentence(field: str, text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        describing.parse_values(field, text, BODIES, paths.resources())


def holds(archive: Archive, record: str, field: str) -> Value:
    return records.described(archive, record).description.value(field)


def test_a_correction_wins_and_survives_another_reading(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    describing.correct(archive, id, "agreement_date", "2010-06-09")
    read_as(archive, id, agreement_date="2010-06-02", title="Read anew")
    one = records.described(archive, id)
    fact = one.description.fact("agreement_date")
    assert fact is not None
    assert (fact.value, fact.source, fact.by) == ("2010-06-09", Source.PERSON, archive.person)
    assert one.title == "Read anew"


def test_a_correction_of_an_operand_moves_the_computed_end(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    assert holds(archive, id, "expiration_date") == "2012-06-01"
    describing.correct(archive, id, "term", "5 years")
    assert holds(archive, id, "expiration_date") == "2015-06-01"


def test_a_person_may_say_that_the_paper_does_not_tell(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    describing.correct(archive, id, "expiration_date", "unknown")
    assert holds(archive, id, "expiration_date") is None
    assert records.described(archive, id).description.expiration_basis is None


def test_withdrawing_brings_the_reading_back(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    describing.correct(archive, id, "kind", "agreement")
    describing.withdraw(archive, id, "kind")
    assert holds(archive, id, "kind") == "alliance agreement"
    assert [event.type for event in records.history_of(archive, id)][-2:] == ["correction", "withdrawal"]


def test_confirming_makes_a_reading_the_persons(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    read = records.described(archive, id).description.fact("kind")
    assert read is not None
    describing.confirm(archive, id, read)
    read_as(archive, id, kind="report")
    held = records.described(archive, id).description.fact("kind")
    assert held is not None
    assert (held.value, held.source, held.evidence) == ("alliance agreement", Source.PERSON, read.evidence)


def test_a_computed_value_cannot_be_confirmed(archive: Archive) -> None:
    id = by_name(archive)["alliance 2010.pdf"]
    computed = records.described(archive, id).description.fact("expiration_date")
    assert computed is not None
    with pytest.raises(UsageError, match="confirm the values it was made of"):
        describing.confirm(archive, id, computed)


@pytest.mark.parametrize("record", ["R99999", "nonsense", ""])
def test_a_record_that_is_not_there_cannot_be_corrected(record: str, archive: Archive) -> None:
    with pytest.raises(UsageError, match="There is no record"):
        describing.correct(archive, record, "kind", "report")
    with pytest.raises(UsageError, match="There is no record"):
        describing.withdraw(archive, record, "kind")


def test_a_reader_corrects_nothing(root: Path) -> None:
    with bootstrap.opened(root) as reader:
        id = by_name(reader)["carta.txt"]
        with pytest.raises(ArchiveInUse):
            describing.correct(reader, id, "kind", "report")
        with pytest.raises(ArchiveInUse):
            describing.withdraw(reader, id, "kind")


def test_a_correction_before_the_pages_are_indexed_loses_none_of_them(empty: Archive, tmp_path: Path) -> None:
    paper = tmp_path / "new.txt"
    paper.write_text("A quarry in the hills.", encoding="utf-8")
    add(empty, paper)
    (record,) = empty.catalogue.records.all()
    empty.index.write((), {record.id})
    empty.catalogue.records.mark_to_index([record.id])
    describing.correct(empty, record.id, "title", "Stone")
    assert searching.search(empty, "quarry").total == 1
    assert searching.search(empty, "title:stone").total == 1


def test_facts_that_take_too_long_leave_the_record_searchable_and_say_so(
    empty: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "DESCRIBING", Limits(0.0, 1500))
    paper = tmp_path / "new.txt"
    paper.write_text("A quarry in the hills.", encoding="utf-8")
    intake = add(empty, paper, jobs=1)
    (record,) = empty.catalogue.records.all()
    assert (intake.added, intake.failures) == (1, [])
    assert searching.search(empty, "quarry").total == 1
    assert "facts not read" in [event.type for event in records.history_of(empty, record.id)]
    assert empty.catalogue.queue.waiting(Work.DESCRIBE) == []
