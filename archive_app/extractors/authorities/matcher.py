"""Finds the bodies of the authority file in a text, and the body that a name means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from archive_app.domain.authority import Authority, AuthorityFile
from archive_app.extractors.authorities import lexicon as lexicons
from archive_app.extractors.authorities.composing import Composer, Mention
from archive_app.extractors.authorities.lexicon import City, Country
from archive_app.extractors.authorities.lexing import Lexeme, lexemes
from archive_app.extractors.authorities.places import Places
from archive_app.extractors.authorities.words import words

#: Bodies whose acronym counts in a paper that never spells the name out; those of other bodies are too common.
_WELL_KNOWN = frozenset({"federal agency", "ministry", "union", "programme", "treaty"})
#: Words that a name may have besides the body's own without naming another one.
_BESIDE = frozenset(
    "the of and for in at de del la el los las y us united states america office offices its general counsel "
    "estados unidos mexico mexicanos republic unit staff local".split()
)
#: A word with a capital right before a name, which belongs to it.
_LOCAL_LEAD = re.compile(r"(?<!\w)(?!(?:The|THE|And|AND|Between|BETWEEN|With|WITH|Of|OF|By|BY|U)\b)[A-Z]\w+ \Z")
_AT = re.compile(r"\b(?:at|en)\s+(?:the\s+|el\s+)?\Z")
#: How far into a text its place is looked for: the title and the dateline.
_HEAD = 400


@dataclass(frozen=True, slots=True)
class Match:
    """The body a name means, how sure that is (0 to 1), and the words that matched."""

    authority: Authority
    confidence: float
    spelling: str


class Matcher:
    """Finds authorities by name. Costs about a millisecond for every thousand words."""

    def __init__(self, file: AuthorityFile, geography: dict[str, Any], offices: dict[str, Any]) -> None:
        self._file = file
        self._places = Places(geography)
        self._lexicon = lexicons.build(file, geography, offices)
        self._composer = Composer(self._lexicon, file, self._places.state_pattern, self._places.state_code)
        self._of_other = re.compile(
            rf"\s*,?\s+(?:of|de|del)\s+(?:the\s+|la\s+|los\s+|el\s+)?"
            rf"(?:(?:State|Commonwealth|Republic|Estado|República)\s+(?:of|de)\s+)?"
            rf"(?:(?P<state>{self._places.long_state_pattern})|(?P<country>{self._places.country_pattern}))(?!\w)",
            re.I,
        )
        self._states = re.compile(rf"(?<!\w)(?:{self._places.long_state_pattern})(?!\w)")
        records = (record for record in file.records.values() if ", " in (record.place or ""))
        self._city_states = {place: code for r in records for place, code in [str(r.place).split(", ", 1)]}
        self._longer = re.compile(rf"\s+(?:and|y|e|&)\s+(?:{'|'.join(offices['longer'])})(?!\w)", re.I)
        self._after_state = re.compile(
            rf"(?<!\w)(?:{self._places.long_state_pattern})(?:['’]s)?\s+(?:State\s+)?\Z|\bState\s+\Z"
        )

    def mentions(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and authority id of every body that is named beyond doubt, in reading order."""
        return [(m.start, m.end, m.ids[0]) for m in self.read(text) if len(m.ids) == 1]

    def read(self, text: str, told: Iterable[str] = ()) -> list[Mention]:
        """All mentions, undecided ones among them; ``told`` are ids already known from around the text."""
        pieces = lexemes(text, self._lexicon)
        found = [m for m in self._composer.mentions(text, pieces) if not self._is_of_another(text, m)]
        known = {m.ids[0] for m in found if self._is_told(text, m)} | set(told)
        cities = _by_weight(text, pieces)
        countries = [(piece.start, piece.entry.code) for piece in pieces if isinstance(piece.entry, Country)]
        countries += [(m.start, m.ids[0][:2]) for m in found if m.ids and m.ids[0] in known]
        found = [self._of_place(text, self._of_country(m, countries), cities) for m in found]
        resolved = (self._resolved(m, known, cities) for m in found)
        return [m for m in resolved if m.ids or m.form in ("post", "office")]

    def record(self, id: str) -> Authority:
        """The authority record of an id that a mention gave."""
        return self._file.records[id]

    def is_city(self, name: str) -> bool:
        """Whether a name is that of a city where some body has its office."""
        return any(
            isinstance(piece.entry, City) and piece.end == len(name) for piece in lexemes(name, self._lexicon)[:1]
        )

    def is_within(self, id: str, ancestor: str) -> bool:
        """Whether a body is another or part of it."""
        return self._file.is_within(id, ancestor)

    def match(self, name: str, told: Iterable[str] = ()) -> Match | None:
        """The body that a name means; None where it names none, or more than one, or mostly something else."""
        found = [m for m in self.read(name, told) if m.id]
        if len({m.id for m in found}) != 1:
            return None
        best = max(found, key=lambda m: m.end - m.start)
        total = [w for w in words(name) if w.folded not in _BESIDE]
        rest = [w for w in total if not any(m.start <= w.start < m.end for m in found)]
        covered = 1 - len(rest) / len(total) if total else 1.0
        if covered < 0.5:
            return None
        confidence = 0.98 if covered == 1 else round(0.95 * covered, 2)
        return Match(self._file.records[best.ids[0]], confidence, name[best.start : best.end])

    def _is_of_another(self, text: str, mention: Mention) -> bool:
        """A national name that belongs to a state or another country: ``Kentucky Department of Labor``."""
        if mention.form != "name" or not mention.ids:
            return False
        home = mention.ids[0][:2]
        record = self._file.records[mention.ids[0]]
        if record.role in ("federal agency", "ministry") and self._longer.match(text, mention.end):
            return True
        national = record.name.startswith(("U.S. ", "United States ")) and record.role != "federal agency"
        if national and _LOCAL_LEAD.search(text, max(0, mention.start - 40), mention.start):
            return True  # "Tulsa Hispanic Chamber of Commerce"
        if other := self._of_other.match(text, mention.end):
            country = self._places.country(other["country"]) if other["country"] else "United States"
            own = self._places.country_of_code(home)
            if (own and country != own) or (other["state"] and record.role == "federal agency"):
                return other["state"] != "Washington"
        return record.role == "federal agency" and bool(
            self._after_state.search(text, max(0, mention.start - 40), mention.start)
        )

    def _resolved(self, mention: Mention, known: set[str], cities: list[str]) -> Mention:
        """A mention with as few candidates as the rest of the text leaves."""
        if mention.form == "acronym":
            return replace(mention, ids=self._acronym(mention.ids, known))
        if mention.form in ("region", "loose"):
            return replace(mention, ids=())
        if mention.bare and mention.form != "post" and len(mention.ids) > 1:
            mention = replace(mention, ids=self._in_city(mention.ids, cities) or self._common_agency(mention.ids))
        if mention.form == "office":
            return replace(mention, ids=tuple(id for id in mention.ids if self._agency_is_told(id, known)))
        if mention.bare and len(mention.ids) > 1:
            return replace(mention, ids=self._post(mention.ids, known, cities))
        return mention

    def _of_country(self, mention: Mention, countries: list[tuple[int, str]]) -> Mention:
        """A general name, or a post of an unnamed country, as the body of the country named nearest to it."""
        if mention.form != "general" and not (mention.form == "post" and len(mention.ids) > 1 and not mention.bare):
            return mention
        codes = {id[:2] for id in mention.ids}
        near = [(abs(start - mention.start), code) for start, code in countries if code in codes]
        if len({code for _, code in near}) > 1 and self._file.records[mention.ids[0]].role == "embassy":
            return replace(mention, ids=())  # "embassy officials of Ecuador and Peru"
        code = min(near)[1] if near else None
        return replace(mention, ids=tuple(id for id in mention.ids if id[:2] == code))

    def _of_place(self, text: str, mention: Mention, cities: list[str]) -> Mention:
        """A name without its place as the body of the city that the text is of, else of the state named nearest."""
        if mention.form != "local":
            return mention
        offices = tuple(id for id in mention.ids if self._file.records[id].role == "local agency")
        ids = self._in_city(offices, [city for city in cities if self._is_of_city(text, city)]) if offices else ()
        return replace(mention, ids=ids or self._in_state(text, mention, cities), form="name")

    def _is_of_city(self, text: str, city: str) -> bool:
        """``City of Chicago``, ``la ciudad de Chicago``; or a city in capitals, as in a dateline."""
        return (
            re.search(rf"\b(?i:city\s+of|ciudad\s+de)\s+{re.escape(city)}|(?m:^){re.escape(city.upper())}\b", text)
            is not None
        )

    def _in_state(self, text: str, mention: Mention, cities: list[str]) -> tuple[str, ...]:
        """The one of several states' bodies whose state stands nearest, or whose city the text names first."""
        of_state = {self._state_of(id): id for id in mention.ids}
        named = (
            (abs(found.start() - mention.start), self._places.state_code(found[0]))
            for found in self._states.finditer(text)
        )
        near = min(((far, code) for far, code in named if code in of_state), default=None)
        if near:
            return (of_state[near[1]],)
        at = next((code for city in cities if (code := self._city_states.get(city)) in of_state), None)
        return (of_state[at],) if at else ()

    def _state_of(self, id: str) -> str | None:
        return (self._file.records[id].place or "").rpartition(", ")[2] or None

    def _is_told(self, text: str, mention: Mention) -> bool:
        """Whether a mention tells what the text is about: decided, and more than the place of a ceremony."""
        place = mention.form == "post" and _AT.search(text, max(0, mention.start - 12), mention.start)
        return len(mention.ids) == 1 and not place and self._stands_alone(mention)

    def _stands_alone(self, mention: Mention) -> bool:
        """Whether a mention with one candidate is decided without looking at the rest of the text."""
        if mention.form == "acronym":
            return self._file.records[mention.ids[0]].role in _WELL_KNOWN
        return mention.form in ("name", "post") and not mention.bare

    def _acronym(self, ids: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
        """The body spelled out elsewhere in the text; else the only one that is known by its acronym."""
        within = self._file.is_within
        spelled = tuple(id for id in ids if any(within(other, id) for other in known))
        spelled = spelled or tuple(id for id in ids if len(ids) > 1 and any(within(id, other) for other in known))
        if spelled:
            return spelled
        well_known = tuple(id for id in ids if self._file.records[id].role in _WELL_KNOWN)
        return well_known if len(ids) == 1 else ()

    def _agency_is_told(self, id: str, known: set[str]) -> bool:
        """Whether the text names the agency of an office, or a department above it."""
        above = self._file.lineage(id)[1:]
        return any(agency in known for agency in above) or any(
            self._file.is_within(k, above[0]) for k in known if above
        )

    def _in_city(self, ids: tuple[str, ...], cities: list[str]) -> tuple[str, ...]:
        """The body whose city weighs most in the text."""
        for city in cities:
            there = tuple(id for id in ids if (self._file.records[id].place or "").split(",")[0] == city)
            if there:
                return there
        return ()

    def _common_agency(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The one agency that all these offices belong to."""
        agencies = {self._file.records[id].parent for id in ids}
        return tuple(agency for agency in agencies if agency) if len(agencies) == 1 else ()

    def _post(self, ids: tuple[str, ...], known: set[str], cities: list[str]) -> tuple[str, ...]:
        """The post of a country that the text names with its city, or else the one in the city of the text."""
        told = tuple(id for id in ids if id in known)
        return told if len(told) == 1 else self._in_city(told or ids, cities) or told or ids


def _by_weight(text: str, pieces: list[Lexeme]) -> list[str]:
    """The cities of a text, that of the dateline (in capitals) first, then those of the head, then the others."""
    cities = [(piece.start, piece.end, piece.entry.name) for piece in pieces if isinstance(piece.entry, City)]
    ranked = sorted(cities, key=lambda c: (not (c[0] < _HEAD and text[c[0] : c[1]].isupper()), c[0]))
    return [name for *_, name in ranked]
