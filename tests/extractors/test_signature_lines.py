"""Signers in one line each, in cells, under "For the …:", stacked without a mark: as agreements really end."""

from __future__ import annotations

import pytest

from tests.extractors.test_signatories import signed

ENGLISH = "The Participants set out above how they will work together for two years.\n\n"
SPANISH = "Los Participantes han dicho arriba cómo trabajarán juntos durante dos años.\n\n"
Told = tuple[str, str | None, str | None, str | None]


def told(text: str) -> list[Told]:
    return [(signer.name, signer.title, signer.party, signer.date) for signer in signed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            ENGLISH + "Rosa Lind, Area Director, OSHA Omaha Area Office   Date: June 2, 2017\n\n"
            "Hugo Prado, Consul of Mexico, Consulate of Mexico in Omaha   Date: June 5, 2017\n",
            [
                ("Rosa Lind", "Area Director", "OSHA Omaha Area Office", "2017-06-02"),
                ("Hugo Prado", "Consul of Mexico", "Consulate of Mexico in Omaha", "2017-06-05"),
            ],
            id="name, title, body and date on a line",
        ),
        pytest.param(
            SPANISH + "Rosa Lind, Directora de Área, OSHA   Fecha: 2 de junio de 2017\n\n"
            "Hugo Prado, Cónsul, Consulado de México en Omaha   Fecha: 5 de junio de 2017\n",
            [
                ("Rosa Lind", "Directora de Área", "OSHA", "2017-06-02"),
                ("Hugo Prado", "Cónsul", "Consulado de México en Omaha", "2017-06-05"),
            ],
            id="the same in Spanish",
        ),
        pytest.param(
            ENGLISH + "Rosa Lind, Area Director\tHugo Prado, Consul\nDate: June 2, 2017\tDate: June 5, 2017\n",
            [("Rosa Lind", "Area Director", None, "2017-06-02"), ("Hugo Prado", "Consul", None, "2017-06-05")],
            id="cells side by side, dates below them",
        ),
        pytest.param(
            ENGLISH + "Rosa Lind, Director / Date: 6/13/2017\nHugo Prado, Consul / Date: 6/14/2017\n",
            [("Rosa Lind", "Director", None, "2017-06-13"), ("Hugo Prado", "Consul", None, "2017-06-14")],
            id="date behind a stroke",
        ),
        pytest.param(
            ENGLISH + "(signed) Rosa Lind, Area Director, June 2, 2017\n(signed) Hugo Prado, Consul, June 5, 2017\n",
            [("Rosa Lind", "Area Director", None, "2017-06-02"), ("Hugo Prado", "Consul", None, "2017-06-05")],
            id="(signed)",
        ),
        pytest.param(
            ENGLISH + "Rosa Lind – Area Director, OSHA Omaha Area Office – 6/13/2017\n"
            "Hugo Prado – Consul of Mexico in Omaha – 6/14/2017\n",
            [
                ("Rosa Lind", "Area Director", "OSHA Omaha Area Office", "2017-06-13"),
                ("Hugo Prado", "Consul of Mexico in Omaha", None, "2017-06-14"),
            ],
            id="dashes",
        ),
        pytest.param(
            ENGLISH + "By: Rosa Lind, Area Director, on behalf of OSHA, dated June 2, 2017\n"
            "By: Hugo Prado, Consul, on behalf of the Consulate of Mexico in Omaha, dated June 5, 2017\n",
            [
                ("Rosa Lind", "Area Director", "OSHA", "2017-06-02"),
                ("Hugo Prado", "Consul", "Consulate of Mexico in Omaha", "2017-06-05"),
            ],
            id="on behalf of",
        ),
        pytest.param(
            ENGLISH + "For the EEOC: Rosa Lind, District Director\nFor the Consulate: Hugo Prado, Consul\n",
            [("Rosa Lind", "District Director", "EEOC", None), ("Hugo Prado", "Consul", "Consulate", None)],
            id="For the …",
        ),
        pytest.param(
            SPANISH + "Por la EEOC: Rosa Lind, Directora de Distrito\nPor el Consulado: Hugo Prado, Cónsul Titular\n",
            [("Rosa Lind", "Directora de Distrito", "EEOC", None), ("Hugo Prado", "Cónsul Titular", "Consulado", None)],
            id="Por la …",
        ),
        pytest.param(
            SPANISH + "Firmado en Omaha. Por la EEOC: Rosa Lind, Directora de Distrito. Por el Consulado de México: "
            "Hugo Prado, Cónsul.\n",
            [
                ("Rosa Lind", "Directora de Distrito", "EEOC", None),
                ("Hugo Prado", "Cónsul", "Consulado de México", None),
            ],
            id="Por la … in running text",
        ),
        pytest.param(
            ENGLISH + "Rosa Lind                    6/13/17\nArea Director                Date\n\n"
            "Hugo Prado                   6/14/17\nConsul of Mexico             Date\n",
            [
                ("Rosa Lind", "Area Director", None, "2017-06-13"),
                ("Hugo Prado", "Consul of Mexico", None, "2017-06-14"),
            ],
            id="the day beside the name",
        ),
        pytest.param(
            SPANISH + "Lic. Hugo Prado Ortiz\nCónsul Titular de México en Omaha\n\n"
            "Mtra. Rosa Lind\nDirectora de Área\n",
            [
                ("Hugo Prado Ortiz", "Cónsul Titular de México en Omaha", None, None),
                ("Rosa Lind", "Directora de Área", None, None),
            ],
            id="stacked without any mark",
        ),
        pytest.param(
            ENGLISH + "FOR THE OMAHA AREA OFFICE          FOR THE CONSULATE OF MEXICO\n\n"
            "_____________________              _____________________\n"
            "Rosa Lind                          Hugo Prado\n"
            "Area Director                      Consul of Mexico\n"
            "June 2, 2017                       June 5, 2017\n",
            [
                ("Rosa Lind", "Area Director", "OMAHA AREA OFFICE", "2017-06-02"),
                ("Hugo Prado", "Consul of Mexico", "CONSULATE OF MEXICO", "2017-06-05"),
            ],
            id="side by side with an empty line between",
        ),
        pytest.param(
            ENGLISH + "/s/ Rosa Lind\nArea Director\nOSHA Omaha Area Office\nDate: June 2, 2017\n\n"
            "/s/ Hugo Prado\nConsul\nConsulate of Mexico in Omaha\nDate: June 5, 2017\n",
            [
                ("Rosa Lind", "Area Director", "OSHA Omaha Area Office", "2017-06-02"),
                ("Hugo Prado", "Consul", "Consulate of Mexico in Omaha", "2017-06-05"),
            ],
            id="the body under name and title is the signer's own",
        ),
    ],
)  # fmt: skip
def test_signers(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH + "For more information: Rosa Lind, Area Director, will answer until June 2, 2017\n",
        ENGLISH + "Contacts:\nRosa Lind\nArea Director\n\nHugo Prado\nConsul\n",
        SPANISH + "Testigos de honor:\nRosa Lind\nAlcaldesa\n\nHugo Prado\nDirector\n",
        ENGLISH + "Rosa Lind, Area Director, said on June 2, 2017 that the alliance helps.\n",
        ENGLISH + "Witnessed by:\nRosa Lind, Mayor, City of Omaha   Date: June 2, 2017\n",
    ],
)
def test_contacts_witnesses_and_speakers_are_no_signers(text):
    assert told(text) == []
