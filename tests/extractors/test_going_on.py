# ruff: noqa: E501 — a sentence of a paper stands in one piece
"""Papers that go on with an older one, told in clauses of many shapes; the older day is never taken for their own."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Relation
from tests.extractors.reading import facts, life, value

TOP = """COOPERATION AGREEMENT

This Cooperation Agreement is made between the Harbor Labor Office and the Consulate of Mexico in Tucson, hereinafter
the Parties.

"""
ARRIBA = """CONVENIO DE COLABORACIÓN

El presente Convenio de Colaboración se celebra entre la Comisión de Higiene Laboral y el Consulado de México en Tucson,
en adelante las Partes.

"""


def relations(text: str) -> list[tuple[str, str | None]]:
    found = [fact.value for fact in facts(text, field="relation")]
    return [(relation.type, relation.date) for relation in found if isinstance(relation, Relation)]


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Both sides are going on with the Agreement concluded on the 9th day of May, 2011.", "renews"),
        ("They continue with the Memorandum of Understanding reached on 9 May 2011, as amended below.", "renews"),
        ("Since the Agreement dated May 9, 2011, proved its worth, the Parties extend it for another term.", "renews"),
        ("The Agreement signed on May 9, 2011 no longer fits the work, so that this paper replaces it.", "supersedes"),
        ("Having weighed the Agreement of May 9, 2011, the Parties amend it as written below.", "amends"),
    ],
)
def test_what_is_done_to_an_older_paper_may_be_told_by_its_pronoun(sentence: str, type: str) -> None:
    text = f"{TOP}{sentence}\n\n1. Each side names a desk.\n\nSigned on June 2, 2014."
    assert (type, "2011-05-09") in relations(text)
    assert value("agreement_date", text) == "2014-06-02"


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Ambas desean dar continuidad al Convenio de Colaboración suscrito el 9 de mayo de 2011.", "renews"),
        ("El Convenio suscrito el 9 de mayo de 2011 dio frutos y las Partes lo prorrogan por este medio.", "renews"),
        ("El Convenio firmado el 9 de mayo de 2011 quedó corto, por lo que este documento lo sustituye.", "supersedes"),
        ("Las Partes revisaron el Convenio firmado el 9 de mayo de 2011 y deciden modificarlo como sigue.", "amends"),
    ],
)
def test_the_same_in_spanish(sentence: str, type: str) -> None:
    text = f"{ARRIBA}{sentence}\n\n1. Cada lado nombra una ventanilla.\n\nFirmado el 2 de junio de 2014."
    assert (type, "2011-05-09") in relations(text)
    assert value("agreement_date", text) == "2014-06-02"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Agreement signed on May 9, 2011 ends on its day unless the Parties renew it in writing.",
        "The Parties recall the Agreement signed on May 9, 2011 and may replace it later.",
        "El Convenio firmado el 9 de mayo de 2011 concluye si las Partes no lo renuevan.",
    ],
)
def test_what_only_may_be_done_is_not_told_as_done(sentence: str) -> None:
    text = f"{TOP}{sentence}\n\nSigned on June 2, 2014."
    assert not {"renews", "supersedes"} & {type for type, _ in relations(text)}


@pytest.mark.parametrize("clause", ["3. It will take effect on July 1, 2014.", "Effective date: July 1, 2014."])
def test_a_clause_without_a_subject_speaks_of_this_paper(clause: str) -> None:
    text = f"{TOP}The Parties renew the Agreement signed on May 9, 2011.\n\n{clause}\n\nSigned on June 2, 2014."
    assert life(text)["effective_date"] == "2014-07-01"


def test_a_clause_without_a_subject_in_spanish() -> None:
    text = (
        f"{ARRIBA}Se prorroga el Convenio firmado el 9 de mayo de 2011.\n\nII. Entrará en vigor el 1 de julio de 2014.\n\n"
        "III. Su vigencia será indefinida.\n\nFirmado el 2 de junio de 2014."
    )
    assert life(text)["effective_date"] == "2014-07-01"
    assert life(text)["expiration_date"] == "perpetual"


def test_both_signatures_dated_by_the_day_of_a_month() -> None:
    text = (
        f"{TOP}It is effective upon the last signature.\n\nFor the office:\n\n__________\nRuth Arce\nDate: the 3rd day of "
        "March, 2013\n\nFor the consulate:\n\n__________\nJoel Peña\nDate: the 11th day of April, 2013"
    )
    assert life(text)["agreement_date"] == "2013-04-11"


@pytest.mark.parametrize(
    "ground",
    [
        "Se celebra en el marco de la Carta de Arreglo entre la División de Horas y Salarios y la Secretaría de Relaciones "
        "Exteriores, firmada el 14 de junio de 2004.",
        "Actúan al amparo del Arreglo entre la División de Horas y Salarios y la Secretaría de Relaciones Exteriores.",
    ],
)
def test_the_parties_of_what_a_paper_rests_on_are_not_its_own(ground: str) -> None:
    text = (
        "ACUERDO DE ALIANZA\n\nLa Oficina de Distrito de Denver de la División de Horas y Salarios y el Consulado de México "
        f"en Tucson, en adelante los Participantes, acuerdan lo siguiente.\n\n{ground}\n\nFirmado el 2 de junio de 2014."
    )
    parties = {getattr(fact.value, "authority", None) for fact in facts(text, field="party")}
    assert parties == {"US-DOL-WHD/denver-district", "MX-CON-tucson"}
