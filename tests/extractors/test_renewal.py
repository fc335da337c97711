"""Renewal and notice, in the many ways that agreements say them."""

from __future__ import annotations

import pytest

from tests.extractors.reading import value

COMPANIES = (
    "SERVICES AGREEMENT\n\nThis Agreement is made and entered into as of March 3, 2015 (the “Effective Date”) by Alder"
    " Tools Ltd. and Brook Mills Inc. The parties hereby agree. "
)
OFFICES = "MEMORANDUM OF UNDERSTANDING\n\nThe Participants hereby agree. "
OFFICES_ES = (
    "MEMORÁNDUM DE ENTENDIMIENTO\n\nMemorándum que celebran la Oficina del Puerto y el Consulado de Ardenia, en"
    " adelante las Partes. "
)
#: Words, notice period, renewal, renewal term.
OF_COMPANIES = [
    (
        (
            "This Agreement shall automatically renew for successive one-year terms unless either party "
            "gives written notice of non-renewal at least sixty (60) days before the end of the "
            "then-current term."
        ),
        "60 days",
        "automatic",
        "1 year",
    ),
    (
        (
            "Upon expiry, this Agreement renews automatically for additional twelve (12) month periods, "
            "unless a party notifies the other in writing of its intention not to renew no later than 90 "
            "days prior to expiry."
        ),
        "90 days",
        "automatic",
        "12 months",
    ),
    (
        (
            "The term will be extended from year to year unless either party gives the other three months' "
            "prior notice of its wish to end it."
        ),
        "3 months",
        "automatic",
        "1 year",
    ),
    (
        ("Thereafter the Agreement continues on a month-to-month basis until terminated on thirty days' notice."),
        "30 days",
        "automatic",
        "1 month",
    ),
    (
        (
            "This Agreement shall be automatically extended for two additional terms of two years each "
            "unless one party objects in writing 30 days in advance."
        ),
        "30 days",
        "automatic",
        "2 years",
    ),
    (
        ("The Agreement may be renewed for one additional year by mutual written agreement of the parties."),
        None,
        "mutual",
        "1 year",
    ),
    ("The parties may extend this Agreement for further periods by written agreement.", None, "mutual", None),
    ("This Agreement is renewable by mutual consent.", None, "mutual", None),
    (
        (
            "The term shall renew automatically for like periods unless cancelled by either party upon at "
            "least ninety (90) days prior written notice."
        ),
        "90 days",
        "automatic",
        None,
    ),
    (
        (
            "If neither party gives notice sixty (60) days before expiration, the Agreement shall be "
            "deemed renewed for one (1) year."
        ),
        "60 days",
        "automatic",
        "1 year",
    ),
    (
        (
            "Unless terminated by either party by giving not less than six (6) months' written notice "
            "prior to the end of the Initial Term or any Renewal Term, this Agreement will be "
            "automatically extended for successive periods of one (1) year each."
        ),
        "6 months",
        "automatic",
        "1 year",
    ),
    (
        (
            "At the end of the Initial Term, this Agreement shall automatically roll over for subsequent "
            "one (1) year terms, unless either party elects not to renew by notice delivered thirty (30) "
            "days prior to the end of any term."
        ),
        "30 days",
        "automatic",
        "1 year",
    ),
    ("The insurance policy shall automatically renew each year.", None, None, None),
    ("This Agreement shall not automatically renew.", None, None, None),
]
OF_OFFICES = [
    (
        (
            "Either Participant may withdraw from this Memorandum at any time upon thirty (30) days' "
            "written notice to the other."
        ),
        "30 days",
        None,
        None,
    ),
    (
        ("This Memorandum may be discontinued by either Participant with sixty days' advance notice in writing."),
        "60 days",
        None,
        None,
    ),
    (
        "Either party may end this Memorandum for any reason by giving the other ninety days' notice.",
        "90 days",
        None,
        None,
    ),
    ("Termination. Thirty days written notice by either agency.", "30 days", None, None),
    (
        "A Participant that wishes to leave will tell the other in writing at least 45 days beforehand.",
        "45 days",
        None,
        None,
    ),
    ("Participants will answer referrals within ten days of notice.", None, None, None),
]
OF_OFFICES_ES = [
    (
        (
            "El Convenio se renovará automáticamente por períodos iguales de un año, salvo que alguna de "
            "las Partes notifique por escrito su intención de no renovarlo con sesenta días de "
            "anticipación."
        ),
        "60 days",
        "automatic",
        "1 year",
    ),
    (
        (
            "Se prorrogará de forma automática por plazos de dos años, a menos que una de las Partes avise "
            "por escrito con treinta (30) días de antelación."
        ),
        "30 days",
        "automatic",
        "2 years",
    ),
    (
        ("Podrá prorrogarse por un período adicional de un año mediante acuerdo por escrito de las Partes."),
        None,
        "mutual",
        "1 year",
    ),
    ("El Convenio podrá renovarse de común acuerdo.", None, "mutual", None),
    (
        (
            "Cualquiera de las Partes podrá dar por terminado el Convenio previo aviso por escrito con "
            "noventa días de anticipación."
        ),
        "90 days",
        None,
        None,
    ),
]


def read(text: str) -> tuple[str | None, ...]:
    values = (value(field, text) for field in ("notice_period", "renewal", "renewal_term"))
    return tuple(None if one is None else str(one) for one in values)


@pytest.mark.parametrize(("words", "notice", "renewal", "length"), OF_COMPANIES)
def test_between_companies(words, notice, renewal, length):
    assert read(COMPANIES + words) == (notice, renewal, length)


@pytest.mark.parametrize(("words", "notice", "renewal", "length"), OF_OFFICES)
def test_between_offices(words, notice, renewal, length):
    assert read(OFFICES + words) == (notice, renewal, length)


@pytest.mark.parametrize(("words", "notice", "renewal", "length"), OF_OFFICES_ES)
def test_in_spanish(words, notice, renewal, length):
    assert read(OFFICES_ES + words) == (notice, renewal, length)
