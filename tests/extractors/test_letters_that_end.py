# ruff: noqa: E501 — a sentence of a paper stands in one piece
"""Letters by which an agreement ends: the day of the letter, the day of the paper, and the day of the end."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Relation
from tests.extractors.reading import facts, roles, value

LETTER = "Harbor Labor Office\n\n{day}\n\nConsulate of Mexico in Tucson\n\nDear Consul Arce:\n\n{told}\n\nSincerely,\n\nRuth Vega"
CARTA = "Oficina Laboral del Puerto\n\n{day}\n\nConsulado de México en Tucson\n\nEstimada Cónsul:\n\n{told}\n\nAtentamente,\n\nRuth Vega"
TOLD = [
    (LETTER, "the 4th day of March, 2015", "We hereby terminate the Agreement dated 3 May 2012, effective the 1st day of June, 2015."),
    (LETTER, "March 4, 2015", "Our office withdraws from the Agreement dated May 3, 2012. The withdrawal takes effect on June 1, 2015."),
    (LETTER, "March 4, 2015", "With this notice of termination of the Agreement signed on May 3, 2012, our work ends on June 1, 2015."),
    (CARTA, "4 de marzo de 2015", "Damos por terminado el Convenio firmado el 3 de mayo de 2012, a partir del 1 de junio de 2015."),
    (LETTER, "March 4, 2015", "Re: Termination of the Memorandum of May 3, 2012\n\nThe Memorandum will end on June 1, 2015."),
    (CARTA, "4 de marzo de 2015", "Le aviso de la terminación del Convenio de fecha 3 de mayo de 2012, que surte efectos el 1 de junio de 2015."),
]  # fmt: skip


@pytest.mark.parametrize(("letter", "day", "told"), TOLD)
def test_the_day_of_the_end_is_no_other_papers_day(letter: str, day: str, told: str) -> None:
    text = letter.format(day=day, told=told)
    assert value("kind", text) == "correspondence"
    assert value("issued_date", text) == "2015-03-04"
    assert value("effective_date", text) == "2015-06-01"
    assert ("2015-06-01", "effective") in roles(text)
    related = {fact.value.date for fact in facts(text, field="relation") if isinstance(fact.value, Relation)}
    assert related == {"2012-05-03"}


def test_a_letter_of_two_ends_tells_of_neither_as_its_own() -> None:
    told = "We terminate the first Agreement effective June 1, 2015. We terminate the second Agreement effective July 1, 2015."
    assert value("effective_date", LETTER.format(day="March 4, 2015", told=told)) is None


def test_a_letter_that_ends_nothing_has_no_day_of_an_end() -> None:
    told = "The new hours of our office take effect on June 1, 2015."
    assert value("effective_date", LETTER.format(day="March 4, 2015", told=told)) is None


def test_a_letter_goes_between_the_body_of_its_head_and_that_of_its_address() -> None:
    text = "OSHA Denver Area Office\n\nMarch 4, 2015\n\nConsulate of Mexico in Tucson\n\nDear Consul Arce:\n\nOur work ends."
    found = [getattr(fact.value, "authority", None) for fact in facts(text, field="party")]
    assert found == ["US-DOL-OSHA/denver-area", "MX-CON-tucson"]
