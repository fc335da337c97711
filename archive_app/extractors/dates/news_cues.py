"""How releases, news and letters tell of a day: today, ayer, on the day on which something was signed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive_app.extractors.knowledge import Knowledge

#: Between a verb of signing and its day: a few words, what leads to a day, and its weekday.
_TO_THE_DAY = (
    r"(?: [a-z]+){0,4}? (?:on|el|este|pasado)"
    r"(?: pasado)?(?: \w+day,?| lunes,?| martes,?| miercoles,?| jueves,?| viernes,?| sabado,?| domingo,?)? ?\Z"
)


@dataclass(frozen=True)
class NewsCues:
    """The part ``news`` of the table ``date_cues`` as patterns over folded text; ``was_signed``, ``told_on`` and
    ``signed_label`` end where a day begins."""

    today: re.Pattern[str]
    yesterday: re.Pattern[str]
    was_signed: re.Pattern[str]
    announcing: re.Pattern[str]
    told_on: re.Pattern[str]
    signed_label: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> NewsCues:
        """Ask for it with ``knowledge.once(NewsCues.build)``."""
        words = {name: "|".join(cues) for name, cues in knowledge.table("date_cues")["news"].items()}
        return cls(
            re.compile(rf"\b(?:{words['today']})\b"),
            re.compile(rf"\b(?:{words['yesterday']})\b"),
            re.compile(rf"(?:{words['was_signed']}){_TO_THE_DAY}"),
            re.compile(rf"(?<!, )(?<!, the office )\b(?:{words['announcing']})\b"),
            re.compile(rf"\b(?:{words['told']})(?: on| el| este)? \Z"),
            re.compile(rf"\b(?:{words['signed_label']})\s*:\s*\Z"),
        )
