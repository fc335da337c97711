"""The law that governs an agreement: the plain name of a state or country."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive_app.domain.fact import Fact
from archive_app.extractors.authorities.places import Places, places
from archive_app.extractors.context import Reading
from archive_app.extractors.folding import fold
from archive_app.extractors.knowledge import Knowledge

#: How far after "governed by" the name of the place may stand.
_REACH = 260
#: The same for a country's adjective beside the law.
_ADJECTIVE = 60


@dataclass(frozen=True)
class LawCues:
    """Wordings that choose a law, surest first, and the places they may choose, by name or as in ``Mexican law``."""

    rules: tuple[tuple[str, float, re.Pattern[str]], ...]
    place: re.Pattern[str]
    places: Places
    countries: dict[str, str]
    adjective: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> LawCues:
        """Ask for it with ``knowledge.once(LawCues.build)``."""
        table, known = knowledge.table("law_cues"), knowledge.once(places)
        rules = tuple((row["name"], row["confidence"], re.compile(row["pattern"])) for row in table["rules"])
        name = rf"(?P<state>{known.long_state_pattern})|(?P<country>{known.country_pattern})"
        countries = {fold(word): name for name, row in known.country_names.items() for word in row["demonyms"]}
        adjective = "|".join(sorted(countries, key=len, reverse=True))
        return cls(
            rules,
            re.compile(rf"(?<![\w])(?:{name})(?!\w)", re.I),
            known,
            countries,
            re.compile(rf"\s+(?:the\s+)?(?P<adjective>{adjective})(?:s|es)?\b(?:\s+(?:federal\s+)?laws?\b)?"),
        )


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
    adjective = _by_adjective(text, start, cues)
    if adjective:
        return adjective
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
    return country, place.end()


def _by_adjective(text: str, start: int, cues: LawCues) -> tuple[str, int] | None:
    """``by Mexican law``, ``por las leyes mexicanas``: the country that an adjective beside the law names."""
    match = cues.adjective.match(fold(text[start : start + _ADJECTIVE]))
    if match is None:
        return None
    return cues.countries[match["adjective"]], start + match.end()


def _is_federal(text: str, place: re.Match[str], country: str) -> bool:
    """Whether a state may follow: ``the laws of the United States of America and the State of Ohio``."""
    return country == "United States"
