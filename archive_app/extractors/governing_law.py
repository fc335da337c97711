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
class Rule:
    """One wording that chooses a law; ``before`` where the place stands before it."""

    name: str
    confidence: float
    pattern: re.Pattern[str]
    before: bool


@dataclass(frozen=True)
class LawCues:
    """Wordings that choose a law, surest first, and the places they may choose, by name or as in ``Mexican law``."""

    rules: tuple[Rule, ...]
    place: re.Pattern[str]
    region: re.Pattern[str]
    places: Places
    countries: dict[str, str]
    adjective: re.Pattern[str]
    before: re.Pattern[str]

    @classmethod
    def build(cls, knowledge: Knowledge) -> LawCues:
        """Ask for it with ``knowledge.once(LawCues.build)``."""
        table, known = knowledge.table("law_cues"), knowledge.once(places)
        name = rf"(?P<state>{known.long_state_pattern})|(?P<country>{known.country_pattern})"
        peoples = ((country, row["demonyms"]) for country, row in known.country_names.items())
        countries = {fold(word): country for country, said in (*peoples, *table["adjectives"].items()) for word in said}
        adjective = "|".join(sorted(countries, key=len, reverse=True))
        qualified = rf"(?:{'|'.join(table['qualified'])})"
        people = rf"(?P<adjective>{adjective})"
        rules = tuple(
            Rule(row["name"], row["confidence"], re.compile(row["pattern"]), row.get("named") == "before")
            for row in table["rules"]
        )
        return cls(
            rules,
            re.compile(rf"(?<![\w])(?:{name})(?!\w)", re.I),
            re.compile(
                rf"(?:\s+(?i:{'|'.join(table['before_a_region'])}))*\s+(?P<region>{known.region_pattern})(?!\w)"
            ),
            known,
            countries,
            re.compile(rf"\s+(?:the\s+)?(?:{qualified}\s+)?{people}(?:s|es)?\b(?:\s+(?:federal\s+)?laws?\b)?"),
            re.compile(rf"(?<!\w)(?:{name}|{people})\s+(?:{qualified}\s+)?\Z", re.I),
        )


def find(reading: Reading) -> Iterable[Fact]:
    """``governed by the laws of the State of New York`` and its likes, by the surest wording in the paper."""
    cues = reading.knowledge.once(LawCues.build)
    for rule in cues.rules:
        for match in rule.pattern.finditer(reading.text):
            chosen = _named(reading.text, match, cues) if rule.before else _chosen(reading.text, match.end(), cues)
            if chosen:
                value, end = chosen
                return [
                    reading.fact("governing_law", value, (match.start(), end), rule.confidence, f"law: {rule.name}")
                ]
    return ()


def _named(text: str, wording: re.Match[str], cues: LawCues) -> tuple[str, int] | None:
    """The place that stands before the wording: ``Ohio law governs``; the law of the United States is no state's."""
    place = cues.before.search(text[max(0, wording.start() - _ADJECTIVE) : wording.start()])
    if place is None:
        return None
    if place["state"]:
        return str(cues.places.state(place["state"])), wording.end()
    country = cues.places.country(place["country"]) if place["country"] else cues.countries[fold(place["adjective"])]
    return (country, wording.end()) if country and country != "United States" else None


def _chosen(text: str, start: int, cues: LawCues) -> tuple[str, int] | None:
    """The plain name of the first place after the cue, within its clause, and where it ends."""
    adjective = _by_adjective(text, start, cues)
    if adjective:
        return adjective
    if region := cues.region.match(text, start):
        return str(cues.places.region(region["region"])), region.end()
    reach = text[start : start + _REACH]
    stop = re.search(r"\.\s+(?=[A-Z])(?<!U\.S\. )|;|\bwithout\b|\bexcept\b|\bsalvo\b", reach)
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
