from __future__ import annotations

import pytest

from archive_app.readers.legibility import is_legible


@pytest.mark.parametrize(
    "text",
    [
        "This agreement begins on March 3, 2014 and ends three years later, unless it is renewed in writing.",
        "El presente acuerdo entra en vigor el 3 de marzo de 2014 y dura tres años, salvo aviso por escrito.",
        "2011 1,204 17.5% 2012 1,377 18.0% 2013 1,410 19.2% 2014 (1,502) $21,000.00 2015 1,533 –",
        "OSHA WHD EEOC NLRB DOL SRE IME USCIS FOIA ADA FMLA FLSA CFR",
        "Соглашение вступает в силу в день подписания и действует три года если стороны не решат иначе",
        "FwX# $%&? zzk",
    ],
)
def test_text_that_says_something_is_kept(text: str) -> None:
    assert is_legible(text)


@pytest.mark.parametrize(
    "text",
    [
        "7KLV DJUHHPHQW EHJLQV RQ 0DUFK DQG HQGV WKUHH ODWHU XQOHVV LW LV UHQHZHG LQ ZULWLQJ RU HQGHG EB RQH SDUWB",
        "tH;s a9rEe/mnT b~gIns oN m@rcH 3xQ aNd eNdS tHr~e yE;rs L@teR uNl#Ss iT iS r$newEd",
        "\x8f\x9a\x81 \x93\x8e\x91 \x84\x8c\x97 \x80\x8b " * 4,
    ],
)
def test_a_text_layer_without_words_is_none(text: str) -> None:
    assert not is_legible(text)
