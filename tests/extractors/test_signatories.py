"""Who signed: blocks one under another or side by side, marks in a line, and what releases tell."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Fact, Signatory
from archive_app.extractors import signatories
from tests.extractors.reading import reading


def found(text: str, kind: str = "agreement") -> list[Fact]:
    paper = reading(text)
    paper.facts.append(Fact("kind", kind, 1.0, "said by the test"))
    return list(signatories.find(paper))


def signed(text: str, kind: str = "agreement") -> list[Signatory]:
    return [fact.value for fact in found(text, kind) if isinstance(fact.value, Signatory)]


def names(text: str, kind: str = "press release") -> list[str]:
    return [signer.name for signer in signed(text, kind)]


def test_stacked_blocks_give_name_title_body_and_day():
    text = (
        "IN WITNESS WHEREOF, the parties have signed.\n\n"
        "BLUE LAKE FOODS, INC.\n\nBy: /s/ Ana Ruiz\nName: Ana Ruiz\nTitle: President\nDate: March 3, 2011\n\n"
        "RED HILL FARMS\nCORPORATION\n\nBy: ______________________\nName: Luis Vega\nTitle: Vice President, Sales\n"
        "Date: March 4, 2011\n"
    )
    assert signed(text) == [
        Signatory("Ana Ruiz", "President", "BLUE LAKE FOODS, INC.", "2011-03-03"),
        Signatory("Luis Vega", "Vice President, Sales", "RED HILL FARMS CORPORATION", "2011-03-04"),
    ]


def test_blocks_side_by_side_on_a_line_are_read_one_after_the_other():
    text = (
        "Signed by both.\n\nBLUE LAKE FOODS, INC.          RED HILL FARMS LLC\n"
        "By: /s/ Ana Ruiz          By: /s/ Luis Vega\nName: Ana Ruiz          Name: Luis Vega\n"
        "Title: President          Title: Manager\n"
    )
    assert [(signer.name, signer.title) for signer in signed(text)] == [
        ("Ana Ruiz", "President"),
        ("Luis Vega", "Manager"),
    ]


def test_a_line_to_sign_on_stands_over_name_title_and_body():
    text = (
        "The Participants sign in two copies.\n\n______________________\nAna Ruiz Soto\nConsul General\n"
        "Consulate General of Mexico in Raleigh\nDate: 3/5/2014\n\n______________________\nJohn B. "
        "Hale\nArea Director\n"
        "OSHA Raleigh Area Office\nDate: 3/6/2014\n"
    )
    assert signed(text) == [
        Signatory("Ana Ruiz Soto", "Consul General", "Consulate General of Mexico in Raleigh", "2014-03-05"),
        Signatory("John B. Hale", "Area Director", "OSHA Raleigh Area Office", "2014-03-06"),
    ]


def test_spanish_blocks_are_read_like_english_ones():
    text = (
        "Firmado en Raleigh.\n\nPOR LA PRIMERA PARTE\n\nFirma: ____________________\nNombre: María López Peña\n"
        "Cargo: Cónsul General\nFecha: 5 de marzo de 2014\n"
    )
    assert signed(text) == [Signatory("María López Peña", "Cónsul General", None, "2014-03-05")]


def test_names_in_print_over_titles_need_no_mark():
    text = (
        "Either may end it.\n\nFor the Boise Area Office\n\nJohn B. Hale\nArea Director\nDate: March 8, 2012\n\n"
        "FOR THE CONSULATE OF MEXICO IN\nBOISE\n\nAna Ruiz Soto\nConsul of Mexico\nin Boise, "
        "Idaho\nDate: March 9, 2012\n"
    )
    assert signed(text) == [
        Signatory("John B. Hale", "Area Director", "Boise Area Office", "2012-03-08"),
        Signatory("Ana Ruiz Soto", "Consul of Mexico in Boise, Idaho", "CONSULATE OF MEXICO IN BOISE", "2012-03-09"),
    ]


def test_a_cell_with_name_and_title_run_together_is_taken_apart():
    text = "OSHA Boise Area Office ______________ John B. Hale Area Director Date: March 8, 2012"
    assert signed(text) == [Signatory("John B. Hale", "Area Director", "OSHA Boise Area Office", "2012-03-08")]


def test_a_form_that_nobody_dated_is_less_sure():
    filled = found("For the Boise Area Office\n\nJohn B. Hale\nArea Director\nDate: March 8, 2012\n")[0]
    blank = found("For the Boise Area Office\n\nJohn B. Hale\nArea Director\nDate: ____________\n")[0]
    assert blank.confidence < 0.6 < filled.confidence


def test_marks_in_a_line_belong_to_the_body_named_before_them():
    text = (
        "For the Illinois Department of Labor: /s/ Ana Ruiz, Acting Director; /s/ Luis Vega, Deputy Director. "
        "For the Wage and Hour Division: /s/ Jane B. Poole, Administrator."
    )
    assert [(s.name, s.title, s.party) for s in signed(text, "amendment")] == [
        ("Ana Ruiz", "Acting Director", "Illinois Department of Labor"),
        ("Luis Vega", "Deputy Director", "Illinois Department of Labor"),
        ("Jane B. Poole", "Administrator", "Wage and Hour Division"),
    ]


def test_witnesses_do_not_sign():
    text = "Blue Lake Foods, Inc.\nBy: /s/ Ana Ruiz\nTitle: President\n\nWitness:\n/s/ Luis Vega\nLuis Vega\n"
    assert names(text, "agreement") == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "BOISE — Consul Ana Ruiz Soto and Area Director John B. Hale today signed an alliance.",
            ["Ana Ruiz Soto", "John B. Hale"],
        ),
        (
            "Signing the agreement were Ana Ruiz, consul, and John Hale, director of OSHA's Boise office.",
            ["Ana Ruiz", "John Hale"],
        ),
        (
            "The agreement was signed by Mexican Consul Ana Ruiz and Mayor Tom Lee during a visit of Joe Bell.",
            ["Ana Ruiz", "Tom Lee"],
        ),
        (
            "Firmaron el convenio la cónsul Ana Ruiz y el director, Juan Peña, ante la gobernadora Luz Mora.",
            ["Ana Ruiz", "Juan Peña"],
        ),
        (
            "El embajador de México, Ana Ruiz Soto, y el secretario del Trabajo, Juan Peña, firmaron hoy un acuerdo.",
            ["Ana Ruiz Soto", "Juan Peña"],
        ),
        ("Caption: Labor Secretary Ana Ruiz and Consul General Juan Peña signing.", ["Ana Ruiz", "Juan Peña"]),
        ("Consul Ana Ruiz met Mayor Tom Lee. They signed a letter of agreement.", ["Ana Ruiz", "Tom Lee"]),
        ("El memorándum fue firmado ayer martes por la cónsul Ana Ruiz.", ["Ana Ruiz"]),
        ("Consul Ana Ruiz met Mayor Tom Lee at a signing ceremony.", []),
        ("Ana Ruiz, who heads the office, praised the alliance. “We learn,” said Juan Peña.", []),
        ("The ministers led a ceremony to renew the accords. Ana Ruiz opened it.", []),
        ("Both recalled that Ana Ruiz signed a declaration years ago.", []),
    ],
)  # fmt: skip
def test_releases_tell_who_signed(text, expected):
    assert names(text) == expected


def test_a_signer_in_a_release_has_title_and_body_and_exact_evidence():
    text = "Principal Deputy Attorney Ana Ruiz and Juan Peña, director of OSHA's Boise Area Office, signed it."
    first, second = found(text, "press release")
    assert first.value == Signatory("Ana Ruiz", "Principal Deputy Attorney", None)
    assert isinstance(second.value, Signatory)
    assert second.value.title == "director of OSHA's Boise Area Office"
    assert second.evidence is not None
    assert second.evidence.quote == "Juan Peña"
