"""The papers of a plan in words: a bank of wordings for each part in two languages, from which each paper draws."""

from __future__ import annotations

from tests.planted.bank import Bank
from tests.planted.drawing import Signed
from tests.planted.english import English
from tests.planted.plan import Plan, Planned, Told
from tests.planted.spanish import Spanish
from tests.planted.telling import Telling

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


class Writer:
    """Writes the papers of one plan; what it draws depends on the plan's seed and the paper's key alone."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def agreement(self, one: Planned, language: str | None = None) -> str:
        paper = Signed(self.plan, one, language or one.language)
        bank: Bank = English(paper, one) if paper.language == "en" else Spanish(paper, one)
        numbered = paper.any(("", "1", "I"))
        clauses = (_numbered(numbered, at, text) for at, text in enumerate([*bank.work(), *bank.life()], 1))
        parts = [bank.title(), bank.preamble(), *bank.recitals(), *clauses, bank.signatures()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def told(self, told: Told) -> str:
        return Telling(self.plan, told).text()


def _numbered(how: str, number: int, text: str) -> str:
    if how == "1":
        return f"{number}. {text}"
    return f"{NUMERALS[number - 1]}. {text}" if how else text
