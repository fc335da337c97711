"""What may stand between the pieces of a body's name, and between two names of which one is part of the other."""

from __future__ import annotations

import re
from typing import NamedTuple


class Gaps(NamedTuple):
    """Patterns for what stands between lexemes and after them, made with the names of states."""

    between_cities: re.Pattern[str]
    city_to_office: re.Pattern[str]
    post_to_city: re.Pattern[str]
    state_after: re.Pattern[str]
    in_state: re.Pattern[str]
    in_other: re.Pattern[str]

    @classmethod
    def of(cls, state: str) -> Gaps:
        with_state = rf"(?:\s*,?\s*{state})?"
        return cls(
            re.compile(rf"{with_state}\s*(?:[,;]\s*(?:and|y|e)?|and|y|e|&)\s*(?:the\s+)?\Z", re.I),
            re.compile(rf"{with_state}\s*[,/]?\s*\Z"),
            re.compile(
                r"\s*(?:,|\()?\s*(?:(?:located |based |con sede )?(?:in|at|for|en|de))?\s*"
                r"(?:the\s+(?:city\s+of\s+)?|la\s+ciudad\s+de\s+)?\Z",
                re.I,
            ),
            re.compile(rf"\s*,\s*{state}(?!\w)"),
            re.compile(rf"\s+(?:in|en|of|for)\s+({state})(?!\w)"),
            re.compile(r"\s*,?\s+(?:in|at|en)\s+(?-i:[A-Z])\w"),
        )  # fmt: skip


#: What may stand between two names of one chain ("Area Office of the … Administration", "Labor's … Division (WHD),").
CHAIN = re.compile(
    r"(?:\s+(?:de|of)\s+(?:(?:los|the)\s+)?(?:EE\.?\s?UU\.?|Estados\s+Unidos(?:\s+de\s+Am[eé]rica)?|United\s+States(?:\s+of\s+America)?|Am[eé]rica)(?!\w))?"
    r"\s*\)?\s*(?:['’]s?)?\s*(?:\(\s*(?:the\s+|el\s+|la\s+)?[\"“”]?[^()\n]{1,30}\)\s*)?[,–—-]?\s*(?P<open>\(\s*)?"
    r"(?:of|at|within|under|in|de|del|en|acts through|acting through|through|por conducto de|a través de)?"
    r"\s*(?:the|its|el|la|los|las|su)?\s*[\"“]?\s*\Z",
    re.I,
)
#: What may stand between an office and its city: "Area Office of El Paso".
TO_CITY = frozenset({"of", "in", "at", "de", "en"})
#: The word "office" alone, whose mention is "loose" until an agency stands beside it.
ANY_KIND = "any"
#: What may stand between an agency and the city of its office.
BESIDE_CITY = re.compile(r" |(?:’s|'s)? (?:in|en|de) (?:the city of |la ciudad de )?")
#: Letters between an office's kind and its agency.
NEAR = 8
CLOSE = re.compile(r"\s*,?\s*[\"”]?\s*\)")
