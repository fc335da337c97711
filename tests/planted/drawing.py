# ruff: noqa: E501 — a sentence of a paper stands in one piece
"""Names, days and lengths as papers write them, and the drawing of one wording out of many."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from archive_app.domain.dates import Duration
from tests.planted.plan import Plan, Planned, bodies

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
}
NUMBERS = {
    "en": {
        1: "one",
        2: "two",
        3: "three",
        5: "five",
        6: "six",
        18: "eighteen",
        30: "thirty",
        60: "sixty",
        90: "ninety",
    },
    "es": {
        1: "un",
        2: "dos",
        3: "tres",
        5: "cinco",
        6: "seis",
        18: "dieciocho",
        30: "treinta",
        60: "sesenta",
        90: "noventa",
    },
}
SUBJECTS = {
    "en": {"safety": "safety at work", "wages": "payment of wages owed", "youth": "workers under eighteen",
           "language": "outreach in Spanish", "heat": "work in high heat", "referrals": "referral of complaints",
           "umbrella": "the rights of Mexican workers"},
    "es": {"safety": "seguridad en el trabajo", "wages": "pago de salarios adeudados", "youth": "trabajadores menores de edad",
           "language": "difusión en español", "heat": "trabajo con calor extremo", "referrals": "canalización de quejas",
           "umbrella": "los derechos de los trabajadores mexicanos"},
}  # fmt: skip
KINDS = {
    "en": {"mou": "Memorandum of Understanding", "alliance": "Alliance Agreement", "letter": "Letter of Agreement",
           "agreement": "Cooperation Agreement", "amendment": "Amendment"},
    "es": {"mou": "Memorándum de Entendimiento", "alliance": "Acuerdo de Alianza", "letter": "Carta de Acuerdo",
           "agreement": "Convenio de Colaboración", "amendment": "Convenio Modificatorio"},
}  # fmt: skip
OFFICES = {
    "OSHA": ("Occupational Safety and Health Administration", "Administración de Seguridad y Salud Ocupacional"),
    "WHD": ("Wage and Hour Division", "División de Horas y Salarios"),
    "EEOC": ("Equal Employment Opportunity Commission", "Comisión para la Igualdad de Oportunidades en el Empleo"),
}
SPANISH_OFFICE = {
    "area": "Oficina de Área de {}",
    "district": "Oficina de Distrito de {}",
    "field": "Oficina de Campo de {}",
}
FIRST = "Ana Luis Marta Hugo Irene Pablo Ruth Carl Nora Felix Joan Peter Elena Omar".split()
LAST = "Barrera Whitcomb Salgado Norris Quintana Prescott Olmedo Hartley Zamora Kessler Ibarra Lindgren".split()


def body_name(id: str, language: str, form: int) -> str:
    """A body as a paper writes it, in one of several forms."""
    row = bodies()[id]
    if "/" not in id:
        return str(row["name_es"] if language == "es" and "name_es" in row else row["name"])
    agency = next(name for name in OFFICES if f"-{name}/" in id)
    kind = id.rpartition("-")[2]
    city = " ".join(str(row["name"]).removeprefix(agency).split()[:-2])
    if language == "es":
        office, whole = SPANISH_OFFICE[kind].format(city), OFFICES[agency][1]
        return (f"{office} de la {whole} ({agency})", f"{office} de la {whole}", f"{whole} ({agency}), {office}")[
            form % 3
        ]
    office, whole = f"{city} {kind.capitalize()} Office", OFFICES[agency][0]
    return (f"{whole} ({agency}), {office}", f"{office} of the {whole}", f"{agency} {office}", f"{whole}, {office}")[
        form % 4
    ]


def day_in(day: date, language: str, form: int) -> str:
    month = MONTHS[language][day.month - 1]
    if language == "es":
        return (f"{day.day} de {month} de {day.year}", f"{day.day} de {month} del {day.year}")[form % 2]
    return (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"the {_ordinal(day.day)} day of {month}, {day.year}",
    )[form % 3]


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def length_in(length: Duration, language: str, form: int) -> str:
    number, unit = int(length.number), length.unit.removesuffix("s")
    if language == "es":
        unit = {"year": "año", "month": "mes", "day": "día"}[unit]
        unit = unit if number == 1 else {"año": "años", "mes": "meses", "día": "días"}[unit]
    elif number != 1:
        unit += "s"
    word = NUMBERS[language].get(number, str(number))
    return (f"{word} ({number}) {unit}", f"{number} {unit}", f"{word} {unit}")[form % 3]


class Drawing:
    """Draws wordings by a source of its own, so that one paper's words never change another's."""

    def __init__(self, plan: Plan, key: str, language: str) -> None:
        self.plan, self.language = plan, language
        self.random = random.Random(f"{plan.seed} {key} {language}")

    def any(self, choices: Sequence[str]) -> str:
        return self.random.choice(choices)

    def form(self) -> int:
        return self.random.randrange(12)

    def day(self, day: date) -> str:
        return day_in(day, self.language, self.form())

    def length(self, length: Duration) -> str:
        return length_in(length, self.language, self.form())

    def body(self, id: str) -> str:
        return body_name(id, self.language, self.form())


class Signed(Drawing):
    """The parts of one agreement's wording."""

    def __init__(self, plan: Plan, one: Planned, language: str) -> None:
        super().__init__(plan, one.key, language)
        self.name = KINDS[language].get(one.kind, KINDS[language]["agreement"])
        self.signers = random.Random(f"{plan.seed} {one.key}")

    def target(self, key: str) -> Planned:
        return self.plan.agreements[key]

    def person(self) -> str:
        """Both texts of a twin have the same signers."""
        return f"{self.signers.choice(FIRST)} {self.signers.choice(LAST)}"
