"""Puts lexemes together into mentions of bodies: posts with their cities, offices with their agencies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from archive_app.domain.authority import AuthorityFile
from archive_app.extractors.authorities.gaps import ANY_KIND, BESIDE_CITY, CHAIN, CLOSE, NEAR, TO_CITY, Gaps
from archive_app.extractors.authorities.lexicon import City, Country, Envoy, Lexicon, Name, Office, Post, Region
from archive_app.extractors.authorities.lexing import Lexeme


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a body. ``ids`` are the bodies it may be: one where it is sure, none where none is known.

    ``form`` says how it is named: name, acronym, general (a name several countries' bodies share), post, office or
    region; a post without its city is ``bare``, and ``several`` are posts without any (``consulates of Mexico``).
    ``person`` marks words for the head of the body (``Consul General of Mexico in Austin``).
    """

    start: int
    end: int
    ids: tuple[str, ...]
    form: str = "name"
    person: bool = False
    bare: bool = False
    several: bool = False

    @property
    def id(self) -> str | None:
        """The one body this is, None where that is not decided."""
        return self.ids[0] if len(self.ids) == 1 else None


class Composer:
    """Reads lexemes of one text as mentions. Made once for a lexicon and its authority file."""

    def __init__(self, lexicon: Lexicon, file: AuthorityFile, state_pattern: str, state_code: Any) -> None:
        self._lexicon = lexicon
        self._file = file
        self._gaps = Gaps.of(state_pattern)
        self._state_code = state_code

    def mentions(self, text: str, lexemes: list[Lexeme]) -> list[Mention]:
        """Mentions in reading order, each chain of names (office, agency, department) as one.

        An acronym in brackets decides what the name before it means, and a region that the file does not hold
        leaves the agency it stands beside.
        """
        found: list[Mention] = []
        index = 0
        while index < len(lexemes):
            new, index = self._at(text, lexemes, index)
            found.extend(new)
        return self._chained(text, found)

    def _at(self, text: str, lexemes: list[Lexeme], index: int) -> tuple[list[Mention], int]:
        """The mentions that start with a lexeme, and the index of the lexeme after them."""
        start, end, entry = lexemes[index]
        if isinstance(entry, Name):
            if office := self._in_city(text, lexemes, index):
                return [office], index + 2
            return [Mention(start, end, entry.ids, entry.form)], index + 1
        if isinstance(entry, Envoy):
            return [Mention(start, end, entry.ids, "post", person=True)], index + 1
        if isinstance(entry, Country):
            return [], index + 1
        if isinstance(entry, Region):
            return [Mention(start, end, tuple(self._lexicon.regions.get(entry.number, ())), "region")], index + 1
        if isinstance(entry, City):
            return self._from_city(text, lexemes, index)
        if isinstance(entry, Post):
            return self._from_post(text, lexemes, index, entry)
        return self._from_leading_office(text, lexemes, index, entry)

    def _cities(self, text: str, lexemes: list[Lexeme], index: int) -> list[tuple[int, int, str]]:
        """``Phoenix, Nogales and Tucson``: the cities listed from a lexeme on, with their spans."""
        cities: list[tuple[int, int, str]] = []
        for lexeme in lexemes[index:]:
            if not isinstance(lexeme.entry, City):
                break
            if cities and not self._gaps.between_cities.match(text[cities[-1][1] : lexeme.start]):
                break
            cities.append((lexeme.start, lexeme.end, lexeme.entry.name))
        return cities

    def _from_city(self, text: str, lexemes: list[Lexeme], index: int) -> tuple[list[Mention], int]:
        """``Austin Area Office``, ``Denver and Detroit Field Offices``, ``El Paso Consulate General of Mexico``."""
        cities = self._cities(text, lexemes, index)
        after = index + len(cities)
        if after < len(lexemes):
            _, end, entry = lexemes[after]
            adjacent = self._gaps.city_to_office.match(text[cities[-1][1] : lexemes[after].start])
            if adjacent and isinstance(entry, Office) and not entry.leads:
                return self._offices(cities, entry, cities[0][0], end), after + 1
            if adjacent and isinstance(entry, Post) and not entry.several and len(cities) == 1:
                further = self._cities(text, lexemes, after + 1)[:1]
                if not (further and self._gaps.post_to_city.match(text[end : further[0][0]])):
                    return self._posts(text, cities, entry, cities[0][0], end), after + 1
        return [], index + 1

    def _from_post(self, text: str, lexemes: list[Lexeme], index: int, post: Post) -> tuple[list[Mention], int]:
        """``Consulate of Mexico in Tucson, Arizona``, ``consulates of Mexico in Phoenix, Nogales and Yuma``."""
        start, end, _ = lexemes[index]
        if post.several and (further := self._countries(text, lexemes, index + 1)):
            return self._posts_of(text, lexemes, index, post, further)
        cities = self._cities(text, lexemes, index + 1)
        if cities and self._gaps.post_to_city.match(text[end : cities[0][0]]):
            cities = cities if post.several else cities[:1]
            return self._posts(text, cities, post, start, cities[-1][1]), index + 1 + len(cities)
        return [self._bare_post(text, post, start, end)], index + 1

    def _countries(self, text: str, lexemes: list[Lexeme], index: int) -> list[tuple[int, int, str]]:
        """``Mexico, El Salvador and Honduras``: the countries listed from a lexeme on, with their spans."""
        found: list[tuple[int, int, str]] = []
        at = lexemes[index - 1].end
        for lexeme in lexemes[index:]:
            if not isinstance(lexeme.entry, Country) or not self._gaps.between_cities.match(text[at : lexeme.start]):
                break
            found.append((lexeme.start, lexeme.end, lexeme.entry.code))
            at = lexeme.end
        return found

    def _posts_of(
        self, text: str, lexemes: list[Lexeme], index: int, post: Post, further: list[tuple[int, int, str]]
    ) -> tuple[list[Mention], int]:
        """``consulates of Mexico and Honduras in Houston``: the post of each country in one city."""
        after = index + 1 + len(further)
        start, end, _ = lexemes[index]
        city = self._cities(text, lexemes, after)[:1]
        if not city or not self._gaps.post_to_city.match(text[further[-1][1] : city[0][0]]):
            return [self._bare_post(text, post, start, end)], index + 1
        *between, last = [(start, end, post.country), *further]
        spans = [*between, (last[0], city[0][1], last[2])]
        found = [
            Mention(left, right, self._lexicon.posts_in(country, city[0][2]), "post", post.person)
            for left, right, country in spans
        ]
        return found, after + 1

    def _bare_post(self, text: str, post: Post, start: int, end: int) -> Mention:
        """``Consulate of Mexico``: any post of the country, in a state where one is named, none in an unknown city."""
        ids = [
            id for (country, _), id in self._lexicon.posts.items() if country == post.country != "" and not post.several
        ]
        if state := self._gaps.in_state.match(text, end):
            code = self._state_code(state[1])
            ids = [id for id in ids if (self._file.records[id].place or "").endswith(f", {code}")]
            end = state.end()
        elif self._gaps.in_other.match(text, end):
            ids = []
        return Mention(start, end, tuple(ids), "post", post.person, bare=True, several=post.several)

    def _posts(self, text: str, cities: list[tuple[int, int, str]], post: Post, start: int, end: int) -> list[Mention]:
        """A mention for each city: the first holds the words before it, the last those after it."""
        found = []
        for number, (left, right, city) in enumerate(cities):
            ids = self._lexicon.posts_in(post.country, city)
            left, right = start if number == 0 else left, end if number == len(cities) - 1 else right
            if state := self._gaps.state_after.match(text, right):
                right = state.end()
            found.append(Mention(left, right, ids, "post", post.person))
        return found

    def _from_leading_office(
        self, text: str, lexemes: list[Lexeme], index: int, entry: Office
    ) -> tuple[list[Mention], int]:
        """``Oficina Zonal de Des Moines``, ``oficinas de área de Denver y Englewood``; ``District Director`` alone."""
        start, end, _ = lexemes[index]
        cities = self._cities(text, lexemes, index + 1)
        if entry.person and not entry.leads:
            ids = [id for (_, kind), known in self._lexicon.offices.items() if kind == entry.kind for id in known]
            return [Mention(start, end, tuple(ids), "office", person=True, bare=True)], index + 1
        if (named := self._with_agency(text, lexemes, index, entry)) is not None:
            after = next(n for n, piece in enumerate(lexemes) if piece.end >= named[0].end)
            return named, after + 1
        if entry.kind == ANY_KIND and not entry.leads:
            return [], index + 1
        gap = text[end : cities[0][0]].strip() if cities else ""
        if not cities or (gap if entry.leads else gap.lower() not in TO_CITY):
            return [], index + 1
        state = self._gaps.state_after.match(text, cities[-1][1])
        return self._offices(cities, entry, start, state.end() if state else cities[-1][1]), index + 1 + len(cities)

    def _with_agency(self, text: str, lexemes: list[Lexeme], index: int, office: Office) -> list[Mention] | None:
        """``Oficina de Área de OSHA en Corpus Christi``: kind, agency, city; None for anything else."""
        if index + 2 >= len(lexemes):
            return None
        start, end, _ = lexemes[index]
        agency, city = lexemes[index + 1], lexemes[index + 2]
        if isinstance(city.entry, Name) and city.entry.form == "acronym" and text[city.start - 1] == "(":
            agency = Lexeme(agency.start, city.end + 1, agency.entry)
            city = lexemes[min(index + 3, len(lexemes) - 1)]
        if not (isinstance(agency.entry, Name) and isinstance(city.entry, City) and agency.start - end < NEAR):
            return None
        if text[agency.end : city.start].strip().lower() not in TO_CITY:
            return None
        known = self._lexicon.offices.get((frozenset({city.entry.name}), office.kind), ())
        ids = tuple(id for id in known if any(self._file.is_within(id, whole) for whole in agency.entry.ids))
        return [Mention(start, city.end, ids, "name", office.person)] if ids else None

    def _in_city(self, text: str, lexemes: list[Lexeme], index: int) -> Mention | None:
        """``OSHA Birmingham``, ``la OSHA en Jackson``: the only office that an agency has in a city."""
        start, end, agency = lexemes[index]
        cities = self._cities(text, lexemes, index + 1)
        if not cities or not isinstance(agency, Name) or not BESIDE_CITY.fullmatch(text, end, cities[0][0]):
            return None
        for following in lexemes[index + 1 + len(cities) :][:1]:
            beside = self._gaps.city_to_office.match(text[cities[-1][1] : following.start])
            if beside and isinstance(following.entry, Office | Post):
                return None
        _, right, city = cities[0]
        known = (
            id
            for (places, kind), ids in self._lexicon.offices.items()
            if city in places and len(places) == 1 and kind != "region"
            for id in ids
            if any(self._file.is_within(id, whole) for whole in agency.ids)
        )
        offices = tuple(dict.fromkeys(known))
        return Mention(start, right, offices, "name") if len(offices) == 1 else None

    def _offices(self, cities: list[tuple[int, int, str]], office: Office, start: int, end: int) -> list[Mention]:
        """The one body that covers all the cities, else a mention for each city's office.

        A person heads one office: in ``the Consul in Orlando and Miami District Director`` the nearest city has it.
        """
        if office.kind == ANY_KIND:
            ids = self._of_any_kind(cities[0][2]) if len(cities) == 1 else ()
            return [Mention(start, end, ids, "loose", office.person)] if ids else []
        together = self._together(cities, office)
        if office.person and not office.leads and not together and len(cities) > 1:
            cities = cities[-1:]
            start, together = cities[0][0], self._together(cities, office)
        if together or len(cities) == 1:
            return [Mention(start, end, tuple(together or ()), "office", office.person)]
        found = []
        for number, (left, right, city) in enumerate(cities):
            ids = tuple(self._lexicon.offices.get((frozenset({city}), office.kind), ()))
            left, right = start if number == 0 else left, end if number == len(cities) - 1 else right
            found.append(Mention(left, right, ids, "office", office.person))
        return found

    def _of_any_kind(self, city: str) -> tuple[str, ...]:
        """All offices in a city: ``the Boston office`` of an agency is one of them."""
        found = (ids for (places, kind), ids in self._lexicon.offices.items() if places == {city} and kind != "region")
        return tuple(dict.fromkeys(id for ids in found for id in ids))

    def _together(self, cities: list[tuple[int, int, str]], office: Office) -> list[str] | None:
        """The bodies that cover just these cities."""
        return self._lexicon.offices.get((frozenset(city for *_, city in cities), office.kind))

    def _chained(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """Neighbours of which one is part of the other become one mention of the smaller body."""
        chained: list[Mention] = []
        for mention in mentions:
            merged = self._merged(text, chained[-1], mention) if chained else None
            if merged:
                chained[-1] = merged
            else:
                chained.append(mention)
        return chained

    def _merged(self, text: str, left: Mention, right: Mention) -> Mention | None:
        gap = CHAIN.match(text[left.end : right.start]) if right.start - left.end < 60 else None
        if not gap:
            return None
        if self._is_abroad(right) and not self._is_abroad(left):
            return None
        if {left.form, right.form} == {"loose", "region"}:
            return None
        ids, form = self._narrowed(left.ids, right.ids), _form(left.form, right.form)
        if not ids and right.form == "region" and not right.ids:
            ids, form = left.ids, left.form
        close = CLOSE.match(text, right.end) if "(" in text[left.start : right.start] else None
        if not ids and gap["open"] and right.form == "acronym" and close:
            ids, form = right.ids, left.form
        if not ids:
            return None
        end = (
            close.end()
            if close and text.count("(", left.start, right.end) > text.count(")", left.start, right.end)
            else right.end
        )
        return replace(
            left,
            end=end,
            ids=ids,
            form=form,
            person=left.person or right.person,
            bare=_is_bare(left, right),
        )

    def _is_abroad(self, mention: Mention) -> bool:
        """An embassy, which behind its ministry is another body: ``the Ministry, through its Embassy``."""
        return bool(mention.ids) and self._file.records[mention.ids[0]].role == "embassy"

    def _beside_office(self, ids: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
        """A region as its agency, where an office stands beside it: ``OSHA, Region VII, Des Moines Area Office``."""
        regions = {id for known in self._lexicon.regions.values() for id in known}
        if not ids or not regions.issuperset(ids) or not any("/" in o and o not in regions for o in others):
            return ids
        return tuple(dict.fromkeys(self._file.records[id].parent or id for id in ids))

    def _narrowed(self, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
        """Those bodies of either side that are, or are part of, a body of the other side."""
        within = self._file.is_within
        left, right = self._beside_office(left, right), self._beside_office(right, left)
        smaller = [a for a in left if any(within(a, b) for b in right)]
        smaller += [b for b in right if any(b != a and within(b, a) for a in left)]
        deepest = [a for a in smaller if not any(a != b and within(b, a) for b in smaller)]
        return tuple(dict.fromkeys(deepest))


def _is_bare(left: Mention, right: Mention) -> bool:
    """Whether a chain still lacks its city: ``District Director of the Wage and Hour Division``."""
    if right.person:
        return right.bare
    return left.bare and (right.bare or (left.person and left.form == "office"))


def _form(left: str, right: str) -> str:
    """How a chain is named: an office beside its agency's name is as sure as a full name."""
    if "post" in (left, right):
        return "post"
    if {left, right} == {"local", "acronym"}:
        return "local"
    return left if left == right else "name"
