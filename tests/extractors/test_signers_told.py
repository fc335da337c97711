"""Who signed, as releases and boletines tell it; who witnessed, spoke or came did not."""

from __future__ import annotations

import pytest

from archive_app.domain.fact import Signatory
from tests.extractors.reading import facts

TOLD = [
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — OSHA Area Director Rosa Lind and Consul Hugo Prado "
            "signed the alliance. Mayor Tom Bell witnessed the signing."
        ),
        ["Rosa Lind", "Hugo Prado"],
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — The alliance was signed by Rosa Lind, OSHA's area "
            '\'director, and Hugo Prado, the consul of Mexico. "It helps," said Ana Vega, a worker.'
        ),
        ["Rosa Lind", "Hugo Prado"],
    ),
    (
        ("News Release\nMay 14, 2013\n\nBOISE — Signers: Rosa Lind, area director; Hugo Prado, consul."),
        ["Rosa Lind", "Hugo Prado"],
    ),
    (
        ("News Release\nMay 14, 2013\n\nBOISE — Signing for OSHA was Rosa Lind; for the Consulate, Hugo Prado."),
        ["Rosa Lind", "Hugo Prado"],
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — Rosa Lind signed on behalf of OSHA and Hugo Prado "
            "signed for the Consulate of Mexico."
        ),
        ["Rosa Lind", "Hugo Prado"],
    ),
    (
        (
            "News Release\nMay 14, 2013\n\nBOISE — OSHA signed an alliance with the Mexican Consulate. "
            '\'"We are glad," said Area Director Rosa Lind. Consul Hugo Prado thanked the staff.'
        ),
        [],
    ),
    (
        (
            "Boletín\n14 de mayo de 2013\n\nLa directora de la EEOC, Rosa Lind, y el cónsul Hugo Prado "
            "firmaron el convenio; como testigo estuvo el alcalde Tomás Bell."
        ),
        ["Rosa Lind", "Hugo Prado"],
    ),
    (
        (
            "Boletín\n14 de mayo de 2013\n\nEl convenio fue firmado por Rosa Lind, directora de distrito, "
            "y Hugo Prado, cónsul titular."
        ),
        ["Rosa Lind", "Hugo Prado"],
    ),
    (
        ("Boletín\n14 de mayo de 2013\n\nPor la EEOC firmó Rosa Lind y por el Consulado, Hugo Prado."),
        ["Rosa Lind", "Hugo Prado"],
    ),
    (
        (
            "Boletín\n14 de mayo de 2013\n\nSe firmó el convenio. “Es un gran paso”, dijo el cónsul Hugo "
            "Prado. Asistió la alcaldesa Rosa Lind."
        ),
        [],
    ),
    (
        (
            "Boletín\n14 de mayo de 2013\n\nEl cónsul Hugo Prado firmó el convenio con la directora Rosa "
            "Lind, en presencia del gobernador Tomás Bell."
        ),
        ["Hugo Prado", "Rosa Lind"],
    ),
    (
        ("News Release\nMay 14, 2013\n\nBOISE — Consul Hugo Prado signed the agreement with Area Director Rosa Lind."),
        ["Hugo Prado", "Rosa Lind"],
    ),
]


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_signers_told_of(text, names):
    found = [fact.value for fact in facts(text, field="signatory")]
    assert [signer.name for signer in found if isinstance(signer, Signatory)] == names
