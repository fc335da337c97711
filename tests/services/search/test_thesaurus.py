"""The thesaurus: the program's own list, an archive's additions, and what is told of lines that cannot be used."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_app import bootstrap, paths
from archive_app.domain.search import Question
from archive_app.index import Index, Thesaurus
from archive_app.index.folding import fold
from archive_app.index.words import words
from archive_app.services.archive import Archive
from archive_app.services.search import searching, thesaurus
from tests.services.making import add, by_name

OWN = paths.resources() / thesaurus.NAME
TERMS = thesaurus.read(OWN)


def written(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / thesaurus.NAME
    path.write_text("".join(f"{line}\n" for line in lines), encoding=encoding)
    return path


def test_every_line_of_the_programs_list_can_be_used() -> None:
    with OWN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert TERMS.faults == ()
    assert len(TERMS.rings) == len(rows) >= 300


def test_no_line_of_the_programs_list_says_a_thing_twice() -> None:
    with OWN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            forms = [" ".join(words(term)) for name in thesaurus.COLUMNS for term in row[name].split(";")]
            assert all(forms)
            assert len(set(forms)) == len(forms), row


def test_every_concept_leads_to_a_name_that_is_spelled_otherwise() -> None:
    """A line whose terms all have the same stems would do nothing."""
    whole = Thesaurus(TERMS.rings.values())
    assert [head for head, ring in TERMS.rings.items() if not whole.others(words(ring[0]))] == []


def test_a_query_gets_all_that_the_whole_list_knows_of_its_terms() -> None:
    whole = Thesaurus(TERMS.rings.values())
    terms = sorted({term for ring in TERMS.rings.values() for term in ring})
    for term in [*terms[::12], *(term for term in terms if not term.replace(" ", "").isalpha())]:
        assert TERMS.for_query(f"law {term}").others(words(term)) == whole.others(words(term))


def test_lines_are_read_as_spreadsheets_and_people_write_them(tmp_path: Path) -> None:
    lines = ["note,ES , En", "x,paro;  huelga  loca ;,strike", ",,", '"a, b",pizca,harvest']
    terms = thesaurus.read(written(tmp_path, *lines, encoding="utf-8-sig"))
    assert terms.rings == {"strike": ("strike", "paro", "huelga loca"), "harvest": ("harvest", "pizca")}
    assert terms.faults == ()


def test_a_faulty_line_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = ["ladder,", "rake,rastrillo", "roof,techo,tejado", "Rake,rastrillo de mano", ";,pala", "hoe,azadón"]
    path = written(tmp_path, "en,es", *lines)
    terms = thesaurus.read(path)
    assert list(terms.rings) == ["rake", "hoe"]
    assert [fault.split(" was left out: ") for fault in terms.faults] == [
        [f"Line 2 of {path}", "a column is empty; fill both, en and es."],
        [
            f"Line 4 of {path}",
            "it has more cells than the first line; put a cell that holds a comma in quotation marks.",
        ],
        [f"Line 5 of {path}", "“Rake” stands in an earlier line; put the two lines together."],
        [f"Line 6 of {path}", "a column is empty; fill both, en and es."],
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "does not name the columns"),
        (b"english;spanish\nrake;rastrillo\n", "does not name the columns"),
        ("en,es\nhoe,azadón\n".encode("latin-1"), "not in UTF-8"),
        (b"en,es\nrake," + b"x" * 140_000, "cannot be read to its end"),
    ],
)
def test_a_file_that_is_no_thesaurus_is_told_in_one_sentence(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / thesaurus.NAME
    path.write_bytes(content)
    (fault,) = thesaurus.read(path).faults
    assert told in fault
    assert str(path) in fault


@given(st.binary(max_size=80) | st.text("en,es;\n\r\" 'xá\0", max_size=60).map(lambda text: b"en,es\n" + text.encode()))
def test_any_file_gives_terms_or_sentences(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / thesaurus.NAME
    path.write_bytes(content)
    terms = thesaurus.read(path)
    assert all(fold(ring[0]) == head for head, ring in terms.rings.items())
    assert all(str(path) in fault for fault in terms.faults)


def test_an_archive_adds_to_the_list_and_replaces_what_has_the_same_head(archive: Archive) -> None:
    written(archive.root, "en,es", "ladder law,ley de escaleras", "WAGE THEFT,hurto de jornal")
    terms = thesaurus.of(archive)
    assert terms.rings["ladder law"] == ("ladder law", "ley de escaleras")
    assert terms.rings["wage theft"] == ("WAGE THEFT", "hurto de jornal")
    assert len(terms.rings) == len(TERMS.rings) + 1


def test_a_changed_file_holds_at_the_next_search(archive: Archive) -> None:
    assert searching.search(archive, "umbrage").total == 0
    written(archive.root, "en,es", "umbrage,sombra")
    assert searching.search(archive, "umbrage").expanded == {"umbrage": ["sombra"]}
    assert searching.search(archive, "umbrage").total == 1
    written(archive.root, "en,es", "umbrage,sombra y ladera")
    assert searching.search(archive, "umbrage").total == 0
    (archive.root / thesaurus.NAME).unlink()
    assert searching.search(archive, "umbrage").expanded == {}


def test_a_search_tells_what_was_left_out_and_goes_on(archive: Archive) -> None:
    written(archive.root, "en,es", "umbrage", "gloom,sombra")
    found = searching.search(archive, "gloom")
    assert found.total == 1
    assert [remark.partition(" of ")[0] for remark in found.remarks] == ["Line 2"]
    assert searching.search(archive, "gloom", expand=False).remarks == ()


def test_one_term_is_taken_as_typed_while_others_are_widened(archive: Archive) -> None:
    written(archive.root, "en,es", "umbrage,sombra", "dusky umbrage,penumbra", "gloom,sombra")

    def asked(query: str, *plain: str) -> searching.Found:
        return searching.ask(archive, Question(query, plain=frozenset(plain)))

    assert set(asked("umbrage OR gloom").expanded) == {"umbrage", "gloom"}
    assert set(asked("umbrage OR gloom", "umbrage").expanded) == {"gloom"}
    assert asked("Umbrages", "umbrage").total == 0  # in singular and plural, as it was recognised
    # A term that is switched off is not widened in parts instead; a part alone still is.
    assert asked("dusky umbrage", "dusky umbrage").expanded == {}
    assert set(asked("umbrage", "dusky umbrage").expanded) == {"umbrage"}
    assert asked('"dusky umbrage"', "dusky umbrage").expanded == {}


def test_every_term_switched_off_is_the_plain_answer(archive: Archive) -> None:
    for query in ("shade", "shade OR trench", "wage theft shade"):
        terms = searching.search(archive, query).expanded
        off = searching.ask(archive, Question(query, plain=frozenset(terms)), limit=50)
        plain = searching.search(archive, query, expand=False, limit=50)
        assert (off.total, [hit.record for hit in off.hits]) == (plain.total, [hit.record for hit in plain.hits])


def test_terms_taken_as_typed_are_kept_with_the_question() -> None:
    question = Question("shade law", plain=frozenset({"shade"}))
    assert Question.of_kept(question.kept()) == question
    assert Question.of_kept(Question("shade").kept()) == Question("shade")
    assert "plain" not in Question("shade").kept()


def test_without_expansion_the_answer_is_the_plain_one(archive: Archive) -> None:
    plain: Index = archive.index
    for query in ("shade", "sombra", "agreement", "alliance OR shade", '"shade and water" -sombra'):
        found, expected = searching.search(archive, query, expand=False), plain.search(query)
        assert found.expanded == {}
        assert [(hit.record, hit.score, hit.snippet) for hit in found.hits] == [
            (hit.record, hit.score, hit.snippet) for hit in expected.hits
        ]
    assert searching.search(archive, "shade").total > searching.search(archive, "shade", expand=False).total


def test_json_tells_the_other_names(archive: Archive) -> None:
    told = searching.as_json(searching.search(archive, "shade"))
    assert (told["understood"], told["expanded"]) == ("shade", {"shade": ["sombra"]})


# Each topic in both languages, in papers that do not speak of one another.
PAPERS = {
    "theft": ("The flyer says where to go when wage theft happens.", "El volante dice adónde ir por robo de salarios."),
    "extra": ("He was never paid overtime on Saturdays.", "Nunca le pagaron las horas extras de los sábados."),
    "injury": ("A clinic explains workers' compensation.", "Una clínica explica la compensación laboral."),
    "fear": ("She asked what protects her from retaliation.", "Ella preguntó qué la protege de represalias."),
    "heat": ("Three pickers fell ill with heat stress.", "Tres piscadores enfermaron por estrés térmico."),
    "young": ("The poster warns against child labor.", "El cartel advierte contra el trabajo infantil."),
    "paper": ("The memorandum of understanding has two pages.", "El memorando de entendimiento tiene dos hojas."),
    "visa": ("Forty men came on H-2A visas.", "Cuarenta hombres llegaron con visas H-2A."),
    "floor": ("The minimum wage rose in January.", "El salario mínimo subió en enero."),
    "end": ("Its renewal was put off until autumn.", "Su renovación se aplazó hasta el otoño."),
    "union": ("The labor union sent a choir.", "El sindicato mandó un coro."),
    "card": ("Bring your consular ID and a pen.", "Traiga su matrícula consular y una pluma."),
    "trade": ("A domestic worker wrote the song.", "Una trabajadora del hogar escribió la canción."),
    "press": ("A press release was read aloud.", "Se leyó en voz alta un comunicado de prensa."),
    "boss": ("The foreman kept the keys.", "El mayordomo guardaba las llaves."),
}
#: A query in one language, and whose paper in the other language it is to find.
QUERIES = [
    ("wage theft", "theft.es"), ("hurto de salarios", "theft.en"), ("overtime saturdays OR overtime", "extra.es"),
    ("horas extras", "extra.en"), ("tiempo extra", "extra.en"), ("workers compensation", "injury.es"),
    ("compensación laboral", "injury.en"), ("retaliation", "fear.es"), ("represalia", "fear.en"),
    ("heat stress", "heat.es"), ("estres termico", "heat.en"), ("child labour OR child labor", "young.es"),
    ("trabajo infantil", "young.en"), ('"memorandum of understanding"', "paper.es"), ("memorando", "paper.en"),
    ("H-2A worker", "visa.es"), ("minimum wages", "floor.es"), ("salarios minimos", "floor.en"), ("renewal", "end.es"),
    ("renovaciones", "end.en"), ("trade union", "union.es"), ("sindicatos", "union.en"), ("consular card", "card.es"),
    ("matrículas consulares", "card.en"), ("household worker", "trade.es"), ("trabajadora doméstica", "trade.en"),
    ("news release", "press.es"), ("boletín de prensa", "press.en"), ("crew leader", "boss.es"), ("capataz", "boss.en"),
]  # fmt: skip


def test_a_query_in_one_language_finds_the_papers_in_the_other(tmp_path: Path) -> None:
    bootstrap.create(tmp_path / "archive")
    for topic, texts in PAPERS.items():
        for language, text in zip(thesaurus.COLUMNS, texts, strict=True):
            (tmp_path / f"{topic}.{language}.txt").write_text(text, encoding="utf-8")
    with bootstrap.opened(tmp_path / "archive", writable=True) as archive:
        add(archive, *tmp_path.glob("*.txt"))
        reached = {query: papers(archive, query) for query, _ in QUERIES}
        plain = {query: papers(archive, query, expand=False) for query, _ in QUERIES}
    missed = [query for query, paper in QUERIES if paper not in reached[query]]
    astray = [query for query, paper in QUERIES if {name[:-3] for name in reached[query]} != {paper[:-3]}]
    assert len(missed) <= len(QUERIES) / 10, missed
    assert len(astray) <= len(QUERIES) / 10, astray
    assert sum(paper in plain[query] for query, paper in QUERIES) < len(QUERIES) / 4


def papers(archive: Archive, query: str, expand: bool = True) -> set[str]:
    """The papers a query finds, like ``heat.es``."""
    found = searching.search(archive, query, expand=expand)
    files = {id: name.removesuffix(".txt") for name, id in by_name(archive).items()}
    return {files[hit.record] for hit in found.hits}
