"""The law that governs an agreement: the plain name of a state or country."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive_app.domain.fact import Fact
from archive_app.extractors.authorities.places import Places, places
from archive_app.extractors.context import Reading
from archive_app.extractors.knowledge import Knowledge

#: How far after "governed by" the name of the place may stand.
_REACH = 260


@dataclass(frozen=True)
class LawCues:
    """Wordings that choose a law, surest first, and the places they may choose."""

    rules: tuple[tuple[str, float, re.Pattern[str]], ...]
    place: re.Pattern[str]
    places: Places

    @classmethod
    def build(cls, knowledge: Knowledge) -> LawCues:
        """Ask for it with ``knowledge.once(LawCues.build)``."""
        table, known = knowledge.table("law_cues"), knowledge.once(places)
        rules = tuple((row["name"], row["confidence"], re.compile(row["pattern"])) for row in table["rules"])
        name = rf"(?P<state>{known.long_state_pattern})|(?P<country>{known.country_pattern})"
        return cls(rules, re.compile(rf"(?<![\w])(?:{name})(?!\w)", re.I), known)


def find(reading: Reading) -> Iterable[Fact]:
    """``governed by the laws of the State of New York`` and its likes, by the surest wording in the paper."""
    cues = reading.knowledge.once(LawCues.build)
    for name, confidence, pattern in cues.rules:
        for match in pattern.finditer(reading.text):
            chosen = _chosen(reading.text, match.end(), cues)
            if chosen:
                value, end = chosen
                return [reading.fact("governing_law", value, (match.start(), end), confidence, f"law: {name}")]
    return ()


def _chosen(text: str, start: int, cues: LawCues) -> tuple[str, int] | None:
    """The plain name of the first place after the cue, within its clause, and where it ends."""
    reach = text[start : start + _REACH]
    stop = re.search(r"\.\s+(?=[A-Z])(?<!U\.S\. )|;|\bwithout\b|\bexcept\b", reach)
    place = cues.place.search(text, start, start + (stop.start() if stop else len(reach)))
    if place is None:
        return None
    if place["state"]:
        return str(cues.places.state(place["state"])), place.end()
    country = cues.places.country(place["country"])
    if country is None or _is_federal(text, place, country):
        further = cues.place.search(text, place.end(), start + _REACH)
        if further is None or not further["state"]:
            return (country, place.end()) if country else None
        return str(cues.places.state(further["state"])), further.end()
    whole = cues.places.whole(country)
    return (f"{country}, {whole}" if whole else country), place.end()


def _is_federal(text: str, place: re.Match[str], country: str) -> bool:
    """Whether a state may follow: ``the laws of the United States of America and the State of Ohio``."""
    return country == "United States"
