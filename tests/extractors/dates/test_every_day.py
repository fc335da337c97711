"""Every day of the calendar, written in many ways in both languages, reads back as itself; other figures never do."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from archive_app.extractors.dates import dates_in
from tests.extractors.reading import dates, reading

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}
UNITS = {
    "en": (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    ),
    "es": (
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
        " dieciocho diecinueve".split()
    ),
}
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
TENS_ES = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"}
TWENTIES_ES = (
    "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def cardinal(number: int) -> str:
    if number < 20:
        return UNITS["en"][number]
    return TENS[number // 10 * 10] + (f"-{UNITS['en'][number % 10]}" if number % 10 else "")


def ordinal(number: int) -> str:
    if number < 20:
        return ORDINALS[number]
    tens = TENS[number // 10 * 10]
    return f"{tens}-{ORDINALS[number % 10]}" if number % 10 else tens.replace("ty", "tieth")


def cardinal_es(number: int) -> str:
    if number < 20:
        return UNITS["es"][number]
    if number < 30:
        return TWENTIES_ES[number - 20]
    return TENS_ES[number // 10 * 10] + (f" y {UNITS['es'][number % 10]}" if number % 10 else "")


def year_words(year: int) -> str:
    century, rest = divmod(year, 100)
    if century == 20:
        return "two thousand" + (f" {cardinal(rest)}" if rest else "")
    return f"nineteen hundred and {cardinal(rest)}" if rest else "nineteen hundred"


def year_words_es(year: int) -> str:
    century, rest = divmod(year, 100)
    head = "dos mil" if century == 20 else "mil novecientos"
    return head + (f" {cardinal_es(rest)}" if rest else "")


def suffix(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


ENGLISH = [
    lambda d: f"{MONTHS['en'][d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS['en'][d.month - 1].upper()} {d.day:02d}, {d.year}",
    lambda d: f"{MONTHS['en'][d.month - 1][:3]}. {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTHS['en'][d.month - 1]} {d.year}",
    lambda d: f"the {d.day}{suffix(d.day)} day of {MONTHS['en'][d.month - 1]}, {d.year}",
    lambda d: f"{MONTHS['en'][d.month - 1]} {d.day}{suffix(d.day)}, {d.year}",
    lambda d: f"the {ordinal(d.day)} day of {MONTHS['en'][d.month - 1]}, {year_words(d.year)}",
    lambda d: (
        f"the {ordinal(d.day)} ({d.day}{suffix(d.day)}) day of the month of {MONTHS['en'][d.month - 1]}, {d.year}"
    ),
    lambda d: f"{d.day:02d}-{MONTHS['en'][d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.isoformat()}",
    lambda d: f"{d.month}/{d.day}/{d.year}",
    lambda d: f"{d.month:02d}-{d.day:02d}-{d.year}",
    lambda d: f"{MONTHS['en'][d.month - 1]}\n{d.day}, {d.year}",
]
SPANISH = [
    lambda d: f"{d.day} de {MONTHS['es'][d.month - 1]} de {d.year}",
    lambda d: f"{d.day} de {MONTHS['es'][d.month - 1]} del año {d.year}",
    lambda d: f"{d.day} de {MONTHS['es'][d.month - 1]} {d.year}",
    lambda d: f"{d.day}º de {MONTHS['es'][d.month - 1]}, {d.year}",
    lambda d: f"los {d.day} días del mes de {MONTHS['es'][d.month - 1]} de {d.year}",
    lambda d: f"{cardinal_es(d.day)} de {MONTHS['es'][d.month - 1]} de {year_words_es(d.year)}",
    lambda d: f"los {cardinal_es(d.day)} días del mes de {MONTHS['es'][d.month - 1]} de {year_words_es(d.year)}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day:02d}-{MONTHS['es'][d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
]


@given(days, st.sampled_from(ENGLISH))
def test_every_day_in_english(day, wording):
    assert dates(f"The parties have signed this on {wording(day)} and it is with the office.") == [day.isoformat()]


@given(days, st.sampled_from(SPANISH))
def test_every_day_in_spanish(day, wording):
    assert dates(f"Las partes lo firman en la ciudad el {wording(day)} y queda en la oficina.") == [day.isoformat()]


@given(days, days)
def test_evidence_stands_exactly_on_the_words(first, second):
    wordings = (
        f"{MONTHS['en'][first.month - 1]} {first.day}, {first.year}",
        f"{second.day} de {MONTHS['es'][second.month - 1]} de {second.year}",
    )
    text = f"It began on {wordings[0]}; terminó el {wordings[1]}."
    assert tuple(text[found.start : found.end] for found in dates_in(reading(text))) == wordings


@given(
    st.integers(1, 999), st.sampled_from(["days", "weeks", "months", "years", "business days", "días", "meses", "años"])
)
def test_a_duration_is_never_a_date(number, unit):
    assert (
        dates(f"It may remain in effect for {number} ({number}) {unit} from the signing, may {number} {unit} pass.")
        == []
    )


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 40))
def test_a_section_is_never_a_date(a, b, c):
    assert dates(f"Under Section {a}.{b}.{c} and § {a}-{b}-{c} of the Code, and Article {a}/{b}/{c}, they agree.") == []


@given(st.integers(0, 99), st.integers(1, 9999), st.sampled_from(["SAN", "NAT", "CHI"]))
def test_a_case_number_is_never_a_date(year, number, office):
    assert (
        dates(
            f"Release Number: {year:02d}-{number:04d}-{office}. Case No. {year}-{number}. Submission MEX 2003-{number}."
        )
        == []
    )
